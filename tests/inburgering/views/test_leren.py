"""Work beside what somebody brought, a school of one's own, and exam registrations."""

from datetime import timedelta

import pytest

from inburgering.models import Schoolkeuze, Termijn
from inburgering.werkvoorraad import GEEN_WERK, is_werk
from inburgering.wet.begrippen import EXAMENONDERDELEN, Termijnsoort
from tests.inburgering.cast import VANDAAG, Leven, lid_van, maak_aanbieder
from tests.inburgering.voorbeelden import (
    d,
    dag,
    met_behoefte,
    met_keuzeadvies,
    met_lening,
    met_schoolkeuze,
)


pytestmark = pytest.mark.usefixtures("aanbieder")
GEZIN = {"doelgroep": "gezinsmigrant_en_overige_migrant"}


def pagina(life: Leven, client, sectie: str = "leerroute"):
    return client.get(f"/trajecten/{life.nummer}/{sectie}/")


# --- Work and what somebody brought -----------------------------------------------------


def baan(life: Leven, **anders) -> None:
    velden = {
        "vorm": "betaald_werk", "plaats": "Apotheek De Haven", "samenhang": "parallel",
        "uren_per_week": 16, "begin": life.dag, "sector": "zorg",
        "beroepsniveau": "eenvoudig",
    } | anders  # fmt: skip
    life.doe("participatie", "starten", **velden)


@pytest.fixture
def apotheker(leven) -> Leven:
    life = leven().door_tot("leerroute").op(dag(-20))
    answers = {
        "werk_beroep": "Apotheker",
        "werk_sector": "zorg",
        "werk_niveau": "hoger",
    }
    life.doe(
        "intake", "invullen", id=life.dossier.feiten.brede_intakes[-1].id,
        antwoorden={
            code: {"antwoord": "beantwoord", "waarde": value}
            for code, value in answers.items()
        } | {"ambitie_sector": {"antwoord": "niet_gevraagd"}},
    )  # fmt: skip
    return life


def test_a_job_stands_beside_what_somebody_brought(apotheker, scherm):
    assert pagina(apotheker, scherm).context["meegebracht"] == []
    baan(apotheker)
    baan(apotheker.na(1), plaats="Kas De Tuin", sector="onbekend", begin=apotheker.dag)
    brought, wish, first, second = pagina(apotheker, scherm).context["meegebracht"]
    assert (brought["wie"], brought["sector"], brought["niveau"]) == (
        "Apotheker", "Zorg en welzijn", "Werk op hbo- of universitair niveau",
    )  # fmt: skip
    assert wish["sector"] == "niet gevraagd"
    assert (first["wie"], first["zelfde_sector"], first["zelfde_niveau"]) == (
        "Apotheek De Haven", True, False,
    )  # fmt: skip
    assert second["sector"] == "Niet bekend"
    assert second["zelfde_sector"] is False


def test_without_answers_there_is_nothing_beside_it(leven, scherm):
    life = leven().door_tot("leerroute")
    baan(life)
    # Of this life the intake says only that one did not want to tell the wish.
    rows = pagina(life, scherm).context["meegebracht"]
    assert [row["wat"] for row in rows][:1] == ["Wil graag"]


def test_who_reads_no_intake_sees_no_comparison(apotheker, inloggen, delft):
    baan(apotheker)
    desk = inloggen(lid_van(delft, "administratie"))
    page = pagina(apotheker, desk)
    assert page.context["meegebracht"] == []
    assert "Apotheker" not in page.content.decode()
    assert "Zorg en welzijn" in page.content.decode()  # of the place itself


def test_the_card_of_a_place_says_what_is_known(apotheker, scherm):
    baan(apotheker, begeleider="Mevrouw Smit", contract="oproep", taalrijk="nee")
    page = pagina(apotheker, scherm).content.decode()
    for words in ("Mevrouw Smit", "Oproepwerk of nul uren", "Nee, niet of bijna niet"):
        assert words in page


# --- A school of one's own --------------------------------------------------------------


@pytest.fixture
def gezin(leven) -> Leven:
    return leven(**GEZIN).door_tot("leerroute")


def test_a_school_without_a_mark_says_what_does_not_count(gezin, scherm):
    met_schoolkeuze(gezin)
    shown = pagina(gezin, scherm).context["zelfgekozen"]
    (school,) = shown["scholen"]
    assert school["kop"] == "Taalhoek"
    assert [m.bron.zekerheid.bevestigd for m in school["meldingen"]] == [True, False]


def test_of_a_school_of_the_list_the_mark_is_known(gezin, collega, scherm):
    ends = maak_aanbieder(collega, "Taalpunt", keurmerk_tot=dag(-5))
    for begun, mark in ((dag(-6), "ja"), (dag(-5), "nee"), (None, "onbekend")):
        met_schoolkeuze(
            gezin, aanbieder=ends, school="", keurmerk="", begonnen_op=begun
        )
        row = Schoolkeuze.objects.latest("id")
        assert (row.keurmerk, str(row)) == (mark, "Taalpunt")
    assert "niet bekend" in pagina(gezin, scherm).content.decode()


def test_school_loan_and_advice_stand_together(gezin, scherm, hoogstens):
    for record in (met_schoolkeuze, met_lening, met_keuzeadvies):
        record(gezin)
    row = Schoolkeuze.objects.get()
    gezin.na(1).doe(
        "schoolkeuze", "wijzigen", id=row.pk, school="Taalhoek", keurmerk="ja",
        begonnen_op=row.begonnen_op, gestopt_op=gezin.dag,
    )  # fmt: skip
    gezin.op(VANDAAG)
    with hoogstens(24):
        shown = pagina(gezin, scherm).context["zelfgekozen"]
    assert shown["scholen"][0]["badge"] == "Gestopt"
    assert shown["scholen"][0]["meldingen"] == ()
    assert shown["leningen"][0]["meldingen"] == ()
    assert len(shown["adviezen"]) == 1
    assert len(shown["knoppen"]) == 3


def test_an_asylum_permit_holder_gets_an_offer_and_no_own_school(leven, scherm):
    life = leven().door_tot("leerroute")
    assert pagina(life, scherm).context["zelfgekozen"] is None


def test_a_change_of_group_hides_nothing(gezin, scherm):
    met_schoolkeuze(gezin)
    met_lening(gezin)
    gezin.na(1).doe(
        "groep", "wijzigen", ingang=gezin.dag, doelgroep="asielstatushouder",
        asielrechten="asielrechten_toegekend",
    )  # fmt: skip
    shown = pagina(gezin, scherm).context["zelfgekozen"]
    assert "niet lenen" in shown["leningen"][0]["meldingen"][0].tekst


def test_a_loan_of_an_asylum_permit_holder_is_kept_and_questioned(leven):
    life = leven().door_tot("leerroute")
    met_lening(life)
    assert "niet lenen" in life.zaak.meldingen[0].tekst


def test_who_reads_no_notes_reads_no_loan(gezin, inloggen, delft):
    met_lening(gezin)
    met_behoefte(gezin)
    desk = inloggen(lid_van(delft, "administratie"))
    assert pagina(gezin, desk).context["zelfgekozen"] is None
    assert pagina(gezin, desk, "ondersteuning").context["behoeften"] is None


@pytest.mark.parametrize(
    ("anders", "veld", "melding"),
    [
        ({"school": ""}, "school", "Kies een school van de lijst, of schrijf"),
        ({"keurmerk": ""}, "keurmerk", "of de school een keurmerk heeft"),
        ({"aanbieder": "eerste"}, "school", "niet beide"),
        ({"gestopt_op": d(-40)}, "gestopt_op", "voor het begin"),
    ],
)
def test_one_school_is_chosen(gezin, scherm, aanbieder, anders, veld, melding):
    gezin.op(VANDAAG)
    typed = {"school": "Taalhoek", "keurmerk": "nee", "begonnen_op": d(-30)} | anders
    if typed.get("aanbieder"):
        typed["aanbieder"] = aanbieder.pk
    answer = scherm.post(f"/trajecten/{gezin.nummer}/schoolkeuze/vastleggen/", typed)
    assert answer.status_code == 422
    assert melding in str(answer.context["form"].errors[veld])


def test_need_for_guidance_is_looked_at_for_everybody(leven, gezin, scherm):
    for life in (gezin, leven().door_tot("leerroute")):
        shown = pagina(life, scherm, "ondersteuning").context["behoeften"]
        assert shown["kaarten"] == []
        assert shown["knoppen"][0]["label"] == "Behoefte aan begeleiding vastleggen"
    met_behoefte(gezin)
    shown = pagina(gezin, scherm, "ondersteuning").context["behoeften"]
    assert len(shown["kaarten"]) == 1


# --- Registered for an exam -------------------------------------------------------------


def test_registering_everywhere_settles_the_term(leven, scherm):
    life = leven().door_tot("leerroute")
    term = Termijn.objects.get(traject=life.traject, soort="examen_aanmelden")
    assert (term.voldaan_op, term.wettelijk) == (None, False)
    for deel in EXAMENONDERDELEN:
        life.doe(
            "examen", "aanmelden", onderdeel=deel.value, aangemeld_op=life.dag,
            examen_op=dag(60),
        )  # fmt: skip
    term.refresh_from_db()
    assert term.voldaan_op == life.dag
    rows = pagina(life, scherm, "examens").context["aanmeldingen"]
    assert len(rows) == len(EXAMENONDERDELEN)
    assert all(row["loopt"] and row["herstel"] for row in rows)
    life.op(VANDAAG).doe(
        "examen", "vastleggen", onderdeel="knm", afgelegd_op=VANDAAG, resultaat="gezakt"
    )
    rows = pagina(life, scherm, "examens").context["aanmeldingen"]
    assert all(row["loopt"] for row in rows)  # the exam of the registration is to come


def test_every_early_warning_is_work_and_no_right():
    """The ten weeks, the term, an extension, a talk, ontzorgen, exams, the week."""
    early = {
        Termijnsoort.PIP, Termijnsoort.INBURGERINGSTERMIJN,
        Termijnsoort.VERLENGING_VRAGEN, Termijnsoort.VOORTGANGSGESPREK,
        Termijnsoort.ONTZORGEN, Termijnsoort.EXAMEN, Termijnsoort.LESSEN,
    }  # fmt: skip
    assert not early & GEEN_WERK


@pytest.mark.parametrize(("vooraf", "werk"), [(92, False), (91, True), (0, True)])
def test_a_missing_registration_is_work_three_months_before(leven, vooraf, werk):
    life = leven().door_tot("leerroute")
    last = Termijn.objects.get(traject=life.traject, soort="examen_aanmelden").uiterlijk
    assert is_werk(Termijnsoort.EXAMEN, last, last - timedelta(days=vooraf)) is werk
