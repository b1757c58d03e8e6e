"""Elk getal van de wet staat eenmaal, met artikel, geldigheid en zekerheid."""

from dataclasses import replace
from datetime import date

import pytest

from inburgering.wet import parameters
from inburgering.wet.bron import Zekerheid
from inburgering.wet.feiten import Instelling
from inburgering.wet.parameters import (
    AOW_LEEFTIJDEN,
    GELIJKGESTELDE_DAGEN,
    IN_WERKING,
    PLANNING,
    WETTELIJK,
    GeenRegel,
    Parameter,
    aow_leeftijd,
    gewone_werkdagen,
    parameter,
    parameter_vanaf,
)
from tests.elk import bij_elk, rij_voor_rij
from tests.wet.bouw import d


@rij_voor_rij(
    ("naam", "waarde", "eenheid", "artikel", "zekerheid"),
    [
        ("minimumleeftijd", 18, "jaren", "Wi2021 art. 3", "B"),
        ("pip_weken", 10, "weken", "Besluit art. 5.3", "B"),
        (
            "pip_weken_informatie_derden",
            2,
            "weken",
            "Besluit art. 5.3 (niet bevestigd)",
            "C",
        ),
        ("termijn_jaren", 3, "jaren", "Wi2021 art. 11 lid 1", "A"),
        ("verlenging_maanden_vooraf", 6, "maanden", "Besluit art. 4.1 en 4.5", "B"),
        (
            "leerroute_wijzigen_maanden",
            18,
            "maanden",
            "Wi2021 art. 17 (niet bevestigd)",
            "C",
        ),
        ("afschalen_uren", 600, "uren", "Besluit art. 5.5", "B"),
        ("z_taaluren", 800, "uren", "Besluit art. 3.14", "B"),
        ("z_participatie_uren", 800, "uren", "Besluit art. 3.14", "B"),
        ("pvt_uren", 12, "uren", "Besluit art. 3.1 (niet bevestigd)", "C"),
        ("map_praktijkuren", 40, "uren", "Besluit art. 3.2", "B"),
        ("pip_bezwaar_weken", 6, "weken", "Awb art. 6:7 en 6:8", "B"),
        ("gratis_pogingen", 2, "pogingen", "Regeling", "B"),
    ],
)
def test_getal_van_de_wet(
    naam: str, waarde: int, eenheid: str, artikel: str, zekerheid: str
) -> None:
    rij = parameter(naam, d("2026-01-01"))

    assert (rij.waarde, rij.eenheid) == (waarde, eenheid)
    assert (str(rij.bron), rij.bron.zekerheid) == (artikel, zekerheid)


@rij_voor_rij(
    ("dag", "geldt"),
    [
        pytest.param("2021-12-31", False, id="dag_voor_de_wet"),
        pytest.param("2022-01-01", True, id="eerste_dag_van_de_wet"),
        pytest.param("2022-01-02", True, id="tweede_dag"),
    ],
)
def test_voor_de_wet_is_er_geen_regel(dag: str, geldt: bool) -> None:
    if geldt:
        assert parameter("termijn_jaren", d(dag)).waarde == 3
        return
    with pytest.raises(GeenRegel, match=r"31-12-2021 geen regel.*vanaf 01-01-2022"):
        parameter("termijn_jaren", d(dag))


def test_een_termijn_van_voor_de_wet_krijgt_de_eerste_regel() -> None:
    assert parameter_vanaf("pip_weken", d("2019-05-01")) == parameter(
        "pip_weken", IN_WERKING
    )


@pytest.mark.parametrize(
    ("dag", "weken"),
    [
        pytest.param("2026-12-31", 10, id="dag_voor_de_wijziging"),
        pytest.param("2027-01-01", 8, id="dag_van_de_wijziging"),
        pytest.param("2027-01-02", 8, id="dag_na_de_wijziging"),
    ],
)
def test_een_wetswijziging_is_een_rij_erbij(
    dag: str, weken: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    oud = parameter("pip_weken", IN_WERKING)
    rijen = (
        replace(oud, geldig_tot=date(2027, 1, 1)),
        replace(oud, waarde=8, geldig_vanaf=date(2027, 1, 1)),
    )
    monkeypatch.setitem(parameters._RIJEN, "pip_weken", rijen)

    assert parameter("pip_weken", d(dag)).waarde == weken


def test_elk_getal_staat_eenmaal_en_rijen_overlappen_niet() -> None:
    rijen = VAN_DE_WET + PLANNING
    namen = [rij.naam for rij in rijen]

    assert len(namen) == len(set(namen))
    assert all(rij.geldig_vanaf >= IN_WERKING for rij in rijen)


VAN_DE_WET = (*WETTELIJK, *AOW_LEEFTIJDEN, *GELIJKGESTELDE_DAGEN)


@bij_elk(VAN_DE_WET, lambda rij: rij.naam)
def test_wettelijk_heeft_artikel_en_niet_bevestigd_is_instelbaar(
    rij: Parameter,
) -> None:
    assert rij.bron.wet != "eigen"
    assert rij.betekenis
    if rij.bron.zekerheid.bevestigd:
        assert rij.grenzen is None
        assert rij.mag_zijn == ""
    else:
        assert rij.grenzen is not None
        laagste, hoogste = rij.grenzen
        assert laagste <= rij.waarde <= hoogste


@bij_elk(PLANNING, lambda rij: rij.naam)
def test_planning_heet_nooit_wet(rij: Parameter) -> None:
    assert rij.bron.wet == "eigen"
    assert rij.waarde > 0


@rij_voor_rij(
    ("geboren", "jaren", "maanden"),
    [
        pytest.param("1955-08-31", 66, 4, id="voor_september_1955"),
        pytest.param("1955-09-01", 66, 7, id="vanaf_september_1955"),
        pytest.param("1956-05-31", 66, 7, id="tot_en_met_mei_1956"),
        pytest.param("1956-06-01", 66, 10, id="vanaf_juni_1956"),
        pytest.param("1957-02-28", 66, 10, id="tot_en_met_februari_1957"),
        pytest.param("1957-03-01", 67, 0, id="vanaf_maart_1957"),
        pytest.param("1960-12-31", 67, 0, id="tot_en_met_1960"),
        pytest.param("1961-01-01", 67, 3, id="vanaf_1961"),
        pytest.param("1990-05-17", 67, 3, id="nog_niet_vastgesteld"),
    ],
)
def test_aow_leeftijd(geboren: str, jaren: int, maanden: int) -> None:
    rij = aow_leeftijd(d(geboren))

    assert rij.waarde == 12 * jaren + maanden
    erbij = f" en {maanden} maanden" if maanden else ""
    assert rij.duur == rij.voluit == f"{jaren} jaar{erbij}"


def test_wat_de_rijksoverheid_bevestigt_heet_bevestigd() -> None:
    assert aow_leeftijd(d("1962-09-30")).bron.zekerheid == Zekerheid.A
    assert not aow_leeftijd(d("1962-10-01")).bron.zekerheid.bevestigd
    dagen = [rij.geboren_vanaf for rij in AOW_LEEFTIJDEN]
    assert dagen == sorted(dagen, reverse=True)


def ingesteld(naam: str, waarde: int, vanaf: str) -> Instelling:
    return Instelling(
        naam=naam,
        waarde=waarde,
        geldig_vanaf=d(vanaf),
        vastgelegd_op=d("2025-01-01"),
    )


@rij_voor_rij(
    ("dag", "maanden"),
    [
        pytest.param("2025-02-28", 18, id="dag_ervoor_de_wet"),
        pytest.param("2025-03-01", 24, id="dag_van_de_instelling"),
        pytest.param("2025-03-02", 24, id="dag_erna"),
        pytest.param("2026-02-28", 24, id="dag_voor_de_volgende"),
        pytest.param("2026-03-01", 15, id="dag_van_de_volgende"),
    ],
)
@rij_voor_rij(("volgorde",), [1, -1])
def test_een_gemeente_stelt_een_niet_bevestigd_getal_in(
    dag: str, maanden: int, volgorde: int
) -> None:
    eigen = (
        ingesteld("leerroute_wijzigen_maanden", 24, "2025-03-01"),
        ingesteld("leerroute_wijzigen_maanden", 15, "2026-03-01"),
        ingesteld("pvt_uren", 20, "2025-02-01"),
    )[::volgorde]

    assert parameter("leerroute_wijzigen_maanden", d(dag), eigen).waarde == maanden
    assert (
        parameter_vanaf("leerroute_wijzigen_maanden", d(dag), eigen).waarde == maanden
    )


def test_wat_de_gemeente_instelde_zegt_dat_en_blijft_niet_bevestigd() -> None:
    eigen = (ingesteld("pvt_uren", 20, "2025-03-01"),)

    rij = parameter("pvt_uren", d("2025-03-01"), eigen)

    assert rij.bron.toelichting == "ingesteld door de gemeente per 1 maart 2025"
    assert str(rij.bron) == "Besluit art. 3.1 (niet bevestigd)"
    assert parameter("pvt_uren", d("2025-02-28"), eigen).bron.toelichting == ""


@rij_voor_rij(
    ("waarde", "geldt"),
    [
        pytest.param(11, 18, id="onder_de_grens"),
        pytest.param(12, 12, id="laagste"),
        pytest.param(36, 36, id="hoogste"),
        pytest.param(37, 18, id="boven_de_grens"),
    ],
)
def test_buiten_de_grenzen_geldt_een_instelling_niet(waarde: int, geldt: int) -> None:
    naam, dag = "leerroute_wijzigen_maanden", d("2026-01-01")
    eigen = (ingesteld(naam, waarde, "2025-01-01"),)

    assert parameter(naam, dag, eigen).waarde == geldt
    assert parameter(naam, dag).mag(waarde) == (waarde == geldt)


@bij_elk(WETTELIJK + PLANNING, lambda rij: rij.naam)
def test_een_zeker_getal_is_niet_in_te_stellen(rij: Parameter) -> None:
    anders = rij.waarde + 1 if rij.grenzen is None else rij.grenzen[1] + 1
    eigen = (ingesteld(rij.naam, anders, "2022-01-01"),)

    assert not rij.mag(anders)
    assert parameter(rij.naam, d("2026-01-01"), eigen) == rij


# Geboren op 15 oktober 1962: 67 jaar en 3 maanden op 15 januari 2030.
AOW_1962 = "aow_leeftijd_1962_10"


@rij_voor_rij(
    ("eigen", "bereikt", "leeftijd"),
    [
        pytest.param([], "2030-01-15", "67 jaar en 3 maanden", id="de_wet"),
        pytest.param(
            [(AOW_1962, 810, "2030-01-15")], "2030-04-15", "67 jaar en 6 maanden",
            id="ingesteld_op_de_dag_zelf",
        ),
        pytest.param(
            [(AOW_1962, 810, "2030-01-16")], "2030-01-15", "67 jaar en 3 maanden",
            id="ingesteld_een_dag_te_laat",
        ),
        pytest.param(
            [(AOW_1962, 810, "2026-01-01"), (AOW_1962, 807, "2030-02-01")],
            "2030-02-01", "67 jaar en 3 maanden", id="verlaagd_wie_al_ouder_was",
        ),
        pytest.param(
            [(AOW_1962, 810, "2026-01-01"), (AOW_1962, 807, "2030-01-15")],
            "2030-01-15", "67 jaar en 3 maanden", id="verlaagd_op_tijd",
        ),
        pytest.param(
            [(AOW_1962, 810, "2026-01-01"), (AOW_1962, 816, "2030-04-15")],
            "2030-10-15", "68 jaar", id="nog_eens_verhoogd",
        ),
        pytest.param(
            [(AOW_1962, 810, "2026-01-01"), (AOW_1962, 816, "2030-04-16")],
            "2030-04-15", "67 jaar en 6 maanden", id="te_laat_nog_eens_verhoogd",
        ),
        pytest.param(
            [(AOW_1962, 806, "2026-01-01")], "2030-01-15", "67 jaar en 3 maanden",
            id="onder_de_grens",
        ),
        pytest.param(
            [(AOW_1962, 841, "2026-01-01")], "2030-01-15", "67 jaar en 3 maanden",
            id="boven_de_grens",
        ),
        pytest.param(
            [("aow_leeftijd_1956_06", 800, "2026-01-01")], "2030-01-15",
            "67 jaar en 3 maanden", id="andere_rij",
        ),
    ],
)  # fmt: skip
def test_een_gemeente_stelt_een_onzekere_aow_leeftijd_in(
    eigen: list[tuple[str, int, str]], bereikt: str, leeftijd: str
) -> None:
    geboren = d("1962-10-15")
    rij = aow_leeftijd(geboren, tuple(ingesteld(*i) for i in eigen))

    assert rij.bereikt_op(geboren) == d(bereikt)
    assert rij.duur == leeftijd


def test_een_zekere_aow_leeftijd_staat_vast() -> None:
    geboren = d("1962-09-30")
    eigen = (ingesteld("aow_leeftijd_1961_01", 810, "2026-01-01"),)

    assert aow_leeftijd(geboren, eigen) == aow_leeftijd(geboren)


def test_de_grenzen_in_woorden() -> None:
    jong = aow_leeftijd(d("1990-01-01"))
    dag = GELIJKGESTELDE_DAGEN[0]

    assert parameter("pvt_uren", IN_WERKING).mag_zijn == "1 tot en met 40 uur"
    assert jong.mag_zijn == (
        "807 tot en met 840 maanden (67 jaar en 3 maanden tot en met 70 jaar)"
    )
    assert dag.mag_zijn == "feestdag of gewone werkdag"
    assert dag.keuzes == (("1", dag.duur), ("0", "gewone werkdag"))
    assert jong.keuzes == ()


# De vrijdag na Hemelvaart van 2026; de zaterdag erna is vanzelf vrij.
@rij_voor_rij(
    ("begin", "waarde", "vanaf", "gewoon"),
    [
        pytest.param("2026-04-01", 0, "2026-04-02", False, id="dag_na_het_begin"),
        pytest.param("2026-04-01", 0, "2026-04-01", True, id="dag_van_het_begin"),
        pytest.param("2026-04-01", 0, "2026-03-31", True, id="dag_voor_het_begin"),
        pytest.param("2026-04-01", 1, "2026-03-31", False, id="feestdag"),
        pytest.param("2026-04-01", 2, "2026-03-31", False, id="geen_keuze"),
    ],
)
def test_welke_gelijkgestelde_dag_een_gewone_werkdag_is(
    begin: str, waarde: int, vanaf: str, gewoon: bool
) -> None:
    eigen = (ingesteld("gelijkgesteld_2026_05_15", waarde, vanaf),)

    assert gewone_werkdagen(d(begin), eigen) == ({d("2026-05-15")} if gewoon else set())
    assert gewone_werkdagen(d(begin), ()) == set()
