"""Which paragraph of the help belongs to which page."""

from collections.abc import Mapping

from django.http import HttpRequest


# By the name of the address; a page that is not here has the whole of the help.
HULP: Mapping[str, str] = {
    **dict.fromkeys(("werkvoorraad", "klopt_niet", "herstel_open"), "werkvoorraad"),
    **dict.fromkeys(("overdragen", "overdragen_ongedaan", "te_verdelen"), "overdragen"),
    **dict.fromkeys(
        ("caseload", "caseload_kolommen", "caseload_opmerking", "selecties",
         "selectie", "selectie_nieuw"),
        "caseload",
    ),
    **dict.fromkeys(("trajecten", "zoeken", "zoeken_bsn"), "zoeken"),
    "registreren": "registreren",
    **dict.fromkeys(
        ("dossier", "dossier_gegevens", "dossier_gezin", "samenvoegen", "samenvoeging",
         "samenvoeging_beslissen"),
        "dossier",
    ),
    "dossier_kan_niet": "waarom",
    **dict.fromkeys(
        ("dossier_intake", "intake_papier", "dossier_pip", "pip_verschil",
         "pip_samenvatting"),
        "intake-en-pip",
    ),
    **dict.fromkeys(("dossier_leerroute", "dossier_examens", "wachtlijst"), "leerroute"),
    "dossier_ondersteuning": "ondersteuning",
    **dict.fromkeys(("dossier_gesprekken", "agenda"), "gesprekken"),
    "dossier_besluiten": "besluiten",
    "dossier_documenten": "document",
    **dict.fromkeys(("dossier_handhaving", "dossier_bezwaar"), "handhaving"),
    **dict.fromkeys(
        ("dossier_geschiedenis", "dossier_toen", "dossier_wat_als", "dossier_klopt",
         "dossier_controles"),
        "terugkijken",
    ),
    **dict.fromkeys(
        ("herstel_kiezen", "herstellen", "herstel_bekijken", "herstel_beslissen"),
        "herstel",
    ),
    **dict.fromkeys(
        ("aanbieders", "aanbieder", "aanbieder_nieuw", "aanbieder_wijzigen",
         "cursus_nieuw", "cursus_wijzigen"),
        "aanbieders",
    ),
    **dict.fromkeys(
        ("bijeenkomsten", "bijeenkomst", "bijeenkomst_plannen", "bijeenkomst_wijzigen",
         "bijeenkomst_afgelasten", "bijeenkomst_hervatten",
         "bijeenkomst_schrijven", "bijeenkomst_uitnodigen", "bijeenkomst_aanwezigheid",
         "presentielijst", "aanwezigheid", "aanwezigheid_bestand"),
        "groep",
    ),
    **dict.fromkeys(("verlof", "verlof_plannen", "verlof_bekijken", "sinds"), "verlof"),
    **dict.fromkeys(("signalen", "signaal", "signaal_melden"), "signalen"),
    **dict.fromkeys(
        ("beheer", "rol_geven", "rol_beeindigen", "team_toevoegen", "toestand",
         "instellingen", "instellen", "intakevragen", "intakevraag_nieuw",
         "intakevraag_vervangen", "intakevraag_beeindigen", "teksten", "tekstblok",
         "tekstblok_wijzigen", "tekstblok_vertalen", "vertaling_nakijken",
         "opvangplekken", "opvangplek_nieuw", "opvangplek_wijzigen", "aandachtspunten"),
        "beheer",
    ),
    **dict.fromkeys(("vernietiging", "vernietigen", "document_wissen", "toegangslog"), "privacy"),
    **dict.fromkeys(
        ("monitor", "monitor_dossiers", "telling", "telling_dossiers"), "cijfers"
    ),
    **dict.fromkeys(("leveringen", "levering"), "leveringen"),
    **dict.fromkeys(("ontvangst", "ontvangst_bekijken", "ontvangst_samen"), "leveringen"),
    "regelboek": "waarom",
}  # fmt: skip
# The form of an act, by its noun; the others have the paragraph about forms.
HULP_BIJ_HANDELING: Mapping[str, str] = {
    **dict.fromkeys(
        (
            "intake",
            "intakegesprek",
            "leerbaarheidstoets",
            "pip",
            "doel",
            "afspraak",
            "samenvatting",
        ),
        "intake-en-pip",
    ),
    **dict.fromkeys(
        (
            "aanbod",
            "participatie",
            "uren",
            "rooster",
            "examen",
            "pvt",
            "map",
            "zroute",
            "wachtlijst",
            "schoolkeuze",
            "lening",
            "keuzeadvies",
        ),
        "leerroute",
    ),
    **dict.fromkeys(
        ("behoefte", "ontzorgen", "begeleiding", "voorinburgering", "overdracht"),
        "ondersteuning",
    ),
    **dict.fromkeys(
        ("voortgangsgesprek", "contact", "notitie", "agendapunt"), "gesprekken"
    ),
    **dict.fromkeys(("handhaving", "bezwaar", "beroep", "hogerberoep"), "handhaving"),
    **dict.fromkeys(("duobesluit", "aanvraag"), "besluiten"),
    **dict.fromkeys(("taak", "wachtreden"), "werkvoorraad"),
    **dict.fromkeys(("gezin", "aandachtspunt", "taal"), "dossier"),
    "document": "document",
    "vernietiging": "privacy",
    "deelname": "groep",
}
FORMULIER = "formulieren"


def anker(request: HttpRequest) -> str:
    """Give the paragraph of the help for a page; "" where there is none."""
    match = request.resolver_match
    if match is None:
        return ""
    if match.url_name in ("handeling", "handeling_op_rij"):
        return HULP_BIJ_HANDELING.get(match.kwargs.get("noun", ""), FORMULIER)
    return HULP.get(match.url_name or "", "")
