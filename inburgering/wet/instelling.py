"""Wat een gemeente zelf instelt: welke getallen, tussen welke grenzen, vanaf wanneer.

Alleen een getal dat niet bevestigd is (zekerheid C of D) heeft grenzen. Een instelling
geldt nooit terug: een begonnen termijn houdt het getal van haar eerste dag.
"""

from datetime import date

from inburgering.wet.bron import Bron
from inburgering.wet.parameters import (
    AOW_LEEFTIJDEN,
    GELIJKGESTELDE_DAGEN,
    WETTELIJK,
    GeenRegel,
    Parameter,
    parameter,
)
from inburgering.wet.uitkomst import NietToegestaan


EIGEN = Bron("eigen", "")


def instelbaar(peildatum: date) -> tuple[Parameter, ...]:
    """De rijen van de wet die een gemeente op die dag zelf kan instellen."""
    alle = (*WETTELIJK, *AOW_LEEFTIJDEN, *GELIJKGESTELDE_DAGEN)
    return tuple(
        rij for rij in alle if rij.grenzen is not None and rij.geldt_op(peildatum)
    )


def eis_instelling(
    naam: str, waarde: int, geldig_vanaf: date, peildatum: date
) -> Parameter:
    """Weiger een instelling die niet mag; geef de rij van de wet die zij vervangt."""
    try:
        rij = parameter(naam, geldig_vanaf)
    except (KeyError, GeenRegel):
        raise NietToegestaan(
            "Dit getal geldt op die dag niet. Kies een andere dag.",
            EIGEN,
            "geldig_vanaf",
        ) from None
    if rij.grenzen is None:
        raise NietToegestaan(
            "Dit getal staat vast; een gemeente kan het niet instellen.", rij.bron
        )
    if not rij.mag(waarde):
        laagste, hoogste = rij.grenzen
        raise NietToegestaan(
            f"Vul een getal in van {laagste} tot en met {hoogste} ({rij.eenheid}).",
            rij.bron,
            "waarde",
        )
    if geldig_vanaf <= peildatum:
        raise NietToegestaan(
            "Kies een dag na vandaag. Wat al is begonnen, houdt het getal van toen.",
            EIGEN,
            "geldig_vanaf",
        )
    return rij
