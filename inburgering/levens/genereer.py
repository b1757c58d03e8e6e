"""The one generator of lives: the same seed gives the same lives, for ever.

``levens`` draws a population from the margins; ``voorbeelden`` gives lives in which every
route, group, stage and lateness occurs, dated back from a day. Both are fictitious.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from inburgering.levens.leven import Bijzonderheid, Leven, Persoon
from inburgering.levens.marges import ASIEL, B1, GEZIN, OND, Marges, Z
from inburgering.levens.personen import maak_persoon
from inburgering.levens.verloop import EERSTE_BEGIN, Opdracht, schrijf
from inburgering.wet.handelingen import Handeling


H, X = Handeling, Bijzonderheid
WEEK = timedelta(weeks=1)
STANDAARD = Marges()


def _begin(kans: Random, marges: Marges, dag: date) -> date:
    """Draw the day of registration, at the latest on ``dag``."""
    jaren = {
        jaar: deel
        for jaar, deel in marges.verdeling("jaar van instroom").delen.items()
        if int(jaar) <= dag.year
    }
    gekozen = int(
        replace(marges.verdeling("jaar van instroom"), delen=jaren).kies(kans)
    )
    van = max(EERSTE_BEGIN, date(gekozen, 1, 1))
    tot = max(van, min(dag - timedelta(days=4), date(gekozen, 12, 31)))
    return van + timedelta(days=kans.randint(0, (tot - van).days))


def _groep(kans: Random, marges: Marges, begin: date) -> str:
    naam = "groep 2022" if begin.year == 2022 else "groep"
    return marges.verdeling(naam).kies(kans)


def leven(
    zaad: int, volgnummer: int, opdracht: Opdracht, marges: Marges = STANDAARD
) -> Leven:
    """Write one whole life, also what lies after today; cut it with ``tot``."""
    kans = Random(f"{zaad}:{volgnummer}")
    groep = opdracht.groep or _groep(kans, marges, opdracht.begin)
    persoon = opdracht.persoon or maak_persoon(
        volgnummer, groep, kans, marges, opdracht.begin
    )
    return schrijf(opdracht, persoon, groep, kans, marges)


def levens(
    zaad: int, aantal: int, dag: date, marges: Marges = STANDAARD, vanaf: int = 0
) -> Iterator[Leven]:
    """Draw lives from the margins, each as far as it was entered on a day.

    ``vanaf`` is the number of the first person, so that two draws share nobody.
    """
    for volgnummer in range(vanaf, vanaf + aantal):
        begin = _begin(Random(f"{zaad}:begin:{volgnummer}"), marges, dag)
        yield leven(zaad, volgnummer, Opdracht(begin), marges).tot(dag)


@dataclass(frozen=True)
class Voorbeeld:
    """A life that is as far as this on the day: ``dagen`` after an act was done.

    ``keer`` is which time that act was done (1 is the first).
    """

    groep: str
    leerroute: str
    na: Handeling
    dagen: int
    bijzonderheid: Bijzonderheid = X.GEEN
    in_opvang: bool | None = None
    pip_dagen: int | None = None
    keer: int = 1


V = Voorbeeld
VOORBEELDEN: tuple[Voorbeeld, ...] = (
    # Just registered; the clock has not begun, or only just
    V(ASIEL, B1, H.TRAJECT_REGISTREREN, 1, in_opvang=True),
    V(ASIEL, Z, H.TRAJECT_REGISTREREN, 12, in_opvang=True),
    V(ASIEL, OND, H.TRAJECT_REGISTREREN, 5, in_opvang=False, pip_dagen=60),
    V(GEZIN, B1, H.TRAJECT_REGISTREREN, 3, pip_dagen=60),
    V(GEZIN, Z, H.TRAJECT_REGISTREREN, 26, pip_dagen=200),
    V(GEZIN, B1, H.TRAJECT_REGISTREREN, 80, pip_dagen=400),
    V(ASIEL, B1, H.TRAJECT_AANVULLEN, 4, in_opvang=True),
    V(ASIEL, B1, H.TRAJECT_AANVULLEN, 20, in_opvang=True, pip_dagen=300),
    # The brede intake, in the centre and in town, on time and late
    V(ASIEL, B1, H.INTAKE_STARTEN, 6, in_opvang=True),
    V(ASIEL, Z, H.INTAKE_STARTEN, 10, pip_dagen=70),
    V(ASIEL, OND, H.INTAKE_STARTEN, 30, pip_dagen=250),
    V(GEZIN, B1, H.INTAKE_STARTEN, 8, pip_dagen=66),
    V(GEZIN, Z, H.INTAKE_INVULLEN, 3, pip_dagen=150),
    V(ASIEL, B1, H.INTAKE_INVULLEN, 4, X.LBT_UITZONDERING, pip_dagen=66),
    V(ASIEL, Z, H.LEERBAARHEIDSTOETS_VASTLEGGEN, 2, pip_dagen=66),
    # The PIP: drafted, discussed, not agreed, waiting for others, on time and too late
    V(ASIEL, B1, H.INTAKE_AFRONDEN, 2, pip_dagen=66),
    V(ASIEL, Z, H.INTAKE_AFRONDEN, 20, pip_dagen=240),
    V(GEZIN, B1, H.INTAKE_AFRONDEN, 3, X.INFORMATIE_DERDEN, pip_dagen=90),
    V(GEZIN, B1, H.PIP_OPSTELLEN, 1, pip_dagen=66),
    V(ASIEL, OND, H.PIP_OPSTELLEN, 3, pip_dagen=130),
    V(ASIEL, B1, H.PIP_BESPREKEN, 2, X.NIET_AKKOORD, pip_dagen=70),
    V(GEZIN, Z, H.PIP_BESPREKEN, 1, pip_dagen=66),
    V(ASIEL, Z, H.PIP_VASTSTELLEN, 1, X.NIET_AKKOORD, pip_dagen=66),
    V(ASIEL, B1, H.PIP_VASTSTELLEN, 0, pip_dagen=60),
    V(GEZIN, OND, H.PIP_VERSTUREN, 10, pip_dagen=66),
    V(ASIEL, B1, H.PIP_VERSTUREN, 40, pip_dagen=160),
    # On the way
    V(ASIEL, B1, H.AANBOD_DOEN, 5),
    V(ASIEL, OND, H.AANBOD_STARTEN, 60, pip_dagen=66),
    V(ASIEL, Z, H.AANBOD_STARTEN, 200),
    V(ASIEL, Z, H.UREN_VASTLEGGEN, 10, keer=12),
    V(GEZIN, Z, H.UREN_VASTLEGGEN, 10, keer=9),
    V(ASIEL, Z, H.UREN_VASTLEGGEN, 5, X.VRIJSTELLING_ONDERDEEL, keer=14),
    V(GEZIN, B1, H.PVT_STARTEN, 8, pip_dagen=60),
    V(ASIEL, B1, H.PVT_ONDERTEKENEN, 30),
    V(GEZIN, B1, H.MAP_STARTEN, 25),
    V(ASIEL, B1, H.MAP_AFRONDEN, 10),
    V(ASIEL, B1, H.PARTICIPATIE_STARTEN, 50),
    V(ASIEL, B1, H.EXAMEN_VASTLEGGEN, 7, keer=2),
    V(GEZIN, B1, H.EXAMEN_VASTLEGGEN, 9, X.EXAMEN_EERDER),
    V(GEZIN, B1, H.EXAMEN_VASTLEGGEN, 12, X.VEEL_POGINGEN, keer=9),
    V(ASIEL, B1, H.EXAMEN_VASTLEGGEN, 20, X.VEEL_POGINGEN, keer=12),
    V(ASIEL, OND, H.EXAMEN_VASTLEGGEN, 15, keer=3),
    V(GEZIN, OND, H.EXAMEN_VASTLEGGEN, 4, keer=1),
    # Another route, another level, exempted, extended, moved here
    V(ASIEL, B1, H.PIP_VASTSTELLEN, 20, X.ROUTEWIJZIGING, keer=2),
    V(GEZIN, Z, H.PIP_VASTSTELLEN, 90, X.ROUTEWIJZIGING, keer=2),
    V(ASIEL, OND, H.PIP_OPSTELLEN, 2, X.ROUTEWIJZIGING, keer=2),
    V(ASIEL, B1, H.PIP_VASTSTELLEN, 30, X.AFSCHALEN, keer=2),
    V(GEZIN, B1, H.PIP_VASTSTELLEN, 200, X.AFSCHALEN, keer=2),
    V(ASIEL, B1, H.DUOBESLUIT_VASTLEGGEN, 15, X.VRIJSTELLING_ONDERDEEL),
    V(GEZIN, B1, H.DUOBESLUIT_VASTLEGGEN, 30, X.TIJDELIJK_VRIJ),
    V(ASIEL, Z, H.DUOBESLUIT_VASTLEGGEN, 10, X.TIJDELIJK_VRIJ),
    V(ASIEL, B1, H.DUOBESLUIT_VASTLEGGEN, 40, X.VERLENGING),
    V(GEZIN, B1, H.DUOBESLUIT_VASTLEGGEN, 90, X.VERLENGING),
    V(ASIEL, B1, H.PIP_OVERNEMEN, 6, X.PIP_VAN_ELDERS),
    V(GEZIN, B1, H.PIP_VERSTUREN, 60, X.PIP_VAN_ELDERS),
    # The end: all parts met, fulfilled, closed, reopened, ended otherwise
    V(GEZIN, B1, H.VOORTGANGSGESPREK_VOEREN, 30, keer=8),
    V(ASIEL, B1, H.DUOBESLUIT_VASTLEGGEN, -8),
    V(GEZIN, B1, H.DUOBESLUIT_VASTLEGGEN, -9),
    V(ASIEL, OND, H.DUOBESLUIT_VASTLEGGEN, -7),
    V(ASIEL, Z, H.ZROUTE_AFRONDEN, 3),
    V(GEZIN, Z, H.ZROUTE_AFRONDEN, 6),
    V(GEZIN, B1, H.DUOBESLUIT_VASTLEGGEN, 1),
    V(ASIEL, Z, H.DUOBESLUIT_VASTLEGGEN, 1),
    V(ASIEL, B1, H.DUOBESLUIT_VASTLEGGEN, 3, X.DUO_EERDER),
    V(ASIEL, B1, H.TRAJECT_AFSLUITEN, 20),
    V(GEZIN, B1, H.TRAJECT_AFSLUITEN, 60),
    V(ASIEL, OND, H.TRAJECT_AFSLUITEN, 15),
    V(ASIEL, B1, H.TRAJECT_AFSLUITEN, 2, X.HEROPEND),
    V(GEZIN, B1, H.TRAJECT_HEROPENEN, 10, X.HEROPEND),
    V(ASIEL, Z, H.DUOBESLUIT_VASTLEGGEN, 1, X.ONTHEFFING),
    V(GEZIN, B1, H.DUOBESLUIT_VASTLEGGEN, 1, X.VRIJSTELLING),
    V(GEZIN, B1, H.TRAJECT_AFSLUITEN, 5, X.VERTROKKEN),
    V(ASIEL, B1, H.TRAJECT_AFSLUITEN, 30, X.VERHUISD),
    V(ASIEL, Z, H.TRAJECT_AFSLUITEN, 12, X.OVERLEDEN),
    V(GEZIN, Z, H.TRAJECT_AFSLUITEN, 8, X.TEN_ONRECHTE),
    # Around the route: another group, a request, staying away, an objection, no duty
    V(GEZIN, B1, H.GROEP_WIJZIGEN, 12, X.GROEPSWIJZIGING),
    V(ASIEL, B1, H.AANVRAAG_VASTLEGGEN, 3, X.AANVRAAG),
    V(GEZIN, B1, H.AANVRAAG_ADVISEREN, 9, X.AANVRAAG),
    V(ASIEL, B1, H.HANDHAVING_MELDEN, 2, X.HANDHAVING),
    V(GEZIN, Z, H.HANDHAVING_STOPPEN, 20, X.HANDHAVING),
    V(GEZIN, B1, H.HANDHAVING_HOREN, 2, X.SANCTIE),
    V(ASIEL, B1, H.HANDHAVING_BESLUITEN, 4, X.SANCTIE),
    V(GEZIN, B1, H.BEROEP_AFRONDEN, 9, X.SANCTIE),
    V(ASIEL, B1, H.BEZWAAR_VASTLEGGEN, 8, X.BEZWAAR),
    V(GEZIN, B1, H.BEROEP_AFRONDEN, 6, X.BEZWAAR),
    V(GEZIN, B1, H.HOGERBEROEP_AFRONDEN, 5, X.BEZWAAR),
    V(GEZIN, B1, H.INTAKE_AFRONDEN, 30, X.ZONDER_PLICHT),
    V(ASIEL, B1, H.ONTZORGEN_BEEINDIGEN, 10, in_opvang=True),
    V(ASIEL, B1, H.BEGELEIDING_BEEINDIGEN, 10),
    V(ASIEL, B1, H.AFSPRAAK_MAKEN, 14),
    # Still in a reception centre, for longer
    V(ASIEL, Z, H.TRAJECT_REGISTREREN, 33, in_opvang=True),
    V(ASIEL, B1, H.TRAJECT_REGISTREREN, 47, in_opvang=True),
    V(ASIEL, OND, H.TRAJECT_REGISTREREN, 25, in_opvang=True),
    V(ASIEL, B1, H.INTAKE_STARTEN, 2, in_opvang=True),
    V(ASIEL, Z, H.INTAKE_STARTEN, 4, in_opvang=True),
)


def voorbeelden(
    zaad: int, dag: date, personen: tuple[Persoon, ...] = (), marges: Marges = STANDAARD,
    vanaf: int = 0,
) -> Iterator[Leven]:  # fmt: skip
    """Give one life per row of ``VOORBEELDEN``, dated back from a day.

    Given ``personen`` (test persons) come first; when they are used up people are made.
    """
    for nummer, voorbeeld in enumerate(VOORBEELDEN):
        persoon = personen[nummer] if nummer < len(personen) else None
        yield _terug_vanaf(zaad, vanaf + nummer, voorbeeld, dag, persoon, marges)


def _terug_vanaf(
    zaad: int, volgnummer: int, v: Voorbeeld, dag: date, persoon: Persoon | None,
    marges: Marges,
) -> Leven:  # fmt: skip
    """Write the life from the beginning of the law, and move it up to the day."""
    geheel = leven(
        zaad, volgnummer,
        Opdracht(
            EERSTE_BEGIN, v.groep, v.leerroute, v.bijzonderheid, v.in_opvang, v.pip_dagen,
            persoon,
        ),
        marges,
    )  # fmt: skip
    keren = [d.op.date() for d in geheel.daden if d.handeling == v.na]
    tot = keren[min(v.keer, len(keren)) - 1] if keren else geheel.begin
    weken = (dag - tot - timedelta(days=v.dagen)) // WEEK
    toen = geheel.verschoven(7 * max(0, weken)).tot(dag)
    return toen.met_persoon(persoon) if persoon else toen
