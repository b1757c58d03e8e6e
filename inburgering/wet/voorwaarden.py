"""Wanneer een handeling kan: de toestand, de nodige feiten en de rij waarop zij werkt.

Een voorwaarde met een ``feit`` noemt iets wat nog kan worden vastgelegd; dan staat het
bij de ontbrekende feiten van het traject. De inhoud van een handeling (datums, niveaus,
uren) staat in ``wet.toetsing``.

Artikelen: Wi2021 art. 6 (PVT, MAP), 14 (brede intake, leerbaarheidstoets), 15 (PIP), 16
(aanbod), Besluit art. 3.14 (Z-route).
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

from inburgering.wet import (
    aanvraag,
    afspraken,
    begeleiding,
    bezwaar,
    handhaving,
    ontzorgen,
    pipinhoud,
    uitleg,
    verblijf,
)
from inburgering.wet.begrippen import (
    Doelgroep,
    Leerroute,
    Onderdeel,
    PIPStatus,
    Trajectstatus,
)
from inburgering.wet.bron import Bron, Zekerheid
from inburgering.wet.feiten import Feit
from inburgering.wet.handelingen import HANDELINGEN, Aard, Handeling
from inburgering.wet.leerroutes import heeft_onderdeel
from inburgering.wet.moment import Moment, komt_van_elders
from inburgering.wet.regels import Voorwaarde
from inburgering.wet.uitkomst import (
    Gebruikt,
    NietToegestaan,
    Ontbrekend,
    Oordeel,
    Stand,
)


A, B, C, D = Zekerheid.A, Zekerheid.B, Zekerheid.C, Zekerheid.D
H, S = Handeling, Trajectstatus
F = TypeVar("F", bound=Feit)


def _heeft_lbt(m: Moment) -> bool:
    """Afgenomen of met reden niet; na een eerste PIP is zij al gebruikt."""
    if m.vastgesteld:
        return True
    return any(t.afgenomen_op or t.uitzondering for t in m.feiten.leerbaarheidstoetsen)


def _is_besproken(m: Moment) -> bool:
    return m.open_pip is not None and m.open_pip.status == PIPStatus.BESPROKEN


def _te_versturen(m: Moment) -> bool:
    return any(p.verstuurd_op is None and not komt_van_elders(p) for p in m.vastgesteld)


def _is_asiel(m: Moment) -> bool:
    return m.traject.doelgroep == Doelgroep.ASIELSTATUSHOUDER


def _route_met_map(m: Moment) -> bool:
    return m.leerroute is None or heeft_onderdeel(m.leerroute, Onderdeel.MAP)


def _gehaald(*onderdelen: Onderdeel) -> Callable[[Moment], bool]:
    return lambda m: all(o.gehaald for o in m.onderdelen if o.onderdeel in onderdelen)


_INTAKE = Bron("Wi2021", "14", B)
_LBT = Bron("Wi2021", "14", A)
_PIP = Bron("Wi2021", "15", B)
_BESPREKEN = Bron("eigen", "", A, "eerst bespreken is geen stap van de wet")
_AANBOD = Bron("Wi2021", "16", A)
_PVT_MAP = Bron("Wi2021", "6", B)
_GEEN_MAP = Bron("Wi2021", "8 lid 3", B)
_Z = Bron("Besluit", "3.14", A)
_Z_UREN = Bron("Besluit", "3.14", B)
_BEKENDMAKING = Bron("Awb", "3:41", D)

VOORWAARDEN: tuple[Voorwaarde, ...] = (
    Voorwaarde(
        H.INTAKE_STARTEN,
        "De brede intake is al begonnen.",
        _INTAKE,
        lambda m: not m.feiten.brede_intakes,
    ),
    Voorwaarde(
        H.INTAKE_INVULLEN,
        "Start eerst de brede intake.",
        _INTAKE,
        lambda m: m.feiten.brede_intakes,
    ),
    Voorwaarde(
        H.INTAKE_AFRONDEN,
        "Start eerst de brede intake.",
        _INTAKE,
        lambda m: any(i.afgerond_op is None for i in m.feiten.brede_intakes),
    ),
    Voorwaarde(
        H.PIP_BESPREKEN,
        "Stel eerst een concept-PIP op.",
        _PIP,
        lambda m: m.open_pip,
    ),
    Voorwaarde(
        H.PIP_VASTSTELLEN,
        "De leerbaarheidstoets ontbreekt. Leg de uitslag vast, of waarom zij niet is "
        "afgenomen.",
        _LBT,
        _heeft_lbt,
        gebruikt=uitleg.laatste("leerbaarheidstoetsen"),
        feit="leerbaarheidstoets",
        label="Leerbaarheidstoets",
        toon_in=frozenset({S.INTAKE, S.PIP}),
    ),
    Voorwaarde(
        H.PIP_VASTSTELLEN,
        "Stel eerst een concept-PIP op.",
        _PIP,
        lambda m: m.open_pip,
        feit="pip_concept",
        label="Concept-PIP",
        toon_in=frozenset({S.PIP}),
    ),
    *pipinhoud.VOORWAARDEN,
    Voorwaarde(
        H.PIP_VASTSTELLEN,
        "Bespreek het concept-PIP eerst met de inburgeraar.",
        _BESPREKEN,
        _is_besproken,
        feit="pip_besproken",
        label="Gesprek over het PIP",
        toon_in=frozenset({S.PIP}),
    ),
    Voorwaarde(
        H.PIP_VERSTUREN,
        "Er is geen vastgesteld PIP dat nog verstuurd moet worden.",
        _BEKENDMAKING,
        _te_versturen,
    ),
    Voorwaarde(
        H.AANBOD_DOEN,
        "Het inburgeringsaanbod is er alleen voor asielstatushouders. Gezinsmigranten en "
        "overige migranten kiezen zelf een school.",
        _AANBOD,
        _is_asiel,
        gebruikt=uitleg.groep,
    ),
    Voorwaarde(
        H.AANBOD_STARTEN,
        "Er is geen aanbod dat nog moet beginnen.",
        _AANBOD,
        lambda m: any(
            a.begonnen_op is None and a.beeindigd_op is None for a in m.feiten.aanbod
        ),
    ),
    Voorwaarde(
        H.AANBOD_BEEINDIGEN,
        "Er is geen aanbod dat nog loopt.",
        _AANBOD,
        lambda m: any(a.beeindigd_op is None for a in m.feiten.aanbod),
    ),
    Voorwaarde(
        H.PARTICIPATIE_BEEINDIGEN,
        "Er is geen duaal traject dat nog loopt.",
        _PIP,
        lambda m: any(p.einde is None for p in m.feiten.participaties),
    ),
    Voorwaarde(
        H.PVT_STARTEN,
        "Het participatieverklaringstraject is al begonnen.",
        _PVT_MAP,
        lambda m: not m.feiten.pvt,
    ),
    Voorwaarde(
        H.PVT_ONDERTEKENEN,
        "Start eerst het participatieverklaringstraject.",
        _PVT_MAP,
        lambda m: m.feiten.pvt,
    ),
    Voorwaarde(
        H.PVT_ONDERTEKENEN,
        "De participatieverklaring is al ondertekend.",
        _PVT_MAP,
        lambda m: any(p.ondertekend_op is None for p in m.feiten.pvt),
    ),
    Voorwaarde(
        H.PVT_ONDERTEKENEN,
        "De inburgeringstermijn is nog niet begonnen. Stel eerst het PIP vast.",
        Bron("DUO", "MapPvtZroute", A),
        lambda m: m.vastgesteld or m.zonder_plicht,
        gebruikt=uitleg.laatste("pips"),
    ),
    Voorwaarde(
        H.MAP_STARTEN,
        "De MAP hoort niet bij de onderwijsroute.",
        _GEEN_MAP,
        _route_met_map,
        gebruikt=uitleg.leerroute,
    ),
    Voorwaarde(
        H.MAP_STARTEN, "De MAP is al begonnen.", _PVT_MAP, lambda m: not m.feiten.map
    ),
    Voorwaarde(
        H.MAP_AFRONDEN,
        "Start eerst de MAP.",
        _PVT_MAP,
        lambda m: m.feiten.map,
    ),
    Voorwaarde(
        H.MAP_AFRONDEN,
        "Het eindgesprek van de MAP is al gevoerd.",
        _PVT_MAP,
        lambda m: any(r.eindgesprek_op is None for r in m.feiten.map),
    ),
    Voorwaarde(
        H.ZROUTE_AFRONDEN,
        "De leerroute is niet de Z-route.",
        _Z,
        lambda m: m.leerroute == Leerroute.Z,
        gebruikt=uitleg.leerroute,
    ),
    Voorwaarde(
        H.ZROUTE_AFRONDEN,
        "De Z-route is al afgerond.",
        _Z,
        lambda m: not m.feiten.z_afrondingen,
    ),
    Voorwaarde(
        H.ZROUTE_AFRONDEN,
        "Het PVT is nog niet afgerond. Leg eerst de ondertekening vast.",
        _Z,
        _gehaald(Onderdeel.PVT),
        gebruikt=uitleg.onderdelen(Onderdeel.PVT),
        feit="pvt_ondertekend",
        label="Ondertekende participatieverklaring",
        toon_in=frozenset({S.LEERROUTE}),
    ),
    Voorwaarde(
        H.ZROUTE_AFRONDEN,
        "De MAP is nog niet afgerond. Leg eerst het eindgesprek vast.",
        _Z,
        _gehaald(Onderdeel.MAP),
        gebruikt=uitleg.onderdelen(Onderdeel.MAP),
        feit="map_eindgesprek",
        label="Eindgesprek van de MAP",
        toon_in=frozenset({S.LEERROUTE}),
    ),
    Voorwaarde(
        H.ZROUTE_AFRONDEN,
        "Het aantal uren van de Z-route is nog niet gehaald. Leg eerst de gevolgde uren "
        "vast.",
        _Z_UREN,
        _gehaald(Onderdeel.TAALUREN, Onderdeel.PARTICIPATIE_UREN),
        gebruikt=uitleg.onderdelen(Onderdeel.TAALUREN, Onderdeel.PARTICIPATIE_UREN),
        feit="z_uren",
        label="Uren van de Z-route",
        toon_in=frozenset({S.LEERROUTE}),
    ),
    *verblijf.VOORWAARDEN,
    *aanvraag.VOORWAARDEN,
    *afspraken.VOORWAARDEN,
    *ontzorgen.VOORWAARDEN,
    *begeleiding.VOORWAARDEN,
    *handhaving.VOORWAARDEN,
    *bezwaar.VOORWAARDEN,
)


# Op welke rij een handeling nog kan werken; een rij die dat al heeft, wordt hersteld en
# niet overschreven.
OPEN_RIJ: Mapping[Handeling, Callable[[Any], bool]] = {
    H.INTAKE_AFRONDEN: lambda i: i.afgerond_op is None,
    H.PIP_BESPREKEN: lambda p: p.status != PIPStatus.VASTGESTELD,
    H.PIP_VASTSTELLEN: lambda p: p.status != PIPStatus.VASTGESTELD,
    H.PIP_VERSTUREN: lambda p: (
        p.status == PIPStatus.VASTGESTELD
        and p.verstuurd_op is None
        and not komt_van_elders(p)
    ),
    H.AANBOD_STARTEN: lambda a: a.begonnen_op is None and a.beeindigd_op is None,
    H.AANBOD_BEEINDIGEN: lambda a: a.beeindigd_op is None,
    H.PARTICIPATIE_BEEINDIGEN: lambda p: p.einde is None,
    H.PVT_ONDERTEKENEN: lambda p: p.ondertekend_op is None,
    H.MAP_AFRONDEN: lambda r: r.eindgesprek_op is None,
    H.TRAJECT_HEROPENEN: lambda a: a.heropend_op is None,
    **verblijf.OPEN_RIJ,
    **aanvraag.OPEN_RIJ,
    **afspraken.OPEN_RIJ,
    **ontzorgen.OPEN_RIJ,
    **begeleiding.OPEN_RIJ,
    **handhaving.OPEN_RIJ,
    **bezwaar.OPEN_RIJ,
}


def is_open_rij(handeling: Handeling, rij: Feit) -> bool:
    """Of de handeling op deze rij nog kan."""
    return handeling not in OPEN_RIJ or OPEN_RIJ[handeling](rij)


def rij_voor(handeling: Handeling, rijen: Sequence[F]) -> F | None:
    """De rij die een handeling aanvult als niemand er een koos: de laatste open rij."""
    open_ = [rij for rij in rijen if is_open_rij(handeling, rij)]
    gekozen = open_ or rijen
    return gekozen[-1] if gekozen else None


def _per_handeling() -> Mapping[Handeling, tuple[Voorwaarde, ...]]:
    return {h: tuple(v for v in VOORWAARDEN if v.voor == h) for h in Handeling}


PER_HANDELING = _per_handeling()

MAG = Oordeel(toegestaan=True)


def _in_woorden(statussen: Iterable[Trajectstatus]) -> str:
    labels = [s.label.lower() for s in Trajectstatus if s in set(statussen)]
    return (
        " of ".join([", ".join(labels[:-1]), labels[-1]]) if labels[1:] else labels[0]
    )


HEEFT_PLICHT = frozenset(S) - {S.GEVOLGD, S.AFGESLOTEN}


def _reden_toestand(handeling: Handeling, status: Trajectstatus) -> str:
    """Waarom een handeling in deze toestand niet kan, en wat dan te doen."""
    van = HANDELINGEN[handeling].van
    if not van:
        return "Het traject is al geregistreerd."
    if status == S.GEVOLGD and van <= HEEFT_PLICHT:
        return (
            "Deze persoon wordt gevolgd zonder plicht: er is geen PIP, geen termijn en "
            "geen boete (niet bevestigd)."
        )
    if status == S.AFGESLOTEN:
        return "Het dossier is afgesloten. Heropen het eerst."
    if handeling == H.TRAJECT_HEROPENEN:
        return "Het dossier is niet afgesloten."
    return (
        f"Dit kan bij de stand: {_in_woorden(van)}. Nu is het: {status.label.lower()}."
    )


def _oordelen_per_toestand() -> Mapping[Trajectstatus, Mapping[Handeling, Oordeel]]:
    return {
        status: {
            h: MAG
            if status in regel.van
            else Oordeel(
                False,
                _reden_toestand(h, status),
                regel.bron,
                (("Stand", status.label),),
            )
            for h, regel in HANDELINGEN.items()
        }
        for status in Trajectstatus
    }


# Vooraf berekend: alleen de handelingen met eigen voorwaarden vragen nog werk.
_BASIS = _oordelen_per_toestand()
_TE_TOETSEN: Mapping[
    Trajectstatus, tuple[tuple[Handeling, tuple[Voorwaarde, ...]], ...]
]
_TE_TOETSEN = {
    status: tuple(
        (h, PER_HANDELING[h])
        for h, regel in HANDELINGEN.items()
        if status in regel.van and PER_HANDELING[h]
    )
    for status in Trajectstatus
}
_TE_TONEN: Mapping[Trajectstatus, tuple[Handeling, ...]] = {
    status: tuple(dict.fromkeys(v.voor for v in VOORWAARDEN if status in v.toon_in))
    for status in Trajectstatus
}


def gebruikt_bij(v: Voorwaarde, m: Moment) -> tuple[Gebruikt, ...]:
    """De feiten waar een voorwaarde naar keek."""
    return (v.gebruikt or uitleg.VAN_HANDELING[v.voor])(m)


def _ontbrekend(handeling: Handeling, m: Moment) -> Iterable[Ontbrekend]:
    """De feiten die voor deze handeling nog nodig zijn, tot de eerste echte blokkade."""
    for v in PER_HANDELING[handeling]:
        if v.vervuld(m):
            continue
        if not v.feit:
            return
        if m.status in v.toon_in:
            gebruikt = gebruikt_bij(v, m)
            yield Ontbrekend(v.feit, v.label, handeling, v.bron, gebruikt)


def oordelen(m: Moment) -> Mapping[Handeling, Oordeel]:
    """Per handeling of zij kan, en zo niet: waarom niet."""
    gevonden = dict(_BASIS[m.status])
    for handeling, voorwaarden in _TE_TOETSEN[m.status]:
        for v in voorwaarden:
            if not v.vervuld(m):
                gebruikt = gebruikt_bij(v, m)
                gevonden[handeling] = Oordeel(False, v.reden, v.bron, gebruikt)
                break
    return gevonden


def ontbrekende_feiten(m: Moment) -> tuple[Ontbrekend, ...]:
    """De feiten die voor de volgende stap nog nodig zijn."""
    return tuple(o for h in _TE_TONEN[m.status] for o in _ontbrekend(h, m))


def eis_toegestaan(handeling: Handeling, stand: Stand) -> None:
    """Weiger een handeling die nu niet kan, met de reden en het artikel."""
    oordeel = stand.handelingen[handeling]
    if not oordeel.toegestaan:
        bron = oordeel.bron or HANDELINGEN[handeling].bron
        raise NietToegestaan(oordeel.reden, bron, gebruikt=oordeel.gebruikt)


def is_van_buiten(handeling: Handeling) -> bool:
    """Of de handeling een feit van buiten vastlegt, dat nooit wordt geweigerd."""
    return HANDELINGEN[handeling].aard is Aard.FEIT_VAN_BUITEN
