"""Bezwaar en beroep: termijnen, te laat, wie beslist, en wat er niet door verandert."""

from dataclasses import replace
from typing import Any

import pytest

from inburgering.wet.begrippen import (
    Bezwaartegen,
    Bezwaaruitkomst,
    Termijnsoort,
)
from inburgering.wet.bezwaar import OPEN_RIJ, van_tafel
from inburgering.wet.feiten import Bezwaar, Feiten
from inburgering.wet.handelingen import HANDELINGEN, Aard, Handeling
from inburgering.wet.stand import stand
from inburgering.wet.toetsing import toets
from inburgering.wet.uitkomst import NietToegestaan, Termijn
from tests.elk import rij_voor_rij
from tests.wet.bouw import GEZIN, beboet, bezwaar, d, op_route, traject


H, T, U = Handeling, Termijnsoort, Bezwaaruitkomst
BESLIST = {"besloten_op": d("2025-05-01"), "uitkomst": U.ONGEGROND}
VERSTUURD = {**BESLIST, "verstuurd_op": d("2025-05-02")}
BEROEP = {**VERSTUURD, "beroep_op": d("2025-05-20")}
UITSPRAAK = {**BEROEP, "uitspraak_op": d("2025-12-01"), "uitspraak": U.ONGEGROND}


HOGER = {**UITSPRAAK, "hoger_beroep_op": d("2025-12-20")}
HOOGSTE = {**HOGER, "hoger_uitspraak_op": d("2026-01-04"), "hoger_uitspraak": U.GEGROND}


def zaak(*rijen: Bezwaar, **velden: Any) -> Feiten:
    return op_route(bezwaren=rijen, traject=traject(doelgroep=GEZIN), **velden)


def uitkomst(
    dossier: Feiten, handeling: Handeling, op: str = "2026-01-05", **gegevens: Any
) -> str:
    """Het veld waarop is geweigerd met de reden, of de meldingen achter elkaar."""
    try:
        meldingen = toets(handeling, dossier, gegevens, d(op))
    except NietToegestaan as fout:
        return f"geweigerd {fout.veld}: {fout.reden} ({fout.bron})"
    return " ".join(("! " if m.tegenstrijdig else "") + m.tekst for m in meldingen)


def termijn(dossier: Feiten, soort: Termijnsoort, op: str) -> Termijn | None:
    gevonden = [t for t in stand(dossier, d(op)).termijnen if t.soort == soort]
    return gevonden[0] if gevonden else None


# --- Op welke rij ---------------------------------------------------------------------


@rij_voor_rij(
    ("handeling", "open_", "dicht"),
    [
        (H.BEZWAAR_HOREN, bezwaar(), bezwaar(gehoord_op=d("2025-04-10"))),
        (H.BEZWAAR_HOREN, bezwaar(), bezwaar(**BESLIST)),
        (H.BEZWAAR_BESLISSEN, bezwaar(), bezwaar(**BESLIST)),
        (H.BEZWAAR_VERSTUREN, bezwaar(**BESLIST), bezwaar(**VERSTUURD)),
        (H.BEZWAAR_VERSTUREN, bezwaar(**BESLIST), bezwaar()),
        (H.BEROEP_VASTLEGGEN, bezwaar(**VERSTUURD), bezwaar(**BEROEP)),
        (H.BEROEP_VASTLEGGEN, bezwaar(), bezwaar(**BEROEP)),
        (H.BEROEP_AFRONDEN, bezwaar(**BEROEP), bezwaar(**UITSPRAAK)),
        (H.BEROEP_AFRONDEN, bezwaar(**BEROEP), bezwaar(**VERSTUURD)),
        (H.HOGERBEROEP_VASTLEGGEN, bezwaar(**UITSPRAAK), bezwaar(**BEROEP)),
        (H.HOGERBEROEP_VASTLEGGEN, bezwaar(**UITSPRAAK), bezwaar(**HOGER)),
        (H.HOGERBEROEP_AFRONDEN, bezwaar(**HOGER), bezwaar(**UITSPRAAK)),
        (H.HOGERBEROEP_AFRONDEN, bezwaar(**HOGER), bezwaar(**HOOGSTE)),
    ],
)
def test_op_welke_rij_een_handeling_kan(
    handeling: Handeling, open_: Bezwaar, dicht: Bezwaar
) -> None:
    assert OPEN_RIJ[handeling](open_)
    assert not OPEN_RIJ[handeling](dicht)
    oordelen = [
        stand(zaak(*rijen), d("2026-01-05")).handelingen[handeling]
        for rijen in ((open_,), (dicht,), ())
    ]
    assert [o.toegestaan for o in oordelen] == [True, False, False]


def test_bezwaar_en_beroep_komen_van_buiten() -> None:
    van_buiten = {
        h for h in Handeling
        if h.noun in ("bezwaar", "beroep") and HANDELINGEN[h].aard is Aard.FEIT_VAN_BUITEN
    }  # fmt: skip

    assert van_buiten == {
        H.BEZWAAR_VASTLEGGEN, H.BEROEP_VASTLEGGEN, H.BEROEP_AFRONDEN,
    }  # fmt: skip


# --- Vastleggen -----------------------------------------------------------------------

BEZWAAR = {"tegen": Bezwaartegen.PIP, "bekend_op": d("2025-03-06")}


@rij_voor_rij(
    ("ontvangen", "gezegd"),
    [
        pytest.param("2025-03-05", "! Het bezwaar kwam voordat", id="voor_versturen"),
        pytest.param("2025-03-06", "", id="dag_van_versturen"),
        pytest.param("2025-04-17", "", id="laatste_dag"),
        pytest.param("2025-04-18", "kon tot en met 17-04-2025", id="dag_te_laat"),
    ],
)
def test_ook_een_te_laat_bezwaar_wordt_bewaard(ontvangen: str, gezegd: str) -> None:
    uitslag = uitkomst(
        zaak(), H.BEZWAAR_VASTLEGGEN, ontvangen_op=d(ontvangen), **BEZWAAR
    )

    assert gezegd in uitslag
    assert bool(uitslag) == bool(gezegd)


@rij_voor_rij(
    ("gegevens", "onbekend"),
    [
        ({}, False),
        ({"bekend_op": d("2025-03-07")}, True),
        ({"tegen": Bezwaartegen.HANDHAVING}, True),
        ({"tegen": Bezwaartegen.HANDHAVING, "bekend_op": d("2025-10-07")}, False),
        ({"tegen": Bezwaartegen.ONTZORGEN, "bekend_op": d("2025-03-07")}, False),
        ({"tegen": Bezwaartegen.ANDERS, "bekend_op": d("2025-03-07")}, False),
        ({"bekend_op": None}, True),
    ],
)
def test_het_besluit_waartegen_is_bij_ons_bekend(
    gegevens: dict[str, Any], onbekend: bool
) -> None:
    uitslag = uitkomst(
        zaak(handhavingen=(beboet(),)), H.BEZWAAR_VASTLEGGEN,
        ontvangen_op=d("2025-10-08"), **BEZWAAR | gegevens,
    )  # fmt: skip

    assert ("! Bij ons is op die dag geen besluit" in uitslag) == onbekend


# --- Beslissen ------------------------------------------------------------------------

BESLISSEN = {
    "besloten_op": d("2025-05-28"),
    "uitkomst": U.ONGEGROND,
    "gehoord_op": d("2025-04-20"),
    "besloten_door": 5,
}


@rij_voor_rij(
    ("rij", "gegevens", "geweigerd"),
    [
        (bezwaar(), {}, False),
        (bezwaar(), {"bestreden_door": {5}}, True),
        (bezwaar(), {"bestreden_door": {6}}, False),
        (bezwaar(), {"besloten_door": None, "bestreden_door": {5}}, False),
        (bezwaar(tegen=Bezwaartegen.HANDHAVING, bekend_op=d("2025-10-07")),
         {"besloten_door": 8}, True),
        (bezwaar(tegen=Bezwaartegen.HANDHAVING, bekend_op=d("2025-10-07")), {}, False),
        (bezwaar(tegen=Bezwaartegen.HANDHAVING), {"besloten_door": 8}, False),
        (bezwaar(bekend_op=d("2025-10-07")), {"besloten_door": 8}, False),
    ],
)  # fmt: skip
def test_een_ander_beslist(
    rij: Bezwaar, gegevens: dict[str, Any], geweigerd: bool
) -> None:
    onbekend = beboet(id=2, besloten_door=None)
    dossier = zaak(rij, handhavingen=(beboet(), onbekend))
    uitslag = uitkomst(dossier, H.BEZWAAR_BESLISSEN, **BESLISSEN | gegevens)

    assert uitslag.startswith("geweigerd uitkomst") == geweigerd
    assert ("Awb art. 10:3 lid 3 (niet bevestigd)" in uitslag) == geweigerd


@rij_voor_rij(
    ("met_commissie", "op", "te_laat"),
    [
        pytest.param(False, "2025-06-02", False, id="zes_weken_na_hemelvaart"),
        pytest.param(False, "2025-06-03", True, id="dag_erna"),
        pytest.param(True, "2025-07-10", False, id="twaalf_weken"),
        pytest.param(True, "2025-07-11", True, id="dag_erna_commissie"),
    ],
)
def test_beslissen_binnen_de_termijn(
    met_commissie: bool, op: str, te_laat: bool
) -> None:
    dossier = zaak(bezwaar(met_commissie=met_commissie))
    gegevens = BESLISSEN | {"besloten_op": d(op)}

    assert (
        "moest uiterlijk" in uitkomst(dossier, H.BEZWAAR_BESLISSEN, **gegevens)
    ) == te_laat
    t = termijn(dossier, T.BEZWAAR_BESLISSEN, "2025-05-01")
    assert t is not None
    assert t.begin == d("2025-04-18")
    assert (t.uiterlijk < d(op)) == te_laat


@rij_voor_rij(
    ("gegevens", "gezegd"),
    [
        ({}, ""),
        ({"gehoord_op": None}, "Er is niemand gehoord"),
        ({"gehoord_op": None, "uitkomst": U.INGETROKKEN}, ""),
        ({"uitkomst": U.GEGROND}, "termijn verandert hierdoor niet"),
        ({"uitkomst": U.DEELS}, "termijn verandert hierdoor niet"),
        ({"uitkomst": U.GEGROND, "tegen": Bezwaartegen.ANDERS}, ""),
        ({"besloten_op": None}, ""),
        ({"besloten_op": d("2025-04-20")}, ""),
        ({"besloten_op": d("2025-04-19")}, "ligt voor het horen (20-04-2025)"),
    ],
)
def test_waar_men_bij_beslissen_op_let(gegevens: dict[str, Any], gezegd: str) -> None:
    uitslag = uitkomst(zaak(bezwaar()), H.BEZWAAR_BESLISSEN, **BESLISSEN | gegevens)

    assert gezegd in uitslag
    assert bool(uitslag) == bool(gezegd)


def test_een_gegrond_bezwaar_verschuift_de_termijn_niet() -> None:
    gegrond = bezwaar(besloten_op=d("2025-05-01"), uitkomst=U.GEGROND)
    met, zonder = (
        termijn(dossier, T.INBURGERINGSTERMIJN, "2025-06-01")
        for dossier in (zaak(gegrond), zaak())
    )

    assert met is not None
    assert met == zonder


# --- Termijnen ------------------------------------------------------------------------


@rij_voor_rij(
    ("rij", "soort", "op", "uiterlijk", "voldaan_op"),
    [
        (bezwaar(), T.BEZWAAR_BESLISSEN, "2025-04-01", "2025-06-02", None),
        (bezwaar(**BESLIST), T.BEZWAAR_BESLISSEN, "2025-05-01", "2025-06-02", "2025-05-01"),
        (bezwaar(**BESLIST), T.BEROEP, "2025-05-10", None, None),
        (bezwaar(**VERSTUURD), T.BEROEP, "2025-06-13", "2025-06-13", None),
        (bezwaar(**VERSTUURD), T.BEROEP, "2025-06-14", "2025-06-13", "2025-06-13"),
        (bezwaar(**BEROEP), T.BEROEP, "2025-05-21", "2025-06-13", "2025-05-20"),
    ],
)  # fmt: skip
def test_termijnen(
    rij: Bezwaar, soort: Termijnsoort, op: str, uiterlijk: str | None,
    voldaan_op: str | None,
) -> None:  # fmt: skip
    t = termijn(zaak(rij), soort, op)

    assert (t.uiterlijk if t else None) == (d(uiterlijk) if uiterlijk else None)
    assert (t.voldaan_op if t else None) == (d(voldaan_op) if voldaan_op else None)


@rij_voor_rij(
    ("op", "gezegd"),
    [
        pytest.param("2025-06-13", "", id="laatste_dag"),
        pytest.param(
            "2025-06-14", "Beroep kon tot en met 13-06-2025", id="dag_te_laat"
        ),
    ],
)
def test_ook_een_te_laat_beroep_wordt_bewaard(op: str, gezegd: str) -> None:
    dossier = zaak(bezwaar(**VERSTUURD))

    assert gezegd in uitkomst(dossier, H.BEROEP_VASTLEGGEN, beroep_op=d(op))
    assert bool(uitkomst(dossier, H.BEROEP_VASTLEGGEN, beroep_op=d(op))) == bool(gezegd)
    assert uitkomst(dossier, H.BEROEP_VASTLEGGEN) == ""


@rij_voor_rij(
    ("rij", "beroep", "gemeld"),
    [
        (bezwaar(), "2025-06-10", True),
        (bezwaar(**BESLIST), "2025-04-30", True),
        (bezwaar(**BESLIST), "2025-05-01", False),
        (bezwaar(**BESLIST), "2025-05-02", False),
    ],
)
def test_beroep_voor_de_beslissing_wordt_bewaard(
    rij: Bezwaar, beroep: str, gemeld: bool
) -> None:
    gezegd = uitkomst(zaak(rij), H.BEROEP_VASTLEGGEN, beroep_op=d(beroep))

    assert gezegd.startswith("Er was nog niet op het bezwaar beslist") == gemeld
    assert "geweigerd" not in gezegd


def test_de_dringendste_termijn_staat_voorop() -> None:
    eerder = bezwaar(id=2, met_commissie=True)
    dossier = zaak(replace(eerder, **BESLIST), eerder, bezwaar(id=3))

    t = termijn(dossier, T.BEZWAAR_BESLISSEN, "2025-05-10")

    assert t is not None
    assert (t.open, t.uiterlijk) == (True, d("2025-06-02"))


def test_zonder_rij_valt_er_geen_termijn_te_toetsen() -> None:
    gegevens = BESLISSEN | {
        "bekend_op": d("2025-03-06"),
        "besloten_op": d("2026-01-01"),
    }

    assert uitkomst(zaak(), H.BEZWAAR_BESLISSEN, **gegevens) == ""


# --- Hoger beroep ---------------------------------------------------------------------


@rij_voor_rij(
    ("rij", "op", "uiterlijk", "voldaan_op"),
    [
        # De uitspraak is van 1 december 2025; zes weken later is 12 januari 2026.
        (bezwaar(**BEROEP), "2025-12-01", None, None),
        (bezwaar(**UITSPRAAK), "2025-11-30", None, None),
        (bezwaar(**UITSPRAAK), "2025-12-01", "2026-01-12", None),
        (bezwaar(**UITSPRAAK), "2026-01-12", "2026-01-12", None),
        (bezwaar(**UITSPRAAK), "2026-01-13", "2026-01-12", "2026-01-12"),
    ],
)
def test_hoger_beroep_kan_zes_weken(
    rij: Bezwaar, op: str, uiterlijk: str | None, voldaan_op: str | None
) -> None:
    t = termijn(zaak(rij), T.HOGER_BEROEP, op)

    assert (t.uiterlijk if t else None) == (uiterlijk and d(uiterlijk))
    assert (t.voldaan_op if t else None) == (voldaan_op and d(voldaan_op))
    if t is not None:
        assert "(niet bevestigd)" in str(t.bron)


@rij_voor_rij(
    ("rij", "op", "gezegd"),
    [
        (bezwaar(**UITSPRAAK), "2025-11-30", "geweigerd hoger_beroep_op"),
        (bezwaar(**UITSPRAAK), "2025-12-01", ""),
        (bezwaar(**UITSPRAAK), "2026-01-12", ""),
        (bezwaar(**UITSPRAAK), "2026-01-13", "Hoger beroep kon tot en met 12-01-2026"),
        (bezwaar(**UITSPRAAK), None, ""),
    ],
)
def test_ook_een_te_laat_hoger_beroep_wordt_bewaard(
    rij: Bezwaar, op: str | None, gezegd: str
) -> None:
    uitslag = uitkomst(
        zaak(rij), H.HOGERBEROEP_VASTLEGGEN, op="2026-02-01",
        hoger_beroep_op=op and d(op),
    )  # fmt: skip

    assert uitslag.startswith(gezegd)
    assert bool(uitslag) is bool(gezegd)


@rij_voor_rij(
    ("op", "geweigerd"),
    [("2025-12-19", True), ("2025-12-20", False), ("2025-12-21", False)],
)
def test_de_uitspraak_in_hoger_beroep_volgt_het_hoger_beroep(
    op: str, geweigerd: bool
) -> None:
    gezegd = uitkomst(
        zaak(bezwaar(**HOGER)), H.HOGERBEROEP_AFRONDEN, hoger_uitspraak_op=d(op),
        hoger_uitspraak=U.ONGEGROND,
    )  # fmt: skip

    assert gezegd.startswith("geweigerd hoger_uitspraak_op") is geweigerd


@rij_voor_rij(
    ("bezwaar_", "beroep", "hoger", "door_gemeente", "weg"),
    [
        (U.ONGEGROND, None, None, False, False),
        (U.GEGROND, None, None, False, True),
        (U.ONGEGROND, U.GEGROND, None, False, True),
        (U.ONGEGROND, U.ONGEGROND, U.GEGROND, False, True),
        (U.ONGEGROND, U.ONGEGROND, U.ONGEGROND, False, False),
        # De gemeente kreeg in hoger beroep gelijk: het besluit geldt.
        (U.ONGEGROND, U.GEGROND, U.GEGROND, True, False),
        (U.ONGEGROND, U.GEGROND, U.ONGEGROND, True, True),
    ],
)
def test_de_hoogste_rechter_gaat_voor(
    bezwaar_: Any, beroep: Any, hoger: Any, door_gemeente: bool, weg: bool
) -> None:
    rij = bezwaar(
        uitkomst=bezwaar_, uitspraak=beroep, hoger_uitspraak=hoger,
        hoger_beroep_door_gemeente=door_gemeente,
    )  # fmt: skip

    assert van_tafel(rij) is weg
