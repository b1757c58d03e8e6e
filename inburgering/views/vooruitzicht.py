"""What an act that cannot be undone will bring about, told before the button."""

from dataclasses import replace
from datetime import date

from inburgering.authorization.spil import AnyHandeling
from inburgering.models.dossier import Dossier
from inburgering.templatetags.opmaak import datum
from inburgering.wet.begrippen import PIPStatus, Termijnsoort
from inburgering.wet.feiten import PIP, Feit, Handhaving
from inburgering.wet.handelingen import Handeling
from inburgering.wet.handhaving import (
    alleen_onwillig,
    asielboete,
    laatste_dag,
    maximum,
)
from inburgering.wet.moment import moment
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


def _sanction(dossier: Dossier, h: Handhaving) -> list[str]:
    """Tell what a sanction can be here, before somebody chooses one."""
    m = moment(dossier.feiten, dossier.stand.peildatum)
    highest, last = maximum(m, h), laatste_dag(m, h)
    if highest is None or last is None:
        return [
            "Dit rust op de Participatiewet: er kan alleen een maatregel, geen boete.",
            BEZWAAR,
        ]
    fine = (
        f"Kiest u een boete? Die is hoogstens {highest.waarde} euro en kan tot en met "
        f"{datum(last.uiterlijk)} (niet bevestigd). Een maatregel kan hier niet."
    )
    lines = [fine]
    if alleen_onwillig(m, h, m.peildatum):
        lines.append(
            f"Bij een asielstatushouder: {asielboete(m.peildatum).betekenis} (niet "
            "bevestigd)."
        )
    lines.append(
        "Verrekenen met de bijstand kan alleen als een verordening van de gemeente dat "
        "regelt."
    )
    return [*lines, BEZWAAR]


BEZWAAR = (
    "Daarna legt u vast wanneer u het besluit verstuurt; dan begint de tijd om bezwaar te "
    "maken."
)


def _when_to_ask(dossier: Dossier) -> list[str]:
    """Say from when and until when more time can be asked for."""
    return [
        f"Verlenging kan bij DUO worden gevraagd van {datum(term.begin)} tot en met "
        f"{datum(term.uiterlijk)}. DUO kan een eerdere of latere aanvraag afwijzen."
        for term in dossier.stand.termijnen
        if term.soort == Termijnsoort.VERLENGING_VRAGEN
    ]


def gevolgen(dossier: Dossier, handeling: AnyHandeling, rij: Feit | None) -> list[str]:
    """Give the lines for the page of an act; most acts have none."""
    if handeling is Handeling.PIP_VASTSTELLEN and isinstance(rij, PIP):
        return _decide(dossier, rij, dossier.stand.peildatum)
    if handeling is Handeling.HANDHAVING_BESLUITEN and isinstance(rij, Handhaving):
        return _sanction(dossier, rij)
    if handeling is Handeling.AANVRAAG_VASTLEGGEN:
        return _when_to_ask(dossier)
    return []
