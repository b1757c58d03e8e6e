"""Kunnen de vastgelegde feiten van een traject onder de wet samen waar zijn?

``bevindingen`` speelt een dossier na: elk feit wordt opnieuw aan de wet voorgelegd, op de
dag waarop het gebeurde en met alles wat toen al was gebeurd. Wat toen niet kon, kan nu
niet waar zijn. Daarnaast worden de feiten onderling vergeleken (nummers van versies,
dubbele uren, overlijden, afsluiten). De regels zelf staan elders: een regel die erbij
komt, telt hier vanzelf mee.

Een feit van buiten wordt bewaard ook als het niet klopt; dan is het hier een bevinding.
Een verschil met DUO (DUO zegt voldaan, bij ons is iets open) kan waar zijn en heet een
verschil, geen fout.

Artikelen: die van de regel die is overtreden; eigen regels van het vastleggen hebben
geen artikel.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from functools import partial
from itertools import pairwise
from typing import Any

from inburgering.wet import dubbel, uitleg
from inburgering.wet.begrippen import (
    DUOBesluitsoort,
    Examenresultaat,
    Handhavingsbesluit,
    Herkomst,
    PIPStatus,
)
from inburgering.wet.bron import Bron, Zekerheid
from inburgering.wet.feiten import (
    PIP,
    SOORTEN,
    DUOBesluit,
    Feit,
    Feiten,
    GevolgdeUren,
    Leerbaarheidstoets,
)
from inburgering.wet.gelezen import gelezen
from inburgering.wet.handelingen import HANDELINGEN, Aard, Handeling, Regel
from inburgering.wet.kalender import OnvolledigeDatum
from inburgering.wet.leerroutes import ingangsdag
from inburgering.wet.moment import (
    BEGIN,
    LATER,
    Moment,
    geraakt,
    is_opschorting,
    moment,
    zonder_stap,
)
from inburgering.wet.parameters import IN_WERKING
from inburgering.wet.regels import Geval, dagen, nl
from inburgering.wet.toetsing import (
    GEBEURD,
    NIET_IN_DE_TOEKOMST,
    VOLGORDE,
    Overtreding,
    buiten_de_intake,
    is_verschil,
    overtredingen,
    toets_registratie,
)
from inburgering.wet.uitkomst import Gebruikt, Grond, NietToegestaan
from inburgering.wet.uitleg import GEEN, SOORTLABELS
from inburgering.wet.voorwaarden import PER_HANDELING as VOORWAARDEN
from inburgering.wet.voorwaarden import gebruikt_bij
from inburgering.wet.woorden import naam_van


H = Handeling
EIGEN = Bron("eigen", "", Zekerheid.A)


@dataclass(frozen=True, slots=True)
class Bevinding:
    """Iets wat niet samen waar kan zijn, bij het feit waar het staat.

    ``soort`` is het veld van ``Feiten`` ("traject" en "inburgeraar" voor de aanmelding),
    ``id`` het nummer van de rij (0 voor de aanmelding), ``veld`` het gegeven ("" als het
    om het hele feit gaat). ``verschil``: beide kunnen waar zijn, maar DUO en wij zeggen
    iets anders. ``gebruikt`` zijn de feiten die elkaar uitsluiten.
    """

    soort: str
    id: int
    veld: str
    tekst: str
    bron: Bron
    verschil: bool = False
    gebruikt: tuple[Gebruikt, ...] = ()


# --- De stappen van een feit ----------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Stap:
    """Een handeling die een rij schreef of aanvulde, en het veld met haar dag."""

    handeling: Handeling
    regel: Regel
    veld: str


def _stappen(soort: str) -> tuple[Stap, ...]:
    gevonden = []
    for handeling, regel in HANDELINGEN.items():
        velden = GEBEURD.get(handeling, ())
        if regel.feit != soort or (regel.op_rij and not velden):
            continue
        gevonden.append(Stap(handeling, regel, velden[0] if regel.op_rij else ""))
    return tuple(gevonden)


STAPPEN: Mapping[str, tuple[Stap, ...]] = {s: _stappen(s) for s in SOORTEN}


def _past_bij(stap: Stap, rij: Feit) -> bool:
    """Of deze stap bij de rij hoort; een PIP van elders kwam in een keer binnen."""
    if not isinstance(rij, PIP):
        return True
    van_elders = rij.herkomst == Herkomst.ANDERE_GEMEENTE
    return (stap.handeling == H.PIP_OVERNEMEN) == van_elders


def _dag(stap: Stap, rij: Feit) -> date | None:
    """De dag waarop de stap werd gezet; None als dat niet is gebeurd."""
    if stap.veld:
        dag: date | None = getattr(rij, stap.veld)
        return dag
    return BEGIN[type(rij)](rij) or rij.vastgelegd_op


def _velden(rij: Feit) -> dict[str, object]:
    return {veld.name: getattr(rij, veld.name) for veld in fields(rij)}


# Een besluit van DUO telt pas als het hier bekend is, en op de dag zelf nog niet: het kan
# daarna zijn binnengekomen. Zo ook het afsluiten.
SLUIT: Mapping[str, Callable[[Any], date]] = {
    "duo_besluiten": lambda b: max(b.besloten_op, b.vastgelegd_op),
    "afsluitingen": lambda a: a.afgesloten_op,
}


def _ervoor(feiten: Feiten, soort: str, rij: Feit, stap: Stap, dag: date) -> Feiten:
    """De feiten zoals zij waren voordat de stap werd gezet."""
    rijen: dict[str, Any] = {
        naam: tuple(r for r in getattr(feiten, naam) if op(r) < dag)
        for naam, op in SLUIT.items()
        if naam != soort
    }
    anderen = [r for r in getattr(feiten, soort) if r.id != rij.id]
    if soort in SLUIT:
        anderen = [r for r in anderen if (SLUIT[soort](r), r.id) < (dag, rij.id)]
    if stap.veld:
        anderen.append(zonder_stap(rij, stap.veld))
    anderen.sort(key=lambda r: r.id)
    rijen[soort] = tuple(anderen)
    return replace(feiten, **rijen)


def _kon_niet(stap: Stap, m: Moment) -> Overtreding | None:
    """Waarom een eigen handeling toen niet kon; een feit van buiten kan altijd."""
    if stap.regel.aard is Aard.FEIT_VAN_BUITEN:
        return None
    if m.status not in stap.regel.van:
        reden = f"{stap.handeling.label} kon niet bij de stand: {m.status.label}."
        lees = partial(uitleg.stand, m)
        return Overtreding(reden, stap.regel.bron, stap.veld, lees=lees)
    for v in VOORWAARDEN[stap.handeling]:
        if not v.vervuld(m):
            lees = partial(gebruikt_bij, v, m)
            return Overtreding(v.reden, v.bron, stap.veld, lees=lees)
    return None


def _telt(o: Overtreding) -> bool:
    """Of het een bevinding is; wat nog moest gebeuren, is er intussen misschien."""
    return (o.weigert or o.tegenstrijdig) and o.betekenis != NIET_IN_DE_TOEKOMST


def _nagespeeld(feiten: Feiten, soort: str, rij: Feit) -> Iterator[Bevinding]:
    """Elke stap van een rij, opnieuw aan de wet voorgelegd."""
    for stap in STAPPEN[soort]:
        dag = _dag(stap, rij) if _past_bij(stap, rij) else None
        if dag is None:
            continue
        if dag < IN_WERKING and stap.regel.aard is not Aard.FEIT_VAN_BUITEN:
            tekst = f"{nl(dag)} ligt voor {nl(IN_WERKING)}: toen gold deze wet niet."
            veld = stap.veld or "".join(GEBEURD.get(stap.handeling, ())[:1])
            gebruikt = ((naam_van(veld) if veld else SOORTLABELS[soort], dag),)
            bron = Bron("Wi2021", "54")
            yield Bevinding(soort, rij.id, veld, tekst, bron, gebruikt=gebruikt)
            continue
        op = max(dag, IN_WERKING)
        m = moment(_ervoor(feiten, soort, rij, stap, op), op)
        geval = Geval(
            stap.handeling,
            m,
            _velden(rij),
            zonder_stap(rij, stap.veld) if stap.veld else None,
        )
        gevonden = [o for o in overtredingen(geval) if _telt(o)]
        kon_niet = _kon_niet(stap, m)
        for o in [*gevonden, kon_niet] if kon_niet else gevonden:
            verschil = is_verschil(o)
            yield Bevinding(
                soort, rij.id, o.veld, o.reden, o.bron, verschil, o.gebruikt
            )


# --- De rij zelf ----------------------------------------------------------------------

GEBEURTENISSEN: Mapping[str, tuple[str, ...]] = {
    soort: tuple(
        dict.fromkeys(
            veld
            for h, regel in HANDELINGEN.items()
            if regel.feit == soort
            for veld in GEBEURD.get(h, ())
        )
    )
    for soort in (*SOORTEN, "traject")
}
# Wat iemand zelf doet, kan niet na het overlijden; wat over iemand wordt besloten wel.
ZELF_GEDAAN = frozenset(
    {
        "brede_intakes",
        "leerbaarheidstoetsen",
        "participaties",
        "uren",
        "gesprekken",
        "pvt",
        "map",
        "aanmeldingen",
        "examens",
        "z_afrondingen",
    }
)


def _onmogelijke_dag(
    feiten: Feiten, soort: str, rij: Feit, dag: date, op: date
) -> Iterator[tuple[str, Gebruikt]]:
    """Waarom deze dag niet kan, en naast welk feit; meestal een verkeerd jaar."""
    geboren = OnvolledigeDatum.lees(feiten.inburgeraar.geboortedatum).vroegste
    overleden = feiten.inburgeraar.overleden_op
    if dag > op:
        yield f"{nl(dag)} ligt in de toekomst.", (naam_van("peildatum"), op)
    if rij.vastgelegd_op < dag == BEGIN[type(rij)](rij):
        yield (
            f"Vastgelegd op {nl(rij.vastgelegd_op)}, voordat het gebeurde ({nl(dag)}).",
            (naam_van("vastgelegd_op"), rij.vastgelegd_op),
        )
    if dag < geboren:
        yield (
            f"{nl(dag)} ligt voor de geboortedatum.",
            (naam_van("geboortedatum"), geboren),
        )
    if overleden is not None and soort in ZELF_GEDAAN and dag > overleden:
        yield (
            f"{nl(dag)} ligt na het overlijden ({nl(overleden)}).",
            (naam_van("overleden_op"), overleden),
        )


def _in_de_rij(feiten: Feiten, soort: str, rij: Feit, op: date) -> Iterator[Bevinding]:
    """Wat aan een rij alleen al te zien is: dagen die niet kunnen."""
    for veld in GEBEURTENISSEN[soort]:
        dag = getattr(rij, veld, None)
        if dag is not None:
            for tekst, naast in _onmogelijke_dag(feiten, soort, rij, dag, op):
                gebruikt = ((naam_van(veld), dag), naast)
                yield Bevinding(soort, rij.id, veld, tekst, EIGEN, gebruikt=gebruikt)
    for handeling, eerst, later, wat in VOLGORDE:
        if HANDELINGEN[handeling].feit != soort:
            continue
        een, twee = getattr(rij, eerst), getattr(rij, later)
        if een is not None and twee is not None and twee < een:
            tekst = f"{nl(twee)} ligt voor {wat} ({nl(een)})."
            gebruikt = ((naam_van(eerst), een), (naam_van(later), twee))
            yield Bevinding(soort, rij.id, later, tekst, EIGEN, gebruikt=gebruikt)


@dataclass(frozen=True)
class Vorm:
    """Twee gegevens van een rij die bij elkaar horen."""

    soort: str
    veld: str
    betekenis: str
    klopt: Callable[[Any], bool]


# Wat op een dag gebeurde, zegt ook wat: waarom het eindigde, wat de uitkomst was.
ZEGT: tuple[tuple[str, str, str], ...] = (
    ("aanbod", "beeindigd_op", "reden_einde"),
    ("participaties", "einde", "reden_einde"),
    ("afspraken", "afgerond_op", "resultaat"),
    ("ontzorgen", "beeindigd_op", "reden_einde"),
    ("begeleidingen", "beeindigd_op", "reden_einde"),
    ("handhavingen", "zienswijze_op", "zienswijze_gebruikt"),
    ("handhavingen", "getoetst_op", "toets_akkoord"),
    ("handhavingen", "besluit_op", "besluit"),
    ("handhavingen", "gestopt_op", "reden_stoppen"),
    ("bezwaren", "besloten_op", "uitkomst"),
    ("bezwaren", "uitspraak_op", "uitspraak"),
    ("bezwaren", "hoger_uitspraak_op", "hoger_uitspraak"),
)
GETALLEN: Mapping[str, tuple[str, ...]] = {
    soort: tuple(
        veld.name
        for veld in fields(kind)
        if veld.type in (int, int | None) and veld.name != "id"
    )
    for soort, kind in SOORTEN.items()
}


def _pip_stand(p: PIP) -> bool:
    if p.status == PIPStatus.VASTGESTELD:
        return p.dagtekening is not None
    if p.status == PIPStatus.BESPROKEN:
        return p.besproken_op is not None and p.dagtekening is None
    return p.besproken_op is None and p.dagtekening is None


def _heeft_dag(dag: str, gevolg: str, rij: Feit) -> bool:
    return getattr(rij, dag) is not None or not getattr(rij, gevolg)


def _zegt_wat(dag: str, gevolg: str, rij: Feit) -> bool:
    return getattr(rij, dag) is None or getattr(rij, gevolg) not in (None, "")


def _nul_of_meer(veld: str, rij: Feit) -> bool:
    return (getattr(rij, veld) or 0) >= 0


def _afgenomen_met_score(t: Leerbaarheidstoets) -> bool:
    scores = (t.behaalde_score, t.benodigde_score)
    return t.afgenomen_op is not None or scores == (None, None)


VORMEN: tuple[Vorm, ...] = (
    Vorm("pips", "status", "de toestand past bij de datums", _pip_stand),
    Vorm("pips", "versie", "versies tellen vanaf 1", lambda p: p.versie >= 1),
    Vorm(
        "pips",
        "akkoord",
        "besproken is akkoord of niet",
        lambda p: (p.besproken_op is None) == (p.akkoord is None),
    ),
    Vorm(
        "pips",
        "reden_geen_akkoord",
        "niet akkoord heeft een reden",
        lambda p: p.akkoord is not False or bool(p.reden_geen_akkoord.strip()),
    ),
    Vorm(
        "examens",
        "reden",
        "een reden alleen zonder resultaat",
        lambda e: (e.resultaat == Examenresultaat.GEEN) == (e.reden is not None),
    ),
    Vorm(
        "leerbaarheidstoetsen",
        "uitkomst",
        "afgenomen heeft een uitkomst",
        lambda t: (t.afgenomen_op is None) == (t.uitkomst is None),
    ),
    Vorm(
        "leerbaarheidstoetsen",
        "behaalde_score",
        "een score alleen als de toets is afgenomen",
        _afgenomen_met_score,
    ),
    Vorm(
        "handhavingen",
        "bedrag",
        "een bedrag alleen bij een boete",
        lambda h: h.bedrag is None or h.besluit == Handhavingsbesluit.BOETE,
    ),
    *(
        Vorm(
            soort,
            gevolg,
            "bij de dag hoort wat er toen gebeurde",
            partial(_zegt_wat, dag, gevolg),
        )
        for soort, dag, gevolg in ZEGT
    ),
    *(
        Vorm(soort, veld, "een getal is nul of meer", partial(_nul_of_meer, veld))
        for soort, velden in GETALLEN.items()
        for veld in velden
    ),
    *(
        Vorm(
            soort,
            gevolg,
            "hoort bij de dag waarop het gebeurde",
            partial(_heeft_dag, dag, gevolg),
        )
        for soort, kind in SOORTEN.items()
        for dag, gevolgen in LATER.get(kind, {}).items()
        for gevolg in gevolgen
    ),
)
PER_SOORT: Mapping[str, tuple[Vorm, ...]] = {
    soort: tuple(v for v in VORMEN if v.soort == soort) for soort in SOORTEN
}


def _uit_vorm(soort: str, rij: Feit) -> Iterator[Bevinding]:
    for vorm in PER_SOORT[soort]:
        if not vorm.klopt(rij):
            tekst = f"Klopt niet: {vorm.betekenis}."
            gebruikt = gelezen(vorm.klopt, rij)
            yield Bevinding(soort, rij.id, vorm.veld, tekst, EIGEN, gebruikt=gebruikt)


# --- Feiten onderling -----------------------------------------------------------------


def _versies(feiten: Feiten) -> Iterator[Bevinding]:
    """Elk PIP een eigen nummer, in de volgorde van de dagtekening; hoogstens een open."""
    aantal = Counter(p.versie for p in feiten.pips)
    for pip in feiten.pips:
        if aantal[pip.versie] > 1:
            tekst = f"Er is meer dan een PIP met versie {pip.versie}."
            gebruikt: tuple[Gebruikt, ...] = (
                ("Versie", pip.versie),
                ("PIP's", aantal[pip.versie]),
            )
            yield Bevinding("pips", pip.id, "versie", tekst, EIGEN, gebruikt=gebruikt)
    vast = sorted((p for p in feiten.pips if p.dagtekening), key=lambda p: p.versie)
    for eerder, later in pairwise(vast):
        een, twee = eerder.dagtekening, later.dagtekening
        if een is not None and twee is not None and twee < een:
            tekst = (
                f"Versie {later.versie} ({nl(twee)}) is van voor versie "
                f"{eerder.versie} ({nl(een)})."
            )
            gebruikt = (
                (f"Dagtekening van versie {eerder.versie}", een),
                (f"Dagtekening van versie {later.versie}", twee),
            )
            bron = Bron("DUO", "PIP")
            for pip in (eerder, later):
                yield Bevinding(
                    "pips", pip.id, "dagtekening", tekst, bron, gebruikt=gebruikt
                )
    open_ = [p for p in feiten.pips if p.status != PIPStatus.VASTGESTELD]
    for pip in open_[:-1]:
        tekst = "Er staat meer dan een PIP open."
        gebruikt = (("Versies die openstaan", ", ".join(str(p.versie) for p in open_)),)
        yield Bevinding("pips", pip.id, "status", tekst, EIGEN, gebruikt=gebruikt)


def _dubbele_uren(feiten: Feiten) -> Iterator[Bevinding]:
    """Uren van een soort over hetzelfde tijdvak; beide rijen worden genoemd.

    Vergeleken wordt met het tijdvak dat tot dan het langst duurt: dat kan over meer dan
    de volgende rij heen liggen.
    """
    langst: dict[str, GevolgdeUren] = {}
    for twee in sorted(feiten.uren, key=lambda u: (u.van, u.id)):
        een = langst.get(twee.soort)
        if een is None or twee.tot_en_met >= een.tot_en_met:
            langst[twee.soort] = twee
        if een is not None and twee.van <= een.tot_en_met:
            tekst = (
                f"Uren van {nl(een.van)} tot en met {nl(een.tot_en_met)} en van "
                f"{nl(twee.van)} tot en met {nl(twee.tot_en_met)} overlappen."
            )
            gebruikt = (
                ("Soort", een.soort.label),
                ("Laatste dag van de ene", een.tot_en_met),
                ("Eerste dag van de andere", twee.van),
            )
            for rij in (een, twee):
                yield Bevinding("uren", rij.id, "van", tekst, EIGEN, gebruikt=gebruikt)


def _gesloten(feiten: Feiten) -> Iterator[Bevinding]:
    """Hoogstens een afsluiting tegelijk, en niets vastgelegd in een gesloten dossier."""
    rijen = sorted(feiten.afsluitingen, key=lambda a: (a.afgesloten_op, a.id))
    for een, twee in pairwise(rijen):
        if een.heropend_op is None or twee.afgesloten_op < een.heropend_op:
            tekst = "Het dossier was al afgesloten."
            gebruikt = dagen(
                ("Afgesloten op", twee.afgesloten_op),
                ("Al afgesloten op", een.afgesloten_op),
                ("Heropend op", een.heropend_op),
            )
            yield Bevinding(
                "afsluitingen",
                twee.id,
                "afgesloten_op",
                tekst,
                EIGEN,
                gebruikt=gebruikt,
            )
    for dicht in rijen:
        tot = dicht.heropend_op or date.max
        for soort in SOORTEN:
            for rij in getattr(feiten, soort):
                if rij is dicht or not dicht.vastgelegd_op < rij.vastgelegd_op < tot:
                    continue
                tekst = f"Vastgelegd na het afsluiten op {nl(dicht.afgesloten_op)}."
                gebruikt = (
                    ("Vastgelegd op", rij.vastgelegd_op),
                    ("Afgesloten op", dicht.afgesloten_op),
                )
                yield Bevinding(
                    soort, rij.id, "vastgelegd_op", tekst, EIGEN, gebruikt=gebruikt
                )


def _wat_er_was(
    intrekking: DUOBesluit, vrij: Iterable[DUOBesluit]
) -> DUOBesluit | None:
    """De vrijstelling die een intrekking raakt; None als er toen geen was."""
    toen = [b for b in vrij if b.besloten_op <= intrekking.besloten_op]
    toen.sort(key=lambda b: (b.besloten_op, b.id))
    return toen[geraakt(intrekking, toen)] if toen else None


def _ingetrokken(feiten: Feiten) -> Iterator[Bevinding]:
    """Intrekken kan alleen wat er was, en toen het er was."""
    vrij = [b for b in feiten.duo_besluiten if is_opschorting(b)]
    for besluit in feiten.duo_besluiten:
        if besluit.soort != DUOBesluitsoort.VRIJSTELLING_INGETROKKEN:
            continue
        gegeven, dag = _wat_er_was(besluit, vrij), ingangsdag(besluit)
        veld, gebruikt = "soort", ((besluit.soort.label, besluit.besloten_op),)
        naast: tuple[Gebruikt, ...]
        if gegeven is None:
            tekst = "Er was geen tijdelijke vrijstelling om in te trekken."
            naast = ((DUOBesluitsoort.VRIJSTELLING_TIJDELIJK.label, GEEN),)
        else:
            begin, einde = ingangsdag(gegeven), gegeven.einddatum
            if begin <= dag and (einde is None or dag <= einde):
                continue
            veld, tekst = "ingang", f"Op {nl(dag)} gold de vrijstelling niet."
            naast = dagen(("Begin", begin), ("Geldt tot", einde))
        yield Bevinding(
            "duo_besluiten",
            besluit.id,
            veld,
            tekst,
            Bron("DUO", "SS129 en SS130"),
            gebruikt=(*gebruikt, *naast),
        )


def _tweemaal(feiten: Feiten) -> Iterator[Bevinding]:
    """Hetzelfde feit tweemaal, ook als het een pas later bekend werd."""
    for soort, velden in dubbel.PER_SOORT.items():
        rijen = getattr(feiten, soort)
        for rij in rijen:
            anderen = [r for r in rijen if r.id != rij.id]
            if tekst := dubbel.dubbel(partial(getattr, rij), soort, anderen):
                gebruikt = ((naam_van(velden[0]), getattr(rij, velden[0])),)
                yield Bevinding(
                    soort, rij.id, velden[0], tekst, EIGEN, gebruikt=gebruikt
                )


def _buiten_de_intake(feiten: Feiten) -> Iterator[Bevinding]:
    """Uren van de intake die er helemaal voor of na liggen."""
    for rij in feiten.uren:
        tekst = buiten_de_intake(
            rij.soort, rij.van, rij.tot_en_met, feiten.brede_intakes
        )
        if tekst:
            gebruikt = (("Soort", rij.soort.label), ("Eerste dag", rij.van))
            bron = Bron("Besluit", "3.14")
            yield Bevinding("uren", rij.id, "soort", tekst, bron, gebruikt=gebruikt)


def _beginsituatie(feiten: Feiten, op: date) -> Iterator[Bevinding]:
    """Antwoorden van een intake die niet bij hun vraag passen."""
    for rij in feiten.brede_intakes:
        geval = Geval(H.INTAKE_INVULLEN, moment(feiten, op), {}, rij)
        for o in overtredingen(geval):
            yield Bevinding(
                "brede_intakes", rij.id, o.veld, o.reden, o.bron, gebruikt=o.gebruikt
            )


ONDERLING: tuple[Callable[[Feiten], Iterator[Bevinding]], ...] = (
    _versies,
    _dubbele_uren,
    _gesloten,
    _ingetrokken,
    _tweemaal,
    _buiten_de_intake,
)


# --- De aanmelding --------------------------------------------------------------------


def _aanmelding(feiten: Feiten, op: date) -> Iterator[Bevinding]:
    """De registratie en wat daarna is aangevuld."""
    persoon, traject = feiten.inburgeraar, feiten.traject
    try:
        OnvolledigeDatum.lees(persoon.geboortedatum)
    except ValueError:
        tekst = "Deze geboortedatum bestaat niet."
        gebruikt = (("Geboortedatum", "niet te lezen"),)
        yield Bevinding(
            "inburgeraar", 0, "geboortedatum", tekst, EIGEN, gebruikt=gebruikt
        )
        return
    gegevens = {veld.name: getattr(traject, veld.name) for veld in fields(traject)}
    gegevens |= {veld.name: getattr(persoon, veld.name) for veld in fields(persoon)}
    gemeld = set()
    toen = gegevens | {
        veld: None
        for veld in ("datum_kennisgeving", "datum_inschrijving", "overleden_op")
        if gegevens[veld] and gegevens[veld] > traject.geregistreerd_op
    }
    if (kennisgeving := gegevens["datum_kennisgeving"]) is not None:
        toen["datum_kennisgeving"] = min(kennisgeving, traject.geregistreerd_op)
    try:
        toets_registratie(toen, traject.geregistreerd_op)
    except NietToegestaan as fout:
        for grond in fout.gronden:
            gemeld.add(grond.veld)
            yield _van_aanmelding(feiten, grond)
    m = moment(feiten, op)
    for o in overtredingen(Geval(H.TRAJECT_AANVULLEN, m, gegevens, None)):
        if (o.weigert or o.tegenstrijdig) and o.veld not in gemeld:
            yield _van_aanmelding(feiten, o)


def _van_aanmelding(feiten: Feiten, o: Grond | Overtreding) -> Bevinding:
    soort = "inburgeraar" if hasattr(feiten.inburgeraar, o.veld) else "traject"
    return Bevinding(soort, 0, o.veld, o.reden, o.bron, gebruikt=o.gebruikt)


# --- Alles bij elkaar -----------------------------------------------------------------


def _alle(feiten: Feiten, op: date) -> Iterator[Bevinding]:
    eerst = list(_aanmelding(feiten, op))
    yield from eerst
    if any(b.veld == "geboortedatum" and b.bron is EIGEN for b in eerst):
        return  # zonder geboortedatum is er niets na te spelen
    for soort in SOORTEN:
        for rij in getattr(feiten, soort):
            yield from _in_de_rij(feiten, soort, rij, op)
            yield from _uit_vorm(soort, rij)
            yield from _nagespeeld(feiten, soort, rij)
    for regel in ONDERLING:
        yield from regel(feiten)
    yield from _beginsituatie(feiten, op)


def bevindingen(feiten: Feiten, peildatum: date) -> tuple[Bevinding, ...]:
    """Alles wat in dit dossier op de peildatum niet samen waar kan zijn, eenmaal.

    Zonder bevindingen (of met alleen verschillen) klopt het dossier.
    """
    gevonden: dict[tuple[str, int, str, str], Bevinding] = {}
    for b in _alle(feiten, peildatum):
        gevonden.setdefault((b.soort, b.id, b.veld, b.tekst), b)
    return tuple(gevonden.values())


def klopt(gevonden: Iterable[Bevinding]) -> bool:
    """Of een dossier klopt: alleen verschillen met DUO mogen overblijven."""
    return all(b.verschil for b in gevonden)
