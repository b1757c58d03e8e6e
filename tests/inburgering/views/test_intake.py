"""The brede intake on the screens: own questions, talks, proposals, outcomes, paper, plan."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from inburgering.actions import gezin, intakevraag
from inburgering.authorization.roles import Rol
from inburgering.models import (
    BredeIntake,
    Gebeurtenis,
    Gezinsband,
    Intakegesprek,
    Intakevraag,
)
from inburgering.models.dossier import lees
from inburgering.models.gemeente import gemeente
from inburgering.wet.intakevragen import MEESTE
from inburgering.wet.uitkomst import NietToegestaan
from tests.inburgering.bijlagen import Bijlage
from tests.inburgering.cast import VANDAAG, Leven, lid_van, maak_bsn, moment
from tests.inburgering.voorbeelden import d, dag, document


VRAGEN = "/beheer/intakevragen/"
FIETSEN = {
    "domein": "leren", "vraag": "Kunt u fietsen?", "soort": "keuze",
    "keuzes": "Ja\n\n  Een   beetje \nNee", "volgorde": "10", "geldig_vanaf": d(),
}  # fmt: skip
RIJ = {
    "domein": "leren", "vraag": "Kunt u fietsen?", "soort": "keuze",
    "keuzes": ["Ja", "Nee"], "laagste": 0, "hoogste": 0, "eenheid": "", "hulptekst": "",
    "volgorde": 10,
}  # fmt: skip
KWAAD = "<script>alert(1)</script>"


@pytest.fixture
def beheer(rollen, inloggen) -> Client:
    return inloggen(rollen[Rol.FUNCTIONEEL_BEHEERDER])


@pytest.fixture
def life(leven) -> Leven:
    """Live until the first day of the intake, which is today."""
    return leven(contacttaal="Arabisch").door_tot("aangemeld").op(VANDAAG)


def stel(lid: Any, dag: date = VANDAAG, **anders: Any) -> Intakevraag:
    """Let the municipality ask a question of its own."""
    made = intakevraag.vastleggen(
        by=lid, on=moment(dag), **{"geldig_vanaf": dag} | RIJ | anders
    )
    return made.feit


def fouten(answer: Any) -> Mapping[str, Any]:
    assert answer.status_code == 422
    return answer.context["form"].errors


def url(life: Leven, deel: str = "") -> str:
    return f"/trajecten/{life.nummer}/intake/{deel}"


def antwoorden(life: Leven) -> Mapping[str, Any]:
    return BredeIntake.objects.get(traject=life.traject).antwoorden


@pytest.fixture
def ga_naar(klok, inloggen, collega) -> Callable[[date], Client]:
    """Let it be another day, with the colleague at work then."""

    def go(day: date) -> Client:
        klok.move_to(moment(day))
        client = inloggen(collega)
        session = client.session
        session["laatst_actief"] = int(moment(day).timestamp())
        session.save()
        client.cookies["sessionid"] = session.session_key
        return client

    return go


# --- The questions of a municipality --------------------------------------------------


def test_a_question_without_code(beheer):
    assert "Er zijn nog geen eigen vragen" in beheer.get(VRAGEN).content.decode()
    answer = beheer.post(f"{VRAGEN}nieuw/", FIETSEN)
    assert answer["Location"] == VRAGEN
    row = Intakevraag.objects.get()
    assert (row.code, row.keuzes) == ("eigen_1", ["Ja", "Een beetje", "Nee"])
    trail = Gebeurtenis.objects.get(handeling="intakevraag_vastleggen")
    assert "Kunt u fietsen?" in trail.samenvatting
    page = beheer.get(VRAGEN).content.decode()
    assert "Ja, Een beetje, Nee" in page
    assert "nog geen eigen vragen" not in page
    kept = Intakevraag.history.get()
    assert kept.history_change_reason == "intakevraag_vastleggen"


@pytest.mark.parametrize(
    ("anders", "veld", "melding"),
    [
        ({"vraag": ""}, "vraag", "Vul de vraag in."),
        ({"vraag": "Wat is uw geloof?"}, "vraag", "Vraag niet naar geloof"),
        ({"vraag": "x" * 201}, "vraag", "te lang"),
        ({"vraag": "a\0b"}, "vraag", "niet kan worden bewaard"),
        ({"hulptekst": "Denk aan een diagnose"}, "hulptekst", "een diagnose"),
        ({"keuzes": "Ja"}, "keuzes", "Geef 2 tot 20 antwoorden"),
        ({"keuzes": "Ja\nJA"}, "keuzes", "twee keer"),
        ({"soort": "getal"}, "hoogste", "hoger zijn dan het laagste"),
        ({"soort": "getal", "hoogste": "-3"}, "hoogste", "van 0 of hoger"),
        ({"soort": "gokje"}, "soort", "Kies een van de mogelijkheden"),
        ({"domein": ""}, "domein", "Kies het onderwerp."),
        ({"domein": "eigen"}, "eigen_onderwerp", "Vul de naam"),
        (
            {"domein": "eigen", "eigen_onderwerp": "Werk"},
            "eigen_onderwerp",
            "is er al",
        ),
        (
            {"domein": "eigen", "eigen_onderwerp": "???"},
            "eigen_onderwerp",
            "met letters",
        ),
        ({"geldig_vanaf": d(-1)}, "geldig_vanaf", "of later"),
        ({"geldig_vanaf": "31-02-2026"}, "geldig_vanaf", "bestaat niet"),
    ],
)
def test_what_cannot_be_asked_is_said_at_the_field(beheer, anders, veld, melding):
    found = fouten(beheer.post(f"{VRAGEN}nieuw/", FIETSEN | anders))
    assert melding in str(found[veld])
    assert not Intakevraag.objects.exists()


def test_past_the_page_the_same_is_refused(rollen):
    lid = rollen[Rol.FUNCTIONEEL_BEHEERDER]
    with pytest.raises(NietToegestaan, match="Vraag niet naar geloof"):
        stel(lid, vraag="Bent u gelovig?")
    with pytest.raises(NietToegestaan, match="vandaag of later"):
        stel(lid, geldig_vanaf=dag(-1))
    for _ in range(MEESTE):
        stel(lid)
    with pytest.raises(NietToegestaan, match=f"al {MEESTE} eigen vragen"):
        stel(lid)


def test_words_of_a_municipality_are_never_html(beheer, life, scherm):
    stel(life.lid, vraag=f"{KWAAD}?", hulptekst=KWAAD, keuzes=[KWAAD, "Nee"])
    life.intake_gestart()
    for client, pad in (
        (beheer, VRAGEN), (scherm, url(life)), (scherm, url(life, "invullen/")),
        (scherm, url(life, "papier/")),
    ):  # fmt: skip
        page = client.get(pad).content.decode()
        assert KWAAD not in page
        assert "alert(1)" in page


def test_an_own_subject_is_one_however_it_is_typed(beheer):
    own = FIETSEN | {"domein": "eigen", "eigen_onderwerp": "Geldzaken & post"}
    beheer.post(f"{VRAGEN}nieuw/", own)
    beheer.post(f"{VRAGEN}nieuw/", own | {"eigen_onderwerp": "GELDZAKEN  post"})
    assert set(Intakevraag.objects.values_list("domein", flat=True)) == {
        "Geldzaken & post"
    }


# --- A question ends; no answer is lost -----------------------------------------------


def test_a_question_is_replaced_and_its_answer_stays(beheer, life, scherm):
    old = stel(life.lid)
    life.intake_gestart()
    assert scherm.post(url(life, "invullen/"), {"eigen_1": "2"}).status_code == 302
    page = beheer.get(f"{VRAGEN}{old.pk}/vervangen/").content.decode()
    assert "Kunt u fietsen?" in page
    same = FIETSEN | {"vraag": "Kunt u fietsen in de stad?"}
    found = fouten(beheer.post(f"{VRAGEN}{old.pk}/vervangen/", same))
    assert "of later" in str(found["geldig_vanaf"])
    answer = beheer.post(f"{VRAGEN}{old.pk}/vervangen/", same | {"geldig_vanaf": d(1)})
    assert answer.status_code == 302
    old.refresh_from_db()
    new = Intakevraag.objects.latest("id")
    assert (old.geldig_tot, new.geldig_vanaf) == (dag(1), dag(1))
    assert (old.vraag, new.code) == ("Kunt u fietsen?", "eigen_2")
    again = beheer.post(f"{VRAGEN}{old.pk}/vervangen/", same | {"geldig_vanaf": d(2)})
    assert "al beëindigd" in str(fouten(again)["geldig_vanaf"])
    assert "Kunt u fietsen?" in scherm.get(url(life)).content.decode()


@pytest.mark.parametrize("na", [0, 1, 30])
def test_no_answer_is_ever_lost_when_a_question_ends(beheer, life, scherm, ga_naar, na):
    """Whatever is saved after the end, on whichever day: what was said is still there."""
    first, second = stel(life.lid), stel(life.lid, soort="tekst", keuzes=[])
    life.intake_gestart()
    scherm.post(
        url(life, "invullen/"),
        {
            "eigen_1": "2", "eigen_2": "Met de bus", "betekenis_leren": "Reist ver",
            "uitkomst_leren": "aandachtspunt",
        },
    )  # fmt: skip
    for row in (first, second):
        ended = beheer.post(f"{VRAGEN}{row.pk}/beeindigen/", {"geldig_tot": d(1)})
        assert ended.status_code == 302
    scherm = ga_naar(dag(na))
    form = scherm.get(url(life, "invullen/")).context["form"]
    assert "eigen_1" in form.fields  # an intake keeps the questions of its first day
    sent = {name: form.initial.get(name, "") for name in form.fields}
    sent |= {"werk_jaren": "4", "versie": "", "sleutel": ""}
    assert scherm.post(url(life, "invullen/"), sent).status_code == 302
    kept = antwoorden(life)
    assert kept["eigen_1"] == {"antwoord": "beantwoord", "waarde": "2"}
    assert kept["eigen_2"]["waarde"] == "Met de bus"
    assert kept["werk_jaren"]["waarde"] == 4
    assert BredeIntake.objects.get().uitkomsten["leren"]["tekst"] == "Reist ver"


def test_an_answer_to_a_question_of_before_the_intake_stays_and_says_so(life, scherm):
    """A question that is no longer asked at all cannot take its answer with it."""
    row = stel(life.lid)
    life.intake_gestart()
    life.doe(
        "intake", "invullen", antwoorden={"eigen_1": {"antwoord": "beantwoord", "waarde": "1"}}
    )  # fmt: skip
    row.geldig_vanaf = row.geldig_tot = dag(-30)
    row.save()
    page = scherm.get(url(life)).content.decode()
    assert "Deze vraag stellen wij niet meer." in page
    assert scherm.post(url(life, "invullen/"), {"werk_jaren": "4"}).status_code == 302
    assert antwoorden(life)["eigen_1"]["waarde"] == "1"


def test_a_question_ends_from_tomorrow(beheer, life):
    row = stel(life.lid)
    found = fouten(beheer.post(f"{VRAGEN}{row.pk}/beeindigen/", {"geldig_tot": d()}))
    assert "of later" in str(found["geldig_tot"])
    with pytest.raises(NietToegestaan, match="of later"):
        intakevraag.beeindigen(
            by=life.lid, on=moment(VANDAAG), id=row.pk, geldig_tot=VANDAAG
        )


def test_an_intake_keeps_the_questions_of_its_first_day(life, ga_naar):
    life.intake_gestart()
    stel(life.lid, dag(1))
    scherm = ga_naar(dag(2))
    assert "eigen_1" not in scherm.get(url(life, "invullen/")).context["form"].fields
    refused = scherm.post(url(life, "invullen/"), {"eigen_1": "1", "werk_jaren": "3"})
    assert refused.status_code == 302
    assert "eigen_1" not in antwoorden(life)


def test_the_questions_of_a_neighbour_are_not_asked_here(life, leiden, scherm):
    with gemeente(leiden):
        stel(lid_van(leiden, "functioneel_beheerder"), vraag="Vraag van Leiden?")
    life.intake_gestart()
    for pad in ("", "invullen/", "papier/"):
        assert "Leiden" not in scherm.get(url(life, pad)).content.decode()


# --- Talks ----------------------------------------------------------------------------


def test_an_intake_of_two_talks(life, scherm):
    life.traject.inburgeraar.tolk_nodig = True
    life.traject.inburgeraar.save()
    act = f"/trajecten/{life.nummer}/intakegesprek/vastleggen/"
    talk = {"gevoerd_op": d(), "vorm": "telefoon", "besproken": "Kennismaking"}
    assert "Start eerst de brede intake" in str(fouten(scherm.post(act, talk)))
    life.intake_gestart()
    assert scherm.get(act).context["form"].initial["tolktaal"] == "Arabisch"
    assert "toekomst" in str(fouten(scherm.post(act, talk | {"gevoerd_op": d(1)})))
    scherm.post(act, talk | {"tolktaal": "Arabisch", "met_wie": "Haar zus"})
    scherm.post(act, talk | {"gevoerd_op": d(-3), "vervolg": "Werk"})
    later, first = scherm.get(url(life)).context["gesprekken"]
    assert later["rij"].met_wie == "Haar zus"
    assert first["rij"].vervolg == "Werk"
    change = scherm.post(later["wijzigen"], talk | {"besproken": "Kennis gemaakt"})
    assert change.status_code == 302
    assert Intakegesprek.objects.get(pk=later["rij"].pk).besproken == "Kennis gemaakt"


def test_the_page_says_how_far_each_subject_is(life, scherm):
    stel(life.lid)
    life.intake_gestart()
    scherm.post(
        url(life, "invullen/"),
        {
            "eigen_1": "1", "leren_dagdelen_antwoord": "wil_niet_zeggen",
            "leren_reistijd_antwoord": "niet_gevraagd",
        },
    )  # fmt: skip
    subject = next(
        o for o in scherm.get(url(life)).context["onderwerpen"]
        if o["kop"] == "Leren en reizen"
    )  # fmt: skip
    assert (subject["besproken"], subject["gevraagd"]) == (2, 3)
    assert subject["leeg"] == []
    assert subject["url"].endswith("#onderwerp-7")


# --- What is known already ------------------------------------------------------------


def met_zus(life: Leven, leven: Any) -> None:
    gezin.koppelen(
        traject=life.traject, by=life.lid, on=moment(VANDAAG), ander=leven().nummer,
        soort="familie", begin=dag(-1),
    )  # fmt: skip


def test_what_the_file_knows_is_proposed_and_never_stored_by_itself(
    life, leven, scherm
):
    life.intake_gestart()
    met_zus(life, leven)
    life.doe(
        "uren", "vastleggen", soort="intake_taal_knm", van=dag(-9), tot_en_met=dag(-2),
        uren=24, herkomst="aanbieder",
    )  # fmt: skip
    scherm.post(
        f"/trajecten/{life.nummer}/document/toevoegen/",
        document(Bijlage()) | {"soort": "diploma", "titel": "Diploma <b>"},
    )
    answer = scherm.get(url(life, "invullen/"))
    form = answer.context["form"]
    assert form.initial["taal_moedertaal"] == "Arabisch"
    assert form.initial["taal_les_voor_pip"] == 24
    assert len(form.overgenomen) == 2
    assert {"opleiding_diploma", "zorg_anderen"}.isdisjoint(form.initial)
    assert "Al bekend: document: Diploma &lt;b&gt;" in answer.content.decode()
    assert "Al bekend: gezin: andere familie" in answer.content.decode()
    assert antwoorden(life) == {}
    assert "Bekend: Arabisch" in scherm.get(url(life, "papier/")).content.decode()
    assert antwoorden(life) == {}


def test_what_was_followed_in_the_reception_centre_is_told(life, scherm):
    """Only told: how many of these hours were Dutch, nobody wrote down."""
    life.intake_gestart()
    life.doe(
        "voorinburgering", "vastleggen", ingestemd=True, organisatie="Opvang De Brug",
        uren=60, onderdelen="Taalles, KNM",
    )  # fmt: skip
    answer = scherm.get(url(life, "invullen/"))
    assert (
        "Al bekend: voorinburgering: 60 uur, Taalles, KNM." in answer.content.decode()
    )
    assert "taal_les_voor_pip" not in answer.context["form"].initial
    scherm.post(url(life, "invullen/"), {"taal_les_voor_pip": "40"})
    page = scherm.get(url(life, "invullen/")).content.decode()
    assert "voorinburgering: 60 uur" not in page


def test_who_does_not_share_with_the_family_is_not_told(life, leven, scherm):
    life.intake_gestart()
    met_zus(life, leven)
    other = Gezinsband.objects.get().ander.inburgeraar
    other.niet_delen_met_gezin = True
    other.save()
    assert "gezin:" not in scherm.get(url(life, "invullen/")).content.decode()


def test_an_answer_and_a_draft_go_before_a_proposal(life, scherm):
    life.intake_gestart()
    key = f"/concepten/{life.nummer}/intake_invullen/{BredeIntake.objects.get().pk}/"
    scherm.post(key, {"taal_moedertaal": "", "eigen_1": "x"})
    form = scherm.get(url(life, "invullen/")).context["form"]
    assert form.initial["taal_moedertaal"] == ""
    assert form.overgenomen == []
    scherm.post(url(life, "invullen/"), {"taal_moedertaal": "Koerdisch"})
    form = scherm.get(url(life, "invullen/")).context["form"]
    assert form.initial["taal_moedertaal"] == "Koerdisch"


def test_an_earlier_intake_is_proposed_with_where_it_comes_from(life, scherm):
    life.intake_gestart()
    BredeIntake.objects.create(
        gemeente=life.lid.gemeente, traject=life.traject, vastgelegd_op=dag(-300),
        vastgelegd_door=life.lid.gebruiker, gestart_op=dag(-400),
        herkomst="andere_gemeente",
        antwoorden={
            "werk_beroep": {"antwoord": "beantwoord", "waarde": "Kok"},
            "werk_jaren": {"antwoord": "onbekend"},
            "verdwenen": {"antwoord": "beantwoord", "waarde": "x"},
        },
    )  # fmt: skip
    row = BredeIntake.objects.latest("gestart_op")
    answer = scherm.get(url(life, f"{row.pk}/invullen/"))
    assert answer.context["form"].initial["werk_beroep"] == "Kok"
    assert "werk_jaren" not in answer.context["form"].initial
    assert "andere gemeente" in answer.content.decode().lower()


# --- What it means for the plan -------------------------------------------------------


@pytest.mark.parametrize(
    ("gegeven", "veld"),
    [
        ({"betekenis_werk": "Kan nu al werken"}, "uitkomst_werk"),
        ({"uitkomst_werk": "kans"}, "betekenis_werk"),
        ({"uitkomst_werk": "gok", "betekenis_werk": "x"}, "uitkomst_werk"),
        ({"uitkomst_werk": "kans", "betekenis_werk": "x" * 501}, "betekenis_werk"),
    ],
)
def test_an_outcome_has_a_kind_and_words(life, scherm, gegeven, veld):
    life.intake_gestart()
    answer = scherm.post(url(life, "invullen/"), gegeven | {"werk_beroep": "Kok"})
    assert list(fouten(answer)) == [veld]
    assert (
        'value="Kok"' in answer.content.decode() or ">\nKok" in answer.content.decode()
    )
    assert antwoorden(life) == {}


def klaar(life: Leven, scherm: Client, **anders: str) -> None:
    scherm.post(
        url(life, "invullen/"),
        {
            "ambitie_doel": "werk", "betekenis_werk": "Bakkerij zoekt mensen",
            "uitkomst_werk": "kans",
        } | anders,
    )  # fmt: skip
    life.traject.refresh_from_db()


def test_the_plan_begins_with_the_words_of_the_intake(life, scherm):
    life.intake_gestart()
    klaar(life, scherm)
    answer = scherm.post(
        url(life, "afronden/"), {"afgerond_op": d(), "routeadvies": "b1_route"}
    )
    assert "waarom deze leerroute past" in str(fouten(answer)["routeadvies_reden"])
    answer = scherm.post(
        url(life, "afronden/"), {"afgerond_op": d(), "routeadvies_reden": "Leest goed"}
    )
    assert "haal de reden weg" in str(fouten(answer)["routeadvies"])
    scherm.post(
        url(life, "afronden/"),
        {"afgerond_op": d(), "routeadvies": "b1_route", "routeadvies_reden": "Leest goed"},
    )  # fmt: skip
    pip = f"/trajecten/{life.nummer}/pip/"
    answer = scherm.get(f"{pip}opstellen/")
    form, page = answer.context["form"], answer.content.decode()
    assert form.initial["participatie"] == "Werk: Bakkerij zoekt mensen"
    assert form.initial["wensen"] == "Wat wilt u over drie jaar doen? Betaald werk."
    for words in ("Uit de brede intake", "Leest goed", "Leerbaarheidstoets"):
        assert words in page
        assert words in scherm.get(pip).content.decode()


def test_what_somebody_wrote_in_the_plan_is_never_replaced(life, scherm):
    life.intake_gestart()
    life.intake_klaar()
    klaar(life, scherm)
    life.pip_opgesteld("b1_route", participatie="Stage", wensen="")
    klaar(life, scherm, betekenis_werk="Iets heel anders")
    form = scherm.get(f"/trajecten/{life.nummer}/pip/opstellen/").context["form"]
    assert form.initial["participatie"] == "Stage"
    assert form.initial["wensen"].startswith("Wat wilt u over drie jaar doen?")


def test_the_desk_reads_the_plan_without_the_intake(life, scherm, rollen, inloggen):
    life.intake_gestart()
    klaar(life, scherm)
    page = inloggen(rollen[Rol.ADMINISTRATIE]).get(f"/trajecten/{life.nummer}/pip/")
    assert page.status_code == 200
    assert "Bakkerij" not in page.content.decode()


# --- On paper, and what it costs ------------------------------------------------------


def test_paper_is_empty_or_filled_and_never_holds_a_bsn(life, scherm):
    own = stel(life.lid)
    life.intake_gestart()
    klaar(life, scherm, eigen_1="2", werk_beroep="Kok")
    filled = scherm.get(url(life, "papier/")).content.decode()
    empty = scherm.get(url(life, "papier/?leeg=ja")).content.decode()
    for page in (filled, empty):
        assert own.vraag in page
        assert life.traject.inburgeraar.naam in page
        assert maak_bsn(1) not in page
        assert "14 februari 1991" not in page
    assert "Bakkerij zoekt mensen" in filled
    assert filled.count("is-chosen") == 2
    for words in ("Bakkerij", "Kok<", "is-chosen", "Arabisch"):
        assert words not in empty


def test_paper_before_the_intake_has_the_questions_of_today(life, scherm):
    stel(life.lid)
    assert "Kunt u fietsen?" in scherm.get(url(life, "papier/")).content.decode()


@pytest.mark.parametrize("pad", ["", "invullen/", "papier/"])
def test_as_many_statements_however_many_questions_and_talks(
    life, scherm, pad, hoogstens
):
    life.intake_gestart()
    with hoogstens(12) as few:
        scherm.get(url(life, pad))
    for _ in range(20):
        stel(life.lid)
        life.doe(
            "intakegesprek", "vastleggen", gevoerd_op=VANDAAG, vorm="video",
            besproken="Verder",
        )  # fmt: skip
    with hoogstens(len(few)):
        scherm.get(url(life, pad))


def test_the_page_of_the_questions_costs_few_statements(life, beheer, hoogstens):
    for _ in range(20):
        stel(life.lid)
    with hoogstens(9):
        beheer.get(VRAGEN)


def test_looking_back_asks_what_was_asked_then(life):
    stel(life.lid, geldig_vanaf=VANDAAG)
    before = lees(life.traject, VANDAAG, moment(VANDAAG) - timedelta(hours=1))
    assert before.feiten.intakevragen == ()
    now = lees(life.traject, VANDAAG)
    assert [row.code for row in now.feiten.intakevragen] == ["eigen_1"]
    assert now.feiten.intakevragen[0].keuzes == ("Ja", "Nee")
