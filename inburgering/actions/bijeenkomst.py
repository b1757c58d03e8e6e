"""The acts on a meeting of a group: plan, change and cancel it, or let it go on after all.

A change that concerns who was invited also stands in the trail of each of their cases.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from inburgering.actions import groepsbrief
from inburgering.actions.uitvoering import Zaak, noteer, verrichten
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.models.bijeenkomst import TELT, Aanwezigheid, Bijeenkomst, Deelname
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.gemeente import huidige_gemeente
from inburgering.models.traject import Traject
from inburgering.models.werkrijen import EIGEN
from inburgering.wet.kalender import voluit
from inburgering.wet.uitkomst import Melding, NietToegestaan


W = Werkhandeling
# What somebody who was invited must hear when it changes.
WIE_WANNEER_WAAR = ("dag", "begin", "einde", "plaats")


def bezet(bijeenkomst: Bijeenkomst) -> int:
    """Count the places taken; who sent word not to come leaves a place."""
    return (
        bijeenkomst.deelnames.filter(TELT)
        .exclude(aanwezigheid=Aanwezigheid.MET_BERICHT.value)
        .count()
    )


def wanneer(bijeenkomst: Bijeenkomst) -> str:
    """Say in words when it is."""
    return (
        f"{voluit(bijeenkomst.dag)}, {bijeenkomst.begin:%H:%M} tot "
        f"{bijeenkomst.einde:%H:%M} uur"
    )


def plannen(
    *, by: Lidmaatschap, on: datetime, sleutel: UUID | None = None, **gegevens: Any
) -> Zaak:
    """Plan a meeting; ``gegevens`` are its fields."""
    with verrichten(W.BIJEENKOMST_PLANNEN, by=by, on=on, sleutel=sleutel) as zaak:
        row = zaak.wijzig(Bijeenkomst(gemeente=huidige_gemeente()), **gegevens)
        zaak.samenvatting = f"{row.titel}, {wanneer(row)}"
    return zaak


def _op_slot(bijeenkomst_id: int) -> Bijeenkomst:
    """Lock a meeting, as long as it can still change."""
    row = Bijeenkomst.objects.select_for_update().get(pk=bijeenkomst_id)
    if row.afgelast_op:
        raise NietToegestaan("Deze bijeenkomst is al afgelast.", EIGEN)
    return row


def _refuse_what_was_recorded(row: Bijeenkomst) -> None:
    if row.deelnames.filter(aanwezigheid=Aanwezigheid.AANWEZIG.value).exists():
        raise NietToegestaan(
            "Er is al vastgelegd wie er was. Deze bijeenkomst kan niet meer anders.",
            EIGEN,
        )


def _refuse_too_few(row: Bijeenkomst, plaatsen: int) -> None:
    taken = bezet(row)
    if plaatsen < taken:
        raise NietToegestaan(
            f"Er zijn al {taken} mensen uitgenodigd. Kies ten minste {taken} plaatsen.",
            EIGEN,
            "plaatsen",
        )


def _refuse_other_kind(row: Bijeenkomst, soort: str) -> None:
    if soort != row.soort and row.deelnames.exists():
        raise NietToegestaan(
            f"Er zijn al mensen uitgenodigd voor {row.get_soort_display()}. Plan voor "
            "een andere soort een nieuwe bijeenkomst.",
            EIGEN,
            "soort",
        )


def uitgenodigden(bijeenkomst: Bijeenkomst) -> Iterable[Traject]:
    """Give the cases that were invited and did not say no."""
    rows = Deelname.objects.filter(TELT, bijeenkomst=bijeenkomst).exclude(
        aanwezigheid=Aanwezigheid.MET_BERICHT.value
    )
    return [
        row.traject for row in rows.select_related("traject").order_by("traject_id")
    ]


def _in_elk_spoor(zaak: Zaak, row: Bijeenkomst) -> None:
    """Write in the trail of each case that was invited what became of the meeting."""
    for traject in uitgenodigden(row):
        of_case = Zaak(None, zaak.by, zaak.on, zaak.handeling, traject)
        of_case.samenvatting = zaak.samenvatting
        noteer(of_case, None)


def wijzigen(
    *, by: Lidmaatschap, on: datetime, id: int, sleutel: UUID | None = None,  # noqa: A002
    **gegevens: Any,
) -> Zaak:  # fmt: skip
    """Change a meeting; whoever was invited has it in their trail when it moves.

    Who was invited by letter gets a new letter in the file.
    """
    with verrichten(W.BIJEENKOMST_WIJZIGEN, by=by, on=on, sleutel=sleutel) as zaak:
        row = _op_slot(id)
        _refuse_what_was_recorded(row)
        _refuse_other_kind(row, gegevens["soort"])
        _refuse_too_few(row, gegevens["plaatsen"])
        moved = any(getattr(row, name) != gegevens[name] for name in WIE_WANNEER_WAAR)
        zaak.wijzig(row, **gegevens)
        zaak.samenvatting = f"{row.titel}, nu {wanneer(row)}, {row.plaats}"
        if moved:
            _in_elk_spoor(zaak, row)
            groepsbrief.opnieuw(zaak, row)
    return zaak


def afgelasten(
    *, by: Lidmaatschap, on: datetime, id: int, reden: str,  # noqa: A002
    sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Cancel a meeting; who was invited stays on it, so that one can tell them."""
    with verrichten(W.BIJEENKOMST_AFGELASTEN, by=by, on=on, sleutel=sleutel) as zaak:
        row = _op_slot(id)
        _refuse_what_was_recorded(row)
        zaak.wijzig(row, afgelast_op=on.date(), reden=reden)
        zaak.samenvatting = f"{row.titel}, {wanneer(row)}"
        _in_elk_spoor(zaak, row)
    return zaak


def _over_brieven(made: int, failed: int) -> Iterable[str]:
    """Say what became of the letters to whom a letter had told that it was off."""
    if made:
        yield (
            f"{made} {'persoon' if made == 1 else 'mensen'} kreeg een brief dat het niet "
            "doorging. Er is een nieuwe brief gemaakt: de bijeenkomst gaat toch door."
        ).replace("mensen kreeg", "mensen kregen")
    if failed:
        yield (
            f"Voor {failed} {'persoon' if failed == 1 else 'mensen'} met een brief dat het "
            "niet doorging, kon geen nieuwe brief worden gemaakt. Laat het hun weten."
        )


def hervatten(
    *, by: Lidmaatschap, on: datetime, id: int, sleutel: UUID | None = None,  # noqa: A002
) -> Zaak:  # fmt: skip
    """Let a meeting go on that was cancelled; who was invited then is invited still.

    Whom a letter told that it was off gets a new invitation that says so.
    """
    with verrichten(W.BIJEENKOMST_HERVATTEN, by=by, on=on, sleutel=sleutel) as zaak:
        row = Bijeenkomst.objects.select_for_update().get(pk=id)
        if row.afgelast_op is None:
            raise NietToegestaan("Deze bijeenkomst is niet afgelast.", EIGEN)
        if row.dag < on.date():
            raise NietToegestaan(
                f"De bijeenkomst was op {voluit(row.dag)}. Plan een nieuwe bijeenkomst.",
                EIGEN,
            )
        letters = groepsbrief.toch(zaak, row)
        zaak.wijzig(row, afgelast_op=None, reden="")
        zaak.meldingen = tuple(Melding(text, EIGEN) for text in _over_brieven(*letters))
        zaak.samenvatting = f"{row.titel}, {wanneer(row)}"
        _in_elk_spoor(zaak, row)
    return zaak
