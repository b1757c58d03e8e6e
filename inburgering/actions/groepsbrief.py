"""Making the letters about a meeting or an appointment: frozen, and kept in the file.

Part of inviting somebody by letter, of moving or resuming what somebody was so invited to,
and of telling that it does not go on; no act of its own.
"""

from typing import Any

from inburgering.actions.uitvoering import Zaak
from inburgering.beschikkingen import NietTeZetten, bevroren
from inburgering.models.agendapunt import Agendapunt
from inburgering.models.bijeenkomst import (
    TELT,
    Bijeenkomst,
    Deelname,
    Uitnodigingswijze,
)
from inburgering.models.document import Document
from inburgering.models.tekstblok import Teksten, teksten
from inburgering.models.traject import Traject
from inburgering.models.werkrijen import EIGEN
from inburgering.uitnodigingen import (
    AFSPRAAK_AFZEGGING,
    AFSPRAAK_TOCH,
    AFZEGGING,
    SJABLOON,
    SOORT,
    TOCH,
    VERZET,
    afgelast,
    afgezegd_per_brief,
    afspraak,
    als_brieven,
    gegevens,
    titel,
    titel_afgelast,
    waarom_geen_brief,
)
from inburgering.wet.kalender import voluit
from inburgering.wet.uitkomst import Melding


ONZETBAAR = "Er is geen brief gemaakt: een teken kan niet in een brief staan."


class _Schrijver:
    """Makes a letter of one case; ``waarom_niet`` says why there is none."""

    def __init__(self, zaak: Zaak) -> None:
        """Read whom it goes to and in what words."""
        assert zaak.traject is not None
        self.zaak, self.dag = zaak, zaak.on.date()
        self.traject = Traject.objects.select_related(
            "inburgeraar", "klantmanager", "gemeente"
        ).get(pk=zaak.traject.pk)
        self.waarom_niet = waarom_geen_brief(self.traject)

    @property
    def wie(self) -> dict[str, Any]:
        """Who signs, and on what day."""
        return {"wie": self.zaak.by.gebruiker.naam, "dag": self.dag}

    def woorden(self) -> Teksten:
        """The words of the municipality as they hold today."""
        return teksten(self.dag)

    def bewaar(
        self, soort: str, feit_id: int, kop: str, says: dict[str, Any]
    ) -> Document | None:
        """Freeze the letter and keep it in the file; None when it can't be set."""
        try:
            frozen = bevroren(
                soort, feit_id, kop, als_brieven(says), self.dag, SJABLOON
            )
        except NietTeZetten:
            self.waarom_niet = ONZETBAAR
            return None
        made: Document = self.zaak.nieuw(Document, **frozen)
        return made

    def zeg(self) -> None:
        """Say why there is no letter, when there is none."""
        if self.waarom_niet:
            self.zaak.meldingen += (Melding(self.waarom_niet, EIGEN),)


def maken(zaak: Zaak, part: Deelname, *, eerst: str = "") -> None:
    """Make the letter that invites, or say why there is none.

    Somebody is invited either way: a colleague may hand over a letter of their own.
    """
    by = _Schrijver(zaak)
    if not by.waarom_niet:
        meeting = part.bijeenkomst
        says = gegevens(by.traject, meeting, by.woorden(), eerst=eerst, **by.wie)
        by.bewaar(SOORT, part.pk, titel(meeting), says)
    by.zeg()


def _of_case(zaak: Zaak, part: Deelname, bijeenkomst: Bijeenkomst) -> Zaak:
    part.bijeenkomst = bijeenkomst
    return Zaak(None, zaak.by, zaak.on, zaak.handeling, part.traject)


def opnieuw(zaak: Zaak, bijeenkomst: Bijeenkomst) -> None:
    """Make the letters anew of a meeting that moved, for who is still expected."""
    parts = Deelname.objects.filter(
        bijeenkomst=bijeenkomst, wijze=Uitnodigingswijze.BRIEF.value, aanwezigheid=""
    ).select_related("traject")
    for part in parts.order_by("traject_id"):
        maken(_of_case(zaak, part, bijeenkomst), part, eerst=VERZET)


def afzeggen(zaak: Zaak, part: Deelname) -> Document | None:
    """Make the letter that the meeting does not go on; None, and why, when there is none."""
    by = _Schrijver(zaak)
    made = None
    if not by.waarom_niet:
        meeting = part.bijeenkomst
        says = afgelast(by.traject, meeting, by.woorden(), **by.wie)
        made = by.bewaar(AFZEGGING, part.pk, titel_afgelast(meeting), says)
    by.zeg()
    return made


def toch(zaak: Zaak, bijeenkomst: Bijeenkomst) -> tuple[int, int]:
    """Invite anew whom a letter told that the meeting was off; ask while it is still off.

    Gives for how many a letter was made, and for how many it could not.
    """
    parts = list(
        Deelname.objects.filter(TELT, bijeenkomst=bijeenkomst, aanwezigheid="")
        .select_related("traject")
        .order_by("traject_id")
    )
    for part in parts:
        part.bijeenkomst = bijeenkomst
    told = afgezegd_per_brief(parts)
    made = failed = 0
    for part in parts:
        if part.pk not in told:
            continue
        of_case = _of_case(zaak, part, bijeenkomst)
        maken(of_case, part, eerst=TOCH)
        failed += bool(of_case.meldingen)
        made += not of_case.meldingen
    return made, failed


def over_afspraak(zaak: Zaak, punt: Agendapunt) -> None:
    """Make the letter that an appointment does not go on, or does after all."""
    by = _Schrijver(zaak)
    off = punt.afgezegd_op is not None
    if not by.waarom_niet:
        says = afspraak(by.traject, punt, by.woorden(), **by.wie)
        kop = f"Afspraak van {voluit(punt.dag)} gaat {'niet' if off else 'toch'} door"
        by.bewaar(AFSPRAAK_AFZEGGING if off else AFSPRAAK_TOCH, punt.pk, kop, says)
    by.zeg()
