"""Lives as real acts: each act of a life is done by its function, at its moment."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from inburgering.actions import aanbieder as aanbieder_acts
from inburgering.actions import cursus as cursus_acts
from inburgering.actions import traject as traject_acts
from inburgering.actions.spil import functie
from inburgering.authorization.roles import Inzage
from inburgering.inzage import raadpleeg
from inburgering.levens.aanbieders import AANBIEDERS
from inburgering.levens.leven import LAATSTE, Daad, Leven
from inburgering.models.aanbod import Aanbieder, Cursus
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.traject import Traject
from inburgering.wet.handelingen import HANDELINGEN, Aard, Handeling


KIJKT_VOORAF = timedelta(minutes=2)
# Never decided by who considered it.
SANCTIE = frozenset({Handeling.HANDHAVING_BESLUITEN})


@dataclass(frozen=True)
class Aanbod:
    """The providers and courses of a municipality, by the numbers that lives use."""

    aanbieders: tuple[Aanbieder, ...]
    cursussen: tuple[tuple[Cursus, ...], ...]


def maak_aanbod(by: Lidmaatschap, on: datetime) -> Aanbod:
    """Record the fictitious providers and their courses, as acts."""
    aanbieders, cursussen = [], []
    for a in AANBIEDERS:
        rij = aanbieder_acts.vastleggen(
            by=by, on=on, naam=a.naam, keurmerk=a.keurmerk.value,
            keurmerk_vanaf=a.keurmerk_vanaf, keurmerk_tot=a.keurmerk_tot,
            instellingsnummer=a.instellingsnummer, actief=True,
        ).feit  # fmt: skip
        aanbieders.append(rij)
        cursussen.append(
            tuple(
                cursus_acts.vastleggen(
                    by=by, on=on, aanbieder=rij, naam=c.naam, leerroute=c.leerroute,
                    uren_per_week=c.uren_per_week, niveau=c.niveau.value, locatie="",
                    dagdelen=c.dagdelen, lesvorm=c.lesvorm.value, plaatsen=c.plaatsen, actief=True,
                ).feit
                for c in a.cursussen
            )
        )  # fmt: skip
    return Aanbod(tuple(aanbieders), tuple(cursussen))


@dataclass(frozen=True)
class Bezetting:
    """Who does what in a case.

    ``begeleider`` and ``klantmanager`` may be None: then the case waits on the list of
    what was not handed out. ``besluit`` is somebody with a mandate, ``bezwaar`` another,
    who decides on objections; where there is none the desk records that decision.
    """

    administratie: Lidmaatschap
    besluit: Lidmaatschap
    klantmanager: Lidmaatschap | None
    begeleider: Lidmaatschap | None = None
    bezwaar: Lidmaatschap | None = None

    def wie(self, handeling: Handeling) -> Lidmaatschap:
        """Say who does an act: letters and results come in at the desk."""
        regel = HANDELINGEN[handeling]
        if handeling == Handeling.BEZWAAR_BESLISSEN:
            return self.bezwaar or self.administratie
        if handeling in SANCTIE:
            return self.besluit
        if handeling == Handeling.TRAJECT_REGISTREREN or self.klantmanager is None:
            return self.administratie
        if regel.met_mandaat and not self.klantmanager.mandaat:
            return self.besluit
        if regel.aard is Aard.FEIT_VAN_BUITEN:
            return self.administratie
        return self.klantmanager


@dataclass
class Opvoering:
    """One life on stage: the case so far, and its last row of each kind."""

    leven: Leven
    bezetting: Bezetting
    aanbod: Aanbod
    traject: Traject | None = None
    laatste: dict[str, int] = field(default_factory=dict)

    def doe(self, daad: Daad) -> None:
        """Do one act. Raises ``NietToegestaan`` when the law refuses it."""
        by = self.bezetting.wie(daad.handeling)
        if daad.handeling == Handeling.TRAJECT_REGISTREREN:
            zaak = traject_acts.registreren(by=by, on=daad.op, **daad.gegevens)
            self.traject = zaak.traject
            self._wijs_toe(daad.op)
            return
        assert self.traject is not None
        raadpleeg(Inzage.DOSSIER, self.traject.nummer, by=by, on=daad.op - KIJKT_VOORAF)
        gegevens = self._gegevens(daad)
        if "rapport_door" in gegevens:
            gegevens["rapport_door"] = by.gebruiker
        zaak = functie(daad.handeling)(
            traject=self.traject, by=by, on=daad.op, **gegevens
        )
        soort = HANDELINGEN[daad.handeling].feit
        if soort != "traject" and not HANDELINGEN[daad.handeling].op_rij:
            self.laatste[soort] = zaak.feit.pk

    def _wijs_toe(self, op: datetime) -> None:
        km = self.bezetting.klantmanager
        if km is None:
            return
        assert self.traject is not None
        begeleider = self.bezetting.begeleider
        traject_acts.toewijzen(
            traject=self.traject, by=self.bezetting.besluit,
            on=op + timedelta(minutes=5), klantmanager=km.gebruiker,
            begeleider=begeleider.gebruiker if begeleider else None, team_id=km.team_id,
        )  # fmt: skip

    def _gegevens(self, daad: Daad) -> dict[str, Any]:
        gegevens = dict(daad.gegevens)
        if gegevens.get("id") == LAATSTE:
            gegevens["id"] = self.laatste[HANDELINGEN[daad.handeling].feit]
        if (nummer := gegevens.get("aanbieder")) is not None:
            gegevens["aanbieder"] = self.aanbod.aanbieders[nummer]
            if (plek := gegevens.get("cursus")) is not None:
                gegevens["cursus"] = self.aanbod.cursussen[nummer][plek]
        return gegevens


def voer_op(opvoeringen: Iterable[Opvoering]) -> int:
    """Do the acts of many lives in the order of time; give how many there were."""
    alles = [
        (daad.op, nummer, opvoering, daad)
        for nummer, opvoering in enumerate(opvoeringen)
        for daad in opvoering.leven.daden
    ]
    alles.sort(key=lambda rij: rij[:2])
    for _, _, opvoering, daad in alles:
        opvoering.doe(daad)
    return len(alles)
