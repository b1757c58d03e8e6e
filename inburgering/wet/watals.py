"""Wat als: welke termijnen, onderdelen en plichten volgen uit een veronderstelling.

Zuiver en zonder iets te bewaren: de feiten met de veronderstelling erbij gaan door
dezelfde ``stand`` als de echte. Wat de wet van de veronderstelling vindt (weigert of
meldt) komt uit dezelfde regels als bij de handeling zelf.

De peildatum is de laatste dag van wat wordt verondersteld, of vandaag als die later is:
zo werkt een dagtekening van volgende maand ook.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from inburgering.wet.begrippen import (
    TAALONDERDELEN,
    DUOBesluitsoort,
    Examenresultaat,
    Herkomst,
    Leerroute,
    Niveau,
    Onderdeel,
    PIPStatus,
    Termijnsoort,
    Trajectstatus,
)
from inburgering.wet.feiten import PIP, DUOBesluit, Examenuitslag, Feiten
from inburgering.wet.handelingen import HANDELINGEN, Handeling
from inburgering.wet.kalender import DAG
from inburgering.wet.moment import Moment, moment
from inburgering.wet.regels import Geval
from inburgering.wet.stand import stand
from inburgering.wet.toetsing import Overtreding, overtredingen
from inburgering.wet.uitkomst import Onderdeelstand, Stand, Termijn
from inburgering.wet.voorwaarden import oordelen


# Nummers van wat er niet is: hoger dan van enige rij, dus altijd het laatste van een dag.
PIP_ID = BESLUIT_ID = EXAMEN_ID = 10**15


@dataclass(frozen=True, kw_only=True)
class Veronderstelling:
    """Wat men zich afvraagt; leeg blijft zoals het is.

    ``dagtekening`` en ``leerroute`` (met ``niveaus`` per taalonderdeel) maken een nieuw
    PIP; ``verlengd_tot_en_met`` is de nieuwe laatste dag van de termijn; ``gehaald`` zijn
    de onderdelen waarvoor iemand op ``dagtekening`` of vandaag slaagt.
    """

    dagtekening: date | None = None
    leerroute: Leerroute | None = None
    niveaus: Mapping[str, Niveau] = field(default_factory=dict)
    verlengd_tot_en_met: date | None = None
    gehaald: tuple[Onderdeel, ...] = ()

    @property
    def leeg(self) -> bool:
        """Of er niets wordt verondersteld."""
        return not (
            self.dagtekening
            or self.leerroute
            or self.niveaus
            or self.verlengd_tot_en_met
            or self.gehaald
        )

    @property
    def met_pip(self) -> bool:
        """Of er een nieuw PIP bij hoort."""
        return bool(self.dagtekening or self.leerroute or self.niveaus)


@dataclass(frozen=True)
class Verschil:
    """Wat een termijn of onderdeel is en zou worden; None is er niet."""

    label: str
    nu: Termijn | Onderdeelstand | None
    dan: Termijn | Onderdeelstand | None


@dataclass(frozen=True)
class WatAls:
    """Hoe het op de peildatum staat, en hoe het zou staan."""

    peildatum: date
    nu: Stand
    dan: Stand
    termijnen: tuple[Verschil, ...]
    onderdelen: tuple[Verschil, ...]
    weigert: tuple[Overtreding, ...]
    meldt: tuple[Overtreding, ...]


def _vorig_pip(feiten: Feiten) -> PIP | None:
    """Het concept dat openstaat, of anders de laatste versie."""
    open_ = [p for p in feiten.pips if p.status != PIPStatus.VASTGESTELD]
    gekozen = open_ or list(feiten.pips)
    return max(gekozen, key=lambda p: p.versie, default=None)


def _nieuw_pip(feiten: Feiten, v: Veronderstelling, dag: date) -> PIP | None:
    vorig = _vorig_pip(feiten)
    leerroute = v.leerroute or (vorig.leerroute if vorig else None)
    if leerroute is None:
        return None
    zelfde = vorig is not None and vorig.leerroute == leerroute
    niveaus = v.niveaus or (vorig.niveaus if vorig and zelfde else {})
    versie = max((p.versie for p in feiten.pips), default=0) + 1
    nieuw = {
        "id": PIP_ID,
        "vastgelegd_op": dag,
        "versie": versie,
        "status": PIPStatus.VASTGESTELD,
        "opgesteld_op": dag,
        "leerroute": leerroute,
        "niveaus": niveaus,
        "besproken_op": dag,
        "akkoord": True,
        "dagtekening": dag,
        "herkomst": Herkomst.GEMEENTE,
    }
    if vorig is None:
        return PIP(**nieuw)  # type: ignore[arg-type]
    leeg = {"verstuurd_op": None, "reden_geen_akkoord": ""}
    intensiteit = vorig.intensiteit if zelfde else None
    return replace(vorig, **nieuw, **leeg, intensiteit=intensiteit)  # type: ignore[arg-type]


def _verlenging(v: Veronderstelling, dag: date) -> tuple[DUOBesluit, ...]:
    if v.verlengd_tot_en_met is None:
        return ()
    return (
        DUOBesluit(
            id=BESLUIT_ID,
            vastgelegd_op=dag,
            herkomst=Herkomst.DUO,
            soort=DUOBesluitsoort.VERLENGING,
            besloten_op=dag,
            einddatum=v.verlengd_tot_en_met + DAG,
        ),
    )


def _examens(
    v: Veronderstelling, pip: PIP | None, dag: date
) -> Iterator[Examenuitslag]:
    niveaus = pip.niveaus if pip else {}
    for nummer, deel in enumerate(v.gehaald):
        niveau = niveaus.get(deel, Niveau.B1) if deel in TAALONDERDELEN else None
        yield Examenuitslag(
            id=EXAMEN_ID + nummer,
            vastgelegd_op=dag,
            herkomst=Herkomst.DUO,
            onderdeel=deel,
            niveau=niveau,
            afgelegd_op=dag,
            resultaat=Examenresultaat.GESLAAGD,
        )


def peildag(v: Veronderstelling, vandaag: date) -> date:
    """De dag waarop men kijkt: vandaag, of de dagtekening als die later is."""
    return max(vandaag, v.dagtekening or vandaag)


def veronderstel(feiten: Feiten, v: Veronderstelling, vandaag: date) -> Feiten:
    """De feiten met de veronderstelling erbij."""
    dag = peildag(v, vandaag)
    pip = _nieuw_pip(feiten, v, v.dagtekening or vandaag) if v.met_pip else None
    pips = feiten.pips
    if pip is not None:
        blijft = (p for p in feiten.pips if p.status == PIPStatus.VASTGESTELD)
        pips = (*blijft, pip)
    return replace(
        feiten,
        pips=pips,
        duo_besluiten=(*feiten.duo_besluiten, *_verlenging(v, dag)),
        examens=(*feiten.examens, *_examens(v, pip or _vorig_pip(feiten), dag)),
    )


# Op weg naar het PIP: wat er nog moet gebeuren, kan dan gebeurd zijn.
KAN_NOG_KOMEN = frozenset({Trajectstatus.AANGEMELD, Trajectstatus.INTAKE})


def _kan_geen_pip(m: Moment) -> Iterator[Overtreding]:
    """Waarom in deze toestand geen PIP kan worden vastgesteld."""
    h = Handeling.PIP_VASTSTELLEN
    if m.status in HANDELINGEN[h].van | KAN_NOG_KOMEN:
        return
    oordeel = oordelen(m)[h]
    bron = oordeel.bron or HANDELINGEN[h].bron
    reden = f"Een PIP vaststellen kan niet. {oordeel.reden}"
    yield Overtreding(reden, bron, "leerroute", lees=lambda: oordeel.gebruikt)


def _oordelen(feiten: Feiten, v: Veronderstelling, dag: date) -> Iterator[Overtreding]:
    """Wat de wet zou zeggen als men dit deed."""
    m = moment(feiten, dag)
    if v.met_pip:
        pip = _nieuw_pip(feiten, v, v.dagtekening or dag)
        if pip is not None:
            yield from _kan_geen_pip(m)
            gegevens = {
                naam: getattr(pip, naam)
                for naam in (
                    "leerroute",
                    "niveaus",
                    "intensiteit",
                    "afschalen_reden",
                    "afschalen_inspanning",
                    "dagtekening",
                    "akkoord",
                )
            }
            geval = Geval(Handeling.PIP_VASTSTELLEN, m, gegevens, m.open_pip)
            yield from overtredingen(geval)
    met_pip = veronderstel(feiten, replace(v, verlengd_tot_en_met=None), dag)
    m = moment(met_pip, dag)  # een PIP dat men erbij denkt, begint de termijn
    for besluit in _verlenging(v, dag):
        gegevens = {
            "soort": besluit.soort,
            "besloten_op": besluit.besloten_op,
            "einddatum": besluit.einddatum,
        }
        yield from overtredingen(
            Geval(Handeling.DUOBESLUIT_VASTLEGGEN, m, gegevens, None)
        )


def _naast_elkaar(
    nu: Iterable[Termijn | Onderdeelstand], dan: Iterable[Termijn | Onderdeelstand]
) -> tuple[Verschil, ...]:
    """Wat anders is, erbij komt of wegvalt."""

    def sleutel(iets: Termijn | Onderdeelstand) -> Termijnsoort | Onderdeel:
        return iets.soort if isinstance(iets, Termijn) else iets.onderdeel

    voor = {sleutel(x): x for x in nu}
    na = {sleutel(x): x for x in dan}
    return tuple(
        Verschil(soort.label, voor.get(soort), na.get(soort))
        for soort in dict.fromkeys((*voor, *na))
        if not _gelijk(voor.get(soort), na.get(soort))
    )


def _gelijk(
    een: Termijn | Onderdeelstand | None, twee: Termijn | Onderdeelstand | None
) -> bool:
    """Of men op het scherm geen verschil zou zien."""
    if isinstance(een, Termijn) and isinstance(twee, Termijn):
        return (een.begin, een.uiterlijk, een.voldaan_op) == (
            twee.begin,
            twee.uiterlijk,
            twee.voldaan_op,
        )
    if isinstance(een, Onderdeelstand) and isinstance(twee, Onderdeelstand):
        return (een.niveau, een.gehaald_op, een.hoe) == (
            twee.niveau,
            twee.gehaald_op,
            twee.hoe,
        )
    return een is twee


def wat_als(feiten: Feiten, v: Veronderstelling, vandaag: date) -> WatAls:
    """Wat er zou volgen, naast hoe het zonder de veronderstelling op die dag staat."""
    dag = peildag(v, vandaag)
    nu, dan = stand(feiten, dag), stand(veronderstel(feiten, v, vandaag), dag)
    oordelen = tuple(_oordelen(feiten, v, dag))
    return WatAls(
        peildatum=dag,
        nu=nu,
        dan=dan,
        termijnen=_naast_elkaar(nu.termijnen, dan.termijnen),
        onderdelen=_naast_elkaar(nu.onderdelen, dan.onderdelen),
        weigert=tuple(o for o in oordelen if o.weigert),
        meldt=tuple(o for o in oordelen if not o.weigert),
    )
