"""Bouwt de feiten van een traject in een paar woorden; elk veld is te vervangen.

Het traject van de tests: kennisgeving 10 januari 2025, ingeschreven 5 januari, intake in
februari, eerste PIP met dagtekening 5 maart 2025. De drie jaar lopen dan van 6 maart
2025 tot en met 5 maart 2028.
"""

from datetime import date
from typing import Any

from inburgering.wet import feiten as wet
from inburgering.wet.begrippen import (
    TAALONDERDELEN,
    Aanleiding,
    Aanvraagsoort,
    Afspraakonderwerp,
    Bezwaartegen,
    Doelgroep,
    DUOBesluitsoort,
    Eigenaar,
    Examenresultaat,
    Grondslag,
    Handhavingsbesluit,
    Herkomst,
    Lastwijze,
    LBTUitkomst,
    Leerroute,
    Niveau,
    Onderdeel,
    Participatievorm,
    PIPStatus,
    RedenAfsluiting,
    Samenhang,
    Urensoort,
    Verblijfsituatie,
    Verhuissoort,
    Verwijtbaarheid,
    Verzuimoorzaak,
)
from inburgering.wet.feiten import Feiten


ASIEL, GEZIN = Doelgroep.ASIELSTATUSHOUDER, Doelgroep.GEZINSMIGRANT
B1, ONDERWIJS, Z = Leerroute.B1, Leerroute.ONDERWIJS, Leerroute.Z


def d(tekst: str) -> date:
    """Een dag, geschreven als jjjj-mm-dd."""
    return date.fromisoformat(tekst)


def traject(**velden: Any) -> wet.Traject:
    standaard: dict[str, Any] = {
        "nummer": "2025-00001",
        "doelgroep": ASIEL,
        "verblijfsituatie": Verblijfsituatie.GEMEENTE,
        "geregistreerd_op": d("2025-01-08"),
        "datum_plicht": d("2025-01-03"),
        "datum_kennisgeving": d("2025-01-10"),
        "datum_inschrijving": d("2025-01-05"),
    }
    return wet.Traject(**standaard | velden)


def _feit(soort: type, standaard: dict[str, Any], velden: dict[str, Any]) -> Any:
    return soort(**{"id": 1, "vastgelegd_op": d("2025-01-08")} | standaard | velden)


def intake(**velden: Any) -> wet.BredeIntake:
    standaard = {"gestart_op": d("2025-02-01"), "afgerond_op": d("2025-02-20")}
    return _feit(wet.BredeIntake, standaard, velden)


def toets(**velden: Any) -> wet.Leerbaarheidstoets:
    standaard = {"afgenomen_op": d("2025-02-10"), "uitkomst": LBTUitkomst.HAALBAAR}
    return _feit(wet.Leerbaarheidstoets, standaard, velden)


def pip(**velden: Any) -> wet.PIP:
    """Een vastgesteld en verstuurd PIP met de B1-route."""
    standaard = {
        "versie": 1,
        "status": PIPStatus.VASTGESTELD,
        "opgesteld_op": d("2025-03-01"),
        "leerroute": B1,
        "besproken_op": d("2025-03-03"),
        "akkoord": True,
        "dagtekening": d("2025-03-05"),
        "verstuurd_op": d("2025-03-06"),
    }
    return _feit(wet.PIP, standaard, velden)


def concept(**velden: Any) -> wet.PIP:
    """Een PIP dat nog niet is besproken; er staat in wat er volgens de wet in hoort."""
    route = velden.get("leerroute", B1)
    leeg = {
        "intensiteit": 600 if route == B1 else None,
        "pvt_uren": 12,
        "map_uren": 40 if route != ONDERWIJS else None,
        "gesprek_weken": 10,
        "begeleiding": "Een taalmaatje.",
        "voortgang": "Om de tien weken een gesprek.",
        "id": 9,
        "versie": 9,
        "status": PIPStatus.CONCEPT,
        "besproken_op": None,
        "akkoord": None,
        "dagtekening": None,
        "verstuurd_op": None,
    }
    return pip(**leeg | velden)


def besproken(**velden: Any) -> wet.PIP:
    """Een PIP dat is besproken en nog niet vastgesteld."""
    vol = {
        "status": PIPStatus.BESPROKEN,
        "besproken_op": d("2025-03-03"),
        "akkoord": True,
    }
    return concept(**vol | velden)


def van_elders(**velden: Any) -> wet.PIP:
    """Een PIP van een andere gemeente."""
    return pip(**{"herkomst": Herkomst.ANDERE_GEMEENTE} | velden)


def aanbod(**velden: Any) -> wet.Inburgeringsaanbod:
    standaard = {"aangeboden_op": d("2025-03-20"), "leerroute": B1}
    return _feit(wet.Inburgeringsaanbod, standaard, velden)


def participatie(**velden: Any) -> wet.Participatie:
    standaard = {
        "vorm": Participatievorm.STAGE,
        "samenhang": Samenhang.PARALLEL,
        "uren_per_week": 16,
        "begin": d("2025-04-01"),
    }
    return _feit(wet.Participatie, standaard, velden)


def uren(
    aantal: int, soort: Urensoort = Urensoort.TAAL, **velden: Any
) -> wet.GevolgdeUren:
    standaard = {
        "soort": soort,
        "van": d("2025-04-01"),
        "tot_en_met": d("2025-04-30"),
        "uren": aantal,
    }
    return _feit(wet.GevolgdeUren, standaard, velden)


def afspraak(**velden: Any) -> wet.Afspraak:
    """Een afspraak van de inburgeraar over taal, klaar op 30 juni 2025."""
    standaard = {
        "gemaakt_op": d("2025-03-05"),
        "onderwerp": Afspraakonderwerp.TAAL,
        "grondslag": Grondslag.WI2021,
        "eigenaar": Eigenaar.INBURGERAAR,
        "uiterlijk": d("2025-06-30"),
    }
    return _feit(wet.Afspraak, standaard, velden)


def over_alles() -> tuple[wet.Afspraak, ...]:
    """Een afspraak over alles wat een asielstatushouder extra krijgt."""
    geld = Afspraakonderwerp.ONTZORGEN
    return (
        afspraak(id=1),
        afspraak(id=2, onderwerp=Afspraakonderwerp.BEGELEIDING),
        afspraak(id=3, onderwerp=geld, grondslag=Grondslag.PARTICIPATIEWET),
    )


def ontzorgen(**velden: Any) -> wet.Ontzorgen:
    """Ontzorgen vanaf 5 januari 2025; de zes maanden duren tot en met 4 juli 2025."""
    standaard = {
        "begonnen_op": d("2025-01-05"),
        "huur": Lastwijze.GEMEENTE,
        "energie": Lastwijze.GEMEENTE,
        "zorgverzekering": Lastwijze.GEMEENTE,
    }
    return _feit(wet.Ontzorgen, standaard, velden)


def begeleiding(**velden: Any) -> wet.Begeleiding:
    return _feit(wet.Begeleiding, {"begonnen_op": d("2025-01-20")}, velden)


def gesprek(**velden: Any) -> wet.Voortgangsgesprek:
    return _feit(wet.Voortgangsgesprek, {"gevoerd_op": d("2025-05-01")}, velden)


def pvt(**velden: Any) -> wet.PVT:
    standaard = {
        "begonnen_op": d("2025-04-01"),
        "uren": 12,
        "ondertekend_op": d("2025-06-01"),
    }
    return _feit(wet.PVT, standaard, velden)


def map_(**velden: Any) -> wet.MAP:
    standaard = {
        "begonnen_op": d("2025-04-01"),
        "praktijkuren": 40,
        "eindgesprek_op": d("2025-07-01"),
    }
    return _feit(wet.MAP, standaard, velden)


def examen(onderdeel: Onderdeel = Onderdeel.LEZEN, **velden: Any) -> wet.Examenuitslag:
    standaard = {
        "onderdeel": onderdeel,
        "niveau": Niveau.B1 if onderdeel in TAALONDERDELEN else None,
        "afgelegd_op": d("2025-08-01"),
        "resultaat": Examenresultaat.GESLAAGD,
    }
    return _feit(wet.Examenuitslag, standaard, velden)


def aanmelding(
    onderdeel: Onderdeel = Onderdeel.LEZEN, **velden: Any
) -> wet.Examenaanmelding:
    standaard = {"onderdeel": onderdeel, "aangemeld_op": d("2026-01-10")}
    return _feit(wet.Examenaanmelding, standaard, velden)


def examens(niveau: Niveau = Niveau.B1, op: str = "2025-08-01") -> tuple[Any, ...]:
    """De vier taalexamens en KNM, op een dag gehaald."""
    talen = [examen(deel, niveau=niveau, afgelegd_op=d(op)) for deel in TAALONDERDELEN]
    return (*talen, examen(Onderdeel.KNM, afgelegd_op=d(op)))


def afronding(**velden: Any) -> wet.ZRouteAfronding:
    return _feit(wet.ZRouteAfronding, {"afgerond_op": d("2026-09-01")}, velden)


def besluit(
    soort: DUOBesluitsoort, besloten_op: str = "2026-01-15", **velden: Any
) -> wet.DUOBesluit:
    standaard = {
        "soort": soort,
        "besloten_op": d(besloten_op),
        "vastgelegd_op": d(besloten_op),
        "herkomst": Herkomst.DUO,
    }
    return _feit(wet.DUOBesluit, standaard, velden)


def aanvraag(
    soort: Aanvraagsoort = Aanvraagsoort.VERLENGING, **velden: Any
) -> wet.Aanvraag:
    """Een aanvraag bij DUO, in het laatste half jaar van de termijn."""
    standaard = {"soort": soort, "ingediend_op": d("2027-10-01")}
    return _feit(wet.Aanvraag, standaard, velden)


def groepswijziging(**velden: Any) -> wet.Groepswijziging:
    """DUO deelt de asielstatushouder van de tests in bij de gezinsmigranten."""
    standaard = {"ingang": d("2026-01-15"), "doelgroep": GEZIN}
    return _feit(wet.Groepswijziging, {"herkomst": Herkomst.DUO} | standaard, velden)


def verhuizing(soort: Verhuissoort, **velden: Any) -> wet.Verhuizing:
    standaard = {"soort": soort, "verhuisd_op": d("2026-02-01")}
    return _feit(wet.Verhuizing, standaard, velden)


def handhaving(**velden: Any) -> wet.Handhaving:
    """Een niet nagekomen afspraak uit het PIP van 1 september 2025; er is nog niets gedaan."""
    standaard = {
        "aanleiding": Aanleiding.PIP,
        "grondslag": Grondslag.WI2021,
        "gebeurd_op": d("2025-09-01"),
        "vastgelegd_op": d("2025-09-02"),
    }
    return _feit(wet.Handhaving, standaard, velden)


def geholpen(**velden: Any) -> wet.Handhaving:
    """Gebeld, oorzaak besproken en hulp aangeboden."""
    gedaan = {
        "gebeld_op": d("2025-09-03"),
        "oorzaak_op": d("2025-09-03"),
        "oorzaak": Verzuimoorzaak.GEEN_REDEN,
        "hulp_op": d("2025-09-05"),
    }
    return handhaving(**gedaan | velden)


def gewaarschuwd(**velden: Any) -> wet.Handhaving:
    """Ook een gesprek en een waarschuwing."""
    gedaan = {"gesprek_op": d("2025-09-10"), "gewaarschuwd_op": d("2025-09-12")}
    return geholpen(**gedaan | velden)


def overwogen(**velden: Any) -> wet.Handhaving:
    """Een sanctie overwogen, met zwijgrecht en rapport door medewerker 7."""
    gedaan = {
        "overwogen_op": d("2025-09-20"),
        "cautie_op": d("2025-09-20"),
        "cautie_taal": "Arabisch",
        "tolk": True,
        "rapport_op": d("2025-09-22"),
        "rapport_door": 7,
    }
    return gewaarschuwd(**gedaan | velden)


def gehoord(**velden: Any) -> wet.Handhaving:
    """De zienswijze is gevraagd en een jurist heeft getoetst: er kan worden besloten."""
    gedaan = {
        "zienswijze_op": d("2025-10-01"),
        "zienswijze_gebruikt": True,
        "getoetst_op": d("2025-10-02"),
        "toets_akkoord": True,
    }
    return overwogen(**gedaan | velden)


def beboet(**velden: Any) -> wet.Handhaving:
    """Een boete, verstuurd op 7 oktober 2025 en besloten door medewerker 8."""
    gedaan = {
        "besluit_op": d("2025-10-06"),
        "besluit": Handhavingsbesluit.BOETE,
        "bedrag": 100,
        "verwijtbaarheid": Verwijtbaarheid.AANHOUDEND,
        "draagkracht_bekeken": True,
        "besloten_door": 8,
        "verstuurd_op": d("2025-10-07"),
    }
    return gehoord(**gedaan | velden)


def bezwaar(**velden: Any) -> wet.Bezwaar:
    """Een bezwaar tegen het PIP dat op 6 maart 2025 is verstuurd."""
    standaard = {
        "tegen": Bezwaartegen.PIP,
        "bekend_op": d("2025-03-06"),
        "ontvangen_op": d("2025-04-01"),
    }
    return _feit(wet.Bezwaar, standaard, velden)


def afsluiting(**velden: Any) -> wet.Afsluiting:
    standaard = {
        "afgesloten_op": d("2026-06-01"),
        "reden": RedenAfsluiting.VERHUISD,
    }
    return _feit(wet.Afsluiting, standaard, velden)


def feiten(geboren: str = "1990-05-17", **velden: Any) -> Feiten:
    """De feiten van een traject; alleen geregistreerd, tenzij er meer wordt gegeven."""
    persoon = {
        "geboortedatum": geboren,
        "overleden_op": velden.pop("overleden_op", None),
    }
    aanmelding = velden.pop("traject", None) or traject()
    return Feiten(inburgeraar=wet.Inburgeraar(**persoon), traject=aanmelding, **velden)


def op_route(**velden: Any) -> Feiten:
    """Een traject met intake, toets en een eerste PIP (B1-route)."""
    standaard = {
        "brede_intakes": (intake(),),
        "leerbaarheidstoetsen": (toets(),),
        "pips": (pip(),),
    }
    return feiten(**standaard | velden)


def alles_behaald(**velden: Any) -> Feiten:
    """De B1-route met alle onderdelen behaald op 1 augustus 2025."""
    standaard = {"examens": examens(), "pvt": (pvt(),), "map": (map_(),)}
    return op_route(**standaard | velden)


def z_behaald(doelgroep: Doelgroep = ASIEL, **velden: Any) -> Feiten:
    """De Z-route met alle onderdelen behaald op 1 september 2026."""
    standaard = {
        "traject": traject(doelgroep=doelgroep),
        "pips": (pip(leerroute=Z),),
        "uren": (
            uren(800, tot_en_met=d("2026-05-31")),
            uren(800, Urensoort.PARTICIPATIE, tot_en_met=d("2026-05-31")),
        ),
        "pvt": (pvt(),),
        "map": (map_(),),
        "z_afrondingen": (afronding(),),
    }
    return op_route(**standaard | velden)
