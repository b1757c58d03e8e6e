"""A warning before somebody is registered twice; a colleague decides, never we."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from hashlib import sha256
from typing import Any

from inburgering.authorization.roles import Inzage
from inburgering.inzage import raadpleeg
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.gelijkenis import Gelijke, gelijken
from inburgering.models.traject import Traject
from inburgering.wet.bron import Bron
from inburgering.wet.uitkomst import NietToegestaan


VELD = "iemand_anders"
VRAAG = (
    "Deze persoon lijkt op iemand die al bekend is. Kijk of het dezelfde is. Zo ja: open "
    "dat dossier. Zo nee: vink aan dat dit iemand anders is."
)
BUITEN_BEREIK = "Er is een dossier buiten uw bereik: vraag uw teamleider."
NAAR = (
    "voornamen",
    "voorvoegsel",
    "geslachtsnaam",
    "geboortedatum",
    "telefoon",
    "email",
)


class LijktOpBekende(NietToegestaan):
    """Somebody alike is known; the registration waits for the word of who registers.

    ``zichtbaar`` are the people whom the colleague may know of, ``buiten`` says that
    there are others, ``kenmerk`` is what one gives back to say: none of these.
    """

    def __init__(self, zichtbaar: list[Gelijke], *, buiten: bool, kenmerk: str) -> None:
        """Keep who is alike."""
        super().__init__(VRAAG, Bron("eigen", ""), VELD)
        self.zichtbaar = zichtbaar
        self.buiten = buiten
        self.kenmerk = kenmerk


def _kenmerk(found: list[Gelijke]) -> str:
    """Name these very people: who says "none of these" has not seen the next one."""
    keys = ",".join(str(key) for key in sorted(g.traject_id for g in found))
    return sha256(keys.encode()).hexdigest()[:16]


def vraag_na(
    gegevens: dict[str, Any], by: Lidmaatschap, *, iemand_anders: str | None
) -> str:
    """Ask about people who are alike; give what the trail keeps of the answer.

    ``iemand_anders`` is the mark of the people of whom somebody said that this is none
    of them; None means that there is nobody to ask. Raises :class:`LijktOpBekende` when
    there are people alike whom nobody spoke of yet.
    """
    if iemand_anders is None:
        return ""
    found = gelijken(**{naam: gegevens.get(naam) or "" for naam in NAAR})
    if not found:
        return ""
    reach = set(
        Traject.objects.visible_to(by)
        .filter(pk__in=[g.traject_id for g in found])
        .values_list("pk", flat=True)
    )
    seen = [g for g in found if g.traject_id in reach]
    outside = len(seen) < len(found)
    if iemand_anders != (mark := _kenmerk(found)):
        raise LijktOpBekende(seen, buiten=outside, kenmerk=mark)
    names = [g.nummer for g in seen] + ["een dossier buiten bereik"] * outside
    return f"Lijkt op {', '.join(names)}; gekozen: dit is iemand anders"


@contextmanager
def in_het_logboek(*, by: Lidmaatschap, on: datetime) -> Iterator[None]:
    """Log every case of which a warning inside the block shows the person.

    The act's own transaction is undone by then; these rows have one of their own.
    """
    try:
        yield
    except LijktOpBekende as found:
        for gelijke in found.zichtbaar:
            raadpleeg(
                Inzage.DOSSIER, gelijke.nummer, by=by, on=on,
                reden="Lijkt op wie wordt geregistreerd",
            )  # fmt: skip
        raise
