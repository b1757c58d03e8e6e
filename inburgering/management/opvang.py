"""Who came by a reception centre, in the demo: what was followed there, and the handover.

No chance is drawn: who comes how far follows from the order of the cases, so that every
stage occurs (done, planned, forgotten) and the demo is the same each time.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from inburgering.actions import (
    agendapunt,
    contact,
    opvangplek,
    overdracht,
    taak,
    verhuizing,
    voorinburgering,
)
from inburgering.authorization.roles import Rol
from inburgering.levens.marges import ASIEL
from inburgering.levens.teksten import GEMEENTEN, OPVANG
from inburgering.management.opvoeren import Opvoering
from inburgering.models.agendapunt import Agendasoort, Agendavorm
from inburgering.models.bijeenkomst import Deelname
from inburgering.models.contact import (
    Contactonderwerp,
    Contactuitkomst,
    Gesprokene,
    Kanaal,
)
from inburgering.models.contact import Richting as Initiatief
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.overdracht import Overdrachtspunt, Richting
from inburgering.models.traject import Traject
from inburgering.wet.begrippen import Trajectstatus, Verhuissoort
from inburgering.wet.kalender import eerste_werkdag_vanaf


DAG = timedelta(days=1)
P = Overdrachtspunt
# Minutes and kilometres to our office, in the order of ``OPVANG``.
AFSTANDEN = ((25, 14), (55, 48), (80, 71))
# Parts, hours, result.
GEVOLGD: tuple[tuple[str, int, str], ...] = (
    (
        "taalles, kennis van Nederland", 48,
        "Leest en schrijft korte zinnen. Spreekt graag en oefent thuis.",
    ),
    (
        "taalles, werk en opleiding, begeleiding", 60,
        "Werkte als kok en wil dat weer. Het diploma is nog niet gewaardeerd.",
    ),
    (
        "alfabet, taalles", 36,
        "Kent het alfabet. Heeft bij lezen meer tijd en herhaling nodig.",
    ),
    (
        "kennis van Nederland", 12,
        "Volgde alleen deze lessen: er was geen kinderopvang bij de taalles.",
    ),
)  # fmt: skip
NIET_GEVOLGD = ("Had al werk op de lesdagen", "Wilde eerst rust na de reis")
TE_KORT = "Verhuisde voor de eerste les"
# What one went through, what a colleague must know, what stayed open.
BESPROKEN: tuple[tuple[tuple[P, ...], str, tuple[str, ...]], ...] = (
    (
        (P.GEZIN, P.VOORINBURGERING, P.OPLEIDING, P.NODIG),
        "Komt altijd op tijd. Een tolk is nodig bij brieven, niet bij een gesprek.",
        ("Vraag het bewijs van de voorinburgering op",),
    ),
    (
        (P.GEZIN, P.WONEN, P.HULP),
        "Een zus woont in de buurt en helpt met de kinderen.",
        ("Bel de basisschool over een plek", "Meld aan voor een taalmaatje"),
    ),
    (
        (P.VOORINBURGERING, P.OPLEIDING, P.GELD),
        "Wil snel werken. De begeleider vroeg de inrichtingslening al aan.",
        (),
    ),
)  # fmt: skip
# Long after the move a handover is of no use any more; one is planned in the first weeks.
NOG_ZINVOL, KORT_GELEDEN = timedelta(days=120), timedelta(days=45)
TWEE_WEKEN, LANGST = timedelta(days=14), timedelta(weeks=17)


@dataclass(frozen=True)
class Vestiging:
    """Somebody who came by a centre; who still lives there has no ``vertrok``."""

    opvoering: Opvoering
    traject: Traject
    plek: str
    gekoppeld: date
    vertrok: date | None

    @property
    def by(self) -> Lidmaatschap:
        """Who has the case."""
        bezetting = self.opvoering.bezetting
        return bezetting.klantmanager or bezetting.besluit


def _uit_opvang(stage: Iterable[Opvoering]) -> list[Vestiging]:
    """Give who is followed now and came by a centre, in the order of the cases."""
    found = []
    for opvoering in stage:
        gegevens = opvoering.leven.daden[0].gegevens
        traject = opvoering.traject
        if traject is None or not gegevens.get("opvanglocatie"):
            continue
        if traject.datum_koppeling and traject.status != Trajectstatus.AFGESLOTEN:
            found.append(
                Vestiging(
                    opvoering, traject, gegevens["opvanglocatie"],
                    traject.datum_koppeling, traject.datum_uitstroom,
                )
            )  # fmt: skip
    return found


def vul(
    stage: list[Opvoering], leden: dict[str, Lidmaatschap], nu: datetime
) -> set[int]:
    """Tell what was followed in the centres, and how people were handed over.

    Gives the cases of who moved to another municipality.
    """
    for naam, (reistijd, afstand) in zip(OPVANG, AFSTANDEN, strict=True):
        opvangplek.vastleggen(
            by=leden["beheerder"], on=nu, naam=naam, reistijd=reistijd, afstand=afstand
        )
    waiting = lately = earlier = 0
    for nummer, iemand in enumerate(_uit_opvang(stage)):
        _voorinburgering(iemand, nummer, nu)
        if iemand.vertrok is None:
            waiting += 1
            if waiting == 1:  # a house was found; the talk comes before the move
                _gepland(iemand, nummer, nu)
        elif nu.date() - iemand.vertrok < KORT_GELEDEN:
            (_gepland, _gedaan, _vergeten)[lately % 3](iemand, lately, nu)
            lately += 1
        elif nu.date() - iemand.vertrok < NOG_ZINVOL:
            (_gedaan, _gedaan, _vergeten)[earlier % 3](iemand, earlier, nu)
            earlier += 1
    return _vertrek(stage, nu)


def _op_uur(dag: date, nu: datetime, uur: int = 11) -> datetime:
    """Give an hour of a day; never later than the demo goes."""
    return min(nu, datetime.combine(dag, time(uur), nu.tzinfo))


def _voorinburgering(v: Vestiging, nummer: int, nu: datetime) -> None:
    begin = v.gekoppeld + timedelta(days=10 + 3 * (nummer % 4))
    einde = min(v.vertrok - 3 * DAG, begin + LANGST) if v.vertrok else None
    known: dict[str, Any] = {"traject": v.traject, "by": v.by}
    told = _op_uur(eerste_werkdag_vanaf((v.vertrok or nu.date()) + 2 * DAG), nu)
    if v.vertrok is None and begin > nu.date():
        return  # only just there: it has not begun
    refused = nummer % 6 == 5
    if refused or (einde and einde < begin + TWEE_WEKEN):
        voorinburgering.vastleggen(
            **known, on=told, ingestemd=False,
            reden_niet=NIET_GEVOLGD[nummer % 4 // 2] if refused else TE_KORT,
            instemming_op=v.gekoppeld if refused else None,
        )  # fmt: skip
        return
    parts, hours, result = GEVOLGD[nummer % len(GEVOLGD)]
    row = voorinburgering.vastleggen(
        **known, on=_op_uur(eerste_werkdag_vanaf(begin + DAG), nu), ingestemd=True,
        instemming_op=begin - 5 * DAG, organisatie=v.plek, begonnen_op=begin, onderdelen=parts,
    ).feit  # fmt: skip
    if einde:
        received = told.date() if nummer % 5 else None
        voorinburgering.wijzigen(
            **known, on=told, id=row.pk, ingestemd=True, instemming_op=row.instemming_op,
            organisatie=v.plek, begonnen_op=begin, beeindigd_op=einde, onderdelen=parts,
            uren=hours, resultaat=result if received else "", overgedragen_op=received,
        )  # fmt: skip


def _met_wie(v: Vestiging) -> str:
    return f"{v.plek}, begeleider"


def _gedaan(v: Vestiging, nummer: int, nu: datetime) -> None:
    """Handed over soon after the move; of long ago nothing is open any more."""
    assert v.vertrok is not None
    gesprek = _op_uur(
        eerste_werkdag_vanaf(v.vertrok + timedelta(days=3 + nummer % 4)), nu
    )
    points, report, todo = BESPROKEN[nummer % len(BESPROKEN)]
    lately = gesprek > nu - 2 * TWEE_WEKEN
    overdracht.vastleggen(
        traject=v.traject, by=v.by, on=gesprek, richting=Richting.VAN_OPVANG.value,
        gesprek_op=gesprek.date(), met_wie=_met_wie(v), punten=[p.value for p in points],
        verslag=report, open_punten=todo if lately else (),
        uiterlijk=(gesprek + TWEE_WEKEN).date(),
    )  # fmt: skip


def _gepland(v: Vestiging, nummer: int, nu: datetime) -> None:
    """Called with the centre; the talk stands in the agenda of the coming days."""
    called = _op_uur(eerste_werkdag_vanaf(nu.date() - 6 * DAG), nu)
    dag = eerste_werkdag_vanaf(nu.date() + timedelta(days=1 + nummer % 6))
    _bel_over(v.traject, v.by, called, f"Overdracht met {v.plek} op {dag:%d-%m-%Y}.")
    agendapunt.maken(
        traject=v.traject, by=v.by, on=called, dag=dag, begin=time(12 + nummer % 4, 15),
        einde=time(12 + nummer % 4, 45), soort=Agendasoort.GESPREK.value, vorm=Agendavorm.ELDERS.value,
        plaats=f"{v.plek}, overdracht met de begeleider",
    )  # fmt: skip


def _vergeten(v: Vestiging, _: int, nu: datetime) -> None:
    """Nobody spoke with the centre yet, though the two weeks for it are often over."""
    assert v.vertrok is not None
    taak.maken(
        traject=v.traject, by=v.by, on=_op_uur(eerste_werkdag_vanaf(v.vertrok + DAG), nu),
        omschrijving=f"Vraag {v.plek} om een warme overdracht",
        uiterlijk=v.vertrok + TWEE_WEKEN,
    )  # fmt: skip


def _bel_over(traject: Traject, by: Lidmaatschap, on: datetime, tekst: str) -> None:
    contact.vastleggen(
        traject=traject, by=by, on=on, gesproken_op=on.date(), tekst=tekst,
        kanaal=Kanaal.TELEFOON.value, richting=Initiatief.VAN_ONS.value,
        onderwerp=Contactonderwerp.VERHUIZING.value, met_wie=Gesprokene.ORGANISATIE.value,
        uitkomst=Contactuitkomst.BEREIKT.value,
    )  # fmt: skip


# --- To another municipality ----------------------------------------------------------


def _vertrek(stage: list[Opvoering], nu: datetime) -> set[int]:
    """Let three people move away: one just now, one handed over, one forgotten."""
    invited = set(Deelname.objects.values_list("traject_id", flat=True))
    going = [
        o for o in stage
        if o.traject and o.leven.doelgroep != ASIEL and o.traject.pk not in invited
        and o.traject.status == Trajectstatus.LEERROUTE
        and o.bezetting.klantmanager
        and o.bezetting.klantmanager.rol == Rol.KLANTMANAGER
    ]  # fmt: skip
    gone = set()
    for days, how in ((24, "te laat"), (4, "gepland"), (10, "gedaan")):
        dag = eerste_werkdag_vanaf(nu.date() - timedelta(days=days))
        found = next((o for o in going if o.leven.daden[-1].op.date() < dag), None)
        if found is None:
            continue
        going.remove(found)
        gone.add(_naar_elders(found, dag, how, nu))
    return gone


def _naar_elders(opvoering: Opvoering, dag: date, how: str, nu: datetime) -> int:
    traject, by = opvoering.traject, opvoering.bezetting.klantmanager
    assert traject is not None
    assert by is not None
    on = _op_uur(eerste_werkdag_vanaf(dag + DAG), nu)
    row = verhuizing.vastleggen(
        traject=traject, by=by, on=on, soort=Verhuissoort.NAAR_GEMEENTE.value,
        verhuisd_op=dag, gemeente_code=GEMEENTEN[1],
    ).feit  # fmt: skip
    if how == "gepland":
        agendapunt.maken(
            traject=traject, by=by, on=on, dag=eerste_werkdag_vanaf(nu.date() + 2 * DAG),
            begin=time(15, 0), einde=time(15, 30), soort=Agendasoort.GESPREK.value,
            vorm=Agendavorm.TELEFOON.value,
        )  # fmt: skip
    elif how == "gedaan":
        talk = _op_uur(eerste_werkdag_vanaf(dag + 6 * DAG), nu)
        points, report, _ = BESPROKEN[0]
        overdracht.vastleggen(
            traject=traject, by=by, on=talk, richting=Richting.NAAR_GEMEENTE.value,
            gesprek_op=talk.date(), met_wie="De nieuwe gemeente, klantmanager",
            punten=[p.value for p in (*points, P.PIP)], verslag=report,
        )  # fmt: skip
        verhuizing.overdragen(
            traject=traject, by=by, on=talk, id=row.pk, overgedragen_op=talk.date(),
            overdracht="Gebeld met de nieuwe klantmanager over lessen en examens.",
        )  # fmt: skip
    return traject.pk
