"""Acts without an article of law: how the municipality works."""

from inburgering.wet.keuze import Keuze


class Werkhandeling(Keuze):
    """The working acts; the value is "noun_verb", as for acts of the law."""

    TRAJECT_TOEWIJZEN = "traject_toewijzen", "Klantmanager toewijzen"
    VERNIETIGING_VOORDRAGEN = "vernietiging_voordragen", "Voordragen voor vernietiging"
    VERNIETIGING_UITVOEREN = "vernietiging_uitvoeren", "Dossier vernietigen"
    NOTITIE_TOEVOEGEN = "notitie_toevoegen", "Notitie toevoegen"
    NOTITIE_WIJZIGEN = "notitie_wijzigen", "Notitie wijzigen"
    NOTITIE_VASTZETTEN = "notitie_vastzetten", "Notitie bovenaan zetten"
    NOTITIE_LOSMAKEN = "notitie_losmaken", "Notitie van bovenaan weghalen"
    WACHTREDEN_VASTLEGGEN = "wachtreden_vastleggen", "Wachtreden vastleggen"
    WACHTREDEN_BEEINDIGEN = "wachtreden_beeindigen", "Wachtreden beëindigen"
    WACHTREDEN_HERVATTEN = "wachtreden_hervatten", "Verder wachten"
    CONTACT_VASTLEGGEN = "contact_vastleggen", "Contact vastleggen"
    CONTACT_WIJZIGEN = "contact_wijzigen", "Contact wijzigen"
    TAAL_VASTLEGGEN = "taal_vastleggen", "Taal toevoegen"
    TAAL_WIJZIGEN = "taal_wijzigen", "Taal wijzigen"
    TAAL_INTREKKEN = "taal_intrekken", "Taal intrekken"
    TAAL_TERUGZETTEN = "taal_terugzetten", "Taal terugzetten"
    TAAK_MAKEN = "taak_maken", "Taak maken"
    TAAK_WIJZIGEN = "taak_wijzigen", "Taak wijzigen"
    TAAK_AFRONDEN = "taak_afronden", "Taak afronden"
    TAAK_HEROPENEN = "taak_heropenen", "Taak weer openzetten"
    BIJEENKOMST_PLANNEN = "bijeenkomst_plannen", "Groepsbijeenkomst plannen"
    BIJEENKOMST_WIJZIGEN = "bijeenkomst_wijzigen", "Groepsbijeenkomst wijzigen"
    BIJEENKOMST_AFGELASTEN = "bijeenkomst_afgelasten", "Groepsbijeenkomst afgelasten"
    BIJEENKOMST_HERVATTEN = (
        "bijeenkomst_hervatten",
        "Groepsbijeenkomst toch laten doorgaan",
    )
    DEELNAME_UITNODIGEN = "deelname_uitnodigen", "Uitnodigen voor een bijeenkomst"
    DEELNAME_VASTLEGGEN = "deelname_vastleggen", "Aanwezigheid vastleggen"
    DEELNAME_SCHRIJVEN = "deelname_schrijven", "Brief maken: gaat niet door"
    GEZIN_KOPPELEN = "gezin_koppelen", "Gezin of huishouden koppelen"
    GEZIN_ONTKOPPELEN = "gezin_ontkoppelen", "Gezinsband beëindigen"
    GEZIN_INTREKKEN = "gezin_intrekken", "Gezinsband intrekken"
    GEZIN_HERVATTEN = "gezin_hervatten", "Gezinsband weer laten lopen"
    GEZIN_DELEN = "gezin_delen", "Delen met gezin"
    ROOSTER_TOEVOEGEN = "rooster_toevoegen", "Weekrooster aanvullen"
    ROOSTER_WIJZIGEN = "rooster_wijzigen", "Regel van het weekrooster wijzigen"
    ROOSTER_INTREKKEN = "rooster_intrekken", "Regel van het weekrooster intrekken"
    INTAKEGESPREK_VASTLEGGEN = "intakegesprek_vastleggen", "Intakegesprek vastleggen"
    INTAKEGESPREK_WIJZIGEN = "intakegesprek_wijzigen", "Intakegesprek wijzigen"
    DOEL_STELLEN = "doel_stellen", "Doel stellen"
    DOEL_WIJZIGEN = "doel_wijzigen", "Doel wijzigen"
    DOEL_BEEINDIGEN = "doel_beeindigen", "Doel beëindigen"
    DOEL_HEROPENEN = "doel_heropenen", "Doel weer openzetten"
    SAMENVATTING_MAKEN = "samenvatting_maken", "Samenvatting in eigen taal maken"
    WACHTLIJST_OPNEMEN = "wachtlijst_opnemen", "Op de wachtlijst zetten"
    WACHTLIJST_WIJZIGEN = "wachtlijst_wijzigen", "Plek op de wachtlijst wijzigen"
    WACHTLIJST_BEEINDIGEN = "wachtlijst_beeindigen", "Van de wachtlijst halen"
    WACHTLIJST_HERVATTEN = "wachtlijst_hervatten", "Weer op de wachtlijst zetten"
    SCHOOLKEUZE_VASTLEGGEN = "schoolkeuze_vastleggen", "Eigen school vastleggen"
    SCHOOLKEUZE_WIJZIGEN = "schoolkeuze_wijzigen", "Eigen school wijzigen"
    LENING_VASTLEGGEN = "lening_vastleggen", "Lening bij DUO vastleggen"
    LENING_WIJZIGEN = "lening_wijzigen", "Lening bij DUO wijzigen"
    KEUZEADVIES_VASTLEGGEN = (
        "keuzeadvies_vastleggen",
        "Advies over eigen keuze vastleggen",
    )
    KEUZEADVIES_WIJZIGEN = "keuzeadvies_wijzigen", "Advies over eigen keuze wijzigen"
    BEHOEFTE_VASTLEGGEN = "behoefte_vastleggen", "Behoefte aan begeleiding vastleggen"
    BEHOEFTE_WIJZIGEN = "behoefte_wijzigen", "Behoefte aan begeleiding wijzigen"
    ROOSTER_TERUGZETTEN = "rooster_terugzetten", "Regel van het weekrooster terugzetten"
    VERLOF_PLANNEN = "verlof_plannen", "Verlof plannen"
    VERLOF_INTREKKEN = "verlof_intrekken", "Verlof intrekken"
    VERLOF_TERUGZETTEN = "verlof_terugzetten", "Verlof terugzetten"
    OPMERKING_BIJWERKEN = "opmerking_bijwerken", "Opmerking en labels bijwerken"
    DOCUMENT_TOEVOEGEN = "document_toevoegen", "Document toevoegen"
    DOCUMENT_VERVANGEN = "document_vervangen", "Nieuwe versie toevoegen"
    DOCUMENT_INTREKKEN = "document_intrekken", "Document intrekken"
    DOCUMENT_WISSEN = "document_wissen", "Document wissen"
    VOORINBURGERING_VASTLEGGEN = (
        "voorinburgering_vastleggen",
        "Voorinburgering vastleggen",
    )
    VOORINBURGERING_WIJZIGEN = "voorinburgering_wijzigen", "Voorinburgering wijzigen"
    OVERDRACHT_VASTLEGGEN = "overdracht_vastleggen", "Warme overdracht vastleggen"
    OVERDRACHT_WIJZIGEN = "overdracht_wijzigen", "Warme overdracht wijzigen"
    HANDHAVING_SCHRIJVEN = "handhaving_schrijven", "Brief over handhaving maken"
    BEZWAAR_SCHRIJVEN = "bezwaar_schrijven", "Brief over bezwaar maken"
    SIGNAAL_MELDEN = "signaal_melden", "Signaal geven"
    SIGNAAL_BEANTWOORDEN = "signaal_beantwoorden", "Signaal beantwoorden"
    FEIT_HERSTELLEN = "feit_herstellen", "Vastgelegd gegeven herstellen"
    HERSTEL_GOEDKEUREN = "herstel_goedkeuren", "Herstel goedkeuren"
    HERSTEL_AFWIJZEN = "herstel_afwijzen", "Herstel afwijzen"
    SAMENVOEGING_VRAGEN = "samenvoeging_vragen", "Dossiers samenvoegen"
    SAMENVOEGING_GOEDKEUREN = "samenvoeging_goedkeuren", "Samenvoeging goedkeuren"
    SAMENVOEGING_AFWIJZEN = "samenvoeging_afwijzen", "Samenvoeging afwijzen"
    AGENDAPUNT_MAKEN = "agendapunt_maken", "Afspraak in de agenda zetten"
    AGENDAPUNT_WIJZIGEN = "agendapunt_wijzigen", "Afspraak in de agenda verzetten"
    AGENDAPUNT_AFRONDEN = "agendapunt_afronden", "Afspraak in de agenda afronden"
    AGENDAPUNT_AFZEGGEN = "agendapunt_afzeggen", "Afspraak in de agenda afzeggen"
    AGENDAPUNT_HERVATTEN = "agendapunt_hervatten", "Afspraak toch laten doorgaan"
    AANDACHTSPUNT_ZETTEN = "aandachtspunt_zetten", "Aandachtspunt zetten"
    AANDACHTSPUNT_BEEINDIGEN = "aandachtspunt_beeindigen", "Aandachtspunt beëindigen"
    AANDACHTSPUNT_HERVATTEN = (
        "aandachtspunt_hervatten",
        "Aandachtspunt weer laten gelden",
    )
    AANDACHTSPUNT_KIEZEN = "aandachtspunt_kiezen", "Aandachtspunten kiezen"
    OPVANGPLEK_VASTLEGGEN = "opvangplek_vastleggen", "Opvangplek vastleggen"
    AANBIEDER_VASTLEGGEN = "aanbieder_vastleggen", "Aanbieder vastleggen"
    CURSUS_VASTLEGGEN = "cursus_vastleggen", "Cursus vastleggen"
    LEVERING_MAKEN = "levering_maken", "Levering maken"
    LEVERING_GOEDKEUREN = "levering_goedkeuren", "Levering goedkeuren"
    LEVERING_ONTVANGEN = "levering_ontvangen", "Levering ontvangen"
    INSTELLING_VASTLEGGEN = "instelling_vastleggen", "Getal instellen"
    INTAKEVRAAG_VASTLEGGEN = "intakevraag_vastleggen", "Intakevraag toevoegen"
    INTAKEVRAAG_BEEINDIGEN = "intakevraag_beeindigen", "Intakevraag beëindigen"
    TEKSTBLOK_WIJZIGEN = "tekstblok_wijzigen", "Tekst van een brief wijzigen"
    TEKSTBLOK_VERTALEN = "tekstblok_vertalen", "Vertaling vastleggen"
    TEKSTBLOK_NAKIJKEN = "tekstblok_nakijken", "Vertaling nakijken"
    LIDMAATSCHAP_BEHEREN = "lidmaatschap_beheren", "Gebruikers en teams beheren"

    @property
    def noun(self) -> str:
        """The noun: the module, the folder and the url."""
        return self.value.split("_", 1)[0]

    @property
    def verb(self) -> str:
        """The verb: the function."""
        return self.value.split("_", 1)[1]
