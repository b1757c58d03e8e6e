"""Aanmelden voor examens: tot wanneer, waarvoor nog, en hoe lang een aanmelding telt."""

from typing import Any

import pytest

from inburgering.wet.begrippen import (
    EXAMENONDERDELEN,
    DUOBesluitsoort,
    Onderdeel,
    Termijnsoort,
)
from inburgering.wet.examens import aanmelden, loopt
from inburgering.wet.feiten import Feiten
from inburgering.wet.handelingen import Handeling
from inburgering.wet.moment import moment
from inburgering.wet.stand import stand
from inburgering.wet.toetsing import toets
from inburgering.wet.uitkomst import NietToegestaan, Termijn
from tests.elk import rij_voor_rij
from tests.wet.bouw import (
    Z,
    aanmelding,
    besluit,
    d,
    examen,
    examens,
    feiten,
    op_route,
    pip,
)


Ond, T = Onderdeel, Termijnsoort
OP = "2026-02-01"


def termijn(dossier: Feiten, op: str = OP) -> Termijn | None:
    return next(
        (t for t in stand(dossier, d(op)).termijnen if t.soort == T.EXAMEN), None
    )


def overal(**velden: Any) -> tuple[Any, ...]:
    """Voor elk examen aangemeld."""
    return tuple(
        aanmelding(deel, id=n, **velden) for n, deel in enumerate(EXAMENONDERDELEN, 1)
    )


def test_zes_maanden_voor_het_einde_is_men_aangemeld():
    t = termijn(op_route())
    assert (t.begin, t.einde, t.uiterlijk) == (
        d("2025-03-06"), d("2027-09-06"), d("2027-09-05"),
    )  # fmt: skip
    assert t.open
    assert not t.wettelijk
    assert t.bron.wet == "eigen"
    assert t.reden.startswith("nog niet aangemeld voor Lezen, Luisteren")
    assert t.reden.endswith("de termijn loopt tot en met 05-03-2028")


def test_een_verlenging_schuift_het_op():
    langer = besluit(
        DUOBesluitsoort.VERLENGING, "2025-11-01", einddatum=d("2028-09-06")
    )
    assert termijn(op_route(duo_besluiten=(langer,))).uiterlijk == d("2028-03-05")


def test_wie_overal_is_aangemeld_is_klaar():
    t = termijn(op_route(aanmeldingen=overal()))
    assert t.voldaan_op == d("2026-01-10")
    assert t.reden.startswith("overal aangemeld")


def test_wat_is_behaald_hoeft_niet_meer():
    rest = tuple(a for a in overal() if a.onderdeel != Ond.LEZEN)
    t = termijn(op_route(aanmeldingen=rest, examens=(examen(Ond.LEZEN),)))
    assert t.voldaan_op == d("2026-01-10")
    alleen = termijn(op_route(aanmeldingen=rest))
    assert alleen.open
    assert alleen.reden.startswith("nog niet aangemeld voor Lezen;")


def test_wie_alles_heeft_gehaald_is_klaar():
    t = aanmelden(moment(op_route(examens=examens()), d(OP)))
    assert t.voldaan_op == d("2025-08-01")


def test_zonder_pip_of_zonder_examens_is_er_niets():
    assert aanmelden(moment(feiten(), d(OP))) is None
    assert termijn(op_route(pips=(pip(leerroute=Z),))) is None


def test_een_nieuwe_termijn_korter_dan_zes_maanden():
    """Dan is er geen dag meer voor; het blijft een dag na het begin."""
    kort = besluit(DUOBesluitsoort.VERLENGING, "2025-05-01", einddatum=d("2025-06-01"))
    t = termijn(op_route(duo_besluiten=(kort,)))
    assert t.uiterlijk == d("2025-03-06")


@rij_voor_rij(
    ("velden", "uitslag", "op", "telt"),
    [
        ({}, None, "2026-02-01", True),
        ({}, None, "2027-02-01", True),
        # Er kwam een uitslag: gezakt of niet, dit was deze aanmelding.
        ({}, examen(Ond.LEZEN, afgelegd_op=d("2026-01-09")), "2026-02-01", True),
        ({}, examen(Ond.LEZEN, afgelegd_op=d("2026-01-10")), "2026-02-01", False),
        ({}, examen(Ond.KNM, afgelegd_op=d("2026-01-20")), "2026-02-01", True),
        # De dag van het examen is bekend: acht weken later vraagt men na.
        ({"examen_op": d("2026-02-02")}, None, "2026-03-29", True),
        ({"examen_op": d("2026-02-02")}, None, "2026-03-30", False),
        (
            {"examen_op": d("2026-02-02")},
            examen(Ond.LEZEN, afgelegd_op=d("2026-02-01")),
            "2026-02-03",
            True,
        ),
        (
            {"examen_op": d("2026-02-02")},
            examen(Ond.LEZEN, afgelegd_op=d("2026-02-02")),
            "2026-02-03",
            False,
        ),
    ],
)
def test_hoe_lang_een_aanmelding_telt(velden, uitslag, op, telt):
    een = aanmelding(**velden)
    m = moment(
        op_route(aanmeldingen=(een,), examens=(uitslag,) if uitslag else ()), d(op)
    )
    assert loopt(m, een) is telt


@rij_voor_rij(("deel",), list(Onderdeel))
def test_alleen_voor_een_examen_meldt_men_zich_aan(deel):
    gegevens = {"onderdeel": deel, "aangemeld_op": d("2026-01-10"), "examen_op": None}
    if deel in EXAMENONDERDELEN:
        assert toets(Handeling.EXAMEN_AANMELDEN, op_route(), gegevens, d(OP)) == ()
    else:
        with pytest.raises(NietToegestaan, match="geen examen"):
            toets(Handeling.EXAMEN_AANMELDEN, op_route(), gegevens, d(OP))
