"""The recipe end to end: what leaves is safe, repeatable and only ever coarser."""

from dataclasses import replace
from datetime import date

import pytest

from monitoring.disclosure import beveiligen
from monitoring.disclosure.audit import audit
from monitoring.disclosure.beleid import BASIS, DREMPEL_COHORT
from monitoring.disclosure.beveiligen import NietVeilig, beveilig
from monitoring.disclosure.kennis import Kennis, Kennisniveau, Verschil
from monitoring.disclosure.kubus import kubus_van
from monitoring.disclosure.lezen import lees
from monitoring.disclosure.oordeel import Bevinding, Methode, Oordeel, Soort
from monitoring.disclosure.tabel import (
    RuweTabel,
    RuweTelling,
    VeiligeTabel,
    kennis_van,
)
from monitoring.disclosure.uitgave import (
    Blok,
    Editie,
    Editiesoort,
    Plek,
    Status,
    schrijf,
)
from monitoring.disclosure.vergroven import naar_omvang, passend
from monitoring.disclosure.verleden import ondergrens
from monitoring.indicators.beschrijving import CATALOGUS, INDICATOREN, beschrijf
from monitoring.indicators.catalogus import GROEP, GROEP_ROUTE, TOTAAL
from tests.monitoring.bouwstenen import (
    COHORT,
    EDITIES,
    GEMEENTE,
    SLEUTEL,
    TWEE_BIJ_TWEE,
    levens,
    ronde,
    tel,
)


HALFJAREN = {2: EDITIES[1], 4: EDITIES[3]}
MENSEN = levens(1, 104)
TOP = (TOTAAL, TOTAAL)


@pytest.fixture(scope="module")
def gedaan():
    kwartalen = {1: EDITIES[0], **HALFJAREN, 5: EDITIES[4], 6: EDITIES[5]}
    return list(ronde(MENSEN, kwartalen, vast_vanaf=6))


def test_what_leaves_is_rounded_additive_and_nested(gedaan):
    for ruw, veilig, _ in gedaan:
        assert veilig.oordeel.genoeg
        for blok in veilig.uitgave.blokken:
            if not blok.getoond:
                continue
            kubus = kubus_van(GROEP_ROUTE, blok.telling, blok.niveau)
            waar = ruw.tellingen[COHORT, blok.telling].cellen
            assert kubus.onjuist(blok.cellen) == ()
            assert all(n % BASIS == 0 for n in blok.cellen.values())
            assert all(abs(n - waar[c]) < BASIS for c, n in blok.cellen.items())
            binnen = GROEP_ROUTE.telling(blok.telling).binnen
            if binnen:
                geheel = veilig.uitgave.blok(COHORT, binnen).cellen
                assert all(n <= geheel[c] for c, n in blok.cellen.items())


def test_the_rhythm_of_the_editions(gedaan):
    """Quarterly the group alone, half-yearly the route too, frozen for ever after."""
    niveaus = {
        veilig.uitgave.editie.code: veilig.uitgave.blok(COHORT, "gestart").niveau
        for _, veilig, _ in gedaan
        if veilig.uitgave.blok(COHORT, "gestart").getoond
    }

    assert niveaus["2024-S1"] == 0
    assert niveaus["2025-Q1"] == 1
    assert niveaus["2025-S1"] == 0
    assert gedaan[-1][1].uitgave.blok(COHORT, "gestart").status is Status.DEFINITIEF


def test_frozen_cells_come_back_byte_for_byte(gedaan):
    """Whatever the true counts do afterwards."""
    eerder = [veilig.uitgave for _, veilig, _ in gedaan]
    ruw = tel(levens(2, 300), 8, EDITIES[6])
    kennis = gedaan[-1][2] | kennis_van(tel(MENSEN, 8, EDITIES[6]), GROEP_ROUTE)

    veilig = beveilig(ruw, GROEP_ROUTE, eerder=eerder, sleutel=SLEUTEL, kennis=kennis)

    for blok in eerder[-1].blokken:
        if blok.status is Status.DEFINITIEF:
            assert veilig.uitgave.blok(COHORT, blok.telling) == blok


def test_same_input_same_bytes_and_reading_gives_it_back(gedaan):
    opnieuw = list(ronde(MENSEN, {1: EDITIES[0], 2: EDITIES[1]}))

    for (_, een, _), (_, twee, _) in zip(gedaan, opnieuw, strict=False):
        assert een.bestanden == twee.bestanden
        assert lees(een.bestanden, GROEP_ROUTE) == een.uitgave


def test_another_key_gives_other_figures():
    (_, een, _), *_ = ronde(MENSEN, {4: EDITIES[3]})
    (_, twee, _), *_ = ronde(MENSEN, {4: EDITIES[3]}, sleutel=b"een andere")

    assert een.uitgave.sleutelkenmerk != twee.uitgave.sleutelkenmerk
    assert een.bestanden != twee.bestanden


def test_the_receiver_who_knows_less_passes_it_too(gedaan):
    uitgaven = [lees(veilig.bestanden, GROEP_ROUTE) for _, veilig, _ in gedaan[:2]]

    assert audit(uitgaven, GROEP_ROUTE, Kennis()).genoeg


def test_another_key_is_for_new_cohorts_only():
    """The key was lost: what was published stands for ever, the rest stays inside."""
    (_, veilig, kennis), *_ = ronde(MENSEN, {4: EDITIES[3]})
    weg = Blok(COHORT, "behaald", Status.NIET_VRIJGEGEVEN)
    eerste = replace(veilig.uitgave, blokken=(*veilig.uitgave.blokken[:3], weg))
    oud = tel(MENSEN, 8, EDITIES[7])
    nieuw = {
        (COHORT + 1, code): telling for (_, code), telling in oud.tellingen.items()
    }
    ruw = replace(oud, tellingen={**oud.tellingen, **nieuw})

    tweede = beveilig(
        ruw,
        GROEP_ROUTE,
        eerder=[eerste],
        sleutel=b"nieuw",
        kennis=kennis | kennis_van(ruw, GROEP_ROUTE),
    )

    assert tweede.oordeel.genoeg
    for code in ("gestart", "rijp", "pip_op_tijd"):
        blok = tweede.uitgave.blok(COHORT, code)
        assert blok.status is Status.EERDER
        assert blok.cellen == eerste.blok(COHORT, code).cellen
    assert tweede.uitgave.blok(COHORT, "behaald").status is Status.NIET_VRIJGEGEVEN
    assert tweede.uitgave.blok(COHORT + 1, "gestart").status is Status.OPEN


@pytest.mark.parametrize("editie", [EDITIES[2], EDITIES[3]])
def test_one_edition_per_reference_day(editie):
    (_, veilig, _), *_ = ronde(MENSEN, {4: EDITIES[3]})

    with pytest.raises(NietVeilig, match="peildag"):
        beveilig(
            tel(MENSEN, 4, editie),
            GROEP_ROUTE,
            eerder=[veilig.uitgave],
            sleutel=SLEUTEL,
            kennis=Kennis(),
        )


def test_a_small_cohort_is_not_shown():
    (_, veilig, _), *_ = ronde(levens(1, 12), {4: EDITIES[3]})

    assert {b.status for b in veilig.uitgave.blokken} == {Status.TE_KLEIN}
    assert all(b.cellen == {} for b in veilig.uitgave.blokken)


def test_a_middling_cohort_is_shown_by_group_only():
    (_, veilig, _), *_ = ronde(levens(1, 30), {4: EDITIES[3]})

    assert veilig.uitgave.blok(COHORT, "gestart").niveau == 1


def test_two_known_persons_in_a_group_cost_the_group():
    """Two of a group, known outside: no cell of them can have four candidates."""
    mensen = [m for m in levens(1, 200) if m.groep == GROEP.codes[0]][:60]
    mensen += [m for m in levens(2, 50) if m.groep == GROEP.codes[1]][:2]

    (_, veilig, _), *_ = ronde(mensen, {8: EDITIES[3]})

    assert veilig.oordeel.genoeg
    assert any("grover" in melding for melding in veilig.meldingen)
    for telling in ("rijp", "pip_op_tijd", "behaald"):
        blok = veilig.uitgave.blok(COHORT, telling)
        assert set(blok.cellen) <= {TOP}


def test_what_was_lost_stays_lost():
    mensen = [m for m in levens(1, 200) if m.groep == GROEP.codes[0]][:60]
    mensen += [m for m in levens(2, 50) if m.groep == GROEP.codes[1]][:2]
    (_, eerste, kennis), *_ = ronde(mensen, {8: EDITIES[3]})
    verder = tel(mensen + levens(3, 90), 12, EDITIES[7])

    tweede = beveilig(
        verder,
        GROEP_ROUTE,
        eerder=[eerste.uitgave],
        sleutel=SLEUTEL,
        kennis=kennis | kennis_van(verder, GROEP_ROUTE),
    )

    for telling in ("gestart", "rijp", "pip_op_tijd", "behaald"):
        voor = eerste.uitgave.blok(COHORT, telling)
        na = tweede.uitgave.blok(COHORT, telling)
        assert na.niveau is None or na.niveau >= voor.niveau
        if voor.status is Status.NIET_VRIJGEGEVEN:
            assert na.status is Status.NIET_VRIJGEGEVEN


def test_what_was_withdrawn_stays_withdrawn():
    (_, veilig, _), *_ = ronde(MENSEN, {4: EDITIES[3]})
    weg = Blok(COHORT, "behaald", Status.NIET_VRIJGEGEVEN)
    eerste = replace(veilig.uitgave, blokken=(*veilig.uitgave.blokken[:3], weg))
    ruw = tel(MENSEN, 6, EDITIES[5])

    tweede = beveilig(
        ruw, GROEP_ROUTE, eerder=[eerste], sleutel=SLEUTEL, kennis=Kennis()
    )

    assert tweede.uitgave.blok(COHORT, "behaald").status is Status.NIET_VRIJGEGEVEN
    assert tweede.uitgave.blok(COHORT, "gestart").getoond


def test_a_correction_is_waited_for_at_the_step_that_was_shown():
    """The quarter showed groups; the first full edition after it holds fewer persons."""
    (_, kwartaal, _), *_ = ronde(MENSEN, {4: EDITIES[2]})
    groepen = kwartaal.uitgave.blok(COHORT, "gestart").cellen
    eerder = [kwartaal.uitgave]
    for editie in (EDITIES[3], EDITIES[4], EDITIES[5]):
        mensen = MENSEN if editie is EDITIES[4] else MENSEN[10:]
        ruw = tel(mensen, 4, editie)
        veilig = beveilig(
            ruw, GROEP_ROUTE, eerder=eerder, sleutel=SLEUTEL, kennis=Kennis()
        )
        assert veilig.uitgave.blok(COHORT, "gestart").cellen == groepen
        assert veilig.oordeel.genoeg
        eerder.append(veilig.uitgave)


def test_a_correction_is_waited_for_past_a_quarter():
    """Full, then quarterly, then fewer persons: the full figures stand."""
    (_, vol, _), *_ = ronde(MENSEN, {4: EDITIES[3]})
    eerder = [vol.uitgave]
    for editie in (EDITIES[4], EDITIES[5]):
        ruw = tel(MENSEN[10:], 4, editie)
        veilig = beveilig(
            ruw, GROEP_ROUTE, eerder=eerder, sleutel=SLEUTEL, kennis=Kennis()
        )
        eerder.append(veilig.uitgave)

    laatste = eerder[2].blok(COHORT, "gestart")
    assert laatste == replace(vol.uitgave.blok(COHORT, "gestart"), status=Status.EERDER)


def test_steps_of_the_ladder():
    assert naar_omvang(GROEP_ROUTE, "gestart", 40, 0) == 0
    assert naar_omvang(GROEP_ROUTE, "gestart", 35, 0) == 1
    assert naar_omvang(GROEP_ROUTE, "gestart", 5, 0) == 2
    assert naar_omvang(GROEP_ROUTE, "gestart", 0, 0) == 3
    assert passend(GROEP_ROUTE, "rijp", 0, frozenset({TOP})) == 1
    assert passend(GROEP_ROUTE, "rijp", 0, frozenset()) == 2


def test_a_correction_lifts_what_came_before_it():
    (_, vol, _), *_ = ronde(MENSEN, {4: EDITIES[3]})
    cel = (GROEP.codes[0], "b1_route")
    eerst = vol.uitgave
    blok = eerst.blok(COHORT, "gestart")
    grof = Blok(COHORT, "gestart", Status.OPEN, 2, {TOP: 95})
    mendt = replace(eerst, editie=replace(EDITIES[7], correctie=True), blokken=(grof,))
    nu = replace(eerst, editie=EDITIES[11], blokken=())

    assert ondergrens([eerst], nu, GROEP_ROUTE, blok, cel) == blok.cellen[cel]
    assert ondergrens([eerst, mendt], nu, GROEP_ROUTE, blok, cel) == 0
    assert ondergrens([eerst, mendt], nu, GROEP_ROUTE, blok, TOP) == 95


def test_a_correction_waits_for_the_year():
    """Ten persons turn out never to have been there: the figures stand until an edition
    says that it corrects."""
    kwartalen = {4: EDITIES[3]}
    (_, eerste, kennis), *_ = ronde(MENSEN, kwartalen)
    halfjaar = tel(MENSEN[10:], 4, EDITIES[5])
    kennis |= kennis_van(halfjaar, GROEP_ROUTE)

    wacht = beveilig(
        halfjaar, GROEP_ROUTE, eerder=[eerste.uitgave], sleutel=SLEUTEL, kennis=kennis
    )
    blok = wacht.uitgave.blok(COHORT, "gestart")
    assert blok.status is Status.EERDER
    assert blok.cellen == eerste.uitgave.blok(COHORT, "gestart").cellen
    assert lees(wacht.bestanden, GROEP_ROUTE) == wacht.uitgave

    jaar = replace(EDITIES[7], correctie=True)
    mendt = tel(MENSEN[10:], 4, jaar)
    hersteld = beveilig(
        mendt,
        GROEP_ROUTE,
        eerder=[eerste.uitgave],
        sleutel=SLEUTEL,
        kennis=Kennis(),
    )
    totaal = hersteld.uitgave.blok(COHORT, "gestart").cellen[TOP]
    assert abs(totaal - 94) < BASIS
    assert totaal < eerste.uitgave.blok(COHORT, "gestart").cellen[TOP]


def test_corrections_are_yearly():
    with pytest.raises(ValueError, match="jaareditie"):
        Editie("2025-Q1", Editiesoort.KWARTAAL, date(2025, 3, 31), correctie=True)


def test_nothing_leaves_when_the_past_already_says_too_much():
    (_, veilig, _), *_ = ronde(MENSEN, {4: EDITIES[3]})
    vorige = veilig.uitgave
    vast = replace(
        vorige,
        blokken=tuple(replace(b, status=Status.DEFINITIEF) for b in vorige.blokken),
    )
    ruw = tel(MENSEN, 8, EDITIES[7])
    # A reader turns up who knows that 100 more had begun than the figures allow.
    weet = Kennis({Plek(GEMEENTE, EDITIES[3].code, COHORT, "gestart", TOP): 204})

    with pytest.raises(NietVeilig) as fout:
        beveilig(ruw, GROEP_ROUTE, eerder=[vast], sleutel=SLEUTEL, kennis=weet)
    assert fout.value.bevindingen[0].soort is Soort.ONMOGELIJK
    assert "2024-A1, cohort 2024, gestart, totaal x totaal" in str(fout.value)


def test_the_finest_gives_way_when_the_attacker_names_the_past(monkeypatch):
    """Nothing that is named can change; then the finest of this edition goes."""
    plek = Plek(GEMEENTE, "2023-A1", COHORT, "iets_ouds", TOP)
    keren = []

    def streng(uitgaven, tabel, cohort, kennis):
        keren.append(uitgaven[-1])
        fout = (Bevinding(Soort.STROOM, plek, "oud"),) if len(keren) == 1 else ()
        return Oordeel(Methode.GEHEEL, fout)

    monkeypatch.setattr(beveiligen, "audit_cohort", streng)
    (_, veilig, _), *_ = ronde(MENSEN, {4: EDITIES[3]})

    niveaus = [[b.niveau for b in uitgave.blokken] for uitgave in keren]
    assert niveaus == [[0, 0, 0, 0], [1, 1, 1, 1]]
    assert veilig.uitgave.blok(COHORT, "gestart").niveau == 1


def test_a_safe_table_is_made_here_or_nowhere():
    (_, veilig, _), *_ = ronde(MENSEN, {4: EDITIES[3]})

    with pytest.raises(TypeError, match="beveiligen"):
        VeiligeTabel(
            object(),
            veilig.uitgave,
            veilig.bestanden,
            veilig.oordeel,
            Kennisniveau.K1,
            (),
        )


def test_raw_counts_do_not_print():
    ruw = tel(MENSEN, 4, EDITIES[3])

    assert "cellen" not in repr(ruw)
    assert "cellen" not in repr(ruw.tellingen[COHORT, "gestart"])


@pytest.mark.parametrize(
    ("telling", "cel", "aantal", "reden"),
    [
        ("gestart", ("asielstatushouder", "b1_route"), None, "ontbreken"),
        ("gestart", ("asielstatushouder", "b1_route"), 999, "tellen niet op"),
        ("gestart", TOP, -1, "tellen niet op"),
        ("behaald", None, 999, "meer dan gestart"),
    ],
)
def test_counts_that_are_no_counts_are_refused(telling, cel, aantal, reden):
    ruw = tel(MENSEN, 4, EDITIES[3])
    cellen = dict(ruw.tellingen[COHORT, telling].cellen)
    if cel is None:
        kubus = kubus_van(GROEP_ROUTE, telling, 0)
        cellen = kubus.vul(dict.fromkeys(kubus.binnenste, aantal))
    elif aantal is None:
        del cellen[cel]
    else:
        cellen[cel] = aantal
    tellingen = {**ruw.tellingen, (COHORT, telling): RuweTelling(cellen)}

    with pytest.raises(ValueError, match=reden):
        RuweTabel(GEMEENTE, ruw.editie, tellingen).controleer(GROEP_ROUTE)


def test_a_structural_zero_is_published_as_zero():
    tabel = replace(TWEE_BIJ_TWEE, nul=frozenset({("b", "y")}))
    kubus = kubus_van(tabel, "gestart", 0)
    waar = {("a", "x"): 31, ("a", "y"): 22, ("b", "x"): 17, ("b", "y"): 0}
    klaar = {("a", "x"): 11, ("a", "y"): 8, ("b", "x"): 6, ("b", "y"): 0}
    ruw = RuweTabel(
        GEMEENTE,
        EDITIES[3],
        {
            (COHORT, "gestart"): RuweTelling(kubus.vul(waar)),
            (COHORT, "klaar"): RuweTelling(kubus.vul(klaar)),
        },
    )

    veilig = beveilig(ruw, tabel, eerder=(), sleutel=SLEUTEL, kennis=Kennis())

    assert veilig.uitgave.blok(COHORT, "gestart").niveau == 0
    assert veilig.uitgave.blok(COHORT, "gestart").cellen["b", "y"] == 0
    kubus = kubus_van(tabel, "gestart", 0)
    fout = RuweTelling(kubus.vul({**waar, ("b", "y"): 3}))
    with pytest.raises(ValueError, match="vaste nul"):
        replace(ruw, tellingen={**ruw.tellingen, (COHORT, "gestart"): fout}).controleer(
            tabel
        )


@pytest.mark.parametrize(
    ("niveau", "aantal"),
    [
        (Kennisniveau.K0, 1),
        (Kennisniveau.K1, 3),
        (Kennisniveau.K2, 15),
        (Kennisniveau.K3, 15),
    ],
)
def test_what_the_reader_knows(niveau, aantal):
    kennis = kennis_van(tel(MENSEN, 4, EDITIES[3]), GROEP_ROUTE, niveau)

    assert len(kennis.exact) == aantal
    assert {plek.telling for plek in kennis.exact} == {"gestart"}
    samen = kennis | Kennis(verschillen=(Verschil("a", "b", 1),), niveau=niveau)
    assert samen.niveau is niveau
    assert len(samen.verschillen) == 1


def test_a_verdict_names_its_figures():
    een = Oordeel(Methode.GEHEEL, vragen=3, getuigen=2, minste=5)
    twee = Oordeel(Methode.LINEAIR, vragen=1, minste=4)

    assert een + twee == Oordeel(Methode.LINEAIR, (), 4, 2, 4)
    assert not (een + twee).genoeg
    assert (een + Oordeel(Methode.GEHEEL)).minste == 5
    assert DREMPEL_COHORT % BASIS == 0


def test_what_is_written_can_be_read(gedaan):
    veilig = gedaan[0][1]

    assert veilig.bestanden == schrijf(veilig.uitgave, GROEP_ROUTE)
    assert veilig.bestanden["uitgave.json"].endswith(b"\n")
    assert b"\r" not in veilig.bestanden["cijfers.csv"]


def test_what_the_receiver_reads_beside_the_figures():
    inhoud = beschrijf(GROEP_ROUTE)

    assert [i["code"] for i in inhoud[INDICATOREN]["indicatoren"]] == [
        "I01",
        "I02",
        "I03",
    ]
    zonder = beschrijf(TWEE_BIJ_TWEE)[INDICATOREN]["indicatoren"]
    assert [i["code"] for i in zonder] == ["I01"]
    codes = [telling["code"] for telling in inhoud[CATALOGUS]["tellingen"]]
    assert codes == ["gestart", "rijp", "pip_op_tijd", "behaald"]
