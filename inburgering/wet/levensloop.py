"""De toestanden van een traject en de pijlen ertussen.

De toestand wordt nooit gezet maar volgt uit de feiten (``TOESTANDEN``, van boven naar
beneden: de eerste die past). ``OVERGANGEN`` zegt welke handeling of welk feit van de ene
toestand naar de andere kan leiden; ``wet.stand`` en deze tabel zeggen hetzelfde (test).

Artikelen: Wi2021 art. 3-8, 11, 14 en 15; wat DUO beslist, gaat voor.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from inburgering.wet.begrippen import Trajectstatus
from inburgering.wet.handelingen import NIET_AFGESLOTEN, Handeling


S, H = Trajectstatus, Handeling


@dataclass(frozen=True, slots=True)
class Mijlpalen:
    """De dagen waaruit de toestand volgt; None is (nog) niet gebeurd.

    ``zonder_plicht``: op deze dag was er geen plicht en volgt de gemeente iemand wel.
    """

    intake_gestart_op: date | None = None
    intake_afgerond_op: date | None = None
    eerste_dagtekening: date | None = None
    alle_onderdelen_behaald_op: date | None = None
    opgeschort_sinds: date | None = None
    voldaan_op: date | None = None
    geeindigd_op: date | None = None
    zonder_plicht: bool = False
    afgesloten_op: date | None = None


# De eerste rij die past, is de toestand. DUO en het afsluiten gaan voor onze stappen.
TOESTANDEN: tuple[tuple[Trajectstatus, Callable[[Mijlpalen], object]], ...] = (
    (S.AFGESLOTEN, lambda m: m.afgesloten_op),
    (S.GEVOLGD, lambda m: m.zonder_plicht),
    (S.VOLDAAN, lambda m: m.voldaan_op),
    (S.GEEINDIGD, lambda m: m.geeindigd_op),
    (S.OPGESCHORT, lambda m: m.opgeschort_sinds),
    (S.ONDERDELEN_BEHAALD, lambda m: m.alle_onderdelen_behaald_op),
    (S.LEERROUTE, lambda m: m.eerste_dagtekening),
    (S.PIP, lambda m: m.intake_afgerond_op),
    (S.INTAKE, lambda m: m.intake_gestart_op),
)


def toestand(mijlpalen: Mijlpalen) -> Trajectstatus:
    """De toestand die bij deze mijlpalen hoort."""
    for status, past in TOESTANDEN:
        if past(mijlpalen):
            return status
    return S.AANGEMELD


@dataclass(frozen=True)
class Overgang:
    """Een pijl: van, naar, en waardoor (een handeling, of het verstrijken van tijd)."""

    van: Trajectstatus
    naar: Trajectstatus
    door: Handeling | None
    feit: str = ""


BEHAALT = (
    H.EXAMEN_VASTLEGGEN,
    H.PVT_ONDERTEKENEN,
    H.MAP_AFRONDEN,
    H.ZROUTE_AFRONDEN,
    H.UREN_VASTLEGGEN,
    H.DUOBESLUIT_VASTLEGGEN,
    H.PIP_VASTSTELLEN,
)
STAPPEN = (S.AANGEMELD, S.INTAKE, S.PIP, S.LEERROUTE, S.ONDERDELEN_BEHAALD)
LEVEND = tuple(status for status in S if status in NIET_AFGESLOTEN)
EINDE_PLICHT = (S.VOLDAAN, S.GEEINDIGD)
INGANG = "de ingangsdag van een besluit van DUO is bereikt"
AOW = "de AOW-leeftijd is bereikt, of een besluit van DUO gaat in"
GROEP = (
    "de ingangsdag van een wijziging van groep of van een besluit van DUO is bereikt"
)
PLICHT = "de eerste dag van de plicht is bereikt"


def _door_duo(van: Trajectstatus, naar: Trajectstatus) -> tuple[Overgang, Overgang]:
    """Een besluit van DUO werkt meteen, of op een latere ingangsdag."""
    return (
        Overgang(van, naar, H.DUOBESLUIT_VASTLEGGEN),
        Overgang(van, naar, None, AOW if naar == S.GEEINDIGD else INGANG),
    )


OVERGANGEN: tuple[Overgang, ...] = (
    Overgang(S.AANGEMELD, S.INTAKE, H.INTAKE_STARTEN),
    Overgang(S.INTAKE, S.PIP, H.INTAKE_AFRONDEN),
    Overgang(S.PIP, S.LEERROUTE, H.PIP_VASTSTELLEN),
    Overgang(S.PIP, S.ONDERDELEN_BEHAALD, H.PIP_VASTSTELLEN, "alles al eerder behaald"),
    *(
        Overgang(van, naar, H.PIP_OVERNEMEN, "PIP van een andere gemeente")
        for van in (S.AANGEMELD, S.INTAKE, S.PIP)
        for naar in (S.LEERROUTE, S.ONDERDELEN_BEHAALD)
    ),
    *(Overgang(S.LEERROUTE, S.ONDERDELEN_BEHAALD, door) for door in BEHAALT),
    *(
        Overgang(van, naar, door, "andere eisen" if door else GROEP)
        for van, naar in (
            (S.LEERROUTE, S.ONDERDELEN_BEHAALD),
            (S.ONDERDELEN_BEHAALD, S.LEERROUTE),
        )
        for door in (H.PIP_OVERNEMEN, H.GROEP_WIJZIGEN, None)
    ),
    Overgang(
        S.ONDERDELEN_BEHAALD,
        S.LEERROUTE,
        H.DUOBESLUIT_VASTLEGGEN,
        "ander besluit over een onderdeel",
    ),
    *(o for van in STAPPEN for o in _door_duo(van, S.OPGESCHORT)),
    *(
        o
        for van in (*STAPPEN, S.OPGESCHORT)
        for naar in EINDE_PLICHT
        for o in _door_duo(van, naar)
    ),
    *(o for o in _door_duo(S.VOLDAAN, S.GEEINDIGD)),
    *(o for o in _door_duo(S.GEEINDIGD, S.VOLDAAN)),
    *(
        Overgang(
            S.OPGESCHORT, naar, H.DUOBESLUIT_VASTLEGGEN, "vrijstelling ingetrokken"
        )
        for naar in STAPPEN
    ),
    *(
        Overgang(S.OPGESCHORT, naar, None, "de tijdelijke vrijstelling is afgelopen")
        for naar in STAPPEN
    ),
    *(
        Overgang(van, S.GEEINDIGD, H.TRAJECT_AANVULLEN, "overleden")
        for van in (*STAPPEN, S.OPGESCHORT)
    ),
    # Gevolgd zonder plicht: de plicht begint later, of de gemeente volgt verder na een
    # plicht die eindigde.
    *(
        Overgang(van, naar, H.TRAJECT_AANVULLEN, "wel of geen plicht")
        for ander in LEVEND
        if ander != S.GEVOLGD
        for van, naar in ((ander, S.GEVOLGD), (S.GEVOLGD, ander))
    ),
    *(Overgang(S.GEVOLGD, naar, None, PLICHT) for naar in (*STAPPEN, S.OPGESCHORT)),
    *(o for van in (*STAPPEN, S.OPGESCHORT) for o in _door_duo(van, S.GEVOLGD)),
    *(Overgang(van, S.AFGESLOTEN, H.TRAJECT_AFSLUITEN) for van in LEVEND),
    *(Overgang(S.AFGESLOTEN, naar, H.TRAJECT_HEROPENEN) for naar in LEVEND),
)
BEGIN = S.AANGEMELD
EINDE = frozenset({S.AFGESLOTEN})

PIJLEN = frozenset((o.van, o.naar) for o in OVERGANGEN)
PIJLEN_DOOR = frozenset((o.van, o.naar, o.door) for o in OVERGANGEN)


def mag_overgang(
    van: Trajectstatus, naar: Trajectstatus, door: Handeling | None = None
) -> bool:
    """Of deze pijl bestaat; blijven waar men is mag altijd.

    ``door`` None vraagt naar de pijl langs welke weg dan ook.
    """
    if van == naar:
        return True
    if door is None:
        return (van, naar) in PIJLEN
    return (van, naar, door) in PIJLEN_DOOR


def mermaid() -> str:
    """Het toestandsdiagram als Mermaid-tekst: een regel per pijl, met zijn redenen."""
    redenen: dict[tuple[Trajectstatus, Trajectstatus], list[str]] = {}
    for o in OVERGANGEN:
        wat = o.door.label if o.door else o.feit
        redenen.setdefault((o.van, o.naar), []).append(wat)
    regels = ["stateDiagram-v2", f"    [*] --> {BEGIN.value}"]
    regels += [f'    state "{status.label}" as {status.value}' for status in S]
    regels += [
        f"    {van.value} --> {naar.value}: {', '.join(wat)}"
        for (van, naar), wat in redenen.items()
    ]
    regels += [f"    {status.value} --> [*]" for status in S if status in EINDE]
    return "\n".join(regels) + "\n"
