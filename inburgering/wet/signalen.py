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
class Signaal:
    """Een bericht van DUO; ``vastleggen`` is leeg als er niets vast te leggen is."""

    code: str
    meldt: str
    vastleggen: Handeling | None = None
    gepland: bool = False
    bron: Bron = LIJST


B = H.DUOBESLUIT_VASTLEGGEN
SIGNALEN: tuple[Signaal, ...] = (
    Signaal("SS101", "iemand is inburgeringsplichtig", H.TRAJECT_REGISTREREN),
    Signaal("SS102", "de inburgeringstermijn is begonnen"),
    Signaal("SS103", "DUO verlengde de termijn uit zichzelf", B),
    Signaal("SS104", "DUO verlengde de termijn op verzoek", B),
    Signaal("SS106", "iemand heeft het diploma"),
    Signaal("SS107", "volledige vrijstelling", B),
    Signaal("SS108", "volledige ontheffing", B),
    Signaal("SS109", "tijdelijke vrijstelling", B),
    Signaal("SS110", "de plicht is ingetrokken", B),
    Signaal("SS111", "iemand is overleden", H.TRAJECT_AANVULLEN),
    Signaal("SS112", "iemand vroeg verlenging", H.AANVRAAG_VASTLEGGEN),
    Signaal("SS113", "verlenging is afgewezen", B),
    Signaal("SS114", "een vrijstelling is afgewezen", B),
    Signaal("SS115", "een vrijstelling is afgewezen", B),
    Signaal("SS116", "een vrijstelling is afgewezen", B),
    Signaal("SS117", "vrijstelling van een onderdeel", B),
    Signaal("SS118", "een ontheffing is afgewezen", B),
    Signaal("SS119", "ontheffing van een onderdeel", B),
    Signaal(
        "SS120", "iemand vestigde zich hier en heeft geen PIP", H.VERHUIZING_VASTLEGGEN
    ),
    Signaal(
        "SS121",
        "iemand vestigde zich hier met een PIP van een andere gemeente",
        H.PIP_OVERNEMEN,
    ),
    Signaal("SS122", "iemand verliet de gemeente", H.VERHUIZING_VASTLEGGEN, True),
    Signaal("SS123", "iemand verliet Nederland", H.VERHUIZING_VASTLEGGEN, True),
    Signaal("SS124", "de groep is gewijzigd", H.GROEP_WIJZIGEN),
    Signaal("SS125", "de groep is gewijzigd", H.GROEP_WIJZIGEN),
    Signaal("SS126", "na tien weken is er nog geen leerroute", None, True),
    Signaal("SS127", "er is een leerroute en nog geen aanbod", None, True),
    Signaal(
        "SS128",
        "iemand is inburgeringsplichtig en heeft binnen zes maanden de AOW-leeftijd",
        H.TRAJECT_REGISTREREN,
    ),
    Signaal("SS129", "een tijdelijke vrijstelling is ingetrokken, zonder leerroute", B),
    Signaal("SS130", "een tijdelijke vrijstelling is ingetrokken, met een PIP", B),
    Signaal(
        "SS131",
        "de uitslag van de leerbaarheidstoets is er",
        H.LEERBAARHEIDSTOETS_VASTLEGGEN,
    ),
    *(
        Signaal(code, "het contract met een school past niet bij het PIP", None, True)
        for code in ("SS132", "SS133", "SS135", "SS136")
    ),
    Signaal("SS137", "iemand is aangemeld voor de leerbaarheidstoets"),
    Signaal("SS139", "de tien weken voor het PIP zijn begonnen", H.TRAJECT_AANVULLEN),
    Signaal(
        "SS140",
        "DUO vraagt advies over een ontheffing om bijzondere omstandigheden",
        H.AANVRAAG_ADVISEREN,
        True,
    ),
    Signaal("SS141", "de tekst voor het certificaat van de Z-route is er", None, True),
    Signaal("SS142", "een opleiding is gestopt", None, True),
    Signaal("SS199", "de uitslag van een examen is er", H.EXAMEN_VASTLEGGEN),
)
