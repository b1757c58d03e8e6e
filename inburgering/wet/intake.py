"""De vragen van de beginsituatie bij de brede intake (Wi2021 art. 14 lid 3).

De wet noemt opleiding, werkervaring en persoonlijke omstandigheden, met gezondheid
voor zover die van belang is. De vragen zelf zijn van ons: zij maken vergelijkbaar wat
nu nergens wordt geregistreerd (opleiding, werk, taal en geletterdheid, ambitie).

Elke vraag mag ook *niet gevraagd*, *onbekend* of *wil dit niet zeggen* zijn: ook dat is
een antwoord. Gezondheid en zorg alleen als wat het betekent voor les en werk, nooit een
diagnose. Herkomst, geloof en afkomst zijn geen vraag.

Naast deze vragen staan die van de gemeente zelf (``wet.intakevragen``): in dezelfde
antwoorden, met een code die nooit een van deze is. Deze vragen zelf staan vast: zij maken
gemeenten vergelijkbaar.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from inburgering.wet.begrippen import Antwoord
from inburgering.wet.bron import Bron, Zekerheid
from inburgering.wet.keuze import Keuze
from inburgering.wet.parameters import IN_WERKING


BRON = Bron("Wi2021", "14 lid 3", Zekerheid.B)


class Domein(Keuze):
    """De onderwerpen van de brede intake."""

    OPLEIDING = "opleiding", "Opleiding"
    WERK = "werk", "Werk"
    TAAL = "taal_en_geletterdheid", "Taal en lezen en schrijven"
    DIGITAAL = "digitaal", "Digitale vaardigheden"
    GEZONDHEID = "gezondheid", "Wat les en werk kan belemmeren"
    ZORGTAKEN = "zorgtaken", "Zorg voor anderen"
    LEREN = "leren", "Leren en reizen"
    AMBITIE = "ambitie", "Wensen voor de toekomst"


class Antwoordsoort(Keuze):
    """Wat voor antwoord een vraag heeft."""

    KEUZE = "keuze", "Keuze"
    GETAL = "getal", "Getal"
    TEKST = "tekst", "Tekst"


class Opleidingsniveau(Keuze):
    """De hoogst voltooide opleiding, vergelijkbaar over landen."""

    GEEN = "geen", "Geen opleiding afgemaakt"
    BASIS = "basisonderwijs", "Basisschool"
    LAGER_VOORTGEZET = "lager_voortgezet", "Eerste jaren van de middelbare school"
    HOGER_VOORTGEZET = "hoger_voortgezet", "Hele middelbare school"
    BEROEPS = "beroepsopleiding", "Beroepsopleiding (mbo)"
    BACHELOR = "bachelor", "Hogeschool of bachelor"
    MASTER = "master", "Universiteit of master"
    PROMOTIE = "promotie", "Gepromoveerd"


# Het niveau van de internationale indeling van onderwijs (ISCED 2011).
ISCED: Mapping[Opleidingsniveau, int] = {
    Opleidingsniveau.GEEN: 0,
    Opleidingsniveau.BASIS: 1,
    Opleidingsniveau.LAGER_VOORTGEZET: 2,
    Opleidingsniveau.HOGER_VOORTGEZET: 3,
    Opleidingsniveau.BEROEPS: 4,
    Opleidingsniveau.BACHELOR: 6,
    Opleidingsniveau.MASTER: 7,
    Opleidingsniveau.PROMOTIE: 8,
}

Keuzes = tuple[tuple[str, str], ...]

JA_NEE: Keuzes = (("ja", "Ja"), ("nee", "Nee"))
RICHTINGEN: Keuzes = (
    ("algemeen", "Algemeen, geen richting"),
    ("onderwijs", "Onderwijs"),
    ("taal_kunst_cultuur", "Taal, kunst en cultuur"),
    ("maatschappij_recht", "Maatschappij, economie en recht"),
    ("natuur_ict", "Natuur, wiskunde en ICT"),
    ("techniek_bouw", "Techniek en bouw"),
    ("landbouw_dieren", "Landbouw en dieren"),
    ("zorg_welzijn", "Zorg en welzijn"),
    ("dienstverlening", "Horeca, vervoer en andere diensten"),
)
DIPLOMA: Keuzes = (
    ("geen_diploma", "Geen diploma gehaald"),
    ("niet_aanwezig", "Wel gehaald, maar het diploma is er niet"),
    ("niet_gewaardeerd", "Diploma is er, niet gewaardeerd"),
    ("aangevraagd", "Waardering is aangevraagd"),
    ("gewaardeerd", "Diploma is gewaardeerd in Nederland"),
)
SECTOREN: Keuzes = (
    ("landbouw", "Landbouw en visserij"),
    ("industrie", "Fabriek en industrie"),
    ("bouw", "Bouw"),
    ("techniek", "Techniek en installatie"),
    ("handel", "Winkel en handel"),
    ("vervoer", "Vervoer en opslag"),
    ("horeca", "Horeca"),
    ("schoonmaak", "Schoonmaak"),
    ("ict", "ICT"),
    ("kantoor", "Kantoor en administratie"),
    ("onderwijs", "Onderwijs"),
    ("zorg", "Zorg en welzijn"),
    ("overheid", "Overheid en veiligheid"),
    ("cultuur", "Kunst, media en sport"),
    ("anders", "Iets anders"),
)
BEROEPSNIVEAUS: Keuzes = (
    ("eenvoudig", "Eenvoudig werk"),
    ("vak", "Vakwerk"),
    ("middelbaar", "Werk met een beroepsopleiding"),
    ("hoger", "Werk op hbo- of universitair niveau"),
    ("leiding", "Leidinggevend"),
)
TAALNIVEAUS: Keuzes = (
    ("geen", "Nog geen Nederlands"),
    ("onder_a1", "Losse woorden, nog geen A1"),
    ("A1", "A1"),
    ("A2", "A2"),
    ("B1", "B1"),
    ("B2", "B2 of hoger"),
)
DIGITAAL: Keuzes = (
    ("geen", "Gebruikt geen telefoon of computer"),
    ("telefoon", "Gebruikt een telefoon voor bellen en berichten"),
    ("internet", "Kan zelf dingen regelen op internet"),
    ("computer", "Kan werken met een computer"),
)
BELASTBAAR: Keuzes = (
    ("volledig", "Kan lessen en werk volhouden"),
    ("aangepast", "Kan het met een aanpassing"),
    ("beperkt", "Kan minder uren aan"),
    ("nu_niet", "Kan nu geen les of werk aan"),
)
KINDEROPVANG: Keuzes = (
    ("niet_nodig", "Niet nodig"),
    ("geregeld", "Nodig en geregeld"),
    ("nog_niet", "Nodig, nog niet geregeld"),
)
DAGDELEN: Keuzes = (
    ("overdag", "Alleen overdag"),
    ("avond", "Alleen in de avond"),
    ("beide", "Overdag en in de avond"),
)
AMBITIES: Keuzes = (
    ("werk", "Betaald werk"),
    ("eigen_bedrijf", "Een eigen bedrijf"),
    ("beroepsopleiding", "Een beroepsopleiding (mbo)"),
    ("hoger_onderwijs", "Hogeschool of universiteit"),
    ("gezin", "Eerst zorgen voor het gezin"),
    ("vrijwilligerswerk", "Vrijwilligerswerk"),
    ("weet_nog_niet", "Weet het nog niet"),
)


@dataclass(frozen=True)
class Vraag:
    """Een vraag van de beginsituatie.

    ``domein`` is een woord van ``Domein``, of de naam van een onderwerp van de gemeente.
    ``grenzen`` zijn het kleinste en grootste getal. ``geldig_tot`` is exclusief: een
    vraag die vervalt, blijft staan voor intakes van daarvoor.
    """

    code: str
    domein: str
    vraag: str
    soort: Antwoordsoort
    keuzes: Keuzes = ()
    eenheid: str = ""
    grenzen: tuple[int, int] = (0, 0)
    geldig_vanaf: date = IN_WERKING
    geldig_tot: date | None = None
    hulptekst: str = ""

    @property
    def onderwerp(self) -> str:
        """Hoe het onderwerp heet."""
        return domeinnaam(self.domein)

    def geldt_op(self, dag: date) -> bool:
        """Of de vraag op die dag bij de intake hoort."""
        return self.geldig_vanaf <= dag and (
            self.geldig_tot is None or dag < self.geldig_tot
        )


def domeinnaam(domein: str) -> str:
    """Hoe een onderwerp heet: het opschrift, of de naam die de gemeente gaf."""
    return Domein(domein).label if domein in set(Domein) else domein


MAX_TEKST = 1000

K, G, T = Antwoordsoort.KEUZE, Antwoordsoort.GETAL, Antwoordsoort.TEKST
D = Domein
VRAGEN: tuple[Vraag, ...] = (
    Vraag(
        "opleiding_niveau",
        D.OPLEIDING,
        "Wat is de hoogste opleiding die u hebt afgemaakt?",
        K,
        tuple(Opleidingsniveau.choices()),
    ),
    Vraag(
        "opleiding_richting",
        D.OPLEIDING,
        "Waar ging die opleiding over?",
        K,
        RICHTINGEN,
    ),
    Vraag(
        "opleiding_jaren",
        D.OPLEIDING,
        "Hoeveel jaar bent u in totaal naar school gegaan?",
        G,
        eenheid="jaar",
        grenzen=(0, 30),
    ),
    Vraag(
        "opleiding_diploma",
        D.OPLEIDING,
        "Hebt u een diploma, en is het in Nederland gewaardeerd?",
        K,
        DIPLOMA,
    ),
    Vraag(
        "werk_jaren",
        D.WERK,
        "Hoeveel jaar hebt u gewerkt?",
        G,
        eenheid="jaar",
        grenzen=(0, 60),
    ),
    Vraag("werk_beroep", D.WERK, "Welk werk hebt u het langst gedaan?", T),
    Vraag("werk_sector", D.WERK, "In welke sector was dat?", K, SECTOREN),
    Vraag("werk_niveau", D.WERK, "Wat voor niveau had dat werk?", K, BEROEPSNIVEAUS),
    Vraag(
        "werk_nu_uren",
        D.WERK,
        "Hoeveel uur per week werkt u nu betaald?",
        G,
        eenheid="uur per week",
        grenzen=(0, 60),
    ),
    Vraag(
        "taal_moedertaal",
        D.TAAL,
        "Welke talen spreekt u, te beginnen met de taal van thuis?",
        T,
    ),
    Vraag(
        "taal_lezen_schrijven",
        D.TAAL,
        "Kunt u lezen en schrijven in de taal van thuis?",
        K,
        (("ja", "Ja"), ("een_beetje", "Een beetje"), ("nee", "Nee")),
    ),
    Vraag(
        "taal_latijns_schrift",
        D.TAAL,
        "Kunt u de letters van het Nederlands lezen en schrijven?",
        K,
        (("ja", "Ja"), ("een_beetje", "Een beetje"), ("nee", "Nee")),
    ),
    Vraag(
        "taal_nederlands",
        D.TAAL,
        "Hoeveel Nederlands spreekt u al?",
        K,
        TAALNIVEAUS,
    ),
    Vraag(
        "taal_engels",
        D.TAAL,
        "Kunt u een gesprek voeren in het Engels?",
        K,
        JA_NEE,
    ),
    Vraag(
        "taal_les_voor_pip",
        D.TAAL,
        "Hoeveel uur Nederlandse les hebt u al gehad?",
        G,
        eenheid="uur",
        grenzen=(0, 2000),
    ),
    Vraag(
        "digitaal_niveau",
        D.DIGITAAL,
        "Wat kunt u met een telefoon of computer?",
        K,
        DIGITAAL,
    ),
    Vraag(
        "gezondheid_belastbaar",
        D.GEZONDHEID,
        "Kunt u lessen en werk volhouden?",
        K,
        BELASTBAAR,
    ),
    Vraag(
        "gezondheid_uren",
        D.GEZONDHEID,
        "Hoeveel uur per week kunt u les en werk samen aan?",
        G,
        eenheid="uur per week",
        grenzen=(0, 60),
    ),
    Vraag(
        "gezondheid_aanpassing",
        D.GEZONDHEID,
        "Wat is er nodig om mee te kunnen doen? (geen diagnose opschrijven)",
        T,
    ),
    Vraag(
        "zorg_kinderen",
        D.ZORGTAKEN,
        "Voor hoeveel kinderen onder de 12 zorgt u?",
        G,
        eenheid="kinderen",
        grenzen=(0, 15),
    ),
    Vraag(
        "zorg_kinderopvang",
        D.ZORGTAKEN,
        "Is er kinderopvang nodig tijdens de lessen?",
        K,
        KINDEROPVANG,
    ),
    Vraag(
        "zorg_anderen",
        D.ZORGTAKEN,
        "Zorgt u voor iemand anders die u nodig heeft?",
        K,
        JA_NEE,
    ),
    Vraag("leren_dagdelen", D.LEREN, "Wanneer kunt u naar les komen?", K, DAGDELEN),
    Vraag(
        "leren_reistijd",
        D.LEREN,
        "Hoeveel minuten kunt u hooguit naar les reizen?",
        G,
        eenheid="minuten",
        grenzen=(0, 180),
    ),
    Vraag(
        "ambitie_doel",
        D.AMBITIE,
        "Wat wilt u over drie jaar doen?",
        K,
        AMBITIES,
    ),
    Vraag("ambitie_beroep", D.AMBITIE, "Welk beroep of welke opleiding wilt u?", T),
    Vraag("ambitie_sector", D.AMBITIE, "In welke sector wilt u werken?", K, SECTOREN),
)
VRAAG: Mapping[str, Vraag] = {vraag.code: vraag for vraag in VRAGEN}

Antwoorden = Mapping[str, Mapping[str, object]]


def per_domein(rij: Iterable[Vraag]) -> tuple[Vraag, ...]:
    """Zet vragen bij elkaar per onderwerp; wat van de gemeente zelf is, komt daarna."""
    gegeven = tuple(rij)
    volgorde = dict.fromkeys([*Domein, *(vraag.domein for vraag in gegeven)])
    plaats = {str(domein): n for n, domein in enumerate(volgorde)}
    return tuple(sorted(gegeven, key=lambda vraag: plaats[str(vraag.domein)]))


def vragen(op: date, eigen: Iterable[Vraag] = ()) -> tuple[Vraag, ...]:
    """De vragen die op die dag bij de intake horen, met ``eigen`` van de gemeente."""
    return per_domein(vraag for vraag in (*VRAGEN, *eigen) if vraag.geldt_op(op))


def _fout_keuze(vraag: Vraag, waarde: object) -> str:
    if waarde not in [code for code, _ in vraag.keuzes]:
        return f"kies een antwoord uit de lijst bij: {vraag.vraag}"
    return ""


def _fout_getal(vraag: Vraag, waarde: object) -> str:
    laagste, hoogste = vraag.grenzen
    if isinstance(waarde, bool) or not isinstance(waarde, int):
        return f"vul een heel getal in bij: {vraag.vraag}"
    if not laagste <= waarde <= hoogste:
        return f"vul een getal van {laagste} tot en met {hoogste} in bij: {vraag.vraag}"
    return ""


def _fout_tekst(vraag: Vraag, waarde: object) -> str:
    if not isinstance(waarde, str) or not waarde.strip():
        return f"vul een antwoord in bij: {vraag.vraag}"
    if len(waarde) > MAX_TEKST:
        return f"gebruik hooguit {MAX_TEKST} tekens bij: {vraag.vraag}"
    return ""


FOUT = {K: _fout_keuze, G: _fout_getal, T: _fout_tekst}
LEEG = (None, "")


def antwoordfout(
    code: str, antwoord: Mapping[str, object], eigen: Iterable[Vraag] = ()
) -> str:
    """Wat er mis is met een antwoord, in gewone taal; "" als het klopt.

    ``eigen`` zijn de vragen van de gemeente, ook die zijn vervallen: een antwoord van
    toen blijft een antwoord.
    """
    vraag = VRAAG.get(code) or next((v for v in eigen if v.code == code), None)
    if vraag is None:
        return f"de vraag {code} bestaat niet"
    soort = antwoord.get("antwoord")
    if soort not in list(Antwoord):
        return f"kies of de vraag is beantwoord bij: {vraag.vraag}"
    waarde = antwoord.get("waarde")
    if soort == Antwoord.BEANTWOORD:
        return FOUT[vraag.soort](vraag, waarde)
    if waarde not in LEEG:
        return f"laat het antwoord leeg als de vraag niet is beantwoord: {vraag.vraag}"
    return ""


def antwoordfouten(
    antwoorden: Antwoorden, eigen: tuple[Vraag, ...] = ()
) -> dict[str, str]:
    """Per vraag wat er mis is; leeg als alles klopt."""
    fouten = {code: antwoordfout(code, a, eigen) for code, a in antwoorden.items()}
    return {code: fout for code, fout in fouten.items() if fout}


def in_woorden(vraag: Vraag, antwoord: Mapping[str, object]) -> str:
    """Een antwoord zoals men het leest: het woord uit de lijst, het getal, de tekst."""
    hoe = Antwoord(str(antwoord["antwoord"]))
    if hoe is not Antwoord.BEANTWOORD:
        return hoe.label
    waarde = antwoord.get("waarde")
    tekst = dict(vraag.keuzes).get(str(waarde), waarde)
    return f"{tekst} {vraag.eenheid}".strip()


def is_besproken(antwoord: Mapping[str, object] | None) -> bool:
    """Of een vraag aan de orde kwam: wie het niet weet of wil zeggen, is wel gevraagd."""
    return antwoord is not None and antwoord.get("antwoord") != Antwoord.NIET_GEVRAAGD


def onbeantwoord(
    antwoorden: Antwoorden, op: date, eigen: Iterable[Vraag] = ()
) -> tuple[Vraag, ...]:
    """De vragen zonder enig antwoord (ook *niet gevraagd* is een antwoord)."""
    return tuple(vraag for vraag in vragen(op, eigen) if vraag.code not in antwoorden)


def volledigheid(
    antwoorden: Antwoorden, op: date, eigen: Iterable[Vraag] = ()
) -> tuple[int, int]:
    """Hoeveel vragen een inhoudelijk antwoord hebben, en hoeveel er zijn."""
    gesteld = vragen(op, eigen)
    beantwoord = sum(
        antwoorden.get(vraag.code, {}).get("antwoord") == Antwoord.BEANTWOORD
        for vraag in gesteld
    )
    return beantwoord, len(gesteld)


def onbeantwoorde_domeinen(rij: Iterable[Vraag]) -> tuple[str, ...]:
    """De onderwerpen waarin nog vragen open staan, elk eenmaal."""
    return tuple(dict.fromkeys(vraag.domein for vraag in rij))
