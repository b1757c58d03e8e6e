"""What the brede intake hands over to the plan: outcomes, advice, and text to begin with."""

from collections.abc import Mapping
from typing import Any

from inburgering.models.dossier import Dossier
from inburgering.wet.feiten import BredeIntake
from inburgering.wet.intake import VRAGEN
from inburgering.wet.intakeuitkomst import (
    Uitkomstsoort,
    alle_onderwerpen,
    begintekst,
)
from inburgering.wet.intakevragen import eigen_vragen


TOON: Mapping[str, str] = {
    Uitkomstsoort.KANS: "is-positive",
    Uitkomstsoort.AANDACHT: "is-info",
    Uitkomstsoort.ACTIE: "is-warning",
}


def uitkomsten(
    dossier: Dossier, intake: BredeIntake | None = None
) -> list[dict[str, str]]:
    """Give the outcomes of an intake, else the last, in the order of the subjects."""
    asked = intake or next(iter(dossier.feiten.brede_intakes[::-1]), None)
    known: Mapping[str, Any] = asked.uitkomsten if asked else {}
    names = alle_onderwerpen(eigen_vragen(dossier.feiten.intakevragen))
    return [
        {
            "onderwerp": name,
            "code": code,
            "soort": Uitkomstsoort(known[code]["soort"]).label,
            "toon": TOON[known[code]["soort"]],
            "tekst": known[code]["tekst"],
        }
        for code, name in names.items()
        if code in known
    ]


def uit_intake(dossier: Dossier) -> dict[str, Any] | None:
    """Give what stands beside a plan: advice, test and outcomes; None without an intake."""
    intakes = dossier.feiten.brede_intakes
    if not intakes:
        return None
    tests = dossier.feiten.leerbaarheidstoetsen
    test = tests[-1] if tests else None
    advice = intakes[-1].routeadvies
    outcome = test and (test.uitkomst or test.uitzondering)
    return {
        "advies": advice.label if advice else "",
        "reden": intakes[-1].routeadvies_reden,
        "toets": outcome.label if outcome else "",
        "uitkomsten": uitkomsten(dossier),
    }


def begin(dossier: Dossier) -> Mapping[str, str]:
    """Give the text with which each part of a plan can begin."""
    intakes = dossier.feiten.brede_intakes
    if not intakes:
        return {}
    questions = (*VRAGEN, *eigen_vragen(dossier.feiten.intakevragen))
    return begintekst(intakes[-1].antwoorden, intakes[-1].uitkomsten, questions)
