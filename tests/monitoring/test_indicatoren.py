"""The register and the catalogue: complete, consistent, and what their words mean."""

import pytest

from inburgering.wet.begrippen import Doelgroep, Leerroute
from inburgering.wet.handelingen import Handeling
from monitoring.disclosure.kubus import Kubus, kubus_van
from monitoring.indicators.catalogus import (
    CATALOGUS,
    GROEP,
    GROEP_ROUTE,
    NOG_GEEN_PIP,
    ROUTE,
    TOTAAL,
    Dimensie,
)
from monitoring.indicators.register import REGISTER, REGISTRATIEVERTRAGING
from monitoring.indicators.theorie import CONTEXT, DOELEN, MECHANISMEN
from monitoring.indicators.voorwaarde import (
    KOLOMMEN,
    En,
    Kolom,
    Of,
    Peildag,
    Teken,
    Vergelijk,
    geldt,
    kolommen,
)


PEILDAG = 1000
INDICATOR = {indicator.code: indicator for indicator in REGISTER}


@pytest.mark.parametrize("indicator", REGISTER, ids=lambda i: i.code)
class TestEveryIndicator:
    def test_reads_columns_that_exist(self, indicator):
        gelezen = kolommen(indicator.populatie) | kolommen(indicator.voldoet)
        gelezen |= {indicator.tijdoorsprong.naam}

        assert gelezen <= set(KOLOMMEN[indicator.feitentabel])

    def test_names_a_row_of_the_policy_theory(self, indicator):
        mechanisme = MECHANISMEN.get(indicator.mechanisme)

        assert mechanisme or indicator.mechanisme in DOELEN
        assert not indicator.instrument or indicator.instrument in (
            mechanisme.instrumenten
        )

    def test_is_carried_by_counts_of_the_catalogue(self, indicator):
        noemer = GROEP_ROUTE.telling(indicator.noemer)
        teller = GROEP_ROUTE.telling(indicator.teller)

        assert teller is noemer or teller.binnen == noemer.code
        assert indicator.uitsplitsingen == teller.ladder[0]

    def test_is_recorded_by_an_act(self, indicator):
        assert indicator.handeling in {handeling.value for handeling in Handeling}


def test_the_codes_are_those_of_the_law():
    assert set(GROEP.codes) == {groep.value for groep in Doelgroep}
    assert set(ROUTE.codes) - {NOG_GEEN_PIP} == {route.value for route in Leerroute}
    assert len(CONTEXT) == 9


def test_every_count_of_the_catalogue_can_be_shown_within_its_whole():
    for tabel in CATALOGUS:
        gezien = set()
        for telling in tabel.tellingen:
            assert not telling.binnen or telling.binnen in gezien
            assert telling.ladder[-1] == ((),)
            for dimensie in tabel.dimensies:
                assert dimensie.kolom in KOLOMMEN["trajectfeit"]
            gezien.add(telling.code)


def rij(**anders):
    return {
        "cohort": 2024,
        "groep": GROEP.codes[0],
        "route_eerste_pip": NOG_GEEN_PIP,
        "plicht_dag": 800,
        "pip_termijn_dag": None,
        "pip_dag": None,
        "behaald_dag": None,
    } | anders


@pytest.mark.parametrize(
    ("plicht", "verwacht"), [(PEILDAG - 1, True), (PEILDAG, True), (PEILDAG + 1, False)]
)
def test_started_when_the_duty_began(plicht, verwacht):
    assert (
        geldt(INDICATOR["I01"].populatie, rij(plicht_dag=plicht), PEILDAG) is verwacht
    )
    assert geldt(INDICATOR["I01"].voldoet, rij(), PEILDAG)
    assert not geldt(INDICATOR["I01"].populatie, rij(plicht_dag=None), PEILDAG)


@pytest.mark.parametrize(
    ("termijn", "verwacht"),
    [
        (PEILDAG - REGISTRATIEVERTRAGING - 1, True),
        (PEILDAG - REGISTRATIEVERTRAGING, False),
        (None, False),
    ],
)
def test_mature_when_the_original_term_and_the_lag_have_passed(termijn, verwacht):
    case = rij(pip_termijn_dag=termijn)

    assert geldt(INDICATOR["I02"].populatie, case, PEILDAG) is verwacht


@pytest.mark.parametrize(
    ("pip", "verwacht"), [(899, True), (900, True), (901, False), (None, False)]
)
def test_in_time_on_the_last_day_of_the_original_term(pip, verwacht):
    case = rij(pip_termijn_dag=900, pip_dag=pip)

    assert geldt(INDICATOR["I02"].voldoet, case, PEILDAG) is verwacht


@pytest.mark.parametrize(
    ("dag", "verwacht"), [(PEILDAG, True), (PEILDAG + 1, False), (None, False)]
)
def test_all_parts_met_by_the_reference_day(dag, verwacht):
    assert geldt(INDICATOR["I03"].voldoet, rij(behaald_dag=dag), PEILDAG) is verwacht


def test_the_language_of_conditions():
    z_route = Vergelijk(Kolom("route_eerste_pip"), Teken.GELIJK, "z_route")
    vroeg = Vergelijk(Kolom("plicht_dag"), Teken.KLEINER, 500)
    nu = Vergelijk(Peildag(), Teken.GELIJK, PEILDAG)
    case = rij(route_eerste_pip="z_route")

    assert geldt(Of((vroeg, z_route)), case, PEILDAG)
    assert not geldt(En((vroeg, z_route)), case, PEILDAG)
    assert not geldt(Of(()), case, PEILDAG)
    assert geldt(nu, case, PEILDAG)
    assert kolommen(Of((vroeg, En((z_route, nu))))) == {
        "plicht_dag",
        "route_eerste_pip",
    }
    assert kolommen(En()) == frozenset()


def test_linked_tables_share_their_margins():
    """Group x route and group x sex are one cube: the shape that later tables use."""
    sekse = Dimensie("sekse", "sekse", {"m": "Man", "v": "Vrouw"})
    kubus = Kubus((GROEP, ROUTE, sekse), (("groep", "route"), ("groep", "sekse")))

    assert len(kubus.cellen) == 3 * 5 + 3 * 2
    assert kubus.top == (TOTAAL, TOTAAL, TOTAAL)
    groep = (GROEP.codes[0], TOTAAL, TOTAAL)
    assert [len(v.delen) for v in kubus.vergelijkingen if v.ouder == groep] == [4, 2]
    assert all(TOTAAL in cel for cel in kubus.binnenste)


def test_structural_zeros_reach_their_margins():
    nul = frozenset((groep, NOG_GEEN_PIP) for groep in GROEP.codes)
    kubus = Kubus((GROEP, ROUTE), (("groep", "route"),), nul)

    assert kubus.nullen == nul | {(TOTAAL, NOG_GEEN_PIP)}
    assert kubus_van(GROEP_ROUTE, "gestart", 2).cellen == (kubus.top,)
