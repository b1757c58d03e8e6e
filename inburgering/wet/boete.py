"""Wat DUO kan doen als de inburgeringstermijn voorbij is: ter informatie.

DUO beslist over een boete en een nieuwe termijn; de gemeente niet. Hier staat wat er kan
volgen, zodat een medewerker het kan uitleggen. Wat DUO echt besluit, wordt vastgelegd als
besluit van DUO en bepaalt dan de termijn.

Artikelen: Wi2021 art. 24-26, Besluit art. 7.2. De tabel van de nieuwe termijn komt uit
een enkele bron. Welke examens DUO meetelt is niet bekend: hier de vier taalexamens.
"""

from dataclasses import dataclass
from datetime import date

from inburgering.wet.begrippen import (
    TAALONDERDELEN,
    Doelgroep,
    DUOBesluitsoort,
    Leerroute,
    Onderdeel,
)
from inburgering.wet.bron import Bron, Zekerheid
from inburgering.wet.handelingen import Handeling
from inburgering.wet.keuze import Keuze
from inburgering.wet.moment import Moment
from inburgering.wet.parameters import Parameter
from inburgering.wet.regels import Geval, Tijdelijk, Toets, botst, melding, rij_op


A, B, C, D = Zekerheid.A, Zekerheid.B, Zekerheid.C, Zekerheid.D
BOETE = Bron("Wi2021", "24 en 25", B)
NIEUW = Bron("Besluit", "7.2", C)
EERSTE_UITSPRAAK = Bron("rechtspraak", "HvJ EU 4-2-2025", B)
UITSPRAKEN = Bron("rechtspraak", "HvJ EU 4-2-2025, RvS 9-7-2025 en 18-2-2026", B)
# De dag waarna een boete voor asielstatushouders niet meer vanzelf volgt, en de dagen
# waarop de Raad van State dat overnam en uitbreidde tot oudere besluiten.
HVJ, RVS, RVS_OUDER = date(2025, 2, 4), date(2025, 7, 9), date(2026, 2, 18)


class Telling(Keuze):
    """Waarnaar DUO kijkt voor de lengte van de nieuwe termijn."""

    EXAMENS = "examens", "gehaalde taalexamens"
    CURSUSUREN = "cursusuren", "gevolgde cursusuren (Z-route)"
    PVT_MAP = "pvt_map", "open: PVT en MAP"


@dataclass(frozen=True)
class Lengte(Tijdelijk):
    """Een rij van de tabel: tot en met ``tot`` de maanden van ``getal``.

    De rijen van een telling staan op volgorde: de eerste waar het aantal onder valt, telt,
    en boven de laatste telt de laatste. Het aantal maanden is een ``Parameter``, en is dus
    gedateerd en zolang het niet bevestigd is door de gemeente in te stellen. Ook een grens
    in uren is dat: dan is ``tot`` de naam van het getal.
    """

    telling: Telling
    tot: int | str
    getal: str
    bron: Bron = NIEUW

    def valt_onder(self, aantal: int, m: Moment) -> bool:
        """Of dit aantal niet boven de grens van de rij ligt."""
        grens = m.regel(self.tot).waarde if isinstance(self.tot, str) else self.tot
        return aantal <= grens


E, U, PM = Telling.EXAMENS, Telling.CURSUSUREN, Telling.PVT_MAP
LENGTES: tuple[Lengte, ...] = (
    Lengte(E, 0, "nieuwe_termijn_geen_examen"),
    Lengte(E, 1, "nieuwe_termijn_een_examen"),
    Lengte(E, 2, "nieuwe_termijn_twee_examens"),
    Lengte(E, 4, "nieuwe_termijn_meer_examens"),
    Lengte(U, "nieuwe_termijn_urengrens_1", "nieuwe_termijn_uren_1"),
    Lengte(U, "nieuwe_termijn_urengrens_2", "nieuwe_termijn_uren_2"),
    Lengte(U, "nieuwe_termijn_urengrens_3", "nieuwe_termijn_uren_3"),
    Lengte(U, 800, "nieuwe_termijn_uren_4"),
    Lengte(PM, 1, "nieuwe_termijn_pvt_of_map"),
    Lengte(PM, 2, "nieuwe_termijn_pvt_en_map"),
)


@dataclass(frozen=True)
class Boeteregel(Tijdelijk):
    """Of DUO asielstatushouders een boete oplegt."""

    boete: bool
    betekenis: str
    bron: Bron


ASIELSTATUSHOUDERS: tuple[Boeteregel, ...] = (
    Boeteregel(
        True,
        "een boete kon, maar DUO inde haar een tijd niet; de bronnen verschillen over "
        "het begin (maart 2023 of februari 2025)",
        Bron("Wi2021", "24 en 25", D),
        geldig_tot=HVJ,
    ),
    *(
        Boeteregel(
            False,
            "voor asielstatushouders geen boete",
            bron,
            geldig_vanaf=vanaf,
            geldig_tot=tot,
        )
        for vanaf, tot, bron in (
            (HVJ, RVS, EERSTE_UITSPRAAK),
            (RVS, RVS_OUDER, Bron("rechtspraak", "HvJ EU 4-2-2025 en RvS 9-7-2025", B)),
            (RVS_OUDER, None, UITSPRAKEN),
        )
    ),
)


def asielregel(dag: date) -> Boeteregel:
    """De rij voor asielstatushouders op die dag."""
    return rij_op(ASIELSTATUSHOUDERS, dag)


@dataclass(frozen=True)
class Mogelijk:
    """Een boete die DUO hoogstens kan opleggen, en waarvoor."""

    waarvoor: str
    regel: Parameter


@dataclass(frozen=True)
class Overschrijding:
    """Wat er kan volgen als de termijn voorbij is en er nog iets open staat."""

    geen_boete: Boeteregel | None
    boetes: tuple[Mogelijk, ...]
    lengte: Parameter


LOS = (Onderdeel.PVT, Onderdeel.MAP)
TAALUREN = Onderdeel.TAALUREN


def rij_bij(telling: Telling, aantal: int, m: Moment) -> Lengte:
    """De rij van de tabel bij dit aantal, zoals zij op de peildatum geldt."""
    rijen = [r for r in LENGTES if r.telling is telling and r.geldt_op(m.peildatum)]
    return next((r for r in rijen if r.valt_onder(aantal, m)), rijen[-1])


def _lengtes(m: Moment, open_: set[Onderdeel]) -> list[Parameter]:
    """De maanden die passen: van de leerroute, en van PVT en MAP."""
    tellingen: list[tuple[Telling, int]] = []
    if open_ - set(LOS):
        if m.leerroute == Leerroute.Z:
            uren = sum(o.bereikt or 0 for o in m.onderdelen if o.onderdeel == TAALUREN)
            tellingen.append((U, uren))
        else:
            talen = (o for o in m.onderdelen if o.onderdeel in TAALONDERDELEN)
            tellingen.append((E, sum(o.gehaald for o in talen)))
    if los := len(open_ & set(LOS)):
        tellingen.append((PM, los))
    return [m.regel(rij_bij(telling, n, m).getal) for telling, n in tellingen]


def _boetes(m: Moment, open_: set[Onderdeel]) -> tuple[Mogelijk, ...]:
    gevonden = []
    if open_ - set(LOS):
        gevonden.append(
            Mogelijk("de leerroute is niet af", m.regel("duo_boete_leerroute_maximum"))
        )
    if Onderdeel.PVT in open_:
        gevonden.append(Mogelijk("het PVT is niet af", m.regel("duo_boete_pvt")))
    if Onderdeel.MAP in open_:
        gevonden.append(Mogelijk("de MAP is niet af", m.regel("duo_boete_map")))
    return tuple(gevonden)


def geen_boete(m: Moment) -> Boeteregel | None:
    """De rij waardoor deze persoon geen boete van DUO krijgt, of None."""
    if m.traject.doelgroep != Doelgroep.ASIELSTATUSHOUDER:
        return None
    regel = asielregel(m.peildatum)
    return None if regel.boete else regel


def bij_overschrijding(m: Moment) -> Overschrijding | None:
    """Wat er volgt als de termijn nu voorbij zou zijn; None als dat niet kan.

    Van meer termijnen telt de langste; zij worden niet opgeteld.
    """
    open_ = {o.onderdeel for o in m.onderdelen if not o.gehaald}
    if not open_ or m.einde_op is not None or m.zonder_plicht:
        return None
    vrij = geen_boete(m)
    langste = max(_lengtes(m, open_), key=lambda regel: regel.waarde)
    return Overschrijding(vrij, () if vrij else _boetes(m, open_), langste)


# --- Wat DUO besloot ------------------------------------------------------------------

_SOORTEN = (DUOBesluitsoort.BOETE, DUOBesluitsoort.BOETE_AANGEKONDIGD)


def _boete_voor_asiel(g: Geval) -> str:
    if g.waarde("soort") not in _SOORTEN or geen_boete(g.m) is None:
        return ""
    return (
        "DUO legt asielstatushouders geen boete meer op. Controleer de groep en vraag het "
        "DUO na."
    )


def _boete_te_hoog(g: Geval) -> str:
    if g.waarde("soort") != DUOBesluitsoort.BOETE:
        return ""
    namen = ("duo_boete_leerroute_maximum", "duo_boete_pvt", "duo_boete_map")
    hoogste = sum(g.m.regel(naam).waarde for naam in namen)
    if g.getal("bedrag") <= hoogste:
        return ""
    return f"DUO legt samen hoogstens {hoogste} euro op. Controleer het bedrag."


def _boete_zonder_plicht(g: Geval) -> str:
    if g.waarde("soort") not in _SOORTEN or not g.m.zonder_plicht:
        return ""
    return "Deze persoon heeft bij ons geen inburgeringsplicht. Controleer het besluit."


_DUO = (Handeling.DUOBESLUIT_VASTLEGGEN,)
TOETSEN: tuple[Toets, ...] = (
    botst(_DUO, "soort", EERSTE_UITSPRAAK, "geen boete bij asiel", _boete_voor_asiel),
    melding(_DUO, "bedrag", BOETE, "hoogste boete van DUO", _boete_te_hoog),
    botst(_DUO, "soort", Bron("Wi2021", "3", B), "een plicht", _boete_zonder_plicht),
)
