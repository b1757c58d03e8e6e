"""Lives written in bulk: the rows that the acts would have written, history included.

For benchmarks and synthetic nations, where a million acts one by one take hours. Each
act is folded without a database (``levens.vouwen``), the law says after each how the case
stands, and the rows are written table by table. A test compares them with those of the
acts themselves. Left out on purpose: jobs in the outbox (letters, facts of the monitor);
whoever needs those facts rebuilds them all at once.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import islice
from typing import Any

from django.db import models, transaction

from inburgering.actions import termijnen
from inburgering.authorization.roles import Inzage
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.levens.leven import Leven
from inburgering.levens.vouwen import TRAJECTVELDEN, Stap, adres_na, vouwen
from inburgering.management.opvoeren import KIJKT_VOORAF, Aanbod, Bezetting
from inburgering.models.afspraak import Afspraak
from inburgering.models.doel import Doel
from inburgering.models.dossier import bewaar_stand
from inburgering.models.feiten import Rij, model_van
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.gemeente import huidige_gemeente
from inburgering.models.historie import Versie, maak_veel, versie_van
from inburgering.models.inburgeraar import Inburgeraar
from inburgering.models.spoor import Gebeurtenis, Raadpleging
from inburgering.models.termijn import Termijn
from inburgering.models.traject import Nummerreeks, Traject
from inburgering.wet.begrippen import (
    DUOBesluitsoort,
    Gespreksvorm,
    Leerroute,
    RedenAfsluiting,
    RedenEindeAanbod,
    RedenEindeParticipatie,
    Urensoort,
)
from inburgering.wet.feiten import Feiten
from inburgering.wet.handelingen import HANDELINGEN, Handeling
from inburgering.wet.intake import volledigheid
from inburgering.wet.stand import stand
from inburgering.wet.toetsing import GEBEURD


H = Handeling
PER_KEER = 250
# What other rows of a case refer to, in the order of writing.
EERST: tuple[type[models.Model], ...] = (Doel, Afspraak)
WIJST_TOE = timedelta(minutes=5)

# What an act says it happened on, where that is not the last day of those it records.
GEBEURD_OP: Mapping[Handeling, str] = {
    H.AANVRAAG_VASTLEGGEN: "ingediend_op",
    H.GROEP_WIJZIGEN: "ingang",
}


def _gebeurd_op(handeling: Handeling, gegevens: Mapping[str, Any], op: date) -> date:
    """Give the day that the trail names; what completes the registration is of that day."""
    if HANDELINGEN[handeling].feit == "traject":
        return op
    names = GEBEURD.get(handeling, ())
    if handeling in GEBEURD_OP:
        names = (GEBEURD_OP[handeling],)
    return max((gegevens[n] for n in names if gegevens.get(n)), default=op)


def _beantwoord(rij: Any) -> str:
    answered, asked = volledigheid(rij.antwoorden, rij.gestart_op)
    return f"{answered} van {asked} vragen beantwoord"


def _aanbod(rij: Any) -> str:
    return f"{rij.aanbieder}, {rij.cursus}" if rij.cursus_id else str(rij.aanbieder)


# The line that an act leaves in the trail.
SAMENVATTING: Mapping[Handeling, Callable[[Any], str]] = {
    H.INTAKE_STARTEN: lambda r: "In de opvang" if r.in_opvang else "",
    H.INTAKE_INVULLEN: _beantwoord,
    H.INTAKE_AFRONDEN: lambda r: (
        f"Advies: {Leerroute(r.routeadvies).label}" if r.routeadvies else ""
    ),
    H.LEERBAARHEIDSTOETS_VASTLEGGEN: str,
    H.PIP_OPSTELLEN: lambda r: Leerroute(r.leerroute).label,
    H.PIP_BESPREKEN: lambda r: "Akkoord" if r.akkoord else "Niet akkoord",
    H.PIP_VASTSTELLEN: lambda r: f"Versie {r.versie}, {r.get_leerroute_display()}",
    H.AANBOD_DOEN: _aanbod,
    H.AANBOD_BEEINDIGEN: lambda r: RedenEindeAanbod(r.reden_einde).label,
    H.PARTICIPATIE_STARTEN: lambda r: f"{r}, {r.uren_per_week} uur per week",
    H.PARTICIPATIE_BEEINDIGEN: lambda r: RedenEindeParticipatie(r.reden_einde).label,
    H.UREN_VASTLEGGEN: lambda r: f"{r.uren} uur {Urensoort(r.soort).label.lower()}",
    H.VOORTGANGSGESPREK_VOEREN: lambda r: Gespreksvorm(r.vorm).label,
    H.PVT_ONDERTEKENEN: lambda r: f"{r.uren} uur gevolgd",
    H.MAP_AFRONDEN: lambda r: f"{r.praktijkuren} praktijkuren",
    H.EXAMEN_AANMELDEN: lambda r: r.get_onderdeel_display(),
    H.EXAMEN_VASTLEGGEN: lambda r: f"{r}: {r.get_resultaat_display().lower()}",
    H.DUOBESLUIT_VASTLEGGEN: lambda r: DUOBesluitsoort(r.soort).label,
    H.TRAJECT_AFSLUITEN: lambda r: RedenAfsluiting(r.reden).label,
    H.AFSPRAAK_MAKEN: lambda r: (
        f"{r.get_onderwerp_display()}, {r.get_grondslag_display()}"
    ),
    H.AFSPRAAK_AFRONDEN: lambda r: (
        f"{r.get_onderwerp_display()}: {r.get_resultaat_display().lower()}"
    ),
    H.ONTZORGEN_STARTEN: lambda r: (
        f"Huur: {r.get_huur_display()}. Gas, water en licht: "
        f"{r.get_energie_display()}. Zorgverzekering: {r.get_zorgverzekering_display()}"
    ),
    H.ONTZORGEN_BEEINDIGEN: lambda r: r.get_reden_einde_display(),
    H.BEGELEIDING_STARTEN: lambda r: r.organisatie,
    H.BEGELEIDING_BEEINDIGEN: lambda r: r.get_reden_einde_display(),
    H.GROEP_WIJZIGEN: lambda r: r.get_doelgroep_display(),
    H.VERHUIZING_VASTLEGGEN: lambda r: r.get_soort_display(),
    H.AANVRAAG_VASTLEGGEN: lambda r: r.get_soort_display(),
    H.AANVRAAG_ADVISEREN: lambda r: r.get_advies_display(),
    H.HANDHAVING_BESLUITEN: lambda r: r.get_besluit_display(),
    H.HANDHAVING_STOPPEN: lambda r: r.get_reden_stoppen_display(),
    H.BEZWAAR_VASTLEGGEN: lambda r: r.get_tegen_display(),
    H.BEZWAAR_BESLISSEN: lambda r: r.get_uitkomst_display(),
    H.BEROEP_AFRONDEN: lambda r: r.get_uitspraak_display(),
    H.HOGERBEROEP_AFRONDEN: lambda r: r.get_hoger_uitspraak_display(),
}


@dataclass
class Geschreven:
    """A row with its versions; ``ouders`` are other rows of the case that it refers to."""

    rij: Any
    versies: list[Versie] = field(default_factory=list)
    ouders: Mapping[str, models.Model] = field(default_factory=dict)


@dataclass
class Zaakblad:
    """All rows of one case, before any has a key."""

    persoon: Geschreven
    traject: Geschreven
    feiten: dict[int, Geschreven] = field(default_factory=dict)
    termijnen: dict[tuple[str, int], Geschreven] = field(default_factory=dict)
    spoor: list[tuple[Gebeurtenis, Any]] = field(default_factory=list)
    inzagen: list[Raadpleging] = field(default_factory=list)


class Schrijver:
    """Folds one life into its rows."""

    def __init__(
        self, leven: Leven, nummer: str, wie: Bezetting, aanbod: Aanbod
    ) -> None:
        """Start with an empty case."""
        self.leven = leven
        self.wie = wie
        self.aanbod = aanbod
        gemeente = huidige_gemeente()
        persoon = Inburgeraar(gemeente=gemeente)
        traject = Traject(gemeente=gemeente, nummer=nummer, versie=0)
        self.blad = Zaakblad(Geschreven(persoon), Geschreven(traject))
        self.bewaard: list[Rij] = []
        self.nummer = nummer

    def schrijf(self) -> Zaakblad:
        """Write every act of the life."""
        for stap in vouwen(self.leven, self.nummer):
            by, on = self.wie.wie(stap.daad.handeling), stap.daad.op
            if stap.daad.handeling != H.TRAJECT_REGISTREREN:
                self._keek(by, on)
            rij = self._feit(stap, by) if stap.rij else self._aanmelding(stap, by)
            self._verplaats(stap.feiten, by, on, stap.daad.handeling.value)
            self._noteer(stap, rij, by)
            if stap.daad.handeling == H.TRAJECT_REGISTREREN:
                self._wijs_toe(stap.feiten, on + WIJST_TOE)
        return self.blad

    # --- What an act writes -----------------------------------------------------------

    def _leg_vast(
        self,
        bij: Geschreven,
        by: Lidmaatschap,
        on: datetime,
        reden: str,
        *,
        nieuw: bool,
    ) -> None:
        bij.versies.append(
            versie_van(
                bij.rij, moment=on, user_id=by.gebruiker_id, reason=reden, nieuw=nieuw
            )
        )

    def _aanmelding(self, stap: Stap, by: Lidmaatschap) -> models.Model:
        persoon, traject = self.blad.persoon.rij, self.blad.traject.rij
        eerste = stap.daad.handeling == H.TRAJECT_REGISTREREN
        for naam, waarde in stap.daad.gegevens.items():
            if naam != "bsn":
                setattr(traject if naam in TRAJECTVELDEN else persoon, naam, waarde)
        persoon.zet_zoeknaam()
        if stap.daad.gegevens.get("bsn"):
            persoon.zet_bsn(stap.daad.gegevens["bsn"])
        if eerste:
            traject.geregistreerd_op = stap.daad.op.date()
            traject.team_id = by.team_id
        reden = stap.daad.handeling.value
        self._leg_vast(self.blad.persoon, by, stap.daad.op, reden, nieuw=eerste)
        return traject

    def _feit(self, stap: Stap, by: Lidmaatschap) -> models.Model:
        assert stap.rij is not None
        model = model_van(stap.rij.soort)
        velden = self._kolommen(stap.rij.velden, by)
        if stap.nieuw:
            rij = model(
                gemeente=huidige_gemeente(),
                vastgelegd_door_id=by.gebruiker_id,
                **velden,
            )
            self.blad.feiten[stap.rij.id] = Geschreven(rij)
        else:
            rij = self.blad.feiten[stap.rij.id].rij
            for naam in stap.daad.gegevens.keys() | {"status"} & velden.keys():
                if naam != "id":
                    setattr(rij, naam, velden[naam])
            if stap.daad.handeling == H.HANDHAVING_BESLUITEN:
                rij.besloten_door_id = by.gebruiker_id
        self._leg_vast(
            self.blad.feiten[stap.rij.id], by, stap.daad.op, stap.daad.handeling.value,
            nieuw=stap.nieuw,
        )  # fmt: skip
        if stap.daad.handeling == H.VERHUIZING_VASTLEGGEN:
            persoon = self.blad.persoon
            for naam, waarde in adres_na(stap.daad.gegevens).items():
                setattr(persoon.rij, naam, waarde)
            reden = stap.daad.handeling.value
            self._leg_vast(persoon, by, stap.daad.op, reden, nieuw=False)
        return rij

    def _kolommen(self, velden: Mapping[str, Any], by: Lidmaatschap) -> Rij:
        kolommen = {naam: w for naam, w in velden.items() if naam != "id"}
        if "rapport_door" in kolommen:
            kolommen["rapport_door"] = by.gebruiker
        if (nummer := kolommen.get("aanbieder")) is not None:
            kolommen["aanbieder"] = self.aanbod.aanbieders[nummer]
            if (plek := kolommen.get("cursus")) is not None:
                kolommen["cursus"] = self.aanbod.cursussen[nummer][plek]
        return kolommen

    def _verplaats(
        self, feiten: Feiten, by: Lidmaatschap, on: datetime, reden: str
    ) -> None:
        nu = stand(feiten, on.date())
        traject = self.blad.traject.rij
        bewaar_stand(traject, nu)
        traject.versie += 1
        self._leg_vast(self.blad.traject, by, on, reden, nieuw=False)
        for sleutel, rij in termijnen.verschillen(nu, self.bewaard, traject).items():
            self._termijn(sleutel, rij, by, on)

    def _termijn(
        self, sleutel: tuple[str, int], rij: Rij, by: Lidmaatschap, on: datetime
    ) -> None:
        nieuw = sleutel not in self.blad.termijnen
        velden = {naam: w for naam, w in rij.items() if naam != "id"}
        if nieuw:
            soort, volgnummer = sleutel
            row = Termijn(
                gemeente=huidige_gemeente(),
                soort=soort,
                volgnummer=volgnummer,
                **velden,
            )
            self.blad.termijnen[sleutel] = Geschreven(row)
            self.bewaard.append({"soort": soort, "volgnummer": volgnummer, "id": 1})
        bij = self.blad.termijnen[sleutel]
        for naam, waarde in velden.items():
            setattr(bij.rij, naam, waarde)
        next(
            b for b in self.bewaard if (b["soort"], b["volgnummer"]) == sleutel
        ).update(velden)
        self._leg_vast(bij, by, on, "termijnen", nieuw=nieuw)

    def _wijs_toe(self, feiten: Feiten, on: datetime) -> None:
        km = self.wie.klantmanager
        if km is None:
            return
        by, traject = self.wie.besluit, self.blad.traject.rij
        traject.klantmanager_id, traject.team_id = km.gebruiker_id, km.team_id
        if self.wie.begeleider:
            traject.begeleider_id = self.wie.begeleider.gebruiker_id
        self._verplaats(feiten, by, on, Werkhandeling.TRAJECT_TOEWIJZEN.value)
        self._regel(
            by, on, Werkhandeling.TRAJECT_TOEWIJZEN.value, None, on.date(),
            f"Naar {km.gebruiker}",
        )  # fmt: skip

    # --- The logs ---------------------------------------------------------------------

    def _noteer(self, stap: Stap, rij: models.Model, by: Lidmaatschap) -> None:
        handeling, gegevens = stap.daad.handeling, stap.daad.gegevens
        op = stap.daad.op.date()
        gebeurd = _gebeurd_op(handeling, gegevens, op)
        maak = SAMENVATTING.get(handeling)
        self._regel(
            by, stap.daad.op, handeling.value, rij, gebeurd, maak(rij) if maak else "",
            gegevens.get("reden_heropening", ""),
        )  # fmt: skip

    def _regel(
        self, by: Lidmaatschap, on: datetime, handeling: str, rij: models.Model | None,
        gebeurd_op: date, samenvatting: str, reden: str = "",
    ) -> None:  # fmt: skip
        regel = Gebeurtenis(
            gemeente=huidige_gemeente(), moment=on, gebruiker=by.gebruiker_id,
            naam=by.gebruiker.naam, rol=by.rol, nummer=self.nummer, handeling=handeling,
            gebeurd_op=gebeurd_op, feit=rij._meta.model_name if rij else "",
            samenvatting=samenvatting[:300], reden=reden[:500],
        )  # fmt: skip
        self.blad.spoor.append((regel, rij))

    def _keek(self, by: Lidmaatschap, on: datetime) -> None:
        self.blad.inzagen.append(
            Raadpleging(
                gemeente=huidige_gemeente(), moment=on - KIJKT_VOORAF,
                gebruiker=by.gebruiker_id, naam=by.gebruiker.naam, rol=by.rol,
                nummer=self.nummer, inzage=Inzage.DOSSIER.value,
            )
        )  # fmt: skip


def schrijf_weg(bladen: list[Zaakblad]) -> None:
    """Write the rows of many cases, table by table, parents first."""
    _maak([b.persoon for b in bladen])
    for b in bladen:
        b.traject.rij.inburgeraar = b.persoon.rij
    _maak([b.traject for b in bladen], "inburgeraar_id")
    per_tabel: dict[tuple[int, bool, str], list[Geschreven]] = defaultdict(list)
    for b in bladen:
        for g in (*b.feiten.values(), *b.termijnen.values()):
            g.rij.traject = b.traject.rij
            per_tabel[_beurt(g)].append(g)
    for beurt in sorted(per_tabel):
        _maak(per_tabel[beurt], "traject_id")
    for b in bladen:
        for regel, rij in b.spoor:
            regel.feit_id = rij.pk if rij is not None else None
    Gebeurtenis.objects.bulk_create([r for b in bladen for r, _ in b.spoor])
    Raadpleging.objects.bulk_create([r for b in bladen for r in b.inzagen])


def _beurt(bij: Geschreven) -> tuple[int, bool, str]:
    """Say when a row is written: after the table that it refers to, or the row in it."""
    model = type(bij.rij)
    own = any(isinstance(ouder, model) for ouder in bij.ouders.values())
    plek = EERST.index(model) if model in EERST else len(EERST)
    return plek, own, model.__name__


def _maak(rows: list[Geschreven], *ouders: str) -> None:
    """Write the rows of one table; what they refer to has its key by now."""
    namen = set(ouders)
    for g in rows:
        for naam, ouder in g.ouders.items():
            setattr(g.rij, naam, ouder)
            namen.add(f"{naam}_id")
    maak_veel([g.rij for g in rows], [g.versies for g in rows], ouders=sorted(namen))


def nummers_voor(jaren: Sequence[int]) -> list[str]:
    """Give a case number per year asked for; the series of a year is moved once."""
    per_jaar: dict[int, list[int]] = defaultdict(list)
    for plek, jaar in enumerate(jaren):
        per_jaar[jaar].append(plek)
    nummers = [""] * len(jaren)
    for jaar, plekken in per_jaar.items():
        gemeente_id = huidige_gemeente().pk
        Nummerreeks.objects.get_or_create(gemeente_id=gemeente_id, jaar=jaar)
        reeks = Nummerreeks.objects.select_for_update().get(
            gemeente_id=gemeente_id, jaar=jaar
        )
        for plek in plekken:
            reeks.laatste += 1
            nummers[plek] = str(reeks)
        reeks.save(update_fields=["laatste"])
    return nummers


def schrijf_levens(
    levens: Iterable[Leven],
    bezetting: Callable[[int, Leven], Bezetting],
    aanbod: Aanbod,
) -> int:
    """Write lives in the municipality in force; give how many acts they hold."""
    acts, nummer = 0, 0
    levens = iter(levens)
    while block := list(islice(levens, PER_KEER)):
        with transaction.atomic():
            bladen = []
            nummers = nummers_voor([leven.begin.year for leven in block])
            for leven, naam in zip(block, nummers, strict=True):
                bezet = bezetting(nummer, leven)
                bladen.append(Schrijver(leven, naam, bezet, aanbod).schrijf())
                acts += len(leven.daden)
                nummer += 1
            schrijf_weg(bladen)
    return acts
