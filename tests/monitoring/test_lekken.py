"""Planted leaks (release policy 4): every one must be found, and named.

Each test publishes what a careless office could have published. The tables are small
enough to check by hand; the counts in the comments are what a reader can work out.
"""

from dataclasses import replace
from functools import partial

import pytest

from monitoring.disclosure.audit import audit
from monitoring.disclosure.bouw import bouw
from monitoring.disclosure.kennis import Kennis, Verschil
from monitoring.disclosure.kubus import kubus_van
from monitoring.disclosure.oordeel import Methode, Soort
from monitoring.disclosure.regio import (
    Ouder,
    achterhouden,
    audit_ouder,
    nauwkeurig,
    standaardfout,
)
from monitoring.disclosure.uitgave import Blok, Plek, Status
from monitoring.indicators.catalogus import TOTAAL
from tests.monitoring.bouwstenen import (
    COHORT,
    EDITIES,
    GEMEENTE,
    TWEE_BIJ_TWEE,
    uitgave,
)


T = TOTAAL
AX, AY, BX, BY = ("a", "x"), ("a", "y"), ("b", "x"), ("b", "y")
KUBUS = kubus_van(TWEE_BIJ_TWEE, "gestart", 0)
JAREN = (EDITIES[3], EDITIES[7], EDITIES[11])

publiceer = partial(uitgave, TWEE_BIJ_TWEE)


def vul(ax, ay, bx, by):
    return KUBUS.vul({AX: ax, AY: ay, BX: bx, BY: by})


def plek(editie, telling, cel):
    return Plek(GEMEENTE, editie.code, COHORT, telling, cel)


def soorten(oordeel):
    return {bevinding.soort for bevinding in oordeel.bevindingen}


def oordeel_over(*uitgaven, kennis=None, **opties):
    return audit(uitgaven, TWEE_BIJ_TWEE, kennis or Kennis(), **opties)


def test_an_honest_release_passes():
    """So that the failures below mean something."""
    oordeel = oordeel_over(
        publiceer(JAREN[0], {"gestart": vul(10, 5, 5, 0), "klaar": vul(5, 0, 0, 0)})
    )

    assert oordeel.bevindingen == ()
    assert oordeel.genoeg
    assert oordeel.minste >= 4


def test_two_by_two_rounded_cell_by_cell():
    """Each cell 4 at most and a total of 16 at least: every cell is exactly 4."""
    cellen = vul(0, 0, 0, 0) | {(T, T): 20, ("a", T): 10, ("b", T): 10}
    cellen |= {(T, "x"): 10, (T, "y"): 10}

    oordeel = oordeel_over(publiceer(JAREN[0], {"gestart": cellen}))

    assert Soort.TELT_NIET_OP in soorten(oordeel)
    exact = {b.plek.cel: b.kandidaten for b in oordeel.bevindingen if b.kandidaten}
    assert exact == dict.fromkeys((AX, AY, BX, BY), (4,))


def test_an_exact_total_known_outside():
    """A total of 18 with a row of 16: the other row holds exactly two persons."""
    nu = publiceer(JAREN[0], {"gestart": vul(5, 0, 10, 5)})
    totaal = Kennis({plek(JAREN[0], "gestart", (T, T)): 18})
    rij = Kennis({plek(JAREN[0], "gestart", ("b", T)): 16})

    assert oordeel_over(nu).geslaagd
    assert oordeel_over(nu, kennis=totaal).geslaagd
    oordeel = oordeel_over(nu, kennis=totaal | rij)

    gevonden = {b.plek.cel: b.kandidaten for b in oordeel.bevindingen}
    assert gevonden["a", T] == (2,)
    assert gevonden[AX] == (1, 2)


@pytest.mark.parametrize("reeks", [(5, 0, 5), (10, 5, 10)])
def test_a_growing_cell_that_goes_down_and_up(reeks):
    """5-0-5: a count that only grows rounds to 0 after 5, so it lies in 1-4 at once."""
    uitgaven = [
        publiceer(editie, {"gestart": vul(30, 10, n, 10)})
        for editie, n in zip(JAREN, reeks, strict=True)
    ]

    oordeel = oordeel_over(*uitgaven)

    assert Soort.GEDAALD in soorten(oordeel)
    assert {b.plek.cel for b in oordeel.bevindingen if b.soort is Soort.GEDAALD} >= {BX}


def test_a_growing_cell_that_goes_down_cannot_follow_the_rule():
    """Even without looking at the values: no thresholds explain a fall to 0 and back,
    so the attacker's model of the rule has no world."""
    een = [
        publiceer(editie, {"gestart": {(T, T): n}}, niveau=2)
        for editie, n in zip(JAREN, (25, 20, 25), strict=True)
    ]
    model = bouw(een, TWEE_BIJ_TWEE, COHORT, Kennis())

    assert model.programma.los_op() is None


def test_the_same_cell_with_two_keys():
    een = publiceer(JAREN[0], {"gestart": vul(10, 5, 5, 0)}, kenmerk="een")
    twee = publiceer(JAREN[1], {"gestart": vul(10, 5, 5, 5)}, kenmerk="twee")
    vast = partial(publiceer, status=Status.DEFINITIEF)
    eerst = vast(JAREN[0], {"gestart": vul(10, 5, 5, 0)}, kenmerk="een")
    dan = vast(JAREN[1], {"gestart": vul(10, 5, 5, 0)}, kenmerk="twee")

    assert Soort.TWEE_SLEUTELS in soorten(oordeel_over(een, twee))
    assert Soort.TWEE_SLEUTELS in soorten(oordeel_over(een, dan))
    assert oordeel_over(eerst, dan).geslaagd


def test_a_frozen_cell_published_again_with_another_value():
    """The same truth rounded twice: 0 and 5 leave 1-4 only."""
    vast = partial(publiceer, status=Status.DEFINITIEF)
    een = vast(JAREN[0], {"gestart": vul(10, 5, 10, 0)})
    twee = vast(JAREN[1], {"gestart": vul(10, 5, 5, 5)})

    oordeel = oordeel_over(een, twee)

    assert Soort.TWEE_WAARDEN in soorten(oordeel)
    assert oordeel_over(een, replace(een, editie=JAREN[1])).geslaagd


def test_figures_that_are_called_earlier_but_are_not():
    een = publiceer(JAREN[0], {"gestart": vul(10, 5, 5, 0)})
    zelfde = publiceer(JAREN[1], {"gestart": vul(10, 5, 5, 0)}, status=Status.EERDER)
    ander = publiceer(JAREN[1], {"gestart": vul(10, 5, 5, 5)}, status=Status.EERDER)

    assert oordeel_over(een, zelfde).geslaagd
    assert Soort.TWEE_WAARDEN in soorten(oordeel_over(een, ander))
    assert Soort.TWEE_WAARDEN in soorten(oordeel_over(zelfde))


def test_a_correction_of_one_person():
    """Told that one person was mended, a reader knows every flow to within three."""
    een = publiceer(JAREN[0], {"gestart": vul(10, 5, 5, 0)})
    twee = publiceer(replace(JAREN[1], correctie=True), {"gestart": vul(10, 10, 5, 0)})
    kennis = Kennis(verschillen=(Verschil(JAREN[0].code, JAREN[1].code, 1),))

    assert oordeel_over(een, twee).geslaagd
    oordeel = oordeel_over(een, twee, kennis=kennis)

    assert Soort.STROOM in soorten(oordeel)
    assert plek(JAREN[1], "gestart", AY) in {b.plek for b in oordeel.bevindingen}


def test_a_threshold_on_the_true_count():
    """Shown from 20 true persons on: at the first edition the total, then 20, was below
    20; told so exactly, the reader keeps 16-19 and 20-24, and here a small rest."""
    voor = publiceer(JAREN[0], {"gestart": vul(15, 0, 5, 0)})
    kennis = Kennis(
        {
            plek(JAREN[0], "gestart", (T, T)): 19,
            plek(JAREN[0], "gestart", ("a", T)): 18,
        }
    )

    oordeel = oordeel_over(voor, kennis=kennis)

    assert Soort.TE_WEINIG_KANDIDATEN in soorten(oordeel)


def test_a_cohort_shown_below_the_threshold_or_hidden_after_it():
    klein = publiceer(JAREN[0], {"gestart": vul(5, 0, 5, 0)})
    groot = publiceer(JAREN[0], {"gestart": vul(10, 5, 5, 0)})
    weg = replace(
        groot,
        editie=JAREN[1],
        blokken=(Blok(COHORT, "gestart", Status.TE_KLEIN),),
    )

    assert Soort.DREMPEL in soorten(oordeel_over(klein))
    assert Soort.DREMPEL in soorten(oordeel_over(groot, weg))
    # Hidden first and shown later is what the threshold is for.
    eerst = replace(weg, editie=JAREN[0])
    assert oordeel_over(eerst, replace(groot, editie=JAREN[1])).geslaagd


def test_finer_than_was_decided():
    grof = publiceer(
        JAREN[0], {"gestart": {(T, T): 20, ("a", T): 15, ("b", T): 5}}, niveau=1
    )
    fijn = publiceer(JAREN[1], {"gestart": vul(10, 5, 5, 0)})

    assert Soort.FIJNER in soorten(oordeel_over(grof, fijn))


def test_a_cell_off_by_more_than_one_base():
    """31 published as 20: whoever knows the total sees that the bytes are wrong, and
    who is told of the wider step gets wider bounds."""
    nu = publiceer(JAREN[0], {"gestart": vul(10, 5, 5, 0)})
    kennis = Kennis({plek(JAREN[0], "gestart", (T, T)): 28})

    smal = oordeel_over(nu, kennis=kennis)
    ruim = oordeel_over(nu, kennis=kennis, breedte=2)

    assert soorten(smal) == {Soort.ONMOGELIJK}
    assert Soort.ONMOGELIJK not in soorten(ruim)


def test_what_no_true_counts_can_explain_together():
    """Each margin could be so, but 11 and 9 are not 24."""
    nu = publiceer(JAREN[0], {"gestart": vul(10, 5, 5, 0)})
    bekend = {(T, T): 24, ("a", T): 11, ("b", T): 9}
    kennis = Kennis({plek(JAREN[0], "gestart", c): n for c, n in bekend.items()})

    assert soorten(oordeel_over(nu, kennis=kennis)) == {Soort.ONMOGELIJK}


def test_a_group_known_to_be_empty_has_no_secrets():
    """Nobody can be named where there is nobody, in no edition."""
    leeg = [
        publiceer(editie, {"gestart": vul(10, 10, 0, 0), "klaar": vul(5, 5, 0, 0)})
        for editie in JAREN[:2]
    ]
    kennis = Kennis({plek(e, "gestart", ("b", T)): 0 for e in JAREN[:2]})

    assert oordeel_over(*leeg, kennis=kennis).geslaagd


def test_everybody_and_nobody():
    """11 started and 15 finished, rounded: at least 11 finished, so all of them."""
    nu = publiceer(JAREN[0], {"gestart": vul(15, 5, 15, 5), "klaar": vul(15, 5, 15, 0)})
    kennis = Kennis({plek(JAREN[0], "gestart", AX): 11})
    oordeel = oordeel_over(nu, kennis=kennis)

    assert (Soort.IEDEREEN, plek(JAREN[0], "klaar", AX)) in {
        (b.soort, b.plek) for b in oordeel.bevindingen
    }

    lineair = oordeel_over(nu, kennis=kennis, methode=Methode.LINEAIR)
    assert Soort.IEDEREEN in soorten(lineair)


@pytest.mark.parametrize(
    ("cellen", "soort"),
    [
        (vul(10, 5, 5, 0) | {AX: 11}, Soort.GEEN_VEELVOUD),
        (vul(10, 5, 5, 0) | {AX: 15}, Soort.TELT_NIET_OP),
        ({(T, T): 20}, Soort.VERKEERDE_CELLEN),
    ],
)
def test_bytes_that_are_wrong_on_the_face_of_it(cellen, soort):
    assert soort in soorten(oordeel_over(publiceer(JAREN[0], {"gestart": cellen})))


def test_more_than_its_whole_or_without_it():
    meer = publiceer(JAREN[0], {"gestart": vul(10, 5, 5, 0), "klaar": vul(15, 0, 0, 0)})
    los = publiceer(JAREN[0], {"klaar": vul(10, 5, 5, 0)})

    assert Soort.MEER_DAN_GEHEEL in soorten(oordeel_over(meer))
    assert Soort.MEER_DAN_GEHEEL in soorten(oordeel_over(los))


def test_editions_out_of_order():
    een = publiceer(JAREN[1], {"gestart": vul(10, 5, 5, 0)})
    leeg = replace(een, editie=JAREN[0], blokken=())

    assert Soort.VOLGORDE in soorten(oordeel_over(een, replace(een, editie=JAREN[0])))
    assert Soort.VOLGORDE in soorten(oordeel_over(een, een))
    assert oordeel_over(leeg, een).geslaagd


def test_a_structural_zero_that_is_not_zero():
    tabel = replace(TWEE_BIJ_TWEE, nul=frozenset({BY}))
    goed = uitgave(tabel, JAREN[0], {"gestart": vul(10, 5, 5, 0)})
    fout = uitgave(tabel, JAREN[0], {"gestart": vul(10, 5, 0, 5)})

    assert audit((goed,), tabel, Kennis()).geslaagd
    assert Soort.VASTE_NUL in soorten(audit((fout,), tabel, Kennis()))


def test_linear_bounds_can_fail_a_release_but_never_pass_it():
    goed = publiceer(JAREN[0], {"gestart": vul(10, 5, 5, 0), "klaar": vul(5, 0, 0, 0)})
    cellen = vul(0, 0, 0, 0) | {(T, T): 20, ("a", T): 10, ("b", T): 10}
    fout = publiceer(JAREN[0], {"gestart": cellen | {(T, "x"): 10, (T, "y"): 10}})
    lineair = partial(oordeel_over, methode=Methode.LINEAIR)

    assert lineair(goed).geslaagd
    assert not lineair(goed).genoeg
    assert Soort.TE_WEINIG_KANDIDATEN in soorten(lineair(fout))
    # Impossible at once, and impossible only when everything is taken together.
    weet = Kennis({plek(JAREN[0], "gestart", (T, T)): 28})
    assert soorten(lineair(goed, kennis=weet)) == {Soort.ONMOGELIJK}
    weet = Kennis(
        {
            plek(JAREN[0], "gestart", (T, T)): 24,
            plek(JAREN[0], "gestart", ("a", T)): 11,
            plek(JAREN[0], "gestart", ("b", T)): 9,
        }
    )
    assert soorten(lineair(goed, kennis=weet)) == {Soort.ONMOGELIJK}
    # Empty by knowledge: nobody to have the attribute, so nothing is given away.
    leeg = publiceer(JAREN[0], {"gestart": vul(10, 10, 0, 0), "klaar": vul(5, 5, 0, 0)})
    weet = Kennis({plek(JAREN[0], "gestart", ("b", T)): 0})
    assert lineair(leeg, kennis=weet).geslaagd
    assert oordeel_over(leeg, kennis=weet).geslaagd


class TestOuders:
    """Region and nation (release policy 3)."""

    def test_region_minus_members_returns_the_withheld_one(self):
        ouder = Ouder("2024-A1", COHORT, "gestart", 75, {"A": 40, "B": 30, "C": None})

        oordeel = audit_ouder([ouder], groeit=True)

        assert [
            (b.soort, b.plek.gemeente, b.kandidaten) for b in oordeel.bevindingen
        ] == [(Soort.OUDER, "C", (5,))]

    def test_two_withheld_with_too_small_a_rest(self):
        leden = {"A": 40, "B": None, "C": None}
        klein = Ouder("2024-A1", COHORT, "gestart", 50, leden)
        groot = Ouder("2024-A1", COHORT, "gestart", 60, leden)

        assert not audit_ouder([klein], groeit=True).geslaagd
        assert audit_ouder([groot], groeit=True).geslaagd

    def test_an_insider_in_a_region_of_two_over_eight_quarters(self):
        """A subtracts its own exact counts from a region rounded over true counts."""
        waar = [(11, 1), (13, 1), (16, 2), (17, 2), (21, 2), (24, 3), (26, 3), (29, 3)]
        reeks = [
            Ouder(
                f"2024-{i}",
                COHORT,
                "gestart",
                (a + b + 4) // 5 * 5 if i % 2 else (a + b) // 5 * 5,
                {"A": (a + 4) // 5 * 5, "B": 0},
                eigen={"A": a},
                uit_waar=True,
            )
            for i, (a, b) in enumerate(waar)
        ]

        oordeel = audit_ouder(reeks, groeit=True)

        weinig = [
            b for b in oordeel.bevindingen if b.soort is Soort.TE_WEINIG_KANDIDATEN
        ]
        assert {b.plek.gemeente for b in weinig} == {"B"}
        assert Soort.OUDER in soorten(oordeel)

    def test_a_parent_is_the_sum_of_its_members(self):
        leden = {"A": 40, "B": 30, "C": 20}

        assert audit_ouder(
            [Ouder("2024-A1", COHORT, "gestart", 90, leden)], groeit=False
        ).geslaagd
        oordeel = audit_ouder(
            [Ouder("2024-A1", COHORT, "gestart", 95, leden)], groeit=False
        )
        assert soorten(oordeel) == {Soort.TELT_NIET_OP}

    @pytest.mark.parametrize(
        ("leden", "weg", "verwacht"),
        [
            ({"A": 40, "B": 30}, set(), None),
            ({"A": 40, "B": 30, "C": 20}, set(), set()),
            ({"A": 40, "B": 30, "C": 20}, {"C"}, {"B", "C"}),
            ({"A": 40, "B": 30, "C": 20, "D": 5}, {"D"}, {"C", "D"}),
            ({"A": 40, "B": 10, "C": 5, "D": 0}, {"D"}, {"A", "B", "C", "D"}),
            ({"A": 5, "B": 5, "C": 5}, {"C"}, None),
        ],
    )
    def test_who_else_must_be_withheld(self, leden, weg, verwacht):
        assert achterhouden(leden, frozenset(weg)) == (
            None if verwacht is None else frozenset(verwacht)
        )

    def test_a_sum_of_many_roundings_must_be_large_enough(self):
        assert standaardfout(6) == 6
        assert nauwkeurig(125, 6)
        assert not nauwkeurig(120, 6)
