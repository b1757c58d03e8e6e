"""The acts on one person's part in a meeting: invite, and record who came.

Who was there begins the PVT or the MAP, and who signed has signed the
participatieverklaring: by the acts of the law themselves, in the same transaction as the
attendance. What the law refuses leaves the attendance as it is and says why.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid5

from django.db import OperationalError, models, transaction
from django.db.models import Sum

from inburgering.actions import groepsbrief
from inburgering.actions import map as map_acts
from inburgering.actions import pvt as pvt_acts
from inburgering.actions.bijeenkomst import bezet
from inburgering.actions.uitvoering import AlGedaan, Zaak, verrichten
from inburgering.authorization.checks import may
from inburgering.authorization.roles import Rol
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.models.bijeenkomst import (
    Aanwezigheid,
    Bijeenkomst,
    Bijeenkomstsoort,
    Deelname,
    Uitnodigingswijze,
)
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.onderdeel import MAP, PVT
from inburgering.models.traject import Traject
from inburgering.models.werkrijen import EIGEN
from inburgering.uitnodigingen import afgezegd_per_brief
from inburgering.wet.begrippen import Trajectstatus
from inburgering.wet.handelingen import Handeling
from inburgering.wet.kalender import voluit
from inburgering.wet.uitkomst import Melding, NietToegestaan


H, W, A = Handeling, Werkhandeling, Aanwezigheid
BEZIG = "Een collega is met dit dossier bezig. Probeer het later opnieuw."


@dataclass(frozen=True)
class Uitkomst:
    """What became of one case of a list; ``opmerkingen`` is what to know besides."""

    traject: Traject
    gelukt: bool
    tekst: str
    opmerkingen: tuple[Melding, ...] = ()


# --- Invite ---------------------------------------------------------------------------


def _refuse_invitation(
    bijeenkomst: Bijeenkomst, traject: Traject, uitgenodigd_op: date
) -> None:
    """Refuse who can't be invited; the meeting is locked, so that no place goes twice."""
    if bijeenkomst.afgelast_op:
        raise NietToegestaan("Deze bijeenkomst is afgelast.", EIGEN, "bijeenkomst")
    if uitgenodigd_op > bijeenkomst.dag:
        raise NietToegestaan(
            f"De bijeenkomst is op {voluit(bijeenkomst.dag)}. Kies die dag of eerder.",
            EIGEN,
            "uitgenodigd_op",
        )
    if traject.status == Trajectstatus.AFGESLOTEN:
        raise NietToegestaan("Dit dossier is afgesloten.", EIGEN)
    if bijeenkomst.deelnames.filter(traject=traject).exists():
        raise NietToegestaan("Is al uitgenodigd.", EIGEN, "bijeenkomst")
    if bezet(bijeenkomst) >= bijeenkomst.plaatsen:
        raise NietToegestaan(
            f"De bijeenkomst is vol ({bijeenkomst.plaatsen} plaatsen).",
            EIGEN,
            "bijeenkomst",
        )


def uitnodigen(
    *, traject: Traject, by: Lidmaatschap, on: datetime, bijeenkomst: Bijeenkomst,
    uitgenodigd_op: date, wijze: str, versie: int | None = None,
    sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Invite one person to a meeting; ``versie`` is not looked at, as with a note.

    By letter: the letter is made here, one for each person.
    """
    with verrichten(
        W.DEELNAME_UITNODIGEN, by=by, on=on, sleutel=sleutel, traject=traject
    ) as zaak:
        row = Bijeenkomst.objects.select_for_update().get(pk=bijeenkomst.pk)
        _refuse_invitation(row, traject, uitgenodigd_op)
        part = zaak.nieuw(
            Deelname, bijeenkomst=row, uitgenodigd_op=uitgenodigd_op, wijze=wijze
        )
        if wijze == Uitnodigingswijze.BRIEF:
            groepsbrief.maken(zaak, part)
        zaak.feit = part
        zaak.gebeurd_op = uitgenodigd_op
        zaak.samenvatting = str(row)
    return zaak


def schrijven(
    *, traject: Traject, by: Lidmaatschap, on: datetime, id: int,  # noqa: A002
    versie: int | None = None, sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Make the letter to one person that the cancelled meeting does not go on.

    Raises ``NietToegestaan`` when there can be none or there is one already.
    """
    with verrichten(
        W.DEELNAME_SCHRIJVEN, by=by, on=on, sleutel=sleutel, traject=traject
    ) as zaak:
        # Whoever resumes it waits: no letter tells that it is off when it goes on again.
        held = Bijeenkomst.objects.select_for_update(of=("self",))
        meeting = held.get(deelnames__pk=id, deelnames__traject=traject)
        row = zaak.werkrij(id, bijeenkomst=meeting)
        if told := afgezegd_per_brief([row]).get(row.pk):
            raise NietToegestaan(
                f"Er is al een brief gemaakt op {voluit(told.gemaakt_op)}.", EIGEN
            )
        if groepsbrief.afzeggen(zaak, row) is None:
            raise NietToegestaan(zaak.meldingen[-1].tekst, EIGEN)
        zaak.samenvatting = str(row.bijeenkomst)
    return zaak


def schrijven_veel(
    *, deelnames: Iterable[Deelname], by: Lidmaatschap, on: datetime,
    sleutel: UUID | None = None,
) -> list[Uitkomst]:  # fmt: skip
    """Make the letters of many; one refusal stops none."""

    def write(row: Deelname) -> Uitkomst:
        schrijven(
            traject=row.traject, by=by, on=on, id=row.pk,
            sleutel=_sleutel(sleutel, row.traject),
        )  # fmt: skip
        return Uitkomst(row.traject, True, "Brief gemaakt")

    return _one_by_one((row.traject, lambda row=row: write(row)) for row in deelnames)


def _one_by_one(
    work: Iterable[tuple[Traject, Any]],
) -> list[Uitkomst]:
    """Do each, in its own transaction and by the number of the case: no two colleagues
    with the same list then wait for each other.
    """
    results = []
    for traject, act in sorted(work, key=lambda pair: pair[0].pk):
        try:
            results.append(act())
        except AlGedaan:
            results.append(Uitkomst(traject, True, "Was al opgeslagen"))
        except NietToegestaan as refused:
            results.append(Uitkomst(traject, False, refused.reden))
        except OperationalError:
            results.append(Uitkomst(traject, False, BEZIG))
    return results


def _sleutel(sleutel: UUID | None, traject: Traject) -> UUID | None:
    """Give the key of one row of a form, so that a double click does nothing twice."""
    return uuid5(sleutel, str(traject.pk)) if sleutel else None


def uitnodigen_veel(
    *, trajecten: Iterable[Traject], by: Lidmaatschap, on: datetime,
    bijeenkomst: Bijeenkomst, uitgenodigd_op: date, wijze: str,
    sleutel: UUID | None = None,
) -> list[Uitkomst]:  # fmt: skip
    """Invite many; one refusal stops none."""

    def invite(traject: Traject) -> Uitkomst:
        zaak = uitnodigen(
            traject=traject, by=by, on=on, bijeenkomst=bijeenkomst,
            uitgenodigd_op=uitgenodigd_op, wijze=wijze,
            sleutel=_sleutel(sleutel, traject),
        )  # fmt: skip
        besides = " ".join(melding.tekst for melding in zaak.meldingen)
        return Uitkomst(traject, True, f"Uitgenodigd. {besides}".strip().rstrip("."))

    return _one_by_one((t, lambda t=t: invite(t)) for t in trajecten)


# --- Record who came ------------------------------------------------------------------


def _refuse_attendance(
    row: Deelname, aanwezigheid: str, ondertekend: bool, dag: date
) -> None:
    meeting = row.bijeenkomst
    if meeting.dag > dag and aanwezigheid != A.MET_BERICHT:
        raise NietToegestaan(
            f"De bijeenkomst is op {voluit(meeting.dag)}. Tot die dag legt u alleen vast "
            "wie afzegt.",
            EIGEN,
            "aanwezigheid",
        )
    if row.ondertekend and aanwezigheid != A.AANWEZIG:
        raise NietToegestaan(
            "Hier is de verklaring ondertekend. Herstel eerst de ondertekening in het "
            "dossier.",
            EIGEN,
            "aanwezigheid",
        )
    if ondertekend and aanwezigheid != A.AANWEZIG:
        raise NietToegestaan(
            "Wie er niet was, kan niet hebben ondertekend.", EIGEN, "ondertekend"
        )
    if ondertekend and not meeting.ondertekenen:
        raise NietToegestaan(
            "Bij deze bijeenkomst wordt niet ondertekend.", EIGEN, "ondertekend"
        )


def _refuse_colleague(row: Deelname, was: str | None, aanwezigheid: str) -> None:
    """Say when a colleague recorded this person after the list was opened."""
    if was is None or was == row.aanwezigheid:
        return
    if row.aanwezigheid == aanwezigheid:
        raise AlGedaan
    seen = row.get_aanwezigheid_display() or "nog niets"
    raise NietToegestaan(
        f"Een collega legde intussen vast: {seen.lower()}. Er is niets veranderd.",
        EIGEN,
        "aanwezigheid",
    )


def uren_bij_elkaar(traject_ids: Iterable[int]) -> dict[int, int]:
    """Add up per case the hours of the PVT meetings at which somebody was."""
    rows = (
        Deelname.objects.filter(
            traject_id__in=traject_ids, aanwezigheid=A.AANWEZIG.value,
            bijeenkomst__soort=Bijeenkomstsoort.PVT.value,
        )
        .order_by()
        .values_list("traject_id")
        .annotate(uren=Sum("uren"))
    )  # fmt: skip
    return dict(rows)


@dataclass(frozen=True)
class _Wet:
    """The acts of the law that follow from being there, and what to say besides."""

    starten: Handeling
    model: type[models.Model]
    begin: Any
    klaar: str


VAN_DE_WET = {
    Bijeenkomstsoort.PVT: _Wet(
        H.PVT_STARTEN, PVT, pvt_acts.starten, "ondertekend_op"
    ),
    Bijeenkomstsoort.MAP: _Wet(
        H.MAP_STARTEN, MAP, map_acts.starten, "eindgesprek_op"
    ),
}  # fmt: skip


class _Gevolg:
    """What follows from attendance in the law; collects what was said about it."""

    def __init__(self, zaak: Zaak, row: Deelname) -> None:
        """Start from the row as it was just written."""
        assert zaak.traject is not None
        self.zaak, self.row = zaak, row
        self.traject = zaak.traject
        self.meeting = row.bijeenkomst

    def _zeg(self, text: str, bron: Any = EIGEN) -> None:
        self.zaak.meldingen += (Melding(text, bron),)

    def _mag(self, handeling: Handeling) -> bool:
        by = self.zaak.by
        if may(Rol(by.rol), handeling, mandaat=by.mandaat):
            return True
        self._zeg(f"Een klantmanager doet nog in het dossier: {handeling.label}.")
        return False

    def _doe(self, act: Any, **gegevens: Any) -> Zaak | None:
        """Do an act of the law; what it refuses is said, and nothing of it stays."""
        try:
            with transaction.atomic():
                done: Zaak = act(
                    traject=self.traject, by=self.zaak.by, on=self.zaak.on, **gegevens
                )
        except NietToegestaan as refused:
            for ground in refused.gronden:
                self._zeg(ground.reden, ground.bron)
            return None
        self.zaak.meldingen += done.meldingen
        return done

    def begin(self, wet: _Wet) -> int | None:
        """Give the row of the part that is open; begin it when there is none yet."""
        rows = wet.model._default_manager.filter(traject=self.traject)
        found = list(rows.order_by("-id").values_list("pk", wet.klaar))
        if found:
            return next((pk for pk, klaar in found if klaar is None), None)
        if not self._mag(wet.starten):
            return None
        done = self._doe(wet.begin, begonnen_op=self.meeting.dag)
        return done.feit.pk if done and done.feit else None

    def onderteken(self, pvt_id: int | None, uren: int | None) -> bool:
        """Sign the declaration; the hours are those of the meetings, unless typed."""
        if not self._mag(H.PVT_ONDERTEKENEN):
            return False
        if pvt_id is None:
            self._zeg("Niet ondertekend: er is geen PVT dat nog open is.")
            return False
        if uren is None:
            uren = uren_bij_elkaar([self.traject.pk]).get(self.traject.pk, 0)
        done = self._doe(
            pvt_acts.ondertekenen, id=pvt_id, ondertekend_op=self.meeting.dag, uren=uren
        )
        if done is None:
            self._zeg("De aanwezigheid is vastgelegd, de ondertekening niet.")
        return done is not None


def _volg_de_wet(
    zaak: Zaak, row: Deelname, ondertekend: bool, uren: int | None
) -> None:
    """Begin the part and sign, where the law has an act for it."""
    wet = VAN_DE_WET.get(Bijeenkomstsoort(row.bijeenkomst.soort))
    if wet is None or row.aanwezigheid != A.AANWEZIG:
        return
    gevolg = _Gevolg(zaak, row)
    rij_id = gevolg.begin(wet)
    if ondertekend and not row.ondertekend and gevolg.onderteken(rij_id, uren):
        zaak.wijzig(row, ondertekend=True)


def _in_woorden(row: Deelname) -> str:
    text = f"{row.get_aanwezigheid_display()}, {row.bijeenkomst}"
    if row.uren:
        text += f", {row.uren} uur"
    return text + (", ondertekend" if row.ondertekend else "")


def vastleggen(
    *, traject: Traject, by: Lidmaatschap, on: datetime, id: int, aanwezigheid: str,  # noqa: A002
    ondertekend: bool = False, uren: int | None = None, was: str | None = None,
    versie: int | None = None, sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Record whether somebody came, and what follows from it in the law.

    ``uren`` are all hours of the PVT, when they are not those of the meetings; ``was``
    is what the list said when it was opened. Raises ``NietToegestaan``,
    :class:`AlGedaan`.
    """
    with verrichten(
        W.DEELNAME_VASTLEGGEN, by=by, on=on, sleutel=sleutel, traject=traject
    ) as zaak:
        row = zaak.werkrij(id)
        _refuse_colleague(row, was, aanwezigheid)
        _refuse_attendance(row, aanwezigheid, ondertekend, on.date())
        here = aanwezigheid == A.AANWEZIG
        zaak.wijzig(
            row, aanwezigheid=aanwezigheid, uren=row.bijeenkomst.uren if here else 0
        )
        _volg_de_wet(zaak, row, ondertekend, uren)
        zaak.gebeurd_op = row.bijeenkomst.dag if here else on.date()
        zaak.samenvatting = _in_woorden(row)
    return zaak


@dataclass(frozen=True)
class Regel:
    """One line of the attendance list as it was typed."""

    deelname: Deelname
    aanwezigheid: str
    was: str
    ondertekend: bool = False
    uren: int | None = None


def vastleggen_veel(
    *, regels: Iterable[Regel], by: Lidmaatschap, on: datetime,
    sleutel: UUID | None = None,
) -> list[Uitkomst]:  # fmt: skip
    """Record a whole list; each person in a transaction, one refusal stops none."""

    def record(regel: Regel) -> Uitkomst:
        traject = regel.deelname.traject
        zaak = vastleggen(
            traject=traject, by=by, on=on, id=regel.deelname.pk,
            aanwezigheid=regel.aanwezigheid, ondertekend=regel.ondertekend,
            uren=regel.uren, was=regel.was, sleutel=_sleutel(sleutel, traject),
        )  # fmt: skip
        assert isinstance(zaak.feit, Deelname)
        text = zaak.feit.get_aanwezigheid_display()
        if zaak.feit.ondertekend:
            text += ", ondertekend"
        said = tuple({m.tekst: m for m in zaak.meldingen}.values())
        return Uitkomst(traject, True, text, said)

    return _one_by_one((r.deelname.traject, lambda r=r: record(r)) for r in regels)
