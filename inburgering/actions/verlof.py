"""The acts around leave: plan it with a substitute, take it back, and put it back."""

from datetime import date, datetime
from uuid import UUID

from inburgering.actions.uitvoering import Zaak, verrichten
from inburgering.authorization.checks import scope
from inburgering.authorization.roles import Bereik, Rol
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.models.gebruiker import Gebruiker, Lidmaatschap
from inburgering.models.gemeente import huidige_gemeente
from inburgering.models.verlof import Verlof
from inburgering.models.werkrijen import EIGEN
from inburgering.wet.kalender import voluit
from inburgering.wet.uitkomst import NietToegestaan


def _refuse_overlap(gebruiker: Gebruiker, van: date, tot_en_met: date) -> None:
    same = Verlof.objects.filter(
        gebruiker=gebruiker,
        ingetrokken_op=None,
        van__lte=tot_en_met,
        tot_en_met__gte=van,
    ).first()
    if same is not None:
        raise NietToegestaan(
            f"Er staat al verlof van {voluit(same.van)} tot en met "
            f"{voluit(same.tot_en_met)}. Trek dat eerst in, of kies andere dagen.",
            EIGEN,
            "van",
        )


def _refuse_without_reach(wie: Gebruiker, vervanger: Gebruiker, dag: date) -> None:
    """A substitute who can't open the files would see nothing and not know it."""
    members = Lidmaatschap.objects.geldig_op(dag).filter(gemeente=huidige_gemeente())
    teams = set(members.filter(gebruiker=wie).values_list("team_id", flat=True))
    for other in members.filter(gebruiker=vervanger):
        match scope(Rol(other.rol)):
            case Bereik.GEMEENTE:
                return
            case Bereik.TEAM if other.team_id is None or other.team_id in teams:
                return
    raise NietToegestaan(
        f"{vervanger} ziet de dossiers van dit team niet. Kies iemand uit hetzelfde team, "
        "of een teamleider.",
        EIGEN,
        "vervanger",
    )


def plannen(
    *, by: Lidmaatschap, on: datetime, vervanger: Gebruiker, van: date, tot_en_met: date,
    gebruiker: Gebruiker | None = None, sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Plan leave of oneself or of ``gebruiker``. Raises ``NietToegestaan`` on overlap."""
    with verrichten(
        Werkhandeling.VERLOF_PLANNEN, by=by, on=on, sleutel=sleutel
    ) as zaak:
        wie = gebruiker or by.gebruiker
        if vervanger == wie:
            raise NietToegestaan("Kies een ander als vervanger.", EIGEN, "vervanger")
        _refuse_without_reach(wie, vervanger, van)
        _refuse_overlap(wie, van, tot_en_met)
        zaak.wijzig(
            Verlof(gemeente=huidige_gemeente()), gebruiker=wie, vervanger=vervanger,
            van=van, tot_en_met=tot_en_met,
        )  # fmt: skip
        zaak.samenvatting = f"{wie}, vervangen door {vervanger}"
    return zaak


def intrekken(
    *, by: Lidmaatschap, on: datetime, verlof: Verlof, sleutel: UUID | None = None
) -> Zaak:
    """Take leave back, planned or running: the substitute no longer sees the work."""
    with verrichten(
        Werkhandeling.VERLOF_INTREKKEN, by=by, on=on, sleutel=sleutel
    ) as zaak:
        row = Verlof.objects.select_for_update().get(pk=verlof.pk)
        if row.ingetrokken_op:
            raise NietToegestaan("Dit verlof is al ingetrokken.", EIGEN)
        zaak.wijzig(row, ingetrokken_op=on.date())
        zaak.samenvatting = str(row.gebruiker)
    return zaak


def terugzetten(
    *, by: Lidmaatschap, on: datetime, verlof: Verlof, sleutel: UUID | None = None
) -> Zaak:
    """Put leave back that was taken back by mistake, with the same substitute."""
    with verrichten(
        Werkhandeling.VERLOF_TERUGZETTEN, by=by, on=on, sleutel=sleutel
    ) as zaak:
        row = Verlof.objects.select_for_update().get(pk=verlof.pk)
        if row.ingetrokken_op is None:
            raise NietToegestaan("Dit verlof staat er al weer.", EIGEN)
        _refuse_without_reach(row.gebruiker, row.vervanger, max(row.van, on.date()))
        _refuse_overlap(row.gebruiker, row.van, row.tot_en_met)
        zaak.wijzig(row, ingetrokken_op=None)
        zaak.samenvatting = f"{row.gebruiker}, vervangen door {row.vervanger}"
    return zaak
