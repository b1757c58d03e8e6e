"""Rows of facts for tests of the figures, drawn from a seed."""

from datetime import date
from random import Random

from inburgering.models.gemeente import huidige_gemeente
from monitoring.models import Trajectfeit


BEGIN = date(2022, 1, 1).toordinal()
GROEPEN = ("asielstatushouder", "gezinsmigrant_en_overige_migrant")
ROUTES = ("b1_route", "onderwijsroute", "z_route", "nog_geen_pip")


def feit(nummer: int, kans: Random, dagen: int = 1500) -> Trajectfeit:
    """Draw one fact: a duty that began in the first so many days of the law."""
    plicht = BEGIN + kans.randrange(dagen)
    pip = plicht + kans.randrange(30, 150)
    route = kans.choices(ROUTES, (6, 1, 3, 1))[0]
    zonder = route == "nog_geen_pip"
    return Trajectfeit(
        gemeente=huidige_gemeente(), pseudoniem=f"{nummer:032x}",
        cohort=date.fromordinal(plicht).year, groep=kans.choices(GROEPEN, (7, 3))[0],
        route_eerste_pip=route, geslacht="vrouw", leeftijdsband="25_34",
        herkomstregio="afrika", plicht_dag=plicht, pip_termijn_dag=plicht + 75,
        pip_dag=None if zonder else pip,
        behaald_dag=pip + 700 if not zonder and kans.random() < 0.4 else None,
    )  # fmt: skip


def vul(aantal: int = 300, zaad: int = 1, dagen: int = 1500) -> list[Trajectfeit]:
    """Store so many facts in the municipality in force."""
    kans = Random(zaad)
    return Trajectfeit.objects.bulk_create(
        feit(zaad * 1_000_000 + nummer, kans, dagen) for nummer in range(aantal)
    )
