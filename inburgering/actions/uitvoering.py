"""What every act has in common: lock, complete?, allowed?, write, move, record, announce.

An act is a function that opens ``uitvoeren`` and writes its fact inside the block::

    with uitvoeren(Handeling.PVT_STARTEN, traject, by=by, on=on, ...) as zaak:
        zaak.nieuw(PVT, begonnen_op=begonnen_op)

Entering locks the case and asks the law; leaving recomputes how the case stands, keeps
the terms, and writes the trail. All of it is one transaction.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, models, transaction

from inburgering import outbox
from inburgering.actions import termijnen
from inburgering.authorization.spil import IN_DOSSIER, AnyHandeling
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.models import werkrijen
from inburgering.models.dossier import Dossier, bewaar_stand, lees
from inburgering.models.feiten import model_van
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.gemeente import huidige_gemeente
from inburgering.models.spoor import Gebeurtenis
from inburgering.models.traject import Traject
from inburgering.wet.handelingen import Handeling
from inburgering.wet.toetsing import toets
from inburgering.wet.uitkomst import Melding, NietToegestaan


class AlGedaan(Exception):
    """This very form was already handled (a double click); nothing is done twice."""


class CollegaWasEerder(Exception):
    """The case changed since the form was opened; nothing is overwritten."""

    def __init__(
        self, versie: int, laatste: Gebeurtenis | None, veld: str = "versie"
    ) -> None:
        """Keep the present version and the last act, to say who was first.

        ``veld`` is the field of the form that holds the version.
        """
        super().__init__("Een collega heeft dit dossier intussen gewijzigd.")
        self.versie = versie
        self.laatste = laatste
        self.veld = veld


class Zaak:
    """A case under an act: write facts, announce what must follow."""

    def __init__(
        self, dossier: Dossier | None, by: Lidmaatschap, on: datetime,
        handeling: AnyHandeling, traject: Traject | None = None,
    ) -> None:  # fmt: skip
        """Start from the locked case, or from none for work that moves no case."""
        self.dossier = dossier
        self.traject = dossier.traject if dossier else traject
        self.by = by
        self.on = on
        self.handeling = handeling
        self.meldingen: tuple[Melding, ...] = ()
        self.feit: models.Model | None = None
        # The row whose place was taken, so that undoing gives it back.
        self.verdrongen: models.Model | None = None
        self.samenvatting = ""
        self.reden = ""
        self.gebeurd_op: date = on.date()

    def bewaar(self, rij: models.Model) -> models.Model:
        """Save a row with its history, dated by the act."""
        rij._history_user = self.by.gebruiker
        rij._history_date = self.on
        rij._change_reason = self.handeling.value
        rij.save()
        return rij

    def nieuw(self, model: type[models.Model], **velden: Any) -> Any:
        """Write a new fact of this case."""
        self.feit = self.bewaar(
            model(
                gemeente=huidige_gemeente(),
                traject=self.traject,
                vastgelegd_op=self.on.date(),
                vastgelegd_door=self.by.gebruiker,
                **velden,
            )
        )
        return self.feit

    def rij(self, soort: str, rij_id: int) -> Any:
        """Fetch an existing fact of this case. Raises ``DoesNotExist`` for another's."""
        return model_van(soort).objects.get(traject=self.traject, pk=rij_id)

    def werkrij(self, rij_id: int, **bekend: Any) -> Any:
        """Lock the row that a working act changes, and see that it still can.

        ``bekend`` is what the row points at and was read already. Raises
        ``DoesNotExist`` for another case's, ``NietToegestaan`` when a colleague was first.
        """
        assert isinstance(self.handeling, Werkhandeling)
        rij = werkrijen.op_slot(self.handeling, self.traject, rij_id)
        for naam, waarde in bekend.items():
            setattr(rij, naam, waarde)
        if reden := werkrijen.waarom_niet(self.handeling, rij):
            raise NietToegestaan(reden, werkrijen.EIGEN)
        return rij

    def wijzig(self, rij: models.Model, **velden: Any) -> Any:
        """Change an existing fact of this case."""
        for naam, waarde in velden.items():
            setattr(rij, naam, waarde)
        self.feit = self.bewaar(rij)
        return self.feit

    def kondig_aan(self, soort: str, sleutel: str, **gegevens: Any) -> None:
        """Put a job in the outbox; only ids and codes may be in it."""
        outbox.klaarzetten(soort, sleutel, gegevens, self.on)


def _lock(traject: Traject) -> Traject:
    return (
        Traject.objects.select_for_update(of=("self",))
        .select_related("inburgeraar")
        .get(pk=traject.pk)
    )


def _read_under_lock(traject: Traject, dag: date) -> Dossier:
    """Give the file as it is under the lock: read for the form just now, or read here."""
    read, traject.op_slot = traject.op_slot, None  # once: an act moves the case
    if read is not None and read.stand.peildatum == dag:
        return read
    return lees(_lock(traject), dag)


def _check_version(traject: Traject, versie: int | None, sleutel: UUID | None) -> None:
    if versie is None or versie == traject.versie:
        return
    # A second click arrives with an old version: it is done, not in conflict.
    if sleutel and Gebeurtenis.objects.filter(sleutel=sleutel).exists():
        raise AlGedaan
    moved = Gebeurtenis.objects.filter(nummer=traject.nummer).exclude(
        handeling__in=[handeling.value for handeling in IN_DOSSIER]
    )
    raise CollegaWasEerder(traject.versie, moved.order_by("-id").first())


def _ask_the_law(
    zaak: Zaak, handeling: AnyHandeling, gegevens: Mapping[str, Any], dag: date
) -> None:
    if not isinstance(handeling, Handeling):
        return
    oordeel = zaak.dossier.stand.handelingen[handeling]
    if not oordeel.toegestaan:
        assert oordeel.bron is not None
        raise NietToegestaan(oordeel.reden, oordeel.bron, gebruikt=oordeel.gebruikt)
    zaak.meldingen = toets(handeling, zaak.dossier.feiten, gegevens, dag)


def verplaats(zaak: Zaak) -> None:
    """Recompute how the case stands from its facts, and keep status and terms."""
    na = lees(zaak.traject, zaak.on.date())
    traject = zaak.traject
    bewaar_stand(traject, na.stand)
    traject.versie += 1
    zaak.bewaar(traject)
    termijnen.bewaar(traject, na.stand, na.termijnen, by=zaak.by, on=zaak.on)
    zaak.dossier = na


def noteer(zaak: Zaak, sleutel: UUID | None) -> Gebeurtenis:
    """Write the trail. Raises :class:`AlGedaan` when this form was handled before."""
    row = Gebeurtenis(
        gemeente=huidige_gemeente(),
        moment=zaak.on,
        gebruiker=zaak.by.gebruiker_id,
        naam=zaak.by.gebruiker.naam,
        rol=zaak.by.rol,
        nummer=zaak.traject.nummer if zaak.traject else "",
        handeling=zaak.handeling.value,
        gebeurd_op=zaak.gebeurd_op,
        feit=zaak.feit._meta.model_name if zaak.feit else "",
        feit_id=zaak.feit.pk if zaak.feit else None,
        samenvatting=zaak.samenvatting[:300],
        reden=zaak.reden[:500],
        sleutel=sleutel,
    )
    row.save(force_insert=True)
    return row


def meld_aan_monitor(zaak: Zaak) -> None:
    """Ask that the facts of this case be brought up to date (an id, nothing else)."""
    zaak.kondig_aan(
        "feiten_bijwerken",
        f"{zaak.traject.pk}:{zaak.traject.versie}",
        traject_id=zaak.traject.pk,
    )


@contextmanager
def eenmalig(sleutel: UUID | None) -> Iterator[None]:
    """Open the transaction of an act; a repeated form key means it was done already.

    A second click may also be refused by the law, since the first one moved the case.
    """
    try:
        with transaction.atomic():
            yield
    except (IntegrityError, NietToegestaan) as error:
        if sleutel and Gebeurtenis.objects.filter(sleutel=sleutel).exists():
            raise AlGedaan from error
        raise


@contextmanager
def uitvoeren(
    handeling: AnyHandeling, traject: Traject, *, by: Lidmaatschap, on: datetime,
    versie: int | None = None, sleutel: UUID | None = None,
    gegevens: Mapping[str, Any] | None = None,
) -> Iterator[Zaak]:  # fmt: skip
    """Do an act on a case.

    ``on`` is the moment of entering (aware); ``versie`` the version that the form was
    made from; ``sleutel`` the key of the form; ``gegevens`` what the law looks at, by
    the names of the fact's fields (with ``id`` for an act on an existing row).

    Raises ``NietToegestaan`` (the law), :class:`CollegaWasEerder`, :class:`AlGedaan`.
    """
    with eenmalig(sleutel):
        dag = on.date()
        dossier = _read_under_lock(traject, dag)
        _check_version(dossier.traject, versie, sleutel)
        zaak = Zaak(dossier, by, on, handeling)
        _ask_the_law(zaak, handeling, gegevens or {}, dag)

        yield zaak

        verplaats(zaak)
        noteer(zaak, sleutel)
        meld_aan_monitor(zaak)


@contextmanager
def verrichten(
    handeling: Werkhandeling, *, by: Lidmaatschap, on: datetime,
    sleutel: UUID | None = None, traject: Traject | None = None,
) -> Iterator[Zaak]:  # fmt: skip
    """Do a working act that moves no case: a note, a provider, a course.

    No lock, no version and nothing to recompute: write and record. Raises
    :class:`AlGedaan`.
    """
    with eenmalig(sleutel):
        zaak = Zaak(None, by, on, handeling, traject)
        yield zaak
        noteer(zaak, sleutel)
