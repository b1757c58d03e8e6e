"""What an act that cannot be undone will bring about, told before the button."""

from dataclasses import replace
from datetime import date

from inburgering.authorization.spil import AnyHandeling
from inburgering.models.dossier import Dossier
from inburgering.templatetags.opmaak import datum
from inburgering.wet.begrippen import PIPStatus, Termijnsoort
from inburgering.wet.feiten import PIP, Feit
from inburgering.wet.handelingen import Handeling
from inburgering.wet.stand import stand
from inburgering.wet.uitkomst import Termijn


def _whole_term(dossier: Dossier, pip: PIP, dag: date) -> Termijn | None:
    """Give the term of the law as it would be if the plan were decided on a day."""
    decided = replace(pip, status=PIPStatus.VASTGESTELD, dagtekening=dag)
    plans = tuple(decided if p.id == pip.id else p for p in dossier.feiten.pips)
    then = stand(replace(dossier.feiten, pips=plans), dag)
    terms = (t for t in then.termijnen if t.soort == Termijnsoort.INBURGERINGSTERMIJN)
    return next(terms, None)


def _decide(dossier: Dossier, pip: PIP, dag: date) -> list[str]:
    first = not any(p.dagtekening for p in dossier.feiten.pips)
    lines = []
    term = _whole_term(dossier, pip, dag)
    if term and first:
        lines.append(
            f"Kiest u dagtekening {datum(dag)}? Dan loopt de inburgeringstermijn van "
            f"{datum(term.begin)} tot en met {datum(term.uiterlijk)}."
        )
    elif term:
        lines.append(
            "De inburgeringstermijn verandert niet: die loopt tot en met "
            f"{datum(term.uiterlijk)}."
        )
    lines.append(f"De {pip.leerroute.label} geldt vanaf de dag na de dagtekening.")
    lines.append(
        "De brief met het PIP wordt gemaakt. Daarna legt u vast wanneer u hem verstuurt; "
        "dan begint de tijd om bezwaar te maken."
    )
    return lines


def gevolgen(dossier: Dossier, handeling: AnyHandeling, rij: Feit | None) -> list[str]:
    """Give the lines for the page of an act; most acts have none."""
    if handeling is Handeling.PIP_VASTSTELLEN and isinstance(rij, PIP):
        return _decide(dossier, rij, dossier.stand.peildatum)
    return []
