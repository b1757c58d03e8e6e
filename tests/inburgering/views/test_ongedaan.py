"""Undo where it can be undone; asked once more where it cannot."""

import re
from uuid import uuid4

import pytest
from django.test import Client

from inburgering.authorization.spil import OP_EEN_TRAJECT
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.forms.spil import formulier
from inburgering.models import (
    PIP,
    Aandachtspunt,
    Agendapunt,
    Doel,
    Gebeurtenis,
    Gezinsband,
    Notitie,
    Raadpleging,
    Roosterregel,
    Taak,
    Taalkennis,
    Wachtplek,
    Wachtreden,
)
from inburgering.views.ongedaan import TEGENDEEL
from inburgering.wet.handelingen import Handeling
from inburgering.wet.uitkomst import NietToegestaan
from tests.inburgering.cast import Leven
from tests.inburgering.voorbeelden import (
    VOORBEELD,
    d,
    met_aandachtspunt,
    met_aandachtspunt_voorbij,
    met_wachtplek,
    met_wachtplek_voorbij,
    met_wachtreden_voorbij,
)


pytestmark = pytest.mark.usefixtures("aanbieder")
W, H = Werkhandeling, Handeling
KNOP = re.compile(
    r'<form method="post" action="(/trajecten/[^"]+)">.*?name="sleutel" value="([^"]+)">'
    r'<button class="ib-button">Ongedaan maken',
    re.DOTALL,
)


def doe(scherm: Client, life: Leven, act: W):
    example = VOORBEELD[act]
    typed = dict(example.invoer(life)) | {"sleutel": str(uuid4())}
    return scherm.post(example.url(life), typed, follow=True).content.decode()


KLAAR = {
    W.TAAK_AFRONDEN: lambda: Taak.objects.get().klaar_op is None,
    W.NOTITIE_VASTZETTEN: lambda: not Notitie.objects.get().vastgezet,
    W.NOTITIE_LOSMAKEN: lambda: Notitie.objects.get().vastgezet,
    W.WACHTREDEN_BEEINDIGEN: lambda: Wachtreden.objects.get().tot is None,
    W.ROOSTER_INTREKKEN: lambda: Roosterregel.objects.get().ingetrokken_op is None,
    W.TAAL_INTREKKEN: lambda: Taalkennis.objects.get().ingetrokken_op is None,
    W.DOEL_BEEINDIGEN: lambda: Doel.objects.get().geeindigd_op is None,
    W.WACHTLIJST_BEEINDIGEN: lambda: Wachtplek.objects.get().tot is None,
    W.AGENDAPUNT_AFZEGGEN: lambda: Agendapunt.objects.get().afgezegd_op is None,
    W.AANDACHTSPUNT_BEEINDIGEN: lambda: Aandachtspunt.objects.get().tot is None,
    W.GEZIN_KOPPELEN: lambda: Gezinsband.objects.get().ingetrokken_op is not None,
    W.GEZIN_ONTKOPPELEN: lambda: Gezinsband.objects.get().einde is None,
    W.GEZIN_INTREKKEN: lambda: Gezinsband.objects.get().einde is None,
}


@pytest.mark.parametrize("act", list(TEGENDEEL))
def test_an_act_is_undone_by_its_opposite_from_the_message(act, leven, scherm) -> None:
    life = VOORBEELD[act].maak(leven)
    page = doe(scherm, life, act)
    url, sleutel = KNOP.search(page).groups()
    assert not KLAAR[act]()

    for _ in range(2):  # a second click does nothing twice
        answer = scherm.post(url, {"sleutel": sleutel}, follow=True)
        assert answer.status_code == 200
        assert KLAAR[act]()
    trail = Gebeurtenis.objects.filter(nummer=life.nummer)
    assert trail.get(sleutel=sleutel).handeling == TEGENDEEL[act].value
    # It is told once, and gone from the next page.
    assert not KNOP.search(scherm.get(life.traject.get_absolute_url()).content.decode())


def test_the_note_that_stood_on_top_goes_back_there(leven, scherm: Client) -> None:
    life = leven()
    notes = [
        life.doe(
            "notitie", "toevoegen", onderwerp=words, tekst="x", deelbaar=False,
            soort="algemeen",
        ).feit
        for words in ("Eerst", "Later")
    ]  # fmt: skip
    life.doe("notitie", "vastzetten", id=notes[0].pk)
    url = f"/trajecten/{life.nummer}/notitie/{notes[1].pk}/vastzetten/"
    page = scherm.post(url, {"sleutel": str(uuid4())}, follow=True).content.decode()
    assert Notitie.objects.get(vastgezet=True) == notes[1]
    back, sleutel = KNOP.search(page).groups()
    for _ in range(2):
        assert scherm.post(back, {"sleutel": sleutel}, follow=True).status_code == 200
        assert Notitie.objects.get(vastgezet=True) == notes[0]
    assert Notitie.history.filter(id=notes[1].pk, vastgezet=True).exists()


def test_nobody_is_offered_an_undoing_that_is_then_refused(leven, scherm) -> None:
    """A link with somebody who does not share is ended in the file of that person."""
    life, other = leven(), leven(voornamen="Omar")
    other.doe("gezin", "delen", niet_delen_met_gezin=True)
    url = f"/trajecten/{life.nummer}/gezin/koppelen/"
    typed = {"ander": other.nummer, "soort": "partner", "begin": d(-1)}
    page = scherm.post(url, typed, follow=True).content.decode()
    made = Gezinsband.objects.get()
    assert not KNOP.search(page)
    here = f"/trajecten/{life.nummer}/gezin/{made.pk}/intrekken/"
    assert scherm.post(here, {"sleutel": str(uuid4())}).status_code in (404, 422)
    made.refresh_from_db()
    assert made.ingetrokken_op is None


def test_a_link_taken_back_shows_nowhere_and_both_files_tell_it(leven, scherm) -> None:
    life, other = leven(), leven(voornamen="Omar")
    made = life.doe(
        "gezin", "koppelen", ander=other.nummer, soort="partner", begin=life.dag
    ).feit
    life.doe("gezin", "intrekken", id=made.pk)
    for one, two in ((life, other), (other, life)):
        page = scherm.get(f"/trajecten/{one.nummer}/gezin/").content.decode()
        assert f"/trajecten/{two.nummer}/gezin/" not in page
        assert Gebeurtenis.objects.filter(
            nummer=one.nummer, handeling=W.GEZIN_INTREKKEN.value
        ).exists()
    assert Gezinsband.history.filter(id=made.pk, einde=None).exists()
    # Linked anew meanwhile: the one that was taken back does not run beside it.
    life.doe("gezin", "koppelen", ander=other.nummer, soort="ouder", begin=life.dag)
    with pytest.raises(NietToegestaan, match="al gekoppeld"):
        life.doe("gezin", "hervatten", id=made.pk)


def test_a_place_on_the_waiting_list_comes_back_with_what_the_step_waits_for(leven):
    life = leven().door_tot("leerroute")
    met_wachtplek_voorbij(life)
    place = Wachtplek.objects.get()
    assert not Wachtreden.objects.filter(tot=None).exists()
    life.doe("wachtlijst", "hervatten", id=place.pk)
    place.refresh_from_db()
    assert (place.tot, place.reden_einde) == (None, "")
    assert Wachtreden.objects.filter(tot=None).count() == 1


def test_a_place_that_was_asked_anew_is_not_put_back(leven) -> None:
    life = leven().door_tot("leerroute")
    met_wachtplek_voorbij(life)
    first = Wachtplek.objects.get()
    met_wachtplek(life)
    with pytest.raises(NietToegestaan, match="al op de wachtlijst"):
        life.doe("wachtlijst", "hervatten", id=first.pk)


def test_a_flag_that_was_set_anew_is_not_put_back(leven) -> None:
    life = leven()
    met_aandachtspunt_voorbij(life)
    first = Aandachtspunt.objects.get()
    life.na(1)
    met_aandachtspunt(life)
    with pytest.raises(NietToegestaan, match="intussen opnieuw gezet"):
        life.doe("aandachtspunt", "hervatten", id=first.pk)


def test_every_opposite_has_a_test() -> None:
    assert set(KLAAR) == set(TEGENDEEL)


def test_what_goes_on_elsewhere_is_not_undone(leven, scherm: Client) -> None:
    life = leven().door_tot("leerroute")
    met_wachtreden_voorbij(life)
    first = Wachtreden.objects.get()
    life.doe(
        "wachtreden", "vastleggen", stap="inburgeringsaanbod-1", reden="geen_docent",
        sinds=life.dag,
    )  # fmt: skip
    url = f"/trajecten/{life.nummer}/wachtreden/{first.pk}/hervatten/"
    answer = scherm.post(url, {"sleutel": str(uuid4())})
    assert answer.status_code == 422
    assert "wacht intussen op iets anders" in answer.content.decode()
    assert Wachtreden.objects.filter(tot=None).count() == 1


# --- Asked once more ------------------------------------------------------------------

GEVRAAGD = {
    H.PIP_VASTSTELLEN, H.ZROUTE_AFRONDEN, H.HANDHAVING_BESLUITEN, H.HANDHAVING_VERSTUREN,
    H.BEZWAAR_BESLISSEN, H.BEZWAAR_VERSTUREN, W.DOCUMENT_INTREKKEN,
    W.VERNIETIGING_VOORDRAGEN,
}  # fmt: skip


def test_what_is_asked_once_more_and_what_is_undone_are_two_things() -> None:
    asked = {act for act in OP_EEN_TRAJECT if formulier(act).bevestigen}
    assert asked == GEVRAAGD
    assert not asked & (set(TEGENDEEL) | set(TEGENDEEL.values()))


def test_a_decision_is_asked_once_more_with_what_was_typed(leven, scherm) -> None:
    example = VOORBEELD[H.PIP_VASTSTELLEN]
    life = example.maak(leven)
    typed = {"dagtekening": d(), "versie": life.traject.versie, "sleutel": str(uuid4())}
    before = Gebeurtenis.objects.count()

    asked = scherm.post(example.url(life), typed)
    page = asked.content.decode()
    assert asked.status_code == 200
    assert "PIP vaststellen: klopt dit?" in page
    assert "10 juni 2026" in page
    assert "Dan loopt de inburgeringstermijn van" in page
    assert f'name="dagtekening" value="{d()}"' in page
    assert Gebeurtenis.objects.count() == before
    assert not PIP.objects.exclude(dagtekening=None).exists()

    back = scherm.post(example.url(life), typed | {"wijzigen": "ja"})
    assert back.status_code == 200
    assert f'value="{d()}"' in back.content.decode()
    assert not PIP.objects.exclude(dagtekening=None).exists()

    done = scherm.post(example.url(life), typed | {"bevestigd": "ja"})
    assert done.status_code == 302
    assert PIP.objects.get().dagtekening is not None


def test_nobody_confirms_what_is_then_refused(leven, scherm: Client) -> None:
    example = VOORBEELD[H.PIP_VASTSTELLEN]
    life = example.maak(leven)
    typed = {"dagtekening": d(-95), "versie": life.traject.versie}
    answer = scherm.post(example.url(life), typed)
    assert answer.status_code == 422
    assert "dagtekening" in answer.context["form"].errors


def test_what_was_typed_is_sent_on_as_text(leven, scherm: Client) -> None:
    example = VOORBEELD[W.DOCUMENT_INTREKKEN]
    life = example.maak(leven)
    looked = Raadpleging.objects.count()
    page = scherm.post(
        example.url(life), {"reden_intrekken": '"><script>alert(1)</script>'}
    ).content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page
    assert Raadpleging.objects.count() == looked
