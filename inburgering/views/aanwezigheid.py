"""Attendance of a whole group at once: typed, or out of the provider's file.

Each row is the act "uren vastleggen" on a case of its own, in a transaction of its own: a
refusal stays in its row with what was typed, and the others are done.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID, uuid4, uuid5

from django import forms
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from inburgering.actions.uren import Opdracht, Uitkomst, in_lijst
from inburgering.authorization.roles import Inzage
from inburgering.forms.aanwezigheid import Bestand, Groep, Urenrij
from inburgering.forms.urenbestand import (
    KOLOMMEN,
    VOORBEELD,
    Fout,
    Gelezen,
    Urenregel,
    lees,
)
from inburgering.inzage import raadpleeg
from inburgering.models.aanbod import Inburgeringsaanbod
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.participatie import GevolgdeUren
from inburgering.models.spoor import Gebeurtenis
from inburgering.models.traject import Traject
from inburgering.templatetags.opmaak import datum, met_merk
from inburgering.views.http import (
    inloggen,
    require,
    require_inzage,
    wie_was_eerder,
)
from inburgering.wet.begrippen import Herkomst, Trajectstatus, Urensoort
from inburgering.wet.handelingen import Handeling


HOOGSTENS = 60  # as many as sit in a group; each row is an act
NOG_NIET = (
    "Tot en met: deze dag ligt in de toekomst. Leg de uren vast als ze zijn gevolgd."
)
TOCH = "Komen deze uren daar toch bij, leg ze dan vast in het dossier zelf."
BEZET = "Een collega is met dit dossier bezig. Leg deze uren straks nog eens vast."


def _enter(request: HttpRequest, wat: str) -> None:
    require_inzage(request, Inzage.WERKVOORRAAD)
    require(request, Handeling.UREN_VASTLEGGEN)
    raadpleeg(
        Inzage.WERKVOORRAAD, "", by=request.lid, on=timezone.localtime(), reden=wat
    )


def _key(request: HttpRequest) -> UUID:
    """Give the key of the form; a new one when what came back is none."""
    try:
        return UUID(request.POST.get("sleutel", ""))
    except ValueError:
        return uuid4()


def waarom_niet(uitkomst: Uitkomst) -> list[str]:
    """Say in sentences why a row was not recorded."""
    if uitkomst.geweigerd is not None:
        return [
            f"{met_merk(ground.reden, ground.bron)} ({ground.bron})"
            for ground in uitkomst.geweigerd.gronden
        ]
    if uitkomst.eerder is not None:
        return [wie_was_eerder(uitkomst.eerder)]
    return [BEZET] if uitkomst.bezet else []


def _recorded(
    cases: Iterable[int], van: date, tot: date
) -> dict[tuple[int, str], list[GevolgdeUren]]:
    """Give what stands already in a period, by case and kind: one statement."""
    found: dict[tuple[int, str], list[GevolgdeUren]] = {}
    rows = GevolgdeUren.objects.filter(
        traject_id__in=list(cases), van__lte=tot, tot_en_met__gte=van
    ).order_by("van", "id")
    for row in rows:
        found.setdefault((row.traject_id, row.soort), []).append(row)
    return found


def _in_words(row: GevolgdeUren) -> str:
    return f"{row.uren} uur van {datum(row.van)} tot en met {datum(row.tot_en_met)}"


def _done(names: Iterable[str], key: UUID) -> set[str]:
    """Give the rows that this very form recorded before: a second click."""
    keys = {uuid5(key, name): name for name in names}
    rows = Gebeurtenis.objects.filter(sleutel__in=keys)
    return {keys[row] for row in rows.values_list("sleutel", flat=True) if row}


# --- Typed ----------------------------------------------------------------------------


def _in_group(lid: Lidmaatschap, chosen: Mapping[str, Any]) -> list[Traject]:
    """Give who had a place there in the period, within reach, by name."""
    van, tot = chosen["van"], chosen["tot_en_met"]
    places = Inburgeringsaanbod.objects.filter(
        Q(beeindigd_op=None) | Q(beeindigd_op__gte=van),
        aanbieder=chosen["aanbieder"], begonnen_op__lte=tot,
    )  # fmt: skip
    if chosen["cursus"]:
        places = places.filter(cursus=chosen["cursus"])
    cases = (
        Traject.objects.visible_to(lid)
        .filter(pk__in=places.values("traject_id"))
        .exclude(status=Trajectstatus.AFGESLOTEN.value)
        .select_related("inburgeraar")
        .order_by("inburgeraar__zoeknaam", "id")
    )
    return list(cases[: HOOGSTENS + 1])


def _opdracht(case: Traject, form: Urenrij, chosen: Mapping[str, Any]) -> Opdracht:
    values = form.cleaned_data
    gegevens = {
        "soort": chosen["soort"], "van": chosen["van"], "tot_en_met": chosen["tot_en_met"],
        "aanbieder": chosen["aanbieder"], "herkomst": Herkomst.AANBIEDER.value,
    } | {name: values[name] for name in Urenrij.UREN}  # fmt: skip
    return Opdracht(case, gegevens, str(case.pk), values["versie"])


def _tell(form: Urenrij, uitkomst: Uitkomst) -> None:
    """Put what refused a row at its own field, and go on from the colleague's version."""
    for ground in uitkomst.geweigerd.gronden if uitkomst.geweigerd else ():
        form.add_error(
            ground.veld if ground.veld in Urenrij.UREN else None,
            forms.ValidationError(
                f"{met_merk(ground.reden, ground.bron)} ({ground.bron})"
            ),
        )
    if not uitkomst.geweigerd:
        form.add_error(None, " ".join(waarom_niet(uitkomst)))
    if uitkomst.eerder is not None:
        data = form.data.copy()
        data[form.add_prefix("versie")] = str(uitkomst.eerder.versie)
        form.data = data


def _rows(
    request: HttpRequest, cases: list[Traject], chosen: Mapping[str, Any], key: UUID
) -> tuple[list[dict[str, Any]], list[Uitkomst]]:
    """Give a row per person; of a form sent in, with what became of it."""
    data = request.POST if request.method == "POST" else None
    rows = {
        case.pk: Urenrij(data, prefix=f"r{case.pk}", initial={"versie": case.versie})
        for case in cases
    }
    known = _recorded(rows, chosen["van"], chosen["tot_en_met"])
    before = {
        case.pk: [_in_words(row) for row in known.get((case.pk, chosen["soort"]), ())]
        for case in cases
    }
    results: dict[int, Uitkomst] = {}
    if data is not None:
        done = _done((str(pk) for pk in rows), key)
        wanted = []
        for case in cases:
            form = rows[case.pk]
            if not form.getypt or not form.is_valid():
                continue
            if before[case.pk] and str(case.pk) not in done:
                form.add_error(None, f"Dit is al vastgelegd. {TOCH}")
                continue
            wanted.append(_opdracht(case, form, chosen))
        outcomes = in_lijst(
            opdrachten=wanted, by=request.lid, on=timezone.localtime(), sleutel=key
        )
        results = {u.opdracht.traject.pk: u for u in outcomes}
        for pk, outcome in results.items():
            if not outcome.gelukt:
                _tell(rows[pk], outcome)
    lines = [
        {
            "nummer": case.nummer,
            "naam": case.inburgeraar.naam,
            "form": rows[case.pk],
            "getypt": rows[case.pk].getypt,
            "uitkomst": results.get(case.pk),
            "meldingen": (
                [met_merk(m.tekst, m.bron) for m in results[case.pk].meldingen]
                if case.pk in results else []
            ),
            "bekend": before[case.pk],
        }
        for case in cases
    ]  # fmt: skip
    return lines, list(results.values())


@inloggen
@require_http_methods(["GET", "POST"])
def lijst(request: HttpRequest) -> HttpResponse:
    """Type the hours of a group over a period: a row per person, one button."""
    _enter(request, "Aanwezigheid")
    data = request.POST if request.method == "POST" else request.GET
    filled = data if request.method == "POST" or "aanbieder" in data else None
    groep = Groep(filled)
    frame: dict[str, Any] = {"groep": groep, "url_bestand": "/aanwezigheid/bestand/"}
    if filled is None or not groep.is_valid():
        status = 200 if filled is None else 422
        return render(request, "aanwezigheid/lijst.html", frame, status=status)
    chosen, key = groep.cleaned_data, _key(request)
    cases = _in_group(request.lid, chosen)
    too_many = len(cases) > HOOGSTENS
    lines, results = _rows(request, [] if too_many else cases, chosen, key)
    faults = [line for line in lines if line["getypt"] and line["form"].errors]
    nothing = request.method == "POST" and not any(line["getypt"] for line in lines)
    frame |= {
        "regels": lines, "te_veel": too_many, "hoogstens": HOOGSTENS, "sleutel": key,
        "soort": Urensoort(chosen["soort"]).label, "fouten": faults,
        "niets_getypt": nothing, "gekozen": chosen,
        "gelukt": sum(u.gelukt for u in results), "gedaan": bool(results),
    }  # fmt: skip
    status = 422 if faults or nothing else 200
    return render(request, "aanwezigheid/lijst.html", frame, status=status)


# --- Out of the provider's file -------------------------------------------------------


def _cases(lid: Lidmaatschap, regels: list[Urenregel]) -> dict[str, list[Traject]]:
    """Find the cases that the numbers name, within reach: one statement.

    Of somebody with a closed case and an open one, the open one is meant.
    """
    numbers = {regel.nummer for regel in regels}
    found: dict[str, list[Traject]] = {}
    cases = (
        Traject.objects.visible_to(lid)
        .filter(Q(nummer__in=numbers) | Q(inburgeraar__v_nummer__in=numbers))
        .select_related("inburgeraar")
        .order_by("id")
    )
    for case in cases:
        for number in {case.nummer, case.inburgeraar.v_nummer} & numbers:
            found.setdefault(number, []).append(case)
    closed = Trajectstatus.AFGESLOTEN.value
    return {
        number: [c for c in rows if c.status != closed] or rows
        for number, rows in found.items()
    }


def _match(gelezen: Gelezen, lid: Lidmaatschap) -> list[tuple[Urenregel, Traject]]:
    """Give each line its case; note what no case has, is to come, or stands there twice."""
    cases = _cases(lid, gelezen.regels) if gelezen.regels else {}
    matched: list[tuple[Urenregel, Traject]] = []
    today = timezone.localdate()
    for regel in gelezen.regels:
        if regel.tot_en_met > today:
            gelezen.fouten.append(Fout(regel.regel, NOG_NIET))
            continue
        rows = cases.get(regel.nummer, [])
        if len(rows) != 1:
            gelezen.fouten.append(
                Fout(
                    regel.regel,
                    f"Nummer: {regel.nummer} hoort bij meer dan een dossier. Gebruik het "
                    "dossiernummer."
                    if rows
                    else f"Nummer: {regel.nummer} is niet bekend in uw dossiers.",
                )
            )
            continue
        twin = next(
            (
                r for r, case in matched
                if case.pk == rows[0].pk and r.soort == regel.soort
                and r.van <= regel.tot_en_met and regel.van <= r.tot_en_met
            ),
            None,
        )  # fmt: skip
        if twin is not None:
            gelezen.fouten.append(
                Fout(
                    regel.regel,
                    f"Dezelfde persoon, soort en dagen staan ook op regel {twin.regel}.",
                )
            )
            continue
        matched.append((regel, rows[0]))
    return matched


def _name(regel: Urenregel) -> str:
    return f"regel {regel.regel}"


def _not_yet(
    matched: list[tuple[Urenregel, Traject]], gelezen: Gelezen, done: set[str]
) -> list[tuple[Urenregel, Traject]]:
    """Leave out, and note, what was recorded before over the same days."""
    if not matched:
        return []
    known = _recorded(
        {case.pk for _, case in matched},
        min(regel.van for regel, _ in matched),
        max(regel.tot_en_met for regel, _ in matched),
    )
    left = []
    for regel, case in matched:
        before = next(
            (
                row for row in known.get((case.pk, regel.soort), ())
                if row.van <= regel.tot_en_met and regel.van <= row.tot_en_met
            ),
            None,
        )  # fmt: skip
        if before is None or _name(regel) in done:
            left.append((regel, case))
        else:
            gelezen.fouten.append(
                Fout(regel.regel, f"Dit is al vastgelegd: {_in_words(before)}. {TOCH}")
            )
    return left


def _record(
    request: HttpRequest,
    lines: list[tuple[Urenregel, Traject]],
    aanbieder: Any,
    key: UUID,
) -> list[dict[str, Any]]:
    opdrachten = [
        Opdracht(
            case,
            {
                "soort": regel.soort, "van": regel.van, "tot_en_met": regel.tot_en_met,
                "uren": regel.uren, "verzuim_geoorloofd": regel.verzuim_geoorloofd,
                "verzuim_ongeoorloofd": regel.verzuim_ongeoorloofd,
                "aanbieder": aanbieder, "herkomst": Herkomst.AANBIEDER.value,
            },
            _name(regel),
        )
        for regel, case in lines
    ]  # fmt: skip
    results = in_lijst(
        opdrachten=opdrachten, by=request.lid, on=timezone.localtime(), sleutel=key
    )
    return [
        _line(regel, case)
        | {
            "gelukt": result.gelukt,
            "waarom": waarom_niet(result),
            "meldingen": [met_merk(m.tekst, m.bron) for m in result.meldingen],
        }
        for (regel, case), result in zip(lines, results, strict=True)
    ]


def _line(regel: Urenregel, case: Traject) -> dict[str, Any]:
    return {
        "regel": regel,
        "soort": Urensoort(regel.soort).label,
        "nummer": case.nummer,
        "naam": case.inburgeraar.naam,
    }


@inloggen
@require_http_methods(["GET", "POST"])
def bestand(request: HttpRequest) -> HttpResponse:
    """Read the provider's file, show what would be recorded, and then record it."""
    _enter(request, "Aanwezigheid uit bestand")
    frame: dict[str, Any] = {"kolommen": KOLOMMEN, "voorbeeld": VOORBEELD}
    if request.method == "GET":
        frame["form"] = Bestand(initial={"aanbieder": request.GET.get("aanbieder")})
        return render(request, "aanwezigheid/bestand.html", frame)
    form = Bestand(request.POST, request.FILES)
    if not form.is_valid():
        return render(
            request, "aanwezigheid/bestand.html", frame | {"form": form}, status=422
        )
    key, aanbieder = _key(request), form.cleaned_data["aanbieder"]
    text = form.cleaned_data["tekst"]
    gelezen = lees(text)
    matched = _match(gelezen, request.lid)
    confirmed = "vastleggen" in request.POST
    names = [_name(regel) for regel, _ in matched] if confirmed else []
    done = _done(names, key) if names else set()
    lines = _not_yet(matched, gelezen, done)
    frame |= {
        "aanbieder": aanbieder, "tekst": text, "sleutel": key,
        "fouten": sorted(gelezen.fouten, key=lambda fault: fault.regel),
    }  # fmt: skip
    if confirmed and lines:
        results = _record(request, lines, aanbieder, key)
        frame |= {
            "uitkomsten": results,
            "gelukt": sum(result["gelukt"] for result in results),
        }
        return render(request, "aanwezigheid/vastgelegd.html", frame)
    frame |= {"regels": [_line(regel, case) for regel, case in lines], "form": form}
    return render(
        request, "aanwezigheid/bestand.html", frame, status=200 if lines else 422
    )
