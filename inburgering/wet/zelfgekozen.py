"""Wie zelf een school kiest en betaalt: wat een keurmerk dan uitmaakt, en wie kan lenen.

Artikelen: Wi2021 art. 13 en 20 (een gezinsmigrant of overige migrant betaalt zelf en kan
lenen), 17 lid 3 (afschalen), 32 (keurmerk); Besluit art. 4.4 (verlenging). Hier wordt
niets geweigerd: het zegt alleen wat later telt.
"""

from datetime import date

from inburgering.wet.begrippen import Doelgroep
from inburgering.wet.bron import Bron, Zekerheid
from inburgering.wet.feiten import Instelling
from inburgering.wet.keuze import Keuze
from inburgering.wet.leerroutes import AFSCHALEN
from inburgering.wet.parameters import parameter_vanaf
from inburgering.wet.uitkomst import Melding


class MetKeurmerk(Keuze):
    """Of een school op een dag een keurmerk had."""

    JA = "ja", "Met keurmerk"
    NEE = "nee", "Zonder keurmerk"
    ONBEKEND = "onbekend", "Niet bekend"


KAN_LENEN = Doelgroep.GEZINSMIGRANT
NIET_LENEN = Bron("Wi2021", "16 en 20", Zekerheid.C)


def over_keurmerk(
    keurmerk: str, op: date, instellingen: tuple[Instelling, ...] = ()
) -> tuple[Melding, ...]:
    """Wat het uitmaakt dat een school geen keurmerk heeft, of dat het niet bekend is."""
    if keurmerk == MetKeurmerk.JA:
        return ()
    if keurmerk == MetKeurmerk.ONBEKEND:
        return (
            Melding(
                "Of deze school een keurmerk heeft, is niet bekend. Zoek het op: zonder "
                "keurmerk tellen de uren niet overal mee.",
                AFSCHALEN,
            ),
        )
    afschalen = parameter_vanaf("afschalen_uren", op, instellingen)
    inspanning = parameter_vanaf("verlenging_inspanning_uren_gezin", op, instellingen)
    return (
        Melding(
            "Uren bij een school zonder keurmerk tellen niet mee voor de "
            f"{afschalen.duur} om af te schalen naar A2.",
            AFSCHALEN,
            gebruikt=(("Uren voor afschalen", afschalen.waarde),),
        ),
        Melding(
            "Zij tellen ook niet mee voor de "
            f"{inspanning.duur} bij een verlenging om veel inspanning.",
            inspanning.bron,
            gebruikt=(("Uren voor verlenging", inspanning.waarde),),
        ),
    )


def over_lenen(doelgroep: str) -> tuple[Melding, ...]:
    """Dat een asielstatushouder onder deze wet niet kan lenen."""
    if doelgroep == KAN_LENEN:
        return ()
    return (
        Melding(
            "Een asielstatushouder kan onder deze wet niet lenen; de gemeente betaalt. "
            "Vraag na of dit klopt.",
            NIET_LENEN,
        ),
    )
