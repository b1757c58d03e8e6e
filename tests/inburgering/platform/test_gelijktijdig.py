"""Two at the same moment, for real: nothing lost, nothing double, a clear answer.

PAREN in the environment says how many pairs (8).
"""

import os
import threading
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection, transaction

from inburgering.actions import concept, notitie
from inburgering.actions.traject import AlBekend, toewijzen
from inburgering.actions.uitvoering import AlGedaan, CollegaWasEerder
from inburgering.models import (
    Gebeurtenis,
    Inburgeraar,
    Notitie,
    Nummerreeks,
    Raadpleging,
    Traject,
)
from inburgering.models.gemeente import gemeente
from inburgering.models.keten import controleer, keten
from tests.inburgering.platform.conftest import VROEG, lid_van, nieuw_traject


pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.traag]
PAREN = int(os.environ.get("PAREN", "8"))


def at_once(g, *works: Callable[[], object]) -> list[str]:
    """Do each in a thread of its own, at the same moment; give what came of them."""
    start, came = threading.Barrier(len(works)), [""] * len(works)

    def do(place: int) -> None:
        try:
            start.wait(30)
            with gemeente(g):
                works[place]()
            came[place] = "gedaan"
        except Exception as error:
            came[place] = type(error).__name__
        finally:
            connection.close()

    threads = [threading.Thread(target=do, args=[place]) for place in range(len(works))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(came)


@pytest.fixture
def traject(collega):
    with gemeente(collega.gemeente):
        return nieuw_traject(collega)


def note(traject, lid, **kw) -> Callable[[], object]:
    return lambda: notitie.toevoegen(
        traject=traject, by=lid, on=VROEG + timedelta(hours=1), onderwerp="Bellen",
        tekst="Gebeld.", **kw,
    )  # fmt: skip


def assign(traject, lid, **kw) -> Callable[[], object]:
    return lambda: toewijzen(
        traject=traject, by=lid, on=VROEG + timedelta(hours=1),
        klantmanager=lid.gebruiker, **kw,
    )  # fmt: skip


def test_two_editors_of_one_version(traject, collega, delft):
    other = lid_van(delft)
    for turn in range(1, PAREN + 1):
        with gemeente(delft):
            versie = Traject.objects.get().versie
        came = at_once(
            delft,
            assign(traject, collega, versie=versie, sleutel=uuid4()),
            assign(traject, other, versie=versie, sleutel=uuid4()),
        )
        assert came == [CollegaWasEerder.__name__, "gedaan"]
        with gemeente(delft):
            done = Gebeurtenis.objects.filter(handeling="traject_toewijzen")
            assert done.count() == turn
            assert Traject.objects.get().versie == versie + 1


def test_a_double_click(traject, collega, delft):
    for _ in range(PAREN):
        with gemeente(delft):
            versie, before = Traject.objects.get().versie, Notitie.objects.count()
        click = note(traject, collega, versie=versie, sleutel=uuid4())
        assert at_once(delft, click, click) == [AlGedaan.__name__, "gedaan"]
        with gemeente(delft):
            assert Notitie.objects.count() == before + 1


def test_the_same_person_registered_twice_at_once(collega, delft):
    other = lid_van(delft)
    for n in range(PAREN):
        number = f"{n:010d}"
        came = at_once(
            delft,
            lambda: nieuw_traject(collega, v_nummer=number, sleutel=uuid4()),  # noqa: B023
            lambda: nieuw_traject(other, v_nummer=number, sleutel=uuid4()),  # noqa: B023
        )
        assert came == [AlBekend.__name__, "gedaan"]
    with gemeente(delft):
        assert Inburgeraar.objects.count() == Traject.objects.count() == PAREN


def test_many_new_cases_get_many_numbers(collega, delft):
    works = [lambda n=n: nieuw_traject(collega, v_nummer=f"{n:010d}") for n in range(6)]
    assert at_once(delft, *works) == ["gedaan"] * 6
    with gemeente(delft):
        numbers = Traject.objects.values_list("nummer", flat=True)
        assert Counter(numbers).most_common(1)[0][1] == 1
        assert Nummerreeks.objects.get().laatste == 6


def test_two_sweeps_chain_every_line_once(traject, collega, delft):
    with gemeente(delft):
        for n in range(200):
            Raadpleging.objects.create(
                gemeente=delft, moment=VROEG, inzage="dossier", nummer=f"{n}"
            )
    for _ in range(3):
        assert at_once(delft, *[lambda: keten(Raadpleging)] * 3) == ["gedaan"] * 3
    with gemeente(delft):
        outcome = controleer(Raadpleging)
        assert (outcome.schakels, outcome.ongeketend, outcome.breuk) == (200, 0, "")
        assert Gebeurtenis.objects.count() == 1


def test_a_draft_is_kept_while_the_act_throws_it_away(traject, collega, delft):
    """Autosave after autosave beside the end of the act: never an error."""
    key = f"{traject.nummer}/pip_bespreken/1"

    def keep() -> None:
        for _ in range(5 * PAREN):
            with transaction.atomic():
                concept.bewaar(collega, key, {"tekst": "Hij zei"}, VROEG)

    def throw_away() -> None:
        for _ in range(5 * PAREN):
            with transaction.atomic():
                concept.weggooien(collega, key)

    works = (keep, keep, keep, throw_away, throw_away)
    assert at_once(delft, *works) == ["gedaan"] * len(works)
