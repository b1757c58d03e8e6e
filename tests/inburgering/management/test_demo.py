"""The demo: refused outside demo mode, complete, dated back, and fictitious."""

from datetime import date, datetime, time, timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db.models import F

from inburgering.actions import herberekening
from inburgering.authorization.roles import Rol
from inburgering.levens import genereer
from inburgering.levens import testpersonen as rvig
from inburgering.levens.verloop import HIER
from inburgering.management.commands import demo
from inburgering.models.aanbod import Inburgeringsaanbod
from inburgering.models.agendapunt import STAAT, Agendapunt, van_collega
from inburgering.models.bericht import Bericht
from inburgering.models.document import Document
from inburgering.models.gebruiker import Gebruiker, Lidmaatschap
from inburgering.models.gemeente import Gemeente, gemeente
from inburgering.models.overdracht import Overdracht, Voorinburgering
from inburgering.models.pip import PIP
from inburgering.models.spoor import Gebeurtenis
from inburgering.models.standaardteksten import SAMENVATTING, TALEN
from inburgering.models.taak import Taak
from inburgering.models.tekstblok import Tekstblok, teksten
from inburgering.models.termijn import Termijn, Termijnafwijking
from inburgering.models.traject import Traject
from inburgering.models.wachtlijst import Wachtplek
from inburgering.models.wachtreden import wacht_op_klas
from inburgering.wet.kalender import is_vrije_dag


DAG = date(2026, 11, 20)


def make(**options):
    """Run the command and give what it printed."""
    out = StringIO()
    call_command("demo", stdout=out, **options)
    return out.getvalue()


@pytest.mark.django_db
@pytest.mark.parametrize("logins", [True, False])
def test_outside_demo_mode_nothing_is_made_or_told(settings, logins):
    settings.DEMO = settings.DEBUG = False
    with pytest.raises(CommandError, match="DEMO"):
        make(logins=logins)
    assert not Gemeente.objects.exists()


@pytest.mark.django_db
def test_logins_alone_make_nothing(settings):
    settings.DEMO = True
    told = make(logins=True)
    assert "klantmanager@demo.example" in told
    assert demo.WACHTWOORD in told
    assert not Gebruiker.objects.exists()


def test_every_role_can_sign_in():
    assert {login.rol for login in demo.LOGINS} == set(Rol)
    # The role that decides on an objection can do so in the demo.
    assert all(one.mandaat for one in demo.LOGINS if one.rol is Rol.JURIST_BEZWAAR)
    assert len({login.email for login in demo.LOGINS}) == len(demo.LOGINS)


@pytest.fixture
def kleine_demo(db, settings, monkeypatch):
    """A demo with fewer lives than the real one, and all the test persons."""
    settings.DEMO = True
    monkeypatch.setattr(genereer, "VOORBEELDEN", genereer.VOORBEELDEN[::9])
    monkeypatch.setattr(demo, "OVERIG_DEMOSTAD", 2)
    monkeypatch.setattr(demo, "OVERIG_WIJK", 2)
    return make(dag=DAG)


@pytest.mark.traag
def test_the_demo_is_complete(kleine_demo):
    assert "Klaar in" in kleine_demo
    with gemeente(Gemeente.objects.get(pk=demo.DEMOSTAD)):
        _everybody_took_part()
        _nothing_is_dated_after_yesterday()
        _every_decided_pip_has_a_letter_of_its_day()
        _cases_are_handed_out()
        _nobody_waits_with_a_place_in_hand()
        _who_came_by_a_centre_has_that_told()
        _agendas_are_about_the_days_around_now()
        _summaries_are_translated_as_an_example()
        _the_night_finds_nothing()
    assert not Bericht.objects.filter(dood=True).exists()
    assert not Bericht.objects.filter(fout__gt="").exists()
    with pytest.raises(CommandError, match="bestaat al"):
        make(dag=DAG)


def _everybody_took_part():
    refused = Gebeurtenis.objects.filter(nummer="", handeling="traject_registreren")
    # Who is in a reception centre may be known by a V-nummer alone, made of the BSN.
    known = {
        t.inburgeraar.lees_bsn() or t.inburgeraar.v_nummer.replace("98", "9", 1)
        for t in Traject.objects.select_related("inburgeraar")
    }
    test_set = {p.persoon.bsn for p in rvig.testpersonen()}
    assert refused.count() + len(known & test_set) == len(test_set)
    assert refused.count() > 50
    for row in refused:
        assert row.samenvatting == "Geweigerd"
        assert "art. 3" in row.reden
        assert not any(
            p.persoon.geslachtsnaam in row.reden for p in rvig.testpersonen()
        )


def _nothing_is_dated_after_yesterday():
    yesterday = DAG - timedelta(days=1)
    moments = Traject.history.model.objects.values_list("history_date", flat=True)
    assert max(moments).date() <= yesterday
    # Dated by the act: the cases did not all begin on the day the demo was made.
    assert len(set(Traject.objects.values_list("geregistreerd_op", flat=True))) > 20


def _every_decided_pip_has_a_letter_of_its_day():
    own = PIP.objects.filter(status="vastgesteld", herkomst="gemeente")
    letters = dict(
        Document.objects.filter(soort="pip").values_list("feit_id", "gemaakt_op")
    )
    assert own
    assert letters == {plan.pk: plan.dagtekening for plan in own}


def _cases_are_handed_out():
    km = Lidmaatschap.objects.get(gebruiker__email="klantmanager@demo.example")
    mine = Traject.objects.filter(klantmanager_id=km.gebruiker_id).count()
    assert mine > Traject.objects.count() / 3
    assert Traject.objects.filter(begeleider__isnull=False).exists()
    auditor = Lidmaatschap.objects.get(rol=Rol.AUDITOR.value)
    sample = Traject.objects.filter(nummer__in=auditor.steekproef).count()
    assert 0 < sample == len(auditor.steekproef)


def _summaries_are_translated_as_an_example():
    """Two languages whole; of one a text waits, one was wrong and one fell."""
    used = teksten(DAG, *TALEN.values())
    whole = len(SAMENVATTING.blokken)
    done = {code: used.in_taal(SAMENVATTING, taal) for code, taal in TALEN.items()}
    assert {c: n for c, n in done.items() if n} == {
        "ar": whole,
        "en": whole,
        "uk": whole - 3,
    }
    rows = Tekstblok.objects.exclude(taal="nl")
    assert all("alleen voor de demo" in row.vertaald_door for row in rows)
    assert not rows.filter(nagekeken_door=F("vastgelegd_door")).exists()


def _nobody_waits_with_a_place_in_hand():
    waiting = Wachtplek.objects.filter(tot=None)
    assert waiting
    placed = Inburgeringsaanbod.objects.filter(beeindigd_op=None)
    assert not waiting.filter(traject__in=placed.values("traject")).exists()
    for row in waiting:
        assert row.traject.klantmanager_id
        assert row.traject.geregistreerd_op <= row.sinds < DAG
        assert wacht_op_klas(row.traject_id) is not None
    for klas in {row.cursus for row in waiting if row.cursus}:
        taken = placed.filter(cursus=klas).values("traject").distinct().count()
        assert klas.plaatsen == max(1, taken)


def _who_came_by_a_centre_has_that_told():
    prepared = Voorinburgering.objects.select_related("traject")
    assert {row.ingestemd for row in prepared} == {True, False}
    for row in prepared:
        left = row.traject.datum_uitstroom
        assert row.traject.datum_koppeling
        if row.ingestemd:
            assert row.begonnen_op > row.traject.datum_koppeling
            # It runs as long as somebody lives there, and ends before the move.
            assert (row.beeindigd_op is None) == (left is None)
            assert row.beeindigd_op is None or row.beeindigd_op < left
        else:
            assert row.reden_niet
    for talk in Overdracht.objects.filter(richting="van_opvang"):
        assert talk.traject.datum_uitstroom < talk.gesprek_op < DAG
        assert talk.met_wie.startswith("Opvang ")
    # Every stage occurs: done, planned and forgotten, in and out.
    assert {talk.richting for talk in Overdracht.objects.all()} == {
        "van_opvang", "naar_gemeente"
    }  # fmt: skip
    assert Agendapunt.objects.filter(dag__gte=DAG, plaats__contains="overdracht")
    late = Taak.objects.filter(klaar_op=None, uiterlijk__lt=DAG)
    assert late.filter(omschrijving__endswith="om een warme overdracht").exists()
    gone = Termijn.objects.filter(soort="overdracht", voldaan_op=None, vervallen=False)
    assert sorted(term.uiterlijk < DAG for term in gone) == [False, True]


def _agendas_are_about_the_days_around_now():
    km = Lidmaatschap.objects.get(gebruiker__email="klantmanager@demo.example")
    mine = Agendapunt.objects.filter(van_collega(km.gebruiker_id, DAG))
    assert mine.filter(STAAT, dag=DAG).count() >= 2
    assert mine.filter(STAAT, dag__gt=DAG).exists()
    assert mine.filter(dag__lt=DAG, contact__isnull=False).exists()
    assert not any(is_vrije_dag(row.dag) for row in mine)
    assert not mine.filter(STAAT, dag__lt=DAG).exists()


def _the_night_finds_nothing():
    herberekening.historie(on=datetime.combine(DAG, time(3), HIER))
    herberekening.deel(
        on=datetime.combine(DAG, time(3), HIER), dag=DAG.isoformat(), na=0
    )
    assert list(Termijnafwijking.objects.values_list("traject__nummer", "veld")) == []
