"""One line: can it be a case here, and can what it says be true together?

Refused is what no system can hold: what cannot be read, what the database never holds,
what lies in the future, somebody who is here already, and who can have no case under this
act at all (a duty from before it, registered after death). What the law contradicts came
from outside and is let in: it is reported, and somebody has to look (decision 10).
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import models

from inburgering.actions.schoolkeuze import als_kolommen
from inburgering.actions.traject import AANMELDING, PERSOON
from inburgering.actions.uren import heeft_keurmerk
from inburgering.beschikkingen import onzetbaar
from inburgering.management.overname import vorm
from inburgering.management.overname.beperkingen import geschonden
from inburgering.management.overname.doorlopen import Termijnen, doorlopen
from inburgering.management.overname.fouten import Fout
from inburgering.management.overname.lezen import Regel
from inburgering.management.overname.velden import Bekend, Ingelezen, lees
from inburgering.models.feiten import als_feiten
from inburgering.models.gemeente import huidige_gemeente
from inburgering.models.inburgeraar import Inburgeraar, bsn_index
from inburgering.models.traject import Traject
from inburgering.models.wachtreden import Wachtreden
from inburgering.wet.feiten import Feiten, Instelling
from inburgering.wet.handelingen import Handeling
from inburgering.wet.kalender import OnvolledigeDatum
from inburgering.wet.parameters import IN_WERKING
from inburgering.wet.plicht import gronden_tegen
from inburgering.wet.regels import nl
from inburgering.wet.samenhang import GEBEURTENISSEN, Bevinding, bevindingen
from inburgering.wet.toetsing import GEBEURD, NOG_NIET_GEBOREN, aanmelding


TOEKOMST = "deze dag ligt in de toekomst."
VOORBIJ = "deze dag is voorbij. In de agenda staat wat nog komt; wat is geweest, is een contact."
NIET_IN_BRIEF = "in deze tekst staan tekens die niet in een brief kunnen. Schrijf hem met gewone letters."
GEEN_STAP = {
    True: "deze stap staat in dit dossier niet open. Wacht zij niet meer, geef dan tot.",
    False: "deze stap is er in dit dossier nooit geweest.",
}
WACHT_AL = "deze stap wacht al ergens op. Beëindig het eerste met tot."
GEBEURD_BIJ_AANMELDING = ("geregistreerd_op", *GEBEURD[Handeling.TRAJECT_AANVULLEN])


@dataclass
class Kandidaat:
    """A case as it would be: rows without a key, and what the law reads in them.

    ``plek`` finds a row back: by its kind, and its number in ``feiten`` (from 1).
    """

    regel: int
    persoon: Inburgeraar
    traject: Traject
    rijen: Mapping[str, Sequence[models.Model]]
    feiten: Feiten
    bsn: str = field(repr=False)

    @property
    def nummers(self) -> tuple[tuple[str, str], ...]:
        """By what the person is known: the column and its value, a BSN as its index."""
        return tuple(
            (kolom, waarde)
            for kolom in ("bsn_index", "v_nummer")
            if (waarde := getattr(self.persoon, kolom))
        )

    def pad(self, bevinding: Bevinding) -> str:
        """Give the place in the line that a finding is about."""
        plek = "aanmelding"
        if bevinding.id:
            plek = f"feiten.{bevinding.soort}[{bevinding.id - 1}]"
        return f"{plek}.{bevinding.veld}" if bevinding.veld else plek


@dataclass(frozen=True)
class Keuring:
    """What every line of a file is held against."""

    bekend: Bekend
    instellingen: tuple[Instelling, ...]
    op: date

    def keur(self, regel: Regel) -> Kandidaat | None:
        """Give the case of a line, or None with the reasons in ``regel.fouten``."""
        if regel.fouten:
            return None
        gelezen = lees(regel, self.bekend)
        if not regel.fouten:
            regel.fouten += self._onmogelijk(regel.nummer, gelezen)
        if regel.fouten:
            return None
        kandidaat = self._bouw(regel.nummer, gelezen)
        regel.fouten += _nooit_bewaard(kandidaat)
        if not regel.fouten and kandidaat.rijen.get("wachtredenen"):
            regel.fouten += self._stappen_die_wachten(kandidaat)
        return None if regel.fouten else kandidaat

    def wat_niet_klopt(self, kandidaat: Kandidaat) -> tuple[Bevinding, ...]:
        """Give what the law says of it that cannot be true; differences with DUO too."""
        return bevindingen(kandidaat.feiten, self.op)

    # --- What cannot be ---------------------------------------------------------------

    def _onmogelijk(self, nummer: int, gelezen: Ingelezen) -> Iterator[Fout]:
        gegevens = gelezen.aanmelding
        for naam in GEBEURD_BIJ_AANMELDING:
            if gegevens[naam] and gegevens[naam] > self.op:
                yield Fout(nummer, f"aanmelding.{naam}", TOEKOMST)
        if OnvolledigeDatum.lees(gegevens["geboortedatum"]).vroegste > self.op:
            yield Fout(nummer, "aanmelding.geboortedatum", NOG_NIET_GEBOREN)
        yield from self._geen_dossier(nummer, gegevens)
        yield from self._dagen(nummer, gelezen)
        yield from _niet_in_een_brief(nummer, gelezen)

    def _dagen(self, nummer: int, gelezen: Ingelezen) -> Iterator[Fout]:
        """Say what happened on a day to come, and what is planned on one that is over."""
        for soort, rijen in gelezen.feiten.items():
            dagen = GEBEURTENISSEN.get(soort) or vorm.GEBEURD.get(soort, ())
            namen = {*dagen, "vastgelegd_op"}
            for plek, rij in enumerate(rijen):
                for naam in sorted(namen & rij.keys()):
                    if rij[naam] and rij[naam] > self.op:
                        yield Fout(nummer, f"feiten.{soort}[{plek}].{naam}", TOEKOMST)
        for plek, rij in enumerate(gelezen.feiten.get("agendapunten", ())):
            if rij["dag"] and rij["dag"] < self.op:
                yield Fout(nummer, f"feiten.agendapunten[{plek}].dag", VOORBIJ)

    def _geen_dossier(self, nummer: int, gegevens: dict[str, Any]) -> Iterator[Fout]:
        """Say why somebody can have no case under this act, with or without a duty."""
        dag = gegevens["geregistreerd_op"]
        if dag < IN_WERKING:
            tekst = f"dit ligt voor {nl(IN_WERKING)}: toen gold deze wet niet."
            yield Fout(nummer, "aanmelding.geregistreerd_op", tekst)
            return
        for grond, reden in gronden_tegen(aanmelding(gegevens, dag, self.instellingen)):
            if grond.altijd:
                pad = f"aanmelding.{grond.veld}"
                yield Fout(nummer, pad, f"{reden} ({grond.bron})")

    def _stappen_die_wachten(self, kandidaat: Kandidaat) -> Iterator[Fout]:
        """Find the step of each reason to wait; only a term that is there can wait."""
        kept = doorlopen(kandidaat.feiten, kandidaat.traject, self.op)[1]
        gezien: set[tuple[str, int]] = set()
        for plek, rij in enumerate(kandidaat.rijen["wachtredenen"]):
            pad = f"feiten.wachtredenen[{plek}]"
            if rij.tot and rij.tot < rij.sinds:
                yield Fout(kandidaat.regel, f"{pad}.tot", "dit ligt voor sinds.")
                continue
            if (stap := _stap(rij, kept)) is None:
                yield Fout(kandidaat.regel, f"{pad}.soort", GEEN_STAP[rij.tot is None])
                continue
            if not rij.tot and stap in gezien:
                yield Fout(kandidaat.regel, f"{pad}.soort", WACHT_AL)
            gezien |= set() if rij.tot else {stap}
            rij.volgnummer, rij.begin = stap[1], kept[stap]["begin"]

    # --- The rows ---------------------------------------------------------------------

    def _bouw(self, nummer: int, gelezen: Ingelezen) -> Kandidaat:
        gegevens, gemeente = gelezen.aanmelding, huidige_gemeente()
        persoon = Inburgeraar(
            gemeente=gemeente, **{naam: gegevens[naam] for naam in PERSOON}
        )
        persoon.zet_zoeknaam()
        if gegevens["bsn"]:
            persoon.bsn_index = bsn_index(gegevens["bsn"], gemeente.pk)
        traject = Traject(
            gemeente=gemeente,
            geregistreerd_op=gegevens["geregistreerd_op"],
            **{naam: gegevens[naam] for naam in AANMELDING},
        )
        if gegevens["klantmanager"]:
            lid = self.bekend.collegas[gegevens["klantmanager"].lower()]
            traject.klantmanager_id, traject.team_id = lid.gebruiker_id, lid.team_id
        if gegevens["begeleider"]:
            lid = self.bekend.begeleiders[gegevens["begeleider"].lower()]
            traject.begeleider_id = lid.gebruiker_id
        rijen = {
            soort: [
                vorm.model_van(soort)(
                    pk=plek, gemeente=gemeente, **_met_keurmerk(soort, rij)
                )
                for plek, rij in enumerate(velden, 1)
            ]
            for soort, velden in gelezen.feiten.items()
        }
        feiten = als_feiten(
            persoon, traject, rijen, self.instellingen, self.bekend.intakevragen
        )
        return Kandidaat(nummer, persoon, traject, rijen, feiten, gegevens["bsn"])


def _niet_in_een_brief(nummer: int, gelezen: Ingelezen) -> Iterator[Fout]:
    """Say what the next letter cannot show; what no letter shows any more may stay."""
    for soort, (teksten, klaar) in vorm.IN_BRIEF.items():
        for plek, rij in enumerate(gelezen.feiten.get(soort, ())):
            if any(rij[dag] for dag in klaar):
                continue
            for naam in teksten:
                if onzetbaar(rij[naam]):
                    yield Fout(nummer, f"feiten.{soort}[{plek}].{naam}", NIET_IN_BRIEF)


def _stap(rij: Wachtreden, kept: Termijnen) -> tuple[str, int] | None:
    """Give the term that waits: of an open reason an open one, the last that had begun."""
    found = [
        (velden["begin"] <= rij.sinds, velden["begin"], sleutel)
        for sleutel, velden in kept.items()
        if sleutel[0] == rij.soort
        and (rij.tot or not (velden["voldaan_op"] or velden["vervallen"]))
    ]
    return max(found)[2] if found else None


def _met_keurmerk(soort: str, rij: dict[str, Any]) -> dict[str, Any]:
    """Add whether there was a quality mark, as the acts find it."""
    if soort == "aanbod":
        dag = rij["verwacht_begin"] or rij["aangeboden_op"]
        return rij | {"met_keurmerk": rij["aanbieder"].heeft_keurmerk_op(dag)}
    if soort == "uren":
        mark = heeft_keurmerk(rij["aanbieder"], rij["van"], rij["tot_en_met"])
        return rij | {"met_keurmerk": mark}
    if soort == "schoolkeuzes" and not rij["school"]:
        return rij | als_kolommen(
            rij["aanbieder"], rij["school"], rij["keurmerk"], rij["begonnen_op"],
            rij["gestopt_op"],
        )  # fmt: skip
    return rij


def _nooit_bewaard(kandidaat: Kandidaat) -> Iterator[Fout]:
    """What the database itself refuses of a row, or the acts of two."""
    for soort, rijen in kandidaat.rijen.items():
        for plek, rij in enumerate(rijen):
            for naam, tekst in geschonden(rij):
                yield Fout(kandidaat.regel, f"feiten.{soort}[{plek}].{naam}", tekst)
    for pad, tekst in (
        *_twee_pips(kandidaat),
        *_twee_vast(kandidaat),
        *_klas(kandidaat),
        *_twee_vlaggen(kandidaat),
        *_twee_keer_wachten(kandidaat),
    ):
        yield Fout(kandidaat.regel, pad, tekst)


Misplaatst = Iterator[tuple[str, str]]


def _twee_pips(kandidaat: Kandidaat) -> Misplaatst:
    aantal = Counter(pip.versie for pip in kandidaat.rijen.get("pips", ()))
    for plek, pip in enumerate(kandidaat.rijen.get("pips", ())):
        if aantal[pip.versie] > 1:
            yield f"feiten.pips[{plek}].versie", "elk PIP heeft een eigen versie."


def _twee_vast(kandidaat: Kandidaat) -> Misplaatst:
    rijen = kandidaat.rijen.get("notities", ())
    vast = [plek for plek, rij in enumerate(rijen) if rij.vastgezet]
    for plek in vast if len(vast) > 1 else ():
        yield (
            f"feiten.notities[{plek}].vastgezet",
            "van een dossier staat hoogstens een notitie bovenaan.",
        )


def _klas(kandidaat: Kandidaat) -> Misplaatst:
    """A class brings its route and level along; another word here would be a lie."""
    for plek, rij in enumerate(kandidaat.rijen.get("wachtplekken", ())):
        for naam in ("leerroute", "niveau") if rij.cursus else ():
            if getattr(rij, naam) != (van := getattr(rij.cursus, naam)):
                tekst = f"bij deze cursus hoort hier: {van or 'niets'}."
                yield f"feiten.wachtplekken[{plek}].{naam}", tekst


def _twee_vlaggen(kandidaat: Kandidaat) -> Misplaatst:
    """One flag at a time, as the act that sets it says."""
    gezien: list[Any] = []
    for plek, rij in enumerate(kandidaat.rijen.get("aandachtspunten", ())):
        if any(rij.soort == ander.soort and _samen(rij, ander) for ander in gezien):
            yield (
                f"feiten.aandachtspunten[{plek}].soort",
                "dit aandachtspunt staat er al, met dagen die deze raken.",
            )
        gezien.append(rij)


def _samen(een: Any, twee: Any) -> bool:
    return (een.tot is None or een.tot >= twee.van) and (
        twee.tot is None or twee.tot >= een.van
    )


def _twee_keer_wachten(kandidaat: Kandidaat) -> Misplaatst:
    gezien: set[tuple[Any, ...]] = set()
    for plek, rij in enumerate(kandidaat.rijen.get("wachtplekken", ())):
        wens = (rij.aanbieder_id, rij.cursus_id, rij.leerroute, rij.niveau)
        if not rij.tot and wens in gezien:
            yield f"feiten.wachtplekken[{plek}].leerroute", "dit staat er al, nog open."
        gezien |= set() if rij.tot else {wens}
