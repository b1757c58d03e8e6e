"""Household and family: who belongs together, and the joint view of what is planned.

The joint view is for planning and shows addresses, appointments, lessons and childcare
alone: never notes, health, debts or enforcement. Of an appointment it says when and how,
not what for; a hearing is not in it. Only people whose files the reader reaches stand in
it, each look is logged in every file that is shown, and who does not share with the
family stands in nobody else's view.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.db import models
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from inburgering.authorization.roles import Inzage, Rol
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.forms.gezin import VEILIG
from inburgering.inzage import raadpleeg
from inburgering.models.aanbod import Inburgeringsaanbod
from inburgering.models.agendapunt import (
    AFGESCHERMDE_SOORTEN,
    STAAT,
    Agendapunt,
    Agendavorm,
)
from inburgering.models.bijeenkomst import Deelname
from inburgering.models.dossier import lees, zichtbaar
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.gesprek import Voortgangsgesprek
from inburgering.models.gezin import Gezinsband, van, wat_voor
from inburgering.models.inburgeraar import Inburgeraar
from inburgering.models.rooster import Roosterregel
from inburgering.models.traject import Traject
from inburgering.views import dossierkader
from inburgering.views.agenda import tijd
from inburgering.views.dossierkader import adres, mag
from inburgering.views.http import inloggen, require_inzage, vind
from inburgering.wet.begrippen import Trajectstatus
from inburgering.wet.lestijden import in_woorden as dagdelen_in_woorden
from inburgering.wet.weekrooster import Roostersoort


HOOGSTENS = 10  # more people at one address is no household
GEHEIM = "Adres is niet op het scherm"
# What of a week is for planning together, and what it is called there.
IN_DE_WEEK: Mapping[str, str] = {
    Roostersoort.LES.value: "les", Roostersoort.KINDEROPVANG.value: "kinderen",
}  # fmt: skip
LEEG = models.Value("", output_field=models.CharField())
W = Werkhandeling


@dataclass(frozen=True)
class Band:
    """A link as one file reads it: to whom, what they are, and from when until when."""

    rij_id: int
    ander_id: int
    soort: str
    begin: date
    einde: date | None
    deelt: bool
    geheim: bool
    plek: tuple[str, str]


def plek(postcode: str, straat: str) -> tuple[str, str]:
    """Give an address in the form in which two are compared."""
    return re.sub(r"\s", "", postcode).upper(), " ".join(straat.lower().split())


# Of both people of a link: what decides whether and where they are shown.
KANTEN = (
    "inburgeraar__niet_delen_met_gezin", "inburgeraar__geheim_adres",
    "inburgeraar__postcode", "inburgeraar__adres",
)  # fmt: skip


def banden(traject: Traject) -> list[Band]:
    """Give every link of a case, from its own side; the latest first."""
    rows = Gezinsband.objects.filter(van(traject), ingetrokken_op=None)
    rows = rows.order_by("-begin", "-id")
    values = rows.values(
        "pk", "traject_id", "ander_id", "soort", "begin", "einde",
        *(f"{side}__{name}" for side in ("traject", "ander") for name in KANTEN),
    )  # fmt: skip
    return [_band(row, traject.pk) for row in values]


def _band(row: Mapping[str, Any], eigen: int) -> Band:
    own = row["traject_id"] == eigen
    side = "ander" if own else "traject"
    shut, secret, code, street = (row[f"{side}__{name}"] for name in KANTEN)
    return Band(
        row["pk"], row[f"{side}_id"], wat_voor(row["soort"], eigen=own).label,
        row["begin"], row["einde"], not shut, secret, plek(code, street),
    )  # fmt: skip


def _people(ids: Iterable[int], lid: Lidmaatschap) -> dict[int, Traject]:
    rows = Traject.objects.visible_to(lid).filter(pk__in=list(ids))
    return {t.pk: t for t in rows.select_related("inburgeraar")}


def _talks(ids: list[int], dag: date) -> Iterable[tuple[int, date, str]]:
    """Give the next talk of each case: what its latest talk planned, and no earlier one."""
    rows = Voortgangsgesprek.objects.filter(traject_id__in=ids)
    latest = dict(
        rows.order_by("gevoerd_op", "id").values_list(
            "traject_id", "volgend_gesprek_op"
        )
    )
    for key, day in latest.items():
        if day is not None and day >= dag:
            yield key, day, "gesprek"


def _appointments(ids: list[int], dag: date) -> Iterable[tuple[int, date, str]]:
    """Give the appointments that stand, and the meetings somebody is expected at.

    Of an appointment how, and never what for or where; of a meeting its name.
    """
    hidden = [soort.value for soort in AFGESCHERMDE_SOORTEN]
    own = Agendapunt.objects.filter(STAAT, traject_id__in=ids, dag__gte=dag)
    group = Deelname.objects.filter(
        traject_id__in=ids, aanwezigheid="", bijeenkomst__dag__gte=dag,
        bijeenkomst__afgelast_op=None,
    )  # fmt: skip
    own = own.exclude(soort__in=hidden).order_by()
    rows = own.values_list("traject_id", "dag", "begin", "einde", "vorm", LEEG).union(
        group.order_by().values_list(
            "traject_id", "bijeenkomst__dag", "bijeenkomst__begin",
            "bijeenkomst__einde", LEEG, "bijeenkomst__titel",
        ),
        all=True,
    )  # fmt: skip
    for key, day, begin, end, how, title in rows:
        what = title or Agendavorm(how).label.lower()
        yield key, day, f"{tijd(begin, end)}, {what}"


def _planned(ids: list[int], dag: date) -> dict[int, list[tuple[date, str]]]:
    """Give what is planned per case, the first day first: two statements."""
    found: dict[int, list[tuple[date, str]]] = {}
    for part in (_talks, _appointments):
        for key, day, words in part(ids, dag):
            found.setdefault(key, []).append((day, words))
    return {key: sorted(lines) for key, lines in found.items()}


def _lessons(ids: list[int]) -> dict[int, list[dict[str, Any]]]:
    rows = Inburgeringsaanbod.objects.filter(traject_id__in=ids, beeindigd_op=None)
    found: dict[int, list[dict[str, Any]]] = {}
    for row in rows.order_by("id").values(
        "traject_id", "begonnen_op", "verwacht_begin", school=F("aanbieder__naam"),
        naam=F("cursus__naam"), uren=F("cursus__uren_per_week"),
        dagdelen=F("cursus__dagdelen"),
    ):  # fmt: skip
        row["dagdelen"] = dagdelen_in_woorden(row["dagdelen"] or ()).lower()
        found.setdefault(row["traject_id"], []).append(row)
    return found


def _week(ids: list[int], dag: date) -> dict[int, list[str]]:
    """Give when in the week somebody has lessons or cares for the children."""
    rows = Roosterregel.objects.filter(
        models.Q(tot_en_met=None) | models.Q(tot_en_met__gte=dag),
        traject_id__in=ids, ingetrokken_op=None, soort__in=IN_DE_WEEK, van__lte=dag,
    )  # fmt: skip
    found: dict[int, list[str]] = {}
    for row in rows.order_by("dag", "begin", "id"):
        day = row.get_dag_display().lower()
        what = IN_DE_WEEK[row.soort]
        line = f"{day} {row.begin} tot {row.einde}: {what}"
        found.setdefault(row.traject_id, []).append(line)
    return found


def _address(persoon: Inburgeraar, geheim: set[tuple[str, str]]) -> str:
    """Give where somebody lives; never where somebody with a secret address does too."""
    if persoon.geheim_adres:
        return GEHEIM
    if persoon.adres and plek(persoon.postcode, persoon.adres) in geheim:
        return GEHEIM
    place = f"{persoon.postcode} {persoon.woonplaats}".strip()
    return ", ".join(part for part in (persoon.adres, place) if part)


def _joint(
    people: list[tuple[Traject, str]], found: list[Band], dag: date
) -> list[dict[str, Any]]:
    """Give a line per person: address, what is planned, lessons, childcare, no more."""
    secret = {b.plek for b in found if b.geheim and b.plek[1]}
    secret |= {
        plek(t.inburgeraar.postcode, t.inburgeraar.adres)
        for t, _ in people
        if t.inburgeraar.geheim_adres and t.inburgeraar.adres
    }
    ids = [t.pk for t, _ in people]
    planned, lessons, week = _planned(ids, dag), _lessons(ids), _week(ids, dag)
    return [
        {
            "naam": t.inburgeraar.naam, "nummer": t.nummer, "wie": words,
            "adres": _address(t.inburgeraar, secret),
            "gepland": planned.get(t.pk, []), "lessen": lessons.get(t.pk, []),
            "week": week.get(t.pk, []),
        }
        for t, words in people
    ]  # fmt: skip


def huisgenoten(
    traject: Traject, lid: Lidmaatschap, gekoppeld: set[int]
) -> list[Traject]:
    """Give who lives at the same address and is not linked: for a colleague to judge.

    A secret address is never compared, and who does not share is never suggested.
    """
    p = traject.inburgeraar
    code, street = here = plek(p.postcode, p.adres)
    if not code or not street or p.geheim_adres or p.niet_delen_met_gezin:
        return []
    rows = (
        Traject.objects.visible_to(lid)
        .filter(
            inburgeraar__gemeente=traject.gemeente_id,
            inburgeraar__postcode__in=sorted(
                {p.postcode, code, f"{code[:4]} {code[4:]}"}
            ),
            inburgeraar__geheim_adres=False,
            inburgeraar__niet_delen_met_gezin=False,
        )
        .exclude(pk__in=gekoppeld)
        .exclude(inburgeraar=p.pk)
        .exclude(status=Trajectstatus.AFGESLOTEN.value)
        .select_related("inburgeraar")
        .order_by("id")
    )
    same = (
        t for t in rows if plek(t.inburgeraar.postcode, t.inburgeraar.adres) == here
    )
    return list(same)[:HOOGSTENS]


def _link(band: Band, people: dict[int, Traject], nummer: str) -> dict[str, Any]:
    other = people[band.ander_id]
    return {
        "naam": other.inburgeraar.naam, "nummer": other.nummer, "soort": band.soort,
        "begin": band.begin, "einde": band.einde, "deelt": band.deelt,
        "beeindigen": adres(nummer, W.GEZIN_ONTKOPPELEN, band.rij_id)
        if band.deelt and not band.einde else "",
    }  # fmt: skip


@inloggen
@require_GET
def overzicht(request: HttpRequest, nummer: str) -> HttpResponse:
    """Show who belongs together and what is planned; logged in every file shown."""
    require_inzage(request, Inzage.DOSSIER)
    require_inzage(request, Inzage.GEZIN)
    traject = vind(request, nummer)
    lid, nu = request.lid, timezone.localtime()
    dag = nu.date()
    found = banden(traject)
    people = _people({b.ander_id for b in found}, lid)
    now = [b for b in found if b.einde is None or b.einde > dag]
    family = [(traject, "Deze persoon")] + [
        (people[b.ander_id], b.soort) for b in now if b.deelt and b.ander_id in people
    ]
    near = huisgenoten(traject, lid, {b.ander_id for b in now})
    shown = {t.nummer for t in (*people.values(), *near)}
    raadpleeg(Inzage.GEZIN, nummer, by=lid, on=nu)
    for other in sorted(shown):
        raadpleeg(Inzage.GEZIN, other, by=lid, on=nu, reden=f"Vanuit dossier {nummer}")
    read = zichtbaar(lees(traject, dag), Rol(lid.rol))
    frame = dossierkader.kader(request, read, "gezin")
    return render(
        request, "dossier/gezin.html",
        frame
        | {
            "leden": _joint(family, found, dag),
            "banden": [_link(b, people, nummer) for b in found if b.ander_id in people],
            "buiten_bereik": any(b.deelt and b.ander_id not in people for b in now),
            "huisgenoten": [_suggestion(t, nummer, lid) for t in near],
            "koppelen": mag(lid, W.GEZIN_KOPPELEN) and adres(nummer, W.GEZIN_KOPPELEN),
            "delen": mag(lid, W.GEZIN_DELEN) and adres(nummer, W.GEZIN_DELEN),
            "niet_delen": traject.inburgeraar.niet_delen_met_gezin,
            "veilig": VEILIG,
        },
    )  # fmt: skip


def _suggestion(ander: Traject, nummer: str, lid: Lidmaatschap) -> dict[str, str]:
    url = ""
    if mag(lid, W.GEZIN_KOPPELEN):
        query = urlencode({"ander": ander.nummer})
        url = f"{adres(nummer, W.GEZIN_KOPPELEN)}?{query}"
    return {"naam": ander.inburgeraar.naam, "nummer": ander.nummer, "url": url}
