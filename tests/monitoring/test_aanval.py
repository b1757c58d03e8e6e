"""The attacker's worlds are real: replayed, each gives exactly the published bytes.

This is what makes a pass of the audit a proof. A world holds true counts for every
edition and a threshold for every cell; the recipe, run on those counts with those
thresholds, must publish the same figures, edition after edition.
"""

import random

import pytest

from monitoring.disclosure import ronde as ronde_module
from monitoring.disclosure.beleid import DREMPELSCHAAL
from monitoring.disclosure.bouw import bouw
from monitoring.disclosure.kubus import kubus_van
from monitoring.disclosure.ronde import Werk, maak_blok
from monitoring.disclosure.tabel import RuweTabel, RuweTelling
from monitoring.disclosure.uitgave import Plek, Uitgave
from monitoring.indicators.catalogus import GROEP_ROUTE
from tests.monitoring.bouwstenen import COHORT, EDITIES, GEMEENTE, levens, ronde


def _naspelen(monkeypatch, wereld, model, gepubliceerd, kennis):
    """The recipe on a world: the editions that it would have published."""

    def drempel(_sleutel, _gemeente, _cohort, telling, *cel):
        kolom = model.drempels.get((telling, cel))
        return 0 if kolom is None else round(wereld[kolom] * DREMPELSCHAAL)

    monkeypatch.setattr(ronde_module, "drempel", drempel)
    eerder = ()
    for echt in gepubliceerd:
        tellingen = {}
        for telling in GROEP_ROUTE.tellingen:
            cellen = {}
            for cel in kubus_van(GROEP_ROUTE, telling.code, 0).cellen:
                plek = Plek(GEMEENTE, echt.editie.code, COHORT, telling.code, cel)
                cellen[cel] = round(wereld[model.cellen[plek]])
            tellingen[COHORT, telling.code] = RuweTelling(cellen)
        ruw = RuweTabel(GEMEENTE, echt.editie, tellingen)
        ruw.controleer(GROEP_ROUTE)
        werk = Werk(ruw, GROEP_ROUTE, eerder, b"", kennis)
        nu = Uitgave(GEMEENTE, GROEP_ROUTE.code, echt.editie, echt.sleutelkenmerk, ())
        for telling in GROEP_ROUTE.tellingen:
            blok = maak_blok(werk, nu, COHORT, telling, 0)
            nu = Uitgave(
                nu.gemeente, nu.tabel, nu.editie, nu.sleutelkenmerk, (*nu.blokken, blok)
            )
        eerder = (*eerder, nu)
    return eerder


@pytest.mark.parametrize("zaad", [1, 5])
def test_every_world_replays_to_the_published_figures(zaad, monkeypatch):
    kwartalen = {2: EDITIES[1], 4: EDITIES[3]}
    gedaan = list(ronde(levens(zaad, 150), kwartalen))
    gepubliceerd = tuple(veilig.uitgave for _, veilig, _ in gedaan)
    assert all(b.niveau == 0 for u in gepubliceerd for b in u.blokken)
    kennis = gedaan[-1][2]

    model = bouw(gepubliceerd, GROEP_ROUTE, COHORT, kennis)
    dobbel = random.Random(zaad)
    gespeeld = set()
    plekken = [plek for plek in model.cellen if plek not in model.bekend]
    for _ in range(10):
        plek = dobbel.choice(plekken)
        grenzen = model.programma.grenzen(model.cellen[plek])
        waarde = dobbel.randint(*map(int, grenzen))
        model.programma.begrens(model.cellen[plek], waarde, waarde)
        wereld = model.programma.los_op()
        model.programma.begrens(model.cellen[plek], *grenzen)
        if wereld is None:
            continue
        gespeeld.add(tuple(round(wereld[k]) for k in model.cellen.values()))
        nagespeeld = _naspelen(monkeypatch, wereld, model, gepubliceerd, kennis)
        assert nagespeeld == gepubliceerd
    assert len(gespeeld) > 5


def test_the_truth_is_one_of_the_worlds():
    """With the true counts filled in there is still a world, for most releases."""
    kwartalen = {2: EDITIES[1], 4: EDITIES[3]}
    gevonden = 0
    for zaad in (3, 4):
        gedaan = list(ronde(levens(zaad, 120), kwartalen))
        uitgaven = [veilig.uitgave for _, veilig, _ in gedaan]
        model = bouw(uitgaven, GROEP_ROUTE, COHORT, gedaan[-1][2])
        for ruw, veilig, _ in gedaan:
            for (cohort, code), telling in ruw.tellingen.items():
                for cel, aantal in telling.cellen.items():
                    plek = Plek(GEMEENTE, veilig.uitgave.editie.code, cohort, code, cel)
                    if plek in model.cellen:
                        model.tussen(plek, aantal, aantal)
        assert model.tegenspraak == []
        gevonden += model.programma.los_op() is not None
    assert gevonden
