"""Every address of the system, grouped by noun."""

from django.conf import settings
from django.urls import include, path, register_converter
from django.views.generic import TemplateView

from inburgering.views import (
    aanbieder,
    aandacht,
    aanmelden,
    aanwezigheid,
    agenda,
    beheer,
    bijeenkomst,
    caseload,
    componenten,
    concept,
    controles,
    deelname,
    documenten,
    dossier,
    gesprekken,
    gezin,
    gezond,
    handeling,
    handhaving,
    herstel,
    instelling,
    intake,
    intakevraag,
    kader,
    opvang,
    plan,
    regelboek,
    samenhang,
    samenvoeging,
    selectie,
    signaal,
    tekstblok,
    telling,
    toegangslog,
    toen,
    toestand,
    verdelen,
    verlof,
    vernietiging,
    wachtlijst,
    watals,
    werkvoorraad,
    zoeken,
)
from inburgering.views import traject as trajecten


class Besluit:
    """The two answers of the second person to a correction."""

    regex = "goedkeuren|afwijzen"

    def to_python(self, value: str) -> str:
        """Give the word as it is."""
        return value

    to_url = to_python


register_converter(Besluit, "besluit")

dossier_urls = [
    path("", dossier.overzicht, name="dossier"),
    path("gegevens/", dossier.gegevens, name="dossier_gegevens"),
    path("gezin/", gezin.overzicht, name="dossier_gezin"),
    path("bsn/", dossier.bsn, name="dossier_bsn"),
    path("intake/", intake.overzicht, name="dossier_intake"),
    path("intake/papier/", intake.papier, name="intake_papier"),
    path("pip/", dossier.pip, name="dossier_pip"),
    path("pip/verschil/", plan.verschil, name="pip_verschil"),
    path("pip/<int:pip_id>/samenvatting/", plan.samenvatting, name="pip_samenvatting"),
    path("leerroute/", dossier.leerroute, name="dossier_leerroute"),
    path("ondersteuning/", dossier.ondersteuning, name="dossier_ondersteuning"),
    path("gesprekken/", gesprekken.gesprekken, name="dossier_gesprekken"),
    path("examens/", dossier.examens, name="dossier_examens"),
    path("besluiten/", dossier.besluiten, name="dossier_besluiten"),
    path("geschiedenis/", dossier.verloop, name="dossier_geschiedenis"),
    path("handhaving/", handhaving.overzicht, name="dossier_handhaving"),
    path("bezwaar/", handhaving.bezwaren, name="dossier_bezwaar"),
    path("kan-niet/", dossier.kan_niet, name="dossier_kan_niet"),
    path("klopt/", samenhang.dossier, name="dossier_klopt"),
    path("controles/", controles.dossier, name="dossier_controles"),
    path("toen/", toen.terug, name="dossier_toen"),
    path("wat-als/", watals.vraag, name="dossier_wat_als"),
    path("documenten/", documenten.lijst, name="dossier_documenten"),
    path("documenten/<int:document_id>/", dossier.document, name="document"),
    path(
        "documenten/<int:stuk_id>/versie/<int:versie>/",
        documenten.bestand,
        name="bestand",
    ),
    path("feit/herstellen/", herstel.kiezen, name="herstel_kiezen"),
    path(
        "feit/<str:soort>/<int:rij_id>/herstellen/",
        herstel.herstellen,
        name="herstellen",
    ),
    path("samenvoeging/vragen/", samenvoeging.vragen, name="samenvoegen"),
    path(
        "samenvoeging/<int:samenvoeging_id>/",
        samenvoeging.bekijken,
        name="samenvoeging",
    ),
    path(
        "samenvoeging/<int:samenvoeging_id>/<besluit:besluit>/",
        samenvoeging.beslissen,
        name="samenvoeging_beslissen",
    ),
    path("herstel/<int:herstel_id>/", herstel.bekijken, name="herstel_bekijken"),
    path(
        "herstel/<int:herstel_id>/<besluit:besluit>/",
        herstel.beslissen,
        name="herstel_beslissen",
    ),
    path(
        "<str:noun>/<int:rij_id>/<str:verb>/",
        handeling.handeling,
        name="handeling_op_rij",
    ),
    path("<str:noun>/<str:verb>/", handeling.handeling, name="handeling"),
]

traject_urls = [
    path("", trajecten.lijst, name="trajecten"),
    path("registreren/", trajecten.registreren, name="registreren"),
    path("<str:nummer>/", include(dossier_urls)),
]

werkvoorraad_urls = [
    path("", werkvoorraad.lijst, name="werkvoorraad"),
    path("overdragen/", werkvoorraad.overdragen, name="overdragen"),
    path(
        "overdragen/ongedaan/",
        werkvoorraad.overdragen_ongedaan,
        name="overdragen_ongedaan",
    ),
    path("herstel/", werkvoorraad.herstel, name="herstel_open"),
    path("klopt-niet/", samenhang.lijst, name="klopt_niet"),
    path("te-verdelen/", verdelen.lijst, name="te_verdelen"),
]

caseload_urls = [
    path("", caseload.lijst, name="caseload"),
    path("kolommen/", caseload.kolommen, name="caseload_kolommen"),
    path("<str:nummer>/opmerking/", caseload.opmerking, name="caseload_opmerking"),
]

selectie_urls = [
    path("", selectie.lijst, name="selecties"),
    path("nieuw/", selectie.nieuw, name="selectie_nieuw"),
    path("<int:selectie_id>/", selectie.beheren, name="selectie"),
]

aanbieder_urls = [
    path("", aanbieder.lijst, name="aanbieders"),
    path("nieuw/", aanbieder.vastleggen, name="aanbieder_nieuw"),
    path("<int:aanbieder_id>/", aanbieder.bekijken, name="aanbieder"),
    path(
        "<int:aanbieder_id>/wijzigen/", aanbieder.vastleggen, name="aanbieder_wijzigen"
    ),
    path("<int:aanbieder_id>/cursussen/nieuw/", aanbieder.cursus, name="cursus_nieuw"),
    path(
        "<int:aanbieder_id>/cursussen/<int:cursus_id>/",
        aanbieder.cursus,
        name="cursus_wijzigen",
    ),
]

bijeenkomst_urls = [
    path("", bijeenkomst.lijst, name="bijeenkomsten"),
    path("plannen/", bijeenkomst.plannen, name="bijeenkomst_plannen"),
    path("<int:bijeenkomst_id>/", bijeenkomst.bekijken, name="bijeenkomst"),
    path(
        "<int:bijeenkomst_id>/wijzigen/",
        bijeenkomst.wijzigen,
        name="bijeenkomst_wijzigen",
    ),
    path(
        "<int:bijeenkomst_id>/afgelasten/",
        bijeenkomst.afgelasten,
        name="bijeenkomst_afgelasten",
    ),
    path(
        "<int:bijeenkomst_id>/hervatten/",
        bijeenkomst.hervatten,
        name="bijeenkomst_hervatten",
    ),
    path(
        "<int:bijeenkomst_id>/presentielijst/",
        bijeenkomst.presentielijst,
        name="presentielijst",
    ),
    path(
        "<int:bijeenkomst_id>/brieven/",
        bijeenkomst.brieven,
        name="bijeenkomst_brieven",
    ),
    path(
        "<int:bijeenkomst_id>/schrijven/",
        deelname.schrijven,
        name="bijeenkomst_schrijven",
    ),
    path(
        "<int:bijeenkomst_id>/uitnodigen/",
        deelname.uitnodigen,
        name="bijeenkomst_uitnodigen",
    ),
    path(
        "<int:bijeenkomst_id>/aanwezigheid/",
        deelname.aanwezigheid,
        name="bijeenkomst_aanwezigheid",
    ),
]

beheer_urls = [
    path("", beheer.overzicht, name="beheer"),
    path("rollen/geven/", beheer.rol_geven, name="rol_geven"),
    path(
        "rollen/<int:lid_id>/beeindigen/", beheer.rol_beeindigen, name="rol_beeindigen"
    ),
    path("teams/toevoegen/", beheer.team_toevoegen, name="team_toevoegen"),
    path("toestand/", toestand.overzicht, name="toestand"),
    path("teksten/", tekstblok.lijst, name="teksten"),
    path("teksten/voorbeeld/", tekstblok.brief, name="brief_voorbeeld"),
    path("teksten/<slug:tekst>/", tekstblok.bekijken, name="tekstblok"),
    path(
        "teksten/<slug:tekst>/wijzigen/",
        tekstblok.wijzigen,
        name="tekstblok_wijzigen",
    ),
    path(
        "teksten/<slug:tekst>/vertalen/",
        tekstblok.vertalen,
        name="tekstblok_vertalen",
    ),
    path(
        "teksten/vertaling/<int:tekst_id>/nakijken/",
        tekstblok.nakijken,
        name="vertaling_nakijken",
    ),
    path("aandachtspunten/", aandacht.kiezen, name="aandachtspunten"),
    path("opvang/", opvang.lijst, name="opvangplekken"),
    path("opvang/nieuw/", opvang.vastleggen, name="opvangplek_nieuw"),
    path("opvang/<int:plek_id>/", opvang.vastleggen, name="opvangplek_wijzigen"),
    path("instellingen/", instelling.lijst, name="instellingen"),
    path("instellingen/<slug:naam>/", instelling.instellen, name="instellen"),
    path("intakevragen/", intakevraag.lijst, name="intakevragen"),
    path("intakevragen/nieuw/", intakevraag.vastleggen, name="intakevraag_nieuw"),
    path(
        "intakevragen/<int:vraag_id>/vervangen/",
        intakevraag.vastleggen,
        name="intakevraag_vervangen",
    ),
    path(
        "intakevragen/<int:vraag_id>/beeindigen/",
        intakevraag.beeindigen,
        name="intakevraag_beeindigen",
    ),
]

verlof_urls = [
    path("", verlof.lijst, name="verlof"),
    path("plannen/", verlof.plannen, name="verlof_plannen"),
    path("<int:verlof_id>/", verlof.bekijken, name="verlof_bekijken"),
    path("<int:verlof_id>/intrekken/", verlof.intrekken, name="verlof_intrekken"),
    path("<int:verlof_id>/terugzetten/", verlof.terugzetten, name="verlof_terugzetten"),
]

signaal_urls = [
    path("", signaal.lijst, name="signalen"),
    path("melden/", signaal.melden, name="signaal_melden"),
    path("<int:signaal_id>/", signaal.bekijken, name="signaal"),
]

concept_urls = [
    path("<str:nummer>/<path:sleutel>/weggooien/", concept.weggooien),
    path("<str:nummer>/<path:sleutel>/", concept.bewaren),
]

handler400 = "inburgering.views.fouten.onjuist"
urlpatterns = [
    path("", kader.begin, name="start"),
    path("werkvoorraad/", include(werkvoorraad_urls)),
    path("caseload/", include(caseload_urls)),
    path("selecties/", include(selectie_urls)),
    path("trajecten/", include(traject_urls)),
    path("concepten/", include(concept_urls)),
    path("zoeken/", zoeken.zoeken, name="zoeken"),
    path("zoeken/bsn/", zoeken.zoeken_bsn, name="zoeken_bsn"),
    path("aanbieders/", include(aanbieder_urls)),
    path("wachtlijst/", wachtlijst.lijst, name="wachtlijst"),
    path("bijeenkomsten/", include(bijeenkomst_urls)),
    path("aanwezigheid/", aanwezigheid.lijst, name="aanwezigheid"),
    path("aanwezigheid/bestand/", aanwezigheid.bestand, name="aanwezigheid_bestand"),
    path("agenda/", agenda.lijst, name="agenda"),
    path("agenda/week.ics", agenda.week_ics, name="agenda_week"),
    path("agenda/<int:punt_id>.ics", agenda.punt_ics, name="agenda_punt"),
    path("verlof/", include(verlof_urls)),
    path("signalen/", include(signaal_urls)),
    path("sinds/", verlof.sinds, name="sinds"),
    path("beheer/", include(beheer_urls)),
    path("vernietiging/", vernietiging.lijst, name="vernietiging"),
    path(
        "vernietiging/documenten/<int:stuk_id>/",
        vernietiging.document,
        name="document_wissen",
    ),
    path("vernietiging/<str:nummer>/", vernietiging.dossier, name="vernietigen"),
    path("toegangslog/", toegangslog.lijst, name="toegangslog"),
    path("telling/", telling.overzicht, name="telling"),
    path("telling/<int:jaar>/<slug:vak>/", telling.dossiers, name="telling_dossiers"),
    path("regelboek/", regelboek.boek, name="regelboek"),
    path(
        "lidmaatschap/", aanmelden.lidmaatschap_wisselen, name="lidmaatschap_wisselen"
    ),
    path("verder/", aanmelden.verder_werken, name="verder_werken"),
    path("account/", include("allauth.urls")),
    path("", include("monitoring.urls")),
    path("hulp/", TemplateView.as_view(template_name="hulp.html"), name="hulp"),
    path(
        "toegankelijkheid/",
        TemplateView.as_view(template_name="toegankelijkheid.html"),
        name="toegankelijkheid",
    ),
    path("api/v1/", include("inburgering.api.urls")),
    path("gezond/leeft/", gezond.leeft),
    path("gezond/klaar/", gezond.klaar),
]
if settings.DEBUG:
    urlpatterns.append(path("componenten/", componenten.componenten))
