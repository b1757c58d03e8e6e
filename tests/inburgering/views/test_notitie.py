"""Notes: kinds with a hint, one on top of the file, and what they said before."""

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from inburgering.models import Notitie
from inburgering.models.notitie import Notitiesoort
from tests.inburgering.cast import VANDAAG, Leven, lid_van
from tests.inburgering.voorbeelden import NOTITIE, met_notitie_bovenaan


pytestmark = pytest.mark.usefixtures("aanbieder")


@pytest.fixture
def life(leven) -> Leven:
    """Give a case with a note on top."""
    life = leven()
    met_notitie_bovenaan(life)
    return life.op(VANDAAG)


def bekijk(client: Client, life: Leven, deel: str = "") -> str:
    answer = client.get(f"/trajecten/{life.nummer}/{deel}")
    assert answer.status_code == 200
    return answer.content.decode()


def pin(life: Leven, onderwerp: str) -> Notitie:
    note = life.doe("notitie", "toevoegen", onderwerp=onderwerp, tekst="Lees dit").feit
    life.doe("notitie", "vastzetten", id=note.pk)
    return note


def test_a_pinned_note_stands_on_top_until_another_takes_its_place(life, scherm):
    assert "Wil liever overdag" in bekijk(scherm, life)
    note = pin(life, "Eerst dit")
    assert list(Notitie.objects.filter(vastgezet=True)) == [note]
    page = bekijk(scherm, life)
    assert "Eerst dit" in page
    assert "Wil liever overdag" not in page

    life.doe("notitie", "losmaken", id=note.pk)
    assert "Eerst dit" not in bekijk(scherm, life)
    assert "Eerst dit" in bekijk(scherm, life, "gesprekken/")


def test_older_notes_stand_behind_a_link(life, scherm, monkeypatch):
    monkeypatch.setattr("inburgering.views.notities.MEESTE", 2)
    for n in range(3):
        life.doe("notitie", "toevoegen", onderwerp=f"Notitie {n}", tekst="x")
    url = f"/trajecten/{life.nummer}/gesprekken/"
    page = scherm.get(url)
    # The one on top comes first, however old it is.
    assert [n["kop"] for n in page.context["notities"]] == [
        "Lessen",
        "Notitie 2",
    ]
    assert "Toon ook oudere notities (2)" in page.content.decode()
    everything = scherm.get(url + page.context["ouder_url"]).context
    assert len(everything["notities"]) == 4
    assert everything["oudere_notities"] == 0


def test_the_database_keeps_one_note_on_top(life):
    other = life.doe("notitie", "toevoegen", onderwerp="Nog een", tekst="x").feit
    other.vastgezet = True
    with pytest.raises(IntegrityError), transaction.atomic():
        other.save()


@pytest.mark.parametrize("rol", ["administratie", "externe_begeleider"])
def test_who_reads_no_notes_sees_nothing_on_top(life, inloggen, delft, rol):
    member = lid_van(delft, rol)
    life.doe("traject", "toewijzen", klantmanager=None, begeleider=member.gebruiker)
    assert "Wil liever overdag" not in bekijk(inloggen(member), life)


def test_a_changed_note_keeps_what_it_said_and_who_wrote_it(life, scherm, delft):
    first = life.lid.gebruiker.naam
    life.lid = lid_van(delft, "teamleider")
    pk = Notitie.objects.get().pk
    life.doe(
        "notitie", "wijzigen", id=pk, onderwerp="Lessen", tekst="Mag ook in de avond",
        soort="afspraak", deelbaar=True,
    )  # fmt: skip
    (note,) = scherm.get(f"/trajecten/{life.nummer}/gesprekken/").context["notities"]
    assert (note["tekst"], note["soort"]) == ("Mag ook in de avond", "Afspraak")
    assert note["vastgezet"]
    assert note["gewijzigd"]["door"] == life.lid.gebruiker.naam
    assert note["door"] == first
    (was,) = note["eerder"]
    assert (was["tekst"], was["door"]) == ("Wil liever overdag", first)


def test_every_kind_says_what_to_write_and_what_not(life, scherm):
    page = bekijk(scherm, life, "notitie/toevoegen/")
    assert all(kind.hint in page for kind in Notitiesoort)
    assert all("geen " in kind.hint.lower() or "niet" in kind.hint.lower()
               for kind in Notitiesoort)  # fmt: skip


@pytest.mark.parametrize(
    ("anders", "veld"),
    [({"soort": "gezondheid"}, "soort"), ({"deelbaar": ""}, "deelbaar")],
)
def test_a_kind_is_chosen_and_so_is_for_whom(life, scherm, anders, veld):
    typed = NOTITIE | {"onderwerp": "Les", "tekst": "Overdag"} | anders
    answer = scherm.post(f"/trajecten/{life.nummer}/notitie/toevoegen/", typed)
    assert answer.status_code == 422
    assert veld in answer.context["form"].errors
    assert "Overdag" in answer.content.decode()


def test_a_note_is_pinned_once(life, scherm):
    pk = Notitie.objects.get().pk
    url = f"/trajecten/{life.nummer}/notitie/{pk}/vastzetten/"
    assert scherm.get(url).status_code == 409
    answer = scherm.post(url, {})
    assert answer.status_code == 422
    assert "staat al bovenaan" in answer.content.decode()
