"""A case is destroyed for good: by two people, with nothing left but a number."""

from datetime import date, timedelta

import pytest
from django.apps import apps

from inburgering import outbox
from inburgering.actions import concept
from inburgering.actions.vernietiging import uitvoeren, voordracht, voordragen
from inburgering.models import (
    Bericht,
    Gebeurtenis,
    Inburgeraar,
    Raadpleging,
    Traject,
    Vernietigingsprotocol,
)
from inburgering.models.keten import controleer
from inburgering.models.spoor import LOGS
from inburgering.wet.uitkomst import NietToegestaan
from monitoring.models import Feitsleutel, Trajectfeit
from tests.inburgering.cast import VANDAAG, lid_van, moment


pytestmark = pytest.mark.django_db


def rows_of(traject, persoon_id):
    """Count, table by table, what still says something of a case or its person."""
    found = {}
    for model in apps.get_app_config("inburgering").get_models():
        names = {f.name: f for f in model._meta.concrete_fields}
        if "traject" in names and names["traject"].related_model is Traject:
            found[model.__name__] = model.objects.filter(traject_id=traject.pk).count()
    for model, key in ((Traject, traject.pk), (Inburgeraar, persoon_id)):
        found[model.__name__] = model.objects.filter(pk=key).count()
        history = model.history.model
        found[history.__name__] = history.objects.filter(id=key).count()
    return {name: n for name, n in found.items() if n}


@pytest.fixture
def officer(delft):
    return lid_van(delft, "privacyfunctionaris")


@pytest.fixture
def fout(leven):
    """A case that was registered by mistake, with a plan, and closed for it."""
    life = leven().door_tot("leerroute", "b1_route").op(VANDAAG)
    life.ten_onrechte()
    return life


def vraag(life, **velden):
    return voordragen(
        traject=life.traject, by=life.lid, on=moment(VANDAAG, 11),
        reden="Verkeerde gemeente", **velden,
    )  # fmt: skip


def test_everything_of_the_case_is_gone_and_the_number_stays(fout, officer):
    traject, person = fout.traject, fout.traject.inburgeraar_id
    number = traject.nummer
    concept.bewaar(
        fout.lid, f"{number}/notitie_toevoegen", {"tekst": "Half af"}, moment(VANDAAG)
    )
    vraag(fout)
    before = rows_of(traject, person)
    assert {"PIP", "HistoricalPIP", "Termijn", "Traject", "Inburgeraar"} <= set(before)

    uitvoeren(traject=traject, by=officer, on=moment(VANDAAG, 12))

    assert rows_of(traject, person) == {}
    assert concept.zoek(fout.lid, f"{number}/notitie_toevoegen") is None
    protocol = Vernietigingsprotocol.objects.get(wat=f"dossier {number}")
    assert protocol.aantal > sum(before.values())
    assert protocol.door == officer.gebruiker.naam
    assert f"voorgedragen door {fout.lid.gebruiker.naam}" in protocol.grond
    last = Gebeurtenis.objects.filter(nummer=number).order_by("-id").first()
    assert last.handeling == "vernietiging_uitvoeren"
    assert last.naam == officer.gebruiker.naam


def test_the_logs_keep_number_and_act_and_still_verify(fout, officer):
    number = fout.traject.nummer
    vraag(fout)
    asked = Gebeurtenis.objects.filter(nummer=number).count()

    uitvoeren(traject=fout.traject, by=officer, on=moment(VANDAAG, 12))

    lines = Gebeurtenis.objects.filter(nummer=number).exclude(
        handeling="vernietiging_uitvoeren"
    )
    assert lines.count() == asked
    for line in (*lines, *Raadpleging.objects.filter(nummer=number)):
        assert (line.naam, line.gebruiker, line.reden, line.zout) == ("", None, "", "")
    assert not lines.exclude(samenvatting="").exists()
    for log in LOGS:
        assert controleer(log).breuk == ""


def test_another_case_of_the_person_keeps_the_person(fout, officer):
    person = fout.traject.inburgeraar
    other = Traject.objects.get(pk=fout.traject.pk)
    other.pk, other.nummer = None, "2026-09999"
    other.save()
    vraag(fout)

    uitvoeren(traject=fout.traject, by=officer, on=moment(VANDAAG, 12))

    assert Inburgeraar.objects.filter(pk=person.pk).exists()
    assert Traject.objects.filter(nummer="2026-09999").exists()


def werk_bij(dag=VANDAAG):
    for row in Bericht.objects.filter(
        soort__in=("feiten_bijwerken", "feiten_losmaken"), klaar_op=None
    ).order_by("id"):
        outbox.voer_uit(row.pk, moment(dag, 13))


def test_a_wrongly_imposed_duty_leaves_the_figures_and_the_key_goes(leven, officer):
    life = leven().door_tot("leerroute", "b1_route").op(VANDAAG)
    werk_bij()
    fact = Trajectfeit.objects.get()
    assert fact.plicht_dag is not None
    life.ten_onrechte()
    werk_bij()
    fact.refresh_from_db()
    assert (fact.cohort, fact.plicht_dag) == (None, None)
    vraag(life)
    uitvoeren(traject=life.traject, by=officer, on=moment(VANDAAG, 12))
    werk_bij()

    assert not Feitsleutel.objects.exists()
    fact.refresh_from_db()
    assert (fact.cohort, fact.plicht_dag) == (None, None)


def test_figures_that_were_behind_still_forget_a_wrongly_imposed_duty(leven, officer):
    life = leven().door_tot("leerroute", "b1_route").op(VANDAAG)
    werk_bij()
    life.ten_onrechte()
    vraag(life)
    uitvoeren(traject=life.traject, by=officer, on=moment(VANDAAG, 12))
    assert Trajectfeit.objects.get().plicht_dag is not None
    werk_bij()

    fact = Trajectfeit.objects.get()
    assert (fact.cohort, fact.plicht_dag) == (None, None)
    assert not Feitsleutel.objects.exists()


def test_a_case_that_was_kept_long_enough_goes_and_still_counts(leven, officer):
    life = leven(begin=date(2022, 2, 1)).door_tot("afgesloten", "b1_route")
    werk_bij()
    counted = Trajectfeit.objects.get()
    term = next(
        t for t in life.dossier.stand.termijnen if t.soort.value == "bewaartermijn"
    )
    with pytest.raises(NietToegestaan, match="mag nog niet weg"):
        voordragen(
            traject=life.traject, by=life.lid, on=moment(term.uiterlijk), reden="Oud"
        )
    after = term.uiterlijk + timedelta(days=1)
    voordragen(traject=life.traject, by=life.lid, on=moment(after), reden="Vijf jaar")
    uitvoeren(traject=life.traject, by=officer, on=moment(after, 12))
    werk_bij(after)

    assert not Traject.objects.exists()
    fact = Trajectfeit.objects.get()
    assert (fact.cohort, fact.plicht_dag) == (counted.cohort, counted.plicht_dag)
    assert fact.cohort is not None
    assert not Feitsleutel.objects.exists()


def test_a_case_that_still_runs_is_not_destroyed(leven):
    life = leven().door_tot("leerroute", "b1_route").op(VANDAAG)
    with pytest.raises(NietToegestaan, match="mag nog niet weg"):
        vraag(life)
    life.doe(
        "duobesluit", "vastleggen", soort="plicht_beeindigd", besloten_op=VANDAAG,
        reden_einde="onterecht_of_andere_wet",
    )  # fmt: skip
    with pytest.raises(NietToegestaan, match="Sluit het dossier eerst af"):
        vraag(life)
    assert Traject.objects.filter(pk=life.traject.pk).exists()


def test_somebody_else_does_it_and_only_while_the_request_stands(fout, officer):
    with pytest.raises(NietToegestaan, match="niet voorgedragen"):
        uitvoeren(traject=fout.traject, by=officer, on=moment(VANDAAG, 12))
    vraag(fout)
    with pytest.raises(NietToegestaan, match="zelf voor"):
        uitvoeren(traject=fout.traject, by=fout.lid, on=moment(VANDAAG, 12))
    assert voordracht(fout.traject.nummer).naam == fout.lid.gebruiker.naam
    fout.doe("notitie", "toevoegen", onderwerp="Vraag", tekst="Mag dit weg?")
    assert voordracht(fout.traject.nummer) is not None
    fout.doe("traject", "heropenen", heropend_op=VANDAAG, reden_heropening="Toch niet")
    assert voordracht(fout.traject.nummer) is None
    with pytest.raises(NietToegestaan, match="Sluit het dossier eerst af"):
        uitvoeren(traject=fout.traject, by=officer, on=moment(VANDAAG, 12))
    assert Traject.objects.filter(pk=fout.traject.pk).exists()
    assert not Vernietigingsprotocol.objects.exists()


def test_when_it_goes_wrong_nothing_is_destroyed(fout, monkeypatch, officer):
    vraag(fout)
    before = rows_of(fout.traject, fout.traject.inburgeraar_id)
    monkeypatch.setattr("inburgering.actions.vernietiging.keten", lambda log: 0)
    with pytest.raises(NietToegestaan, match="niets vernietigd"):
        uitvoeren(traject=fout.traject, by=officer, on=moment(VANDAAG, 12))
    assert rows_of(fout.traject, fout.traject.inburgeraar_id) == before
    assert not Vernietigingsprotocol.objects.exists()
