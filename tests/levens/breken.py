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

from inburgering.wet import dubbel
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
    RedenEindeAanbod,
    Urensoort,
    Verhuissoort,
    Verwijtbaar,
    Volggrond,
)
from inburgering.wet.feiten import SOORTEN, Feiten, Verhuizing
from inburgering.wet.handelingen import HANDELINGEN
from inburgering.wet.moment import BEGIN
from inburgering.wet.parameters import IN_WERKING
from inburgering.wet.samenhang import GEBEURTENISSEN, GETALLEN, ZEGT
from inburgering.wet.toetsing import VOLGORDE
from inburgering.wet.verblijf import OVER_DE_GRENS


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


# --- What a row says, and rows together -----------------------------------------------


def zonder_uitkomst(feiten: Feiten, kans: Random, op: date) -> Gebroken | None:
    """A day on which something happened, and nobody says what."""
    gebeurd = [
        (soort, rij, gevolg)
        for soort, dag, gevolg in ZEGT
        for rij in getattr(feiten, soort)
        if getattr(rij, dag)
    ]
    if not gebeurd:
        return None
    soort, rij, gevolg = kans.choice(gebeurd)
    leeg = None if isinstance(getattr(rij, gevolg), bool) else ""
    return zet(feiten, soort, rij, gevolg, **{gevolg: leeg})


def minder_dan_niets(feiten: Feiten, kans: Random, op: date) -> Gebroken | None:
    """A number below nought."""
    getallen = [
        (soort, rij, veld)
        for soort, velden in GETALLEN.items()
        for veld in velden
        for rij in getattr(feiten, soort)
        if getattr(rij, veld) is not None
    ]
    if not getallen:
        return None
    soort, rij, veld = kans.choice(getallen)
    return zet(feiten, soort, rij, veld, **{veld: -1})


def nog_eens(feiten: Feiten, kans: Random, op: date) -> Gebroken | None:
    """What happens once on a day, entered twice."""
    rijen = [
        (soort, rij, velden[0])
        for soort, velden in dubbel.PER_SOORT.items()
        for rij in getattr(feiten, soort)
        if getattr(rij, velden[0])
    ]
    if not rijen:
        return None
    soort, rij, veld = kans.choice(rijen)
    return erbij(feiten, soort, replace(rij, id=90_000 + rij.id), veld)


def erbij(feiten: Feiten, soort: str, rij: Any, veld: str) -> Gebroken:
    """Add a row to a case."""
    rijen = (*getattr(feiten, soort), rij)
    return Gebroken(replace(feiten, **{soort: rijen}), soort, rij.id, veld)


def _tweede(soort: str) -> Manier:
    """A second row of what there is once."""

    def breek(feiten: Feiten, kans: Random, op: date) -> Gebroken | None:
        rij = kies(feiten, kans, soort)
        if rij is None:
            return None
        return erbij(feiten, soort, replace(rij, id=90_000 + rij.id), "")

    return breek


def antwoord_op_niets(feiten: Feiten, kans: Random, op: date) -> Gebroken | None:
    """An answer to a question that is not asked."""
    rij = kies(feiten, kans, "brede_intakes", lambda i: i.antwoorden)
    if rij is None:
        return None
    meer = {**rij.antwoorden, "schoenmaat": {"antwoord": "beantwoord", "waarde": 42}}
    return zet(feiten, "brede_intakes", rij, "schoenmaat", antwoorden=meer)


def score_zonder_toets(feiten: Feiten, kans: Random, op: date) -> Gebroken | None:
    """A score of a toets that somebody need not take."""
    rij = kies(feiten, kans, "leerbaarheidstoetsen", lambda t: t.uitzondering)
    return rij and zet(
        feiten, "leerbaarheidstoetsen", rij, "behaalde_score", behaalde_score=20
    )


def uren_over_meer_rijen(feiten: Feiten, kans: Random, op: date) -> Gebroken | None:
    """A long period over many: the last of them counts twice too."""
    rij = kies(feiten, kans, "uren")
    if rij is None:
        return None
    zelfde = [u for u in feiten.uren if u.soort == rij.soort]
    eerste, laatste = min(u.van for u in zelfde), max(zelfde, key=lambda u: u.van)
    lang = replace(rij, id=90_002, van=eerste, tot_en_met=laatste.tot_en_met, uren=1)
    kapot = erbij(feiten, "uren", lang, "van")
    return replace(kapot, id=laatste.id)


def intake_uren_na_de_intake(feiten: Feiten, kans: Random, op: date) -> Gebroken | None:
    """Hours during an intake that was over."""
    einde = max((i.afgerond_op or op for i in feiten.brede_intakes), default=op)
    rij = kies(feiten, kans, "uren", lambda u: u.van > einde)
    soort = Urensoort.INTAKE_TAAL_KNM
    return rij and zet(feiten, "uren", rij, "soort", soort=soort)


def aanbod_voorbij_voor_het_begon(
    feiten: Feiten, kans: Random, op: date
) -> Gebroken | None:
    """A place given up before it was offered."""
    rij = kies(feiten, kans, "aanbod", lambda a: a.begonnen_op is None)
    if rij is None:
        return None
    eerder = rij.aangeboden_op - DAG
    return zet(
        feiten, "aanbod", rij, "beeindigd_op", beeindigd_op=eerder,
        reden_einde=RedenEindeAanbod.GESTOPT,
    )  # fmt: skip


def aanbod_aan_een_gezinsmigrant(
    feiten: Feiten, kans: Random, op: date
) -> Gebroken | None:
    """A place offered to somebody who chooses a school."""
    rij = kies(feiten, kans, "aanbod")
    if rij is None or feiten.groepen:
        return None
    aanmelding = replace(feiten.traject, doelgroep=Doelgroep.GEZINSMIGRANT)
    return Gebroken(replace(feiten, traject=aanmelding), "aanbod", rij.id, "")


def aanmelding_voor_de_map(feiten: Feiten, kans: Random, op: date) -> Gebroken | None:
    """Registered for an exam that does not exist."""
    rij = kies(feiten, kans, "aanmeldingen")
    return rij and zet(
        feiten, "aanmeldingen", rij, "onderdeel", onderdeel=Onderdeel.MAP
    )


def nul_uur_per_week(feiten: Feiten, kans: Random, op: date) -> Gebroken | None:
    """Takes part in nothing."""
    rij = kies(feiten, kans, "participaties")
    return rij and zet(feiten, "participaties", rij, "uren_per_week", uren_per_week=0)


def te_verwijten_op_tijd(feiten: Feiten, kans: Random, op: date) -> Gebroken | None:
    """Too late, and blamed for it, while there was time."""
    soort = kans.choice(("pvt", "map"))
    veld = {"pvt": "ondertekend_op", "map": "eindgesprek_op"}[soort]
    rij = kies(feiten, kans, soort, lambda r: getattr(r, veld))
    eerste = min((p.dagtekening for p in feiten.pips if p.dagtekening), default=None)
    if rij is None or eerste is None or feiten.duo_besluiten:
        return None
    if getattr(rij, veld) >= eerste + timedelta(days=3 * 365):
        return None
    return zet(feiten, soort, rij, "verwijtbaar", verwijtbaar=Verwijtbaar.JA)


def z_route_voor_de_map(feiten: Feiten, kans: Random, op: date) -> Gebroken | None:
    """The Z-route ended before the MAP did."""
    rij = kies(feiten, kans, "z_afrondingen")
    einden = [r.eindgesprek_op for r in feiten.map if r.eindgesprek_op]
    if rij is None or not einden:
        return None
    eerder = max(einden) - DAG
    return zet(feiten, "z_afrondingen", rij, "afgerond_op", afgerond_op=eerder)


# --- What DUO said --------------------------------------------------------------------


def voldaan_met_een_bedrag(feiten: Feiten, kans: Random, op: date) -> Gebroken | None:
    """Something that does not belong to such a decision."""
    soorten = (DUOBesluitsoort.BOETE, DUOBesluitsoort.BOETE_AANGEKONDIGD)
    rij = kies(feiten, kans, "duo_besluiten", lambda b: b.soort not in soorten)
    return rij and zet(feiten, "duo_besluiten", rij, "bedrag", bedrag=340)


def verlenging_zonder_tijd(feiten: Feiten, kans: Random, op: date) -> Gebroken | None:
    """An extension to the day on which the term ended already."""
    soort = DUOBesluitsoort.VERLENGING
    rij = kies(feiten, kans, "duo_besluiten", lambda b: b.soort == soort)
    eerste = min((p.dagtekening for p in feiten.pips if p.dagtekening), default=None)
    if rij is None or eerste is None:
        return None
    einde = eerste + timedelta(days=3 * 365)
    return zet(feiten, "duo_besluiten", rij, "einddatum", einddatum=einde)


def nieuwe_termijn_te_vroeg(feiten: Feiten, kans: Random, op: date) -> Gebroken | None:
    """A new term after an overrun that had yet to come."""
    oud, nieuw = DUOBesluitsoort.VERLENGING, DUOBesluitsoort.NIEUWE_TERMIJN
    eerste = min((p.dagtekening for p in feiten.pips if p.dagtekening), default=op)
    einde = eerste + timedelta(days=3 * 365)
    rij = kies(
        feiten, kans, "duo_besluiten",
        lambda b: b.soort == oud and b.besloten_op < einde,
    )  # fmt: skip
    return rij and zet(
        feiten, "duo_besluiten", rij, "besloten_op", soort=nieuw, grond=""
    )


def _vrij(b: Any) -> bool:
    return b.soort == DUOBesluitsoort.VRIJSTELLING_TIJDELIJK and bool(b.einddatum)


def vrijstelling_van_geen_dag(
    feiten: Feiten, kans: Random, op: date
) -> Gebroken | None:
    """An exemption that ends when it begins."""
    rij = kies(feiten, kans, "duo_besluiten", _vrij)
    if rij is None:
        return None
    begin = rij.ingang or rij.besloten_op
    return zet(feiten, "duo_besluiten", rij, "einddatum", einddatum=begin)


def intrekking_na_het_einde(feiten: Feiten, kans: Random, op: date) -> Gebroken | None:
    """An exemption is withdrawn that was over."""
    rij = kies(feiten, kans, "duo_besluiten", lambda b: _vrij(b) and b.einddatum < op)
    if rij is None:
        return None
    later = replace(
        rij, id=90_003, soort=DUOBesluitsoort.VRIJSTELLING_INGETROKKEN, einddatum=None,
        besloten_op=rij.einddatum + DAG, ingang=rij.einddatum + DAG, vastgelegd_op=op,
    )  # fmt: skip
    return erbij(feiten, "duo_besluiten", later, "ingang")


# --- The ladder, and moving -----------------------------------------------------------


def om_een_andermans_afspraak(
    feiten: Feiten, kans: Random, op: date
) -> Gebroken | None:
    """An agreement that is not of this case."""
    rij = kies(feiten, kans, "handhavingen")
    return rij and zet(feiten, "handhavingen", rij, "afspraak", afspraak=90_004)


def niet_nagekomen_voor_het_pip(
    feiten: Feiten, kans: Random, op: date
) -> Gebroken | None:
    """An agreement that was not there yet was not kept."""
    wegens = (Aanleiding.PIP, Aanleiding.VERZUIM)
    rij = kies(
        feiten, kans, "handhavingen",
        lambda h: h.aanleiding in wegens and h.grondslag == Grondslag.WI2021,
    )  # fmt: skip
    eerste = min((p.dagtekening for p in feiten.pips if p.dagtekening), default=None)
    if rij is None or eerste is None:
        return None
    return zet(feiten, "handhavingen", rij, "gebeurd_op", gebeurd_op=eerste)


def boete_die_niet_mag(feiten: Feiten, kans: Random, op: date) -> Gebroken | None:
    """Too high, by who wrote the report, or without a look at what somebody can pay."""
    rij = kies(feiten, kans, "handhavingen", lambda h: h.besluit == "boete")
    if rij is None:
        return None
    fouten = {
        "bedrag": 801, "besloten_door": rij.rapport_door, "draagkracht_bekeken": None,
    }  # fmt: skip
    veld = kans.choice(list(fouten))
    if veld == "besloten_door" and rij.rapport_door is None:
        veld = "bedrag"
    return zet(feiten, "handhavingen", rij, veld, **{veld: fouten[veld]})


def bedrag_zonder_boete(feiten: Feiten, kans: Random, op: date) -> Gebroken | None:
    """An amount, and no fine."""
    rij = kies(feiten, kans, "handhavingen", lambda h: h.besluit != "boete")
    return rij and zet(feiten, "handhavingen", rij, "bedrag", bedrag=100)


def beroep_voor_het_bezwaar(feiten: Feiten, kans: Random, op: date) -> Gebroken | None:
    """To the court, before there was an objection."""
    rij = kies(feiten, kans, "bezwaren")
    if rij is None:
        return None
    eerder = rij.ontvangen_op - DAG
    return zet(feiten, "bezwaren", rij, "beroep_op", beroep_op=eerder)


def _nog_eens_verhuisd(soort: Verhuissoort) -> Manier:
    """Came twice, and never left."""

    def breek(feiten: Feiten, kans: Random, op: date) -> Gebroken | None:
        komt = [v for v in feiten.verhuizingen if v.soort in OVER_DE_GRENS]
        rij = kies(feiten, kans, "verhuizingen", lambda v: v.soort == soort)
        if rij is None or any(v != rij for v in komt) or rij.verhuisd_op >= op:
            return None
        later = replace(
            rij, id=90_005, verhuisd_op=rij.verhuisd_op + DAG, overgedragen_op=None,
            vastgelegd_op=op,
        )  # fmt: skip
        return erbij(feiten, "verhuizingen", later, "soort")

    return breek


def tweemaal_uit_de_opvang(feiten: Feiten, kans: Random, op: date) -> Gebroken | None:
    """Left the reception centre, and left it again."""
    dag = feiten.traject.datum_uitstroom
    if dag is None or dag >= op or feiten.verhuizingen:
        return None
    weg = Verhuizing(
        id=90_006, vastgelegd_op=op, verhuisd_op=dag, soort=Verhuissoort.UIT_OPVANG
    )
    later = replace(weg, id=90_007, verhuisd_op=dag + DAG)
    nieuw = replace(feiten, verhuizingen=(weg, later))
    return Gebroken(nieuw, "verhuizingen", later.id, "soort")


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
    "een dag zonder uitkomst": zonder_uitkomst,
    "minder dan niets": minder_dan_niets,
    "tweemaal hetzelfde": nog_eens,
    "een tweede intake": _tweede("brede_intakes"),
    "een tweede PVT": _tweede("pvt"),
    "een tweede MAP": _tweede("map"),
    "een tweede afronding": _tweede("z_afrondingen"),
    "antwoord op niets": antwoord_op_niets,
    "score zonder toets": score_zonder_toets,
    "uren over meer rijen": uren_over_meer_rijen,
    "uren van de intake na de intake": intake_uren_na_de_intake,
    "aanbod voorbij voor het begon": aanbod_voorbij_voor_het_begon,
    "aanbod aan een gezinsmigrant": aanbod_aan_een_gezinsmigrant,
    "aanmelding voor de MAP": aanmelding_voor_de_map,
    "nul uur per week": nul_uur_per_week,
    "te verwijten op tijd": te_verwijten_op_tijd,
    "Z-route voor de MAP": z_route_voor_de_map,
    "bedrag bij een ander besluit": voldaan_met_een_bedrag,
    "verlenging zonder tijd": verlenging_zonder_tijd,
    "nieuwe termijn te vroeg": nieuwe_termijn_te_vroeg,
    "vrijstelling van geen dag": vrijstelling_van_geen_dag,
    "intrekking na het einde": intrekking_na_het_einde,
    "om een andermans afspraak": om_een_andermans_afspraak,
    "niet nagekomen voor het PIP": niet_nagekomen_voor_het_pip,
    "boete die niet mag": boete_die_niet_mag,
    "bedrag zonder boete": bedrag_zonder_boete,
    "beroep voor het bezwaar": beroep_voor_het_bezwaar,
    "tweemaal hierheen": _nog_eens_verhuisd(Verhuissoort.UIT_GEMEENTE),
    "tweemaal uit de opvang": tweemaal_uit_de_opvang,
    "tweemaal weg": _nog_eens_verhuisd(Verhuissoort.NAAR_GEMEENTE),
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
