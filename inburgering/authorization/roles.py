"""Who may do and see what: one table that a non-programmer can read and own."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.wet.handelingen import Handeling
from inburgering.wet.keuze import Keuze


class Rol(Keuze):
    """The roles."""

    KLANTMANAGER = "klantmanager", "Klantmanager"
    TEAMLEIDER = "teamleider", "Teamleider"
    ADMINISTRATIE = "administratie", "Administratie"
    CONTRACTBEHEERDER = "contractbeheerder", "Contractbeheerder"
    BELEIDSADVISEUR = "beleidsadviseur", "Beleidsadviseur"
    PRIVACYFUNCTIONARIS = "privacyfunctionaris", "Privacyfunctionaris"
    JURIST_BEZWAAR = "jurist_bezwaar", "Jurist bezwaar"
    EXTERNE_BEGELEIDER = "externe_begeleider", "Externe begeleider"
    LEVERINGSGOEDKEURDER = "leveringsgoedkeurder", "Leveringsgoedkeurder"
    FUNCTIONEEL_BEHEERDER = "functioneel_beheerder", "Functioneel beheerder"
    AUDITOR = "auditor", "Auditor"
    ONTVANGER = "ontvanger", "Ontvanger (ministerie)"
    ANALIST = "analist", "Analist (ministerie)"


class Inzage(Keuze):
    """What can be looked at; each is asked for by name and each view of a case is logged."""

    WERKVOORRAAD = "werkvoorraad", "Werkvoorraad"
    CASELOAD = "caseload", "Caseload: een regel per inburgeraar"
    DOSSIER = "dossier", "Dossier"
    BEGINSITUATIE = "beginsituatie", "Beginsituatie uit de brede intake"
    NOTITIES = "notities", "Notities en gespreksverslagen"
    DOCUMENTEN = "documenten", "Documenten die binnenkwamen"
    GEZIN = "gezin", "Gezin en huishouden"
    BSN = "bsn", "BSN"
    HANDHAVING = "handhaving", "Handhaving, bezwaar en beroep"
    GESCHIEDENIS = "geschiedenis", "Geschiedenis van het dossier"
    AANBIEDERS = "aanbieders", "Aanbieders en cursussen"
    BIJEENKOMSTEN = "bijeenkomsten", "Groepsbijeenkomsten, en wie er komt"
    WACHTLIJST = "wachtlijst", "Wie op een klas wacht"
    DEELNEMERS = "deelnemers", "Deelnemers per aanbieder (nummers, geen namen)"
    TOEGANGSLOG = "toegangslog", "Wie keek in welk dossier"
    SIGNALEN = "signalen", "Signalen over wet en keten (zonder personen)"
    CIJFERS = "cijfers", "Eigen cijfers van de gemeente"
    TELLING = "telling", "Telling op 31 december voor de uitkering"
    LEVERINGEN = "leveringen", "Leveringen aan het ministerie"
    ONTVANGST = "ontvangst", "Ontvangen leveringen van gemeenten"
    VERNIETIGING = "vernietiging", "Te vernietigen dossiers (nummers, geen namen)"
    TEKSTBLOKKEN = "tekstblokken", "Teksten van brieven, en vertalingen"
    BEHEER = "beheer", "Gebruikers, teams en instellingen"
    REGELBOEK = "regelboek", "Regelboek"


class Bereik(Keuze):
    """Which cases of the municipality a role reaches."""

    GEMEENTE = "gemeente", "Alle dossiers van de gemeente"
    TEAM = "team", "Dossiers van het eigen team, en nog niet toegewezen dossiers"
    EIGEN = "eigen", "Alleen dossiers waarin men zelf begeleider is"
    STEEKPROEF = "steekproef", "Alleen de dossiers van de steekproef"
    GEEN = "geen", "Geen dossiers"


@dataclass(frozen=True)
class Rolregel:
    """A row of the table: what the role is for, reaches, may do and may see."""

    omschrijving: str
    bereik: Bereik
    handelingen: frozenset[Handeling | Werkhandeling] = field(default_factory=frozenset)
    inzagen: frozenset[Inzage] = field(default_factory=frozenset)


# Short on purpose: the table below must fit on one screen.
H, W, I = Handeling, Werkhandeling, Inzage  # noqa: E741
ALLES_VAN_DE_WET = frozenset(H)
DOCUMENTWERK: frozenset[Handeling | Werkhandeling] = frozenset(
    {W.DOCUMENT_TOEVOEGEN, W.DOCUMENT_VERVANGEN, W.DOCUMENT_INTREKKEN}
)
BIJEENKOMSTEN: frozenset[Handeling | Werkhandeling] = frozenset(
    w for w in W if w.noun in {"bijeenkomst", "deelname"}
)
DOSSIERWERK = (
    BIJEENKOMSTEN
    | DOCUMENTWERK
    | frozenset(
        {
            W.TRAJECT_TOEWIJZEN,
            W.VERNIETIGING_VOORDRAGEN,
            W.NOTITIE_TOEVOEGEN,
            W.NOTITIE_WIJZIGEN,
            W.NOTITIE_VASTZETTEN,
            W.NOTITIE_LOSMAKEN,
            W.WACHTREDEN_VASTLEGGEN,
            W.WACHTREDEN_BEEINDIGEN,
            W.WACHTREDEN_HERVATTEN,
            W.CONTACT_VASTLEGGEN,
            W.CONTACT_WIJZIGEN,
            W.TAAL_VASTLEGGEN,
            W.TAAL_WIJZIGEN,
            W.TAAL_INTREKKEN,
            W.TAAL_TERUGZETTEN,
            W.TAAK_MAKEN,
            W.TAAK_WIJZIGEN,
            W.TAAK_AFRONDEN,
            W.TAAK_HEROPENEN,
            W.GEZIN_KOPPELEN,
            W.GEZIN_ONTKOPPELEN,
            W.GEZIN_INTREKKEN,
            W.GEZIN_HERVATTEN,
            W.GEZIN_DELEN,
            W.ROOSTER_TOEVOEGEN,
            W.ROOSTER_WIJZIGEN,
            W.ROOSTER_INTREKKEN,
            W.INTAKEGESPREK_VASTLEGGEN,
            W.INTAKEGESPREK_WIJZIGEN,
            W.DOEL_STELLEN,
            W.DOEL_WIJZIGEN,
            W.DOEL_BEEINDIGEN,
            W.DOEL_HEROPENEN,
            W.SAMENVATTING_MAKEN,
            W.WACHTLIJST_OPNEMEN,
            W.WACHTLIJST_WIJZIGEN,
            W.WACHTLIJST_BEEINDIGEN,
            W.WACHTLIJST_HERVATTEN,
            W.SCHOOLKEUZE_VASTLEGGEN,
            W.SCHOOLKEUZE_WIJZIGEN,
            W.LENING_VASTLEGGEN,
            W.LENING_WIJZIGEN,
            W.KEUZEADVIES_VASTLEGGEN,
            W.KEUZEADVIES_WIJZIGEN,
            W.BEHOEFTE_VASTLEGGEN,
            W.BEHOEFTE_WIJZIGEN,
            W.ROOSTER_TERUGZETTEN,
            W.VERLOF_PLANNEN,
            W.VERLOF_INTREKKEN,
            W.VERLOF_TERUGZETTEN,
            W.OPMERKING_BIJWERKEN,
            W.VOORINBURGERING_VASTLEGGEN,
            W.VOORINBURGERING_WIJZIGEN,
            W.OVERDRACHT_VASTLEGGEN,
            W.OVERDRACHT_WIJZIGEN,
            W.HANDHAVING_SCHRIJVEN,
            W.BEZWAAR_SCHRIJVEN,
            W.SIGNAAL_MELDEN,
            W.FEIT_HERSTELLEN,
            W.SAMENVOEGING_VRAGEN,
            W.AGENDAPUNT_MAKEN,
            W.AGENDAPUNT_WIJZIGEN,
            W.AGENDAPUNT_AFRONDEN,
            W.AGENDAPUNT_AFZEGGEN,
            W.AGENDAPUNT_HERVATTEN,
            W.AANDACHTSPUNT_ZETTEN,
            W.AANDACHTSPUNT_BEEINDIGEN,
            W.AANDACHTSPUNT_HERVATTEN,
        }
    )
)
TWEEDE_PERSOON: frozenset[Handeling | Werkhandeling] = frozenset(
    {
        W.HERSTEL_GOEDKEUREN,
        W.HERSTEL_AFWIJZEN,
        W.SAMENVOEGING_GOEDKEUREN,
        W.SAMENVOEGING_AFWIJZEN,
    }
)
DOSSIERLEZEN = frozenset(
    {
        I.WERKVOORRAAD,
        I.DOSSIER,
        I.BEGINSITUATIE,
        I.NOTITIES,
        I.DOCUMENTEN,
        I.HANDHAVING,
        I.GESCHIEDENIS,
        I.REGELBOEK,
    }
)
MELDT_SIGNALEN = frozenset({W.SIGNAAL_MELDEN})
ADMINISTRATIEF = frozenset(
    {
        H.TRAJECT_REGISTREREN,
        H.TRAJECT_AANVULLEN,
        H.PIP_VERSTUREN,
        H.UREN_VASTLEGGEN,
        H.EXAMEN_AANMELDEN,
        H.EXAMEN_VASTLEGGEN,
        H.DUOBESLUIT_VASTLEGGEN,
        H.AANVRAAG_VASTLEGGEN,
        H.AANBOD_STARTEN,
        H.AANBOD_BEEINDIGEN,
        H.GROEP_WIJZIGEN,
        H.VERHUIZING_VASTLEGGEN,
    }
)
JURIDISCH: frozenset[Handeling | Werkhandeling] = frozenset(
    h for h in H if h.noun in {"bezwaar", "beroep", "hogerberoep"}
) | {H.HANDHAVING_TOETSEN, W.BEZWAAR_SCHRIJVEN}
BEGELEIDING: frozenset[Handeling | Werkhandeling] = frozenset(
    {H.UREN_VASTLEGGEN, W.NOTITIE_TOEVOEGEN, W.CONTACT_VASTLEGGEN}
)

ROLLEN: Mapping[Rol, Rolregel] = {
    Rol.KLANTMANAGER: Rolregel(
        "Begeleidt inburgeraars van registratie tot afsluiting.",
        Bereik.TEAM,
        ALLES_VAN_DE_WET | DOSSIERWERK,
        DOSSIERLEZEN
        | {
            I.CASELOAD,
            I.BSN,
            I.GEZIN,
            I.AANBIEDERS,
            I.BIJEENKOMSTEN,
            I.WACHTLIJST,
            I.SIGNALEN,
        },
    ),
    Rol.TEAMLEIDER: Rolregel(
        "Verdeelt het werk, neemt besluiten en keurt herstel van een termijn goed.",
        Bereik.GEMEENTE,
        ALLES_VAN_DE_WET
        | DOSSIERWERK
        | TWEEDE_PERSOON
        | {
            W.TEKSTBLOK_NAKIJKEN,
            W.TEKSTBLOK_VERTALEN,
            W.SIGNAAL_BEANTWOORDEN,
        },
        DOSSIERLEZEN
        | {
            I.CASELOAD,
            I.BSN,
            I.GEZIN,
            I.AANBIEDERS,
            I.BIJEENKOMSTEN,
            I.WACHTLIJST,
            I.SIGNALEN,
            I.CIJFERS,
            I.TELLING,
            I.TEKSTBLOKKEN,
        },
    ),
    Rol.ADMINISTRATIE: Rolregel(
        "Voert berichten en uitslagen in; ziet geen notities en geen beginsituatie.",
        Bereik.GEMEENTE,
        ADMINISTRATIEF | DOCUMENTWERK | BIJEENKOMSTEN | MELDT_SIGNALEN,
        frozenset(
            {
                I.WERKVOORRAAD,
                I.DOSSIER,
                I.DOCUMENTEN,
                I.BSN,
                I.AANBIEDERS,
                I.BIJEENKOMSTEN,
                I.WACHTLIJST,
                I.SIGNALEN,
                I.REGELBOEK,
            }
        ),
    ),
    Rol.CONTRACTBEHEERDER: Rolregel(
        "Beheert aanbieders en cursussen; ziet nummers, geen namen of gezondheid.",
        Bereik.GEEN,
        frozenset({W.AANBIEDER_VASTLEGGEN, W.CURSUS_VASTLEGGEN}),
        frozenset({I.AANBIEDERS, I.WACHTLIJST, I.DEELNEMERS, I.TELLING, I.REGELBOEK}),
    ),
    Rol.BELEIDSADVISEUR: Rolregel(
        "Ziet de eigen cijfers van de gemeente, geen dossiers.",
        Bereik.GEEN,
        frozenset({W.LEVERING_MAKEN, W.SIGNAAL_BEANTWOORDEN}),
        frozenset({I.SIGNALEN, I.CIJFERS, I.TELLING, I.LEVERINGEN, I.REGELBOEK}),
    ),
    Rol.PRIVACYFUNCTIONARIS: Rolregel(
        "Ziet toe op wie in welk dossier keek, wat de gemeente verlaat en wat weg moet.",
        Bereik.GEEN,
        frozenset({W.VERNIETIGING_UITVOEREN, W.DOCUMENT_WISSEN}),
        frozenset({I.TOEGANGSLOG, I.VERNIETIGING, I.LEVERINGEN, I.REGELBOEK}),
    ),
    Rol.JURIST_BEZWAAR: Rolregel(
        "Leest dossiers, toetst een boete en beslist met mandaat op een bezwaar.",
        Bereik.GEMEENTE,
        JURIDISCH | {W.NOTITIE_TOEVOEGEN} | MELDT_SIGNALEN,
        (DOSSIERLEZEN - {I.WERKVOORRAAD}) | {I.SIGNALEN},
    ),
    Rol.EXTERNE_BEGELEIDER: Rolregel(
        "Ziet alleen eigen inburgeraars, zonder beginsituatie en notities van anderen.",
        Bereik.EIGEN,
        BEGELEIDING | MELDT_SIGNALEN,
        frozenset({I.WERKVOORRAAD, I.CASELOAD, I.DOSSIER, I.SIGNALEN}),
    ),
    Rol.LEVERINGSGOEDKEURDER: Rolregel(
        "Geeft een levering aan het ministerie vrij nadat zij is gecontroleerd.",
        Bereik.GEEN,
        frozenset({W.LEVERING_GOEDKEUREN}),
        frozenset({I.LEVERINGEN, I.CIJFERS, I.REGELBOEK}),
    ),
    Rol.FUNCTIONEEL_BEHEERDER: Rolregel(
        "Beheert gebruikers, teams, aanbieders, instelbare getallen en eigen intakevragen; "
        "ziet geen dossiers.",
        Bereik.GEEN,
        frozenset(
            {
                W.LIDMAATSCHAP_BEHEREN,
                W.INSTELLING_VASTLEGGEN,
                W.INTAKEVRAAG_VASTLEGGEN,
                W.INTAKEVRAAG_BEEINDIGEN,
                W.TEKSTBLOK_WIJZIGEN,
                W.TEKSTBLOK_VERTALEN,
                W.TEKSTBLOK_NAKIJKEN,
                W.AANDACHTSPUNT_KIEZEN,
                W.OPVANGPLEK_VASTLEGGEN,
                W.AANBIEDER_VASTLEGGEN,
                W.CURSUS_VASTLEGGEN,
            }
        ),
        frozenset({I.BEHEER, I.TEKSTBLOKKEN, I.AANBIEDERS, I.REGELBOEK}),
    ),
    Rol.AUDITOR: Rolregel(
        "Leest een steekproef van dossiers in een afgesproken periode.",
        Bereik.STEEKPROEF,
        frozenset(),
        (DOSSIERLEZEN - {I.WERKVOORRAAD}) | {I.TOEGANGSLOG},
    ),
    Rol.ONTVANGER: Rolregel(
        "Ministerie: ontvangt leveringen en controleert ze.",
        Bereik.GEEN,
        frozenset({W.LEVERING_ONTVANGEN}),
        frozenset({I.ONTVANGST, I.REGELBOEK}),
    ),
    Rol.ANALIST: Rolregel(
        "Ministerie: leest de beveiligde cijfers.",
        Bereik.GEEN,
        frozenset(),
        frozenset({I.ONTVANGST, I.REGELBOEK}),
    ),
}
