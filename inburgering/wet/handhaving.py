"""Handhaven door de gemeente: eerst begrijpen en helpen, dan de ladder, met waarborgen.

Een handhaving begint bij iets wat iemand niet nakwam. Eerst contact, de oorzaak en hulp;
dan een gesprek en een waarschuwing; dan pas kan een sanctie worden overwogen. Vanaf dat
moment gelden de waarborgen: het zwijgrecht in een taal die iemand verstaat, een rapport,
een zienswijze, een besluit door een ander, een laatste dag.

Artikelen: Wi2021 art. 22 (brede intake) en 23 (PIP), Awb art. 5:10a, 5:41, 5:45, 5:46,
5:48, 5:50, 5:51, 5:53 en 10:3, Participatiewet art. 18. De volgorde van het begin is een
werkafspraak; de wet zegt alleen dat een sanctie het laatste middel is.

Wie zonder plicht wordt gevolgd, wordt niet gehandhaafd: dat zegt de tabel van toestanden.
De stappen van het boetebedrag bij herhaling zijn niet bekend en staan hier dus niet.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial, wraps
from typing import cast

from inburgering.wet.begrippen import (
    Aanleiding,
    Bezwaartegen,
    Doelgroep,
    Eigenaar,
    Grondslag,
    Handhavingsbesluit,
    Termijnsoort,
    Trajectstatus,
    Verwijtbaarheid,
    Verzuimoorzaak,
)
from inburgering.wet.bezwaar import van_tafel
from inburgering.wet.boete import HVJ, RVS
from inburgering.wet.bron import Bron, Zekerheid
from inburgering.wet.feiten import Afspraak, Handhaving
from inburgering.wet.handelingen import Handeling
from inburgering.wet.kalender import DAG
from inburgering.wet.moment import Moment
from inburgering.wet.parameters import Parameter
from inburgering.wet.regels import (
    ALTIJD,
    LOOPT,
    Geval,
    Termijnregel,
    Tijdelijk,
    Toets,
    Voorwaarde,
    melding,
    nl,
    rij_op,
    termijn,
    voorbij,
)
from inburgering.wet.uitkomst import Termijn


A, B, C, D = Zekerheid.A, Zekerheid.B, Zekerheid.C, Zekerheid.D
H, T = Handeling, Termijnsoort
WI, PW = Grondslag.WI2021, Grondslag.PARTICIPATIEWET
BOETE, MAATREGEL = Handhavingsbesluit.BOETE, Handhavingsbesluit.MAATREGEL

# --- De bronnen -----------------------------------------------------------------------

PLICHT = Bron("Wi2021", "3", B)
STIL = Bron("Wi2021", "3 en 4", A, "een tijdelijke vrijstelling legt de plicht stil")
BOETEGROND = Bron("Wi2021", "22 en 23", B)
LAATSTE_MIDDEL = Bron(
    "eigen", "", A, "een sanctie is het laatste middel (Awb 5:41-5:46; VNG)"
)
BELEID = Bron("beleidsregels", "", D, "geen stap van de wet; beleid van de gemeente")
SCHULD = Bron("Awb", "5:41", D)
CAUTIE = Bron("Awb", "5:10a", D)
RAPPORT = Bron("Awb", "5:48", D)
ZIENSWIJZE = Bron(
    "Awb", "5:50 en 5:53", D, "bij een lage boete is het een werkafspraak: vraag altijd"
)
MANDAAT = Bron("Awb", "10:3 lid 4", D)
EVENREDIG = Bron("Awb", "5:46 lid 2-3", D)
SAMENLOOP = Bron("Participatiewet", "18", A, "nooit een boete en een maatregel samen")
AFSPRAAK = Bron("Wi2021", "15 en 23; Participatiewet art. 18", A)
VERREKENEN = Bron("verordening", "", A, "de Wi2021 regelt het verrekenen niet")
AFGELEID = (
    "de uitspraken gaan over de boete van DUO; dat zij ook voor gemeenten gelden, en dat "
    "de groep van de dag zelf telt, is een gevolgtrekking"
)
# Een regel zonder eigen dagen noemt de eerste uitspraak; latere staan bij hun rij.
UNIERECHT = Bron("rechtspraak", "HvJ EU 4-2-2025", D, AFGELEID)
NA_RVS = Bron("rechtspraak", "HvJ EU 4-2-2025 en RvS 9-7-2025", D, AFGELEID)

# Waarop een boete rust; van de leerbaarheidstoets is dat niet bevestigd.
BOETE_OP: Mapping[Aanleiding, Bron] = {
    Aanleiding.INTAKE: Bron("Wi2021", "22", B),
    Aanleiding.LBT: Bron("Wi2021", "22", D),
    Aanleiding.PIP: Bron("Wi2021", "23", B),
    Aanleiding.VERZUIM: Bron("Wi2021", "23", B),
}


def grond(h: Handhaving) -> Bron:
    """Het artikel waarop een sanctie bij deze handhaving rust."""
    return SAMENLOOP if h.grondslag == PW else BOETE_OP.get(h.aanleiding, BOETEGROND)


# --- De rij ---------------------------------------------------------------------------


def loopt(h: Handhaving) -> bool:
    """Of deze handhaving nog niet is besloten of gestopt."""
    return h.besluit_op is None and h.gestopt_op is None


def afgedaan_op(h: Handhaving) -> date | None:
    """De dag van het besluit of van het stoppen."""
    return h.besluit_op or h.gestopt_op


# Welk getal de hoogste boete geeft; een verplichting van de Participatiewet kent er geen.
MAXIMUM: Mapping[Aanleiding, str] = {
    Aanleiding.INTAKE: "boete_intake",
    Aanleiding.LBT: "boete_intake",
    Aanleiding.PIP: "boete_pip_maximum",
    Aanleiding.VERZUIM: "boete_pip_maximum",
}


def maximum(m: Moment, h: Handhaving) -> Parameter | None:
    """De hoogste boete op de dag dat het gebeurde; None als er geen boete kan."""
    if h.grondslag != WI or h.aanleiding not in MAXIMUM:
        return None
    return m.regel_vanaf(MAXIMUM[h.aanleiding], h.gebeurd_op)


def zware_procedure(m: Moment, h: Handhaving) -> bool:
    """Of de boete zo hoog kan zijn dat de zwaardere procedure geldt (Awb art. 5:53)."""
    hoogste = maximum(m, h)
    if hoogste is None:
        return False
    return hoogste.waarde > m.regel_vanaf("boete_zware_procedure", h.gebeurd_op).waarde


# --- Boetes en het Europese recht -----------------------------------------------------


@dataclass(frozen=True)
class Boeteregel(Tijdelijk):
    """Wat bij een asielstatushouder voor een boete nodig is."""

    alleen_onwillig: bool
    betekenis: str
    bron: Bron


ASIELBOETE: tuple[Boeteregel, ...] = (
    Boeteregel(
        False,
        "een boete kan als bij anderen",
        BOETEGROND,
        geldig_tot=HVJ,
    ),
    *(
        Boeteregel(
            True,
            "geen boete, tenzij iemand aantoonbaar en aanhoudend onwillig is en een jurist "
            "het heeft getoetst",
            bron,
            geldig_vanaf=vanaf,
            geldig_tot=tot,
        )
        for vanaf, tot, bron in (
            (HVJ, RVS, UNIERECHT),
            (RVS, None, NA_RVS),
        )
    ),
)


def asielboete(dag: date) -> Boeteregel:
    """De rij voor asielstatushouders op de dag van het besluit."""
    return rij_op(ASIELBOETE, dag)


def _groep_op(m: Moment, dag: date) -> Doelgroep:
    """De groep op de dag dat het gebeurde."""
    groep = m.groep_bij_begin
    for wijziging in m.feiten.groepen:
        if wijziging.ingang <= dag:
            groep = wijziging.doelgroep
    return groep


def alleen_onwillig(m: Moment, h: Handhaving, dag: date) -> bool:
    """Of een boete bij deze persoon alleen bij aanhoudende onwil kan.

    Wie asielstatushouder was toen het gebeurde, houdt die bescherming ook na een
    wijziging van groep; wie het daarna werd, heeft haar nu. Beide zijn afgeleid.
    """
    groepen = (_groep_op(m, h.gebeurd_op), m.traject.doelgroep)
    return (
        h.grondslag == WI
        and Doelgroep.ASIELSTATUSHOUDER in groepen
        and asielboete(dag).alleen_onwillig
    )


# --- De ladder ------------------------------------------------------------------------


def _altijd(m: Moment, h: Handhaving) -> bool:
    return True


def _op_wi(m: Moment, h: Handhaving) -> bool:
    return h.grondslag == WI


def _met_waarschuwing(m: Moment, h: Handhaving) -> bool:
    return m.regel_vanaf("waarschuwingen_vooraf", h.gebeurd_op).waarde > 0


def _met_toets(m: Moment, h: Handhaving) -> bool:
    return alleen_onwillig(m, h, m.peildatum)


@dataclass(frozen=True)
class Trede:
    """Een trede van de ladder: gedaan of niet, en nodig of niet.

    ``door`` is de handeling waarmee men haar zet, ``velden`` zijn de dagen waarvan er een
    bekend moet zijn; ``eis`` zegt wat te doen als zij ontbreekt.
    """

    naam: str
    label: str
    eis: str
    door: Handeling
    bron: Bron
    velden: tuple[str, ...]
    nodig: Callable[[Moment, Handhaving], bool] = _altijd

    def gedaan(self, h: Handhaving) -> date | None:
        """De dag waarop de trede is gezet."""
        dagen = (getattr(h, veld) for veld in self.velden)
        return min((dag for dag in dagen if dag is not None), default=None)


LADDER: tuple[Trede, ...] = (
    Trede(
        "contact",
        "Contact gezocht",
        "Zoek eerst contact: bel of ga langs.",
        H.HANDHAVING_ONDERZOEKEN,
        LAATSTE_MIDDEL,
        ("gebeld_op", "bezocht_op"),
    ),
    Trede(
        "oorzaak",
        "Oorzaak besproken",
        "Leg eerst vast waardoor het kwam.",
        H.HANDHAVING_ONDERZOEKEN,
        SCHULD,
        ("oorzaak_op",),
    ),
    Trede(
        "hulp",
        "Hulp aangeboden",
        "Bied eerst hulp aan en leg vast welke.",
        H.HANDHAVING_ONDERZOEKEN,
        LAATSTE_MIDDEL,
        ("hulp_op",),
    ),
    Trede(
        "gesprek",
        "Gesprek gevoerd",
        "Voer eerst een gesprek over de afspraak.",
        H.HANDHAVING_BESPREKEN,
        LAATSTE_MIDDEL,
        ("gesprek_op",),
    ),
    Trede(
        "waarschuwing",
        "Gewaarschuwd",
        "Waarschuw eerst.",
        H.HANDHAVING_WAARSCHUWEN,
        BELEID,
        ("gewaarschuwd_op",),
        _met_waarschuwing,
    ),
    Trede(
        "overwogen",
        "Sanctie overwogen",
        "Leg eerst vast dat u een sanctie overweegt.",
        H.HANDHAVING_OVERWEGEN,
        LAATSTE_MIDDEL,
        ("overwogen_op",),
    ),
    Trede(
        "cautie",
        "Zwijgrecht meegedeeld",
        "Zeg eerst, in een taal die de persoon verstaat, dat niemand hoeft te antwoorden.",
        H.HANDHAVING_OVERWEGEN,
        CAUTIE,
        ("cautie_op",),
        _op_wi,
    ),
    Trede(
        "rapport",
        "Rapport gemaakt",
        "Maak eerst een rapport van wat er is gebeurd.",
        H.HANDHAVING_OVERWEGEN,
        RAPPORT,
        ("rapport_op",),
        _op_wi,
    ),
    Trede(
        "zienswijze",
        "Gelegenheid voor een zienswijze",
        "Vraag eerst wat de inburgeraar ervan vindt.",
        H.HANDHAVING_HOREN,
        ZIENSWIJZE,
        ("zienswijze_op",),
        _op_wi,
    ),
    Trede(
        "toets",
        "Juridisch getoetst",
        "Laat eerst een jurist toetsen of een boete hier kan.",
        H.HANDHAVING_TOETSEN,
        UNIERECHT,
        ("getoetst_op",),
        _met_toets,
    ),
)
TREDE: Mapping[str, Trede] = {trede.naam: trede for trede in LADDER}


@dataclass(frozen=True, slots=True)
class Tredestand:
    """Hoe een trede er voor een handhaving voor staat."""

    trede: Trede
    op: date | None
    nodig: bool

    @property
    def ontbreekt(self) -> bool:
        """Of zij nog moet voordat een sanctie kan."""
        return self.nodig and self.op is None


def ladder(m: Moment, h: Handhaving) -> tuple[Tredestand, ...]:
    """De hele ladder voor een handhaving, van onder naar boven."""
    return tuple(Tredestand(t, t.gedaan(h), t.nodig(m, h)) for t in LADDER)


def _ontbreekt(trede: Trede, m: Moment, h: Handhaving) -> bool:
    return trede.gedaan(h) is None and trede.nodig(m, h)


# --- Wanneer een handeling kan --------------------------------------------------------


def _te_onderzoeken(h: Handhaving) -> bool:
    gedaan = (h.gebeld_op, h.bezocht_op, h.oorzaak_op, h.hulp_op)
    return loopt(h) and not all(gedaan)


def _te_overwegen(h: Handhaving) -> bool:
    gedaan = (h.overwogen_op, h.cautie_op, h.rapport_op)
    return loopt(h) and h.zienswijze_op is None and not all(gedaan)


OPEN_RIJ: Mapping[Handeling, Callable[[Handhaving], bool]] = {
    H.HANDHAVING_ONDERZOEKEN: _te_onderzoeken,
    H.HANDHAVING_BESPREKEN: lambda h: loopt(h) and h.gesprek_op is None,
    H.HANDHAVING_WAARSCHUWEN: lambda h: loopt(h) and h.gewaarschuwd_op is None,
    H.HANDHAVING_OVERWEGEN: _te_overwegen,
    H.HANDHAVING_HOREN: lambda h: loopt(h) and h.zienswijze_op is None,
    H.HANDHAVING_TOETSEN: lambda h: loopt(h) and h.getoetst_op is None,
    H.HANDHAVING_BESLUITEN: loopt,
    H.HANDHAVING_VERSTUREN: lambda h: bool(h.besluit_op) and h.verstuurd_op is None,
    H.HANDHAVING_STOPPEN: loopt,
}

# De treden die gezet moeten zijn voordat een handeling kan. De juridische toets is alleen
# voor een boete nodig: besluiten dat er geen sanctie komt, kan zonder.
_EERST: Mapping[Handeling, tuple[str, ...]] = {
    H.HANDHAVING_BESPREKEN: ("contact", "oorzaak", "hulp"),
    H.HANDHAVING_WAARSCHUWEN: ("contact", "oorzaak", "hulp", "gesprek"),
    H.HANDHAVING_OVERWEGEN: ("contact", "oorzaak", "hulp", "gesprek", "waarschuwing"),
    H.HANDHAVING_HOREN: ("overwogen", "cautie", "rapport"),
    H.HANDHAVING_TOETSEN: ("overwogen",),
    H.HANDHAVING_BESLUITEN: tuple(naam for naam in TREDE if naam != "toets"),
}


def vervolg(m: Moment, h: Handhaving) -> tuple[Handeling, ...]:
    """Wat op deze handhaving nu kan, van onder naar boven."""
    return tuple(
        handeling
        for handeling, open_ in OPEN_RIJ.items()
        if open_(h)
        and not any(_ontbreekt(TREDE[t], m, h) for t in _EERST.get(handeling, ()))
    )


def _heeft_rij(handeling: Handeling, m: Moment) -> bool:
    return any(OPEN_RIJ[handeling](h) for h in m.feiten.handhavingen)


def _trede_gezet(handeling: Handeling, trede: Trede, m: Moment) -> bool:
    """Of er een rij is waarop de handeling kan en die deze trede niet mist."""
    return any(
        OPEN_RIJ[handeling](h) and not _ontbreekt(trede, m, h)
        for h in m.feiten.handhavingen
    )


GEEN_RIJ: Mapping[Handeling, str] = dict.fromkeys(
    OPEN_RIJ, "Er is geen handhaving die nog loopt."
) | {
    H.HANDHAVING_BESPREKEN: "Er is geen handhaving waarover nog een gesprek moet.",
    H.HANDHAVING_WAARSCHUWEN: "Er is geen handhaving zonder waarschuwing.",
    H.HANDHAVING_HOREN: "Er is geen handhaving die op een zienswijze wacht.",
    H.HANDHAVING_VERSTUREN: "Er is geen besluit dat nog verstuurd moet worden.",
}

VOORWAARDEN: tuple[Voorwaarde, ...] = (
    *(
        Voorwaarde(h, reden, LAATSTE_MIDDEL, partial(_heeft_rij, h))
        for h, reden in GEEN_RIJ.items()
    ),
    *(
        Voorwaarde(h, TREDE[t].eis, TREDE[t].bron, partial(_trede_gezet, h, TREDE[t]))
        for h, treden in _EERST.items()
        for t in treden
    ),
)

# --- Wat gebeurd moet zijn, en in welke volgorde --------------------------------------

GEBEURD: Mapping[Handeling, tuple[str, ...]] = {
    H.HANDHAVING_MELDEN: ("gebeurd_op",),
    H.HANDHAVING_ONDERZOEKEN: ("gebeld_op", "bezocht_op", "oorzaak_op", "hulp_op"),
    H.HANDHAVING_BESPREKEN: ("gesprek_op",),
    H.HANDHAVING_WAARSCHUWEN: ("gewaarschuwd_op",),
    H.HANDHAVING_OVERWEGEN: ("overwogen_op", "cautie_op", "rapport_op"),
    H.HANDHAVING_HOREN: ("zienswijze_op",),
    H.HANDHAVING_TOETSEN: ("getoetst_op",),
    H.HANDHAVING_BESLUITEN: ("besluit_op",),
    H.HANDHAVING_VERSTUREN: ("verstuurd_op",),
    H.HANDHAVING_STOPPEN: ("gestopt_op",),
}
_GEBEURTENIS = "wat er gebeurde"
VOLGORDE: tuple[tuple[Handeling, str, str, str], ...] = (
    (H.HANDHAVING_ONDERZOEKEN, "gebeurd_op", "gebeld_op", _GEBEURTENIS),
    (H.HANDHAVING_ONDERZOEKEN, "gebeurd_op", "bezocht_op", _GEBEURTENIS),
    (H.HANDHAVING_ONDERZOEKEN, "gebeurd_op", "oorzaak_op", _GEBEURTENIS),
    (H.HANDHAVING_ONDERZOEKEN, "gebeurd_op", "hulp_op", _GEBEURTENIS),
    (H.HANDHAVING_BESPREKEN, "hulp_op", "gesprek_op", "het aanbod van hulp"),
    (H.HANDHAVING_WAARSCHUWEN, "gesprek_op", "gewaarschuwd_op", "het gesprek"),
    (H.HANDHAVING_OVERWEGEN, "gewaarschuwd_op", "overwogen_op", "de waarschuwing"),
    (H.HANDHAVING_OVERWEGEN, "overwogen_op", "cautie_op", "het overwegen"),
    (H.HANDHAVING_OVERWEGEN, "overwogen_op", "rapport_op", "het overwegen"),
    (H.HANDHAVING_HOREN, "rapport_op", "zienswijze_op", "het rapport"),
    (H.HANDHAVING_TOETSEN, "overwogen_op", "getoetst_op", "het overwegen"),
    (H.HANDHAVING_BESLUITEN, "zienswijze_op", "besluit_op", "de zienswijze"),
    (H.HANDHAVING_BESLUITEN, "getoetst_op", "besluit_op", "de juridische toets"),
    (H.HANDHAVING_VERSTUREN, "besluit_op", "verstuurd_op", "het besluit"),
    (H.HANDHAVING_STOPPEN, "gebeurd_op", "gestopt_op", _GEBEURTENIS),
)

# --- De inhoud ------------------------------------------------------------------------


OpRij = Callable[[Geval, Handhaving], str]


def _op_rij(fout: OpRij) -> Callable[[Geval], str]:
    """Een regel over de rij van de handhaving; zonder rij valt er niets te toetsen."""

    @wraps(fout)
    def toets(g: Geval) -> str:
        return fout(g, cast(Handhaving, g.rij)) if g.rij is not None else ""

    return toets


def _trede_mist(trede: Trede, g: Geval, h: Handhaving) -> str:
    return trede.eis if _ontbreekt(trede, g.m, h) else ""


ALLEEN: Mapping[Aanleiding, Grondslag] = {
    Aanleiding.INTAKE: WI,
    Aanleiding.LBT: WI,
    Aanleiding.PARTICIPATIEWET: PW,
}


def _al_gezet(veld: str, g: Geval) -> str:
    if g.gegevens.get(veld) is None or getattr(g.rij, veld, None) is None:
        return ""
    return "Dit is al vastgelegd. Klopt het niet, herstel het dan."


def _andere_grondslag(g: Geval) -> str:
    hoort = ALLEEN.get(g.waarde("aanleiding"))
    if hoort is None or g.waarde("grondslag") == hoort:
        return ""
    return f"Deze verplichting rust op de {hoort.label}."


def _afspraak_van(g: Geval) -> Afspraak | None:
    """De afspraak die niet is nagekomen, als er een is gekozen."""
    nummer = g.waarde("afspraak")
    return next((a for a in g.m.feiten.afspraken if a.id == nummer), None)


def _afspraak_onbekend(g: Geval) -> str:
    if g.waarde("afspraak") is None or _afspraak_van(g) is not None:
        return ""
    return "Deze afspraak hoort niet bij dit traject, of is van later."


def _afspraak_op_andere_wet(g: Geval) -> str:
    afspraak = _afspraak_van(g)
    if afspraak is None or g.waarde("grondslag") == afspraak.grondslag:
        return ""
    return (
        f"De afspraak rust op de {afspraak.grondslag.label}. Die wet bepaalt wat er kan "
        "volgen; kies haar hier ook."
    )


def _afspraak_van_een_ander(g: Geval) -> str:
    afspraak = _afspraak_van(g)
    if afspraak is None or afspraak.eigenaar == Eigenaar.INBURGERAAR:
        return ""
    return (
        f"Deze afspraak kwam {afspraak.eigenaar.label.lower()} na, niet de inburgeraar. "
        "Dan is de inburgeraar niets te verwijten."
    )


def _afspraak_van_later(g: Geval) -> str:
    afspraak, dag = _afspraak_van(g), g.dag("gebeurd_op")
    if afspraak is None or dag is None or dag >= afspraak.gemaakt_op:
        return ""
    return (
        f"Op die dag gold de afspraak nog niet; zij is van {nl(afspraak.gemaakt_op)}."
    )


def _lijkt_hetzelfde(g: Geval) -> str:
    """Wat kort ervoor of erna ook als niet nagekomen is vastgelegd, en niet is gestopt."""
    dag, zelf = g.dag("gebeurd_op"), getattr(g.rij, "id", None)
    if dag is None:
        return ""
    ruimte = timedelta(days=g.m.regel("zelfde_gedrag_dagen").waarde)
    for ander in g.m.feiten.handhavingen:
        if ander.id == zelf or ander.gestopt_op is not None:
            continue
        if ander.besluit == Handhavingsbesluit.GEEN:
            continue
        if abs(ander.gebeurd_op - dag) <= ruimte:
            return (
                f"Er is ook een handhaving om wat op {nl(ander.gebeurd_op)} gebeurde "
                f"({ander.grondslag.label}). Gaat het om hetzelfde gedrag, dan kan er "
                "hoogstens een sanctie volgen: nooit een boete en een maatregel samen."
            )
    return ""


def _lijkt_al_bestraft(g: Geval) -> str:
    return _lijkt_hetzelfde(g) if _sanctie(g) else ""


def _zonder_pip(g: Geval) -> str:
    dag = g.dag("gebeurd_op")
    if g.waarde("grondslag") != WI or dag is None:
        return ""
    if g.waarde("aanleiding") not in (Aanleiding.PIP, Aanleiding.VERZUIM):
        return ""
    if g.m.eerste_dagtekening is not None and dag > g.m.eerste_dagtekening:
        return ""
    return "Op die dag gold nog geen PIP. Zonder PIP is er geen afspraak die gold."


def _voor_de_plicht(g: Geval) -> str:
    dag, plicht = g.dag("gebeurd_op"), g.m.traject.datum_plicht
    if dag is None or plicht is None or dag >= plicht:
        return ""
    return f"Op die dag was er nog geen plicht; die begon op {nl(plicht)}."


def _lag_stil(g: Geval) -> str:
    """Wie tijdelijk vrij is, schendt geen plicht van deze wet; een andere wet loopt door."""
    dag = g.dag("gebeurd_op")
    if g.waarde("grondslag") != WI or dag is None:
        return ""
    for stil in g.m.opschortingen:
        if stil.duurt_op(dag):
            return (
                f"Op {nl(dag)} lag de plicht stil door een tijdelijke vrijstelling van DUO, "
                f"vanaf {nl(stil.begin)}. Er was toen niets na te komen."
            )
    return ""


def _boete_zonder_plicht(g: Geval) -> str:
    if g.waarde("besluit") != BOETE:
        return ""
    return _voor_de_plicht(g) or _lag_stil(g)


def _oorzaak_leeg(g: Geval) -> str:
    if g.dag("oorzaak_op") and not g.waarde("oorzaak"):
        return "Kies waardoor het kwam."
    return ""


def _cautie_onverstaanbaar(g: Geval) -> str:
    if g.dag("cautie_op") is None or g.waarde("cautie_taal"):
        return ""
    return "Vul in in welke taal u dit zei."


def _tolk_onbekend(g: Geval) -> str:
    if g.dag("cautie_op") is None or g.waarde("tolk") is not None:
        return ""
    return "Kies of er een tolk bij was."


def _rapport_van_niemand(g: Geval) -> str:
    if g.dag("rapport_op") is None or g.waarde("rapport_door"):
        return ""
    return "Kies wie het rapport maakte."


# Wat iemand meestal niet zelf in de hand heeft.
BUITEN_EIGEN_HAND = frozenset(
    {
        Verzuimoorzaak.ZIEKTE,
        Verzuimoorzaak.KINDEROPVANG,
        Verzuimoorzaak.REIZEN,
        Verzuimoorzaak.SCHULDEN,
        Verzuimoorzaak.ONVEILIG,
        Verzuimoorzaak.LES_PAST_NIET,
    }
)


def _niet_eigen_hand(g: Geval) -> str:
    oorzaak = g.waarde("oorzaak")
    if oorzaak not in BUITEN_EIGEN_HAND:
        return ""
    return (
        f"De oorzaak is: {Verzuimoorzaak(oorzaak).label.lower()}. Dat is vaak niet te "
        "verwijten; zonder verwijt is er geen sanctie."
    )


@_op_rij
def _geen_automatische_boete(g: Geval, h: Handhaving) -> str:
    if not alleen_onwillig(g.m, h, g.peildatum):
        return ""
    return f"Bij een asielstatushouder: {asielboete(g.peildatum).betekenis}."


def _sanctie(g: Geval) -> bool:
    return g.waarde("besluit") in (BOETE, MAATREGEL)


def _andere_wet(g: Geval) -> str:
    besluit, grondslag = g.waarde("besluit"), g.waarde("grondslag")
    if besluit == BOETE and grondslag == PW:
        return (
            "De verplichting rust op de Participatiewet: dan kan alleen een maatregel, "
            "geen boete."
        )
    if besluit == MAATREGEL and grondslag == WI:
        return (
            "De verplichting rust op de Wet inburgering 2021: dan kan alleen een boete, "
            "geen maatregel."
        )
    return ""


def vernietigd(m: Moment, h: Handhaving) -> bool:
    """Of het besluit na bezwaar, beroep of hoger beroep van tafel is."""
    return any(
        van_tafel(b)
        for b in m.feiten.bezwaren
        if b.tegen == Bezwaartegen.HANDHAVING and b.bekend_op == h.verstuurd_op
    )


@_op_rij
def _al_bestraft(g: Geval, h: Handhaving) -> str:
    bestraft = any(
        ander.id != h.id
        and ander.gebeurd_op == h.gebeurd_op
        and ander.besluit in (BOETE, MAATREGEL)
        and not vernietigd(g.m, ander)
        for ander in g.m.feiten.handhavingen
    )
    if not _sanctie(g) or not bestraft:
        return ""
    return (
        f"Voor wat er op {nl(h.gebeurd_op)} gebeurde is al een sanctie opgelegd. Nooit "
        "twee sancties voor hetzelfde."
    )


@_op_rij
def _afspraak_al_bestraft(g: Geval, h: Handhaving) -> str:
    """Om dezelfde afspraak kan pas weer een sanctie volgen voor wat daarna gebeurde."""
    if not _sanctie(g) or h.afspraak is None:
        return ""
    for ander in g.m.feiten.handhavingen:
        if ander.id == h.id or ander.afspraak != h.afspraak:
            continue
        if ander.besluit not in (BOETE, MAATREGEL) or ander.besluit_op is None:
            continue
        if h.gebeurd_op <= ander.besluit_op and not vernietigd(g.m, ander):
            return (
                f"Om deze afspraak is op {nl(ander.besluit_op)} al een sanctie opgelegd. "
                "Een nieuwe kan alleen om wat daarna gebeurde; nooit twee sancties voor "
                "hetzelfde."
            )
    return ""


def _niet_verwijtbaar(g: Geval) -> str:
    if not _sanctie(g):
        return ""
    if g.waarde("verwijtbaarheid") in (None, "", Verwijtbaarheid.ONTBREEKT):
        return (
            "Zonder verwijt is er geen sanctie. Beoordeel eerst of het te verwijten is."
        )
    return ""


def _draagkracht(g: Geval) -> str:
    if g.waarde("besluit") != BOETE or g.waarde("draagkracht_bekeken"):
        return ""
    return "Kijk eerst of de persoon de boete kan betalen."


@_op_rij
def _bedrag(g: Geval, h: Handhaving) -> str:
    hoogste = maximum(g.m, h)
    if g.waarde("besluit") != BOETE or hoogste is None:
        return ""
    bedrag = g.getal("bedrag")
    if bedrag < 1:
        return "Vul het bedrag van de boete in."
    if bedrag > hoogste.waarde:
        return (
            f"De boete is hoogstens {hoogste.waarde} euro: {hoogste.betekenis} (niet "
            "bevestigd)."
        )
    return ""


@_op_rij
def _verminderd_en_vol(g: Geval, h: Handhaving) -> str:
    hoogste = maximum(g.m, h)
    if g.waarde("besluit") != BOETE or hoogste is None:
        return ""
    verminderd = g.waarde("verwijtbaarheid") == Verwijtbaarheid.VERMINDERD
    if not verminderd or g.getal("bedrag") < hoogste.waarde:
        return ""
    return "Het is verminderd te verwijten; weeg of het bedrag lager moet."


def _boete_lbt(g: Geval) -> str:
    if g.waarde("besluit") != BOETE or g.waarde("aanleiding") != Aanleiding.LBT:
        return ""
    return "Dat deze boete ook voor de leerbaarheidstoets geldt, is niet bevestigd."


def _zelfde_persoon(g: Geval) -> str:
    door = g.waarde("besloten_door")
    if not _sanctie(g) or door is None:
        return ""
    if door != g.waarde("rapport_door") and door not in (
        g.waarde("overwogen_door") or ()
    ):
        return ""
    return (
        "Wie het rapport maakte of de sanctie overwoog, beslist niet. Vraag een collega "
        "met mandaat."
    )


def _na(grens: Termijn, g: Geval) -> bool:
    """Of een boete na het einde van deze termijn wordt opgelegd."""
    dag = g.dag("besluit_op")
    return g.waarde("besluit") == BOETE and dag is not None and dag > grens.uiterlijk


@_op_rij
def _te_laat(g: Geval, h: Handhaving) -> str:
    grens = laatste_dag(g.m, h)
    if grens is None or not _na(grens, g):
        return ""
    return f"Een boete kon tot en met {nl(grens.uiterlijk)}."


@_op_rij
def _te_laat_beslist(g: Geval, h: Handhaving) -> str:
    grens = _besluittermijn(g.m, h)
    if grens is None or not _na(grens, g):
        return ""
    return (
        "De tijd om na het rapport te beslissen is voorbij sinds "
        f"{nl(grens.uiterlijk)}. Weeg of een boete nog redelijk is."
    )


@_op_rij
def _niet_onwillig(g: Geval, h: Handhaving) -> str:
    dag = g.dag("besluit_op") or g.peildatum
    if g.waarde("besluit") != BOETE or not alleen_onwillig(g.m, h, dag):
        return ""
    onwillig = g.waarde("verwijtbaarheid") == Verwijtbaarheid.AANHOUDEND
    if onwillig and h.toets_akkoord:
        return ""
    return f"Bij een asielstatushouder: {asielboete(dag).betekenis}."


def _verrekenen(g: Geval) -> str:
    if g.waarde("besluit") != BOETE:
        return ""
    return (
        "Verrekenen met de bijstand kan alleen als een verordening van de gemeente dat "
        "regelt."
    )


_BESLUITEN = (H.HANDHAVING_BESLUITEN,)
_MELDEN = (H.HANDHAVING_MELDEN,)
_OVERWEGEN = (H.HANDHAVING_OVERWEGEN,)


def _van_ladder() -> Iterable[Toets]:
    """Elke trede weigert de handelingen die na haar komen, op deze rij."""
    for trede in LADDER:
        na = tuple(h for h, treden in _EERST.items() if trede.naam in treden)
        mist = _op_rij(partial(_trede_mist, trede))
        if na:
            yield Toets(na, trede.velden[0], trede.bron, trede.label.lower(), mist)


TOETSEN: tuple[Toets, ...] = (
    Toets(
        _MELDEN,
        "grondslag",
        SAMENLOOP,
        "de wet waarop het rust",
        _andere_grondslag,
    ),
    Toets(
        _MELDEN, "afspraak", AFSPRAAK, "een afspraak van dit traject",
        _afspraak_onbekend,
    ),
    Toets(
        _MELDEN, "grondslag", AFSPRAAK, "de wet van de afspraak",
        _afspraak_op_andere_wet,
    ),
    Toets(
        _MELDEN, "afspraak", SCHULD, "een afspraak van de inburgeraar",
        _afspraak_van_een_ander,
    ),
    Toets(_MELDEN, "gebeurd_op", AFSPRAAK, "de afspraak gold", _afspraak_van_later),
    melding(_MELDEN, "gebeurd_op", SAMENLOOP, "hetzelfde gedrag", _lijkt_hetzelfde),
    Toets(_MELDEN, "gebeurd_op", BOETEGROND, "er gold een PIP", _zonder_pip),
    Toets(_MELDEN, "gebeurd_op", PLICHT, "niet voor de plicht", _voor_de_plicht),
    Toets(_MELDEN, "gebeurd_op", STIL, "niet als de plicht stil ligt", _lag_stil),
    Toets(
        (H.HANDHAVING_ONDERZOEKEN,),
        "oorzaak",
        SCHULD,
        "een besproken oorzaak heeft een naam",
        _oorzaak_leeg,
    ),
    *_van_ladder(),
    *(
        Toets((h,), veld, LAATSTE_MIDDEL, "eenmaal; daarna herstellen",
              partial(_al_gezet, veld))
        for h in (H.HANDHAVING_ONDERZOEKEN, H.HANDHAVING_OVERWEGEN)
        for veld in GEBEURD[h]
    ),
    Toets(_OVERWEGEN, "cautie_taal", CAUTIE, "in een taal", _cautie_onverstaanbaar),
    Toets(_OVERWEGEN, "tolk", CAUTIE, "met of zonder tolk", _tolk_onbekend),
    Toets(_OVERWEGEN, "rapport_door", RAPPORT, "van iemand", _rapport_van_niemand),
    melding(_OVERWEGEN, "oorzaak", SCHULD, "te verwijten", _niet_eigen_hand),
    melding(
        _OVERWEGEN,
        "overwogen_op",
        UNIERECHT,
        "geen automatische boete",
        _geen_automatische_boete,
    ),
    Toets(_BESLUITEN, "besluit", SAMENLOOP, "de sanctie volgt de wet", _andere_wet),
    Toets(_BESLUITEN, "besluit", SAMENLOOP, "nooit twee sancties", _al_bestraft),
    Toets(
        _BESLUITEN, "besluit", SAMENLOOP, "een sanctie per afspraak",
        _afspraak_al_bestraft,
    ),
    melding(_BESLUITEN, "besluit", SAMENLOOP, "hetzelfde gedrag", _lijkt_al_bestraft),
    Toets(
        _BESLUITEN, "besluit", STIL, "er was toen een plicht", _boete_zonder_plicht
    ),
    Toets(
        _BESLUITEN, "verwijtbaarheid", SCHULD, "geen sanctie zonder schuld",
        _niet_verwijtbaar,
    ),
    Toets(_BESLUITEN, "besluit", UNIERECHT, "aanhoudend onwillig", _niet_onwillig),
    Toets(
        _BESLUITEN, "draagkracht_bekeken", EVENREDIG, "draagkracht bekeken", _draagkracht
    ),
    Toets(
        _BESLUITEN, "bedrag", Bron("Wi2021", "22 en 23", C), "hoogste bedrag", _bedrag
    ),
    Toets(_BESLUITEN, "besluit", MANDAAT, "een ander beslist", _zelfde_persoon),
    Toets(
        _BESLUITEN, "besluit_op", Bron("Awb", "5:45", D), "niet te laat", _te_laat
    ),
    melding(
        _BESLUITEN, "besluit_op", Bron("Awb", "5:51", D), "op tijd na het rapport",
        _te_laat_beslist,
    ),
    melding(_BESLUITEN, "bedrag", EVENREDIG, "lager bij minder schuld", _verminderd_en_vol),
    melding(
        _BESLUITEN, "aanleiding", Bron("Wi2021", "22", D), "leerbaarheidstoets", _boete_lbt
    ),
    melding(_BESLUITEN, "bedrag", VERREKENEN, "verrekenen", _verrekenen),
)  # fmt: skip


# --- De termijnen ---------------------------------------------------------------------

GEBEURD_OP, VERSLAG = "Gebeurd op", "Verslag van"


def laatste_dag(m: Moment, h: Handhaving) -> Termijn | None:
    """Tot wanneer een boete nog kan; None als er geen boete kan."""
    if maximum(m, h) is None:
        return None
    zwaar = zware_procedure(m, h)
    naam = "boete_verval_jaren_zwaar" if zwaar else "boete_verval_jaren"
    return termijn(
        m,
        T.HANDHAVING_UITERLIJK,
        m.regel_vanaf(naam, h.gebeurd_op),
        h.gebeurd_op + DAG,
        f"gerekend vanaf {nl(h.gebeurd_op)}",
        voldaan_op=afgedaan_op(h),
        gebruikt=((GEBEURD_OP, h.gebeurd_op),),
    )


def _besluittermijn(m: Moment, h: Handhaving) -> Termijn | None:
    if h.rapport_op is None or h.grondslag != WI:
        return None
    return termijn(
        m,
        T.HANDHAVING_BESLUIT,
        m.regel_vanaf("boete_besluit_weken", h.rapport_op),
        h.rapport_op + DAG,
        f"gerekend vanaf het verslag van {nl(h.rapport_op)}",
        voldaan_op=afgedaan_op(h),
        gebruikt=((VERSLAG, h.rapport_op),),
    )


def _contact(m: Moment, h: Handhaving) -> Termijn | None:
    begin = max(h.gebeurd_op, h.vastgelegd_op)
    return termijn(
        m,
        T.HANDHAVING_CONTACT,
        m.regel_vanaf("contact_dagen", begin),
        begin,
        f"vraag wat er op {nl(h.gebeurd_op)} gebeurde en bied hulp aan",
        voldaan_op=TREDE["contact"].gedaan(h) or afgedaan_op(h),
        gebruikt=((GEBEURD_OP, h.gebeurd_op), ("Vastgelegd", h.vastgelegd_op)),
    )


def _reactie(m: Moment, h: Handhaving) -> Termijn | None:
    if h.rapport_op is None or h.grondslag != WI:
        return None
    return termijn(
        m,
        T.HANDHAVING_REACTIE,
        m.regel_vanaf("zienswijze_dagen", h.rapport_op),
        h.rapport_op,
        f"reactie op het verslag van {nl(h.rapport_op)}",
        voldaan_op=h.zienswijze_op or afgedaan_op(h),
        gebruikt=((VERSLAG, h.rapport_op),),
    )


def _bezwaartermijn(m: Moment, h: Handhaving) -> Termijn | None:
    if h.verstuurd_op is None:
        return None
    regel = m.regel_vanaf("pip_bezwaar_weken", h.verstuurd_op)
    bezwaar = termijn(
        m,
        T.HANDHAVING_BEZWAAR,
        regel,
        h.verstuurd_op + DAG,
        f"{regel.duur} na het versturen op {nl(h.verstuurd_op)}",
        gebruikt=(("Besluit verstuurd", h.verstuurd_op),),
    )
    return voorbij(bezwaar, m.peildatum)


def _eerste(
    bereken: Callable[[Moment, Handhaving], Termijn | None], m: Moment
) -> Termijn | None:
    """De dringendste open termijn van alle handhavingen, anders de laatste."""
    gevonden = [t for h in m.feiten.handhavingen if (t := bereken(m, h)) is not None]
    return min(
        (t for t in gevonden if t.open),
        key=lambda t: t.uiterlijk,
        default=gevonden[-1] if gevonden else None,
    )


NA_DE_START = LOOPT | {Trajectstatus.OPGESCHORT}
TERMIJNREGELS: tuple[Termijnregel, ...] = (
    Termijnregel(T.HANDHAVING_CONTACT, partial(_eerste, _contact), NA_DE_START),
    Termijnregel(T.HANDHAVING_REACTIE, partial(_eerste, _reactie), NA_DE_START),
    Termijnregel(T.HANDHAVING_BESLUIT, partial(_eerste, _besluittermijn), NA_DE_START),
    Termijnregel(T.HANDHAVING_UITERLIJK, partial(_eerste, laatste_dag), NA_DE_START),
    Termijnregel(T.HANDHAVING_BEZWAAR, partial(_eerste, _bezwaartermijn), ALTIJD),
)
