"""Finding a file: by name, number or birth date over GET, by BSN over POST alone."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Case, Max, Q, Value, When
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from inburgering.authorization.roles import Inzage
from inburgering.forms.velden import Bsnveld, OnvolledigeDatumveld, Vnummerveld
from inburgering.inzage import raadpleeg
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.gemeente import huidige_gemeente
from inburgering.models.inburgeraar import Inburgeraar, bsn_index, op_naam
from inburgering.models.spoor import Raadpleging
from inburgering.models.traject import Traject
from inburgering.views.dossierkader import mag_zien
from inburgering.views.http import inloggen, require_inzage


MEESTE = 25
LAATSTE = 10
TERUG = 500  # how many of one's own looks back the last ten files are sought
NUMMER = re.compile(r"^\d{4}-\d{5}$")
# A BSN or a V-nummer: neither belongs in an address. A browser does not send one from
# the search field (``GEEN_NUMMER``); this is for an address by hand.
LIJKT_NUMMER = re.compile(r"^\d{8,10}$|^\d{4}[.\- ]\d{2}[.\- ]\d{3}$")
VOLGNUMMER = re.compile(r"^\d{1,5}$")
JAREN = range(2022, 2040)


def _birth_date(term: str) -> str:
    """Read d-m-jjjj as it is kept, or nothing when it is no date."""
    try:
        return str(OnvolledigeDatumveld().to_python(term))
    except ValidationError:
        return ""


def vind_op(cases: Any, term: str) -> Any:
    """Give the cases that a term means: a number, a birth date, else words of a name.

    Found by name, a case says with ``anders`` that the name is spelled otherwise.
    """
    if NUMMER.match(term):
        return cases.filter(nummer=term)
    if VOLGNUMMER.match(term):
        return cases.filter(nummer__in=[f"{j}-{int(term):05d}" for j in JAREN])
    if term[:1].isdigit() and (born := _birth_date(term)):
        return cases.filter(inburgeraar__geboortedatum=born)
    spelled, sounds = op_naam(term, "inburgeraar__")
    if not spelled:
        return cases.none()
    other = Case(When(spelled, then=Value(False)), default=Value(True))
    return cases.filter(sounds).annotate(anders=other)


def _op_volgorde(cases: Any) -> Any:
    """Put what is spelled as it was typed first, then what only sounds so."""
    exact = ["anders"] if "anders" in cases.query.annotations else []
    return cases.order_by(*exact, "inburgeraar__zoeknaam", "id")


def _onder_een_andere_naam(
    lid: Lidmaatschap, term: str, gevonden: set[int]
) -> list[Traject]:
    """Give the cases that someone was known under before two of them became one.

    By the number of the case that ended, its name or its birth date.
    """
    merged = Traject.alle.filter(samengevoegd_met__isnull=False)
    former = dict(vind_op(merged, term).values_list("samengevoegd_met", "nummer"))
    cases = Traject.objects.visible_to(lid).filter(pk__in=former.keys() - gevonden)
    rows = list(cases.select_related("inburgeraar", "klantmanager")) if former else []
    for row in rows:
        row.anders, row.was = not NUMMER.match(term), former[row.pk]
    return rows


def laatst_geopend(lid: Lidmaatschap) -> list[Traject]:
    """Give the last files that somebody opened, as far as they still reach them."""
    own = Raadpleging.objects.filter(gebruiker=lid.gebruiker_id)
    recent = own.order_by("-id").values("id")[:TERUG]
    looks = (
        Raadpleging.objects.filter(pk__in=recent, inzage=Inzage.DOSSIER.value)
        .exclude(nummer="")
        .values_list("nummer")
        .annotate(laatst=Max("id"))
        .order_by("-laatst")[:LAATSTE]
    )
    order = [nummer for nummer, _ in looks]
    cases = Traject.objects.visible_to(lid).select_related(
        "inburgeraar", "klantmanager"
    )
    found = {t.nummer: t for t in cases.filter(nummer__in=order)}
    return [found[nummer] for nummer in order if nummer in found]


@inloggen
@require_GET
def zoeken(request: HttpRequest) -> HttpResponse:
    """Search; a number that is exactly one file opens it."""
    require_inzage(request, Inzage.DOSSIER)
    term = " ".join(request.GET.get("q", "").split())[:80]
    if LIJKT_NUMMER.match(term):
        # Ask it where it does not stay.
        return redirect("zoeken_bsn")
    found: list[Traject] = []
    if term:
        cases = vind_op(Traject.objects.visible_to(request.lid), term)
        rows = cases.select_related("inburgeraar", "klantmanager")
        found = list(_op_volgorde(rows)[: MEESTE + 1])
        found += _onder_een_andere_naam(request.lid, term, {t.pk for t in found})
        # What was typed may be a name: the log keeps that somebody searched, not what.
        raadpleeg(
            Inzage.DOSSIER, "", by=request.lid, on=timezone.localtime(), reden="zoeken"
        )
        if len(found) == 1 and NUMMER.match(term):
            return redirect(found[0])
    page = found[:MEESTE]
    return render(
        request, "zoeken/zoeken.html",
        {
            "zoekterm": term,
            "trajecten": [t for t in page if not getattr(t, "anders", False)],
            "anders": [t for t in page if getattr(t, "anders", False)],
            "aantal": len(page),
            "meer": len(found) > MEESTE,
            "laatste": [] if found else laatst_geopend(request.lid),
            "mag_bsn": mag_zien(request.lid, Inzage.BSN),
        },
    )  # fmt: skip


class Nummerveld(forms.Field):
    """A BSN or a V-nummer; gives which of the two, and its digits."""

    klasse = "ib-field-short"

    def __init__(self, **kw: Any) -> None:
        """Nine digits or ten, typed with or without dots and spaces."""
        super().__init__(
            label="BSN of V-nummer",
            help_text="9 cijfers, of 10 voor een V-nummer",
            **kw,
        )
        self.error_messages["required"] = "Vul het BSN of het V-nummer in."
        self.widget.attrs.update({"inputmode": "numeric", "autocomplete": "off"})

    def to_python(self, value: Any) -> tuple[str, str] | str:
        """Read the number. Raises ``ValidationError`` when it can be neither."""
        digits = re.sub(r"[\s.\-]", "", str(value or ""))
        if not digits:
            return ""
        if len(digits) == 10:
            return "v_nummer", Vnummerveld().to_python(digits)
        return "bsn", Bsnveld().to_python(digits)


class Nummerformulier(forms.Form):
    """One number of a person."""

    bsn = Nummerveld()


def _by_bsn(request: HttpRequest, bsn: str) -> Traject | None:
    code = bsn_index(bsn, huidige_gemeente().pk)
    return _reached(request, Q(inburgeraar__bsn_index=code))


def _by_v_nummer(request: HttpRequest, v_nummer: str) -> Traject | None:
    """Find whoever has the V-nummer, and else whoever had it before it was mended."""
    found = _reached(request, Q(inburgeraar__v_nummer=v_nummer))
    if found is None:
        had = Inburgeraar.history.filter(v_nummer=v_nummer).values("id")
        found = _reached(request, Q(inburgeraar__in=had))
    return found


def _reached(request: HttpRequest, wie: Q) -> Traject | None:
    """Give the case of somebody, or the one in which it went on, if it is within reach."""
    cases = Traject.alle.filter(wie).order_by("-id")
    keys = cases.values_list("pk", "samengevoegd_met_id")
    ids = [merged or own for own, merged in keys]
    reach = Traject.objects.visible_to(request.lid)
    return reach.filter(pk__in=ids).order_by("-id").first()


@inloggen
@require_http_methods(["GET", "POST"])
def zoeken_bsn(request: HttpRequest) -> HttpResponse:
    """Find the file of a BSN or V-nummer; it never stands in an address or a log."""
    require_inzage(request, Inzage.BSN)
    form = Nummerformulier(request.POST or None)
    nothing = False
    if request.method == "POST" and form.is_valid():
        kind, number = form.cleaned_data["bsn"]
        by_bsn = kind == "bsn"
        found = (_by_bsn if by_bsn else _by_v_nummer)(request, number)
        raadpleeg(
            Inzage.BSN if by_bsn else Inzage.DOSSIER, found.nummer if found else "",
            by=request.lid, on=timezone.localtime(),
            reden="gezocht op BSN" if by_bsn else "gezocht op V-nummer",
        )  # fmt: skip
        if found is not None:
            return redirect(found)
        nothing = True
    return render(
        request, "zoeken/bsn.html", {"form": form, "niets": nothing},
        status=422 if form.errors else 200,
    )  # fmt: skip
