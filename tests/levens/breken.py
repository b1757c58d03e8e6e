"""Break one fact of a case so that it can no longer be true, and say which.

Each way of breaking is one mistake as people make it (a wrong year, two days swapped, a
level that is not there) or one thing that the law excludes. It gives None when the case
has no fact to break like that.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random
from typing import Any

from inburgering.wet.begrippen import (
    TAALONDERDELEN,
    Aanleiding,
    Doelgroep,
    DUOBesluitsoort,
    Examenresultaat,
    Grondslag,
    Herkomst,
    Leerroute,
    Niveau,
    Onderdeel,
    PIPStatus,
    RedenAfsluiting,
    Verhuissoort,
    Volggrond,
)
from inburgering.wet.feiten import SOORTEN, Feiten, Verhuizing
from inburgering.wet.handelingen import HANDELINGEN
from inburgering.wet.moment import BEGIN
from inburgering.wet.parameters import IN_WERKING
from inburgering.wet.samenhang import GEBEURTENISSEN
from inburgering.wet.toetsing import VOLGORDE


@dataclass(frozen=True)
class Gebroken:
    """A case with one broken fact: its kind, its row (0: the registration), its field."""

    feiten: Feiten
    soort: str
    id: int
    veld: str


Manier = Callable[[Feiten, Random, date], Gebroken | None]
DAG = timedelta(days=1)


def zet(feiten: Feiten, soort: str, rij: Any, veld: str, /, **nieuw: Any) -> Gebroken:
    """Change a row of a case."""
    rijen = tuple(
        replace(r, **nieuw) if r.id == rij.id else r for r in getattr(feiten, soort)
    )
    return Gebroken(replace(feiten, **{soort: rijen}), soort, rij.id, veld)


def kies(
    feiten: Feiten, kans: Random, soort: str, past: Callable[[Any], object] = bool
) -> Any:
    """Draw a row of a kind that fits; None when there is none."""
    gevonden = [rij for rij in getattr(feiten, soort) if past(rij)]
    return kans.choice(gevonden) if gevonden else None


def dagen(feiten: Feiten) -> list[tuple[str, Any, str]]:
    """Every recorded day on which something happened."""
    return [
        (soort, rij, veld)
        for soort in SOORTEN
        for rij in getattr(feiten, soort)
        for veld in GEBEURTENISSEN[soort]
        if getattr(rij, veld, None)
    ]


# --- Wrong days -----------------------------------------------------------------------


def volgend_jaar(feiten: Feiten, kans: Random, op: date) -> Gebroken | None:
    """A day that is still to come."""
    if not (gebeurd := dagen(feiten)):
        return None
    soort, rij, veld = kans.choice(gebeurd)
    later = op + timedelta(days=kans.randint(1, 900))
    return zet(feiten, soort, rij, veld, **{veld: later})


def verkeerde_eeuw(feiten: Feiten, kans: Random, op: date) -> Gebroken | None:
    """A day from before somebody was born."""
    if not (gebeurd := dagen(feiten)):
        return None
    soort, rij, veld = kans.choice(gebeurd)
    dag = getattr(rij, veld)
    return zet(feiten, soort, rij, veld, **{veld: dag.replace(year=1899, day=1)})


def te_vroeg_ingevoerd(feiten: Feiten, kans: Random, op: date) -> Gebroken | None:
    """A day after the day on which it was entered."""
    begin = [
        (soort, rij, veld)
        for soort, rij, veld in dagen(feiten)
        if getattr(rij, veld) == BEGIN[type(rij)](rij) and rij.vastgelegd_op < op
    ]
    if not begin:
        return None
    soort, rij, veld = kans.choice(begin)
    dag = rij.vastgelegd_op + timedelta(
        days=kans.randint(1, (op - rij.vastgelegd_op).days)
    )
    # What comes later on the same row moves along, else that is what is wrong.
    mee = {
        naam: max(dag, getattr(rij, naam))
        for naam in GEBEURTENISSEN[soort]
        if getattr(rij, naam, None)
    }
    return zet(feiten, soort, rij, veld, **{**mee, veld: dag})


def omgekeerd(feiten: Feiten, kans: Random, op: date) -> Gebroken | None:
    """The second of two days lies before the first."""
    paren = [
        (HANDELINGEN[h].feit, rij, een, twee)
        for h, een, twee, _ in VOLGORDE
        if HANDELINGEN[h].feit in SOORTEN
        for rij in getattr(feiten, HANDELINGEN[h].feit)
        if getattr(rij, een) and getattr(rij, twee)
    ]
    if not paren:
        return None
    soort, rij, een, twee = kans.choice(paren)
    eerder = getattr(rij, een) - timedelta(days=kans.randint(1, 60))
    return zet(feiten, soort, rij, twee, **{twee: eerder})


def na_overlijden(feiten: Feiten, kans: Random, op: date) -> Gebroken | None:
    """Somebody did something after their death."""
    rij = kies(feiten, kans, "gesprekken")
    if rij is None or feiten.inburgeraar.overleden_op:
        return None
    persoon = replace(feiten.inburgeraar, overleden_op=rij.gevoerd_op - DAG)
    return Gebroken(
        replace(feiten, inburgeraar=persoon), "gesprekken", rij.id, "gevoerd_op"
    )


# --- The PIP --------------------------------------------------------------------------


def _eigen_pip(p: Any) -> bool:
    return bool(p.dagtekening) and p.herkomst == Herkomst.GEMEENTE


def _niveau(leerroute: Leerroute, niveau: Niveau, *, eerste: bool = False) -> Manier:
    def breek(feiten: Feiten, kans: Random, op: date) -> Gebroken | None:
        rij = kies(
            feiten, kans, "pips",
            lambda p: _eigen_pip(p) and p.leerroute == leerroute
            and (p.versie == 1 or not eerste),
        )  # fmt: skip
        if rij is None:
            return None
        niveaus = {kans.choice(TAALONDERDELEN): niveau}
        return zet(feiten, "pips", rij, "niveaus", niveaus=niveaus)

    return breek


def pip_voor_plicht(feiten: Feiten, kans: Random, op: date) -> Gebroken | None:
    """The first plan lies before the first day of the duty."""
    rij = kies(feiten, kans, "pips", lambda p: _eigen_pip(p) and p.versie == 1)
    plicht = feiten.traject.datum_plicht
    if rij is None or plicht is None:
        return None
    dag = plicht - timedelta(days=kans.randint(1, 40))
    return zet(feiten, "pips", rij, "dagtekening", dagtekening=dag)


def pip_versie_dubbel(feiten: Feiten, kans: Random, op: date) -> Gebroken | None:
    """Two plans with one number."""
    if len(feiten.pips) < 2:
        return None
    een, twee = feiten.pips[0], feiten.pips[-1]
    return zet(feiten, "pips", twee, "versie", versie=een.versie)


def pip_zonder_dagtekening(feiten: Feiten, kans: Random, op: date) -> Gebroken | None:
    """Decided, but on no day."""
    rij = kies(feiten, kans, "pips", _eigen_pip)
    if rij is None:
        return None
    return zet(feiten, "pips", rij, "status", dagtekening=None, verstuurd_op=None)


def pip_concept_met_dagtekening(
    feiten: Feiten, kans: Random, op: date
) -> Gebroken | None:
    """A draft that was decided all the same."""
    rij = kies(feiten, kans, "pips", _eigen_pip)
    return rij and zet(feiten, "pips", rij, "status", status=PIPStatus.CONCEPT)


def pip_zonder_akkoord(feiten: Feiten, kans: Random, op: date) -> Gebroken | None:
    """Discussed, but nobody said yes or no."""
    rij = kies(feiten, kans, "pips", lambda p: p.besproken_op)
    return rij and zet(feiten, "pips", rij, "akkoord", akkoord=None)


def pip_nee_zonder_reden(feiten: Feiten, kans: Random, op: date) -> Gebroken | None:
    """Not agreed, without a reason."""
    rij = kies(feiten, kans, "pips", lambda p: p.besproken_op)
    leeg = {"akkoord": False, "reden_geen_akkoord": ""}
    return rij and zet(feiten, "pips", rij, "reden_geen_akkoord", **leeg)


def intensiteit_bij_z(feiten: Feiten, kans: Random, op: date) -> Gebroken | None:
    """Estimated hours of a B1-route that is not there."""
    rij = kies(
        feiten, kans, "pips", lambda p: _eigen_pip(p) and p.leerroute != Leerroute.B1
    )
    return rij and zet(feiten, "pips", rij, "intensiteit", intensiteit=600)


# --- Offer, hours, parts --------------------------------------------------------------


def aanbod_zonder_keurmerk(feiten: Feiten, kans: Random, op: date) -> Gebroken | None:
    """A place at a school without quality mark."""
    rij = kies(feiten, kans, "aanbod")
    return rij and zet(feiten, "aanbod", rij, "met_keurmerk", met_keurmerk=False)


def aanbod_andere_route(feiten: Feiten, kans: Random, op: date) -> Gebroken | None:
    """A place that does not follow the plan."""
    rij = kies(feiten, kans, "aanbod")
    if rij is None:
        return None
    andere = next(r for r in Leerroute if r != rij.leerroute)
    return zet(feiten, "aanbod", rij, "leerroute", leerroute=andere)


def te_veel_uren(feiten: Feiten, kans: Random, op: date) -> Gebroken | None:
    """More hours than there are."""
    rij = kies(feiten, kans, "uren")
    if rij is None:
        return None
    uren = 24 * ((rij.tot_en_met - rij.van).days + 1) + 1
    return zet(feiten, "uren", rij, "uren", uren=uren)


def negatieve_uren(feiten: Feiten, kans: Random, op: date) -> Gebroken | None:
    """Fewer than no hours."""
    rij = kies(feiten, kans, "uren")
    return rij and zet(feiten, "uren", rij, "uren", uren=-1)


def dubbele_uren(feiten: Feiten, kans: Random, op: date) -> Gebroken | None:
    """The same hours twice."""
    rij = kies(feiten, kans, "uren")
    if rij is None:
        return None
    dubbel = replace(rij, id=90_000 + rij.id)
    nieuw = replace(feiten, uren=(*feiten.uren, dubbel))
    return Gebroken(nieuw, "uren", dubbel.id, "van")


def te_weinig_praktijk(feiten: Feiten, kans: Random, op: date) -> Gebroken | None:
    """The MAP ended an hour too early."""
    rij = kies(feiten, kans, "map", lambda r: r.eindgesprek_op)
    return rij and zet(feiten, "map", rij, "praktijkuren", praktijkuren=39)


def examen_zonder_niveau(feiten: Feiten, kans: Random, op: date) -> Gebroken | None:
    """A language exam of no level."""
    rij = kies(feiten, kans, "examens", lambda e: e.onderdeel in TAALONDERDELEN)
    return rij and zet(feiten, "examens", rij, "niveau", niveau=None)


def examen_zonder_reden(feiten: Feiten, kans: Random, op: date) -> Gebroken | None:
    """No result, and nobody says why."""
    rij = kies(feiten, kans, "examens")
    leeg = {"resultaat": Examenresultaat.GEEN, "reden": None}
    return rij and zet(feiten, "examens", rij, "reden", **leeg)


def examen_van_pvt(feiten: Feiten, kans: Random, op: date) -> Gebroken | None:
    """An exam in a part that has none."""
    rij = kies(feiten, kans, "examens")
    return rij and zet(feiten, "examens", rij, "onderdeel", onderdeel=Onderdeel.PVT)


def toets_zonder_alles(feiten: Feiten, kans: Random, op: date) -> Gebroken | None:
    """The toets was not taken, and not without reason either."""
    rij = kies(feiten, kans, "leerbaarheidstoetsen", lambda t: t.afgenomen_op)
    return rij and zet(
        feiten, "leerbaarheidstoetsen", rij, "afgenomen_op", afgenomen_op=None,
        uitkomst=None,
    )  # fmt: skip


def pvt_voor_termijn(feiten: Feiten, kans: Random, op: date) -> Gebroken | None:
    """The declaration was signed before the term began."""
    rij = kies(feiten, kans, "pvt", lambda r: r.ondertekend_op)
    eerste = min((p.dagtekening for p in feiten.pips if p.dagtekening), default=None)
    if rij is None or eerste is None:
        return None
    return zet(
        feiten, "pvt", rij, "ondertekend_op", ondertekend_op=eerste, begonnen_op=eerste
    )


def z_afronding_zonder_uren(feiten: Feiten, kans: Random, op: date) -> Gebroken | None:
    """The Z-route ended before its hours."""
    rij = kies(feiten, kans, "z_afrondingen")
    if rij is None or not feiten.uren:
        return None
    return Gebroken(replace(feiten, uren=()), "z_afrondingen", rij.id, "")


def map_in_onderwijsroute(feiten: Feiten, kans: Random, op: date) -> Gebroken | None:
    """A MAP for somebody in the onderwijsroute."""
    rij = kies(feiten, kans, "map")
    if rij is None or len(feiten.pips) != 1:
        return None
    plan = feiten.pips[0]
    route = replace(plan, leerroute=Leerroute.ONDERWIJS, intensiteit=None, niveaus={})
    return Gebroken(replace(feiten, pips=(route,)), "map", rij.id, "")


# --- DUO, the end, the registration ---------------------------------------------------


def besluit_onvolledig(feiten: Feiten, kans: Random, op: date) -> Gebroken | None:
    """An extension to no day."""
    soort = DUOBesluitsoort.VERLENGING
    rij = kies(feiten, kans, "duo_besluiten", lambda b: b.soort == soort)
    return rij and zet(feiten, "duo_besluiten", rij, "einddatum", einddatum=None)


def intrekking_van_niets(feiten: Feiten, kans: Random, op: date) -> Gebroken | None:
    """An exemption is withdrawn that was never given."""
    vrij = (DUOBesluitsoort.VRIJSTELLING_TIJDELIJK, DUOBesluitsoort.PLICHT_BEEINDIGD)
    rij = kies(feiten, kans, "duo_besluiten", lambda b: b.soort not in vrij)
    if rij is None or any(b.soort in vrij for b in feiten.duo_besluiten):
        return None
    soort = DUOBesluitsoort.VRIJSTELLING_INGETROKKEN
    return zet(feiten, "duo_besluiten", rij, "soort", soort=soort)


def voldaan_zonder_duo(feiten: Feiten, kans: Random, op: date) -> Gebroken | None:
    """Closed as fulfilled, and DUO said nothing."""
    rij = kies(
        feiten, kans, "afsluitingen", lambda a: a.reden == RedenAfsluiting.VOLDAAN
    )
    if rij is None:
        return None
    return Gebroken(replace(feiten, duo_besluiten=()), "afsluitingen", rij.id, "reden")


def na_het_afsluiten(feiten: Feiten, kans: Random, op: date) -> Gebroken | None:
    """A talk entered in a closed case."""
    dicht = kies(
        feiten, kans, "afsluitingen",
        lambda a: a.heropend_op is None and a.vastgelegd_op < op - DAG,
    )  # fmt: skip
    rij = kies(feiten, kans, "gesprekken")
    if dicht is None or rij is None:
        return None
    later = dicht.vastgelegd_op + DAG
    return zet(feiten, "gesprekken", rij, "vastgelegd_op", vastgelegd_op=later)


# --- Around the route -----------------------------------------------------------------


def ontzorgen_van_een_gezinsmigrant(
    feiten: Feiten, kans: Random, op: date
) -> Gebroken | None:
    """Fixed costs paid for somebody of the other group."""
    rij = kies(feiten, kans, "ontzorgen")
    if rij is None or feiten.groepen:
        return None
    aanmelding = replace(feiten.traject, doelgroep=Doelgroep.GEZINSMIGRANT)
    return Gebroken(replace(feiten, traject=aanmelding), "ontzorgen", rij.id, "")


def pip_na_het_vertrek(feiten: Feiten, kans: Random, op: date) -> Gebroken | None:
    """A plan for somebody who had moved to another municipality."""
    rij = kies(feiten, kans, "pips", _eigen_pip)
    if rij is None or feiten.verhuizingen:
        return None
    weg = Verhuizing(
        id=90_001, vastgelegd_op=op, verhuisd_op=rij.dagtekening - DAG,
        soort=Verhuissoort.NAAR_GEMEENTE, gemeente_code="0546",
    )  # fmt: skip
    return Gebroken(replace(feiten, verhuizingen=(weg,)), "pips", rij.id, "dagtekening")


def verhuizing_naar_nergens(feiten: Feiten, kans: Random, op: date) -> Gebroken | None:
    """Moved to another municipality, and nobody says which."""
    rij = kies(feiten, kans, "verhuizingen", lambda v: v.gemeente_code)
    return rij and zet(feiten, "verhuizingen", rij, "gemeente_code", gemeente_code="")


def sanctie_zonder_zwijgrecht(
    feiten: Feiten, kans: Random, op: date
) -> Gebroken | None:
    """Decided on a sanction, and nobody was told that they may be silent."""
    rij = kies(feiten, kans, "handhavingen", lambda h: h.besluit_op and h.cautie_op)
    leeg = {"cautie_op": None, "cautie_taal": "", "tolk": None}
    return rij and zet(feiten, "handhavingen", rij, "cautie_op", **leeg)


def boete_op_de_andere_wet(feiten: Feiten, kans: Random, op: date) -> Gebroken | None:
    """A fine for a duty that rests on the Participatiewet."""
    rij = kies(feiten, kans, "handhavingen", lambda h: h.besluit == "boete")
    return rij and zet(
        feiten, "handhavingen", rij, "grondslag", grondslag=Grondslag.PARTICIPATIEWET,
        aanleiding=Aanleiding.PARTICIPATIEWET,
    )  # fmt: skip


def bezwaar_voor_het_besluit(feiten: Feiten, kans: Random, op: date) -> Gebroken | None:
    """An objection against what had not been decided."""
    rij = kies(feiten, kans, "bezwaren")
    if rij is None:
        return None
    later = rij.ontvangen_op + DAG
    return zet(feiten, "bezwaren", rij, "bekend_op", bekend_op=later)


def groep_voor_de_plicht(feiten: Feiten, kans: Random, op: date) -> Gebroken | None:
    """Another group from a day before there was a duty."""
    rij, plicht = kies(feiten, kans, "groepen"), feiten.traject.datum_plicht
    if rij is None or plicht is None:
        return None
    return zet(feiten, "groepen", rij, "ingang", ingang=plicht - DAG)


def _aanmelding(
    veld: str, waarde: Callable[[Feiten], Any], persoon: bool = False
) -> Manier:
    def breek(feiten: Feiten, kans: Random, op: date) -> Gebroken | None:
        soort = "inburgeraar" if persoon else "traject"
        nieuw = waarde(feiten)
        if nieuw is None or feiten.traject.volggrond != Volggrond.PLICHT:
            return None  # without a duty there is no reason to refuse somebody
        rij = replace(getattr(feiten, soort), **{veld: nieuw})
        return Gebroken(replace(feiten, **{soort: rij}), soort, 0, veld)

    return breek


def oude_kennisgeving(feiten: Feiten, kans: Random, op: date) -> Gebroken | None:
    """A notice from before the act, and nobody filled in when the duty began."""
    oud = {"datum_plicht": None, "datum_kennisgeving": IN_WERKING - DAG}
    rij = replace(feiten.traject, **oud)
    return Gebroken(replace(feiten, traject=rij), "traject", 0, "datum_kennisgeving")


def _dag_eerder(naam: str) -> Callable[[Feiten], date | None]:
    def geef(feiten: Feiten) -> date | None:
        dag: date | None = getattr(feiten.traject, naam)
        return dag and dag - DAG

    return geef


def _vijftien(feiten: Feiten) -> str:
    jaar = feiten.traject.geregistreerd_op.year - 15
    return f"{jaar}-12-31"


def _na_eerste_pip(feiten: Feiten) -> date | None:
    eerste = min((p.dagtekening for p in feiten.pips if p.dagtekening), default=None)
    later = feiten.traject.geregistreerd_op
    return eerste + DAG if eerste is not None and eerste < later else None


MANIEREN: dict[str, Manier] = {
    "in de toekomst": volgend_jaar,
    "verkeerde eeuw": verkeerde_eeuw,
    "ingevoerd voor het gebeurde": te_vroeg_ingevoerd,
    "twee dagen omgekeerd": omgekeerd,
    "na het overlijden": na_overlijden,
    "A2 op het eerste PIP": _niveau(Leerroute.B1, Niveau.A2, eerste=True),
    "A1 in de B1-route": _niveau(Leerroute.B1, Niveau.A1),
    "B1 in de Z-route": _niveau(Leerroute.Z, Niveau.B1),
    "A2 in de onderwijsroute": _niveau(Leerroute.ONDERWIJS, Niveau.A2),
    "B2 in de onderwijsroute": _niveau(Leerroute.ONDERWIJS, Niveau.B2),
    "PIP voor de plicht": pip_voor_plicht,
    "twee keer dezelfde versie": pip_versie_dubbel,
    "vastgesteld zonder dagtekening": pip_zonder_dagtekening,
    "concept met dagtekening": pip_concept_met_dagtekening,
    "besproken zonder akkoord": pip_zonder_akkoord,
    "niet akkoord zonder reden": pip_nee_zonder_reden,
    "intensiteit zonder B1-route": intensiteit_bij_z,
    "aanbod zonder keurmerk": aanbod_zonder_keurmerk,
    "aanbod voor een andere route": aanbod_andere_route,
    "meer uren dan er zijn": te_veel_uren,
    "negatieve uren": negatieve_uren,
    "dubbele uren": dubbele_uren,
    "te weinig praktijk": te_weinig_praktijk,
    "examen zonder niveau": examen_zonder_niveau,
    "geen resultaat zonder reden": examen_zonder_reden,
    "examen van het PVT": examen_van_pvt,
    "toets zonder iets": toets_zonder_alles,
    "PVT voor de termijn": pvt_voor_termijn,
    "Z-route zonder uren": z_afronding_zonder_uren,
    "MAP in de onderwijsroute": map_in_onderwijsroute,
    "verlenging zonder einddatum": besluit_onvolledig,
    "intrekking van niets": intrekking_van_niets,
    "voldaan zonder DUO": voldaan_zonder_duo,
    "na het afsluiten": na_het_afsluiten,
    "ontzorgen van een gezinsmigrant": ontzorgen_van_een_gezinsmigrant,
    "PIP na het vertrek": pip_na_het_vertrek,
    "verhuizing naar nergens": verhuizing_naar_nergens,
    "sanctie zonder zwijgrecht": sanctie_zonder_zwijgrecht,
    "boete op de andere wet": boete_op_de_andere_wet,
    "bezwaar voor het besluit": bezwaar_voor_het_besluit,
    "groep voor de plicht": groep_voor_de_plicht,
    "plicht van voor de wet": _aanmelding("datum_plicht", lambda _: IN_WERKING - DAG),
    "kennisgeving van voor de wet": oude_kennisgeving,
    "Nederlander": _aanmelding("nationaliteit", lambda _: "0001", persoon=True),
    "vijftien jaar": _aanmelding("geboortedatum", _vijftien, persoon=True),
    "geen bestaande geboortedatum": _aanmelding(
        "geboortedatum", lambda _: "1990-02-30", persoon=True
    ),
    "kennisgeving voor de plicht": _aanmelding(
        "datum_kennisgeving", _dag_eerder("datum_plicht")
    ),
    "uitstroom voor de koppeling": _aanmelding(
        "datum_uitstroom", _dag_eerder("datum_koppeling")
    ),
    "plicht na het PIP": _aanmelding("datum_plicht", _na_eerste_pip),
}


def breek(feiten: Feiten, manier: str, kans: Random, op: date) -> Gebroken | None:
    """Break a case in one way; None when it has no fact to break like that."""
    return MANIEREN[manier](feiten, kans, op)
