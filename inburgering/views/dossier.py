"""The file of one person, section by section; every look at it is logged."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.db import models
from django.db.models import CharField, F, Q, QuerySet, Value
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from inburgering.actions.vernietiging import voordracht
from inburgering.authorization.checks import (
    AFGESCHERMDE_FEITEN,
    AFGESCHERMDE_HANDELINGEN,
)
from inburgering.authorization.roles import Inzage, Rol
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.forms.uitintake import uit_intake
from inburgering.integrations.landelijke_tabellen import omschrijving
from inburgering.inzage import raadpleeg
from inburgering.models import herstelbaar
from inburgering.models.aanbod import Inburgeringsaanbod
from inburgering.models.aanvraag import Aanvraag
from inburgering.models.afspraak import Afspraak
from inburgering.models.begeleiding import Begeleiding, Ontzorgen
from inburgering.models.besluit import Afsluiting, DUOBesluit
from inburgering.models.document import PIP_BRIEVEN, Document
from inburgering.models.dossier import Dossier, lees, zichtbaar
from inburgering.models.feiten import model_van
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.herstel import Herstel
from inburgering.models.onderdeel import MAP, PVT, Examenuitslag, ZRouteAfronding
from inburgering.models.participatie import GevolgdeUren, Participatie
from inburgering.models.pip import PIP
from inburgering.models.samenvoeging import Samenvoeging
from inburgering.models.spoor import Gebeurtenis, Raadpleging
from inburgering.models.taalkennis import STAAT, Taalkennis, op_volgorde
from inburgering.models.traject import van_dossier
from inburgering.models.verblijf import GEHEIM, Groepswijziging, Verhuizing
from inburgering.templatetags.opmaak import datum, onvolledige_datum
from inburgering.views import dossierkader, geschiedenis, toen, weergave
from inburgering.views.documenten import verborgen_brieven, zichtbare_brieven
from inburgering.views.doel import doelen
from inburgering.views.dossierkader import SECTIE, adres, herstel_adres, mag, mag_zien
from inburgering.views.filters import adres_zonder
from inburgering.views.http import heel_getal, inloggen, require_inzage, vind
from inburgering.views.kort import in_het_kort
from inburgering.views.leren import (
    aanmeldingen,
    behoeften,
    meegebracht,
    wachtlijst,
    zelfgekozen,
)
from inburgering.views.loop import vast_contact, waar_gewoond
from inburgering.views.meters import hoe_ver
from inburgering.views.overdracht import vooraf
from inburgering.views.rooster import rooster
from inburgering.views.taak import taken
from inburgering.views.terzijde import SOORTEN_VAN, kaarten
from inburgering.views.tijdlijn import tijdlijn as tijdlijn_leren
from inburgering.wet import feiten as wet
from inburgering.wet.aanvraag import behandelingen, vraagt_advies
from inburgering.wet.begrippen import (
    Aanvraaguitslag,
    Onderdeel,
    Termijnsoort,
    Trajectstatus,
)
from inburgering.wet.boete import bij_overschrijding
from inburgering.wet.einde import te_vernietigen
from inburgering.wet.handelingen import Handeling
from inburgering.wet.moment import moment
from inburgering.wet.parameters import parameter_vanaf
from inburgering.wet.verblijf import WEG, verhuisd_naar
from inburgering.wet.verlenging import VERLENGBAAR, Uitzicht, uitzicht
from inburgering.wet.voorwaarden import is_open_rij


RECENT = 8
BLADZIJDE = 50
HERSTEL_BLIJFT = timedelta(days=30)
AFGESCHERMDE_MODELLEN = [
    model_van(soort)._meta.model_name for soort in sorted(AFGESCHERMDE_FEITEN)
]
SOORT_VAN = {kind.__name__: soort for soort, kind in wet.SOORTEN.items()}


def _open(request: HttpRequest, nummer: str, sectie: str) -> Dossier:
    """Find, require, log, read: how every page of the file begins."""
    require_inzage(request, Inzage.DOSSIER)
    require_inzage(request, SECTIE[sectie].inzage)
    traject = vind(request, nummer)
    nu = timezone.localtime()
    raadpleeg(Inzage.DOSSIER, nummer, by=request.lid, on=nu, reden=SECTIE[sectie].label)
    return zichtbaar(lees(traject, nu.date()), Rol(request.lid.rol))


def _page(
    request: HttpRequest, dossier: Dossier, sectie: str, inhoud: dict[str, Any],
    steps: list[dossierkader.Stap] | None = None,
) -> HttpResponse:  # fmt: skip
    frame = dossierkader.kader(request, dossier, sectie, steps)
    kinds = SOORTEN_VAN.get(sectie, ())
    frame["terzijde"] = kinds and kaarten(dossier.traject, request.lid, kinds)
    return render(request, f"dossier/{sectie}.html", frame | inhoud)


# --- Overview -------------------------------------------------------------------------


@inloggen
@require_GET
def overzicht(request: HttpRequest, nummer: str) -> HttpResponse:
    """Show where the case stands, what is due, and what can be done next."""
    dossier = _open(request, nummer, "overzicht")
    stand = dossier.stand
    steps = dossierkader.stappen(dossier, request.lid)
    first, others = dossierkader.volgende(dossier, steps)
    allowed = {step.handeling: step for step in steps if step.oordeel.toegestaan}
    ask = _destroy_url(request, dossier)
    return _page(
        request, dossier, "overzicht",
        {
            "waar": dossierkader.waar(dossier),
            "botsingen": [m for m in stand.meldingen if m.tegenstrijdig],
            "meldingen": [m for m in stand.meldingen if not m.tegenstrijdig],
            "ontbrekend": [
                (o, allowed[o.voor].url if o.voor in allowed else "")
                for o in stand.ontbrekend
            ],
            "termijnen": sorted(
                (t for t in stand.termijnen if t.open), key=lambda t: t.uiterlijk
            ),
            "gehaalde_termijnen": [t for t in stand.termijnen if not t.open],
            "eerste": first,
            "overige": others,
            "geweigerd": len(steps) - len(first) - len(others),
            "voordragen": ask,
            "voordracht": voordracht(nummer) if ask else None,
            "toewijzen": mag(request.lid, Werkhandeling.TRAJECT_TOEWIJZEN)
            and adres(nummer, Werkhandeling.TRAJECT_TOEWIJZEN),
            "gebeurtenissen": tijdlijn(request, _gedaan(request, dossier)[:RECENT]),
            "herstel": _corrections(dossier, request.lid),
            "taken": taken(dossier, request.lid),
            **in_het_kort(dossier, request.lid),
            **hoe_ver(dossier, request.lid),
            "contact_url": mag(request.lid, Werkhandeling.CONTACT_VASTLEGGEN)
            and adres(nummer, Werkhandeling.CONTACT_VASTLEGGEN),
        },
        steps,
    )  # fmt: skip


def _destroy_url(request: HttpRequest, dossier: Dossier) -> str:
    """Give where one asks for destruction; empty when the case stays or may not go yet."""
    stand = dossier.stand
    if stand.status != Trajectstatus.AFGESLOTEN:
        return ""
    act = Werkhandeling.VERNIETIGING_VOORDRAGEN
    due = te_vernietigen(stand.termijnen, stand.peildatum)
    return adres(dossier.traject.nummer, act) if due and mag(request.lid, act) else ""


@inloggen
@require_GET
def kan_niet(request: HttpRequest, nummer: str) -> HttpResponse:
    """Show every act that is refused now, with the reason, the facts and the article."""
    dossier = _open(request, nummer, "overzicht")
    steps = dossierkader.stappen(dossier, request.lid)
    refused = [step for step in steps if not step.oordeel.toegestaan]
    frame = dossierkader.kader(request, dossier, "overzicht", steps)
    return render(request, "dossier/kan_niet.html", frame | {"geweigerd": refused})


def _corrections(dossier: Dossier, lid: Lidmaatschap) -> list[dict[str, Any]]:
    """Give what waits, and what was corrected so lately that one must still mend it."""
    lately = dossier.stand.peildatum - HERSTEL_BLIJFT
    rows = Herstel.objects.filter(traject=dossier.traject).filter(
        Q(besloten_op=None) | Q(besloten_op__gte=lately)
    )
    if not mag_zien(lid, Inzage.HANDHAVING):
        rows = rows.exclude(soort__in=AFGESCHERMDE_FEITEN)
    found = rows.order_by("-id").values(
        "pk", "soort", "status", "reden", "gevolgen", "gevraagd_op", "besloten_op",
        door=F("gevraagd_door__naam"),
    )[:5]  # fmt: skip
    return [
        row | {"wat": herstelbaar.model_voor(row["soort"])._meta.verbose_name}
        for row in found
    ]


# What the timeline tells of an act: the log keeps the links of its chain beside it.
VAN_GEBEURTENIS = (
    "id", "nummer", "handeling", "gebeurd_op", "moment", "automatisch", "naam",
    "samenvatting", "reden",
)  # fmt: skip


def _gedaan(request: HttpRequest, dossier: Dossier) -> QuerySet[Gebeurtenis, Any]:
    """Give the acts on a case that somebody may know of, newest first."""
    rows = Gebeurtenis.objects.filter(van_dossier(dossier.traject)).order_by("-id")
    if not mag_zien(request.lid, Inzage.HANDHAVING):
        mended = Herstel.objects.filter(
            traject=dossier.traject, soort__in=AFGESCHERMDE_FEITEN
        )
        rows = (
            rows.exclude(feit__in=AFGESCHERMDE_MODELLEN)
            .exclude(handeling__in=AFGESCHERMDE_HANDELINGEN)
            .exclude(feit="herstel", feit_id__in=mended.values("pk"))
        )
    return rows.values_list(*VAN_GEBEURTENIS, named=True)


def tijdlijn(
    request: HttpRequest, gedaan: Iterable[Any], *, met_toen: bool = False
) -> list[dict[str, Any]]:
    """Tell of acts; a reason in free text only for who may read notes.

    ``met_toen`` adds, for who may see the history, where one looks back to the act.
    """
    with_reason = mag_zien(request.lid, Inzage.NOTITIES)
    back = met_toen and mag_zien(request.lid, Inzage.GESCHIEDENIS)
    return [
        {
            "kop": weergave.handeling_label(row.handeling),
            "wanneer": row.gebeurd_op,
            "door": _by_whom(row),
            "toen": back and toen.adres(row),
            "tekst": ". ".join(
                part
                for part in (row.samenvatting, row.reden if with_reason else "")
                if part
            ),
        }
        for row in gedaan
    ]


def _by_whom(row: Any) -> str:
    """Say who did it, and when it was entered if that was another day."""
    who = "automatisch" if row.automatisch else row.naam
    entered = timezone.localtime(row.moment).date()
    return who if entered == row.gebeurd_op else f"{who}, ingevoerd {datum(entered)}"


# --- Person and registration ----------------------------------------------------------


def _person(dossier: Dossier) -> list[dict[str, Any]]:
    p = dossier.traject.inburgeraar
    change = adres(dossier.traject.nummer, Handeling.TRAJECT_AANVULLEN)
    birth = herstel_adres(dossier.traject.nummer, "inburgeraar", p.pk)
    lines = [
        ("Naam", p.naam, change),
        ("V-nummer", p.v_nummer, change),
        ("Geboortedatum", onvolledige_datum(p.geboortedatum), birth),
        ("Geslacht", p.get_geslacht_display(), change),
        ("Nationaliteit", omschrijving("nationaliteit", p.nationaliteit), change),
        ("Geboorteland", omschrijving("land", p.geboorteland), change),
        ("Verblijfstitel", omschrijving("verblijfstitel", p.verblijfstitel)
         if p.verblijfstitel else "", change),
    ]  # fmt: skip
    if p.overleden_op:
        lines.append(("Overleden op", datum(p.overleden_op), birth))
    return _lines(lines)


def _contact(dossier: Dossier) -> list[dict[str, Any]]:
    p = dossier.traject.inburgeraar
    change = adres(dossier.traject.nummer, Handeling.TRAJECT_AANVULLEN)
    street = ", ".join(
        part for part in (p.adres, f"{p.postcode} {p.woonplaats}".strip()) if part
    )
    if p.geheim_adres:
        street = "Dit adres is geheim en staat niet op het scherm"
    lines = [("Adres", street, change)]
    if not p.geheim_adres and p.opvanglocatie:
        lines.append(("Opvanglocatie", p.opvanglocatie, change))
    lines += [
        ("Telefoon", p.telefoon, change),
        ("E-mail", p.email, change),
    ]
    return _lines(lines)


def _language(dossier: Dossier) -> list[dict[str, Any]]:
    p = dossier.traject.inburgeraar
    change = adres(dossier.traject.nummer, Handeling.TRAJECT_AANVULLEN)
    letters = p.brieftaal or (p.contacttaal and "Dezelfde")
    lines = [
        ("Taal van het gesprek", p.contacttaal, change),
        ("Taal bij brieven", letters, change),
        ("Tolk", "Er is een tolk nodig" if p.tolk_nodig else "Geen tolk nodig", change),
    ]
    if p.tolk_nodig:
        wish = p.tolkwens.capitalize() or "Maakt niet uit"
        lines.append(("Wensen voor de tolk", wish, change))
    return _lines(lines)


def _languages(request: HttpRequest, dossier: Dossier) -> dict[str, Any]:
    """Give the languages of the person and the mergers of the case: one statement."""
    case, lid = dossier.traject, request.lid
    none = Value("", output_field=CharField())
    spoken = Taalkennis.objects.filter(STAAT, traject=case).order_by()
    merged = Samenvoeging.objects.filter(Q(traject=case) | Q(ander=case)).order_by()
    rows = spoken.values_list("pk", "taal", "spreken", "lezen", "schrijven").union(
        merged.values_list("pk", none, "status", "traject__nummer", "ander__nummer"),
        all=True,
    )  # fmt: skip
    known, mergers = [], []
    for pk, language, second, third, fourth in rows:
        if language:
            row = Taalkennis(
                pk=pk, taal=language, spreken=second, lezen=third, schrijven=fourth
            )
            known.append(row)
        else:
            mergers.append(
                {
                    "pk": pk, "status": second, "traject__nummer": third,
                    "ander__nummer": fourth,
                }
            )  # fmt: skip

    def link(act: Werkhandeling, *pk: int) -> str | bool:
        return mag(lid, act) and adres(case.nummer, act, *pk)

    return {
        "talen": [
            {
                "rij": row,
                "wijzigen": link(Werkhandeling.TAAL_WIJZIGEN, row.pk),
                "intrekken": link(Werkhandeling.TAAL_INTREKKEN, row.pk),
            }
            for row in op_volgorde(known)
        ],
        "mag_taal": link(Werkhandeling.TAAL_VASTLEGGEN),
        "samengevoegd": sorted(mergers, key=lambda merger: merger["pk"]),
    }


def _lines(lines: Iterable[tuple[str, str, str]]) -> list[dict[str, Any]]:
    return [
        {"label": label, "waarde": value, "wijzig_url": url}
        for label, value, url in lines
    ]


TRAJECTVELDEN = (
    "volggrond", "doelgroep", "gedetailleerde_doelgroep", "verblijfsituatie", "geregistreerd_op",
    "datum_plicht", "datum_kennisgeving", "datum_koppeling", "datum_uitstroom",
    "datum_inschrijving", "informatie_derden_nodig", "informatie_derden_op",
)  # fmt: skip


def _registration(dossier: Dossier) -> list[dict[str, Any]]:
    traject = dossier.traject
    meta = type(traject)._meta
    mend = herstel_adres(traject.nummer, "traject", traject.pk)
    then = dossier.feiten.traject
    m = moment(dossier.feiten, dossier.stand.peildatum)
    now, gone = m.traject, verhuisd_naar(m, *WEG)
    lines = []
    for name in TRAJECTVELDEN:
        field = meta.get_field(name)
        value = weergave.in_woorden(field, getattr(traject, name))
        if getattr(now, name) != getattr(then, name):
            present = weergave.in_woorden(field, getattr(now, name)) or "niet bekend"
            value = f"{present} (bij de registratie: {value or 'niet bekend'})"
        if name == "verblijfsituatie" and gone:
            value = (
                f"Niet meer hier: {gone.soort.label.lower()}, {datum(gone.verhuisd_op)}"
            )
        url = "" if name == "geregistreerd_op" else mend
        lines.append((weergave.opschrift(field), value, url))
    return _lines(lines)


def _people(dossier: Dossier) -> list[dict[str, Any]]:
    t = dossier.traject
    url = adres(t.nummer, Werkhandeling.TRAJECT_TOEWIJZEN)
    lines = [
        ("Klantmanager", str(t.klantmanager or ""), url),
        ("Team", str(t.team or ""), url),
    ]
    if t.begeleider:
        lines.append(("Externe begeleider", str(t.begeleider), url))
    return _lines(lines)


def _only(lines: list[dict[str, Any]], may: bool) -> list[dict[str, Any]]:
    return lines if may else [line | {"wijzig_url": ""} for line in lines]


def _stay(request: HttpRequest, dossier: Dossier) -> dict[str, Any]:
    """Give the changes of group and the moves, and what one can record about them."""
    secret = dossier.traject.inburgeraar.geheim_adres
    hidden = GEHEIM if secret else frozenset()
    if not mag_zien(request.lid, Inzage.NOTITIES):
        hidden |= {"overdracht"}
    moves = _rows(dossier, Verhuizing)
    return {
        "groepen": [
            kaart(request, dossier, row, badge=f"vanaf {datum(row.ingang)}",
                  toon="is-info", weg=("doelgroep",))
            for row in _rows(dossier, Groepswijziging)
        ],
        "verhuizingen": [
            kaart(
                request, dossier, row, badge=datum(row.verhuisd_op), toon="is-info",
                weg=("soort", *hidden),
                acts=(Handeling.VERHUIZING_OVERDRAGEN,)
                if is_open_rij(Handeling.VERHUIZING_OVERDRAGEN, row) else (),
            )
            for row in moves
        ],
        "woonde": waar_gewoond(dossier.traject, moves),
        "acties": _actions(
            request, dossier, Handeling.GROEP_WIJZIGEN, Handeling.VERHUIZING_VASTLEGGEN
        ),
    }  # fmt: skip


def _gegevens(request: HttpRequest, dossier: Dossier, bsn: str = "") -> HttpResponse:
    lid = request.lid
    change = mag(lid, Handeling.TRAJECT_AANVULLEN)
    mend = mag(lid, Werkhandeling.FEIT_HERSTELLEN)
    oordeel = dossier.stand.handelingen[Handeling.TRAJECT_AANVULLEN]
    person = _person(dossier)
    for line in person:
        may_change = mend if "/feit/" in line["wijzig_url"] else change
        if not (may_change and oordeel.toegestaan):
            line["wijzig_url"] = ""
    return _page(
        request, dossier, "gegevens",
        {
            "persoonsgegevens": person,
            "contact": _only(_contact(dossier), change and oordeel.toegestaan),
            "taal": _only(_language(dossier), change and oordeel.toegestaan),
            **_languages(request, dossier),
            "aanmelding": _only(_registration(dossier), mend),
            **_stay(request, dossier),
            "vast_contact": vast_contact(dossier),
            "mensen": _only(_people(dossier), mag(lid, Werkhandeling.TRAJECT_TOEWIJZEN)),
            "samenvoegen": mag(lid, Werkhandeling.SAMENVOEGING_VRAGEN)
            and adres(dossier.traject.nummer, Werkhandeling.SAMENVOEGING_VRAGEN),
            "heeft_bsn": bool(dossier.traject.inburgeraar.bsn_index),
            "mag_bsn": mag_zien(lid, Inzage.BSN),
            "bsn": bsn,
        },
    )  # fmt: skip


@inloggen
@require_GET
def gegevens(request: HttpRequest, nummer: str) -> HttpResponse:
    """Show who it is and what the registration says; the BSN stays masked."""
    return _gegevens(request, _open(request, nummer, "gegevens"))


@inloggen
@require_POST
def bsn(request: HttpRequest, nummer: str) -> HttpResponse:
    """Show the BSN once; that somebody looked is logged apart."""
    require_inzage(request, Inzage.DOSSIER)
    require_inzage(request, Inzage.BSN)
    traject = vind(request, nummer)
    nu = timezone.localtime()
    raadpleeg(Inzage.BSN, nummer, by=request.lid, on=nu)
    number = traject.inburgeraar.lees_bsn()
    if request.htmx:
        return render(
            request, "dossier/_bsn.html",
            {"bsn": number, "heeft_bsn": bool(number), "traject": traject},
        )  # fmt: skip
    return _gegevens(request, lees(traject, nu.date()), number)


# --- Facts as cards -------------------------------------------------------------------


def _rows(dossier: Dossier, model: type[models.Model], *ook: str) -> list[Any]:
    found = model.objects.filter(traject=dossier.traject)
    return list(found.select_related("vastgelegd_door", *ook).order_by("-id"))


def kaart(
    request: HttpRequest, dossier: Dossier, rij: Any, *, kop: str = "",
    weg: Iterable[str] = (), acts: Iterable[Handeling] = (), badge: str = "", toon: str = "",
) -> dict[str, Any]:  # fmt: skip
    """Give a recorded fact as a card: its fields, where it came from, what one can do."""
    nummer = dossier.traject.nummer
    soort = SOORT_VAN.get(type(rij).__name__, "")
    links = [
        {"url": adres(nummer, act, rij.pk), "label": act.label}
        for act in acts
        if mag(request.lid, act) and dossier.stand.handelingen[act].toegestaan
    ]
    mend = soort and mag(request.lid, Werkhandeling.FEIT_HERSTELLEN)
    return {
        "kop": kop or str(rij)[:1].upper() + str(rij)[1:],
        "badge": badge,
        "toon": toon,
        "rijen": weergave.rijen(rij, {"herkomst", *weg}),
        "bron": rij.get_herkomst_display(),
        "op": rij.vastgelegd_op,
        "door": rij.vastgelegd_door.naam,
        "links": links,
        "herstel_url": herstel_adres(nummer, soort, rij.pk) if mend else "",
    }


def _actions(
    request: HttpRequest, dossier: Dossier, *acts: Handeling
) -> list[dossierkader.Stap]:
    return [
        step
        for step in dossierkader.stappen(dossier, request.lid)
        if step.handeling in acts and step.oordeel.toegestaan
    ]


PIP_TOON = {
    "concept": "is-neutral",
    "besproken": "is-warning",
    "vastgesteld": "is-positive",
}


def _pip_acts(row: PIP) -> tuple[Handeling, ...]:
    if row.status != "vastgesteld":
        return (Handeling.PIP_VASTSTELLEN, Handeling.PIP_BESPREKEN)
    return () if row.verstuurd_op else (Handeling.PIP_VERSTUREN,)


def _agreements(request: HttpRequest, dossier: Dossier) -> list[dict[str, Any]]:
    """Give the agreements, the open ones first, by the day they must be done."""
    rows = sorted(
        _rows(dossier, Afspraak, "doel"),
        key=lambda row: (bool(row.afgerond_op), row.uiterlijk or date.max, row.pk),
    )
    done = Handeling.AFSPRAAK_AFRONDEN
    may_end = mag(request.lid, done) and dossier.stand.handelingen[done].toegestaan
    mend = mag(request.lid, Werkhandeling.FEIT_HERSTELLEN)
    nummer = dossier.traject.nummer
    return [
        {
            "rij": row,
            "afronden": adres(nummer, done, row.pk)
            if may_end and not row.afgerond_op
            else "",
            "herstel": herstel_adres(nummer, "afspraken", row.pk) if mend else "",
        }
        for row in rows
    ]


@inloggen
@require_GET
def pip(request: HttpRequest, nummer: str) -> HttpResponse:
    """Show every version of the PIP, newest first, with its letter."""
    dossier = _open(request, nummer, "pip")
    letters = zichtbare_brieven(request.lid, dossier.traject).order_by("-id")
    of_plans = list(letters.filter(soort__in=PIP_BRIEVEN))
    cards = []
    for row in _rows(dossier, PIP):
        card = kaart(
            request, dossier, row, kop=f"Versie {row.versie}",
            badge=row.get_status_display(), toon=PIP_TOON[row.status],
            weg=("status",), acts=_pip_acts(row),
        )  # fmt: skip
        card["brieven"] = [b for b in of_plans if b.feit_id == row.pk]
        if row.status == "vastgesteld":
            url = f"{dossier.traject.get_absolute_url()}pip/{row.pk}/samenvatting/"
            card["links"].append({"url": url, "label": "Samenvatting in eigen taal"})
        cards.append(card)
    return _page(
        request, dossier, "pip",
        {
            "pips": cards,
            "doelen": doelen(dossier, request.lid),
            "afspraken": _agreements(request, dossier),
            "leest_alles": mag_zien(request.lid, Inzage.NOTITIES),
            "uit_intake": mag_zien(request.lid, Inzage.BEGINSITUATIE)
            and uit_intake(dossier),
            "acties": _actions(
                request, dossier, Handeling.PIP_OPSTELLEN, Handeling.PIP_OVERNEMEN
            ),
            "acties_afspraken": _actions(request, dossier, Handeling.AFSPRAAK_MAKEN),
        },
    )  # fmt: skip


@inloggen
@require_GET
def ondersteuning(request: HttpRequest, nummer: str) -> HttpResponse:
    """Show who guides, and which fixed costs are paid until when."""
    dossier = _open(request, nummer, "ondersteuning")
    reads = mag_zien(request.lid, Inzage.NOTITIES)
    terms = dossier.stand.termijnen
    return _page(
        request, dossier, "ondersteuning",
        {
            **vooraf(dossier, request.lid),
            "begeleidingen": [
                kaart(
                    request, dossier, row, kop=row.organisatie,
                    badge="Gestopt" if row.beeindigd_op else "Loopt",
                    toon="is-neutral" if row.beeindigd_op else "is-info",
                    weg=("organisatie",) if reads else ("organisatie", "overdracht"),
                    acts=() if row.beeindigd_op else (Handeling.BEGELEIDING_BEEINDIGEN,),
                )
                for row in _rows(dossier, Begeleiding)
            ],
            "ontzorgen": [
                kaart(
                    request, dossier, row, kop="Financieel ontzorgen",
                    badge="Gestopt" if row.beeindigd_op else "Loopt",
                    toon="is-neutral" if row.beeindigd_op else "is-info",
                    weg=() if reads else ("reden_anders",),
                    acts=() if row.beeindigd_op else (Handeling.ONTZORGEN_BEEINDIGEN,),
                )
                for row in _rows(dossier, Ontzorgen)
            ],
            "termijn": next(
                (t for t in terms if t.open and t.soort == Termijnsoort.ONTZORGEN), None
            ),
            "behoeften": behoeften(dossier, request.lid),
            "acties_begeleiding": _actions(
                request, dossier, Handeling.BEGELEIDING_STARTEN
            ),
            "acties_ontzorgen": _actions(request, dossier, Handeling.ONTZORGEN_STARTEN),
            "oordeel_ontzorgen": dossier.stand.handelingen[Handeling.ONTZORGEN_STARTEN],
            "ontzorgen_duur": parameter_vanaf(
                "ontzorgen_maanden", dossier.stand.peildatum
            ).voluit,
        },
    )  # fmt: skip


@inloggen
@require_GET
def leerroute(request: HttpRequest, nummer: str) -> HttpResponse:
    """Show the route by period, the place at a provider, the duaal traject and hours."""
    dossier = _open(request, nummer, "leerroute")
    mend = mag(request.lid, Werkhandeling.FEIT_HERSTELLEN)
    hours = _rows(dossier, GevolgdeUren, "aanbieder")
    hours.sort(key=lambda row: row.van, reverse=True)
    offers = _rows(dossier, Inburgeringsaanbod, "aanbieder", "cursus")
    places = _rows(dossier, Participatie)
    return _page(
        request, dossier, "leerroute",
        {
            "lijn": tijdlijn_leren(dossier, offers, places),
            "meters": [part for part in dossier.stand.onderdelen if part.nodig],
            "aanbod": [
                kaart(
                    request, dossier, row, kop=str(row.aanbieder),
                    badge="Gestopt" if row.beeindigd_op
                    else "Begonnen" if row.begonnen_op else "Aangeboden",
                    toon="is-neutral" if row.beeindigd_op else "is-info",
                    weg=("aanbieder",),
                    acts=() if row.beeindigd_op
                    else (Handeling.AANBOD_BEEINDIGEN,) if row.begonnen_op
                    else (Handeling.AANBOD_STARTEN, Handeling.AANBOD_BEEINDIGEN),
                )
                for row in offers
            ],
            "wachtlijst": wachtlijst(dossier, request.lid),
            "zelfgekozen": zelfgekozen(dossier, request.lid),
            "meegebracht": meegebracht(dossier, request.lid, reversed(places)),
            "participaties": [
                kaart(
                    request, dossier, row, badge="Gestopt" if row.einde else "Loopt",
                    toon="is-neutral" if row.einde else "is-info",
                    acts=() if row.einde else (Handeling.PARTICIPATIE_BEEINDIGEN,),
                )
                for row in places
            ],
            "rooster": rooster(dossier, request.lid),
            "uren": [
                (row, herstel_adres(nummer, "uren", row.pk) if mend else "")
                for row in hours
            ],
            "acties": _actions(
                request, dossier, Handeling.AANBOD_DOEN, Handeling.PARTICIPATIE_STARTEN,
                Handeling.UREN_VASTLEGGEN,
            ),
        },
    )  # fmt: skip


@inloggen
@require_GET
def examens(request: HttpRequest, nummer: str) -> HttpResponse:
    """Show the parts, every attempt, PVT, MAP and the end of the Z-route."""
    dossier = _open(request, nummer, "examens")
    mend = mag(request.lid, Werkhandeling.FEIT_HERSTELLEN)
    attempts = sorted(
        _rows(dossier, Examenuitslag), key=lambda r: (r.afgelegd_op, r.pk), reverse=True
    )
    return _page(
        request, dossier, "examens",
        {
            **hoe_ver(dossier, request.lid),
            "laatste_uitslag": max(attempts, key=lambda r: r.pk, default=None),
            "aanmeldingen": aanmeldingen(dossier, request.lid),
            "uitslagen": [
                (row, herstel_adres(nummer, "examens", row.pk) if mend else "")
                for row in attempts
            ],
            "kaarten": [
                *(
                    kaart(
                        request, dossier, row, kop=Onderdeel.PVT.label,
                        badge="Ondertekend" if row.ondertekend_op else "Loopt",
                        toon="is-positive" if row.ondertekend_op else "is-info",
                        acts=() if row.ondertekend_op else (Handeling.PVT_ONDERTEKENEN,),
                    )
                    for row in _rows(dossier, PVT)
                ),
                *(
                    kaart(
                        request, dossier, row, kop=Onderdeel.MAP.label,
                        badge="Afgerond" if row.eindgesprek_op else "Loopt",
                        toon="is-positive" if row.eindgesprek_op else "is-info",
                        acts=() if row.eindgesprek_op else (Handeling.MAP_AFRONDEN,),
                    )
                    for row in _rows(dossier, MAP)
                ),
                *(
                    kaart(request, dossier, row, kop="Afronding van de Z-route",
                          badge="Afgerond", toon="is-positive",
                          weg=() if mag_zien(request.lid, Inzage.NOTITIES)
                          else ("verslag",))
                    for row in _rows(dossier, ZRouteAfronding)
                ),
            ],
            "acties": _actions(
                request, dossier, Handeling.EXAMEN_VASTLEGGEN,
                Handeling.EXAMEN_AANMELDEN, Handeling.PVT_STARTEN,
                Handeling.MAP_STARTEN, Handeling.ZROUTE_AFRONDEN,
            ),
        },
    )  # fmt: skip


ANTWOORD_TOON = {
    Aanvraaguitslag.IN_BEHANDELING: "is-info",
    Aanvraaguitslag.TOEGEKEND: "is-positive",
    Aanvraaguitslag.AFGEWEZEN: "is-warning",
}


def _requests(
    request: HttpRequest, dossier: Dossier, weg: tuple[str, ...]
) -> list[dict[str, Any]]:
    """Give what was asked of DUO, newest first, with the answer."""
    feiten = dossier.feiten
    found = {
        b.aanvraag.id: b for b in behandelingen(feiten.aanvragen, feiten.duo_besluiten)
    }
    cards = []
    for row in _rows(dossier, Aanvraag):
        answer = found[row.pk]
        open_ = vraagt_advies(answer.aanvraag) and not row.advies_op
        card = kaart(
            request, dossier, row, kop=row.get_soort_display(),
            badge=answer.uitslag.label, toon=ANTWOORD_TOON[answer.uitslag],
            weg=("soort", *weg),
            acts=(Handeling.AANVRAAG_ADVISEREN,) if open_ else (),
        )  # fmt: skip
        if answer.besluit is not None:
            told = f"{answer.besluit.soort.label}, {datum(answer.besluit.besloten_op)}"
            card["rijen"].append({"label": "Antwoord van DUO", "waarde": told})
        cards.append(card)
    return cards


def _outlook(dossier: Dossier) -> tuple[Uitzicht, ...]:
    """Give per ground how the case stands for an extension."""
    if dossier.stand.status not in VERLENGBAAR:
        return ()
    return uitzicht(dossier.feiten, dossier.stand.peildatum)


@inloggen
@require_GET
def besluiten(request: HttpRequest, nummer: str) -> HttpResponse:
    """Show what DUO decided, how the file was closed, and the letters that left."""
    dossier = _open(request, nummer, "besluiten")
    hidden = () if mag_zien(request.lid, Inzage.NOTITIES) else (
        "toelichting", "reden_heropening",
    )  # fmt: skip
    return _page(
        request, dossier, "besluiten",
        {
            "duo": [
                kaart(request, dossier, row, kop=row.get_soort_display(),
                      badge="DUO", toon="is-info", weg=("soort",))
                for row in _rows(dossier, DUOBesluit)
            ],
            "afsluitingen": [
                kaart(
                    request, dossier, row, kop="Dossier afgesloten",
                    badge="Heropend" if row.heropend_op else "Afgesloten",
                    acts=() if row.heropend_op else (Handeling.TRAJECT_HEROPENEN,),
                    weg=hidden,
                )
                for row in _rows(dossier, Afsluiting)
            ],
            "brieven": zichtbare_brieven(request.lid, dossier.traject).order_by("-id"),
            "aanvragen": _requests(request, dossier, hidden),
            "uitzicht": _outlook(dossier),
            "overschrijding": bij_overschrijding(
                moment(dossier.feiten, dossier.stand.peildatum)
            ),
            "acties": _actions(
                request, dossier, Handeling.DUOBESLUIT_VASTLEGGEN,
                Handeling.AANVRAAG_VASTLEGGEN, Handeling.TRAJECT_AFSLUITEN,
            ),
        },
    )  # fmt: skip


@inloggen
@require_GET
def document(request: HttpRequest, nummer: str, document_id: int) -> HttpResponse:
    """Give a letter as it left."""
    require_inzage(request, Inzage.DOSSIER)
    traject = vind(request, nummer)
    letters = Document.objects.filter(traject=traject, pk=document_id)
    found = letters.exclude(soort__in=verborgen_brieven(request.lid)).first()
    if found is None:
        raise Http404("Deze brief hoort niet bij dit dossier.")
    raadpleeg(
        Inzage.DOSSIER, nummer, by=request.lid, on=timezone.localtime(),
        reden=f"brief {found.titel}",
    )  # fmt: skip
    response = HttpResponse(bytes(found.inhoud), content_type="application/pdf")
    # The name of a file travels; a case number says nothing to a stranger.
    response["Content-Disposition"] = f'inline; filename="{nummer}-{found.pk}.pdf"'
    return response


@inloggen
@require_GET
def verloop(request: HttpRequest, nummer: str) -> HttpResponse:
    """Show every act, every changed value, and who looked at the file.

    A page of acts, newest first, with the values that changed in the same time.
    """
    dossier = _open(request, nummer, "geschiedenis")
    voor = heel_getal(request.GET.get("voor", ""))
    rows = _gedaan(request, dossier)
    if voor is not None:
        rows = rows.filter(id__lte=voor)
    acts = list(rows[: BLADZIJDE + 2])
    # The last one of the page before this: where the time of this page ends.
    newer = acts.pop(0) if acts and acts[0].id == voor else None
    older = len(acts) > BLADZIJDE
    acts = acts[:BLADZIJDE]
    return _page(
        request, dossier, "geschiedenis",
        {
            "gebeurtenissen": tijdlijn(request, acts, met_toen=True),
            "wijzigingen": geschiedenis.regels(
                dossier, request.lid, vanaf=acts[-1].moment if older else None,
                tot=newer and newer.moment,
            ),
            "vorige_url": adres_zonder(request) if voor else "",
            "volgende_url": adres_zonder(request, voor=str(acts[-1].id)) if older else "",
            "raadplegingen": weergave.gekeken(
                Raadpleging.objects.filter(van_dossier(dossier.traject)).order_by("-id")[
                    :25
                ]
            ),
            "herstel": Herstel.objects.filter(traject=dossier.traject)
            .select_related("gevraagd_door", "besloten_door").order_by("-id"),
        },
    )  # fmt: skip
