"""De woorden van de wet, als opsommingen. Opgeslagen waarden zijn de woorden zelf."""

from inburgering.wet.keuze import Keuze


class Doelgroep(Keuze):
    """De twee groepen van de wet (Wi2021 art. 13 lid 1)."""

    ASIELSTATUSHOUDER = "asielstatushouder", "Asielstatushouder"
    GEZINSMIGRANT = (
        "gezinsmigrant_en_overige_migrant",
        "Gezinsmigrant of overige migrant",
    )


class GedetailleerdeDoelgroep(Keuze):
    """De indeling van DUO binnen de twee groepen (DUO, Inburgeringsplicht 1.2.2)."""

    ASIELSTATUSHOUDER = "asielstatushouder", "Asielstatushouder"
    GEESTELIJK_BEDIENAAR = "geestelijk_bedienaar", "Geestelijk bedienaar"
    GEZINSHERENIGER = "gezinshereniger", "Gezinshereniger"
    GEZINSHERENIGER_ASIEL = (
        "gezinshereniger_met_asielstatushouder",
        "Gezinshereniger met asielstatushouder",
    )
    GEZINSVORMER = "gezinsvormer", "Gezinsvormer"
    GEZINSVORMER_ASIEL = (
        "gezinsvormer_met_asielstatushouder",
        "Gezinsvormer met asielstatushouder",
    )
    OVERIG = "overig", "Overig"


class Geslacht(Keuze):
    """Het geslacht zoals de BRP het kent."""

    MAN = "man", "Man"
    VROUW = "vrouw", "Vrouw"
    ONBEKEND = "onbekend", "Onbekend"


class Herkomst(Keuze):
    """Van wie een feit komt."""

    GEMEENTE = "gemeente", "Gemeente"
    DUO = "duo", "DUO"
    BRP = "brp", "BRP"
    COA = "coa", "COA"
    ANDERE_GEMEENTE = "andere_gemeente", "Andere gemeente"
    AANBIEDER = "aanbieder", "Aanbieder"
    INBURGERAAR = "inburgeraar", "Inburgeraar zelf"


class Verblijfsituatie(Keuze):
    """Waar iemand verblijft; bepaalt of de tien weken al lopen."""

    OPVANG = "opvang", "In de opvang (COA)"
    GEMEENTE = "gemeente", "Woont in de gemeente"


class Leerroute(Keuze):
    """De drie leerroutes (Wi2021 art. 7-9). DUO: B, O, Z."""

    B1 = "b1_route", "B1-route"
    ONDERWIJS = "onderwijsroute", "Onderwijsroute"
    Z = "z_route", "Z-route"


class Niveau(Keuze):
    """Taalniveaus van het Europees Referentiekader die de wet gebruikt."""

    A1 = "A1", "A1"
    A2 = "A2", "A2"
    B1 = "B1", "B1"
    B2 = "B2", "B2"


class Onderdeel(Keuze):
    """De onderdelen waaruit de plicht bestaat (Wi2021 art. 6-9)."""

    LEZEN = "lezen", "Lezen"
    LUISTEREN = "luisteren", "Luisteren"
    SCHRIJVEN = "schrijven", "Schrijven"
    SPREKEN = "spreken", "Spreken"
    KNM = "knm", "Kennis van de Nederlandse Maatschappij (KNM)"
    PVT = "pvt", "Participatieverklaringstraject (PVT)"
    MAP = "map", "Module Arbeidsmarkt en Participatie (MAP)"
    TAALSCHAKELTRAJECT = "taalschakeltraject", "Taalschakeltraject"
    TAALUREN = "taaluren", "Cursusuren taal en KNM"
    PARTICIPATIE_UREN = "participatie_uren", "Uren participatie"
    EINDGESPREK_Z = "eindgesprek_z_route", "Eindgesprek Z-route"


TAALONDERDELEN = (
    Onderdeel.LEZEN,
    Onderdeel.LUISTEREN,
    Onderdeel.SCHRIJVEN,
    Onderdeel.SPREKEN,
)
EXAMENONDERDELEN = (*TAALONDERDELEN, Onderdeel.KNM)


class Examenresultaat(Keuze):
    """De uitslag van een poging (DUO, Examen 1.0.0)."""

    GESLAAGD = "geslaagd", "Geslaagd"
    GEZAKT = "gezakt", "Gezakt"
    GEEN = "geen", "Geen resultaat"


class RedenGeenResultaat(Keuze):
    """Waarom een poging geen resultaat gaf (DUO, Examen 1.0.0)."""

    VERWIJTBAAR = "verwijtbaar", "Verwijtbaar"
    NIET_VERWIJTBAAR = "niet_verwijtbaar", "Niet verwijtbaar"
    AFGEMELD = "afgemeld", "Afgemeld"
    ABSENT = "absent", "Afwezig"


class LBTUitkomst(Keuze):
    """De uitkomst van de leerbaarheidstoets (DUO, Leerbaarheidstoets 1.2.0)."""

    HAALBAAR = "b1_route_haalbaar", "B1-route haalbaar"
    NIET_HAALBAAR = "b1_route_niet_haalbaar", "B1-route niet haalbaar"
    ONBEKEND = "onbekend", "Onbekend"


class LBTUitzondering(Keuze):
    """Waarom de leerbaarheidstoets niet is afgenomen (Wi2021 art. 14 lid 6-7)."""

    VISUEEL = "visuele_beperking", "Visuele beperking"
    AUDITIEF = (
        "auditieve_beperking",
        "Auditieve beperking en de uitleg is niet te volgen",
    )


class PIPStatus(Keuze):
    """Hoe ver een versie van het PIP is."""

    CONCEPT = "concept", "Concept"
    BESPROKEN = "besproken", "Besproken"
    VASTGESTELD = "vastgesteld", "Vastgesteld"


class Alfabetisering(Keuze):
    """Alfabetiseringsonderwijs (DUO, PIP 1.2.0: A, AA, NVT)."""

    ANALFABEET = "analfabeet", "Analfabeet"
    ANDERS_GEALFABETISEERD = "anders_gealfabetiseerd", "Anders gealfabetiseerd"
    NIET_VAN_TOEPASSING = "niet_van_toepassing", "Niet van toepassing"


class Urensoort(Keuze):
    """Waarvoor uren meetellen (DUO, GevolgdeUren 1.0.0)."""

    TAAL = "taalles", "Taalles"
    KNM = "knm", "KNM-les"
    VAKKEN = "andere_vakken", "Andere vakken van de onderwijsroute"
    PARTICIPATIE = "participatie", "Participatie"
    INTAKE_TAAL_KNM = "intake_taal_knm", "Taalles en KNM tijdens de brede intake"
    INTAKE_PARTICIPATIE = "intake_participatie", "Participatie tijdens de brede intake"
    BEGELEIDING = "maatschappelijke_begeleiding", "Maatschappelijke begeleiding"
    PARTICIPATIEWET = "participatiewet", "Activiteiten op grond van de Participatiewet"


class Participatievorm(Keuze):
    """Wat iemand doet naast de taallessen."""

    BETAALD_WERK = "betaald_werk", "Betaald werk"
    WERKERVARINGSPLAATS = "werkervaringsplaats", "Werkervaringsplaats"
    LEERWERKTRAJECT = "leerwerktraject", "Leer-werktraject"
    STAGE = "stage", "Stage"
    VRIJWILLIGERSWERK = "vrijwilligerswerk", "Vrijwilligerswerk"
    ACTIVERING = "activering", "Activering"
    OPLEIDING = "opleiding", "Opleiding"


class Samenhang(Keuze):
    """Hoe taal en participatie samengaan; of dat verschil maakt is een open vraag."""

    PARALLEL = "parallel", "Naast de taallessen"
    GEINTEGREERD = "geintegreerd", "Taal op de werkplek zelf"


class Contractsoort(Keuze):
    """Op welke afspraak iemand werkt of ergens meedoet."""

    VAST = "vast", "Vast contract"
    TIJDELIJK = "tijdelijk", "Tijdelijk contract"
    UITZEND = "uitzend", "Uitzendwerk"
    OPROEP = "oproep", "Oproepwerk of nul uren"
    LEERARBEID = "leerarbeid", "Leer-arbeidsovereenkomst"
    STAGE = "stage", "Stageovereenkomst"
    ZELFSTANDIG = "zelfstandig", "Zelfstandig, eigen bedrijf"
    GEEN = "geen", "Geen contract"
    ONBEKEND = "onbekend", "Niet bekend"


class Taalrijk(Keuze):
    """Of er op de werkplek Nederlands wordt gesproken; een feit, geen oordeel."""

    JA = "ja", "Ja, er wordt Nederlands gesproken"
    NEE = "nee", "Nee, niet of bijna niet"
    ONBEKEND = "onbekend", "Niet bekend"


class RedenEindeParticipatie(Keuze):
    """Waarom een duaal traject ophield."""

    AFGEROND = "afgerond", "Volgens plan afgerond"
    DOORSTROOM_WERK = "doorstroom_werk", "Doorgestroomd naar (ander) werk"
    DOORSTROOM_OPLEIDING = "doorstroom_opleiding", "Doorgestroomd naar opleiding"
    NIET_PASSEND = "niet_passend", "Paste niet bij de inburgeraar"
    PLAATS_VERVALLEN = "plaats_vervallen", "De plaats is vervallen"
    OMSTANDIGHEDEN = "omstandigheden", "Persoonlijke omstandigheden"
    ANDERS = "anders", "Anders"


class RedenEindeAanbod(Keuze):
    """Waarom iemand stopte bij een aanbieder."""

    AFGEROND = "afgerond", "Afgerond"
    WIJZIGING_LEERROUTE = "wijziging_leerroute", "Andere leerroute"
    ANDERE_AANBIEDER = "andere_aanbieder", "Naar een andere aanbieder"
    GESTOPT = "gestopt", "Gestopt"
    ADMINISTRATIEF = "administratief", "Administratief afgesloten"


class Keurmerk(Keuze):
    """Wie toezicht houdt op de aanbieder (Wi2021 art. 32)."""

    BLIK_OP_WERK = "blik_op_werk", "Blik op Werk"
    ASPIRANT = "blik_op_werk_aspirant", "Blik op Werk, aspirant"
    INSPECTIE = "inspectie_van_het_onderwijs", "Inspectie van het Onderwijs"
    GEEN = "geen", "Geen"


class Gespreksvorm(Keuze):
    """Hoe een gesprek is gevoerd."""

    OP_KANTOOR = "op_kantoor", "Op kantoor"
    THUIS = "thuis", "Bij de inburgeraar thuis"
    OP_LOCATIE = "op_locatie", "Op school of werkplek"
    TELEFOON = "telefoon", "Telefonisch"
    VIDEO = "video", "Via beeldbellen"


class Verwijtbaar(Keuze):
    """Of te laat afronden te verwijten is (DUO, MapPvtZroute 1.0.0)."""

    JA = "ja", "Ja"
    NEE = "nee", "Nee"


class DUOBesluitsoort(Keuze):
    """Wat DUO heeft besloten. DUO beslist; wij leggen het vast met bron en datum."""

    VOLDAAN = "voldaan", "Aan de inburgeringsplicht voldaan"
    VERLENGING = "verlenging", "Inburgeringstermijn verlengd"
    VERLENGING_AFGEWEZEN = "verlenging_afgewezen", "Verlenging afgewezen"
    VRIJSTELLING_GEHEEL = "vrijstelling_geheel", "Volledige vrijstelling"
    VRIJSTELLING_TIJDELIJK = "vrijstelling_tijdelijk", "Tijdelijke vrijstelling"
    VRIJSTELLING_INGETROKKEN = (
        "vrijstelling_tijdelijk_ingetrokken",
        "Tijdelijke vrijstelling ingetrokken",
    )
    VRIJSTELLING_GEDEELTELIJK = (
        "vrijstelling_gedeeltelijk",
        "Vrijstelling van een onderdeel",
    )
    ONTHEFFING_GEHEEL = "ontheffing_geheel", "Volledige ontheffing"
    ONTHEFFING_GEDEELTELIJK = "ontheffing_gedeeltelijk", "Ontheffing van een onderdeel"
    PLICHT_BEEINDIGD = "plicht_beeindigd", "Plicht beëindigd om een andere reden"
    VRIJSTELLING_AFGEWEZEN = "vrijstelling_afgewezen", "Vrijstelling afgewezen"
    ONTHEFFING_AFGEWEZEN = "ontheffing_afgewezen", "Ontheffing afgewezen"
    BOETE_AANGEKONDIGD = "boete_aangekondigd", "Boete aangekondigd"
    BOETE = "boete", "Boete opgelegd"
    NIEUWE_TERMIJN = "nieuwe_termijn", "Nieuwe termijn na overschrijding"


class RedenEindePlicht(Keuze):
    """Waarom de plicht eindigt (DUO, Inburgeringsplicht 1.2.2)."""

    VOLLEDIGE_ONTHEFFING = "volledige_ontheffing", "Volledige ontheffing"
    VOLLEDIGE_VRIJSTELLING = "volledige_vrijstelling", "Volledige vrijstelling"
    VOLDAAN = "inburgeringsplicht_voldaan", "Inburgeringsplicht voldaan"
    VERBLIJFSDOEL = "verblijfsdoel_gewijzigd", "Verblijfsdoel gewijzigd"
    VERTREK = "vertrek_uit_nederland", "Langdurig uit Nederland vertrokken"
    OVERLIJDEN = "overlijden", "Overlijden"
    TIJDELIJKE_VRIJSTELLING = "tijdelijke_vrijstelling", "Tijdelijke vrijstelling"
    ONTERECHT = "onterecht_of_andere_wet", "Ten onrechte opgelegd of andere wet"
    AOW = "aow_leeftijd", "AOW-leeftijd bereikt"
    OVERIG = "overig", "Overig"


class RedenAfsluiting(Keuze):
    """Waarom de gemeente een traject afsluit."""

    VOLDAAN = "voldaan", "DUO: aan de plicht voldaan"
    PLICHT_GEEINDIGD = "plicht_geeindigd", "DUO: de plicht is geëindigd"
    VERHUISD = "verhuisd", "Verhuisd naar een andere gemeente"
    VERTROKKEN = "vertrokken", "Uit Nederland vertrokken"
    OVERLEDEN = "overleden", "Overleden"
    TEN_ONRECHTE = "ten_onrechte", "Ten onrechte geregistreerd of andere wet"
    NIET_GEVOLGD = "niet_meer_gevolgd", "Gevolgd zonder plicht, en dat is klaar"


class Trajectstatus(Keuze):
    """De toestand van een traject; volgt uit de feiten, nooit met de hand gezet."""

    AANGEMELD = "aangemeld", "Aangemeld"
    INTAKE = "brede_intake", "Brede intake"
    PIP = "pip_opstellen", "PIP opstellen"
    LEERROUTE = "leerroute", "Leerroute"
    ONDERDELEN_BEHAALD = "onderdelen_behaald", "Alle onderdelen behaald"
    OPGESCHORT = "opgeschort", "Opgeschort (tijdelijk vrijgesteld)"
    VOLDAAN = "voldaan", "Voldaan volgens DUO"
    GEEINDIGD = "geeindigd", "Plicht geëindigd"
    GEVOLGD = "gevolgd", "Gevolgd zonder plicht"
    AFGESLOTEN = "afgesloten", "Afgesloten"


class Termijnsoort(Keuze):
    """Wat binnen een tijd moet of gepland is."""

    PIP = "pip_vaststellen", "PIP vaststellen"
    INBURGERINGSTERMIJN = "inburgeringstermijn", "Inburgeringstermijn"
    VERLENGING_VRAGEN = "verlenging_vragen", "Verlenging bespreken"
    LEERROUTE_WIJZIGEN = "leerroute_wijzigen", "Leerroute nog te wijzigen"
    INTAKE = "brede_intake", "Brede intake houden"
    VOORTGANGSGESPREK = "voortgangsgesprek", "Voortgangsgesprek voeren"
    PIP_VERSTUREN = "pip_versturen", "PIP versturen"
    PIP_BEZWAAR = "pip_bezwaar", "Bezwaartermijn PIP"
    AANBOD = "inburgeringsaanbod", "Inburgeringsaanbod doen"
    DUO_VOLDAAN = "duo_voldaan", "Wachten op DUO"
    TEGENSTRIJDIGHEID = "tegenstrijdigheid", "Tegenstrijdigheid uitzoeken"
    AFSLUITEN = "afsluiten", "Dossier afsluiten"
    BEWAARTERMIJN = "bewaartermijn", "Bewaartermijn"
    # Handhaven heet op een takenlijst niet zo: wie meekijkt, leest het niet af.
    HANDHAVING_CONTACT = "afspraak_contact", "Contact over een afspraak"
    HANDHAVING_REACTIE = "afspraak_reactie", "Reactie van de inburgeraar"
    HANDHAVING_BESLUIT = "afspraak_afronden", "Vervolg op een afspraak afronden"
    HANDHAVING_UITERLIJK = "afspraak_uiterlijk", "Laatste dag voor een boete"
    HANDHAVING_BEZWAAR = "afspraak_bezwaar", "Bezwaartermijn boete of maatregel"
    BEZWAAR_BESLISSEN = "bezwaar_beslissen", "Op bezwaar beslissen"
    BEROEP = "beroep", "Beroepstermijn"
    HOGER_BEROEP = "hoger_beroep", "Termijn voor hoger beroep"
    OVERDRACHT = "overdracht", "Dossier overdragen"
    INZAGE = "inzage_na_verhuizing", "Inzage na een verhuizing"
    VERNIETIGEN = "vernietigen", "Dossier vernietigen"
    ADVIES = "advies_ontheffing", "Advies geven aan DUO"
    AFSPRAAK = "afspraak", "Afspraak nakomen"
    ONTZORGEN = "ontzorgen", "Financieel ontzorgen"
    EXAMEN = "examen_aanmelden", "Aanmelden voor examens"
    LESSEN = "lessen_passen", "Lessen passend maken"
    # Geen termijn van de wet: wat een collega zich voornam. ``stand`` kent haar niet.
    TAAK = "taak", "Eigen taak"


class Volggrond(Keuze):
    """Waarom de gemeente iemand volgt; zonder plicht geen termijn en geen boete."""

    PLICHT = "plicht", "Inburgeringsplichtig"
    VRIJWILLIG = "vrijwillig", "Vrijwillige inburgeraar"
    GEMEENTELIJK = "gemeentelijk", "Groep die de gemeente zelf helpt"


class Asielrechten(Keuze):
    """Welke rechten gelden na een ander verblijfsdoel (DUO, Inburgeringsplicht 1.2.2)."""

    TOEGEKEND = "asielrechten_toegekend", "Asielrechten toegekend"
    BEHOUD = "behoud_asielrechten", "Behoud van asielrechten"
    GEZIN_BEHOUD = (
        "op_verzoek_behoud_rechten_gezin",
        "Op verzoek behoud van rechten als gezins- of overige migrant",
    )
    GEZIN_TOEGEKEND = (
        "op_verzoek_rechten_gezin_toegekend",
        "Op verzoek rechten als gezins- of overige migrant toegekend",
    )


class Verhuissoort(Keuze):
    """Waarheen of waarvandaan iemand verhuist."""

    BINNEN = "binnen_gemeente", "Binnen de gemeente"
    OPVANGLOCATIE = "andere_opvanglocatie", "Naar een andere opvanglocatie"
    UIT_OPVANG = "uit_opvang", "Uit de opvang naar deze gemeente"
    UIT_GEMEENTE = "uit_andere_gemeente", "Uit een andere gemeente hierheen"
    NAAR_GEMEENTE = "naar_andere_gemeente", "Naar een andere gemeente"
    BUITENLAND = "naar_buitenland", "Naar het buitenland"


class Grondslag(Keuze):
    """De wet waarop een afspraak of verplichting rust; die bepaalt de sanctie."""

    WI2021 = "wi2021", "Wet inburgering 2021"
    PARTICIPATIEWET = "participatiewet", "Participatiewet"


class Eigenaar(Keuze):
    """Wie een afspraak nakomt."""

    INBURGERAAR = "inburgeraar", "De inburgeraar"
    GEMEENTE = "gemeente", "De gemeente"
    AANBIEDER = "aanbieder", "De school of aanbieder"
    WERKGEVER = "werkgever", "De werkgever"
    ANDER = "ander", "Iemand anders"


class Afspraakonderwerp(Keuze):
    """Waar een afspraak uit het PIP over gaat."""

    TAAL = "taal", "Taal"
    PARTICIPATIE = "participatie", "Participatie en werk"
    OPLEIDING = "opleiding", "Opleiding"
    PVT_MAP = "pvt_map", "PVT en MAP"
    ONTZORGEN = "ontzorgen", "Geld en ontzorgen"
    BEGELEIDING = "begeleiding", "Maatschappelijke begeleiding"
    THUIS = "thuis", "Wonen, gezin en kinderopvang"
    OVERIG = "overig", "Iets anders"


class Afspraakresultaat(Keuze):
    """Wat er van een afspraak terechtkwam."""

    NAGEKOMEN = "nagekomen", "Nagekomen"
    DEELS = "deels_nagekomen", "Deels nagekomen"
    NIET = "niet_nagekomen", "Niet nagekomen"
    VERVALLEN = "vervallen", "Vervallen"


class Lastwijze(Keuze):
    """Hoe een vaste last tijdens het ontzorgen wordt betaald."""

    GEMEENTE = "gemeente_betaalt", "De gemeente betaalt uit de bijstand"
    ANDERS = "ander_instrument", "Met een ander hulpmiddel"
    NIET_NODIG = "niet_nodig", "Niet nodig"


class RedenEindeOntzorgen(Keuze):
    """Waarom het ontzorgen ophield."""

    TERMIJN = "termijn_voorbij", "De tijd van het ontzorgen is voorbij"
    GEEN_BIJSTAND = "geen_bijstand", "Geen bijstand meer"
    VERHUISD = "verhuisd", "Verhuisd"
    ZELFREDZAAM = "zelfredzaam", "Kan het zelf"
    ANDERS = "anders", "Anders"


class RedenEindeBegeleiding(Keuze):
    """Waarom de maatschappelijke begeleiding ophield."""

    AFGEROND = "afgerond", "Afgerond"
    OVERGEDRAGEN = "overgedragen", "Overgedragen aan een andere organisatie"
    VERHUISD = "verhuisd", "Verhuisd"
    GESTOPT = "gestopt", "Gestopt op verzoek van de inburgeraar"
    ANDERS = "anders", "Anders"


class Aanvraagsoort(Keuze):
    """Wat iemand aan DUO vraagt; DUO beslist."""

    VERLENGING = "verlenging", "Verlenging van de inburgeringstermijn"
    VRIJSTELLING = "vrijstelling", "Vrijstelling"
    ONTHEFFING_MEDISCH = "ontheffing_medisch", "Ontheffing op medische gronden"
    ONTHEFFING_BIO = (
        "ontheffing_bijzonder",
        "Ontheffing om bijzondere individuele omstandigheden",
    )


class Verlengingsgrond(Keuze):
    """Waarom DUO de termijn kan verlengen (Besluit art. 4.3 en 4.4; Regeling 4.1, 4.2)."""

    ALFABETISERING = "alfabetisering", "Alfabetiseringsonderwijs"
    OPLEIDING = "niet_vrijstellende_opleiding", "Niet-vrijstellende opleiding"
    ZIEKTE = "ziekte", "Ziekte van zichzelf of een gezinslid"
    OVERLIJDEN = "overlijden", "Overlijden in de familie"
    BEVALLING = "bevalling", "Zwangerschap en bevalling"
    DAKLOOS = "dakloos_of_opvang", "Dakloos of in de maatschappelijke opvang"
    GEMEENTE_LAAT = "gemeente_laat", "De gemeente was te laat met het aanbod"
    SCHOOL = "school", "Problemen bij de school"
    INSPANNING = "inspanning", "Veel uren en een deel van de examens gehaald"
    OVERIG = "overig", "Andere reden buiten eigen schuld"


class Verlengwijze(Keuze):
    """Of DUO uit zichzelf verlengt of alleen als iemand het vraagt (SS103, SS104)."""

    AMBTSHALVE = "ambtshalve", "DUO doet het uit zichzelf"
    OP_VERZOEK = "op_verzoek", "De inburgeraar vraagt het aan"


class Voldoet(Keuze):
    """Of aan een voorwaarde is voldaan, voor zover de feiten het zeggen."""

    JA = "ja", "Ja"
    NEE = "nee", "Nee"
    ONBEKEND = "onbekend", "Niet bekend"


class Aanvraaguitslag(Keuze):
    """Hoe een aanvraag bij DUO ervoor staat."""

    IN_BEHANDELING = "in_behandeling", "In behandeling bij DUO"
    TOEGEKEND = "toegekend", "Toegekend"
    AFGEWEZEN = "afgewezen", "Afgewezen"


class Vrijstellingsreden(Keuze):
    """Waarom DUO vrijstelt (DUO, Vrijstelling 1.0.0; Besluit 2.3, Regeling 2.1, 3.12)."""

    AVI = "AVI", "Aantoonbaar voldoende ingeburgerd (AVI)"
    DIP = "DIP", "Diploma uit het register van DUO (DIP)"
    DOC = "DOC", "Ander diploma of document (DOC)"
    INB = "INB", "Inburgeringsdiploma van de vorige wet, minstens B1 (INB)"
    OPL = "OPL", "Volgt een vrijstellende opleiding, door DUO gezien (OPL)"
    INS = "INS", "Volgt een vrijstellende opleiding, op verzoek (INS)"
    GED = "GED", "Taalniveau al behaald (GED)"


class Ontheffingsgrond(Keuze):
    """Waarom DUO ontheft (DUO, Ontheffing 1.0.0); nooit meer dan het woord."""

    MED = "MED", "Medisch"
    BIO = "BIO", "Bijzondere individuele omstandigheden"


class Advies(Keuze):
    """Het advies van de gemeente aan DUO bij een ontheffing; DUO beslist."""

    TOEKENNEN = "toekennen", "Toekennen"
    AFWIJZEN = "afwijzen", "Afwijzen"
    GEEN = "geen_advies", "Geen advies"


class Aanleiding(Keuze):
    """Wat iemand niet nakwam (Wi2021 art. 22 en 23; Participatiewet art. 18)."""

    INTAKE = "intake_niet_verschenen", "Niet verschenen of meegewerkt bij de intake"
    LBT = "lbt_niet_verschenen", "Niet verschenen bij de leerbaarheidstoets"
    PIP = "pip_niet_nagekomen", "Afspraak uit het PIP niet nagekomen"
    VERZUIM = "verzuim_lessen", "Lessen verzuimd zonder bericht"
    PARTICIPATIEWET = "pw_niet_nagekomen", "Verplichting van de Participatiewet"


class Verzuimoorzaak(Keuze):
    """Waardoor het kwam: eerst begrijpen en helpen, dan pas handhaven."""

    ZIEKTE = "ziekte", "Ziekte (geen verdere bijzonderheden)"
    KINDEROPVANG = "kinderopvang", "Geen kinderopvang"
    WERK = "werk", "Werk"
    REIZEN = "reizen", "Reisafstand of vervoer"
    SCHULDEN = "schulden", "Schulden of geldzorgen"
    ONVEILIG = "onveilig", "Onveilige situatie"
    LES_PAST_NIET = "les_past_niet", "De lessen passen niet"
    GEEN_REDEN = "geen_reden", "Geen reden gegeven"
    ONBEKEND = "onbekend", "Niet bekend: niet te bereiken"
    ANDERS = "anders", "Anders"


class Handhavingsbesluit(Keuze):
    """Waarmee het handhaven eindigt: nooit een boete en een maatregel samen."""

    GEEN = "geen_sanctie", "Geen sanctie"
    BOETE = "boete", "Boete op grond van de Wi2021"
    MAATREGEL = "maatregel", "Maatregel op grond van de Participatiewet"


class Verwijtbaarheid(Keuze):
    """Hoe zwaar het iemand valt aan te rekenen (Awb art. 5:41 en 5:46)."""

    ONTBREEKT = "ontbreekt", "Niet te verwijten"
    VERMINDERD = "verminderd", "Verminderd te verwijten"
    GEWOON = "gewoon", "Te verwijten"
    AANHOUDEND = "aanhoudend", "Aantoonbaar en aanhoudend onwillig"


class RedenStoppen(Keuze):
    """Waarom het handhaven stopte zonder besluit."""

    ALSNOG_NAGEKOMEN = "alsnog_nagekomen", "Alsnog nagekomen"
    OORZAAK_WEGGENOMEN = "oorzaak_weggenomen", "De oorzaak is weggenomen"
    NIET_VERWIJTBAAR = "niet_verwijtbaar", "Niet te verwijten"
    TE_LAAT = "te_laat", "Te laat om nog op te treden"
    VERGISSING = "vergissing", "Ten onrechte gemeld"


class Bezwaartegen(Keuze):
    """Tegen welk besluit van de gemeente iemand opkomt."""

    PIP = "pip", "Het PIP"
    HANDHAVING = "handhaving", "Een boete of maatregel"
    ONTZORGEN = "ontzorgen", "Het besluit over ontzorgen"
    ANDERS = "anders", "Een ander besluit"


class Bezwaaruitkomst(Keuze):
    """Wat er op een bezwaar of beroep is beslist."""

    GEGROND = "gegrond", "Gegrond"
    DEELS = "deels_gegrond", "Deels gegrond"
    ONGEGROND = "ongegrond", "Ongegrond"
    NIET_ONTVANKELIJK = "niet_ontvankelijk", "Niet-ontvankelijk"
    INGETROKKEN = "ingetrokken", "Ingetrokken"


class Antwoord(Keuze):
    """Of een vraag is beantwoord; alles telt als ingevuld (niemand vult om te vullen)."""

    BEANTWOORD = "beantwoord", "Beantwoord"
    NIET_GEVRAAGD = "niet_gevraagd", "Niet gevraagd"
    ONBEKEND = "onbekend", "Onbekend"
    WIL_NIET_ZEGGEN = "wil_niet_zeggen", "Wil dit niet zeggen"
