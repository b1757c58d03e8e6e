"""Facts: what an act leaves behind, and that making all anew changes nothing."""

from datetime import date, timedelta

import pytest
from django.apps import apps

from inburgering import outbox
from inburgering.actions import intakevraag
from inburgering.levens.genereer import voorbeelden
from inburgering.management.opvoeren import Bezetting, Opvoering, maak_aanbod
from inburgering.models.gemeente import gemeente
from monitoring import extract
from monitoring.models import Feitsleutel, Trajectfeit
from tests.inburgering.cast import VANDAAG, lid_van, moment


pytestmark = pytest.mark.django_db


def feiten():
    rows = Trajectfeit.objects.order_by("pseudoniem").values()
    return [{k: v for k, v in row.items() if k != "id"} for row in rows]


def werk_bij(dag=VANDAAG):
    """Do what the acts asked for."""
    outbox.leegmaken(moment(dag, 23))


def test_a_case_becomes_one_row_of_numbers_and_codes(leven):
    case = leven()
    werk_bij()
    fact = Trajectfeit.objects.get()
    assert fact.cohort == 2026
    assert fact.groep == "asielstatushouder"
    assert fact.route_eerste_pip == "nog_geen_pip"
    assert fact.geslacht == "vrouw"
    assert fact.leeftijdsband == "35_44"
    assert fact.herkomstregio == "turkije_en_midden_oosten"
    assert fact.plicht_dag == case.traject.datum_plicht.toordinal()
    assert fact.kennisgeving_dag == case.traject.datum_kennisgeving.toordinal()
    term = case.traject.termijn_set.get(soort="pip_vaststellen")
    assert fact.klok_dag == term.begin.toordinal()
    assert fact.pip_termijn_dag == term.uiterlijk.toordinal()
    assert (fact.pip_dag, fact.behaald_dag, fact.einde_dag) == (None, None, None)


def test_a_fact_holds_no_dates_and_no_text():
    kinds = {f.get_internal_type() for f in Trajectfeit._meta.concrete_fields}
    assert kinds == {
        "BigAutoField", "ForeignKey", "CharField", "SmallIntegerField", "IntegerField"
    }  # fmt: skip
    assert (
        max(
            f.max_length
            for f in Trajectfeit._meta.fields
            if f.get_internal_type() == "CharField"
        )
        <= 40
    )


@pytest.mark.parametrize("route", ["b1_route", "z_route"])
def test_increment_after_every_act_is_what_a_full_rebuild_gives(leven, route):
    """The same after each step of a whole life."""
    lives = [leven(begin=VANDAAG - timedelta(days=1400 + n)) for n in range(2)]
    lives[0].door_tot("afgesloten", route)
    lives[1].door_tot("leerroute", route)
    werk_bij()
    by_increment = feiten()
    Trajectfeit.objects.all().delete()
    assert extract.opnieuw() == 2
    assert feiten() == by_increment
    done = Trajectfeit.objects.get(einde_wijze="voldaan")
    assert done.route_eerste_pip == route
    assert done.plicht_dag < done.pip_dag < done.behaald_dag <= done.einde_dag


def test_the_end_of_the_duty_takes_nobody_out(leven):
    """The term of a case that ended without PIP lapsed, and counts all the same."""
    case = leven()
    before = case.traject.termijn_set.get(soort="pip_vaststellen").uiterlijk
    case.na(90).doe(
        "duobesluit", "vastleggen", soort="vrijstelling_geheel", besloten_op=case.dag
    )
    werk_bij()
    fact = Trajectfeit.objects.get()
    assert case.traject.termijn_set.get(soort="pip_vaststellen").vervallen
    assert fact.pip_termijn_dag == before.toordinal()
    assert fact.einde_wijze == "anders"


def test_what_a_municipality_asks_itself_never_leaves(leven):
    """Neither the question nor its answer: the facts are as if it was not asked."""
    case = leven().door_tot("brede_intake")
    given = {"werk_jaren": {"antwoord": "beantwoord", "waarde": 9}}
    case.doe("intake", "invullen", antwoorden=given)
    werk_bij(case.dag)
    before = feiten()
    intakevraag.vastleggen(
        by=case.lid, on=moment(case.dag), domein="Kanariedomein", vraag="Kanarie?",
        soort="tekst", keuzes=[], laagste=0, hoogste=0, eenheid="", hulptekst="",
        volgorde=1, geldig_vanaf=case.dag,
    )  # fmt: skip
    case.op(case.dag).doe(
        "intake", "invullen",
        antwoorden=given | {"eigen_1": {"antwoord": "beantwoord", "waarde": "kanarie"}},
        uitkomsten={"eigen_kanariedomein": {"soort": "kans", "tekst": "kanarie"}},
    )  # fmt: skip
    werk_bij(case.dag)
    assert feiten() == before
    for model in apps.get_app_config("monitoring").get_models():
        assert "kanarie" not in str(list(model.objects.values())).lower(), model


def test_a_mover_counts_where_the_duty_began(leven):
    case = leven()
    case.na(7).doe(
        "pip", "overnemen", leerroute="b1_route", niveaus={},
        alfabetisering="niet_van_toepassing", dagtekening=case.dag - timedelta(days=60),
        herkomst="andere_gemeente",
    )  # fmt: skip
    werk_bij()
    fact = Trajectfeit.objects.get()
    assert fact.cohort is None
    assert fact.pip_dag is not None


def test_the_pseudonym_stays_and_cannot_be_computed(leven):
    leven()
    werk_bij()
    first = Feitsleutel.objects.get().pseudoniem
    extract.opnieuw()
    assert Feitsleutel.objects.get().pseudoniem == first
    Feitsleutel.objects.all().delete()
    assert Trajectfeit.objects.get().pseudoniem == first  # cut loose, still counted


def test_another_municipality_sees_nothing(leven, leiden):
    leven()
    werk_bij()
    with gemeente(leiden):
        assert Trajectfeit.objects.count() == 0
        assert extract.opnieuw() == 0


def test_a_day_number_is_an_ordinal(leven):
    leven(datum_kennisgeving=date(2026, 3, 1))
    werk_bij()
    assert Trajectfeit.objects.get().kennisgeving_dag == date(2026, 3, 1).toordinal()


@pytest.mark.traag
def test_after_every_act_of_a_generated_life_a_rebuild_changes_nothing(delft):
    """The increment of one case gives the row that making all anew gives."""
    kantoor = lid_van(delft, "administratie")
    chef = lid_van(delft, "teamleider")
    lives = [
        life
        for n, life in enumerate(voorbeelden(2026, VANDAAG))
        if n in {14, 46, 58, 62, 72}
    ]
    with gemeente(delft):
        aanbod = maak_aanbod(chef, moment(date(2021, 12, 1)))
        for life in lives:
            play = Opvoering(life, Bezetting(kantoor, chef, chef), aanbod)
            for nummer, daad in enumerate(life.daden):
                play.doe(daad)
                extract.bijwerken(on=daad.op, traject_id=play.traject.pk)
                if nummer % 5 == 0:
                    before = feiten()
                    extract.opnieuw()
                    assert feiten() == before
        assert Trajectfeit.objects.count() == len(lives)
