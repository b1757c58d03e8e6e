"""The agenda of a colleague: today, this week by day, and what still waits for an end.

A calendar file carries a case number and never a name: it leaves this system.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, NamedTuple

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.views.decorators.http import require_GET

from inburgering.authorization.roles import Inzage
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.inzage import raadpleeg
from inburgering.models.agendapunt import (
    STAAT,
    Agendapunt,
    Agendasoort,
    Agendavorm,
    te_tonen_plaats,
    van_collega,
    week_van,
)
from inburgering.models.contact import Contactuitkomst
from inburgering.models.dossier import Dossier
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.inburgeraar import volledige_naam
from inburgering.models.traject import bereik
from inburgering.views.dossierkader import adres, mag
from inburgering.views.http import inloggen, require, require_inzage


W = Werkhandeling
TERUG = timedelta(days=60)  # older than this nobody remembers what came of it
MEESTE = 100
WEEK = timedelta(days=7)
UUR = timedelta(hours=1)  # how long it takes when nobody says until when

WAARDEN = (
    "pk", "dag", "begin", "einde", "soort", "vorm", "plaats", "tolktaal", "wie_id",
    "traject__nummer", "traject__klantmanager_id", "traject__inburgeraar__voornamen",
    "traject__inburgeraar__voorvoegsel", "traject__inburgeraar__geslachtsnaam",
    "traject__inburgeraar__geheim_adres",
)  # fmt: skip


def _acts(lid: Lidmaatschap, nummer: str, pk: int) -> dict[str, str]:
    """Give where one says what came of an appointment, moves it, or cancels it."""
    if not mag(lid, W.AGENDAPUNT_AFRONDEN):
        return {}
    done = adres(nummer, W.AGENDAPUNT_AFRONDEN, pk)
    return {
        "afronden": done,
        "weggebleven": f"{done}?uitkomst={Contactuitkomst.WEGGEBLEVEN.value}",
        "wijzigen": adres(nummer, W.AGENDAPUNT_WIJZIGEN, pk),
        "afzeggen": adres(nummer, W.AGENDAPUNT_AFZEGGEN, pk),
    }


def tijd(begin: time, einde: time | None) -> str:
    """Say from when until when; only from when if nobody knows until when."""
    return f"{begin:%H:%M} tot {einde:%H:%M}" if einde else f"{begin:%H:%M}"


def _line(row: dict[str, Any], lid: Lidmaatschap, vandaag: date) -> dict[str, Any]:
    nummer = row["traject__nummer"]
    person = "traject__inburgeraar__"
    whose = row["wie_id"] or row["traject__klantmanager_id"]
    return {
        "pk": row["pk"],
        "dag": row["dag"],
        "tijd": tijd(row["begin"], row["einde"]),
        "soort": Agendasoort(row["soort"]).label,
        "hoe": Agendavorm(row["vorm"]).label,
        "plaats": te_tonen_plaats(
            row["vorm"], row["plaats"], geheim=row[f"{person}geheim_adres"]
        ),
        "tolk": row["tolktaal"],
        "nummer": nummer,
        "naam": volledige_naam(
            row[f"{person}voornamen"], row[f"{person}voorvoegsel"],
            row[f"{person}geslachtsnaam"],
        ),
        "vervangt": whose != lid.gebruiker_id,
        "geweest": row["dag"] <= vandaag,
        **_acts(lid, nummer, row["pk"]),
    }  # fmt: skip


def _mine(lid: Lidmaatschap, vandaag: date) -> Any:
    rows = Agendapunt.objects.filter(
        van_collega(lid.gebruiker_id, vandaag), bereik(lid, "traject__")
    )
    return rows.filter(STAAT).order_by("dag", "begin", "pk")


def van_vandaag(lid: Lidmaatschap, vandaag: date) -> list[dict[str, Any]]:
    """Give the appointments of today: one statement."""
    if not mag(lid, W.AGENDAPUNT_MAKEN):
        return []
    rows = _mine(lid, vandaag).filter(dag=vandaag).values(*WAARDEN)[:MEESTE]
    return [_line(row, lid, vandaag) for row in rows]


def _asked_week(request: HttpRequest, vandaag: date) -> tuple[date, date]:
    try:
        day = parse_date(request.GET.get("week", "")) or vandaag
    except ValueError:
        day = vandaag
    # A calendar ends somewhere; nobody plans there.
    near = abs((day - vandaag).days) < 3660
    return week_van(day if near else vandaag)


def _days(
    lines: Iterable[dict[str, Any]], monday: date, vandaag: date
) -> list[dict[str, Any]]:
    """Give each working day, and a day of the weekend on which there is something."""
    found: dict[date, list[dict[str, Any]]] = {}
    for line in lines:
        found.setdefault(line["dag"], []).append(line)
    week = [monday + timedelta(days=n) for n in range(7)]
    return [
        {"dag": day, "vandaag": day == vandaag, "punten": found.get(day, [])}
        for day in week
        if day.weekday() < 5 or day in found
    ]


@inloggen
@require_GET
def lijst(request: HttpRequest) -> HttpResponse:
    """Show one's week, and what was to be and still has no outcome."""
    require_inzage(request, Inzage.WERKVOORRAAD)
    require(request, W.AGENDAPUNT_MAKEN)
    lid, vandaag = request.lid, timezone.localdate()
    monday, sunday = _asked_week(request, vandaag)
    mine = _mine(lid, vandaag)
    rows = mine.filter(
        Q(dag__range=(monday, sunday)) | Q(dag__range=(vandaag - TERUG, vandaag))
    )
    lines = [_line(row, lid, vandaag) for row in rows.values(*WAARDEN)[: 3 * MEESTE]]
    raadpleeg(
        Inzage.WERKVOORRAAD, "", by=lid, on=timezone.localtime(), reden="Mijn agenda"
    )
    return render(
        request, "agenda/lijst.html",
        {
            "dagen": _days(
                (x for x in lines if monday <= x["dag"] <= sunday), monday, vandaag
            ),
            "open": [x for x in lines if x["dag"] < vandaag and not monday <= x["dag"]],
            "leeg": not any(monday <= x["dag"] <= sunday for x in lines),
            "maandag": monday, "zondag": sunday,
            "deze_week": monday <= vandaag <= sunday,
            "vorige": f"?week={monday - WEEK:%Y-%m-%d}",
            "volgende": f"?week={monday + WEEK:%Y-%m-%d}",
            "bestand": f"/agenda/week.ics?week={monday:%Y-%m-%d}",
        },
    )  # fmt: skip


# --- In a file ------------------------------------------------------------------------


class Punt(NamedTuple):
    """An appointment of a file that still stands."""

    pk: int
    dag: date
    begin: time
    einde: time | None
    soort: str
    vorm: str
    plaats: str
    tolktaal: str
    wie: str


def agenda(
    dossier: Dossier, lid: Lidmaatschap, punten: Iterable[Punt]
) -> dict[str, Any]:
    """Give the appointments of a case that still stand, the first first."""
    nummer, dag = dossier.traject.nummer, dossier.stand.peildatum
    rows = sorted(punten, key=lambda p: (p.dag, p.begin, p.pk))
    return {
        "maken": mag(lid, W.AGENDAPUNT_MAKEN) and adres(nummer, W.AGENDAPUNT_MAKEN),
        "punten": [
            {
                "pk": p.pk, "dag": p.dag, "plaats": p.plaats, "wie": p.wie,
                "tijd": tijd(p.begin, p.einde), "soort": Agendasoort(p.soort).label,
                "hoe": Agendavorm(p.vorm).label, "tolk": p.tolktaal,
                "geweest": p.dag <= dag, **_acts(lid, nummer, p.pk),
            }
            for p in rows
        ],
    }  # fmt: skip


# --- A calendar file ------------------------------------------------------------------


def _escape(tekst: str) -> str:
    """Write words as iCalendar has them (RFC 5545, 3.3.11)."""
    for char, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        tekst = tekst.replace(char, written)
    return tekst.replace("\r", "")


def _fold(regel: str) -> str:
    """Break a line after 75 octets (RFC 5545, 3.1), between two characters."""
    parts, line, size = [], "", 0
    for char in regel:
        width = len(char.encode())
        if size + width > 74:
            parts.append(line)
            line, size = "", 1
        line, size = line + char, size + width
    return "\r\n ".join([*parts, line])


def _utc(dag: date, tijd: time) -> datetime:
    return timezone.make_aware(datetime.combine(dag, tijd))


def _stamp(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _event(row: Agendapunt, nu: datetime) -> list[str]:
    """Give an appointment without a name; a place only when it is our own office."""
    begin = _utc(row.dag, row.begin)
    end = _utc(row.dag, row.einde) if row.einde else begin + UUR
    title = f"{row.get_soort_display()}, dossier {row.traject.nummer}"
    where = row.get_vorm_display()
    if row.vorm == Agendavorm.KANTOOR and row.plaats:
        where = row.plaats
    lines = [
        "BEGIN:VEVENT",
        f"UID:agendapunt-{row.pk}-{row.gemeente_id}@inburgering.invalid",
        f"DTSTAMP:{_stamp(nu)}",
        f"DTSTART:{_stamp(begin)}",
        f"DTEND:{_stamp(end)}",
        f"SUMMARY:{_escape(title)}",
        f"LOCATION:{_escape(where)}",
        "CLASS:PRIVATE",
        "END:VEVENT",
    ]
    if row.tolktaal:
        lines.insert(-2, f"DESCRIPTION:{_escape(f'Tolk: {row.tolktaal}')}")
    return lines


def als_kalender(rows: Iterable[Agendapunt], nu: datetime) -> str:
    """Give appointments as an iCalendar file (RFC 5545)."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Inburgering//Agenda//NL"]
    for row in rows:
        lines += _event(row, nu)
    return "".join(f"{_fold(line)}\r\n" for line in [*lines, "END:VCALENDAR"])


def _file(rows: Iterable[Agendapunt], name: str) -> HttpResponse:
    answer = HttpResponse(
        als_kalender(rows, timezone.localtime()),
        content_type="text/calendar; charset=utf-8",
    )
    answer["Content-Disposition"] = f'attachment; filename="{name}.ics"'
    return answer


@inloggen
@require_GET
def punt_ics(request: HttpRequest, punt_id: int) -> HttpResponse:
    """Give one appointment for one's own calendar."""
    require_inzage(request, Inzage.DOSSIER)
    require(request, W.AGENDAPUNT_MAKEN)
    rows = Agendapunt.objects.filter(
        STAAT, bereik(request.lid, "traject__"), pk=punt_id
    )
    found = rows.select_related("traject").first()
    if found is None:
        raise Http404("Deze afspraak is er niet (meer).")
    raadpleeg(
        Inzage.DOSSIER, found.traject.nummer, by=request.lid, on=timezone.localtime(),
        reden="Agendabestand",
    )  # fmt: skip
    return _file([found], f"afspraak-{found.pk}")


@inloggen
@require_GET
def week_ics(request: HttpRequest) -> HttpResponse:
    """Give the appointments of a week for one's own calendar."""
    require_inzage(request, Inzage.WERKVOORRAAD)
    require(request, W.AGENDAPUNT_MAKEN)
    vandaag = timezone.localdate()
    monday, sunday = _asked_week(request, vandaag)
    rows = _mine(request.lid, vandaag).filter(dag__range=(monday, sunday))
    raadpleeg(
        Inzage.WERKVOORRAAD, "", by=request.lid, on=timezone.localtime(),
        reden="Agendabestand",
    )  # fmt: skip
    found = rows.select_related("traject")[:MEESTE]
    return _file(found, f"agenda-{monday:%Y-%m-%d}")
