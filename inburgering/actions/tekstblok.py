"""The working acts on the texts of letters: own words, a translation, a second pair of eyes."""

from datetime import date, datetime
from uuid import UUID

from inburgering.actions.uitvoering import Zaak, verrichten
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.gemeente import huidige_gemeente
from inburgering.models.standaardteksten import BLOKKEN, BRIEF_VAN, NEDERLANDS, TALEN
from inburgering.models.tekstblok import (
    Tekstblok,
    afdruk,
    fout_in,
    teksten,
    volgende_versie,
)
from inburgering.models.werkrijen import EIGEN
from inburgering.wet.uitkomst import NietToegestaan


W = Werkhandeling


def _eis(reden: str, veld: str = "tekst") -> None:
    if reden:
        raise NietToegestaan(reden, EIGEN, veld=veld)


def wijzigen(
    *, by: Lidmaatschap, on: datetime, blok: str, tekst: str, geldig_vanaf: date,
    sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Say a text in one's own words from a day on; an empty text is our standard again.

    Raises ``NietToegestaan`` for places that the text does not know, and for a day that
    has passed: what left already does not change.
    """
    words = tekst.strip()
    with verrichten(W.TEKSTBLOK_WIJZIGEN, by=by, on=on, sleutel=sleutel) as zaak:
        _eis(fout_in(BLOKKEN[blok], words) if words else "")
        if geldig_vanaf < on.date():
            _eis("Deze dag is al voorbij. Kies vandaag of later.", "geldig_vanaf")
        number = volgende_versie(blok, NEDERLANDS.code)
        zaak.feit = zaak.bewaar(
            Tekstblok(
                gemeente=huidige_gemeente(), sleutel=blok, taal=NEDERLANDS.code,
                versie=number, tekst=words, geldig_vanaf=geldig_vanaf,
                vastgelegd_op=on.date(), vastgelegd_door=by.gebruiker,
            )
        )  # fmt: skip
        what = "eigen tekst" if words else "standaardtekst"
        zaak.samenvatting = (
            f"{BRIEF_VAN[blok].label}, {BLOKKEN[blok].kop.lower()}: {what}, versie "
            f"{number}, vanaf {geldig_vanaf:%d-%m-%Y}"
        )
    return zaak


def vertalen(
    *, by: Lidmaatschap, on: datetime, blok: str, taal: str, tekst: str,
    vertaald_door: str, sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Record a translation of the Dutch text of today; it waits for a second person."""
    words = tekst.strip()
    with verrichten(W.TEKSTBLOK_VERTALEN, by=by, on=on, sleutel=sleutel) as zaak:
        if not BRIEF_VAN[blok].vertaalbaar:
            _eis("Deze tekst staat alleen in het Nederlands in een brief.")
        _eis(fout_in(BLOKKEN[blok], words))
        number = volgende_versie(blok, taal)
        zaak.feit = zaak.bewaar(
            Tekstblok(
                gemeente=huidige_gemeente(), sleutel=blok, taal=taal, versie=number,
                tekst=words, geldig_vanaf=on.date(), vertaald_door=vertaald_door,
                hoort_bij=afdruk(teksten(on.date()).nederlands(blok)),
                vastgelegd_op=on.date(), vastgelegd_door=by.gebruiker,
            )
        )  # fmt: skip
        zaak.samenvatting = (
            f"{BLOKKEN[blok].kop} in het {TALEN[taal].naam}, versie {number}"
        )
    return zaak


def waarom_niet_nakijken(
    vertaling: Tekstblok, by: Lidmaatschap, nederlands: str
) -> str:
    """Say why this person cannot look at this translation; "" when they can."""
    if vertaling.nagekeken_op:
        return "Deze vertaling is al nagekeken."
    if vertaling.vastgelegd_door_id == by.gebruiker_id:
        return "U legde deze vertaling zelf vast. Laat een collega haar nakijken."
    if vertaling.hoort_bij != afdruk(nederlands):
        return (
            "De Nederlandse tekst is intussen veranderd. Leg een nieuwe vertaling vast."
        )
    return ""


def nakijken(
    *, by: Lidmaatschap, on: datetime, id: int, goed: bool, opmerking: str = "",  # noqa: A002
    sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Say that somebody else's translation says what the Dutch says, or not.

    Raises ``NietToegestaan`` for one's own translation, and for one of an older text.
    """
    with verrichten(W.TEKSTBLOK_NAKIJKEN, by=by, on=on, sleutel=sleutel) as zaak:
        row = Tekstblok.objects.select_for_update(of=("self",)).get(pk=id)
        dutch = teksten(on.date()).nederlands(row.sleutel)
        _eis(waarom_niet_nakijken(row, by, dutch), "")
        zaak.wijzig(
            row, goed=goed, opmerking=opmerking, nagekeken_op=on.date(),
            nagekeken_door=by.gebruiker,
        )  # fmt: skip
        verdict = "goed bevonden" if goed else "niet goed bevonden"
        zaak.samenvatting = (
            f"{BLOKKEN[row.sleutel].kop} in het {TALEN[row.taal].naam}, versie "
            f"{row.versie}: {verdict}"
        )
    return zaak
