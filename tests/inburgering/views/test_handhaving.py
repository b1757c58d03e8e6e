"""Enforcement and objection on screen: what one sees, who sees it, and who decides."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from inburgering import werkvoorraad as werk
from inburgering.actions import beroep, bezwaar, handhaving
from inburgering.actions.feit import herstellen
from inburgering.authorization.roles import Rol
from inburgering.models import Lidmaatschap, Traject
from inburgering.models.besluit import DUOBesluit
from inburgering.models.bezwaar import Bezwaar
from inburgering.models.dossier import lees, zichtbaar
from inburgering.models.handhaving import Handhaving
from inburgering.models.pip import PIP
from inburgering.models.termijn import Termijnafwijking
from inburgering.views.vooruitzicht import gevolgen
from inburgering.wet.handelingen import Handeling
from inburgering.wet.uitkomst import NietToegestaan
from tests.inburgering.views.zaken import (
    lid_van,
    met_intake,
    met_pip,
    nieuw,
    op,
    toegewezen,
)


WEG = ("Niet nagekomen", "Sanctie", "Handhaving", "zwijgrecht", "afspraak_contact")


def dagen(n: int) -> timedelta:
    return timedelta(days=n)


def gezin(collega: Lidmaatschap, dag: date) -> Traject:
    """A family migrant with a plan: no ruling of 2025 stands in the way."""
    made = toegewezen(nieuw(collega, dag - dagen(260), "Ana Silva",
                            doelgroep="gezinsmigrant_en_overige_migrant"), collega, dag - dagen(260))  # fmt: skip
    met_intake(made, collega, dag - dagen(250))
    met_pip(made, collega, dag - dagen(200), intensiteit=None)
    return Traject.objects.select_related("inburgeraar").get(pk=made.pk)


@pytest.fixture
def zaak(collega, vandaag) -> Traject:
    return gezin(collega, vandaag)


def gemeld(zaak: Traject, by: Lidmaatschap, dag: date, **anders: Any) -> Handhaving:
    """Something of the plan was not done."""
    return handhaving.melden(
        traject=zaak, by=by, on=op(dag),
        **{"aanleiding": "pip_niet_nagekomen", "grondslag": "wi2021",
           "gebeurd_op": dag - dagen(1), "omschrijving": "Vier lessen gemist"} | anders,
    ).feit  # fmt: skip


def overwogen(zaak: Traject, by: Lidmaatschap, dag: date) -> Handhaving:
    """All steps up to and including the view of the person."""
    row = gemeld(zaak, by, dag)
    kw: dict[str, Any] = {"traject": zaak, "by": by, "on": op(dag), "id": row.pk}
    handhaving.onderzoeken(
        **kw, gebeld_op=dag, oorzaak_op=dag, oorzaak="geen_reden", hulp_op=dag,
        hulp="Andere lestijden",
    )  # fmt: skip
    handhaving.bespreken(**kw, gesprek_op=dag)
    handhaving.waarschuwen(**kw, gewaarschuwd_op=dag)
    handhaving.overwegen(
        **kw, overwogen_op=dag, cautie_op=dag, cautie_taal="Portugees", tolk=True,
        rapport_op=dag,
    )  # fmt: skip
    handhaving.horen(**kw, zienswijze_op=dag, zienswijze_gebruikt=False)
    return Handhaving.objects.get(pk=row.pk)


BOETE = {
    "besluit": "boete", "bedrag": 100, "verwijtbaarheid": "gewoon",
    "draagkracht_bekeken": True, "motivering": "Vier keer niet gekomen",
}  # fmt: skip


def besluit(zaak: Traject, by: Lidmaatschap, dag: date, row: Handhaving) -> None:
    handhaving.besluiten(
        traject=zaak, by=by, on=op(dag), id=row.pk, besluit_op=dag, **BOETE
    )


# --- The section ----------------------------------------------------------------------


def test_the_section_shows_each_step_and_what_is_missing(als, collega, zaak, vandaag):
    gemeld(zaak, collega, vandaag - dagen(3))

    page = als(collega).get(f"/trajecten/{zaak.nummer}/handhaving/").content.decode()

    for words in (
        "Eerst begrijpen en helpen", "Er kan nog geen sanctie", "Zoek eerst contact",
        "Vier lessen gemist", "Zwijgrecht meegedeeld", "niet bevestigd",
        "Een boete kan tot en met", "800 euro</strong> (niet bevestigd).", "Hier niet nodig",
        "Oorzaak en hulp vastleggen",
    ):  # fmt: skip
        assert words in page, words
    assert "Besluiten over een sanctie</a>" not in page


def test_when_all_steps_are_done_another_may_decide(als, collega, zaak, vandaag):
    overwogen(zaak, collega, vandaag - dagen(3))

    page = als(collega).get(f"/trajecten/{zaak.nummer}/handhaving/").content.decode()

    assert "Alle stappen zijn gezet" in page
    assert "Besluiten over een sanctie" in page


def test_a_decision_ends_the_ladder(als, collega, teamleider, zaak, vandaag):
    row = overwogen(zaak, collega, vandaag - dagen(3))
    besluit(zaak, teamleider, vandaag, row)

    page = als(collega).get(f"/trajecten/{zaak.nummer}/handhaving/").content.decode()

    assert "Boete op grond van de Wi2021" in page
    assert "Er kan nog geen sanctie" not in page
    assert "Besluit over sanctie versturen" in page


@pytest.mark.parametrize(
    ("uitkomst", "van_tafel"), [("gegrond", True), ("ongegrond", False)]
)
def test_a_sanction_that_fell_after_an_objection_is_shown_so(
    als, collega, teamleider, zaak, vandaag, uitkomst, van_tafel
):
    row = overwogen(zaak, collega, vandaag - dagen(3))
    besluit(zaak, teamleider, vandaag, row)
    kw: dict[str, Any] = {"traject": zaak, "by": collega, "on": op(vandaag)}
    handhaving.versturen(**kw, id=row.pk, verstuurd_op=vandaag)
    asked = bezwaar.vastleggen(
        **kw, tegen="handhaving", bekend_op=vandaag, ontvangen_op=vandaag
    ).feit
    bezwaar.beslissen(**kw, id=asked.pk, besloten_op=vandaag, uitkomst=uitkomst,
                      toelichting="Advies")  # fmt: skip

    page = als(collega).get(f"/trajecten/{zaak.nummer}/handhaving/").content.decode()

    assert ("Besluit van tafel na bezwaar of beroep" in page) is van_tafel


def test_an_asielstatushouder_needs_a_lawyer_first(als, collega, teamleider, vandaag):
    zaak = toegewezen(nieuw(collega, vandaag - dagen(260), "Samira Haddad"), collega,
                      vandaag - dagen(260))  # fmt: skip
    met_intake(zaak, collega, vandaag - dagen(250))
    met_pip(zaak, collega, vandaag - dagen(200))
    zaak.refresh_from_db()
    row = overwogen(zaak, collega, vandaag - dagen(3))

    page = als(collega).get(f"/trajecten/{zaak.nummer}/handhaving/").content.decode()
    assert "Laat eerst een jurist toetsen" in page
    with pytest.raises(NietToegestaan, match="geen boete, tenzij"):
        besluit(zaak, teamleider, vandaag, row)

    jurist = lid_van(zaak.gemeente, "jurist_bezwaar")
    handhaving.toetsen(
        traject=zaak, by=jurist, on=op(vandaag), id=row.pk, getoetst_op=vandaag,
        toets_akkoord=True, toets_uitleg="Aanhoudend onwillig, zie rapport",
    )  # fmt: skip
    with pytest.raises(NietToegestaan, match="geen boete, tenzij"):
        besluit(zaak, teamleider, vandaag, row)
    handhaving.besluiten(
        traject=zaak, by=teamleider, on=op(vandaag), id=row.pk, besluit_op=vandaag,
        **BOETE | {"verwijtbaarheid": "aanhoudend"},
    )  # fmt: skip
    row.refresh_from_db()
    assert (row.besluit, row.bedrag) == ("boete", 100)


def test_who_reported_or_considered_does_not_decide(collega, teamleider, zaak, vandaag):
    row = overwogen(zaak, collega, vandaag - dagen(3))

    with pytest.raises(NietToegestaan, match="beslist niet"):
        besluit(zaak, collega, vandaag, row)
    # Neither does who considered it, when another wrote the report.
    herstellen(
        traject=zaak, by=collega, on=op(vandaag), soort="handhavingen", id=row.pk,
        nieuw={"rapport_door": teamleider.gebruiker}, reden="Verkeerde naam",
    )  # fmt: skip
    for lid in (collega, teamleider):
        with pytest.raises(NietToegestaan, match="beslist niet"):
            besluit(zaak, lid, vandaag, row)


@pytest.mark.parametrize(
    ("doelgroep", "grondslag", "woorden"),
    [
        ("gezin", "wi2021", ("hoogstens 800 euro", "verordening")),
        ("asiel", "wi2021", ("hoogstens 800 euro", "geen boete, tenzij")),
        ("asiel", "participatiewet", ("alleen een maatregel, geen boete",)),
    ],
)
def test_the_decision_tells_first_what_can_be(
    collega, zaak, vandaag, doelgroep, grondslag, woorden
):
    if doelgroep == "asiel":
        zaak.doelgroep = "asielstatushouder"
        zaak.save()
    row = gemeld(zaak, collega, vandaag - dagen(3), grondslag=grondslag)
    found = lees(zaak, vandaag)

    lines = " ".join(
        gevolgen(found, Handeling.HANDHAVING_BESLUITEN, found.feiten.handhavingen[0])
    )

    assert row.grondslag == grondslag
    assert all(words in lines for words in woorden)
    assert ("tenzij" in lines) is (doelgroep == "asiel" and grondslag == "wi2021")


def test_what_the_law_tells_is_said_once_on_the_page_that_asks_again(
    als, collega, teamleider, zaak, vandaag
):
    row = overwogen(zaak, collega, vandaag)
    answer = als(teamleider).post(
        f"/trajecten/{zaak.nummer}/handhaving/{row.pk}/besluiten/",
        BOETE | {"besluit_op": f"{vandaag:%d-%m-%Y}"},
    )
    page = answer.content.decode()
    assert "klopt dit?" in page
    assert page.count("Verrekenen met de bijstand") == 1


def test_an_empty_field_never_wipes_what_was_written(collega, zaak, vandaag):
    row = gemeld(zaak, collega, vandaag - dagen(3))
    kw: dict[str, Any] = {
        "traject": zaak,
        "by": collega,
        "on": op(vandaag),
        "id": row.pk,
    }
    handhaving.onderzoeken(**kw, hulp_op=vandaag, hulp="Kinderopvang")
    handhaving.onderzoeken(**kw, gebeld_op=vandaag)

    row.refresh_from_db()
    assert (row.hulp, row.gebeld_op) == ("Kinderopvang", vandaag)


def test_the_form_asks_only_what_is_not_known(als, collega, zaak, vandaag):
    row = gemeld(zaak, collega, vandaag - dagen(3))
    handhaving.onderzoeken(
        traject=zaak, by=collega, on=op(vandaag), id=row.pk, gebeld_op=vandaag
    )
    url = f"/trajecten/{zaak.nummer}/handhaving/{row.pk}/onderzoeken/"

    page = als(collega).get(url).content.decode()
    assert 'name="gebeld_op"' not in page
    assert 'name="hulp_op"' in page
    empty = als(collega).post(url, {})
    assert empty.status_code == 422
    assert "Vul in wat u hebt gedaan" in empty.content.decode()
    loose = als(collega).post(url, {"hulp": "Andere lestijden"})
    assert "Vul ook de datum in" in loose.content.decode()


# --- Objection ------------------------------------------------------------------------


def test_an_objection_goes_its_way(als, collega, teamleider, zaak, vandaag):
    sent = vandaag - dagen(30)
    kw: dict[str, Any] = {"traject": zaak, "by": teamleider, "on": op(vandaag)}
    row = bezwaar.vastleggen(
        **kw, tegen="anders", bekend_op=sent, ontvangen_op=vandaag - dagen(20)
    ).feit
    bezwaar.horen(**kw, id=row.pk, gehoord_op=vandaag - dagen(10))
    page = als(collega).get(f"/trajecten/{zaak.nummer}/bezwaar/").content.decode()
    assert "Op bezwaar beslissen" in page

    bezwaar.beslissen(
        **kw, id=row.pk, besloten_op=vandaag, uitkomst="ongegrond", toelichting="Advies"
    )
    bezwaar.versturen(**kw, id=row.pk, verstuurd_op=vandaag)
    beroep.vastleggen(**kw, id=row.pk, beroep_op=vandaag)
    beroep.afronden(**kw, id=row.pk, uitspraak_op=vandaag, uitspraak="gegrond")

    page = als(collega).get(f"/trajecten/{zaak.nummer}/bezwaar/").content.decode()
    assert "Ongegrond" in page
    row.refresh_from_db()
    assert (row.uitspraak, row.toelichting) == ("gegrond", "Advies")


def test_who_decided_the_plan_does_not_decide_the_objection(
    collega, teamleider, zaak, vandaag
):
    plan = PIP.objects.get(traject=zaak)
    row = bezwaar.vastleggen(
        traject=zaak, by=collega, on=op(vandaag), tegen="pip",
        bekend_op=plan.verstuurd_op, ontvangen_op=vandaag,
    ).feit  # fmt: skip

    def decide(lid: Lidmaatschap) -> None:
        bezwaar.beslissen(
            traject=zaak, by=lid, on=op(vandaag), id=row.pk, besloten_op=vandaag,
            uitkomst="ongegrond",
        )  # fmt: skip

    with pytest.raises(NietToegestaan, match="beslist niet op het bezwaar"):
        decide(collega)
    decide(teamleider)
    assert Bezwaar.objects.get(pk=row.pk).uitkomst == "ongegrond"


# --- Who sees it ----------------------------------------------------------------------


@pytest.fixture
def buiten(zaak, collega, vandaag) -> Lidmaatschap:
    """An external guide of this very case."""
    lid = lid_van(zaak.gemeente, "externe_begeleider", naam="Buiten Staander")
    zaak.begeleider = lid.gebruiker
    zaak.save()
    return lid


@pytest.mark.parametrize("deel", ["handhaving/", "bezwaar/"])
def test_who_may_not_see_it_gets_no_section(als, buiten, collega, zaak, vandaag, deel):
    row = gemeld(zaak, collega, vandaag - dagen(3))
    screen: Client = als(buiten)

    assert screen.get(f"/trajecten/{zaak.nummer}/{deel}").status_code == 403
    page = screen.get(f"/trajecten/{zaak.nummer}/").content.decode()
    for words in (*WEG, "Contact over een afspraak", "Vier lessen"):
        assert words not in page, words
    answer = screen.get(f"/trajecten/{zaak.nummer}/handhaving/{row.pk}/stoppen/")
    assert answer.status_code == 403


def test_the_api_gives_nothing_away_either(als, buiten, collega, zaak, vandaag):
    gemeld(zaak, collega, vandaag - dagen(3))

    inside = als(collega).get(f"/api/v1/trajecten/{zaak.nummer}").content.decode()
    outside = als(buiten).get(f"/api/v1/trajecten/{zaak.nummer}").content.decode()

    assert "afspraak_contact" in inside
    assert "afspraak_contact" not in outside


def test_a_corrected_trail_gives_nothing_away(als, buiten, collega, zaak, vandaag):
    row = gemeld(zaak, collega, vandaag - dagen(3))
    herstellen(
        traject=zaak, by=collega, on=op(vandaag), soort="handhavingen", id=row.pk,
        nieuw={"gebeurd_op": vandaag - dagen(5)}, reden="Verkeerde dag",
    )  # fmt: skip

    inside = als(collega).get(f"/trajecten/{zaak.nummer}/").content.decode()
    outside = als(buiten).get(f"/trajecten/{zaak.nummer}/").content.decode()

    assert "Herstel gevraagd of doorgevoerd" in inside
    assert "Herstel gevraagd of doorgevoerd" not in outside


def test_the_list_speaks_neutrally_and_only_to_who_may_read_it(
    als, buiten, collega, zaak, vandaag
):
    gemeld(zaak, collega, vandaag - dagen(3))

    page = als(collega).get("/werkvoorraad/").content.decode()
    assert "Contact over een afspraak" in page
    assert (
        "andhav"
        not in page.split("<main")[1].split("Contact over een afspraak")[1][:400]
    )
    kinds = {
        lid.rol: set(
            werk.open_termijnen(lid, vandaag, werk.selecties(lid)[0]).values_list(
                "soort", flat=True
            )
        )
        for lid in (collega, buiten, lid_van(zaak.gemeente, "administratie"))
    }
    assert "afspraak_contact" in kinds["klantmanager"]
    assert "afspraak_contact" not in kinds["externe_begeleider"]
    assert "afspraak_contact" not in kinds["administratie"]


def test_what_the_night_found_gives_nothing_away(buiten, collega, zaak, vandaag):
    Termijnafwijking.objects.bulk_create(
        Termijnafwijking(
            gemeente=zaak.gemeente, traject=zaak, veld=f"feit {soort} 1 x",
            bewaard="", berekend="Dit klopt niet", gevonden_op=vandaag,
            gezien_op=vandaag,
        )
        for soort in ("handhavingen", "bezwaren", "pips")
    )  # fmt: skip

    inside, outside = (
        {row.veld.split()[1] for row in werk.klopt_niet(lid)}
        for lid in (collega, buiten)
    )

    assert inside == {"handhavingen", "bezwaren", "pips"}
    assert outside == {"pips"}


@pytest.mark.parametrize(
    ("rol", "ziet"),
    [
        (Rol.KLANTMANAGER, True),
        (Rol.TEAMLEIDER, True),
        (Rol.JURIST_BEZWAAR, True),
        (Rol.AUDITOR, True),
        (Rol.ADMINISTRATIE, False),
        (Rol.EXTERNE_BEGELEIDER, False),
    ],
)
def test_who_reads_the_facts(collega, zaak, vandaag, rol, ziet):
    gemeld(zaak, collega, vandaag - dagen(3))
    whole = lees(zaak, vandaag)

    seen = zichtbaar(whole, rol)

    assert bool(seen.feiten.handhavingen) is ziet
    assert any(t.soort == "afspraak_contact" for t in seen.stand.termijnen) is ziet
    assert any(t["soort"] == "afspraak_contact" for t in seen.termijnen) is ziet


# --- DUO ------------------------------------------------------------------------------


def test_what_duo_could_do_is_told_as_information(als, collega, zaak, vandaag):
    page = als(collega).get(f"/trajecten/{zaak.nummer}/besluiten/").content.decode()

    assert "Wat kan er volgen als de termijn voorbij is?" in page
    assert "hoogstens 1000 euro" in page
    assert "24 maanden" in page


# --- Correcting -----------------------------------------------------------------------


def test_a_correction_never_takes_a_decision(collega, zaak, vandaag):
    row = overwogen(zaak, collega, vandaag - dagen(3))

    with pytest.raises(NietToegestaan, match="Neem eerst het besluit"):
        herstellen(
            traject=zaak, by=collega, on=op(vandaag), soort="handhavingen", id=row.pk,
            nieuw={"besluit": "boete", "besluit_op": vandaag, "bedrag": 800},
            reden="Sneller",
        )  # fmt: skip


@pytest.mark.parametrize(
    ("nieuw", "meteen"),
    [({"bedrag": 80}, False), ({"omschrijving": "Drie lessen gemist"}, True)],
)
def test_what_was_decided_is_corrected_by_two(
    collega, teamleider, zaak, vandaag, nieuw, meteen
):
    row = overwogen(zaak, collega, vandaag - dagen(3))
    besluit(zaak, teamleider, vandaag, row)

    herstellen(
        traject=zaak, by=collega, on=op(vandaag), soort="handhavingen", id=row.pk,
        nieuw=nieuw, reden="Typefout",
    )  # fmt: skip

    row.refresh_from_db()
    name, value = next(iter(nieuw.items()))
    assert (getattr(row, name) == value) is meteen


@pytest.mark.parametrize(
    ("soort", "velden", "fout"),
    [
        ("boete", {}, "Vul het bedrag in"),
        ("boete", {"bedrag": "340"}, ""),
        ("boete_aangekondigd", {}, ""),
        ("nieuwe_termijn", {}, "Vul de einddatum in"),
        ("nieuwe_termijn", {"einddatum": "01-06-2030", "bedrag": "340"}, ""),
    ],
)
def test_a_fine_and_a_new_term_of_duo_are_recorded(
    als, collega, zaak, vandaag, soort, velden, fout
):
    answer = als(collega).post(
        f"/trajecten/{zaak.nummer}/duobesluit/vastleggen/",
        {"soort": soort, "besloten_op": "19-11-2026", "herkomst": "duo"} | velden,
    )

    assert answer.status_code == (422 if fout else 302)
    assert fout in answer.content.decode()
    rows = DUOBesluit.objects.filter(traject=zaak)
    assert rows.count() == (0 if fout else 1)
    for row in rows:
        # What the kind does not say is left out, also when it was typed.
        assert row.bedrag == (340 if soort == "boete" else None)
    end = next(
        t.uiterlijk for t in lees(zaak, vandaag).stand.termijnen
        if t.soort == "inburgeringstermijn"
    )  # fmt: skip
    assert (end == date(2030, 5, 31)) is (soort == "nieuwe_termijn" and not fout)
