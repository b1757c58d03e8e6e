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
    PARTICIPATIE = "participatie", "Participatie"
    INTAKE_TAAL_KNM = "intake_taal_knm", "Taalles en KNM tijdens de brede intake"
    INTAKE_PARTICIPATIE = "intake_participatie", "Participatie tijdens de brede intake"


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


class RedenEindePlicht(Keuze):
    """Waarom de plicht eindigt (DUO, Inburgeringsplicht 1.2.2)."""

    VOLLEDIGE_ONTHEFFING = "volledige_ontheffing", "Volledige ontheffing"
    VOLLEDIGE_VRIJSTELLING = "volledige_vrijstelling", "Volledige vrijstelling"
    VOLDAAN = "inburgeringsplicht_voldaan", "Inburgeringsplicht voldaan"
    VERBLIJFSDOEL = "verblijfsdoel_gewijzigd", "Verblijfsdoel gewijzigd"
    VERTREK = "vertrek_uit_nederland", "Langer dan een jaar uit Nederland vertrokken"
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


class Antwoord(Keuze):
    """Of een vraag is beantwoord; alles telt als ingevuld (niemand vult om te vullen)."""

    BEANTWOORD = "beantwoord", "Beantwoord"
    NIET_GEVRAAGD = "niet_gevraagd", "Niet gevraagd"
    ONBEKEND = "onbekend", "Onbekend"
    WIL_NIET_ZEGGEN = "wil_niet_zeggen", "Wil dit niet zeggen"
