"""Correcting: old and new are kept, a term moves only after a second person looked."""

from datetime import date, timedelta

import pytest

from inburgering.actions import feit, herstel, ontzorgen
from inburgering.actions.uitvoering import CollegaWasEerder
from inburgering.models import (
    PIP,
    Document,
    Examenuitslag,
    Gebeurtenis,
    Herstel,
    Termijn,
    Traject,
    herstelbaar,
)
from inburgering.models.dossier import lees
from inburgering.wet import feiten as wet
from inburgering.wet.toetsing import NOG_NIET_GEBOREN
from inburgering.wet.uitkomst import NietToegestaan
from tests.inburgering.views.zaken import (
    lid_van,
    met_intake,
    met_pip,
    nieuw,
    onderweg,
    op,
)


def dagen(n: int) -> timedelta:
    return timedelta(days=n)


FOUT, GOED = date(2026, 5, 4), date(2026, 4, 28)


@pytest.fixture
def zaak(collega, vandaag) -> Traject:
    made = nieuw(collega, vandaag - dagen(260), "Samira Haddad")
    met_intake(made, collega, vandaag - dagen(250))
    met_pip(made, collega, FOUT)
    onderweg(made, collega, vandaag - dagen(190))
    return Traject.objects.select_related("inburgeraar").get(pk=made.pk)


@pytest.fixture
def plan(zaak) -> PIP:
    return PIP.objects.get(traject=zaak)


def vraag(zaak, plan, collega, vandaag, **nieuw_) -> Herstel:
    values = {"dagtekening": GOED, "besproken_op": GOED, "opgesteld_op": GOED} | nieuw_
    return feit.herstellen(
        traject=zaak, by=collega, on=op(vandaag), soort="pips", id=plan.pk,
        nieuw=values, reden="Op de brief staat 28 april",
    ).feit  # fmt: skip


def einde(zaak) -> date:
    return Termijn.objects.get(traject=zaak, soort="inburgeringstermijn").uiterlijk


def test_what_moves_a_legal_term_waits(zaak, plan, collega, vandaag):
    asked = vraag(zaak, plan, collega, vandaag)
    assert asked.status == "gevraagd"
    assert asked.oud["dagtekening"] == "2026-05-04"
    assert asked.nieuw["dagtekening"] == "2026-04-28"
    assert any("Inburgeringstermijn: 5 mei 2026 tot en met 4 mei 2029" in line
               and "28 april 2029" in line for line in asked.gevolgen)  # fmt: skip
    assert any("op 5 mei 2026 verstuurd" in line for line in asked.gevolgen)
    plan.refresh_from_db()
    assert plan.dagtekening == FOUT
    assert einde(zaak) == date(2029, 5, 4)


def test_a_second_person_lets_it_hold(zaak, plan, collega, teamleider, vandaag):
    asked = vraag(zaak, plan, collega, vandaag)
    herstel.goedkeuren(traject=zaak, by=teamleider, on=op(vandaag), id=asked.pk)
    plan.refresh_from_db()
    asked.refresh_from_db()
    assert plan.dagtekening == GOED
    assert einde(zaak) == date(2029, 4, 28)
    assert (asked.status, asked.besloten_door) == ("doorgevoerd", teamleider.gebruiker)
    past = [row.dagtekening for row in plan.history.order_by("history_id")]
    assert past[-2:] == [FOUT, GOED]


def test_the_file_names_what_is_corrected(
    zaak, plan, als, collega, teamleider, vandaag
):
    asked = vraag(zaak, plan, collega, vandaag)
    address = f"/trajecten/{zaak.nummer}/"
    page = als(collega).get(address).content.decode()
    assert "Een herstel wacht op een tweede persoon: PIP" in page
    herstel.goedkeuren(traject=zaak, by=teamleider, on=op(vandaag), id=asked.pk)
    page = als(collega).get(address).content.decode()
    assert "Hersteld op 20 november 2026: PIP. Kijk wat" in page


def test_nobody_approves_their_own(zaak, plan, teamleider, vandaag):
    asked = vraag(zaak, plan, teamleider, vandaag)
    with pytest.raises(NietToegestaan, match="zelf"):
        herstel.goedkeuren(traject=zaak, by=teamleider, on=op(vandaag), id=asked.pk)
    plan.refresh_from_db()
    assert plan.dagtekening == FOUT


def test_rejected_leaves_the_fact(zaak, plan, collega, teamleider, vandaag):
    asked = vraag(zaak, plan, collega, vandaag)
    herstel.afwijzen(
        traject=zaak,
        by=teamleider,
        on=op(vandaag),
        id=asked.pk,
        reden_besluit="Klopt wel",
    )
    plan.refresh_from_db()
    asked.refresh_from_db()
    assert plan.dagtekening == FOUT
    assert (asked.status, asked.reden_besluit) == ("afgewezen", "Klopt wel")
    with pytest.raises(NietToegestaan, match="al besloten"):
        herstel.goedkeuren(traject=zaak, by=teamleider, on=op(vandaag), id=asked.pk)


def test_two_corrections_of_one_fact_do_not_wait_together(zaak, plan, collega, vandaag):
    vraag(zaak, plan, collega, vandaag)
    with pytest.raises(NietToegestaan, match="wacht al"):
        vraag(zaak, plan, collega, vandaag)


def test_a_fact_that_changed_since_is_not_overwritten(
    zaak, plan, collega, teamleider, vandaag
):
    asked = vraag(zaak, plan, collega, vandaag)
    PIP.objects.filter(pk=plan.pk).update(dagtekening=date(2026, 5, 6))
    with pytest.raises(NietToegestaan, match="na de aanvraag gewijzigd"):
        herstel.goedkeuren(traject=zaak, by=teamleider, on=op(vandaag), id=asked.pk)


def test_what_moves_no_legal_term_holds_at_once(zaak, collega, vandaag):
    exam = Examenuitslag.objects.filter(traject=zaak, onderdeel="spreken").get()
    done = feit.herstellen(
        traject=zaak, by=collega, on=op(vandaag), soort="examens", id=exam.pk,
        nieuw={"resultaat": "geslaagd"}, reden="Verkeerde regel",
    )  # fmt: skip
    exam.refresh_from_db()
    assert exam.resultaat == "geslaagd"
    assert done.feit.status == "doorgevoerd"
    assert (done.feit.oud, done.feit.nieuw) == (
        {"resultaat": "gezakt"}, {"resultaat": "geslaagd"},
    )  # fmt: skip
    assert Gebeurtenis.objects.latest("id").reden == "Verkeerde regel"


@pytest.mark.parametrize(
    ("soort", "nieuw_", "melding"),
    [
        ("pips", {"dagtekening": date(2027, 1, 1)}, "toekomst"),
        ("pips", {"dagtekening": date(2026, 5, 1)}, "ligt voor het gesprek"),
        ("pips", {"dagtekening": None}, "heeft een dagtekening"),
        ("pips", {"wensen": "Ik wil weer in de zorg werken."}, "niets gewijzigd"),
        ("examens", {"resultaat": "geen"}, "Een reden hoort bij"),
        ("uren", {"tot_en_met": date(2026, 1, 1)}, "ligt voor de eerste dag"),
        (
            "participaties",
            {"einde": date(2026, 11, 1)},
            "Bij een einde hoort een reden",
        ),
    ],
)
def test_refuses_what_cannot_be_true(zaak, collega, vandaag, soort, nieuw_, melding):
    row = herstelbaar.model_voor(soort).objects.filter(traject=zaak).first()
    with pytest.raises(NietToegestaan, match=melding):
        feit.herstellen(
            traject=zaak, by=collega, on=op(vandaag), soort=soort, id=row.pk,
            nieuw=nieuw_, reden="Vergissing",
        )  # fmt: skip
    assert not Herstel.objects.exists()


def test_a_colleague_was_first(zaak, plan, collega, vandaag):
    with pytest.raises(CollegaWasEerder):
        feit.herstellen(
            traject=zaak, by=collega, on=op(vandaag), soort="pips", id=plan.pk,
            nieuw={"wensen": "Anders"}, reden="x", versie=1,
        )  # fmt: skip


def test_the_registration_can_be_corrected(zaak, collega, vandaag):
    asked = feit.herstellen(
        traject=zaak, by=collega, on=op(vandaag), soort="traject", id=zaak.pk,
        nieuw={"datum_inschrijving": date(2026, 3, 2)}, reden="Verkeerde dag",
    ).feit  # fmt: skip
    # The ten weeks began on that day: a legal term, although it was met long ago.
    assert asked.status == "gevraagd"
    done = feit.herstellen(
        traject=zaak, by=collega, on=op(vandaag), soort="inburgeraar",
        id=zaak.inburgeraar_id, nieuw={"geboortedatum": "1991-00-00"}, reden="Onbekend",
    ).feit  # fmt: skip
    assert done.status == "doorgevoerd"
    assert Traject.objects.get(pk=zaak.pk).inburgeraar.geboortedatum == "1991-00-00"


@pytest.mark.parametrize(
    ("later", "kan"), [(dagen(-1), True), (dagen(0), True), (dagen(1), False)], ids=str
)
def test_nobody_is_born_after_today(vandaag, later, kan):
    born = {"geboortedatum": f"{vandaag + later}"}
    wrong = herstelbaar.onmogelijk("inburgeraar", born, vandaag, "1991-00-00")
    assert wrong == (None if kan else ("geboortedatum", NOG_NIET_GEBOREN))


@pytest.mark.parametrize(
    ("dag", "geboren", "kan"),
    [
        ("1991-02-13", "1991-02-14", False),
        ("1991-02-14", "1991-02-14", True),
        ("1990-12-31", "1991-00-00", False),
        ("1991-01-01", "1991-00-00", True),
        ("1900-01-01", "", True),
    ],
)
def test_nothing_is_corrected_to_a_day_before_the_birth(vandaag, dag, geboren, kan):
    day = {"gebeurd_op": dag}
    wrong = herstelbaar.onmogelijk("handhavingen", day, vandaag, geboren)
    assert (wrong is None) is kan
    assert kan or "voor de geboortedatum" in wrong[1]


def test_a_fact_to_choose_is_named_by_what_says_something(zaak, als, collega, vandaag):
    ontzorgen.starten(
        traject=zaak, by=collega, on=op(vandaag), begonnen_op=vandaag, bijstand=True,
        huur="gemeente_betaalt", energie="gemeente_betaalt", zorgverzekering="niet_nodig",
    )  # fmt: skip
    page = als(collega).get(f"/trajecten/{zaak.nummer}/feit/herstellen/")
    labels = [
        row["label"] for group in page.context["groepen"] for row in group["rijen"]
    ]
    (named,) = (label for label in labels if label.startswith("Eerste dag van"))
    assert named.endswith(", De gemeente betaalt uit de bijstand, Niet nodig")
    assert not any(part.isdigit() for label in labels for part in label.split(", "))


@pytest.mark.parametrize("soort", list(wet.SOORTEN))
def test_every_kind_of_fact_has_fields_to_correct(soort):
    names = {field.name for field in herstelbaar.velden(soort)}
    assert names
    assert not names & {
        "id",
        "gemeente",
        "traject",
        "vastgelegd_op",
        "status",
        "versie",
    }


def test_the_facts_with_the_same_values_are_the_same_facts(zaak, plan, vandaag):
    dossier = lees(zaak, vandaag)
    again = herstelbaar.met_wijziging(dossier.feiten, "pips", plan, {})
    assert again == dossier.feiten


# --- In the browser -------------------------------------------------------------------


def formulier(client, url: str) -> dict[str, str]:
    """Give what a browser would send back unchanged."""
    page = client.get(url)
    assert page.status_code == 200
    form = page.context["form"]
    data = {}
    for veld in form:
        value = veld.value()
        if value is None or value is False:
            continue
        data[veld.name] = veld.field.prepare_value(value)
    return data


def test_a_typing_mistake_in_the_day_of_a_plan(als, zaak, plan, collega, teamleider):
    client = als(collega)
    url = f"/trajecten/{zaak.nummer}/feit/pips/{plan.pk}/herstellen/"
    data = formulier(client, url) | {
        "dagtekening": "28-04-2026", "besproken_op": "28-04-2026",
        "opgesteld_op": "28-04-2026", "reden": "Op de brief staat 28 april",
    }  # fmt: skip
    first = client.post(url, data)
    assert first.status_code == 200
    page = first.content.decode()
    assert "Deze termijnen verschuiven" in page
    assert "28 april 2029" in page
    assert not Herstel.objects.exists()

    done = client.post(url, data | {"bevestigd": "ja"}, follow=True)
    assert "Uw herstel is aangevraagd" in done.content.decode()
    asked = Herstel.objects.get()
    assert asked.status == "gevraagd"
    own = client.get(f"/trajecten/{zaak.nummer}/herstel/{asked.pk}/").content.decode()
    assert "U vroeg dit herstel zelf" not in own or "Goedkeuren</h3>" not in own

    boss = als(teamleider)
    waiting = boss.get("/werkvoorraad/herstel/").content.decode()
    assert "Samira Haddad" in waiting
    assert '<td data-label="Gegeven">PIP</td>' in waiting
    page = boss.get(f"/trajecten/{zaak.nummer}/herstel/{asked.pk}/")
    assert "Goedkeuren" in page.content.decode()
    answer = boss.post(
        f"/trajecten/{zaak.nummer}/herstel/{asked.pk}/goedkeuren/",
        {"versie": Traject.objects.get(pk=zaak.pk).versie}, follow=True,
    )  # fmt: skip
    assert "uiterlijk 28 april 2029" in answer.content.decode()
    plan.refresh_from_db()
    assert plan.dagtekening == GOED


def test_a_double_click_corrects_once(als, zaak, collega):
    exam = Examenuitslag.objects.filter(traject=zaak, onderdeel="spreken").get()
    client = als(collega)
    url = f"/trajecten/{zaak.nummer}/feit/examens/{exam.pk}/herstellen/"
    data = formulier(client, url) | {
        "resultaat": "geslaagd", "reden": "Verkeerd", "bevestigd": "ja",
    }  # fmt: skip
    client.post(url, data)
    again = client.post(url, data, follow=True)
    assert Herstel.objects.count() == 1
    assert again.status_code in (200, 422)


def test_wrong_input_stays_in_the_form(als, zaak, plan, collega):
    client = als(collega)
    url = f"/trajecten/{zaak.nummer}/feit/pips/{plan.pk}/herstellen/"
    data = formulier(client, url) | {"dagtekening": "31-02-2026", "reden": ""}
    answer = client.post(url, data)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "31-02-2026 bestaat niet in de kalender." in page
    assert "Vul in waarom het niet klopt" in page
    assert 'value="31-02-2026"' in page


def test_who_may_not_correct_and_what_is_not_there(als, zaak, plan, collega):
    url = f"/trajecten/{zaak.nummer}/feit/pips/{plan.pk}/herstellen/"
    clerk = als(lid_van(collega.gemeente, "administratie"))
    assert clerk.get(url).status_code == 403
    client = als(collega)
    base = f"/trajecten/{zaak.nummer}/feit"
    assert client.get(f"{base}/onzin/1/herstellen/").status_code == 404
    assert client.get(f"{base}/pips/999999/herstellen/").status_code == 404
    assert client.get(f"{base}/7/herstellen/").status_code == 404
    assert client.get(f"{base}/herstellen/").status_code == 200


def test_a_colleague_without_the_act_decides_nothing(als, zaak, plan, collega, vandaag):
    asked = vraag(zaak, plan, collega, vandaag)
    url = f"/trajecten/{zaak.nummer}/herstel/{asked.pk}"
    other = als(lid_van(collega.gemeente, naam="B. Jansen", team=collega.team))
    assert other.post(f"{url}/goedkeuren/").status_code == 403
    without = als(lid_van(collega.gemeente, "teamleider", mandaat=False))
    assert without.post(f"{url}/goedkeuren/").status_code == 403
    assert without.post(f"{url}/afwijzen/", {}).status_code == 422


def test_a_letter_that_left_is_named(zaak, plan, collega, vandaag):
    Document.objects.create(
        gemeente=collega.gemeente, traject=zaak, soort="pip", feit_id=plan.pk,
        titel="PIP versie 1", sjabloon="pip", gegevens={}, inhoud=b"%PDF", sha256="0",
        gemaakt_op=FOUT, vastgelegd_op=FOUT, vastgelegd_door=collega.gebruiker,
    )  # fmt: skip
    asked = vraag(zaak, plan, collega, vandaag)
    assert any(
        'De brief "PIP versie 1" van 4 mei 2026' in line for line in asked.gevolgen
    )
