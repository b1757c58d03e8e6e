"""The file: what each section shows, to whom, and at what cost."""

from datetime import date, timedelta

import pytest

from inburgering.actions import aanbieder as aanbieders
from inburgering.actions import aanbod, duobesluit, notitie
from inburgering.actions import cursus as cursussen
from inburgering.actions.traject import aanvullen, toewijzen
from inburgering.models import (
    PIP,
    Document,
    Gebeurtenis,
    Gemeente,
    Raadpleging,
    Traject,
)
from inburgering.models.gemeente import gemeente
from tests.inburgering.views.zaken import (
    lid_van,
    met_concept,
    met_intake,
    met_pip,
    nieuw,
    onderweg,
    op,
    toegewezen,
)


SECTIES = (
    "", "gegevens/", "intake/", "pip/", "leerroute/", "gesprekken/", "examens/",
    "besluiten/", "handhaving/", "bezwaar/", "geschiedenis/",
)  # fmt: skip
BSN = "999990019"


def dagen(n: int) -> timedelta:
    return timedelta(days=n)


@pytest.fixture
def zaak(collega, vandaag) -> Traject:
    """A case well on its way."""
    made = toegewezen(
        nieuw(collega, vandaag - dagen(260), "Samira Haddad"),
        collega,
        vandaag - dagen(260),
    )
    met_intake(made, collega, vandaag - dagen(250))
    met_pip(made, collega, vandaag - dagen(200))
    onderweg(made, collega, vandaag - dagen(190))
    aanvullen(traject=made, by=collega, on=op(vandaag - dagen(9)), bsn=BSN)
    return Traject.objects.select_related("inburgeraar").get(pk=made.pk)


def bekijk(client, zaak: Traject, deel: str = "") -> str:
    answer = client.get(f"/trajecten/{zaak.nummer}/{deel}")
    assert answer.status_code == 200, deel
    return answer.content.decode()


def test_overview_tells_where_the_case_stands(als, collega, zaak):
    page = bekijk(als(collega), zaak)
    for words in (
        "Samira Haddad", "geboren 14 februari 1991", "B1-route",
        "Inburgeringsaanbod doen: ", "1 van 7 gehaald",
        "uiterlijk 4 mei 2029", "J. de Wit",
    ):  # fmt: skip
        assert words in page
    assert 'aria-current="step"' in page
    # A refused act is no link; why it is refused stands on a page of its own.
    assert f"/trajecten/{zaak.nummer}/intake/starten/" not in page
    assert f'href="/trajecten/{zaak.nummer}/kan-niet/">Wat kan nu niet' in page


def test_what_is_refused_now_is_told_with_its_reason(als, collega, zaak):
    page = bekijk(als(collega), zaak, "kan-niet/")
    assert "Z-route afronden" in page
    assert "De leerroute is niet de Z-route." in page
    assert "3.14" in page
    assert "Stand: Leerroute" in page
    assert f"/trajecten/{zaak.nummer}/zroute/afronden/" not in page


def test_every_section_shows_its_facts_with_their_source(als, collega, zaak):
    client = als(collega)
    expected = {
        "gegevens/": "Dorpsstraat 1",
        "intake/": "Verpleegkundige",
        "pip/": "Ik wil weer in de zorg werken.",
        "leerroute/": "De Keuken",
        "gesprekken/": "Reistijd is een zorg.",
        "examens/": "Gezakt",
        "besluiten/": "DUO heeft nog niets besloten",
        "geschiedenis/": "Persoon geregistreerd",
    }
    for deel, words in expected.items():
        assert words in bekijk(client, zaak, deel), deel
    assert "Ingevoerd op 4 mei 2026 door J. de Wit" in bekijk(client, zaak, "pip/")


@pytest.mark.parametrize("deel", SECTIES)
def test_at_most_12_statements(als, collega, zaak, deel, hoogstens):
    client = als(collega)
    with hoogstens(12):
        bekijk(client, zaak, deel)


def test_statements_do_not_grow_with_the_file(als, collega, zaak, vandaag, hoogstens):
    client = als(collega)

    def ask(deel: str) -> int:
        with hoogstens(12) as asked:
            bekijk(client, zaak, deel)
        return len(asked)

    def add(n: int) -> None:
        notitie.toevoegen(
            traject=zaak,
            by=collega,
            on=op(vandaag),
            onderwerp=f"Notitie {n}",
            tekst="x",
        )
        duobesluit.vastleggen(
            traject=zaak, by=collega, on=op(vandaag), soort="verlenging_afgewezen",
            besloten_op=vandaag,
        )  # fmt: skip

    add(0)
    before = {deel: ask(deel) for deel in SECTIES}
    for n in range(1, 11):
        add(n)
    assert {deel: ask(deel) for deel in SECTIES} == before


def test_every_look_is_logged_with_its_section(als, collega, zaak):
    client = als(collega)
    bekijk(client, zaak, "pip/")
    look = Raadpleging.objects.latest("id")
    assert (look.nummer, look.inzage, look.reden) == (zaak.nummer, "dossier", "PIP")
    assert look.gebruiker == collega.gebruiker_id


# --- BSN and secret address -----------------------------------------------------------


def test_bsn_stays_masked_until_asked_and_that_is_logged(als, collega, zaak):
    client = als(collega)
    for deel in SECTIES:
        assert BSN not in bekijk(client, zaak, deel), deel
    assert client.get(f"/trajecten/{zaak.nummer}/bsn/").status_code == 405
    shown = client.post(f"/trajecten/{zaak.nummer}/bsn/")
    assert BSN in shown.content.decode()
    assert "no-store" in shown["Cache-Control"]
    assert Raadpleging.objects.latest("id").inzage == "bsn"
    fragment = client.post(f"/trajecten/{zaak.nummer}/bsn/", HTTP_HX_REQUEST="true")
    assert BSN in fragment.content.decode()
    assert "<html" not in fragment.content.decode()


def test_who_may_not_see_a_bsn(als, collega, zaak):
    lawyer = als(lid_van(collega.gemeente, "jurist_bezwaar"))
    assert lawyer.post(f"/trajecten/{zaak.nummer}/bsn/").status_code == 403
    assert "Toon BSN" not in bekijk(lawyer, zaak, "gegevens/")


def test_a_secret_address_is_nowhere(als, collega, zaak, vandaag):
    aanvullen(traject=zaak, by=collega, on=op(vandaag), geheim_adres=True)
    client = als(collega)
    for deel in SECTIES:
        page = bekijk(client, zaak, deel)
        assert "Dorpsstraat" not in page, deel
        assert "2611AA" not in page, deel
    assert "Dit adres is geheim" in bekijk(client, zaak, "gegevens/")


# --- Roles ----------------------------------------------------------------------------


def test_clerk_sees_no_notes_and_no_baseline(als, collega, zaak):
    client = als(lid_van(collega.gemeente, "administratie"))
    assert client.get(f"/trajecten/{zaak.nummer}/intake/").status_code == 403
    assert client.get(f"/trajecten/{zaak.nummer}/geschiedenis/").status_code == 403
    talks = bekijk(client, zaak, "gesprekken/")
    assert "Voortgangsgesprek, " in talks
    assert "Reistijd" not in talks
    assert "Brede intake</a>" not in bekijk(client, zaak)
    assert "Verpleegkundige" not in bekijk(client, zaak, "gegevens/")


def test_guide_sees_own_people_and_own_notes(als, collega, zaak, vandaag):
    guide = lid_van(collega.gemeente, "externe_begeleider")
    client = als(guide)
    assert client.get(f"/trajecten/{zaak.nummer}/").status_code == 404
    toewijzen(
        traject=zaak, by=collega, on=op(vandaag), klantmanager=collega.gebruiker,
        begeleider=guide.gebruiker,
    )  # fmt: skip
    for by, words in ((collega, "van de klantmanager"), (guide, "van mijzelf")):
        notitie.toevoegen(
            traject=zaak, by=by, on=op(vandaag), onderwerp="Notitie", tekst=words
        )
    page = bekijk(client, zaak, "gesprekken/")
    assert "van mijzelf" in page
    assert "van de klantmanager" not in page
    assert client.get(f"/trajecten/{zaak.nummer}/intake/").status_code == 403


def test_lawyer_reads_and_records_an_objection_alone(als, collega, zaak):
    client = als(lid_van(collega.gemeente, "jurist_bezwaar"))
    page = bekijk(client, zaak)
    assert "/bezwaar/vastleggen/" in page
    assert "/voortgangsgesprek/" not in page
    for deel in SECTIES:
        assert ">Herstel<" not in bekijk(client, zaak, deel)
    act = f"/trajecten/{zaak.nummer}/examen/vastleggen/"
    assert client.get(act).status_code == 403


def test_auditor_reads_the_sample_alone(als, collega, zaak, vandaag):
    other = nieuw(collega, vandaag - dagen(3), "Li Wen")
    auditor = lid_van(collega.gemeente, "auditor", steekproef=[zaak.nummer])
    client = als(auditor)
    assert "Met uw rol legt u in dit dossier nu niets vast" in bekijk(client, zaak)
    assert client.get(f"/trajecten/{other.nummer}/").status_code == 404


@pytest.mark.parametrize(
    "rol", ["contractbeheerder", "beleidsadviseur", "privacyfunctionaris",
            "functioneel_beheerder", "leveringsgoedkeurder"],
)  # fmt: skip
def test_roles_without_files(als, collega, zaak, rol):
    client = als(lid_van(collega.gemeente, rol))
    for deel in SECTIES:
        assert client.get(f"/trajecten/{zaak.nummer}/{deel}").status_code == 403


def test_another_municipality_does_not_find_it(als, collega, zaak):
    leiden = Gemeente.objects.create(code="0546", naam="Leiden")
    with gemeente(leiden):
        stranger = lid_van(leiden, "teamleider")
    assert als(stranger).get(f"/trajecten/{zaak.nummer}/").status_code == 404


def test_signing_in_is_needed(client, zaak):
    answer = client.get(f"/trajecten/{zaak.nummer}/")
    assert answer.status_code == 302
    assert "/account/login/" in answer["Location"]


# --- History, contradictions, what is missing -----------------------------------------


def test_history_shows_old_and_new_and_who_looked(als, collega, zaak, vandaag):
    aanvullen(traject=zaak, by=collega, on=op(vandaag), telefoon="015-1111111")
    aanvullen(
        traject=Traject.objects.get(pk=zaak.pk), by=collega, on=op(vandaag + dagen(0)),
        telefoon="015-2222222",
    )  # fmt: skip
    page = bekijk(als(collega), zaak, "geschiedenis/")
    assert "015-1111111" in page
    assert "015-2222222" in page
    assert "Wie keek in dit dossier?" in page
    assert "Dossier: Geschiedenis" in page


def test_a_long_history_has_pages_on_which_each_act_and_change_stands_once(
    als, collega, zaak, vandaag, hoogstens
):
    """All acts of a page, and what changed in its time: nothing lost, nothing twice."""
    for n in range(130):
        aanvullen(
            traject=Traject.objects.get(pk=zaak.pk), by=collega,
            on=op(vandaag) + timedelta(seconds=n), telefoon=f"015-{1_000_000 + n}",
        )  # fmt: skip
    client, url = als(collega), f"/trajecten/{zaak.nummer}/geschiedenis/"
    acts, numbers = [], []
    while url:
        with hoogstens(12):
            page = client.get(url).context
        acts += [act["toen"] for act in page["gebeurtenissen"]]
        for change in page["wijzigingen"]:
            fields = [field for part in change["delen"] for field in part["velden"]]
            numbers += [f["nieuw"] for f in fields if f["nieuw"].startswith("015-1")]
        url = (
            page["volgende_url"]
            and f"/trajecten/{zaak.nummer}/geschiedenis/{page['volgende_url']}"
        )
    assert numbers == [f"015-{1_000_000 + n}" for n in reversed(range(130))]
    assert len(acts) == Gebeurtenis.objects.filter(nummer=zaak.nummer).count()
    before = client.get(f"/trajecten/{zaak.nummer}/geschiedenis/?voor=0")
    assert list(before.context["gebeurtenissen"]) == []
    assert before.context["volgende_url"] == ""


def test_contradiction_and_missing_facts_stand_out(als, collega, zaak, vandaag):
    duobesluit.vastleggen(
        traject=zaak, by=collega, on=op(vandaag), soort="voldaan", besloten_op=vandaag
    )
    page = bekijk(als(collega), zaak)
    assert "Dit spreekt elkaar tegen" in page
    fresh = nieuw(
        collega, vandaag - dagen(3), "Olena Bondar", verblijfsituatie="opvang",
        datum_inschrijving=None, datum_kennisgeving=None,
    )  # fmt: skip
    page = bekijk(als(collega), fresh)
    assert "De tien weken voor het PIP zijn nog niet begonnen" in page


def test_deciding_a_plan_tells_first_what_follows(als, collega, vandaag):
    case = nieuw(collega, vandaag - dagen(60), "Mariam Aziz")
    met_intake(case, collega, vandaag - dagen(50))
    met_concept(case, collega, vandaag - dagen(5))
    page = als(collega).get(f"/trajecten/{case.nummer}/pip/vaststellen/")
    assert page.status_code == 200
    assert "van 21 november 2026 tot en met 20 november 2029" in page.content.decode()


def test_a_refused_act_says_why_with_its_article(als, collega, vandaag):
    case = nieuw(collega, vandaag - dagen(5), "Mariam Aziz")
    page = als(collega).get(f"/trajecten/{case.nummer}/pip/vaststellen/")
    assert page.status_code == 409
    assert "Dit kan nu niet" in page.content.decode()
    assert "Waar staat dit in de wet?" in page.content.decode()


def test_a_letter_of_another_case_is_not_found(als, collega, zaak):
    client = als(collega)
    assert client.get(f"/trajecten/{zaak.nummer}/documenten/999/").status_code == 404


def test_a_plan_shows_its_own_letters_and_no_other_of_that_number(
    als, collega, zaak, vandaag
):
    plan = PIP.objects.get(traject=zaak)
    kept = {
        "gemeente": zaak.gemeente, "traject": zaak, "feit_id": plan.pk, "gegevens": {},
        "sjabloon": "x", "inhoud": b"x", "sha256": "", "gemaakt_op": vandaag,
        "vastgelegd_op": vandaag, "vastgelegd_door": collega.gebruiker,
    }  # fmt: skip
    for soort, titel in (
        ("pip", "Uw plan"), ("samenvatting", "Uw plan in het Frans"),
        ("groepsuitnodiging", "Uitnodiging voor de groep"), ("waarschuwing", "Let op"),
    ):  # fmt: skip
        Document.objects.create(soort=soort, titel=titel, **kept)
    page = bekijk(als(collega), zaak, "pip/")
    assert "Uw plan" in page
    assert "Uw plan in het Frans" in page
    assert "Uitnodiging voor de groep" not in page
    assert "Let op" not in page


def test_history_of_a_course_names_school_and_colleague(
    als, collega, zaak, vandaag, hoogstens
):
    school = aanbieders.vastleggen(
        by=collega, on=op(vandaag), naam="Taalhuis Delft", keurmerk="blik_op_werk",
        keurmerk_vanaf=date(2022, 1, 1), actief=True,
    ).feit  # fmt: skip
    course = cursussen.vastleggen(
        by=collega, on=op(vandaag), aanbieder=school, naam="B1 avond",
        leerroute="b1_route", uren_per_week=6,
    ).feit  # fmt: skip
    aanbod.doen(
        traject=zaak, by=collega, on=op(vandaag), aanbieder=school, cursus=course,
        aangeboden_op=vandaag, leerroute="b1_route",
    )  # fmt: skip
    client = als(collega)
    with hoogstens(12):
        page = bekijk(client, zaak, "geschiedenis/")
    assert "Taalhuis Delft" in page
    assert "B1 avond" in page
    assert "J. de Wit" in page


def test_the_overview_tells_why_with_the_facts_that_were_used(als, collega, zaak):
    page = bekijk(als(collega), zaak)
    assert "Dagtekening van het eerste PIP: 4 mei 2026" in page
    assert "Duur: 3 jaar" in page
    assert "3 jaar na het eerste PIP van 4 mei 2026" in page
    assert "Niveau dat het PIP vraagt: B1" in page
