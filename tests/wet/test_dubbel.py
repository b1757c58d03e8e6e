"""Hetzelfde feit tweemaal: bij het vastleggen gezegd, en in het dossier gevonden."""

from dataclasses import replace
from typing import Any

from inburgering.wet.begrippen import DUOBesluitsoort, Niveau, Verhuissoort
from inburgering.wet.dubbel import PER_SOORT, ZELFDE
from inburgering.wet.feiten import Feiten
from inburgering.wet.handelingen import HANDELINGEN
from inburgering.wet.samenhang import bevindingen
from inburgering.wet.toetsing import toets as toets_de_wet
from tests.elk import bij_elk, rij_voor_rij
from tests.wet.bouw import (
    aanmelding,
    aanvraag,
    besluit,
    bezwaar,
    d,
    examen,
    gesprek,
    groepswijziging,
    op_route,
    toets,
    verhuizing,
)


NU = d("2028-06-01")
LATER = {"id": 2, "vastgelegd_op": d("2028-05-01")}
ZEGT = "Ditzelfde is al vastgelegd, ook op "
RIJEN: dict[str, Any] = {
    "leerbaarheidstoetsen": toets(),
    "aanmeldingen": aanmelding(examen_op=d("2026-03-01")),
    "examens": examen(),
    "duo_besluiten": besluit(DUOBesluitsoort.VERLENGING_AFGEWEZEN),
    "groepen": groepswijziging(),
    "verhuizingen": verhuizing(Verhuissoort.BINNEN),
    "aanvragen": aanvraag(),
    "bezwaren": bezwaar(),
}


def gezegd(dossier: Feiten, soort: str, rij: Any) -> bool:
    handeling = next(h for h in ZELFDE if HANDELINGEN[h].feit == soort)
    gegevens = {
        naam: getattr(rij, naam) for naam in rij.__dataclass_fields__ if naam != "id"
    }
    meldingen = toets_de_wet(handeling, dossier, gegevens, NU)
    return any(m.tekst.startswith(ZEGT) and m.tegenstrijdig for m in meldingen)


def gevonden(dossier: Feiten, soort: str) -> set[int]:
    alle = bevindingen(dossier, NU)
    return {b.id for b in alle if b.soort == soort and b.tekst.startswith(ZEGT)}


@bij_elk(PER_SOORT, str)
def test_wat_eenmaal_op_een_dag_gebeurt(soort: str) -> None:
    rij = replace(RIJEN[soort], vastgelegd_op=d("2028-05-01"))
    dubbel = replace(rij, **LATER)
    dossier = op_route(**{soort: (rij, dubbel)})

    assert gezegd(op_route(**{soort: (rij,)}), soort, dubbel)
    assert not gezegd(op_route(**{soort: ()}), soort, dubbel)
    assert gevonden(dossier, soort) == {1, 2}
    assert gevonden(op_route(**{soort: (rij,)}), soort) == set()


@rij_voor_rij(
    ("soort", "anders"),
    [
        ("examens", {"niveau": Niveau.A2}),
        ("examens", {"afgelegd_op": d("2025-08-02")}),
        ("leerbaarheidstoetsen", {"afgenomen_op": d("2025-02-11")}),
        ("duo_besluiten", {"grond": "ziekte"}),
        ("groepen", {"ingang": d("2026-01-16")}),
        ("verhuizingen", {"soort": Verhuissoort.BUITENLAND}),
        ("aanvragen", {"ingediend_op": d("2027-10-02")}),
        ("aanmeldingen", {"examen_op": None}),
        ("bezwaren", {"ontvangen_op": d("2025-04-02")}),
    ],
)
def test_een_ander_feit_is_niet_hetzelfde(soort: str, anders: dict[str, Any]) -> None:
    ander = replace(RIJEN[soort], **LATER | anders)

    assert not gezegd(op_route(**{soort: (RIJEN[soort],)}), soort, ander)


def test_wat_vaker_op_een_dag_kan_is_niet_dubbel() -> None:
    laat = {"vastgelegd_op": d("2028-05-01")}
    twee = (gesprek(**laat), gesprek(id=2, **laat))

    assert gevonden(op_route(gesprekken=twee), "gesprekken") == set()
    assert "gesprekken" not in PER_SOORT


def test_een_toets_die_niet_is_afgenomen_heeft_geen_dag() -> None:
    niet = {"afgenomen_op": None, "uitkomst": None, "uitzondering": "visuele_beperking"}
    rij = toets(**niet)

    assert not gezegd(
        op_route(leerbaarheidstoetsen=(rij,)), "leerbaarheidstoetsen", rij
    )
