"""De inburgeringstermijn: begin, einde, stilstand, verlenging en een nieuwe termijn.

Artikelen: Wi2021 art. 11 (drie jaar, vanaf de dag na het eerste PIP), 12 (DUO verlengt),
26 (nieuwe termijn na overschrijding), Besluit art. 4.1 en 4.5 (vragen in het laatste half
jaar van de termijn zoals die dan is).

DUO beslist. Verlengingen tellen niet op: het einde dat DUO het laatst gaf, geldt, ook als
er over dezelfde tijd meer redenen waren. Wijst een later besluit een eerder einde aan, dan
is dat een tegenstrijdigheid. Een tijdelijke vrijstelling legt de termijn stil; de dagen
van vrijstellingen die over elkaar heen vallen, tellen eenmaal. Hoe DUO herrekent is niet
bekend: tot DUO het einde geeft, komt de stilstand erbij (niet bevestigd).
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from itertools import pairwise

from inburgering.wet.begrippen import (
    Aanvraagsoort,
    DUOBesluitsoort,
    Termijnsoort,
    Trajectstatus,
)
from inburgering.wet.bron import Bron, Zekerheid
from inburgering.wet.feiten import DUOBesluit
from inburgering.wet.kalender import DAG, plus_jaren, plus_maanden
from inburgering.wet.moment import Moment, Opschorting, komt_van_elders
from inburgering.wet.regels import DUUR, LOOPT, Tegenstrijdigheid, Termijnregel, nl
from inburgering.wet.uitkomst import Gebruikt, Melding, Termijn


A, C, D = Zekerheid.A, Zekerheid.C, Zekerheid.D
S, T = Trajectstatus, Termijnsoort
EERSTE_PIP = "Dagtekening van het eerste PIP"
EINDE_TERMIJN = "Laatste dag van de inburgeringstermijn"
STILSTAND_VERANDERD = "Besluit van DUO over de stilstand"

NA_VERHUIZING = Bron(
    "Wi2021", "11 lid 3", D, "dat de termijn doorloopt na een verhuizing is afgeleid"
)

HERREKENEN = Bron("DUO", "SS130", A)
AFGELEID = Bron("Wi2021", "4 en 11", D, "DUO herrekent de termijn")

# Waarmee DUO de termijn een ander einde geeft, en hoe dat heet.
NIEUW_EINDE: Mapping[DUOBesluitsoort, tuple[str, Bron]] = {
    DUOBesluitsoort.VERLENGING: ("verlengd door DUO", Bron("Wi2021", "12", A)),
    DUOBesluitsoort.NIEUWE_TERMIJN: (
        "nieuwe termijn van DUO na overschrijding",
        Bron("Wi2021", "26", C),
    ),
}


def einden_van_duo(m: Moment) -> tuple[DUOBesluit, ...]:
    """De besluiten van DUO die de termijn een einde gaven, van oud naar nieuw."""
    return tuple(
        b for b in m.feiten.duo_besluiten if b.soort in NIEUW_EINDE and b.einddatum
    )


def laatste_verlenging(m: Moment) -> DUOBesluit | None:
    """Het laatste besluit van DUO met een nieuwe einddatum: verlengd, of een nieuwe."""
    einden = einden_van_duo(m)
    return einden[-1] if einden else None


def gewoon_einde(m: Moment, begin: date) -> date:
    """Het einde zonder verlenging of stilstand (Wi2021 art. 11 lid 1)."""
    return plus_jaren(begin, m.regel_vanaf("termijn_jaren", begin).waarde)


def _einde_tot_nu(m: Moment, begin: date) -> tuple[date, date]:
    """Het einde zonder de stilstand die nog meetelt, en vanaf wanneer die meetelt."""
    besluit = laatste_verlenging(m)
    if besluit is None or besluit.einddatum is None:
        return gewoon_einde(m, begin), date.min
    return besluit.einddatum, besluit.besloten_op


def _samengevoegd(stil: Iterable[Opschorting]) -> list[tuple[date, date]]:
    """De tijden van stilstand met een bekend einde, zonder overlap."""
    tijden: list[tuple[date, date]] = []
    for begin, einde in sorted((s.begin, s.einde) for s in stil if s.einde):
        if tijden and begin <= tijden[-1][1]:
            tijden[-1] = (tijden[-1][0], max(einde, tijden[-1][1]))
        else:
            tijden.append((begin, einde))
    return tijden


def stilstand(m: Moment, begin: date, einde: date, na: date) -> timedelta:
    """Hoe lang de termijn stil lag, voor zover begonnen na een besluit van DUO.

    Dagen waarop meer vrijstellingen golden, tellen eenmaal. Wat begint als de termijn, met
    de stilstand tot dan, al voorbij is, legt haar niet meer stil.
    """
    totaal = timedelta()
    for van, tot in _samengevoegd(s for s in m.opschortingen if s.begin >= na):
        if van < einde + totaal:
            totaal += max(timedelta(), tot - max(van, begin))
    return totaal


def stilstand_na_besluit(m: Moment) -> Opschorting | None:
    """De stilstand waarover DUO besloot nadat het de termijn een einde gaf.

    Zij begon voor dat besluit; of de dagen erin zitten is niet bekend, en DUO herrekent
    (SS130). Wat na het besluit begon, telt ``stilstand``.
    """
    besluit = laatste_verlenging(m)
    if besluit is None:
        return None
    na = besluit.besloten_op
    later = [s for s in m.opschortingen if s.begin < na < s.besloten_op]
    return later[-1] if later else None


def inburgeringstermijn(m: Moment) -> Termijn | None:
    """De termijn voor alle onderdelen; None zonder PIP of als het einde onbekend is."""
    if m.eerste_dagtekening is None or staat_stil_zonder_einde(m):
        return None
    begin = m.eerste_dagtekening + DAG
    besluit = laatste_verlenging(m)
    regel = m.regel_vanaf("termijn_jaren", begin)
    reden = f"{regel.duur} na het eerste PIP van {nl(m.eerste_dagtekening)}"
    (einde, na), bron = _einde_tot_nu(m, begin), Bron("Wi2021", "11 lid 1-3", A)
    if komt_van_elders(m.vastgesteld[0]):
        bron = NA_VERHUIZING
    gebruikt: tuple[Gebruikt, ...] = (
        (EERSTE_PIP, m.eerste_dagtekening),
        (DUUR, regel.in_woorden),
    )
    if besluit is not None and besluit.einddatum is not None:
        hoe, bron = NIEUW_EINDE[besluit.soort]
        reden = f"{hoe} op {nl(besluit.besloten_op)}"
        gebruikt = (
            (EERSTE_PIP, m.eerste_dagtekening),
            ("Besluit van DUO", besluit.besloten_op),
            ("Laatste dag volgens DUO", einde - DAG),
        )
    extra = stilstand(m, begin, einde, na)
    if extra:
        einde += extra
        reden += f", en {extra.days} dagen stilstand (niet bevestigd)"
        bron = AFGELEID
        gebruikt = (*gebruikt, ("Dagen stilstand", extra.days))
    if onzeker := stilstand_na_besluit(m):
        reden += "; daarna veranderde de stilstand en DUO herrekent (niet bevestigd)"
        bron = AFGELEID
        gebruikt = (*gebruikt, (STILSTAND_VERANDERD, onzeker.besloten_op))
    voldaan_op = m.mijlpalen.alle_onderdelen_behaald_op or m.mijlpalen.voldaan_op
    return Termijn(
        T.INBURGERINGSTERMIJN,
        begin,
        einde,
        einde - DAG,
        reden,
        bron,
        voldaan_op,
        gebruikt=gebruikt,
    )


def staat_stil_zonder_einde(m: Moment) -> bool:
    """Of een tijdelijke vrijstelling loopt waarvan het einde niet bekend is.

    Begon zij na het einde van de termijn, dan valt er niets meer stil te leggen.
    """
    open_ = [s for s in m.opschortingen if s.einde is None and s.duurt_op(m.peildatum)]
    if not open_ or m.eerste_dagtekening is None:
        return bool(open_)
    begin = m.eerste_dagtekening + DAG
    einde, na = _einde_tot_nu(m, begin)
    return min(s.begin for s in open_) < einde + stilstand(m, begin, einde, na)


def verlenging_vragen(m: Moment) -> Termijn | None:
    """In welke tijd verlenging kan worden gevraagd; klaar als het is gevraagd."""
    heel = inburgeringstermijn(m)
    if heel is None:
        return None
    regel = m.regel_vanaf("verlenging_maanden_vooraf", heel.begin)
    begin = plus_maanden(heel.einde, -regel.waarde)
    gedaan = [
        b.besloten_op
        for b in m.feiten.duo_besluiten
        if b.soort == DUOBesluitsoort.VERLENGING_AFGEWEZEN
    ]
    gedaan += [
        a.ingediend_op
        for a in m.feiten.aanvragen
        if a.soort == Aanvraagsoort.VERLENGING
    ]
    return Termijn(
        T.VERLENGING_VRAGEN,
        begin,
        heel.einde,
        heel.uiterlijk,
        f"verlenging kan in de laatste {regel.duur} van de termijn",
        regel.bron,
        heel.voldaan_op or min((op for op in gedaan if op >= begin), default=None),
        gebruikt=((EINDE_TERMIJN, heel.uiterlijk), (DUUR, regel.in_woorden)),
    )


def _verlenging_te_vroeg(m: Moment) -> Tegenstrijdigheid | None:
    besluit = laatste_verlenging(m)
    if besluit is None or besluit.einddatum is None or m.eerste_dagtekening is None:
        return None
    eigen = gewoon_einde(m, m.eerste_dagtekening + DAG)
    if besluit.einddatum >= eigen:
        return None
    return Tegenstrijdigheid(
        f"De einddatum van DUO ({besluit.einddatum - DAG:%d-%m-%Y}) ligt voor het einde "
        f"dat bij ons eerste PIP hoort ({eigen - DAG:%d-%m-%Y}). Controleer de "
        "dagtekening van het eerste PIP bij DUO.",
        Bron("Wi2021", "11 en 12", A),
        besluit.vastgelegd_op,
        (
            (EERSTE_PIP, m.eerste_dagtekening),
            ("Laatste dag volgens DUO", besluit.einddatum - DAG),
        ),
    )


def _eerder_einde(m: Moment) -> Tegenstrijdigheid | None:
    for oud, nieuw in pairwise(einden_van_duo(m)):
        if oud.einddatum and nieuw.einddatum and nieuw.einddatum < oud.einddatum:
            return Tegenstrijdigheid(
                f"DUO gaf op {nl(oud.besloten_op)} als laatste dag van de termijn "
                f"{nl(oud.einddatum - DAG)}, en op {nl(nieuw.besloten_op)} een eerdere: "
                f"{nl(nieuw.einddatum - DAG)}. Het laatste besluit telt; vraag DUO "
                "welke dag klopt.",
                Bron("Wi2021", "12", A),
                nieuw.vastgelegd_op,
                (
                    (f"Besluit van {nl(oud.besloten_op)}", oud.einddatum - DAG),
                    (f"Besluit van {nl(nieuw.besloten_op)}", nieuw.einddatum - DAG),
                ),
            )
    return None


def _duo_herrekent(m: Moment) -> Melding | None:
    stil, heel = stilstand_na_besluit(m), inburgeringstermijn(m)
    if stil is None or heel is None or m.einde_op is not None:
        return None
    return Melding(
        f"De laatste dag van de termijn ({nl(heel.uiterlijk)}) is van voordat DUO op "
        f"{nl(stil.besloten_op)} over de stilstand vanaf {nl(stil.begin)} besloot. DUO "
        "herrekent de termijn (SS130); vraag DUO welke dag nu geldt en leg het besluit "
        "vast (niet bevestigd).",
        HERREKENEN,
        gebruikt=(
            ("Begin van de stilstand", stil.begin),
            (STILSTAND_VERANDERD, stil.besloten_op),
        ),
    )


TOELICHTINGEN: tuple[Callable[[Moment], Melding | None], ...] = (_duo_herrekent,)
TERMIJNREGELS: tuple[Termijnregel, ...] = (
    Termijnregel(T.INBURGERINGSTERMIJN, inburgeringstermijn, LOOPT | {S.OPGESCHORT}),
    Termijnregel(T.VERLENGING_VRAGEN, verlenging_vragen, frozenset({S.LEERROUTE})),
)
TEGENSTRIJDIGHEDEN: tuple[Callable[[Moment], Tegenstrijdigheid | None], ...] = (
    _verlenging_te_vroeg,
    _eerder_einde,
)
