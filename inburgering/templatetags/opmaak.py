"""How dates, terms and hours read on a screen: in full, in Dutch, and never abbreviated.

Pure functions of what they are given. What "today" is, the view says (`vandaag` in the
context), so that a page of last month can be made again and a test needs no clock.
"""

import datetime as dt
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django import template
from django.utils.timezone import is_aware, localtime

from inburgering.wet.bron import Bron
from inburgering.wet.kalender import MAANDEN, voluit
from inburgering.wet.parameters import parameter_vanaf


register = template.Library()

DAGEN = (
    "maandag",
    "dinsdag",
    "woensdag",
    "donderdag",
    "vrijdag",
    "zaterdag",
    "zondag",
)
# The short words of the law tables, as somebody reads them who is no lawyer.
REGELINGEN = {
    "Wi2021": "Wet inburgering 2021",
    "Besluit": "Besluit inburgering 2021",
    "Regeling": "Regeling inburgering 2021",
    "Awb": "Algemene wet bestuursrecht",
    "eigen": "Werkafspraak, geen regel uit de wet",
    "beleidsregels": "Beleidsregels van de gemeente",
    "verordening": "Verordening van de gemeente",
    "rechtspraak": "Uitspraken",
}
# What has no articles: DUO exchanges messages, a court gives judgments.
GENOEMD = {"DUO": "bericht ", "rechtspraak": ""}
# Up to this many days a distance is told in days; beyond it in months, then in years.
DAYS_UNTIL_MONTHS = 120
MONTHS_UNTIL_YEARS = 24
KORTE_DATUM = re.compile(r"\b(\d{2})-(\d{2})-(\d{4})\b")
ONVOLLEDIG = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})")


def _as_date(value: object) -> dt.date | None:
    if isinstance(value, dt.datetime):
        return localtime(value).date() if is_aware(value) else value.date()
    return value if isinstance(value, dt.date) else None


@register.filter
def datum(value: dt.date | None) -> str:
    """29 november 2026; nothing for what is not a date."""
    day = _as_date(value)
    return voluit(day) if day else ""


def _voluit(found: re.Match[str]) -> str:
    day, month, year = (int(part) for part in found.groups())
    try:
        return voluit(dt.date(year, month, day))
    except ValueError:
        return found[0]


@register.filter
def datums_voluit(text: str) -> str:
    """A reason of the law with its dates in words: 05-03-2025 is 5 maart 2025."""
    return KORTE_DATUM.sub(_voluit, str(text))


@register.filter
def met_merk(text: str, bron: Bron | None) -> str:
    """A sentence of the law that says itself when its rule is not confirmed."""
    if not bron or bron.zekerheid.bevestigd or "niet bevestigd" in str(text):
        return str(text)
    return f"{str(text).rstrip('.')} (niet bevestigd)."


ONGEDAAN = "ongedaan:"  # a message that can be undone: the key and the address follow


@register.filter
def ongedaan(tags: str) -> tuple[str, str] | None:
    """The key of the form and the address that undo what a message tells of."""
    if not tags.startswith(ONGEDAAN):
        return None
    sleutel, _, url = tags.removeprefix(ONGEDAAN).partition(" ")
    return sleutel, url


@register.filter
def feitwaarde(value: object) -> str:
    """What a fact is that an outcome rests on: a day in words, else as it is."""
    return datum(value) if isinstance(value, dt.date) else str(value)


@register.filter
def dag_en_datum(value: dt.date | None) -> str:
    """Zondag 29 november 2026, without the capital."""
    day = _as_date(value)
    return f"{DAGEN[day.weekday()]} {datum(day)}" if day else ""


@register.filter
def moment(value: dt.datetime | None) -> str:
    """12 november 2026, 10:30 - in the time of the Netherlands."""
    if not isinstance(value, dt.datetime):
        return datum(value)
    local = localtime(value) if is_aware(value) else value
    return f"{datum(local.date())}, {local:%H:%M}"


@register.filter
def iso(value: dt.date | None) -> str:
    """2026-11-12, or a moment with its time: for the machine that reads the page."""
    if isinstance(value, dt.datetime) and is_aware(value):
        return localtime(value).isoformat()
    return value.isoformat() if isinstance(value, dt.date) else ""


@register.filter
def korte_datum(value: dt.date | None) -> str:
    """29-11-2026: as one types it, for a form field or a narrow column."""
    day = _as_date(value)
    return f"{day:%d-%m-%Y}" if day else ""


def _whole_months(start: dt.date, end: dt.date) -> tuple[int, bool]:
    """Whole months from start to end, and whether nothing is left over."""
    months = (end.year - start.year) * 12 + end.month - start.month
    if end.day < start.day:
        months -= 1
    return months, end.day == start.day


def afstand(start: dt.date, end: dt.date) -> str:
    """The distance between two days in words: "9 dagen", "ruim 8 maanden"."""
    days = (end - start).days
    if days <= DAYS_UNTIL_MONTHS:
        return "1 dag" if days == 1 else f"{days} dagen"
    months, exact = _whole_months(start, end)
    if months < MONTHS_UNTIL_YEARS:
        return f"{'' if exact else 'ruim '}{months} maanden"
    years, left = divmod(months, 12)
    return f"{'' if exact and not left else 'ruim '}{years} jaar"


@register.filter
def bij(mapping: Mapping[Any, Any] | None, key: Any) -> Any:
    """What a mapping says of a key; nothing without a mapping."""
    return mapping.get(key) if mapping else None


@register.filter
def relatief(value: dt.date | None, vandaag: dt.date) -> str:
    """A last day seen from today: "nog 9 dagen", "vandaag", "7 dagen te laat"."""
    day = _as_date(value)
    if day is None:
        return ""
    if day == vandaag:
        return "vandaag"
    if day < vandaag:
        return f"{afstand(day, vandaag)} te laat"
    return f"nog {afstand(vandaag, day)}"


@register.filter
def geleden(value: dt.date | None, vandaag: dt.date) -> str:
    """What happened seen from today: "vandaag", "gisteren", "9 dagen geleden"."""
    day = _as_date(value)
    if day is None:
        return ""
    days = (vandaag - day).days
    if days in (0, 1):
        return ("vandaag", "gisteren")[days]
    if days < 0:
        return "morgen" if days == -1 else f"over {afstand(vandaag, day)}"
    return f"{afstand(day, vandaag)} geleden"


@register.filter
def termijn_klasse(value: dt.date | None, vandaag: dt.date) -> str:
    """The tone of a last day: too late, within two weeks, later."""
    day = _as_date(value)
    if day is None:
        return "is-neutral"
    if day < vandaag:
        return "is-negative"
    warned = parameter_vanaf("waarschuwen_dagen", vandaag).waarde
    return "is-warning" if (day - vandaag).days <= warned else "is-neutral"


@register.filter
def termijn_icoon(value: dt.date | None, vandaag: dt.date) -> str:
    """The icon that belongs to the tone, so that colour is never the only sign."""
    tones = {"is-negative": "warning", "is-warning": "clock", "is-neutral": "calendar"}
    return tones[termijn_klasse(value, vandaag)]


@register.filter
def getal(value: float | Decimal | None) -> str:
    """1.234,5: the Dutch way, without zeros that say nothing."""
    if value is None or value == "":
        return ""
    number = Decimal(str(value)).quantize(Decimal("0.01"))
    text = f"{number:,f}".rstrip("0").rstrip(".")
    return text.translate(str.maketrans({",": ".", ".": ","}))


@register.filter
def uren(value: float | Decimal | None) -> str:
    """384 uur; 12,5 uur."""
    text = getal(value)
    return f"{text} uur" if text else ""


@register.filter
def onvolledige_datum(value: object) -> str:
    """A birth date of which the day, the month or all may be unknown.

    The population register writes zeros for the unknown part: "1968-00-00".
    """
    if isinstance(value, dt.date):
        return datum(value)
    found = ONVOLLEDIG.fullmatch(str(value or ""))
    if found is None:
        return ""
    year, month, day = (int(part) for part in found.groups())
    if not year:
        return "onbekend"
    if not 1 <= month <= len(MAANDEN):
        return f"{year} (dag en maand onbekend)"
    if not day:
        return f"{MAANDEN[month - 1]} {year} (dag onbekend)"
    return voluit(dt.date(year, month, day))


@register.filter
def vindplaats(bron: Bron | None) -> str:
    """Wet inburgering 2021, artikel 15 lid 3: where a rule stands, without short words."""
    if not bron:
        return ""
    regeling = REGELINGEN.get(bron.wet, bron.wet)
    if not bron.artikel:
        return regeling
    word = "" if bron.artikel[0].isalpha() else "artikel "  # a chapter or an annex
    return f"{regeling}, {GENOEMD.get(bron.wet, word)}{bron.artikel}"
