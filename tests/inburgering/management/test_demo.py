"""The demo: refused outside demo mode, complete, dated back, and fictitious."""

from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from inburgering.authorization.roles import Rol
from inburgering.levens import genereer
from inburgering.levens import testpersonen as rvig
from inburgering.management.commands import demo
from inburgering.models.bericht import Bericht
from inburgering.models.document import Document
from inburgering.models.gebruiker import Gebruiker, Lidmaatschap
from inburgering.models.gemeente import Gemeente, gemeente
from inburgering.models.pip import PIP
from inburgering.models.spoor import Gebeurtenis
from inburgering.models.traject import Traject


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
    letters = dict(Document.objects.values_list("feit_id", "gemaakt_op"))
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
