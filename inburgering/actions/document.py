"""The working acts around documents that come in: add, replace, withdraw, destroy."""

from datetime import datetime
from typing import Any
from uuid import UUID

from inburgering.actions.uitvoering import AlGedaan, Zaak, verrichten
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.bestanden.scanner import ScannerZwijgt, ingesteld
from inburgering.bestanden.upload import Upload
from inburgering.models.dossierstuk import Bestand, Dossierstuk
from inburgering.models.gebruiker import Gebruiker, Lidmaatschap
from inburgering.models.gemeente import huidige_gemeente
from inburgering.models.traject import Traject
from inburgering.models.vernietiging import STUK, onder_protocol, vernietig_stuk
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
    te_wissen: bool = False, versie: int | None = None, sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Withdraw a document: nobody should go by it any more; it stays to look back at.

    ``te_wissen``: it should never have been there. Nobody opens it any more, and the
    privacy officer destroys it.
    """
    with verrichten(
        Werkhandeling.DOCUMENT_INTREKKEN, by=by, on=on, sleutel=sleutel, traject=traject
    ) as zaak:
        stuk = zaak.wijzig(
            zaak.werkrij(id), ingetrokken_op=on.date(),
            reden_intrekken=reden_intrekken, te_wissen=te_wissen,
        )  # fmt: skip
        zaak.reden = reden_intrekken
        _vermeld(zaak, stuk)
    return zaak


def wie_trok_in(stuk: Dossierstuk) -> Gebruiker | None:
    """Say who withdrew a document and asked to destroy it."""
    rows = Dossierstuk.history.filter(
        gemeente=stuk.gemeente_id, id=stuk.pk,
        history_change_reason=Werkhandeling.DOCUMENT_INTREKKEN.value,
    )  # fmt: skip
    last = rows.order_by("-history_date", "-history_id").first()
    return last.history_user if last else None


def wissen(
    *, stuk: Dossierstuk, by: Lidmaatschap, on: datetime, sleutel: UUID | None = None
) -> Zaak:
    """Destroy a document with its versions and history, under protocol, for good.

    Asked for by somebody else, as with a whole case. Of it remain the line in the trail,
    without a title, and the row of the protocol.
    """
    with verrichten(
        Werkhandeling.DOCUMENT_WISSEN, by=by, on=on, sleutel=sleutel,
        traject=stuk.traject,
    ) as zaak:  # fmt: skip
        rows = Dossierstuk.objects.select_for_update(of=("self",))
        locked = rows.filter(pk=stuk.pk, te_wissen=True).first()
        if locked is None:
            raise AlGedaan
        asked = wie_trok_in(locked)
        if asked is not None and asked.pk == by.gebruiker_id:
            raise NietToegestaan(
                "U trok dit document zelf in. Een ander moet het wissen.", EIGEN
            )
        what = f"{STUK}{stuk.pk} van dossier {stuk.traject.nummer}"
        why = (
            f"{stuk.get_soort_display()}; ingetrokken op {stuk.ingetrokken_op:%d-%m-%Y}"
        )
        with onder_protocol(what, why, by.gebruiker.naam, on) as protocol:
            vernietig_stuk(locked, protocol)
        zaak.samenvatting = f"document {stuk.pk}"
    return zaak
