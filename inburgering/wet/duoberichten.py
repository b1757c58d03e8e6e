"""De berichten van DUO: wat zij melden, en wat de gemeente dan vastlegt.

De lijst van gebeurtenissen van DUO (stand 11 juni 2026). Een bericht is geen besluit: wat
het meldt, wordt hier een feit met bron en datum. Wie een nummer in het portaal van DUO
ziet, zoekt het hier op. Een gepland bericht komt nog niet.
"""

from dataclasses import dataclass

from inburgering.wet.bron import Bron, Zekerheid
from inburgering.wet.handelingen import Handeling


H = Handeling
LIJST = Bron("DUO", "Notificatie", Zekerheid.A, "lijst van gebeurtenissen")


@dataclass(frozen=True)
class DUOBericht:
    """Een bericht van DUO; ``vastleggen`` is leeg als er niets vast te leggen is."""

    code: str
    meldt: str
    vastleggen: Handeling | None = None
    gepland: bool = False
    bron: Bron = LIJST


B = H.DUOBESLUIT_VASTLEGGEN
BERICHTEN: tuple[DUOBericht, ...] = (
    DUOBericht("SS101", "iemand is inburgeringsplichtig", H.TRAJECT_REGISTREREN),
    DUOBericht("SS102", "de inburgeringstermijn is begonnen"),
    DUOBericht("SS103", "DUO verlengde de termijn uit zichzelf", B),
    DUOBericht("SS104", "DUO verlengde de termijn op verzoek", B),
    DUOBericht("SS106", "iemand heeft het diploma"),
    DUOBericht("SS107", "volledige vrijstelling", B),
    DUOBericht("SS108", "volledige ontheffing", B),
    DUOBericht("SS109", "tijdelijke vrijstelling", B),
    DUOBericht("SS110", "de plicht is ingetrokken", B),
    DUOBericht("SS111", "iemand is overleden", H.TRAJECT_AANVULLEN),
    DUOBericht("SS112", "iemand vroeg verlenging", H.AANVRAAG_VASTLEGGEN),
    DUOBericht("SS113", "verlenging is afgewezen", B),
    DUOBericht("SS114", "een vrijstelling is afgewezen", B),
    DUOBericht("SS115", "een vrijstelling is afgewezen", B),
    DUOBericht("SS116", "een vrijstelling is afgewezen", B),
    DUOBericht("SS117", "vrijstelling van een onderdeel", B),
    DUOBericht("SS118", "een ontheffing is afgewezen", B),
    DUOBericht("SS119", "ontheffing van een onderdeel", B),
    DUOBericht(
        "SS120", "iemand vestigde zich hier en heeft geen PIP", H.VERHUIZING_VASTLEGGEN
    ),
    DUOBericht(
        "SS121",
        "iemand vestigde zich hier met een PIP van een andere gemeente",
        H.PIP_OVERNEMEN,
    ),
    DUOBericht("SS122", "iemand verliet de gemeente", H.VERHUIZING_VASTLEGGEN, True),
    DUOBericht("SS123", "iemand verliet Nederland", H.VERHUIZING_VASTLEGGEN, True),
    DUOBericht("SS124", "de groep is gewijzigd", H.GROEP_WIJZIGEN),
    DUOBericht("SS125", "de groep is gewijzigd", H.GROEP_WIJZIGEN),
    DUOBericht(
        "SS126",
        "de tijd voor het PIP is voorbij, en er is nog geen leerroute",
        None,
        True,
    ),
    DUOBericht("SS127", "er is een leerroute en nog geen aanbod", None, True),
    DUOBericht(
        "SS128",
        "iemand is inburgeringsplichtig en heeft bijna de AOW-leeftijd",
        H.TRAJECT_REGISTREREN,
    ),
    DUOBericht(
        "SS129", "een tijdelijke vrijstelling is ingetrokken, zonder leerroute", B
    ),
    DUOBericht("SS130", "een tijdelijke vrijstelling is ingetrokken, met een PIP", B),
    DUOBericht(
        "SS131",
        "de uitslag van de leerbaarheidstoets is er",
        H.LEERBAARHEIDSTOETS_VASTLEGGEN,
    ),
    *(
        DUOBericht(
            code, "het contract met een school past niet bij het PIP", None, True
        )
        for code in ("SS132", "SS133", "SS135", "SS136")
    ),
    DUOBericht("SS137", "iemand is aangemeld voor de leerbaarheidstoets"),
    DUOBericht("SS139", "de tijd voor het PIP is begonnen", H.TRAJECT_AANVULLEN),
    DUOBericht(
        "SS140",
        "DUO vraagt advies over een ontheffing om bijzondere omstandigheden",
        H.AANVRAAG_ADVISEREN,
        True,
    ),
    DUOBericht(
        "SS141", "de tekst voor het certificaat van de Z-route is er", None, True
    ),
    DUOBericht("SS142", "een opleiding is gestopt", None, True),
    DUOBericht("SS199", "de uitslag van een examen is er", H.EXAMEN_VASTLEGGEN),
)
