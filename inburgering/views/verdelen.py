"""Who has nobody yet, and to whom the work could go.

The proposal rests on how much work the open cases of a colleague are, on the languages a
colleague speaks, and on who already helps somebody of the family or at the same address.
Who is away is not proposed for having little work. It judges nobody: no number of a
colleague is shown, and whoever divides chooses.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import uuid4

from django.db.models import Count, Exists, Min, OuterRef, Q, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from inburgering.actions.traject import Overgedragen
from inburgering.actions.traject import overdragen as draag_over
from inburgering.authorization.checks import scope
from inburgering.authorization.roles import Bereik, Inzage, Rol
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.forms.traject import KLANTMANAGERS
from inburgering.inzage import raadpleeg
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.gemeente import huidige_gemeente
from inburgering.models.gezin import Gezinsband
from inburgering.models.inburgeraar import zoekvorm
from inburgering.models.opvangplek import afstand_tot, hoe_ver
from inburgering.models.termijn import OPEN, Termijn
from inburgering.models.traject import Traject
from inburgering.models.verlof import Verlof
from inburgering.models.wisselingen import VEEL, hoeveel, met_veel
from inburgering.templatetags.opmaak import datum, relatief
from inburgering.views.http import inloggen, require, require_inzage
from inburgering.views.uitkomst import per_rij, terug_te_draaien
from inburgering.wet.begrippen import Trajectstatus, Verblijfsituatie


BLADZIJDE = 50
S = Trajectstatus
# How much work a case asks in each state, beside one who follows a route (a working rule
# of this system, not of the law). What is not named counts once.
GEWICHT: Mapping[str, int] = {
    S.AANGEMELD.value: 2, S.INTAKE.value: 3, S.PIP.value: 3,
    S.VOLDAAN.value: 0, S.GEEINDIGD.value: 0, S.AFGESLOTEN.value: 0,
}  # fmt: skip


@dataclass
class Collega:
    """Who could take a case: which teams they reach, languages, and work at hand."""

    id: int
    naam: str
    begeleidt: bool = True  # who leads a team divides, and is proposed to nobody
    overal: bool = False
    teams: set[int] = field(default_factory=set)
    talen: frozenset[str] = frozenset()
    werk: int = 0
    weg: bool = False  # on leave today

    def bereikt(self, team_id: int | None) -> bool:
        """Say whether this colleague may open a case of this team."""
        return self.overal or team_id is None or team_id in self.teams


@dataclass(frozen=True)
class Voorstel:
    """To whom a case could go, and why; nobody when no colleague may open it."""

    collega: Collega | None
    reden: str


def talen_van(tekst: str) -> frozenset[str]:
    """Read languages as somebody typed them: "Arabisch, Tigrinya"."""
    return frozenset(word for part in tekst.split(",") if (word := zoekvorm(part)))


def _household(can: list[Collega], *known: tuple[int | None, str]) -> Voorstel | None:
    """Propose the first of who is known at home, with why; also when away."""
    for wie, why in known:
        for collega in can:
            if collega.id == wie:
                return Voorstel(collega, f"{why}{', nu afwezig' * collega.weg}")
    return None


def stel_voor(
    traject: Traject, collegas: Iterable[Collega], huisgenoot: int | None,
    gezin: tuple[int | None, str] = (None, ""),
) -> Voorstel:  # fmt: skip
    """Propose a colleague: of the family or household, else of the language, else least work.

    ``gezin`` is who helps somebody of the family, and in which words; ``huisgenoot`` who
    helps somebody at the same address.
    """
    can = [c for c in collegas if c.bereikt(traject.team_id)]
    if not can:
        return Voorstel(None, "Niemand die dit dossier mag openen, heeft dossiers.")
    address = (huisgenoot, "begeleidt iemand op hetzelfde adres")
    if known := _household(can, gezin, address):
        return known
    guides = [c for c in can if c.begeleidt]
    if not guides:
        return Voorstel(None, "Geen klantmanager mag dit dossier openen; kies zelf.")
    guides = [c for c in guides if not c.weg]
    if not guides:
        return Voorstel(None, "Wie dit dossier mag openen, is nu afwezig; kies zelf.")
    taal = zoekvorm(traject.inburgeraar.contacttaal)
    speaks = [c for c in guides if taal and taal in c.talen]
    found = min(speaks or guides, key=lambda c: (c.werk, c.naam))
    why = "heeft nu het minste werk"
    if speaks:
        why = f"spreekt {traject.inburgeraar.contacttaal}"
        why += " en heeft van hen het minste werk" if len(speaks) > 1 else ""
    return Voorstel(found, why)


def collegas_met_werk(vandaag: date) -> list[Collega]:
    """Give who may have cases, with the work of their open cases: two statements."""
    people: dict[int, Collega] = {}
    away = Verlof.objects.op(vandaag).filter(gebruiker=OuterRef("gebruiker"))
    members: Any = Lidmaatschap.objects.geldig_op(vandaag).filter(
        gemeente=huidige_gemeente(), rol__in=[rol.value for rol in KLANTMANAGERS]
    )
    members = members.annotate(weg=Exists(away))
    for lid in members.select_related("gebruiker").order_by("gebruiker__naam", "pk"):
        one = people.setdefault(
            lid.gebruiker_id,
            Collega(lid.gebruiker_id, lid.gebruiker.naam, begeleidt=False, weg=lid.weg),
        )
        one.begeleidt |= lid.rol == Rol.KLANTMANAGER
        one.talen |= talen_van(lid.talen)
        if lid.team_id is None or scope(Rol(lid.rol)) is Bereik.GEMEENTE:
            one.overal = True
        else:
            one.teams.add(lid.team_id)
    counted = (
        Traject.objects.filter(klantmanager_id__in=people)
        .order_by()
        .values_list("klantmanager_id", "status")
        .annotate(aantal=Count("pk"))
    )
    for key, status, aantal in counted:
        people[key].werk += GEWICHT.get(status, 1) * aantal
    return list(people.values())


def _at_address(cases: Iterable[Traject]) -> dict[tuple[str, str], int]:
    """Give who helps somebody at these addresses; a secret address is never compared."""
    places = {
        (t.inburgeraar.postcode, t.inburgeraar.adres)
        for t in cases
        if t.inburgeraar.adres and t.inburgeraar.postcode
        and not t.inburgeraar.geheim_adres
    }  # fmt: skip
    if not places:
        return {}
    rows = (
        Traject.objects.filter(
            inburgeraar__postcode__in={place[0] for place in places},
            inburgeraar__geheim_adres=False, klantmanager__isnull=False,
        )
        .exclude(status=S.AFGESLOTEN.value)
        .order_by("id")
        .values_list("inburgeraar__postcode", "inburgeraar__adres", "klantmanager_id")
    )  # fmt: skip
    return {
        (code, street): key for code, street, key in rows if (code, street) in places
    }


def _family(cases: Iterable[Traject]) -> dict[int, list[tuple[int, int | None]]]:
    """Give per case who is of the family, and who helps them: one statement.

    Only a link that both share: who does not share with the family is told to nobody.
    """
    ids = [case.pk for case in cases]
    shared = {
        f"{side}__inburgeraar__niet_delen_met_gezin": False
        for side in ("traject", "ander")
    }
    found: dict[int, list[tuple[int, int | None]]] = defaultdict(list)
    rows = Gezinsband.objects.filter(
        Q(traject__in=ids) | Q(ander__in=ids), einde=None, **shared
    ).exclude(Q(traject__status=S.AFGESLOTEN) | Q(ander__status=S.AFGESLOTEN))
    for one, other, of_one, of_other in rows.order_by("id").values_list(
        "traject_id", "ander_id", "traject__klantmanager_id", "ander__klantmanager_id"
    ):
        found[one].append((other, of_other))
        found[other].append((one, of_one))
    return found


def _first_term() -> Subquery:
    """Give until when the first open term of the law of a case runs."""
    rows = Termijn.objects.filter(OPEN, traject=OuterRef("pk"), wettelijk=True)
    first = rows.order_by().values("traject").annotate(eerste=Min("uiterlijk"))
    return Subquery(first.values("eerste"))


def _of_family(
    family: Iterable[tuple[int, int | None]], given: Mapping[int, int]
) -> tuple[int | None, str]:
    """Give who helps somebody of the family, else who was proposed for one just now."""
    family = list(family)
    for _, helps in family:
        if helps is not None:
            return helps, "begeleidt iemand uit hetzelfde gezin"
    for pk, _ in family:
        if pk in given:
            return given[pk], "hierboven voorgesteld voor iemand uit hetzelfde gezin"
    return None, ""


def _spread(
    cases: list[Traject], people: list[Collega], homes: dict[tuple[str, str], int],
    families: Mapping[int, list[tuple[int, int | None]]],
) -> list[tuple[Traject, Voorstel]]:  # fmt: skip
    """Propose case by case; what was proposed just now counts as work at once.

    Of a family or a household that waits together, who was proposed for one is proposed
    for all.
    """
    lines = []
    given: dict[int, int] = {}
    beside: dict[tuple[str, str], int] = {}
    for case in cases:
        person = case.inburgeraar
        known = all((person.postcode, person.adres, not person.geheim_adres))
        place = (person.postcode, person.adres) if known else None
        family = _of_family(families.get(case.pk, []), given)
        if family[0] is None and place in beside and place not in homes:
            family = (
                beside[place],
                "hierboven voorgesteld voor iemand op hetzelfde adres",
            )
        proposal = stel_voor(case, people, homes.get(place) if place else None, family)
        if proposal.collega is not None:
            proposal.collega.werk += GEWICHT.get(case.status, 1)
            given[case.pk] = proposal.collega.id
            if place is not None:
                beside.setdefault(place, proposal.collega.id)
        lines.append((case, proposal))
    return lines


def _waar(case: Traject, ver: Mapping[str, str]) -> str:
    person = case.inburgeraar
    if case.verblijfsituatie == Verblijfsituatie.OPVANG and not person.geheim_adres:
        place = person.opvanglocatie
        parts = (place or "locatie niet bekend", afstand_tot(place, ver))
        words = ", ".join(part for part in parts if part)
        # Many a place is called so already.
        return words if words.lower().startswith("opvang") else f"Opvang: {words}"
    return "Adres is geheim" if person.geheim_adres else person.woonplaats


def _line(
    case: Traject, proposal: Voorstel, people: list[Collega], term: date | None,
    vandaag: date, chosen: str | None, ver: Mapping[str, str],
) -> dict[str, Any]:  # fmt: skip
    waited = (vandaag - case.geregistreerd_op).days
    default = str(proposal.collega.id) if proposal.collega else ""
    return {
        "id": case.pk,
        "nummer": case.nummer,
        "naam": case.inburgeraar.naam,
        "sinds": datum(case.geregistreerd_op),
        "wacht": "vandaag" if not waited else f"{waited} {'dag' if waited == 1 else 'dagen'}",
        "status": S(case.status).label,
        "waar": _waar(case, ver),
        "had": case.had,
        "taal": case.inburgeraar.contacttaal,
        "tolk": case.inburgeraar.tolk_nodig,
        "termijn": term and f"{datum(term)} ({relatief(term, vandaag)})",
        "voorstel": proposal,
        "gekozen": default if chosen is None else chosen,
        "keuzes": [
            (str(c.id), f"{c.naam} (nu afwezig)" if c.weg else c.naam)
            for c in people
            if c.bereikt(case.team_id)
        ],
    }  # fmt: skip


def _hand_over(
    request: HttpRequest, lines: list[dict[str, Any]], cases: Mapping[int, Traject],
) -> list[Overgedragen]:  # fmt: skip
    """Give each chosen case to who stands beside it; a result per row."""
    people = {
        str(lid.gebruiker_id): lid.gebruiker
        for lid in Lidmaatschap.objects.geldig_op(timezone.localdate())
        .filter(gemeente=huidige_gemeente())
        .select_related("gebruiker")
    }
    wanted: dict[str, list[Traject]] = defaultdict(list)
    for line in lines:
        offered = {key for key, _ in line["keuzes"]}
        if (
            str(line["id"]) in request.POST.getlist("traject")
            and line["gekozen"] in offered
        ):
            wanted[line["gekozen"]].append(cases[line["id"]])
    results: list[Overgedragen] = []
    for key, group in wanted.items():
        results += draag_over(
            trajecten=group, naar=people[key], by=request.lid,
            on=timezone.localtime(), toelichting="Verdeeld",
        )  # fmt: skip
    return results


@inloggen
@require_http_methods(["GET", "POST"])
def lijst(request: HttpRequest) -> HttpResponse:
    """Show who waits for a caseworker, longest first, each with a proposal; divide them."""
    require_inzage(request, Inzage.WERKVOORRAAD)
    require(request, Werkhandeling.TRAJECT_TOEWIJZEN)
    vandaag = timezone.localdate()
    waiting = (
        Traject.objects.visible_to(request.lid)
        .filter(~Q(status=S.AFGESLOTEN.value), klantmanager__isnull=True)
        .annotate(had=hoeveel(), eerste=_first_term())
        .select_related("inburgeraar", "team")
        .order_by("geregistreerd_op", "id")
    )
    cases = list(waiting[: BLADZIJDE + 1])
    more, cases = len(cases) > BLADZIJDE, cases[:BLADZIJDE]
    people = collegas_met_werk(vandaag) if cases else []
    proposals = _spread(cases, people, _at_address(cases), _family(cases))
    distances = hoe_ver()
    chosen = request.POST if request.method == "POST" else {}
    lines = [
        _line(case, proposal, people, case.eerste, vandaag,
              chosen.get(f"naar_{case.pk}"), distances)
        for case, proposal in proposals
    ]  # fmt: skip
    if request.method == "POST":
        results = _hand_over(request, lines, {case.pk: case for case in cases})
        if results:
            return per_rij(
                request, results, kop="Verdeeld", gedaan="verdeeld",
                terug=("/werkvoorraad/te-verdelen/", "Terug naar te verdelen"),
                ongedaan=terug_te_draaien(results),
            )  # fmt: skip
    raadpleeg(
        Inzage.WERKVOORRAAD, "", by=request.lid, on=timezone.localtime(),
        reden="Te verdelen",
    )  # fmt: skip
    return render(
        request, "verdelen/lijst.html",
        {
            "vaak": met_veel(Traject.objects.visible_to(request.lid)), "veel": VEEL,
            "regels": lines, "meer": more, "bladzijde": BLADZIJDE, "sleutel": uuid4(),
            "niets_gekozen": request.method == "POST",
            "gekozen": set(request.POST.getlist("traject")),
        },
        status=422 if request.method == "POST" else 200,
    )  # fmt: skip
