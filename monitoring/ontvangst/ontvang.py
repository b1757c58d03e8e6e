"""Receiving: verify a package, keep it with the verdict, and refuse with reasons."""

from collections.abc import Sequence
from datetime import datetime

from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.gemeente import huidige_gemeente
from monitoring.disclosure.lezen import lees
from monitoring.disclosure.uitgave import Uitgave
from monitoring.indicators.catalogus import GROEP_ROUTE
from monitoring.levering.pakket import GeenPakket, pak_uit, sha256
from monitoring.levering.sleutels import is_publieke_sleutel
from monitoring.models import Afzender, Ontvangst
from monitoring.ontvangst.controleer import Geweigerd, Verslag, controleer, lees_kop


class OngeldigeSleutel(ValueError):
    """This text is no public key."""


def ken(code: str, sleutel: str, *, by: Lidmaatschap, on: datetime) -> Afzender:
    """Keep the public key that a municipality handed over. Raises ``OngeldigeSleutel``."""
    if not is_publieke_sleutel(sleutel):
        raise OngeldigeSleutel(
            "Dit is geen publieke sleutel. Die is 44 tekens lang en eindigt op een =."
        )
    rij, _ = Afzender.objects.get_or_create(
        gemeente=huidige_gemeente(), code=code, sleutel=sleutel,
        defaults={"vastgelegd_door": by.gebruiker.naam, "vastgelegd_op": on},
    )  # fmt: skip
    return rij


def ontvang(inhoud: bytes, *, by: Lidmaatschap, on: datetime) -> Ontvangst:
    """Verify and keep a package; the same package again gives the earlier verdict."""
    checksum = sha256(inhoud)
    eerder = Ontvangst.objects.filter(checksum=checksum, aanvaard=True).first()
    if eerder is not None:
        return eerder
    verslag = _controleer(inhoud)
    kop = verslag.kop
    return Ontvangst.objects.create(
        gemeente=huidige_gemeente(),
        afzender=kop.afzender if kop else "",
        periode=kop.periode if kop else "",
        peildag=kop.peildag if kop else None,
        aanvaard=verslag.aanvaard,
        redenen=list(verslag.redenen),
        opmerkingen=list(verslag.opmerkingen),
        # What is refused is not kept: nobody knows what is in it.
        inhoud=inhoud if verslag.aanvaard else b"",
        checksum=checksum,
        ontvangen_door=by.gebruiker.naam,
        ontvangen_op=on,
    )


def _controleer(inhoud: bytes) -> Verslag:
    try:
        bestanden = pak_uit(inhoud)
        kop = lees_kop(bestanden)
    except (GeenPakket, Geweigerd) as fout:
        return Verslag(None, (str(fout),))
    afzender = Afzender.objects.filter(code=kop.afzender).order_by("-id").first()
    if afzender is None:
        reden = (
            f"Van afzender {kop.afzender} is geen sleutel bekend. Vraag de publieke "
            "sleutel langs een andere weg en leg die eerst vast."
        )
        return Verslag(kop, (reden,))
    if Ontvangst.objects.filter(
        afzender=kop.afzender, periode=kop.periode, aanvaard=True
    ).exists():
        reden = (
            f"Van deze afzender is {kop.periode} al aanvaard, met andere inhoud. Een "
            "verbetering hoort in een nieuwe levering te staan."
        )
        return Verslag(kop, (reden,))
    return controleer(bestanden, afzender.sleutel, uitgaven_van(kop.afzender))


def aanvaarde(periode: str = "") -> Sequence[Ontvangst]:
    """The packages that were accepted, oldest first."""
    rijen = Ontvangst.objects.filter(aanvaard=True)
    if periode:
        rijen = rijen.filter(periode=periode)
    return list(rijen.order_by("peildag", "id"))


def lees_ontvangst(rij: Ontvangst) -> Uitgave:
    """The figures in an accepted package."""
    return lees(pak_uit(bytes(rij.inhoud)), GROEP_ROUTE)


def uitgaven_van(code: str) -> list[Uitgave]:
    """What this sender sent before, oldest first."""
    return [lees_ontvangst(rij) for rij in aanvaarde() if rij.afzender == code]
