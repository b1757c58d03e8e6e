"""Appointments, flags, reception places, changes of caseworker, and what was checked."""

from datetime import time, timedelta
from uuid import uuid4

import pytest

from inburgering.actions.aandachtspunt import kiezen
from inburgering.actions.opvangplek import vastleggen
from inburgering.actions.verlof import plannen
from inburgering.forms.agendapunt import Maken
from inburgering.models import (
    Agendapunt,
    Contact,
    Document,
    Inburgeraar,
    Opvangplek,
    Samenvoeging,
    Traject,
)
from inburgering.models.wisselingen import met_veel, perioden, wisselingen
from inburgering.views.agenda import als_kalender
from inburgering.wet.uitkomst import NietToegestaan
from tests.inburgering.bijlagen import Bijlage
from tests.inburgering.cast import VANDAAG, lid_van, moment
from tests.inburgering.voorbeelden import document


pytestmark = [pytest.mark.django_db]


@pytest.fixture
def life(leven, collega):
    made = leven().op(VANDAAG)
    made.doe("traject", "toewijzen", klantmanager=collega.gebruiker)
    return made


def afspraak(life, dagen=0, **anders):
    velden = {
        "soort": "intake", "dag": VANDAAG + timedelta(days=dagen), "begin": time(14),
        "einde": None, "vorm": "kantoor", "plaats": "Kamer 4; eerste, verdieping",
        "tolktaal": "Arabisch", "wie": None,
    } | anders  # fmt: skip
    return life.doe("agendapunt", "maken", **velden).feit


def test_the_week_of_a_colleague_and_of_whom_they_replace(life, inloggen, delft):
    afspraak(life)
    other = lid_van(delft)
    assert "Rania" not in inloggen(other).get("/agenda/").content.decode()
    plannen(
        by=life.lid, on=moment(VANDAAG), gebruiker=life.lid.gebruiker,
        vervanger=other.gebruiker, van=VANDAAG, tot_en_met=VANDAAG + timedelta(days=3),
    )  # fmt: skip
    page = inloggen(other).get("/agenda/").content.decode()
    assert "Rania Haddad" in page
    assert "u vervangt" in page
    assert (
        "Vandaag in uw agenda" in inloggen(other).get("/werkvoorraad/").content.decode()
    )


@pytest.mark.parametrize(
    ("rol", "ziet"),
    [
        ("klantmanager", True), ("teamleider", True), ("jurist_bezwaar", True),
        ("administratie", False),
    ],
)  # fmt: skip
def test_a_hearing_is_seen_only_by_who_may_know_of_enforcement(
    life, inloggen, delft, rol, ziet
):
    afspraak(life, 3, soort="hoorzitting")
    afspraak(life, 4, soort="huisbezoek")
    answer = inloggen(lid_van(delft, rol)).get(f"/trajecten/{life.nummer}/")
    page = answer.content.decode()
    assert ("Hoorzitting" in page) is ziet
    assert "Huisbezoek" in page


def test_an_external_guide_sees_no_hearing_of_their_own_person(life, inloggen, delft):
    guide = lid_van(delft, "externe_begeleider")
    life.doe(
        "traject", "toewijzen", klantmanager=life.lid.gebruiker,
        begeleider=guide.gebruiker,
    )  # fmt: skip
    afspraak(life, 3, soort="hoorzitting")
    page = inloggen(guide).get(f"/trajecten/{life.nummer}/").content.decode()
    assert "Agenda" in page
    assert "Hoorzitting" not in page


@pytest.mark.parametrize(
    ("geheim", "vorm", "getoond"),
    [(False, "thuis", True), (True, "kantoor", True), (True, "thuis", False)],
)
def test_where_somebody_with_a_secret_address_lives_is_in_no_agenda(
    life, scherm, geheim, vorm, getoond
):
    afspraak(life, vorm=vorm, plaats="Oude Delft 77")
    person = Inburgeraar.objects.get(pk=life.traject.inburgeraar_id)
    person.geheim_adres = geheim
    person.save()
    for page in ("/agenda/", "/werkvoorraad/", f"/trajecten/{life.nummer}/"):
        assert ("Oude Delft 77" in scherm.get(page).content.decode()) is getoond


@pytest.mark.parametrize(
    ("geheim", "vorm", "plaats", "goed"),
    [
        (True, "thuis", "Oude Delft 77", False), (True, "thuis", "", True),
        (True, "kantoor", "Kamer 4", True), (False, "thuis", "Oude Delft 77", True),
    ],
)  # fmt: skip
def test_a_secret_address_is_not_typed_as_a_place(leven, geheim, vorm, plaats, goed):
    life = leven(geheim_adres=geheim).op(VANDAAG)
    form = Maken(
        {
            "soort": "gesprek", "dag": "11-06-2026", "begin": "10:00", "vorm": vorm,
            "plaats": plaats, "sleutel": str(uuid4()),
        },
        dossier=life.dossier, vandaag=VANDAAG,
    )  # fmt: skip
    assert ("plaats" not in form.errors) is goed


@pytest.mark.parametrize("week", ["x", "2026-13-40", "9999-12-31", "0001-01-01", ""])
def test_an_odd_week_is_this_week(life, scherm, week):
    afspraak(life)
    assert "Rania" in scherm.get("/agenda/", {"week": week}).content.decode()


def test_an_outcome_is_a_contact_moment_and_nothing_else(life, scherm):
    row = afspraak(life)
    url = f"/trajecten/{life.nummer}/agendapunt/{row.pk}/afronden/"
    form = scherm.get(url, {"uitkomst": "weggebleven"}).context["form"]
    assert form.initial["uitkomst"] == "weggebleven"
    assert form.initial["tolktaal"] == "Arabisch"
    assert form.initial["onderwerp"] == "brede_intake"
    life.doe(
        "agendapunt", "afronden", id=row.pk, gesproken_op=VANDAAG, kanaal="kantoor",
        richting="", onderwerp="brede_intake", met_wie="inburgeraar",
        uitkomst="weggebleven", tolktaal="Arabisch", tekst="",
    )  # fmt: skip
    row.refresh_from_db()
    assert row.contact == Contact.objects.get()
    with pytest.raises(NietToegestaan, match="al afgerond"):
        life.doe("agendapunt", "afzeggen", id=row.pk, reden="x")
    assert "Rania" not in scherm.get("/agenda/").content.decode()


@pytest.mark.parametrize("brief", [True, False])
def test_a_letter_tells_that_an_appointment_is_off_and_that_it_goes_on_after_all(
    life, scherm, brief
):
    row = afspraak(life, vorm="kantoor", soort="hoorzitting")
    url = f"/trajecten/{life.nummer}/agendapunt/{row.pk}"
    typed = {"reden": "Ziek", "sleutel": str(uuid4())} | (
        {"brief": "on"} if brief else {}
    )
    page = scherm.post(f"{url}/afzeggen/", typed, follow=True).content.decode()
    assert f"{url}/hervatten/" in page  # its undoing is offered
    letters = Document.objects.filter(soort__startswith="afspraak_").order_by("id")
    assert letters.count() == int(brief)
    form = scherm.get(f"{url}/hervatten/").content.decode()
    assert ("een brief gemaakt dat het niet doorgaat" in form) is brief
    done = scherm.post(
        f"{url}/hervatten/", {"sleutel": str(uuid4())}, follow=True
    ).content.decode()
    assert ("Er is een nieuwe brief gemaakt" in done) is brief
    said = [str(letter.gegevens) for letter in letters]
    assert len(said) == 2 * brief
    for words, text in zip(("gaat niet door", "gaat toch door"), said, strict=False):
        assert words in text
        # What for is nobody else's business, and neither is why not.
        assert "oorzitting" not in text
        assert "Ziek" not in text


def test_without_an_address_an_appointment_is_cancelled_without_a_letter(life, scherm):
    row = afspraak(life)
    Inburgeraar.objects.update(adres="", postcode="", woonplaats="")
    page = scherm.post(
        f"/trajecten/{life.nummer}/agendapunt/{row.pk}/afzeggen/",
        {"reden": "Ziek", "brief": "on", "sleutel": str(uuid4())}, follow=True,
    ).content.decode()  # fmt: skip
    assert "het adres is niet bekend" in page
    row.refresh_from_db()
    assert row.afgezegd_op


def test_a_calendar_file_names_nobody(life, scherm):
    row = afspraak(life, vorm="thuis", plaats="Lange Geer 12")
    answer = scherm.get(f"/agenda/{row.pk}.ics")
    assert answer["Content-Type"].startswith("text/calendar")
    text = answer.content.decode()
    for secret in ("Rania", "Haddad", "Lange Geer"):
        assert secret not in text
    assert f"SUMMARY:Brede intake\\, dossier {life.nummer}" in text
    assert "DTSTART:20260610T120000Z" in text
    assert text.endswith("END:VCALENDAR\r\n")
    assert "BEGIN:VEVENT" in scherm.get("/agenda/week.ics").content.decode()
    assert scherm.get("/agenda/999.ics").status_code == 404


def test_a_long_line_is_folded_and_odd_signs_are_escaped(life):
    row = afspraak(life, plaats="é" * 60 + ";,\\")
    text = als_kalender([Agendapunt.objects.get(pk=row.pk)], moment(VANDAAG))
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert r"\;\,\\" in text.replace("\r\n ", "")


def test_a_flag_is_on_top_of_the_file_and_in_the_caseload(
    life, scherm, inloggen, delft
):
    life.doe(
        "aandachtspunt", "zetten", soort="eerst_bellen", reden="In de ochtend",
        van=VANDAAG, herzien_op=VANDAAG + timedelta(days=30),
    )  # fmt: skip
    for page in ("", "gegevens/", "notitie/toevoegen/"):
        shown = scherm.get(f"/trajecten/{life.nummer}/{page}").content.decode()
        assert "Bel eerst voordat u langsgaat" in shown
    assert "Bel eerst" in scherm.get("/caseload/").content.decode()
    office = inloggen(lid_van(delft, "administratie"))
    shown = office.get(f"/trajecten/{life.nummer}/").content.decode()
    assert "Bel eerst" in shown
    assert "In de ochtend" not in shown
    with pytest.raises(NietToegestaan, match="staat er al"):
        life.doe(
            "aandachtspunt", "zetten", soort="eerst_bellen", reden="Nog eens",
            van=VANDAAG, herzien_op=VANDAAG,
        )  # fmt: skip


def test_the_municipality_chooses_which_flags(life, delft, inloggen):
    owner = lid_van(delft, "functioneel_beheerder")
    page = inloggen(owner)
    assert page.get("/beheer/aandachtspunten/").status_code == 200
    kiezen(by=owner, on=moment(VANDAAG), soorten=["schriftelijk"])
    with pytest.raises(NietToegestaan, match="gebruikt uw gemeente niet"):
        life.doe(
            "aandachtspunt", "zetten", soort="eerst_bellen", reden="x", van=VANDAAG,
            herzien_op=VANDAAG,
        )  # fmt: skip
    kiezen(by=owner, on=moment(VANDAAG), soorten=["schriftelijk", "eerst_bellen"])
    life.doe(
        "aandachtspunt", "zetten", soort="eerst_bellen", reden="x", van=VANDAAG,
        herzien_op=VANDAAG,
    )  # fmt: skip


def test_how_far_a_place_is_and_where_one_lived(leven, scherm, delft):
    owner = lid_van(delft, "functioneel_beheerder")
    place = {"by": owner, "on": moment(VANDAAG), "reistijd": 45, "afstand": 31}
    vastleggen(naam="Azc Katwijk", **place)
    with pytest.raises(NietToegestaan, match="staat er al"):
        vastleggen(naam="AZC  katwijk", **place)
    assert Opvangplek.objects.count() == 1
    life = leven(
        verblijfsituatie="opvang", opvanglocatie="azc katwijk", datum_inschrijving=None,
        adres="", postcode="", woonplaats="",
    ).op(VANDAAG)  # fmt: skip
    assert (
        "45 minuten reizen" in scherm.get("/werkvoorraad/te-verdelen/").content.decode()
    )
    life.doe(
        "verhuizing", "vastleggen", soort="andere_opvanglocatie", verhuisd_op=VANDAAG,
        plaats="Azc Delft",
    )  # fmt: skip
    page = scherm.get(f"/trajecten/{life.nummer}/gegevens/").content.decode()
    assert page.index("Azc Delft") < page.index("45 minuten reizen, 31 km")


def test_changes_of_caseworker_are_counted(life, delft, scherm):
    for days in (5, 9):
        life.op(VANDAAG + timedelta(days=days)).doe(
            "traject", "toewijzen", klantmanager=lid_van(delft).gebruiker
        )
    found = perioden([life.traject.pk])[life.traject.pk]
    assert wisselingen(found) == 2
    assert [p.dagen(VANDAAG + timedelta(days=10)) for p in found] == [5, 4, 1]
    assert met_veel(Traject.objects.all()) == 1
    page = scherm.get(f"/trajecten/{life.nummer}/gegevens/").content.decode()
    assert "2 keer een andere klantmanager" in page


def test_what_was_checked_is_read_and_not_made_up(life, scherm):
    page = scherm.get(f"/trajecten/{life.nummer}/controles/").content.decode()
    assert "Nog niet gecontroleerd" in page
    assert "Het nummer kan bestaan" in page
    assert "Er zijn geen documenten" in page


def test_a_document_nobody_looked_at_has_no_moment(life, scherm, settings):
    add = f"/trajecten/{life.nummer}/document/toevoegen/"

    def looked_at():
        page = scherm.get(f"/trajecten/{life.nummer}/controles/")
        return page.context["controles"][-1]

    assert scherm.post(add, document(Bijlage())).status_code == 302
    assert (looked_at()["moment"], looked_at()["uitkomst"]) == (
        None,
        "Niet nagekeken: 1",
    )
    settings.DOCUMENT_SCANNER = f"{__name__}.schoon"
    scherm.post(add, document(Bijlage()))
    assert looked_at()["moment"] is not None
    assert looked_at()["uitkomst"] == "1 van 2 nagekeken"


def schoon(_inhoud):
    return ""


def test_a_merged_number_leads_on_and_a_form_goes_along(leven, scherm):
    one = leven().op(VANDAAG)
    two = leven(bsn="", v_nummer="2712345678").op(VANDAAG)
    url = f"/trajecten/{one.nummer}/samenvoeging/vragen/"
    assert two.nummer in scherm.get(url).content.decode()
    assert scherm.get(url, {"ander": "9999-99999"}).status_code == 422
    assert scherm.get(url, {"ander": one.nummer}).status_code == 422
    page = scherm.get(url, {"ander": two.nummer})
    form = page.context["form"]
    typed = {name: "blijft" for name in form.fields if name.startswith("keuze_")}
    typed |= {n: form.initial[n] for n in ("versie", "ander_versie", "sleutel")}
    there = f"{url}?ander={two.nummer}"
    assert scherm.post(there, typed).status_code == 422
    typed["reden"] = "Zelfde document"
    asked = scherm.post(there, typed)
    assert "kan niet ongedaan" in asked.content.decode()
    assert Traject.objects.count() == 2
    done = scherm.post(there, typed | {"bevestigd": "ja"})
    assert done.status_code == 302, done.content.decode()
    assert Traject.objects.count() == 1
    back = scherm.get(f"/trajecten/{two.nummer}/gesprekken/?kanaal=brief")
    assert back.url == f"/trajecten/{one.nummer}/gesprekken/?kanaal=brief"
    note = scherm.post(f"/trajecten/{two.nummer}/notitie/toevoegen/", {"tekst": "x"})
    assert note.status_code == 307
    found = scherm.get("/zoeken/", {"q": two.nummer})
    assert found.url == f"/trajecten/{one.nummer}/"
    for number in ("2712345678", "271 234 5678"):
        assert scherm.post("/zoeken/bsn/", {"bsn": number}).url.endswith(
            f"{one.nummer}/"
        )
    assert scherm.get("/zoeken/", {"q": "2712345678"}).url == "/zoeken/bsn/"


def test_a_bsn_that_comes_later_offers_to_compare(leven, scherm):
    known = leven().op(VANDAAG)
    later = leven(bsn="", v_nummer="2712345678").op(VANDAAG)
    url = f"/trajecten/{later.nummer}/traject/aanvullen/"
    form = scherm.get(url).context["form"]
    typed = {k: v for k, v in form.initial.items() if v not in (None, "")}
    typed |= {n: f"{v:%d-%m-%Y}" for n, v in typed.items() if hasattr(v, "year")}
    typed |= {"bsn": known.traject.inburgeraar.lees_bsn()}
    page = scherm.post(url, typed)
    text = page.content.decode()
    assert page.status_code == 422
    assert f"samenvoeging/vragen/?ander={known.nummer}" in text


def test_who_decides_finds_what_waits_and_approves(leven, inloggen, delft):
    two = leven(bsn="", v_nummer="2712345678").op(VANDAAG)
    row = Samenvoeging.objects.create(
        gemeente=delft, traject=leven().op(VANDAAG).traject, ander=two.traject,
        verschillen={"naam": [["Rania", "", "Haddad"], ["Ranya", "", "Hadad"]]},
        keuzes={"naam": "ander"}, reden="Zelfde document", status="gevraagd",
        gevraagd_op=VANDAAG, gevraagd_door=two.lid.gebruiker, versies=[1, 1],
    )  # fmt: skip
    boss = inloggen(lid_van(delft, "teamleider"))
    number = row.traject.nummer
    url = f"/trajecten/{number}/samenvoeging/{row.pk}/"
    assert url in boss.get("/werkvoorraad/herstel/").content.decode()
    page = boss.get(url)
    assert "Ranya Hadad" in page.content.decode()
    form = page.context["goedkeuren"]
    typed = {n: form.initial[n] for n in ("versie", "sleutel")}
    done = boss.post(f"{url}goedkeuren/", typed)
    assert done.status_code == 302, done.content.decode()
    assert Traject.objects.get().inburgeraar.naam == "Rania Haddad"  # nothing differs
    assert inloggen(two.lid).post(f"{url}goedkeuren/", typed).status_code == 403
