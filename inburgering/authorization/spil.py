"""The spine: every act of the house by its noun and verb, of the law or of the work."""

from collections.abc import Mapping

from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.wet.handelingen import HANDELINGEN, Handeling


AnyHandeling = Handeling | Werkhandeling

SPIL: Mapping[tuple[str, str], AnyHandeling] = {
    (h.noun, h.verb): h for h in (*Handeling, *Werkhandeling)
}

# A correction that moves a legal term is decided by a second person with a mandate; so is
# what may be destroyed, before the privacy officer destroys it.
WERK_MET_MANDAAT = frozenset(
    {Werkhandeling.HERSTEL_GOEDKEUREN, Werkhandeling.VERNIETIGING_VOORDRAGEN}
)

# What is done in a case besides the law: it moves no term of the law and stands in
# nobody's way, so a colleague with the case open keeps theirs.
IN_DOSSIER: tuple[Werkhandeling, ...] = (
    Werkhandeling.NOTITIE_TOEVOEGEN,
    Werkhandeling.NOTITIE_WIJZIGEN,
    Werkhandeling.NOTITIE_VASTZETTEN,
    Werkhandeling.NOTITIE_LOSMAKEN,
    Werkhandeling.WACHTREDEN_VASTLEGGEN,
    Werkhandeling.WACHTREDEN_BEEINDIGEN,
    Werkhandeling.CONTACT_VASTLEGGEN,
    Werkhandeling.CONTACT_WIJZIGEN,
    Werkhandeling.TAAK_MAKEN,
    Werkhandeling.TAAK_WIJZIGEN,
    Werkhandeling.TAAK_AFRONDEN,
    Werkhandeling.TAAK_HEROPENEN,
    Werkhandeling.OPMERKING_BIJWERKEN,
    Werkhandeling.DOCUMENT_TOEVOEGEN,
    Werkhandeling.DOCUMENT_VERVANGEN,
    Werkhandeling.DOCUMENT_INTREKKEN,
    Werkhandeling.DEELNAME_UITNODIGEN,
    Werkhandeling.DEELNAME_VASTLEGGEN,
    Werkhandeling.GEZIN_KOPPELEN,
    Werkhandeling.GEZIN_ONTKOPPELEN,
    Werkhandeling.GEZIN_DELEN,
    Werkhandeling.ROOSTER_TOEVOEGEN,
    Werkhandeling.ROOSTER_WIJZIGEN,
    Werkhandeling.ROOSTER_INTREKKEN,
)
# Every act that is done to an existing case by its form; a correction has pages of its own.
OP_EEN_TRAJECT: tuple[AnyHandeling, ...] = (
    *(h for h in Handeling if h is not Handeling.TRAJECT_REGISTREREN),
    Werkhandeling.TRAJECT_TOEWIJZEN,
    Werkhandeling.VERNIETIGING_VOORDRAGEN,
    *IN_DOSSIER,
)
# The working acts that change a row of their own (``models.werkrijen`` says which).
WERK_OP_RIJ = frozenset(
    {
        Werkhandeling.WACHTREDEN_BEEINDIGEN,
        Werkhandeling.NOTITIE_WIJZIGEN,
        Werkhandeling.NOTITIE_VASTZETTEN,
        Werkhandeling.NOTITIE_LOSMAKEN,
        Werkhandeling.CONTACT_WIJZIGEN,
        Werkhandeling.TAAK_WIJZIGEN,
        Werkhandeling.TAAK_AFRONDEN,
        Werkhandeling.TAAK_HEROPENEN,
        Werkhandeling.DOCUMENT_VERVANGEN,
        Werkhandeling.DOCUMENT_INTREKKEN,
        Werkhandeling.DEELNAME_VASTLEGGEN,
        Werkhandeling.GEZIN_ONTKOPPELEN,
        Werkhandeling.ROOSTER_WIJZIGEN,
        Werkhandeling.ROOSTER_INTREKKEN,
    }
)
# Documents do not travel in JSON: the API does not offer what is done with them.
NIET_IN_API = frozenset(act for act in IN_DOSSIER if act.noun == "document")


def met_mandaat(handeling: AnyHandeling) -> bool:
    """Say whether an act is a decision that only somebody with a mandate may take."""
    if isinstance(handeling, Werkhandeling):
        return handeling in WERK_MET_MANDAAT
    return HANDELINGEN[handeling].met_mandaat


def op_rij(handeling: AnyHandeling) -> bool:
    """Say whether an act changes an existing fact rather than writing a new one."""
    if isinstance(handeling, Werkhandeling):
        return handeling.noun == "herstel" or handeling in WERK_OP_RIJ
    return HANDELINGEN[handeling].op_rij


H, W = Handeling, Werkhandeling

# How an act reads when it was done: on the time line and in the message after it.
GEDAAN: Mapping[AnyHandeling, str] = {
    H.TRAJECT_REGISTREREN: "Persoon geregistreerd",
    H.TRAJECT_AANVULLEN: "Aanmelding aangevuld",
    H.INTAKE_STARTEN: "Brede intake gestart",
    H.INTAKE_INVULLEN: "Beginsituatie ingevuld",
    H.INTAKE_AFRONDEN: "Brede intake afgerond",
    H.LEERBAARHEIDSTOETS_VASTLEGGEN: "Leerbaarheidstoets vastgelegd",
    H.PIP_OPSTELLEN: "PIP opgesteld",
    H.PIP_BESPREKEN: "PIP besproken",
    H.PIP_VASTSTELLEN: "PIP vastgesteld",
    H.PIP_VERSTUREN: "PIP verstuurd",
    H.PIP_OVERNEMEN: "PIP van elders vastgelegd",
    H.AANBOD_DOEN: "Inburgeringsaanbod gedaan",
    H.AANBOD_STARTEN: "Begonnen bij aanbieder",
    H.AANBOD_BEEINDIGEN: "Gestopt bij aanbieder",
    H.PARTICIPATIE_STARTEN: "Duaal traject gestart",
    H.PARTICIPATIE_BEEINDIGEN: "Duaal traject beëindigd",
    H.UREN_VASTLEGGEN: "Gevolgde uren vastgelegd",
    H.AFSPRAAK_MAKEN: "Afspraak gemaakt",
    H.AFSPRAAK_AFRONDEN: "Afspraak afgerond",
    H.ONTZORGEN_STARTEN: "Financieel ontzorgen gestart",
    H.ONTZORGEN_BEEINDIGEN: "Financieel ontzorgen beëindigd",
    H.BEGELEIDING_STARTEN: "Maatschappelijke begeleiding gestart",
    H.BEGELEIDING_BEEINDIGEN: "Maatschappelijke begeleiding beëindigd",
    H.VOORTGANGSGESPREK_VOEREN: "Voortgangsgesprek gevoerd",
    H.PVT_STARTEN: "PVT gestart",
    H.PVT_ONDERTEKENEN: "Participatieverklaring ondertekend",
    H.MAP_STARTEN: "MAP gestart",
    H.MAP_AFRONDEN: "MAP afgerond",
    H.EXAMEN_VASTLEGGEN: "Examenuitslag vastgelegd",
    H.ZROUTE_AFRONDEN: "Z-route afgerond",
    H.DUOBESLUIT_VASTLEGGEN: "Besluit van DUO vastgelegd",
    H.AANVRAAG_VASTLEGGEN: "Aanvraag bij DUO vastgelegd",
    H.AANVRAAG_ADVISEREN: "Advies aan DUO gegeven",
    H.HANDHAVING_MELDEN: "Niet nagekomen afspraak vastgelegd",
    H.HANDHAVING_ONDERZOEKEN: "Oorzaak en hulp vastgelegd",
    H.HANDHAVING_BESPREKEN: "Gesprek over afspraak gevoerd",
    H.HANDHAVING_WAARSCHUWEN: "Gewaarschuwd",
    H.HANDHAVING_OVERWEGEN: "Sanctie overwogen",
    H.HANDHAVING_HOREN: "Zienswijze vastgelegd",
    H.HANDHAVING_TOETSEN: "Juridisch getoetst",
    H.HANDHAVING_BESLUITEN: "Besloten over een sanctie",
    H.HANDHAVING_VERSTUREN: "Besluit over sanctie verstuurd",
    H.HANDHAVING_STOPPEN: "Handhaving gestopt",
    H.BEZWAAR_VASTLEGGEN: "Bezwaar vastgelegd",
    H.BEZWAAR_HOREN: "Gehoord over een bezwaar",
    H.BEZWAAR_BESLISSEN: "Op bezwaar beslist",
    H.BEZWAAR_VERSTUREN: "Beslissing op bezwaar verstuurd",
    H.BEROEP_VASTLEGGEN: "Beroep vastgelegd",
    H.BEROEP_AFRONDEN: "Uitspraak in beroep vastgelegd",
    H.HOGERBEROEP_VASTLEGGEN: "Hoger beroep vastgelegd",
    H.HOGERBEROEP_AFRONDEN: "Uitspraak in hoger beroep vastgelegd",
    H.GROEP_WIJZIGEN: "Wijziging van groep vastgelegd",
    H.VERHUIZING_VASTLEGGEN: "Verhuizing vastgelegd",
    H.VERHUIZING_OVERDRAGEN: "Overdracht vastgelegd",
    H.TRAJECT_AFSLUITEN: "Dossier afgesloten",
    H.TRAJECT_HEROPENEN: "Dossier heropend",
    W.TRAJECT_TOEWIJZEN: "Klantmanager toegewezen",
    W.VERNIETIGING_VOORDRAGEN: "Dossier voorgedragen voor vernietiging",
    W.VERNIETIGING_UITVOEREN: "Dossier vernietigd",
    W.NOTITIE_TOEVOEGEN: "Notitie toegevoegd",
    W.NOTITIE_WIJZIGEN: "Notitie gewijzigd",
    W.NOTITIE_VASTZETTEN: "Notitie bovenaan gezet",
    W.NOTITIE_LOSMAKEN: "Notitie van bovenaan weggehaald",
    W.WACHTREDEN_VASTLEGGEN: "Wachtreden vastgelegd",
    W.WACHTREDEN_BEEINDIGEN: "Wachtreden beëindigd",
    W.CONTACT_VASTLEGGEN: "Contact vastgelegd",
    W.CONTACT_WIJZIGEN: "Contact gewijzigd",
    W.TAAK_MAKEN: "Taak gemaakt",
    W.TAAK_WIJZIGEN: "Taak gewijzigd",
    W.TAAK_AFRONDEN: "Taak afgerond",
    W.TAAK_HEROPENEN: "Taak weer opengezet",
    W.BIJEENKOMST_PLANNEN: "Groepsbijeenkomst gepland",
    W.BIJEENKOMST_WIJZIGEN: "Groepsbijeenkomst gewijzigd",
    W.BIJEENKOMST_AFGELASTEN: "Groepsbijeenkomst afgelast",
    W.DEELNAME_UITNODIGEN: "Uitgenodigd voor een bijeenkomst",
    W.DEELNAME_VASTLEGGEN: "Aanwezigheid vastgelegd",
    W.GEZIN_KOPPELEN: "Gezin of huishouden gekoppeld",
    W.GEZIN_ONTKOPPELEN: "Gezinsband beëindigd",
    W.GEZIN_DELEN: "Delen met gezin vastgelegd",
    W.ROOSTER_TOEVOEGEN: "Weekrooster aangevuld",
    W.ROOSTER_WIJZIGEN: "Regel van het weekrooster gewijzigd",
    W.ROOSTER_INTREKKEN: "Regel van het weekrooster ingetrokken",
    W.VERLOF_PLANNEN: "Verlof gepland",
    W.VERLOF_INTREKKEN: "Verlof ingetrokken",
    W.OPMERKING_BIJWERKEN: "Opmerking en labels bijgewerkt",
    W.DOCUMENT_TOEVOEGEN: "Document toegevoegd",
    W.DOCUMENT_VERVANGEN: "Nieuwe versie van document toegevoegd",
    W.DOCUMENT_INTREKKEN: "Document ingetrokken",
    W.FEIT_HERSTELLEN: "Herstel gevraagd of doorgevoerd",
    W.HERSTEL_GOEDKEUREN: "Herstel goedgekeurd",
    W.HERSTEL_AFWIJZEN: "Herstel afgewezen",
    W.AANBIEDER_VASTLEGGEN: "Aanbieder vastgelegd",
    W.CURSUS_VASTLEGGEN: "Cursus vastgelegd",
    W.LEVERING_MAKEN: "Levering gemaakt",
    W.LEVERING_GOEDKEUREN: "Levering goedgekeurd",
    W.LEVERING_ONTVANGEN: "Levering ontvangen",
    W.INSTELLING_VASTLEGGEN: "Getal ingesteld",
    W.LIDMAATSCHAP_BEHEREN: "Gebruikers en teams bijgewerkt",
}
