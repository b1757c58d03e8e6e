"""The acts of enforcement: first understand and help, then the ladder, then a decision.

Each step fills in the same row. What somebody wrote earlier is never overwritten by an
empty field; a mistake is corrected as any other fact.
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from inburgering.actions import brief
from inburgering.actions.uitvoering import Zaak, uitvoeren
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.models.afspraak import Afspraak
from inburgering.models.gebruiker import Gebruiker, Lidmaatschap
from inburgering.models.handhaving import Handhaving
from inburgering.models.spoor import Gebeurtenis
from inburgering.models.traject import Traject, van_dossier
from inburgering.wet.begrippen import Handhavingsbesluit, RedenStoppen
from inburgering.wet.handelingen import Handeling


H = Handeling


def melden(
    *, traject: Traject, by: Lidmaatschap, on: datetime, aanleiding: str,
    grondslag: str, gebeurd_op: date, afspraak: Afspraak | None = None,
    omschrijving: str = "", versie: int | None = None, sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Record that something due was not done; nothing follows by itself."""
    gegevens = {
        "aanleiding": aanleiding, "grondslag": grondslag, "gebeurd_op": gebeurd_op,
    }  # fmt: skip
    with uitvoeren(
        H.HANDHAVING_MELDEN, traject, by=by, on=on, versie=versie, sleutel=sleutel,
        gegevens={**gegevens, "afspraak": afspraak.pk if afspraak else None},
    ) as zaak:  # fmt: skip
        zaak.nieuw(Handhaving, omschrijving=omschrijving, afspraak=afspraak, **gegevens)
        zaak.gebeurd_op = gebeurd_op
    return zaak


def _zet(
    handeling: Handeling, traject: Traject, id: int, velden: Mapping[str, Any],  # noqa: A002
    *, by: Lidmaatschap, on: datetime, versie: int | None, sleutel: UUID | None,
    gebeurd_op: date | None, samenvatting: str = "", **ook: Any,
) -> Zaak:  # fmt: skip
    """Fill in a step of a row; ``ook`` is what the law asks besides the fields."""
    given = {name: value for name, value in velden.items() if value not in (None, "")}
    with uitvoeren(
        handeling, traject, by=by, on=on, versie=versie, sleutel=sleutel,
        gegevens={"id": id, **given, **ook},
    ) as zaak:  # fmt: skip
        columns = {KOLOM.get(name, name): value for name, value in given.items()}
        zaak.wijzig(zaak.rij("handhavingen", id), **columns)
        zaak.gebeurd_op = gebeurd_op or on.date()
        zaak.samenvatting = samenvatting
    return zaak


# The facts hold a colleague by number.
KOLOM = {"rapport_door": "rapport_door_id", "besloten_door": "besloten_door_id"}


def onderzoeken(
    *, traject: Traject, by: Lidmaatschap, on: datetime, id: int,  # noqa: A002
    gebeld_op: date | None = None, bezocht_op: date | None = None,
    oorzaak_op: date | None = None, oorzaak: str = "", hulp_op: date | None = None,
    hulp: str = "", versie: int | None = None, sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Record the call, the visit, what caused it and the help that was offered."""
    velden = {
        "gebeld_op": gebeld_op, "bezocht_op": bezocht_op, "oorzaak_op": oorzaak_op,
        "oorzaak": oorzaak, "hulp_op": hulp_op, "hulp": hulp,
    }  # fmt: skip
    days = [day for day in (gebeld_op, bezocht_op, oorzaak_op, hulp_op) if day]
    return _zet(
        H.HANDHAVING_ONDERZOEKEN, traject, id, velden, by=by, on=on, versie=versie,
        sleutel=sleutel, gebeurd_op=max(days, default=None),
    )  # fmt: skip


def bespreken(
    *, traject: Traject, by: Lidmaatschap, on: datetime, id: int, gesprek_op: date,  # noqa: A002
    versie: int | None = None, sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Record the talk about what was agreed."""
    return _zet(
        H.HANDHAVING_BESPREKEN, traject, id, {"gesprek_op": gesprek_op}, by=by, on=on,
        versie=versie, sleutel=sleutel, gebeurd_op=gesprek_op,
    )  # fmt: skip


def waarschuwen(
    *, traject: Traject, by: Lidmaatschap, on: datetime, id: int,  # noqa: A002
    gewaarschuwd_op: date, versie: int | None = None, sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Record the warning."""
    return _zet(
        H.HANDHAVING_WAARSCHUWEN, traject, id, {"gewaarschuwd_op": gewaarschuwd_op},
        by=by, on=on, versie=versie, sleutel=sleutel, gebeurd_op=gewaarschuwd_op,
    )  # fmt: skip


def overwegen(
    *, traject: Traject, by: Lidmaatschap, on: datetime, id: int,  # noqa: A002
    overwogen_op: date | None = None, cautie_op: date | None = None,
    cautie_taal: str = "", tolk: bool | None = None, rapport_op: date | None = None,
    rapport_door: Gebruiker | None = None, versie: int | None = None,
    sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Record that a sanction is considered, the right to silence, and the report.

    A report without a name is of who records it: that colleague does not decide.
    """
    author = (
        (rapport_door.pk if rapport_door else by.gebruiker_id) if rapport_op else None
    )
    velden = {
        "overwogen_op": overwogen_op, "cautie_op": cautie_op,
        "cautie_taal": cautie_taal, "tolk": tolk, "rapport_op": rapport_op,
        "rapport_door": author,
    }  # fmt: skip
    days = [day for day in (overwogen_op, cautie_op, rapport_op) if day]
    return _zet(
        H.HANDHAVING_OVERWEGEN, traject, id, velden, by=by, on=on, versie=versie,
        sleutel=sleutel, gebeurd_op=max(days, default=None),
    )  # fmt: skip


def horen(
    *, traject: Traject, by: Lidmaatschap, on: datetime, id: int, zienswijze_op: date,  # noqa: A002
    zienswijze_gebruikt: bool, zienswijze: str = "", versie: int | None = None,
    sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Record that the person could give a view, and what it was."""
    velden = {
        "zienswijze_op": zienswijze_op, "zienswijze_gebruikt": zienswijze_gebruikt,
        "zienswijze": zienswijze,
    }  # fmt: skip
    return _zet(
        H.HANDHAVING_HOREN, traject, id, velden, by=by, on=on, versie=versie,
        sleutel=sleutel, gebeurd_op=zienswijze_op,
    )  # fmt: skip


def toetsen(
    *, traject: Traject, by: Lidmaatschap, on: datetime, id: int, getoetst_op: date,  # noqa: A002
    toets_akkoord: bool, toets_uitleg: str, versie: int | None = None,
    sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Record whether a fine can stand in law for this person."""
    velden = {
        "getoetst_op": getoetst_op, "toets_akkoord": toets_akkoord,
        "toets_uitleg": toets_uitleg,
    }  # fmt: skip
    return _zet(
        H.HANDHAVING_TOETSEN, traject, id, velden, by=by, on=on, versie=versie,
        sleutel=sleutel, gebeurd_op=getoetst_op,
    )  # fmt: skip


def _considered(traject: Traject, rij_id: int) -> frozenset[int]:
    """Give who considered a sanction on this row: they do not decide it."""
    rows = Gebeurtenis.objects.filter(
        van_dossier(traject), handeling=H.HANDHAVING_OVERWEGEN.value, feit_id=rij_id
    )
    return frozenset(n for n in rows.values_list("gebruiker", flat=True) if n)


def besluiten(
    *, traject: Traject, by: Lidmaatschap, on: datetime, id: int, besluit_op: date,  # noqa: A002
    besluit: str, motivering: str, bedrag: int | None = None, verwijtbaarheid: str = "",
    draagkracht_bekeken: bool = False, versie: int | None = None,
    sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Decide: no sanction, a fine (Wi2021) or a measure (Participatiewet), never two."""
    velden = {
        "besluit_op": besluit_op, "besluit": besluit, "bedrag": bedrag,
        "verwijtbaarheid": verwijtbaarheid, "draagkracht_bekeken": draagkracht_bekeken,
        "motivering": motivering, "besloten_door": by.gebruiker_id,
    }  # fmt: skip
    return _zet(
        H.HANDHAVING_BESLUITEN, traject, id, velden, by=by, on=on, versie=versie,
        sleutel=sleutel, gebeurd_op=besluit_op,
        samenvatting=Handhavingsbesluit(besluit).label,
        overwogen_door=_considered(traject, id),
    )  # fmt: skip


def versturen(
    *, traject: Traject, by: Lidmaatschap, on: datetime, id: int, verstuurd_op: date,  # noqa: A002
    versie: int | None = None, sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Record the sending: from the day after, the person can object."""
    return _zet(
        H.HANDHAVING_VERSTUREN, traject, id, {"verstuurd_op": verstuurd_op}, by=by,
        on=on, versie=versie, sleutel=sleutel, gebeurd_op=verstuurd_op,
    )  # fmt: skip


def stoppen(
    *, traject: Traject, by: Lidmaatschap, on: datetime, id: int, gestopt_op: date,  # noqa: A002
    reden_stoppen: str, versie: int | None = None, sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Stop without a sanction, with the reason."""
    velden = {"gestopt_op": gestopt_op, "reden_stoppen": reden_stoppen}
    return _zet(
        H.HANDHAVING_STOPPEN, traject, id, velden, by=by, on=on, versie=versie,
        sleutel=sleutel, gebeurd_op=gestopt_op,
        samenvatting=RedenStoppen(reden_stoppen).label,
    )  # fmt: skip


def schrijven(
    *, traject: Traject, by: Lidmaatschap, on: datetime, versie: int | None = None,
    sleutel: UUID | None = None, **inhoud: Any,
) -> Zaak:  # fmt: skip
    """Make a letter of its step and keep it in the file; nothing else moves.

    ``inhoud``: which letter of which row, and what the facts do not say (``brief.maken``).
    """
    return brief.maken(
        Werkhandeling.HANDHAVING_SCHRIJVEN, traject=traject, by=by, on=on, sleutel=sleutel,
        **inhoud,
    )  # fmt: skip
