"""The plan that people understand: goals, two versions compared, the summary, the talk."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from inburgering.beschikkingen import (
    pip_brief,
    pip_gegevens,
    render,
    samenvatting_gegevens,
)
from inburgering.models import (
    PIP,
    Afspraak,
    Document,
    Doel,
    Tekstblok,
    Voortgangsgesprek,
)
from inburgering.models.standaardteksten import TALEN
from tests.inburgering.cast import VANDAAG, Leven, lid_van, moment
from tests.inburgering.voorbeelden import d, dag, met_afspraak, met_doel


pytestmark = pytest.mark.usefixtures("aanbieder")
VIJANDIG = (
    "<script>alert(1)</script>",
    "{weken}",
    '#import "x"',
    "' OR 1=1 --",
    "%s %(a)s",
)


@pytest.fixture
def life(leven) -> Leven:
    """Somebody with a plan of two goals, of which one has a step."""
    life = leven(contacttaal="Turks").door_tot("besproken")
    goal = met_doel(life)
    met_doel(life, omschrijving="Ik bel zelf", onder=goal, waarom="")
    met_doel(life, omschrijving="Ik werk in de zorg", domein="werk", waarom="")
    life.pip_vastgesteld()
    life.gedaan.append("leerroute")
    return life


def lees(client, life: Leven, deel: str, **vraag: object):
    return client.get(f"/trajecten/{life.nummer}/{deel}/", vraag)


def stuur(client, life: Leven, deel: str, **typed: object):
    return client.post(
        f"/trajecten/{life.nummer}/{deel}/", {"versie": life.traject.versie} | typed
    )


# --- Goals ----------------------------------------------------------------------------


def test_goals_stand_in_the_file_with_their_steps(life, scherm) -> None:
    goals = lees(scherm, life, "pip").context["doelen"]
    assert [str(one["rij"]) for one in goals["open"]] == [
        "Ik maak zelf een afspraak met de huisarts", "Ik werk in de zorg",
    ]  # fmt: skip
    assert [str(s["rij"]) for s in goals["open"][0]["stappen"]] == ["Ik bel zelf"]


@pytest.mark.parametrize(
    ("typed", "veld", "melding"),
    [
        ({"omschrijving": ""}, "omschrijving", "Vul in wat de inburgeraar wil bereiken."),
        ({"omschrijving": "x" * 301}, "omschrijving", "te lang"),
        ({"domein": "geloof"}, "domein", "Kies een van de mogelijkheden."),
        ({"gesteld_op": d(1)}, "gesteld_op", "in de toekomst"),
        ({"uiterlijk": d(-9)}, "uiterlijk", "Het einde ligt voor het begin"),
        ({"onder": "999999"}, "onder", "Kies een van de mogelijkheden."),
    ],
)  # fmt: skip
def test_a_goal_that_cannot_be_is_refused_at_the_field(
    life, scherm, typed, veld, melding
) -> None:
    life.op(VANDAAG)
    good = {"domein": "werk", "omschrijving": "Ik werk", "gesteld_op": d(-1)}
    answer = stuur(scherm, life, "doel/stellen", **good | typed)
    assert answer.status_code == 422
    assert melding in str(answer.context["form"].errors[veld])
    assert Doel.objects.count() == 3


def test_a_goal_of_somebody_else_cannot_be_chosen(life, leven, scherm) -> None:
    other = met_doel(leven().door_tot("leerroute"))
    for deel in ("doel/stellen", "afspraak/maken"):
        form = lees(scherm, life, deel).context["form"]
        name = "onder" if "onder" in form.fields else "doel"
        assert other not in form.fields[name].queryset
    mend = lees(scherm, life, f"doel/{other.pk}/wijzigen")
    assert mend.status_code == 404


def test_a_correction_offers_only_goals_of_this_case(life, leven, scherm) -> None:
    other = met_doel(leven().door_tot("leerroute"))
    met_afspraak(life)
    row = Afspraak.objects.get(traject=life.traject)
    form = lees(scherm, life, f"feit/afspraken/{row.pk}/herstellen").context["form"]
    assert other not in form.fields["doel"].queryset
    assert form.fields["doel"].queryset.count() == 3


def test_a_goal_ends_after_its_steps_and_can_be_opened_again(life, scherm) -> None:
    life.op(VANDAAG)
    goal = Doel.objects.get(onder=None, domein="zorg")
    end = {"geeindigd_op": d(), "uitkomst": "bereikt", "toelichting": "Het lukt"}
    answer = stuur(scherm, life, f"doel/{goal.pk}/beeindigen", **end)
    assert "stappen die open staan" in answer.content.decode()
    step = Doel.objects.get(onder=goal)
    for row in (step, goal):
        assert (
            stuur(scherm, life, f"doel/{row.pk}/beeindigen", **end).status_code == 302
        )
    assert [str(o["rij"]) for o in lees(scherm, life, "pip").context["doelen"]["geweest"]] == [
        str(goal)
    ]  # fmt: skip
    assert lees(scherm, life, f"doel/{goal.pk}/wijzigen").status_code == 409
    assert stuur(scherm, life, f"doel/{goal.pk}/heropenen").status_code == 302
    goal.refresh_from_db()
    assert (goal.geeindigd_op, goal.uitkomst) == (None, "")


def test_what_was_written_at_the_end_is_for_who_reads_notes(
    life, inloggen, in_delft
) -> None:
    goal = Doel.objects.get(domein="werk")
    life.doe("doel", "beeindigen", id=goal.pk, geeindigd_op=life.dag,
             uitkomst="gestopt", toelichting="Rug te zwak voor tillen")  # fmt: skip
    page = lees(inloggen(lid_van(in_delft, "administratie")), life, "pip")
    assert "Ik werk in de zorg" in page.content.decode()
    assert "Rug te zwak" not in page.content.decode()


def test_a_plan_asks_for_a_goal_in_words_or_as_a_row(leven, scherm) -> None:
    life = leven().door_tot("pip_opstellen").op(VANDAAG)
    form = {
        "leerroute": "z_route", "alfabetisering": "niet_van_toepassing", "wensen": "x",
        "participatie": "x", "begeleiding": "x", "pvt_uren": "12", "map_uren": "40",
        "gesprek_weken": "13", "voortgang": "x", "opgesteld_op": d(),
    }  # fmt: skip
    answer = stuur(scherm, life, "pip/opstellen", **form)
    assert "stel eerst een doel" in str(answer.context["form"].errors["doelen"])
    met_doel(life)
    life.traject.refresh_from_db()
    assert stuur(scherm, life, "pip/opstellen", **form).status_code == 302


def test_the_letter_says_goals_with_numbers_and_agreements_name_them(life) -> None:
    plan = PIP.objects.get(traject=life.traject)
    goal = Doel.objects.get(domein="werk")
    life.dag = plan.dagtekening
    life.doe(
        "afspraak", "maken", onderwerp="taal", omschrijving="Elke week oefenen",
        eigenaar="inburgeraar", grondslag="wi2021", gemaakt_op=life.dag, doel=goal,
    )  # fmt: skip
    met_doel(life.na(1), omschrijving="Pas later gesteld")
    gegevens = pip_gegevens(life.dossier, plan, "Nadia Bakker")
    assert [(g["nummer"], [s["nummer"] for s in g["stappen"]]) for g in gegevens["doelen"]] == [
        ("1", ["1.1"]), ("2", []),
    ]  # fmt: skip
    assert gegevens["afspraken"][0]["doel"] == "2"
    pdf = render("pip", gegevens)
    assert b"pdfuaid:part" in pdf


# --- Two versions ---------------------------------------------------------------------


@pytest.fixture
def twee(life: Leven) -> Leven:
    """A second version: other words, a goal gone, a goal reworded, a goal more."""
    health, work = (Doel.objects.get(onder=None, domein=d) for d in ("zorg", "werk"))
    met_afspraak(life)
    life.na(30).doe("doel", "beeindigen", id=work.pk, geeindigd_op=life.dag,
                    uitkomst="bereikt")  # fmt: skip
    life.doe("doel", "wijzigen", id=health.pk, domein="zorg",
             omschrijving="Ik ga alleen naar de huisarts")  # fmt: skip
    met_doel(life, omschrijving="Ik help op school", domein="kinderen")
    life.pip_opgesteld("b1_route", wensen="Weer in de zorg", zelf="Ik oefen elke dag")
    life.pip_besproken().pip_vastgesteld()
    return life.op(VANDAAG)


def test_the_plan_says_who_does_what_as_it_was_said_until_its_day(
    leven, scherm
) -> None:
    """On the page of the plan and in its letter; a later talk is for the next version."""
    life = leven().door_tot("besproken")

    def said(**parts: str) -> None:
        life.doe(
            "voortgangsgesprek", "voeren", gevoerd_op=life.dag, vorm="thuis", **parts
        )

    said(
        zelf_geld="overgenomen",
        zelf_zorg="met_hulp",
        zelf_kinderen="niet_van_toepassing",
    )
    life.na(1)
    said(zelf_zorg="alleen")
    life.pip_vastgesteld()
    life.na(2)
    said(zelf_geld="met_hulp")
    plan = PIP.objects.get(traject=life.traject)
    blocks = {
        b["kop"]: b["tekst"] for b in pip_gegevens(life.dossier, plan, "X")["blokken"]
    }
    assert blocks["Wat u alleen doet, en waarbij u hulp krijgt"].splitlines() == [
        "Geld: een ander doet het voor u.",
        "Huisarts en zorg: u doet het alleen.",
    ]
    page = lees(scherm, life, "pip").content.decode()
    assert "Wat doet de inburgeraar zelf?" in page
    assert "Doet het met hulp" in page


def test_two_versions_are_compared_in_words(twee, scherm) -> None:
    page = lees(scherm, twee, "pip/verschil")
    changed = {r["label"]: (r["oud"], r["nieuw"]) for r in page.context["anders"]}
    assert changed == {
        "Wat de inburgeraar wil": ("Weer als apotheker werken", "Weer in de zorg"),
        "Wat de inburgeraar zelf doet": ("", "Ik oefen elke dag"),
    }
    kinds = {name: rows for _, name, rows in page.context["soorten"]}
    assert kinds["doelen"]["nieuw"] == ["Ik help op school"]
    assert kinds["doelen"]["weg"] == ["Ik werk in de zorg"]
    assert kinds["doelen"]["gelijk"] == ["Ik bel zelf"]
    ((what, fields),) = kinds["doelen"]["anders"]
    assert what == "Ik ga alleen naar de huisarts"
    assert next((f["label"], f["oud"]) for f in fields) == (
        "Doel", "Ik maak zelf een afspraak met de huisarts",
    )  # fmt: skip
    assert kinds["afspraken"]["nieuw"] == ["Elke week naar het taalcafé"]
    assert "pip/verschil/" in lees(scherm, twee, "pip").content.decode()


@pytest.mark.parametrize(
    ("vraag", "status"),
    [
        ({"van": "1", "naar": "2"}, 200),
        ({"van": "2", "naar": "1"}, 200),
        ({"van": "1", "naar": "1"}, 200),
        ({"van": "9"}, 404),
        ({"van": "²"}, 404),
        ({"naar": "<b>"}, 404),
        ({"naar": "-1"}, 404),
    ],
)
def test_only_versions_of_this_case_are_compared(twee, scherm, vraag, status) -> None:
    assert lees(scherm, twee, "pip/verschil", **vraag).status_code == status


def test_a_version_alone_is_told_in_words(life, scherm) -> None:
    page = lees(scherm, life, "pip/verschil").content.decode()
    assert "nog geen twee versies" in page
    assert "pip/verschil" not in lees(scherm, life, "pip").content.decode()


def test_a_version_with_another_number_than_its_letter_says_so(leven, scherm) -> None:
    life = leven().door_tot("leerroute").op(VANDAAG)
    pip_brief(on=moment(VANDAAG), pip_id=PIP.objects.get().pk, lid_id=life.lid.pk)
    other = "De brief noemt een ander nummer"
    assert other not in lees(scherm, life, "pip").content.decode()
    PIP.objects.update(versie=2)  # as a merger of two cases does
    assert other in lees(scherm, life, "pip").content.decode()


def test_the_comparison_asks_as_much_whatever_there_is(twee, scherm, hoogstens) -> None:
    with hoogstens(14) as few:
        lees(scherm, twee, "pip/verschil")
    for n in range(5):
        met_doel(twee, omschrijving=f"Doel {n}")
        met_afspraak(twee)
    with hoogstens(14) as many:
        lees(scherm, twee, "pip/verschil")
    assert len(many) == len(few)


# --- The summary ----------------------------------------------------------------------


def test_without_translations_the_summary_is_dutch_and_says_so(life, scherm) -> None:
    plan = PIP.objects.get(traject=life.traject)
    page = lees(scherm, life, f"pip/{plan.pk}/samenvatting")
    text = page.context["tekst"]
    assert (text["taal"], text["ontbreekt"]) == ("tr", text["totaal"])
    shown = page.content.decode()
    assert "Nog niet vertaald" in shown
    assert "De Nederlandse brief beslist" in shown
    assert "Ik maak zelf een afspraak met de huisarts" in shown


@pytest.mark.parametrize("taal", ["ar", "fa", "ps", "tr", "", "xx", "<b>"])
def test_every_language_shows_on_its_own_side(life, scherm, taal) -> None:
    plan = PIP.objects.get(traject=life.traject)
    page = lees(scherm, life, f"pip/{plan.pk}/samenvatting", taal=taal)
    assert page.status_code == 200
    known = TALEN.get(taal)
    side = known and f'lang="{taal}" dir="{known.richting}"'
    assert (side in page.content.decode()) if known else not page.context["tekst"]


def test_a_language_with_a_part_of_the_texts_says_so(
    als, delft, teamleider, life, scherm
) -> None:
    """In the choice, on the page and in the pdf; and who translated it."""
    for blok, tekst in (
        ("sv_titel", "ملخّص خطّتك"),
        ("sv_bezwaar", "عدد الأسابيع: {weken}"),
    ):
        als(lid_van(delft, "functioneel_beheerder")).post(
            f"/beheer/teksten/{blok}/vertalen/",
            {"taal": "ar", "tekst": tekst, "vertaald_door": "Tolkbureau A"},
        )
        row = Tekstblok.objects.latest("id")
        als(teamleider).post(
            f"/beheer/teksten/vertaling/{row.pk}/nakijken/", {"goed": "ja"}
        )
    plan = PIP.objects.get(traject=life.traject)
    page = lees(scherm, life, f"pip/{plan.pk}/samenvatting", taal="ar")
    text = page.context["tekst"]
    shown = page.content.decode()
    assert "Arabisch (2 van 13 zinnen)" in shown
    assert "Turks (niet vertaald)" in shown
    assert f"{text['totaal'] - 2} van de {text['totaal']} zinnen zijn nog niet" in shown
    assert "Vertaald door Tolkbureau A." in shown
    letter = render("samenvatting", text)
    for told in (b"/Lang(ar)", b"/Direction/R2L", b"NotoNaskhArabic", b"pdfuaid:part"):
        assert told in letter
    whole = text | {"ontbreekt": 0, "regels": text["regels"][-1:]}
    assert len(render("samenvatting", whole)) < len(letter)


def test_a_draft_has_no_summary(leven, scherm) -> None:
    life = leven().door_tot("concept")
    plan = PIP.objects.get(traject=life.traject)
    assert lees(scherm, life, f"pip/{plan.pk}/samenvatting").status_code == 404


def test_the_pdf_is_frozen_and_stands_with_the_version(life, scherm) -> None:
    plan = PIP.objects.get(traject=life.traject)
    form = lees(scherm, life, "samenvatting/maken").context["form"]
    assert (form["taal"].value(), form["pip"].value()) == ("tr", plan.pk)
    answer = stuur(scherm, life, "samenvatting/maken", taal="tr", pip=plan.pk)
    assert answer.status_code == 302
    kept = Document.objects.get(soort="samenvatting")
    assert bytes(kept.inhoud).startswith(b"%PDF")
    assert kept.gegevens["taal"] == "tr"
    assert (
        "Samenvatting van PIP versie 1, Turks"
        in lees(scherm, life, "pip").content.decode()
    )


def test_a_letter_that_is_not_what_it_was_is_not_shown(life, scherm) -> None:
    """Its hash stands with the letters, and tells."""
    out = StringIO()
    plan = PIP.objects.get(traject=life.traject)
    stuur(scherm, life, "samenvatting/maken", taal="tr", pip=plan.pk)
    letter = Document.objects.get(soort="samenvatting")
    url = f"/trajecten/{life.nummer}/documenten/{letter.pk}/"
    assert letter.sha256 in lees(scherm, life, "documenten").content.decode()
    assert scherm.get(url).content == bytes(letter.inhoud)
    call_command("controleer-brieven", stdout=out)
    letter.inhoud = bytes(letter.inhoud) + b" "
    letter.save()
    answer = scherm.get(url, follow=True)
    assert answer.redirect_chain[-1][0] == f"/trajecten/{life.nummer}/"
    assert "is niet meer zoals de brief is gemaakt" in answer.content.decode()
    with pytest.raises(CommandError, match="1 brieven"):
        call_command("controleer-brieven", gemeente="0503", stdout=out)
    assert f"{life.nummer} brief {letter.pk}: veranderd" in out.getvalue()


def test_a_script_that_the_letters_do_not_have_is_told(life, scherm) -> None:
    """The goals stand in it as typed: a script without letters must not be lost."""
    met_doel(life, omschrijving="小王", gesteld_op=dag(-900))
    plan = PIP.objects.get(traject=life.traject)
    answer = stuur(scherm, life, "samenvatting/maken", taal="zh", pip=plan.pk)
    assert answer.status_code == 422
    assert "druk die pagina af" in answer.content.decode()
    assert not Document.objects.filter(soort="samenvatting").exists()
    page = lees(scherm, life, f"pip/{plan.pk}/samenvatting", taal="zh")
    assert "小王" in page.content.decode()


@pytest.mark.parametrize("tekst", VIJANDIG)
def test_what_people_type_is_never_read_as_markup(life, scherm, tekst) -> None:
    met_doel(life, omschrijving=tekst, waarom=tekst, gesteld_op=dag(-900))
    plan = PIP.objects.get(traject=life.traject)
    for taal in ("ar", "tr"):
        gegevens = samenvatting_gegevens(life.dossier, plan, TALEN[taal])
        assert any(tekst in one for line in gegevens["regels"] for one in line["lijst"])
        assert render("samenvatting", gegevens).startswith(b"%PDF")
    shown = lees(scherm, life, f"pip/{plan.pk}/samenvatting").content.decode()
    assert "<script>alert" not in shown


# --- The talk -------------------------------------------------------------------------


def test_the_talk_asks_who_does_what_beside_the_last_answer(life, scherm) -> None:
    first, second = life.na(3).dag, life.na(9).dag
    for day, answer in ((first, "met_hulp"), (second, "met_hulp")):
        life.doe("voortgangsgesprek", "voeren", gevoerd_op=day, vorm="thuis",
                 zelf_geld=answer, hulpbehoefte="evenveel")  # fmt: skip
    life.op(VANDAAG)
    form = lees(scherm, life, "voortgangsgesprek/voeren").context["form"]
    assert form.fields["zelf_geld"].help_text.startswith(
        "Vorige keer: doet het met hulp"
    )
    assert form["zelf_geld"].value() in (None, "")
    assert form.fields["zelf_wonen"].help_text == ""
    answer = stuur(
        scherm, life, "voortgangsgesprek/voeren", gevoerd_op=d(), vorm="thuis",
        zelf_geld="alleen", zelf_wonen="overgenomen", hulpbehoefte="minder",
    )  # fmt: skip
    assert answer.status_code == 302
    shown = lees(scherm, life, "gesprekken").context["zelf"]
    money = next(part for part in shown["delen"] if part["wat"] == "Geld")
    assert (money["nu"], money["sinds"]) == ("Doet het alleen", VANDAAG)
    assert money["eerder"] == [(first, "Doet het met hulp")]
    assert [words for _, words in shown["hulpbehoefte"]] == [
        "Minder hulp nodig", "Evenveel hulp nodig",
    ]  # fmt: skip


def test_the_talk_says_what_came_of_each_agreement(life, scherm) -> None:
    met_afspraak(life)
    met_afspraak(life)
    life.op(VANDAAG)
    one, other = Afspraak.objects.order_by("id")
    answer = stuur(
        scherm, life, "voortgangsgesprek/voeren", gevoerd_op=d(), vorm="thuis",
        **{f"afspraak_{one.pk}": "niet_nagekomen"},
    )  # fmt: skip
    assert answer.status_code == 302
    one.refresh_from_db()
    other.refresh_from_db()
    assert (one.resultaat, one.afgerond_op, other.resultaat) == (
        "niet_nagekomen", VANDAAG, "",
    )  # fmt: skip
    told = lees(scherm, life, "pip").content.decode()
    assert "Zoek eerst de oorzaak" in told

    # The talk keeps what came of it; what stays open is not there.
    card = lees(scherm, life, "gesprekken").context["contact"][0]
    settled = [row for row in card["rijen"] if row["label"].startswith("Afspraak: ")]
    assert [row["waarde"] for row in settled] == ["Niet nagekomen"]


@pytest.mark.parametrize(
    ("typed", "veld"),
    [
        ({"zelf_geld": "soms"}, "zelf_geld"),
        ({"hulpbehoefte": "veel"}, "hulpbehoefte"),
        ({"resultaat": "nagekomen", "gevoerd_op": d(-2000)}, "resultaat"),
        ({"resultaat": "bijna"}, "resultaat"),
    ],
)
def test_a_talk_that_cannot_be_is_refused_whole(life, scherm, typed, veld) -> None:
    met_afspraak(life)
    row = Afspraak.objects.get()
    life.op(VANDAAG)
    name = f"afspraak_{row.pk}"
    named = {name if key == "resultaat" else key: value for key, value in typed.items()}
    form = {"gevoerd_op": d(), "vorm": "thuis"} | named
    answer = stuur(scherm, life, "voortgangsgesprek/voeren", **form)
    assert answer.status_code == 422
    assert (name if veld == "resultaat" else veld) in answer.context["form"].errors
    row.refresh_from_db()
    assert row.resultaat == ""
    assert not Voortgangsgesprek.objects.exists()


# --- The municipality's template ------------------------------------------------------


def zet_sjabloon(inloggen, in_delft, **teksten: str) -> None:
    """Let the municipality say with what fields of a plan begin."""
    client = inloggen(lid_van(in_delft, "functioneel_beheerder"))
    for veld, tekst in teksten.items():
        answer = client.post(
            f"/beheer/teksten/plan_{veld}/wijzigen/",
            {"tekst": tekst, "geldig_vanaf": d()},
        )
        assert answer.status_code == 302


def test_a_new_plan_begins_with_the_template_and_says_so(
    leven, scherm, inloggen, in_delft
) -> None:
    life = leven().door_tot("pip_opstellen")
    form = lees(scherm, life, "pip/opstellen").context["form"]
    assert "voortgang" not in form.initial
    zet_sjabloon(inloggen, in_delft, voortgang="Wij bellen {{elke}} maand.")
    page = lees(scherm, life, "pip/opstellen")
    assert page.context["form"].initial["voortgang"] == "Wij bellen {elke} maand."
    assert page.content.decode().count("komt uit het sjabloon van uw gemeente") == 1


def test_a_template_never_replaces_the_intake_or_a_plan(
    leven, scherm, inloggen, in_delft
) -> None:
    zet_sjabloon(inloggen, in_delft, participatie="Sjabloon", voortgang="Sjabloon")
    life = leven().intake_gestart()
    life.na(3).doe("intake", "invullen", antwoorden={}, uitkomsten={
        "werk": {"soort": "kans", "tekst": "Bakkerij zoekt mensen"},
    })  # fmt: skip
    form = lees(scherm, life, "pip/opstellen").context["form"]
    assert "Bakkerij" in form.initial["participatie"]
    assert form.initial["voortgang"] == "Sjabloon"
    drafted = leven().door_tot("concept")
    form = lees(scherm, drafted, "pip/opstellen").context["form"]
    assert form.initial["participatie"] == "Stage in een apotheek"
    assert form.initial["voortgang"] == "Elke drie maanden"


def test_a_template_that_no_letter_can_show_is_refused(inloggen, in_delft) -> None:
    client = inloggen(lid_van(in_delft, "functioneel_beheerder"))
    answer = client.post(
        "/beheer/teksten/plan_voortgang/wijzigen/",
        {"tekst": "Goed zo \N{GRINNING FACE}", "geldig_vanaf": d()},
    )
    assert answer.status_code == 422
    assert "kan niet in een brief staan" in answer.content.decode()
    page = client.get("/beheer/teksten/plan_voortgang/").content.decode()
    assert "dit veld begint leeg" in page
