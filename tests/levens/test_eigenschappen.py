"""What holds for every life, whatever happens in it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inburgering.levens.leven import LAATSTE, Bijzonderheid
from inburgering.levens.vouwen import feiten_van, vouwen
from inburgering.wet.begrippen import (
    Aanleiding,
    Grondslag,
    Leerroute,
    Niveau,
    PIPStatus,
    Termijnsoort,
    Trajectstatus,
    Urensoort,
)
from inburgering.wet.handelingen import Handeling
from inburgering.wet.kalender import plus_jaren
from inburgering.wet.levensloop import EINDE, OVERGANGEN, mag_overgang
from inburgering.wet.moment import moment
from inburgering.wet.regels import Geval
from inburgering.wet.stand import stand
from inburgering.wet.toetsing import toets, toets_registratie
from inburgering.wet.verzuim import TOETSEN as VERZUIMTOETSEN
from inburgering.wet.verzuim import verzuim
from tests.levens.strategie import levens


pytestmark = pytest.mark.veel
VEEL = settings(max_examples=60, deadline=None)
DAG = timedelta(days=1)


def gegevens(stap):
    """What the law is asked about an act: the row by its number."""
    if stap.daad.gegevens.get("id") == LAATSTE:
        return {**stap.daad.gegevens, "id": stap.rij.id}
    return stap.daad.gegevens


@VEEL
@given(levens())
def test_the_law_allows_every_act_of_a_life_on_its_day(leven):
    feiten = None
    for stap in vouwen(leven):
        op, handeling = stap.daad.op.date(), stap.daad.handeling
        if feiten is None:
            meldingen = toets_registratie(gegevens(stap), op)
        else:
            oordeel = stand(feiten, op).handelingen[handeling]
            assert oordeel.toegestaan, (handeling, oordeel.reden)
            meldingen = toets(handeling, feiten, gegevens(stap), op)
        for melding in meldingen:
            botst = leven.bijzonderheid == Bijzonderheid.DUO_EERDER
            assert not melding.tegenstrijdig or botst, (handeling, melding.tekst)
        feiten = stap.feiten


@VEEL
@given(levens())
def test_the_status_moves_along_the_arrows_alone(leven):
    feiten = None
    for stap in vouwen(leven):
        op = stap.daad.op.date()
        if feiten is not None:
            voor, na = stand(feiten, op).status, stand(stap.feiten, op).status
            assert mag_overgang(voor, na, stap.daad.handeling), (voor, na, stap.daad)
        feiten = stap.feiten


@VEEL
@given(levens(), st.integers(0, 2500))
def test_no_term_ends_before_it_starts(leven, dagen):
    op = leven.begin + timedelta(days=dagen)
    for termijn in stand(feiten_van(leven), op).termijnen:
        assert termijn.begin < termijn.einde
        assert termijn.uiterlijk >= termijn.begin
        assert termijn.uiterlijk >= termijn.einde - DAG


def inburgeringstermijn(feiten, op: date):
    """The term of three years on a day, if it runs."""
    soort = Termijnsoort.INBURGERINGSTERMIJN
    return next((t for t in stand(feiten, op).termijnen if t.soort == soort), None)


@VEEL
@given(
    levens(
        bijzonderheid=Bijzonderheid.ROUTEWIJZIGING,
    )
)
def test_a_new_pip_never_moves_the_three_years(leven):
    eerste = None
    for stap in vouwen(leven):
        if stap.daad.handeling != Handeling.PIP_VASTSTELLEN:
            continue
        termijn = inburgeringstermijn(stap.feiten, stap.daad.op.date())
        eerste = eerste or termijn
        assert (termijn.begin, termijn.einde) == (eerste.begin, eerste.einde)
    if eerste is not None:
        dagtekening = min(p.dagtekening for p in feiten_van(leven).pips)
        assert eerste.begin == dagtekening + DAG
        assert eerste.einde == plus_jaren(dagtekening + DAG, 3)


@VEEL
@given(levens(), st.integers(0, 2500))
def test_all_parts_are_met_exactly_when_none_is_open(leven, dagen):
    nu = stand(feiten_van(leven), leven.begin + timedelta(days=dagen))
    if nu.onderdelen:
        assert nu.alle_onderdelen_behaald == (not nu.openstaand)
    else:
        assert not nu.alle_onderdelen_behaald


@VEEL
@given(levens())
def test_scaling_down_never_touches_the_other_routes(leven):
    for pip in feiten_van(leven).pips:
        if pip.leerroute in (Leerroute.ONDERWIJS, Leerroute.Z):
            assert Niveau.A2 not in pip.niveaus.values()
            assert pip.afschalen_reden == pip.afschalen_inspanning == ""


@VEEL
@given(levens(bijzonderheid=Bijzonderheid.AFSCHALEN))
def test_scaling_down_comes_after_six_hundred_hours(leven):
    for stap in vouwen(leven):
        if stap.daad.handeling == Handeling.PIP_VASTSTELLEN:
            lager = Niveau.A2 in stap.feiten.pips[-1].niveaus.values()
            uren = sum(u.uren for u in stap.feiten.uren if u.soort == "taalles")
            assert not lager or uren >= 600


@VEEL
@given(levens(), st.integers(0, 2500))
def test_replaying_gives_the_same_state(leven, dagen):
    op = leven.begin + timedelta(days=dagen)
    assert stand(feiten_van(leven), op) == stand(feiten_van(leven), op)


@VEEL
@given(levens(), st.integers(30, 2000))
def test_what_is_entered_later_does_not_change_what_held(leven, dagen):
    """The state of a day, from what was entered by then, is that of the cut life."""
    op = leven.begin + timedelta(days=dagen)
    kort = leven.tot(op)
    nieuwste = [s.feiten for s in vouwen(leven) if s.daad.op.date() <= op][-1]
    assert stand(nieuwste, op) == stand(feiten_van(kort), op)


@VEEL
@given(levens(), st.integers(0, 2500), st.integers(0, 2500))
def test_what_was_done_keeps_the_term_that_it_had(leven, dagen, meer):
    """What comes after a term was met never makes it late, nor in time."""
    feiten = feiten_van(leven)
    toen = leven.begin + timedelta(days=dagen)
    was = {t.soort: t for t in stand(feiten, toen).termijnen if t.voldaan_op}
    nu = stand(feiten, toen + timedelta(days=meer)).termijnen
    for t in nu:
        eerder = was.get(t.soort)
        if eerder is not None and t.voldaan_op == eerder.voldaan_op <= toen:
            assert (t.begin, t.uiterlijk) == (eerder.begin, eerder.uiterlijk)


@VEEL
@given(levens())
def test_a_decided_pip_has_its_day_and_only_that_one(leven):
    for pip in feiten_van(leven).pips:
        assert (pip.dagtekening is not None) == (pip.status == PIPStatus.VASTGESTELD)


@VEEL
@given(levens(), st.integers(1, 150))
def test_a_life_moved_by_weeks_has_the_same_course(leven, weken):
    later = leven.verschoven(7 * weken)
    voor = [stand(s.feiten, s.daad.op.date()).status for s in vouwen(leven)]
    na = [stand(s.feiten, s.daad.op.date()).status for s in vouwen(later)]
    assert voor == na
    ouder = replace(later.persoon, geboortedatum=leven.persoon.geboortedatum)
    assert replace(later, daden=(), persoon=ouder) == replace(leven, daden=())


@VEEL
@given(levens())
def test_every_state_that_is_reached_can_be_left_or_is_final(leven):
    for stap in vouwen(leven):
        nu = stand(stap.feiten, stap.daad.op.date())
        if nu.status in EINDE:
            continue
        deuren = {o.door for o in OVERGANGEN if o.van == nu.status}
        mogelijk = {h for h, oordeel in nu.handelingen.items() if oordeel.toegestaan}
        assert deuren & mogelijk, nu.status


@VEEL
@given(levens(), st.integers(0, 2500))
def test_without_a_duty_there_is_no_term_of_the_law(leven, dagen):
    nu = stand(feiten_van(leven), leven.begin + timedelta(days=dagen))
    if nu.status == Trajectstatus.GEVOLGD:
        plichten = {t.soort for t in nu.termijnen if t.wettelijk and t.open}
        assert not plichten & {Termijnsoort.PIP, Termijnsoort.INBURGERINGSTERMIJN}
        assert not nu.handelingen[Handeling.HANDHAVING_MELDEN].toegestaan


@VEEL
@given(levens(), st.integers(0, 2500), st.randoms(use_true_random=False))
def test_absence_is_counted_from_what_is_over_and_from_nothing_else(leven, dagen, kans):
    op = leven.begin + timedelta(days=dagen)
    uren = feiten_van(leven).uren
    voorbij = [rij for rij in uren if rij.tot_en_met <= op]
    anders = list(uren)
    kans.shuffle(anders)

    gevonden = verzuim(uren, op)

    # What ended is counted whole, what did not is not counted at all.
    assert gevonden.uren.geteld == sum(
        r.uren + r.verzuim_geoorloofd + r.verzuim_ongeoorloofd for r in voorbij
    )
    assert gevonden.geteld_tot_en_met == max(
        (r.tot_en_met for r in voorbij), default=None
    )
    assert len(gevonden.reeksen) == len({r.soort for r in voorbij})
    # The order of recording says nothing.
    assert verzuim(tuple(anders), op) == gevonden
    # A later day never takes away what was counted.
    later = verzuim(uren, op + timedelta(days=90))
    assert later.uren.geteld >= gevonden.uren.geteld
    assert later.uren.niet_afgemeld >= gevonden.uren.niet_afgemeld
    for reeks in gevonden.reeksen:
        assert bool(reeks.achtereen) == (reeks.sinds is not None)
        assert bool(reeks.uren.niet_afgemeld) == (reeks.laatst is not None)
        assert reeks.achtereen <= len(reeks.tijdvakken)
        if reeks.sinds:
            assert reeks.sinds <= reeks.laatst <= reeks.geteld_tot_en_met <= op


@VEEL
@given(levens(), st.integers(0, 2500))
def test_what_was_counted_never_refuses_and_warns_only_of_missed_lessons(leven, dagen):
    op = leven.begin + timedelta(days=dagen)
    feiten = feiten_van(leven)
    lessen = [
        rij for rij in feiten.uren
        if rij.tot_en_met <= op and rij.soort in (Urensoort.TAAL, Urensoort.KNM)
    ]  # fmt: skip
    gemist = any(rij.verzuim_ongeoorloofd for rij in lessen)
    for aanleiding in Aanleiding:
        geval = Geval(
            Handeling.HANDHAVING_MELDEN, moment(feiten, op),
            {"aanleiding": aanleiding, "grondslag": Grondslag.WI2021,
             "gebeurd_op": op}, None,
        )  # fmt: skip
        gezegd = [t.fout(geval) for t in VERZUIMTOETSEN if not t.weigert]
        assert len(gezegd) == len(VERZUIMTOETSEN) == 1
        verwacht = aanleiding == Aanleiding.VERZUIM and not gemist
        assert bool(gezegd[0]) == verwacht
        if verwacht:
            assert ("nog geen uren" in gezegd[0]) == (not lessen)
