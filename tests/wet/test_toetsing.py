"""Mag deze handeling met deze gegevens: elke regel, voor, op en na de grens."""

from contextlib import nullcontext
from dataclasses import replace
from typing import Any

import pytest

from inburgering.wet.begrippen import (
    DUOBesluitsoort,
    Examenresultaat,
    LBTUitkomst,
    LBTUitzondering,
    Leerroute,
    Niveau,
    Onderdeel,
    RedenAfsluiting,
    RedenEindePlicht,
    RedenGeenResultaat,
    Urensoort,
    Verblijfsituatie,
    Verwijtbaar,
)
from inburgering.wet.feiten import SOORTEN, Feiten
from inburgering.wet.handelingen import HANDELINGEN, Aard, Handeling
from inburgering.wet.intake import VRAGEN
from inburgering.wet.stand import stand
from inburgering.wet.toetsing import GEBEURD, PER_HANDELING, TOETSEN, toets
from inburgering.wet.uitkomst import NietToegestaan
from tests.elk import bij_elk, rij_voor_rij
from tests.wet.bouw import (
    GEZIN,
    ONDERWIJS,
    Z,
    aanbod,
    afronding,
    afsluiting,
    alles_behaald,
    besluit,
    besproken,
    concept,
    d,
    feiten,
    intake,
    map_,
    op_route,
    over_alles,
    participatie,
    pip,
    pvt,
    traject,
    uren,
    van_elders,
    z_behaald,
)
from tests.wet.bouw import toets as lbt


H, B, Deel = Handeling, DUOBesluitsoort, Onderdeel
VANDAAG = d("2026-06-01")
GISTEREN, MORGEN = d("2026-05-31"), d("2026-06-02")


def uitkomst(
    dossier: Feiten, handeling: Handeling, op: str = "2026-06-01", **gegevens: Any
) -> str:
    """Het veld waarop is geweigerd met de reden, of de meldingen achter elkaar."""
    try:
        meldingen = toets(handeling, dossier, gegevens, d(op))
    except NietToegestaan as fout:
        return f"geweigerd {fout.veld}: {fout.reden}"
    return " ".join(("! " if m.tegenstrijdig else "") + m.tekst for m in meldingen)


# --- Voor de wet ----------------------------------------------------------------------


@rij_voor_rij(
    ("handeling", "veld", "dag", "geweigerd"),
    [
        pytest.param(H.INTAKE_STARTEN, "gestart_op", "2021-12-31", True, id="ervoor"),
        pytest.param(H.INTAKE_STARTEN, "gestart_op", "2022-01-01", False, id="op_de_dag"),
        pytest.param(H.INTAKE_STARTEN, "gestart_op", "2022-01-02", False, id="erna"),
        pytest.param(
            H.VOORTGANGSGESPREK_VOEREN, "gevoerd_op", "2021-12-31", True, id="gesprek"
        ),
        pytest.param(
            H.LEERBAARHEIDSTOETS_VASTLEGGEN, "afgenomen_op", "2021-12-31", False,
            id="feit_van_buiten",
        ),
    ],
)  # fmt: skip
def test_wat_de_gemeente_deed_was_onder_deze_wet(
    handeling: Handeling, veld: str, dag: str, geweigerd: bool
) -> None:
    gezegd = uitkomst(feiten(), handeling, **{veld: d(dag)})

    assert gezegd.startswith(f"geweigerd {veld}: 31-12-2021 ligt voor") is geweigerd


# --- Wat niet gebeurd kan zijn --------------------------------------------------------

ALLES = op_route(
    aanbod=(aanbod(),),
    participaties=(participatie(),),
    pvt=(pvt(ondertekend_op=None),),
    map=(map_(eindgesprek_op=None),),
    afsluitingen=(afsluiting(afgesloten_op=d("2025-01-08")),),
    pips=(pip(), besproken()),
)
MET_OPEN_PIP = op_route(pips=(besproken(),))
# Een rij waarop elke handeling nog kan: niet afgerond en niet verstuurd.
NOG_OPEN = replace(
    ALLES,
    brede_intakes=(intake(afgerond_op=None),),
    pips=(pip(verstuurd_op=None), besproken()),
)


@bij_elk(
    [(handeling, veld) for handeling, velden in GEBEURD.items() for veld in velden],
    lambda paar: " ".join(paar),
)
def test_een_gebeurtenis_ligt_nooit_in_de_toekomst(paar: tuple[Handeling, str]) -> None:
    handeling, veld = paar
    fout = uitkomst(ALLES, handeling, **{veld: MORGEN})

    assert fout.startswith(f"geweigerd {veld}: 02-06-2026 ligt in de toekomst")
    assert "toekomst" not in uitkomst(ALLES, handeling, **{veld: VANDAAG})
    assert "toekomst" not in uitkomst(ALLES, handeling, **{veld: GISTEREN})


@bij_elk(
    [(handeling, velden[0]) for handeling, velden in GEBEURD.items()],
    lambda paar: " ".join(paar),
)
def test_een_gebeurtenis_ligt_nooit_voor_de_geboorte(
    paar: tuple[Handeling, str],
) -> None:
    handeling, veld = paar
    fout = uitkomst(ALLES, handeling, **{veld: d("1990-05-16")})

    assert "voor de geboortedatum" in fout
    assert "geboortedatum" not in uitkomst(ALLES, handeling, **{veld: d("1990-05-17")})
    onbekend = replace(ALLES, inburgeraar=replace(ALLES.inburgeraar, geboortedatum=""))
    assert "geboortedatum" not in uitkomst(
        onbekend, handeling, **{veld: d("1920-01-01")}
    )


def test_elke_handeling_die_een_feit_schrijft_heeft_een_dag_die_is_getoetst() -> None:
    zonder = set(Handeling) - set(GEBEURD)

    # DUO kan een wijziging van groep ook vooraf melden.
    assert zonder == {H.TRAJECT_REGISTREREN, H.INTAKE_INVULLEN, H.GROEP_WIJZIGEN}


@rij_voor_rij(
    ("handeling", "eerst", "later"),
    [
        (H.INTAKE_AFRONDEN, "gestart_op", "afgerond_op"),
        (H.PIP_BESPREKEN, "opgesteld_op", "besproken_op"),
        (H.PIP_VASTSTELLEN, "besproken_op", "dagtekening"),
        (H.PIP_VERSTUREN, "dagtekening", "verstuurd_op"),
        (H.PIP_OVERNEMEN, "dagtekening", "verstuurd_op"),
        (H.AANBOD_DOEN, "verwacht_begin", "verwacht_einde"),
        (H.AANBOD_BEEINDIGEN, "aangeboden_op", "beeindigd_op"),
        (H.AANBOD_BEEINDIGEN, "begonnen_op", "beeindigd_op"),
        (H.BEROEP_VASTLEGGEN, "ontvangen_op", "beroep_op"),
        (H.PARTICIPATIE_STARTEN, "begin", "einde"),
        (H.PARTICIPATIE_BEEINDIGEN, "begin", "einde"),
        (H.UREN_VASTLEGGEN, "van", "tot_en_met"),
        (H.VOORTGANGSGESPREK_VOEREN, "gevoerd_op", "volgend_gesprek_op"),
        (H.PVT_ONDERTEKENEN, "begonnen_op", "ondertekend_op"),
        (H.MAP_AFRONDEN, "begonnen_op", "eindgesprek_op"),
        (H.DUOBESLUIT_VASTLEGGEN, "ingang", "einddatum"),
        (H.TRAJECT_HEROPENEN, "afgesloten_op", "heropend_op"),
    ],
)
def test_volgorde(handeling: Handeling, eerst: str, later: str) -> None:
    def te_vroeg(dag: str) -> bool:
        gegevens = {eerst: d("2026-02-02"), later: d(dag), "akkoord": True}
        gevonden = uitkomst(NOG_OPEN, handeling, **gegevens)
        return gevonden.startswith(f"geweigerd {later}:")

    assert te_vroeg("2026-02-01")
    assert not te_vroeg("2026-02-02")
    assert not te_vroeg("2026-02-03")


def test_wat_niet_is_meegegeven_komt_van_de_rij() -> None:
    dossier = feiten(brede_intakes=(intake(id=7, afgerond_op=None),))

    fout = uitkomst(dossier, H.INTAKE_AFRONDEN, id=7, afgerond_op=d("2025-01-31"))
    assert fout.startswith("geweigerd afgerond_op: 31-01-2025 ligt voor de start")


@rij_voor_rij(("rij_id",), [7, "7"])
def test_een_rij_van_een_ander_traject(rij_id: Any) -> None:
    fout = uitkomst(op_route(), H.PIP_VERSTUREN, id=rij_id)

    assert fout == "geweigerd id: Deze gegevens horen niet bij dit traject."


@rij_voor_rij(
    ("dossier", "handeling", "kan"),
    [
        pytest.param(op_route(aanbod=(aanbod(),)), H.AANBOD_STARTEN, True, id="aanbod"),
        pytest.param(
            op_route(aanbod=(aanbod(beeindigd_op=GISTEREN),)),
            H.AANBOD_STARTEN,
            False,
            id="aanbod_beeindigd",
        ),
        pytest.param(
            op_route(aanbod=(aanbod(begonnen_op=GISTEREN),)),
            H.AANBOD_STARTEN,
            False,
            id="aanbod_al_begonnen",
        ),
        pytest.param(
            op_route(pips=(van_elders(verstuurd_op=None),)),
            H.PIP_VERSTUREN,
            False,
            id="pip_van_elders",
        ),
        pytest.param(MET_OPEN_PIP, H.PIP_VERSTUREN, False, id="pip_niet_vastgesteld"),
        pytest.param(op_route(pvt=(pvt(),)), H.PVT_ONDERTEKENEN, False, id="pvt_af"),
        pytest.param(op_route(map=(map_(),)), H.MAP_AFRONDEN, False, id="map_af"),
        pytest.param(op_route(), H.PIP_BESPREKEN, False, id="pip_al_vastgesteld"),
        pytest.param(
            op_route(), H.PIP_VASTSTELLEN, False, id="pip_tweemaal_vaststellen"
        ),
        pytest.param(
            op_route(participaties=(participatie(einde=GISTEREN),)),
            H.PARTICIPATIE_BEEINDIGEN,
            False,
            id="duaal_traject_af",
        ),
        pytest.param(
            op_route(afsluitingen=(afsluiting(heropend_op=VANDAAG),)),
            H.TRAJECT_HEROPENEN,
            False,
            id="al_heropend",
        ),
    ],
)
def test_wat_is_vastgelegd_wordt_niet_overschreven(
    dossier: Feiten, handeling: Handeling, kan: bool
) -> None:
    gevonden = uitkomst(dossier, handeling, akkoord=True, reden_heropening="Terug")

    assert gevonden.startswith("geweigerd id:") is not kan


def test_zonder_keuze_de_laatste_rij_waarop_het_nog_kan() -> None:
    rijen = (
        aanbod(id=1, aangeboden_op=d("2025-04-01")),
        aanbod(id=2, aangeboden_op=d("2025-06-01")),
        aanbod(id=3, aangeboden_op=d("2025-08-01"), beeindigd_op=d("2025-09-01")),
    )
    gevonden = uitkomst(
        op_route(aanbod=rijen), H.AANBOD_STARTEN, begonnen_op=d("2025-05-31")
    )

    assert gevonden.startswith(
        "! Het begin (31-05-2025) ligt voor het aanbod (01-06-2025)"
    )


def test_zonder_rij_wordt_er_niets_aangevuld() -> None:
    assert uitkomst(feiten(), H.MAP_AFRONDEN, eindgesprek_op=GISTEREN) == ""


# --- Intake en leerbaarheidstoets -----------------------------------------------------


@rij_voor_rij(
    ("antwoorden", "uitslag"),
    [
        pytest.param(
            {"werk_jaren": {"antwoord": "beantwoord", "waarde": 9}}, "", id="goed"
        ),
        pytest.param(
            {"werk_jaren": {"antwoord": "beantwoord", "waarde": 99}},
            "geweigerd werk_jaren: Vul een getal",
            id="fout",
        ),
        pytest.param(None, "", id="geen"),
    ],
)
def test_intake_invullen(antwoorden: Any, uitslag: str) -> None:
    dossier = feiten(brede_intakes=(intake(afgerond_op=None),))

    assert uitkomst(dossier, H.INTAKE_INVULLEN, antwoorden=antwoorden).startswith(
        uitslag
    )


def test_intake_afronden_meldt_wat_nog_open_is() -> None:
    leeg = feiten(brede_intakes=(intake(afgerond_op=None),))
    vol = {
        v.code: {"antwoord": "beantwoord", "waarde": v.keuzes[0][0] if v.keuzes else 1}
        for v in VRAGEN
    }
    ingevuld = feiten(brede_intakes=(intake(afgerond_op=None, antwoorden=vol),))

    melding = uitkomst(leeg, H.INTAKE_AFRONDEN, afgerond_op=GISTEREN)
    assert melding.startswith(
        f"Van de beginsituatie zijn 0 van de {len(VRAGEN)} vragen"
    )
    assert uitkomst(ingevuld, H.INTAKE_AFRONDEN, afgerond_op=GISTEREN) == ""


@rij_voor_rij(
    ("gegevens", "uitslag"),
    [
        pytest.param(
            {"afgenomen_op": GISTEREN, "uitkomst": "b1_route_haalbaar"},
            "",
            id="afgenomen",
        ),
        pytest.param(
            {"uitzondering": LBTUitzondering.VISUEEL},
            "Bij een visuele beperking",
            id="met_reden_niet_afgenomen",
        ),
        pytest.param({}, "geweigerd afgenomen_op: Vul in", id="geen_van_beide"),
        pytest.param(
            {"uitzondering": "visuele_beperking", "uitkomst": "onbekend"},
            "geweigerd uitzondering: De toets is afgenomen of niet",
            id="beide",
        ),
    ],
)
def test_leerbaarheidstoets(gegevens: dict[str, Any], uitslag: str) -> None:
    gevonden = uitkomst(feiten(), H.LEERBAARHEIDSTOETS_VASTLEGGEN, **gegevens)

    assert gevonden.startswith(uitslag)
    assert bool(gevonden) is bool(uitslag)


@rij_voor_rij(
    ("behaald", "nodig", "uitkomst_", "botst"),
    [
        (29, 30, LBTUitkomst.NIET_HAALBAAR, False),
        (29, 30, LBTUitkomst.HAALBAAR, True),
        (30, 30, LBTUitkomst.HAALBAAR, False),
        (30, 30, LBTUitkomst.NIET_HAALBAAR, True),
        (31, 30, LBTUitkomst.ONBEKEND, False),
        (31, None, LBTUitkomst.NIET_HAALBAAR, False),
        (None, 30, LBTUitkomst.HAALBAAR, False),
        (31, 30, None, False),
    ],
)
def test_score_en_uitkomst(
    behaald: int | None, nodig: int | None, uitkomst_: Any, botst: bool
) -> None:
    gevonden = uitkomst(
        feiten(),
        H.LEERBAARHEIDSTOETS_VASTLEGGEN,
        afgenomen_op=GISTEREN,
        uitkomst=uitkomst_,
        behaalde_score=behaald,
        benodigde_score=nodig,
    )

    assert gevonden.startswith("! De scores") is botst


def test_een_tweede_leerbaarheidstoets_wordt_bewaard_met_een_melding() -> None:
    gevonden = uitkomst(
        op_route(),
        H.LEERBAARHEIDSTOETS_VASTLEGGEN,
        afgenomen_op=GISTEREN,
        uitkomst="onbekend",
    )

    assert gevonden.startswith("Er is al een leerbaarheidstoets")


# --- Het PIP opstellen ----------------------------------------------------------------


@rij_voor_rij(
    ("gegevens", "veld"),
    [
        pytest.param({"leerroute": "b1_route"}, "", id="b1"),
        pytest.param(
            {"leerroute": "z_route", "niveaus": {"lezen": "B1"}}, "niveaus", id="z_b1"
        ),
        pytest.param(
            {"leerroute": "onderwijsroute", "niveaus": {"lezen": "A2"}},
            "niveaus",
            id="o_a2",
        ),
        pytest.param(
            {"leerroute": "b1_route", "niveaus": {"lezen": "A2"}},
            "niveaus",
            id="a2_eerste_pip",
        ),
        pytest.param(
            {"leerroute": "b1_route", "niveaus": {"lezen": "", "spreken": None}},
            "",
            id="leeg",
        ),
        pytest.param(
            {"leerroute": "b1_route", "niveaus": None}, "", id="niets_gekozen"
        ),
        pytest.param(
            {"leerroute": "z_route", "intensiteit": 20}, "intensiteit", id="z_uren"
        ),
        pytest.param({"leerroute": "b1_route", "intensiteit": ""}, "", id="geen_uren"),
        pytest.param(
            {"leerroute": "b1_route", "intensiteit": 0}, "intensiteit", id="nul_uur"
        ),
        pytest.param({"leerroute": "b1_route", "intensiteit": 1}, "", id="een_uur"),
        pytest.param({"leerroute": "b1_route", "intensiteit": 3000}, "", id="3000_uur"),
        pytest.param(
            {"leerroute": "b1_route", "intensiteit": 10000},
            "intensiteit",
            id="10000_uur",
        ),
        pytest.param({"leerroute": None}, "", id="nog_geen_leerroute"),
    ],
)
def test_pip_opstellen(gegevens: dict[str, Any], veld: str) -> None:
    gevonden = uitkomst(feiten(brede_intakes=(intake(),)), H.PIP_OPSTELLEN, **gegevens)

    assert gevonden.startswith(f"geweigerd {veld}:" if veld else "")
    assert bool(gevonden) is bool(veld)


@rij_voor_rij(
    ("uren_", "hoog"), [(None, False), (3000, False), (3001, True), (9999, True)]
)
def test_een_hoge_schatting_is_een_eigen_grens_en_geen_wet(
    uren_: int | None, hoog: bool
) -> None:
    gegevens = {"leerroute": "b1_route", "intensiteit": uren_}
    gevonden = uitkomst(feiten(brede_intakes=(intake(),)), H.PIP_OPSTELLEN, **gegevens)

    assert gevonden.startswith("Meer dan 3000 uur is veel") is hoog
    assert bool(gevonden) is hoog


AFSCHALEN = {
    "leerroute": "b1_route",
    "niveaus": {"lezen": "A2"},
    "afschalen_reden": "B1 lukt niet.",
    "afschalen_inspanning": "Elke les gevolgd.",
}


@rij_voor_rij(
    ("gevolgd", "mag"),
    [
        pytest.param((uren(599),), False, id="599_uur"),
        pytest.param((uren(600),), True, id="600_uur"),
        pytest.param((uren(601),), True, id="601_uur"),
        pytest.param((uren(600, met_keurmerk=False),), False, id="zonder_keurmerk"),
        pytest.param((uren(600, Urensoort.KNM),), False, id="knm_is_geen_taal"),
        pytest.param((uren(600, Urensoort.VAKKEN),), False, id="vakken_zijn_geen_taal"),
        pytest.param(
            (uren(600, Urensoort.INTAKE_TAAL_KNM),), False, id="uren_uit_de_intake"
        ),
        pytest.param((uren(300), uren(300, id=2)), True, id="bij_elkaar"),
    ],
)
def test_afschalen_na_600_taaluren(gevolgd: Any, mag: bool) -> None:
    gevonden = uitkomst(op_route(uren=gevolgd), H.PIP_OPSTELLEN, **AFSCHALEN)

    assert gevonden.startswith("geweigerd niveaus: Afschalen naar A2") is not mag


def test_op_het_eerste_pip_staat_nooit_a2() -> None:
    nieuw = feiten(brede_intakes=(intake(),), uren=(uren(600),))

    gevonden = uitkomst(nieuw, H.PIP_OPSTELLEN, **AFSCHALEN)
    assert gevonden.startswith("geweigerd niveaus: Op het eerste PIP")


def test_afschalen_ook_na_een_eerste_pip_van_elders() -> None:
    elders = op_route(pips=(van_elders(),), uren=(uren(600),))

    assert "geweigerd" not in uitkomst(elders, H.PIP_OPSTELLEN, **AFSCHALEN)


@rij_voor_rij(
    ("geldt", "nieuw", "mag"),
    [
        ({"niveaus": {"lezen": "A2"}}, {"lezen": "A2"}, True),
        ({"niveaus": {"lezen": "A2"}}, {"lezen": "B1"}, True),
        ({"niveaus": {"lezen": "A2"}}, {"spreken": "A2"}, False),
        ({"niveaus": {"lezen": "A2"}}, {"lezen": "A2", "spreken": "A2"}, False),
        ({"niveaus": {"lezen": "B1"}}, {"lezen": "A2"}, False),
        ({"leerroute": Z, "niveaus": {"lezen": "A2"}}, {"lezen": "A2"}, False),
    ],
)
def test_wat_al_a2_was_wordt_niet_nog_eens_afgeschaald(
    geldt: dict[str, Any], nieuw: dict[str, str], mag: bool
) -> None:
    """De uren van voor een verhuizing zijn hier niet bekend; het besluit van toen wel."""
    elders = op_route(pips=(van_elders(**geldt),))
    gevonden = uitkomst(elders, H.PIP_OPSTELLEN, leerroute="b1_route", niveaus=nieuw)

    assert ("geweigerd" not in gevonden) is mag


@rij_voor_rij(
    ("uitslag", "leerroute", "melding"),
    [
        (LBTUitkomst.HAALBAAR, "b1_route", False),
        (LBTUitkomst.HAALBAAR, "onderwijsroute", False),
        (LBTUitkomst.HAALBAAR, "z_route", True),
        (LBTUitkomst.NIET_HAALBAAR, "z_route", False),
        (LBTUitkomst.NIET_HAALBAAR, "b1_route", True),
        (LBTUitkomst.ONBEKEND, "b1_route", False),
        (LBTUitkomst.ONBEKEND, "z_route", False),
        (None, "b1_route", False),
        (LBTUitkomst.NIET_HAALBAAR, None, False),
    ],
)
def test_afwijken_van_de_leerbaarheidstoets_mag_met_uitleg(
    uitslag: Any, leerroute: Any, melding: bool
) -> None:
    toetsen = (lbt(uitkomst=uitslag),)
    dossier = feiten(brede_intakes=(intake(),), leerbaarheidstoetsen=toetsen)
    gevonden = uitkomst(dossier, H.PIP_OPSTELLEN, leerroute=leerroute)

    assert gevonden.startswith("De leerroute wijkt af") is melding


@rij_voor_rij(
    ("op", "leerroute", "melding"),
    [
        pytest.param("2026-09-05", "z_route", False, id="laatste_dag"),
        pytest.param("2026-09-06", "z_route", True, id="dag_erna"),
        pytest.param("2026-09-06", "b1_route", False, id="zelfde_leerroute"),
        pytest.param("2026-09-06", None, False, id="nog_geen_keuze"),
    ],
)
def test_wisselen_na_anderhalf_jaar_geeft_een_melding(
    op: str, leerroute: Any, melding: bool
) -> None:
    dossier = op_route(leerbaarheidstoetsen=())
    gevonden = uitkomst(dossier, H.PIP_OPSTELLEN, op=op, leerroute=leerroute)

    assert (
        gevonden.startswith("De leerroute wijzigen kon tot en met 05-09-2026")
        is melding
    )
    assert ("bijzondere omstandigheden (niet bevestigd)" in gevonden) is melding


def test_bij_vaststellen_telt_de_dagtekening() -> None:
    wissel = op_route(pips=(pip(), besproken(leerroute=Z)))

    op_tijd = uitkomst(
        wissel, H.PIP_VASTSTELLEN, op="2026-09-06", dagtekening=d("2026-09-05")
    )
    te_laat = uitkomst(
        wissel, H.PIP_VASTSTELLEN, op="2026-09-06", dagtekening=d("2026-09-06")
    )
    assert "wijzigen kon" not in op_tijd
    assert "wijzigen kon" in te_laat


@rij_voor_rij(
    ("vorige", "leerroute", "melding"),
    [
        pytest.param(van_elders(), "z_route", True, id="andere_route"),
        pytest.param(van_elders(), "b1_route", False, id="zelfde_route"),
        pytest.param(pip(), "z_route", False, id="eigen_pip"),
        pytest.param(van_elders(), None, False, id="nog_geen_keuze"),
    ],
)
def test_na_een_verhuizing_dezelfde_leerroute(
    vorige: Any, leerroute: Any, melding: bool
) -> None:
    dossier = op_route(pips=(vorige,), leerbaarheidstoetsen=())
    gevonden = uitkomst(dossier, H.PIP_OPSTELLEN, leerroute=leerroute)

    assert gevonden.startswith("Na een verhuizing") is melding


# --- Het PIP bespreken, vaststellen, versturen ----------------------------------------

MET_CONCEPT = op_route(pips=(concept(opgesteld_op=d("2026-01-10")),))
BESPROKEN = op_route(
    pips=(besproken(opgesteld_op=d("2025-01-10"), besproken_op=d("2025-02-20")),),
    afspraken=over_alles(),
)


@rij_voor_rij(
    ("gegevens", "uitslag"),
    [
        pytest.param({"akkoord": True}, "", id="akkoord"),
        pytest.param(
            {"akkoord": False, "reden_geen_akkoord": "Ik wil eerst werken."},
            "",
            id="niet_akkoord",
        ),
        pytest.param({"akkoord": None}, "geweigerd akkoord: Kies", id="niets_gekozen"),
        pytest.param(
            {"akkoord": False, "reden_geen_akkoord": " "},
            "geweigerd reden_geen_akkoord: Schrijf op",
            id="zonder_reden",
        ),
        pytest.param(
            {"akkoord": False},
            "geweigerd reden_geen_akkoord: Schrijf op",
            id="reden_ontbreekt",
        ),
    ],
)
def test_pip_bespreken(gegevens: dict[str, Any], uitslag: str) -> None:
    gevonden = uitkomst(
        MET_CONCEPT, H.PIP_BESPREKEN, id=9, besproken_op=d("2026-01-10"), **gegevens
    )

    assert gevonden.startswith(uitslag)
    assert bool(gevonden) is bool(uitslag)


@rij_voor_rij(("handeling",), [H.PIP_BESPREKEN, H.PIP_VASTSTELLEN])
def test_alleen_de_nieuwste_versie(handeling: Handeling) -> None:
    dossier = op_route(
        pips=(pip(), besproken(id=2, versie=2), besproken(id=3, versie=3))
    )

    oud = uitkomst(dossier, handeling, id=2, akkoord=True)
    assert oud.startswith("geweigerd id: Er is een nieuwere versie")
    assert "geweigerd id" not in uitkomst(dossier, handeling, id=3, akkoord=True)


@rij_voor_rij(
    ("velden", "dag", "uitslag"),
    [
        pytest.param({}, "2025-03-05", "", id="gewoon"),
        pytest.param(
            {"datum_plicht": d("2025-03-06")},
            "2025-03-05",
            "geweigerd dagtekening: De dagtekening (05-03-2025) ligt voor de eerste dag",
            id="dag_voor_de_plicht",
        ),
        pytest.param(
            {"datum_plicht": d("2025-03-05")}, "2025-03-05", "", id="op_de_plicht"
        ),
        pytest.param(
            {"datum_plicht": d("2025-03-04")}, "2025-03-05", "", id="dag_na_de_plicht"
        ),
        pytest.param(
            {"datum_plicht": None},
            "2025-03-05",
            "De eerste dag van de plicht",
            id="onbekend",
        ),
        pytest.param(
            {"verblijfsituatie": Verblijfsituatie.OPVANG},
            "2025-03-05",
            "De persoon woonde op de dagtekening nog niet",
            id="in_de_opvang",
        ),
        pytest.param(
            {"datum_uitstroom": d("2025-03-06")},
            "2025-03-05",
            "De persoon woonde op de dagtekening nog niet",
            id="dag_voor_de_uitstroom",
        ),
        pytest.param(
            {"datum_uitstroom": d("2025-03-05")},
            "2025-03-05",
            "",
            id="dag_van_de_uitstroom",
        ),
        pytest.param(
            {"datum_inschrijving": d("2025-03-06")},
            "2025-03-05",
            "De persoon woonde op de dagtekening nog niet",
            id="dag_voor_de_inschrijving",
        ),
        pytest.param(
            {"datum_inschrijving": d("2025-03-05")},
            "2025-03-05",
            "",
            id="dag_van_inschrijving",
        ),
        pytest.param(
            {"datum_inschrijving": None}, "2025-03-05", "", id="inschrijving_onbekend"
        ),
        pytest.param(
            {},
            "2025-02-19",
            "geweigerd dagtekening: 19-02-2025 ligt voor het gesprek",
            id="voor_het_gesprek",
        ),
        pytest.param({}, "2025-02-20", "", id="op_de_dag_van_het_gesprek"),
    ],
)
def test_dagtekening_van_het_eerste_pip(
    velden: dict[str, Any], dag: str, uitslag: str
) -> None:
    dossier = replace(BESPROKEN, traject=traject(**velden))
    gevonden = uitkomst(dossier, H.PIP_VASTSTELLEN, id=9, dagtekening=d(dag))

    assert gevonden.startswith(uitslag)
    assert bool(gevonden) is bool(uitslag)


@rij_voor_rij(
    ("dag", "geweigerd"),
    [("2021-12-31", True), ("2022-01-01", False), ("2022-01-02", False)],
)
def test_geen_pip_van_voor_de_wet(dag: str, geweigerd: bool) -> None:
    vroeg = besproken(opgesteld_op=d("2021-12-01"), besproken_op=d("2021-12-01"))
    dossier = op_route(
        traject=traject(datum_plicht=None, datum_inschrijving=None), pips=(vroeg,)
    )
    gevonden = uitkomst(dossier, H.PIP_VASTSTELLEN, id=9, dagtekening=d(dag))

    assert gevonden.startswith("geweigerd dagtekening: Een PIP van voor") is geweigerd


@rij_voor_rij(
    ("dag", "geweigerd"),
    [
        pytest.param("2025-09-30", True, id="dag_voor_het_huidige_pip"),
        pytest.param("2025-10-01", False, id="zelfde_dag"),
        pytest.param("2025-10-02", False, id="dag_erna"),
    ],
)
def test_dagtekening_niet_voor_het_eerste_of_huidige_pip(
    dag: str, geweigerd: bool
) -> None:
    huidig = pip(id=2, versie=2, dagtekening=d("2025-10-01"))
    dossier = op_route(pips=(pip(), huidig, besproken()))
    gevonden = uitkomst(dossier, H.PIP_VASTSTELLEN, id=9, dagtekening=d(dag))

    assert gevonden.startswith("geweigerd dagtekening: De dagtekening") is geweigerd


def test_vaststellen_toetst_ook_wat_het_concept_kiest() -> None:
    fout = besproken(leerroute=Z, niveaus={"lezen": "B1"})
    gevonden = uitkomst(op_route(pips=(fout,)), H.PIP_VASTSTELLEN, dagtekening=GISTEREN)

    assert gevonden.startswith("geweigerd niveaus: B1 hoort niet bij de Z-route")


def test_vaststellen_zonder_akkoord_mag_met_uitleg() -> None:
    oneens = besproken(akkoord=False, reden_geen_akkoord="Te veel uren.")
    gevonden = uitkomst(
        op_route(pips=(oneens,)), H.PIP_VASTSTELLEN, dagtekening=GISTEREN
    )

    assert gevonden.startswith("De inburgeraar is niet akkoord")


def test_zonder_dagtekening_valt_er_niets_te_vergelijken() -> None:
    assert uitkomst(BESPROKEN, H.PIP_VASTSTELLEN, id=9, dagtekening=None) == ""


def test_pip_eenmaal_versturen() -> None:
    klaar = op_route(pips=(pip(verstuurd_op=None),))

    assert uitkomst(klaar, H.PIP_VERSTUREN, id=1, verstuurd_op=GISTEREN) == ""
    weer = uitkomst(op_route(), H.PIP_VERSTUREN, id=1, verstuurd_op=GISTEREN)
    assert weer.startswith("geweigerd id: PIP versturen: dat kan niet (meer)")


@rij_voor_rij(
    ("gegevens", "uitslag"),
    [
        pytest.param({}, "", id="gewoon"),
        pytest.param(
            {"dagtekening": d("2024-12-31")},
            "! De dagtekening (31-12-2024)",
            id="voor_plicht",
        ),
        pytest.param(
            {"dagtekening": d("2021-12-31")}, "! De dagtekening", id="voor_de_wet"
        ),
        pytest.param(
            {"leerroute": "z_route", "niveaus": {"lezen": "B1"}},
            "! B1 hoort niet",
            id="z_b1",
        ),
        pytest.param({"leerroute": None}, "", id="zonder_leerroute"),
    ],
)
def test_een_pip_van_elders_wordt_bewaard(
    gegevens: dict[str, Any], uitslag: str
) -> None:
    standaard = {
        "dagtekening": d("2025-01-20"),
        "leerroute": "b1_route",
        "herkomst": "andere_gemeente",
    }
    gevonden = uitkomst(feiten(), H.PIP_OVERNEMEN, **standaard | gegevens)

    assert gevonden.startswith(uitslag)
    assert bool(gevonden) is bool(uitslag)
    assert "geweigerd" not in gevonden


# --- Aanbod, duaal traject en uren ----------------------------------------------------


@rij_voor_rij(
    ("gegevens", "uitslag"),
    [
        pytest.param({"leerroute": "b1_route"}, "", id="gewoon"),
        pytest.param(
            {"leerroute": "z_route"},
            "geweigerd leerroute: Het aanbod volgt het PIP: de leerroute is B1-route",
            id="andere_route",
        ),
        pytest.param(
            {"met_keurmerk": False}, "geweigerd met_keurmerk", id="zonder_keurmerk"
        ),
        pytest.param({"met_keurmerk": True}, "", id="met_keurmerk"),
        pytest.param(
            {"aangeboden_op": d("2025-03-04")},
            "geweigerd aangeboden_op",
            id="dag_voor_pip",
        ),
        pytest.param({"aangeboden_op": d("2025-03-05")}, "", id="dag_van_het_pip"),
        pytest.param(
            {"verwacht_begin": d("2026-07-01"), "verwacht_einde": d("2028-03-05")},
            "",
            id="eindigt_met_de_termijn",
        ),
        pytest.param(
            {"verwacht_begin": d("2026-07-01"), "verwacht_einde": d("2028-03-06")},
            "De opleiding valt niet binnen",
            id="eindigt_na_de_termijn",
        ),
        pytest.param({"verwacht_begin": d("2030-07-01")}, "", id="b1_begin_telt_niet"),
    ],
)
def test_aanbod_doen(gegevens: dict[str, Any], uitslag: str) -> None:
    gevonden = uitkomst(op_route(), H.AANBOD_DOEN, **gegevens)

    assert gevonden.startswith(uitslag)
    assert bool(gevonden) is bool(uitslag)


@rij_voor_rij(
    ("begin", "melding"),
    [
        ("2025-03-05", True),
        ("2025-03-06", False),
        ("2028-03-05", False),
        ("2028-03-06", True),
    ],
)
def test_de_onderwijsroute_begint_binnen_de_termijn(begin: str, melding: bool) -> None:
    dossier = op_route(pips=(pip(leerroute=ONDERWIJS),))
    gevonden = uitkomst(
        dossier, H.AANBOD_DOEN, leerroute="onderwijsroute", verwacht_begin=d(begin)
    )

    assert gevonden.startswith("De opleiding valt niet binnen") is melding


def test_aanbod_zonder_pip_heeft_niets_om_te_volgen() -> None:
    gegevens = {
        "aangeboden_op": GISTEREN,
        "verwacht_einde": MORGEN,
        "leerroute": "z_route",
    }

    assert uitkomst(feiten(), H.AANBOD_DOEN, **gegevens) == ""


@rij_voor_rij(
    ("begin", "botst"),
    [("2025-03-19", True), ("2025-03-20", False), ("2025-03-21", False)],
)
def test_een_begin_voor_het_aanbod_is_een_feit_met_een_vraag(
    begin: str, botst: bool
) -> None:
    dossier = op_route(aanbod=(aanbod(),))
    gevonden = uitkomst(dossier, H.AANBOD_STARTEN, id=1, begonnen_op=d(begin))

    assert gevonden.startswith("! Het begin") is botst


@rij_voor_rij(
    ("aantal", "mag"), [(0, False), (1, True), (60, True), (61, False), (None, True)]
)
def test_uren_per_week(aantal: int | None, mag: bool) -> None:
    gevonden = uitkomst(
        op_route(), H.PARTICIPATIE_STARTEN, begin=GISTEREN, uren_per_week=aantal
    )

    assert gevonden.startswith("geweigerd uren_per_week") is not mag


@rij_voor_rij(
    ("gegevens", "veld"),
    [
        pytest.param({"uren": 24}, "", id="dag_vol"),
        pytest.param({"uren": 25}, "uren", id="meer_dan_een_dag"),
        pytest.param({"uren": 48, "van": d("2026-05-30")}, "", id="twee_dagen_vol"),
        pytest.param({"uren": 20, "verzuim_geoorloofd": 4}, "", id="met_verzuim"),
        pytest.param(
            {"uren": 20, "verzuim_geoorloofd": 3, "verzuim_ongeoorloofd": 2},
            "uren",
            id="verzuim_telt_mee",
        ),
        pytest.param({"uren": -1}, "uren", id="negatief"),
        pytest.param(
            {"uren": 0, "verzuim_geoorloofd": -1}, "uren", id="negatief_verzuim"
        ),
        pytest.param({"uren": 0}, "", id="nul"),
        pytest.param({"uren": None}, "", id="leeg"),
        pytest.param({"uren": 99, "van": None}, "", id="zonder_begin"),
    ],
)
def test_uren_die_kunnen(gegevens: dict[str, Any], veld: str) -> None:
    standaard = {"soort": "taalles", "van": GISTEREN, "tot_en_met": GISTEREN}
    gevonden = uitkomst(op_route(), H.UREN_VASTLEGGEN, **standaard | gegevens)

    assert gevonden.startswith(f"geweigerd {veld}:" if veld else "")
    assert bool(gevonden) is bool(veld)


@rij_voor_rij(
    ("soort", "van", "tot", "dubbel"),
    [
        pytest.param("taalles", "2025-03-01", "2025-03-31", False, id="ervoor"),
        pytest.param(
            "taalles", "2025-03-01", "2025-04-01", True, id="raakt_de_eerste_dag"
        ),
        pytest.param(
            "taalles", "2025-04-30", "2025-05-31", True, id="raakt_de_laatste_dag"
        ),
        pytest.param("taalles", "2025-05-01", "2025-05-31", False, id="erna"),
        pytest.param("knm", "2025-04-01", "2025-04-30", False, id="andere_soort"),
    ],
)
def test_uren_niet_dubbel(soort: str, van: str, tot: str, dubbel: bool) -> None:
    gevonden = uitkomst(
        op_route(uren=(uren(40),)),
        H.UREN_VASTLEGGEN,
        soort=soort,
        van=d(van),
        tot_en_met=d(tot),
        uren=10,
    )

    assert gevonden.startswith("! Over een deel van dit tijdvak") is dubbel


@rij_voor_rij(
    ("soort", "van", "tot", "intakes", "erbuiten"),
    [
        ("intake_taal_knm", "2025-01-01", "2025-01-31", 1, True),
        ("intake_taal_knm", "2025-01-01", "2025-02-01", 1, False),
        ("intake_taal_knm", "2025-02-20", "2025-03-20", 1, False),
        ("intake_taal_knm", "2025-02-21", "2025-03-20", 1, True),
        ("intake_participatie", "2025-02-21", "2025-03-20", 1, True),
        ("intake_taal_knm", "2025-02-21", "2025-03-20", 0, False),  # elders gedaan
        ("taalles", "2025-02-21", "2025-03-20", 1, False),
    ],
)
def test_uren_van_de_intake_zijn_van_tijdens_de_intake(
    soort: str, van: str, tot: str, intakes: int, erbuiten: bool
) -> None:
    dossier = op_route(brede_intakes=(intake(),) * intakes)
    gevonden = uitkomst(
        dossier, H.UREN_VASTLEGGEN, soort=soort, van=d(van), tot_en_met=d(tot), uren=10
    )

    assert (
        "! De brede intake was van 01-02-2025 tot en met 20" in gevonden
    ) is erbuiten


def test_een_intake_die_nog_loopt_heeft_geen_laatste_dag() -> None:
    dossier = op_route(brede_intakes=(intake(afgerond_op=None),))
    gegevens = {"soort": "intake_taal_knm", "uren": 10}
    tijdvak = {"van": d("2025-01-01"), "tot_en_met": d("2025-01-31")}

    gevonden = uitkomst(dossier, H.UREN_VASTLEGGEN, **gegevens, **tijdvak)
    assert "! De brede intake was vanaf 01-02-2025; deze uren" in gevonden
    leeg = tijdvak | {"van": None}
    assert "! De brede" not in uitkomst(dossier, H.UREN_VASTLEGGEN, **gegevens, **leeg)


@rij_voor_rij(("leeg",), ["van", "tot_en_met"])
def test_uren_zonder_heel_tijdvak_zijn_niet_te_vergelijken(leeg: str) -> None:
    gegevens = {"soort": "taalles", "van": d("2025-04-01"), "tot_en_met": GISTEREN}
    dossier = op_route(uren=(uren(40),))

    assert uitkomst(dossier, H.UREN_VASTLEGGEN, **gegevens | {leeg: None}) == ""


@rij_voor_rij(
    ("dossier", "soort", "melding"),
    [
        pytest.param(op_route(), "taalles", False, id="taal_in_b1"),
        pytest.param(op_route(), "participatie", True, id="participatie_in_b1"),
        pytest.param(
            op_route(pips=(pip(leerroute=Z),)), "participatie", False, id="z_asiel"
        ),
        pytest.param(
            op_route(pips=(pip(leerroute=Z),), traject=traject(doelgroep=GEZIN)),
            "participatie",
            True,
            id="z_gezin",
        ),
        pytest.param(feiten(), "intake_participatie", False, id="in_de_intake"),
    ],
)
def test_participatie_telt_alleen_in_de_z_route(
    dossier: Feiten, soort: str, melding: bool
) -> None:
    gevonden = uitkomst(dossier, H.UREN_VASTLEGGEN, soort=soort, uren=10)

    assert gevonden.startswith("Uren participatie tellen alleen mee") is melding


# --- PVT en MAP -----------------------------------------------------------------------

AF = {H.PVT_ONDERTEKENEN: "ondertekend_op", H.MAP_AFRONDEN: "eindgesprek_op"}
LOPEND = {"pvt": (pvt(ondertekend_op=None),), "map": (map_(eindgesprek_op=None),)}
BEGIN_GISTEREN = {
    "pvt": (pvt(begonnen_op=None, ondertekend_op=None),),
    "map": (map_(begonnen_op=None, eindgesprek_op=None),),
}


@pytest.mark.parametrize("handeling", AF)
@pytest.mark.parametrize(
    ("dag", "geweigerd"),
    [("2025-03-05", True), ("2025-03-06", False), ("2025-03-07", False)],
    ids=["dag_van_het_pip", "eerste_dag_van_de_termijn", "dag_erna"],
)
def test_niet_voor_het_begin_van_de_termijn(
    handeling: Handeling, dag: str, geweigerd: bool
) -> None:
    veld = AF[handeling]
    gevonden = uitkomst(op_route(**BEGIN_GISTEREN), handeling, **{veld: d(dag)})

    assert gevonden.startswith(f"geweigerd {veld}: ") is geweigerd


@rij_voor_rij(("handeling",), AF)
@rij_voor_rij(
    ("dag", "geweigerd"),
    [("2026-04-30", False), ("2026-05-01", False), ("2026-05-02", True)],
)
def test_niet_na_de_afronding_van_de_z_route(
    handeling: Handeling, dag: str, geweigerd: bool
) -> None:
    veld = AF[handeling]
    dossier = z_behaald(
        z_afrondingen=(
            afronding(afgerond_op=d("2026-05-01")),
            afronding(id=2, afgerond_op=VANDAAG),
        ),
        **LOPEND,
    )
    gevonden = uitkomst(dossier, handeling, **{veld: d(dag)})

    assert gevonden.startswith(f"geweigerd {veld}:") is geweigerd


@rij_voor_rij(("handeling",), AF)
@rij_voor_rij(
    ("dag", "verwijtbaar", "geweigerd"),
    [
        pytest.param("2028-03-05", None, "", id="laatste_dag_leeg"),
        pytest.param("2028-03-05", "nee", "hoeft dan niet", id="laatste_dag_ingevuld"),
        pytest.param(
            "2028-03-06", None, "Kies of het te verwijten", id="dag_erna_leeg"
        ),
        pytest.param("2028-03-06", Verwijtbaar.JA, "", id="dag_erna_ja"),
        pytest.param("2028-03-06", "nee", "", id="dag_erna_nee"),
        pytest.param(None, "ja", "", id="zonder_dag"),
    ],
)
def test_verwijtbaar_alleen_na_het_einde(
    handeling: Handeling, dag: str | None, verwijtbaar: Any, geweigerd: str
) -> None:
    gegevens = {AF[handeling]: d(dag) if dag else None, "verwijtbaar": verwijtbaar}
    gevonden = uitkomst(op_route(**LOPEND), handeling, op="2028-04-01", **gegevens)

    assert gevonden.startswith("geweigerd verwijtbaar:") is bool(geweigerd)
    assert geweigerd in gevonden


@rij_voor_rij(("handeling",), AF)
def test_zonder_pip_geen_termijn_om_naar_te_kijken(handeling: Handeling) -> None:
    dossier = feiten(**BEGIN_GISTEREN)

    assert uitkomst(dossier, handeling, **{AF[handeling]: GISTEREN}) == ""


@rij_voor_rij(("handeling",), AF)
@rij_voor_rij(("plan", "melding"), [(van_elders(), True), (pip(), False)])
def test_duo_wil_een_pip_van_deze_gemeente(
    handeling: Handeling, plan: Any, melding: bool
) -> None:
    dossier = op_route(pips=(plan,), **LOPEND)
    gevonden = uitkomst(dossier, handeling, **{AF[handeling]: GISTEREN})

    assert gevonden.startswith("Het PIP is van een andere gemeente") is melding


@rij_voor_rij(
    ("aantal", "melding"),
    [(11, True), (12, False), (13, False), (0, True), (None, False)],
)
def test_pvt_ten_minste_twaalf_uur(aantal: int | None, melding: bool) -> None:
    gevonden = uitkomst(
        op_route(**LOPEND), H.PVT_ONDERTEKENEN, ondertekend_op=GISTEREN, uren=aantal
    )

    assert gevonden.startswith("Het PVT duurt ten minste 12 uur") is melding


@rij_voor_rij(
    ("aantal", "mag"), [(39, False), (40, True), (41, True), (0, False), (None, True)]
)
def test_map_ten_minste_veertig_uur_praktijk(aantal: int | None, mag: bool) -> None:
    gevonden = uitkomst(
        op_route(**LOPEND), H.MAP_AFRONDEN, eindgesprek_op=GISTEREN, praktijkuren=aantal
    )

    assert gevonden.startswith("geweigerd praktijkuren") is not mag


# --- Examens en de Z-route ------------------------------------------------------------


@rij_voor_rij(
    ("gegevens", "uitslag"),
    [
        pytest.param({}, "", id="gewoon"),
        pytest.param(
            {"onderdeel": Deel.PVT}, "geweigerd onderdeel", id="pvt_is_geen_examen"
        ),
        pytest.param(
            {"onderdeel": "map"}, "geweigerd onderdeel", id="map_is_geen_examen"
        ),
        pytest.param({"onderdeel": "taaluren"}, "geweigerd onderdeel", id="uren"),
        pytest.param({"niveau": None}, "geweigerd niveau", id="taal_zonder_niveau"),
        pytest.param({"onderdeel": "knm", "niveau": ""}, "", id="knm_zonder_niveau"),
        pytest.param(
            {"onderdeel": "taalschakeltraject", "niveau": None},
            "",
            id="taalschakeltraject",
        ),
        pytest.param(
            {"resultaat": Examenresultaat.GEEN},
            "geweigerd reden",
            id="geen_zonder_reden",
        ),
        pytest.param(
            {"resultaat": "geen", "reden": RedenGeenResultaat.ABSENT},
            "",
            id="geen_met_reden",
        ),
        pytest.param({"niveau": Niveau.A2}, "", id="lager_niveau_is_een_feit"),
        pytest.param(
            {"afgelegd_op": d("2025-03-05")},
            "Dit examen is van voor",
            id="dag_van_het_pip",
        ),
        pytest.param(
            {"afgelegd_op": d("2025-03-06")}, "", id="eerste_dag_van_de_termijn"
        ),
        pytest.param(
            {"afgelegd_op": d("2019-05-01")},
            "Dit examen is van voor",
            id="van_voor_de_wet",
        ),
        pytest.param(
            {"afgelegd_op": MORGEN}, "geweigerd afgelegd_op", id="in_de_toekomst"
        ),
        pytest.param({"afgelegd_op": None}, "", id="zonder_dag"),
    ],
)
def test_examen_vastleggen(gegevens: dict[str, Any], uitslag: str) -> None:
    standaard = {
        "onderdeel": "lezen",
        "niveau": "B1",
        "resultaat": "geslaagd",
        "afgelegd_op": GISTEREN,
    }
    gevonden = uitkomst(op_route(), H.EXAMEN_VASTLEGGEN, **standaard | gegevens)

    assert gevonden.startswith(uitslag)
    assert bool(gevonden) is bool(uitslag)


def test_een_examen_zonder_pip_is_een_eerder_examen() -> None:
    gevonden = uitkomst(
        feiten(), H.EXAMEN_VASTLEGGEN, onderdeel="knm", afgelegd_op=GISTEREN
    )

    assert gevonden.startswith("Dit examen is van voor")


@rij_voor_rij(
    ("dag", "geweigerd"),
    [("2025-06-30", True), ("2025-07-01", False), ("2025-07-02", False), (None, False)],
)
def test_de_z_route_wordt_als_laatste_afgerond(
    dag: str | None, geweigerd: bool
) -> None:
    gevonden = uitkomst(
        z_behaald(z_afrondingen=()),
        H.ZROUTE_AFRONDEN,
        afgerond_op=d(dag) if dag else None,
    )

    assert (
        gevonden.startswith("geweigerd afgerond_op: De Z-route wordt als") is geweigerd
    )
    assert ("MAP (01-07-2025)" in gevonden) is geweigerd
    open_ = op_route(pips=(pip(leerroute=Z),))
    assert uitkomst(open_, H.ZROUTE_AFRONDEN, afgerond_op=GISTEREN) == ""


TAAL_IN_MEI = uren(800, tot_en_met=d("2026-05-31"))
MEEDOEN_IN_JUNI = uren(800, Urensoort.PARTICIPATIE, id=2, tot_en_met=d("2026-06-30"))


@rij_voor_rij(
    ("gevolgd", "maximum", "dag", "geweigerd"),
    [
        ((TAAL_IN_MEI, MEEDOEN_IN_JUNI), None, "2026-06-29", True),
        ((TAAL_IN_MEI, MEEDOEN_IN_JUNI), None, "2026-06-30", False),
        ((TAAL_IN_MEI, MEEDOEN_IN_JUNI), None, "2026-07-01", False),
        # Kan iemand volgens DUO niet meedoen, dan tellen alleen de cursusuren.
        ((TAAL_IN_MEI,), 0, "2026-05-30", True),
        ((TAAL_IN_MEI,), 0, "2026-05-31", False),
        ((TAAL_IN_MEI,), 0, "2026-06-01", False),
    ],
)
def test_de_z_route_wordt_niet_afgerond_voor_haar_uren(
    gevolgd: Any, maximum: int | None, dag: str, geweigerd: bool
) -> None:
    besluiten = ()
    if maximum is not None:
        besluiten = (
            besluit(B.ONTHEFFING_GEDEELTELIJK, "2026-06-15", maximum_uren=maximum),
        )
    dossier = z_behaald(z_afrondingen=(), uren=gevolgd, duo_besluiten=besluiten)
    with pytest.raises(NietToegestaan) if geweigerd else nullcontext() as fout:
        toets(H.ZROUTE_AFRONDEN, dossier, {"afgerond_op": d(dag)}, d("2026-09-01"))

    if fout is not None:
        assert "pas gehaald op" in fout.value.reden
        assert str(fout.value.bron) == "Besluit art. 3.14"


# --- Besluiten van DUO ----------------------------------------------------------------


@rij_voor_rij(
    ("gegevens", "uitslag"),
    [
        pytest.param({"soort": B.VRIJSTELLING_GEHEEL}, "", id="vrijstelling"),
        pytest.param(
            {"soort": "verlenging"}, "geweigerd einddatum: Vul", id="zonder_einde"
        ),
        pytest.param(
            {"soort": "verlenging", "einddatum": d("2028-09-06")}, "", id="verlenging"
        ),
        pytest.param(
            {"soort": "verlenging", "einddatum": d("2028-03-06")},
            "! De nieuwe einddatum ligt niet na",
            id="verlenging_tot_hetzelfde_einde",
        ),
        pytest.param(
            {"soort": "verlenging", "einddatum": d("2028-03-07")},
            "",
            id="een_dag_langer",
        ),
        pytest.param(
            {"soort": B.VRIJSTELLING_GEDEELTELIJK},
            "geweigerd onderdeel",
            id="welk_onderdeel",
        ),
        pytest.param(
            {"soort": B.VRIJSTELLING_GEDEELTELIJK, "onderdeel": "lezen"},
            "",
            id="onderdeel",
        ),
        pytest.param(
            {"soort": B.ONTHEFFING_GEDEELTELIJK},
            "geweigerd onderdeel: Vul het onderdeel of het aantal uren in",
            id="ontheffing_van_niets",
        ),
        pytest.param(
            {"soort": B.ONTHEFFING_GEDEELTELIJK, "maximum_uren": 0},
            "Een maximum aan uren",
            id="nul_uur",
        ),
        pytest.param(
            {"soort": B.ONTHEFFING_GEDEELTELIJK, "maximum_uren": -1},
            "geweigerd maximum_uren",
            id="negatief",
        ),
        pytest.param(
            {"soort": B.VRIJSTELLING_TIJDELIJK, "einddatum": d("2026-12-01")},
            "",
            id="tijdelijke_vrijstelling_is_geen_verlenging",
        ),
        pytest.param(
            {"soort": B.PLICHT_BEEINDIGD}, "geweigerd reden_einde", id="waarom"
        ),
        pytest.param(
            {"soort": B.PLICHT_BEEINDIGD, "reden_einde": RedenEindePlicht.VERTREK},
            "",
            id="vertrek",
        ),
        pytest.param(
            {"soort": "voldaan"}, "! Volgens DUO is aan de plicht", id="voldaan_open"
        ),
    ],
)
def test_besluit_van_duo(gegevens: dict[str, Any], uitslag: str) -> None:
    gevonden = uitkomst(
        op_route(), H.DUOBESLUIT_VASTLEGGEN, besloten_op=GISTEREN, **gegevens
    )

    assert gevonden.startswith(uitslag)
    assert bool(gevonden) is bool(uitslag)


def test_voldaan_als_alles_behaald_is() -> None:
    assert uitkomst(alles_behaald(), H.DUOBESLUIT_VASTLEGGEN, soort=B.VOLDAAN) == ""


def test_een_verlenging_zonder_termijn_bij_ons() -> None:
    gevonden = uitkomst(
        feiten(), H.DUOBESLUIT_VASTLEGGEN, soort="verlenging", einddatum=MORGEN
    )

    assert gevonden.startswith("! DUO verlengt een termijn, maar bij ons")


# --- Afsluiten en heropenen -----------------------------------------------------------


@rij_voor_rij(
    ("dossier", "reden", "mag"),
    [
        pytest.param(alles_behaald(), "voldaan", False, id="alleen_onze_bevinding"),
        pytest.param(
            op_route(duo_besluiten=(besluit(B.VOLDAAN),)),
            "voldaan",
            True,
            id="duo_zegt_voldaan",
        ),
        pytest.param(op_route(), "plicht_geeindigd", False, id="plicht_loopt"),
        pytest.param(
            op_route(duo_besluiten=(besluit(B.ONTHEFFING_GEHEEL),)),
            RedenAfsluiting.PLICHT_GEEINDIGD,
            True,
            id="plicht_geeindigd",
        ),
        pytest.param(op_route(), "overleden", False, id="overlijden_onbekend"),
        pytest.param(
            op_route(overleden_op=d("2026-02-01")), "overleden", True, id="overleden"
        ),
        pytest.param(
            op_route(overleden_op=d("2026-06-02")),
            "overleden",
            False,
            id="morgen_overleden",
        ),
        pytest.param(
            op_route(
                duo_besluiten=(
                    besluit(
                        B.PLICHT_BEEINDIGD, reden_einde=RedenEindePlicht.OVERLIJDEN
                    ),
                )
            ),
            "overleden",
            True,
            id="overleden_volgens_duo",
        ),
        pytest.param(op_route(), "verhuisd", False, id="geen_verhuizing"),
        pytest.param(op_route(), "vertrokken", False, id="geen_vertrek"),
        pytest.param(feiten(), "ten_onrechte", False, id="ten_onrechte"),
    ],
)
def test_afsluiten_met_een_ware_reden(dossier: Feiten, reden: Any, mag: bool) -> None:
    gevonden = uitkomst(
        dossier, H.TRAJECT_AFSLUITEN, afgesloten_op=VANDAAG, reden=reden
    )

    assert gevonden.startswith("geweigerd reden:") is not mag
    assert bool(gevonden) is not mag


@rij_voor_rij(
    ("dag", "mag"),
    [("2026-01-14", False), ("2026-01-15", True), ("2026-01-16", True), (None, True)],
)
def test_afsluiten_niet_voor_het_einde_van_de_plicht(
    dag: str | None, mag: bool
) -> None:
    gevonden = uitkomst(
        op_route(duo_besluiten=(besluit(B.VOLDAAN),)),
        H.TRAJECT_AFSLUITEN,
        afgesloten_op=d(dag) if dag else None,
        reden="voldaan",
    )

    assert gevonden.startswith("geweigerd afgesloten_op") is not mag


@rij_voor_rij(("reden", "mag"), [("Terug verhuisd", True), (" ", False), (None, False)])
def test_heropenen_met_een_reden(reden: str | None, mag: bool) -> None:
    dossier = op_route(afsluitingen=(afsluiting(),))
    gevonden = uitkomst(
        dossier, H.TRAJECT_HEROPENEN, heropend_op=VANDAAG, reden_heropening=reden
    )

    assert gevonden.startswith("geweigerd reden_heropening") is not mag


# --- De aanmelding aanvullen ----------------------------------------------------------


@rij_voor_rij(
    ("gegevens", "uitslag"),
    [
        pytest.param({}, "", id="niets"),
        pytest.param(
            {"datum_plicht": d("2021-12-31")}, "! De plicht begon voor", id="oude_wet"
        ),
        pytest.param({"datum_plicht": d("2022-01-01")}, "", id="eerste_dag_van_de_wet"),
        pytest.param({"datum_plicht": None}, "", id="plicht_leeg"),
        pytest.param(
            {"datum_kennisgeving": d("2025-01-02")}, "! De kennisgeving", id="te_vroeg"
        ),
        pytest.param({"datum_kennisgeving": d("2025-01-03")}, "", id="zelfde_dag"),
        pytest.param({"datum_kennisgeving": None}, "", id="kennisgeving_leeg"),
        pytest.param(
            {"datum_plicht": None, "datum_kennisgeving": d("2021-12-31")},
            "! De kennisgeving van DUO is van voor 01-01-2022",
            id="oude_kennisgeving",
        ),
        pytest.param(
            {"datum_plicht": None, "datum_kennisgeving": d("2022-01-01")},
            "",
            id="kennisgeving_op_de_eerste_dag_van_de_wet",
        ),
        pytest.param(
            {"datum_koppeling": d("2025-02-02"), "datum_uitstroom": d("2025-02-01")},
            "! Het vertrek uit de opvang",
            id="weg_voor_de_koppeling",
        ),
        pytest.param(
            {"datum_koppeling": d("2025-02-01"), "datum_uitstroom": d("2025-02-01")},
            "",
            id="koppeling_en_vertrek_op_een_dag",
        ),
        pytest.param({"datum_uitstroom": MORGEN}, "", id="uitstroom_mag_gepland_zijn"),
        pytest.param(
            {"datum_plicht": d("2025-03-06"), "datum_kennisgeving": None},
            "! De plicht begint na het eerste PIP",
            id="plicht_na_het_pip",
        ),
        pytest.param(
            {"datum_plicht": d("2025-03-05"), "datum_kennisgeving": None},
            "",
            id="plicht_op_de_dag_van_het_pip",
        ),
        pytest.param(
            {"geboortedatum": "1990-02-30"},
            "geweigerd geboortedatum",
            id="bestaat_niet",
        ),
        pytest.param({"geboortedatum": "1990-00-00"}, "", id="onvolledig_mag"),
        pytest.param(
            {"geboortedatum": MORGEN.isoformat()},
            "geweigerd geboortedatum",
            id="nog_niet_geboren",
        ),
        pytest.param(
            {"geboortedatum": f"{MORGEN.year + 1}-00-00"},
            "geweigerd geboortedatum",
            id="geboren_in_een_later_jaar",
        ),
    ],
)
def test_aanmelding_aanvullen(gegevens: dict[str, Any], uitslag: str) -> None:
    gevonden = uitkomst(op_route(), H.TRAJECT_AANVULLEN, **gegevens)

    assert gevonden.startswith(uitslag)
    assert bool(gevonden) is bool(uitslag)


@rij_voor_rij(
    ("was", "gegevens", "melding"),
    [
        pytest.param(
            "opvang", {"verblijfsituatie": "gemeente"}, True, id="zonder_datum"
        ),
        pytest.param(
            "opvang",
            {"verblijfsituatie": "gemeente", "datum_uitstroom": GISTEREN},
            False,
            id="met_datum",
        ),
        pytest.param("opvang", {"verblijfsituatie": "opvang"}, False, id="blijft"),
        pytest.param(
            "gemeente", {"verblijfsituatie": "gemeente"}, False, id="was_al_weg"
        ),
    ],
)
def test_vertrek_uit_de_opvang_vraagt_een_datum(
    was: str, gegevens: dict[str, Any], melding: bool
) -> None:
    dossier = feiten(traject=traject(verblijfsituatie=Verblijfsituatie(was)))
    gevonden = uitkomst(dossier, H.TRAJECT_AANVULLEN, **gegevens)

    assert (
        gevonden.startswith("Vul ook in wanneer de persoon de opvang verliet")
        is melding
    )


# --- De tabel zelf --------------------------------------------------------------------


def test_elke_toets_zegt_wat_zij_betekent_en_waar_het_staat() -> None:
    velden_van = {h: _velden(h) for h in Handeling}

    for regel in TOETSEN:
        assert regel.betekenis
        assert str(regel.bron)
        for handeling in regel.voor:
            assert regel.veld in velden_van[handeling], (handeling, regel.veld)
    assert set(PER_HANDELING) == set(Handeling)


def _velden(handeling: Handeling) -> set[str]:
    feit = HANDELINGEN[handeling].feit
    if feit == "traject":
        return {
            *traject().__dataclass_fields__,
            *feiten().inburgeraar.__dataclass_fields__,
        }
    return set(SOORTEN[feit].__dataclass_fields__)


def test_een_feit_van_buiten_wordt_niet_om_zijn_inhoud_geweigerd() -> None:
    """Alleen wat niet gebeurd kan zijn of niets zegt, wordt niet opgeslagen."""
    mag_weigeren = {
        "niet in de toekomst",
        "niet voor de geboorte",
        "een datum die bestaat",
        "eenmaal; daarna herstellen",
        "afgenomen of met reden niet",
        "niet beide",
        "een mogelijk aantal uren",
        "geen negatieve uren",
        "niet meer uren dan er zijn",
        "een onderdeel met een examen",
        "een taalexamen heeft een niveau",
        "geen resultaat heeft een reden",
        "wat het besluit zegt",
        "welke andere gemeente",
        "uren",
        "niet voor de dagtekening",
        "niet voor het aanbod",
        "niet voor het begin",
        "niet voor de eerste dag",
        "niet voor de aanvraag",
        "niet voor de dag van de aanmelding",
        "niet voor de ontvangst van het bezwaar",
        "niet voor het beroep",
        "niet voor de uitspraak",
        "niet voor het hoger beroep",
        "niet voor de ingang",
    }
    for handeling, regels in PER_HANDELING.items():
        if HANDELINGEN[handeling].aard is Aard.FEIT_VAN_BUITEN:
            geweigerd = {regel.betekenis for regel in regels if regel.weigert}
            assert geweigerd <= mag_weigeren, handeling


def test_leerroute_als_woord_of_als_lid() -> None:
    voor = uitkomst(op_route(), H.AANBOD_DOEN, leerroute=Leerroute.B1)

    assert voor == uitkomst(op_route(), H.AANBOD_DOEN, leerroute="b1_route") == ""


def test_eerst_bespreken_is_geen_stap_van_de_wet() -> None:
    """Wat wij zelf afspraken, heet nooit wet."""
    eigen = {
        t.betekenis for t in PER_HANDELING[H.PIP_BESPREKEN] if t.bron.wet == "eigen"
    }
    oordeel = stand(op_route(pips=(concept(),)), d("2025-03-04")).handelingen[
        H.PIP_VASTSTELLEN
    ]

    assert {"akkoord of niet", "niet akkoord met reden", "de nieuwste versie"} <= eigen
    assert oordeel.bron is not None
    assert (oordeel.reden[:8], oordeel.bron.wet) == ("Bespreek", "eigen")
