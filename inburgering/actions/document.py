"""The working acts around documents that come in: add, replace, withdraw."""

from datetime import datetime
from typing import Any
from uuid import UUID

from inburgering.actions.uitvoering import Zaak, verrichten
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.bestanden.scanner import ScannerZwijgt, ingesteld
from inburgering.bestanden.upload import Upload
from inburgering.models.dossierstuk import Bestand, Dossierstuk
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.gemeente import huidige_gemeente
from inburgering.models.traject import Traject
from inburgering.models.werkrijen import EIGEN
from inburgering.wet.uitkomst import NietToegestaan


MEESTE_VERSIES = 100


def _scan(upload: Upload) -> bool:
    """Let the scanner look, before any transaction; say whether there is one.

    Raises ``NietToegestaan`` for what it finds, and when it does not answer.
    """
    scan = ingesteld()
    if scan is None:
        return False
    try:
        found = scan(upload.inhoud)
    except ScannerZwijgt:
        raise NietToegestaan(
            "De virusscanner antwoordt niet, dus dit bestand is niet opgeslagen. Probeer "
            "het over een paar minuten opnieuw, of vraag uw functioneel beheerder.",
            EIGEN,
            "bestand",
        ) from None
    if found:
        raise NietToegestaan(
            "In dit bestand vond de virusscanner iets gevaarlijks "
            f"({found}). Het is niet opgeslagen. Meld dit bij uw beheerder.",
            EIGEN,
            "bestand",
        )
    return True


def _bewaar(zaak: Zaak, stuk: Dossierstuk, upload: Upload, gescand: bool) -> None:
    """Write the bytes of a version."""
    Bestand.objects.create(
        gemeente=huidige_gemeente(), traject=zaak.traject, stuk=stuk, nummer=stuk.nummer,
        naam=upload.naam, soort=upload.soort, grootte=len(upload.inhoud),
        sha256=upload.sha256, gescand=gescand, bewaard=zaak.on,
        bewaard_door=zaak.by.gebruiker, inhoud=upload.inhoud,
    )  # fmt: skip


def _vermeld(zaak: Zaak, stuk: Dossierstuk) -> None:
    """Say in the trail which document it was.

    The title may name a health matter; the trail is read by more people.
    """
    kind = "" if stuk.besloten else f"{stuk.get_soort_display()}, "
    zaak.samenvatting = f"{kind}document {stuk.pk}, versie {stuk.nummer}"


def toevoegen(
    *, traject: Traject, by: Lidmaatschap, on: datetime, bestand: Upload,
    versie: int | None = None, sleutel: UUID | None = None, **gegevens: Any,
) -> Zaak:  # fmt: skip
    """Add a document. It moves nothing, like a note: ``versie`` is not looked at."""
    gescand = _scan(bestand)
    with verrichten(
        Werkhandeling.DOCUMENT_TOEVOEGEN, by=by, on=on, sleutel=sleutel, traject=traject
    ) as zaak:
        stuk = zaak.nieuw(Dossierstuk, **gegevens)
        _bewaar(zaak, stuk, bestand, gescand)
        _vermeld(zaak, stuk)
    return zaak


def vervangen(
    *, traject: Traject, by: Lidmaatschap, on: datetime, id: int, bestand: Upload,  # noqa: A002
    versie: int | None = None, sleutel: UUID | None = None, **gegevens: Any,
) -> Zaak:  # fmt: skip
    """Put a new version on top of a document; the earlier ones stay as they were."""
    gescand = _scan(bestand)
    with verrichten(
        Werkhandeling.DOCUMENT_VERVANGEN, by=by, on=on, sleutel=sleutel, traject=traject
    ) as zaak:
        stuk = zaak.werkrij(id)
        if stuk.nummer >= MEESTE_VERSIES:
            raise NietToegestaan(
                f"Dit document heeft al {MEESTE_VERSIES} versies. Voeg het opnieuw toe.",
                EIGEN,
            )
        zaak.wijzig(stuk, nummer=stuk.nummer + 1, **gegevens)
        _bewaar(zaak, stuk, bestand, gescand)
        _vermeld(zaak, stuk)
    return zaak


def intrekken(
    *, traject: Traject, by: Lidmaatschap, on: datetime, id: int, reden_intrekken: str,  # noqa: A002
    versie: int | None = None, sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Withdraw a document: nobody should go by it any more; it stays to look back at."""
    with verrichten(
        Werkhandeling.DOCUMENT_INTREKKEN, by=by, on=on, sleutel=sleutel, traject=traject
    ) as zaak:
        stuk = zaak.wijzig(
            zaak.werkrij(id), ingetrokken_op=on.date(),
            reden_intrekken=reden_intrekken,
        )  # fmt: skip
        zaak.reden = reden_intrekken
        _vermeld(zaak, stuk)
    return zaak
