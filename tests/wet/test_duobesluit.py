"""Vrijstelling, ontheffing en hun codes: wat zij doen met plicht, onderdelen en termijn."""

from typing import Any

import pytest

from inburgering.wet.begrippen import (
    EXAMENONDERDELEN,
    TAALONDERDELEN,
    DUOBesluitsoort,
    Niveau,
    Onderdeel,
    Ontheffingsgrond,
    Trajectstatus,
    Verlengingsgrond,
    Vrijstellingsreden,
)
from inburgering.wet.duobesluit import GRONDEN_BIJ, grond_in_woorden
from inburgering.wet.feiten import Feiten
from inburgering.wet.handelingen import Handeling
from inburgering.wet.stand import stand
from inburgering.wet.toetsing import toets
from inburgering.wet.uitkomst import NietToegestaan
from tests.elk import rij_voor_rij
from tests.wet.bouw import GEZIN, Z, besluit, d, op_route, pip, traject, uren


B, R, S = DUOBesluitsoort, Vrijstellingsreden, Trajectstatus
OP = d("2026-02-01")
GED, DEELS = B.VRIJSTELLING_GEDEELTELIJK, B.ONTHEFFING_GEDEELTELIJK


def gezegd(dossier: Feiten, **gegevens: Any) -> str:
    try:
        meldingen = toets(
            Handeling.DUOBESLUIT_VASTLEGGEN,
            dossier,
            {"besloten_op": d("2026-01-15")} | gegevens,
            OP,
        )
    except NietToegestaan as fout:
        return f"geweigerd {fout.veld}: {fout.reden}"
    return " ".join(("! " if m.tegenstrijdig else "") + m.tekst for m in meldingen)


def open_onderdelen(dossier: Feiten) -> set[Onderdeel]:
    return {o.onderdeel for o in stand(dossier, OP).onderdelen if not o.gehaald}


@rij_voor_rij(
    ("besloten_op", "botst"),
    [
        pytest.param("2021-12-31", True, id="voor_de_wet"),
        pytest.param("2022-01-01", False, id="eerste_dag"),
        pytest.param("2022-01-02", False, id="erna"),
    ],
)
def test_een_besluit_van_voor_de_wet_hoort_bij_de_vorige(
    besloten_op: str, botst: bool
) -> None:
    zin = gezegd(op_route(), soort=B.VERLENGING_AFGEWEZEN, besloten_op=d(besloten_op))

    assert zin.startswith("! Dit besluit is van voor 01-01-2022") is botst


# --- Wat een besluit doet -------------------------------------------------------------


@rij_voor_rij(
    ("soort", "grond", "status"),
    [
        *((B.VRIJSTELLING_GEHEEL, reden, S.GEEINDIGD) for reden in (R.AVI, R.DIP, R.DOC, R.INB)),
        *((B.VRIJSTELLING_TIJDELIJK, reden, S.OPGESCHORT) for reden in (R.OPL, R.INS)),
        *((B.ONTHEFFING_GEHEEL, grond, S.GEEINDIGD) for grond in Ontheffingsgrond),
        (B.VRIJSTELLING_AFGEWEZEN, R.DIP, S.LEERROUTE),
        (B.ONTHEFFING_AFGEWEZEN, Ontheffingsgrond.BIO, S.LEERROUTE),
        (B.VERLENGING_AFGEWEZEN, Verlengingsgrond.ZIEKTE, S.LEERROUTE),
    ],
)  # fmt: skip
def test_wat_een_besluit_met_de_plicht_doet(
    soort: Any, grond: Any, status: Any
) -> None:
    voor = op_route()
    na = op_route(duo_besluiten=(besluit(soort, grond=grond),))

    assert stand(na, d("2026-01-14")).status == S.LEERROUTE
    assert stand(na, OP).status == status
    if status == S.LEERROUTE:
        assert stand(na, OP) == stand(voor, OP)
    assert gezegd(voor, soort=soort, grond=grond) == ""


@rij_voor_rij(("deel",), TAALONDERDELEN)
@rij_voor_rij(
    ("niveau", "gevraagd", "vrij"),
    [
        pytest.param(Niveau.B1, "", True, id="B1_bij_B1"),
        pytest.param(Niveau.A2, "", False, id="A2_is_niet_genoeg_voor_B1"),
        pytest.param(Niveau.A2, Niveau.A2, True, id="A2_bij_A2"),
        pytest.param(Niveau.B1, Niveau.A2, True, id="B1_bij_A2"),
        pytest.param(None, "", True, id="geen_niveau_is_het_hele_onderdeel"),
    ],
)
def test_gedeeltelijke_vrijstelling_op_het_gevraagde_niveau(
    deel: Onderdeel, niveau: Any, gevraagd: str, vrij: bool
) -> None:
    niveaus = {deel: Niveau(gevraagd)} if gevraagd else {}
    ged = besluit(
        B.VRIJSTELLING_GEDEELTELIJK, grond=R.GED, onderdeel=deel, niveau=niveau
    )
    dossier = op_route(pips=(pip(niveaus=niveaus),), duo_besluiten=(ged,))
    alles = open_onderdelen(op_route())

    assert open_onderdelen(dossier) == (alles - {deel} if vrij else alles)


@rij_voor_rij(("deel",), EXAMENONDERDELEN)
@rij_voor_rij(("grond",), Ontheffingsgrond)
def test_gedeeltelijke_ontheffing_neemt_een_examenonderdeel_weg(
    deel: Onderdeel, grond: Any
) -> None:
    ontheven = besluit(B.ONTHEFFING_GEDEELTELIJK, grond=grond, onderdeel=deel)

    assert open_onderdelen(op_route(duo_besluiten=(ontheven,))) == open_onderdelen(
        op_route()
    ) - {deel}


@rij_voor_rij(
    ("maximum", "gevolgd", "nodig", "klaar"),
    [
        pytest.param(0, 0, 0, True, id="kan_niet_deelnemen"),
        pytest.param(400, 399, 400, False, id="een_uur_te_weinig"),
        pytest.param(400, 400, 400, True, id="genoeg"),
        pytest.param(900, 799, 800, False, id="nooit_meer_dan_de_wet"),
        pytest.param(None, 799, 800, False, id="zonder_besluit"),
    ],
)
def test_uren_die_iemand_aankan(
    maximum: Any, gevolgd: int, nodig: int, klaar: bool
) -> None:
    besluiten = () if maximum is None else (
        besluit(
            B.ONTHEFFING_GEDEELTELIJK,
            onderdeel=Onderdeel.PARTICIPATIE_UREN,
            maximum_uren=maximum,
        ),
    )  # fmt: skip
    dossier = op_route(
        pips=(pip(leerroute=Z),),
        uren=(uren(gevolgd, "participatie"),),
        duo_besluiten=besluiten,
    )
    (stuk,) = [
        o
        for o in stand(dossier, OP).onderdelen
        if o.onderdeel == Onderdeel.PARTICIPATIE_UREN
    ]

    assert (stuk.nodig, stuk.gehaald) == (nodig, klaar)


def test_het_laatste_maximum_telt() -> None:
    """Eerst kon iemand niet deelnemen, later wel 400 uur: dan staan er uren open."""
    deel = Onderdeel.PARTICIPATIE_UREN
    eerst = besluit(DEELS, "2026-01-10", onderdeel=deel, maximum_uren=0)
    later = besluit(DEELS, "2026-01-20", id=2, onderdeel=deel, maximum_uren=400)
    z = (pip(leerroute=Z),)

    assert deel not in open_onderdelen(op_route(pips=z, duo_besluiten=(eerst,)))
    assert deel in open_onderdelen(op_route(pips=z, duo_besluiten=(eerst, later)))


def test_een_gezinsmigrant_heeft_geen_uren_participatie() -> None:
    dossier = op_route(traject=traject(doelgroep=GEZIN), pips=(pip(leerroute=Z),))

    assert Onderdeel.PARTICIPATIE_UREN not in open_onderdelen(dossier)


# --- De gronden -----------------------------------------------------------------------


def test_elke_code_van_duo_hoort_bij_een_besluit() -> None:
    codes = {code for lijst in GRONDEN_BIJ.values() for code in lijst}

    assert codes == {*R, *Ontheffingsgrond, *Verlengingsgrond}


@rij_voor_rij(
    ("grond", "woorden"),
    [
        ("MED", "Medisch"),
        ("ziekte", "Ziekte van zichzelf of een gezinslid"),
        ("iets anders", "iets anders"),
        ("", ""),
    ],
)
def test_een_grond_in_woorden(grond: str, woorden: str) -> None:
    assert grond_in_woorden(grond) == woorden


@rij_voor_rij(
    ("soort", "grond", "past"),
    [
        pytest.param(B.VRIJSTELLING_GEHEEL, "DIP", True, id="diploma"),
        pytest.param(B.VRIJSTELLING_GEHEEL, "OPL", False, id="tijdelijk_bij_geheel"),
        pytest.param(B.VRIJSTELLING_TIJDELIJK, "AVI", False, id="geheel_bij_tijdelijk"),
        pytest.param(
            B.ONTHEFFING_GEHEEL, "DIP", False, id="vrijstelling_bij_ontheffing"
        ),
        pytest.param(B.ONTHEFFING_GEHEEL, "in woorden", True, id="geen_code"),
        pytest.param(B.VOLDAAN, "MED", False, id="besluit_zonder_gronden"),
    ],
)
def test_een_grond_past_bij_het_besluit(soort: Any, grond: str, past: bool) -> None:
    gevonden = gezegd(op_route(), soort=soort, grond=grond)

    assert ("! De grond" in gevonden) is not past


# --- Wat niet kan kloppen -------------------------------------------------------------


@rij_voor_rij(
    ("gegevens", "begin"),
    [
        pytest.param(
            {"soort": B.NIEUWE_TERMIJN}, "geweigerd einddatum", id="tot_wanneer"
        ),
        pytest.param(
            {"soort": B.NIEUWE_TERMIJN, "einddatum": d("2028-03-06")},
            "! De nieuwe einddatum ligt niet na",
            id="nieuwe_termijn_zonder_meer_tijd",
        ),
        pytest.param(
            {"soort": B.NIEUWE_TERMIJN, "einddatum": d("2028-03-07")},
            "! De inburgeringstermijn loopt tot en met 05-03-2028",
            id="een_dag_meer",
        ),
        *(
            pytest.param(
                {"soort": B.VOLDAAN} | {veld: waarde},
                "Dit hoort niet bij dit besluit",
                id=f"voldaan_met_{veld}",
            )
            for veld, waarde in (
                ("einddatum", d("2028-03-06")),
                ("onderdeel", "knm"),
                ("bedrag", 340),
                ("reden_einde", "overlijden"),
            )
        ),
        pytest.param(
            {"soort": B.ONTHEFFING_AFGEWEZEN, "maximum_uren": 400},
            "Dit hoort niet bij dit besluit",
            id="afgewezen_met_uren",
        ),
        pytest.param(
            {"soort": B.BOETE, "bedrag": 340},
            "De inburgeringstermijn",
            id="boete_vroeg",
        ),
        *(
            pytest.param(
                {"soort": B.VRIJSTELLING_TIJDELIJK, "einddatum": d(einde)} | ingang,
                begin,
                id=f"vrij_{wanneer}",
            )
            for wanneer, einde, ingang, begin in (
                ("ervoor", "2026-01-14", {}, "! De tijdelijke vrijstelling begint op"),
                (
                    "geen_dag",
                    "2026-01-15",
                    {},
                    "! De tijdelijke vrijstelling begint op",
                ),
                ("een_dag", "2026-01-16", {}, ""),
                ("eerder_in", "2026-01-14", {"ingang": d("2026-01-13")}, ""),
            )
        ),
        pytest.param(
            {
                "soort": B.PLICHT_BEEINDIGD,
                "reden_einde": "tijdelijke_vrijstelling",
                "einddatum": d("2026-01-15"),
            },
            "! De tijdelijke vrijstelling begint op",
            id="zo_ook_als_einde_van_de_plicht",
        ),
        pytest.param(
            {"soort": GED, "onderdeel": "knm"}, "! Een gedeeltelijke", id="knm"
        ),
        pytest.param({"soort": GED, "onderdeel": "spreken"}, "", id="taal"),
        pytest.param(
            {"soort": GED, "onderdeel": "lezen", "niveau": "A1"},
            "! Een gedeel",
            id="A1",
        ),
        pytest.param({"soort": GED, "onderdeel": "lezen", "niveau": "A2"}, "", id="A2"),
        pytest.param({"soort": GED, "onderdeel": "lezen", "niveau": "B1"}, "", id="B1"),
        pytest.param(
            {"soort": GED, "onderdeel": "lezen", "niveau": "B2"},
            "! Een gedeel",
            id="B2",
        ),
        pytest.param({"soort": DEELS, "onderdeel": "knm"}, "", id="ontheven_van_knm"),
        pytest.param({"soort": DEELS, "onderdeel": "map"}, "! DUO ontheft", id="map"),
        pytest.param(
            {"soort": DEELS, "onderdeel": "lezen", "niveau": "B1"},
            "! Een ontheffing heeft geen niveau",
            id="ontheffing_met_niveau",
        ),
        pytest.param(
            {"soort": DEELS, "maximum_uren": 400}, "Een maximum aan uren", id="b1_route"
        ),
        pytest.param(
            {"soort": DEELS, "maximum_uren": -1},
            "geweigerd maximum_uren",
            id="negatief",
        ),
        pytest.param(
            {"soort": DEELS, "maximum_uren": 10000},
            "geweigerd maximum_uren",
            id="te_veel",
        ),
    ],
)
def test_wat_een_besluit_zegt(gegevens: Any, begin: str) -> None:
    gevonden = gezegd(op_route(), **gegevens)

    assert begin in gevonden
    assert gevonden.startswith("! ") or not begin.startswith("! ")
    assert bool(gevonden) is bool(begin)


@rij_voor_rij(
    ("soort", "dag", "al_een_nieuwe", "te_vroeg"),
    [
        (B.NIEUWE_TERMIJN, "2028-03-05", False, True),
        (B.NIEUWE_TERMIJN, "2028-03-06", False, False),
        (B.NIEUWE_TERMIJN, "2028-03-07", False, False),
        (B.BOETE, "2028-03-05", False, True),
        (B.BOETE, "2028-03-06", False, False),
        (B.BOETE_AANGEKONDIGD, "2028-03-05", False, True),
        (B.BOETE_AANGEKONDIGD, "2028-03-06", False, False),
        (B.BOETE, "2028-03-10", True, False),  # over de termijn daarvoor
        (B.VERLENGING_AFGEWEZEN, "2028-03-05", False, False),
    ],
)
def test_een_boete_en_een_nieuwe_termijn_komen_na_het_einde(
    soort: Any, dag: str, al_een_nieuwe: bool, te_vroeg: bool
) -> None:
    nieuwe = besluit(B.NIEUWE_TERMIJN, "2028-03-10", einddatum=d("2029-03-06"))
    dossier = op_route(duo_besluiten=(nieuwe,) if al_een_nieuwe else ())
    gegevens = {"soort": soort, "besloten_op": d(dag), "einddatum": d("2029-03-06")}
    meldingen = toets(
        Handeling.DUOBESLUIT_VASTLEGGEN, dossier, gegevens, d("2028-06-01")
    )

    gevonden = [m for m in meldingen if m.tekst.startswith("De inburgeringstermijn lo")]
    assert bool(gevonden) is te_vroeg
    assert all(m.tegenstrijdig and str(m.bron.zekerheid) for m in gevonden)


def test_zonder_termijn_is_er_niets_om_na_te_komen() -> None:
    zin = gezegd(op_route(pips=()), soort=B.BOETE, bedrag=340)

    assert "De inburgeringstermijn loopt" not in zin


def test_alleen_een_ontheffing_zegt_hoeveel_uur_iemand_aankan() -> None:
    z = op_route(pips=(pip(leerroute=Z),))
    afgewezen = op_route(
        pips=(pip(leerroute=Z),),
        duo_besluiten=(besluit(B.ONTHEFFING_AFGEWEZEN, maximum_uren=400),),
    )

    assert stand(afgewezen, OP).onderdelen == stand(z, OP).onderdelen


@rij_voor_rij(("maximum",), [0, 400, 9999])
def test_een_maximum_in_de_z_route(maximum: int) -> None:
    z = op_route(pips=(pip(leerroute=Z),))

    assert (
        gezegd(z, soort=DEELS, onderdeel="participatie_uren", maximum_uren=maximum)
        == ""
    )
