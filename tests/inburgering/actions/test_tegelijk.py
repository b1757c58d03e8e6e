"""Two colleagues at the very same moment, on a real database with real transactions."""

import threading
from collections.abc import Callable
from uuid import UUID, uuid4

import pytest
from django.db import connection

from inburgering.actions import intake, opmerking, traject
from inburgering.actions.traject import AlBekend
from inburgering.actions.uitvoering import AlGedaan, CollegaWasEerder
from inburgering.models import BredeIntake, Gebeurtenis, Opmerking, Traject
from inburgering.models.gemeente import gemeente
from tests.inburgering.cast import VANDAAG, Leven, lid_van, moment, persoon


pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.traag]


def tegelijk(*werk: Callable[[], object]) -> list[str]:
    """Do things at once, each on its own connection; give how each ended."""
    start = threading.Barrier(len(werk))
    outcomes: list[str] = []

    def one(do: Callable[[], object]) -> None:
        try:
            start.wait(10)
            do()
            outcomes.append("gedaan")
        except Exception as error:
            outcomes.append(type(error).__name__)
        finally:
            connection.close()

    threads = [threading.Thread(target=one, args=(do,)) for do in werk]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    return sorted(outcomes)


def starten(life: Leven, sleutel: UUID, versie: int | None) -> Callable[[], object]:
    def do() -> None:
        with gemeente(life.lid.gemeente):
            intake.starten(
                traject=life.traject, by=life.lid, on=moment(VANDAAG),
                gestart_op=VANDAAG, versie=versie, sleutel=sleutel,
            )  # fmt: skip

    return do


def test_of_two_who_save_the_same_case_one_is_told(delft) -> None:
    with gemeente(delft):
        life = Leven(lid_van(delft))

    outcomes = tegelijk(*(starten(life, uuid4(), 1) for _ in range(2)))

    assert outcomes == sorted([CollegaWasEerder.__name__, "gedaan"])
    with gemeente(delft):
        assert BredeIntake.objects.count() == 1
        assert Traject.objects.get().versie == 2


@pytest.mark.parametrize("versie", [1, None])
def test_of_two_clicks_on_one_form_one_is_done(delft, versie) -> None:
    with gemeente(delft):
        life = Leven(lid_van(delft))
    key = uuid4()

    outcomes = tegelijk(*(starten(life, key, versie) for _ in range(2)))

    assert outcomes == sorted([AlGedaan.__name__, "gedaan"])
    with gemeente(delft):
        assert BredeIntake.objects.count() == 1
        assert Gebeurtenis.objects.filter(sleutel=key).count() == 1


def test_a_person_is_registered_once_by_two_at_the_same_moment(delft) -> None:
    lids = [lid_van(delft), lid_van(delft)]

    def registreren(lid) -> Callable[[], object]:
        def do() -> None:
            with gemeente(delft):
                traject.registreren(
                    by=lid, on=moment(VANDAAG), sleutel=uuid4(), **persoon(7)
                )

        return do

    outcomes = tegelijk(*(registreren(lid) for lid in lids))

    assert outcomes == sorted([AlBekend.__name__, "gedaan"])
    with gemeente(delft):
        assert Traject.objects.count() == 1


@pytest.mark.parametrize("klikken", ["twee collega's", "dubbel"])
def test_of_two_first_remarks_one_is_told(delft, klikken) -> None:
    with gemeente(delft):
        life = Leven(lid_van(delft))
    keys = [uuid4(), uuid4()] if klikken == "twee collega's" else [uuid4()] * 2

    def schrijf(key: UUID) -> Callable[[], object]:
        def do() -> None:
            with gemeente(delft):
                opmerking.bijwerken(
                    traject=life.traject, by=life.lid, on=moment(VANDAAG),
                    tekst="Belt zelf", bekend=0, sleutel=key,
                )  # fmt: skip

        return do

    outcomes = tegelijk(*map(schrijf, keys))

    told = CollegaWasEerder if klikken == "twee collega's" else AlGedaan
    assert outcomes == sorted([told.__name__, "gedaan"])
    with gemeente(delft):
        assert Opmerking.objects.get().versie == 1
        assert Traject.objects.get().versie == 1
