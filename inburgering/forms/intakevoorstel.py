"""What a file knows already that answers a question of the brede intake.

A proposal stands in the field with where it comes from; it is an answer only once
somebody saves it. Nothing here is ever stored by itself.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from inburgering.models.dossier import Dossier, terzijde
from inburgering.models.dossierstuk import Dossierstuk
from inburgering.models.gezin import SCHERM, Gezinsband, van, wat_voor
from inburgering.models.overdracht import Voorinburgering
from inburgering.models.taalkennis import talen
from inburgering.wet.begrippen import Antwoord, Participatievorm, Urensoort
from inburgering.wet.feiten import BredeIntake
from inburgering.wet.intake import VRAAG, antwoordfout
from inburgering.wet.kalender import voluit


@dataclass(frozen=True)
class Voorstel:
    """A value for a question, and where it comes from; None: only something to look at."""

    waarde: Any
    bron: str


Gevonden = Iterator[tuple[str, Voorstel]]


def _van_eerder(dossier: Dossier, intake: BredeIntake | None) -> Gevonden:
    """Give the answers of an intake before this one, as of another municipality."""
    for row in dossier.feiten.brede_intakes:
        if intake is None or row.id == intake.id or row.gestart_op > intake.gestart_op:
            continue
        where = f"de intake van {voluit(row.gestart_op)} ({row.herkomst.label})"
        for code, given in row.antwoorden.items():
            if given.get("antwoord") == Antwoord.BEANTWOORD and code in VRAAG:
                yield code, Voorstel(given["waarde"], where)


def _terzijde(dossier: Dossier) -> Gevonden:
    """Give the answers of an intake that no longer counts, of a case that was merged."""
    for nummer, feiten in terzijde(dossier.traject):
        for row in feiten.brede_intakes:
            where = f"de intake van {voluit(row.gestart_op)} uit dossier {nummer}"
            for code, given in row.antwoorden.items():
                if given.get("antwoord") == Antwoord.BEANTWOORD and code in VRAAG:
                    yield code, Voorstel(given["waarde"], where)


def _van_feiten(dossier: Dossier, vandaag: date) -> Gevonden:
    case = dossier.traject
    known = ", ".join(map(str, talen(case)))
    if known:
        yield "taal_moedertaal", Voorstel(known, "de talen in dit dossier")
    elif language := case.inburgeraar.contacttaal:
        yield "taal_moedertaal", Voorstel(language, "de taal van het gesprek")
    lessons = [
        row.uren
        for row in dossier.feiten.uren
        if row.soort == Urensoort.INTAKE_TAAL_KNM
    ]
    if lessons:
        yield "taal_les_voor_pip", Voorstel(sum(lessons), "de gevolgde uren")
    work = [
        row.uren_per_week
        for row in dossier.feiten.participaties
        if row.vorm == Participatievorm.BETAALD_WERK
        and row.begin <= vandaag
        and (row.einde is None or row.einde > vandaag)
    ]
    if work:
        yield "werk_nu_uren", Voorstel(sum(work), "wat iemand naast de lessen doet")


def _gezin(dossier: Dossier) -> Gevonden:
    """Tell who of the family has a file too; who does not share with it is left out."""
    case = dossier.traject
    rows = Gezinsband.objects.filter(
        van(case), einde=None,
        **{f"ander__{SCHERM}": False, f"traject__{SCHERM}": False},
    ).values_list("soort", "traject_id")  # fmt: skip
    kinds = sorted(wat_voor(kind, eigen=own == case.pk).label for kind, own in rows)
    if kinds:
        yield "zorg_anderen", Voorstel(None, f"gezin: {', '.join(kinds).lower()}")


def _voorinburgering(dossier: Dossier) -> Gevonden:
    """Tell what somebody followed in the reception centre; how much of it was Dutch, people say."""
    row = (
        Voorinburgering.objects.filter(traject=dossier.traject, ingestemd=True)
        .order_by("-id")
        .first()
    )
    if row and (row.uren or row.onderdelen):
        hours = f"{row.uren} uur" if row.uren else ""
        told = ", ".join(part for part in (hours, row.onderdelen) if part)
        yield "taal_les_voor_pip", Voorstel(None, f"voorinburgering: {told}")


def _diploma(dossier: Dossier) -> Gevonden:
    """Point at a diploma among the documents; what it is worth, people judge."""
    papers = Dossierstuk.objects.filter(
        traject=dossier.traject, soort="diploma", ingetrokken_op=None
    )
    title = papers.order_by("-id").values_list("titel", flat=True).first()
    if title:
        yield "opleiding_diploma", Voorstel(None, f"document: {title}")


def voorstellen(
    dossier: Dossier, intake: BredeIntake | None, vandaag: date
) -> dict[str, Voorstel]:
    """Give per question that is still open what is known; what is newer goes first."""
    known = intake.antwoorden if intake else {}
    sources = [
        _terzijde(dossier), _van_eerder(dossier, intake), _van_feiten(dossier, vandaag),
    ]  # fmt: skip
    if "zorg_anderen" not in known:
        sources.append(_gezin(dossier))
    if "opleiding_diploma" not in known:
        sources.append(_diploma(dossier))
    if "taal_les_voor_pip" not in known:
        sources.insert(0, _voorinburgering(dossier))  # hours that were counted go first
    return {
        code: proposal
        for source in sources
        for code, proposal in source
        if code not in known and _kan(code, proposal.waarde)
    }


def _kan(code: str, waarde: Any) -> bool:
    """Say whether the question would take it (hours beyond its bounds, for one)."""
    if waarde is None:
        return True
    return not antwoordfout(code, {"antwoord": Antwoord.BEANTWOORD, "waarde": waarde})
