"""Every address x every role x every method x both municipalities, out of the resolver.

A new address without a line in ADRESSEN fails. The line says what somebody must be
allowed to see or do; what each role then gets follows from `authorization.roles`.
"""

import json
import logging
import re
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any, NamedTuple
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from inburgering.actions.spil import functie
from inburgering.api import herstel
from inburgering.authorization.checks import scope
from inburgering.authorization.roles import ROLLEN, Bereik, Inzage, Rol
from inburgering.authorization.spil import NIET_IN_API, OP_EEN_TRAJECT, AnyHandeling
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.models import (
    PIP,
    Aanbieder,
    Bericht,
    Bestand,
    Bijeenkomst,
    Cursus,
    Deelname,
    Document,
    Dossierstuk,
    Gebruiker,
    Gemeente,
    Herstel,
    Intakevraag,
    Lidmaatschap,
    Opmerking,
    Samenvoeging,
    Selectie,
    Tekstblok,
    Traject,
)
from inburgering.models.gemeente import gemeente
from inburgering.wet.handelingen import Handeling
from tests.aanmelden import meld_aan


pytestmark = [pytest.mark.django_db, pytest.mark.breed]
I, W, H = Inzage, Werkhandeling, Handeling  # noqa: E741
METHODS = ("GET", "POST", "PUT", "DELETE")
GOED = {
    200,
    201,
    204,
    302,
    400,
    409,
    422,
}  # let in; what then follows is not asked here


class Adres(NamedTuple):
    """What an address demands: all of `nodig`, by these methods.

    `zaak`: inside a case; `leeg`: there is no such row here, so that the answer is 404;
    `gedeeld`: it names no row but something that every municipality has.
    """

    nodig: tuple[Inzage | AnyHandeling, ...] = ()
    methods: tuple[str, ...] = ("GET",)
    zaak: bool = False
    openbaar: bool = False
    leeg: bool = False
    gedeeld: bool = False


POST, BOTH = ("POST",), ("GET", "POST")
DOSSIER = "trajecten/<str:nummer>/"
ADRESSEN: dict[str, Adres] = {
    "": Adres(methods=METHODS),
    "werkvoorraad/": Adres((I.WERKVOORRAAD,)),
    "werkvoorraad/overdragen/": Adres((W.TRAJECT_TOEWIJZEN,), POST),
    "werkvoorraad/overdragen/ongedaan/": Adres((W.TRAJECT_TOEWIJZEN,), POST),
    "werkvoorraad/te-verdelen/": Adres((I.WERKVOORRAAD, W.TRAJECT_TOEWIJZEN), BOTH),
    "werkvoorraad/klopt-niet/": Adres((I.WERKVOORRAAD,)),
    "werkvoorraad/herstel/": Adres((W.HERSTEL_AFWIJZEN,)),
    "caseload/": Adres((I.CASELOAD,)),
    "caseload/kolommen/": Adres((I.CASELOAD,), BOTH),
    "caseload/<str:nummer>/opmerking/": Adres(
        (W.OPMERKING_BIJWERKEN,), BOTH, zaak=True
    ),
    "selecties/": Adres((I.WERKVOORRAAD,)),
    "selecties/nieuw/": Adres((I.WERKVOORRAAD,), BOTH),
    "selecties/<int:selectie_id>/": Adres((I.WERKVOORRAAD,), BOTH, leeg=True),
    "trajecten/": Adres((I.DOSSIER,)),
    "trajecten/registreren/": Adres((H.TRAJECT_REGISTREREN,), BOTH),
    DOSSIER: Adres((I.DOSSIER,), zaak=True),
    f"{DOSSIER}gegevens/": Adres((I.DOSSIER,), zaak=True),
    f"{DOSSIER}gezin/": Adres((I.DOSSIER, I.GEZIN), zaak=True),
    f"{DOSSIER}bsn/": Adres((I.DOSSIER, I.BSN), POST, zaak=True),
    f"{DOSSIER}intake/": Adres((I.DOSSIER, I.BEGINSITUATIE), zaak=True),
    f"{DOSSIER}intake/papier/": Adres((I.DOSSIER, I.BEGINSITUATIE), zaak=True),
    f"{DOSSIER}pip/": Adres((I.DOSSIER,), zaak=True),
    f"{DOSSIER}pip/verschil/": Adres((I.DOSSIER,), zaak=True),
    f"{DOSSIER}pip/<int:pip_id>/samenvatting/": Adres((I.DOSSIER,), zaak=True),
    f"{DOSSIER}leerroute/": Adres((I.DOSSIER,), zaak=True),
    f"{DOSSIER}ondersteuning/": Adres((I.DOSSIER,), zaak=True),
    f"{DOSSIER}gesprekken/": Adres((I.DOSSIER,), zaak=True),
    f"{DOSSIER}examens/": Adres((I.DOSSIER,), zaak=True),
    f"{DOSSIER}besluiten/": Adres((I.DOSSIER,), zaak=True),
    f"{DOSSIER}handhaving/": Adres((I.DOSSIER, I.HANDHAVING), zaak=True),
    f"{DOSSIER}bezwaar/": Adres((I.DOSSIER, I.HANDHAVING), zaak=True),
    f"{DOSSIER}geschiedenis/": Adres((I.DOSSIER, I.GESCHIEDENIS), zaak=True),
    f"{DOSSIER}kan-niet/": Adres((I.DOSSIER,), zaak=True),
    f"{DOSSIER}klopt/": Adres((I.DOSSIER,), zaak=True),
    f"{DOSSIER}toen/": Adres((I.DOSSIER, I.GESCHIEDENIS), zaak=True),
    f"{DOSSIER}wat-als/": Adres((I.DOSSIER,), zaak=True),
    f"{DOSSIER}documenten/": Adres((I.DOSSIER, I.DOCUMENTEN), zaak=True),
    f"{DOSSIER}documenten/<int:document_id>/": Adres((I.DOSSIER,), zaak=True),
    f"{DOSSIER}documenten/<int:stuk_id>/versie/<int:versie>/": Adres(
        (I.DOSSIER, I.DOCUMENTEN), zaak=True
    ),
    f"{DOSSIER}feit/herstellen/": Adres((W.FEIT_HERSTELLEN,), zaak=True),
    f"{DOSSIER}feit/<str:soort>/<int:rij_id>/herstellen/": Adres(
        (W.FEIT_HERSTELLEN,), BOTH, zaak=True
    ),
    f"{DOSSIER}herstel/<int:herstel_id>/": Adres((I.DOSSIER,), zaak=True),
    f"{DOSSIER}herstel/<int:herstel_id>/<besluit:besluit>/": Adres(
        (W.HERSTEL_AFWIJZEN,), POST, zaak=True
    ),
    "concepten/<str:nummer>/<path:sleutel>/weggooien/": Adres((), POST, zaak=True),
    "concepten/<str:nummer>/<path:sleutel>/": Adres((), POST, zaak=True),
    f"{DOSSIER}samenvoeging/vragen/": Adres((W.SAMENVOEGING_VRAGEN,), BOTH, zaak=True),
    f"{DOSSIER}samenvoeging/<int:samenvoeging_id>/": Adres((I.DOSSIER,), zaak=True),
    f"{DOSSIER}samenvoeging/<int:samenvoeging_id>/<besluit:besluit>/": Adres(
        (W.SAMENVOEGING_AFWIJZEN,), POST, zaak=True
    ),
    f"{DOSSIER}controles/": Adres((I.DOSSIER,), zaak=True),
    "agenda/": Adres((I.WERKVOORRAAD, W.AGENDAPUNT_MAKEN)),
    "agenda/week.ics": Adres((I.WERKVOORRAAD, W.AGENDAPUNT_MAKEN)),
    "agenda/<int:punt_id>.ics": Adres((I.DOSSIER, W.AGENDAPUNT_MAKEN), leeg=True),
    "beheer/aandachtspunten/": Adres((I.BEHEER, W.AANDACHTSPUNT_KIEZEN), BOTH),
    "beheer/opvang/": Adres((I.BEHEER,)),
    "beheer/opvang/nieuw/": Adres((I.BEHEER, W.OPVANGPLEK_VASTLEGGEN), BOTH),
    "beheer/opvang/<int:plek_id>/": Adres(
        (I.BEHEER, W.OPVANGPLEK_VASTLEGGEN), BOTH, leeg=True
    ),
    "zoeken/": Adres((I.DOSSIER,)),
    "zoeken/bsn/": Adres((I.BSN,), BOTH),
    "aanbieders/": Adres((I.AANBIEDERS,)),
    "aanbieders/nieuw/": Adres((W.AANBIEDER_VASTLEGGEN,), BOTH),
    "aanbieders/<int:aanbieder_id>/": Adres((I.AANBIEDERS,)),
    "aanbieders/<int:aanbieder_id>/wijzigen/": Adres((W.AANBIEDER_VASTLEGGEN,), BOTH),
    "aanbieders/<int:aanbieder_id>/cursussen/nieuw/": Adres(
        (W.CURSUS_VASTLEGGEN,), BOTH
    ),
    "aanbieders/<int:aanbieder_id>/cursussen/<int:cursus_id>/": Adres(
        (W.CURSUS_VASTLEGGEN,), BOTH
    ),
    "wachtlijst/": Adres((I.WACHTLIJST,)),
    "bijeenkomsten/": Adres((I.BIJEENKOMSTEN,)),
    "bijeenkomsten/plannen/": Adres((I.BIJEENKOMSTEN, W.BIJEENKOMST_PLANNEN), BOTH),
    "bijeenkomsten/<int:bijeenkomst_id>/": Adres((I.BIJEENKOMSTEN,)),
    "bijeenkomsten/<int:bijeenkomst_id>/wijzigen/": Adres(
        (I.BIJEENKOMSTEN, W.BIJEENKOMST_WIJZIGEN), BOTH
    ),
    "bijeenkomsten/<int:bijeenkomst_id>/afgelasten/": Adres(
        (I.BIJEENKOMSTEN, W.BIJEENKOMST_AFGELASTEN), BOTH
    ),
    "bijeenkomsten/<int:bijeenkomst_id>/hervatten/": Adres(
        (I.BIJEENKOMSTEN, W.BIJEENKOMST_HERVATTEN), BOTH
    ),
    "bijeenkomsten/<int:bijeenkomst_id>/presentielijst/": Adres(
        (I.BIJEENKOMSTEN, W.DEELNAME_VASTLEGGEN)
    ),
    "bijeenkomsten/<int:bijeenkomst_id>/brieven/": Adres(
        (I.BIJEENKOMSTEN, W.DEELNAME_UITNODIGEN), leeg=True
    ),
    "bijeenkomsten/<int:bijeenkomst_id>/schrijven/": Adres(
        (I.BIJEENKOMSTEN, W.DEELNAME_SCHRIJVEN), BOTH
    ),
    "bijeenkomsten/<int:bijeenkomst_id>/uitnodigen/": Adres(
        (I.BIJEENKOMSTEN, W.DEELNAME_UITNODIGEN), BOTH
    ),
    "bijeenkomsten/<int:bijeenkomst_id>/aanwezigheid/": Adres(
        (I.BIJEENKOMSTEN, W.DEELNAME_VASTLEGGEN), BOTH
    ),
    "aanwezigheid/": Adres((I.WERKVOORRAAD, H.UREN_VASTLEGGEN), BOTH),
    "aanwezigheid/bestand/": Adres((I.WERKVOORRAAD, H.UREN_VASTLEGGEN), BOTH),
    "verlof/": Adres((W.VERLOF_PLANNEN,)),
    "verlof/plannen/": Adres((W.VERLOF_PLANNEN,), BOTH),
    "verlof/<int:verlof_id>/": Adres((W.VERLOF_PLANNEN, I.WERKVOORRAAD), leeg=True),
    "verlof/<int:verlof_id>/intrekken/": Adres((W.VERLOF_INTREKKEN,), POST, leeg=True),
    "verlof/<int:verlof_id>/terugzetten/": Adres(
        (W.VERLOF_TERUGZETTEN,), POST, leeg=True
    ),
    "signalen/": Adres((I.SIGNALEN,)),
    "signalen/melden/": Adres((W.SIGNAAL_MELDEN,), BOTH),
    "signalen/<int:signaal_id>/": Adres((I.SIGNALEN,), BOTH, leeg=True),
    "sinds/": Adres((W.VERLOF_PLANNEN, I.WERKVOORRAAD)),
    "beheer/": Adres((I.BEHEER,)),
    "beheer/intakevragen/": Adres((I.BEHEER,)),
    "beheer/intakevragen/nieuw/": Adres((W.INTAKEVRAAG_VASTLEGGEN,), BOTH),
    "beheer/intakevragen/<int:vraag_id>/vervangen/": Adres(
        (W.INTAKEVRAAG_VASTLEGGEN,), BOTH
    ),
    "beheer/intakevragen/<int:vraag_id>/beeindigen/": Adres(
        (W.INTAKEVRAAG_BEEINDIGEN,), BOTH
    ),
    "beheer/rollen/geven/": Adres((W.LIDMAATSCHAP_BEHEREN,), BOTH),
    "beheer/rollen/<int:lid_id>/beeindigen/": Adres((W.LIDMAATSCHAP_BEHEREN,), BOTH),
    "beheer/teams/toevoegen/": Adres((W.LIDMAATSCHAP_BEHEREN,), BOTH),
    "beheer/toestand/": Adres((I.BEHEER,)),
    "beheer/teksten/": Adres((I.TEKSTBLOKKEN,)),
    "beheer/teksten/voorbeeld/": Adres((I.TEKSTBLOKKEN,)),
    "beheer/teksten/<slug:tekst>/": Adres((I.TEKSTBLOKKEN,), gedeeld=True),
    "beheer/teksten/<slug:tekst>/wijzigen/": Adres(
        (W.TEKSTBLOK_WIJZIGEN,), BOTH, gedeeld=True
    ),
    "beheer/teksten/<slug:tekst>/vertalen/": Adres(
        (W.TEKSTBLOK_VERTALEN,), BOTH, gedeeld=True
    ),
    "beheer/teksten/vertaling/<int:tekst_id>/nakijken/": Adres(
        (W.TEKSTBLOK_NAKIJKEN,), BOTH
    ),
    "beheer/instellingen/": Adres((I.BEHEER,)),
    "beheer/instellingen/<slug:naam>/": Adres(
        (W.INSTELLING_VASTLEGGEN,), BOTH, gedeeld=True
    ),
    "vernietiging/": Adres((I.VERNIETIGING,)),
    "vernietiging/documenten/<int:stuk_id>/": Adres(
        (W.DOCUMENT_WISSEN,), BOTH, leeg=True
    ),
    "vernietiging/<str:nummer>/": Adres((W.VERNIETIGING_UITVOEREN,), BOTH, leeg=True),
    "toegangslog/": Adres((I.TOEGANGSLOG,)),
    "regelboek/": Adres((I.REGELBOEK,)),
    "monitor/": Adres((I.CIJFERS,)),
    "monitor/dossiers/<slug:telling>/<int:cohort>/": Adres(
        (I.CIJFERS, I.DOSSIER), gedeeld=True
    ),
    "telling/": Adres((I.TELLING,)),
    "telling/<int:jaar>/<slug:vak>/": Adres((I.TELLING, I.DOSSIER), gedeeld=True),
    "leveringen/": Adres((I.LEVERINGEN,)),
    "leveringen/maken/": Adres((W.LEVERING_MAKEN,), POST),
    "leveringen/<slug:periode>/": Adres((I.LEVERINGEN,), leeg=True),
    "leveringen/<slug:periode>/besluit/": Adres(
        (W.LEVERING_GOEDKEUREN,), POST, leeg=True
    ),
    "leveringen/<slug:periode>/pakket/": Adres((I.LEVERINGEN,), leeg=True),
    "ontvangst/": Adres((I.ONTVANGST,)),
    "ontvangst/pakket/": Adres((W.LEVERING_ONTVANGEN,), POST),
    "ontvangst/sleutel/": Adres((W.LEVERING_ONTVANGEN,), POST),
    "ontvangst/<int:ontvangst_id>/": Adres((I.ONTVANGST,), leeg=True),
    "ontvangst/samen/<slug:periode>/": Adres((I.ONTVANGST,), leeg=True),
    "lidmaatschap/": Adres((), POST),
    "verder/": Adres((), POST),
    "hulp/": Adres(openbaar=True),
    "toegankelijkheid/": Adres(openbaar=True),
    "api/v1/openapi.json": Adres(openbaar=True),
    "api/v1/trajecten": Adres((I.DOSSIER,), BOTH),
    "api/v1/trajecten/<str:nummer>": Adres((I.DOSSIER,), zaak=True),
    "gezond/leeft/": Adres(openbaar=True, methods=METHODS),
    "gezond/klaar/": Adres(openbaar=True, methods=METHODS),
}
# One line for each act: the generic view, and the API.
PER_HANDELING = {
    f"{DOSSIER}<str:noun>/<str:verb>/": BOTH,
    f"{DOSSIER}<str:noun>/<int:rij_id>/<str:verb>/": None,  # the same view, a chosen row
}
# Signing in is a package of its own; what we changed of it is tested where it stands.
ELDERS = ("account/", "api/v1/^")


def routes(resolver: Any = None, before: str = "") -> Iterator[str]:
    """Give the route of every address."""
    for part in (resolver or get_resolver()).url_patterns:
        if isinstance(part, URLResolver):
            yield from routes(part, before + str(part.pattern))
        elif isinstance(part, URLPattern):
            yield before + str(part.pattern)


def routes_met_naam(
    resolver: Any = None, before: str = ""
) -> Iterator[tuple[str, str]]:
    """Give the route and the name of every address."""
    for part in (resolver or get_resolver()).url_patterns:
        path = before + str(part.pattern)
        if isinstance(part, URLResolver):
            yield from routes_met_naam(part, path)
        elif isinstance(part, URLPattern):
            yield path, part.name or ""


def ours() -> list[str]:
    return [route for route in routes() if not route.startswith(ELDERS)]


def every() -> dict[str, Adres]:
    """Give all addresses, those of the acts written out."""
    found = dict(ADRESSEN)
    for act in OP_EEN_TRAJECT:
        found[f"{DOSSIER}{act.noun}/{act.verb}/"] = Adres((act,), BOTH, zaak=True)
        if act in NIET_IN_API:
            continue
        api = f"api/v1/trajecten/<str:nummer>/handelingen/{act.noun}-{act.verb}"
        found[api] = Adres((act,), POST, zaak=True)
    for adres in herstel.ADRESSEN:
        act = adres.handeling
        api = f"api/v1/trajecten/<str:nummer>/handelingen/{act.noun}-{act.verb}"
        found[api] = Adres((act,), POST, zaak=True)
    return found


def test_every_address_has_a_line_and_every_line_an_address():
    present = set(ours())
    assert present - set(every()) - set(PER_HANDELING) == set()
    acts = {route for route in every() if route.startswith(DOSSIER)} - set(ADRESSEN)
    assert set(every()) - acts - present == set()
    assert set(PER_HANDELING) <= present


class Wereld:
    """Two municipalities with the same kinds of rows, and every role in the first."""

    def __init__(self) -> None:
        self.delft = Gemeente.objects.create(code="0503", naam="Delft")
        self.leiden = Gemeente.objects.create(code="0546", naam="Leiden")
        self.leden: dict[Rol, Lidmaatschap] = {}
        self.hier = self._vul(self.delft, "", Rol)
        self.vreemd = self._vul(self.leiden, "Zkanarie", [Rol.TEAMLEIDER])

    def _vul(self, g: Gemeente, merk: str, rollen: Any) -> dict[str, Any]:
        leden = {rol: self._lid(g, rol, merk) for rol in rollen}
        with gemeente(g):
            return self._rijen(g, merk, leden)

    def _lid(self, g: Gemeente, rol: Rol, merk: str) -> Lidmaatschap:
        gebruiker = Gebruiker.objects.create_user(
            f"{merk}{rol}@{g.naam.lower()}.example", naam=f"{merk} {rol.label}"
        )
        lid = Lidmaatschap.objects.create(
            gebruiker=gebruiker, gemeente=g, rol=rol.value, mandaat=True,
            begin=date(2022, 1, 1),
            einde=date(2099, 1, 1) if rol is Rol.AUDITOR else None,
        )  # fmt: skip
        if g == self.delft:
            self.leden[rol] = lid
        return lid

    def _rijen(self, g: Gemeente, merk: str, leden: Any) -> dict[str, Any]:
        lid = leden[Rol.TEAMLEIDER]
        moment = datetime(2026, 3, 2, 10, tzinfo=ZoneInfo("Europe/Amsterdam"))
        for _ in range(1 if not merk else 3):  # so that their numbers differ from ours
            traject = functie(H.TRAJECT_REGISTREREN)(
                by=lid, on=moment, v_nummer=f"{Traject.objects.count():010d}",
                voornamen=f"{merk}Amina", geslachtsnaam=f"{merk}Haddad",
                geboortedatum="1990-05-00", geslacht="vrouw", nationaliteit="0336",
                doelgroep="asielstatushouder", verblijfsituatie="gemeente",
                datum_plicht=date(2026, 1, 5), datum_kennisgeving=date(2026, 1, 12),
                datum_inschrijving=date(2026, 2, 2), woonplaats=f"{merk}dorp",
            ).traject  # fmt: skip
        by = {"gemeente": g, "traject": traject, "vastgelegd_op": moment.date(),
              "vastgelegd_door": lid.gebruiker}  # fmt: skip
        if guide := leden.get(Rol.EXTERNE_BEGELEIDER):
            traject.begeleider = guide.gebruiker
            traject.save()
            leden[Rol.AUDITOR].steekproef = [traject.nummer]
            leden[Rol.AUDITOR].save()
        school = Aanbieder.objects.create(
            gemeente=g, naam=f"{merk} Taalschool", keurmerk="geen"
        )
        course = Cursus.objects.create(
            gemeente=g, aanbieder=school, naam=f"{merk} Ochtend", leerroute="b1_route"
        )
        plan = PIP.objects.create(
            versie=1, status="vastgesteld", opgesteld_op=moment.date(),
            dagtekening=moment.date(), leerroute="b1_route",
            wensen=f"{merk} wil werken", **by,
        )  # fmt: skip
        words = Tekstblok.objects.create(
            gemeente=g, sleutel="sv_titel", taal="tr", versie=1, tekst=f"{merk} Özet",
            geldig_vanaf=moment.date(), vastgelegd_op=moment.date(),
            vastgelegd_door=lid.gebruiker, vertaald_door=f"{merk} bureau",
        )  # fmt: skip
        letter = Document.objects.create(
            soort="pip", titel=f"{merk} PIP", sjabloon="pip", gegevens={},
            inhoud=f"%PDF {merk}".encode(), sha256="0", gemaakt_op=moment.date(), **by,
        )  # fmt: skip
        paper = Dossierstuk.objects.create(
            soort="overig", titel=f"{merk} Verklaring", ontvangen_op=moment.date(), **by
        )
        Bestand.objects.create(
            gemeente=g, traject=traject, stuk=paper, nummer=1, naam=f"{merk}.txt",
            soort="tekst", grootte=2, sha256="0", gescand=False, bewaard=moment,
            bewaard_door=lid.gebruiker, inhoud=f"{merk} ja".encode(),
        )  # fmt: skip
        meeting = Bijeenkomst.objects.create(
            gemeente=g, soort="pvt", titel=f"{merk} avond", dag=moment.date(),
            begin=time(19), einde=time(21), plaats=f"{merk} zaal", plaatsen=9, uren=2,
        )  # fmt: skip
        Deelname.objects.create(
            bijeenkomst=meeting, uitgenodigd_op=moment.date(), wijze="brief", **by
        )
        wrong = Herstel.objects.create(
            gemeente=g, traject=traject, soort="traject", feit_id=traject.pk,
            oud={"datum_plicht": "2026-01-05"}, nieuw={"datum_plicht": "2026-01-06"},
            reden=f"{merk} vergissing", status="gevraagd", gevraagd_op=moment.date(),
            gevraagd_door=lid.gebruiker,
        )  # fmt: skip
        twice = functie(H.TRAJECT_REGISTREREN)(
            by=lid, on=moment, v_nummer=f"99{Traject.objects.count():08d}",
            voornamen=f"{merk}Amina", geslachtsnaam=f"{merk}Hadad",
            geboortedatum="1990-05-01", geslacht="vrouw", nationaliteit="0336",
            doelgroep="asielstatushouder", verblijfsituatie="gemeente",
        ).traject  # fmt: skip
        merger = Samenvoeging.objects.create(
            gemeente=g, traject=traject, ander=twice, reden=f"{merk} dezelfde",
            status="gevraagd", gevraagd_op=moment.date(), gevraagd_door=lid.gebruiker,
        )  # fmt: skip
        chosen = Selectie.objects.create(
            gemeente=g, lid=lid, lijst="caseload", naam=f"{merk} selectie",
            vraag="orde=uren", gedeeld=True,
        )  # fmt: skip
        question = Intakevraag.objects.create(
            gemeente=g, code="eigen_1", domein="leren", vraag=f"{merk} Fietst u?",
            soort="tekst", geldig_vanaf=moment.date(), vastgelegd_op=moment.date(),
            vastgelegd_door=lid.gebruiker,
        )  # fmt: skip
        Opmerking.objects.create(
            tekst=f"{merk} belt zelf", labels=f"{merk} label", **by
        )
        return {
            "nummer": traject.nummer, "selectie_id": chosen.pk, "soort": "traject", "rij_id": traject.pk,
            "samenvoeging_id": merger.pk, "punt_id": 99, "plek_id": 99,
            "herstel_id": wrong.pk, "besluit": "afwijzen", "document_id": letter.pk,
            "pip_id": plan.pk, "tekst": "sv_titel", "tekst_id": words.pk,
            "stuk_id": paper.pk, "versie": 1,
            "aanbieder_id": school.pk, "cursus_id": course.pk,
            "bijeenkomst_id": meeting.pk,
            "sleutel": "pip_opstellen", "lid_id": lid.pk, "vraag_id": question.pk,
            "periode": "2025", "ontvangst_id": 99, "verlof_id": 99, "signaal_id": 99,
            # Numbers are of the law; one of them no municipality sets.
            "naam": "termijn_jaren" if merk else "pvt_uren", "telling": "gestart",
            "cohort": 2026, "jaar": 2025, "vak": "asiel-1",
        }  # fmt: skip


def fill(route: str, values: dict[str, Any]) -> str:
    """Write an address with its values."""
    parts = []
    for part in f"/{route}".split("/"):
        name, _, after = part.removeprefix("<").partition(">")
        name = name.split(":")[-1] if part.startswith("<") else ""
        parts.append(f"{values[name]}{after}" if name else part)
    return "/".join(parts)


def ask(client: Client, method: str, path: str) -> Any:
    headers = {"Idempotency-Key": str(uuid4()), "If-Match": '"1"'}
    if path.startswith("/api/"):
        return client.generic(
            method, path, json.dumps({}), content_type="application/json",
            headers=headers,
        )  # fmt: skip
    return getattr(client, method.lower())(path)


def allowed(rol: Rol, adres: Adres, method: str, route: str) -> bool:
    """Say what the table of roles says."""
    if route == "api/v1/trajecten" and method == "POST":
        adres = adres._replace(nodig=(H.TRAJECT_REGISTREREN,))
    regel = ROLLEN[rol]
    return all(eis in regel.inzagen or eis in regel.handelingen for eis in adres.nodig)


def to_try(rol: Rol, place: int, route: str, adres: Adres) -> tuple[str, ...]:
    """Give the methods that a role tries: all of them.

    The acts share their views: a method that is not theirs is tried by one role for each
    act, by turns.
    """
    mine = route in ADRESSEN or tuple(Rol)[place % len(Rol)] is rol
    return METHODS if mine else adres.methods


def expected(rol: Rol, adres: Adres, method: str, route: str) -> set[int]:
    """Give the codes that this role may get."""
    reach = not adres.zaak or scope(rol) is not Bereik.GEEN
    if method not in adres.methods:
        return {405} if route else GOED
    if adres.openbaar:
        return GOED
    if allowed(rol, adres, method, route):
        return (GOED | {404} if adres.leeg else GOED) if reach else {404}
    return {403} if reach else {403, 404}


@pytest.fixture
def wereld(db) -> Iterator[Wereld]:
    made = Wereld()
    Bericht.objects.all().delete()
    logging.disable(logging.CRITICAL)  # thousands of refusals, each on purpose
    yield made
    logging.disable(logging.NOTSET)


class Pen:
    """Listens to the database, and keeps into which tables was written."""

    MAG = {"django_session"}  # when somebody was last here
    SCHRIJFT = re.compile(r'(?:INSERT INTO|UPDATE|DELETE FROM)\s+"?(\w+)')

    def __init__(self) -> None:
        self.tabellen: set[str] = set()

    def __call__(self, execute: Any, sql: str, *rest: Any) -> Any:
        if found := self.SCHRIJFT.match(sql):
            self.tabellen.add(found[1])
        return execute(sql, *rest)

    def schreef(self) -> set[str]:
        """Give what was written since the last time, of what a refusal may not write."""
        written, self.tabellen = self.tabellen - self.MAG, set()
        return written


def shows_theirs(answer: Any) -> bool:
    """Tell whether something of the other municipality stands in an answer."""
    body = b"".join(answer) if answer.streaming else answer.content
    return b"zkanarie" in body.lower()


def show(wrong: list[str]) -> None:
    assert not wrong, "\n" + "\n".join(wrong)


@pytest.mark.parametrize("rol", Rol)
def test_what_a_role_gets(wereld, rol):
    """The codes of the table of roles; a refusal writes nothing; never a trace of theirs."""
    client = meld_aan(Client(raise_request_exception=False), wereld.leden[rol])
    pen, wrong = Pen(), []
    with connection.execute_wrapper(pen):
        for place, (route, adres) in enumerate(every().items()):
            path = fill(route, wereld.hier)
            for method in to_try(rol, place, route, adres):
                if route == "lidmaatschap/" and method == "POST":
                    continue
                wanted = expected(rol, adres, method, route)
                answer, written = ask(client, method, path), pen.schreef()
                if answer.status_code not in wanted:
                    wrong.append(
                        f"{method} {path}: {answer.status_code}, not {sorted(wanted)}"
                    )
                if written and not wanted & GOED:
                    wrong.append(f"{method} {path}: refused, yet wrote in {written}")
                if shows_theirs(answer):
                    wrong.append(f"{method} {path}: shows what is theirs")
    show(wrong)


def test_nobody_gets_anything_without_signing_in(wereld):
    client, wrong = Client(raise_request_exception=False), []
    for route, adres in every().items():
        path = fill(route, wereld.hier)
        for method in METHODS:
            answer = ask(client, method, path)
            to_login = (
                answer.status_code == 302 and "/account/login" in answer["Location"]
            )
            if adres.openbaar:
                good = answer.status_code in (
                    GOED if method in adres.methods else {405}
                )
            else:
                good = to_login or answer.status_code in {401, 405}
            if not good:
                wrong.append(f"{method} {path}: {answer.status_code}")
    show(wrong)


def test_who_signed_in_in_one_step_gets_no_further(wereld):
    client = meld_aan(Client(), wereld.leden[Rol.TEAMLEIDER])
    session = client.session
    del session["tweede_stap"]
    session.save()
    wrong = []
    for route, adres in every().items():
        if adres.openbaar or not adres.nodig:
            continue
        answer = ask(client, adres.methods[0], fill(route, wereld.hier))
        to_setup = answer.status_code == 302 and "2fa" in answer["Location"]
        if not (to_setup or answer.status_code == 403):
            wrong.append(f"{route}: {answer.status_code}")
    show(wrong)


def test_who_has_no_role_any_more_gets_nothing(wereld):
    lid = wereld.leden[Rol.TEAMLEIDER]
    client = meld_aan(Client(), lid)
    lid.einde = date(2022, 2, 1)
    lid.save()
    wrong = []
    for route, adres in every().items():
        if adres.openbaar or not adres.nodig:
            continue
        found = ask(client, adres.methods[0], fill(route, wereld.hier)).status_code
        if found not in {302, 403}:
            wrong.append(f"{route}: {found}")
    show(wrong)


@pytest.mark.parametrize("rol", Rol)
def test_another_municipality_does_not_exist(wereld, rol):
    """Each address with the other's ids: 404 where the role may; never a trace of theirs."""
    client = meld_aan(Client(raise_request_exception=False), wereld.leden[rol])
    wrong = []
    for route, adres in every().items():
        if "<" not in route:
            continue  # asked above, in the own municipality: there is but one address
        path = fill(route, wereld.vreemd)
        for method in adres.methods:
            answer = ask(client, method, path)
            there = adres.leeg or adres.gedeeld
            if not there and answer.status_code not in {403, 404}:
                wrong.append(f"{method} {path}: {answer.status_code}")
            if shows_theirs(answer):
                wrong.append(f"{method} {path}: shows what is theirs")
    show(wrong)
