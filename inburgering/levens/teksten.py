"""What people write down, in plain Dutch. All of it is made up."""

from collections.abc import Mapping

from inburgering.levens.marges import B1, OND, Z


WENSEN = (
    "Ik wil snel werken en mijn eigen geld verdienen.",
    "Ik wil weer in mijn oude vak werken. Daarvoor moet ik goed Nederlands spreken.",
    "Ik wil met de juf en de meester van mijn kinderen kunnen praten.",
    "Ik wil een opleiding doen en daarna werken in de zorg.",
    "Ik wil later een eigen zaak beginnen.",
    "Ik wil zelf naar de dokter en de gemeente kunnen, zonder tolk.",
    "Ik wil vrienden maken en de mensen in mijn straat leren kennen.",
    "Ik wil een diploma halen in de techniek.",
)
# Wat de intake oplevert: per route de reden van het advies, en wat het betekent.
ADVIES: Mapping[str, str] = {
    B1: "Leerde eerder lang op school en wil daarmee verder.",
    OND: "Is jong en wil eerst een diploma halen.",
    Z: "Ging weinig naar school en leert het best in de praktijk.",
}
_AMBITIE = {
    "soort": "kans",
    "tekst": "Weet goed wat hij of zij wil; sluit de lessen aan.",
}
_OPVANG = {
    "soort": "actie_nodig",
    "tekst": "Voor de start van de lessen opvang regelen.",
}
UITKOMSTEN: Mapping[str, Mapping[str, Mapping[str, str]]] = {
    B1: {
        "werk": {"soort": "kans", "tekst": "Werkervaring past bij banen in de buurt."},
        "ambitie": _AMBITIE,
    },
    OND: {
        "opleiding": {"soort": "kans", "tekst": "Kan na de taal instromen in het mbo."},
        "ambitie": _AMBITIE,
    },
    Z: {
        "taal_en_geletterdheid": {
            "soort": "aandachtspunt", "tekst": "Begint met leren lezen en schrijven.",
        },
        "zorgtaken": _OPVANG,
    },
}  # fmt: skip
DOELEN: Mapping[str, tuple[str, ...]] = {
    B1: (
        "Taal op B1. Elke week naar alle lessen. Na een jaar het eerste examen.",
        "Taal op B1 en daarna zoeken naar werk in het eigen vak.",
        "Taal op B1 naast een baan. Lessen in de avond.",
    ),
    OND: (
        "Taalschakeltraject volgen en daarna naar een opleiding op het mbo.",
        "Taal op B1 en studievaardigheden, om volgend jaar te kunnen studeren.",
    ),
    Z: (
        "Zelf boodschappen doen, reizen en een afspraak maken in het Nederlands.",
        "Leren lezen en schrijven, en meedoen in de buurt.",
        "Praten in het Nederlands op het werk en met de buren.",
    ),
}
PARTICIPATIE = (
    "Twee dagen in de week helpen in de kringloopwinkel.",
    "Een ochtend in de week koffie schenken in het buurthuis.",
    "Werken in de keuken van een restaurant, 16 uur in de week.",
    "Stage bij een bouwbedrijf, twee dagen in de week.",
    "Helpen in de moestuin van de wijk.",
    "Zoeken naar een plek om mee te lopen in een garage.",
)
BEGELEIDING = (
    "Een taalmaatje via de bibliotheek. Elke maand een gesprek.",
    "Hulp bij geldzaken in het eerste half jaar.",
    "Hulp bij het vinden van kinderopvang.",
    "Geen extra hulp nodig.",
)
VOORTGANG = (
    "Elke drie maanden een gesprek met de klantmanager.",
    "Elke drie maanden een gesprek, samen met de school.",
)
NIET_AKKOORD = (
    "Ik wil de B1-route doen. Ik kan goed leren, maar de toets ging niet goed.",
    "De lessen zijn overdag en dan moet ik werken.",
    "De school is te ver weg. Ik reis anderhalf uur heen.",
)
AFSCHALEN = (
    "Na meer dan 600 uur les is B1 niet haalbaar binnen de termijn. De inzet was goed.",
    "De docent ziet dat de groei stopt op A2. Er is steeds geoefend, ook thuis.",
)
INSPANNING = "Elke les gevolgd en elk onderdeel ten minste eenmaal geprobeerd."
VERSLAG = (
    "Het gaat goed op school. De docent is tevreden.",
    "Lezen gaat goed, spreken blijft moeilijk. We zoeken een taalmaatje.",
    "Het werk en de lessen samen zijn zwaar. We kijken naar andere lestijden.",
    "Er is nu kinderopvang geregeld, de lessen gaan weer door.",
    "De eerste toetsen op school zijn gehaald. Het examen komt dichterbij.",
    "Er waren drie weken zonder les omdat de docent ziek was.",
)
AFSPRAKEN = (
    "Elke week een uur oefenen met het taalmaatje.",
    "De school stuurt volgende maand een verslag.",
    "Zelf aanmelden voor het examen KNM.",
    "Wij zoeken een andere plek om te werken.",
    "",
)
# Where one works or takes part: sector, level of the work, and whether one talks there.
WERKPLEKKEN: dict[str, tuple[str, str, str]] = {
    "Kringloop De Draai": ("handel", "eenvoudig", "ja"),
    "Buurthuis De Brug": ("zorg", "eenvoudig", "ja"),
    "Restaurant De Haven": ("horeca", "eenvoudig", "nee"),
    "Bakkerij Van Dam": ("industrie", "vak", "nee"),
    "Zorgcentrum De Linde": ("zorg", "middelbaar", "ja"),
    "Bouwbedrijf Stam": ("bouw", "vak", "onbekend"),
    "Garage Noord": ("techniek", "vak", "ja"),
    "Moestuin De Akker": ("landbouw", "eenvoudig", "onbekend"),
    "Distributiecentrum Oost": ("vervoer", "eenvoudig", "nee"),
    "Bibliotheek Demostad": ("cultuur", "middelbaar", "ja"),
}
PLAATSEN = tuple(WERKPLEKKEN)
STRATEN = (
    "Lindelaan", "Kerkstraat", "Molenweg", "Havenkade", "Dorpsplein", "Eikenlaan",
    "Stationsstraat", "Parkweg",
)  # fmt: skip
OPVANG = ("Opvang De Wissel", "Opvang Het Station", "Opvang De Hoeve")
BEROEPEN = (
    "kok", "kapper", "timmerman", "leraar", "verkoper", "boer", "chauffeur", "naaister",
    "verpleegkundige", "boekhouder", "monteur", "bakker",
)  # fmt: skip
AANPASSINGEN = (
    "Vooraan zitten in de klas.",
    "Na elk uur een korte pauze.",
    "Lessen in de buurt van huis.",
)
HEROPEND = (
    "Teruggekomen in de gemeente; de verhuizing ging niet door.",
    "Per vergissing afgesloten. De persoon woont hier nog.",
)

ORGANISATIES = (
    "Welkom in Demostad", "Buurthuis De Brug", "Stichting Samen Thuis",
)  # fmt: skip
OVERDRACHT = (
    "De formulierenbrigade helpt verder met post.",
    "Het wijkteam is bekend en weet van de vragen over geld.",
    "Er is geen overdracht nodig.",
)
ANDERS_BETALEN = (
    "Betaalt zelf en laat de betalingen elke maand zien.",
    "Een budgetcoach kijkt elke maand mee.",
)
VERZUIM = (
    "Drie weken niet in de les geweest, zonder bericht.",
    "Kwam twee keer niet naar de afspraak op school.",
)
HULP = (
    "Gezocht naar een plek op de kinderopvang.",
    "Lestijden aangepast aan het werk.",
    "Een fiets geregeld via het buurthuis.",
    "Een afspraak gemaakt met schuldhulp.",
)
ZIENSWIJZE = (
    "Vertelt dat de lessen te vroeg begonnen om de kinderen weg te brengen.",
    "Had de brieven niet begrepen; weet nu wat de bedoeling is.",
)
GEEN_BOETE = "Er is geen bewijs van aanhoudende onwil."
MOTIVERING = "De oorzaak, de hulp en het gesprek zijn gewogen."
GEMEENTEN = ("0599", "0344", "0363", "0518", "0014")
