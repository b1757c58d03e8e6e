"""The access log: every look at a case is one plain insert."""

from datetime import datetime

from inburgering.authorization.roles import Inzage
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.gemeente import huidige_gemeente
from inburgering.models.spoor import Raadpleging


def raadpleeg(
    inzage: Inzage, nummer: str, *, by: Lidmaatschap, on: datetime, reden: str = ""
) -> None:
    """Record that somebody looked at a case (or, without number, at a list)."""
    Raadpleging.objects.create(
        gemeente=huidige_gemeente(),
        moment=on,
        gebruiker=by.gebruiker_id,
        naam=by.gebruiker.naam,
        rol=by.rol,
        nummer=nummer,
        inzage=inzage.value,
        reden=reden[:300],
    )
