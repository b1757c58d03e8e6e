"""What holds for the form of every act."""

import re
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from inburgering.authorization.spil import op_rij
from inburgering.forms.duobesluit import SOORTEN
from inburgering.forms.spil import formulier
from inburgering.templatetags.formulier import groepen
from inburgering.wet.begrippen import DUOBesluitsoort
from inburgering.wet.handelingen import Handeling
from inburgering.wet.intake import VRAGEN
from inburgering.wet.verzuim import verzuim
from tests.inburgering.bijlagen import Bijlage
from tests.inburgering.cast import VANDAAG
from tests.inburgering.voorbeelden import VOORBEELD, VOORBEELDEN, H, d, dag


pytestmark = [pytest.mark.usefixtures("aanbieder"), pytest.mark.breed]
elke = pytest.mark.parametrize("voorbeeld", VOORBEELDEN, ids=str)
ZIN = re.compile(r"^(?!Vul in .* in\.$)(Vul|Kies|Schrijf|Er|Dit|Deze|Een|U) .*[.)]$")


def maak(voorbeeld, life, data=None):
    """Make the form of an example for its case."""
    act = voorbeeld.handeling
    row = life.rij(act) if isinstance(act, Handeling) and op_rij(act) else None
    files = data and {
        name: SimpleUploadedFile(file.name, file.inhoud)
        for name, file in data.items()
        if isinstance(file, Bijlage)
    }
    return formulier(act)(data, files, dossier=life.dossier, rij=row, vandaag=VANDAAG)


@elke
def test_a_form_is_complete_and_plain(voorbeeld, leven) -> None:
    life = voorbeeld.maak(leven)
    form = maak(voorbeeld, life)

    # Every group names fields that exist, no field is in two groups, none is lost.
    named = [name for _, names in form.groepen for name in names]
    assert set(named) <= set(form.fields)
    assert len(named) == len(set(named))
    shown = [field.name for _, fields in groepen(form) for field in fields]
    assert sorted(shown) == sorted(field.name for field in form.visible_fields())
    # The button says what it does, and a fact that changes is shown.
    assert form.knop[0].isupper()
    assert form.knop != "Opslaan" or voorbeeld.handeling == H.TRAJECT_AANVULLEN
    for line in form.getoond():
        assert line["label"]

    # Sent empty: each demand says what to do, at a field that is there.
    empty = maak(voorbeeld, life, {})
    empty.is_valid()
    for name, messages in empty.errors.items():
        assert name in empty.fields
        for message in messages:
            assert ZIN.match(message), message


@elke
def test_what_is_typed_is_what_the_act_gets(voorbeeld, leven) -> None:
    life = voorbeeld.maak(leven)
    form = maak(
        voorbeeld, life, dict(voorbeeld.invoer(life)) | {"sleutel": str(uuid4())}
    )
    assert form.is_valid(), form.errors
    given = form.gegevens()
    assert {"versie", "sleutel"}.isdisjoint(given)
    assert ("id" in given) == (form.rij is not None)


def test_the_baseline_asks_every_question_of_the_law_with_its_way_out(leven) -> None:
    voorbeeld = VOORBEELD[H.INTAKE_INVULLEN]
    form = maak(voorbeeld, voorbeeld.maak(leven))
    for vraag in VRAGEN:
        assert form.fields[vraag.code].label == vraag.vraag
        why = form.fields[f"{vraag.code}_antwoord"]
        assert {"niet_gevraagd", "onbekend", "wil_niet_zeggen"} < set(dict(why.choices))
        assert vraag.vraag in why.widget.attrs["aria-label"]


# What each kind of decision of DUO needs beside its dates.
NODIG = {
    DUOBesluitsoort.VERLENGING: {"einddatum": d(400)},
    DUOBesluitsoort.VRIJSTELLING_GEDEELTELIJK: {"onderdeel": "lezen"},
    DUOBesluitsoort.ONTHEFFING_GEDEELTELIJK: {
        "onderdeel": "participatie_uren", "maximum_uren": "0",
    },
    DUOBesluitsoort.PLICHT_BEEINDIGD: {"reden_einde": "vertrek_uit_nederland"},
    DUOBesluitsoort.BOETE: {"bedrag": "340"},
    DUOBesluitsoort.NIEUWE_TERMIJN: {"einddatum": d(400)},
}  # fmt: skip
ALLES = {
    "einddatum": d(400), "onderdeel": "lezen", "niveau": "B1", "maximum_uren": "100",
    "reden_einde": "overig", "bedrag": "340",
}  # fmt: skip


@pytest.mark.parametrize("soort", list(DUOBesluitsoort), ids=str)
def test_a_decision_of_duo_asks_what_it_needs_and_keeps_nothing_else(
    soort, leven, scherm: Client
) -> None:
    voorbeeld = VOORBEELD[H.DUOBESLUIT_VASTLEGGEN]
    life = voorbeeld.maak(leven)
    base = {
        "soort": soort.value, "besloten_op": d(-3), "herkomst": "duo",
        "versie": life.traject.versie,
    }  # fmt: skip
    needed = NODIG.get(soort, {})
    bare = scherm.post(voorbeeld.url(life), base)
    assert bare.status_code == (422 if needed else 302)
    if needed:
        assert set(bare.context["form"].errors) <= set(needed)
        assert scherm.post(voorbeeld.url(life), base | needed).status_code == 302
    (row,) = life.dossier.feiten.duo_besluiten
    kept = {name for name in ALLES if getattr(row, name) not in (None, "")}
    assert kept == set(needed)

    # Somebody fills in everything: what does not belong is not kept.
    life.traject.refresh_from_db()
    form = maak(voorbeeld, life, base | ALLES)
    assert form.is_valid(), form.errors
    given = {name for name in ALLES if form.gegevens()[name] not in (None, "")}
    assert set(needed) - {"maximum_uren"} <= given <= set(needed) | {
        "einddatum", "niveau", "bedrag",
    }  # fmt: skip


def test_every_kind_of_decision_can_be_chosen() -> None:
    assert sorted(SOORTEN) == sorted(DUOBesluitsoort)


GRONDEN = {
    "verlengingsgrond": "ziekte", "vrijstellingsreden": "GED", "ontheffingsgrond": "MED",
    "grond": "rugpijn",
}  # fmt: skip


@pytest.mark.parametrize(
    ("soort", "anders", "grond"),
    [
        ("verlenging", {}, "ziekte"),
        ("verlenging", {"verlengingsgrond": "overig"}, "rugpijn"),
        ("verlenging", {"verlengingsgrond": "overig", "grond": ""}, "overig"),
        ("verlenging", {"verlengingsgrond": ""}, "rugpijn"),
        ("vrijstelling_gedeeltelijk", {"onderdeel": "lezen"}, "GED"),
        ("ontheffing_geheel", {}, "MED"),
        ("ontheffing_afgewezen", {"ontheffingsgrond": ""}, ""),
        ("voldaan", {}, "rugpijn"),
    ],
)
def test_a_ground_of_duo_is_a_code_and_nothing_medical_can_be_typed(
    soort, anders, grond, leven
) -> None:
    voorbeeld = VOORBEELD[H.DUOBESLUIT_VASTLEGGEN]
    life = voorbeeld.maak(leven)
    typed = {
        "soort": soort, "besloten_op": d(-3), "herkomst": "duo", "einddatum": d(400),
    } | GRONDEN | anders  # fmt: skip

    form = maak(voorbeeld, life, typed)

    assert form.is_valid(), form.errors
    assert form.gegevens()["grond"] == grond
    assert not set(form.gegevens()) & (set(GRONDEN) - {"grond"})


def test_a_ground_of_another_decision_is_refused_beside_its_list(leven) -> None:
    voorbeeld = VOORBEELD[H.DUOBESLUIT_VASTLEGGEN]
    life = voorbeeld.maak(leven)
    typed = dict(voorbeeld.invoer(life)) | {"vrijstellingsreden": "DIP"}

    form = maak(voorbeeld, life, typed)

    assert not form.is_valid()
    assert set(form.errors) == {"vrijstellingsreden"}
    assert form.veld_voor("grond") == "vrijstellingsreden"
    assert form.veld_voor("einddatum") == "laatste_dag"
    assert form.veld_voor("besloten_op") == "besloten_op"


def test_the_last_day_of_an_exemption_is_inclusive(leven) -> None:
    voorbeeld = VOORBEELD[H.DUOBESLUIT_VASTLEGGEN]
    life = voorbeeld.maak(leven)
    typed = dict(voorbeeld.invoer(life))

    until = maak(voorbeeld, life, typed)
    without = maak(voorbeeld, life, typed | {"laatste_dag": ""})

    assert until.is_valid()
    assert until.gegevens()["einddatum"] == dag(201)
    assert without.is_valid()
    assert without.gegevens()["einddatum"] is None


@pytest.mark.parametrize(
    ("soort", "blijft"),
    [
        ("verlenging", {"grond"}),
        ("vrijstelling", set()),
        ("ontheffing_medisch", set()),
        ("ontheffing_bijzonder", {"advies_gevraagd_op"}),
        ("", set()),
    ],
)
def test_a_request_keeps_what_belongs_to_its_kind(soort, blijft, leven) -> None:
    voorbeeld = VOORBEELD[H.AANVRAAG_VASTLEGGEN]
    life = voorbeeld.maak(leven)
    typed = dict(voorbeeld.invoer(life)) | {
        "soort": soort, "advies_gevraagd_op": d(-1),
    }  # fmt: skip

    form = maak(voorbeeld, life, typed)

    assert form.is_valid() is bool(soort)
    data = form.cleaned_data
    kept = {name for name in ("grond", "advies_gevraagd_op") if data[name]}
    assert kept == blijft


def test_the_exam_form_drops_what_does_not_belong(leven) -> None:
    voorbeeld = VOORBEELD[H.EXAMEN_VASTLEGGEN]
    life = voorbeeld.maak(leven)
    typed = dict(voorbeeld.invoer(life)) | {"onderdeel": "knm", "reden": "absent"}
    form = maak(voorbeeld, life, typed)
    assert form.is_valid()
    assert (form.gegevens()["niveau"], form.gegevens()["reden"]) == ("", "")


def test_the_test_was_taken_or_it_was_not(leven, scherm: Client) -> None:
    voorbeeld = VOORBEELD[H.LEERBAARHEIDSTOETS_VASTLEGGEN]
    life = voorbeeld.maak(leven)
    typed = dict(voorbeeld.invoer(life)) | {
        "afgenomen": "nee", "uitzondering": "visuele_beperking",
        "versie": life.traject.versie,
    }  # fmt: skip
    assert scherm.post(voorbeeld.url(life), typed).status_code == 302
    (row,) = life.dossier.feiten.leerbaarheidstoetsen
    assert (row.afgenomen_op, row.uitkomst) == (None, None)
    assert row.uitzondering == "visuele_beperking"


def test_a_form_starts_from_what_is_known(leven, scherm: Client) -> None:
    voorbeeld = VOORBEELD[H.AANBOD_STARTEN]
    life = voorbeeld.maak(leven)
    form = scherm.get(voorbeeld.url(life)).context["form"]
    assert form.getoond()[0] == {"label": "Aanbieder", "waarde": "Taalhuis Delft"}
    assert form["begonnen_op"].value() == d()
    page = scherm.get(voorbeeld.url(life)).content.decode()
    assert "Taalhuis Delft" in page

    life.doe("aanbod", "starten", begonnen_op=dag())
    form = maak(VOORBEELD[H.AANBOD_DOEN], life)
    assert form["leerroute"].value() == "b1_route"


@pytest.mark.parametrize("handeling", [H.HANDHAVING_MELDEN, H.HANDHAVING_ONDERZOEKEN])
def test_who_enforces_first_sees_the_hours_of_this_case(handeling, leven) -> None:
    voorbeeld = VOORBEELD[handeling]
    life = voorbeeld.maak(leven)
    found = verzuim(life.dossier.feiten.uren, VANDAAG)

    for data in (None, {}):
        line = maak(voorbeeld, life, data).getoond()[0]
        assert (line["label"], line["waarde"]) == ("Verzuim", found.zin)
        assert line["regel"] == " ".join(found.let_op)
        assert (line["uitleg"], line["bron"].wet) == (found.reden, "eigen")
        assert line["gebruikt"] == found.gebruikt
        assert line["stappen"]


def test_a_form_without_a_case_shows_nothing_of_it() -> None:
    form = formulier(H.HANDHAVING_MELDEN)(None, dossier=None, vandaag=VANDAAG)

    assert form.getoond() == []
