"""What the database never holds, asked before it says so, and in words.

The conditions are those of the models themselves, walked in Python: asking the database
for each row of a hundred thousand cases would take hours. A test holds both against each
other, and sees that each condition has its words.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, cast

from django.db import models


# Condition -> the field where the message stands, and the message.
WOORDEN: Mapping[str, tuple[str, str]] = {
    "intake_einde_na_begin": ("afgerond_op", "dit ligt voor gestart_op."),
    "lbt_afgenomen_of_uitgezonderd": (
        "afgenomen_op",
        "de toets is afgenomen (afgenomen_op en uitkomst) of niet (uitzondering).",
    ),
    "pip_vastgesteld_met_dagtekening": (
        "status",
        "een vastgesteld PIP heeft een dagtekening, een ander PIP niet.",
    ),
    "pip_besproken_met_akkoord": (
        "akkoord",
        "besproken_op en akkoord horen bij elkaar: beide of geen.",
    ),
    "pip_niet_akkoord_met_reden": (
        "reden_geen_akkoord",
        "wie niet akkoord is, heeft een reden.",
    ),
    "aanbod_einde_met_reden": (
        "reden_einde",
        "beeindigd_op en reden_einde horen bij elkaar: beide of geen.",
    ),
    "participatie_einde_met_reden": (
        "reden_einde",
        "einde (niet voor begin) en reden_einde horen bij elkaar: beide of geen.",
    ),
    "uren_tot_na_van": ("tot_en_met", "dit ligt voor van."),
    "examen_geen_resultaat_met_reden": (
        "reden",
        "een reden staat bij resultaat geen, en alleen daar.",
    ),
    "afsluiting_heropend_met_reden": (
        "heropend_op",
        "heropend_op (niet voor afgesloten_op) en reden_heropening horen bij elkaar.",
    ),
    "afspraak_afgerond_met_resultaat": (
        "resultaat",
        "afgerond_op en resultaat horen bij elkaar: beide of geen.",
    ),
    "ontzorgen_einde_met_reden": (
        "reden_einde",
        "beeindigd_op en reden_einde horen bij elkaar: beide of geen.",
    ),
    "begeleiding_einde_met_reden": (
        "reden_einde",
        "beeindigd_op en reden_einde horen bij elkaar: beide of geen.",
    ),
    "aanvraag_advies_met_dag": (
        "advies",
        "advies_op en advies horen bij elkaar: beide of geen.",
    ),
    "handhaving_besluit_met_dag": (
        "besluit",
        "besluit_op en besluit horen bij elkaar: beide of geen.",
    ),
    "handhaving_bedrag_bij_boete": ("bedrag", "een bedrag hoort bij een boete."),
    "handhaving_besluit_of_gestopt": (
        "gestopt_op",
        "na een besluit is er niets te stoppen: een van de twee.",
    ),
    "bezwaar_besloten_met_uitkomst": (
        "uitkomst",
        "besloten_op en uitkomst horen bij elkaar: beide of geen.",
    ),
    "doel_geeindigd_met_uitkomst": (
        "uitkomst",
        "geeindigd_op en uitkomst horen bij elkaar: beide of geen.",
    ),
    "doel_einde_na_begin": ("geeindigd_op", "dit ligt voor gesteld_op."),
    "agendapunt_einde_na_begin": ("einde", "dit moet later zijn dan begin."),
    "aandachtspunt_tot_na_van": ("tot", "dit ligt voor van."),
    "voorinburgering_einde_na_begin": ("beeindigd_op", "dit ligt voor begonnen_op."),
    "rooster_einde_na_begin": (
        "einde",
        "dit moet later zijn dan begin. Na middernacht? Maak daar een tweede regel van.",
    ),
    "rooster_tot_na_van": ("tot_en_met", "dit ligt voor van."),
    "wachtplek_einde_met_reden": (
        "reden_einde",
        "tot (niet voor sinds) en reden_einde horen bij elkaar: beide of geen.",
    ),
    "schoolkeuze_een_school": (
        "school",
        "noem een aanbieder die hier is vastgelegd of een school: een van de twee.",
    ),
    "schoolkeuze_einde_na_begin": ("gestopt_op", "dit ligt voor begonnen_op."),
}


def voldoet(voorwaarde: models.Q, rij: models.Model) -> bool | None:
    """Say whether a row meets a condition; None is SQL's unknown, which passes."""
    answers = [
        voldoet(deel, rij)
        if isinstance(deel, models.Q)
        else _geldt(*cast("tuple[str, Any]", deel), rij)
        for deel in voorwaarde.children
    ]
    decides = voorwaarde.connector == models.Q.OR
    answer: bool | None = not decides
    if decides in answers:
        answer = decides
    elif None in answers:
        answer = None
    return answer if answer is None or not voorwaarde.negated else not answer


def _geldt(vraag: str, tegenover: Any, rij: models.Model) -> bool | None:
    naam, _, hoe = vraag.partition("__")
    waarde = getattr(rij, naam)
    if hoe == "isnull":
        return (waarde is None) == tegenover
    if isinstance(tegenover, models.F):
        tegenover = getattr(rij, tegenover.name)
    if waarde is None or tegenover is None:
        return None
    return {
        "": lambda: waarde == tegenover,
        "gt": lambda: waarde > tegenover,
        "gte": lambda: waarde >= tegenover,
    }[hoe]()


@cache
def voorwaarden(model: type[models.Model]) -> tuple[models.CheckConstraint, ...]:
    """Give the conditions that the database puts to a row of its own."""
    found = model._meta.constraints
    return tuple(c for c in found if isinstance(c, models.CheckConstraint))


def geschonden(rij: models.Model) -> Iterator[tuple[str, str]]:
    """Give the field and the words for each condition that a row does not meet."""
    for voorwaarde in voorwaarden(type(rij)):
        if voldoet(voorwaarde.condition, rij) is False:
            yield WOORDEN[voorwaarde.name]
