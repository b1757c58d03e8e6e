"""What the law has once a case, in two cases of one person: one holds, none is lost."""

from datetime import time, timedelta

import pytest

from inburgering.actions.bijeenkomst import afgelasten, plannen
from inburgering.actions.herberekening import deel, historie
from inburgering.actions.samenvoeging import ANDER, BLIJFT, goedkeuren, uitzicht, vragen
from inburgering.actions.terzijde import SCHEIDT, zonder
from inburgering.actions.vernietiging import uitvoeren, voordragen
from inburgering.models import (
    MAP,
    PIP,
    PVT,
    BredeIntake,
    Deelname,
    Gebeurtenis,
    GevolgdeUren,
    Intakegesprek,
    Samenvoeging,
    Termijnafwijking,
    Traject,
)
from inburgering.models.dossier import lees, terzijde
from inburgering.models.feiten import lees_feiten
from inburgering.models.wijzigingen import wijzigingen
from inburgering.wet.feiten import SOORTEN
from inburgering.wet.samenhang import bevindingen, klopt
from inburgering.wet.uitkomst import NietToegestaan
from tests.inburgering.cast import VANDAAG, lid_van, moment
from tests.inburgering.voorbeelden import VOORBEELDEN


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("aanbieder")]
V_NUMMER = "2712345678"
REDEN = "Het BSN stond op het document dat is getoond"


@pytest.fixture
def twee(leven):
    """Two lives of one person, registered twice."""
    return leven(), leven(bsn="", v_nummer=V_NUMMER)


def blik(een, ander, keuzes):
    een.traject.refresh_from_db()
    ander.traject.refresh_from_db()
    return uitzicht(
        lees(een.traject, VANDAAG), lees(ander.traject, VANDAAG), keuzes, VANDAAG
    )


def antwoord(botsing, kant):
    """Let the facts of one case hold, whichever way it is asked."""
    if botsing.een_van_twee:
        return kant
    lost = [row for row in botsing.rijen if row.ander is (kant == BLIJFT)]
    return SCHEIDT.join(row.code for row in lost or botsing.rijen)


def kies(een, ander, kant=BLIJFT):
    """Answer whatever is asked, until nothing more is."""
    keuzes = {}
    for _ in range(20):
        looked = blik(een, ander, keuzes)
        asked = {v.naam: kant for v in looked.verschillen if v.kiezen}
        asked |= {b.naam: antwoord(b, kant) for b in looked.botsingen}
        if asked == keuzes:
            return keuzes
        keuzes = asked
    raise AssertionError(looked.botsingen)


def samen(een, ander, keuzes):
    een.traject.refresh_from_db()
    asked = vragen(
        traject=een.traject, by=een.lid, on=moment(VANDAAG, 12), ander=ander.nummer,
        keuzes=keuzes, reden=REDEN,
    ).feit  # fmt: skip
    if asked.status == "gevraagd":
        een.traject.refresh_from_db()
        goedkeuren(
            traject=een.traject, by=lid_van(een.lid.gemeente, "teamleider"),
            on=moment(VANDAAG, 13), id=asked.pk,
        )  # fmt: skip
    een.traject.refresh_from_db()
    return Samenvoeging.objects.get(pk=asked.pk)


def met_intake(life, dagen, gesprek):
    life.na(dagen).intake_gestart()
    life.doe(
        "intakegesprek", "vastleggen", gevoerd_op=life.dag, vorm="op_kantoor",
        besproken=gesprek,
    )  # fmt: skip
    return life.intake_klaar().op(VANDAAG)


@pytest.mark.parametrize("kant", [BLIJFT, ANDER])
def test_of_two_intakes_one_is_chosen_and_the_other_stays_to_be_read(twee, kant):
    een, ander = met_intake(twee[0], 7, "Over werk"), met_intake(twee[1], 9, "Over les")
    mine, theirs = BredeIntake.objects.order_by("pk")
    looked = blik(een, ander, {})
    [clash] = looked.botsingen
    assert clash.een_van_twee
    assert [row.id for row in clash.rijen] == [mine.pk, theirs.pk]
    assert not looked.kan_niet
    keuzes = kies(een, ander) | {clash.naam: kant}
    made = samen(een, ander, keuzes)

    holds, lost = (mine, theirs) if kant == BLIJFT else (theirs, mine)
    feiten = lees(een.traject, VANDAAG).feiten
    assert [i.id for i in feiten.brede_intakes] == [holds.pk]
    [(nummer, aside)] = terzijde(een.traject)
    assert nummer == ander.nummer
    assert [i.id for i in aside.brede_intakes] == [lost.pk]
    lost.refresh_from_db()
    assert lost.antwoorden["opleiding_niveau"]["waarde"] == "bachelor"
    assert lost.routeadvies == "b1_route"
    talks = Intakegesprek.objects.filter(traject=een.traject)
    assert {talk.besproken for talk in talks} == {"Over werk", "Over les"}
    assert made.keuzes[clash.naam] == kant
    assert any("Brede intake" in line and "te lezen" in line for line in made.gevolgen)
    trail = Gebeurtenis.objects.filter(samenvatting__contains="ging op in").latest("id")
    assert "Telt niet meer mee: brede intake van" in trail.samenvatting
    assert {lost.pk, holds.pk} <= {
        c.rij_id for c in wijzigingen(lees(een.traject, VANDAAG)) if c.model is BredeIntake
    }  # fmt: skip


def test_the_checker_and_the_night_accept_what_was_set_aside(twee):
    een, ander = met_intake(twee[0], 7, "a"), met_intake(twee[1], 9, "b")
    samen(een, ander, kies(een, ander, ANDER))
    assert klopt(bevindingen(lees(een.traject, VANDAAG).feiten, VANDAAG))
    historie(on=moment(VANDAAG, 14))
    deel(on=moment(VANDAAG, 14), dag=str(VANDAAG), na=0)
    assert not Termijnafwijking.objects.exists()


def test_looking_back_tells_what_counted_then(twee):
    een, ander = met_intake(twee[0], 7, "a"), met_intake(twee[1], 9, "b")
    mine, theirs = BredeIntake.objects.values_list("pk", flat=True).order_by("pk")
    samen(een, ander, kies(een, ander, ANDER))

    def known(life, uur):
        rows = lees_feiten(life.traject, moment(VANDAAG, uur))[0].brede_intakes
        return [row.id for row in rows]

    assert known(een, 11) == [mine]
    assert known(ander, 11) == [theirs]
    assert known(een, 23) == [theirs]
    assert known(ander, 23) == [mine]


def test_a_choice_that_is_missing_is_asked_and_nothing_is_saved(twee):
    een, ander = met_intake(twee[0], 7, "a"), met_intake(twee[1], 9, "b")
    keuzes = kies(een, ander)
    [clash] = blik(een, ander, keuzes).botsingen
    for wrong in (None, "", "nergens"):
        given = {name: value for name, value in keuzes.items() if name != clash.naam}
        if wrong is not None:
            given[clash.naam] = wrong
        with pytest.raises(NietToegestaan, match="Kies wat meetelt") as refused:
            samen(een, ander, given)
        assert refused.value.veld == clash.naam
    assert Traject.objects.count() == 2
    assert not Samenvoeging.objects.exists()


def test_what_the_answers_bring_up_is_asked_too(twee):
    """Whose intake is set aside has a plan out of nothing; that is asked next."""
    een = twee[0].door_tot("leerroute").op(VANDAAG)
    ander = met_intake(twee[1], 40, "b")
    first = blik(een, ander, {})
    assert {b.rijen[0].soort for b in first.botsingen} == {"brede_intakes"}
    then = blik(een, ander, {b.naam: ANDER for b in first.botsingen})
    assert {b.rijen[0].soort for b in then.botsingen} > {"brede_intakes"}
    assert not then.kan_niet
    samen(een, ander, kies(een, ander))
    assert lees(een.traject, VANDAAG).stand.status == "leerroute"


def test_two_decided_plans_ask_a_second_person(twee):
    een = twee[0].door_tot("leerroute").op(VANDAAG)
    ander = twee[1].na(3).door_tot("leerroute").op(VANDAAG)
    keuzes = kies(een, ander, ANDER)
    assert blik(een, ander, keuzes).wettelijk
    made = samen(een, ander, keuzes)
    assert made.besloten_door_id != made.gevraagd_door_id
    [plan] = PIP.objects.filter(traject=een.traject)
    [former] = PIP.objects.filter(traject=ander.traject)
    assert (plan.versie, former.versie) == (1, 2)  # both were the first of their case
    assert plan.dagtekening == former.dagtekening + timedelta(days=3)


def test_the_second_person_decides_about_the_choices_that_were_made(twee):
    een = twee[0].door_tot("leerroute").op(VANDAAG)
    ander = twee[1].na(3).door_tot("leerroute").op(VANDAAG)
    een.traject.refresh_from_db()
    asked = vragen(
        traject=een.traject, by=een.lid, on=moment(VANDAAG, 12), ander=ander.nummer,
        keuzes=kies(een, ander, ANDER), reden=REDEN,
    ).feit  # fmt: skip
    assert asked.status == "gevraagd"
    assert any("PIP versie 1" in line for line in asked.gevolgen)
    assert PIP.objects.filter(traject=een.traject).count() == 1
    assert BredeIntake.objects.filter(traject=ander.traject).count() == 1


@pytest.mark.parametrize(
    ("model", "noun"), [(PVT, "pvt"), (MAP, "map")], ids=["pvt", "map"]
)
def test_a_part_that_both_began_is_chosen(twee, model, noun):
    lives = [life.door_tot("leerroute") for life in twee]
    for n, life in enumerate(lives):
        life.na(10 + n).doe(noun, "starten", begonnen_op=life.dag)
        life.op(VANDAAG)
    een, ander = lives
    samen(een, ander, kies(een, ander))
    assert model.objects.filter(traject=een.traject).count() == 1
    assert model.objects.filter(traject=ander.traject).count() == 1


def test_hours_of_both_are_not_counted_twice(twee):
    lives = [life.door_tot("leerroute") for life in twee]
    for life in lives:
        life.na(40)
        for begin in (35, 28):
            life.doe(
                "uren", "vastleggen", soort="taalles",
                van=life.dag - timedelta(days=begin),
                tot_en_met=life.dag - timedelta(days=begin - 6), uren=12,
            )  # fmt: skip
        life.op(VANDAAG)
    een, ander = lives
    samen(een, ander, kies(een, ander))
    assert sum(u.uren for u in lees(een.traject, VANDAAG).feiten.uren) == 24
    assert GevolgdeUren.objects.filter(traject=ander.traject).count() == 2


def test_the_closing_of_one_gives_way_and_not_all_that_came_after(twee):
    een, ander = twee
    ander.na(10).ten_onrechte()
    een.na(20).intake_gestart().intake_klaar().op(VANDAAG)
    looked = blik(een, ander, {})
    asked = {row.soort for b in looked.botsingen for row in b.rijen}
    assert "afsluitingen" in asked
    assert "leerbaarheidstoetsen" not in asked
    samen(een, ander, kies(een, ander))
    assert lees(een.traject, VANDAAG).stand.status != "afgesloten"


def test_enforcement_and_objections_are_never_set_aside(twee):
    een, ander = (life.door_tot("leerroute").op(VANDAAG) for life in twee)
    feiten = lees(een.traject, VANDAAG).feiten
    assert zonder(feiten, {("pips", feiten.pips[0].id)}).pips == ()
    for looked in (blik(een, ander, {}), blik(ander, een, {})):
        kinds = {row.soort for b in looked.botsingen for row in b.rijen}
        assert kinds <= set(SOORTEN) - {"handhavingen", "bezwaren"}


BIJEENKOMST = {
    "soort": "voorlichting", "titel": "Kennismaken", "begin": time(10), "einde": time(12),
    "plaats": "Stadskantoor", "plaatsen": 10, "dag": VANDAAG - timedelta(days=1),
    "taal": "", "tolk": False, "uren": 0, "ondertekenen": False,
}  # fmt: skip


def bijeenkomst(by):
    return plannen(by=by, on=moment(VANDAAG - timedelta(days=9)), **BIJEENKOMST).feit


def kwam(life, meeting, hoe):
    made = life.doe(
        "deelname", "uitnodigen", bijeenkomst=meeting, wijze="brief",
        uitgenodigd_op=meeting.dag,
    ).feit  # fmt: skip
    life.doe("deelname", "vastleggen", id=made.pk, aanwezigheid=hoe)
    return made


@pytest.mark.parametrize(
    ("kant", "hoe"), [(BLIJFT, "aanwezig"), (ANDER, "zonder_bericht")]
)
def test_of_one_meeting_one_account_is_chosen(twee, kant, hoe):
    een, ander = (life.op(VANDAAG) for life in twee)
    meeting = bijeenkomst(een.lid)
    mine = kwam(een, meeting, "aanwezig")
    theirs = kwam(ander, meeting, "zonder_bericht")
    [clash] = blik(een, ander, {}).botsingen
    samen(een, ander, kies(een, ander) | {clash.naam: kant})
    mine.refresh_from_db()
    theirs.refresh_from_db()
    assert mine.aanwezigheid == hoe
    assert theirs.traject_id == ander.traject.pk
    assert theirs.aanwezigheid == "zonder_bericht"
    assert Deelname.history.filter(id=mine.pk, aanwezigheid="aanwezig").exists()


def test_a_cancelled_meeting_stands_in_nobodys_way(twee):
    een, ander = (life.op(VANDAAG) for life in twee)
    meeting = bijeenkomst(een.lid)
    kwam(een, meeting, "met_bericht")
    kwam(ander, meeting, "zonder_bericht")
    assert blik(een, ander, {}).botsingen
    afgelasten(by=een.lid, on=moment(VANDAAG), id=meeting.pk, reden="Docent ziek")
    assert not blik(een, ander, {}).botsingen
    samen(een, ander, kies(een, ander))


@pytest.mark.breed
@pytest.mark.parametrize("voorbeeld", VOORBEELDEN, ids=str)
def test_whatever_was_recorded_twice_can_become_one(voorbeeld, leven):
    """No example of the book of acts, lived twice, is stuck; and no row is gone."""
    een = voorbeeld.maak(leven)
    ander = voorbeeld.maak(lambda **kw: leven(**{"bsn": "", "v_nummer": V_NUMMER} | kw))
    before = {
        (soort, feit.id)
        for life in (een, ander)
        for soort in SOORTEN
        for feit in getattr(lees_feiten(life.traject)[0], soort)
    }
    samen(een, ander, kies(een, ander))
    goes_on = Traject.objects.get(pk=een.traject.pk)
    after = {
        (soort, feit.id)
        for feiten in (lees_feiten(goes_on)[0], terzijde(goes_on)[0][1])
        for soort in SOORTEN
        for feit in getattr(feiten, soort)
    }
    assert before == after


def test_destruction_takes_what_was_set_aside_along(twee):
    een, ander = met_intake(twee[0], 7, "a"), met_intake(twee[1], 9, "b")
    samen(een, ander, kies(een, ander, ANDER))
    een.ten_onrechte()
    voordragen(
        traject=een.traject, by=een.lid, on=moment(VANDAAG, 15), reden="Verkeerd"
    )
    officer = lid_van(een.lid.gemeente, "privacyfunctionaris")
    uitvoeren(traject=een.traject, by=officer, on=moment(VANDAAG, 16))
    assert not Traject.alle.exists()
    assert not BredeIntake.objects.exists()
    assert not BredeIntake.history.exists()
