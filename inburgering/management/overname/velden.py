"""From values of JSON to values of the rows, each with its fault in plain Dutch."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import models
from stdnum.nl import bsn as elfproef

from inburgering.authorization.roles import Rol
from inburgering.integrations import landelijke_tabellen
from inburgering.management.overname import vorm
from inburgering.management.overname.fouten import Leesfout, noem, onbekend
from inburgering.management.overname.lezen import Onleesbaar, Regel, onder
from inburgering.management.overname.verwijzingen import Verwijzingen
from inburgering.management.overname.vorm import Soort, Veld
from inburgering.models.aanbod import Aanbieder, Cursus
from inburgering.models.brede_intake import Intakevraag
from inburgering.models.feiten import als_intakevraag
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.gemeente import huidige_gemeente
from inburgering.wet import feiten as wet
from inburgering.wet.begrippen import Antwoord
from inburgering.wet.intake import VRAAG, Vraag, antwoordfout
from inburgering.wet.intakeuitkomst import alle_onderwerpen, uitkomstfouten
from inburgering.wet.intakevragen import VOOR, eigen_vragen
from inburgering.wet.kalender import OnvolledigeDatum


# The same bounds as for what is typed: terms are counted on from these days.
VROEGSTE_JAAR, LAATSTE_JAAR = 1900, 2199
MEESTE_FEITEN = 1000  # of one case; five years of weekly hours are some 500
MEESTE_NAMEN = 20  # unknown names of one object that are named one by one
MET_WERK = frozenset({"taken", "agendapunten"})  # for who does it from now on
GEEN_DOSSIERS = "deze collega is hier nu geen klantmanager of teamleider."
GEEN_BEGELEIDER = "deze collega is hier nu geen externe begeleider."
HEEFT_DOSSIERS = (Rol.KLANTMANAGER, Rol.TEAMLEIDER)
TIJD = re.compile(r"([01]\d|2[0-3]):[0-5]\d", re.ASCII)
ISO_DAG = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
CIJFERS = re.compile(r"\d+", re.ASCII)


@dataclass(frozen=True)
class Bekend:
    """What the file may refer to: providers, their courses and colleagues, by name.

    ``intakevragen`` are the questions that the municipality asks itself, ended ones too.
    """

    aanbieders: Mapping[str, Aanbieder]
    cursussen: Mapping[tuple[int, str], Cursus | None]
    collegas: Mapping[str, Lidmaatschap]
    met_dossiers: frozenset[str]
    begeleiders: Mapping[str, Lidmaatschap]
    intakevragen: tuple[wet.Intakevraag, ...] = ()

    @property
    def eigen(self) -> tuple[Vraag, ...]:
        """The questions of the municipality in the form of the fixed ones."""
        return eigen_vragen(self.intakevragen)


def wat_bekend_is(op: date) -> Bekend:
    """Read what the municipality in force has. A course whose name is twice there is None."""
    cursussen = list(Cursus.objects.all())
    aantal = Counter((c.aanbieder_id, c.naam) for c in cursussen)
    leden = Lidmaatschap.objects.filter(gemeente=huidige_gemeente())
    nu = leden.geldig_op(op)
    met_dossiers = _op_adres(nu.filter(rol__in=[rol.value for rol in HEEFT_DOSSIERS]))
    return Bekend(
        {a.naam: a for a in Aanbieder.objects.all()},
        {
            (c.aanbieder_id, c.naam): c if aantal[c.aanbieder_id, c.naam] == 1 else None
            for c in cursussen
        },
        _op_adres(leden) | met_dossiers,
        frozenset(met_dossiers),
        _op_adres(nu.filter(rol=Rol.EXTERNE_BEGELEIDER.value)),
        tuple(map(als_intakevraag, Intakevraag.objects.order_by("id"))),
    )


def _op_adres(leden: models.QuerySet) -> dict[str, Lidmaatschap]:
    return {
        lid.gebruiker.email.lower(): lid for lid in leden.select_related("gebruiker")
    }


# --- One value ------------------------------------------------------------------------


def _tekst(veld: Veld, waarde: Any) -> str:
    if not isinstance(waarde, str):
        raise Leesfout("dit moet tekst zijn, tussen aanhalingstekens.")
    if len(waarde) > veld.langst:
        raise Leesfout(
            f"deze tekst is te lang: hoogstens {veld.langst} tekens, nu {len(waarde)}."
        )
    return waarde


def _getal(veld: Veld, waarde: Any) -> int:
    if isinstance(waarde, bool) or not isinstance(waarde, int):
        raise Leesfout("dit moet een geheel getal zijn, zonder aanhalingstekens.")
    if not 0 <= waarde <= veld.langst:
        raise Leesfout(f"dit getal moet van 0 tot en met {veld.langst} zijn.")
    return waarde


def _ja_nee(veld: Veld, waarde: Any) -> bool:
    if not isinstance(waarde, bool):
        raise Leesfout("dit moet true of false zijn, zonder aanhalingstekens.")
    return waarde


def _jaar(jaar: int) -> None:
    if not VROEGSTE_JAAR <= jaar <= LAATSTE_JAAR:
        raise Leesfout(
            f"het jaar kan niet kloppen: het moet van {VROEGSTE_JAAR} tot en met "
            f"{LAATSTE_JAAR} zijn."
        )


def _datum(veld: Veld, waarde: Any) -> date:
    if not isinstance(waarde, str) or not ISO_DAG.fullmatch(waarde):
        raise Leesfout('dit moet een datum zijn, geschreven als "2026-11-29".')
    try:
        dag = date.fromisoformat(waarde)
    except ValueError:
        raise Leesfout("deze dag bestaat niet in de kalender.") from None
    _jaar(dag.year)
    return dag


def _geboortedatum(veld: Veld, waarde: Any) -> str:
    if not isinstance(waarde, str) or not ISO_DAG.fullmatch(waarde):
        raise Leesfout('dit moet een datum zijn, geschreven als "1991-02-14".')
    try:
        dag = OnvolledigeDatum.lees(waarde)
    except ValueError:
        raise Leesfout(
            "deze geboortedatum bestaat niet. Een onbekende maand of dag is 00."
        ) from None
    if dag.jaar:
        _jaar(dag.jaar)
    return waarde


def _woord(veld: Veld, waarde: Any) -> str:
    codes = [code for code, _ in veld.woorden]
    if not isinstance(waarde, str) or waarde not in codes:
        raise Leesfout(
            f"dit woord is onbekend. Het kan zijn: {', '.join(codes)}."
            f"{_bedoelt(waarde, veld.woorden)}"
        )
    return waarde


def _bedoelt(waarde: Any, woorden: Iterable[tuple[str, str]]) -> str:
    """Say which code belongs to words that a spreadsheet often has instead."""
    if not isinstance(waarde, str):
        return ""
    gezocht = waarde.strip().casefold()
    code = next((code for code, label in woorden if label.casefold() == gezocht), "")
    return f" Bedoelt u {code}?" if code else ""


def _code(veld: Veld, waarde: Any) -> str:
    codes = landelijke_tabellen.tabel(veld.tabel)
    if not isinstance(waarde, str) or waarde not in codes:
        lengte = len(next(iter(codes)))
        raise Leesfout(
            f"deze code staat niet in de landelijke tabel ({veld.tabel}): {lengte} "
            "cijfers, tussen aanhalingstekens."
            f"{_bedoelt(waarde, ((c, w.omschrijving) for c, w in codes.items()))}"
        )
    return waarde


def _bsn(veld: Veld, waarde: Any) -> str:
    if not isinstance(waarde, str) or not CIJFERS.fullmatch(waarde) or len(waarde) != 9:
        raise Leesfout("een BSN is negen cijfers, tussen aanhalingstekens.")
    if not elfproef.is_valid(waarde):
        raise Leesfout("dit BSN kan niet kloppen (de elfproef faalt).")
    return waarde


def _v_nummer(veld: Veld, waarde: Any) -> str:
    if (
        not isinstance(waarde, str)
        or not CIJFERS.fullmatch(waarde)
        or len(waarde) != 10
    ):
        raise Leesfout("een V-nummer is tien cijfers, tussen aanhalingstekens.")
    return waarde


def _email(veld: Veld, waarde: Any) -> str:
    tekst = _tekst(veld, waarde)
    try:
        validate_email(tekst)
    except ValidationError:
        raise Leesfout("dit is geen e-mailadres.") from None
    return tekst


def _niveaus(veld: Veld, waarde: Any) -> dict[str, str]:
    if not isinstance(waarde, dict):
        raise Leesfout('dit moet een object zijn, zoals {"lezen": "B1"}.')
    for deel, niveau in waarde.items():
        niveaus = vorm.NIVEAU_PER_DEEL.get(deel)
        if niveaus is None:
            delen = ", ".join(vorm.NIVEAU_PER_DEEL)
            raise Leesfout(f"een onderdeel is onbekend. Het kan zijn: {delen}.")
        if niveau not in niveaus:
            raise Leesfout(
                f"een niveau is onbekend. Het kan zijn: {', '.join(niveaus)}."
            )
    return dict(waarde)


def _tijd(veld: Veld, waarde: Any) -> str:
    # As text: a column of time reads it too, and the two can be compared as they stand.
    if not isinstance(waarde, str) or not TIJD.fullmatch(waarde):
        raise Leesfout(
            'dit moet een tijd zijn van "00:00" tot en met "23:59", geschreven als "09:30".'
        )
    return waarde


def _kenmerk(veld: Veld, waarde: Any) -> str:
    return _tekst(veld, waarde).strip()


def _lijst(veld: Veld, waarde: Any) -> list[str] | str:
    codes = [code for code, _ in veld.woorden]
    if not isinstance(waarde, list):
        raise Leesfout("dit moet een lijst van woorden zijn, tussen blokhaken.")
    if any(woord not in codes for woord in waarde):
        raise Leesfout(f"een woord is onbekend. Het kan zijn: {', '.join(codes)}.")
    gekozen = [code for code in codes if code in waarde]
    return gekozen if veld.leeg is None else ",".join(gekozen)


def _vraag_onbekend(code: str, eigen: tuple[Vraag, ...]) -> str:
    """Say that a question is not there; of one's own which there are."""
    if not code.startswith(VOOR):
        return f"de vraag {noem(code)} bestaat niet."
    if not eigen:
        return (
            "deze gemeente heeft geen eigen vragen. Leg ze eerst vast, bij Vragen van de "
            "brede intake."
        )
    codes = ", ".join(vraag.code for vraag in eigen)
    return f"deze eigen vraag bestaat niet. Het kan zijn: {codes}."


def _mis(code: str, antwoord: Mapping[str, Any], eigen: tuple[Vraag, ...]) -> str:
    """Say what is wrong with an answer, with the words that it may be."""
    if not (fout := antwoordfout(code, antwoord, eigen)):
        return ""
    vraag = VRAAG.get(code) or next(v for v in eigen if v.code == code)
    fout = fout if fout.endswith("?") else f"{fout}."
    if antwoord.get("antwoord") != Antwoord.BEANTWOORD or not vraag.keuzes:
        return f"{code}: {fout}"
    words = ", ".join(
        f"{keuze} ({label})" if code.startswith(VOOR) else keuze
        for keuze, label in vraag.keuzes
    )
    return f"{code}: {fout} Het kan zijn: {words}."


def _antwoorden(waarde: Any, eigen: tuple[Vraag, ...]) -> dict[str, Any]:
    if not isinstance(waarde, dict):
        raise Leesfout("dit moet een object zijn, met per vraag een antwoord.")
    bekend = VRAAG.keys() | {vraag.code for vraag in eigen}
    for code, antwoord in waarde.items():
        if code not in bekend:
            raise Leesfout(_vraag_onbekend(code, eigen))
        if not isinstance(antwoord, dict) or not {"antwoord"} <= antwoord.keys() <= {
            "antwoord",
            "waarde",
        }:
            raise Leesfout(
                f'{code}: een antwoord is een object met "antwoord" en, als de vraag is '
                'beantwoord, "waarde".'
            )
        if fout := _mis(code, antwoord, eigen):
            raise Leesfout(fout)
    return {code: dict(antwoord) for code, antwoord in waarde.items()}


def _uitkomsten(waarde: Any, eigen: tuple[Vraag, ...]) -> dict[str, Any]:
    if not isinstance(waarde, dict):
        raise Leesfout("dit moet een object zijn, met per onderwerp een uitkomst.")
    for code, uitkomst in waarde.items():
        if code not in alle_onderwerpen(eigen):
            raise Leesfout(f"het onderwerp {noem(code)} bestaat niet.")
        if not isinstance(uitkomst, dict) or uitkomst.keys() != {"soort", "tekst"}:
            raise Leesfout(
                f'{code}: een uitkomst is een object met "soort" en "tekst".'
            )
    for code, fout in uitkomstfouten(waarde, eigen).items():
        raise Leesfout(f"{code}: {fout}.")
    return {code: dict(uitkomst) for code, uitkomst in waarde.items()}


LEZERS: Mapping[Soort, Callable[[Veld, Any], Any]] = {
    Soort.TEKST: _tekst,
    Soort.GETAL: _getal,
    Soort.JA_NEE: _ja_nee,
    Soort.DATUM: _datum,
    Soort.WOORD: _woord,
    Soort.CODE: _code,
    Soort.GEBOORTEDATUM: _geboortedatum,
    Soort.BSN: _bsn,
    Soort.VNUMMER: _v_nummer,
    Soort.EMAIL: _email,
    Soort.AANBIEDER: _tekst,
    Soort.CURSUS: _tekst,
    Soort.COLLEGA: _tekst,
    Soort.NIVEAUS: _niveaus,
    Soort.TIJD: _tijd,
    Soort.LIJST: _lijst,
    Soort.KENMERK: _kenmerk,
    Soort.VERWIJZING: _kenmerk,
}
# What depends on the questions that the municipality asks itself.
VAN_DE_INTAKE: Mapping[Soort, Callable[[Any, tuple[Vraag, ...]], dict[str, Any]]] = {
    Soort.ANTWOORDEN: _antwoorden,
    Soort.UITKOMSTEN: _uitkomsten,
}
# What is a new object each time when the file says nothing.
LEEG: Mapping[Soort, type] = {
    Soort.NIVEAUS: dict,
    Soort.ANTWOORDEN: dict,
    Soort.UITKOMSTEN: dict,
}


# --- One object -----------------------------------------------------------------------


@dataclass
class Ingelezen:
    """A line as values of rows. Never print it: it holds a BSN."""

    aanmelding: dict[str, Any] = field(default_factory=dict, repr=False)
    feiten: dict[str, list[dict[str, Any]]] = field(default_factory=dict, repr=False)


class Lezer:
    """Reads one line; what is wrong goes to the faults of that line."""

    def __init__(self, regel: Regel, bekend: Bekend) -> None:
        """Start at the outside of a line."""
        self.regel = regel
        self.bekend = bekend

    def lees(self) -> Ingelezen:
        """Read the line. Only when it has no faults after this can it be used."""
        gelezen = Ingelezen()
        delen = self._object("", self.regel.inhoud, ("aanmelding", "feiten"))
        if delen is None:
            return gelezen
        for naam in ("aanmelding", "feiten"):
            if naam not in delen:
                self.regel.fout("dit ontbreekt.", naam)
        if "aanmelding" in delen:
            gelezen.aanmelding = self._aanmelding(delen["aanmelding"])
        if "feiten" in delen:
            gelezen.feiten = self._feiten(delen["feiten"])
        return gelezen

    def _object(
        self, pad: str, waarde: Any, namen: tuple[str, ...] | Mapping[str, Any]
    ) -> dict[str, Any] | None:
        """Give an object of which all names are known, or None when it is none."""
        if not isinstance(waarde, dict):
            self.regel.fout("dit moet een object zijn, tussen accolades.", pad)
            return None
        vreemd = [naam for naam in waarde if naam not in namen]
        for naam in vreemd[:MEESTE_NAMEN]:
            self.regel.fout(_vreemd(naam, namen), onder(pad, naam))
        if len(vreemd) > MEESTE_NAMEN:
            self.regel.fout(f"er staan {len(vreemd)} onbekende namen in.", pad)
        return waarde

    def _velden(
        self, pad: str, waarde: Any, velden: Mapping[str, Veld]
    ) -> dict[str, Any]:
        gegeven = self._object(pad, waarde, velden)
        if gegeven is None:
            return {}
        return {
            naam: self._veld(onder(pad, naam), veld, gegeven.get(naam))
            for naam, veld in velden.items()
        }

    def _veld(self, pad: str, veld: Veld, waarde: Any) -> Any:
        leeg = _leeg(veld)
        if isinstance(waarde, Onleesbaar):
            return leeg  # already said, when the line was read
        if waarde is None or (isinstance(waarde, str) and not waarde.strip()):
            if veld.verplicht:
                self.regel.fout(f"dit ontbreekt ({veld.opschrift}).", pad)
            return leeg
        try:
            if lezer := VAN_DE_INTAKE.get(veld.soort):
                return lezer(waarde, self.bekend.eigen)
            return LEZERS[veld.soort](veld, waarde)
        except Leesfout as fout:
            self.regel.fout(str(fout), pad)
            return leeg

    # --- What the names stand for -----------------------------------------------------

    def _aanmelding(self, waarde: Any) -> dict[str, Any]:
        pad = "aanmelding"
        gelezen = self._velden(pad, waarde, vorm.aanmelding())
        if not gelezen:
            return {}
        if not waarde.get("bsn") and not waarde.get("v_nummer"):
            self.regel.fout(
                "er is geen BSN en geen V-nummer; een van de twee is nodig.", pad
            )
        naam = gelezen["klantmanager"]
        if naam and naam.lower() not in self.bekend.met_dossiers:
            self.regel.fout(GEEN_DOSSIERS, onder(pad, "klantmanager"))
        naam = gelezen["begeleider"]
        if naam and naam.lower() not in self.bekend.begeleiders:
            self.regel.fout(GEEN_BEGELEIDER, onder(pad, "begeleider"))
        return gelezen

    def _feiten(self, waarde: Any) -> dict[str, list[dict[str, Any]]]:
        gegeven = self._object("feiten", waarde, vorm.ALLE)
        if gegeven is None:
            return {}
        gelezen: dict[str, list[dict[str, Any]]] = {}
        aantal = sum(len(w) for w in gegeven.values() if isinstance(w, list))
        if aantal > MEESTE_FEITEN:
            self.regel.fout(
                f"meer dan {MEESTE_FEITEN} feiten in een dossier.", "feiten"
            )
            return gelezen
        for soort in vorm.ALLE:
            rijen, pad = gegeven.get(soort, []), onder("feiten", soort)
            if not isinstance(rijen, list):
                self.regel.fout("dit moet een lijst zijn, tussen blokhaken.", pad)
                continue
            gelezen[soort] = [
                self._feit(f"{pad}[{plek}]", soort, rij)
                for plek, rij in enumerate(rijen)
            ]
        Verwijzingen(self.regel, gelezen).volg()
        return gelezen

    def _feit(self, pad: str, soort: str, waarde: Any) -> dict[str, Any]:
        velden = vorm.feit(soort)
        gelezen = self._velden(pad, waarde, velden)
        for naam in gelezen:
            if velden[naam].soort is Soort.COLLEGA and gelezen[naam]:
                werk = soort in MET_WERK and not gelezen.get("klaar_op")
                gelezen[naam] = self._collega(onder(pad, naam), gelezen[naam], werk)
        if gelezen.get("aanbieder"):
            self._aanbieder(pad, gelezen)
            if soort == "schoolkeuzes" and waarde.get("keurmerk"):
                self.regel.fout(
                    "laat dit weg bij een aanbieder van hier: het volgt uit de aanbieder en "
                    "de eerste les.",
                    onder(pad, "keurmerk"),
                )
        elif gelezen.get("cursus"):
            self.regel.fout(
                "een cursus is van een aanbieder: noem die ook.", onder(pad, "cursus")
            )
        return gelezen

    def _collega(self, pad: str, adres: str, werk: bool) -> Any:
        lid = self.bekend.collegas.get(adres.lower())
        if lid is None:
            self.regel.fout("deze collega is hier niet bekend.", pad)
            return None
        if werk and adres.lower() not in self.bekend.met_dossiers:
            self.regel.fout(GEEN_DOSSIERS, pad)
        return lid.gebruiker

    def _aanbieder(self, pad: str, gelezen: dict[str, Any]) -> None:
        aanbieder = self.bekend.aanbieders.get(gelezen["aanbieder"])
        if aanbieder is None:
            self.regel.fout(
                "deze aanbieder is hier niet bekend. Leg de aanbieder eerst vast, met "
                "dezelfde naam.",
                onder(pad, "aanbieder"),
            )
            return
        gelezen["aanbieder"] = aanbieder
        if not gelezen.get("cursus"):
            return
        sleutel = (aanbieder.pk, gelezen["cursus"])
        if (cursus := self.bekend.cursussen.get(sleutel)) is None:
            twee = sleutel in self.bekend.cursussen
            self.regel.fout(
                "er is meer dan een cursus met deze naam bij deze aanbieder."
                if twee
                else "deze cursus is niet bekend bij deze aanbieder.",
                onder(pad, "cursus"),
            )
        gelezen["cursus"] = cursus


def _leeg(veld: Veld) -> Any:
    if veld.soort is Soort.LIJST:
        return [] if veld.leeg is None else veld.leeg
    return LEEG[veld.soort]() if veld.soort in LEEG else veld.leeg


def _vreemd(naam: str, namen: tuple[str, ...] | Mapping[str, Any]) -> str:
    if naam in vorm.AFGELEID:
        return "laat dit weg: het volgt uit de aanbieder en de dagen."
    return onbekend(naam, namen)


def lees(regel: Regel, bekend: Bekend) -> Ingelezen:
    """Read a line that is good JSON; the faults are in ``regel.fouten``."""
    return Lezer(regel, bekend).lees()
