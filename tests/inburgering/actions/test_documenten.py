"""Documents of a file: who sees what, how a file leaves, what a scanner stops."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from inburgering.actions import document
from inburgering.actions.vernietiging import uitvoeren, voordragen
from inburgering.bestanden.scanner import ScannerZwijgt
from inburgering.models import Bestand, Dossierstuk, Gebeurtenis, Raadpleging
from inburgering.models.gemeente import gemeente
from inburgering.wet.uitkomst import NietToegestaan
from tests.inburgering.actions.test_handelingen import invoer, tellen
from tests.inburgering.actions.test_vragen_aan_de_database import BLADZIJDE, geteld
from tests.inburgering.bijlagen import Bijlage, docx, pdf
from tests.inburgering.cast import VANDAAG, Leven, lid_van, moment
from tests.inburgering.tellen import tellen as tel_rijen
from tests.inburgering.voorbeelden import VOORBEELD, W, d, dag


def besmet(inhoud: bytes) -> str:
    """A scanner that finds something in everything."""
    return "Proef.Teken"


def stil(inhoud: bytes) -> str:
    """A scanner that does not answer."""
    raise ScannerZwijgt("geen antwoord")


def schoon(inhoud: bytes) -> str:
    """A scanner that finds nothing."""
    return ""


@pytest.fixture
def zaak(leven: Callable[..., Leven]) -> Leven:
    return leven().door_tot("leerroute", "b1_route").op(VANDAAG)


def voeg_toe(scherm: Client, life: Leven, **anders: object):
    example = VOORBEELD[W.DOCUMENT_TOEVOEGEN]
    return scherm.post(example.url(life), invoer(example, life, **anders))


def alles() -> dict[str, int]:
    return tellen() | tel_rijen([Bestand])


def url(life: Leven, stuk: Dossierstuk, versie: int = 1) -> str:
    return f"/trajecten/{life.nummer}/documenten/{stuk.pk}/versie/{versie}/"


def test_a_file_leaves_as_it_came_and_never_runs(zaak, scherm: Client) -> None:
    upload = Bijlage("../=Uitslag\u202e.PDF")
    assert voeg_toe(scherm, zaak, bestand=upload).status_code == 302
    stuk = Dossierstuk.objects.get()

    answer = scherm.get(url(zaak, stuk))

    assert answer.content == upload.inhoud
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == (
        f'attachment; filename="{zaak.nummer}-document-{stuk.pk}-versie-1.pdf"'
    )
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"].startswith("sandbox; default-src 'none'")
    assert answer["Cache-Control"] == "no-store"
    look = Raadpleging.objects.latest("id")
    assert (look.inzage, look.nummer) == ("documenten", zaak.nummer)
    assert look.reden == f"document {stuk.pk}, versie 1 gedownload"
    kept = Bestand.objects.get()
    assert (kept.naam, kept.gescand, kept.grootte) == (
        "Uitslag.pdf", False, len(upload.inhoud),
    )  # fmt: skip
    assert scherm.get(url(zaak, stuk, 2)).status_code == 404
    assert (
        scherm.get(url(zaak, stuk).replace(str(stuk.pk), "999", 1)).status_code == 404
    )


def test_versions_stay_and_the_newest_is_shown_first(zaak, scherm: Client) -> None:
    voeg_toe(scherm, zaak, titel="Eerste scan")
    stuk = Dossierstuk.objects.get()
    again = f"/trajecten/{zaak.nummer}/document/{stuk.pk}/vervangen/"
    form = scherm.get(again).context["form"]
    shown = {name: form[name].value() for name in ("titel", "soort", "wie", "herkomst")}
    assert shown == {
        "titel": "Eerste scan", "soort": "uitslag", "wie": "open", "herkomst": "duo",
    }  # fmt: skip

    typed = invoer(
        VOORBEELD[W.DOCUMENT_VERVANGEN], zaak, titel="Tweede scan",
        bestand=Bijlage("b.docx", docx()),
    )  # fmt: skip
    assert scherm.post(again, typed).status_code == 302

    page = scherm.get(f"/trajecten/{zaak.nummer}/documenten/").content.decode()
    assert "Tweede scan" in page
    assert "Versie 1" in page
    assert "Word-document" in page
    assert scherm.get(url(zaak, stuk, 1))["Content-Type"] == "application/pdf"
    assert "wordprocessingml" in scherm.get(url(zaak, stuk, 2))["Content-Type"]
    stuk.refresh_from_db()
    assert (stuk.nummer, stuk.history.count()) == (2, 2)


def test_a_draft_keeps_the_words_and_no_file(zaak, scherm: Client) -> None:
    voeg_toe(scherm, zaak, wie="open")
    stuk = Dossierstuk.objects.get()
    scherm.post(
        f"/concepten/{zaak.nummer}/document_vervangen/{stuk.pk}/",
        {"titel": "Half af", "wie": "besloten", "bestand": "[object File]"},
    )
    form = scherm.get(
        f"/trajecten/{zaak.nummer}/document/{stuk.pk}/vervangen/"
    ).context["form"]
    assert (form["titel"].value(), form["wie"].value()) == ("Half af", "besloten")
    assert "bestand" not in form.initial


def test_what_it_proves_is_offered_in_words(zaak, scherm: Client) -> None:
    zaak.doe(
        "examen", "vastleggen", onderdeel="lezen", niveau="B1", resultaat="geslaagd",
        afgelegd_op=dag(-9),
    )  # fmt: skip
    exam = zaak.dossier.feiten.examens[0]
    page = scherm.get(VOORBEELD[W.DOCUMENT_TOEVOEGEN].url(zaak)).content.decode()
    assert f'value="examens:{exam.id}"' in page
    assert "Examenuitslag, Lezen, 1 juni 2026" in page
    assert "gesprekken:" not in page

    voeg_toe(scherm, zaak, hoort_bij=f"examens:{exam.id}")

    stuk = Dossierstuk.objects.get()
    assert (stuk.feit_soort, stuk.feit_id) == ("examens", exam.id)
    page = scherm.get(f"/trajecten/{zaak.nummer}/documenten/").content.decode()
    assert "Bij: Examenuitslag, Lezen" in page
    assert voeg_toe(scherm, zaak, hoort_bij="examens:999").status_code == 422


class TestWieZiet:
    """Notes are read by few; so is a document that is not for all."""

    def test_only_who_reads_notes_and_who_added_it(
        self, zaak, scherm: Client, inloggen, delft
    ) -> None:
        voeg_toe(scherm, zaak, wie="besloten", titel="Verklaring van de wijkagent")
        voeg_toe(scherm, zaak, wie="open", titel="Uitslag")
        hidden, shown = Dossierstuk.objects.order_by("id")
        desk = lid_van(delft, "administratie")
        screen = inloggen(desk)

        page = screen.get(f"/trajecten/{zaak.nummer}/documenten/").content.decode()
        assert "Uitslag" in page
        assert "wijkagent" not in page
        assert screen.get(url(zaak, shown)).status_code == 200
        assert screen.get(url(zaak, hidden)).status_code == 404
        for verb in ("vervangen", "intrekken"):
            path = f"/trajecten/{zaak.nummer}/document/{hidden.pk}/{verb}/"
            assert screen.get(path).status_code == 404
            assert screen.post(path, {}).status_code == 404
        for line in Gebeurtenis.objects.filter(feit="dossierstuk"):
            assert "wijkagent" not in line.samenvatting
        assert Gebeurtenis.objects.filter(
            feit_id=hidden.pk, samenvatting=f"document {hidden.pk}, versie 1"
        ).exists()

        voeg_toe(screen, zaak, wie="besloten", titel="Zelf gescand")
        page = screen.get(f"/trajecten/{zaak.nummer}/documenten/").content.decode()
        assert "Zelf gescand" in page

    def test_withdrawn_stays_for_who_looks_back(
        self, zaak, scherm: Client, inloggen, delft
    ) -> None:
        voeg_toe(scherm, zaak, titel="Van iemand anders")
        stuk = Dossierstuk.objects.get()
        path = f"/trajecten/{zaak.nummer}/document/{stuk.pk}/intrekken/"
        assert "een ander" not in scherm.get(path).content.decode()
        typed = {
            "reden_intrekken": "Hoort bij een ander", "sleutel": str(uuid4()),
            "bevestigd": "ja",
        }  # fmt: skip
        assert scherm.post(path, typed).status_code == 302

        page = scherm.get(f"/trajecten/{zaak.nummer}/documenten/").content.decode()
        assert "Ingetrokken" in page
        assert "Hoort bij een ander" in page
        assert scherm.get(url(zaak, stuk)).status_code == 200
        desk = inloggen(lid_van(delft, "administratie"))
        assert desk.get(url(zaak, stuk)).status_code == 404
        seen = desk.get(f"/trajecten/{zaak.nummer}/documenten/").content.decode()
        assert "Van iemand anders" not in seen
        for verb in ("intrekken", "vervangen"):
            again = path.replace("intrekken", verb)
            assert scherm.get(again).status_code == 409
            example = VOORBEELD[W[f"DOCUMENT_{verb.upper()}"]]
            assert scherm.post(again, invoer(example, zaak)).status_code == 422

    def test_what_should_never_have_been_there_opens_for_nobody_and_is_destroyed(
        self, zaak, scherm: Client, inloggen, delft
    ) -> None:
        voeg_toe(scherm, zaak, titel="Brief van de buren")
        voeg_toe(scherm, zaak, titel="Uitslag")
        stuk, kept = Dossierstuk.objects.order_by("id")
        path = f"/trajecten/{zaak.nummer}/document/{stuk.pk}/intrekken/"
        typed = {"reden_intrekken": "Verkeerde persoon", "te_wissen": "on",
                 "bevestigd": "ja"}  # fmt: skip
        assert scherm.post(path, typed | {"sleutel": str(uuid4())}).status_code == 302
        page = scherm.get(f"/trajecten/{zaak.nummer}/documenten/").content.decode()
        assert "buren" not in page
        assert "1 document wacht op de privacyfunctionaris" in page
        assert scherm.get(url(zaak, stuk)).status_code == 404
        assert scherm.get(path).status_code == 404

        away = f"/vernietiging/documenten/{stuk.pk}/"
        assert scherm.get(away).status_code == 403
        officer = inloggen(lid_van(delft, "privacyfunctionaris"))
        assert away in officer.get("/vernietiging/").content.decode()
        asked = officer.get(away).content.decode()
        assert "Verkeerde persoon" in asked
        assert "buren" not in asked
        assert officer.get(f"/vernietiging/documenten/{kept.pk}/").status_code == 404
        for _ in range(2):  # a second click finds it done
            answer = officer.post(away, {"sleutel": str(uuid4())})
            assert answer.url == "/vernietiging/"

        assert list(Dossierstuk.objects.all()) == [kept]
        assert set(Bestand.objects.values_list("stuk", flat=True)) == {kept.pk}
        assert not Dossierstuk.history.filter(id=stuk.pk).exists()
        done = officer.get("/vernietiging/").content.decode()
        assert f"Document {stuk.pk} van dossier {zaak.nummer}" in done
        assert officer.get(away).status_code == 302
        trail = Gebeurtenis.objects.filter(handeling=W.DOCUMENT_WISSEN.value)
        assert [row.samenvatting for row in trail] == [f"document {stuk.pk}"]

    def test_who_withdrew_a_document_does_not_destroy_it(
        self, zaak, scherm: Client, delft
    ) -> None:
        voeg_toe(scherm, zaak)
        stuk = Dossierstuk.objects.get()
        zaak.doe(
            "document", "intrekken", id=stuk.pk, reden_intrekken="Fout", te_wissen=True
        )
        stuk.refresh_from_db()
        officer = lid_van(delft, "privacyfunctionaris")
        officer.gebruiker = zaak.lid.gebruiker
        with pytest.raises(NietToegestaan, match="Een ander moet het wissen"):
            document.wissen(stuk=stuk, by=officer, on=moment(VANDAAG))
        assert Bestand.objects.exists()

    def test_a_document_of_another_case_is_not_there(
        self, zaak, leven, scherm: Client, inloggen, leiden
    ) -> None:
        voeg_toe(scherm, zaak)
        stuk = Dossierstuk.objects.get()
        other = leven().op(VANDAAG)
        assert scherm.get(url(other, stuk)).status_code == 404
        stranger = inloggen(lid_van(leiden))
        assert stranger.get(url(zaak, stuk)).status_code == 404
        with gemeente(leiden):
            assert not Bestand.objects.exists()


class TestScanner:
    """What is found, and what cannot be looked at, is not kept."""

    here = "tests.inburgering.actions.test_documenten."

    @pytest.mark.parametrize(
        ("wie", "melding"),
        [("besmet", "Proef.Teken"), ("stil", "virusscanner antwoordt niet")],
    )
    def test_refused_with_the_reason_at_the_file(
        self, wie, melding, zaak, scherm: Client, settings
    ) -> None:
        settings.DOCUMENT_SCANNER = self.here + wie
        before = alles()
        answer = voeg_toe(scherm, zaak, titel="Uitslag van Rania")
        assert answer.status_code == 422
        form = answer.context["form"]
        assert melding in form.errors["bestand"][0]
        assert form["titel"].value() == "Uitslag van Rania"
        assert alles() == before

    def test_clean_is_remembered(self, zaak, scherm: Client, settings) -> None:
        settings.DOCUMENT_SCANNER = self.here + "schoon"
        assert voeg_toe(scherm, zaak).status_code == 302
        assert Bestand.objects.get().gescand

    def test_the_manager_sees_whether_there_is_one(
        self, inloggen, delft, settings
    ) -> None:
        screen = inloggen(lid_van(delft, "functioneel_beheerder"))
        for wie, words in (
            ("", "geen virusscanner ingesteld"),
            (self.here + "stil", "Niemand kan nu een document toevoegen"),
            (self.here + "schoon", "De virusscanner antwoordt."),
        ):
            settings.DOCUMENT_SCANNER = wie
            assert words in screen.get("/beheer/toestand/").content.decode()


class TestGeweigerd:
    """The form says what is wrong, keeps the words, and asks for the file again."""

    @pytest.mark.parametrize(
        ("anders", "veld", "melding"),
        [
            ({"bestand": ""}, "bestand", "Kies een bestand"),
            ({"bestand": Bijlage("a.pdf", b"")}, "bestand", "leeg"),
            ({"bestand": Bijlage("a.exe")}, "bestand", "soort bestand"),
            ({"bestand": Bijlage("a.png")}, "bestand", "iets anders"),
            ({"bestand": Bijlage("a.pdf", pdf() + bytes(11 * 1024 * 1024))}, "bestand",
             "hoogstens 10 MB"),
            ({"bestand": Bijlage("a.pdf", bytes(40 * 1024 * 1024))}, "bestand",
             "hoogstens 10 MB"),
            ({"soort": "identiteitsbewijs"}, "soort", "een van de mogelijkheden"),
            ({"gedateerd_op": d(), "ontvangen_op": d(-1)}, "gedateerd_op",
             "na de dag van ontvangst"),
            ({"wie": ""}, "wie", "Kies wie dit mag zien"),
            ({"titel": ""}, "bestand", "Kies het bestand opnieuw"),
            ({"titel": "x" * 1_000_000}, "titel", "hoogstens 120 tekens"),
        ],
        ids=lambda value: None,
    )  # fmt: skip
    def test_told_where_it_belongs(
        self, anders, veld, melding, zaak, scherm: Client
    ) -> None:
        before = alles()
        answer = voeg_toe(scherm, zaak, **anders)
        assert answer.status_code == 422
        form = answer.context["form"]
        assert any(melding in text for text in form.errors[veld]), form.errors
        assert form["herkomst"].value() == "duo"
        assert alles() == before

    def test_the_hints_stand_on_the_form(self, zaak, scherm: Client) -> None:
        page = scherm.get(VOORBEELD[W.DOCUMENT_TOEVOEGEN].url(zaak)).content.decode()
        assert "nooit het medische rapport" in page
        assert "identiteitsbewijs is niet nodig" in page
        assert 'enctype="multipart/form-data"' in page

    def test_more_text_than_a_form_takes_is_told_on_a_page(
        self, zaak, scherm: Client
    ) -> None:
        path = VOORBEELD[W.NOTITIE_TOEVOEGEN].url(zaak)
        before = alles()
        long = scherm.post(path, {"onderwerp": "x", "tekst": "€" * 400_000})
        assert long.status_code == 422
        assert "hoogstens 10000 tekens, nu 400000" in long.content.decode()
        for body in ({"tekst": "x" * 6_000_000}, {"tekst": "€" * 2_000_000}):
            answer = scherm.post(path, body)
            assert answer.status_code == 413
            assert "Er is niets opgeslagen" in answer.content.decode()
        assert alles() == before

    def test_too_many_files_at_once(self, zaak, scherm: Client) -> None:
        many = {f"b{n}": Bijlage() for n in range(8)}
        answer = voeg_toe(scherm, zaak, **many)
        assert answer.status_code == 413


def test_the_database_itself_keeps_a_file_as_it_came(zaak, scherm: Client) -> None:
    voeg_toe(scherm, zaak)
    for change in (
        lambda: Bestand.objects.update(inhoud=b"anders"),
        lambda: Bestand.objects.all()._raw_delete("default"),
    ):
        with pytest.raises(IntegrityError, match="op slot"), transaction.atomic():
            change()


def test_destruction_takes_documents_along(zaak, scherm: Client, delft) -> None:
    voeg_toe(scherm, zaak)
    zaak.op(VANDAAG).ten_onrechte()
    voordragen(traject=zaak.traject, by=zaak.lid, on=moment(VANDAAG, 11), reden="Fout")
    officer = lid_van(delft, "privacyfunctionaris")
    uitvoeren(traject=zaak.traject, by=officer, on=moment(VANDAAG, 12))
    assert not Bestand.objects.exists()
    assert not Dossierstuk.objects.exists()
    assert not Dossierstuk.history.exists()


def test_the_list_costs_as_much_with_many(zaak, scherm: Client) -> None:
    path = f"/trajecten/{zaak.nummer}/documenten/"
    for _ in range(6):
        voeg_toe(scherm, zaak)
    with geteld() as asked:
        assert scherm.get(path).content.count(b"Nieuwe versie") == 6
    assert len(asked) <= BLADZIJDE, "\n".join(asked)


def test_the_api_offers_no_files(zaak, scherm: Client) -> None:
    answer = scherm.post(
        f"/api/v1/trajecten/{zaak.nummer}/handelingen/document-toevoegen", {},
        content_type="application/json",
    )  # fmt: skip
    assert answer.status_code == 404
