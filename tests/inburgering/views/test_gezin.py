"""Household and family: two files, one link, and a joint view that keeps people safe."""

from collections.abc import Callable
from datetime import date, time
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from inburgering.actions.bijeenkomst import afgelasten
from inburgering.actions.bijeenkomst import plannen as plan_bijeenkomst
from inburgering.models import (
    Aanbieder,
    Cursus,
    Deelname,
    Gebeurtenis,
    Gezinsband,
    Inburgeraar,
    Raadpleging,
    Team,
    Traject,
)
from inburgering.models.vernietiging import onder_protocol, vernietig_dossier
from inburgering.wet.uitkomst import NietToegestaan
from tests.inburgering.cast import VANDAAG, Leven, lid_van, moment
from tests.inburgering.views.conftest import ORDE
from tests.inburgering.voorbeelden import d, dag


pytestmark = pytest.mark.usefixtures("aanbieder")


VIJF_DAGEN = dag(-5)


@pytest.fixture
def thuis(leven) -> Callable[..., Leven]:
    """Register somebody by first name, at an address of their own unless said."""

    def maak(naam: str, **anders: Any) -> Leven:
        anders = {"adres": f"{naam}straat 1"} | anders
        return leven(voornamen=naam, **anders).op(VANDAAG)

    return maak


@pytest.fixture
def paar(thuis) -> tuple[Leven, Leven]:
    """Give two partners, linked in the file of the first."""
    rania, omar = thuis("Rania"), thuis("Omar")
    koppel(rania, omar, "partner")
    return rania, omar


def koppel(een: Leven, ander: Leven, soort: str, begin: date = VIJF_DAGEN) -> None:
    een.doe("gezin", "koppelen", ander=ander.nummer, soort=soort, begin=begin)


def scherm_af(life: Leven) -> None:
    life.doe("gezin", "delen", niet_delen_met_gezin=True)


def kijk(client: Client, life: Leven) -> str:
    answer = client.get(f"/trajecten/{life.nummer}/gezin/")
    assert answer.status_code == 200
    return answer.content.decode()


def leden(client: Client, life: Leven) -> list[dict[str, Any]]:
    return client.get(f"/trajecten/{life.nummer}/gezin/").context["leden"]


def test_both_files_show_the_link_each_from_its_own_side(thuis, scherm: Client) -> None:
    mother, child = thuis("Rania"), thuis("Sami")
    koppel(mother, child, "kind")

    assert [lid["wie"] for lid in leden(scherm, mother)] == ["Deze persoon", "Kind"]
    assert [lid["wie"] for lid in leden(scherm, child)] == ["Deze persoon", "Ouder"]
    for life in (mother, child):
        trail = Gebeurtenis.objects.filter(nummer=life.nummer).latest("id")
        assert trail.handeling == "gezin_koppelen"
        assert not trail.samenvatting + trail.reden


def test_the_joint_view_shows_what_is_planned_and_nothing_else(
    paar, scherm: Client
) -> None:
    rania, omar = paar
    omar.doe("notitie", "toevoegen", onderwerp="Geheim", tekst="Schulden en ziek")
    omar.doe("taak", "maken", omschrijving="Bel de arts", uiterlijk=dag(3))
    page = kijk(scherm, rania)
    assert "Omarstraat 1" in page
    assert "Schulden" not in page
    assert "arts" not in page


def test_the_week_of_everybody_shows_lessons_and_childcare_alone(
    paar, scherm: Client
) -> None:
    rania, omar = paar
    for n, (kind, van, tot) in enumerate([
        ("les", dag(-5), None), ("kinderopvang", dag(-5), VANDAAG), ("werk", dag(-5), None),
        ("les", dag(1), None), ("les", dag(-9), dag(-1)),
    ]):  # fmt: skip
        omar.doe(
            "rooster", "toevoegen", dagen=[str(n + 1)], begin="09:30", einde="12:00",
            soort=kind, waar="Taalhuis Delft", van=van, tot_en_met=tot,
        )  # fmt: skip
    shown = {lid["naam"].split()[0]: lid["week"] for lid in leden(scherm, rania)}
    assert shown == {
        "Rania": [],
        "Omar": ["maandag 09:30 tot 12:00: les", "dinsdag 09:30 tot 12:00: kinderen"],
    }


def test_lessons_and_talks_of_everybody(leven, scherm: Client) -> None:
    rania = leven(voornamen="Rania").door_tot("leerroute")
    omar = leven(voornamen="Omar").door_tot("leerroute")
    omar.op(VANDAAG)
    rania.op(VANDAAG)
    omar.doe(
        "aanbod", "doen", aanbieder=Aanbieder.objects.get(naam="Taalhuis Delft"),
        cursus=Cursus.objects.get(naam="B1 overdag", aanbieder__naam="Taalhuis Delft"),
        aangeboden_op=VANDAAG, leerroute="b1_route",
    )  # fmt: skip
    omar.doe(
        "voortgangsgesprek", "voeren", gevoerd_op=VANDAAG, vorm="op_kantoor",
        verslag="Vertrouwelijk", volgend_gesprek_op=dag(40),
    )  # fmt: skip
    koppel(rania, omar, "partner")
    _, other = leden(scherm, rania)
    assert other["gepland"] == [(dag(40), "gesprek")]
    les = other["lessen"][-1]
    assert (les["school"], les["naam"], les["uren"]) == (
        "Taalhuis Delft", "B1 overdag", 12,
    )  # fmt: skip
    page = kijk(scherm, rania)
    assert "12 uur per week" in page
    assert "nog niet begonnen" in page
    assert "Vertrouwelijk" not in page


def test_only_what_the_latest_talk_planned_is_planned(leven, scherm: Client) -> None:
    life = leven().door_tot("leerroute")
    for day, following in ((dag(-9), dag(30)), (dag(-2), dag(60)), (VANDAAG, None)):
        shown = leden(scherm, life)[0]["gepland"]
        life.op(day).doe(
            "voortgangsgesprek", "voeren", gevoerd_op=day, vorm="op_kantoor",
            volgend_gesprek_op=following,
        )  # fmt: skip
    assert shown == [(dag(60), "gesprek")]
    assert leden(scherm, life)[0]["gepland"] == []


def test_appointments_and_meetings_stand_there_without_what_they_are_for(
    paar, scherm: Client
) -> None:
    rania, omar = paar
    for when, kind, how in (
        (-1, "gesprek", "kantoor"), (0, "gesprek", "kantoor"), (2, "hoorzitting", "kantoor"),
        (3, "huisbezoek", "thuis"), (4, "intake", "telefoon"),
    ):  # fmt: skip
        row = omar.doe(
            "agendapunt", "maken", soort=kind, dag=dag(when), begin=time(10), vorm=how,
            einde=time(11) if when else None, plaats="Kamer 4", tolktaal="", wie=None,
        ).feit  # fmt: skip
    omar.doe("agendapunt", "afzeggen", id=row.pk, reden="Op verzoek")
    meetings = [
        plan_bijeenkomst(
            by=omar.lid, on=moment(VANDAAG), soort="voorlichting", titel=f"Avond {n}",
            dag=dag(n), begin=time(19), einde=time(21), plaats="Zaal 2", taal="",
            tolk=False, plaatsen=9, door="", uren=0, ondertekenen=False,
        ).feit
        for n in (5, 6, 7)
    ]  # fmt: skip
    for meeting in meetings:
        omar.doe(
            "deelname", "uitnodigen", bijeenkomst=meeting, uitgenodigd_op=VANDAAG,
            wijze="telefoon",
        )  # fmt: skip
    afgelasten(by=omar.lid, on=moment(VANDAAG), id=meetings[1].pk, reden="Ziek")
    said = Deelname.objects.get(bijeenkomst=meetings[2])
    omar.doe(
        "deelname", "vastleggen", id=said.pk, aanwezigheid="met_bericht", uren=0,
    )  # fmt: skip
    mine, other = leden(scherm, rania)
    assert mine["gepland"] == []
    assert other["gepland"] == [
        (VANDAAG, "10:00, op kantoor"),
        (dag(3), "10:00 tot 11:00, thuis of in de opvang"),
        (dag(5), "19:00 tot 21:00, Avond 5"),
    ]
    page = kijk(scherm, rania)
    for word in ("Hoorzitting", "Huisbezoek", "Kamer 4"):
        assert word not in page


def test_every_look_is_logged_in_every_file_that_is_shown(
    paar, inloggen, delft
) -> None:
    rania, omar = paar
    lid = lid_van(delft)
    kijk(inloggen(lid), rania)
    looks = Raadpleging.objects.filter(gebruiker=lid.gebruiker_id, inzage="gezin")
    assert dict(looks.values_list("nummer", "reden")) == {
        rania.nummer: "", omar.nummer: f"Vanuit dossier {rania.nummer}",
    }  # fmt: skip


def test_who_does_not_share_stands_in_nobodys_view(
    paar, scherm: Client, inloggen, delft
) -> None:
    rania, omar = paar
    scherm_af(omar)
    assert [lid["naam"] for lid in leden(scherm, rania)] == ["Rania Haddad"]
    page = kijk(scherm, rania)
    assert "deelt niet met het gezin" in page  # this colleague may see that file too
    assert "Omarstraat" not in page
    assert "staat bij niemand anders" in kijk(scherm, omar)

    north, south = (
        Team.objects.create(gemeente=delft, naam=naam) for naam in ("Noord", "Zuid")
    )
    Traject.objects.update(klantmanager=None)
    Traject.objects.filter(nummer=omar.nummer).update(team=north)
    Traject.objects.filter(nummer=rania.nummer).update(team=south)
    lid = lid_van(delft, team=south)
    colleague = inloggen(lid)
    page = kijk(colleague, rania)
    assert "Omar" not in page
    assert "Er is nog niemand gekoppeld" in page
    assert "buiten uw bereik" not in page
    # Nor can it be found by ending it.
    url = f"/trajecten/{rania.nummer}/gezin/ontkoppelen/"
    answer = colleague.get(url)
    assert answer.status_code == 409
    assert "Partner" not in answer.content.decode()
    band = Gezinsband.objects.get().pk
    url = f"/trajecten/{rania.nummer}/gezin/{band}/ontkoppelen/"
    assert colleague.get(url).status_code == 404
    assert not Raadpleging.objects.filter(
        gebruiker=lid.gebruiker_id, nummer=omar.nummer
    ).exists()


def test_a_link_with_who_does_not_share_is_ended_in_that_file(
    paar, scherm: Client
) -> None:
    _, omar = paar
    scherm_af(omar)
    band = Gezinsband.objects.get()
    url = f"/trajecten/{omar.nummer}/gezin/{band.pk}/ontkoppelen/"
    assert url in kijk(scherm, omar)
    assert scherm.post(url, {"einde": d()}).status_code == 302
    band.refresh_from_db()
    assert band.einde == VANDAAG


def test_of_a_file_out_of_reach_one_only_hears_that_it_is_there(
    paar, inloggen, delft
) -> None:
    rania, omar = paar
    north, south = (
        Team.objects.create(gemeente=delft, naam=naam) for naam in ("Noord", "Zuid")
    )
    Traject.objects.update(klantmanager=None, team=south)
    Traject.objects.filter(nummer=omar.nummer).update(team=north)
    page = kijk(inloggen(lid_van(delft, team=south)), rania)
    assert "buiten uw bereik: vraag uw teamleider" in page
    assert "Omar" not in page


@pytest.mark.parametrize(
    "rol", ["administratie", "jurist_bezwaar", "externe_begeleider"]
)
def test_the_page_is_for_who_plans(paar, inloggen, delft, rol) -> None:
    rania, _ = paar
    member = lid_van(delft, rol)
    Traject.objects.update(begeleider=member.gebruiker)
    answer = inloggen(member).get(f"/trajecten/{rania.nummer}/gezin/")
    assert answer.status_code == 403


def test_a_secret_address_stands_nowhere_not_even_with_a_housemate(
    thuis, scherm: Client
) -> None:
    mother = thuis("Rania", adres="Schuilplaats 3", geheim_adres=True)
    child = thuis("Sami", adres="schuilplaats  3", postcode="2611pv")
    father = thuis("Omar")
    koppel(child, mother, "ouder")
    koppel(child, father, "ouder")
    page = kijk(scherm, child)
    assert "chuilplaats" not in page
    assert "Omarstraat 1" in page
    # Also when the mother herself is not shown.
    scherm_af(mother)
    assert "chuilplaats" not in kijk(scherm, child)
    assert "chuilplaats" not in kijk(scherm, mother)


def test_who_lives_at_the_same_address_is_suggested_and_never_linked(
    thuis, scherm: Client
) -> None:
    here = {"adres": "Lange Geer 12"}
    rania = thuis("Rania", **here)
    omar = thuis("Omar", adres="lange geer  12", postcode="2611PV")
    thuis("Buur", adres="Lange Geer 14")
    thuis("Geheim", geheim_adres=True, **here)
    scherm_af(thuis("Stil", **here))
    page = scherm.get(f"/trajecten/{rania.nummer}/gezin/")
    assert [h["naam"] for h in page.context["huisgenoten"]] == ["Omar Haddad"]
    assert not Gezinsband.objects.exists()

    (suggestion,) = page.context["huisgenoten"]
    form = scherm.get(suggestion["url"]).content.decode()
    assert f'value="{omar.nummer}"' in form
    assert "geweld of dwang thuis" in form

    koppel(rania, omar, "partner")
    page = scherm.get(f"/trajecten/{rania.nummer}/gezin/")
    assert page.context["huisgenoten"] == []
    scherm_af(rania)
    assert scherm.get(page.request["PATH_INFO"]).context["huisgenoten"] == []


def test_what_cannot_be_linked_is_said_at_the_number(
    paar, thuis, scherm: Client
) -> None:
    rania, omar = paar
    again = Traject.objects.get(nummer=rania.nummer)
    again.pk, again.nummer = None, "2026-99999"
    again.save_without_historical_record()
    url = f"/trajecten/{omar.nummer}/gezin/koppelen/"
    for ander, said in (
        ("2026-77777", "geen toegang"),
        (omar.nummer, "dezelfde persoon"),
        (rania.nummer, "al gekoppeld"),
        ("", "Vul het dossiernummer"),
    ):
        answer = scherm.post(url, {"ander": ander, "soort": "partner", "begin": d(-3)})
        assert answer.status_code == 422
        assert said in str(answer.context["form"].errors["ander"])
        assert f'value="{d(-3)}"' in answer.content.decode()
    url = f"/trajecten/{rania.nummer}/gezin/koppelen/"
    answer = scherm.post(url, {"ander": "2026-99999", "soort": "kind", "begin": d()})
    assert "dezelfde persoon" in str(answer.context["form"].errors["ander"])
    with pytest.raises(NietToegestaan), transaction.atomic():
        koppel(omar, rania, "partner")
    assert Gezinsband.objects.count() == 1


def test_a_link_that_ended_stays_and_can_be_made_again(paar, scherm: Client) -> None:
    rania, omar = paar
    band = Gezinsband.objects.get()
    url = f"/trajecten/{omar.nummer}/gezin/{band.pk}/ontkoppelen/"
    for einde, said in ((d(-6), "begon op"), (d(1), "toekomst")):
        answer = scherm.post(url, {"einde": einde})
        assert said in str(answer.context["form"].errors["einde"])
    assert scherm.post(url, {"einde": d(-1)}).status_code == 302
    assert len(leden(scherm, rania)) == 1
    assert "Omar" in kijk(scherm, rania)
    answer = scherm.get(url)
    assert answer.status_code == 409
    assert "al beëindigd" in answer.content.decode()
    koppel(omar, rania, "familie", VANDAAG)
    assert len(leden(scherm, rania)) == 2


def test_the_form_reads_the_link_from_its_own_side(thuis, scherm: Client) -> None:
    mother, child = thuis("Rania"), thuis("Sami")
    koppel(mother, child, "kind")
    pk = Gezinsband.objects.get().pk
    page = scherm.get(f"/trajecten/{child.nummer}/gezin/{pk}/ontkoppelen/")
    assert [r["waarde"] for r in page.context["form"].getoond()] == [
        "Ouder", "5 juni 2026",
    ]  # fmt: skip


def test_sharing_can_be_turned_on_again(paar, scherm: Client) -> None:
    _, omar = paar
    scherm_af(omar)
    url = f"/trajecten/{omar.nummer}/gezin/delen/"
    assert "checked" in scherm.get(url).content.decode()
    assert scherm.post(url, {}).status_code == 302
    assert not Inburgeraar.objects.filter(niet_delen_met_gezin=True).exists()
    assert Inburgeraar.history.filter(niet_delen_met_gezin=True).exists()


def test_nobody_can_be_linked_with_themselves_by_hand(paar, collega) -> None:
    band = Gezinsband.objects.get()
    band.ander_id = band.traject_id
    with pytest.raises(IntegrityError), transaction.atomic():
        band.save()


def test_a_destroyed_file_takes_its_links_along(paar, delft) -> None:
    rania, omar = paar
    case = Traject.objects.get(nummer=omar.nummer)
    with onder_protocol("dossier proef", "proef", "proef", moment(VANDAAG)) as protocol:
        vernietig_dossier(case, protocol)
    assert not Gezinsband.objects.exists()
    assert not Gezinsband.history.exists()
    assert Traject.objects.filter(nummer=rania.nummer).exists()


def test_statements_do_not_grow_with_the_family(thuis, scherm: Client) -> None:
    """But for one line in the log of each file that is shown."""
    rania = thuis("Rania")

    def ask() -> int:
        with CaptureQueriesContext(connection) as captured:
            kijk(scherm, rania)
        asked = [q["sql"] for q in captured if not q["sql"].startswith(ORDE)]
        return len([sql for sql in asked if "raadpleging" not in sql])

    koppel(rania, thuis("Omar"), "partner")
    ask()
    before = ask()
    for naam in ("Sami", "Lina"):
        koppel(rania, thuis(naam), "kind")
    assert ask() == before <= 12
