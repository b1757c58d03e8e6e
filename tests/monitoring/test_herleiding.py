"""From a number back to its cases: who may, what is shown as evidence, what never."""

import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from inburgering import outbox
from inburgering.authorization.roles import Inzage, Rol
from inburgering.models import Raadpleging, Team
from inburgering.wet.handelingen import Handeling
from monitoring import aggregate, extract
from monitoring.disclosure.uitgave import Editie, Editiesoort
from monitoring.herleiding import lijst, scherm
from monitoring.herleiding.lijst import Getal, NietHerleidbaar
from monitoring.indicators.bewijs import BRONNEN, bewijs, bronnen, herleidbaar
from monitoring.indicators.catalogus import (
    GROEP_ROUTE,
    TOTAAL,
    Dimensie,
    Tabel,
    Telling,
)
from monitoring.indicators.register import REGISTER
from monitoring.indicators.voorwaarde import (
    En,
    Kolom,
    Of,
    Peildag,
    Teken,
    Vergelijk,
)
from monitoring.models import Feitsleutel, Trajectfeit
from monitoring.views import tabellen
from tests.inburgering.cast import VANDAAG, lid_van, moment
from tests.monitoring.rijen import vul


D = date(2026, 6, 10).toordinal()
INDICATOR = {indicator.code: indicator for indicator in REGISTER}
OP_TIJD = En((INDICATOR["I02"].populatie, INDICATOR["I02"].voldoet))


def rij(**anders):
    return {
        "groep": "asielstatushouder", "route_eerste_pip": "b1_route",
        "plicht_dag": D - 150, "kennisgeving_dag": D - 143, "klok_dag": D - 138,
        "pip_termijn_dag": D - 69, "pip_uiterste_dag": D - 69, "pip_dag": D - 80,
        "behaald_dag": None,
    } | anders  # fmt: skip


def teksten(voorwaarde, case):
    return [(b.klopt, b.bron.label, b.tekst) for b in bewijs(voorwaarde, case, D)]


class TestEvidence:
    """What is said of one case, out of the condition alone."""

    def test_of_a_pip_in_time(self):
        assert teksten(OP_TIJD, rij()) == [
            (True, "Begin van de plicht", "11-01-2026"),
            (
                True, "Laatste dag van de eerste tien weken",
                ("02-04-2026 (eerste dag van de tien weken 23-01-2026, "
                 "kennisgeving van DUO 18-01-2026); met 28 dagen erbij 30-04-2026, en "
                 "dat is voorbij"),
            ),
            (
                True, "Dagtekening van het eerste PIP",
                ("22-03-2026, 58 dagen na de eerste dag van de tien weken; 11 dagen "
                 "voor de laatste dag van de eerste tien weken"),
            ),
        ]  # fmt: skip

    @pytest.mark.parametrize(
        ("pip", "klopt", "slot"),
        [
            (D - 70, True, "; 1 dag voor de laatste dag van de eerste tien weken"),
            (D - 69, True, "; op de laatste dag van de eerste tien weken"),
            (D - 68, False, "; 1 dag na de laatste dag van de eerste tien weken"),
            (None, False, "nog niet vastgelegd"),
        ],
    )
    def test_around_the_last_day(self, pip, klopt, slot):
        deel = next(
            b for b in bewijs(OP_TIJD, rij(pip_dag=pip), D) if b.bron.veld == "PIP.dagtekening"
        )  # fmt: skip
        assert (deel.klopt, deel.tekst.endswith(slot)) == (klopt, True)

    @pytest.mark.parametrize(
        ("laatste", "slot"),
        [(D - 29, "dat is voorbij"), (D - 28, "dat is nog niet voorbij")],
    )
    def test_around_the_lag_of_recording(self, laatste, slot):
        case = rij(pip_termijn_dag=laatste, pip_uiterste_dag=laatste)
        (deel,) = [b for b in bewijs(OP_TIJD, case, D) if "erbij" in b.tekst]
        assert deel.tekst.endswith(slot)
        assert deel.klopt is (laatste == D - 29)

    def test_what_fails_comes_first(self):
        assert [b.klopt for b in bewijs(OP_TIJD, rij(pip_dag=D), D)] == [
            False, True, True
        ]  # fmt: skip

    def test_an_extension_is_told_beside_the_original_end(self):
        _, term, _ = bewijs(OP_TIJD, rij(pip_uiterste_dag=D - 40), D)
        assert "laatste dag na verlenging 01-05-2026" in term.tekst

    def test_of_an_or_only_what_holds(self):
        z_route = Vergelijk(Kolom("route_eerste_pip"), Teken.GELIJK, "z_route")
        vroeg = Vergelijk(Kolom("plicht_dag"), Teken.KLEINER, D)
        later = Vergelijk(Peildag(), Teken.KLEINER, Kolom("behaald_dag"))
        assert teksten(Of((z_route, vroeg)), rij()) == [
            (True, "Begin van de plicht", "11-01-2026")
        ]
        assert teksten(Of((z_route, later)), rij(behaald_dag=D - 1)) == [
            (False, "Leerroute van het eerste PIP", "B1-route"),
            (
                False,
                "Dag waarop alle onderdelen waren behaald",
                "09-06-2026, 149 dagen na het begin van de plicht",
            ),
        ]

    def test_a_day_after_the_reference_day_says_so(self):
        (deel,) = bewijs(INDICATOR["I01"].populatie, rij(plicht_dag=D + 1), D)
        assert (deel.klopt, deel.tekst) == (False, "11-06-2026; dat is na de peildatum")

    def test_beside_a_day_that_is_not_known(self):
        eis = INDICATOR["I02"].voldoet
        (deel,) = bewijs(eis, rij(pip_termijn_dag=None), D)
        assert deel.tekst.endswith(
            "laatste dag van de eerste tien weken is nog niet bekend"
        )
        assert not deel.klopt

    def test_what_names_no_column_is_no_evidence(self):
        assert bewijs(Vergelijk(Peildag(), Teken.KLEINER, D + 1), rij(), D) == ()


def test_the_sources_of_evidence_are_facts_recorded_by_acts():
    names = {f.name for f in Trajectfeit._meta.concrete_fields}
    assert set(BRONNEN) <= names
    for bron in BRONNEN.values():
        word = scherm.HANDELINGEN[bron.handeling]
        assert not bron.handeling or Handeling(bron.handeling).label == word
        assert {*bron.bij, *filter(None, [bron.sinds])} <= set(BRONNEN)
    assert [b.veld for b in bronnen(INDICATOR["I02"].voldoet)] == [
        "Traject.datum_kennisgeving", "Termijn.begin", "Termijn.uiterlijk",
        "Termijn.uiterlijk", "PIP.dagtekening",
    ]  # fmt: skip


@pytest.mark.parametrize("indicator", REGISTER, ids=lambda i: i.code)
def test_every_indicator_can_be_led_back(indicator):
    assert herleidbaar(indicator.populatie)
    assert herleidbaar(indicator.voldoet)


GEVOELIG = ("geslacht", "leeftijdsband", "herkomstregio")


@pytest.mark.parametrize("kolom", GEVOELIG)
def test_origin_sex_and_age_never_yield_a_list(kolom):
    """Not as a condition, not as a breakdown, not as evidence (they are facts)."""
    assert kolom in {f.name for f in Trajectfeit._meta.concrete_fields}
    assert kolom not in BRONNEN
    assert not herleidbaar(Vergelijk(Kolom(kolom), Teken.GELIJK, "x"))
    as_ = Dimensie("deel", kolom, {"x": "X"})
    assert not herleidbaar(INDICATOR["I01"].populatie, as_)
    tabel = Tabel(
        "proef",
        "Proef",
        (as_,),
        (Telling("gestart", "Gestart", ((("deel",),), ((),))),),
    )
    Getal(tabel, tabel.tellingen[0], 2024, (TOTAAL,), VANDAAG)
    with pytest.raises(NietHerleidbaar, match="komt geen lijst"):
        Getal(tabel, tabel.tellingen[0], 2024, ("x",), VANDAAG)
    assert all("gezondheid" not in naam and "schuld" not in naam for naam in BRONNEN)


def test_a_number_leads_to_cases_only_when_it_is_said_where():
    """Pages of releases and of what was received hand over no address."""
    cijfers = {t.code: {(TOTAAL, TOTAAL): 5} for t in GROEP_ROUTE.tellingen}
    for naar, urls in ((None, {""}), (lambda t, cohort, cel: t.code, set(cijfers))):
        (groep,) = tabellen.per_groep(GROEP_ROUTE, cijfers, 2025, naar)
        assert {url for _, _, url in groep.rijen[0].waarden} == urls


# --- The list ---------------------------------------------------------------------------


@pytest.fixture
def leider(delft):
    return lid_van(delft, Rol.TEAMLEIDER.value)


@pytest.fixture
def zaken(leven):
    """Four lives of 2025: in time, late, none yet, and one that is all done."""
    begin = date(2025, 3, 3)
    op_tijd = leven(begin, geslachtsnaam="Optijd").door_tot("leerroute")
    te_laat = leven(begin + timedelta(days=1), geslachtsnaam="Telaat")
    te_laat.na(60).door_tot("leerroute")
    geen = leven(begin + timedelta(days=2), geslachtsnaam="Geenpip")
    klaar = leven(begin + timedelta(days=3), geslachtsnaam="Klaar")
    klaar.door_tot("onderdelen_behaald")
    outbox.leegmaken(moment(VANDAAG, 23))
    return {"op_tijd": op_tijd, "te_laat": te_laat, "geen": geen, "klaar": klaar}


def tekst(antwoord):
    kaal = re.sub(r"<[^>]+>", " ", antwoord.content.decode())
    return re.sub(r"\s+([.,:;])", r"\1", re.sub(r"\s+", " ", kaal))


def namen(antwoord):
    return re.findall(
        r'<th scope="row"><a href="/trajecten/[^"]+/">[^<]* (\w+)</a>',
        antwoord.content.decode(),
    )


LIJST = "/monitor/dossiers/pip_op_tijd/2025/"


@pytest.mark.django_db
def test_a_number_opens_its_cases_with_the_evidence_for_each(zaken, leider, inloggen):
    client = inloggen(leider)
    page = client.get(LIJST)
    assert namen(page) == ["Optijd", "Klaar"]
    words = tekst(page)
    assert "Telt mee 2 Telt niet mee 2" in words
    case = zaken["op_tijd"]
    pip = case.dossier.feiten.pips[0].dagtekening
    klok = Trajectfeit.objects.get(plicht_dag=case.traject.datum_plicht.toordinal())
    days = pip.toordinal() - klok.klok_dag
    assert f"{days} dagen na de eerste dag van de tien weken" in words
    assert "PIP vaststellen PIP.dagtekening" in words
    assert case.nummer in words
    rest = client.get(f"{LIJST}?deel=niet")
    assert namen(rest) == ["Telaat", "Geenpip"]
    assert "Niet: Dagtekening van het eerste PIP: nog niet vastgelegd." in tekst(rest)


@pytest.mark.django_db
def test_every_number_of_the_dashboard_is_as_long_as_its_list(zaken, leider, inloggen):
    client = inloggen(leider)
    page = client.get("/monitor/?cohort=2025").content.decode()
    links = re.findall(
        r'<td class="ib-num">\s*<a href="(/monitor/dossiers/[^"]+)">([\d.]+)<', page
    )
    assert len(links) > 12
    for url, number in links:
        answer = client.get(url.replace("&amp;", "&"))
        assert len(namen(answer)) == int(number), url
    shares = re.findall(r'<a href="(/monitor/dossiers/[^"]+)">\d+ %', page)
    assert LIJST in shares
    assert all(client.get(url).status_code == 200 for url in shares)


@pytest.mark.django_db
def test_only_who_reaches_cases_sees_persons(zaken, rollen, inloggen):
    answers = {rol: inloggen(lid).get(LIJST) for rol, lid in rollen.items()}
    seen = {rol for rol, answer in answers.items() if answer.status_code == 200}
    assert seen == {Rol.TEAMLEIDER}
    for rol in (Rol.BELEIDSADVISEUR, Rol.LEVERINGSGOEDKEURDER):
        assert answers[rol].status_code == 403
        assert "mag dit niet zien: dossier" in tekst(answers[rol])
        page = inloggen(rollen[rol]).get("/monitor/")
        assert "/monitor/dossiers/" not in page.content.decode()
        assert "met uw rol opent u geen dossiers" in tekst(page)


@pytest.mark.django_db
def test_every_look_is_logged_with_the_number(zaken, leider, inloggen):
    inloggen(leider).get(f"{LIJST}?groep=asielstatushouder&deel=niet")
    look = Raadpleging.objects.latest("id")
    assert (look.inzage, look.nummer) == (Inzage.CIJFERS.value, "")
    assert look.reden == (
        "Dossiers achter I02 (PIP op tijd), cohort 2025, Asielstatushouder, telt niet mee"
    )


@pytest.mark.django_db
def test_a_destroyed_case_is_told_and_a_case_out_of_reach_is_counted(
    zaken, delft, leider, inloggen
):
    Feitsleutel.objects.filter(traject_id=zaken["klaar"].traject.pk).delete()
    client = inloggen(leider)
    page = client.get(LIJST)
    assert namen(page) == ["Optijd"]
    assert "Telt mee: 2 dossiers Van 1 is het dossier vernietigd" in tekst(page)
    # A role that sees the cases of one team alone: none has it today, a table may.
    ander = Team.objects.create(gemeente=delft, naam="Zuid")
    zaken["op_tijd"].traject.team = ander
    zaken["op_tijd"].traject.save()
    noord = lid_van(delft, team=Team.objects.create(gemeente=delft, naam="Noord"))
    getal = Getal(
        GROEP_ROUTE, GROEP_ROUTE.telling("pip_op_tijd"), 2025, (TOTAAL, TOTAAL), VANDAAG
    )
    assert lijst.tel(getal, noord, telt=True) == lijst.Aantallen(2, 2, 0, 1, 1)
    assert lijst.bladzijde(getal, noord, telt=True, na=None).regels == ()
    alle = Feitsleutel.objects.values_list("pseudoniem", flat=True)
    assert zaken["op_tijd"].nummer not in {
        v.nummer for v in extract.dossiers(alle, noord).values()
    }


@pytest.mark.django_db
@pytest.mark.parametrize(
    "url",
    [
        "/monitor/dossiers/onzin/2025/",
        "/monitor/dossiers/gestart/2025/?groep=onzin",
        "/monitor/dossiers/gestart/2025/?herkomstregio=afrika",
        "/monitor/dossiers/gestart/2025/?geslacht=vrouw",
        "/monitor/dossiers/pip_op_tijd/2025/?route=z_route",  # not broken down by it
    ],
)
def test_what_is_no_number_of_the_page_has_no_list(zaken, leider, inloggen, url):
    assert inloggen(leider).get(url).status_code == 404


@pytest.mark.django_db
def test_nothing_to_list_says_so(leider, inloggen):
    page = inloggen(leider).get("/monitor/dossiers/behaald/2031/?na=onzin")
    assert page.status_code == 200
    assert "Hier staan geen dossiers" in tekst(page)


@pytest.mark.django_db
def test_another_municipality_has_a_list_of_its_own(zaken, leiden, inloggen):
    client = inloggen(lid_van(leiden, Rol.TEAMLEIDER.value))
    assert namen(client.get(LIJST)) == []


@pytest.mark.django_db
def test_page_by_page_and_at_most_twelve_statements(
    zaken, leider, inloggen, monkeypatch
):
    monkeypatch.setattr(lijst, "BLADZIJDE", 2)
    client = inloggen(leider)
    url, seen = "/monitor/dossiers/gestart/2025/", []
    address = url
    while address:
        with CaptureQueriesContext(connection) as asked:
            page = client.get(address)
        counted = [
            q["sql"] for q in asked
            if not re.match(r"BEGIN|COMMIT|SAVEPOINT|RELEASE|.*set_config|S?E?SET ", q["sql"])
        ]  # fmt: skip
        assert len(counted) <= 12, counted
        assert len(namen(page)) <= 2
        seen += namen(page)
        found = re.search(r'href="(\?[^"]+)" rel="next"', page.content.decode())
        address = found and url + found[1].replace("&amp;", "&")
    assert seen == ["Optijd", "Telaat", "Geenpip", "Klaar"]
    assert 'rel="prev"' in page.content.decode()


@pytest.mark.django_db
def test_a_list_is_what_the_count_counted(in_delft):
    """Of facts drawn from a seed, every cell has as many facts as its number."""
    vul(150)
    editie_dag = date(2025, 6, 30)
    ruw = aggregate.tel(GROEP_ROUTE, Editie("proef", Editiesoort.JAAR, editie_dag))
    for (cohort, code), telling in ruw.tellingen.items():
        for cel, number in telling.cellen.items():
            getal = Getal(
                GROEP_ROUTE, GROEP_ROUTE.telling(code), cohort, cel, editie_dag
            )
            assert getal.feiten().filter(telt=True).count() == number, (
                cohort,
                code,
                cel,
            )
