"""The acts on the normal week of somebody: add lines, change one, take one back."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from inburgering.actions import termijnen
from inburgering.actions.uitvoering import Zaak, verrichten
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.models.dossier import bewaar_stand, lees
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.rooster import Roosterregel
from inburgering.models.traject import Traject


W = Werkhandeling


def _in_werkvoorraad(zaak: Zaak) -> None:
    """Keep what follows for the worklist, without standing in a colleague's way.

    The case gets a line of history of this day, since the night compares what is kept with
    the last of them; its version stays.
    """
    traject = zaak.traject
    assert traject is not None
    locked = Traject.objects.select_for_update(of=("self",)).get(pk=traject.pk)
    dossier = lees(locked, zaak.on.date())
    if termijnen.verschillen(dossier.stand, dossier.termijnen, locked):
        bewaar_stand(locked, dossier.stand)
        zaak.bewaar(locked)
        termijnen.bewaar(
            locked, dossier.stand, dossier.termijnen, by=zaak.by, on=zaak.on
        )


def toevoegen(
    *, traject: Traject, by: Lidmaatschap, on: datetime, dagen: Iterable[str],
    begin: str, einde: str, soort: str, van: date, tot_en_met: date | None = None,
    waar: str = "", online: bool = False, versie: int | None = None,
    sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Put the same hours on one or more days; ``versie`` is not looked at."""
    with verrichten(
        W.ROOSTER_TOEVOEGEN, by=by, on=on, sleutel=sleutel, traject=traject
    ) as zaak:
        for dag in sorted(set(dagen)):
            zaak.nieuw(
                Roosterregel, dag=dag, begin=begin, einde=einde, soort=soort, van=van,
                tot_en_met=tot_en_met, waar=waar, online=online,
            )  # fmt: skip
        _in_werkvoorraad(zaak)
    return zaak


def wijzigen(
    *, traject: Traject, by: Lidmaatschap, on: datetime, id: int, dag: str,  # noqa: A002
    begin: str, einde: str, soort: str, van: date, tot_en_met: date | None = None,
    waar: str = "", online: bool = False, versie: int | None = None,
    sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Change a line, or say until when it holds."""
    with verrichten(
        W.ROOSTER_WIJZIGEN, by=by, on=on, sleutel=sleutel, traject=traject
    ) as zaak:
        zaak.wijzig(
            zaak.werkrij(id), dag=dag, begin=begin, einde=einde, soort=soort, van=van,
            tot_en_met=tot_en_met, waar=waar, online=online,
        )  # fmt: skip
        _in_werkvoorraad(zaak)
    return zaak


def intrekken(
    *, traject: Traject, by: Lidmaatschap, on: datetime, id: int, reden: str,  # noqa: A002
    versie: int | None = None, sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Take back a line that should not have been there."""
    with verrichten(
        W.ROOSTER_INTREKKEN, by=by, on=on, sleutel=sleutel, traject=traject
    ) as zaak:
        zaak.wijzig(zaak.werkrij(id), ingetrokken_op=on.date())
        zaak.reden = reden
        _in_werkvoorraad(zaak)
    return zaak


def terugzetten(
    *, traject: Traject, by: Lidmaatschap, on: datetime, id: int,  # noqa: A002
    versie: int | None = None, sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Undo the taking back of a line."""
    with verrichten(
        W.ROOSTER_TERUGZETTEN, by=by, on=on, sleutel=sleutel, traject=traject
    ) as zaak:
        zaak.wijzig(zaak.werkrij(id), ingetrokken_op=None)
    return zaak
