"""Published bytes back into figures; everything else is refused with file and line."""

import json
from dataclasses import replace

import pytest

from monitoring.disclosure.lezen import lees
from monitoring.disclosure.uitgave import (
    CIJFERS,
    UITGAVE,
    Blok,
    Onleesbaar,
    Status,
    schrijf,
)
from monitoring.indicators.catalogus import TOTAAL
from tests.monitoring.bouwstenen import COHORT, EDITIES, TWEE_BIJ_TWEE, uitgave


T = TOTAAL
GOED = uitgave(
    TWEE_BIJ_TWEE,
    EDITIES[3],
    {"gestart": {(T, T): 20, ("a", T): 15, ("b", T): 5}},
    niveau=1,
)
GOED = replace(GOED, blokken=(*GOED.blokken, Blok(COHORT, "klaar", Status.TE_KLEIN)))


def test_written_and_read_is_the_same():
    assert lees(schrijf(GOED, TWEE_BIJ_TWEE), TWEE_BIJ_TWEE) == GOED


def kop(**anders):
    def verander(bestanden):
        inhoud = json.loads(bestanden[UITGAVE]) | anders
        bestanden[UITGAVE] = json.dumps(inhoud).encode()

    return verander


def telling(**anders):
    def verander(bestanden):
        inhoud = json.loads(bestanden[UITGAVE])
        inhoud["tellingen"][0] |= anders
        bestanden[UITGAVE] = json.dumps(inhoud).encode()

    return verander


def cijfers(oud, nieuw):
    def verander(bestanden):
        assert oud.encode() in bestanden[CIJFERS]
        bestanden[CIJFERS] = bestanden[CIJFERS].replace(oud.encode(), nieuw.encode())

    return verander


def dubbel(bestanden):
    inhoud = json.loads(bestanden[UITGAVE])
    inhoud["tellingen"].insert(1, inhoud["tellingen"][1])
    bestanden[UITGAVE] = json.dumps(inhoud).encode()


def zonder_telling(bestanden):
    inhoud = json.loads(bestanden[UITGAVE])
    bestanden[UITGAVE] = json.dumps(inhoud | {"tellingen": []}).encode()


@pytest.mark.parametrize(
    ("verander", "bestand", "regel", "reden"),
    [
        (lambda b: b.pop(UITGAVE), UITGAVE, 1, "geen geldige uitgave"),
        (lambda b: b.update({UITGAVE: b"[]"}), UITGAVE, 1, "geen geldige uitgave"),
        (kop(soort="maand"), UITGAVE, 1, "geen geldige uitgave"),
        (kop(tabel="anders"), UITGAVE, 1, "catalogus"),
        (telling(telling="anders"), UITGAVE, 1, "onbekende telling"),
        (telling(status="anders"), UITGAVE, 1, "onbekende telling"),
        (telling(niveau=7), UITGAVE, 1, "niveau van gestart"),
        (telling(status="te_klein"), UITGAVE, 1, "niveau van gestart"),
        (telling(status="definitief"), CIJFERS, 1, "status van gestart"),
        (telling(cohort=2023), CIJFERS, 1, "cijfers van gestart 2023"),
        (dubbel, UITGAVE, 1, "twee keer"),
        (zonder_telling, CIJFERS, 1, "staan niet in"),
        (lambda b: b.pop(CIJFERS), CIJFERS, 1, "geen geldig cijferbestand"),
        (lambda b: b.update({CIJFERS: b"\xff"}), CIJFERS, 1, "geen geldig"),
        (lambda b: b.update({CIJFERS: b""}), CIJFERS, 1, "kolommen"),
        (cijfers("COHORT", "JAAR"), CIJFERS, 1, "kolommen"),
        (cijfers("a,totaal,15", "a,totaal,vijftien"), CIJFERS, 3, "geen aantal"),
        (cijfers("a,totaal,15", "a,totaal,-15"), CIJFERS, 3, "geen aantal"),
        (cijfers("a,totaal,15", "c,totaal,15"), CIJFERS, 3, "onbekende code"),
        (cijfers("b,totaal,5", "a,totaal,5"), CIJFERS, 4, "twee keer"),
        (cijfers("2024,gestart,b", "MMXXIV,gestart,b"), CIJFERS, 4, "geen jaar"),
        (cijfers("I,GM0001", "I,GM0002"), CIJFERS, 2, "hoort niet bij"),
        (cijfers("b,totaal,5,afgerond", "b,totaal,5"), CIJFERS, 4, "hoort niet bij"),
    ],
)
def test_what_is_no_release_is_refused(verander, bestand, regel, reden):
    bestanden = dict(schrijf(GOED, TWEE_BIJ_TWEE))
    verander(bestanden)

    with pytest.raises(Onleesbaar, match=reden) as fout:
        lees(bestanden, TWEE_BIJ_TWEE)

    assert (fout.value.bestand, fout.value.regel) == (bestand, regel)
