"""Wat als: een veronderstelling gaat door dezelfde wet, en er blijft niets van over."""

from dataclasses import replace
from datetime import date

import pytest

from inburgering.wet.begrippen import (
    TAALONDERDELEN,
    DUOBesluitsoort,
    Niveau,
    Onderdeel,
    Termijnsoort,
    Trajectstatus,
    Volggrond,
)
from inburgering.wet.feiten import Feiten
from inburgering.wet.uitkomst import Onderdeelstand, Stand, Termijn
from inburgering.wet.watals import Veronderstelling, WatAls, peildag, wat_als
from tests.elk import rij_voor_rij
from tests.wet.bouw import (
    B1,
    ONDERWIJS,
    Z,
    alles_behaald,
    besluit,
    besproken,
    d,
    feiten,
    intake,
    map_,
    op_route,
    pip,
    pvt,
    toets,
    traject,
    uren,
)


NU = d("2026-01-15")
B, V = DUOBesluitsoort, Veronderstelling


def termijn(stand: Stand, soort: Termijnsoort) -> Termijn | None:
    return next((t for t in stand.termijnen if t.soort == soort), None)


def drie_jaar(antwoord: WatAls) -> tuple[date, date]:
    gevonden = termijn(antwoord.dan, Termijnsoort.INBURGERINGSTERMIJN)
    assert gevonden is not None
    return gevonden.begin, gevonden.uiterlijk


def zonder_pip(**velden: object) -> Feiten:
    return feiten(brede_intakes=(intake(),), leerbaarheidstoetsen=(toets(),), **velden)


@rij_voor_rij(
    ("dagtekening", "begin", "laatste"),
    [
        pytest.param("2025-03-04", "2025-03-05", "2028-03-04", id="eerder"),
        pytest.param("2026-02-01", "2026-02-02", "2029-02-01", id="later_dan_vandaag"),
        pytest.param(
            "2028-02-28", "2028-02-29", "2031-02-28", id="begint_schrikkeldag"
        ),
    ],
)
def test_een_eerste_pip_begint_de_drie_jaar(
    dagtekening: str, begin: str, laatste: str
) -> None:
    zaak = zonder_pip(pips=(besproken(versie=1),))

    antwoord = wat_als(zaak, V(dagtekening=d(dagtekening)), NU)

    assert drie_jaar(antwoord) == (d(begin), d(laatste))
    assert antwoord.peildatum == max(NU, d(dagtekening))
    assert antwoord.nu.status == Trajectstatus.PIP
    assert antwoord.dan.status == Trajectstatus.LEERROUTE
    assert antwoord.weigert == ()


def test_zonder_concept_en_zonder_leerroute_is_er_geen_pip() -> None:
    antwoord = wat_als(zonder_pip(), V(dagtekening=NU), NU)

    assert antwoord.dan.status == Trajectstatus.PIP
    assert antwoord.termijnen == ()
    assert antwoord.weigert == ()


def test_zonder_concept_met_leerroute_wel() -> None:
    antwoord = wat_als(zonder_pip(), V(leerroute=Z), NU)

    assert antwoord.dan.leerroute == Z
    assert drie_jaar(antwoord)[0] == d("2026-01-16")


def test_een_verlenging_van_een_pip_dat_men_erbij_denkt() -> None:
    beide = V(dagtekening=NU, leerroute=Z, verlengd_tot_en_met=d("2029-06-30"))
    alleen = V(verlengd_tot_en_met=d("2029-06-30"))

    assert drie_jaar(wat_als(zonder_pip(), beide, NU))[1] == d("2029-06-30")
    assert wat_als(zonder_pip(), beide, NU).meldt == ()
    (meldt,) = wat_als(zonder_pip(), alleen, NU).meldt
    assert meldt.reden.startswith("DUO verlengt een termijn, maar bij ons is geen")


@rij_voor_rij(
    ("dossier", "weigert"),
    [
        (feiten(), ""),
        (feiten(brede_intakes=(intake(afgerond_op=None),)), ""),
        (zonder_pip(), ""),
        (op_route(), ""),
        (
            op_route(duo_besluiten=(besluit(B.VOLDAAN, "2026-01-10"),)),
            "Nu is het: vold",
        ),
        (
            op_route(duo_besluiten=(besluit(B.VRIJSTELLING_TIJDELIJK, "2026-01-10"),)),
            "Nu is het: opgeschort",
        ),
        (
            feiten(
                traject=traject(
                    volggrond=Volggrond.VRIJWILLIG,
                    datum_plicht=None,
                    datum_kennisgeving=None,
                )
            ),
            "Deze persoon wordt gevolgd zonder plicht",
        ),
    ],
)
def test_of_een_pip_in_deze_stand_kan(dossier: Feiten, weigert: str) -> None:
    oordelen = wat_als(dossier, V(leerroute=Z), NU).weigert

    assert bool(oordelen) is bool(weigert)
    assert all(
        o.reden.startswith("Een PIP vaststellen kan niet. ") and weigert in o.reden
        for o in oordelen
    )
    assert all(o.gebruikt for o in oordelen)


def test_een_nieuw_pip_verschuift_de_drie_jaar_niet() -> None:
    antwoord = wat_als(op_route(), V(dagtekening=NU, leerroute=Z), NU)

    assert drie_jaar(antwoord) == (d("2025-03-06"), d("2028-03-05"))
    assert antwoord.dan.leerroute == Z
    namen = {v.label for v in antwoord.onderdelen}
    assert Onderdeel.LEZEN.label in namen
    assert Onderdeel.EINDGESPREK_Z.label in namen
    lezen = next(v for v in antwoord.onderdelen if v.label == Onderdeel.LEZEN.label)
    assert isinstance(lezen.nu, Onderdeelstand)
    assert lezen.dan is None


def test_dezelfde_leerroute_houdt_haar_niveaus() -> None:
    lager = pip(
        versie=2,
        dagtekening=d("2025-12-01"),
        niveaus={Onderdeel.LEZEN: Niveau.A2},
        afschalen_reden="600 uur",
        afschalen_inspanning="600 uur",
        intensiteit=900,
    )
    zaak = op_route(pips=(pip(), lager), uren=(uren(600),))

    zelfde = wat_als(zaak, V(dagtekening=NU), NU)
    anders = wat_als(zaak, V(dagtekening=NU, leerroute=ONDERWIJS), NU)

    assert _niveau(zelfde.dan, Onderdeel.LEZEN) == Niveau.A2
    assert _niveau(anders.dan, Onderdeel.LEZEN) == Niveau.B1
    assert [o.veld for o in anders.weigert] == []


def _niveau(stand: Stand, onderdeel: Onderdeel) -> Niveau | None:
    return next(o.niveau for o in stand.onderdelen if o.onderdeel == onderdeel)


@rij_voor_rij(
    ("gevolgd", "geweigerd"),
    [pytest.param(599, True, id="net_niet"), pytest.param(600, False, id="precies")],
)
def test_afschalen_wordt_getoetst(gevolgd: int, geweigerd: bool) -> None:
    zaak = op_route(
        pips=(
            pip(afschalen_reden="B1 is niet haalbaar", afschalen_inspanning="Elke les"),
        ),
        uren=(uren(gevolgd),),
    )
    niveaus = dict.fromkeys(TAALONDERDELEN, Niveau.A2)

    antwoord = wat_als(zaak, V(niveaus=niveaus), NU)

    assert bool(antwoord.weigert) is geweigerd
    assert _niveau(antwoord.dan, Onderdeel.LEZEN) == Niveau.A2


def test_een_dagtekening_voor_de_plicht_zou_worden_geweigerd() -> None:
    zaak = zonder_pip(pips=(besproken(versie=1),))

    antwoord = wat_als(zaak, V(dagtekening=d("2025-01-02")), NU)

    assert {o.veld for o in antwoord.weigert} == {"dagtekening"}


@rij_voor_rij(
    ("tot_en_met", "meldt"),
    [
        pytest.param("2028-03-05", True, id="niet_langer"),
        pytest.param("2028-03-06", False, id="een_dag_langer"),
        pytest.param("2028-09-05", False, id="half_jaar"),
    ],
)
def test_een_verlenging_verzet_de_laatste_dag(tot_en_met: str, meldt: bool) -> None:
    antwoord = wat_als(op_route(), V(verlengd_tot_en_met=d(tot_en_met)), NU)

    assert drie_jaar(antwoord)[1] == d(tot_en_met)
    assert any(o.tegenstrijdig for o in antwoord.meldt) is meldt
    assert any(
        v.label == Termijnsoort.INBURGERINGSTERMIJN.label for v in antwoord.termijnen
    ) == (tot_en_met != "2028-03-05")


def test_een_veronderstelde_verlenging_gaat_voor_een_echte_van_dezelfde_dag() -> None:
    echt = besluit(
        DUOBesluitsoort.VERLENGING, f"{NU}", einddatum=d("2028-06-06"), id=77
    )
    zaak = op_route(duo_besluiten=(echt,))

    antwoord = wat_als(zaak, V(verlengd_tot_en_met=d("2028-12-05")), NU)

    assert drie_jaar(antwoord)[1] == d("2028-12-05")


def test_het_laatste_examen_maakt_alles_behaald() -> None:
    klaar = alles_behaald()
    zonder = replace(
        klaar, examens=tuple(e for e in klaar.examens if e.onderdeel != "knm")
    )

    antwoord = wat_als(zonder, V(gehaald=(Onderdeel.KNM,)), NU)

    assert antwoord.nu.status == Trajectstatus.LEERROUTE
    assert antwoord.dan.status == Trajectstatus.ONDERDELEN_BEHAALD
    assert antwoord.dan.alle_onderdelen_behaald_op == NU
    assert [v.label for v in antwoord.onderdelen] == [Onderdeel.KNM.label]


def test_een_taalexamen_wordt_gehaald_op_het_niveau_van_het_pip() -> None:
    zaak = op_route(
        pips=(pip(), pip(versie=2, dagtekening=d("2025-12-01"), niveaus={
            Onderdeel.LEZEN: Niveau.A2,
        })),
        pvt=(pvt(),), map=(map_(),),
    )  # fmt: skip

    antwoord = wat_als(zaak, V(gehaald=(Onderdeel.LEZEN, Onderdeel.SPREKEN)), NU)

    gehaald = {o.onderdeel: o for o in antwoord.dan.onderdelen if o.gehaald}
    assert gehaald[Onderdeel.LEZEN].niveau == Niveau.A2
    assert gehaald[Onderdeel.SPREKEN].niveau == Niveau.B1


def test_een_examen_zonder_enig_pip_telt_nog_nergens() -> None:
    antwoord = wat_als(zonder_pip(), V(gehaald=(Onderdeel.LEZEN,)), NU)

    assert antwoord.dan.onderdelen == ()


def test_er_verandert_niets_aan_de_feiten() -> None:
    zaak = op_route()
    voor = repr(zaak)

    wat_als(zaak, V(dagtekening=NU, leerroute=Z, gehaald=(Onderdeel.KNM,)), NU)

    assert repr(zaak) == voor


@rij_voor_rij(
    ("v", "leeg", "met_pip"),
    [
        pytest.param(V(), True, False, id="niets"),
        pytest.param(V(dagtekening=NU), False, True, id="dagtekening"),
        pytest.param(V(leerroute=B1), False, True, id="leerroute"),
        pytest.param(V(niveaus={Onderdeel.LEZEN: Niveau.A2}), False, True, id="niveau"),
        pytest.param(V(verlengd_tot_en_met=NU), False, False, id="verlenging"),
        pytest.param(V(gehaald=(Onderdeel.KNM,)), False, False, id="examen"),
    ],
)
def test_wat_er_wordt_verondersteld(
    v: Veronderstelling, leeg: bool, met_pip: bool
) -> None:
    assert (v.leeg, v.met_pip) == (leeg, met_pip)


@rij_voor_rij(
    ("dagtekening", "dag"),
    [
        pytest.param(None, "2026-01-15", id="vandaag"),
        pytest.param("2026-01-14", "2026-01-15", id="gisteren"),
        pytest.param("2026-01-15", "2026-01-15", id="die_dag"),
        pytest.param("2026-01-16", "2026-01-16", id="morgen"),
    ],
)
def test_men_kijkt_vandaag_of_op_de_latere_dagtekening(
    dagtekening: str | None, dag: str
) -> None:
    v = V(dagtekening=d(dagtekening) if dagtekening else None)

    assert peildag(v, NU) == d(dag)
