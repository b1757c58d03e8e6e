"""The night: what changed behind the acts is reported, what time changed is kept."""

from dataclasses import replace
from datetime import timedelta

import pytest

from inburgering import outbox
from inburgering.actions import instelling, onderhoud
from inburgering.actions.pip import overnemen
from inburgering.models import (
    Aanbieder,
    Bericht,
    Gebeurtenis,
    Inburgeraar,
    Termijn,
    Termijnafwijking,
    Traject,
)
from inburgering.models.gemeente import gemeente
from inburgering.wet.begrippen import Trajectstatus
from inburgering.wet.kalender import plus_maanden
from inburgering.wet.stand import stand
from tests.inburgering.platform.conftest import VROEG, lid_van, nieuw_traject


pytestmark = pytest.mark.django_db
NACHT = VROEG.replace(hour=3) + timedelta(days=1)


@pytest.fixture
def traject(collega):
    with gemeente(collega.gemeente):
        made = nieuw_traject(collega)
    Bericht.objects.all().delete()
    return made


def nacht(moment=NACHT) -> None:
    onderhoud.nachtelijk(moment)
    while outbox.leegmaken(moment):
        pass
    nightly = Bericht.objects.filter(soort__in=["herberekening", "historie"])
    assert not nightly.exclude(fout="").exists()


def bevindingen():
    """What was computed differently; rows held against their history come apart."""
    return Termijnafwijking.objects.exclude(veld__startswith="rij ")


def test_a_second_scheduler_asks_for_nothing_more(traject):
    onderhoud.nachtelijk(NACHT)
    onderhoud.nachtelijk(NACHT + timedelta(hours=4))
    assert Bericht.objects.filter(soort="herberekening").count() == 1


def test_before_two_at_night_nothing_happens(traject):
    onderhoud.nachtelijk(NACHT.replace(hour=0))
    assert outbox.te_doen(NACHT.replace(hour=1)) == []
    assert len(outbox.te_doen(NACHT.replace(hour=2))) == 2


def test_a_quiet_night_changes_nothing(traject, collega):
    with gemeente(collega.gemeente):
        before = list(Termijn.history.values())
        assert before
    nacht()
    with gemeente(collega.gemeente):
        assert list(Termijn.history.values()) == before
        assert Traject.history.count() == 1
        assert not Termijnafwijking.objects.exists()


def test_a_term_changed_behind_the_acts_is_reported_and_not_mended(traject, collega):
    with gemeente(collega.gemeente):
        row = Termijn.objects.first()
        right, wrong = row.uiterlijk, row.uiterlijk + timedelta(days=9)
        Termijn.objects.filter(pk=row.pk).update(uiterlijk=wrong)
    nacht()
    with gemeente(collega.gemeente):
        assert Termijn.objects.get(pk=row.pk).uiterlijk == wrong
        found = bevindingen().get()
        assert found.veld == f"termijn {row.soort} 1"
        assert (f"{wrong}" in found.bewaard, f"{right}" in found.berekend) == (
            True,
        ) * 2

    later = NACHT + timedelta(days=1)
    nacht(later)
    with gemeente(collega.gemeente):
        found = bevindingen().get()
        assert (found.gevonden_op, found.gezien_op) == (NACHT.date(), later.date())
        Termijn.objects.filter(pk=row.pk).update(uiterlijk=right)
    nacht(later + timedelta(days=1))
    with gemeente(collega.gemeente):
        assert bevindingen().get().verdwenen_op is not None


def test_a_status_changed_behind_the_acts_is_reported(traject, collega):
    with gemeente(collega.gemeente):
        Traject.objects.filter(pk=traject.pk).update(status="leerroute")
    nacht()
    with gemeente(collega.gemeente):
        found = bevindingen().get()
        assert (found.veld, found.bewaard) == ("status", "leerroute")
        assert Traject.objects.get().status == "leerroute"


def test_what_time_changed_is_kept_with_its_history_and_trail(
    traject, collega, monkeypatch
):
    begint = (NACHT + timedelta(days=5)).date()

    def vanaf_die_dag(feiten, dag):
        uitkomst = stand(feiten, dag)
        return (
            replace(uitkomst, status=Trajectstatus.PIP) if dag >= begint else uitkomst
        )

    for place in ("models.dossier", "actions.herberekening"):
        monkeypatch.setattr(f"inburgering.{place}.stand", vanaf_die_dag)
    for days in range(8):
        nacht(NACHT + timedelta(days=days))
    with gemeente(collega.gemeente):
        assert not Termijnafwijking.objects.exists()
        assert Traject.objects.get().status == Trajectstatus.PIP
        assert [row.history_date.date() for row in Traject.history.all()] == [
            begint, VROEG.date(),
        ]  # fmt: skip
        line = Gebeurtenis.objects.get(automatisch=True)
        assert (line.nummer, line.naam, line.gebruiker) == (traject.nummer, "", None)
        assert Traject.history.first().history_user_id is None
    assert Bericht.objects.filter(soort="feiten_bijwerken").count() == 1


def test_more_cases_than_one_part_holds(collega, monkeypatch):
    monkeypatch.setattr("inburgering.actions.herberekening.PER_DEEL", 2)
    with gemeente(collega.gemeente):
        for _ in range(5):
            nieuw_traject(collega)
        Traject.objects.update(leerroute="z_route")
    nacht()
    with gemeente(collega.gemeente):
        assert bevindingen().count() == 5
        assert Inburgeraar.objects.count() == 5
    assert Bericht.objects.filter(soort="herberekening").count() == 3


def test_a_row_that_is_not_what_its_history_says_is_reported(traject, collega):
    with gemeente(collega.gemeente):
        Inburgeraar.objects.update(geboortedatum="1971-00-00")
        Termijn.objects.filter(pk=Termijn.objects.first().pk).update(reden="Anders")
        school = Aanbieder(gemeente=collega.gemeente, naam="Stil", keurmerk="geen")
        school.save_without_historical_record()
    nacht()
    with gemeente(collega.gemeente):
        found = {
            a.veld: a for a in Termijnafwijking.objects.filter(veld__startswith="rij")
        }
        assert {veld.split()[1]: a.bewaard for veld, a in found.items()} == {
            "inburgeraar": "gewijzigd: geboortedatum", "termijn": "gewijzigd: reden",
            "aanbieder": "ingevoegd",
        }  # fmt: skip
        Inburgeraar.objects.update(geboortedatum="1990-05-00")
    nacht(NACHT + timedelta(days=1))
    with gemeente(collega.gemeente):
        gone = Termijnafwijking.objects.exclude(verdwenen_op=None)
        assert [a.veld.split()[1] for a in gone] == ["inburgeraar"]
        assert Termijnafwijking.objects.filter(veld__startswith="rij").count() == 3


@pytest.mark.parametrize(
    ("vanaf", "maanden"),
    [
        pytest.param(0, 24, id="dag_waarop_het_venster_begint"),
        pytest.param(1, 18, id="dag_erna"),
    ],
)
def test_a_number_that_was_set_moves_what_has_yet_to_begin(
    traject, collega, vanaf, maanden
):
    morgen = VROEG.date() + timedelta(days=1)
    later = VROEG + timedelta(hours=2)
    with gemeente(collega.gemeente):
        overnemen(
            traject=traject, by=collega, on=VROEG + timedelta(hours=1),
            dagtekening=VROEG.date(), leerroute="b1_route",
            herkomst="andere_gemeente",
        )  # fmt: skip
        beheerder = lid_van(collega.gemeente, "functioneel_beheerder")
        instelling.vastleggen(
            by=beheerder, on=later, naam="leerroute_wijzigen_maanden", waarde=24,
            geldig_vanaf=morgen + timedelta(days=vanaf), reden="Besluit van het college",
        )  # fmt: skip
        Bericht.objects.all().delete()
    nacht()
    with gemeente(collega.gemeente):
        assert not Termijnafwijking.objects.exists()
        row = Termijn.objects.get(soort="leerroute_wijzigen")
        assert (row.begin, row.einde) == (morgen, plus_maanden(morgen, maanden))
        moved = Gebeurtenis.objects.filter(automatisch=True).exists()
        assert moved == (maanden == 24)


def verander_achterom(traject, **velden) -> None:
    """Change a recorded fact as no act would do it."""
    Traject.objects.filter(pk=traject.pk).update(**velden)


def feiten_die_niet_kloppen():
    return Termijnafwijking.objects.filter(veld__startswith="feit ", verdwenen_op=None)


def test_facts_that_cannot_be_true_together_are_reported_until_mended(traject, collega):
    plicht = traject.datum_plicht
    with gemeente(collega.gemeente):
        verander_achterom(traject, datum_plicht=NACHT.date() + timedelta(days=30))
    nacht()
    with gemeente(collega.gemeente):
        found = {rij.veld for rij in feiten_die_niet_kloppen()}
        assert found == {
            "feit traject 0 datum_plicht", "feit traject 0 datum_kennisgeving",
        }  # fmt: skip
        verander_achterom(traject, datum_plicht=plicht)
    nacht(NACHT + timedelta(days=1))
    with gemeente(collega.gemeente):
        assert not feiten_die_niet_kloppen().exists()


def test_a_closed_case_is_checked_too_and_not_computed_anew(traject, collega):
    with gemeente(collega.gemeente):
        verander_achterom(
            traject, status=Trajectstatus.AFGESLOTEN,
            datum_plicht=NACHT.date() + timedelta(days=30),
        )  # fmt: skip
    nacht()
    with gemeente(collega.gemeente):
        assert feiten_die_niet_kloppen().exists()
        assert Traject.objects.get().status == Trajectstatus.AFGESLOTEN
        assert bevindingen().count() == feiten_die_niet_kloppen().count()
