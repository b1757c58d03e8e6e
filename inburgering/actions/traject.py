"""The acts around the case itself."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, OperationalError
from django.db.models import Q

from inburgering.actions import dubbel, taak, weigering
from inburgering.actions.uitvoering import (
    Zaak,
    eenmalig,
    meld_aan_monitor,
    noteer,
    uitvoeren,
    verplaats,
)
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.models.besluit import Afsluiting
from inburgering.models.dossier import Dossier
from inburgering.models.feiten import lees_instellingen
from inburgering.models.gebruiker import Gebruiker, Lidmaatschap
from inburgering.models.gemeente import huidige_gemeente
from inburgering.models.inburgeraar import Inburgeraar, bsn_index
from inburgering.models.traject import Nummerreeks, Traject
from inburgering.wet.begrippen import RedenAfsluiting, Trajectstatus
from inburgering.wet.bron import Bron
from inburgering.wet.handelingen import HANDELINGEN, Handeling
from inburgering.wet.toetsing import toets_registratie
from inburgering.wet.uitkomst import NietToegestaan


PERSOON = (
    "v_nummer", "voornamen", "voorvoegsel", "geslachtsnaam", "geboortedatum",
    "geslacht", "nationaliteit", "geboorteland", "verblijfstitel", "geheim_adres",
    "adres", "postcode", "woonplaats", "opvanglocatie", "telefoon", "email",
    "contacttaal", "brieftaal", "tolk_nodig", "tolk_wie", "tolk_hoe", "overleden_op",
)  # fmt: skip
ADRES = ("adres", "postcode", "woonplaats")
AANMELDING = (
    "volggrond", "doelgroep", "gedetailleerde_doelgroep", "verblijfsituatie", "datum_plicht",
    "datum_kennisgeving", "datum_inschrijving", "datum_koppeling", "datum_uitstroom",
    "informatie_derden_nodig", "informatie_derden_op",
)  # fmt: skip
# News about the registration. The group that somebody began with is not news: it changes
# by an act of its own, with the day from which it holds.
NIEUWS = tuple(naam for naam in AANMELDING if naam != "doelgroep")
EIGEN = Bron("eigen", "")
ONBEKEND_LAND = "0000"  # national table 34


class AlBekend(NietToegestaan):
    """The number is that of somebody who has a case already: ``traject``."""

    def __init__(self, traject: Traject, reden: str, veld: str) -> None:
        """Keep which case that is."""
        super().__init__(reden, EIGEN, veld)
        self.traject = traject


def bekend_als(bsn: str, v_nummer: str) -> tuple[Traject, str] | None:
    """Find the case of somebody who is already known, and by which number."""
    code = huidige_gemeente().pk
    for naam, veld, waarde in (
        ("bsn", "bsn_index", bsn and bsn_index(bsn, code)),
        ("v_nummer", "v_nummer", v_nummer),
    ):
        if waarde:
            cases = Traject.alle.filter(**{f"inburgeraar__{veld}": waarde})
            if veld == "bsn_index":  # one that lost in a merger is of somebody else
                goes_on = "samengevoegd_met__inburgeraar__bsn_index"
                cases = cases.filter(
                    Q(samengevoegd_met=None)
                    | Q(**{goes_on: waarde})
                    | Q(**{goes_on: ""})
                )
            cases = cases.select_related("samengevoegd_met").order_by("-id")
            if (found := cases.first()) is not None:
                return found.samengevoegd_met or found, naam
    return None


def _refuse_double(bsn: str, v_nummer: str, eigen: Traject | None = None) -> None:
    found = bekend_als(bsn, v_nummer)
    if found is not None and found[0] != eigen:
        known, number = found
        then = "Open dat dossier; een tweede is niet nodig."
        if eigen is not None:
            then = (
                "Is het dezelfde persoon, dan is er een dossier te veel: voeg de twee "
                "samen. Zo niet, dan klopt het nummer niet."
            )
        raise AlBekend(
            known,
            f"Deze persoon is al geregistreerd als dossier {known.nummer}. {then}",
            number,
        )


@contextmanager
def _one_file_a_person(
    bsn: str, v_nummer: str, eigen: Traject | None = None
) -> Iterator[None]:
    """Refuse in words what the database refuses: two colleagues at the same moment."""
    try:
        yield
    except IntegrityError:
        _refuse_double(bsn, v_nummer, eigen)
        raise


def _fill(rij: Any, namen: tuple[str, ...], gegevens: dict[str, Any]) -> None:
    for naam in namen:
        if naam in gegevens:
            setattr(rij, naam, gegevens[naam])


def _identify(persoon: Inburgeraar, bsn: str) -> None:
    persoon.zet_zoeknaam()
    persoon.geboorteland = persoon.geboorteland or ONBEKEND_LAND
    if bsn:
        persoon.zet_bsn(bsn)


def registreren(
    *, by: Lidmaatschap, on: datetime, sleutel: UUID | None = None, bsn: str = "",
    iemand_anders: str | None = None, **gegevens: Any,
) -> Zaak:  # fmt: skip
    """Start the case of a person who may have the duty (Wi2021 art. 3).

    ``gegevens`` are the fields of the person and of the case; ``iemand_anders`` is the
    answer to the question about people who are alike (None: nobody is there to ask).
    Raises ``NietToegestaan`` with every ground against the duty, which the trail keeps,
    or when the person is known already, and ``LijktOpBekende`` when they may be.
    """
    v_nummer = gegevens.get("v_nummer", "")
    with (
        dubbel.in_het_logboek(by=by, on=on),
        weigering.in_het_spoor(by=by, on=on, sleutel=sleutel),
        _one_file_a_person(bsn, v_nummer),
        eenmalig(sleutel),
    ):
        waarschuwingen = toets_registratie(gegevens, on.date(), lees_instellingen())
        _refuse_double(bsn, v_nummer)
        antwoord = dubbel.vraag_na(gegevens, by, iemand_anders=iemand_anders)
        persoon = Inburgeraar(gemeente=huidige_gemeente())
        _fill(persoon, PERSOON, gegevens)
        _identify(persoon, bsn)
        traject = Traject(
            gemeente=huidige_gemeente(),
            nummer=Nummerreeks.volgende(huidige_gemeente().pk, on.year),
            inburgeraar=persoon,
            geregistreerd_op=on.date(),
            status=Trajectstatus.AANGEMELD.value,
            team_id=by.team_id,
            versie=0,
        )
        _fill(traject, AANMELDING, gegevens)

        zaak = Zaak(
            Dossier(traject, None, None, []), by, on, Handeling.TRAJECT_REGISTREREN
        )
        zaak.meldingen = waarschuwingen
        zaak.reden = antwoord
        zaak.bewaar(persoon)
        traject.inburgeraar = persoon
        # The first history row is the recomputed case; one write, not two.
        traject.save_without_historical_record()
        zaak.feit = traject
        verplaats(zaak)
        noteer(zaak, sleutel)
        meld_aan_monitor(zaak)
        return zaak


def aanvullen(
    *, traject: Traject, by: Lidmaatschap, on: datetime, versie: int | None = None,
    sleutel: UUID | None = None, bsn: str = "", **gegevens: Any,
) -> Zaak:  # fmt: skip
    """Record what became known of the person: notice, settlement, BSN, address."""
    v_nummer = gegevens.get("v_nummer", "")
    with _one_file_a_person(bsn, v_nummer, traject), uitvoeren(
        Handeling.TRAJECT_AANVULLEN, traject, by=by, on=on, versie=versie,
        sleutel=sleutel, gegevens=gegevens,
    ) as zaak:  # fmt: skip
        persoon = zaak.traject.inburgeraar
        _refuse_double(bsn, v_nummer, eigen=zaak.traject)
        if persoon.geheim_adres:
            # A hidden address is not shown in the form: empty means "leave as it is".
            gegevens = {k: v for k, v in gegevens.items() if v or k not in ADRES}
        _fill(persoon, PERSOON, gegevens)
        _identify(persoon, bsn)
        zaak.bewaar(persoon)
        _fill(zaak.traject, NIEUWS, gegevens)
        # The case is recomputed from what is stored, so the dates must be there first;
        # the history row follows with the recomputed case.
        zaak.traject.save_without_historical_record()
        zaak.feit = zaak.traject
    return zaak


def afsluiten(
    *, traject: Traject, by: Lidmaatschap, on: datetime, afgesloten_op: date,
    reden: str, toelichting: str = "", versie: int | None = None,
    sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Close the file, with its reason."""
    gegevens = {"afgesloten_op": afgesloten_op, "reden": reden}
    with uitvoeren(
        Handeling.TRAJECT_AFSLUITEN, traject, by=by, on=on, versie=versie,
        sleutel=sleutel, gegevens=gegevens,
    ) as zaak:  # fmt: skip
        zaak.nieuw(Afsluiting, toelichting=toelichting, **gegevens)
        zaak.gebeurd_op = afgesloten_op
        zaak.samenvatting = RedenAfsluiting(reden).label
    return zaak


def heropenen(
    *, traject: Traject, by: Lidmaatschap, on: datetime, id: int, heropend_op: date,  # noqa: A002
    reden_heropening: str, versie: int | None = None, sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Open a closed file again; the closing stays in the file as a fact."""
    gegevens = {
        "id": id,
        "heropend_op": heropend_op,
        "reden_heropening": reden_heropening,
    }
    with uitvoeren(
        Handeling.TRAJECT_HEROPENEN, traject, by=by, on=on, versie=versie,
        sleutel=sleutel, gegevens=gegevens,
    ) as zaak:  # fmt: skip
        zaak.wijzig(
            zaak.rij(HANDELINGEN[Handeling.TRAJECT_HEROPENEN].feit, id),
            heropend_op=heropend_op,
            reden_heropening=reden_heropening,
        )
        zaak.gebeurd_op = heropend_op
        zaak.reden = reden_heropening
    return zaak


def toewijzen(
    *, traject: Traject, by: Lidmaatschap, on: datetime, klantmanager: Gebruiker | None,
    begeleider: Gebruiker | None = None, team_id: int | None = None,
    versie: int | None = None, sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Give the case to a colleague (and, where there is one, an external guide)."""
    with uitvoeren(
        Werkhandeling.TRAJECT_TOEWIJZEN, traject, by=by, on=on, versie=versie,
        sleutel=sleutel,
    ) as zaak:  # fmt: skip
        zaak.traject.klantmanager = klantmanager
        zaak.traject.begeleider = begeleider
        zaak.traject.team_id = team_id
        taak.volg(zaak)
        zaak.samenvatting = f"Naar {klantmanager}" if klantmanager else "Naar niemand"
    return zaak


@dataclass(frozen=True)
class Overgedragen:
    """What became of one case of a hand-over; ``van`` is who had it before."""

    traject: Traject
    naar: Gebruiker | None
    gelukt: bool
    reden: str = ""
    van: int | None = None

    @property
    def tekst(self) -> str:
        """What to say in its row."""
        if not self.gelukt:
            return self.reden
        return f"Naar {self.naar}" if self.naar else "Naar niemand"


def overdragen(
    *, trajecten: Iterable[Traject], naar: Gebruiker, by: Lidmaatschap, on: datetime,
    toelichting: str = "",
) -> list[Overgedragen]:  # fmt: skip
    """Hand cases over one by one: each its own transaction, so one refusal stops none."""

    def allowed(traject: Traject) -> None:
        if traject.klantmanager_id == naar.pk:
            raise NietToegestaan(f"{naar} heeft dit dossier al.", EIGEN)

    return [
        _overdragen(traject, naar, by, on, toelichting, allowed)
        for traject in trajecten
    ]


def terugdragen(
    *, overgedragen: Iterable[tuple[Traject, int, Gebruiker | None]], by: Lidmaatschap,
    on: datetime,
) -> list[Overgedragen]:  # fmt: skip
    """Undo a hand-over: of each case who got it, and who had it before (None: nobody).

    A case that went on to somebody else meanwhile stays with them.
    """

    def unless_moved_on(kreeg: int) -> Callable[[Traject], None]:
        def allowed(traject: Traject) -> None:
            if traject.klantmanager_id != kreeg:
                raise NietToegestaan(
                    "Dit dossier is intussen bij iemand anders.", EIGEN
                )

        return allowed

    return [
        _overdragen(
            traject, naar, by, on, "Overdracht ongedaan gemaakt", unless_moved_on(kreeg)
        )
        for traject, kreeg, naar in overgedragen
    ]


def _overdragen(
    traject: Traject, naar: Gebruiker | None, by: Lidmaatschap, on: datetime,
    toelichting: str, allowed: Callable[[Traject], None],
) -> Overgedragen:  # fmt: skip
    try:
        with uitvoeren(Werkhandeling.TRAJECT_TOEWIJZEN, traject, by=by, on=on) as zaak:
            if zaak.traject.status == Trajectstatus.AFGESLOTEN:
                raise NietToegestaan("Dit dossier is afgesloten.", EIGEN)
            allowed(zaak.traject)
            former = zaak.traject.klantmanager_id
            zaak.traject.klantmanager = naar
            taak.volg(zaak)
            zaak.samenvatting = f"Naar {naar}" if naar else "Naar niemand"
            zaak.reden = toelichting
    except NietToegestaan as refused:
        return Overgedragen(traject, naar, False, refused.reden)
    except OperationalError:
        busy = "Een collega is met dit dossier bezig. Probeer het later opnieuw."
        return Overgedragen(traject, naar, False, busy)
    return Overgedragen(traject, naar, True, van=former)
