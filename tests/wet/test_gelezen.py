"""Welke feiten een weigering of een waarschuwing bij de gegevens noemt.

Dat geen enkele overtreding in dit boek haar feiten verzwijgt, staat in ``conftest``.
"""

from dataclasses import fields
from typing import Any, get_type_hints

import pytest

from inburgering.wet import toetsing
from inburgering.wet.begrippen import (
    Asielrechten,
    DUOBesluitsoort,
    LBTUitkomst,
    Leerroute,
    Onderdeel,
    RedenAfsluiting,
    Urensoort,
    Verhuissoort,
)
from inburgering.wet.feiten import SOORTEN, Feiten, Instelling, Traject
from inburgering.wet.gelezen import gelezen
from inburgering.wet.handelingen import HANDELINGEN, Handeling
from inburgering.wet.kalender import OnvolledigeDatum
from inburgering.wet.leerroutes import PIP_REGELS, Keuzes
from inburgering.wet.moment import moment
from inburgering.wet.plicht import GRONDEN, WAARSCHUWINGEN
from inburgering.wet.regels import Geval
from inburgering.wet.stand import stand
from inburgering.wet.toetsing import (
    PER_HANDELING,
    aanmelding,
    toets,
    toets_registratie,
)
from inburgering.wet.uitkomst import Gebruikt, NietToegestaan
from inburgering.wet.voorwaarden import eis_toegestaan
from inburgering.wet.woorden import INGEVULD, LEEG, waarde_van
from tests.elk import bij_elk, rij_voor_rij
from tests.wet.bouw import (
    ASIEL,
    GEZIN,
    ONDERWIJS,
    Z,
    aanbod,
    aanvraag,
    afsluiting,
    afspraak,
    beboet,
    begeleiding,
    besluit,
    besproken,
    bezwaar,
    d,
    feiten,
    gehoord,
    intake,
    map_,
    ontzorgen,
    op_route,
    participatie,
    pip,
    pvt,
    traject,
    uren,
    van_elders,
    verhuizing,
    z_behaald,
)
from tests.wet.bouw import toets as lbt


H = Handeling
OP = "2026-06-01"
EERSTE_PIP = ("Dagtekening van het eerste PIP", d("2025-03-05"))
DRIE_JAAR = ("De inburgeringstermijn voor alle onderdelen", "3 jaar")
MAP_40 = ("Minimale praktijk in de MAP", "40 uur")
TIEN_WEKEN = ("Binnen zoveel weken stelt de gemeente het PIP vast", "10 weken")
ZONDER_PLICHT = "Registratie van een Nederlander, EU-burger, EER-burger of Zwitser"
OP_DIE_DAG = ("Gekeken op", d(OP))
MET_MAP = op_route(map=(map_(eindgesprek_op=None),))


def genoemd(
    handeling: Handeling, dossier: Feiten, gegevens: dict[str, Any], woord: str
) -> tuple[Gebruikt, ...]:
    """De feiten bij de weigering of de waarschuwing waarin dit woord staat."""
    try:
        gezegd: Any = toets(handeling, dossier, gegevens, d(OP))
    except NietToegestaan as fout:
        gezegd = fout.gronden
    (gevonden,) = [
        o for o in gezegd if woord in (o.reden if hasattr(o, "reden") else o.tekst)
    ]
    gebruikt: tuple[Gebruikt, ...] = gevonden.gebruikt
    return gebruikt


@rij_voor_rij(
    ("handeling", "dossier", "gegevens", "woord", "gebruikt"),
    [
        pytest.param(
            H.INTAKE_STARTEN, feiten(), {"gestart_op": d("2026-06-02")}, "toekomst",
            (("Gestart op", d("2026-06-02")), OP_DIE_DAG),
            id="gegeven_en_dag",
        ),
        pytest.param(
            H.EXAMEN_VASTLEGGEN, op_route(),
            {"afgelegd_op": d("1980-01-01"), "onderdeel": Onderdeel.KNM}, "geboorte",
            (("Afgelegd op", d("1980-01-01")), ("Geboortedatum", d("1990-05-17"))),
            id="gegeven_en_persoon",
        ),
        pytest.param(
            H.EXAMEN_VASTLEGGEN, feiten("1990-00-00"),
            {"afgelegd_op": d("1980-01-01"), "onderdeel": "knm"}, "geboorte",
            (("Afgelegd op", d("1980-01-01")), ("Geboortedatum", "1990, niet volledig")),
            id="onvolledige_geboortedatum",
        ),
        pytest.param(
            H.MAP_AFRONDEN, MET_MAP,
            {"eindgesprek_op": d("2026-01-05"), "praktijkuren": 39}, "ten minste 40 uur",
            (("Praktijkuren", 39), MAP_40),
            id="gegeven_en_getal_van_de_wet",
        ),
        pytest.param(
            H.PVT_ONDERTEKENEN,
            op_route(
                pvt=(pvt(ondertekend_op=None),),
                instellingen=(
                    Instelling(
                        naam="pvt_uren", waarde=20, geldig_vanaf=d("2026-03-01"),
                        vastgelegd_op=d("2026-02-01"),
                    ),
                ),
            ),
            {"ondertekend_op": d("2026-05-01"), "uren": 16}, "ten minste",
            (
                ("Uren", 16),
                (
                    "Minimale omvang van het participatieverklaringstraject",
                    "20 uur, ingesteld door de gemeente per 1 maart 2026 (niet bevestigd)",
                ),
            ),
            id="getal_van_de_gemeente_met_merk",
        ),
        pytest.param(
            H.PIP_BESPREKEN, op_route(pips=(besproken(),)),
            {"akkoord": False, "reden_geen_akkoord": " "}, "waarom",
            (("Akkoord", "nee"), ("Waarom niet akkoord", LEEG)),
            id="leeg_is_ook_een_feit",
        ),
        pytest.param(
            H.PIP_BESPREKEN, op_route(pips=(besproken(id=8, versie=2), besproken(id=9, versie=3))),
            {"id": 8, "akkoord": True}, "nieuwere versie",
            (("Versie", 2), ("PIP dat openstaat, versie", 3)),
            id="twee_versies",
        ),
        pytest.param(
            H.PIP_VASTSTELLEN, op_route(pips=(pip(), besproken())),
            {"dagtekening": d("2025-03-04")}, "dat nu geldt",
            (
                ("Dagtekening", d("2025-03-04")),
                ("PIP dat geldt, dagtekening", d("2025-03-05")),
            ),
            id="naast_het_pip_dat_geldt",
        ),
        pytest.param(
            H.PIP_OPSTELLEN, op_route(),
            {"leerroute": "b1_route", "niveaus": {"lezen": "A2", "luisteren": ""}},
            "taaluren",
            (
                ("Eerste PIP", "nee"),
                ("Leerroute", "B1-route"),
                ("Niveaus", "Lezen A2"),
                ("Onderdelen die al op A2 stonden", "geen"),
                ("Taaluren bij een school met keurmerk", 0),
                ("Zoveel taaluren bij een school met keurmerk voor afschalen naar A2", "600 uur"),
            ),
            id="wat_een_pip_kiest",
        ),
        pytest.param(
            H.PIP_OPSTELLEN, op_route(pips=(pip(niveaus={"lezen": "A2"}),)),
            {"leerroute": "b1_route", "niveaus": {"lezen": "A2", "spreken": "A2"}},
            "taaluren",
            (
                ("Eerste PIP", "nee"),
                ("Leerroute", "B1-route"),
                ("Niveaus", "Lezen A2, Spreken A2"),
                ("Onderdelen die al op A2 stonden", "Lezen"),
                ("Taaluren bij een school met keurmerk", 0),
                ("Zoveel taaluren bij een school met keurmerk voor afschalen naar A2", "600 uur"),
            ),
            id="wat_een_pip_laat_staan",
        ),
        pytest.param(
            H.PIP_OPSTELLEN,
            feiten(leerbaarheidstoetsen=(lbt(uitkomst=LBTUitkomst.HAALBAAR),)),
            {"leerroute": Z}, "leerbaarheidstoets",
            (
                ("Leerroute", "Z-route"),
                ("Leerbaarheidstoets", "B1-route haalbaar, 10 februari 2025"),
            ),
            id="rij_met_haar_woord",
        ),
        pytest.param(
            H.PIP_OPSTELLEN, feiten(pips=(van_elders(),)), {"leerroute": Z}, "verhuizing",
            (
                ("Leerroute", "Z-route"),
                ("PIP dat geldt, van wie dit komt", "Andere gemeente"),
                ("PIP dat geldt, leerroute", "B1-route"),
            ),
            id="pip_van_elders",
        ),
        pytest.param(
            H.AANBOD_DOEN, op_route(),
            {"aangeboden_op": d("2025-04-01"), "verwacht_einde": d("2028-03-06"),
             "leerroute": Leerroute.B1},
            "termijn",
            (
                ("Verwacht einde", d("2028-03-06")), ("Leerroute", "B1-route"),
                EERSTE_PIP, DRIE_JAAR,
            ),
            id="waar_de_termijn_op_rust",
        ),
        pytest.param(
            H.AANBOD_DOEN, op_route(), {"leerroute": ONDERWIJS}, "volgt het PIP",
            (("Leerroute", "Onderwijsroute"), ("Leerroute die geldt", "B1-route")),
            id="naast_de_leerroute_die_geldt",
        ),
        pytest.param(
            H.UREN_VASTLEGGEN,
            op_route(
                uren=(
                    uren(30, van=d("2025-03-10"), tot_en_met=d("2025-03-31")),
                    uren(30, van=d("2025-04-01"), tot_en_met=d("2025-04-30")),
                    uren(30, van=d("2025-05-01"), tot_en_met=d("2025-05-31")),
                )
            ),
            {"soort": Urensoort.TAAL, "van": d("2025-04-30"),
             "tot_en_met": d("2025-04-30"), "uren": 3},
            "dubbel",
            (
                ("Eerste dag", d("2025-04-30")), ("Laatste dag", d("2025-04-30")),
                ("Soort", "Taalles"),
                ("Gevolgde uren", "Taalles, 30 april 2025 (2 bekeken)"),
            ),
            id="de_rij_waarbij_de_regel_stopte",
        ),
        pytest.param(
            H.LEERBAARHEIDSTOETS_VASTLEGGEN, feiten(leerbaarheidstoetsen=(lbt(),)),
            {"afgenomen_op": d("2026-05-01"), "uitkomst": "b1_route_haalbaar"}, "eenmaal",
            (("Leerbaarheidstoets", d("2025-02-10")),),
            id="rij_zonder_woord",
        ),
        pytest.param(
            H.ZROUTE_AFRONDEN, z_behaald(z_afrondingen=()), {"afgerond_op": d("2025-06-30")},
            "als laatste",
            (
                ("Afgerond op", d("2025-06-30")),
                ("Participatieverklaringstraject (PVT)", "participatieverklaring ondertekend"),
                ("Module Arbeidsmarkt en Participatie (MAP)", "eindgesprek gevoerd"),
            ),
            id="onderdelen",
        ),
        pytest.param(
            H.DUOBESLUIT_VASTLEGGEN, op_route(),
            {"soort": DUOBesluitsoort.VOLDAAN, "besloten_op": d("2026-05-01")}, "open",
            (
                ("Soort", "Aan de inburgeringsplicht voldaan"),
                ("Alle onderdelen behaald op", "niet vastgelegd"),
            ),
            id="mijlpaal_die_niet_is_bereikt",
        ),
        pytest.param(
            H.DUOBESLUIT_VASTLEGGEN, op_route(),
            {"soort": "verlenging", "besloten_op": d("2026-05-01"),
             "einddatum": d("2028-03-06"), "grond": "in haar eigen woorden"},
            "niet na het einde",
            (
                ("Einddatum van DUO", d("2028-03-06")),
                ("Soort", "Inburgeringstermijn verlengd"), EERSTE_PIP, DRIE_JAAR,
            ),
            id="woord_van_een_formulier",
        ),
        pytest.param(
            H.AANVRAAG_VASTLEGGEN, op_route(aanvragen=(aanvraag(ingediend_op=d("2026-05-01")),)),
            {"soort": aanvraag().soort, "ingediend_op": d("2026-05-20")}, "in behandeling",
            (
                ("Soort", aanvraag().soort.label),
                ("Aanvraag bij DUO", f"{aanvraag().soort.label}, 1 mei 2026"),
            ),
            id="aanvraag",
        ),
        pytest.param(
            H.GROEP_WIJZIGEN, feiten(),
            {"ingang": d("2026-05-01"), "doelgroep": GEZIN.value, "herkomst": "duo",
             "asielrechten": Asielrechten.BEHOUD},
            "past de groep",
            (("Rechten van asiel", Asielrechten.BEHOUD.label), ("Groep", GEZIN.label)),
            id="twee_gegevens",
        ),
        pytest.param(
            H.TRAJECT_AANVULLEN, feiten(traject=traject(verblijfsituatie="opvang")),
            {"verblijfsituatie": "gemeente", "geboortedatum": "1990-05-17"}, "verliet",
            (
                ("Verblijfsituatie", "Woont in de gemeente"),
                ("Verblijfsituatie (al vastgelegd)", "In de opvang (COA)"),
                ("Vertrek uit de opvang", "niet vastgelegd"), OP_DIE_DAG, TIEN_WEKEN,
            ),
            id="nieuw_naast_vastgelegd",
        ),
        pytest.param(
            H.TRAJECT_AFSLUITEN,
            op_route(verhuizingen=(verhuizing(Verhuissoort.BUITENLAND, verhuisd_op=d("2026-02-01")),)),
            {"afgesloten_op": d("2026-05-20"), "reden": RedenAfsluiting.VERHUISD},
            "geen verhuizing",
            (
                ("Reden", "Verhuisd naar een andere gemeente"),
                ("Verhuizing", "Naar het buitenland, 1 februari 2026"),
            ),
            id="alleen_gekeken_naar_de_soort",
        ),
        pytest.param(
            H.HANDHAVING_BESLUITEN, op_route(handhavingen=(gehoord(),), traject=traject(doelgroep=GEZIN)),
            {"besluit": "boete", "besluit_op": d("2026-05-01"), "verwijtbaarheid": "gewoon",
             "besloten_door": 99, "overwogen_door": (99,), "bedrag": 100,
             "draagkracht_bekeken": True},
            "collega",
            (
                ("Wie besluit", "bekend"), ("Besluit", "Boete op grond van de Wi2021"),
                ("Wie de sanctie overwoog", "bekend"), ("Wie het verslag maakte", "bekend"),
            ),
            id="nooit_wie",
        ),
    ],
)  # fmt: skip
def test_wat_een_regel_noemt(
    handeling: Handeling,
    dossier: Feiten,
    gegevens: dict[str, Any],
    woord: str,
    gebruikt: tuple[Gebruikt, ...],
) -> None:
    assert genoemd(handeling, dossier, gegevens, woord) == gebruikt


REGISTRATIE: dict[str, Any] = {
    "geboortedatum": "1990-05-17",
    "nationaliteit": "0336",
    "verblijfstitel": "26",
    "doelgroep": ASIEL.value,
    "verblijfsituatie": "gemeente",
    "datum_plicht": d("2026-01-05"),
    "datum_kennisgeving": d("2026-01-12"),
    "datum_inschrijving": d("2026-01-07"),
}


@rij_voor_rij(
    ("velden", "gebruikt"),
    [
        ({"geboortedatum": "17 mei"}, [(("Geboortedatum", "niet te lezen"),)]),
        (
            {"datum_inschrijving": d("2026-06-02")},
            [(("Inschrijving in de gemeente", d("2026-06-02")), OP_DIE_DAG)],
        ),
        (
            {"geboortedatum": "2026-07-00", "datum_kennisgeving": None},
            [
                (("Geboortedatum", "2026, niet volledig"), OP_DIE_DAG),
                (
                    ("Kennisgeving van DUO", LEEG),
                    ("Geboortedatum", "2026, niet volledig"),
                    OP_DIE_DAG,
                    ("Vanaf deze leeftijd is men plichtig", "18 jaar"),
                ),
            ],
        ),
        (
            {"nationaliteit": "0052", "datum_plicht": d("2021-12-31")},
            [
                (
                    ("Code van de nationaliteit", "0052"),
                    (ZONDER_PLICHT, "weigeren (niet bevestigd)"),
                ),
                (("Eerste dag van de plicht", d("2021-12-31")),),
            ],
        ),
        (
            {"verblijfstitel": "31", "datum_kennisgeving": None},
            [(("Code van de verblijfstitel", "31"), ("Kennisgeving van DUO", LEEG))],
        ),
        (
            {"overleden_op": d("2026-05-01"), "volggrond": "vrijwillig"},
            [(("Overleden op", d("2026-05-01")), OP_DIE_DAG)],
        ),
        (
            {"geboortedatum": "1950-01-01"},
            [
                (
                    ("Geboortedatum", d("1950-01-01")),
                    OP_DIE_DAG,
                    ("AOW-leeftijd van wie eerder is geboren",
                     "66 jaar en 4 maanden (niet bevestigd)"),
                )
            ],
        ),
        (
            # Een jaar zonder dag kan onder twee rijen vallen; beide zijn gelezen.
            {"geboortedatum": "1957-00-00"},
            [
                (
                    ("Geboortedatum", "1957, niet volledig"),
                    OP_DIE_DAG,
                    ("AOW-leeftijd van wie is geboren vanaf 01-06-1956",
                     "66 jaar en 10 maanden (niet bevestigd)"),
                    ("AOW-leeftijd van wie is geboren vanaf 01-03-1957", "67 jaar"),
                )
            ],
        ),
    ],
)  # fmt: skip
def test_elke_grond_tegen_een_registratie_noemt_haar_feiten(
    velden: dict[str, Any], gebruikt: list[tuple[Gebruikt, ...]]
) -> None:
    with pytest.raises(NietToegestaan) as geweigerd:
        toets_registratie(REGISTRATIE | velden, d(OP))

    assert [grond.gebruikt for grond in geweigerd.value.gronden] == gebruikt


@rij_voor_rij(
    ("velden", "woord", "gebruikt"),
    [
        (
            {"doelgroep": GEZIN.value}, "past bij",
            (("Code van de verblijfstitel", "26"), ("Groep", GEZIN.label)),
        ),
        (
            {"datum_inschrijving": None}, "inschrijving",
            (
                ("Inschrijving in de gemeente", LEEG),
                ("Kennisgeving van DUO", d("2026-01-12")),
                ("Vertrek uit de opvang", LEEG),
                ("Verblijfsituatie", "Woont in de gemeente"), TIEN_WEKEN,
            ),
        ),
        (
            {"geboortedatum": ""}, "niet volledig",
            (
                ("Geboortedatum", "niet bekend"), OP_DIE_DAG,
                ("Vanaf deze leeftijd is men plichtig", "18 jaar"),
            ),
        ),
        (
            {"volggrond": "vrijwillig", "datum_plicht": None, "datum_kennisgeving": None},
            "geen termijn", (("Volgen", "Vrijwillige inburgeraar"),),
        ),
    ],
)  # fmt: skip
def test_een_waarschuwing_bij_een_registratie_noemt_haar_feiten(
    velden: dict[str, Any], woord: str, gebruikt: tuple[Gebruikt, ...]
) -> None:
    meldingen = toets_registratie(REGISTRATIE | velden, d(OP))

    assert [m.gebruikt for m in meldingen if woord in m.tekst] == [gebruikt]


def test_een_rij_van_een_ander_noemt_wat_hier_wel_is_vastgelegd() -> None:
    dossier = feiten(brede_intakes=(intake(afgerond_op=None),))

    gebruikt = genoemd(H.INTAKE_AFRONDEN, dossier, {"id": 99}, "niet bij dit traject")

    assert gebruikt == (("Brede intake", dossier.brede_intakes[0].gestart_op),)


def test_een_antwoord_noemt_de_vraag_en_nooit_het_antwoord() -> None:
    antwoorden = {"eigen_woorden": {"antwoord": "beantwoord", "waarde": "geheim"}}
    dossier = feiten(brede_intakes=(intake(afgerond_op=None),))

    gebruikt = genoemd(
        H.INTAKE_INVULLEN, dossier, {"antwoorden": antwoorden}, "bestaat"
    )

    assert gebruikt == (("Vraag", "niet van deze intake"),)


def test_een_weigering_om_de_stand_noemt_de_stand() -> None:
    with pytest.raises(NietToegestaan) as geweigerd:
        eis_toegestaan(H.PIP_OPSTELLEN, stand(feiten(), d(OP)))

    assert geweigerd.value.gronden[0].gebruikt == (("Stand", "Aangemeld"),)


# --- Wat nooit wordt gezegd -------------------------------------------------------------

GEHEIM = "Mevrouw Jansen, 123456782"
TEKSTVELDEN = [
    (soort, veld.name)
    for soort, kind in {**SOORTEN, "traject": Traject}.items()
    for veld in fields(kind)
    if get_type_hints(kind)[veld.name] is str
]


@rij_voor_rij(("soort", "veld"), TEKSTVELDEN)
def test_vrije_tekst_wordt_niet_gezegd(soort: str, veld: str) -> None:
    verwacht = GEHEIM if veld == "gemeente_code" else INGEVULD

    assert waarde_van(soort, veld, GEHEIM) == verwacht


@rij_voor_rij(
    ("soort", "veld", "waarde", "gezegd"),
    [
        ("pips", "leerroute", "z_route", "Z-route"),
        ("pips", "leerroute", GEHEIM, INGEVULD),
        ("pips", "niveaus", {GEHEIM: "A2"}, LEEG),
        ("examens", "reden", "absent", "Afwezig"),
        ("afsluitingen", "reden", "overleden", "Overleden"),
        ("duo_besluiten", "grond", "AVI", "Aantoonbaar voldoende ingeburgerd (AVI)"),
        ("duo_besluiten", "grond", GEHEIM, INGEVULD),
        ("aanvragen", "grond", "verblijf_derden", INGEVULD),
        ("handhavingen", "rapport_door", 7, "bekend"),
        ("handhavingen", "rapport_door", None, LEEG),
        ("", "geboortedatum", OnvolledigeDatum(1990, 0, 0), "1990, niet volledig"),
        ("", "geboortedatum", "", LEEG),
        ("brede_intakes", "antwoorden", {GEHEIM: {}}, 1),
        ("", "onbekend_veld", GEHEIM, INGEVULD),
    ],
)
def test_zo_zegt_men_het(soort: str, veld: str, waarde: Any, gezegd: Any) -> None:
    assert waarde_van(soort, veld, waarde) == gezegd


# --- Wie niets overtreedt, betaalt niets ------------------------------------------------


def test_zonder_overtreding_wordt_niets_nagelezen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def nooit(*_: object) -> tuple[Gebruikt, ...]:
        raise AssertionError

    monkeypatch.setattr(toetsing, "gelezen", nooit)
    gegevens = {"gevoerd_op": d("2026-05-01"), "volgend_gesprek_op": d("2026-08-01")}

    assert toets(H.VOORTGANGSGESPREK_VOEREN, op_route(), gegevens, d(OP)) == ()


# --- Elke regel ------------------------------------------------------------------------

# Van elk soort feit een rij, zodat elke regel iets heeft om naar te kijken.
VAN_ALLES = op_route(
    brede_intakes=(intake(),),
    aanbod=(aanbod(),),
    participaties=(participatie(),),
    pvt=(pvt(),),
    map=(map_(),),
    afspraken=(afspraak(),),
    ontzorgen=(ontzorgen(),),
    begeleidingen=(begeleiding(),),
    aanvragen=(aanvraag(),),
    handhavingen=(beboet(),),
    bezwaren=(bezwaar(),),
    verhuizingen=(verhuizing(Verhuissoort.NAAR_GEMEENTE, verhuisd_op=d("2026-02-01")),),
    afsluitingen=(afsluiting(),),
)


@bij_elk(Handeling, lambda handeling: handeling.value)
def test_elke_regel_leest_iets(handeling: Handeling) -> None:
    over = HANDELINGEN[handeling]
    rij = getattr(VAN_ALLES, over.feit)[-1] if over.op_rij else None
    geval = Geval(handeling, moment(VAN_ALLES, d(OP)), {}, rij)

    zwijgt = [r for r in PER_HANDELING[handeling] if not gelezen(r.fout, geval)]
    assert zwijgt == []


def test_elke_regel_over_een_pip_en_een_registratie_leest_iets() -> None:
    keuzes = Keuzes(
        leerroute=Leerroute.B1, niveaus={}, intensiteit=1, afschalen_reden="", afschalen_inspanning="",
        doelgroep=ASIEL, eerste=False, uren_met_keurmerk=0, peildatum=d(OP),
    )  # fmt: skip
    a = aanmelding(REGISTRATIE, d(OP))

    assert all(gelezen(regel.overtreden, keuzes) for regel in PIP_REGELS)
    assert all(gelezen(grond.reden, a) for grond in GRONDEN)
    assert all(gelezen(w.tekst, a) for w in WAARSCHUWINGEN)


# --- De spiegel zelf --------------------------------------------------------------------


def opstellen(dossier: Feiten) -> Geval:
    return Geval(H.PIP_OPSTELLEN, moment(dossier, d(OP)), {}, None)


@rij_voor_rij(
    ("dossier", "regel", "gebruikt"),
    [
        (op_route(), lambda g: g.m.einde_besluit, (("Besluit van DUO over het einde", "niet vastgelegd"),)),
        (op_route(), lambda g: not g.m.feiten.duo_besluiten, (("Besluit van DUO", "niet vastgelegd"),)),
        (op_route(), lambda g: not g.m.feiten.examens, (("Examenuitslag", "niet vastgelegd"),)),
        (op_route(), lambda g: bool(g.m.feiten.pips), (("PIP", d("2025-03-05")),)),
        (op_route(), lambda g: g.m.feiten.instellingen, ()),
        (
            op_route(duo_besluiten=(besluit(DUOBesluitsoort.VRIJSTELLING_TIJDELIJK, "2026-01-15"),)),
            lambda g: [s.duurt_op(g.m.peildatum) for s in g.m.opschortingen if g.m.opschortingen],
            (OP_DIE_DAG, ("Plicht lag stil vanaf", d("2026-01-15"))),
        ),
    ],
)  # fmt: skip
def test_wat_de_spiegel_onthoudt(
    dossier: Feiten, regel: Any, gebruikt: tuple[Gebruikt, ...]
) -> None:
    assert sorted(gelezen(regel, opstellen(dossier)), key=str) == sorted(
        gebruikt, key=str
    )
