"""The texts of letters: own words with places that are checked, and two pairs of eyes."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from inburgering.models import Lidmaatschap, Tekstblok
from inburgering.models.standaardteksten import BLOKKEN, BRIEVEN, TALEN
from inburgering.models.tekstblok import afdruk, fout_in, teksten, voorbeeld, vul
from tests.inburgering.views.zaken import lid_van


URL = "/beheer/teksten/"
BEZWAAR = BLOKKEN["pip_bezwaar"]
GOED = {"tekst": "U heeft {weken} weken.", "geldig_vanaf": "20-11-2026"}
VERTALING = {
    "taal": "tr",
    "tekst": "Plan özeti (verzonnen)",
    "vertaald_door": "Tolkbureau A",
}


@pytest.fixture
def beheerder(delft) -> Lidmaatschap:
    return lid_van(delft, "functioneel_beheerder", naam="F. Beheer")


def woorden(sleutel: str, dag: date, taal: str = "") -> str:
    known = [TALEN[taal]] if taal else []
    return teksten(dag, *known).tekst(sleutel, *known).woorden


# --- What is filled in ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("tekst", "melding"),
    [
        ("Binnen {weken} weken", ""),
        ("Binnen {weken} en nog eens {weken} weken", ""),
        ("Binnen zes weken", "moet {weken} staan"),
        ("Binnen {dagen} dagen", "{dagen} is hier niet bekend"),
        ("Binnen {weken weken", "De accolades kloppen niet"),
        ("Binnen weken} weken", "De accolades kloppen niet"),
        ("Binnen {} weken", "De accolades kloppen niet"),
        ("Binnen {0} weken", "De accolades kloppen niet"),
        ("{weken.__class__}", "De accolades kloppen niet"),
        ("{weken[0]}", "De accolades kloppen niet"),
        ("{weken!r}", "De accolades kloppen niet"),
        ("{weken:>9999999}", "De accolades kloppen niet"),
        ("{weken} {{letterlijk}}", ""),
        ("100% {weken} %s <b>#let</b>", ""),
    ],
)
def test_places_are_checked(tekst: str, melding: str) -> None:
    found = fout_in(BEZWAAR, tekst)
    assert (melding in found) if melding else found == ""


def test_every_standard_text_knows_its_places() -> None:
    for blok in BLOKKEN.values():
        assert fout_in(blok, blok.tekst) == "", blok.sleutel
        assert "{" not in voorbeeld(blok, ""), blok.sleutel
    assert sum(len(brief.blokken) for brief in BRIEVEN.values()) == len(BLOKKEN)


def test_a_value_stays_whole_between_letters_from_the_right() -> None:
    assert vul("{einde}", {"einde": "28-02-2030"}) == "28-02-2030"
    assert vul("{einde}", {"einde": "28-02-2030"}, los=True) == "\u206828-02-2030\u2069"


# --- Own words ------------------------------------------------------------------------


def test_own_words_hold_from_their_day_and_can_go_back(als, beheerder, vandaag) -> None:
    client = als(beheerder)
    url = f"{URL}pip_bezwaar/wijzigen/"
    assert "moet" in BEZWAAR.tekst or woorden("pip_bezwaar", vandaag) == BEZWAAR.tekst
    later = GOED | {"tekst": "Later {weken}.", "geldig_vanaf": "01-12-2026"}
    for form in (GOED, later):
        assert client.post(url, form)["Location"] == f"{URL}pip_bezwaar/"
    assert woorden("pip_bezwaar", vandaag) == GOED["tekst"]
    assert woorden("pip_bezwaar", date(2026, 12, 1)) == "Later {weken}."
    assert woorden("pip_bezwaar", vandaag - timedelta(days=1)) == BEZWAAR.tekst
    page = client.get(f"{URL}pip_bezwaar/").content.decode()
    assert "gaat in op 1 december 2026" in page
    assert "U heeft 6 weken." in page
    client.post(url, GOED | {"tekst": "", "geldig_vanaf": "02-12-2026"})
    assert woorden("pip_bezwaar", date(2026, 12, 2)) == BEZWAAR.tekst
    versions = Tekstblok.objects.order_by("versie").values_list("versie", flat=True)
    assert list(versions) == [1, 2, 3]


@pytest.mark.parametrize(
    ("typed", "veld", "melding"),
    [
        ({"tekst": "Zonder getal"}, "tekst", "moet {weken} staan"),
        ({"tekst": "{weken.x}"}, "tekst", "De accolades kloppen niet"),
        ({"tekst": "{weken}" + "x" * 4000}, "tekst", "te lang"),
        ({"geldig_vanaf": "19-11-2026"}, "geldig_vanaf", "al voorbij"),
        ({"geldig_vanaf": ""}, "geldig_vanaf", "Vul de dag"),
    ],
)
def test_what_cannot_be_is_said_and_the_words_stay(
    als, beheerder, typed, veld, melding
) -> None:
    form = GOED | typed
    answer = als(beheerder).post(f"{URL}pip_bezwaar/wijzigen/", form)
    assert answer.status_code == 422
    assert melding in str(answer.context["form"].errors[veld])
    assert answer.context["form"]["tekst"].value() == form["tekst"]
    assert not Tekstblok.objects.exists()


def test_looking_at_an_example_saves_nothing(als, beheerder) -> None:
    client = als(beheerder)
    look = GOED | {"voorbeeld": "ja"}
    page = client.post(f"{URL}pip_bezwaar/wijzigen/", look)
    assert "U heeft 6 weken." in page.content.decode()
    page = client.post(f"{URL}pip_bezwaar/wijzigen/", look | {"tekst": "{x}"})
    assert page.status_code == 422
    assert not Tekstblok.objects.exists()


def test_the_letter_says_own_words_and_of_which_version(als, beheerder) -> None:
    client = als(beheerder)
    client.post(f"{URL}pip_bezwaar/wijzigen/", GOED)
    answer = client.get(f"{URL}voorbeeld/")
    assert answer["Content-Type"] == "application/pdf"
    assert b"pdfuaid:part" in answer.content


def test_the_pages_ask_little_whatever_was_written(als, beheerder, hoogstens) -> None:
    client = als(beheerder)
    for _ in range(4):
        client.post(f"{URL}sv_titel/vertalen/", VERTALING)
    for path in ("", "sv_titel/", "sv_titel/wijzigen/", "sv_titel/vertalen/"):
        with hoogstens(6):
            assert client.get(f"{URL}{path}").status_code == 200


@pytest.mark.parametrize(
    "pad", ["bestaat-niet/", "pip_aanhef/vertalen/", "vertaling/99/nakijken/"]
)
def test_what_is_not_there_is_not_found(als, beheerder, pad) -> None:
    assert als(beheerder).get(f"{URL}{pad}").status_code == 404


# --- Translations ---------------------------------------------------------------------


def test_only_what_a_second_person_found_good_is_used(
    als, beheerder, teamleider, vandaag
) -> None:
    als(beheerder).post(f"{URL}sv_titel/vertalen/", VERTALING)
    row = Tekstblok.objects.get()
    url = f"{URL}vertaling/{row.pk}/nakijken/"
    assert woorden("sv_titel", vandaag, "tr") == BLOKKEN["sv_titel"].tekst

    own = als(beheerder).post(url, {"goed": "ja"})
    assert own.status_code == 422
    assert "Laat een collega" in own.content.decode()

    client = als(teamleider)
    assert url in client.get(f"{URL}sv_titel/").content.decode()
    assert client.post(url, {"goed": "nee"}).status_code == 422
    assert client.post(url, {"goed": "ja"}).status_code == 302
    assert woorden("sv_titel", vandaag, "tr") == VERTALING["tekst"]
    assert woorden("sv_titel", vandaag, "ar") == BLOKKEN["sv_titel"].tekst
    again = client.post(url, {"goed": "ja"})
    assert "al nagekeken" in again.content.decode()


def test_what_was_found_wrong_is_not_used(als, beheerder, teamleider, vandaag) -> None:
    als(beheerder).post(f"{URL}sv_titel/vertalen/", VERTALING)
    row = Tekstblok.objects.get()
    client = als(teamleider)
    client.post(f"{URL}vertaling/{row.pk}/nakijken/",
                {"goed": "nee", "opmerking": "Te deftig"})  # fmt: skip
    assert woorden("sv_titel", vandaag, "tr") == BLOKKEN["sv_titel"].tekst
    page = client.get(f"{URL}sv_titel/").content.decode()
    assert "Te deftig" in page
    assert "Niet goed" in page


def test_a_translation_falls_with_the_dutch_it_translates(
    als, beheerder, teamleider, vandaag
) -> None:
    als(beheerder).post(f"{URL}sv_titel/vertalen/", VERTALING)
    row = Tekstblok.objects.get()
    als(teamleider).post(f"{URL}vertaling/{row.pk}/nakijken/", {"goed": "ja"})
    als(beheerder).post(
        f"{URL}sv_titel/wijzigen/",
        {"tekst": "Uw plan kort", "geldig_vanaf": "20-11-2026"},
    )
    assert woorden("sv_titel", vandaag, "tr") == "Uw plan kort"
    als(beheerder).post(f"{URL}sv_titel/vertalen/", VERTALING)
    assert Tekstblok.objects.latest("id").hoort_bij == afdruk("Uw plan kort")
    page = als(beheerder).get(f"{URL}sv_titel/").content.decode()
    assert "Vervallen: van een oude tekst" in page


def test_who_changes_the_dutch_reads_first_which_translations_fall(
    als, beheerder, teamleider
) -> None:
    client = als(beheerder)
    client.post(f"{URL}sv_titel/vertalen/", VERTALING)
    url = f"{URL}sv_titel/wijzigen/"
    assert "Vertalingen vervallen" not in client.get(url).content.decode()
    row = Tekstblok.objects.get()
    als(teamleider).post(f"{URL}vertaling/{row.pk}/nakijken/", {"goed": "ja"})
    page = als(beheerder).get(url).content.decode()
    assert "Vertalingen vervallen" in page
    assert "vertaald in: Turks" in page


def test_the_list_says_per_language_what_is_still_to_do(
    als, beheerder, teamleider
) -> None:
    """One in use, one that waits, one that fell, and the rest not begun."""

    def begun() -> list[tuple[str, str]]:
        page = als(beheerder).get(URL)
        brief = next(b for b in page.context["brieven"] if b[0].vertaalbaar)
        assert all(
            not talen for b, _, talen in page.context["brieven"] if b != brief[0]
        )
        (found,) = brief[2]
        shown = page.content.decode()
        assert f"{found['klaar']} van de {found['totaal']} zinnen" in shown
        assert f"{len(found['nieuw'])} zinnen zijn nog niet vertaald" in shown
        assert f"{URL}{found['nieuw'][0].sleutel}/vertalen/?taal=tr" in shown
        return [(blok.sleutel, stand[0]) for blok, stand in found["begonnen"]]

    for blok in ("sv_titel", "sv_doelen", "sv_afspraken"):
        als(beheerder).post(f"{URL}{blok}/vertalen/", VERTALING)
    for row in Tekstblok.objects.exclude(sleutel="sv_doelen"):
        als(teamleider).post(f"{URL}vertaling/{row.pk}/nakijken/", {"goed": "ja"})
    assert begun() == [("sv_doelen", "Wacht op nakijken")]
    als(beheerder).post(
        f"{URL}sv_afspraken/wijzigen/",
        {"tekst": "Dit spraken wij af.", "geldig_vanaf": "20-11-2026"},
    )
    assert begun() == [
        ("sv_doelen", "Wacht op nakijken"),
        ("sv_afspraken", "Vervallen: van een oude tekst"),
    ]


def test_a_translation_keeps_the_places(als, beheerder) -> None:
    form = VERTALING | {"tekst": "30-11"}
    answer = als(beheerder).post(f"{URL}sv_termijn/vertalen/", form)
    assert "{einde} staan" in str(answer.context["form"].errors["tekst"])
    assert answer.context["form"]["tekst"].value() == "30-11"


def test_the_database_wants_a_second_person_too(beheerder, delft, vandaag) -> None:
    row = Tekstblok(
        gemeente=delft, sleutel="sv_titel", taal="tr", versie=1, tekst="x",
        geldig_vanaf=vandaag, vastgelegd_op=vandaag, vastgelegd_door=beheerder.gebruiker,
        nagekeken_op=vandaag, nagekeken_door=beheerder.gebruiker, goed=True,
    )  # fmt: skip
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


@pytest.mark.parametrize(
    "rol", ["klantmanager", "administratie", "privacyfunctionaris"]
)
def test_the_texts_are_for_who_manages_them(als, delft, rol) -> None:
    client = als(lid_van(delft, rol))
    assert client.get(URL).status_code == 403
    assert client.post(f"{URL}pip_bezwaar/wijzigen/", GOED).status_code == 403
