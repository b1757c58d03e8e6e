"""The letters of enforcement and objection: what they say, need, and never tell."""

import json
from datetime import time, timedelta

import pytest
from django.test import Client

from inburgering.authorization.roles import Rol
from inburgering.handhavingsbrieven import BRIEVEN, Invoer, gegevens, let_op, ontbreekt
from inburgering.models import Bezwaar, Document, Handhaving, Tekstblok
from inburgering.models.document import AFGESCHERMDE_BRIEVEN, Briefsoort
from inburgering.wet.uitkomst import NietToegestaan
from tests.inburgering.cast import VANDAAG, Leven, lid_van
from tests.inburgering.voorbeelden import (
    besloten,
    besproken,
    d,
    dag,
    geholpen,
    gehoord,
    gemeld,
    gewaarschuwd,
    met_klantmanager,
    overwogen,
    tegen_iets_anders,
)


pytestmark = pytest.mark.usefixtures("aanbieder")
B = Briefsoort
GESPREK = {"dag": VANDAAG + timedelta(days=7), "tijd": time(14), "plaats": "Markt 1"}


def gestopt(life: Leven) -> None:
    geholpen(life)
    life.na(1).doe(
        "handhaving", "stoppen", gestopt_op=life.dag, reden_stoppen="oorzaak_weggenomen"
    )


def beslist_op_bezwaar(life: Leven) -> None:
    tegen_iets_anders(life)
    life.na(1).doe(
        "bezwaar", "beslissen", besloten_op=life.dag, uitkomst="ongegrond",
        toelichting="De afspraak gold.",
    )  # fmt: skip


# Per letter: how far the case must be, and how far is one step too few.
STAP = {
    B.UITNODIGING: (geholpen, gemeld),
    B.WAARSCHUWING: (gewaarschuwd, besproken),
    B.VOORNEMEN: (overwogen, gewaarschuwd),
    B.BESLUIT: (besloten, gehoord),
    B.GESTOPT: (gestopt, geholpen),
    B.OP_BEZWAAR: (beslist_op_bezwaar, tegen_iets_anders),
}
INVOER = {B.UITNODIGING: GESPREK, B.VOORNEMEN: {"reactie_tot": dag(14)}}
elke = pytest.mark.parametrize("soort", list(Briefsoort))


def zover(leven, vooraf, klantmanager: bool = True, **anders) -> Leven:
    life = leven(**anders).door_tot("leerroute")
    vooraf(life)
    if klantmanager:
        met_klantmanager(life)
    return life.op(VANDAAG)


def rij(life: Leven, soort: Briefsoort):
    model = Bezwaar if soort is B.OP_BEZWAAR else Handhaving
    return model.objects.filter(traject=life.traject).latest("id")


def schrijf(life: Leven, soort: Briefsoort, **anders) -> Document:
    noun = "bezwaar" if soort is B.OP_BEZWAAR else "handhaving"
    return life.doe(
        noun, "schrijven", id=rij(life, soort).pk, soort=soort.value,
        **INVOER.get(soort, {}) | anders,
    ).feit  # fmt: skip


def woorden(document: Document) -> str:
    return json.dumps(document.gegevens, ensure_ascii=False)


@elke
def test_each_letter_is_tagged_frozen_with_its_hash_and_without_a_number(
    leven, soort
) -> None:
    life = zover(leven, STAP[soort][0])
    found = schrijf(life, soort)
    pdf = bytes(found.inhoud)
    person = life.traject.inburgeraar

    assert pdf.startswith(b"%PDF")
    assert b"pdfuaid:part" in pdf
    assert (found.soort, found.feit_id) == (soort.value, rij(life, soort).pk)
    assert found.sjabloon.startswith("brief@")
    assert len(found.sha256) == 64
    said = woorden(found)
    assert person.lees_bsn() not in said
    assert "{" not in said.replace('{"', "").replace("{}", "")  # all was filled in
    for part in ("Gemeente Delft", person.naam, life.nummer, str(life.lid.gebruiker)):
        assert part in said
    assert "niet bevestigd" not in said


@elke
def test_a_letter_is_refused_while_its_step_is_missing(leven, soort) -> None:
    life = zover(leven, STAP[soort][1])
    with pytest.raises(NietToegestaan) as refused:
        schrijf(life, soort)
    assert refused.value.reden
    assert not Document.objects.filter(soort=soort.value).exists()


def eigen_tekst(life: Leven, tekst: str, versie: int = 1) -> None:
    """Let the municipality say in its own words whom one calls."""
    Tekstblok.objects.create(
        gemeente=life.lid.gemeente, sleutel="brief_contact", tekst=tekst, versie=versie,
        geldig_vanaf=dag(-1), vastgelegd_op=dag(-1), vastgelegd_door=life.lid.gebruiker,
    )  # fmt: skip


@elke
def test_the_same_letter_is_not_made_twice_and_another_is(leven, soort) -> None:
    life = zover(leven, STAP[soort][0])
    schrijf(life, soort)
    with pytest.raises(NietToegestaan, match="precies deze tekst"):
        schrijf(life, soort)
    eigen_tekst(life, "Bel 14 015.")
    assert "Bel 14 015." in woorden(schrijf(life, soort))
    assert Document.objects.filter(soort=soort.value).count() == 2


def test_a_letter_names_what_is_missing(leven) -> None:
    life = zover(
        leven, geholpen, klantmanager=False, adres="", postcode="", woonplaats=""
    )
    missing = ontbreekt(life.dossier, B.UITNODIGING, rij(life, B.UITNODIGING))
    assert missing == [
        "Vul eerst het adres van de inburgeraar aan.",
        "Wijs eerst een klantmanager toe: de brief noemt wie men belt.",
    ]


def test_a_secret_address_is_in_no_letter(leven) -> None:
    life = zover(leven, geholpen, geheim_adres=True)
    said = woorden(schrijf(life, B.UITNODIGING))
    assert "Lange Geer" not in said
    assert "wordt persoonlijk overhandigd" in said


def test_who_lives_in_reception_gets_the_letter_there(leven) -> None:
    life = zover(
        leven, geholpen, adres="", postcode="", woonplaats="",
        opvanglocatie="Opvang De Brug, Delft",
    )  # fmt: skip
    assert "Opvang De Brug, Delft" in woorden(schrijf(life, B.UITNODIGING))


def test_the_intention_states_the_right_to_silence_and_until_when_one_can_react(
    leven,
) -> None:
    said = woorden(schrijf(zover(leven, overwogen), B.VOORNEMEN))
    assert "U hoeft niet te antwoorden" in said
    assert "(Arabisch)" in said
    assert "tot en met 24 juni 2026" in said
    assert "Andere lestijden" in said
    assert "Wet inburgering 2021, artikel 23" in said
    assert "5:10a" not in said
    assert "800" not in said


def test_what_is_not_certain_is_told_to_the_colleague_alone(leven) -> None:
    life = zover(leven, overwogen)
    told = let_op(life.dossier, B.VOORNEMEN, rij(life, B.VOORNEMEN))
    assert any("asielstatushouder" in line for line in told)
    assert any("zienswijze" in line for line in told)
    assert not let_op(life.dossier, B.WAARSCHUWING, rij(life, B.WAARSCHUWING))


def test_the_decision_says_why_and_how_to_object(leven) -> None:
    life = zover(leven, besloten)
    said = woorden(schrijf(life, B.BESLUIT))
    assert "U krijgt geen boete en geen maatregel." in said
    assert "Het was een misverstand" in said
    assert "Ik wist het niet" in said
    assert "binnen 6 weken" in said
    assert "Waar dit op rust" not in said  # nothing was imposed


@pytest.mark.parametrize(
    ("besluit", "bedrag", "zin"),
    [
        ("boete", 100, "U krijgt een boete van 100 euro."),
        ("maatregel", None, "U krijgt een maatregel: een verlaging van uw uitkering."),
    ],
)
def test_a_sanction_names_its_amount_and_its_ground(
    leven, besluit, bedrag, zin
) -> None:
    life = zover(leven, besloten)
    row = rij(life, B.BESLUIT)
    row.besluit, row.bedrag, row.verwijtbaarheid = besluit, bedrag, "gewoon"
    row.draagkracht_bekeken = besluit == "boete"
    said = json.dumps(
        gegevens(life.dossier, B.BESLUIT, row, Invoer(), wie="X", dag=VANDAAG)
    )
    assert zin in said
    assert "Waar dit op rust" in said
    assert ("Wij keken of u de boete kunt betalen." in said) is (besluit == "boete")


def test_a_withdrawn_objection_is_followed_by_no_appeal(leven) -> None:
    life = zover(leven, beslist_op_bezwaar)
    row = rij(life, B.OP_BEZWAAR)
    for outcome, appeal in (("ingetrokken", False), ("deels_gegrond", True)):
        row.uitkomst = outcome
        said = json.dumps(
            gegevens(life.dossier, B.OP_BEZWAAR, row, Invoer(), wie="X", dag=VANDAAG)
        )
        assert ("in beroep" in said) is appeal


# --- The screen -----------------------------------------------------------------------


def test_a_letter_is_shown_before_it_is_made(leven, scherm: Client) -> None:
    life = zover(leven, geholpen)
    url = f"/trajecten/{life.nummer}/handhaving/schrijven/?soort=uitnodiging"
    typed = {
        "soort": "uitnodiging",
        "dag": d(7),
        "tijd": "14:00",
        "plaats": "Markt <1>",
    }

    page = scherm.post(url, typed | {"bekijken": "ja"})
    assert page.status_code == 200
    assert "op 17 juni 2026 om 14:00 uur" in page.content.decode()
    assert "Markt &lt;1&gt;" in page.content.decode()
    assert not Document.objects.filter(soort="uitnodiging").exists()

    answer = scherm.post(url, typed)
    assert answer.url == f"/trajecten/{life.nummer}/handhaving/"
    page = scherm.get(answer.url).content.decode()
    assert "Uitnodiging voor een gesprek, 10 juni 2026 (pdf)" in page


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"dag": ""}, "dag"),
        ({"dag": d(-1)}, "dag"),
        ({"tijd": "25:00"}, "tijd"),
        ({"plaats": "x" * 121}, "plaats"),
        ({"plaats": "\0"}, "plaats"),
        ({"soort": "pip"}, "soort"),
        ({"soort": ""}, "soort"),
        ({"soort": "besluit\0"}, "soort"),
        ({"soort": "waarschuwing"}, "soort"),  # its step is missing
    ],
)
def test_bad_input_is_told_and_makes_no_letter(
    leven, scherm: Client, anders, veld
) -> None:
    life = zover(leven, geholpen)
    typed = {"soort": "uitnodiging", "dag": d(7), "tijd": "14:00", "plaats": "Markt 1"}
    answer = scherm.post(
        f"/trajecten/{life.nummer}/handhaving/schrijven/", typed | anders
    )
    assert answer.status_code == 422
    assert veld in answer.context["form"].errors
    assert not Document.objects.exclude(soort="pip").exists()


def test_the_page_says_which_letter_cannot_be_made_and_why(leven, scherm) -> None:
    life = zover(leven, geholpen)
    url = f"/trajecten/{life.nummer}/handhaving/schrijven/"
    page = scherm.get(f"{url}?soort=voornemen").content.decode()
    assert "Deze brief kan nu niet worden gemaakt" in page
    assert "Waarschuw eerst." in page
    assert 'name="soort"' not in page
    assert "Vul de velden in" in scherm.get(url).content.decode()  # what can be made


def test_the_furthest_letter_is_offered_and_one_that_is_there_is_made_again(
    leven, scherm
) -> None:
    life = zover(leven, overwogen)
    base = f"/trajecten/{life.nummer}/handhaving/"
    form = scherm.get(f"{base}schrijven/").context["form"]
    assert form.gekozen() is B.VOORNEMEN
    assert "Maak brief: waarschuwing" in scherm.get(base).content.decode()

    schrijf(life, B.WAARSCHUWING)
    page = scherm.get(base).content.decode()
    assert "Maak brief opnieuw: waarschuwing" in page
    assert "Maak brief: voornemen" in page


def test_nobody_else_learns_that_there_is_such_a_letter(leven, inloggen, delft) -> None:
    life = zover(leven, gewaarschuwd)
    letter = schrijf(life, B.WAARSCHUWING)
    outsider = inloggen(lid_van(delft, Rol.ADMINISTRATIE))
    base = f"/trajecten/{life.nummer}/"
    for path in ("", "besluiten/", "documenten/", "pip/"):
        page = outsider.get(base + path).content.decode()
        assert "aarschuwing" not in page
        assert "Brief gemaakt" not in page
    assert outsider.get(f"{base}documenten/{letter.pk}/").status_code == 404
    reader = inloggen(lid_van(delft, Rol.JURIST_BEZWAAR))
    assert reader.get(f"{base}documenten/{letter.pk}/").status_code == 200
    assert "Waarschuwing" in reader.get(f"{base}documenten/").content.decode()


def test_every_letter_has_a_line_in_the_table() -> None:
    assert set(BRIEVEN) == set(Briefsoort)
    assert {soort.value for soort in Briefsoort} == AFGESCHERMDE_BRIEVEN


@pytest.mark.parametrize("aantal", [1, 4])
def test_the_page_of_the_ladder_asks_as_much_for_many_letters_as_for_one(
    leven, scherm, django_assert_max_num_queries, aantal
) -> None:
    life = zover(leven, gewaarschuwd)
    for number in range(aantal):
        eigen_tekst(life, f"Bel {number}", versie=number + 1)
        schrijf(life, B.WAARSCHUWING)
    scherm.get(f"/trajecten/{life.nummer}/handhaving/")
    with django_assert_max_num_queries(14):
        scherm.get(f"/trajecten/{life.nummer}/handhaving/")
