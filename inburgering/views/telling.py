"""The count on 31 December: our own figures, exact, beside those of DUO; logged.

Every number is worked out anew from the facts, so that it holds for any year; each opens
the list of its cases, with the facts that the answer rests on, for who reaches cases.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from inburgering.authorization.checks import may_see, scope
from inburgering.authorization.roles import Bereik, Inzage, Rol
from inburgering.forms.telling import Vergelijken
from inburgering.inzage import raadpleeg
from inburgering.models.feiten import lees_alle_feiten
from inburgering.models.traject import Traject
from inburgering.views.http import heel_getal, inloggen, require_inzage
from inburgering.wet.begrippen import Doelgroep
from inburgering.wet.bron import Bron
from inburgering.wet.telling import (
    EERSTE_JAAR,
    EINDE,
    KIJKT_NAAR,
    ONDERWIJS,
    ROUTE,
    STIL,
    TELLING,
    TELREGELS,
    Telregel,
    Telt,
    Uitslag,
    jaren_lang,
    peildag,
    tel,
)
from inburgering.wet.telwoorden import telwoord


BLADZIJDE = 50
ONBEVESTIGD = "onbevestigd"
KORT = {Doelgroep.ASIELSTATUSHOUDER: "asiel", Doelgroep.GEZINSMIGRANT: "anders"}
RANG = ("eerste", "tweede", "derde", "vierde", "vijfde")
# Where in the file a fact of the answer stands; any other stands with the registration.
SECTIE = {ROUTE: "pip/", EINDE: "besluiten/", STIL: "besluiten/"}

Geteld = dict[int, Uitslag]


@dataclass(frozen=True)
class Vak:
    """One number of the page: what it counts, where that stands, and whom it holds."""

    code: str
    groep: str
    label: str
    bron: Bron
    uitslagen: Geteld

    @property
    def aantal(self) -> int:
        """How many cases."""
        return len(self.uitslagen)

    @property
    def onbevestigd(self) -> int:
        """How many of them count by a rule that no source confirms."""
        return sum(not _zeker(u) for u in self.uitslagen.values())


def _zeker(uitslag: Uitslag) -> bool:
    return uitslag.regel.bron.zekerheid.bevestigd


def _jaar_vak(groep: Doelgroep, als: int, jaar: int, geteld: Geteld) -> Vak:
    label = f"{RANG[als - 1] if als <= len(RANG) else f'{als}e'} jaar"
    if groep == Doelgroep.ASIELSTATUSHOUDER:
        label = f"{label}, gehuisvest in {jaar - als + 1}"
    found = {k: u for k, u in geteld.items() if (u.groep, u.als) == (groep, als)}
    return Vak(f"{KORT[groep]}-{als}", groep.label, label, TELLING, found)


def _wie_telt(jaar: int, geteld: Geteld) -> list[Vak]:
    """The lines of the table: every group in every year that counts."""
    return [
        _jaar_vak(groep, als, jaar, geteld)
        for groep in Doelgroep
        for als in range(1, jaren_lang(groep, jaar).waarde + 1)
    ]


def _onderwijs(jaar: int, geteld: Geteld) -> Vak:
    found = {k: u for k, u in geteld.items() if u.onderwijsroute}
    label = f"onderwijsroute, gehuisvest in {jaar}"
    groep = Doelgroep.ASIELSTATUSHOUDER.label
    return Vak("onderwijsroute", groep, label, ONDERWIJS, found)


def _per_regel(uitkomst: Telt, geteld: Geteld) -> list[Vak]:
    """The reasons for which somebody does not count, or must be looked into."""
    return [
        Vak(regel.naam, uitkomst.label, regel.reden, regel.bron, _met(regel, geteld))
        for regel in TELREGELS
        if regel.uitkomst == uitkomst
    ]


def _met(regel: Telregel, geteld: Geteld) -> Geteld:
    return {k: u for k, u in geteld.items() if u.regel is regel}


def _vakken(jaar: int, geteld: Geteld) -> dict[str, list[Vak]]:
    return {
        "telt": _wie_telt(jaar, geteld),
        "waarvan": [_onderwijs(jaar, geteld)],
        "uitzoeken": _per_regel(Telt.UITZOEKEN, geteld),
        "telt_niet": _per_regel(Telt.NIET, geteld),
    }


def _tel(jaar: int) -> Geteld:
    """Ask the law of every case of the municipality: one statement, whatever the year."""
    feiten = lees_alle_feiten(KIJKT_NAAR)
    return {key: tel(facts, jaar) for key, facts in feiten.items()}


# --- The figures ------------------------------------------------------------------------


def _jaren(vandaag: date) -> list[int]:
    return list(range(vandaag.year, EERSTE_JAAR - 1, -1))


def _gekozen(request: HttpRequest, vandaag: date) -> int:
    """Read the year; without one the last that is over. Raises ``Http404``."""
    asked = request.GET.get("jaar", "")
    if not asked:
        return max(EERSTE_JAAR, vandaag.year - 1)
    jaar = heel_getal(asked)
    if jaar not in _jaren(vandaag):
        raise Http404(f"De telling is er voor {EERSTE_JAAR} tot en met {vandaag.year}.")
    return jaar


def _reaches_cases(request: HttpRequest) -> bool:
    rol = Rol(request.lid.rol)
    return may_see(rol, Inzage.DOSSIER) and scope(rol) is not Bereik.GEEN


def _adres(jaar: int, vak: Vak, alleen: str = "") -> str:
    url = reverse("telling_dossiers", args=[jaar, vak.code])
    return f"{url}?{urlencode({'alleen': alleen})}" if alleen else url


def _rij(jaar: int, vak: Vak, duo: int | None, *, leidt: bool) -> dict[str, Any]:
    onbevestigd = vak.onbevestigd
    return {
        "vak": vak,
        "aantal": vak.aantal,
        "onbevestigd": onbevestigd,
        "url": _adres(jaar, vak) if leidt and vak.aantal else "",
        "url_onbevestigd": _adres(jaar, vak, ONBEVESTIGD)
        if leidt and onbevestigd else "",
        "duo": duo,
        "verschil": None if duo is None else vak.aantal - duo,
    }  # fmt: skip


def _som(rijen: Iterable[dict[str, Any]], duo: bool) -> dict[str, Any]:
    """Add the lines up; DUO's only when every line of it is known."""
    rijen = list(rijen)
    aantal = sum(rij["aantal"] for rij in rijen)
    bekend = duo and all(rij["duo"] is not None for rij in rijen)
    van_duo = sum(rij["duo"] for rij in rijen) if bekend else None
    return {
        "aantal": aantal,
        "onbevestigd": sum(rij["onbevestigd"] for rij in rijen),
        "duo": van_duo,
        "verschil": None if van_duo is None else aantal - van_duo,
    }


def _veld(vak: Vak) -> str:
    return f"duo_{vak.code.replace('-', '_')}"


@inloggen
@require_GET
def overzicht(request: HttpRequest) -> HttpResponse:
    """Show who counts, by group and year, beside what DUO counted if that is given."""
    require_inzage(request, Inzage.TELLING)
    vandaag = timezone.localdate()
    jaar = _gekozen(request, vandaag)
    geteld = _tel(jaar)
    vakken = _vakken(jaar, geteld)
    met_duo = [*vakken["telt"], *vakken["waarvan"]]
    velden = {_veld(v): f"{v.groep}, {v.label}" for v in met_duo}
    gevraagd = any(request.GET.get(naam) for naam in velden)
    form = Vergelijken(request.GET if gevraagd else None, regels=velden)
    duo = form.cleaned_data if form.is_bound and form.is_valid() else {}
    leidt = _reaches_cases(request)
    rijen = {
        deel: [_rij(jaar, vak, duo.get(_veld(vak)), leidt=leidt) for vak in lijst]
        for deel, lijst in vakken.items()
    }
    raadpleeg(
        Inzage.TELLING, "", by=request.lid, on=timezone.localtime(),
        reden=f"Telling op 31 december {jaar} bekeken",
    )  # fmt: skip
    return render(
        request, "telling/overzicht.html",
        {
            "jaar": jaar,
            "jaar_tekst": str(jaar),
            "peildag": peildag(jaar),
            "voorlopig": peildag(jaar) > vandaag,
            "vandaag": vandaag,
            "keuzes": [
                {"url": f"?jaar={j}", "label": str(j), "actief": j == jaar}
                for j in _jaren(vandaag)
            ],
            "alle": len(geteld),
            "lang": telwoord(jaren_lang(Doelgroep.ASIELSTATUSHOUDER, jaar).waarde),
            "rijen": rijen,
            "niemand": [r for r in rijen["telt_niet"] if r["aantal"]],
            "uitzoeken": [r for r in rijen["uitzoeken"] if r["aantal"]],
            "som": _som(rijen["telt"], duo=bool(duo)),
            "vergelijkt": bool(duo),
            "form": form,
            "leidt": leidt,
            "bron_telling": TELLING,
            "bron_onderwijs": ONDERWIJS,
        },
        status=422 if form.errors else 200,
    )  # fmt: skip


# --- The cases behind a number ----------------------------------------------------------


def _plek(key: int, uitslag: Uitslag) -> tuple[int, int]:
    """Order by the day of the first year; what has none waits longest."""
    return (uitslag.begin.toordinal() if uitslag.begin else 0, key)


def _na(request: HttpRequest) -> tuple[int, int] | None:
    """Read where the page begins: "na=739000-12"."""
    first, _, second = request.GET.get("na", "").partition("-")
    dag, key = heel_getal(first), heel_getal(second)
    return None if dag is None or key is None else (dag, key)


def _regel(case: Traject, uitslag: Uitslag) -> dict[str, Any]:
    return {
        "case": case,
        "naam": case.inburgeraar.naam,
        "url": case.get_absolute_url(),
        "uitslag": uitslag,
        "bewijs": [
            (naam, waarde, SECTIE.get(naam, "gegevens/"))
            for naam, waarde in uitslag.gebruikt
        ],
    }


@inloggen
@require_GET
def dossiers(request: HttpRequest, jaar: int, vak: str) -> HttpResponse:
    """Show the cases behind one number, each with the facts that its answer rests on."""
    require_inzage(request, Inzage.TELLING)
    require_inzage(request, Inzage.DOSSIER)
    vandaag = timezone.localdate()
    if jaar not in _jaren(vandaag):
        raise Http404(f"De telling is er voor {EERSTE_JAAR} tot en met {vandaag.year}.")
    alle = [v for lijst in _vakken(jaar, _tel(jaar)).values() for v in lijst]
    gekozen = next((v for v in alle if v.code == vak), None)
    if gekozen is None:
        raise Http404("Dit getal bestaat niet.")
    alleen = request.GET.get("alleen", "") == ONBEVESTIGD
    found = {
        key: uitslag
        for key, uitslag in gekozen.uitslagen.items()
        if not (alleen and _zeker(uitslag))
    }
    na = _na(request)
    bereikt = set(
        Traject.objects.visible_to(request.lid)
        .filter(pk__in=found)
        .values_list("pk", flat=True)
    )
    volgorde = sorted(bereikt, key=lambda key: _plek(key, found[key]))
    rest = [key for key in volgorde if na is None or _plek(key, found[key]) > na]
    page = rest[:BLADZIJDE]
    cases = (
        Traject.objects.visible_to(request.lid)
        .select_related("inburgeraar")
        .in_bulk(page)
    )
    wat = f"{gekozen.groep}: {gekozen.label}{', niet bevestigd' if alleen else ''}"
    raadpleeg(
        Inzage.TELLING, "", by=request.lid, on=timezone.localtime(),
        reden=f"Dossiers achter de telling op 31 december {jaar}, {wat}",
    )  # fmt: skip
    here = {"alleen": ONBEVESTIGD} if alleen else {}
    return render(
        request, "telling/dossiers.html",
        {
            "jaar": jaar,
            "peildag": peildag(jaar),
            "vak": gekozen,
            "alleen": alleen,
            "hier": len(found),
            "elders": len(found) - len(bereikt),
            "regels": [_regel(cases[key], found[key]) for key in page if key in cases],
            "terug": f"{reverse('telling')}?jaar={jaar}",
            "vorige_url": f"?{urlencode(here)}" if na else "",
            "volgende_url": _verder(here, page, found) if len(rest) > BLADZIJDE else "",
        },
    )  # fmt: skip


def _verder(here: dict[str, str], page: list[int], found: Geteld) -> str:
    dag, key = _plek(page[-1], found[page[-1]])
    return f"?{urlencode(here | {'na': f'{dag}-{key}'})}"
