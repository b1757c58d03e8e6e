"""What is wrong with a file is said at its line and path, and never with its values."""

import json
from datetime import date, timedelta
from itertools import product
from random import Random

import pytest
import time_machine
from django.apps import apps
from django.core.exceptions import ValidationError

from inburgering.actions import intakevraag
from inburgering.management.overname import lezen, velden, vorm
from inburgering.management.overname.beperkingen import WOORDEN, voldoet, voorwaarden
from inburgering.management.overname.beschrijving import bladzijde, regel_van, schema
from inburgering.management.overname.bijvullen import vul_bij
from inburgering.management.overname.doorlopen import doorlopen
from inburgering.management.overname.fouten import Fout, Verzameling
from inburgering.management.overname.handleiding import KLEINSTE, NIET_MEE, VERWIJZEN
from inburgering.management.overname.keuren import Keuring
from inburgering.management.overname.lezen import Regel, regels
from inburgering.management.overname.velden import wat_bekend_is
from inburgering.management.overname.vorm import Soort
from inburgering.models import Cursus, Gemeente, Inburgeraar, Traject
from inburgering.models.feiten import lees_instellingen
from inburgering.models.gemeente import gemeente
from inburgering.models.historie import Historierij
from tests.inburgering.cast import lid_van, maak_bsn
from tests.inburgering.management import overname
from tests.inburgering.management.overname import (
    DAG,
    NU,
    als_bytes,
    bestand,
    dossier,
    draai,
    inrichten,
    met,
    verwezen,
)


@pytest.fixture
def stad(db):
    with time_machine.travel(NU, tick=False):
        yield Gemeente.objects.create(code="9002", naam="Daar")


@pytest.fixture
def lid(stad):
    return inrichten(stad)


@pytest.fixture
def keuring(stad, lid):
    with gemeente(stad):
        yield Keuring(wat_bekend_is(DAG), lees_instellingen(), DAG)


def fouten_van(keuring, inhoud):
    """Judge one line, given as bytes or as what it says."""
    [regel] = regels(bestand(als_bytes(inhoud)))
    keuring.keur(regel)
    return [(fout.pad, fout.tekst) for fout in regel.fouten]


# --- Bytes and JSON --------------------------------------------------------------------

GOED = json.dumps(dossier()).encode()
BESTANDEN = {
    "leeg": (b"", 0, "Het bestand is leeg."),
    "alleen een regeleinde": (b"\n", 1, "de regel is leeg"),
    "lege regel ertussen": (GOED + b"\n\n" + GOED, 2, "de regel is leeg"),
    "BOM": (b"\xef\xbb\xbf" + GOED, 1, "begint met een BOM"),
    "UTF-16": (GOED.decode().encode("utf-16"), 1, "geen UTF-8"),
    "Latijns-1": ('{"aanmelding": "é"}'.encode("latin-1"), 1, "geen UTF-8 (bij byte 17)"),
    "gzip": (b"\x1f\x8b\x08\x00abc", 1, "geen UTF-8"),
    "geen JSON": (b'{"aanmelding": }', 1, "geen JSON (bij teken 16)"),
    "afgebroken": (GOED[:40], 1, "geen JSON"),
    "twee op een regel": (GOED + GOED, 1, "geen JSON"),
    "Python": (b"{'aanmelding': 1}", 1, "geen JSON"),
    "NaN": (b'{"aanmelding": NaN, "feiten": {}}', 1, "aanmelding: NaN is geen JSON"),
    "oneindig": (b'{"aanmelding": -Infinity}', 1, "-Infinity is geen JSON"),
    "diep": (b'{"aanmelding": ' + b"[" * 20 + b"]" * 20 + b"}", 1, "dieper genest"),
    "heel diep": (b"[" * 200_000, 1, "dieper genest"),
    "heel diep en af": (b"[" * 90_000 + b"]" * 90_000, 1, "dieper genest"),
    "groot getal": (b'{"aanmelding": ' + b"9" * 5000 + b"}", 1, "te veel cijfers"),
    "te lang": (b'"' + b"x" * 1_000_001 + b'"\n' + GOED, 1, "langer dan 1000000"),
    "naam dubbel": (b'{"feiten": {}, "feiten": {}}', 1, "feiten: deze naam staat er meer"),
    "half teken": (b'{"aanmelding": "\\ud800"}', 1, "half teken"),
    "stuurteken": (b'{"aanmelding": "a\\u0000b"}', 1, "stuurteken"),
}  # fmt: skip


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("inhoud", "regel", "tekst"), BESTANDEN.values(), ids=BESTANDEN
)
def test_a_file_that_cannot_be_read(stad, lid, tmp_path, inhoud, regel, tekst):
    said, refused = draai(tmp_path / "x", inhoud, lid)
    assert refused.startswith("Niets is overgenomen.")
    first = said.splitlines()[0]
    assert tekst in first
    assert not regel or first.startswith(f"Regel {regel}, ")


def test_a_long_line_does_not_hide_the_next(monkeypatch):
    monkeypatch.setattr(lezen, "LANGSTE_REGEL", 50)
    read = list(regels(bestand(b"x" * 500 + b"\n1\n" + b"x" * 49 + b"\n2")))
    assert [(r.nummer, bool(r.fouten), r.inhoud) for r in read] == [
        (1, True, None), (2, False, 1), (3, True, None), (4, False, 2),
    ]  # fmt: skip
    assert "geen JSON" in read[2].fouten[0].tekst


def test_a_line_full_of_rubbish_is_not_listed_to_its_end():
    [regel] = regels(bestand(b"[" + b"NaN," * 200_000 + b"1]"))
    assert len(regel.fouten) == lezen.MEESTE_PER_REGEL + 1
    assert regel.fouten[-1].tekst == "en nog meer fouten."


def test_a_file_has_an_end(monkeypatch):
    monkeypatch.setattr(lezen, "MEESTE_REGELS", 2)
    read = list(regels(bestand(b"1\n2\n3\n4\n")))
    assert [bool(r.fouten) for r in read] == [False, False, True]
    assert "Splits het" in read[-1].fouten[0].tekst


# --- Names and values ------------------------------------------------------------------

A, F = "aanmelding", "feiten"


def werk(soort, /, **anders):
    """Give a case with one row of a kind, changed here and there."""
    return met(soort, **overname.WERK[soort] | anders)


def twee(soort, een, ander):
    """Give a case with two rows of a kind."""
    line = werk(soort, **een)
    line[F][soort] += werk(soort, **ander)[F][soort]
    return line


[NOTITIE] = werk("notities")[F]["notities"]
[WACHT] = werk("wachtredenen")[F]["wachtredenen"]
GESPREK = {"gevoerd_op": "2026-03-05", "vorm": "op_kantoor"}
AANBOD = {"aangeboden_op": "2026-03-05", "leerroute": "b1_route"}
UREN = {
    "soort": "taalles",
    "van": "2026-03-02",
    "tot_en_met": "2026-03-06",
    "uren": 9,
}
PIP = {
    "versie": 1,
    "status": "concept",
    "opgesteld_op": "2026-03-05",
    "leerroute": "b1_route",
}
VELDEN = [
    ([], "", "dit moet een object zijn"),
    ({}, A, "dit ontbreekt."),
    ({A: {}, F: [], "x": 1}, "x", "deze naam is onbekend."),
    (dossier() | {F: []}, F, "dit moet een object zijn"),
    (dossier() | {F: None}, F, "dit moet een object zijn"),
    (dossier() | {A: 3}, A, "dit moet een object zijn"),
    (dossier(geslachtsnam="x"), f"{A}.geslachtsnam", "onbekend. Bedoelt u geslachtsnaam?"),
    (dossier(geslachtsnaam=None), f"{A}.geslachtsnaam", "dit ontbreekt (achternaam)."),
    (dossier(geslachtsnaam=" "), f"{A}.geslachtsnaam", "dit ontbreekt"),
    (dossier(geslachtsnaam=7), f"{A}.geslachtsnaam", "dit moet tekst zijn"),
    (dossier(voorvoegsel="x" * 21), f"{A}.voorvoegsel", "hoogstens 20 tekens, nu 21"),
    (dossier(geslacht="m"), f"{A}.geslacht", "Het kan zijn: man, vrouw, onbekend."),
    (dossier(geslacht=["man"]), f"{A}.geslacht", "dit woord is onbekend"),
    (dossier(bsn="123456789"), f"{A}.bsn", "de elfproef faalt"),
    (dossier(bsn="12345678"), f"{A}.bsn", "negen cijfers"),
    (dossier(bsn=int(maak_bsn(1))), f"{A}.bsn", "negen cijfers, tussen aanhalingstekens"),
    (dossier(bsn="٣" * 9), f"{A}.bsn", "negen cijfers"),
    (dossier(bsn=None), A, "geen BSN en geen V-nummer"),
    (dossier(v_nummer="123"), f"{A}.v_nummer", "tien cijfers"),
    (dossier(nationaliteit="9999"), f"{A}.nationaliteit", "landelijke tabel (nationaliteit)"),
    (dossier(nationaliteit=336), f"{A}.nationaliteit", "4 cijfers, tussen aanhalingstekens"),
    (dossier(verblijfstitel="7"), f"{A}.verblijfstitel", "landelijke tabel"),
    (dossier(geboortedatum="1991-02-30"), f"{A}.geboortedatum", "bestaat niet"),
    (dossier(geboortedatum="1991-00-12"), f"{A}.geboortedatum", "bestaat niet"),
    (dossier(geboortedatum="14-02-1991"), f"{A}.geboortedatum", "dit moet een datum zijn"),
    (dossier(geboortedatum="1066-01-01"), f"{A}.geboortedatum", "het jaar kan niet kloppen"),
    (dossier(geboortedatum="2031-01-01"), f"{A}.geboortedatum", "ligt in de toekomst"),
    (dossier(email="geen"), f"{A}.email", "geen e-mailadres"),
    (dossier(tolk_nodig="ja"), f"{A}.tolk_nodig", "true of false"),
    (dossier(tolk_nodig=1), f"{A}.tolk_nodig", "true of false"),
    (dossier(datum_plicht="2026-2-18"), f"{A}.datum_plicht", "dit moet een datum zijn"),
    (dossier(datum_plicht="2026-02-30"), f"{A}.datum_plicht", "bestaat niet in de kalender"),
    (dossier(datum_plicht=20260218), f"{A}.datum_plicht", "dit moet een datum zijn"),
    (dossier(datum_plicht="9999-12-31"), f"{A}.datum_plicht", "het jaar kan niet kloppen"),
    (dossier(datum_plicht="2026-11-20"), f"{A}.datum_plicht", "ligt in de toekomst"),
    (dossier(geregistreerd_op="2026-11-20"), f"{A}.geregistreerd_op", "in de toekomst"),
    (dossier(geregistreerd_op="2021-12-31"), f"{A}.geregistreerd_op", "gold deze wet niet"),
    (dossier(datum_plicht="2021-12-31"), f"{A}.datum_plicht", "(Wi2021 art. 54)"),
    (dossier(overleden_op="2026-03-01"), f"{A}.overleden_op", "registreren kan niet"),
    (dossier(klantmanager="x@y.nl"), f"{A}.klantmanager", "nu geen klantmanager"),
    (dossier(begeleider="x@y.nl"), f"{A}.begeleider", "nu geen externe begeleider"),
    (dossier(versie=1), f"{A}.versie", "onbekend"),
    (dossier() | {F: {"pip": []}}, f"{F}.pip", "onbekend. Bedoelt u pips?"),
    (dossier() | {F: {"pips": {}}}, f"{F}.pips", "dit moet een lijst zijn"),
    (dossier() | {F: {"pips": [3]}}, f"{F}.pips[0]", "dit moet een object zijn"),
    (dossier() | {F: {"pvt": [{}] * 1001}}, F, "meer dan 1000 feiten"),
    (met("gesprekken", vorm="op_kantoor"), f"{F}.gesprekken[0].gevoerd_op", "dit ontbreekt"),
    (met("gesprekken", **GESPREK, herkomst=None), f"{F}.gesprekken[0].herkomst", "ontbreekt (bron)"),
    (met("gesprekken", **GESPREK, vastgelegd_op=None), f"{F}.gesprekken[0].vastgelegd_op", "dit ontbreekt"),
    (met("gesprekken", **GESPREK, vastgelegd_op="2027-01-01"), f"{F}.gesprekken[0].vastgelegd_op", "in de toekomst"),
    (met("gesprekken", **GESPREK, id=4), f"{F}.gesprekken[0].id", "onbekend"),
    (met("gesprekken", **GESPREK, vastgelegd_door=1), f"{F}.gesprekken[0].vastgelegd_door", "onbekend"),
    (met("gesprekken", **GESPREK | {"verslag": "x" * 10_001}), f"{F}.gesprekken[0].verslag", "te lang"),
    (met("pvt", uren="3"), f"{F}.pvt[0].uren", "geheel getal"),
    (met("pvt", uren=3.0), f"{F}.pvt[0].uren", "geheel getal"),
    (met("pvt", uren=1e999), f"{F}.pvt[0].uren", "Infinity is geen JSON"),
    (met("pvt", uren=True), f"{F}.pvt[0].uren", "geheel getal"),
    (met("pvt", uren=-1), f"{F}.pvt[0].uren", "van 0 tot en met 30000"),
    (met("pvt", uren=30_001), f"{F}.pvt[0].uren", "van 0 tot en met 30000"),
    (met("pips", **PIP, niveaus=[]), f"{F}.pips[0].niveaus", "dit moet een object zijn"),
    (met("pips", **PIP, niveaus={"knm": "B1"}), f"{F}.pips[0].niveaus", "Het kan zijn: lezen"),
    (met("pips", **PIP, niveaus={"lezen": "C2"}), f"{F}.pips[0].niveaus", "Het kan zijn: A1"),
    (met("pips", **PIP | {"status": "vastgesteld"}), f"{F}.pips[0].status", "heeft een dagtekening"),
    (met("pips", **PIP, akkoord=True), f"{F}.pips[0].akkoord", "horen bij elkaar"),
    (met("aanbod", **AANBOD), f"{F}.aanbod[0].aanbieder", "dit ontbreekt"),
    (met("aanbod", **AANBOD, aanbieder="Onbekend"), f"{F}.aanbod[0].aanbieder", "hier niet bekend"),
    (met("aanbod", **AANBOD, aanbieder="Taalhuis", met_keurmerk=True), f"{F}.aanbod[0].met_keurmerk", "volgt uit de aanbieder"),
    (met("uren", **UREN, aanbieder="Onbekend"), f"{F}.uren[0].aanbieder", "hier niet bekend"),
    (met("uren", **UREN | {"tot_en_met": "2026-03-01"}), f"{F}.uren[0].tot_en_met", "ligt voor van"),
    (met("handhavingen", rapport_door="x@y.nl"), f"{F}.handhavingen[0].rapport_door", "collega is hier niet bekend"),
    (met("verhuizingen", gemeente_code="12"), f"{F}.verhuizingen[0].gemeente_code", "landelijke tabel (gemeente)"),
    (met("brede_intakes", antwoorden=3), f"{F}.brede_intakes[0].antwoorden", "dit moet een object zijn"),
    (met("brede_intakes", antwoorden={"x_x": {}}), f"{F}.brede_intakes[0].antwoorden", "de vraag x_x bestaat niet"),
    (met("brede_intakes", antwoorden={"werk_jaren": 3}), f"{F}.brede_intakes[0].antwoorden", "een antwoord is een object"),
    (met("brede_intakes", antwoorden={"werk_jaren": {"antwoord": "beantwoord", "waarde": 900}}), f"{F}.brede_intakes[0].antwoorden", "van 0 tot en met 60"),
    (met("brede_intakes", antwoorden={"digitaal_niveau": {"antwoord": "beantwoord", "waarde": "veel"}}), f"{F}.brede_intakes[0].antwoorden", "Het kan zijn: geen, telefoon"),
    (met("brede_intakes", antwoorden={"eigen_1": {"antwoord": "onbekend"}}), f"{F}.brede_intakes[0].antwoorden", "geen eigen vragen. Leg ze eerst vast"),
    (met("brede_intakes", uitkomsten={"eigen_vervoer": {}}), f"{F}.brede_intakes[0].uitkomsten", "bestaat niet"),
    # Goals, and what rests on what.
    (verwezen(doel={"kenmerk": "D2"}), f"{F}.doelen[1].kenmerk", "staat ook bij feiten.doelen[0]"),
    (verwezen(doel={"kenmerk": 7}), f"{F}.doelen[1].kenmerk", "tussen aanhalingstekens"),
    (verwezen(doel={"kenmerk": "x" * 61}), f"{F}.doelen[1].kenmerk", "hoogstens 60 tekens"),
    (verwezen(stap={"onder": "D9"}), f"{F}.doelen[0].onder", "geen doel met dit kenmerk (feiten.doelen)"),
    (verwezen(stap={"onder": "A1"}), f"{F}.doelen[0].onder", "geen doel met dit kenmerk"),
    (verwezen(stap={"onder": "D2"}), f"{F}.doelen[0].onder", "geen stap naar zichzelf"),
    (verwezen(doel={"onder": "D2"}), f"{F}.doelen[1].onder", "Een stap heeft geen stappen"),
    (verwezen(stap={"onder": 1}), f"{F}.doelen[0].onder", "tussen aanhalingstekens"),
    (verwezen(afspraak={"doel": "D9"}), f"{F}.afspraken[0].doel", "geen doel met dit kenmerk"),
    (verwezen(handhaving={"afspraak": "A9"}), f"{F}.handhavingen[0].afspraak", "geen afspraak met dit kenmerk"),
    (verwezen(handhaving={"afspraak": "D1"}), f"{F}.handhavingen[0].afspraak", "geen afspraak met dit kenmerk"),
    (verwezen(handhaving={"kenmerk": "H1"}), f"{F}.handhavingen[0].kenmerk", "onbekend"),
    (werk("doelen", waarom="\U0001f600"), f"{F}.doelen[0].waarom", "niet in een brief kunnen"),
    (werk("doelen", domein="sport"), f"{F}.doelen[0].domein", "Het kan zijn: wonen"),
    (werk("doelen", omschrijving="x" * 301), f"{F}.doelen[0].omschrijving", "hoogstens 300"),
    (werk("doelen", omschrijving=""), f"{F}.doelen[0].omschrijving", "dit ontbreekt (doel)"),
    (werk("doelen", gesteld_op="2026-11-20"), f"{F}.doelen[0].gesteld_op", "in de toekomst"),
    (werk("doelen", geeindigd_op="2026-11-20", uitkomst="bereikt"), f"{F}.doelen[0].geeindigd_op", "in de toekomst"),
    (werk("doelen", geeindigd_op="2026-03-04", uitkomst="bereikt"), f"{F}.doelen[0].geeindigd_op", "ligt voor gesteld_op"),
    (werk("doelen", geeindigd_op="2026-03-05"), f"{F}.doelen[0].uitkomst", "horen bij elkaar"),
    (werk("doelen", uitkomst="deels"), f"{F}.doelen[0].uitkomst", "horen bij elkaar"),
    # What colleagues wrote and planned.
    (werk("intakegesprekken", besproken=None), f"{F}.intakegesprekken[0].besproken", "dit ontbreekt"),
    (werk("contacten", gesproken_op="2026-11-20"), f"{F}.contacten[0].gesproken_op", "in de toekomst"),
    (dossier(nationaliteit="Syrische"), f"{A}.nationaliteit", "tussen aanhalingstekens. Bedoelt u 0336?"),
    (dossier(doelgroep=" Asielstatushouder "), f"{A}.doelgroep", "Bedoelt u asielstatushouder?"),
    (werk("contacten", kanaal="Telefonisch"), f"{F}.contacten[0].kanaal", "derde. Bedoelt u telefoon?"),
    (werk("contacten", kanaal="duif"), f"{F}.contacten[0].kanaal", "Het kan zijn: telefoon"),
    (werk("notities", onderwerp="x" * 121), f"{F}.notities[0].onderwerp", "hoogstens 120"),
    (werk("notities") | {F: {"notities": [NOTITIE, NOTITIE]}}, f"{F}.notities[1].vastgezet", "hoogstens een notitie"),
    (werk("taken", uiterlijk=None), f"{F}.taken[0].uiterlijk", "dit ontbreekt"),
    (werk("taken", klaar_op="2026-11-20"), f"{F}.taken[0].klaar_op", "in de toekomst"),
    (werk("taken", voor="x@y.nl"), f"{F}.taken[0].voor", "hier niet bekend"),
    (werk("agendapunten", dag="2026-11-18"), f"{F}.agendapunten[0].dag", "is een contact"),
    (werk("agendapunten", begin="9:30"), f"{F}.agendapunten[0].begin", "dit moet een tijd zijn"),
    (werk("agendapunten", begin="24:00"), f"{F}.agendapunten[0].begin", "dit moet een tijd zijn"),
    (werk("agendapunten", begin=930), f"{F}.agendapunten[0].begin", "dit moet een tijd zijn"),
    (werk("agendapunten", einde="09:30"), f"{F}.agendapunten[0].einde", "later zijn dan begin"),
    (werk("agendapunten", contact=1), f"{F}.agendapunten[0].contact", "onbekend"),
    (werk("aandachtspunten", soort="gevaarlijk"), f"{F}.aandachtspunten[0].soort", "onbekend"),
    (werk("aandachtspunten", tot="2026-03-04"), f"{F}.aandachtspunten[0].tot", "ligt voor van"),
    (twee("aandachtspunten", {}, {}), f"{F}.aandachtspunten[1].soort", "staat er al"),
    (twee("wachtplekken", {}, {}), f"{F}.wachtplekken[1].leerroute", "staat er al, nog open"),
    (werk("voorinburgering", beeindigd_op="2026-01-04"), f"{F}.voorinburgering[0].beeindigd_op", "ligt voor begonnen_op"),
    (werk("voorinburgering", ingestemd=None), f"{F}.voorinburgering[0].ingestemd", "dit ontbreekt"),
    (werk("overdrachten", punten="gezin"), f"{F}.overdrachten[0].punten", "lijst van woorden"),
    (werk("overdrachten", punten=["geheim"]), f"{F}.overdrachten[0].punten", "Het kan zijn: gezin, voor"),
    (werk("overdrachten", punten=[{}]), f"{F}.overdrachten[0].punten", "een woord is onbekend"),
    (werk("rooster", einde="09:00"), f"{F}.rooster[0].einde", "later zijn dan begin"),
    (werk("rooster", tot_en_met="2026-03-04"), f"{F}.rooster[0].tot_en_met", "ligt voor van"),
    (werk("rooster", dag="8"), f"{F}.rooster[0].dag", "onbekend"),
    (werk("wachtplekken", dagdelen=["nacht"]), f"{F}.wachtplekken[0].dagdelen", "een woord is onbekend"),
    (werk("wachtplekken", tot="2026-03-06"), f"{F}.wachtplekken[0].reden_einde", "horen bij elkaar"),
    (werk("wachtplekken", tot="2026-03-04", reden_einde="geplaatst"), f"{F}.wachtplekken[0].reden_einde", "niet voor sinds"),
    (werk("wachtplekken", cursus="B1"), f"{F}.wachtplekken[0].cursus", "noem die ook"),
    (werk("wachtredenen", soort="onbekend"), f"{F}.wachtredenen[0].soort", "Het kan zijn"),
    (werk("wachtredenen", soort="inburgeringsaanbod"), f"{F}.wachtredenen[0].soort", "staat in dit dossier niet open"),
    (werk("wachtredenen", soort="taak", tot="2026-03-06"), f"{F}.wachtredenen[0].soort", "nooit geweest"),
    (werk("wachtredenen", tot="2026-03-04"), f"{F}.wachtredenen[0].tot", "ligt voor sinds"),
    (werk("wachtredenen", sinds="2026-11-20"), f"{F}.wachtredenen[0].sinds", "in de toekomst"),
    (werk("wachtredenen") | {F: {"wachtredenen": [WACHT, WACHT]}}, f"{F}.wachtredenen[1].soort", "wacht al ergens op"),
    (werk("schoolkeuzes", school=""), f"{F}.schoolkeuzes[0].school", "een van de twee"),
    (werk("schoolkeuzes", begonnen_op="2026-03-05", gestopt_op="2026-03-04"), f"{F}.schoolkeuzes[0].gestopt_op", "ligt voor begonnen_op"),
    (werk("leningen", uitkomst="veel"), f"{F}.leningen[0].uitkomst", "Het kan zijn: toegekend"),
    (werk("keuzeadviezen", advies=""), f"{F}.keuzeadviezen[0].advies", "dit ontbreekt"),
    (werk("behoeften", vastgesteld_op="2026-11-20"), f"{F}.behoeften[0].vastgesteld_op", "in de toekomst"),
]  # fmt: skip


@pytest.mark.django_db
@pytest.mark.parametrize("geval", VELDEN, ids=lambda g: f"{g[1]}: {g[2]}"[:60])
def test_a_fault_stands_at_its_field(keuring, geval):
    inhoud, pad, tekst = geval
    said = fouten_van(keuring, inhoud)
    assert [t for p, t in said if p == pad and tekst in t], said


@pytest.mark.django_db
def test_all_faults_of_a_line_are_said_at_once(keuring):
    line = dossier(geslacht="m", bsn="1", x=1) | {F: {"pvt": [{"uren": "3"}]}}
    assert {pad for pad, _ in fouten_van(keuring, line)} == {
        f"{A}.x", f"{A}.geslacht", f"{A}.bsn", f"{F}.pvt[0].uren",
        f"{F}.pvt[0].herkomst", f"{F}.pvt[0].vastgelegd_op",
    }  # fmt: skip


@pytest.mark.django_db
def test_names_that_are_not_names_are_counted(keuring):
    line = dossier() | {F: {f"n{n}": [] for n in range(5000)}}
    said = fouten_van(keuring, line)
    assert said[-1] == (F, "er staan 5000 onbekende namen in.")
    assert len(said) == velden.MEESTE_NAMEN + 1


@pytest.mark.django_db
def test_two_plans_have_two_numbers(keuring):
    line = met("pips", **PIP)
    line[F]["pips"] *= 2
    assert fouten_van(keuring, line) == [
        (f"{F}.pips[{n}].versie", "elk PIP heeft een eigen versie.") for n in (0, 1)
    ]


@pytest.mark.django_db
def test_a_course_is_of_its_provider(stad, lid):
    with gemeente(stad):
        cursus = Cursus.objects.select_related("aanbieder").first()
        vreemd = Cursus.objects.exclude(aanbieder=cursus.aanbieder).first()
        Cursus.objects.filter(pk=vreemd.pk).update(naam="Elders")
        naam = cursus.aanbieder.naam
        line = met("aanbod", **AANBOD, aanbieder=naam, cursus=cursus.naam)
        keuring = Keuring(wat_bekend_is(DAG), (), DAG)
        assert fouten_van(keuring, line) == []
        line[F]["aanbod"][0]["cursus"] = "Elders"
        [(pad, tekst)] = fouten_van(keuring, line)
        assert (pad, tekst) == (
            f"{F}.aanbod[0].cursus", "deze cursus is niet bekend bij deze aanbieder.",
        )  # fmt: skip
        Cursus.objects.create(
            gemeente=stad, aanbieder=cursus.aanbieder, naam=cursus.naam,
            leerroute="b1_route",
        )  # fmt: skip
        line[F]["aanbod"][0]["cursus"] = cursus.naam
        twice = Keuring(wat_bekend_is(DAG), (), DAG)
        assert "meer dan een cursus" in fouten_van(twice, line)[0][1]


@pytest.mark.django_db
def test_who_left_can_still_have_reported(stad, lid):
    weg = lid_van(stad, begin=date(2023, 1, 1), einde=date(2024, 1, 1))
    line = met(
        "handhavingen", aanleiding="afspraak", grondslag="wi2021",
        gebeurd_op="2026-03-05", rapport_door=weg.gebruiker.email,
    )  # fmt: skip
    with gemeente(stad):
        keuring = Keuring(wat_bekend_is(DAG), (), DAG)
        assert [p for p, _ in fouten_van(keuring, line) if "rapport" in p] == []
        said = fouten_van(keuring, dossier(klantmanager=weg.gebruiker.email))
        assert said[0][0] == f"{A}.klantmanager"


GRENZEN = [
    (twee("aandachtspunten", {"tot": "2026-03-06"}, {"van": "2026-03-06"}), False),
    (twee("aandachtspunten", {"tot": "2026-03-06"}, {"van": "2026-03-07"}), True),
    (twee("aandachtspunten", {"van": "2026-03-07"}, {"tot": "2026-03-06"}), True),
    (twee("aandachtspunten", {}, {"soort": "op_kantoor"}), True),
    (twee("wachtplekken", {}, {"sinds": "2026-03-06"}), False),
    (twee("wachtplekken", {}, {"niveau": "A2"}), True),
    (twee("wachtplekken", {"tot": "2026-03-06", "reden_einde": "geplaatst"}, {}), True),
    (werk("doelen", omschrijving="Ik leer \u2018Nederlands\u2019, \u00e9\u00e9n uur."), True),
    (werk("doelen", omschrijving="\U0001f600"), False),
    (werk("doelen", omschrijving="\U0001f600", geeindigd_op="2026-03-05", uitkomst="deels"), True),
    (werk("notities", tekst="\U0001f600"), True),
    (verwezen(afspraak={"omschrijving": "\U0001f600"}), False),
    (verwezen(handhaving={"omschrijving": "\U0001f600"}), False),
    (verwezen(handhaving={"omschrijving": "\U0001f600", "gestopt_op": "2026-03-09", "reden_stoppen": "vergissing"}), True),
    (werk("doelen", gesteld_op=str(DAG)), True),
    (werk("doelen", geeindigd_op="2026-03-05", uitkomst="bereikt"), True),
    (werk("agendapunten", dag=str(DAG)), True),
    (werk("agendapunten", einde="09:31"), True),
    (werk("agendapunten", begin="00:00"), True),
    (werk("agendapunten", begin="23:58", einde="23:59"), True),
    (werk("aandachtspunten", tot="2026-03-05"), True),
    (werk("wachtplekken", tot="2026-03-05", reden_einde="geplaatst"), True),
    (werk("wachtredenen", tot="2026-03-05"), True),
    (werk("wachtredenen") | {F: {"wachtredenen": [WACHT | {"tot": "2026-03-06"}, WACHT]}}, True),
    (verwezen(doel={"kenmerk": "x" * 60}, stap={"onder": "x" * 60}), True),
    (verwezen(doel={"kenmerk": " D1 "}), True),
    (verwezen(doel={"kenmerk": None}), False),
    (verwezen(doel={"kenmerk": "d1"}), False),
]  # fmt: skip


@pytest.mark.django_db
@pytest.mark.parametrize(("inhoud", "goed"), GRENZEN)
def test_the_bounds_of_what_colleagues_wrote(keuring, inhoud, goed):
    assert (fouten_van(keuring, inhoud) == []) is goed


@pytest.mark.django_db
def test_a_question_of_its_own_asks_for_its_words(stad, lid):
    with gemeente(stad):
        for kind in ({"soort": "keuze", "keuzes": ["Ja", "Nee"]},
                     {"soort": "getal", "laagste": 1, "hoogste": 5}):  # fmt: skip
            intakevraag.vastleggen(
                by=lid, on=NU, geldig_vanaf=DAG, domein="werk", vraag="Rijdt u?", **kind
            )
        own = Keuring(wat_bekend_is(DAG), (), DAG)
        for given, words in (
            ({"eigen_3": "1"}, "bestaat niet. Het kan zijn: eigen_1, eigen_2."),
            (
                {"eigen_1": "3"},
                "eigen_1: kies een antwoord uit de lijst bij: Rijdt u? Het kan zijn: 1 (Ja), 2 (Nee).",
            ),
            ({"eigen_1": "Ja"}, "Het kan zijn: 1 (Ja), 2 (Nee)."),
            ({"eigen_2": 6}, "van 1 tot en met 5"),
            ({"eigen_1": "2", "eigen_2": 5}, ""),
        ):
            answers = {
                code: {"antwoord": "beantwoord", "waarde": waarde}
                for code, waarde in given.items()
            }
            line = met("brede_intakes", gestart_op="2026-03-05", antwoorden=answers)
            said = fouten_van(own, line)
            assert bool(said) == bool(words), said
            assert not words or words in said[0][1]


@pytest.mark.django_db
def test_work_to_do_is_for_who_has_cases_and_work_done_was_of_anybody(stad, lid):
    weg = lid_van(stad, begin=date(2023, 1, 1), einde=date(2024, 1, 1))
    with gemeente(stad):
        here = Keuring(wat_bekend_is(DAG), (), DAG)
        for line, where in (
            (werk("taken", voor=weg.gebruiker.email), f"{F}.taken[0].voor"),
            (werk("agendapunten", wie=weg.gebruiker.email), f"{F}.agendapunten[0].wie"),
        ):
            [(pad, tekst)] = fouten_van(here, line)
            assert (pad, tekst) == (where, velden.GEEN_DOSSIERS)
        done = werk("taken", voor=weg.gebruiker.email, klaar_op="2026-03-05")
        assert fouten_van(here, done) == []


@pytest.mark.django_db
def test_a_class_waited_for_brings_its_route_and_level(stad, lid):
    with gemeente(stad):
        cursus = Cursus.objects.filter(leerroute="b1_route").exclude(niveau="").first()
        here = Keuring(wat_bekend_is(DAG), (), DAG)
        wish = {"aanbieder": cursus.aanbieder.naam, "cursus": cursus.naam}
        good = werk("wachtplekken", **wish, niveau=cursus.niveau)
        assert fouten_van(here, good) == []
        assert fouten_van(here, werk("wachtplekken", **wish)) == [
            (
                f"{F}.wachtplekken[0].niveau",
                f"bij deze cursus hoort hier: {cursus.niveau}.",
            )
        ]
        other = werk("wachtplekken", **wish, niveau=cursus.niveau, leerroute="z_route")
        assert fouten_van(here, other) == [
            (f"{F}.wachtplekken[0].leerroute", "bij deze cursus hoort hier: b1_route.")
        ]


@pytest.mark.django_db
def test_a_school_is_of_the_list_or_has_a_name_and_a_mark(stad, lid):
    with gemeente(stad):
        naam = Cursus.objects.select_related("aanbieder").first().aanbieder.naam
        here = Keuring(wat_bekend_is(DAG), (), DAG)
    where = f"{F}.schoolkeuzes[0]"
    with gemeente(stad):
        both = werk("schoolkeuzes", aanbieder=naam, keurmerk=None)
        assert fouten_van(here, both)[0][0] == f"{where}.school"
        mark = werk("schoolkeuzes", aanbieder=naam, school="")
        assert fouten_van(here, mark)[0][0] == f"{where}.keurmerk"
        good = werk("schoolkeuzes", aanbieder=naam, school="", keurmerk="")
        assert fouten_van(here, good) == []


# --- How much is said, and what never ---------------------------------------------------


def test_the_first_faults_are_named_and_all_are_counted():
    found = Verzameling(meeste=3)
    for regel in range(1, 5):
        found.voeg_toe([Fout(regel, "a", "x"), Fout(regel, "b", "x")])
    assert (found.aantal, found.regels, found.niet_genoemd) == (8, 4, 5)
    assert [f.regel for f in found.genoemd] == [1, 1, 2]


@pytest.mark.django_db
def test_what_is_not_named_is_counted(stad, lid, tmp_path):
    lines = [dossier(n, geslacht="m") for n in range(1, 211)]
    said, refused = draai(tmp_path / "x", als_bytes(*lines), lid)
    assert len(said.splitlines()) == 201
    assert said.splitlines()[-1] == "en nog 10, hier niet genoemd."
    assert "Fouten: 210, in 210 van de 210 regels." in refused


def geheim(line):
    """Put the BSN of a line in every place where a column can shift it."""
    bsn = line[A]["bsn"]
    for naam in vorm.aanmelding():
        yield line | {A: line[A] | {naam: bsn}}
        yield line | {A: line[A] | {naam: {bsn: bsn}}}
    yield line | {bsn: 1}
    yield line | {A: line[A] | {bsn: 1}}
    yield line | {F: {bsn: []}}
    yield line | {F: {"pips": [{bsn: bsn, "niveaus": {bsn: bsn}}]}}
    yield line | {F: {"brede_intakes": [{"antwoorden": {bsn: bsn}}]}}
    yield line | {F: {"aanbod": [{"aanbieder": bsn, "cursus": bsn}]}}
    yield line | {F: {"handhavingen": [{"rapport_door": bsn, "afspraak": bsn}]}}
    yield line | {F: {"doelen": [{"kenmerk": bsn}, {"kenmerk": bsn, "onder": bsn}]}}
    yield line | {F: {"overdrachten": [{"punten": [bsn]}], "rooster": [{"begin": bsn}]}}
    yield line | {F: {"brede_intakes": [{"antwoorden": {f"eigen_{bsn}": {}}}]}}
    yield f'{{"{bsn}": 1, "{bsn}": {bsn}'.encode()
    yield f'{{"{bsn}": 1, "{bsn}": NaN, "x": {bsn}{bsn}}}'.encode()


@pytest.mark.django_db
def test_a_bsn_is_in_no_message_wherever_it_stands(stad, lid, tmp_path, caplog):
    line = dossier()
    for inhoud in geheim(line):
        said, refused = draai(tmp_path / "x", als_bytes(inhoud), lid, proef=True)
        assert line[A]["bsn"] not in said + refused + caplog.text
    assert line[A]["bsn"] not in repr(Regel(1, line))


@pytest.mark.django_db
def test_a_bsn_is_nowhere_in_the_clear(stad, lid, tmp_path):
    assert not draai(tmp_path / "x", als_bytes(dossier()), lid)[1]
    with gemeente(stad):
        persoon = Inburgeraar.objects.get()
        rows = [*Inburgeraar.history.values(), *Inburgeraar.objects.values()]
        assert maak_bsn(1) not in str(rows) + repr(persoon.__dict__)
        assert persoon.bsn_index


# --- What the database never holds ------------------------------------------------------

WAARDEN = {
    "DateField": [None, date(2026, 3, 1), date(2026, 3, 2)],
    "BooleanField": [None, True, False],
    "PositiveSmallIntegerField": [None, 3],
    "TextField": ["", "omdat"],
    "CharField": ["", "De Brug"],
    "TimeField": [None, "09:00", "09:30"],
}


def namen_in(voorwaarde):
    for deel in voorwaarde.children:
        if isinstance(deel, tuple):
            yield deel[0].partition("__")[0]
            if hasattr(deel[1], "name"):
                yield deel[1].name
        else:
            yield from namen_in(deel)


def waarden(veld):
    if veld.is_relation:
        return [None, veld.related_model(pk=1)]
    if (veld.model.__name__, veld.name) in vorm.OP_PLEK:
        return ["09:00", "09:30"]
    if veld.choices:
        codes = [code for code, _ in veld.flatchoices]
        return ["", codes[0], "geen", "boete", "vastgesteld"]
    return WAARDEN[type(veld).__name__]


def te_zeggen(soort):
    """Give the conditions that a file can break: the others are about what it never says."""
    never = vorm.NIET_VAN.get(soort, frozenset())
    return [
        v
        for v in voorwaarden(vorm.model_van(soort))
        if not never & set(namen_in(v.condition))
    ]


@pytest.mark.django_db
@pytest.mark.parametrize("soort", vorm.ALLE)
def test_the_reader_judges_a_row_as_the_database_does(soort):
    model = vorm.model_van(soort)
    for voorwaarde in te_zeggen(soort):
        veld, tekst = WOORDEN[voorwaarde.name]
        assert veld in vorm.feit(soort)
        assert tekst.endswith(".")
        namen = sorted(set(namen_in(voorwaarde.condition)))
        columns = [waarden(model._meta.get_field(naam)) for naam in namen]
        for gekozen in product(*columns):
            row = model(**dict(zip(namen, gekozen, strict=True)))
            try:
                voorwaarde.validate(model, row)
                fits = True
            except ValidationError:
                fits = False
            assert (voldoet(voorwaarde.condition, row) is not False) == fits, gekozen


def test_no_words_are_left_over():
    used = {v.name for soort in vorm.ALLE for v in te_zeggen(soort)}
    assert set(WOORDEN) == used
    assert not voorwaarden(Traject)


# --- The form ---------------------------------------------------------------------------


def test_every_column_has_its_place_in_the_form():
    """A new column of a fact comes into the form, or is named here with a reason."""
    for soort in vorm.ALLE:
        columns = {f.name for f in vorm.model_van(soort)._meta.concrete_fields}
        left = columns - vorm.feit(soort).keys()
        never = vorm.NIET_VAN.get(soort, frozenset())
        assert left <= vorm.NIET_IN_HET_BESTAND | vorm.AFGELEID | never
    persoon = {f.name for f in Inburgeraar._meta.concrete_fields}
    traject = {f.name for f in Traject._meta.concrete_fields}
    assert (persoon | traject) - vorm.aanmelding().keys() == {
        "id", "gemeente", "uuid", "zoeknaam", "klanknaam", "inburgeraar",  # of the machine
        "bsn_versleuteld", "bsn_index",  # of the BSN
        "nummer", "versie", "status", "leerroute", "onderdelen_behaald_op",  # computed
        "onderdelen_gehaald", "onderdelen_open",
        "team",  # of who takes it over
        "samengevoegd", "samengevoegd_met",  # what comes in is no pointer to another
        "niet_delen_met_gezin",  # of who talks with the person here
    }  # fmt: skip


def test_every_table_of_a_case_is_in_the_form_or_said_to_be_left():
    """A new table of a case comes into the form, or the page says that it does not."""
    tables = {
        model.__name__
        for model in apps.get_app_config("inburgering").get_models()
        if not issubclass(model, Historierij)
        and any(f.related_model is Traject for f in model._meta.concrete_fields)
    } - {"Traject"}
    taken = {vorm.model_van(soort).__name__ for soort in vorm.ALLE}
    assert not taken & NIET_MEE.keys()
    assert taken | NIET_MEE.keys() == tables


def test_what_a_letter_shows_is_of_the_form():
    for soort, (teksten, klaar) in vorm.IN_BRIEF.items():
        assert {vorm.feit(soort)[naam].soort for naam in teksten} == {Soort.TEKST}
        assert {vorm.feit(soort)[dag].soort for dag in klaar} == {Soort.DATUM}


def test_the_days_that_happened_are_days_of_the_form():
    for soort, dagen in vorm.GEBEURD.items():
        assert {vorm.feit(soort)[dag].soort for dag in dagen} == {Soort.DATUM}


@pytest.mark.django_db
def test_the_examples_of_the_page_can_be_read(keuring):
    assert fouten_van(keuring, KLEINSTE) == []
    assert fouten_van(keuring, KLEINSTE | {F: VERWIJZEN}) == []


def test_page_and_schema_name_every_field():
    page, said = bladzijde(), schema()["properties"]
    for soort, namen in vorm.soorten().items():
        items = said["feiten"]["properties"][soort]["items"]
        assert items["properties"].keys() == namen.keys()
        assert f"### {soort}\n" in page
    assert said["aanmelding"]["properties"].keys() == vorm.aanmelding().keys()
    for naam in vorm.aanmelding():
        assert f"| `{naam}` |" in page


# --- Whatever comes in ------------------------------------------------------------------

RAAR = (
    None, "", " ", "x", "x" * 10_001, 0, -1, 30_000, 10**11, 1.5, True, False, [], [[]], {},
    {"a": {"b": 1}}, "0000-00-00", "2024-02-29", "1900-01-01", "2199-12-31", "2022-01-01",
    "é\u202e", "\U0001f600", "<script>", "' OR 1=1 --", "${jndi}", "../../etc", "A" * 200,
)  # fmt: skip


def _plekken(inhoud):
    """Every object of a line."""
    yield inhoud[A]
    for rows in inhoud[F].values():
        yield from rows


def _passend(kans, veld):
    if veld.soort in (Soort.DATUM, Soort.GEBOORTEDATUM):
        return str(date(2021, 6, 1) + timedelta(days=kans.randint(-20_000, 6_000)))
    if veld.soort is Soort.WOORD:
        return kans.choice(veld.woorden)[0]
    return kans.choice(RAAR)


def gebroken(kans, line):
    """Break a good line in one to three places, at random."""
    line = json.loads(json.dumps(line))
    for _ in range(kans.randint(1, 3)):
        plek = kans.choice(list(_plekken(line)))
        forms = [vorm.aanmelding(), *vorm.soorten().values()]
        form = next((f for f in forms if plek.keys() <= f.keys()), vorm.aanmelding())
        naam = kans.choice(list(form))
        plek[naam] = (
            _passend(kans, form[naam]) if kans.random() < 0.7 else kans.choice(RAAR)
        )
    return line


def bedenk(keuring, hoeveel, zaad):
    kans = Random(zaad)
    goed = [vul_bij(regel_van(leven), DAG) for leven in overname.levens(25, zaad=zaad)]
    in_of_uit = [0, 0]
    for _ in range(hoeveel):
        [regel] = regels(bestand(als_bytes(gebroken(kans, kans.choice(goed)))))
        kandidaat = keuring.keur(regel)
        assert (kandidaat is None) == bool(regel.fouten)
        if kandidaat is not None:
            keuring.wat_niet_klopt(kandidaat)
            doorlopen(kandidaat.feiten, kandidaat.traject, DAG)
        in_of_uit[kandidaat is None] += 1
    assert all(in_of_uit)


@pytest.mark.django_db
def test_whatever_comes_in_is_refused_in_words_or_can_be_a_case(keuring):
    bedenk(keuring, 120, zaad=1)


@pytest.mark.breed
@pytest.mark.django_db
def test_many_strange_lines_are_refused_in_words_or_can_be_a_case(keuring):
    bedenk(keuring, 1500, zaad=2)


@pytest.mark.django_db
def test_strange_lines_that_come_in_can_be_written(stad, lid, tmp_path):
    """What was judged good is good for the database too."""
    kans, lines = Random(3), []
    with gemeente(stad):
        keuring = Keuring(wat_bekend_is(DAG), (), DAG)
        for n, leven in enumerate(overname.levens(60, zaad=8), 1):
            line = gebroken(kans, vul_bij(regel_van(leven), DAG))
            line[A] |= {"bsn": maak_bsn(20 * n), "v_nummer": None}
            if not fouten_van(keuring, line):
                lines.append(line)
    said, refused = draai(tmp_path / "x", als_bytes(*lines), lid)
    assert not refused, said
    with gemeente(stad):
        assert Traject.objects.count() == len(lines) > 10
