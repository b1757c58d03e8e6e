"""The acts on household and family: link, end a link, undo either, and share or not."""

from datetime import date, datetime
from uuid import UUID

from inburgering.actions.uitvoering import Zaak, noteer, verrichten
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.gezin import Gezinsband, Verwantschap, van
from inburgering.models.inburgeraar import Inburgeraar
from inburgering.models.traject import Traject
from inburgering.models.werkrijen import EIGEN
from inburgering.wet.uitkomst import NietToegestaan


W = Werkhandeling
NIET_GEVONDEN = "Dit dossier bestaat niet, of u heeft er geen toegang toe."


BOTST = (
    "Deze personen zijn al gekoppeld. Klopt het niet meer, beëindig dan eerst die band."
)


def _vind(nummer: str, traject: Traject, by: Lidmaatschap) -> Traject:
    """Find the file of the other, and lock both: two colleagues could link at once."""
    found = Traject.objects.visible_to(by).filter(nummer=nummer.strip()).first()
    if found is None:
        raise NietToegestaan(NIET_GEVONDEN, EIGEN, "ander")
    if found.inburgeraar_id == traject.inburgeraar_id:
        raise NietToegestaan(
            "Dit is een dossier van dezelfde persoon. Vul het dossier van de ander in.",
            EIGEN, "ander",
        )  # fmt: skip
    both = Traject.objects.select_for_update().filter(pk__in=[traject.pk, found.pk])
    list(both.order_by("pk").values_list("pk"))
    return found


def _ook_bij(ander: Traject, zaak: Zaak) -> None:
    """Write the act in the trail of the other file too: both have the link."""
    other = Zaak(None, zaak.by, zaak.on, zaak.handeling, ander)
    other.feit, other.gebeurd_op = zaak.feit, zaak.gebeurd_op
    noteer(other, None)


def koppelen(
    *, traject: Traject, by: Lidmaatschap, on: datetime, ander: str, soort: str,
    begin: date, versie: int | None = None, sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Link two people; the trail names neither the other nor what they are to each other."""
    with verrichten(
        W.GEZIN_KOPPELEN, by=by, on=on, sleutel=sleutel, traject=traject
    ) as zaak:
        other = _vind(ander, traject, by)
        known = Gezinsband.objects.filter(van(traject), einde=None)
        if known.filter(van(other)).exists():
            raise NietToegestaan(BOTST, EIGEN, "ander")
        zaak.nieuw(
            Gezinsband, ander=other, soort=Verwantschap(soort).value, begin=begin
        )
        zaak.gebeurd_op = begin
        _ook_bij(other, zaak)
    return zaak


def ontkoppelen(
    *, traject: Traject, by: Lidmaatschap, on: datetime, id: int, einde: date,  # noqa: A002
    versie: int | None = None, sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """End a link from a day; that it was there stays."""
    with verrichten(
        W.GEZIN_ONTKOPPELEN, by=by, on=on, sleutel=sleutel, traject=traject
    ) as zaak:
        band = zaak.werkrij(id)
        zaak.wijzig(band, einde=einde)
        zaak.gebeurd_op = einde
        _ook_bij(_de_ander(band, traject), zaak)
    return zaak


def _de_ander(band: Gezinsband, traject: Traject) -> Traject:
    other: Traject = band.ander if band.traject_id == traject.pk else band.traject
    return other


def intrekken(
    *, traject: Traject, by: Lidmaatschap, on: datetime, id: int,  # noqa: A002
    versie: int | None = None, sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Take back a link that was a mistake: it never was, but for the history."""
    with verrichten(
        W.GEZIN_INTREKKEN, by=by, on=on, sleutel=sleutel, traject=traject
    ) as zaak:
        band = zaak.werkrij(id)
        zaak.wijzig(band, einde=band.begin, ingetrokken_op=on.date())
        _ook_bij(_de_ander(band, traject), zaak)
    return zaak


def hervatten(
    *, traject: Traject, by: Lidmaatschap, on: datetime, id: int,  # noqa: A002
    versie: int | None = None, sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Let a link go on that was ended or taken back by mistake."""
    with verrichten(
        W.GEZIN_HERVATTEN, by=by, on=on, sleutel=sleutel, traject=traject
    ) as zaak:
        band = zaak.werkrij(id)
        other = _de_ander(band, traject)
        both = Traject.objects.select_for_update().filter(pk__in=[traject.pk, other.pk])
        list(both.order_by("pk").values_list("pk"))
        running = Gezinsband.objects.filter(van(traject), einde=None)
        if running.filter(van(other)).exists():
            raise NietToegestaan(BOTST, EIGEN)
        zaak.wijzig(band, einde=None, ingetrokken_op=None)
        _ook_bij(other, zaak)
    return zaak


def delen(
    *, traject: Traject, by: Lidmaatschap, on: datetime, niet_delen_met_gezin: bool,
    versie: int | None = None, sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Say whether the family may see this person in the joint view."""
    with verrichten(
        W.GEZIN_DELEN, by=by, on=on, sleutel=sleutel, traject=traject
    ) as zaak:
        # Completing a registration writes the person too, under the lock of the case.
        locked = Traject.objects.select_for_update().get(pk=traject.pk)
        persoon = Inburgeraar.objects.get(pk=locked.inburgeraar_id)
        zaak.wijzig(persoon, niet_delen_met_gezin=niet_delen_met_gezin)
        zaak.samenvatting = (
            "Niet delen met gezin" if niet_delen_met_gezin else "Delen met gezin mag"
        )
    return zaak
