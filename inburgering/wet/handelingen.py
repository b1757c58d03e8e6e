"""De ruggengraat: elke handeling van de wet eenmaal, met woord, artikel en pijl.

Aan dit woord hangen de toestandstabel, de bevoegdheid, de functie, het adres, de
regel in het spoor en de test. Handelingen zonder wetsartikel (notities, toewijzen)
staan in ``inburgering.authorization.werkhandelingen``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from inburgering.wet.begrippen import Trajectstatus
from inburgering.wet.bron import Bron, Zekerheid
from inburgering.wet.keuze import Keuze


class Aard(Enum):
    """Wat voor handeling het is.

    BESLUIT kan worden geweigerd met het artikel; FEIT legt vast wat de gemeente zelf
    deed en kan worden geweigerd; FEIT_VAN_BUITEN wordt altijd bewaard, met bron.
    """

    BESLUIT = "besluit"
    FEIT = "feit"
    FEIT_VAN_BUITEN = "feit_van_buiten"


class Handeling(Keuze):
    """De handelingen van de wet; de waarde is "zelfstandignaamwoord_werkwoord"."""

    TRAJECT_REGISTREREN = "traject_registreren", "Persoon registreren"
    TRAJECT_AANVULLEN = "traject_aanvullen", "Aanmelding aanvullen"
    INTAKE_STARTEN = "intake_starten", "Brede intake starten"
    INTAKE_INVULLEN = "intake_invullen", "Beginsituatie invullen"
    INTAKE_AFRONDEN = "intake_afronden", "Brede intake afronden"
    LEERBAARHEIDSTOETS_VASTLEGGEN = (
        "leerbaarheidstoets_vastleggen",
        "Leerbaarheidstoets vastleggen",
    )
    PIP_OPSTELLEN = "pip_opstellen", "PIP opstellen"
    PIP_BESPREKEN = "pip_bespreken", "PIP bespreken"
    PIP_VASTSTELLEN = "pip_vaststellen", "PIP vaststellen"
    PIP_VERSTUREN = "pip_versturen", "PIP versturen"
    PIP_OVERNEMEN = "pip_overnemen", "PIP van elders vastleggen"
    AANBOD_DOEN = "aanbod_doen", "Inburgeringsaanbod doen"
    AANBOD_STARTEN = "aanbod_starten", "Start bij aanbieder vastleggen"
    AANBOD_BEEINDIGEN = "aanbod_beeindigen", "Einde bij aanbieder vastleggen"
    PARTICIPATIE_STARTEN = "participatie_starten", "Duaal traject starten"
    PARTICIPATIE_BEEINDIGEN = "participatie_beeindigen", "Duaal traject beëindigen"
    UREN_VASTLEGGEN = "uren_vastleggen", "Gevolgde uren vastleggen"
    AFSPRAAK_MAKEN = "afspraak_maken", "Afspraak maken"
    AFSPRAAK_AFRONDEN = "afspraak_afronden", "Afspraak afronden"
    ONTZORGEN_STARTEN = "ontzorgen_starten", "Financieel ontzorgen starten"
    ONTZORGEN_BEEINDIGEN = "ontzorgen_beeindigen", "Financieel ontzorgen beëindigen"
    BEGELEIDING_STARTEN = (
        "begeleiding_starten",
        "Maatschappelijke begeleiding starten",
    )
    BEGELEIDING_BEEINDIGEN = (
        "begeleiding_beeindigen",
        "Maatschappelijke begeleiding beëindigen",
    )
    VOORTGANGSGESPREK_VOEREN = (
        "voortgangsgesprek_voeren",
        "Voortgangsgesprek vastleggen",
    )
    PVT_STARTEN = "pvt_starten", "PVT starten"
    PVT_ONDERTEKENEN = "pvt_ondertekenen", "Participatieverklaring ondertekenen"
    MAP_STARTEN = "map_starten", "MAP starten"
    MAP_AFRONDEN = "map_afronden", "MAP afronden"
    EXAMEN_AANMELDEN = "examen_aanmelden", "Aanmelding voor examen vastleggen"
    EXAMEN_VASTLEGGEN = "examen_vastleggen", "Examenuitslag vastleggen"
    ZROUTE_AFRONDEN = "zroute_afronden", "Z-route afronden"
    DUOBESLUIT_VASTLEGGEN = "duobesluit_vastleggen", "Besluit van DUO vastleggen"
    GROEP_WIJZIGEN = "groep_wijzigen", "Wijziging van groep vastleggen"
    VERHUIZING_VASTLEGGEN = "verhuizing_vastleggen", "Verhuizing vastleggen"
    VERHUIZING_OVERDRAGEN = "verhuizing_overdragen", "Overdracht vastleggen"
    AANVRAAG_VASTLEGGEN = "aanvraag_vastleggen", "Aanvraag bij DUO vastleggen"
    AANVRAAG_ADVISEREN = "aanvraag_adviseren", "Advies aan DUO vastleggen"
    HANDHAVING_MELDEN = "handhaving_melden", "Niet nagekomen afspraak vastleggen"
    HANDHAVING_ONDERZOEKEN = "handhaving_onderzoeken", "Oorzaak en hulp vastleggen"
    HANDHAVING_BESPREKEN = "handhaving_bespreken", "Gesprek over afspraak vastleggen"
    HANDHAVING_WAARSCHUWEN = "handhaving_waarschuwen", "Waarschuwing vastleggen"
    HANDHAVING_OVERWEGEN = "handhaving_overwegen", "Sanctie overwegen"
    HANDHAVING_HOREN = "handhaving_horen", "Zienswijze vastleggen"
    HANDHAVING_TOETSEN = "handhaving_toetsen", "Juridische toets vastleggen"
    HANDHAVING_BESLUITEN = "handhaving_besluiten", "Besluiten over een sanctie"
    HANDHAVING_VERSTUREN = "handhaving_versturen", "Besluit over sanctie versturen"
    HANDHAVING_STOPPEN = "handhaving_stoppen", "Handhaving stoppen"
    BEZWAAR_VASTLEGGEN = "bezwaar_vastleggen", "Bezwaar vastleggen"
    BEZWAAR_HOREN = "bezwaar_horen", "Hoorzitting bezwaar vastleggen"
    BEZWAAR_BESLISSEN = "bezwaar_beslissen", "Op bezwaar beslissen"
    BEZWAAR_VERSTUREN = "bezwaar_versturen", "Beslissing op bezwaar versturen"
    BEROEP_VASTLEGGEN = "beroep_vastleggen", "Beroep vastleggen"
    BEROEP_AFRONDEN = "beroep_afronden", "Uitspraak in beroep vastleggen"
    HOGERBEROEP_VASTLEGGEN = "hogerberoep_vastleggen", "Hoger beroep vastleggen"
    HOGERBEROEP_AFRONDEN = (
        "hogerberoep_afronden",
        "Uitspraak in hoger beroep vastleggen",
    )
    TRAJECT_AFSLUITEN = "traject_afsluiten", "Dossier afsluiten"
    TRAJECT_HEROPENEN = "traject_heropenen", "Dossier heropenen"

    @property
    def noun(self) -> str:
        """Het zelfstandig naamwoord: de module, de map en het adres."""
        return self.value.split("_", 1)[0]

    @property
    def verb(self) -> str:
        """Het werkwoord: de functie."""
        return self.value.split("_", 1)[1]


S = Trajectstatus
OPEN = frozenset({S.AANGEMELD, S.INTAKE, S.PIP, S.LEERROUTE, S.ONDERDELEN_BEHAALD})
LOPEND = frozenset({S.LEERROUTE, S.ONDERDELEN_BEHAALD})
# Wie zonder plicht wordt gevolgd, krijgt hulp maar geen PIP, termijn of boete.
GEVOLGD = frozenset({S.GEVOLGD})
NIET_AFGESLOTEN = frozenset(S) - {S.AFGESLOTEN}
ALTIJD = frozenset(S)


@dataclass(frozen=True)
class Regel:
    """Een rij van de ruggengraat.

    ``feit`` is het veld van ``Feiten`` dat de handeling schrijft; ``op_rij`` zegt dat
    zij een bestaande rij van dat feit aanvult; ``met_mandaat`` dat alleen iemand met
    mandaat haar mag verrichten.
    """

    aard: Aard
    bron: Bron
    van: frozenset[Trajectstatus]
    feit: str = ""
    op_rij: bool = False
    met_mandaat: bool = False


def _wet(artikel: str, zekerheid: Zekerheid = Zekerheid.B) -> Bron:
    return Bron("Wi2021", artikel, zekerheid)


EIGEN = Bron("eigen", "", Zekerheid.A)
B, F, V = Aard.BESLUIT, Aard.FEIT, Aard.FEIT_VAN_BUITEN
HANDELINGEN: Mapping[Handeling, Regel] = {
    Handeling.TRAJECT_REGISTREREN: Regel(B, _wet("3"), frozenset(), "traject"),
    Handeling.TRAJECT_AANVULLEN: Regel(V, _wet("3"), NIET_AFGESLOTEN, "traject"),
    Handeling.INTAKE_STARTEN: Regel(
        F, _wet("14"), LOPEND | GEVOLGD | {S.AANGEMELD}, "brede_intakes"
    ),
    Handeling.INTAKE_INVULLEN: Regel(
        F,
        _wet("14 lid 3"),
        OPEN - {S.AANGEMELD} | GEVOLGD,
        "brede_intakes",
        op_rij=True,
    ),
    Handeling.INTAKE_AFRONDEN: Regel(
        F, _wet("14"), LOPEND | GEVOLGD | {S.INTAKE}, "brede_intakes", op_rij=True
    ),
    Handeling.LEERBAARHEIDSTOETS_VASTLEGGEN: Regel(
        V, _wet("14", Zekerheid.A), NIET_AFGESLOTEN, "leerbaarheidstoetsen"
    ),
    Handeling.PIP_OPSTELLEN: Regel(
        F, _wet("15", Zekerheid.A), frozenset({S.PIP, S.LEERROUTE}), "pips"
    ),
    Handeling.PIP_BESPREKEN: Regel(
        F, _wet("15", Zekerheid.A), frozenset({S.PIP, S.LEERROUTE}), "pips", op_rij=True
    ),
    Handeling.PIP_VASTSTELLEN: Regel(
        B,
        _wet("15", Zekerheid.A),
        frozenset({S.PIP, S.LEERROUTE}),
        "pips",
        op_rij=True,
        met_mandaat=True,
    ),
    Handeling.PIP_VERSTUREN: Regel(
        F, Bron("Awb", "3:41", Zekerheid.D), NIET_AFGESLOTEN, "pips", op_rij=True
    ),
    Handeling.PIP_OVERNEMEN: Regel(
        V, _wet("11 lid 3", Zekerheid.A), NIET_AFGESLOTEN, "pips"
    ),
    Handeling.AANBOD_DOEN: Regel(F, _wet("16", Zekerheid.A), LOPEND, "aanbod"),
    Handeling.AANBOD_STARTEN: Regel(
        V, _wet("16", Zekerheid.A), NIET_AFGESLOTEN, "aanbod", op_rij=True
    ),
    Handeling.AANBOD_BEEINDIGEN: Regel(
        V, _wet("16", Zekerheid.A), NIET_AFGESLOTEN, "aanbod", op_rij=True
    ),
    Handeling.PARTICIPATIE_STARTEN: Regel(
        V, _wet("15"), NIET_AFGESLOTEN, "participaties"
    ),
    Handeling.PARTICIPATIE_BEEINDIGEN: Regel(
        V, _wet("15"), NIET_AFGESLOTEN, "participaties", op_rij=True
    ),
    Handeling.UREN_VASTLEGGEN: Regel(
        V, Bron("Besluit", "3.14", Zekerheid.B), NIET_AFGESLOTEN, "uren"
    ),
    Handeling.AFSPRAAK_MAKEN: Regel(F, _wet("15"), OPEN - {S.AANGEMELD}, "afspraken"),
    Handeling.AFSPRAAK_AFRONDEN: Regel(
        F, _wet("15"), NIET_AFGESLOTEN, "afspraken", op_rij=True
    ),
    Handeling.ONTZORGEN_STARTEN: Regel(
        F, Bron("Participatiewet", "56a", Zekerheid.B), OPEN, "ontzorgen"
    ),
    Handeling.ONTZORGEN_BEEINDIGEN: Regel(
        F,
        Bron("Participatiewet", "56a", Zekerheid.B),
        NIET_AFGESLOTEN,
        "ontzorgen",
        op_rij=True,
    ),
    Handeling.BEGELEIDING_STARTEN: Regel(
        F, _wet("13"), OPEN | GEVOLGD, "begeleidingen"
    ),
    Handeling.BEGELEIDING_BEEINDIGEN: Regel(
        F, _wet("13"), NIET_AFGESLOTEN, "begeleidingen", op_rij=True
    ),
    Handeling.VOORTGANGSGESPREK_VOEREN: Regel(
        F, _wet("17", Zekerheid.D), NIET_AFGESLOTEN, "gesprekken"
    ),
    Handeling.PVT_STARTEN: Regel(F, _wet("6"), OPEN | GEVOLGD, "pvt"),
    Handeling.PVT_ONDERTEKENEN: Regel(
        F, _wet("6"), NIET_AFGESLOTEN, "pvt", op_rij=True
    ),
    Handeling.MAP_STARTEN: Regel(F, _wet("6"), LOPEND | GEVOLGD, "map"),
    Handeling.MAP_AFRONDEN: Regel(F, _wet("6"), NIET_AFGESLOTEN, "map", op_rij=True),
    Handeling.EXAMEN_AANMELDEN: Regel(V, EIGEN, NIET_AFGESLOTEN, "aanmeldingen"),
    Handeling.EXAMEN_VASTLEGGEN: Regel(
        V, _wet("7", Zekerheid.A), NIET_AFGESLOTEN, "examens"
    ),
    Handeling.ZROUTE_AFRONDEN: Regel(
        F, Bron("Besluit", "3.14", Zekerheid.A), LOPEND, "z_afrondingen"
    ),
    Handeling.DUOBESLUIT_VASTLEGGEN: Regel(
        V, Bron("DUO", "", Zekerheid.A), NIET_AFGESLOTEN, "duo_besluiten"
    ),
    Handeling.GROEP_WIJZIGEN: Regel(
        V, _wet("13 lid 1", Zekerheid.A), NIET_AFGESLOTEN, "groepen"
    ),
    Handeling.VERHUIZING_VASTLEGGEN: Regel(
        V, Bron("Besluit", "5.3", Zekerheid.B), NIET_AFGESLOTEN, "verhuizingen"
    ),
    Handeling.VERHUIZING_OVERDRAGEN: Regel(
        F,
        Bron("eigen", "", Zekerheid.A),
        NIET_AFGESLOTEN,
        "verhuizingen",
        op_rij=True,
    ),
    Handeling.AANVRAAG_VASTLEGGEN: Regel(
        V, _wet("4, 5 en 12", Zekerheid.A), NIET_AFGESLOTEN, "aanvragen"
    ),
    Handeling.AANVRAAG_ADVISEREN: Regel(
        F, Bron("DUO", "SS140", Zekerheid.A), NIET_AFGESLOTEN, "aanvragen", op_rij=True
    ),
    Handeling.HANDHAVING_MELDEN: Regel(F, _wet("22 en 23"), OPEN, "handhavingen"),
    Handeling.HANDHAVING_ONDERZOEKEN: Regel(
        F, EIGEN, NIET_AFGESLOTEN, "handhavingen", op_rij=True
    ),
    Handeling.HANDHAVING_BESPREKEN: Regel(
        F, EIGEN, NIET_AFGESLOTEN, "handhavingen", op_rij=True
    ),
    Handeling.HANDHAVING_WAARSCHUWEN: Regel(
        F, EIGEN, NIET_AFGESLOTEN, "handhavingen", op_rij=True
    ),
    Handeling.HANDHAVING_OVERWEGEN: Regel(
        F, Bron("Awb", "5:10a en 5:48", Zekerheid.D), OPEN, "handhavingen", op_rij=True
    ),
    Handeling.HANDHAVING_HOREN: Regel(
        F, Bron("Awb", "5:50 en 5:53", Zekerheid.D), OPEN, "handhavingen", op_rij=True
    ),
    Handeling.HANDHAVING_TOETSEN: Regel(
        F,
        Bron("rechtspraak", "HvJ EU 4-2-2025", Zekerheid.D),
        OPEN,
        "handhavingen",
        op_rij=True,
    ),
    Handeling.HANDHAVING_BESLUITEN: Regel(
        B, _wet("22 en 23"), OPEN, "handhavingen", op_rij=True, met_mandaat=True
    ),
    Handeling.HANDHAVING_VERSTUREN: Regel(
        F,
        Bron("Awb", "3:41", Zekerheid.D),
        NIET_AFGESLOTEN,
        "handhavingen",
        op_rij=True,
    ),
    Handeling.HANDHAVING_STOPPEN: Regel(
        F, EIGEN, NIET_AFGESLOTEN, "handhavingen", op_rij=True
    ),
    Handeling.BEZWAAR_VASTLEGGEN: Regel(
        V, Bron("Awb", "6:7 en 6:8", Zekerheid.B), NIET_AFGESLOTEN, "bezwaren"
    ),
    Handeling.BEZWAAR_HOREN: Regel(
        F, Bron("Awb", "7:2", Zekerheid.D), NIET_AFGESLOTEN, "bezwaren", op_rij=True
    ),
    Handeling.BEZWAAR_BESLISSEN: Regel(
        B,
        Bron("Awb", "7:10", Zekerheid.D),
        NIET_AFGESLOTEN,
        "bezwaren",
        op_rij=True,
        met_mandaat=True,
    ),
    Handeling.BEZWAAR_VERSTUREN: Regel(
        F, Bron("Awb", "3:41", Zekerheid.D), NIET_AFGESLOTEN, "bezwaren", op_rij=True
    ),
    Handeling.BEROEP_VASTLEGGEN: Regel(
        V,
        Bron("Awb", "6:7 en 6:8", Zekerheid.B),
        NIET_AFGESLOTEN,
        "bezwaren",
        op_rij=True,
    ),
    Handeling.BEROEP_AFRONDEN: Regel(
        V, Bron("Awb", "8:70", Zekerheid.D), NIET_AFGESLOTEN, "bezwaren", op_rij=True
    ),
    Handeling.HOGERBEROEP_VASTLEGGEN: Regel(
        V, Bron("Awb", "8:104", Zekerheid.D), NIET_AFGESLOTEN, "bezwaren", op_rij=True
    ),
    Handeling.HOGERBEROEP_AFRONDEN: Regel(
        V, Bron("Awb", "8:70", Zekerheid.D), NIET_AFGESLOTEN, "bezwaren", op_rij=True
    ),
    Handeling.TRAJECT_AFSLUITEN: Regel(
        B,
        Bron("eigen", "", Zekerheid.A),
        NIET_AFGESLOTEN,
        "afsluitingen",
        met_mandaat=True,
    ),
    Handeling.TRAJECT_HEROPENEN: Regel(
        B,
        Bron("eigen", "", Zekerheid.A),
        frozenset({S.AFGESLOTEN}),
        "afsluitingen",
        op_rij=True,
        met_mandaat=True,
    ),
}
