"""Bad input: a clear message where it belongs, nothing half saved, nothing typed lost."""

import re
from dataclasses import dataclass, field
from datetime import date
from uuid import uuid4

import pytest
from django import forms
from django.test import Client

from inburgering.actions import aanbieder as aanbieders
from inburgering.actions.uitvoering import AlGedaan
from inburgering.forms.velden import Datumveld
from inburgering.models import (
    PIP,
    Aanbieder,
    Gebeurtenis,
    Inburgeraar,
    Inburgeringsaanbod,
    Team,
    Traject,
)
from inburgering.models.gemeente import gemeente
from inburgering.wet.uitkomst import NietToegestaan
from tests.inburgering.actions.test_handelingen import invoer, tellen
from tests.inburgering.cast import VANDAAG, lid_van, maak_aanbieder, maak_cursus, moment
from tests.inburgering.voorbeelden import (
    PLAN,
    VOORBEELD,
    VOORBEELDEN,
    H,
    W,
    d,
    dag,
    met_participatie,
)


pytestmark = pytest.mark.usefixtures("aanbieder")


@dataclass(frozen=True)
class Fout:
    """What somebody types wrong, at which field it is told, and in what words."""

    handeling: H
    anders: dict[str, object]
    veld: str
    melding: str
    weg: tuple[str, ...] = field(default=())

    def __str__(self) -> str:
        return f"{self.handeling}: {self.melding}"


SCRIPT = "<script>alert(1)</script>"

FOUTEN = (
    Fout(H.INTAKE_INVULLEN, {"opleiding_jaren": "44"}, "opleiding_jaren", "hoogstens 30"),
    Fout(H.INTAKE_INVULLEN, {"opleiding_jaren": "12,5"}, "opleiding_jaren", "heel getal"),
    Fout(H.INTAKE_INVULLEN, {"opleiding_niveau": "hbs"}, "opleiding_niveau",
         "een van de mogelijkheden"),
    Fout(H.INTAKE_INVULLEN, {"werk_beroep_antwoord": "onbekend"}, "werk_beroep",
         "Haal een van de twee weg"),
    Fout(H.INTAKE_INVULLEN, {"ambitie_doel_antwoord": "beantwoord"}, "ambitie_doel",
         "Vul het antwoord in"),
    Fout(H.INTAKE_AFRONDEN, {"afgerond_op": "01-01-2026"}, "afgerond_op",
         "de start van de intake"),
    Fout(H.LEERBAARHEIDSTOETS_VASTLEGGEN, {"uitkomst": ""}, "uitkomst",
         "Kies de uitkomst"),
    Fout(H.LEERBAARHEIDSTOETS_VASTLEGGEN, {"afgenomen_op": ""}, "afgenomen_op",
         "op welke dag"),
    Fout(H.LEERBAARHEIDSTOETS_VASTLEGGEN, {"afgenomen": "nee"}, "uitzondering",
         "waarom de toets niet is afgenomen"),
    Fout(H.LEERBAARHEIDSTOETS_VASTLEGGEN, {}, "afgenomen", "of de toets is afgenomen",
         weg=("afgenomen",)),
    Fout(H.PIP_OPSTELLEN, {"leerroute": "z_route", "intensiteit": "",
                           "niveau_schrijven": "B1"}, "niveau_schrijven",
         "B1 hoort niet bij de Z-route"),
    Fout(H.PIP_OPSTELLEN, {"niveau_lezen": "A2"}, "niveau_lezen", "eerste PIP"),
    Fout(H.PIP_OPSTELLEN, {"intensiteit": "veertien"}, "intensiteit", "heel getal"),
    Fout(H.PIP_OPSTELLEN, {"wensen": " "}, "wensen", "Vul in wat de inburgeraar wil."),
    Fout(H.PIP_BESPREKEN, {"reden_geen_akkoord": ""}, "reden_geen_akkoord",
         "waarom de inburgeraar het niet eens is"),
    Fout(H.PIP_VASTSTELLEN, {"dagtekening": d(-95)}, "dagtekening",
         "het gesprek over het PIP"),
    Fout(H.AANBOD_DOEN, {"leerroute": "z_route"}, "leerroute", "volgt het PIP"),
    Fout(H.AANBOD_DOEN, {"aanbieder": ""}, "aanbieder", "Kies een aanbieder"),
    Fout(H.AANBOD_DOEN, {"aanbieder": "999999", "cursus": ""}, "aanbieder",
         "een van de mogelijkheden"),
    Fout(H.AANBOD_DOEN, {"aangeboden_op": d(-95)}, "aangeboden_op", "PIP dat nu geldt"),
    Fout(H.AANBOD_BEEINDIGEN, {"reden_einde": ""}, "reden_einde", "Kies waarom"),
    Fout(H.PARTICIPATIE_STARTEN, {"uren_per_week": "0"}, "uren_per_week",
         "1 of hoger"),
    Fout(H.PARTICIPATIE_STARTEN, {"plaats": "x" * 121}, "plaats", "te lang"),
    Fout(H.PARTICIPATIE_BEEINDIGEN, {"einde": d(-99)}, "einde", "Controleer beide datums"),
    Fout(H.UREN_VASTLEGGEN, {"tot_en_met": d(-31)}, "tot_en_met", "voor de eerste dag"),
    Fout(H.UREN_VASTLEGGEN, {"van": d(-1), "uren": "40"}, "uren", "past niet"),
    Fout(H.UREN_VASTLEGGEN, {"uren": "-4"}, "uren", "0 of hoger"),
    Fout(H.UREN_VASTLEGGEN, {"herkomst": "buurman"}, "herkomst",
         "een van de mogelijkheden"),
    Fout(H.VOORTGANGSGESPREK_VOEREN, {"volgend_gesprek_op": d(-1)},
         "volgend_gesprek_op", "dit gesprek"),
    Fout(H.PVT_ONDERTEKENEN, {"verwijtbaar": "ja"}, "verwijtbaar", "Laat dit leeg"),
    Fout(H.MAP_AFRONDEN, {"praktijkuren": "12"}, "praktijkuren", "uur praktijk"),
    Fout(H.EXAMEN_VASTLEGGEN, {"niveau": ""}, "niveau", "Kies het niveau"),
    Fout(H.EXAMEN_VASTLEGGEN, {"afgelegd_op": d(1)}, "afgelegd_op", "toekomst"),
    Fout(H.EXAMEN_VASTLEGGEN, {"resultaat": "geen"}, "reden", "geen resultaat"),
    Fout(H.EXAMEN_VASTLEGGEN, {"onderdeel": "pvt"}, "onderdeel",
         "een van de mogelijkheden"),
    Fout(H.DUOBESLUIT_VASTLEGGEN, {"soort": "verlenging", "einddatum": ""}, "einddatum",
         "Vul de einddatum in"),
    Fout(H.DUOBESLUIT_VASTLEGGEN, {"soort": "ontheffing_gedeeltelijk"}, "onderdeel",
         "Kies het onderdeel"),
    Fout(H.DUOBESLUIT_VASTLEGGEN, {"soort": "ontheffing_gedeeltelijk",
                                   "onderdeel": "participatie_uren"}, "maximum_uren",
         "hoeveel uren"),
    Fout(H.DUOBESLUIT_VASTLEGGEN, {"soort": "plicht_beeindigd"}, "reden_einde",
         "Kies waarom de plicht"),
    Fout(H.DUOBESLUIT_VASTLEGGEN, {"laatste_dag": d(-9)}, "laatste_dag",
         "Controleer beide datums"),
    Fout(H.AANVRAAG_VASTLEGGEN, {"soort": ""}, "soort", "Kies wat er is aangevraagd"),
    Fout(H.AANVRAAG_VASTLEGGEN, {"ingediend_op": d(1)}, "ingediend_op", "toekomst"),
    Fout(H.AANVRAAG_VASTLEGGEN, {"grond": "vakantie"}, "grond",
         "een van de mogelijkheden"),
    Fout(H.AANVRAAG_ADVISEREN, {"advies": ""}, "advies", "Kies wat de gemeente"),
    Fout(H.AANVRAAG_ADVISEREN, {"advies_op": d(-9)}, "advies_op", "de vraag van DUO"),
    Fout(H.TRAJECT_AFSLUITEN, {"reden": "voldaan"}, "reden", "Wacht op DUO"),
    Fout(H.TRAJECT_HEROPENEN, {"reden_heropening": ""}, "reden_heropening",
         "Vul de reden in"),
    Fout(H.TRAJECT_AANVULLEN, {"v_nummer": "12345"}, "v_nummer", "10 cijfers"),
    Fout(H.TRAJECT_AANVULLEN, {"email": "rania"}, "email", "geen e-mailadres"),
)  # fmt: skip


@pytest.mark.parametrize(
    "handeling", list(dict.fromkeys(fout.handeling for fout in FOUTEN)), ids=str
)
def test_a_mistake_is_told_where_it_belongs(handeling, leven, scherm: Client) -> None:
    example = VOORBEELD[handeling]
    life = example.maak(leven)
    before = tellen()
    for fout in (fout for fout in FOUTEN if fout.handeling == handeling):
        typed = invoer(example, life, **fout.anders)
        for name in fout.weg:
            del typed[name]

        answer = scherm.post(example.url(life), typed)

        assert answer.status_code == 422, fout
        form = answer.context["form"]
        told = form.errors.get(fout.veld, [])
        assert any(fout.melding in text for text in told), (fout, dict(form.errors))
        assert f'id="id_{fout.veld}_error"' in answer.content.decode()
        for name in (example.tekst, fout.veld):
            if name and isinstance(typed.get(name), str) and typed[name].strip():
                assert form[name].value() == typed[name]
    assert tellen() == before


def onzin(veld: forms.Field) -> str | list[str]:
    """Give what a field of this kind can never read."""
    if isinstance(veld, forms.MultipleChoiceField):
        return [SCRIPT]
    if isinstance(veld, Datumveld):
        return "31-12-9999"
    if isinstance(veld, forms.IntegerField):
        return "9" * 5000
    if isinstance(veld, forms.ChoiceField | forms.ModelChoiceField):
        return SCRIPT
    return f"a\0b{SCRIPT}"


@pytest.mark.parametrize("voorbeeld", VOORBEELDEN, ids=str)
def test_what_no_field_can_read_is_told_at_each_field(
    voorbeeld, leven, scherm: Client
) -> None:
    life = voorbeeld.maak(leven)
    before = tellen()
    fields = {
        name: field
        for name, field in scherm.get(voorbeeld.url(life))
        .context["form"]
        .fields.items()
        if not isinstance(field.widget, forms.HiddenInput | forms.CheckboxInput)
    }

    if not fields:
        return  # one click, nothing to type
    typed = {name: onzin(field) for name, field in fields.items()}
    answer = scherm.post(voorbeeld.url(life), invoer(voorbeeld, life, **typed))

    assert answer.status_code == 422
    form = answer.context["form"]
    assert set(typed) <= set(form.errors)
    # Of a file a browser keeps nothing, and the field says so.
    words = {n for n in typed if not isinstance(fields[n], forms.FileField)}
    assert {n: form[n].value() for n in words} == {n: typed[n] for n in words}
    assert SCRIPT not in answer.content.decode()
    assert not re.search(r"\b(Enter|Ensure|Select|valid|required)\b", str(form.errors))
    assert tellen() == before


def test_a_pip_cannot_be_dated_before_the_duty_began(leven, scherm: Client) -> None:
    life = leven(datum_plicht=None).door_tot("besproken").op(VANDAAG)
    life.doe("traject", "aanvullen", datum_plicht=dag(-1))

    answer = scherm.post(
        f"/trajecten/{life.nummer}/pip/vaststellen/",
        {"dagtekening": d(-2), "versie": life.traject.versie, "sleutel": str(uuid4())},
    )

    assert answer.status_code == 422
    (message,) = answer.context["form"].errors.as_data()["dagtekening"]
    assert "voor de eerste dag van de plicht" in message.messages[0]
    assert str(message.params["bron"]).startswith("DUO")
    assert not PIP.objects.exclude(dagtekening=None).exists()


def test_a_decided_pip_is_not_rewritten_through_its_address(
    leven, scherm: Client
) -> None:
    life = leven().door_tot("leerroute").op(VANDAAG)
    plan = PIP.objects.get(traject=life.traject)
    life.pip_opgesteld("b1_route")
    hidden = {"versie": life.traject.versie, "sleutel": str(uuid4())}
    base = f"/trajecten/{life.nummer}/pip/{plan.pk}"

    for verb, typed in (
        ("bespreken", {"besproken_op": d(), "akkoord": "ja"}),
        ("vaststellen", {"dagtekening": d()}),
    ):
        answer = scherm.post(f"{base}/{verb}/", typed | hidden)
        assert answer.status_code == 422
    past = plan.dagtekening
    plan.refresh_from_db()
    assert (plan.dagtekening, plan.status) == (past, "vastgesteld")


def test_what_was_recorded_once_is_mended_and_not_written_over(
    leven, scherm: Client
) -> None:
    example = VOORBEELD[H.PARTICIPATIE_BEEINDIGEN]
    life = example.maak(leven)
    ended = life.rij(H.PARTICIPATIE_BEEINDIGEN)
    life.doe("participatie", "beeindigen", einde=dag(-1), reden_einde="anders")
    met_participatie(life.op(VANDAAG), na=0)
    url = f"/trajecten/{life.nummer}/participatie/{ended.id}/beeindigen/"

    answer = scherm.post(url, invoer(example, life))

    assert answer.status_code == 422
    assert "herstel dan wat is vastgelegd" in answer.content.decode()
    again = next(p for p in life.dossier.feiten.participaties if p.id == ended.id)
    assert (again.einde, again.reden_einde) == (dag(-1), "anders")


def test_an_act_takes_the_fact_on_which_it_can_still_be_done(
    leven, scherm: Client
) -> None:
    """Sending a decided PIP while the next version is being drafted."""
    life = leven().door_tot("leerroute").pip_opgesteld("b1_route").op(VANDAAG)
    decided, draft = PIP.objects.filter(traject=life.traject).order_by("versie")

    answer = scherm.post(
        f"/trajecten/{life.nummer}/pip/versturen/",
        {"verstuurd_op": d(), "versie": life.traject.versie, "sleutel": str(uuid4())},
    )

    assert answer.status_code == 302
    decided.refresh_from_db()
    draft.refresh_from_db()
    assert (decided.verstuurd_op, draft.verstuurd_op) == (VANDAAG, None)


def test_a_fact_of_another_case_is_not_found(leven, scherm: Client) -> None:
    example = VOORBEELD[H.PVT_ONDERTEKENEN]
    mine, other = example.maak(leven), example.maak(leven)
    row = other.dossier.feiten.pvt[0]

    url = f"/trajecten/{mine.nummer}/pvt/{row.id}/ondertekenen/"

    assert scherm.get(url).status_code == 404
    assert scherm.post(url, invoer(example, mine)).status_code == 404


def test_an_act_on_a_fact_that_is_not_there_says_what_to_do_first(
    leven, scherm: Client
) -> None:
    life = leven().door_tot("leerroute").op(VANDAAG)
    typed = {"ondertekend_op": d(), "uren": "12", "versie": life.traject.versie}

    answer = scherm.post(f"/trajecten/{life.nummer}/pvt/ondertekenen/", typed)

    assert answer.status_code == 422
    assert "Start eerst het participatieverklaringstraject" in answer.content.decode()


class TestAanbod:
    """The lists of the municipality's own."""

    def test_a_provider_without_quality_mark_is_refused_at_its_field(
        self, leven, scherm: Client, collega
    ) -> None:
        example = VOORBEELD[H.AANBOD_DOEN]
        life = example.maak(leven)
        bare = maak_aanbieder(collega, "Zonder keurmerk", keurmerk="geen")

        answer = scherm.post(
            example.url(life), invoer(example, life, aanbieder=bare.pk, cursus="")
        )

        assert answer.status_code == 422
        assert "geen keurmerk" in answer.context["form"].errors["aanbieder"][0]

    def test_the_quality_mark_must_hold_when_the_lessons_begin(
        self, leven, scherm: Client, collega
    ) -> None:
        example = VOORBEELD[H.AANBOD_DOEN]
        life = example.maak(leven)
        ends = maak_aanbieder(collega, "Loopt af", keurmerk_tot=dag(10))

        answer = scherm.post(
            example.url(life), invoer(example, life, aanbieder=ends.pk, cursus="")
        )

        assert "aanbieder" in answer.context["form"].errors

    def test_a_course_of_another_provider_is_refused_at_its_field(
        self, leven, scherm: Client, collega
    ) -> None:
        example = VOORBEELD[H.AANBOD_DOEN]
        life = example.maak(leven)
        course = maak_cursus(collega, maak_aanbieder(collega, "Andere school"))

        answer = scherm.post(example.url(life), invoer(example, life, cursus=course.pk))

        assert "hoort niet bij" in answer.context["form"].errors["cursus"][0]

    def test_a_course_for_another_route_is_warned_of_and_kept(
        self, leven, scherm: Client, collega, aanbieder
    ) -> None:
        example = VOORBEELD[H.AANBOD_DOEN]
        life = example.maak(leven)
        course = maak_cursus(collega, aanbieder, naam="Z overdag", leerroute="z_route")

        answer = scherm.post(
            example.url(life), invoer(example, life, cursus=course.pk), follow=True
        )

        assert "is voor de Z-route" in answer.content.decode()
        assert Inburgeringsaanbod.objects.get(traject=life.traject).cursus == course

    def test_a_provider_of_another_municipality_cannot_be_chosen(
        self, leven, scherm: Client, leiden
    ) -> None:
        example = VOORBEELD[H.AANBOD_DOEN]
        life = example.maak(leven)
        with gemeente(leiden):
            other = maak_aanbieder(lid_van(leiden), "Taalhuis Leiden")

        answer = scherm.post(
            example.url(life), invoer(example, life, aanbieder=other.pk, cursus="")
        )

        assert "mogelijkheden" in answer.context["form"].errors["aanbieder"][0]
        page = scherm.get(example.url(life)).content.decode()
        assert "Taalhuis Delft" in page
        assert "Taalhuis Leiden" not in page


class TestUren:
    """Hours are kept, and what is odd about them is said."""

    def test_the_same_period_twice_is_warned_of_and_kept(
        self, leven, scherm: Client
    ) -> None:
        example = VOORBEELD[H.UREN_VASTLEGGEN]
        life = example.maak(leven)
        scherm.post(example.url(life), invoer(example, life))
        life.traject.refresh_from_db()

        answer = scherm.post(example.url(life), invoer(example, life), follow=True)

        assert "Tel niets dubbel" in answer.content.decode()
        assert len(life.dossier.feiten.uren) == 2

    def test_lessons_without_a_marked_school_say_that_they_do_not_count(
        self, leven, scherm: Client, collega
    ) -> None:
        example = VOORBEELD[H.UREN_VASTLEGGEN]
        life = example.maak(leven)
        bare = maak_aanbieder(collega, "Zonder keurmerk", keurmerk="geen")
        for provider in ("", bare.pk):
            life.traject.refresh_from_db()
            answer = scherm.post(
                example.url(life),
                invoer(example, life, aanbieder=provider),
                follow=True,
            )
            assert "om af te schalen" in answer.content.decode()
        assert [u.met_keurmerk for u in life.dossier.feiten.uren] == [False, False]

    def test_the_mark_follows_from_the_list(self, leven, scherm: Client) -> None:
        example = VOORBEELD[H.UREN_VASTLEGGEN]
        life = example.maak(leven)
        scherm.post(example.url(life), invoer(example, life))
        (row,) = life.dossier.feiten.uren
        assert row.met_keurmerk
        assert (row.verzuim_geoorloofd, row.verzuim_ongeoorloofd) == (4, 0)


class TestIntake:
    """The baseline may be filled in parts, and again."""

    def test_half_of_it_can_be_saved_and_the_rest_later(
        self, leven, scherm: Client
    ) -> None:
        example = VOORBEELD[H.INTAKE_INVULLEN]
        life = example.maak(leven)
        scherm.post(example.url(life), invoer(example, life))
        (intake,) = life.dossier.feiten.brede_intakes
        assert intake.antwoorden == {
            "opleiding_niveau": {"antwoord": "beantwoord", "waarde": "bachelor"},
            "opleiding_jaren": {"antwoord": "beantwoord", "waarde": 14},
            "werk_beroep": {"antwoord": "beantwoord", "waarde": "Apotheker"},
            "ambitie_beroep": {"antwoord": "wil_niet_zeggen"},
        }

        form = scherm.get(example.url(life)).context["form"]
        shown = {name: form[name].value() for name in form.fields}
        assert shown["werk_beroep"] == "Apotheker"
        assert shown["ambitie_beroep_antwoord"] == "wil_niet_zeggen"
        life.traject.refresh_from_db()
        typed = {name: value for name, value in shown.items() if value}
        scherm.post(
            example.url(life),
            typed | {"versie": life.traject.versie, "taal_engels": "ja"},
        )

        (intake,) = life.dossier.feiten.brede_intakes
        assert len(intake.antwoorden) == 5
        assert intake.antwoorden["taal_engels"]["waarde"] == "ja"
        trail = Gebeurtenis.objects.latest("id")
        assert trail.samenvatting == "4 van 27 vragen beantwoord"

    def test_an_answer_of_zero_is_an_answer(self, leven, scherm: Client) -> None:
        example = VOORBEELD[H.INTAKE_INVULLEN]
        life = example.maak(leven)
        scherm.post(example.url(life), invoer(example, life, zorg_kinderen="0"))
        (intake,) = life.dossier.feiten.brede_intakes
        assert intake.antwoorden["zorg_kinderen"]["waarde"] == 0

    def test_the_page_groups_the_questions_by_domain(
        self, leven, scherm: Client
    ) -> None:
        example = VOORBEELD[H.INTAKE_INVULLEN]
        page = scherm.get(example.url(example.maak(leven))).content.decode()
        for legend in ("Opleiding", "Werk", "Taal en lezen en schrijven", "Wensen"):
            assert legend in page


class TestRegistreren:
    """The first page that everybody fills in."""

    url = "/trajecten/registreren/"

    def typed(self, **anders: object) -> dict[str, object]:
        return {
            "bsn": "999800012", "voornamen": "Rania", "geslachtsnaam": "Haddad",
            "geboortedatum": "14-02-1991", "geslacht": "vrouw", "nationaliteit": "0336",
            "doelgroep": "asielstatushouder", "verblijfsituatie": "opvang",
            "opvanglocatie": "Azc Delft", "datum_koppeling": d(-10),
            "sleutel": str(uuid4()),
        } | anders  # fmt: skip

    @pytest.mark.parametrize(
        ("anders", "veld", "melding"),
        [
            ({"bsn": "999800013"}, "bsn", "cijfer is verwisseld"),
            ({"bsn": "12345"}, "bsn", "9 cijfers"),
            ({"bsn": ""}, "bsn", "V-nummer als er nog geen BSN is"),
            ({"geboortedatum": "31-02-1991"}, "geboortedatum", "kalender"),
            ({"geboortedatum": "12-00-1991"}, "geboortedatum", "maand onbekend"),
            ({"geboortedatum": "14-02-2012"}, "geboortedatum", ""),
            ({"geboortedatum": "14-02-2031"}, "geboortedatum", "toekomst"),
            ({"nationaliteit": "0055"}, "nationaliteit", ""),
            ({"nationaliteit": ""}, "nationaliteit", "Kies"),
            ({"datum_kennisgeving": d(2)}, "datum_kennisgeving", "toekomst"),
            ({"datum_plicht": "01-05-2021"}, "datum_plicht", ""),
        ],
    )  # fmt: skip
    def test_a_mistake_is_told_where_it_belongs(
        self, anders, veld, melding, scherm: Client, in_delft
    ) -> None:
        typed = self.typed(**anders)
        answer = scherm.post(self.url, typed)

        assert answer.status_code == 422
        form = answer.context["form"]
        assert any(melding in text for text in form.errors[veld]), dict(form.errors)
        assert not Traject.objects.exists()
        assert not Inburgeraar.objects.exists()
        assert form["opvanglocatie"].value() == "Azc Delft"
        assert f'value="{typed[veld]}"' in answer.content.decode()

    def test_a_case_may_start_before_the_notice_of_duo(
        self, scherm: Client, in_delft
    ) -> None:
        answer = scherm.post(self.url, self.typed(), follow=True)

        traject = Traject.objects.get()
        assert traject.status == "aangemeld"
        assert answer.redirect_chain == [(f"/trajecten/{traject.nummer}/", 302)]
        assert not traject.termijn_set.filter(soort="pip_vaststellen").exists()

    def test_incomplete_birth_dates_and_a_v_nummer_alone_are_enough(
        self, scherm: Client, in_delft
    ) -> None:
        typed = self.typed(bsn="", v_nummer="2712345678", geboortedatum="00-00-1968")
        assert scherm.post(self.url, typed).status_code == 302
        known = Inburgeraar.objects.get()
        assert (known.geboortedatum, known.v_nummer) == ("1968-00-00", "2712345678")
        assert known.geboorteland == "0000"

    def test_a_double_click_registers_once(self, scherm: Client, in_delft) -> None:
        typed = self.typed()
        first, second = scherm.post(self.url, typed), scherm.post(self.url, typed)
        assert first.url == second.url
        assert Traject.objects.count() == 1

    def test_who_is_known_is_not_registered_again(
        self, scherm: Client, in_delft
    ) -> None:
        scherm.post(self.url, self.typed())
        known = Traject.objects.get()
        for anders in ({}, {"bsn": "", "v_nummer": ""}):
            answer = scherm.post(self.url, self.typed(**anders))
            assert answer.status_code == 422
        answer = scherm.post(self.url, self.typed())
        assert known.nummer in answer.context["form"].errors["bsn"][0]
        assert Traject.objects.count() == 1

    def test_the_same_person_may_be_known_elsewhere(
        self, scherm: Client, inloggen, leiden, in_delft
    ) -> None:
        scherm.post(self.url, self.typed())
        answer = inloggen(lid_van(leiden)).post(self.url, self.typed())
        assert answer.status_code == 302

    def test_a_wrong_bsn_can_be_replaced(self, scherm: Client, leven) -> None:
        example = VOORBEELD[H.TRAJECT_AANVULLEN]
        life = example.maak(leven)
        page = scherm.get(example.url(life)).content.decode()
        assert life.traject.inburgeraar.lees_bsn() not in page

        answer = scherm.post(example.url(life), invoer(example, life, bsn="999800012"))

        assert answer.status_code == 302
        assert Inburgeraar.objects.get().lees_bsn() == "999800012"
        again = leven()
        typed = invoer(example, again.op(VANDAAG), bsn="999800012")
        answer = scherm.post(example.url(again), typed)
        assert "al geregistreerd" in answer.context["form"].errors["bsn"][0]

    def test_a_secret_address_is_neither_shown_nor_wiped(
        self, scherm: Client, leven
    ) -> None:
        example = VOORBEELD[H.TRAJECT_AANVULLEN]
        life = leven(geheim_adres=True).op(VANDAAG)
        assert "Lange Geer" not in scherm.get(example.url(life)).content.decode()

        typed = invoer(example, life, geheim_adres="on", woonplaats="")
        assert scherm.post(example.url(life), typed).status_code == 302

        assert Inburgeraar.objects.get().adres == "Lange Geer 12"


class TestDraft:
    """A plan can be changed until it is decided."""

    def test_changing_a_discussed_draft_asks_to_discuss_it_again(
        self, leven, scherm: Client
    ) -> None:
        life = leven().door_tot("besproken").op(VANDAAG)
        typed = PLAN | {"opgesteld_op": d(-1), "versie": life.traject.versie}
        answer = scherm.post(
            f"/trajecten/{life.nummer}/pip/opstellen/", typed | {"wensen": "Anders"}
        )
        assert answer.status_code == 302
        plan = PIP.objects.get(traject=life.traject)
        assert (plan.versie, plan.status, plan.akkoord) == (1, "concept", None)
        assert plan.wensen == "Anders"


def test_a_mandate_is_needed_to_decide(leven, inloggen, delft) -> None:
    example = VOORBEELD[H.PIP_VASTSTELLEN]
    life = example.maak(leven)
    without = inloggen(lid_van(delft, mandaat=False))
    assert without.post(example.url(life), invoer(example, life)).status_code == 403


def test_a_team_does_not_reach_the_cases_of_another(leven, inloggen, delft) -> None:
    north, south = (
        Team.objects.create(gemeente=delft, naam=naam) for naam in ("Noord", "Zuid")
    )
    life = leven().op(VANDAAG)
    life.doe("traject", "toewijzen", klantmanager=None, team_id=north.pk)
    url = VOORBEELD[H.INTAKE_STARTEN].url(life)
    assert inloggen(lid_van(delft, team=north)).get(url).status_code == 200
    assert inloggen(lid_van(delft, team=south)).get(url).status_code == 404


def test_a_note_moves_nothing_and_is_in_nobodys_way(leven, scherm: Client) -> None:
    example = VOORBEELD[W.NOTITIE_TOEVOEGEN]
    life = example.maak(leven)
    typed = invoer(example, life, versie=0)
    assert scherm.post(example.url(life), typed).status_code == 302
    before = life.traject.versie
    life.traject.refresh_from_db()
    assert life.traject.versie == before
    assert Gebeurtenis.objects.latest("id").samenvatting == ""


class TestLijsten:
    """Providers and courses: acts without a case."""

    def test_adding_and_changing_leaves_history_and_a_trail_without_a_number(
        self, collega, in_delft
    ) -> None:
        made = maak_aanbieder(collega, "Nieuwe school")
        aanbieders.vastleggen(
            by=collega, on=moment(VANDAAG), id=made.pk, naam="Nieuwe school",
            keurmerk="geen", keurmerk_vanaf=None, actief=True,
        )  # fmt: skip

        fresh = Aanbieder.objects.get(pk=made.pk)
        assert fresh.keurmerk == "geen"
        assert [h.history_type for h in fresh.history.order_by("history_id")] == [
            "+",
            "~",
        ]
        trail = Gebeurtenis.objects.latest("id")
        assert (trail.handeling, trail.nummer, trail.feit_id) == (
            "aanbieder_vastleggen", "", made.pk,
        )  # fmt: skip

    def test_a_repeated_form_and_a_known_name_add_nothing(
        self, collega, in_delft
    ) -> None:
        velden = {"naam": "School B", "keurmerk": "geen", "actief": True}
        key = uuid4()
        aanbieders.vastleggen(by=collega, on=moment(VANDAAG), sleutel=key, **velden)
        with pytest.raises(AlGedaan):
            aanbieders.vastleggen(
                by=collega, on=moment(VANDAAG), sleutel=key,
                **velden,
            )  # fmt: skip
        with pytest.raises(NietToegestaan) as refused:
            aanbieders.vastleggen(
                by=collega, on=moment(VANDAAG), **velden | {"naam": "SCHOOL b"}
            )
        assert refused.value.veld == "naam"
        assert Aanbieder.objects.filter(naam__startswith="School").count() == 1


def test_an_exam_elsewhere_keeps_its_source(leven, scherm: Client) -> None:
    example = VOORBEELD[H.EXAMEN_VASTLEGGEN]
    life = leven().op(VANDAAG)
    typed = invoer(example, life, afgelegd_op="05-11-2021", herkomst="inburgeraar")
    answer = scherm.post(example.url(life), typed, follow=True)
    assert "bewaard met zijn bron" in answer.content.decode()
    (exam,) = life.dossier.feiten.examens
    assert (exam.herkomst, exam.afgelegd_op) == ("inburgeraar", date(2021, 11, 5))
