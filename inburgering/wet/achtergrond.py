"""Goed om te weten: regels die het systeem kent en toont, maar niet uitrekent.

Zij gaan over anderen (DUO, CBS, het ministerie, de rechter) of over geld, en staan hier
zodat niemand ze in een ander handboek hoeft te zoeken. Ook staat hier wat het systeem wel
uitrekent, maar wat in geen andere tabel een rij heeft. Elke rij heeft haar vindplaats,
zekerheid en geldigheid; een wijziging is een nieuwe rij.
"""

from dataclasses import dataclass
from datetime import date

from inburgering.wet.boete import HVJ, RVS, RVS_OUDER
from inburgering.wet.bron import Bron, Zekerheid
from inburgering.wet.parameters import IN_WERKING, INGANG_2022, WIJZIGING_2022


A, B, C, D = Zekerheid.A, Zekerheid.B, Zekerheid.C, Zekerheid.D


@dataclass(frozen=True)
class Achtergrondregel:
    """Een regel om te weten. ``geldig_tot`` is exclusief."""

    onderwerp: str
    betekenis: str
    bron: Bron
    geldig_vanaf: date = IN_WERKING
    geldig_tot: date | None = None

    def geldt_op(self, dag: date) -> bool:
        """Of deze rij op die dag geldt."""
        return self.geldig_vanaf <= dag and (
            self.geldig_tot is None or dag < self.geldig_tot
        )


def _wi(artikel: str, zekerheid: Zekerheid, toelichting: str = "") -> Bron:
    return Bron("Wi2021", artikel, zekerheid, toelichting)


def _duo(artikel: str, zekerheid: Zekerheid, toelichting: str = "") -> Bron:
    return Bron("DUO", artikel, zekerheid, toelichting)


ACHTERGROND: tuple[Achtergrondregel, ...] = (
    # De wet en haar wijzigingen
    Achtergrondregel(
        "Z-route",
        "wie dat volgens de gemeente kan, mag in de Z-route examen doen in de taal op A2; "
        "dat is niet verplicht",
        Bron("Besluit", "3.14 lid 7", A),
    ),
    Achtergrondregel(
        "wijziging",
        "wie in de Z-route examen wil doen, mag dat nu ook in KNM",
        Bron("Besluit", "3.14 lid 7", A, INGANG_2022),
        geldig_vanaf=WIJZIGING_2022,
    ),
    Achtergrondregel(
        "wijziging",
        "een opleiding die niet vrijstelt (praktijkonderwijs, voortgezet speciaal "
        "onderwijs, entree) geeft een grond voor verlenging",
        Bron("Besluit", "4.3 lid 2; Regeling art. 4.2", A, INGANG_2022),
        geldig_vanaf=WIJZIGING_2022,
    ),
    Achtergrondregel(
        "wijziging",
        "de tien weken voor het PIP: het artikel kreeg er een lid bij, wat in lid 4 stond "
        "staat nu in lid 5",
        Bron("Besluit", "5.3", A, INGANG_2022),
        geldig_vanaf=WIJZIGING_2022,
    ),
    Achtergrondregel(
        "wijziging",
        "elk vmbo-diploma stelt vrij; daarvoor alleen de gemengde en theoretische leerweg",
        Bron("Regeling", "2.1 onder c", A, "Stcrt. 2022, 33825; ingang niet bevestigd"),
        geldig_vanaf=WIJZIGING_2022,
    ),
    Achtergrondregel(
        "rechtspraak",
        "geen stelselmatige boetes voor asielstatushouders; alleen bij bewezen, "
        "aanhoudende onwil",
        Bron("rechtspraak", "HvJ EU 4-2-2025 (ECLI:EU:C:2025:52)", B),
        geldig_vanaf=HVJ,
    ),
    Achtergrondregel(
        "rechtspraak",
        "de Raad van State past die uitspraak toe op boetes en leningen van de vorige wet",
        Bron("rechtspraak", "RvS 9-7-2025", B),
        geldig_vanaf=RVS,
    ),
    Achtergrondregel(
        "rechtspraak",
        "dat geldt ook voor oudere besluiten",
        Bron("rechtspraak", "RvS 18-2-2026", B),
        geldig_vanaf=RVS_OUDER,
    ),
    Achtergrondregel(
        "KNM",
        "de eindtermen van KNM zijn herzien: acht onderwerpen",
        Bron("Regeling", "bijlage", C, "Stcrt. 2024, 15802"),
        geldig_vanaf=date(2025, 7, 1),
    ),
    Achtergrondregel(
        "Participatiewet",
        "de Participatiewet wijzigt in fasen; wat dat doet met artikel 18 en 56a is hier "
        "niet gelezen",
        Bron("Participatiewet", "18 en 56a", C, "Participatiewet in balans"),
        geldig_vanaf=date(2026, 1, 1),
    ),
    Achtergrondregel(
        "vindplaatsen",
        "de nummers van artikel 9, 16, 18, 22 en 25 van de wet en van hoofdstuk 5 tot en "
        "met 8 van het Besluit (behalve 5.3) zijn niet in de tekst zelf nagelezen",
        _wi("", D),
    ),
    # De plicht
    Achtergrondregel(
        "plicht",
        "plichtig is wie mag blijven met een vergunning, asiel of regulier, voor een doel "
        "dat niet tijdelijk is; en een geestelijk bedienaar",
        Bron("Wi2021", "3; Regeling art. 1.2", B),
    ),
    Achtergrondregel(
        "plicht",
        "een tijdelijke vrijstelling legt de plicht stil; trekt DUO haar in, dan leeft de "
        "plicht weer op en herrekent DUO de termijn",
        _duo("SS129 en SS130", A),
    ),
    Achtergrondregel(
        "plicht",
        "de plicht begint als het verblijfsrecht bekend is; de kennisgeving van DUO komt "
        "pas als er ook een BSN en een inschrijving zijn, tot acht weken later",
        _wi("3", B),
    ),
    Achtergrondregel(
        "plicht",
        "wie nog geen 18 is en geen kwalificatieplicht heeft, kan DUO vragen eerder te "
        "beginnen",
        _wi("3", B),
    ),
    Achtergrondregel(
        "plicht",
        "een verblijf voor een tijdelijk doel, zoals studie, geeft geen plicht",
        _wi("3 en 4", C),
    ),
    Achtergrondregel(
        "plicht",
        "Turkse onderdanen zijn sinds de Wi2021 ook inburgeringsplichtig",
        _wi("3", C),
    ),
    Achtergrondregel(
        "plicht",
        "wie als kind ten minste acht jaar in Nederland woonde, is niet "
        "inburgeringsplichtig; DUO stelt dat vast",
        _wi("3 en 4", C),
    ),
    Achtergrondregel(
        "groep",
        "vervallen asielrechten bij de IND veranderen de groep bij DUO niet vanzelf; wie "
        "een andere groep wil, vraagt dat via de gemeente",
        Bron("DUO", "SS124 en SS125", A),
    ),
    Achtergrondregel(
        "vrijstelling",
        "een diploma in het Nederlands stelt vrij: havo, vwo, mbo vanaf niveau 2, hbo en "
        "universiteit; praktijkonderwijs en entree (mbo 1) niet",
        Bron("Regeling", "2.1", A),
    ),
    Achtergrondregel(
        "vrijstelling",
        "een diploma in het Nederlands uit België, Suriname, Aruba, Curaçao, Sint Maarten "
        "of Caribisch Nederland stelt ook vrij, en van elders vanaf niveau B1",
        Bron("Regeling", "2.1", A),
    ),
    Achtergrondregel(
        "vrijstelling",
        "vmbo stelt alleen vrij met de gemengde of de theoretische leerweg",
        Bron("Regeling", "2.1 onder c", A),
        geldig_tot=WIJZIGING_2022,
    ),
    Achtergrondregel(
        "vrijstelling",
        "aantoonbaar voldoende ingeburgerd: in de praktijk tien jaar in Nederland, "
        "waarvan vijf jaar werk",
        Bron("Besluit", "2.3", C),
    ),
    Achtergrondregel(
        "ontheffing",
        "medisch is: een blijvende lichamelijke of psychische belemmering, of een "
        "verstandelijke beperking",
        _wi("5", A),
    ),
    Achtergrondregel(
        "ontheffing",
        "in de Z-route zegt DUO hoeveel uur participatie iemand binnen vijf jaar aankan; "
        "nul is: kan niet meedoen",
        _duo("Ontheffing", A),
    ),
    Achtergrondregel(
        "ontheffing",
        "het medisch onderzoek kost 225 euro, en wordt vergoed als DUO de ontheffing geeft",
        Bron("Regeling", "", C, "stand augustus 2026; een andere bron noemt 240,79"),
        geldig_vanaf=date(2026, 8, 1),
    ),
    Achtergrondregel(
        "ontheffing",
        "een ontheffing om bijzondere omstandigheden is niet genoeg voor naturalisatie",
        Bron("RWN", "", C),
    ),
    Achtergrondregel(
        "ontheffing",
        "aantoonbaar geleverde inspanning hoort bij de Wet inburgering 2013, niet bij "
        "deze wet",
        Bron("Wi2013", "", C),
    ),
    Achtergrondregel(
        "naturalisatie",
        "naturalisatie op B1 en na tien jaar is een wetsvoorstel en geldt niet",
        Bron("RWN", "", C, "stand augustus 2026"),
        geldig_vanaf=date(2026, 8, 1),
    ),
    # De termijn
    Achtergrondregel(
        "termijn",
        "de inburgeringstermijn begint op de dag na de dagtekening van het eerste PIP; een "
        "nieuw PIP, of een PIP dat voor een deel is vernietigd, verschuift haar niet",
        _wi("11 lid 2-3", A),
    ),
    Achtergrondregel(
        "termijn",
        "DUO geeft het einde van de termijn als de eerste dag die niet meer meetelt",
        _duo("Inburgeringstermijn", A),
    ),
    Achtergrondregel(
        "termijn",
        "na een verhuizing loopt de termijn door",
        _wi("11 lid 3", D, "afgeleid"),
    ),
    Achtergrondregel(
        "verlenging",
        "over dezelfde tijd verlengt DUO eenmaal, ook als er meer gronden zijn",
        Bron("Besluit", "4.1 tot en met 4.5", C),
    ),
    # Intake, PIP en PVT
    Achtergrondregel(
        "intake",
        "de brede intake gaat over opleiding, werkervaring en persoonlijke omstandigheden, "
        "ook gezondheid; de leerbaarheidstoets hoort erbij",
        _wi("14 lid 3", B),
    ),
    Achtergrondregel(
        "leerbaarheidstoets",
        "de uitslag is niet bindend: de gemeente kiest de leerroute met de intake en de "
        "toets samen, en mag met uitleg afwijken",
        _wi("15", B),
    ),
    Achtergrondregel(
        "PIP",
        "wie al een opleiding volgt die niet vrijstelt, kan die van de gemeente afmaken "
        "voordat de leerroute begint",
        _duo("PIP", A),
    ),
    Achtergrondregel(
        "PIP",
        "in enge zin staat in het PIP alleen wat de Wi2021 vraagt; bij bijstand komen de "
        "verplichtingen van de Participatiewet erbij, en dan heet het in brede zin",
        Bron("Wi2021", "15; Participatiewet art. 9, 18 en 56a", C),
    ),
    Achtergrondregel(
        "intake",
        "de brede intake kan in de opvang beginnen, vanaf de koppeling aan de gemeente; "
        "een eigen termijn heeft zij niet",
        _wi("14", B),
    ),
    Achtergrondregel(
        "leerbaarheidstoets",
        "een opgeleide toetsbegeleider neemt haar af in Optimum, het systeem van DUO; niet op "
        "een tablet, en met een aanraakscherm voor wie niet kan lezen en schrijven",
        _duo("Leerbaarheidstoets", A),
    ),
    Achtergrondregel(
        "PIP",
        "een PIP dat te laat is, heeft voor de inburgeraar geen gevolg: de termijn begint "
        "dan later",
        _wi("11", A, "afgeleid"),
    ),
    Achtergrondregel(
        "PIP",
        "DUO wil melden dat er na tien weken nog geen leerroute is; dat bericht is gepland",
        _duo("SS126", A),
    ),
    Achtergrondregel(
        "PIP",
        "hoe vaak men elkaar spreekt staat in het PIP; een landelijk aantal is niet "
        "gevonden",
        Bron("Besluit", "hoofdstuk 5", C),
    ),
    Achtergrondregel(
        "PVT",
        "het PVT gaat over vrijheid, gelijkwaardigheid, solidariteit en participatie, en "
        "eindigt met het ondertekenen van de verklaring",
        Bron("Besluit", "3.1 lid 6", C),
    ),
    Achtergrondregel(
        "PVT",
        "een excursie of een andere activiteit hoort bij de uren van het PVT",
        Bron("Besluit", "3.1", D),
    ),
    Achtergrondregel(
        "PVT",
        "een pagina van DUO noemt nog een dagdeel; dat hoorde bij de vorige wet",
        _duo("", C),
    ),
    Achtergrondregel(
        "PVT",
        "het PVT moet binnen de inburgeringstermijn af zijn, niet meer binnen een jaar",
        _wi("6 en 11", B),
    ),
    # Routes en examens
    Achtergrondregel(
        "keurmerk",
        "een cursusinstelling heeft het keurmerk van Blik op Werk; op een taalschakeltraject "
        "let de Inspectie van het Onderwijs",
        _wi("32", B),
    ),
    Achtergrondregel(
        "afschalen",
        "voor afschalen is er geen vast moment, en aan KNM verandert het niets",
        Bron("Wi2021", "17 lid 3; Besluit art. 5.5", B),
    ),
    Achtergrondregel(
        "uren",
        "bij een andere leerroute tellen de uren taal en KNM van de vorige mee",
        _duo("GevolgdeUren", A),
    ),
    Achtergrondregel(
        "B1-route",
        "een wettelijk aantal uren is er niet; het PIP van een asielstatushouder schat ze",
        Bron("Besluit", "hoofdstuk 5", A),
    ),
    Achtergrondregel(
        "Z-route",
        "de tekst van het certificaat staat in het portaal van DUO; het bericht daarover "
        "is gepland",
        _duo("SS141", A),
    ),
    Achtergrondregel(
        "verlenging",
        "verlengt DUO de termijn, dan hoeft het PIP daarvoor niet te wijzigen",
        _wi("12", A),
    ),
    Achtergrondregel(
        "verlenging",
        "hoe lang DUO verlengt om alfabetisering, en hoe lang hoogstens als iemand niets "
        "te verwijten is, is niet gevonden; twee jaar wordt genoemd",
        Bron("Besluit", "4.3 en 4.4", D),
    ),
    Achtergrondregel(
        "onderwijsroute",
        "ongeveer 1.500 uur in anderhalf tot twee jaar, waarvan ongeveer 1.000 uur taal",
        Bron("Besluit", "", C, "artikel niet gevonden"),
    ),
    Achtergrondregel(
        "onderwijsroute",
        "de eindtermen van het taalschakeltraject gaan ook over studie en beroep; dat "
        "komt in de plaats van de MAP",
        Bron("Regeling eindtermen educatie 2013", "bijlage 9", B),
    ),
    Achtergrondregel(
        "onderwijsroute",
        "het rijk verwachtte dat een kwart van de asielstatushouders deze route volgt; "
        "de instroom is lager",
        Bron("beleid", "aanname van 2021", B),
    ),
    Achtergrondregel(
        "examen",
        "een examen op A2 en KNM kost 50 euro per onderdeel; het staatsexamen B1 en B2 "
        "heeft een eigen prijs",
        Bron("Regeling", "", C, "stand augustus 2026"),
        geldig_vanaf=date(2026, 8, 1),
    ),
    Achtergrondregel(
        "examen",
        "een uitslag komt na acht weken; voor schrijven en spreken op A2 duurt het in "
        "2026 tot zestien weken, met zes maanden verlenging vanzelf",
        _duo("Examen", C, "stand augustus 2026"),
        geldig_vanaf=date(2026, 8, 1),
    ),
    Achtergrondregel(
        "MAP",
        "voor de MAP is geen totaal aantal uren gevonden; de 64 uur is van de oude wet",
        Bron("Besluit", "3.2", C),
    ),
    Achtergrondregel(
        "werk",
        "werk geeft geen ontheffing van de plicht; avondles, online les of later beginnen "
        "kan wel, en werk kan tellen als praktijk van de MAP",
        _wi("6", C),
    ),
    # Handhaving
    Achtergrondregel(
        "handhaving",
        "een boete van de gemeente kan om een afspraak uit het PIP die iemand niet nakomt: "
        "het gaat om de inspanning, niet om het resultaat",
        _wi("23", B),
    ),
    Achtergrondregel(
        "boete van DUO",
        "staat er meer open, dan telt de langste nieuwe termijn; zij worden niet opgeteld",
        Bron("Besluit", "7.2", C),
    ),
    Achtergrondregel(
        "handhaving",
        "bij bijstand weegt de gemeente een boete af tegen een maatregel van de "
        "Participatiewet, die veel zwaarder kan zijn; de VNG beschrijft vijf keuzes",
        Bron("Participatiewet", "18", A, "VNG, Samenloop bij sanctioneren"),
    ),
    Achtergrondregel(
        "boete van DUO",
        "DUO schrijft twee maanden voor het einde van de termijn, kondigt na het einde de "
        "boete aan en besluit dan",
        _duo("", C),
    ),
    Achtergrondregel(
        "boete van DUO",
        "een bericht over een boete van DUO is gepland en er nog niet",
        _duo("SDI018", A),
    ),
    # Kosten
    Achtergrondregel(
        "kosten",
        "een gezinsmigrant of overige migrant betaalt lessen en examens zelf; MAP en PVT "
        "zijn voor iedereen kosteloos",
        _wi("13 en 20", B),
    ),
    Achtergrondregel(
        "lening",
        "een gezinsmigrant of overige migrant kan naar inkomen bij DUO lenen; over het "
        "hoogste bedrag spreken de bronnen elkaar tegen (10.000 euro of geen vast bedrag)",
        Bron("Besluit", "hoofdstuk 6", D),
    ),
    Achtergrondregel(
        "lening",
        "een asielstatushouder kan onder deze wet niet lenen; de gemeente betaalt",
        _wi("16 en 20", C),
    ),
    Achtergrondregel(
        "kinderopvang",
        "wie inburgert kan kinderopvangtoeslag krijgen voor alle verplichte onderdelen",
        Bron("Wet kinderopvang", "", C),
    ),
    Achtergrondregel(
        "ontzorgen",
        "een wetsvoorstel om in een enkel geval van ontzorgen af te wijken was in 2024 in "
        "consultatie; of het geldt is niet gevonden",
        Bron("Participatiewet", "56a", D, "consultatie 21-3-2024 tot 2-5-2024"),
        geldig_vanaf=date(2024, 3, 21),
    ),
    # Geld van het rijk
    Achtergrondregel(
        "uitkering",
        "de voorlopige uitkering volgt voor 1 oktober van het jaar ervoor, de definitieve "
        "in mei van het jaar erna",
        Bron("Besluit", "hoofdstuk 8", A),
    ),
    Achtergrondregel(
        "uitkering",
        "intake, PIP, ontzorgen en inkoop betaalt het gemeentefonds; leerroutes, MAP, PVT, "
        "begeleiding en tolken betaalt de uitkering",
        _wi("40", B, "sinds 2023"),
        geldig_vanaf=date(2023, 1, 1),
    ),
    Achtergrondregel(
        "uitkering",
        "gerekend wordt met gemiddeld 10.000 euro per asielstatushouder, in 2025 "
        "ongeveer 11.600; een norm per leerroute is er niet",
        Bron("Regeling", "", A, "Divosa, 1-4-2025"),
        geldig_vanaf=date(2025, 4, 1),
    ),
    Achtergrondregel(
        "uitkering",
        "een gemeente schatte in 2021 in totaal ongeveer 13.000 euro per "
        "asielstatushouder en 600 euro per gezinsmigrant of overige migrant",
        Bron("beleid", "perspectiefnota van een gemeente", C),
    ),
    Achtergrondregel(
        "uitkering",
        "een wetsvoorstel geeft halverwege het jaar een nader voorlopig besluit en een "
        "grondslag voor de onderwijsroute; de dag van ingang is niet gevonden",
        _wi("40", C),
    ),
    Achtergrondregel(
        "uitkering",
        "voor de onderwijsroute telt vanaf 2026 ten minste 17.000 euro, eenmaal per "
        "persoon in het jaar van huisvesting",
        _wi("40", B),
        geldig_vanaf=date(2026, 1, 1),
    ),
    Achtergrondregel(
        "uitkering",
        "de gemeente verantwoordt de uitkering met SiSa; de codes en indicatoren zijn niet "
        "gevonden",
        Bron("Financiële-verhoudingswet", "17a", D),
    ),
    Achtergrondregel(
        "uitkering",
        "de uitkering hangt af van aantallen, niet van gehaalde diploma's",
        Bron("Besluit", "hoofdstuk 8", A),
    ),
    Achtergrondregel(
        "uitkering",
        "de onderwijsroute heeft van 2022 tot en met 2025 een eigen uitkering, daarna "
        "valt zij onder die van de Wi2021",
        _wi("40", B),
    ),
    # Gegevens
    Achtergrondregel(
        "CBS",
        "elk kwartaal, binnen vier weken na het einde ervan, levert elke gemeente aan het "
        "CBS",
        Bron("CBS", "Statistiek Wet Inburgering", A),
    ),
    Achtergrondregel(
        "CBS",
        "een kenmerk dat nog niet bekend is of niet past bij de groep of de leerroute, mag "
        "leeg blijven",
        Bron("CBS", "Statistiek Wet Inburgering", A),
    ),
    Achtergrondregel(
        "CBS",
        "de lijst van kenmerken is niet gevonden; nodig zijn ten minste de plicht, de "
        "brede intake, het PIP, de leerroute, de voortgang en het einde",
        Bron("CBS", "Statistiek Wet Inburgering", C),
    ),
    Achtergrondregel(
        "CBS",
        "de levering overlapt met de statistiek re-integratie (SRG); het CBS legt uit hoe",
        Bron("CBS", "Statistiek Wet Inburgering", A),
    ),
    Achtergrondregel(
        "CBS",
        "wat later is vastgelegd, kan ook later worden geleverd",
        Bron("CBS", "Statistiek Wet Inburgering", A),
    ),
    Achtergrondregel(
        "DUO",
        "de gemeente meldt het PIP, de contactpersoon, het aanbod, PVT, MAP, de Z-route en "
        "de gevolgde uren",
        _duo("PIP, Inburgeringsaanbod, MapPvtZroute en GevolgdeUren", A),
    ),
    Achtergrondregel(
        "DUO",
        "de gemeente vraagt de plicht en de groep, de leerbaarheidstoets, de termijn, "
        "vrijstelling, ontheffing en examens op; DUO stuurt een bericht als er iets wijzigt",
        _duo("Notificatie", A),
    ),
    Achtergrondregel(
        "DUO",
        "gepland en nog niet in gebruik: attentiesignalen, het besluit dat is voldaan, de "
        "beoordeling van een verlenging en de inspanning bij een school",
        _duo("SDI008, SDI009, SDI011 en SDI019", A),
    ),
    Achtergrondregel(
        "DUO",
        "gegevens gaan via het portaal van DUO of van systeem naar systeem, met het BSN "
        "als sleutel",
        _duo("Notificatie", A),
    ),
    Achtergrondregel(
        "DUO",
        "een gemeente mag alleen zien wie er woont, aan haar is gekoppeld, haar PIP heeft "
        "of dat tot een maand geleden had",
        _duo("autorisatie van gemeenten", A),
    ),
    Achtergrondregel(
        "bewaren",
        "de selectielijst van gemeenten noemt tien jaar; de vijf jaar van deze wet gaat "
        "voor",
        Bron("Archiefwet", "selectielijst 2020, proces 8.1", B),
    ),
    Achtergrondregel(
        "bewaren",
        "DUO bewaart uitslagen zestig jaar in het diplomaregister en examenwerk vijf jaar",
        Bron("Examenreglement", "14", B),
    ),
    Achtergrondregel(
        "gezondheid",
        "leg alleen het besluit over een ontheffing vast, nooit het medisch verslag",
        Bron("AVG", "9", D),
    ),
    Achtergrondregel(
        "bezwaar",
        "tegen het PIP kan bezwaar, daarna beroep bij de rechtbank, en daarna hoger beroep "
        "bij de Raad van State",
        Bron("Awb", "6:7", B),
    ),
    Achtergrondregel(
        "bezwaar",
        "hoger beroep over de Participatiewet, zoals over een maatregel, gaat naar de "
        "Centrale Raad van Beroep",
        Bron("Awb", "bijlage 2", D, "uit algemene kennis"),
    ),
    Achtergrondregel(
        "bezwaar",
        "de gemeente kiest de leerroute zorgvuldig en onderzoekt alle routes, ook de "
        "onderwijsroute",
        Bron("rechtspraak", "RvS 24-12-2024 (ECLI:NL:RVS:2024:5413)", B),
        geldig_vanaf=date(2024, 12, 24),
    ),
)


def achtergrond(dag: date) -> tuple[Achtergrondregel, ...]:
    """Wat op die dag goed is om te weten."""
    return tuple(w for w in ACHTERGROND if w.geldt_op(dag))
