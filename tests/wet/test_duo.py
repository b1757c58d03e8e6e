"""Wat DUO bij aanlevering controleert: elke regel met een voorbeeld dat mag en een dat niet.

Staat ``SPECS_DIR`` ingesteld, dan worden ook de woorden vergeleken met de specificaties
van DUO in de map ``duo`` daarin.
"""

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from inburgering.wet.begrippen import (
    EXAMENONDERDELEN,
    TAALONDERDELEN,
    Alfabetisering,
    DUOBesluitsoort,
    Examenresultaat,
    GedetailleerdeDoelgroep,
    LBTUitkomst,
    Leerroute,
    Niveau,
    Ontheffingsgrond,
    RedenEindePlicht,
    RedenGeenResultaat,
    Verwijtbaar,
    Vrijstellingsreden,
)
from inburgering.wet.duo import EXAMENNIVEAUS
from inburgering.wet.feiten import Feiten
from inburgering.wet.handelingen import Handeling
from inburgering.wet.parameters import parameter
from inburgering.wet.stand import stand
from inburgering.wet.toetsing import toets
from inburgering.wet.uitkomst import NietToegestaan
from tests.elk import bij_elk, rij_voor_rij
from tests.wet.bouw import (
    B1,
    GEZIN,
    ONDERWIJS,
    Z,
    besluit,
    besproken,
    d,
    map_,
    op_route,
    pip,
    pvt,
    traject,
    uren,
    van_elders,
    z_behaald,
)


H, B = Handeling, DUOBesluitsoort


def gezegd(dossier: Feiten, handeling: Handeling, op: str, gegevens: Any) -> str:
    """De eerste reden of melding met het bericht van DUO waar zij op rust."""
    oordeel = stand(dossier, d(op)).handelingen[handeling]
    if not oordeel.toegestaan:
        return f"{oordeel.bron}: {oordeel.reden}"
    try:
        meldingen = toets(handeling, dossier, gegevens, d(op))
    except NietToegestaan as fout:
        return f"{fout.bron}: {fout.reden}"
    return " / ".join(f"{m.bron}: {m.tekst}" for m in meldingen)


@dataclass(frozen=True)
class Duoregel:
    """Een regel van DUO: het bericht, wat zij zegt, en een goed en een fout voorbeeld."""

    bericht: str
    wat: str
    handeling: Handeling
    goed: Mapping[str, Any]
    fout: Mapping[str, Any]
    zegt: str
    op: str = "2026-06-01"
    dossier: Feiten = field(default_factory=op_route)
    fout_dossier: Feiten | None = None

    def __str__(self) -> str:
        return f"{self.bericht}: {self.wat}"


def concept(**velden: Any) -> Feiten:
    """Een besproken PIP dat het eerste of het volgende kan worden."""
    eerste = velden.pop("eerste", True)
    voor = () if eerste else (pip(),)
    groep = {"traject": velden.pop("traject")} if "traject" in velden else {}
    gevolgd = {"uren": velden.pop("uren")} if "uren" in velden else {}
    return op_route(pips=(*voor, besproken(**velden)), **groep, **gevolgd)


VAST = {"dagtekening": d("2025-03-05"), "akkoord": True}
VOLGEND = {"dagtekening": d("2026-05-30"), "akkoord": True}
AANBOD = {
    "aangeboden_op": d("2026-05-20"),
    "leerroute": "b1_route",
    "verwacht_begin": d("2026-05-25"),
    "verwacht_einde": d("2027-06-01"),
    "met_keurmerk": True,
    "keurmerk": "blik_op_werk",
    "al_bij_aanbieder": False,
}
PVT_OPEN = op_route(pvt=(pvt(ondertekend_op=None),))
MAP_OPEN = op_route(map=(map_(eindgesprek_op=None),))
PVT_GOED = {"id": 1, "ondertekend_op": d("2026-05-01"), "uren": 12, "verwijtbaar": ""}
MAP_GOED = {
    "id": 1,
    "eindgesprek_op": d("2026-05-01"),
    "praktijkuren": 40,
    "verwijtbaar": "",
}
PVT_LAAT = PVT_GOED | {"ondertekend_op": d("2028-03-20"), "verwijtbaar": "nee"}
MAP_LAAT = MAP_GOED | {"eindgesprek_op": d("2028-03-20"), "verwijtbaar": "nee"}
Z_OPEN = op_route(
    pips=(pip(leerroute=Z),),
    pvt=(pvt(),),
    map=(map_(),),
    uren=(
        uren(800, tot_en_met=d("2026-05-01")),
        uren(800, "participatie", tot_en_met=d("2026-05-01")),
    ),
)
Z_VOLDAAN = z_behaald(
    pvt=(pvt(ondertekend_op=None),),
    map=(map_(eindgesprek_op=None),),
    duo_besluiten=(besluit(B.VOLDAAN, "2026-10-01"),),
)
EXAMEN = {
    "onderdeel": "lezen",
    "niveau": "B1",
    "afgelegd_op": d("2026-05-01"),
    "resultaat": "geslaagd",
    "reden": "",
}
UREN = {"soort": "taalles", "van": d("2026-05-01"), "tot_en_met": d("2026-05-31")}


def _pvt_en_map(
    wat: str, pvt_fout: Any, map_fout: Any, zegt: str, **anders: Any
) -> Any:
    """Dezelfde regel voor het PVT en voor de MAP."""
    return (
        Duoregel(
            "MapPvtZroute", f"PVT {wat}", H.PVT_ONDERTEKENEN,
            anders.get("goed_pvt", PVT_GOED), PVT_GOED | pvt_fout, zegt,
            op=anders.get("op", "2026-06-01"), dossier=PVT_OPEN,
            fout_dossier=anders.get("fout_dossier"),
        ),
        Duoregel(
            "MapPvtZroute", f"MAP {wat}", H.MAP_AFRONDEN,
            anders.get("goed_map", MAP_GOED), MAP_GOED | map_fout, zegt,
            op=anders.get("op", "2026-06-01"), dossier=MAP_OPEN,
            fout_dossier=anders.get("fout_dossier"),
        ),
    )  # fmt: skip


OP_TIJD = {"goed_pvt": PVT_LAAT, "goed_map": MAP_LAAT}
REGELS: tuple[Duoregel, ...] = (
    # PIP
    Duoregel(
        "PIP", "niet voor de plicht", H.PIP_VASTSTELLEN, VAST,
        VAST | {"dagtekening": d("2025-03-04")}, "ligt voor de eerste dag van de plicht",
        op="2025-03-10",
        dossier=concept(besproken_op=d("2025-03-03"),
                        traject=traject(datum_plicht=d("2025-03-05"))),
    ),
    Duoregel(
        "PIP", "niet voor de vestiging", H.PIP_VASTSTELLEN, VAST, VAST,
        "woonde op de dagtekening nog niet", op="2025-03-10", dossier=concept(),
        fout_dossier=concept(traject=traject(datum_inschrijving=d("2025-03-06"))),
    ),
    Duoregel(
        "PIP", "niet voor het eerste of actuele PIP", H.PIP_VASTSTELLEN,
        VOLGEND | {"dagtekening": d("2025-03-05")},
        VOLGEND | {"dagtekening": d("2025-03-04")}, "ligt voor die van het PIP dat nu",
        dossier=concept(eerste=False),
    ),
    Duoregel(
        "PIP", "A2 niet in de onderwijsroute", H.PIP_VASTSTELLEN, VOLGEND, VOLGEND,
        "niveau B1 of hoger", dossier=concept(eerste=False, leerroute=ONDERWIJS),
        fout_dossier=concept(eerste=False, leerroute=ONDERWIJS, niveaus={"lezen": "A2"}),
    ),
    Duoregel(
        "PIP", "B1 niet in de Z-route", H.PIP_VASTSTELLEN, VAST, VAST,
        "B1 hoort niet bij de Z-route", op="2025-03-10",
        dossier=concept(leerroute=Z),
        fout_dossier=concept(leerroute=Z, niveaus={"lezen": "B1"}),
    ),
    Duoregel(
        "PIP", "A2 in de B1-route niet op het eerste PIP", H.PIP_VASTSTELLEN, VOLGEND, VAST,
        "Op het eerste PIP", op="2026-06-01",
        dossier=concept(eerste=False, niveaus={"lezen": "A2"}, afschalen_reden="lukt niet", afschalen_inspanning="lukt niet",
                        uren=(uren(600),)),
        fout_dossier=concept(niveaus={"lezen": "A2"}, afschalen_reden="lukt niet", afschalen_inspanning="lukt niet",
                             uren=(uren(600),)),
    ),
    Duoregel(
        "PIP", "intensiteit alleen in de B1-route", H.PIP_VASTSTELLEN, VAST, VAST,
        "horen alleen bij de B1-route", op="2025-03-10", dossier=concept(intensiteit=500),
        fout_dossier=concept(intensiteit=500, leerroute=ONDERWIJS),
    ),
    Duoregel(
        "PIP", "intensiteit alleen bij asiel", H.PIP_VASTSTELLEN, VAST, VAST,
        "alleen bij asielstatushouders", op="2025-03-10", dossier=concept(intensiteit=500),
        fout_dossier=concept(intensiteit=500, traject=traject(doelgroep=GEZIN)),
    ),
    # Inburgeringsaanbod
    Duoregel(
        "Inburgeringsaanbod", "alleen voor asiel", H.AANBOD_DOEN, AANBOD, AANBOD,
        "alleen voor asielstatushouders",
        fout_dossier=op_route(traject=traject(doelgroep=GEZIN)),
    ),
    Duoregel(
        "Inburgeringsaanbod", "alleen met een PIP", H.AANBOD_DOEN, AANBOD, AANBOD,
        "Dit kan bij de stand", fout_dossier=op_route(pips=()),
    ),
    Duoregel(
        "Inburgeringsaanbod", "alleen bij een gekeurde instelling", H.AANBOD_DOEN, AANBOD,
        AANBOD | {"met_keurmerk": False}, "heeft geen keurmerk",
    ),
    Duoregel(
        "Inburgeringsaanbod", "onderwijsroute bij een taalschakelinstelling",
        H.AANBOD_DOEN,
        AANBOD | {"leerroute": "onderwijsroute", "keurmerk": "inspectie_van_het_onderwijs"},
        AANBOD | {"leerroute": "onderwijsroute"}, "erkende taalschakelinstelling",
        dossier=op_route(pips=(pip(leerroute=ONDERWIJS),)),
    ),
    Duoregel(
        "Inburgeringsaanbod", "een taalschakelinstelling alleen voor de onderwijsroute",
        H.AANBOD_DOEN, AANBOD, AANBOD | {"keurmerk": "inspectie_van_het_onderwijs"},
        "hoort bij de onderwijsroute",
    ),
    Duoregel(
        "Inburgeringsaanbod", "niet voor het actuele PIP", H.AANBOD_DOEN,
        AANBOD | {"aangeboden_op": d("2025-03-05")},
        AANBOD | {"aangeboden_op": d("2025-03-04")}, "ligt voor het PIP dat nu geldt",
    ),
    Duoregel(
        "Inburgeringsaanbod", "begin niet voor het aanbod", H.AANBOD_DOEN,
        AANBOD | {"verwacht_begin": d("2026-05-20")},
        AANBOD | {"verwacht_begin": d("2026-05-19")}, "begint (19-05-2026) voor het aanbod",
    ),
    Duoregel(
        "Inburgeringsaanbod", "einde niet voor het begin", H.AANBOD_DOEN,
        AANBOD | {"verwacht_einde": d("2026-05-25")},
        AANBOD | {"verwacht_einde": d("2026-05-24")}, "ligt voor het verwachte begin",
    ),
    Duoregel(
        "Inburgeringsaanbod", "einde binnen de termijn", H.AANBOD_DOEN,
        AANBOD | {"verwacht_einde": d("2028-03-05")},
        AANBOD | {"verwacht_einde": d("2028-03-06")}, "valt niet binnen de inburgeringsterm",
    ),
    Duoregel(
        "Inburgeringsaanbod", "een lopend aanbod per instelling", H.AANBOD_DOEN, AANBOD,
        AANBOD | {"al_bij_aanbieder": True}, "loopt al een aanbod",
    ),
    # PVT en MAP
    *_pvt_en_map(
        "met een PIP van deze gemeente", {}, {}, "PIP van deze gemeente is",
        fout_dossier=op_route(
            pips=(van_elders(),), pvt=(pvt(ondertekend_op=None),),
            map=(map_(eindgesprek_op=None),),
        ),
    ),
    *_pvt_en_map(
        "niet na voldoen via de Z-route", {}, {}, "al voldaan met de Z-route",
        op="2026-11-01", fout_dossier=Z_VOLDAAN,
    ),
    *_pvt_en_map(
        "niet voor de termijn", {"ondertekend_op": d("2025-03-05")},
        {"eindgesprek_op": d("2025-03-05")}, "voor het begin van de inburgeringstermijn",
        goed_pvt=PVT_GOED | {"ondertekend_op": d("2025-04-01")},
        goed_map=MAP_GOED | {"eindgesprek_op": d("2025-04-01")},
        fout_dossier=op_route(
            pvt=(pvt(begonnen_op=None, ondertekend_op=None),),
            map=(map_(begonnen_op=None, eindgesprek_op=None),),
        ),
    ),
    *_pvt_en_map(
        "niet na de afronding van de Z-route", {"ondertekend_op": d("2026-09-02")},
        {"eindgesprek_op": d("2026-09-02")}, "na de afronding van de Z-route",
        op="2026-10-01",
        fout_dossier=replace(Z_VOLDAAN, duo_besluiten=()),
    ),
    *_pvt_en_map(
        "niet in de toekomst", {"ondertekend_op": d("2026-06-02")},
        {"eindgesprek_op": d("2026-06-02")}, "in de toekomst",
    ),
    *_pvt_en_map(
        "te laat zonder verwijtbaar",
        {"ondertekend_op": d("2028-03-06")}, {"eindgesprek_op": d("2028-03-06")},
        "Kies of het te verwijten is", op="2028-03-20",
        goed_pvt=PVT_LAAT | {"ondertekend_op": d("2028-03-06")},
        goed_map=MAP_LAAT | {"eindgesprek_op": d("2028-03-06")},
    ),
    *_pvt_en_map(
        "op tijd met verwijtbaar",
        {"ondertekend_op": d("2028-03-05"), "verwijtbaar": "ja"},
        {"eindgesprek_op": d("2028-03-05"), "verwijtbaar": "ja"},
        "Laat dit leeg", op="2028-03-20", **OP_TIJD,
    ),
    *_pvt_en_map(
        "nee alleen kort na de termijn",
        {"ondertekend_op": d("2028-03-20"), "verwijtbaar": "nee"},
        {"eindgesprek_op": d("2028-03-20"), "verwijtbaar": "nee"},
        "tot 2 maanden na dat einde", op="2028-05-06",
        goed_pvt=PVT_LAAT | {"verwijtbaar": "ja"},
        goed_map=MAP_LAAT | {"verwijtbaar": "ja"},
    ),
    # Z-route
    Duoregel(
        "MapPvtZroute", "Z-route niet voor PVT en MAP", H.ZROUTE_AFRONDEN,
        {"afgerond_op": d("2025-07-01")}, {"afgerond_op": d("2025-06-30")},
        "als laatste afgerond", dossier=Z_OPEN,
    ),
    Duoregel(
        "MapPvtZroute", "Z-route niet zonder PVT", H.ZROUTE_AFRONDEN,
        {"afgerond_op": d("2026-05-20")}, {"afgerond_op": d("2026-05-20")},
        "PVT is nog niet afgerond", dossier=Z_OPEN, fout_dossier=replace(Z_OPEN, pvt=()),
    ),
    Duoregel(
        "MapPvtZroute", "Z-route niet in de toekomst", H.ZROUTE_AFRONDEN,
        {"afgerond_op": d("2026-06-01")}, {"afgerond_op": d("2026-06-02")},
        "in de toekomst", dossier=Z_OPEN,
    ),
    # Uren
    Duoregel(
        "GevolgdeUren", "participatie alleen Z-route en asiel", H.UREN_VASTLEGGEN,
        UREN | {"uren": 40, "soort": "participatie"},
        UREN | {"uren": 40, "soort": "participatie"}, "alleen mee voor asielstatushouders",
        dossier=op_route(pips=(pip(leerroute=Z),)), fout_dossier=op_route(),
    ),
    Duoregel(
        "GevolgdeUren", "hoogstens 9999 uur van een soort", H.UREN_VASTLEGGEN,
        UREN | {"uren": 99}, UREN | {"uren": 100}, "er 10000; DUO bewaart er hoogstens 9999",
        dossier=op_route(uren=(uren(9900),)),
    ),
    # Examen
    Duoregel(
        "Examen", "niveau A2, B1 of B2", H.EXAMEN_VASTLEGGEN, EXAMEN | {"niveau": "A2"},
        EXAMEN | {"niveau": "A1"}, "op niveau A2, B1 of B2",
    ),
    Duoregel(
        "Examen", "reden alleen zonder resultaat", H.EXAMEN_VASTLEGGEN,
        EXAMEN | {"resultaat": "geen", "reden": "absent"}, EXAMEN | {"reden": "absent"},
        "alleen bij een examen zonder resultaat",
    ),
    Duoregel(
        "Examen", "zonder resultaat een reden", H.EXAMEN_VASTLEGGEN, EXAMEN,
        EXAMEN | {"resultaat": "geen"}, "Kies waarom er geen resultaat is",
    ),
)  # fmt: skip


@bij_elk(REGELS, str)
def test_een_regel_van_duo(regel: Duoregel) -> None:
    goed = gezegd(regel.dossier, regel.handeling, regel.op, regel.goed)
    fout = gezegd(
        regel.fout_dossier or regel.dossier, regel.handeling, regel.op, regel.fout
    )

    assert regel.zegt not in goed
    assert regel.zegt in fout


@rij_voor_rij(
    ("route", "niveaus"),
    [(B1, {Niveau.B1}), (ONDERWIJS, {Niveau.B1}), (Z, set())],
)
def test_een_pip_zonder_niveau_vraagt_b1_in_de_b1_en_de_onderwijsroute(
    route: Leerroute, niveaus: set[Niveau]
) -> None:
    s = stand(op_route(pips=(pip(leerroute=route),)), d("2026-06-01"))

    assert {o.niveau for o in s.onderdelen if o.onderdeel in TAALONDERDELEN} == niveaus


@rij_voor_rij(
    ("op", "melding"),
    [
        pytest.param("2028-05-05", False, id="laatste_dag"),
        pytest.param("2028-05-06", True, id="twee_maanden_na_het_einde"),
        pytest.param("2028-05-07", True, id="dag_erna"),
    ],
)
def test_niet_verwijtbaar_tot_twee_maanden_na_het_einde(op: str, melding: bool) -> None:
    gevonden = gezegd(PVT_OPEN, H.PVT_ONDERTEKENEN, op, PVT_LAAT)

    assert ("tot 2 maanden" in gevonden) is melding
    assert ("Laat dit leeg" in gevonden) is melding
    # Daarna mag het leeg: 'ja' kan onwaar zijn, en DUO neemt 'nee' niet meer aan.
    leeg = gezegd(PVT_OPEN, H.PVT_ONDERTEKENEN, op, PVT_LAAT | {"verwijtbaar": None})
    assert ("Kies of het te verwijten is" in leeg) is not melding
    assert ("Bel DUO over de reden" in leeg) is melding
    zonder = gezegd(
        op_route(pips=(), pvt=(pvt(ondertekend_op=None),)),
        H.PVT_ONDERTEKENEN,
        op,
        PVT_LAAT,
    )
    assert "tot 2 maanden" not in zonder


@rij_voor_rij(
    ("velden", "botst"),
    [
        pytest.param({}, 0, id="alles_af"),
        pytest.param({"pvt": (pvt(ondertekend_op=None),)}, 1, id="pvt_weer_open"),
        pytest.param({"pvt": (), "map": ()}, 2, id="pvt_en_map_weer_open"),
        pytest.param({"pvt": (), "z_afrondingen": ()}, 0, id="z_route_nog_niet_af"),
        pytest.param(
            {"pvt": (), "pips": (pip(),)}, 0, id="andere_leerroute"
        ),
    ],
)  # fmt: skip
def test_een_ingetrokken_datum_na_de_z_route_is_een_tegenstrijdigheid(
    velden: Any, botst: int
) -> None:
    gevonden = [
        m
        for m in stand(z_behaald(**velden), d("2026-12-01")).meldingen
        if m.tegenstrijdig and "Z-route is afgerond" in m.tekst
    ]

    assert len(gevonden) == botst


def test_een_aanbod_zonder_de_gegevens_van_de_aanbieder_wordt_niet_getoetst() -> None:
    """Wie een oud aanbod naloopt, weet niet meer welk keurmerk er toen was."""
    kaal = {
        naam: w
        for naam, w in AANBOD.items()
        if naam not in ("keurmerk", "al_bij_aanbieder", "verwacht_begin")
    }
    dossier = op_route(pips=(pip(leerroute=ONDERWIJS),))

    assert not gezegd(
        dossier, H.AANBOD_DOEN, "2026-06-01", kaal | {"leerroute": "onderwijsroute"}
    )


# --- De woorden van DUO ---------------------------------------------------------------

SPECS = Path(os.environ.get("SPECS_DIR", ""), "duo")


def schema(bericht: str, naam: str) -> Any:
    tekst = (SPECS / f"{bericht}.yml").read_text()
    return yaml.safe_load(tekst)["components"]["schemas"][naam]


def genormaliseerd(woord: str) -> str:
    return "".join(teken for teken in woord.lower() if teken.isalnum())


DELEN = {
    "KNM": "knm",
    "LE": "lezen",
    "LU": "luisteren",
    "SC": "schrijven",
    "SP": "spreken",
}
WOORDEN: tuple[tuple[str, str, set[str]], ...] = (
    ("Vrijstelling", "RedenVrijstellingInburgeringsplicht", set(Vrijstellingsreden)),
    ("Vrijstelling", "ExamenniveauGedeeltelijkeVrijstelling", {Niveau.A2, Niveau.B1}),
    ("Ontheffing", "OntheffingsgrondInburgering", set(Ontheffingsgrond)),
    ("Examen", "ExamenniveauWI2021", set(EXAMENNIVEAUS)),
    ("Examen", "ExamenresultaatWI2021", {r.label.split()[0] for r in Examenresultaat}),
    ("MapPvtZroute", "InburgeringJaNeeType", {v.label for v in Verwijtbaar}),
    ("PIP", "NiveauPip", {Niveau.A2, Niveau.B1}),
    ("PIP", "Leerroute", {r.label[0] for r in Leerroute}),
)
ZELFDE_WOORDEN: tuple[tuple[str, str, set[str]], ...] = (
    ("Leerbaarheidstoets", "LeerbaarheidstoetsResultaat", set(LBTUitkomst)),
    ("Inburgeringsplicht", "GedetailleerdeDoelgroep", set(GedetailleerdeDoelgroep)),
    ("Examen", "RedenGeenResultaatInburgeringsexamen", set()),
)


def vergelijkbaar() -> bool:
    """Of de specificaties er zijn; anders een regel, want overslaan mag niet stil."""
    if SPECS.is_dir():
        return True
    sys.stdout.write("Geen specificaties van DUO in SPECS_DIR; niet vergeleken.\n")
    return False


@rij_voor_rij(("bericht", "naam", "woorden"), WOORDEN)
def test_dezelfde_codes(bericht: str, naam: str, woorden: set[str]) -> None:
    if not vergelijkbaar():
        return
    assert set(schema(bericht, naam)["enum"]) == {str(w) for w in woorden}


def test_dezelfde_woorden() -> None:
    if not vergelijkbaar():
        return
    for bericht, naam, woorden in ZELFDE_WOORDEN:
        eigen = {
            genormaliseerd(w) for w in woorden or {r.label for r in RedenGeenResultaat}
        }
        van_duo = {genormaliseerd(w) for w in schema(bericht, naam)["enum"]}
        assert {w.replace("afwezig", "absent") for w in eigen} == van_duo


def test_onderdelen() -> None:
    if not vergelijkbaar():
        return
    vrij = schema("Vrijstelling", "ExamenonderdeelNederlands")["enum"]
    ontheven = schema("Ontheffing", "ExamenonderdeelOntheffingInburgering")["enum"]

    assert {DELEN[code] for code in vrij} == set(TAALONDERDELEN)
    assert {DELEN[code] for code in ontheven} == set(EXAMENONDERDELEN)


def test_alfabetisering_en_reden_einde() -> None:
    if not vergelijkbaar():
        return
    assert len(schema("PIP", "Alfabetiseringsonderwijs")["enum"]) == len(Alfabetisering)
    van_duo = {
        genormaliseerd(w)
        for w in schema("Inburgeringsplicht", "RedenGeenInburgeringsplicht")["enum"]
    }
    eigen = {genormaliseerd(r) for r in RedenEindePlicht}
    vertrek = genormaliseerd("vertrek uit nederland langer dan een jaar")
    assert van_duo - {vertrek} <= eigen


def test_getallen() -> None:
    if not vergelijkbaar():
        return
    hoogste = parameter("hoogste_uren_duo", d("2026-01-01")).waarde
    for naam in ("ParticipatieAlsTaalles", "ParticipatieactiviteitenBredeIntake"):
        assert schema("GevolgdeUren", naam)["properties"]["uren"]["maximum"] == hoogste
    deels = schema("Ontheffing", "GedeeltelijkeOntheffing")["properties"]
    assert deels["urenBelastbaarheidParticipatieactiviteit"]["maximum"] == hoogste
    assert (
        "indicatorAlfabetiseringsonderwijs"
        in schema("Inburgeringsaanbod", "Inburgeringsaanbod")["required"]
    )
    assert set(schema("PIP", "PIP")["required"]) == {"dagtekeningPip", "leerroute"}
