"""A row of the caseload, drawn here instead of by a template.

Ninety persons with ten columns are nine hundred cells: a template that looks what stands
in each takes longer than all that the page asks and says besides. Every word goes
through ``format_html``, which escapes it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from urllib.parse import urlencode

from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString

from inburgering.authorization.spil import AnyHandeling
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.caseload import Afspraakregel, Datumregel, Kolom, Persoon
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.templatetags.icoon import icoon
from inburgering.templatetags.opmaak import (
    datum,
    geleden,
    relatief,
    termijn_icoon,
    termijn_klasse,
)
from inburgering.views.dossierkader import STATUS_TOON, adres, mag, taak_adres
from inburgering.wet.begrippen import Leerroute, Onderdeel, Termijnsoort, Trajectstatus
from inburgering.wet.handelingen import Handeling


ROUTE = dict(Leerroute.choices())
KORT = {Onderdeel.KNM: "KNM", Onderdeel.PVT: "PVT", Onderdeel.MAP: "MAP"}
# What one does most, a click away from each row.
DOEN: tuple[tuple[AnyHandeling, str], ...] = (
    (Handeling.VOORTGANGSGESPREK_VOEREN, "Gesprek"),
    (Werkhandeling.CONTACT_VASTLEGGEN, "Contact"),
    (Handeling.UREN_VASTLEGGEN, "Uren"),
)
LEEG = "\N{EN DASH}"  # nothing is known


@dataclass(frozen=True)
class Blik:
    """Who looks, when, at whose persons, and the query to come back to.

    ``focus``: the row was changed just now, and its link gets the focus again.
    """

    lid: Lidmaatschap
    vandaag: date
    wie: str
    terug: str
    focus: bool = False

    @cached_property
    def kiest(self) -> bool:
        """Whether one may hand somebody over."""
        return mag(self.lid, Werkhandeling.TRAJECT_TOEWIJZEN)

    @cached_property
    def doen(self) -> str:
        """The cell of links to what one does most; {0} is the number, {1} the name.

        The same for each row of a page, so written once. On paper it stays away.
        """
        links = [
            DAAD.format(url=adres("{0}", act), woord=words)
            for act, words in DOEN
            if mag(self.lid, act)
        ]
        if mag(self.lid, Werkhandeling.OPMERKING_BIJWERKEN):
            url = escape(opmerking_url("{0}", self.terug))
            links.append(WIJZIG.format(url=url, focus=" data-focus" * self.focus))
        return (
            f'<td class="ib-no-print ib-nowrap">{"".join(links)}</td>' if links else ""
        )


def _two(tekst: str, klein: str) -> SafeString:
    return format_html('{}<span class="ib-why">{}</span>', tekst, klein)


def _stand(_: Blik, p: Persoon) -> str:
    status = Trajectstatus(p.status)
    tone = STATUS_TOON.get(status, "is-neutral")
    return format_html('<span class="ib-badge {}">{}</span>', tone, status.label)


def _contact(blik: Blik, p: Persoon) -> str:
    if p.contact is None:
        return "Nog geen"
    return _two(datum(p.contact), geleden(p.contact, blik.vandaag))


# One string for each: a page has ninety of them, and each piece that is put in another is
# looked through once more.
KOMT = '<div class="ib-coming"><span class="ib-block">{}</span>'
TERMIJN = (
    f'{KOMT}<span class="ib-badge {{}}">{{}}{{}}</span>'
    '<a class="ib-block" href="{}">{}</a>'
    '<details class="ib-details ib-details-small ib-no-print"><summary>Waarom?'
    '<span class="ib-visually-hidden"> ({})</span></summary>'
    '<p class="ib-meta">{}{} ({})</p></details></div>'
)
AFSPRAAK = (
    f'{KOMT}<span class="ib-badge is-info">{{}}{{}}</span>'
    '<a class="ib-block" href="/trajecten/{}/{}">{}: {}, {}'
    '<span class="ib-visually-hidden"> ({})</span></a></div>'
)


def _datum(blik: Blik, p: Persoon) -> str:
    """Give what comes first, a term or an appointment, and then the other."""
    term, planned = p.volgende, p.afspraak
    if term is None:
        return _afspraak(blik, p, planned) if planned else LEEG
    if planned is None:
        return _termijn(blik, p, term)
    both = _termijn(blik, p, term), _afspraak(blik, p, planned)
    # On one day the term stands first: it is what one can still be late for.
    first, then = both if term.uiterlijk <= planned.dag else both[::-1]
    return first + then


def _termijn(blik: Blik, p: Persoon, term: Datumregel) -> SafeString:
    day, kind, number, reason, article = term
    today = blik.vandaag
    return format_html(
        TERMIJN,
        datum(day), termijn_klasse(day, today), icoon(termijn_icoon(day, today)),
        relatief(day, today), taak_adres(blik.lid, p.nummer, kind, p.status, number),
        Termijnsoort(kind).label, p.naam, reason[:1].upper(), reason[1:], article,
    )  # fmt: skip


def _afspraak(blik: Blik, p: Persoon, planned: Afspraakregel) -> SafeString:
    where, kind = "#agenda", "Afspraak"
    if planned.groep:
        where, kind = "gesprekken/#bijeenkomsten", "Bijeenkomst"
    return format_html(
        AFSPRAAK,
        datum(planned.dag), icoon("calendar"), geleden(planned.dag, blik.vandaag),
        p.nummer, where, kind, planned.wat, f"{planned.begin:%H:%M}", p.naam,
    )  # fmt: skip


def _part(code: str) -> str:
    part = Onderdeel(code)
    return KORT.get(part, part.label.lower())


def _onderdelen(_: Blik, p: Persoon) -> str:
    total = len(p.gehaald) + len(p.open)
    if not total:
        return LEEG
    left = f"Open: {', '.join(map(_part, p.open))}" if p.open else "Niets meer open"
    return _two(f"{len(p.gehaald)} van {total} gehaald", left)


def _labels(blik: Blik, p: Persoon) -> str:
    whose = {"wie": blik.wie} if blik.wie else {}
    links = ((f"?{urlencode(whose | {'label': one})}", one) for one in p.labels)
    one = '<a class="ib-badge is-neutral" href="{}">{}</a>'
    return format_html_join(" ", one, links) or LEEG


def _einde(blik: Blik, p: Persoon) -> str:
    if p.einde is None:
        return LEEG
    return _two(datum(p.einde), relatief(p.einde, blik.vandaag))


CELLEN: Mapping[Kolom, Callable[[Blik, Persoon], str]] = {
    Kolom.STAND: _stand,
    Kolom.ROUTE: lambda _, p: ROUTE.get(p.leerroute, LEEG),
    Kolom.CONTACT: _contact,
    Kolom.UREN: lambda _, p: f"{p.uren} uur",
    Kolom.DATUM: _datum,
    Kolom.ONDERDELEN: _onderdelen,
    Kolom.OPMERKING: lambda _, p: p.opmerking or LEEG,
    Kolom.LABELS: _labels,
    Kolom.EINDE: _einde,
    Kolom.KLANTMANAGER: lambda _, p: p.klantmanager or "niemand",
    Kolom.WISSELINGEN: lambda _, p: str(p.wisselingen),
}
# What is long enough to go over several lines; the rest is never broken.
VRIJ = frozenset({Kolom.STAND, Kolom.ONDERDELEN, Kolom.OPMERKING, Kolom.LABELS})

REGEL = (
    '<tr id="z-{}">{}<th scope="row"><a href="/trajecten/{}/">{}</a>'
    '<span class="ib-why">{}</span>{}</th>{}{}</tr>\n'
)
# The box stands outside the form that it belongs to: a row may hold a form of its own.
KIES = (
    '<td class="ib-select"><input class="ib-checkbox" type="checkbox" name="traject" '
    'form="overdragen" value="{}" aria-label="Kies {}" data-choose></td>'
)
VLAG = '<span class="ib-badge ib-badge-small is-warning">{}{}</span>'
CEL = '<td data-label="{}" class="{}">{}</td>'
DAAD = (
    '<a class="ib-block" href="{url}">{woord}'
    '<span class="ib-visually-hidden"> vastleggen voor {{1}}</span></a>'
)
WIJZIG = (
    '<a class="ib-block" href="{url}" hx-get="{url}" hx-target="closest tr" '
    'hx-swap="outerHTML"{focus}>Opmerking'
    '<span class="ib-visually-hidden"> en labels van {{1}} wijzigen</span></a>'
)


def opmerking_url(nummer: str, terug: str) -> str:
    """Give where the remark of a case is written, with the query to come back to."""
    back = f"?{urlencode({'terug': terug})}" if terug else ""
    return f"/caseload/{nummer}/opmerking/{back}"


def _flags(p: Persoon) -> SafeString:
    return format_html_join(" ", VLAG, ((icoon("flag"), words) for words in p.aandacht))


def regel(blik: Blik, kolommen: Sequence[Kolom], p: Persoon) -> SafeString:
    """Draw the row of a person."""
    cells = format_html_join(
        "", CEL,
        (
            (k.label, "ib-free" if k in VRIJ else "ib-nowrap", CELLEN[k](blik, p))
            for k in kolommen
        ),
    )  # fmt: skip
    choose = SafeString("")
    if blik.kiest:
        choose = format_html(KIES, str(p.id), p.naam)
    return format_html(
        REGEL, p.nummer, choose, p.nummer, p.naam, p.nummer, _flags(p), cells,
        format_html(blik.doen, p.nummer, p.naam),
    )  # fmt: skip
