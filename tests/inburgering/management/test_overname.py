"""Cases from another system: what comes in is what the law computes, history and all."""

import json
import re
from datetime import date, time

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.db import DataError, IntegrityError, OperationalError

from inburgering import outbox
from inburgering.actions import herberekening, intakevraag
from inburgering.actions.traject import registreren
from inburgering.authorization.roles import Rol
from inburgering.management.bulk import schrijf_levens
from inburgering.management.opvoeren import Aanbod, Bezetting
from inburgering.management.overname import overnemen, vorm
from inburgering.management.overname.beschrijving import regel_van
from inburgering.management.overname.bijvullen import vul_bij
from inburgering.management.overname.overnemen import Geweigerd, Overname
from inburgering.models import (
    Aanbieder,
    Afspraak,
    Agendapunt,
    Bericht,
    Doel,
    Gebeurtenis,
    Gemeente,
    Handhaving,
    Inburgeraar,
    Nummerreeks,
    Overdracht,
    Schoolkeuze,
    Taak,
    Termijn,
    Termijnafwijking,
    Traject,
    Wachtplek,
    Wachtreden,
)
from inburgering.models.dossier import lees
from inburgering.models.gemeente import gemeente
from inburgering.models.historie import ongelijk
from inburgering.views import toen
from inburgering.views.weergave import handeling_label
from inburgering.werkvoorraad import klopt_niet
from inburgering.wet.begrippen import Trajectstatus
from inburgering.wet.stand import stand
from monitoring.models import Trajectfeit
from tests.inburgering.cast import VANDAAG, lid_van, maak_bsn, moment, persoon
from tests.inburgering.management import overname
from tests.inburgering.management.overname import (
    DAG,
    NU,
    als_bytes,
    bestand,
    dossier,
    draai,
    inrichten,
    met,
    regels_van,
)


pytestmark = pytest.mark.django_db
TABELLEN = (
    Inburgeraar, Traject, Termijn, *(vorm.model_van(soort) for soort in vorm.ALLE),
)  # fmt: skip
# What differs between two municipalities, and not between two ways of writing.
NIET = frozenset(
    {
        "id", "gemeente_id", "traject_id", "inburgeraar_id", "uuid", "bsn_versleuteld",
        "bsn_index", "nummer", "versie", "team_id", "klantmanager_id", "aanbieder_id",
        "cursus_id", "vastgelegd_door_id", "rapport_door_id", "besloten_door_id",
    }
)  # fmt: skip


@pytest.fixture(autouse=True)
def klok():
    with time_machine.travel(NU, tick=False):
        yield


@pytest.fixture
def stad(db):
    return Gemeente.objects.create(code="9002", naam="Daar")


@pytest.fixture
def lid(stad):
    return inrichten(stad)


@pytest.fixture
def pad(tmp_path):
    return tmp_path / "dossiers.jsonl"


def niets_geschreven(stad):
    with gemeente(stad):
        rows = [*TABELLEN, *(m.history.model for m in TABELLEN), Nummerreeks]
        counted = {m.__name__: m.objects.count() for m in rows}
        trail = Gebeurtenis.objects.filter(nummer__gt="").count()
    assert not any(counted.values()), counted
    assert not trail
    assert not Bericht.objects.filter(gemeente=stad).exists()


# --- What comes in is what it was ------------------------------------------------------


def rijen_van(persoon):
    """All rows of somebody's case, without what belongs to a municipality."""
    traject = Traject.objects.get(inburgeraar=persoon)
    found = {}
    for model in TABELLEN:
        of = {Inburgeraar: {"pk": persoon.pk}, Traject: {"pk": traject.pk}}
        rows = model.objects.filter(**of.get(model, {"traject": traject}))
        found[model.__name__] = sorted(
            str({f.attname: getattr(row, f.attname) for f in model._meta.fields
                 if f.attname not in NIET})
            for row in rows
        )  # fmt: skip
    found["stand"] = kaal(lees(traject, DAG).stand)
    return found


def kaal(stand):
    """How a case stands, without the numbers of rows and of the case."""
    return re.sub(r"\bid=\d+|\d{4}-\d{5}", "", repr(stand))


def hier_gedaan(stad, lid, levens):
    """Do the lives here, and let the night go over them: it computes for today."""
    with gemeente(stad):
        aanbieders = tuple(Aanbieder.objects.order_by("id"))
        aanbod = Aanbod(
            aanbieders, tuple(tuple(a.cursussen.order_by("id")) for a in aanbieders)
        )
        schrijf_levens(levens, lambda *_: Bezetting(lid, lid, None), aanbod)
        herberekening.deel(on=NU, dag=str(DAG), na=0)


def alles_van(stad):
    with gemeente(stad):
        return {
            (p.lees_bsn(), p.v_nummer): rijen_van(p) for p in Inburgeraar.objects.all()
        }


def vergelijk(levens, pad, stad, lid):
    hier = Gemeente.objects.create(code="9001", naam="Hier")
    hier_gedaan(hier, inrichten(hier), levens)
    said, refused = draai(pad, regels_van(levens, lid), lid)
    assert not refused, said
    assert "klopt niet" not in said
    done, taken = alles_van(hier), alles_van(stad)
    assert done.keys() == taken.keys()
    for wie, rows in done.items():
        for tabel, values in rows.items():
            assert taken[wie][tabel] == values, tabel


def test_a_life_comes_in_as_the_same_life_done_here(stad, lid, pad):
    vergelijk(overname.levens(25), pad, stad, lid)


@pytest.mark.breed
def test_many_lives_come_in_as_the_same_lives_done_here(stad, lid, pad):
    vergelijk(overname.levens(90, zaad=4, vanaf=300), pad, stad, lid)


def test_what_is_kept_is_what_the_law_computes_and_history_agrees(stad, lid, pad):
    draai(pad, regels_van(overname.levens(12, vanaf=50), lid), lid)
    with gemeente(stad):
        for traject in Traject.objects.select_related("inburgeraar"):
            read = lees(traject, DAG)
            if traject.status != Trajectstatus.AFGESLOTEN:  # that one stays as it was
                assert not herberekening.vergelijk(traject, read.stand, read.termijnen)
            assert traject.status == stand(read.feiten, DAG).status
        assert {m.__name__: ongelijk(m) for m in TABELLEN if ongelijk(m)} == {}
        herberekening.deel(on=NU, dag=str(DAG), na=0)
        assert not Termijnafwijking.objects.exists()


# --- What is written around it ---------------------------------------------------------


def test_who_took_it_over_when_and_from_which_line(stad, lid, pad):
    draai(pad, als_bytes(dossier(1), dossier(2, v_nummer="0123456789")), lid)
    with gemeente(stad):
        een, twee = Gebeurtenis.objects.filter(nummer__gt="").order_by("id")
        assert (een.nummer, twee.nummer) == ("2026-00001", "2026-00002")
        assert een.moment == NU
        assert een.gebruiker == lid.gebruiker_id
        assert re.fullmatch(
            r"Overgenomen uit bestand [0-9a-f]{12}, regel 1", een.samenvatting
        )
        assert handeling_label(een.handeling) == "Overgenomen uit een ander systeem"
        assert toen.adres(een) == ""
        persoon = Inburgeraar.objects.get(pk=Traject.objects.first().inburgeraar_id)
        assert persoon.lees_bsn() == maak_bsn(1)
        history = persoon.history.get()
        assert (history.history_date, history.history_user_id) == (NU, lid.gebruiker_id)


def test_the_days_of_the_other_system_stay_and_the_day_of_knowing_is_now(
    stad, lid, pad
):
    draai(
        pad,
        als_bytes(met("gesprekken", gevoerd_op="2026-03-05", vorm="op_kantoor")),
        lid,
    )
    with gemeente(stad):
        traject = Traject.objects.get()
        assert traject.geregistreerd_op == date(2026, 3, 2)
        gesprek = lees(traject, DAG).feiten.gesprekken[0]
        assert gesprek.vastgelegd_op == date(2026, 3, 9)
        with pytest.raises(LookupError, match="nog niet bekend"):
            lees(traject, DAG, NU.replace(hour=19))


def test_the_figures_are_told_and_know_the_case(stad, lid, pad):
    draai(pad, regels_van(overname.levens(5), lid), lid)
    jobs = Bericht.objects.filter(gemeente=stad, soort="feiten_bijwerken")
    with gemeente(stad):
        cases = Traject.objects.count()
    assert jobs.count() == cases
    outbox.leegmaken(NU)
    with gemeente(stad):
        assert Trajectfeit.objects.count() == cases


def test_somebody_owns_the_case(stad, lid, pad):
    km = lid_van(stad)
    draai(
        pad,
        als_bytes(dossier(1, klantmanager=km.gebruiker.email.upper()), dossier(2)),
        lid,
    )
    with gemeente(stad):
        een, twee = Traject.objects.order_by("id")
        assert (een.klantmanager_id, twee.klantmanager_id) == (km.gebruiker_id, None)
        owners = Termijn.objects.filter(traject=een, voldaan_op=None, vervallen=False)
        assert {t.klantmanager_id for t in owners} == {km.gebruiker_id}


def test_a_guide_from_outside_sees_the_case_and_a_colleague_is_none(stad, lid, pad):
    guide = lid_van(stad, Rol.EXTERNE_BEGELEIDER.value)
    km = lid_van(stad)
    said, refused = draai(pad, als_bytes(dossier(begeleider=km.gebruiker.email)), lid)
    assert refused
    assert "aanmelding.begeleider: deze collega is hier nu geen externe" in said
    line = dossier(begeleider=guide.gebruiker.email.title())
    assert not draai(pad, als_bytes(line), lid)[1]
    with gemeente(stad):
        assert Traject.objects.visible_to(guide).get().begeleider == guide.gebruiker


def test_numbers_go_on_where_they_were(stad, lid, pad):
    with gemeente(stad):
        registreren(by=lid, on=NU, **persoon(90))
    said, _ = draai(pad, als_bytes(dossier(1), dossier(2)), lid)
    assert "2026-00002 tot en met 2026-00003" in said


# --- Goals, and what rests on what -----------------------------------------------------


def test_a_goal_its_step_the_agreement_and_its_enforcement_hold_together(
    stad, lid, pad
):
    """Also after a case with rows of the same kinds that refer to nothing."""
    los = overname.verwezen(
        stap={"onder": None}, afspraak={"doel": ""}, handhaving={"afspraak": None}
    )
    los["aanmelding"]["bsn"] = maak_bsn(2)
    said, refused = draai(pad, als_bytes(los, overname.verwezen()), lid)
    assert not refused, said
    assert "klopt niet" not in said
    with gemeente(stad):
        een, twee = Traject.objects.order_by("id")
        doel = Doel.objects.get(traject=twee, domein="werk")
        stap = Doel.objects.get(traject=twee, domein="taal")
        afspraak = Afspraak.objects.get(traject=twee)
        assert (stap.onder, doel.onder, afspraak.doel) == (doel, None, stap)
        assert Handhaving.objects.get(traject=twee).afspraak == afspraak
        assert lees(twee, DAG).feiten.handhavingen[0].afspraak == afspraak.pk
        assert Handhaving.objects.get(traject=een).afspraak is None
        assert not Doel.objects.filter(traject=een).exclude(onder=None)
        assert {m.__name__: ongelijk(m) for m in TABELLEN if ongelijk(m)} == {}


def test_what_rests_on_what_is_refused_the_second_time_too(stad, lid, pad):
    lines = als_bytes(overname.verwezen())
    assert not draai(pad, lines, lid)[1]
    assert "al bekend, als dossier" in draai(pad, lines, lid)[0]
    with gemeente(stad):
        assert (Doel.objects.count(), Afspraak.objects.count()) == (2, 1)


# --- The municipality's own questions --------------------------------------------------


def eigen_vraag(stad, lid, **anders):
    with gemeente(stad):
        return intakevraag.vastleggen(
            by=lid, on=NU, geldig_vanaf=DAG,
            **{"domein": "Vervoer", "vraag": "Kunt u fietsen?", "soort": "keuze",
               "keuzes": ["Ja", "Nee"]} | anders,
        )  # fmt: skip


INTAKE = {
    "gestart_op": "2026-03-05",
    "antwoorden": {"eigen_1": {"antwoord": "beantwoord", "waarde": "2"}},
    "uitkomsten": {"eigen_vervoer": {"soort": "kans", "tekst": "Kan leren fietsen."}},
}


def test_an_answer_to_a_question_of_its_own_comes_in(stad, lid, pad):
    eigen_vraag(stad, lid)
    said, refused = draai(pad, als_bytes(met("brede_intakes", **INTAKE)), lid)
    assert not refused, said
    assert "klopt niet" not in said
    with gemeente(stad):
        traject = Traject.objects.get()
        [kept] = lees(traject, DAG).feiten.brede_intakes
        assert kept.antwoorden == INTAKE["antwoorden"]
        assert kept.uitkomsten == INTAKE["uitkomsten"]
        herberekening.deel(on=NU, dag=str(DAG), na=0)
        assert not Termijnafwijking.objects.exists()


def test_such_an_answer_stands_with_the_intake_and_the_code_with_the_question(
    delft, inloggen, pad
):
    with time_machine.travel(moment(VANDAAG), tick=True):
        lid = inrichten(delft)
        with gemeente(delft):
            intakevraag.vastleggen(
                by=lid, on=moment(VANDAAG), geldig_vanaf=VANDAAG, domein="Vervoer",
                vraag="Kunt u fietsen?", soort="keuze", keuzes=["Ja", "Nee, nog niet"],
            )  # fmt: skip
        assert not draai(pad, als_bytes(met("brede_intakes", **INTAKE)), lid)[1]
        with gemeente(delft):
            case = Traject.objects.get().get_absolute_url()
        page = inloggen(lid).get(f"{case}intake/").content.decode()
        assert "Nee, nog niet" in page
        assert "stelden wij deze vraag hier nog niet" in page
        assert "0 van 0" not in page
        assert "Vul in<" in page
        assert 'Vul in<span class="ib-visually-hidden">: Vervoer' not in page
        beheer = inloggen(lid_van(delft, Rol.FUNCTIONEEL_BEHEERDER.value))
        assert "Code eigen_1" in beheer.get("/beheer/intakevragen/").content.decode()


def test_the_schema_of_a_municipality_knows_its_questions(stad, lid, capsys):
    eigen_vraag(stad, lid)
    call_command("importeer-dossiers", schema=True, gemeente=stad.pk)
    said = json.loads(capsys.readouterr().out)
    intake = said["properties"]["feiten"]["properties"]["brede_intakes"]["items"]
    answers = intake["properties"]["antwoorden"]["anyOf"][0]["properties"]
    assert "Kunt u fietsen? 1: Ja; 2: Nee" in answers["eigen_1"]["description"]
    means = intake["properties"]["uitkomsten"]["anyOf"][0]["properties"]
    assert means["eigen_vervoer"]["description"] == "Vervoer"


# --- What colleagues wrote and planned -------------------------------------------------


@pytest.mark.parametrize("soort", vorm.WERK)
def test_a_row_of_work_comes_in_with_its_history(stad, lid, pad, soort):
    said, refused = draai(pad, als_bytes(met(soort, **overname.WERK[soort])), lid)
    assert not refused, said
    assert "klopt niet" not in said
    model = vorm.model_van(soort)
    with gemeente(stad):
        row = model.objects.get()
        assert row.traject == Traject.objects.get()
        assert row.vastgelegd_op == date(2026, 3, 9)
        assert (row.vastgelegd_door, row.history.get().history_date) == (
            lid.gebruiker, NU,
        )  # fmt: skip
        assert not ongelijk(model)


def test_lists_and_times_are_kept_as_the_acts_keep_them(stad, lid, pad):
    line = dossier()
    of = {"herkomst": "gemeente", "vastgelegd_op": "2026-03-09"}
    for soort in ("overdrachten", "wachtplekken", "agendapunten"):
        line["feiten"][soort] = [of | overname.WERK[soort]]
    assert not draai(pad, als_bytes(line), lid)[1]
    with gemeente(stad):
        assert Overdracht.objects.get().punten == "gezin,wonen"
        assert Wachtplek.objects.get().dagdelen == ["maandag_ochtend", "dinsdag_avond"]
        assert Agendapunt.objects.get().begin == time(9, 30)


def test_what_waits_is_the_open_step_or_the_one_that_was(stad, lid, pad):
    line = overname.verwezen()
    of = {"herkomst": "gemeente", "vastgelegd_op": "2026-03-09"}
    line["feiten"]["wachtredenen"] = [
        of | {"soort": "brede_intake", "reden": "kinderopvang", "sinds": "2026-03-02",
              "tot": "2026-03-03"},
        of | {"soort": "inburgeringsaanbod", "reden": "geen_klas",
              "sinds": "2026-03-09"},
    ]  # fmt: skip
    assert not draai(pad, als_bytes(line), lid)[1]
    with gemeente(stad):
        for row in Wachtreden.objects.all():
            term = Termijn.objects.get(soort=row.soort, volgnummer=row.volgnummer)
            assert row.begin == term.begin
            assert (term.voldaan_op is None) == (row.tot is None)
        assert Wachtreden.objects.count() == 2


def test_the_quality_mark_of_a_school_of_the_list_follows_from_the_list(stad, lid, pad):
    with gemeente(stad):
        known = Aanbieder.objects.order_by("id").first()
    school = {"aanbieder": known.naam, "begonnen_op": "2026-03-05"}
    assert not draai(pad, als_bytes(met("schoolkeuzes", **school)), lid)[1]
    with gemeente(stad):
        kept = Schoolkeuze.objects.get()
        mark = "ja" if known.heeft_keurmerk_op(date(2026, 3, 5)) else "nee"
        assert (kept.aanbieder, kept.keurmerk) == (known, mark)


def test_an_open_task_is_work_of_who_does_it_and_a_done_one_of_nobody(stad, lid, pad):
    km, ander = lid_van(stad), lid_van(stad)
    line = met("taken", **overname.WERK["taken"])
    line["aanmelding"]["klantmanager"] = km.gebruiker.email
    [open_] = line["feiten"]["taken"]
    line["feiten"]["taken"] += [
        open_ | {"voor": ander.gebruiker.email},
        open_ | {"klaar_op": "2026-04-01", "uitkomst": "Gebeld."},
    ]
    assert not draai(pad, als_bytes(line), lid)[1]
    with gemeente(stad):
        terms = Termijn.objects.filter(soort="taak").order_by("volgnummer")
        assert [t.klantmanager_id for t in terms] == [
            km.gebruiker_id, ander.gebruiker_id, None,
        ]  # fmt: skip
        assert [t.volgnummer for t in terms] == list(
            Taak.objects.order_by("id").values_list("id", flat=True)
        )
        assert [t.voldaan_op for t in terms] == [None, None, date(2026, 4, 1)]
        herberekening.deel(on=NU, dag=str(DAG), na=0)
        assert not Termijnafwijking.objects.exists()


@pytest.mark.parametrize(("tot", "terms"), [(None, 1), ("2026-11-18", 0)])
def test_the_normal_week_counts_today_and_not_for_the_past(stad, lid, pad, tot, terms):
    """An hour a week is not enough: that is said now, and was never said before."""
    line = overname.verwezen()
    week = overname.WERK["rooster"] | {"einde": "10:00", "tot_en_met": tot}
    of = {"herkomst": "gemeente", "vastgelegd_op": "2026-03-09"}
    with gemeente(stad):
        naam = Aanbieder.objects.order_by("id").first().naam
    line["feiten"]["aanbod"] = [
        of | {
            "aanbieder": naam, "aangeboden_op": "2026-03-05", "leerroute": "b1_route",
            "begonnen_op": "2026-03-09",
        }
    ]  # fmt: skip
    line["feiten"]["rooster"] = [of | week]
    assert not draai(pad, als_bytes(line), lid)[1]
    with gemeente(stad):
        found = Termijn.objects.filter(soort="lessen_passen")
        assert [term.vervallen for term in found] == [False] * terms
        herberekening.deel(on=NU, dag=str(DAG), na=0)
        assert not Termijnafwijking.objects.exists()


def test_one_bad_row_of_work_keeps_all_out(stad, lid, pad):
    bad = met("taken", **overname.WERK["taken"] | {"uiterlijk": "morgen"})
    bad["aanmelding"]["bsn"] = maak_bsn(3)
    good = met("notities", **overname.WERK["notities"])
    assert draai(pad, als_bytes(good, overname.verwezen(), bad), lid)[1]
    niets_geschreven(stad)


# --- What the law contradicts comes in, and somebody has to look -----------------------

TEGENSTRIJDIG = [
    ("nationaliteit", dossier(nationaliteit="0001"), "aanmelding.nationaliteit"),
    ("te jong", dossier(geboortedatum="2015-01-01", datum_kennisgeving=None), "aanmelding.geboortedatum"),
    (
        "PVT voor de geboorte",
        met("pvt", begonnen_op="1950-01-02", uren=3),
        "feiten.pvt[0].begonnen_op",
    ),
    (
        "gesprek na overlijden",
        met("gesprekken", gevoerd_op="2026-03-09", vorm="op_kantoor")
        | {"aanmelding": dossier(overleden_op="2026-03-05")["aanmelding"]},
        "feiten.gesprekken[0].gevoerd_op",
    ),
    (
        "handhaving op een andere wet dan de afspraak",
        overname.verwezen(handhaving={"grondslag": "participatiewet"}),
        "feiten.handhavingen[0].grondslag",
    ),
    (
        "handhaving van een afspraak van later",
        overname.verwezen(afspraak={"gemaakt_op": "2026-03-07"}),
        "feiten.handhavingen[0].afspraak",
    ),
    (
        "handhaving van een afspraak van de gemeente",
        overname.verwezen(afspraak={"eigenaar": "gemeente"}),
        "feiten.handhavingen[0].afspraak",
    ),
    (
        "Z-route zonder PIP",
        met("z_afrondingen", afgerond_op="2026-03-06"),
        "feiten.z_afrondingen[0]",
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "where"), [t[1:] for t in TEGENSTRIJDIG], ids=[t[0] for t in TEGENSTRIJDIG]
)
def test_what_the_law_contradicts_is_let_in_and_on_the_list(
    stad, lid, pad, line, where
):
    said, refused = draai(pad, als_bytes(line), lid)
    assert not refused
    assert f"klopt niet: Regel 1, {where}" in said
    assert "iets niet klopt: 1;" in said
    with gemeente(stad):
        at_once = set(klopt_niet(lid).values_list("veld", "berekend"))
        assert at_once
        herberekening.deel(on=NU, dag=str(DAG), na=0)
        assert set(klopt_niet(lid).values_list("veld", "berekend")) == at_once


def test_a_case_that_came_in_can_be_opened_page_by_page(delft, inloggen, pad):
    """On the day of the tests of the screens, by who took it over."""
    with time_machine.travel(moment(VANDAAG), tick=True):
        lid = inrichten(delft)
        line = met("gesprekken", gevoerd_op="1950-01-02", vorm="op_kantoor")
        assert not draai(pad, als_bytes(line), lid)[1]
        client = inloggen(lid)
        found = client.get("/werkvoorraad/klopt-niet/")
        assert "2 januari 1950 ligt voor 1 januari 2022" in found.content.decode()
        with gemeente(delft):
            case = Traject.objects.get().get_absolute_url()
        for page in ("", "klopt/", "geschiedenis/", "toen/"):
            answer = client.get(f"{case}{page}")
            assert answer.status_code == 200, page
        assert "Overgenomen uit" in client.get(f"{case}geschiedenis/").content.decode()


# --- All or nothing, never twice -------------------------------------------------------


def test_one_bad_line_keeps_all_out(stad, lid, pad):
    said, refused = draai(pad, als_bytes(dossier(1), dossier(2, geslacht="x")), lid)
    assert refused == "Niets is overgenomen. Fouten: 1, in 1 van de 2 regels."
    assert "Regel 2, aanmelding.geslacht: " in said
    niets_geschreven(stad)


def test_a_trial_says_everything_and_writes_nothing(stad, lid, pad):
    said, refused = draai(pad, als_bytes(TEGENSTRIJDIG[0][1]), lid, proef=True)
    assert not refused
    assert "kunnen worden overgenomen: 1. Er is niets geschreven." in said
    assert "klopt niet: Regel 1" in said
    niets_geschreven(stad)


def test_the_same_file_again_is_refused_line_by_line(stad, lid, pad):
    lines = als_bytes(dossier(1), dossier(2, bsn=None, v_nummer="0123456789"))
    assert not draai(pad, lines, lid)[1]
    said, refused = draai(pad, lines, lid)
    assert refused
    assert (
        "Regel 1, aanmelding.bsn: deze persoon is hier al bekend, als dossier 2026-00001."
        in said
    )
    assert "Regel 2, aanmelding.v_nummer: deze persoon is hier al bekend" in said
    with gemeente(stad):
        assert Traject.objects.count() == 2


def test_the_same_person_in_another_municipality_is_no_double(stad, lid, pad):
    elders = Gemeente.objects.create(code="9003", naam="Elders")
    assert not draai(pad, als_bytes(dossier(1)), inrichten(elders))[1]
    assert not draai(pad, als_bytes(dossier(1)), lid)[1]


def test_a_file_that_breaks_off_while_it_is_read(stad, lid, pad, monkeypatch):
    def fail(_):
        raise OSError

    monkeypatch.setattr(Overname, "keur", fail)
    assert draai(pad, b"", lid)[1] == "Dit bestand kan niet worden gelezen."


def test_who_came_in_meanwhile_stops_the_whole_file(stad, lid, pad):
    with gemeente(stad):
        job = Overname(bestand(als_bytes(dossier(1), dossier(2))), lid, NU)
        assert not job.keur().fouten.aantal
        registreren(by=lid, on=NU, **persoon(2))
        with pytest.raises(Geweigerd, match="intussen"):
            job.schrijf()
        assert Traject.objects.count() == 1


@pytest.mark.parametrize("error", [IntegrityError, OperationalError, DataError])
def test_what_the_database_refuses_last_is_told_without_its_words(
    stad, lid, monkeypatch, error
):
    def refuse(*_):
        raise error(maak_bsn(1))

    with gemeente(stad):
        job = Overname(bestand(als_bytes(dossier(1))), lid, NU)
        job.keur()
        monkeypatch.setattr(overnemen.Overnemer, "schrijf", refuse)
        with pytest.raises(Geweigerd) as told:
            job.schrijf()
    assert maak_bsn(1) not in str(told.value)
    niets_geschreven(stad)


def test_a_file_that_changes_while_it_is_read_is_refused(stad, lid, pad):
    pad.write_bytes(als_bytes(dossier(1)))
    with gemeente(stad), pad.open("rb") as file:
        job = Overname(file, lid, NU)
        job.keur()
        pad.write_bytes(als_bytes(dossier(2)))
        with pytest.raises(Geweigerd, match="gewijzigd"):
            job.schrijf()
    niets_geschreven(stad)


def test_more_cases_than_a_block_holds(stad, lid, pad, monkeypatch):
    monkeypatch.setattr(overnemen, "PER_KEER", 2)
    said, refused = draai(pad, als_bytes(*(dossier(n) for n in range(1, 6))), lid)
    assert not refused
    assert "overgenomen: 5, 2026-00001 tot en met 2026-00005." in said
    said, _ = draai(pad, als_bytes(*(dossier(n) for n in (6, 7, 8, 6))), lid)
    assert "Regel 4, aanmelding.bsn: deze persoon staat ook op regel 1." in said


# --- The command ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({}, "--gemeente en --door"),
        ({"gemeente": "9999"}, r"niet bekend. Kies uit: 9002 \(Daar\)\."),
        ({"door": "niemand@voorbeeld.example"}, "geen personen registreren"),
    ],
)
def test_who_and_where_must_be_right(stad, lid, pad, options, words):
    pad.write_bytes(als_bytes(dossier(1)))
    given = {"gemeente": stad.pk, "door": lid.gebruiker.email} if options else {}
    with pytest.raises(CommandError, match=words):
        call_command("importeer-dossiers", str(pad), **(given | options))


def test_only_who_may_register_takes_over(stad, lid, pad):
    beheerder = lid_van(stad, Rol.FUNCTIONEEL_BEHEERDER.value)
    assert (
        "geen personen registreren" in draai(pad, als_bytes(dossier(1)), beheerder)[1]
    )
    niets_geschreven(stad)


def test_a_file_that_is_not_there_or_is_none(stad, lid, pad, tmp_path):
    for path in (pad, tmp_path, "/dev/null"):
        with pytest.raises(CommandError, match="er niet, of het is geen gewoon"):
            call_command(
                "importeer-dossiers", str(path), gemeente=stad.pk,
                door=lid.gebruiker.email,
            )  # fmt: skip


def test_the_example_can_be_taken_over(stad, lid, pad, capsys):
    call_command("importeer-dossiers", voorbeeld=4)
    lines = capsys.readouterr().out
    assert len(lines.splitlines()) == 4
    said, refused = draai(pad, lines.encode(), lid)
    assert not refused, said
    assert "klopt niet" not in said
    with gemeente(stad):
        assert Doel.objects.exclude(onder=None).exists()


def test_in_the_example_enforcement_rests_on_an_agreement_where_it_can(stad, lid, pad):
    lines = [vul_bij(regel_van(leven), DAG) for leven in overname.levens(60, zaad=5)]
    found = [r for line in lines for r in line["feiten"].get("handhavingen", ())]
    assert {bool(rij["afspraak"]) for rij in found} == {True, False}
    for line in lines:
        line["aanmelding"].pop("klantmanager", None)
    rests = [
        line
        for line in lines
        if any(rij["afspraak"] for rij in line["feiten"].get("handhavingen", ()))
    ]
    said, _ = draai(pad, als_bytes(*rests), lid, proef=True)
    assert "handhavingen[0].afspraak" not in said


def test_the_schema_says_what_the_reader_does(capsys):
    jsonschema = pytest.importorskip("jsonschema")
    call_command("importeer-dossiers", schema=True)
    validator = jsonschema.Draft202012Validator(json.loads(capsys.readouterr().out))
    for leven in overname.levens(20, vanaf=100):
        validator.validate(json.loads(json.dumps(vul_bij(regel_van(leven), DAG))))
    for soort, row in overname.WERK.items():
        validator.validate(met(soort, **row))
    validator.validate(overname.verwezen())
    validator.validate(dossier(1, v_nummer=None, email=""))
    for wrong in (
        dossier(1, geslacht="x"), dossier(1, onbekend=1), met("pvt", uren="3"),
        met("pips", niveaus={"lezen": "C2"}), {"aanmelding": {}, "feiten": {}},
        met("gesprekken", gevoerd_op="2026-03-05"),
        met("rooster", **overname.WERK["rooster"] | {"begin": "9:00"}),
        met("overdrachten", **overname.WERK["overdrachten"] | {"punten": ["x"]}),
        overname.verwezen(doel={"kenmerk": 3}),
    ):  # fmt: skip
        assert not validator.is_valid(wrong)
