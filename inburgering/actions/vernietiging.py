"""The acts of destruction: one person with a mandate asks, the privacy officer does it.

A case is destroyed when it should never have been there, or when it was kept long enough.
Of it remain its number in both logs, the row of the protocol, and the counts in which it
cannot be recognised.
"""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from django.db.models import Max

from inburgering.actions import uitvoering
from inburgering.actions.uitvoering import AlGedaan, Zaak
from inburgering.authorization.spil import IN_DOSSIER
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.models.dossier import lees
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.keten import keten
from inburgering.models.spoor import LOGS, Gebeurtenis, Keten
from inburgering.models.traject import Traject, opgegaan_in
from inburgering.models.vernietiging import (
    DOSSIER,
    LOGREGELS,
    onder_protocol,
    vernietig_dossier,
    wis_persoonlijk,
)
from inburgering.wet.begrippen import Termijnsoort, Trajectstatus
from inburgering.wet.bron import Bron
from inburgering.wet.einde import te_vernietigen
from inburgering.wet.uitkomst import NietToegestaan, Termijn


W = Werkhandeling
EIGEN = Bron("eigen", "")
# A note or a task says nothing about whether a case may go.
ZONDER_GEVOLG = tuple(handeling.value for handeling in IN_DOSSIER)


def voordracht(nummer: str) -> Gebeurtenis | None:
    """Give the standing request to destroy a case; whatever was done since undoes it."""
    return voordrachten([nummer]).get(nummer)


def voordrachten(nummers: Iterable[str]) -> dict[str, Gebeurtenis]:
    """Give the standing requests of several cases: two statements for all of them."""
    acts = Gebeurtenis.objects.filter(nummer__in=list(nummers), automatisch=False)
    last = acts.exclude(handeling__in=ZONDER_GEVOLG).order_by().values("nummer")
    ids = [row["laatste"] for row in last.annotate(laatste=Max("id"))]
    found = Gebeurtenis.objects.filter(
        pk__in=ids, handeling=W.VERNIETIGING_VOORDRAGEN.value
    )
    return {row.nummer: row for row in found}


def _grond(traject: Traject, dag: date) -> Termijn:
    """Give why a case must go now. Raises ``NietToegestaan`` when it must not."""
    stand = lees(traject, dag).stand
    grond = te_vernietigen(stand.termijnen, dag)
    if grond is None:
        raise NietToegestaan(
            "Dit dossier mag nog niet weg: het is niet ten onrechte gemaakt en de "
            "bewaartermijn is niet voorbij.",
            EIGEN,
            gebruikt=(("Stand", stand.status.label), ("Gekeken op", dag)),
        )
    if stand.status != Trajectstatus.AFGESLOTEN:
        raise NietToegestaan(
            "Sluit het dossier eerst af; daarna kan het worden vernietigd.", grond.bron,
            gebruikt=(("Stand", stand.status.label),),
        )  # fmt: skip
    return grond


def voordragen(
    *, traject: Traject, by: Lidmaatschap, on: datetime, reden: str,
    versie: int | None = None, sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Ask the privacy officer to destroy a case that must go."""
    with uitvoering.uitvoeren(
        W.VERNIETIGING_VOORDRAGEN, traject, by=by, on=on, versie=versie, sleutel=sleutel
    ) as zaak:
        zaak.samenvatting = _grond(zaak.traject, on.date()).soort.label
        zaak.reden = reden
    return zaak


def _second_person(traject: Traject, by: Lidmaatschap) -> Gebeurtenis:
    asked = voordracht(traject.nummer)
    if asked is None:
        raise NietToegestaan(
            "Dit dossier is niet voorgedragen, of er is daarna nog iets gedaan. Vraag het "
            "team om het (opnieuw) voor te dragen.",
            EIGEN,
        )
    if asked.gebruiker == by.gebruiker_id:
        raise NietToegestaan(
            "U droeg dit dossier zelf voor. Een ander moet het vernietigen.", EIGEN
        )
    return asked


def _wis_log(
    log: type[Keten], nummer: str, grond: str, by: Lidmaatschap, on: datetime
) -> None:
    """Destroy the personal part of a case's lines; a line must be chained for that."""
    while keten(log):
        pass
    rows = log.objects.filter(nummer=nummer)
    if rows.filter(volgnummer__isnull=True).exists():
        raise NietToegestaan(
            "Het logboek wordt op dit moment bijgewerkt. Probeer het over een minuut "
            "opnieuw; er is niets vernietigd.",
            EIGEN,
        )
    ids = list(rows.exclude(zout="").values_list("id", flat=True))
    with onder_protocol(LOGREGELS, grond, by.gebruiker.naam, on) as protocol:
        wis_persoonlijk(log, ids, protocol)


def uitvoeren(
    *, traject: Traject, by: Lidmaatschap, on: datetime, sleutel: UUID | None = None
) -> Zaak:
    """Destroy a case for good, and let the figures forget which one it was."""
    with uitvoering.verrichten(
        W.VERNIETIGING_UITVOEREN, by=by, on=on, sleutel=sleutel, traject=traject
    ) as zaak:
        locked = Traject.objects.select_for_update().filter(pk=traject.pk).first()
        if locked is None:
            raise AlGedaan
        ground = _grond(locked, on.date())
        asked = _second_person(locked, by)
        why = f"{ground.reden}; voorgedragen door {asked.naam} op {asked.gebeurd_op:%d-%m-%Y}"
        why = why[:200]
        number = locked.nummer
        # What was merged into it is about the same person: it goes with it.
        for one in (*opgegaan_in(locked).select_related("inburgeraar"), locked):
            with onder_protocol(
                f"{DOSSIER}{one.nummer}", why, by.gebruiker.naam, on
            ) as protocol:
                vernietig_dossier(one, protocol)
            for log in LOGS:
                _wis_log(log, one.nummer, f"{DOSSIER}{number}", by, on)
        zaak.samenvatting = ground.soort.label
        zaak.kondig_aan(
            "feiten_losmaken", str(locked.pk), traject_id=locked.pk,
            onterecht=ground.soort == Termijnsoort.VERNIETIGEN,
        )  # fmt: skip
    return zaak
