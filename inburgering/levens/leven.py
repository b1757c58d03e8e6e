"""What a life is: somebody's identity and the dated acts of their case."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any

from inburgering.wet.begrippen import Doelgroep, Leerroute
from inburgering.wet.handelingen import Handeling
from inburgering.wet.keuze import Keuze


# In place of the key of a row: the row of this kind that was written last.
LAATSTE = "laatste"

Gegevens = Mapping[str, Any]


class Bijzonderheid(Keuze):
    """What makes a life different from the plain way through the law."""

    GEEN = "geen", "Gewone gang"
    NIET_AKKOORD = "niet_akkoord", "Niet akkoord met het PIP"
    INFORMATIE_DERDEN = "informatie_derden", "Wacht op informatie van derden"
    LBT_UITZONDERING = "lbt_uitzondering", "Leerbaarheidstoets niet af te nemen"
    ROUTEWIJZIGING = "routewijziging", "Andere leerroute"
    AFSCHALEN = "afschalen", "Afgeschaald naar A2 na 600 uur"
    VEEL_POGINGEN = "veel_pogingen", "Veel examenpogingen"
    EXAMEN_EERDER = "examen_eerder", "Examen van voor de registratie"
    VRIJSTELLING_ONDERDEEL = "vrijstelling_onderdeel", "Vrijgesteld van een onderdeel"
    VRIJSTELLING = "vrijstelling", "Volledig vrijgesteld"
    TIJDELIJK_VRIJ = "tijdelijk_vrij", "Tijdelijk vrijgesteld"
    ONTHEFFING = "ontheffing", "Volledig ontheven"
    VERLENGING = "verlenging", "Termijn verlengd door DUO"
    PIP_VAN_ELDERS = "pip_van_elders", "Verhuisd met een PIP van elders"
    VERHUISD = "verhuisd", "Verhuisd naar een andere gemeente"
    VERTROKKEN = "vertrokken", "Uit Nederland vertrokken"
    OVERLEDEN = "overleden", "Overleden"
    DUO_EERDER = "duo_eerder", "Volgens DUO voldaan, bij ons nog niet"
    TEN_ONRECHTE = "ten_onrechte", "Ten onrechte geregistreerd"
    HEROPEND = "heropend", "Afgesloten en heropend"
    GROEPSWIJZIGING = "groepswijziging", "In een andere groep ingedeeld"
    AANVRAAG = "aanvraag", "Vroeg ontheffing aan bij DUO"
    HANDHAVING = "handhaving", "Kwam niet; na hulp weer wel"
    SANCTIE = "sanctie", "Kwam niet; sanctie overwogen en besloten"
    BEZWAAR = "bezwaar", "Maakte bezwaar tegen het PIP"
    ZONDER_PLICHT = "zonder_plicht", "Gevolgd zonder plicht"


@dataclass(frozen=True, slots=True)
class Persoon:
    """Who it is. Fictitious, or a test person of the RvIG."""

    bsn: str
    v_nummer: str
    voornamen: str
    voorvoegsel: str
    geslachtsnaam: str
    geboortedatum: str
    geslacht: str
    nationaliteit: str
    geboorteland: str
    taal: str
    geheim_adres: bool = False


@dataclass(frozen=True, slots=True)
class Daad:
    """One act: the moment it was entered, its name, and its keyword arguments.

    ``id`` in ``gegevens`` is :data:`LAATSTE`; ``aanbieder`` and ``cursus`` are the
    number of a provider and course in the list of whoever performs the act.
    """

    op: datetime
    handeling: Handeling
    gegevens: Gegevens = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Leven:
    """A person and what happened in their case, in the order it was entered."""

    persoon: Persoon
    doelgroep: Doelgroep
    leerroute: Leerroute
    bijzonderheid: Bijzonderheid
    daden: tuple[Daad, ...]

    @property
    def begin(self) -> date:
        """The day of registration."""
        return self.daden[0].op.date()

    def tot(self, dag: date) -> "Leven":
        """The life as far as it was entered on a day (that day included)."""
        tot_dan = tuple(d for d in self.daden if d.op.date() <= dag)
        return replace(self, daden=tot_dan)

    def verschoven(self, dagen: int) -> "Leven":
        """The same life, so many days later (a whole number of weeks keeps weekdays).

        Somebody is born so much later too: age decides when the duty begins and ends.
        """
        stap = timedelta(days=dagen)
        moved = replace(
            self, daden=tuple(_verschoven(daad, stap) for daad in self.daden)
        )
        born = _later_geboren(self.persoon.geboortedatum, stap)
        return moved.met_persoon(replace(self.persoon, geboortedatum=born))

    def met_persoon(self, persoon: Persoon) -> "Leven":
        """The same life, lived by somebody else."""
        daden = tuple(_van(daad, self.persoon, persoon) for daad in self.daden)
        return replace(self, persoon=persoon, daden=daden)

    def eerste(self, handeling: Handeling) -> Daad | None:
        """The first time this act was done, if ever."""
        return next((d for d in self.daden if d.handeling == handeling), None)


def _later_geboren(geboortedatum: str, stap: timedelta) -> str:
    """Move a birth date; of an incomplete one the year alone."""
    jaar, maand, dag = geboortedatum.split("-")
    if "00" in (maand, dag):
        return f"{int(jaar) + round(stap.days / 365.25):04d}-{maand}-{dag}"
    return f"{date.fromisoformat(geboortedatum) + stap}"


def _verschoven(daad: Daad, stap: timedelta) -> Daad:
    gegevens = {
        naam: waarde + stap if isinstance(waarde, date) else waarde
        for naam, waarde in daad.gegevens.items()
    }
    return Daad(daad.op + stap, daad.handeling, gegevens)


IDENTITEIT = (
    "v_nummer", "voornamen", "voorvoegsel", "geslachtsnaam", "geboortedatum", "geslacht",
    "nationaliteit", "geboorteland", "geheim_adres",
)  # fmt: skip


def _van(daad: Daad, oud: Persoon, nieuw: Persoon) -> Daad:
    eigen = {
        naam: getattr(nieuw, naam)
        for naam in IDENTITEIT
        if daad.gegevens.get(naam) == getattr(oud, naam)
    }
    if daad.gegevens.get("bsn") and oud.bsn:
        eigen["bsn"] = nieuw.bsn
    if "contacttaal" in daad.gegevens:
        eigen["contacttaal"] = nieuw.taal
    antwoorden = daad.gegevens.get("antwoorden", {})
    if antwoorden.get("taal_moedertaal", {}).get("waarde"):
        moedertaal = {**antwoorden["taal_moedertaal"], "waarde": nieuw.taal}
        eigen["antwoorden"] = {**antwoorden, "taal_moedertaal": moedertaal}
    return Daad(daad.op, daad.handeling, {**daad.gegevens, **eigen})


def per_handeling(levens: Iterator[Leven]) -> dict[Handeling, int]:
    """Count the acts of many lives, to see what a set of lives holds."""
    aantal = dict.fromkeys(Handeling, 0)
    for leven in levens:
        for daad in leven.daden:
            aantal[daad.handeling] += 1
    return aantal
