"""De samenhang van een dossier: wat niet samen waar kan zijn, met het feit erbij."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from inburgering.wet import feiten as wet
from inburgering.wet.begrippen import (
    DUOBesluitsoort,
    Examenresultaat,
    Herkomst,
    Leerroute,
    Niveau,
    Onderdeel,
    PIPStatus,
    RedenAfsluiting,
    RedenGeenResultaat,
    Urensoort,
    Verwijtbaar,
)
from inburgering.wet.feiten import Feiten
from inburgering.wet.samenhang import PER_SOORT, ZEGT, Bevinding, bevindingen, klopt
from tests.elk import bij_elk, rij_voor_rij
from tests.wet import bouw
from tests.wet.bouw import (
    ONDERWIJS,
    Z,
    aanbod,
    afronding,
    afsluiting,
    besluit,
    besproken,
    concept,
    d,
    examen,
    feiten,
    gesprek,
    intake,
    map_,
    participatie,
    pvt,
    toets,
    traject,
    uren,
    van_elders,
)


NU = d("2026-11-20")


def pip(**velden: Any) -> wet.PIP:
    """Een vastgesteld PIP waarin alles staat wat de wet erin wil."""
    route = velden.get("leerroute", Leerroute.B1)
    inhoud = {
        "intensiteit": 600 if route == Leerroute.B1 else None,
        "pvt_uren": 12,
        "map_uren": None if route == ONDERWIJS else 40,
        "gesprek_weken": 13,
        "begeleiding": "Een taalmaatje.",
        "voortgang": "Elk kwartaal een gesprek.",
    }
    return bouw.pip(**inhoud | velden)


def op_route(**velden: Any) -> Feiten:
    return bouw.op_route(**{"pips": (pip(),)} | velden)


DAG = timedelta(days=1)
LATER = {"vastgelegd_op": d("2026-10-01")}


def laat(rij: Any) -> Any:
    """De rij, ingevoerd lang na alles wat erin staat (als dat een dag heeft)."""
    return replace(rij, **LATER) if getattr(rij, "afgenomen_op", True) else rij


def ingevoerd(zaak: Feiten) -> Feiten:
    """Elke rij ingevoerd nadat zij gebeurde, zoals een handeling dat doet."""
    return replace(
        zaak,
        **{
            soort: tuple(laat(rij) for rij in getattr(zaak, soort))
            for soort in wet.SOORTEN
        },
    )


def gevonden(zaak: Feiten) -> tuple[Bevinding, ...]:
    return bevindingen(ingevoerd(zaak), NU)


def plekken(zaak: Feiten) -> set[tuple[str, str]]:
    return {(b.soort, b.veld) for b in gevonden(zaak)}


HELE = {
    "geregistreerd": feiten(),
    "intake_begonnen": feiten(brede_intakes=(intake(afgerond_op=None),)),
    "concept": op_route(pips=(concept(versie=1),)),
    "besproken": op_route(pips=(besproken(versie=1),)),
    "op_route": op_route(
        gesprekken=(gesprek(),), participaties=(participatie(),), aanbod=(aanbod(),)
    ),
    "b1_behaald": bouw.alles_behaald(pips=(pip(),)),
    "z_behaald": bouw.z_behaald(pips=(pip(leerroute=Z),)),
    "van_elders": feiten(pips=(van_elders(besproken_op=None, akkoord=None),)),
    "eerder_examen": op_route(examens=(examen(afgelegd_op=d("2019-06-01")),)),
    "zonder_toets": op_route(
        leerbaarheidstoetsen=(
            toets(
                afgenomen_op=None,
                uitkomst=None,
                uitzondering="visuele_beperking",
            ),
        )
    ),
}


@pytest.mark.parametrize("zaak", HELE.values(), ids=HELE.keys())
def test_een_gewoon_dossier_klopt(zaak: Feiten) -> None:
    assert gevonden(zaak) == ()
    assert klopt(())


# --- De dagen van een rij -------------------------------------------------------------


@rij_voor_rij(
    ("dag", "klopt_het"),
    [
        pytest.param("2026-11-19", True, id="gisteren"),
        pytest.param("2026-11-20", True, id="vandaag"),
        pytest.param("2026-11-21", False, id="morgen"),
    ],
)
def test_niets_is_in_de_toekomst_gebeurd(dag: str, klopt_het: bool) -> None:
    rij = gesprek(gevoerd_op=d(dag), vastgelegd_op=d(dag))
    zaak = replace(ingevoerd(op_route()), gesprekken=(rij,))

    assert klopt(bevindingen(zaak, NU)) is klopt_het


@rij_voor_rij(
    ("vastgelegd", "klopt_het"),
    [
        pytest.param("2025-04-30", False, id="de_dag_ervoor"),
        pytest.param("2025-05-01", True, id="dezelfde_dag"),
        pytest.param("2025-05-02", True, id="de_dag_erna"),
    ],
)
def test_niets_is_vastgelegd_voor_het_gebeurde(
    vastgelegd: str, klopt_het: bool
) -> None:
    rij = gesprek(gevoerd_op=d("2025-05-01"), vastgelegd_op=d(vastgelegd))
    zaak = replace(ingevoerd(op_route()), gesprekken=(rij,))

    assert klopt(bevindingen(zaak, NU)) is klopt_het


@rij_voor_rij(
    ("overleden", "klopt_het"),
    [
        pytest.param("2025-04-30", False, id="ervoor"),
        pytest.param("2025-05-01", True, id="die_dag"),
        pytest.param("2025-05-02", True, id="erna"),
    ],
)
def test_na_het_overlijden_doet_iemand_niets_meer(
    overleden: str, klopt_het: bool
) -> None:
    zaak = op_route(gesprekken=(gesprek(),), overleden_op=d(overleden))

    assert (("gesprekken", "gevoerd_op") not in plekken(zaak)) is klopt_het


def test_over_iemand_wordt_ook_na_het_overlijden_besloten() -> None:
    einde = besluit(DUOBesluitsoort.VRIJSTELLING_GEHEEL, "2025-06-01")
    zaak = op_route(duo_besluiten=(einde,), overleden_op=d("2025-05-20"))

    assert plekken(zaak) == set()


@rij_voor_rij(
    ("zaak", "plek"),
    [
        pytest.param(
            op_route(examens=(examen(afgelegd_op=d("1899-05-05")),)),
            ("examens", "afgelegd_op"),
            id="examen_voor_de_geboorte",
        ),
        pytest.param(
            feiten(
                brede_intakes=(intake(gestart_op=d("2021-12-31"), afgerond_op=None),)
            ),
            ("brede_intakes", "gestart_op"),
            id="eigen_stap_voor_de_wet",
        ),
        pytest.param(
            op_route(brede_intakes=(intake(afgerond_op=d("2025-01-31")),)),
            ("brede_intakes", "afgerond_op"),
            id="af_voor_de_start",
        ),
        pytest.param(
            op_route(pvt=(pvt(begonnen_op=d("2025-06-02")),)),
            ("pvt", "ondertekend_op"),
            id="getekend_voor_het_begin",
        ),
    ],
)
def test_een_dag_die_niet_kan(zaak: Feiten, plek: tuple[str, str]) -> None:
    assert plek in plekken(zaak)


# --- Wat de wet toen weigerde ---------------------------------------------------------


@rij_voor_rij(
    ("zaak", "plek", "artikel"),
    [
        pytest.param(
            op_route(pips=(pip(niveaus={Onderdeel.LEZEN: Niveau.A2}),)),
            ("pips", "niveaus"),
            "DUO, bericht PIP",
            id="a2_op_het_eerste_pip",
        ),
        pytest.param(
            op_route(pips=(pip(dagtekening=d("2025-01-02")),)),
            ("pips", "dagtekening"),
            "DUO, bericht PIP",
            id="pip_voor_de_plicht",
        ),
        pytest.param(
            op_route(map=(map_(praktijkuren=39),)),
            ("map", "praktijkuren"),
            "Besluit art. 3.2",
            id="een_uur_praktijk_te_weinig",
        ),
        pytest.param(
            op_route(pips=(pip(leerroute=ONDERWIJS),), map=(map_(),)),
            ("map", ""),
            "Wi2021 art. 8 lid 3",
            id="map_in_de_onderwijsroute",
        ),
        pytest.param(
            op_route(z_afrondingen=(afronding(),)),
            ("z_afrondingen", ""),
            "Besluit art. 3.14",
            id="z_afronding_in_de_b1_route",
        ),
        pytest.param(
            replace(HELE["z_behaald"], uren=(uren(799, tot_en_met=d("2026-05-31")),)),
            ("z_afrondingen", ""),
            "Besluit art. 3.14",
            id="een_uur_te_weinig",
        ),
        pytest.param(
            feiten(pips=(pip(),)),
            ("pips", "dagtekening"),
            "",
            id="pip_zonder_intake",
        ),
        pytest.param(
            op_route(uren=(uren(24 * 30 + 1),)),
            ("uren", "uren"),
            "werkafspraak",
            id="meer_uren_dan_er_zijn",
        ),
    ],
)
def test_wat_toen_niet_kon_kan_nu_niet_waar_zijn(
    zaak: Feiten, plek: tuple[str, str], artikel: str
) -> None:
    hier = [b for b in gevonden(zaak) if (b.soort, b.veld) == plek]

    assert hier
    assert artikel in {str(b.bron) for b in hier} or not artikel


@rij_voor_rij(
    ("gevolgd", "klopt_het"),
    [pytest.param(599, False, id="net_niet"), pytest.param(600, True, id="precies")],
)
def test_afschalen_na_de_uren_van_toen(gevolgd: int, klopt_het: bool) -> None:
    lager = pip(
        id=2,
        versie=2,
        opgesteld_op=d("2025-12-01"),
        besproken_op=d("2025-12-01"),
        dagtekening=d("2025-12-01"),
        verstuurd_op=d("2025-12-02"),
        niveaus={Onderdeel.LEZEN: Niveau.A2},
        afschalen_reden="B1 is niet haalbaar",
        afschalen_inspanning="B1 is niet haalbaar",
    )
    zaak = op_route(pips=(pip(), lager), uren=(uren(gevolgd),))

    assert klopt(gevonden(zaak)) is klopt_het


def test_een_besluit_van_duo_telt_pas_als_het_hier_bekend_is() -> None:
    einde = besluit(DUOBesluitsoort.VRIJSTELLING_GEHEEL, "2025-03-10")
    begonnen = pvt(ondertekend_op=None, begonnen_op=d("2025-04-01"), uren=0)
    zaak = ingevoerd(op_route(pvt=(begonnen,)))
    bekend = replace(zaak, duo_besluiten=(einde,))
    onbekend = replace(
        zaak, duo_besluiten=(replace(einde, vastgelegd_op=d("2025-04-02")),)
    )

    assert {b.soort for b in bevindingen(bekend, NU)} == {"pvt"}
    assert bevindingen(onbekend, NU) == ()


def test_een_verschil_met_duo_is_geen_fout() -> None:
    voldaan = besluit(DUOBesluitsoort.VOLDAAN)

    (bevinding,) = gevonden(op_route(duo_besluiten=(voldaan,)))

    assert bevinding.verschil
    assert (bevinding.soort, bevinding.id) == ("duo_besluiten", 1)
    assert klopt((bevinding,))


# --- De vorm van een rij --------------------------------------------------------------


@rij_voor_rij(
    ("zaak", "plek"),
    [
        pytest.param(
            op_route(pips=(pip(dagtekening=None, verstuurd_op=None),)),
            ("pips", "status"),
            id="vastgesteld_zonder_dagtekening",
        ),
        pytest.param(
            op_route(pips=(pip(status=PIPStatus.BESPROKEN),)),
            ("pips", "status"),
            id="besproken_met_dagtekening",
        ),
        pytest.param(
            op_route(pips=(besproken(status=PIPStatus.CONCEPT, versie=1),)),
            ("pips", "status"),
            id="concept_dat_besproken_is",
        ),
        pytest.param(
            op_route(pips=(pip(versie=0),)), ("pips", "versie"), id="versie_nul"
        ),
        pytest.param(
            op_route(pips=(pip(akkoord=None),)), ("pips", "akkoord"), id="geen_antwoord"
        ),
        pytest.param(
            op_route(pips=(pip(akkoord=False, reden_geen_akkoord=" "),)),
            ("pips", "reden_geen_akkoord"),
            id="nee_zonder_reden",
        ),
        pytest.param(
            op_route(examens=(examen(reden=RedenGeenResultaat.ABSENT),)),
            ("examens", "reden"),
            id="geslaagd_en_afwezig",
        ),
        pytest.param(
            op_route(examens=(examen(resultaat=Examenresultaat.GEEN),)),
            ("examens", "reden"),
            id="geen_resultaat_zonder_reden",
        ),
        pytest.param(
            op_route(leerbaarheidstoetsen=(toets(uitkomst=None),)),
            ("leerbaarheidstoetsen", "uitkomst"),
            id="afgenomen_zonder_uitkomst",
        ),
        pytest.param(
            op_route(
                pvt=(pvt(ondertekend_op=None, uren=0, verwijtbaar=Verwijtbaar.NEE),)
            ),
            ("pvt", "verwijtbaar"),
            id="verwijtbaar_zonder_ondertekening",
        ),
        pytest.param(
            feiten(
                leerbaarheidstoetsen=(
                    toets(
                        afgenomen_op=None,
                        uitkomst=None,
                        uitzondering="visuele_beperking",
                        behaalde_score=20,
                    ),
                )
            ),
            ("leerbaarheidstoetsen", "behaalde_score"),
            id="score_zonder_toets",
        ),
        pytest.param(
            feiten(handhavingen=(bouw.gehoord(bedrag=100),)),
            ("handhavingen", "bedrag"),
            id="bedrag_zonder_boete",
        ),
        pytest.param(
            feiten(pvt=(pvt(ondertekend_op=None, uren=-1),)),
            ("pvt", "uren"),
            id="minder_dan_geen_uren",
        ),
        pytest.param(
            feiten(
                aanbod=(aanbod(beeindigd_op=d("2025-03-19"), reden_einde="gestopt"),)
            ),
            ("aanbod", "beeindigd_op"),
            id="aanbod_eindigt_voor_het_aanbod",
        ),
        pytest.param(
            feiten(bezwaren=(bouw.bezwaar(beroep_op=d("2025-03-31")),)),
            ("bezwaren", "beroep_op"),
            id="beroep_voor_het_bezwaar",
        ),
        pytest.param(
            feiten(brede_intakes=(intake(antwoorden={"onzin": {}}),)),
            ("brede_intakes", "onzin"),
            id="antwoord_op_een_vraag_die_er_niet_is",
        ),
        pytest.param(
            feiten(brede_intakes=(intake(uitkomsten={"onzin": {}}),)),
            ("brede_intakes", "onzin"),
            id="uitkomst_van_een_onderwerp_dat_er_niet_is",
        ),
        pytest.param(
            feiten(
                brede_intakes=(intake(),),
                uren=(
                    uren(
                        5,
                        Urensoort.INTAKE_TAAL_KNM,
                        van=d("2025-01-01"),
                        tot_en_met=d("2025-01-31"),
                    ),
                ),
            ),
            ("uren", "soort"),
            id="uren_van_de_intake_ervoor",
        ),
    ],
)
def test_twee_gegevens_die_niet_bij_elkaar_horen(
    zaak: Feiten, plek: tuple[str, str]
) -> None:
    assert plek in plekken(zaak)


BOUWERS = {
    "aanbod": aanbod,
    "participaties": participatie,
    "afspraken": bouw.afspraak,
    "ontzorgen": bouw.ontzorgen,
    "begeleidingen": bouw.begeleiding,
    "handhavingen": bouw.handhaving,
    "bezwaren": bouw.bezwaar,
}


@bij_elk(ZEGT, lambda rij: f"{rij[0]}.{rij[1]}")
def test_bij_een_dag_hoort_wat_er_toen_gebeurde(rij: tuple[str, str, str]) -> None:
    soort, dag, gevolg = rij
    zegt = [
        v
        for v in PER_SOORT[soort]
        if v.veld == gevolg and v.betekenis.endswith("wat er toen gebeurde")
    ]
    (vorm,) = zegt

    assert vorm.klopt(BOUWERS[soort]())
    assert not vorm.klopt(BOUWERS[soort](**{dag: d("2026-01-10")}))


def test_een_einde_zonder_reden_wordt_genoemd() -> None:
    zaak = feiten(participaties=(participatie(einde=d("2026-01-10")),))

    assert ("participaties", "reden_einde") in plekken(zaak)


# --- Feiten onderling -----------------------------------------------------------------


def tweede(**velden: Any) -> wet.PIP:
    standaard = {
        "id": 2,
        "versie": 2,
        "opgesteld_op": d("2025-12-01"),
        "besproken_op": d("2025-12-01"),
        "dagtekening": d("2025-12-01"),
        "verstuurd_op": d("2025-12-02"),
    }
    return pip(**standaard | velden)


@rij_voor_rij(
    ("pips", "veld", "ids"),
    [
        pytest.param((pip(), tweede()), "", set(), id="op_volgorde"),
        pytest.param((pip(), tweede(versie=1)), "versie", {1, 2}, id="dubbele_versie"),
        pytest.param(
            (pip(id=1, versie=2), tweede(versie=1)),
            "dagtekening",
            {1, 2},
            id="later_is_eerder",
        ),
        pytest.param(
            (pip(), concept(id=8, versie=2), concept(id=9, versie=3)),
            "status",
            {8},
            id="twee_open",
        ),
    ],
)
def test_versies_van_het_pip(
    pips: tuple[wet.PIP, ...], veld: str, ids: set[int]
) -> None:
    hier = {b.id for b in gevonden(op_route(pips=pips)) if b.veld == veld}

    assert hier >= ids
    assert bool(hier) is bool(ids)


@rij_voor_rij(
    ("van", "soort", "overlapt"),
    [
        pytest.param("2025-04-30", Urensoort.TAAL, True, id="de_laatste_dag"),
        pytest.param("2025-05-01", Urensoort.TAAL, False, id="de_dag_erna"),
        pytest.param("2025-04-15", Urensoort.KNM, False, id="andere_soort"),
    ],
)
def test_uren_tellen_niet_dubbel(van: str, soort: Urensoort, overlapt: bool) -> None:
    een = uren(10)
    twee = uren(10, soort, id=2, van=d(van), tot_en_met=d("2025-05-31"))
    hier = {b.id for b in gevonden(op_route(uren=(een, twee))) if b.soort == "uren"}

    assert hier == ({1, 2} if overlapt else set())


def test_een_lang_tijdvak_ligt_over_meer_dan_de_volgende_rij() -> None:
    jaar = uren(10, van=d("2025-04-01"), tot_en_met=d("2026-03-31"))
    mei = uren(10, id=2, van=d("2025-05-01"), tot_en_met=d("2025-05-31"))
    juli = uren(10, id=3, van=d("2025-07-01"), tot_en_met=d("2025-07-31"))
    erna = uren(10, id=4, van=d("2026-04-01"), tot_en_met=d("2026-04-30"))
    zaak = op_route(uren=(jaar, mei, juli, erna))

    assert {b.id for b in gevonden(zaak) if b.veld == "van"} == {1, 2, 3}


def dicht(**velden: Any) -> wet.Afsluiting:
    standaard = {
        "afgesloten_op": d("2025-06-01"),
        "vastgelegd_op": d("2025-06-01"),
        "reden": RedenAfsluiting.VERTROKKEN,
    }
    return afsluiting(**standaard | velden)


@rij_voor_rij(
    ("vastgelegd", "heropend", "klopt_het"),
    [
        pytest.param("2025-06-01", None, True, id="die_dag"),
        pytest.param("2025-06-02", None, False, id="de_dag_erna"),
        pytest.param("2025-06-30", "2025-07-01", False, id="voor_het_heropenen"),
        pytest.param("2025-07-01", "2025-07-01", True, id="bij_het_heropenen"),
    ],
)
def test_in_een_gesloten_dossier_komt_niets_bij(
    vastgelegd: str, heropend: str | None, klopt_het: bool
) -> None:
    gesloten = dicht()
    if heropend:
        gesloten = replace(gesloten, heropend_op=d(heropend), reden_heropening="Terug")
    zaak = op_route(
        gesprekken=(gesprek(vastgelegd_op=d(vastgelegd)),), afsluitingen=(gesloten,)
    )
    vroeg = replace(
        zaak,
        brede_intakes=(replace(intake(), vastgelegd_op=d("2025-02-01")),),
        leerbaarheidstoetsen=(replace(toets(), vastgelegd_op=d("2025-02-10")),),
        pips=(replace(pip(), vastgelegd_op=d("2025-03-01")),),
    )
    hier = {b.veld for b in bevindingen(vroeg, NU) if b.soort == "gesprekken"}

    assert ("vastgelegd_op" not in hier) is klopt_het


@rij_voor_rij(
    ("heropend", "opnieuw", "klopt_het"),
    [
        pytest.param(None, "2025-09-01", False, id="nooit_heropend"),
        pytest.param("2025-08-01", "2025-07-31", False, id="voor_het_heropenen"),
        pytest.param("2025-08-01", "2025-08-01", True, id="die_dag"),
    ],
)
def test_een_dossier_gaat_een_keer_dicht(
    heropend: str | None, opnieuw: str, klopt_het: bool
) -> None:
    eerst = dicht(
        heropend_op=d(heropend) if heropend else None,
        reden_heropening="Terug" if heropend else "",
    )
    twee = dicht(id=2, afgesloten_op=d(opnieuw), vastgelegd_op=d(opnieuw))
    hier = {
        b.id
        for b in bevindingen(feiten(afsluitingen=(eerst, twee)), NU)
        if b.tekst == "Het dossier was al afgesloten."
    }

    assert (hier == set()) is klopt_het


@rij_voor_rij(
    ("vrij", "klopt_het"),
    [
        pytest.param((), False, id="nooit_gegeven"),
        pytest.param(("2026-01-16",), False, id="een_dag_later_gegeven"),
        pytest.param(("2026-01-15",), True, id="dezelfde_dag"),
    ],
)
def test_intrekken_kan_alleen_wat_er_was(
    vrij: tuple[str, ...], klopt_het: bool
) -> None:
    soort = DUOBesluitsoort
    gegeven = [
        besluit(soort.VRIJSTELLING_TIJDELIJK, dag, id=5, ingang=d(dag)) for dag in vrij
    ]
    weg = besluit(soort.VRIJSTELLING_INGETROKKEN, "2026-01-15", id=6)
    zaak = feiten(duo_besluiten=(*gegeven, weg))

    hier = [b for b in bevindingen(zaak, NU) if b.id == 6]
    assert (hier == []) is klopt_het


@rij_voor_rij(
    ("reden", "grond", "ingang", "klopt_het"),
    [
        ("overlijden", "OPL", "2026-02-01", False),  # geen vrijstelling
        ("tijdelijke_vrijstelling", "OPL", "2026-01-31", False),
        ("tijdelijke_vrijstelling", "OPL", "2026-02-01", True),
        (
            "tijdelijke_vrijstelling",
            "INS",
            "2026-02-01",
            True,
        ),  # andere grond: deze dan
        ("tijdelijke_vrijstelling", "OPL", "2026-06-01", True),
        ("tijdelijke_vrijstelling", "OPL", "2026-06-02", False),
    ],
)
def test_intrekken_kan_alleen_toen_het_er_was(
    reden: str, grond: str, ingang: str, klopt_het: bool
) -> None:
    soort = DUOBesluitsoort
    gegeven = besluit(
        soort.PLICHT_BEEINDIGD,
        "2026-01-15",
        id=5,
        grond="OPL",
        reden_einde=reden,
        ingang=d("2026-02-01"),
        einddatum=d("2026-06-01"),
    )
    weg = besluit(
        soort.VRIJSTELLING_INGETROKKEN,
        "2026-03-01",
        id=6,
        grond=grond,
        ingang=d(ingang),
    )
    zaak = feiten(duo_besluiten=(gegeven, weg))

    assert ([b for b in bevindingen(zaak, NU) if b.id == 6] == []) is klopt_het


# --- De aanmelding --------------------------------------------------------------------


@rij_voor_rij(
    ("zaak", "plek"),
    [
        pytest.param(
            feiten(geboren="1990-02-30"),
            ("inburgeraar", "geboortedatum"),
            id="bestaat_niet",
        ),
        pytest.param(
            feiten(geboren="2015-01-01"),
            ("inburgeraar", "geboortedatum"),
            id="tien_jaar",
        ),
        pytest.param(
            feiten(traject=traject(datum_plicht=d("2021-12-31"))),
            ("traject", "datum_plicht"),
            id="voor_de_wet",
        ),
        pytest.param(
            feiten(traject=traject(datum_kennisgeving=d("2025-01-02"))),
            ("traject", "datum_kennisgeving"),
            id="kennisgeving_voor_de_plicht",
        ),
        pytest.param(
            op_route(traject=traject(datum_plicht=d("2025-03-06"))),
            ("traject", "datum_plicht"),
            id="plicht_na_het_pip",
        ),
    ],
)
def test_een_aanmelding_die_niet_kan(zaak: Feiten, plek: tuple[str, str]) -> None:
    assert plek in plekken(zaak)


def test_een_nederlander_wordt_genoemd() -> None:
    zaak = feiten()
    zaak = replace(zaak, inburgeraar=replace(zaak.inburgeraar, nationaliteit="0001"))

    assert plekken(zaak) == {("inburgeraar", "nationaliteit")}


@rij_voor_rij(
    ("velden",),
    [
        pytest.param({"datum_kennisgeving": d("2025-02-01")}, id="later_bekend"),
        pytest.param({"datum_inschrijving": d("2025-02-01")}, id="later_ingeschreven"),
        pytest.param({"datum_kennisgeving": None}, id="nog_niet_bekend"),
    ],
)
def test_wat_na_de_registratie_kwam_maakt_haar_niet_fout(
    velden: dict[str, Any],
) -> None:
    assert plekken(feiten(traject=traject(**velden))) == set()


def test_elke_bevinding_komt_eenmaal() -> None:
    alle = gevonden(op_route(pips=(pip(niveaus={Onderdeel.LEZEN: Niveau.A2}),)))

    assert len(alle) == len({(b.soort, b.id, b.veld, b.tekst) for b in alle})
    assert not klopt(alle)


def test_herkomst_doet_ertoe_bij_een_pip_van_elders() -> None:
    """Het niveau van een PIP van elders is een feit; het botst, en dat staat er."""
    zaak = feiten(
        pips=(
            van_elders(
                leerroute=Leerroute.Z,
                niveaus={Onderdeel.LEZEN: Niveau.B1},
                besproken_op=None,
                akkoord=None,
                herkomst=Herkomst.ANDERE_GEMEENTE,
            ),
        )
    )

    assert plekken(zaak) == {("pips", "niveaus")}
    assert Z == Leerroute.Z
