"""Dividing new persons: who waits, to whom they could go and why, and that it is done."""

from datetime import timedelta

import pytest

from inburgering.actions import duobesluit, gezin, verlof
from inburgering.actions import traject as trajecten
from inburgering.models import Gebeurtenis, Gezinsband, Team, Traject
from inburgering.views.verdelen import (
    Collega,
    collegas_met_werk,
    stel_voor,
    talen_van,
)
from tests.inburgering.views.zaken import lid_van, nieuw, op, toegewezen


URL = "/werkvoorraad/te-verdelen/"


def dagen(n: int) -> timedelta:
    return timedelta(days=n)


def sluit(case: Traject, lid, dag) -> None:
    """Close a case as recorded by mistake."""
    duobesluit.vastleggen(
        traject=case, by=lid, on=op(dag), soort="plicht_beeindigd", besloten_op=dag,
        reden_einde="onterecht_of_andere_wet",
    )  # fmt: skip
    trajecten.afsluiten(
        traject=case, by=lid, on=op(dag), afgesloten_op=dag, reden="ten_onrechte"
    )


@pytest.fixture
def wachtend(collega, vandaag):
    """Give two persons without a caseworker; the first waits longest."""
    first = nieuw(collega, vandaag - dagen(9), "Yonas Tesfay", contacttaal="Tigrinya")
    second = nieuw(collega, vandaag - dagen(2), "Li Wen", adres="Kade 3",
                   postcode="2611BB")  # fmt: skip
    return first, second


def test_who_waits_longest_stands_first_and_who_has_somebody_is_not_there(
    als, collega, wachtend, vandaag
):
    theirs = toegewezen(
        nieuw(collega, vandaag - dagen(30), "Olena Bondar"), collega, vandaag
    )
    answer = als(collega).get(URL)
    page = answer.content.decode()
    assert [r["naam"] for r in answer.context["regels"]] == ["Yonas Tesfay", "Li Wen"]
    assert [r["wacht"] for r in answer.context["regels"]] == ["9 dagen", "2 dagen"]
    assert theirs.nummer not in page
    assert "Te verdelen" in als(collega).get("/werkvoorraad/").content.decode()


@pytest.mark.parametrize(
    ("getypt", "talen"),
    [
        ("", set()),
        ("Arabisch", {"arabisch"}),
        (" Arabisch,  Tigrinya ,, Français", {"arabisch", "tigrinya", "francais"}),
    ],
)
def test_languages_as_people_type_them(getypt, talen):
    assert talen_van(getypt) == talen


def colleague(key: int, naam: str, werk: int, *, talen: str = "", teams=()) -> Collega:
    return Collega(
        key, naam, overal=not teams, teams=set(teams), talen=talen_van(talen), werk=werk
    )


@pytest.mark.parametrize(
    ("huisgenoot", "taal", "werk", "wie", "reden"),
    [
        (None, "", (3, 2), "Bo", "minste werk"),
        (None, "", (2, 2), "An", "minste werk"),  # as much: by name
        (None, "Tigrinya", (9, 2), "An", "spreekt Tigrinya"),
        (2, "Tigrinya", (1, 9), "Bo", "zelfde adres"),
        (99, "", (1, 2), "An", "minste werk"),  # nobody who may open it
    ],
)
def test_a_proposal_goes_by_household_then_language_then_work(
    wachtend, huisgenoot, taal, werk, wie, reden
):
    case = wachtend[0]
    case.inburgeraar.contacttaal = taal
    people = [
        colleague(1, "An", werk[0], talen="tigrinya"), colleague(2, "Bo", werk[1]),
    ]  # fmt: skip
    found = stel_voor(case, people, huisgenoot)
    assert found.collega is not None
    assert found.collega.naam == wie
    assert reden in found.reden


def test_who_may_not_open_a_case_is_not_proposed(wachtend):
    case = wachtend[0]
    case.team_id = 7
    other = colleague(1, "An", 0, teams=(8,))
    assert stel_voor(case, [other], 1).collega is None
    assert "mag openen" in stel_voor(case, [other], None).reden
    assert (
        stel_voor(case, [other, colleague(2, "Bo", 50, teams=(7,))], 1).collega.id == 2
    )


def test_who_leads_divides_and_is_not_proposed(als, collega, teamleider, wachtend):
    lines = als(teamleider).get(URL).context["regels"]
    assert {line["voorstel"].collega.naam for line in lines} == {"J. de Wit"}
    assert "M. Visser" in dict(lines[0]["keuzes"]).values()
    alone = stel_voor(
        wachtend[0], [Collega(1, "An", begeleidt=False, overal=True)], None
    )
    assert alone.collega is None
    assert "kies zelf" in alone.reden


def test_work_weighs_by_state_and_no_number_of_a_colleague_is_shown(
    als, collega, wachtend, vandaag
):
    toegewezen(nieuw(collega, vandaag - dagen(3), "Olena Bondar"), collega, vandaag)
    (mine,) = [c for c in collegas_met_werk(vandaag) if c.id == collega.gebruiker_id]
    assert mine.werk == 2
    page = als(collega).get(URL).content.decode()
    assert "werk: " not in page.lower()
    assert "2 taken" not in page


def test_each_proposal_counts_at_once(als, collega, vandaag):
    """Ten new persons are not all proposed to the one who had least work before."""
    lid_van(collega.gemeente, naam="A. Bakker", team=collega.team)
    for n in range(4):
        nieuw(collega, vandaag - dagen(n + 1), f"Persoon {n}", adres=f"Kade {n}")
    lines = als(collega).get(URL).context["regels"]
    names = [line["voorstel"].collega.naam for line in lines]
    assert sorted(names) == ["A. Bakker", "A. Bakker", "J. de Wit", "J. de Wit"]


def test_a_secret_address_is_neither_shown_nor_compared(als, collega, vandaag):
    other = lid_van(collega.gemeente, naam="A. Bakker", team=collega.team)
    at_home = nieuw(collega, vandaag - dagen(50), "Olena Bondar")
    toegewezen(at_home, other, vandaag - dagen(40))
    nieuw(collega, vandaag - dagen(1), "Geheime Gast", geheim_adres=True)
    (line,) = als(collega).get(URL).context["regels"]
    assert line["waar"] == "Adres is geheim"
    assert "adres" not in line["voorstel"].reden


def test_somebody_at_the_same_address_goes_to_who_is_there_already(
    als, collega, vandaag
):
    other = lid_van(collega.gemeente, naam="A. Bakker", team=collega.team)
    at_home = nieuw(collega, vandaag - dagen(50), "Olena Bondar")
    toegewezen(at_home, other, vandaag - dagen(40))
    nieuw(collega, vandaag - dagen(1), "Taras Bondar")
    (line,) = als(collega).get(URL).context["regels"]
    assert line["voorstel"].collega.naam == "A. Bakker"
    assert "zelfde adres" in line["voorstel"].reden


@pytest.mark.parametrize(
    ("einde", "deelt", "dicht", "samen"),
    [
        (False, True, False, True), (True, True, False, False),
        (False, False, False, False), (False, True, True, False),
    ],
)  # fmt: skip
def test_a_family_goes_to_who_helps_one_of_them(
    als, collega, vandaag, einde, deelt, dicht, samen
):
    """Not after the link ended, nor when one does not share or the case is closed."""
    other = lid_van(collega.gemeente, naam="A. Bakker", team=collega.team)
    known = nieuw(collega, vandaag - dagen(50), "Olena Bondar", adres="Kade 8")
    known = toegewezen(known, other, vandaag - dagen(40))
    new = nieuw(collega, vandaag - dagen(1), "Taras Bondar", adres="Kade 9")
    gezin.koppelen(
        traject=new, by=collega, on=op(vandaag), ander=known.nummer, soort="ouder",
        begin=vandaag - dagen(1),
    )  # fmt: skip
    if einde:
        row = Gezinsband.objects.get()
        gezin.ontkoppelen(
            traject=new, by=collega, on=op(vandaag), id=row.pk, einde=vandaag
        )
    gezin.delen(traject=new, by=collega, on=op(vandaag), niet_delen_met_gezin=not deelt)
    if dicht:
        sluit(known, collega, vandaag)
    (line,) = als(collega).get(URL).context["regels"]
    assert ("uit hetzelfde gezin" in line["voorstel"].reden) is samen
    assert not samen or line["voorstel"].collega.naam == "A. Bakker"


def test_a_family_that_waits_together_stays_together(als, collega, vandaag):
    for naam in ("A. Bakker", "C. Vos"):
        lid_van(collega.gemeente, naam=naam, team=collega.team)
    one, two, three = (
        nieuw(collega, vandaag - dagen(9 - n), f"Persoon {n}", adres=f"Kade {n}")
        for n in range(3)
    )
    gezin.koppelen(
        traject=three, by=collega, on=op(vandaag), ander=one.nummer, soort="partner",
        begin=vandaag,
    )  # fmt: skip
    first, second, third = als(collega).get(URL).context["regels"]
    assert first["voorstel"].collega is third["voorstel"].collega
    assert second["voorstel"].collega is not first["voorstel"].collega
    assert "hierboven voorgesteld" in third["voorstel"].reden
    assert two.nummer == second["nummer"]


@pytest.mark.parametrize(
    ("anders", "samen"),
    [
        ({}, True), ({"adres": "Kade 9"}, False), ({"geheim_adres": True}, False),
        ({"adres": "", "postcode": ""}, False),
    ],
)  # fmt: skip
def test_a_household_that_waits_together_stays_together(
    als, collega, vandaag, anders, samen
):
    lid_van(collega.gemeente, naam="A. Bakker", team=collega.team)
    nieuw(collega, vandaag - dagen(9), "Olena Bondar", adres="Kade 8")
    nieuw(collega, vandaag - dagen(8), "Taras Bondar", **{"adres": "Kade 8"} | anders)
    first, second = (r["voorstel"] for r in als(collega).get(URL).context["regels"])
    assert (first.collega.naam == second.collega.naam) is samen
    assert ("hetzelfde adres" in second.reden) is samen


@pytest.mark.parametrize(
    ("van", "tot", "weg"),
    [(-3, -1, False), (-3, 0, True), (0, 3, True), (1, 3, False)],
)
def test_who_is_away_is_not_proposed_for_having_little_work(
    als, collega, vandaag, van, tot, weg
):
    other = lid_van(collega.gemeente, naam="A. Bakker", team=collega.team)
    busy = nieuw(collega, vandaag - dagen(50), "Olena Bondar", adres="Kade 8")
    toegewezen(busy, collega, vandaag - dagen(40))
    nieuw(collega, vandaag - dagen(1), "Taras Bondar", adres="Kade 9")
    verlof.plannen(
        by=other, on=op(vandaag - dagen(9)), vervanger=collega.gebruiker,
        van=vandaag + dagen(van), tot_en_met=vandaag + dagen(tot),
    )  # fmt: skip
    (line,) = als(collega).get(URL).context["regels"]
    proposed = line["voorstel"].collega.naam
    assert proposed == ("J. de Wit" if weg else "A. Bakker")
    assert ("A. Bakker (nu afwezig)" in dict(line["keuzes"]).values()) is weg


def test_when_everybody_is_away_nobody_is_proposed_but_at_home(wachtend):
    away = Collega(1, "An", overal=True, weg=True)
    assert stel_voor(wachtend[0], [away], None).collega is None
    assert "afwezig; kies zelf" in stel_voor(wachtend[0], [away], None).reden
    at_home = stel_voor(wachtend[0], [away], 1)
    assert at_home.collega is away
    assert at_home.reden.endswith(", nu afwezig")


def test_dividing_gives_a_result_per_row(als, collega, wachtend):
    first, second = wachtend
    other = lid_van(collega.gemeente, naam="A. Bakker", team=collega.team)
    answer = als(collega).post(
        URL,
        {"traject": [first.pk, second.pk], f"naar_{first.pk}": collega.gebruiker_id,
         f"naar_{second.pk}": other.gebruiker_id},
    )  # fmt: skip
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "2 van 2 mensen zijn verdeeld" in page
    assert "Naar A. Bakker" in page
    assert Traject.objects.get(pk=first.pk).klantmanager == collega.gebruiker
    assert Traject.objects.get(pk=second.pk).klantmanager == other.gebruiker
    assert Gebeurtenis.objects.filter(handeling="traject_toewijzen").count() == 2
    assert "Iedereen heeft een klantmanager" in als(collega).get(URL).content.decode()


def test_nothing_chosen_or_nobody_is_said_and_the_choice_stays(als, collega, wachtend):
    first, second = wachtend
    other = lid_van(collega.gemeente, naam="A. Bakker", team=collega.team)
    elsewhere = Team.objects.create(gemeente=collega.gemeente, naam="Zuid")
    stranger = lid_van(collega.gemeente, naam="C. Vos", team=elsewhere)
    for chosen in (
        {},
        {"traject": [first.pk], f"naar_{first.pk}": ""},
        {"traject": [first.pk], f"naar_{first.pk}": stranger.gebruiker_id},
        {"traject": ["x"], f"naar_{first.pk}": collega.gebruiker_id},
    ):
        answer = als(collega).post(
            URL, chosen | {f"naar_{second.pk}": other.gebruiker_id}
        )
        assert answer.status_code == 422
        assert "Er is nog niets verdeeld" in answer.content.decode()
        assert answer.context["regels"][1]["gekozen"] == str(other.gebruiker_id)
    assert not Traject.objects.exclude(klantmanager=None).exists()


def test_a_closed_case_waits_for_nobody(als, collega, wachtend, vandaag):
    for case in wachtend:
        sluit(case, collega, vandaag)
    assert "Iedereen heeft een klantmanager" in als(collega).get(URL).content.decode()


def test_statements_do_not_grow_with_who_waits(als, collega, vandaag, hoogstens):
    screen = als(collega)
    nieuw(collega, vandaag - dagen(1), "Persoon 0")
    with hoogstens(11):
        screen.get(URL)
    for n in range(1, 6):
        nieuw(collega, vandaag - dagen(n), f"Persoon {n}", adres=f"Kade {n}")
    with hoogstens(11):
        screen.get(URL)
