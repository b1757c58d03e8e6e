"""Mag deze handeling met deze gegevens: de inhoud, regel voor regel.

``toets`` kijkt naar de gegevens van een handeling (datums, niveaus, uren); of zij in
deze toestand kan, staat in ``wet.voorwaarden``. ``gegevens`` heeft de veldnamen van het
feit (``wet.feiten``), en ``id`` van de rij bij een handeling die een rij aanvult; wat
niet is meegegeven, komt van die rij. Een gegeven dat nergens staat, wordt niet getoetst.

Een besluit of eigen handeling die niet mag, wordt geweigerd met reden en artikel. Een
feit van buiten wordt nooit geweigerd om zijn inhoud, alleen als het niet gebeurd kan
zijn (een dag in de toekomst, een einde voor het begin, meer uren dan er in een dag gaan)
of als niet te zien is wat het zegt; wat tegenstrijdig is, wordt een melding.

Artikelen: Wi2021 art. 6, 11, 14-17 en 32; Besluit art. 3.1, 3.2, 3.14, 5.3 en 5.5; de
controles van DUO (PIP SDI014, MapPvtZroute SDI016).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any, cast

from inburgering.wet import (
    aanvraag,
    afspraken,
    begeleiding,
    bezwaar,
    boete,
    dubbel,
    duo,
    duobesluit,
    einde,
    examens,
    handhaving,
    leerbaarheidstoets,
    ontzorgen,
    pipinhoud,
    verblijf,
    verzuim,
)
from inburgering.wet.begrippen import (
    TAALONDERDELEN,
    Doelgroep,
    Examenresultaat,
    LBTUitkomst,
    Leerroute,
    Niveau,
    Onderdeel,
    Urensoort,
    Verblijfsituatie,
    Volggrond,
)
from inburgering.wet.bron import Bron, Zekerheid
from inburgering.wet.feiten import PIP, BredeIntake, Feit, Feiten, Instelling
from inburgering.wet.gelezen import gelezen
from inburgering.wet.handelingen import HANDELINGEN, Aard, Handeling
from inburgering.wet.intake import BRON as INTAKE_BRON
from inburgering.wet.intake import (
    VRAGEN,
    Antwoorden,
    antwoordfouten,
    volledigheid,
)
from inburgering.wet.intakeuitkomst import uitkomstfouten
from inburgering.wet.intakevragen import eigen_vragen
from inburgering.wet.kalender import DAG, OnvolledigeDatum
from inburgering.wet.leerroutes import (
    TELT_VOOR_PARTICIPATIE,
    Keuzes,
    pip_overtredingen,
    uren_voor_afschalen,
)
from inburgering.wet.looptijd import inburgeringstermijn
from inburgering.wet.moment import Moment, is_in_opvang, komt_van_elders, moment
from inburgering.wet.parameters import IN_WERKING
from inburgering.wet.plicht import (
    OVERGANG,
    Aanmelding,
    begon_voor_de_wet,
    gronden_tegen,
    waarschuwingen,
)
from inburgering.wet.regels import Geval, Toets, botst, melding, nl
from inburgering.wet.termijnen import wisselvenster
from inburgering.wet.uitkomst import Gebruikt, Grond, Melding, NietToegestaan
from inburgering.wet.uitleg import VAN_HANDELING
from inburgering.wet.voorwaarden import OPEN_RIJ, is_open_rij, rij_voor
from inburgering.wet.woorden import naam_van, waarde_van


A, B, C, D = Zekerheid.A, Zekerheid.B, Zekerheid.C, Zekerheid.D
H = Handeling


@dataclass(frozen=True, slots=True)
class Overtreding:
    """Een regel die is overtreden: wat, waar, en of de wet het daarom weigert.

    ``lees`` zoekt de feiten op waarop dat rust, voor wie ernaar vraagt.
    """

    reden: str
    bron: Bron
    veld: str
    weigert: bool = True
    tegenstrijdig: bool = False
    betekenis: str = ""
    lees: Callable[[], tuple[Gebruikt, ...]] = field(default=tuple, compare=False)

    @property
    def gebruikt(self) -> tuple[Gebruikt, ...]:
        """De feiten waar de regel naar keek."""
        return self.lees()


# --- Wat niet gebeurd kan zijn --------------------------------------------------------

# De velden die een gebeurtenis noemen: zij liggen nooit in de toekomst. Een plan
# (verwacht begin, volgend gesprek, uitstroom uit de opvang) mag dat wel.
GEBEURD: Mapping[Handeling, tuple[str, ...]] = {
    H.TRAJECT_AANVULLEN: (
        "datum_plicht",
        "datum_kennisgeving",
        "datum_inschrijving",
        "datum_koppeling",
        "informatie_derden_op",
        "overleden_op",
    ),
    H.INTAKE_STARTEN: ("gestart_op",),
    H.INTAKE_AFRONDEN: ("afgerond_op",),
    H.LEERBAARHEIDSTOETS_VASTLEGGEN: ("afgenomen_op",),
    H.PIP_OPSTELLEN: ("opgesteld_op",),
    H.PIP_BESPREKEN: ("besproken_op",),
    H.PIP_VASTSTELLEN: ("dagtekening",),
    H.PIP_VERSTUREN: ("verstuurd_op",),
    H.PIP_OVERNEMEN: ("dagtekening", "verstuurd_op", "besproken_op"),
    H.AANBOD_DOEN: ("aangeboden_op",),
    H.AANBOD_STARTEN: ("begonnen_op",),
    H.AANBOD_BEEINDIGEN: ("beeindigd_op",),
    H.PARTICIPATIE_STARTEN: ("begin",),
    H.PARTICIPATIE_BEEINDIGEN: ("einde",),
    H.UREN_VASTLEGGEN: ("van", "tot_en_met"),
    H.VOORTGANGSGESPREK_VOEREN: ("gevoerd_op",),
    H.PVT_STARTEN: ("begonnen_op",),
    H.PVT_ONDERTEKENEN: ("ondertekend_op",),
    H.MAP_STARTEN: ("begonnen_op",),
    H.MAP_AFRONDEN: ("eindgesprek_op",),
    H.EXAMEN_VASTLEGGEN: ("afgelegd_op",),
    H.ZROUTE_AFRONDEN: ("afgerond_op",),
    H.DUOBESLUIT_VASTLEGGEN: ("besloten_op",),
    H.TRAJECT_AFSLUITEN: ("afgesloten_op",),
    H.TRAJECT_HEROPENEN: ("heropend_op",),
    **aanvraag.GEBEURD,
    **verblijf.GEBEURD,
    **afspraken.GEBEURD,
    **ontzorgen.GEBEURD,
    **begeleiding.GEBEURD,
    **examens.GEBEURD,
    **handhaving.GEBEURD,
    **bezwaar.GEBEURD,
}


NIET_IN_DE_TOEKOMST = "niet in de toekomst"


def _in_toekomst(veld: str, g: Geval) -> str:
    dag = g.dag(veld)
    if dag is None or dag <= g.peildatum:
        return ""
    return f"{nl(dag)} ligt in de toekomst. Leg dit vast als het is gebeurd."


def _voor_geboorte(veld: str, g: Geval) -> str:
    dag = g.dag(veld)
    geboren = OnvolledigeDatum.lees(g.m.feiten.inburgeraar.geboortedatum).vroegste
    if dag is None or dag >= geboren:
        return ""
    return f"{nl(dag)} ligt voor de geboortedatum. Controleer het jaar."


def _voor_de_wet(veld: str, g: Geval) -> str:
    dag = g.dag(veld)
    if dag is None or dag >= IN_WERKING:
        return ""
    return f"{nl(dag)} ligt voor {nl(IN_WERKING)}: toen gold deze wet niet."


def _geboortedatum_fout(g: Geval) -> str:
    try:
        geboren = OnvolledigeDatum.lees(str(g.gegevens.get("geboortedatum") or ""))
    except ValueError:
        return GEEN_GEBOORTEDATUM
    return NOG_NIET_GEBOREN if geboren.vroegste > g.peildatum else ""


GEEN_GEBOORTEDATUM = (
    "Deze geboortedatum bestaat niet. Schrijf jaar, maand en dag; een onbekende maand of "
    "dag is 00."
)
NOG_NIET_GEBOREN = "De geboortedatum ligt in de toekomst."


def _rij_niet_open(g: Geval) -> str:
    if g.rij is None or is_open_rij(g.handeling, g.rij):
        return ""
    return (
        f"{g.handeling.label}: dat kan niet (meer) bij dit gegeven. Klopt er iets niet, "
        "herstel dan wat is vastgelegd."
    )


# De velden in hun volgorde: het tweede nooit voor het eerste. Voor de eigen stappen en
# voor wat anders niet gebeurd kan zijn.
VOLGORDE: tuple[tuple[Handeling, str, str, str], ...] = (
    (H.INTAKE_AFRONDEN, "gestart_op", "afgerond_op", "de start van de intake"),
    (H.PIP_BESPREKEN, "opgesteld_op", "besproken_op", "het opstellen van het PIP"),
    (H.PIP_VASTSTELLEN, "besproken_op", "dagtekening", "het gesprek over het PIP"),
    (H.PIP_VERSTUREN, "dagtekening", "verstuurd_op", "de dagtekening"),
    (H.PIP_OVERNEMEN, "dagtekening", "verstuurd_op", "de dagtekening"),
    (H.AANBOD_DOEN, "verwacht_begin", "verwacht_einde", "het verwachte begin"),
    (H.AANBOD_BEEINDIGEN, "aangeboden_op", "beeindigd_op", "het aanbod"),
    (H.AANBOD_BEEINDIGEN, "begonnen_op", "beeindigd_op", "het begin"),
    (H.PARTICIPATIE_STARTEN, "begin", "einde", "het begin"),
    (H.PARTICIPATIE_BEEINDIGEN, "begin", "einde", "het begin"),
    (H.UREN_VASTLEGGEN, "van", "tot_en_met", "de eerste dag"),
    (H.VOORTGANGSGESPREK_VOEREN, "gevoerd_op", "volgend_gesprek_op", "dit gesprek"),
    (H.PVT_ONDERTEKENEN, "begonnen_op", "ondertekend_op", "de start van het PVT"),
    (H.MAP_AFRONDEN, "begonnen_op", "eindgesprek_op", "de start van de MAP"),
    (H.DUOBESLUIT_VASTLEGGEN, "ingang", "einddatum", "de ingang"),
    (H.TRAJECT_HEROPENEN, "afgesloten_op", "heropend_op", "het afsluiten"),
    *aanvraag.VOLGORDE,
    *afspraken.VOLGORDE,
    *ontzorgen.VOLGORDE,
    *begeleiding.VOLGORDE,
    *examens.VOLGORDE,
    *handhaving.VOLGORDE,
    *bezwaar.VOLGORDE,
)


def _verkeerde_volgorde(eerst: str, later: str, wat: str, g: Geval) -> str:
    begin, einde = g.dag(eerst), g.dag(later)
    if begin is None or einde is None or einde >= begin:
        return ""
    return f"{nl(einde)} ligt voor {wat} ({nl(begin)}). Controleer beide datums."


# --- De intake en de leerbaarheidstoets -----------------------------------------------


def _intake_niet_volledig(g: Geval) -> str:
    antwoorden = cast(Antwoorden, g.waarde("antwoorden") or {})
    eigen = eigen_vragen(g.m.feiten.intakevragen)
    beantwoord, vragen = volledigheid(antwoorden, g.peildatum, eigen)
    if beantwoord == vragen:
        return ""
    return (
        f"Van de beginsituatie zijn {beantwoord} van de {vragen} vragen beantwoord. Vul "
        "aan wat u weet; ook na het afronden kan dat nog."
    )


def _lbt_leeg(g: Geval) -> str:
    if g.dag("afgenomen_op") or g.waarde("uitzondering"):
        return ""
    return "Vul in wanneer de toets is afgenomen, of waarom zij niet is afgenomen."


def _lbt_beide(g: Geval) -> str:
    if not g.waarde("uitzondering") or not g.waarde("uitkomst"):
        return ""
    return "De toets is afgenomen of niet: vul een uitkomst in of een uitzondering."


def _lbt_score(g: Geval) -> str:
    behaald, nodig = g.waarde("behaalde_score"), g.waarde("benodigde_score")
    if behaald is None or nodig is None:
        return ""
    past = LBTUitkomst.HAALBAAR if behaald >= nodig else LBTUitkomst.NIET_HAALBAAR
    if g.waarde("uitkomst") in (past, LBTUitkomst.ONBEKEND, None, ""):
        return ""
    return f"De scores ({behaald}, nodig {nodig}) passen niet bij de uitkomst."


def _lbt_herhaald(g: Geval) -> str:
    if not any(t.afgenomen_op for t in g.m.feiten.leerbaarheidstoetsen):
        return ""
    return (
        "Er is al een leerbaarheidstoets vastgelegd. De toets wordt eenmaal afgenomen."
    )


# --- Het PIP --------------------------------------------------------------------------


def _keuzes(g: Geval) -> Keuzes | None:
    leerroute = g.waarde("leerroute")
    if not leerroute:
        return None
    niveaus = cast(Mapping[str, str], g.waarde("niveaus") or {})
    intensiteit = g.waarde("intensiteit")
    return Keuzes(
        leerroute=Leerroute(leerroute),
        niveaus={deel: niveau for deel, niveau in niveaus.items() if niveau},
        intensiteit=None if intensiteit in (None, "") else int(intensiteit),
        afschalen_reden=str(g.waarde("afschalen_reden") or ""),
        afschalen_inspanning=str(g.waarde("afschalen_inspanning") or ""),
        doelgroep=g.m.traject.doelgroep,
        eerste=not g.m.vastgesteld,
        uren_met_keurmerk=uren_voor_afschalen(g.m.feiten.uren),
        peildatum=g.peildatum,
        instellingen=g.m.feiten.instellingen,
        al_lager=_al_lager(g.m.pip),
    )


def _al_lager(pip: PIP | None) -> frozenset[str]:
    """De onderdelen waarvoor het PIP dat geldt in de B1-route al A2 vraagt."""
    if pip is None or pip.leerroute != Leerroute.B1:
        return frozenset()
    return frozenset(deel for deel, n in pip.niveaus.items() if n == Niveau.A2)


def _pip_inhoud(g: Geval) -> Iterator[Overtreding]:
    """Wat een PIP zegt en niet kan; het veld staat bij de regel."""
    keuzes = _keuzes(g)
    if keuzes is None:
        return
    for regel, reden in pip_overtredingen(keuzes):
        lees = partial(gelezen, regel.overtreden, keuzes)
        yield Overtreding(reden, regel.bron, regel.veld, lees=lees)


def _pip_van_elders_klopt_niet(g: Geval) -> str:
    keuzes = _keuzes(g)
    return " ".join(reden for _, reden in pip_overtredingen(keuzes)) if keuzes else ""


def _intensiteit_onmogelijk(g: Geval) -> str:
    uren = g.waarde("intensiteit")
    hoogste = g.m.regel("hoogste_intensiteit_duo").waarde
    if uren in (None, "") or 1 <= int(uren) <= hoogste:
        return ""
    return f"Vul een aantal uren van 1 tot en met {hoogste} in."


def _intensiteit_hoog(g: Geval) -> str:
    gewoon = g.m.regel("taal_uren_intensiteit").waarde
    if g.getal("intensiteit") <= gewoon:
        return ""
    return (
        f"Meer dan {gewoon} uur is veel voor de B1-route. Controleer het getal; DUO neemt "
        "het wel aan."
    )


def _wijkt_af_van_lbt(g: Geval) -> str:
    uitkomsten = [t.uitkomst for t in g.m.feiten.leerbaarheidstoetsen if t.uitkomst]
    if not uitkomsten or g.waarde("leerroute") is None:
        return ""
    hoog = g.waarde("leerroute") != Leerroute.Z
    haalbaar = {LBTUitkomst.HAALBAAR: True, LBTUitkomst.NIET_HAALBAAR: False}
    if haalbaar.get(uitkomsten[-1], hoog) == hoog:
        return ""
    return (
        "De leerroute wijkt af van de leerbaarheidstoets. Dat mag; leg in het PIP uit "
        "waarom."
    )


def _wisselt_te_laat(g: Geval) -> str:
    venster, nu = wisselvenster(g.m), g.m.leerroute
    if venster is None or not g.waarde("leerroute") or g.waarde("leerroute") == nu:
        return ""
    dag = g.dag("dagtekening") or g.peildatum
    if dag <= venster.uiterlijk:
        return ""
    return (
        f"De leerroute wijzigen kon tot en met {nl(venster.uiterlijk)}, en daarna alleen "
        "bij bijzondere omstandigheden (niet bevestigd). Leg die uit in het PIP."
    )


def _andere_route_na_verhuizing(g: Geval) -> str:
    vorige = g.m.pip
    if vorige is None or not g.waarde("leerroute"):
        return ""
    if (
        vorige.herkomst != "andere_gemeente"
        or g.waarde("leerroute") == vorige.leerroute
    ):
        return ""
    return (
        "Na een verhuizing volgt het nieuwe PIP de leerroute van de vorige gemeente "
        "(niet bevestigd)."
    )


def _dagtekening_voor_plicht(g: Geval) -> str:
    dag, plicht = g.dag("dagtekening"), g.m.traject.datum_plicht
    if dag is None or plicht is None or dag >= plicht:
        return ""
    return (
        f"De dagtekening ({nl(dag)}) ligt voor de eerste dag van de plicht "
        f"({nl(plicht)}). Kies een latere dag, of verbeter de datum van de plicht."
    )


def _dagtekening_voor_wet(g: Geval) -> str:
    dag = g.dag("dagtekening")
    if dag is None or dag >= IN_WERKING:
        return ""
    return f"Een PIP van voor {nl(IN_WERKING)} bestaat niet in deze wet."


def _dagtekening_voor_eerder_pip(g: Geval) -> str:
    dag = g.dag("dagtekening")
    laatste = g.m.pip.dagtekening if g.m.pip else None
    if dag is None or laatste is None or dag >= laatste:
        return ""
    return (
        f"De dagtekening ({nl(dag)}) ligt voor die van het PIP dat nu geldt "
        f"({nl(laatste)}). Kies een latere dag."
    )


def _plicht_onbekend(g: Geval) -> str:
    if g.m.traject.datum_plicht is not None:
        return ""
    return (
        "De eerste dag van de plicht is niet bekend. Vul haar aan als DUO haar geeft."
    )


def _nog_niet_in_gemeente(g: Geval) -> str:
    dag, t = g.dag("dagtekening"), g.m.traject
    if dag is None:
        return ""
    ingeschreven = t.datum_inschrijving
    if not is_in_opvang(t, dag) and (ingeschreven is None or ingeschreven <= dag):
        return ""
    jaren = g.m.regel_vanaf("termijn_jaren", dag + DAG).voluit
    return (
        "De persoon woonde op de dagtekening nog niet in de gemeente. De termijn van "
        f"{jaren} begint toch de dag erna, en DUO kan het PIP weigeren."
    )


def _niet_het_nieuwste(g: Geval) -> str:
    nieuwste = g.m.open_pip
    if not isinstance(g.rij, PIP) or nieuwste is None:
        return ""
    if g.rij.versie == nieuwste.versie:
        return ""
    return "Er is een nieuwere versie van het PIP. Ga verder met die versie."


def _geen_keuze_akkoord(g: Geval) -> str:
    if g.waarde("akkoord") is None:
        return "Kies of de inburgeraar akkoord is."
    return ""


def _geen_reden(g: Geval) -> str:
    niet_akkoord = g.waarde("akkoord") is False
    if not niet_akkoord or str(g.waarde("reden_geen_akkoord") or "").strip():
        return ""
    return "Schrijf op waarom de inburgeraar niet akkoord is, in diens woorden."


def _vastgesteld_zonder_akkoord(g: Geval) -> str:
    if g.waarde("akkoord") is not False:
        return ""
    return "De inburgeraar is niet akkoord. Leg in de beschikking uit waarom u toch besluit."


# --- Aanbod, duaal traject en uren ----------------------------------------------------


def _aanbod_andere_route(g: Geval) -> str:
    route, nu = g.waarde("leerroute"), g.m.leerroute
    if not route or nu is None or route == nu:
        return ""
    return (
        f"Het aanbod volgt het PIP: de leerroute is {nu.label}. Kies die, of wijzig "
        "eerst het PIP."
    )


def _zonder_keurmerk(g: Geval) -> str:
    if g.waarde("met_keurmerk") is not False:
        return ""
    return (
        "De aanbieder heeft geen keurmerk. Kies een aanbieder met keurmerk, of werk de "
        "aanbieder bij."
    )


def _aanbod_voor_pip(g: Geval) -> str:
    dag, pip = g.dag("aangeboden_op"), g.m.pip
    if dag is None or pip is None or pip.dagtekening is None or dag >= pip.dagtekening:
        return ""
    return (
        f"Het aanbod ({nl(dag)}) ligt voor het PIP dat nu geldt "
        f"({nl(pip.dagtekening)}). Kies een latere dag."
    )


def _aanbod_buiten_termijn(g: Geval) -> str:
    heel = inburgeringstermijn(g.m)
    dagen = [g.dag("verwacht_einde")]
    if g.waarde("leerroute") == Leerroute.ONDERWIJS:
        dagen.append(g.dag("verwacht_begin"))
    if heel is None or all(
        d is None or heel.begin <= d <= heel.uiterlijk for d in dagen
    ):
        return ""
    return (
        f"De opleiding valt niet binnen de inburgeringstermijn ({nl(heel.begin)} tot en "
        f"met {nl(heel.uiterlijk)}). DUO neemt het aanbod dan niet aan."
    )


def _begin_voor_aanbod(g: Geval) -> str:
    begin, aanbod = g.dag("begonnen_op"), g.dag("aangeboden_op")
    if begin is None or aanbod is None or begin >= aanbod:
        return ""
    return f"Het begin ({nl(begin)}) ligt voor het aanbod ({nl(aanbod)})."


def _uren_per_week(g: Geval) -> str:
    hoogste = g.m.regel("participatie_uren_per_week").waarde
    uren = g.waarde("uren_per_week")
    if uren is None or 1 <= int(uren) <= hoogste:
        return ""
    return f"Vul een aantal uren per week van 1 tot en met {hoogste} in."


TIJDENS_INTAKE = (Urensoort.INTAKE_TAAL_KNM, Urensoort.INTAKE_PARTICIPATIE)
UREN_VELDEN = ("uren", "verzuim_geoorloofd", "verzuim_ongeoorloofd")


def _negatieve_uren(g: Geval) -> str:
    if min(g.getal(veld) for veld in UREN_VELDEN) >= 0:
        return ""
    return "Een aantal uren is nul of meer."


def _te_veel_uren(g: Geval) -> str:
    van, tot = g.dag("van"), g.dag("tot_en_met")
    if van is None or tot is None or tot < van:
        return ""
    hoogste = g.m.regel("uren_per_dag").waarde * ((tot - van).days + 1)
    if sum(g.getal(veld) for veld in UREN_VELDEN) <= hoogste:
        return ""
    return f"Meer dan {hoogste} uur past niet in dit tijdvak. Controleer de uren."


def _uren_dubbel(g: Geval) -> str:
    van, tot, soort = g.dag("van"), g.dag("tot_en_met"), g.waarde("soort")
    if van is None or tot is None:
        return ""
    for rij in g.m.feiten.uren:
        if rij.soort == soort and rij.van <= tot and van <= rij.tot_en_met:
            return (
                "Over een deel van dit tijdvak zijn al zulke uren vastgelegd "
                f"({nl(rij.van)} tot en met {nl(rij.tot_en_met)}). Tel niets dubbel."
            )
    return ""


def _participatie_telt_niet(g: Geval) -> str:
    if g.waarde("soort") not in TELT_VOOR_PARTICIPATIE:
        return ""
    asiel = g.m.traject.doelgroep == Doelgroep.ASIELSTATUSHOUDER
    if asiel and g.m.leerroute in (None, Leerroute.Z):
        return ""
    return (
        "Uren participatie tellen alleen mee voor asielstatushouders in de Z-route. Zij "
        "worden bewaard."
    )


def _vakken_tellen_niet(g: Geval) -> str:
    if g.waarde("soort") != Urensoort.VAKKEN:
        return ""
    routes = {periode.leerroute for periode in g.m.periodes}
    if not routes or Leerroute.ONDERWIJS in routes:
        return ""
    return (
        "Andere vakken horen bij de onderwijsroute; daarbuiten tellen alleen taal en KNM. "
        "De uren worden bewaard."
    )


def buiten_de_intake(
    soort: object, van: date, tot_en_met: date, intakes: Iterable[BredeIntake]
) -> str:
    """De woorden als uren van de intake helemaal ervoor of erna liggen; anders leeg.

    Van wie uit een andere gemeente komt, kan de intake hier onbekend zijn.
    """
    tijden = [(i.gestart_op, i.afgerond_op or date.max) for i in intakes]
    if soort not in TIJDENS_INTAKE or not tijden:
        return ""
    if any(begin <= tot_en_met and van <= einde for begin, einde in tijden):
        return ""
    begin, einde = tijden[0]
    duurde = f"vanaf {nl(begin)}"
    if einde != date.max:
        duurde = f"van {nl(begin)} tot en met {nl(einde)}"
    return (
        f"De brede intake was {duurde}; deze uren zijn van {nl(van)} tot en met "
        f"{nl(tot_en_met)}. Kies een andere soort uren, of herstel de dagen."
    )


def _uren_buiten_de_intake(g: Geval) -> str:
    van, tot = g.dag("van"), g.dag("tot_en_met")
    if van is None or tot is None:
        return ""
    return buiten_de_intake(g.waarde("soort"), van, tot, g.m.feiten.brede_intakes)


def _intake_telt_niet(g: Geval) -> str:
    if g.waarde("soort") != Urensoort.INTAKE_TAAL_KNM:
        return ""
    return (
        "Taalles en KNM tijdens de brede intake gaan apart naar DUO. Zij tellen niet mee "
        "voor de uren van de leerroute."
    )


# --- PVT, MAP, examens en de Z-route --------------------------------------------------


def _voor_termijn(veld: str, g: Geval) -> str:
    dag, eerste = g.dag(veld), g.m.eerste_dagtekening
    if dag is None or eerste is None or dag > eerste:
        return ""
    return (
        f"{nl(dag)} ligt voor het begin van de inburgeringstermijn. Die begon de dag na "
        f"het eerste PIP van {nl(eerste)}."
    )


def _na_z_route(veld: str, g: Geval) -> str:
    dag = g.dag(veld)
    klaar = [z.afgerond_op for z in g.m.feiten.z_afrondingen]
    if dag is None or not klaar or dag <= min(klaar):
        return ""
    return f"{nl(dag)} ligt na de afronding van de Z-route ({nl(min(klaar))})."


def _verwijtbaar(veld: str, g: Geval) -> str:
    """De regels van DUO: voor het einde leeg, na het einde juist ingevuld."""
    dag, heel = g.dag(veld), inburgeringstermijn(g.m)
    if dag is None or heel is None:
        return ""
    ingevuld = bool(g.waarde("verwijtbaar"))
    if dag < heel.einde and ingevuld:
        return (
            f"De inburgeringstermijn loopt tot en met {nl(heel.uiterlijk)}. Of het te "
            "verwijten is, hoeft dan niet. Laat dit leeg."
        )
    if dag >= heel.einde and not ingevuld and not duo.nee_voorbij(g):
        return (
            f"De inburgeringstermijn liep tot en met {nl(heel.uiterlijk)}. Kies of het "
            "te verwijten is dat dit later is; DUO vraagt het."
        )
    return ""


def _pip_alleen_van_elders(g: Geval) -> str:
    if g.m.pip is None or not komt_van_elders(g.m.pip):
        return ""
    return (
        "Het PIP is van een andere gemeente. DUO neemt dit pas aan als het PIP van deze "
        "gemeente is."
    )


def _te_kort_pvt(g: Geval) -> str:
    nodig = g.m.regel("pvt_uren").waarde
    if g.waarde("uren") is None or g.getal("uren") >= nodig:
        return ""
    return f"Het PVT duurt ten minste {nodig} uur (niet bevestigd)."


def _te_weinig_praktijk(g: Geval) -> str:
    nodig = g.m.regel("map_praktijkuren").waarde
    if g.waarde("praktijkuren") is None or g.getal("praktijkuren") >= nodig:
        return ""
    return (
        f"De MAP vraagt ten minste {nodig} uur praktijk; er zijn er "
        f"{g.getal('praktijkuren')}. Werk de praktijkuren bij."
    )


GEEN_EXAMEN = (
    Onderdeel.PVT,
    Onderdeel.MAP,
    Onderdeel.TAALUREN,
    Onderdeel.PARTICIPATIE_UREN,
    Onderdeel.EINDGESPREK_Z,
)


def _geen_examenonderdeel(g: Geval) -> str:
    if g.waarde("onderdeel") in GEEN_EXAMEN:
        return "Dit onderdeel heeft geen examen. Leg het vast bij het onderdeel zelf."
    return ""


def _niveau_ontbreekt(g: Geval) -> str:
    if g.waarde("onderdeel") in TAALONDERDELEN and not g.waarde("niveau"):
        return "Kies het niveau van het taalexamen."
    return ""


def _reden_ontbreekt(g: Geval) -> str:
    if g.waarde("resultaat") == Examenresultaat.GEEN and not g.waarde("reden"):
        return "Kies waarom er geen resultaat is."
    return ""


def _examen_voor_termijn(g: Geval) -> str:
    dag, eerste = g.dag("afgelegd_op"), g.m.eerste_dagtekening
    if dag is None or (eerste is not None and dag > eerste):
        return ""
    return (
        "Dit examen is van voor het begin van de inburgeringstermijn. Het wordt bewaard "
        "met zijn bron; DUO beslist of het meetelt."
    )


def _z_voor_onderdeel(g: Geval) -> str:
    dag = g.dag("afgerond_op")
    dagen = [
        o.gehaald_op
        for o in g.m.onderdelen
        if o.onderdeel in (Onderdeel.PVT, Onderdeel.MAP) and o.gehaald_op
    ]
    if dag is None or not dagen or dag >= max(dagen):
        return ""
    return (
        f"De Z-route wordt als laatste afgerond: niet voor het PVT en de MAP "
        f"({nl(max(dagen))})."
    )


def _z_voor_uren(g: Geval) -> str:
    """Gehaald is de laatste dag van het tijdvak waarin het aantal uren vol was."""
    dag = g.dag("afgerond_op")
    dagen = [
        o.gehaald_op
        for o in g.m.onderdelen
        if o.onderdeel in (Onderdeel.TAALUREN, Onderdeel.PARTICIPATIE_UREN)
        and o.gehaald_op
        and o.nodig  # nul uur volgens DUO haalt men niet op een dag
    ]
    if dag is None or not dagen or dag >= max(dagen):
        return ""
    return (
        f"De uren van de Z-route zijn pas gehaald op {nl(max(dagen))}. Rond de route "
        "daarna af, of splits het tijdvak van de uren."
    )


# --- DUO en het einde -----------------------------------------------------------------


def _heropenen_zonder_reden(g: Geval) -> str:
    if str(g.waarde("reden_heropening") or "").strip():
        return ""
    return "Schrijf op waarom het dossier wordt heropend."


# --- De aanmelding aanvullen ----------------------------------------------------------


def _aanmelding(g: Geval, veld: str) -> Any:
    if veld in g.gegevens:
        return g.gegevens[veld] or None
    return getattr(g.m.traject, veld)


def _plicht_voor_wet(g: Geval) -> str:
    if begon_voor_de_wet(_aanmelding(g, "datum_plicht"), None) is None:
        return ""
    return (
        f"De plicht begon voor {nl(IN_WERKING)}: dan geldt de Wet inburgering 2013. Zoek "
        "uit of dit traject hier hoort."
    )


def _kennisgeving_voor_wet(g: Geval) -> str:
    if _aanmelding(g, "datum_plicht") is not None:
        return ""
    if begon_voor_de_wet(None, _aanmelding(g, "datum_kennisgeving")) is None:
        return ""
    return (
        f"De kennisgeving van DUO is van voor {nl(IN_WERKING)}: dan begon de plicht ook "
        "eerder en geldt de Wet inburgering 2013. Zoek uit of dit traject hier hoort."
    )


def _kennisgeving_voor_plicht(g: Geval) -> str:
    plicht = _aanmelding(g, "datum_plicht")
    kennisgeving = _aanmelding(g, "datum_kennisgeving")
    if plicht is None or kennisgeving is None or kennisgeving >= plicht:
        return ""
    return "De kennisgeving van DUO ligt voor de eerste dag van de plicht."


def _uitstroom_voor_koppeling(g: Geval) -> str:
    koppeling = _aanmelding(g, "datum_koppeling")
    uitstroom = _aanmelding(g, "datum_uitstroom")
    if koppeling is None or uitstroom is None or uitstroom >= koppeling:
        return ""
    return "Het vertrek uit de opvang ligt voor de koppeling aan de gemeente."


def _vertrek_zonder_datum(g: Geval) -> str:
    gaat = g.gegevens.get("verblijfsituatie") == Verblijfsituatie.GEMEENTE
    was_er = g.m.traject.verblijfsituatie == Verblijfsituatie.OPVANG
    if not (gaat and was_er) or _aanmelding(g, "datum_uitstroom"):
        return ""
    weken = g.m.regel_vanaf("pip_weken", g.peildatum).voluit
    return (
        f"Vul ook in wanneer de persoon de opvang verliet. Anders tellen de {weken} "
        "voor het PIP vanaf de kennisgeving van DUO of de inschrijving."
    )


def _plicht_na_pip(g: Geval) -> str:
    plicht, eerste = _aanmelding(g, "datum_plicht"), g.m.eerste_dagtekening
    if plicht is None or eerste is None or plicht <= eerste:
        return ""
    return (
        f"De plicht begint na het eerste PIP van {nl(eerste)}. Zoek het verschil uit."
    )


# --- De tabel -------------------------------------------------------------------------

PIP_DUO = Bron("DUO", "PIP", A, "controle van DUO op een PIP")
RESULTAAT_DUO = Bron("DUO", "MapPvtZroute", A)
EIGEN = Bron("eigen", "", A)
_WI14 = Bron("Wi2021", "14", A)
_WI15 = Bron("Wi2021", "15", B)
_PIP_INHOUD = (H.PIP_OPSTELLEN, H.PIP_VASTSTELLEN)
_UREN = (H.UREN_VASTLEGGEN,)
_LBT = (H.LEERBAARHEIDSTOETS_VASTLEGGEN,)
_AANVULLEN = (H.TRAJECT_AANVULLEN,)


TOETSEN: tuple[Toets, ...] = (
    *(
        Toets(
            (h,),
            veld,
            HANDELINGEN[h].bron,
            NIET_IN_DE_TOEKOMST,
            partial(_in_toekomst, veld),
        )
        for h, velden in GEBEURD.items()
        for veld in velden
    ),
    *(
        Toets(
            (h,),
            veld,
            HANDELINGEN[h].bron,
            "niet voor de geboorte",
            partial(_voor_geboorte, veld),
        )
        for h, velden in GEBEURD.items()
        for veld in velden
    ),
    # Wat de gemeente zelf deed, deed zij onder deze wet; een feit van buiten kan ouder zijn.
    *(
        Toets((h,), veld, OVERGANG, "niet voor de wet", partial(_voor_de_wet, veld))
        for h, velden in GEBEURD.items()
        for veld in velden
        if HANDELINGEN[h].aard is not Aard.FEIT_VAN_BUITEN
        and h != H.PIP_VASTSTELLEN  # zegt het hieronder zelf
    ),
    Toets(
        (H.TRAJECT_AANVULLEN,),
        "geboortedatum",
        Bron("Wi2021", "3", B),
        "een datum die bestaat",
        _geboortedatum_fout,
    ),
    *(
        Toets(
            (h,),
            "id",
            HANDELINGEN[h].bron,
            "eenmaal; daarna herstellen",
            _rij_niet_open,
        )
        for h in OPEN_RIJ
    ),
    *(
        Toets(
            (h,),
            later,
            HANDELINGEN[h].bron,
            f"niet voor {wat}",
            partial(_verkeerde_volgorde, eerst, later, wat),
        )
        for h, eerst, later, wat in VOLGORDE
    ),
    # De intake en de leerbaarheidstoets
    melding(
        (H.INTAKE_AFRONDEN,),
        "antwoorden",
        INTAKE_BRON,
        "de beginsituatie is volledig",
        _intake_niet_volledig,
    ),
    Toets(_LBT, "afgenomen_op", _WI14, "afgenomen of met reden niet", _lbt_leeg),
    Toets(_LBT, "uitzondering", _WI14, "niet beide", _lbt_beide),
    botst(
        _LBT, "uitkomst", Bron("DUO", "Leerbaarheidstoets", A), "score past", _lbt_score
    ),
    melding(_LBT, "afgenomen_op", Bron("Wi2021", "14", D), "een toets", _lbt_herhaald),
    # Het PIP
    Toets(
        (H.PIP_OPSTELLEN,),
        "intensiteit",
        PIP_DUO,
        "een aantal uren dat DUO kan bewaren",
        _intensiteit_onmogelijk,
    ),
    melding(
        (H.PIP_OPSTELLEN,), "intensiteit", EIGEN, "geen tikfout", _intensiteit_hoog
    ),
    melding(
        (H.PIP_OPSTELLEN,),
        "leerroute",
        _WI15,
        "de leerroute past bij de leerbaarheidstoets",
        _wijkt_af_van_lbt,
    ),
    melding(
        _PIP_INHOUD,
        "leerroute",
        Bron("Wi2021", "17", C),
        "wijzigen binnen anderhalf jaar",
        _wisselt_te_laat,
    ),
    melding(
        _PIP_INHOUD,
        "leerroute",
        Bron("Wi2021", "15", C),
        "na een verhuizing dezelfde leerroute",
        _andere_route_na_verhuizing,
    ),
    Toets((H.PIP_BESPREKEN,), "akkoord", EIGEN, "akkoord of niet", _geen_keuze_akkoord),
    Toets(
        (H.PIP_BESPREKEN,),
        "reden_geen_akkoord",
        EIGEN,
        "niet akkoord met reden",
        _geen_reden,
    ),
    Toets(
        (H.PIP_BESPREKEN, H.PIP_VASTSTELLEN),
        "id",
        EIGEN,
        "de nieuwste versie",
        _niet_het_nieuwste,
    ),
    Toets(
        (H.PIP_VASTSTELLEN,),
        "dagtekening",
        PIP_DUO,
        "niet voor de eerste dag van de plicht",
        _dagtekening_voor_plicht,
    ),
    Toets(
        (H.PIP_VASTSTELLEN,),
        "dagtekening",
        Bron("Wi2021", "54", B),
        "niet voor de wet",
        _dagtekening_voor_wet,
    ),
    Toets(
        (H.PIP_VASTSTELLEN,),
        "dagtekening",
        PIP_DUO,
        "niet voor het eerste of huidige PIP",
        _dagtekening_voor_eerder_pip,
    ),
    melding(
        (H.PIP_VASTSTELLEN,),
        "dagtekening",
        PIP_DUO,
        "de eerste dag van de plicht is bekend",
        _plicht_onbekend,
    ),
    melding(
        (H.PIP_VASTSTELLEN,),
        "dagtekening",
        Bron("DUO", "PIP", C),
        "niet voor de vestiging in de gemeente",
        _nog_niet_in_gemeente,
    ),
    melding(
        (H.PIP_VASTSTELLEN,),
        "akkoord",
        Bron("Awb", "3:46", D),
        "uitleg zonder akkoord",
        _vastgesteld_zonder_akkoord,
    ),
    botst(
        (H.PIP_OVERNEMEN,),
        "dagtekening",
        PIP_DUO,
        "niet voor de eerste dag van de plicht",
        _dagtekening_voor_plicht,
    ),
    botst(
        (H.PIP_OVERNEMEN,),
        "dagtekening",
        Bron("Wi2021", "54", B),
        "niet voor de wet",
        _dagtekening_voor_wet,
    ),
    botst(
        (H.PIP_OVERNEMEN,),
        "niveaus",
        PIP_DUO,
        "niveaus die kunnen",
        _pip_van_elders_klopt_niet,
    ),
    # Aanbod, duaal traject en uren
    Toets(
        (H.AANBOD_DOEN,),
        "leerroute",
        Bron("Wi2021", "16", A),
        "het aanbod volgt het PIP",
        _aanbod_andere_route,
    ),
    Toets(
        (H.AANBOD_DOEN,),
        "met_keurmerk",
        Bron("Wi2021", "32", B),
        "een aanbieder met keurmerk",
        _zonder_keurmerk,
    ),
    Toets(
        (H.AANBOD_DOEN,),
        "aangeboden_op",
        Bron("DUO", "Inburgeringsaanbod", A),
        "niet voor het PIP dat nu geldt",
        _aanbod_voor_pip,
    ),
    melding(
        (H.AANBOD_DOEN,),
        "verwacht_einde",
        Bron("DUO", "Inburgeringsaanbod", A),
        "de opleiding valt binnen de termijn",
        _aanbod_buiten_termijn,
    ),
    botst(
        (H.AANBOD_STARTEN,),
        "begonnen_op",
        Bron("DUO", "Inburgeringsaanbod", A),
        "niet voor het aanbod",
        _begin_voor_aanbod,
    ),
    Toets(
        (H.PARTICIPATIE_STARTEN,),
        "uren_per_week",
        EIGEN,
        "een mogelijk aantal uren",
        _uren_per_week,
    ),
    Toets(_UREN, "uren", EIGEN, "geen negatieve uren", _negatieve_uren),
    Toets(_UREN, "uren", EIGEN, "niet meer uren dan er zijn", _te_veel_uren),
    botst(_UREN, "van", EIGEN, "geen uren dubbel", _uren_dubbel),
    melding(
        _UREN,
        "soort",
        Bron("Besluit", "3.14", B),
        "participatie telt in de Z-route",
        _participatie_telt_niet,
    ),
    botst(
        _UREN,
        "soort",
        Bron("Besluit", "3.14", A),
        "uren van de intake tijdens de intake",
        _uren_buiten_de_intake,
    ),
    melding(
        _UREN,
        "soort",
        Bron("Besluit", "3.14", A),
        "les tijdens de intake telt niet in de leerroute",
        _intake_telt_niet,
    ),
    melding(
        _UREN,
        "soort",
        Bron("DUO", "GevolgdeUren", A),
        "andere vakken tellen in de onderwijsroute",
        _vakken_tellen_niet,
    ),
    # PVT, MAP, examens en de Z-route
    *(
        toets
        for h, veld in (
            (H.PVT_ONDERTEKENEN, "ondertekend_op"),
            (H.MAP_AFRONDEN, "eindgesprek_op"),
        )
        for toets in (
            Toets(
                (h,),
                veld,
                RESULTAAT_DUO,
                "niet voor het begin van de termijn",
                partial(_voor_termijn, veld),
            ),
            Toets(
                (h,),
                veld,
                RESULTAAT_DUO,
                "niet na de afronding van de Z-route",
                partial(_na_z_route, veld),
            ),
            Toets(
                (h,),
                "verwijtbaar",
                RESULTAAT_DUO,
                "verwijtbaar alleen na het einde van de termijn",
                partial(_verwijtbaar, veld),
            ),
            melding(
                (h,),
                veld,
                RESULTAAT_DUO,
                "met een PIP van deze gemeente",
                _pip_alleen_van_elders,
            ),
        )
    ),
    melding(
        (H.PVT_ONDERTEKENEN,),
        "uren",
        Bron("Besluit", "3.1", C),
        "omvang van het PVT",
        _te_kort_pvt,
    ),
    Toets(
        (H.MAP_AFRONDEN,),
        "praktijkuren",
        Bron("Besluit", "3.2", B),
        "praktijk in de MAP",
        _te_weinig_praktijk,
    ),
    Toets(
        (H.EXAMEN_VASTLEGGEN,),
        "onderdeel",
        Bron("DUO", "Examen", A),
        "een onderdeel met een examen",
        _geen_examenonderdeel,
    ),
    Toets(
        (H.EXAMEN_VASTLEGGEN,),
        "niveau",
        Bron("DUO", "Examen", A),
        "een taalexamen heeft een niveau",
        _niveau_ontbreekt,
    ),
    Toets(
        (H.EXAMEN_VASTLEGGEN,),
        "reden",
        Bron("DUO", "Examen", A),
        "geen resultaat heeft een reden",
        _reden_ontbreekt,
    ),
    melding(
        (H.EXAMEN_VASTLEGGEN,),
        "afgelegd_op",
        Bron("DUO", "Examen", A),
        "binnen de termijn",
        _examen_voor_termijn,
    ),
    Toets(
        (H.ZROUTE_AFRONDEN,),
        "afgerond_op",
        RESULTAAT_DUO,
        "niet voor PVT en MAP",
        _z_voor_onderdeel,
    ),
    Toets(
        (H.ZROUTE_AFRONDEN,),
        "afgerond_op",
        Bron("Besluit", "3.14", B),
        "niet voor de uren zijn gehaald",
        _z_voor_uren,
    ),
    # DUO en het einde
    *duobesluit.TOETSEN,
    *aanvraag.TOETSEN,
    *duo.TOETSEN,
    Toets(
        (H.TRAJECT_HEROPENEN,),
        "reden_heropening",
        EIGEN,
        "heropenen met reden",
        _heropenen_zonder_reden,
    ),
    # De aanmelding
    botst(
        _AANVULLEN,
        "datum_plicht",
        Bron("Wi2021", "54", B),
        "deze wet",
        _plicht_voor_wet,
    ),
    botst(
        _AANVULLEN,
        "datum_kennisgeving",
        OVERGANG,
        "een kennisgeving onder deze wet",
        _kennisgeving_voor_wet,
    ),
    botst(
        _AANVULLEN,
        "datum_kennisgeving",
        Bron("Wi2021", "3", B),
        "kennisgeving na de plicht",
        _kennisgeving_voor_plicht,
    ),
    botst(
        _AANVULLEN,
        "datum_uitstroom",
        Bron("Besluit", "5.3", A),
        "uitstroom na de koppeling",
        _uitstroom_voor_koppeling,
    ),
    melding(
        _AANVULLEN,
        "datum_uitstroom",
        Bron("Besluit", "5.3", A),
        "vertrek uit de opvang met een datum",
        _vertrek_zonder_datum,
    ),
    botst(_AANVULLEN, "datum_plicht", PIP_DUO, "PIP na de plicht", _plicht_na_pip),
    *pipinhoud.TOETSEN,
    *leerbaarheidstoets.TOETSEN,
    *einde.TOETSEN,
    *verblijf.TOETSEN,
    *afspraken.TOETSEN,
    *ontzorgen.TOETSEN,
    *begeleiding.TOETSEN,
    *examens.TOETSEN,
    *handhaving.TOETSEN,
    *verzuim.TOETSEN,
    *bezwaar.TOETSEN,
    *boete.TOETSEN,
    *dubbel.TOETSEN,
)

PER_HANDELING: Mapping[Handeling, tuple[Toets, ...]] = {
    h: tuple(toets for toets in TOETSEN if h in toets.voor) for h in Handeling
}


def _rij(
    handeling: Handeling, m: Moment, gegevens: Mapping[str, object]
) -> Feit | None:
    """De rij die een handeling aanvult: die met dit id, of de laatste."""
    regel = HANDELINGEN[handeling]
    if not regel.op_rij:
        return None
    rijen = cast(tuple[Feit, ...], getattr(m.feiten, regel.feit))
    if gegevens.get("id") is None:
        return rij_voor(handeling, rijen)
    gezocht = str(gegevens["id"])
    for rij in rijen:
        if str(rij.id) == gezocht:
            return rij
    raise NietToegestaan(
        "Deze gegevens horen niet bij dit traject.",
        regel.bron,
        "id",
        gebruikt=VAN_HANDELING[handeling](m),
    )


def is_verschil(o: Overtreding) -> bool:
    """Of DUO en wij iets anders zeggen terwijl beide waar kunnen zijn."""
    return o.tegenstrijdig and o.veld == "soort" and o.bron.wet == "DUO"


def _antwoord(vraag: str) -> tuple[Gebruikt, ...]:
    """Bij welke vraag een antwoord niet past; het antwoord zelf kan vrije tekst zijn."""
    return (("Vraag", vraag),)


def _beginsituatie(geval: Geval) -> Iterator[Overtreding]:
    """Wat er niet klopt aan een antwoord, en aan wat een onderwerp betekent."""
    eigen = eigen_vragen(geval.m.feiten.intakevragen)
    bekend = {vraag.code: vraag.vraag for vraag in (*VRAGEN, *eigen)}
    antwoorden = cast(Antwoorden, geval.waarde("antwoorden") or {})
    uitkomsten = cast(Antwoorden, geval.waarde("uitkomsten") or {})
    for code, fout in antwoordfouten(antwoorden, eigen).items():
        lees = partial(_antwoord, bekend.get(code, "niet van deze intake"))
        yield Overtreding(_zin(fout), INTAKE_BRON, code, lees=lees)
    for domein, fout in uitkomstfouten(uitkomsten, eigen).items():
        lees = partial(_antwoord, "Wat betekent dit voor het plan?")
        yield Overtreding(_zin(fout), INTAKE_BRON, domein, lees=lees)


def _zin(fout: str) -> str:
    return f"{fout[0].upper()}{fout[1:]}."


def overtredingen(geval: Geval) -> Iterator[Overtreding]:
    """Elke regel over de gegevens die is overtreden; wat weigert en wat meldt."""
    if geval.handeling in _PIP_INHOUD:
        yield from _pip_inhoud(geval)
    if geval.handeling == H.INTAKE_INVULLEN:
        yield from _beginsituatie(geval)
    for regel in PER_HANDELING[geval.handeling]:
        if reden := regel.fout(geval):
            yield Overtreding(
                reden,
                regel.bron,
                regel.veld,
                regel.weigert,
                regel.tegenstrijdig,
                regel.betekenis,
                partial(gelezen, regel.fout, geval),
            )


def toets(
    handeling: Handeling,
    feiten: Feiten,
    gegevens: Mapping[str, object],
    peildatum: date,
) -> tuple[Melding, ...]:
    """Weiger wat niet mag (``NietToegestaan``); geef terug waar men op moet letten."""
    if handeling == H.TRAJECT_REGISTREREN:
        return toets_registratie(gegevens, peildatum, feiten.instellingen)
    m = moment(feiten, peildatum)
    geval = Geval(handeling, m, gegevens, _rij(handeling, m, gegevens))
    meldingen = []
    for o in overtredingen(geval):
        if o.weigert:
            raise NietToegestaan(o.reden, o.bron, o.veld, gebruikt=o.gebruikt)
        meldingen.append(Melding(o.reden, o.bron, o.tegenstrijdig, o.gebruikt))
    return tuple(meldingen)


# --- De registratie -------------------------------------------------------------------

REGISTRATIEDATUMS: Mapping[str, str] = {
    "datum_plicht": "De eerste dag van de plicht",
    "datum_kennisgeving": "De kennisgeving van DUO",
    "datum_inschrijving": "De inschrijving",
    "datum_koppeling": "De koppeling",
    "overleden_op": "Het overlijden",
}
_PLICHT = Bron("Wi2021", "3", B)


def _geboortedatum(gegevens: Mapping[str, object]) -> OnvolledigeDatum:
    try:
        return OnvolledigeDatum.lees(str(gegevens.get("geboortedatum") or ""))
    except ValueError:
        gebruikt = (("Geboortedatum", "niet te lezen"),)
        raise NietToegestaan(
            GEEN_GEBOORTEDATUM, _PLICHT, "geboortedatum", gebruikt=gebruikt
        ) from None


def _toekomstige_datums(
    gegevens: Mapping[str, object], geboren: OnvolledigeDatum, peildatum: date
) -> tuple[Grond, ...]:
    datums = {v: cast(date, gegevens[v]) for v in REGISTRATIEDATUMS if gegevens.get(v)}
    gronden = [
        Grond(
            f"{REGISTRATIEDATUMS[veld]} ({nl(dag)}) ligt in de toekomst.",
            _PLICHT,
            veld,
            gebruikt=((naam_van(veld), dag), (naam_van("peildatum"), peildatum)),
        )
        for veld, dag in datums.items()
        if dag > peildatum
    ]
    if geboren.vroegste > peildatum:
        gebruikt = (
            ("Geboortedatum", waarde_van("", "geboortedatum", geboren)),
            (naam_van("peildatum"), peildatum),
        )
        gronden.append(
            Grond(NOG_NIET_GEBOREN, _PLICHT, "geboortedatum", gebruikt=gebruikt)
        )
    return tuple(gronden)


def aanmelding(
    gegevens: Mapping[str, object],
    peildatum: date,
    instellingen: tuple[Instelling, ...] = (),
) -> Aanmelding:
    """De gegevens van een registratie, gelezen als aanmelding."""
    leeg = {veld: gegevens.get(veld) or None for veld in REGISTRATIEDATUMS}
    doelgroep = gegevens.get("doelgroep")
    verblijf = gegevens.get("verblijfsituatie")
    return Aanmelding(
        geboortedatum=_geboortedatum(gegevens),
        peildatum=peildatum,
        nationaliteit=str(gegevens.get("nationaliteit") or ""),
        verblijfstitel=str(gegevens.get("verblijfstitel") or ""),
        doelgroep=Doelgroep(str(doelgroep)) if doelgroep else None,
        verblijfsituatie=Verblijfsituatie(str(verblijf)) if verblijf else None,
        datum_uitstroom=cast("date | None", gegevens.get("datum_uitstroom") or None),
        instellingen=instellingen,
        volggrond=Volggrond(str(gegevens.get("volggrond") or Volggrond.PLICHT)),
        **cast("dict[str, Any]", leeg),
    )


def toets_registratie(
    gegevens: Mapping[str, object],
    peildatum: date,
    instellingen: tuple[Instelling, ...] = (),
) -> tuple[Melding, ...]:
    """Of iemand kan worden geregistreerd; een traject bestaat dan nog niet.

    ``gegevens``: ``geboortedatum`` ("jjjj-mm-dd", onbekende delen "00"),
    ``nationaliteit`` (code tabel 32, mag leeg), ``verblijfstitel`` (code tabel 56, mag
    leeg), ``doelgroep``, ``verblijfsituatie`` en, als date of leeg, ``datum_plicht``,
    ``datum_kennisgeving``, ``datum_inschrijving``, ``datum_koppeling``,
    ``datum_uitstroom`` en ``overleden_op``. ``instellingen``: wat de gemeente zelf instelde.

    Weigert met alle gronden tegelijk (``NietToegestaan.gronden``); geeft anders terug
    waar men op moet letten.
    """
    a = aanmelding(gegevens, peildatum, instellingen)
    gronden = _toekomstige_datums(gegevens, a.geboortedatum, peildatum) + tuple(
        Grond(reden, grond.bron, grond.veld, True, gelezen(grond.reden, a))
        for grond, reden in gronden_tegen(a)
    )
    if gronden:
        reden = " ".join(grond.reden for grond in gronden)
        raise NietToegestaan(reden, gronden[0].bron, gronden[0].veld, gronden)
    return tuple(
        Melding(tekst, w.bron, w.tegenstrijdig, gelezen(w.tekst, a))
        for w, tekst in waarschuwingen(a)
    )
