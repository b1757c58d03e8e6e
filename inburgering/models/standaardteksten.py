"""The texts that come with the system: what a letter says unless a municipality says it
in its own words, and what a translation is a translation of.

Plain Dutch (B1). A word between braces is filled in by the system; which words a text
knows stands with it. A new letter adds its texts here and nowhere else.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Blok:
    """A text of a letter.

    ``plaatsen`` are the words that are filled in, each with an example; those of
    ``verplicht`` may not be left out, since the law asks that the letter tells them.
    """

    sleutel: str
    kop: str
    tekst: str
    plaatsen: Mapping[str, str] = field(default_factory=dict)
    verplicht: tuple[str, ...] = ()


@dataclass(frozen=True)
class Brief:
    """A letter with its texts; ``vertaalbaar`` when people translate these."""

    naam: str
    label: str
    uitleg: str
    blokken: tuple[Blok, ...]
    vertaalbaar: bool = False


PIP = Brief(
    "pip",
    "Brief bij het PIP",
    "Het besluit dat de inburgeraar krijgt nadat het PIP is vastgesteld.",
    (
        Blok(
            "pip_aanhef",
            "Begin van de brief",
            "U moet inburgeren. In dit persoonlijk plan inburgering en participatie (PIP) "
            "staat wat u gaat doen en welke hulp u krijgt. Het plan is een besluit van het "
            "college van burgemeester en wethouders.",
        ),
        Blok(
            "pip_begeleiding",
            "Hulp, als het plan daar niets over zegt",
            "Uw klantmanager praat regelmatig met u over hoe het gaat.",
        ),
        Blok(
            "pip_bezwaar",
            "Bezwaar maken",
            "U kunt bezwaar maken. Schrijf een brief aan het college van burgemeester en "
            "wethouders. Doe dat binnen {weken} weken na de dag waarop dit besluit is "
            "verstuurd. Zet in de brief uw naam, uw adres, de datum, het nummer van uw "
            "dossier en waarom u het niet eens bent. Onderteken de brief.",
            {"weken": "6"},
            ("weken",),
        ),
        Blok(
            "pip_ondertekening",
            "Ondertekening",
            "Met vriendelijke groet,\nnamens het college,",
        ),
    ),
)

HANDHAVING = Brief(
    "brief",
    "Brieven over handhaving en bezwaar",
    "Uitnodiging, waarschuwing, voornemen, besluit, stoppen, en de beslissing op bezwaar. Hoe "
    "men bezwaar maakt, staat bij de brief van het PIP.",
    (
        Blok(
            "brief_contact",
            "Met wie men belt",
            "Heeft u vragen, of wilt u hulp bij het lezen van deze brief? Neem "
            "contact op met {klantmanager} van de gemeente {gemeente}. Noem dan het "
            "nummer van uw dossier: {nummer}. Wilt u een tolk? Zeg het ons.",
            {"klantmanager": "J. de Wit", "gemeente": "Delft", "nummer": "2026-00012"},
            ("klantmanager",),
        ),
        Blok(
            "brief_ondertekening",
            "Ondertekening",
            "Met vriendelijke groet,\nnamens het college,",
        ),
        Blok(
            "uitnodiging_aanhef",
            "Uitnodiging: begin",
            "Wij willen graag met u praten over een afspraak die niet is nagekomen. "
            "Wij willen weten wat er speelt en hoe wij u kunnen helpen.",
        ),
        Blok(
            "uitnodiging_gesprek",
            "Uitnodiging: wanneer en waar",
            "Het gesprek is op {dag} om {tijd} uur. De plaats is: {plaats}. Kunt u "
            "dan niet? Laat het ons weten, dan maken wij een andere afspraak. U mag "
            "iemand meenemen.",
            {"dag": "1 maart 2027", "tijd": "10:00", "plaats": "Stadskantoor, kamer 3"},
            (
                "dag",
                "tijd",
                "plaats",
            ),
        ),
        Blok(
            "waarschuwing_aanhef",
            "Waarschuwing: begin",
            "U krijgt een waarschuwing. Een afspraak is niet nagekomen. Aan deze "
            "waarschuwing zit nog geen gevolg vast.",
        ),
        Blok(
            "waarschuwing_vervolg",
            "Waarschuwing: hoe het verdergaat",
            "Kom de afspraak voortaan na. Lukt dat niet? Zeg het ons meteen, dan "
            "zoeken wij samen naar een oplossing. Gebeurt het weer, dan kunnen wij "
            "een sanctie overwegen.",
        ),
        Blok(
            "voornemen_aanhef",
            "Voornemen: begin",
            "Wij overwegen een {sanctie}. Er is nog niets besloten. Eerst horen wij "
            "graag wat u ervan vindt.",
            {"sanctie": "boete"},
            ("sanctie",),
        ),
        Blok(
            "voornemen_zwijgrecht",
            "Voornemen: zwijgrecht",
            "U hoeft niet te antwoorden op vragen over wat er is gebeurd. Dat zeiden "
            "wij u op {dag}, in een taal die u verstaat ({taal}).",
            {"dag": "1 maart 2027", "taal": "Tigrinya"},
            (
                "dag",
                "taal",
            ),
        ),
        Blok(
            "voornemen_zienswijze",
            "Voornemen: zienswijze",
            "U kunt ons laten weten wat u ervan vindt. Dat heet een zienswijze. Dat "
            "kan in een brief of in een gesprek, tot en met {dag}. U mag iemand "
            "vragen om u te helpen. Daarna besluit iemand die het rapport niet heeft "
            "gemaakt.",
            {"dag": "15 maart 2027"},
            ("dag",),
        ),
        Blok(
            "voornemen_weging",
            "Voornemen: hoe wij besluiten",
            "Bij het besluit kijken wij naar wat er is gebeurd, naar de oorzaak, of "
            "het u te verwijten is, en naar uw omstandigheden. Bij een boete kijken "
            "wij ook of u die kunt betalen.",
        ),
        Blok(
            "besluit_aanhef",
            "Besluit: begin",
            "Het college van burgemeester en wethouders heeft een besluit genomen "
            "over een afspraak die niet is nagekomen. In deze brief leest u welk "
            "besluit, en waarom.",
        ),
        Blok(
            "besluit_betalen",
            "Besluit: betalen",
            "Kunt u de boete niet in een keer betalen? Neem dan contact met ons op.",
        ),
        Blok(
            "gestopt_aanhef",
            "Gestopt: begin",
            "Wij zijn gestopt met de handhaving. U krijgt geen sanctie voor wat er "
            "toen is gebeurd.",
        ),
        Blok(
            "bezwaar_aanhef",
            "Beslissing op bezwaar: begin",
            "U maakte bezwaar tegen een besluit van de gemeente. Het college heeft "
            "opnieuw naar het besluit gekeken. In deze brief leest u de uitkomst.",
        ),
        Blok(
            "bezwaar_beroep",
            "Beslissing op bezwaar: beroep",
            "Bent u het niet eens met deze beslissing? U kunt in beroep gaan bij de "
            "rechtbank. Doe dat binnen {weken} weken na de dag waarop deze beslissing"
            " is verstuurd. Stuur een kopie van deze brief mee.",
            {"weken": "6"},
            ("weken",),
        ),
    ),
)

SAMENVATTING = Brief(
    "samenvatting",
    "Samenvatting van het PIP in de eigen taal",
    "Vaste zinnen die mensen vertalen. Namen, dagen en getallen vult het systeem in.",
    (
        Blok("sv_titel", "Titel", "Samenvatting van uw plan"),
        Blok(
            "sv_nederlands_beslist",
            "De Nederlandse tekst beslist",
            "Dit is een samenvatting. De brief in het Nederlands is het besluit. Staat hier "
            "iets anders dan in de brief? Dan geldt de brief.",
        ),
        Blok(
            "sv_b1_route",
            "B1-route",
            "U volgt de B1-route. U leert Nederlands en u doet mee: met werk, een stage of "
            "vrijwilligerswerk.",
        ),
        Blok(
            "sv_onderwijsroute",
            "Onderwijsroute",
            "U volgt de onderwijsroute. U leert Nederlands en u maakt u klaar voor een "
            "opleiding.",
        ),
        Blok(
            "sv_z_route",
            "Z-route",
            "U volgt de zelfredzaamheidsroute. U leert Nederlands voor elke dag en u doet "
            "mee in uw buurt of op een werkplek.",
        ),
        Blok(
            "sv_termijn",
            "Hoeveel tijd",
            "Uw tijd begint op {begin}. U moet klaar zijn op {einde}.",
            {"begin": "01-03-2027", "einde": "28-02-2030"},
            ("einde",),
        ),
        Blok(
            "sv_pvt",
            "PVT",
            "U leert over leven in Nederland en u ondertekent de participatieverklaring "
            "(PVT). Dat duurt {uren} uur.",
            {"uren": "12"},
        ),
        Blok(
            "sv_map",
            "MAP",
            "U leert over werk in Nederland (MAP). U doet {uren} uur ervaring op in de "
            "praktijk.",
            {"uren": "40"},
        ),
        Blok(
            "sv_gesprekken",
            "Gesprekken",
            "U praat elke {weken} weken met de gemeente over hoe het gaat.",
            {"weken": "13"},
        ),
        Blok(
            "sv_doelen",
            "Uw doelen",
            "Dit zijn uw doelen. Ze staan hieronder in het Nederlands. Vraag uitleg als u "
            "iets niet begrijpt.",
        ),
        Blok(
            "sv_afspraken",
            "Uw afspraken",
            "Dit spraken wij met u af. De afspraken staan hieronder in het Nederlands. Vraag "
            "uitleg als u iets niet begrijpt.",
        ),
        Blok(
            "sv_niet_gelukt",
            "Als een afspraak niet lukt",
            "Lukt een afspraak niet? Bel ons dan meteen. Wij zoeken samen een oplossing. "
            "Komt u een afspraak niet na zonder goede reden? Dan kan dat geld kosten.",
        ),
        Blok(
            "sv_bezwaar",
            "Niet eens met het plan",
            "Bent u het niet eens met het plan? Dan kunt u bezwaar maken. Doe dat binnen "
            "{weken} weken na de dag waarop de brief is verstuurd. U mag om hulp vragen.",
            {"weken": "6"},
            ("weken",),
        ),
    ),
    vertaalbaar=True,
)

UITNODIGING = Brief(
    "uitnodiging",
    "Uitnodiging, en bericht dat iets niet doorgaat",
    "De brief voor wie per brief is uitgenodigd voor het PVT, de MAP of een voorlichting. "
    "En de brief dat een bijeenkomst of afspraak niet doorgaat, of toch wel.",
    (
        Blok(
            "groep_pvt",
            "Begin, bij het PVT",
            "Wij nodigen u uit voor een bijeenkomst van het participatieverklaringstraject "
            "(PVT). Het PVT hoort bij uw inburgering. U leert er over de waarden van "
            "Nederland, en wat u zelf mag en moet.",
        ),
        Blok(
            "groep_map",
            "Begin, bij de MAP",
            "Wij nodigen u uit voor een bijeenkomst van de Module Arbeidsmarkt en "
            "Participatie (MAP). De MAP hoort bij uw inburgering. U leert er over werk "
            "in Nederland.",
        ),
        Blok(
            "groep_voorlichting",
            "Begin, bij een voorlichting",
            "Wij nodigen u uit voor een bijeenkomst. U krijgt er uitleg over uw "
            "inburgering.",
        ),
        Blok(
            "groep_verzet",
            "Als de bijeenkomst is verzet",
            "Let op: de bijeenkomst is veranderd. U kreeg al een brief. Wat in deze brief "
            "staat, klopt.",
        ),
        Blok(
            "groep_wanneer",
            "Waar en wanneer",
            "De bijeenkomst is op {dag}, van {begin} tot {einde} uur. De plaats is: "
            "{plaats}. Neem deze brief mee.",
            {
                "dag": "1 maart 2027",
                "begin": "19:00",
                "einde": "21:00",
                "plaats": "Wijkcentrum, zaal 2",
            },
            ("dag", "begin", "plaats"),
        ),
        Blok(
            "groep_contact",
            "Niet kunnen komen, en vragen",
            "Laat het ons weten als u niet kunt komen. Neem contact op met {klantmanager} "
            "van de gemeente {gemeente}. Noem dan het nummer van uw dossier: {nummer}. "
            "Heeft u een tolk nodig, of opvang voor uw kinderen? Zeg het ons.",
            {"klantmanager": "J. de Wit", "gemeente": "Delft", "nummer": "2026-00012"},
            ("klantmanager",),
        ),
        Blok(
            "groep_toch",
            "Als een afgelaste bijeenkomst toch doorgaat",
            "Let op: de bijeenkomst gaat toch door. U kreeg een brief dat zij niet "
            "doorging. Wat in deze brief staat, klopt.",
        ),
        Blok(
            "groep_afgelast",
            "Als de bijeenkomst niet doorgaat",
            "U bent uitgenodigd voor: {titel}, op {dag}, van {begin} tot {einde} uur. Deze "
            "bijeenkomst gaat niet door. U hoeft niet te komen.",
            {
                "titel": "PVT, avond 2",
                "dag": "1 maart 2027",
                "begin": "19:00",
                "einde": "21:00",
            },
            ("dag",),
        ),
        Blok(
            "afspraak_af",
            "Als een afspraak niet doorgaat",
            "U heeft een afspraak met ons op {dag} om {begin} uur. Deze afspraak gaat niet "
            "door. U hoeft niet te komen.",
            {"dag": "1 maart 2027", "begin": "10:00"},
            ("dag", "begin"),
        ),
        Blok(
            "afspraak_toch",
            "Als een afgezegde afspraak toch doorgaat",
            "Uw afspraak op {dag} om {begin} uur gaat toch door. U kreeg een brief dat de "
            "afspraak niet doorging. Die brief geldt niet meer.",
            {"dag": "1 maart 2027", "begin": "10:00"},
            ("dag", "begin"),
        ),
        Blok(
            "groep_vragen",
            "Vragen, als iets niet doorgaat",
            "Neem contact op met {klantmanager} van de gemeente {gemeente}. Noem dan het "
            "nummer van uw dossier: {nummer}.",
            {"klantmanager": "J. de Wit", "gemeente": "Delft", "nummer": "2026-00012"},
            ("klantmanager",),
        ),
        Blok("groep_ondertekening", "Ondertekening", "Met vriendelijke groet,"),
    ),
)

# With what a new plan begins: the fields of the form, by the text. What somebody wants
# and does is in their own words, and a goal is theirs; there is no template of those.
SJABLOON = Brief(
    "sjabloon",
    "Sjabloon van het PIP",
    "Waarmee een veld van een nieuw PIP begint als de intake daar niets voor voorstelt. De "
    "klantmanager maakt de tekst passend. Zonder eigen tekst begint het veld leeg.",
    (
        Blok("plan_participatie", "Begin van: naast de lessen", ""),
        Blok("plan_begeleiding", "Begin van: ondersteuning en begeleiding", ""),
        Blok("plan_voortgang", "Begin van: hoe wij de voortgang volgen", ""),
    ),
)

BRIEVEN: Mapping[str, Brief] = {
    brief.naam: brief
    for brief in (PIP, SJABLOON, HANDHAVING, SAMENVATTING, UITNODIGING)
}
BLOKKEN: Mapping[str, Blok] = {
    blok.sleutel: blok for brief in BRIEVEN.values() for blok in brief.blokken
}
BRIEF_VAN: Mapping[str, Brief] = {
    blok.sleutel: brief for brief in BRIEVEN.values() for blok in brief.blokken
}


@dataclass(frozen=True)
class Taal:
    """A language, and on which side its script begins."""

    code: str
    naam: str
    van_rechts: bool = False

    @property
    def richting(self) -> str:
        """The direction of the script, as a page says it."""
        return "rtl" if self.van_rechts else "ltr"


NEDERLANDS = Taal("nl", "Nederlands")
TALEN: Mapping[str, Taal] = {
    taal.code: taal
    for taal in (
        Taal("am", "Amhaars"),
        Taal("ar", "Arabisch", van_rechts=True),
        Taal("zh", "Chinees"),
        Taal("prs", "Dari", van_rechts=True),
        Taal("en", "Engels"),
        Taal("fa", "Farsi", van_rechts=True),
        Taal("fr", "Frans"),
        Taal("ku", "Koerdisch (Kurmanci)"),
        Taal("ckb", "Koerdisch (Sorani)", van_rechts=True),
        Taal("uk", "Oekraïens"),
        Taal("ps", "Pasjtoe", van_rechts=True),
        Taal("pl", "Pools"),
        Taal("pt", "Portugees"),
        Taal("ru", "Russisch"),
        Taal("so", "Somalisch"),
        Taal("es", "Spaans"),
        Taal("ti", "Tigrinya"),
        Taal("tr", "Turks"),
        Taal("ur", "Urdu", van_rechts=True),
    )
}
