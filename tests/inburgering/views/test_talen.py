"""The languages of a person, and the interpreter that each kind of talk gets from it."""

from datetime import time

import pytest

from inburgering.forms.samenvatting import Maken as Samenvatting
from inburgering.models import Contact, Taalkennis, Voortgangsgesprek
from inburgering.wet.uitkomst import NietToegestaan
from tests.inburgering.cast import VANDAAG, lid_van
from tests.inburgering.voorbeelden import CONTACT, d


pytestmark = [pytest.mark.django_db]
GELDIG = {"taal": "Tigrinya", "spreken": "moedertaal", "lezen": "goed"}


@pytest.fixture
def life(leven):
    return leven(
        contacttaal="Tigrinya", brieftaal="Arabisch", tolk_nodig=True, tolk_wie="vrouw",
        tolk_hoe="telefoon",
    ).op(VANDAAG)  # fmt: skip


def pad(life, act=""):
    return f"/trajecten/{life.nummer}/{act}"


def test_each_language_stands_once_the_mother_tongue_first(life, scherm):
    act = pad(life, "taal/vastleggen/")
    made = scherm.post(act, GELDIG | {"taal": "Amhaars", "spreken": "weinig"})
    assert made.url == pad(life, "gegevens/")
    scherm.post(act, GELDIG)
    again = scherm.post(act, GELDIG | {"taal": "TIGRINYÁ "})
    assert again.context["form"].errors["taal"] == ["Deze taal staat er al."]
    empty = scherm.post(act, {"taal": "Arabisch"})
    assert empty.context["form"].errors["spreken"]
    assert "Arabisch" in empty.content.decode()

    shown = scherm.get(pad(life, "gegevens/")).context["talen"]
    assert [str(line["rij"]) for line in shown] == [
        "Tigrinya (moedertaal)", "Amhaars (een paar woorden)",
    ]  # fmt: skip
    scherm.post(
        shown[1]["wijzigen"], GELDIG | {"taal": "Amhaars", "spreken": "redelijk"}
    )
    assert Taalkennis.objects.get(taal="Amhaars").spreken == "redelijk"
    into = scherm.post(shown[1]["wijzigen"], GELDIG)
    assert into.context["form"].errors["taal"] == ["Deze taal staat er al."]


def test_who_only_enters_messages_reads_the_languages(life, scherm, inloggen, delft):
    scherm.post(pad(life, "taal/vastleggen/"), GELDIG)
    desk = inloggen(lid_van(delft, "administratie"))
    page = desk.get(pad(life, "gegevens/"))
    assert "Moedertaal" in page.content.decode()
    assert "Taal toevoegen" not in page.content.decode()
    assert desk.post(pad(life, "taal/vastleggen/"), GELDIG).status_code == 403


@pytest.mark.parametrize(
    "act",
    ["contact/vastleggen/", "agendapunt/maken/", "intakegesprek/vastleggen/",
     "voortgangsgesprek/voeren/"],
)  # fmt: skip
@pytest.mark.parametrize(
    ("nodig", "taal", "staat_er"),
    [
        (True, "Tigrinya", "Tigrinya"),
        (True, "", "taal nog onbekend"),
        (False, "Tigrinya", ""),
    ],
)
def test_the_interpreter_stands_ready_at_each_talk(
    leven, scherm, act, nodig, taal, staat_er
):
    life = leven(contacttaal=taal, tolk_nodig=nodig).door_tot("leerroute")
    form = scherm.get(pad(life.op(VANDAAG), act)).context["form"]
    assert form.initial["tolktaal"] == staat_er


def test_the_wishes_stand_where_one_plans_and_above_the_file(life, scherm):
    page = scherm.get(pad(life, "agendapunt/maken/")).content.decode()
    assert "een vrouw, per telefoon" in page
    assert "Tolk nodig: Tigrinya, een vrouw, per telefoon" in page
    facts = scherm.get(pad(life, "gegevens/")).content.decode()
    assert "Een vrouw, per telefoon" in facts
    assert "Taal bij brieven" in facts


def test_a_talk_says_in_which_language_there_was_an_interpreter(leven, scherm):
    life = leven(contacttaal="Tigrinya", tolk_nodig=True).door_tot("leerroute")
    life.op(VANDAAG)
    scherm.post(
        pad(life, "contact/vastleggen/"),
        CONTACT | {"gesproken_op": d(), "tolktaal": "Tigrinya"},
    )
    scherm.post(
        pad(life, "voortgangsgesprek/voeren/"),
        {"gevoerd_op": d(), "vorm": "op_kantoor", "tolktaal": "Amhaars"},
    )
    assert Contact.objects.get().tolktaal == "Tigrinya"
    assert Voortgangsgesprek.objects.get().tolktaal == "Amhaars"
    page = scherm.get(pad(life, "gesprekken/")).content.decode()
    assert "met tolk Tigrinya" in page
    assert "Amhaars" in page


def test_an_appointment_keeps_that_the_language_is_unknown(leven, scherm):
    life = leven(tolk_nodig=True, contacttaal="").op(VANDAAG)
    form = scherm.get(pad(life, "agendapunt/maken/")).context["form"]
    life.doe(
        "agendapunt", "maken", soort="gesprek", dag=VANDAAG, begin=time(10), einde=None,
        vorm="kantoor", plaats="", tolktaal=form.initial["tolktaal"], wie=None,
    )  # fmt: skip
    assert "tolk taal nog onbekend" in scherm.get(pad(life)).content.decode()


def test_the_summary_is_in_the_language_of_letters(life):
    form = Samenvatting(dossier=life.dossier, vandaag=VANDAAG)
    assert form.initial["taal"] == "ar"


def test_the_intake_proposes_the_languages_that_are_known(life, scherm):
    life.doe("taal", "vastleggen", taal="Arabisch", spreken="redelijk")
    life.doe("taal", "vastleggen", taal="Tigrinya", spreken="moedertaal")
    life.intake_gestart()
    form = scherm.get(pad(life, "intake/invullen/")).context["form"]
    assert form.initial["taal_moedertaal"] == (
        "Tigrinya (moedertaal), Arabisch (een gesprek lukt)"
    )


def test_of_two_files_both_say_a_language_and_one_is_taken_back(leven, scherm):
    een, ander = leven().op(VANDAAG), leven(bsn="", v_nummer="2712345678").op(VANDAAG)
    een.doe("taal", "vastleggen", taal="Urdu", spreken="redelijk")
    ander.doe("taal", "vastleggen", taal="urdu", spreken="goed")
    ander.doe("taal", "vastleggen", taal="Dari", spreken="moedertaal")
    url = f"{pad(een, 'samenvoeging/vragen/')}?ander={ander.nummer}"
    form = scherm.get(url).context["form"]
    typed = {name: "blijft" for name in form.fields if name.startswith("keuze_")}
    typed |= {n: form.initial[n] for n in ("versie", "ander_versie", "sleutel")}
    done = scherm.post(url, typed | {"reden": "Zelfde document", "bevestigd": "ja"})
    assert done.status_code == 302

    shown = scherm.get(pad(een, "gegevens/")).context["talen"]
    assert [str(line["rij"]) for line in shown] == [
        "Dari (moedertaal)", "urdu (goed)", "Urdu (een gesprek lukt)",
    ]  # fmt: skip
    # The level of one that stands twice can still be mended.
    changed = scherm.post(shown[1]["wijzigen"], {"taal": "Urdu", "spreken": "goed"})
    assert changed.status_code == 302
    scherm.post(shown[2]["intrekken"], {"reden": "Staat er twee keer"})
    left = scherm.get(pad(een, "gegevens/")).context["talen"]
    assert [str(line["rij"]) for line in left] == ["Dari (moedertaal)", "Urdu (goed)"]
    with pytest.raises(NietToegestaan, match="staat er al"):
        een.doe("taal", "terugzetten", id=shown[2]["rij"].pk)
