"""The working act of the application manager: who works here, in which role, until when."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.contrib.sessions.models import Session
from django.utils import timezone

from inburgering.actions.uitvoering import Zaak, verrichten
from inburgering.authorization.roles import Rol
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.models.gebruiker import Gebruiker, Lidmaatschap, Team
from inburgering.models.gemeente import huidige_gemeente
from inburgering.wet.bron import Bron
from inburgering.wet.uitkomst import NietToegestaan


EIGEN = Bron("eigen", "")


def sluit_sessies(gebruiker: Gebruiker) -> int:
    """End every session of somebody whose role changed; gives how many."""
    own = [
        session.session_key
        for session in Session.objects.filter(expire_date__gt=timezone.now())
        if session.get_decoded().get("_auth_user_id") == str(gebruiker.pk)
    ]
    Session.objects.filter(session_key__in=own).delete()
    return len(own)


def _refuse_own(by: Lidmaatschap, gebruiker: Gebruiker) -> None:
    if by.gebruiker_id == gebruiker.pk:
        raise NietToegestaan("Uw eigen rol wijzigt een collega, niet uzelf.", EIGEN)


def _find_or_make(email: str, naam: str) -> Gebruiker:
    """Find somebody by e-mail address; a new one signs in at the identity provider."""
    known = Gebruiker.objects.filter(email__iexact=email).first()
    if known is not None:
        return known
    if not naam:
        raise NietToegestaan(
            "Dit e-mailadres is nog niet bekend. Vul ook de naam in.", EIGEN, "naam"
        )
    return Gebruiker.objects.create_user(email, naam=naam)


def _give(gebruiker: Gebruiker, gegevens: dict[str, Any]) -> Lidmaatschap:
    if gegevens["rol"] == Rol.AUDITOR and gegevens.get("einde") is None:
        raise NietToegestaan(
            "Een auditor krijgt altijd een einddatum.", EIGEN, "laatste_dag"
        )
    return Lidmaatschap.objects.create(
        gebruiker=gebruiker, gemeente=huidige_gemeente(), **gegevens
    )


def beheren(
    *, by: Lidmaatschap, on: datetime, email: str, naam: str = "",
    sleutel: UUID | None = None, **gegevens: Any,
) -> Zaak:  # fmt: skip
    """Give somebody a role in this municipality.

    ``gegevens``: rol, team, mandaat, talen, begin, einde (exclusive), steekproef. The sessions
    of that person end, so that nobody works on under an earlier role.
    """
    with verrichten(
        Werkhandeling.LIDMAATSCHAP_BEHEREN, by=by, on=on, sleutel=sleutel
    ) as zaak:
        gebruiker = _find_or_make(email, naam)
        _refuse_own(by, gebruiker)
        zaak.feit = _give(gebruiker, gegevens)
        sluit_sessies(gebruiker)
        zaak.samenvatting = f"{zaak.feit}, vanaf {gegevens['begin']:%d-%m-%Y}"
    return zaak


def beeindigen(
    *, by: Lidmaatschap, on: datetime, id: int, einde: date,  # noqa: A002
    sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """End a role; ``einde`` is the first day without it."""
    with verrichten(
        Werkhandeling.LIDMAATSCHAP_BEHEREN, by=by, on=on, sleutel=sleutel
    ) as zaak:
        lid = (
            Lidmaatschap.objects.select_for_update()
            .select_related("gebruiker")
            .get(pk=id, gemeente=huidige_gemeente())
        )
        _refuse_own(by, lid.gebruiker)
        if einde <= lid.begin:
            raise NietToegestaan(
                f"De rol begon op {lid.begin:%d-%m-%Y}; zij kan niet eerder eindigen.",
                EIGEN,
                "laatste_dag",
            )
        lid.einde = einde
        lid.save(update_fields=["einde"])
        sluit_sessies(lid.gebruiker)
        zaak.feit = lid
        zaak.samenvatting = f"{lid}, tot {einde:%d-%m-%Y}"
    return zaak


def team_toevoegen(
    *, by: Lidmaatschap, on: datetime, naam: str, sleutel: UUID | None = None
) -> Zaak:
    """Add a team."""
    with verrichten(
        Werkhandeling.LIDMAATSCHAP_BEHEREN, by=by, on=on, sleutel=sleutel
    ) as zaak:
        if Team.objects.filter(naam__iexact=naam).exists():
            raise NietToegestaan(f"Er is al een team {naam}.", EIGEN, "naam")
        zaak.feit = Team.objects.create(gemeente=huidige_gemeente(), naam=naam)
        zaak.samenvatting = f"Team {naam}"
    return zaak
