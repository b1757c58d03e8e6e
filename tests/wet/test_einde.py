"""Hoe een traject eindigt, wat dan volgt, en wie zonder plicht wordt gevolgd."""

from datetime import date
from typing import Any

import pytest

from inburgering.wet.begrippen import (
    DUOBesluitsoort,
    RedenAfsluiting,
    RedenEindePlicht,
    Termijnsoort,
    Trajectstatus,
    Verhuissoort,
    Volggrond,
)
from inburgering.wet.bron import Zekerheid
from inburgering.wet.einde import SLUIT_MET, reden_einde, te_vernietigen
from inburgering.wet.feiten import Feiten
from inburgering.wet.handelingen import Handeling
from inburgering.wet.moment import moment
from inburgering.wet.stand import stand
from inburgering.wet.toetsing import toets
from inburgering.wet.uitkomst import NietToegestaan, Termijn
from tests.elk import rij_voor_rij
from tests.wet.bouw import (
    afsluiting,
    besluit,
    d,
    feiten,
    intake,
    op_route,
    pip,
    pvt,
    traject,
    van_elders,
    verhuizing,
)


B, H, R, S, T = (
    DUOBesluitsoort,
    Handeling,
    RedenEindePlicht,
    Trajectstatus,
    Termijnsoort,
)
A = RedenAfsluiting
VANDAAG = d("2026-06-01")
PVT_LOOPT = pvt(ondertekend_op=None)
GEEN_PLICHT: dict[str, Any] = {"datum_plicht": None, "datum_kennisgeving": None}
VRIJWILLIG = traject(volggrond=Volggrond.VRIJWILLIG, **GEEN_PLICHT)


def einde(reden: RedenEindePlicht, **velden: Any) -> Any:
    """DUO beeindigt de plicht op 15 januari 2026, om deze reden."""
    return (besluit(B.PLICHT_BEEINDIGD, reden_einde=reden, **velden),)


def termijn(dossier: Feiten, soort: Termijnsoort, op: date = VANDAAG) -> Termijn | None:
    return next((t for t in stand(dossier, op).termijnen if t.soort == soort), None)


def zegt(dossier: Feiten, tekst: str, op: date = VANDAAG) -> bool:
    return any(tekst in m.tekst for m in stand(dossier, op).meldingen)


def uitslag(dossier: Feiten, handeling: Handeling, **gegevens: Any) -> str:
    try:
        gevonden = toets(handeling, dossier, gegevens, VANDAAG)
    except NietToegestaan as fout:
        return f"geweigerd {fout.veld}"
    return " ".join(("! " if m.tegenstrijdig else "") + m.tekst for m in gevonden)


def sluit(dossier: Feiten, reden: RedenAfsluiting) -> str:
    return uitslag(dossier, H.TRAJECT_AFSLUITEN, afgesloten_op=VANDAAG, reden=reden)


# --- Elke reden -----------------------------------------------------------------------


@rij_voor_rij(("reden",), [r for r in R if r != R.TIJDELIJKE_VRIJSTELLING])
def test_elke_reden_van_duo_eindigt_in_afsluiten_met_de_reden_die_past(
    reden: RedenEindePlicht,
) -> None:
    dossier = op_route(duo_besluiten=einde(reden))
    ervoor, erop = stand(dossier, d("2026-01-14")), stand(dossier, d("2026-01-15"))

    assert ervoor.status == S.LEERROUTE
    assert erop.status == (S.VOLDAAN if reden == R.VOLDAAN else S.GEEINDIGD)
    assert reden_einde(moment(dossier, VANDAAG)) == reden
    werk = termijn(dossier, T.AFSLUITEN)
    assert werk is not None
    assert (werk.begin, werk.open) == (d("2026-01-15"), True)
    assert sluit(dossier, SLUIT_MET[reden]) == ""


def test_een_tijdelijke_vrijstelling_eindigt_niet() -> None:
    dossier = op_route(duo_besluiten=einde(R.TIJDELIJKE_VRIJSTELLING))

    assert stand(dossier, VANDAAG).status == S.OPGESCHORT
    assert reden_einde(moment(dossier, VANDAAG)) is None
    assert termijn(dossier, T.AFSLUITEN) is None
    assert R.TIJDELIJKE_VRIJSTELLING not in SLUIT_MET


@rij_voor_rij(
    ("soort", "reden"),
    [
        (B.VOLDAAN, R.VOLDAAN),
        (B.VRIJSTELLING_GEHEEL, R.VOLLEDIGE_VRIJSTELLING),
        (B.ONTHEFFING_GEHEEL, R.VOLLEDIGE_ONTHEFFING),
        (B.PLICHT_BEEINDIGD, R.OVERIG),
    ],
)
def test_de_reden_van_een_besluit_dat_er_geen_noemt(
    soort: DUOBesluitsoort, reden: RedenEindePlicht
) -> None:
    dossier = op_route(duo_besluiten=(besluit(soort),))

    assert reden_einde(moment(dossier, VANDAAG)) == reden


@rij_voor_rij(
    ("dossier", "reden", "tekst"),
    [
        pytest.param(
            op_route(duo_besluiten=einde(R.ONTERECHT)),
            A.PLICHT_GEEINDIGD,
            'Daarbij hoort de reden "Ten onrechte geregistreerd of andere wet"',
            id="onterecht",
        ),
        pytest.param(
            op_route(duo_besluiten=einde(R.VERTREK)),
            A.PLICHT_GEEINDIGD,
            'Daarbij hoort de reden "Uit Nederland vertrokken"',
            id="vertrek",
        ),
        # DUO beslist of een plicht ten onrechte was; een eigen vergissing kan ook.
        pytest.param(
            op_route(), A.TEN_ONRECHTE, "geweigerd reden", id="ten_onrechte_zonder_duo"
        ),
        pytest.param(
            op_route(duo_besluiten=einde(R.ONTERECHT)),
            A.TEN_ONRECHTE,
            "",
            id="ten_onrechte_volgens_duo",
        ),
        pytest.param(
            op_route(duo_besluiten=einde(R.OVERIG)),
            A.TEN_ONRECHTE,
            "geweigerd reden",
            id="ten_onrechte_en_duo_zegt_iets_anders",
        ),
        pytest.param(
            feiten(traject=traject(datum_plicht=None)),
            A.TEN_ONRECHTE,
            "geweigerd reden",
            id="ten_onrechte_met_kennisgeving",
        ),
        pytest.param(
            feiten(traject=traject(**GEEN_PLICHT)),
            A.TEN_ONRECHTE,
            "",
            id="vergissing_voor_duo_iets_zei",
        ),
        pytest.param(
            feiten(traject=traject(datum_plicht=d("2021-12-31"))),
            A.TEN_ONRECHTE,
            "",
            id="de_vorige_wet",
        ),
        pytest.param(
            op_route(duo_besluiten=einde(R.VERTREK)), A.VERTROKKEN, "", id="past"
        ),
        pytest.param(
            op_route(verhuizingen=(verhuizing(Verhuissoort.BUITENLAND),)),
            A.VERTROKKEN,
            "",
            id="vertrokken_verhuizing",
        ),
        pytest.param(
            op_route(verhuizingen=(verhuizing(Verhuissoort.NAAR_GEMEENTE),)),
            A.VERHUISD,
            "",
            id="verhuisd",
        ),
        pytest.param(
            op_route(verhuizingen=(verhuizing(Verhuissoort.BUITENLAND),)),
            A.VERHUISD,
            "geweigerd reden",
            id="verhuisd_naar_het_buitenland",
        ),
        pytest.param(
            op_route(duo_besluiten=einde(R.VERTREK)),
            A.OVERLEDEN,
            "geweigerd reden",
            id="niet_overleden",
        ),
        pytest.param(feiten(traject=VRIJWILLIG), A.NIET_GEVOLGD, "", id="gevolgd"),
        pytest.param(op_route(), A.NIET_GEVOLGD, "geweigerd reden", id="met_plicht"),
    ],
)
def test_afsluiten_met_een_reden_die_past(
    dossier: Feiten, reden: RedenAfsluiting, tekst: str
) -> None:
    gevonden = sluit(dossier, reden)

    assert tekst in gevonden
    assert bool(gevonden) is bool(tekst)


# --- De AOW-leeftijd ------------------------------------------------------------------

# Geboren op 2 maart 1959: de AOW-leeftijd is 67 jaar, op 2 maart 2026.
OUD = "1959-03-02"


@rij_voor_rij(
    ("op", "status"),
    [
        ("2026-03-01", S.LEERROUTE),
        ("2026-03-02", S.GEEINDIGD),
        ("2026-03-03", S.GEEINDIGD),
    ],
)
def test_de_plicht_eindigt_op_de_aow_leeftijd(op: str, status: Trajectstatus) -> None:
    dossier = op_route(geboren=OUD)
    voorbij = status == S.GEEINDIGD

    assert stand(dossier, d(op)).status == status
    assert zegt(dossier, "AOW-leeftijd is bereikt op 02-03-2026", d(op)) is voorbij
    assert bool(termijn(dossier, T.AFSLUITEN, d(op))) is voorbij


@rij_voor_rij(
    ("geboren", "einde"),
    [
        ("1957-02-28", "28-12-2023 (niet bevestigd);"),
        ("1957-03-01", "01-03-2024;"),
    ],
)
def test_een_aow_leeftijd_uit_algemene_kennis_zegt_dat(
    geboren: str, einde: str
) -> None:
    plan = pip(opgesteld_op=d("2023-01-02"), besproken_op=d("2023-01-03"),
               dagtekening=d("2023-01-04"))  # fmt: skip
    dossier = op_route(geboren=geboren, pips=(plan,))

    assert zegt(dossier, f"AOW-leeftijd is bereikt op {einde}", d("2024-06-03"))


def test_duo_bevestigt_de_aow() -> None:
    zonder = op_route(geboren=OUD)
    met = op_route(geboren=OUD, duo_besluiten=einde(R.AOW))

    assert "nog niet bevestigd" in sluit(zonder, A.PLICHT_GEEINDIGD)
    assert sluit(met, A.PLICHT_GEEINDIGD) == ""
    assert not zegt(met, "AOW-leeftijd is bereikt")


def test_wie_eerder_overleed_eindigde_daardoor() -> None:
    dossier = op_route(geboren=OUD, overleden_op=d("2026-02-01"))

    assert reden_einde(moment(dossier, VANDAAG)) == R.OVERLIJDEN
    assert not zegt(dossier, "AOW-leeftijd is bereikt")


# --- Bewaren en vernietigen -----------------------------------------------------------


@rij_voor_rij(
    ("dossier", "vanaf", "zekerheid"),
    [
        pytest.param(
            op_route(duo_besluiten=einde(R.VERBLIJFSDOEL)),
            "2026-01-16",
            Zekerheid.B,
            id="na_het_einde",
        ),
        pytest.param(
            op_route(afsluitingen=(afsluiting(),)),
            "2026-06-02",
            Zekerheid.D,
            id="verhuisd_einde_onbekend",
        ),
        pytest.param(
            feiten(
                traject=VRIJWILLIG, afsluitingen=(afsluiting(reden=A.NIET_GEVOLGD),)
            ),
            "2026-06-02",
            Zekerheid.D,
            id="gevolgd_zonder_plicht",
        ),
    ],
)
def test_vijf_jaar_bewaren(dossier: Feiten, vanaf: str, zekerheid: Zekerheid) -> None:
    bewaren = termijn(dossier, T.BEWAARTERMIJN)

    assert bewaren is not None
    assert bewaren.begin == d(vanaf)
    assert bewaren.einde == d(vanaf).replace(year=d(vanaf).year + 5)
    assert bewaren.bron.zekerheid == zekerheid
    assert te_vernietigen([bewaren], bewaren.uiterlijk) is None
    na = bewaren.uiterlijk.replace(day=bewaren.uiterlijk.day + 1)
    assert te_vernietigen([bewaren], na) == bewaren


@rij_voor_rij(
    ("dossier",),
    [
        pytest.param(op_route(), id="loopt"),
        pytest.param(feiten(traject=VRIJWILLIG), id="wordt_gevolgd"),
    ],
)
def test_zonder_einde_loopt_er_geen_bewaartermijn(dossier: Feiten) -> None:
    assert termijn(dossier, T.BEWAARTERMIJN) is None
    assert te_vernietigen(stand(dossier, VANDAAG).termijnen, VANDAAG) is None


DICHT = afsluiting(reden=A.TEN_ONRECHTE, afgesloten_op=d("2026-01-15"))


@rij_voor_rij(
    ("velden",),
    [
        pytest.param({"duo_besluiten": einde(R.ONTERECHT)}, id="volgens_duo"),
        pytest.param({"afsluitingen": (DICHT,)}, id="afgesloten"),
    ],
)
@rij_voor_rij(
    ("op", "weg"), [("2026-01-14", False), ("2026-01-15", True), ("2026-01-16", True)]
)
def test_wat_ten_onrechte_is_wordt_vernietigd_en_niet_bewaard(
    velden: dict[str, Any], op: str, weg: bool
) -> None:
    dossier = op_route(**velden)
    vernietigen = termijn(dossier, T.VERNIETIGEN, d(op))

    assert bool(vernietigen) is weg
    assert termijn(dossier, T.BEWAARTERMIJN, d(op)) is None
    assert zegt(dossier, "had er niet mogen zijn", d(op)) is weg
    if vernietigen:
        assert (vernietigen.begin, vernietigen.uiterlijk) == (
            d("2026-01-15"),
            d("2026-02-11"),
        )
        assert not vernietigen.wettelijk
        assert vernietigen.bron.zekerheid == Zekerheid.D
        assert te_vernietigen([vernietigen], d(op)) == vernietigen


@rij_voor_rij(
    ("velden",),
    [
        pytest.param(
            {
                "afsluitingen": (
                    afsluiting(reden=A.TEN_ONRECHTE, heropend_op=d("2026-06-01")),
                )
            },
            id="heropend",
        ),
        pytest.param(
            {
                "duo_besluiten": (
                    *einde(R.ONTERECHT),
                    besluit(B.VOLDAAN, "2026-02-01", id=2),
                )
            },
            id="duo_kwam_erop_terug",
        ),
    ],
)
def test_wat_toch_terecht_is_blijft(velden: dict[str, Any]) -> None:
    assert termijn(op_route(**velden), T.VERNIETIGEN) is None


@rij_voor_rij(
    ("plicht", "kennisgeving", "oud"),
    [
        ("2021-12-31", "2025-01-10", True),
        ("2022-01-01", "2025-01-10", False),
        (None, "2025-01-10", False),
        (None, None, False),
        # Zonder eerste dag zegt de kennisgeving genoeg: DUO schrijft als de plicht er is.
        (None, "2021-12-31", True),
        (None, "2022-01-01", False),
        # De eerste dag van de plicht gaat voor; dat de brief eerder is, is een ander verschil.
        ("2022-01-01", "2021-12-31", False),
        ("2021-12-31", None, True),
    ],
)
def test_de_wet_inburgering_2013_wordt_herkend(
    plicht: str | None, kennisgeving: str | None, oud: bool
) -> None:
    dossier = feiten(
        traject=traject(
            datum_plicht=plicht and d(plicht),
            datum_kennisgeving=kennisgeving and d(kennisgeving),
        )
    )

    assert zegt(dossier, "Wet inburgering 2013") is oud
    if oud:
        assert termijn(dossier, T.TEGENSTRIJDIGHEID)
        assert termijn(dossier, T.PIP) is None
        assert not zegt(dossier, "nog niet begonnen")
    elif kennisgeving:
        assert termijn(dossier, T.PIP)


def test_na_het_einde_is_de_oude_wet_uitgezocht() -> None:
    dossier = feiten(
        traject=traject(datum_plicht=d("2021-12-31")), duo_besluiten=einde(R.ONTERECHT)
    )

    assert not zegt(dossier, "Wet inburgering 2013")


# --- Gevolgd zonder plicht ------------------------------------------------------------


def test_zonder_plicht_is_er_geen_termijn_geen_pip_en_geen_boete() -> None:
    nu = stand(feiten(traject=VRIJWILLIG, brede_intakes=(intake(),)), VANDAAG)

    assert nu.status == S.GEVOLGD
    assert nu.termijnen == ()
    assert nu.ontbrekend == ()
    for mag in (
        H.INTAKE_INVULLEN, H.LEERBAARHEIDSTOETS_VASTLEGGEN, H.UREN_VASTLEGGEN,
        H.PARTICIPATIE_STARTEN, H.VOORTGANGSGESPREK_VOEREN, H.EXAMEN_VASTLEGGEN,
        H.PVT_STARTEN, H.MAP_STARTEN, H.TRAJECT_AFSLUITEN, H.TRAJECT_AANVULLEN,
    ):  # fmt: skip
        assert nu.handelingen[mag].toegestaan, mag
    for niet in (H.PIP_OPSTELLEN, H.PIP_VASTSTELLEN, H.AANBOD_DOEN, H.ZROUTE_AFRONDEN):
        assert "zonder plicht" in nu.handelingen[niet].reden, niet
        assert "geen boete (niet bevestigd)" in nu.handelingen[niet].reden, niet
    assert not [h for h in nu.handelingen if h.noun == "handhaving" and
                nu.handelingen[h].toegestaan]  # fmt: skip


def test_pvt_ondertekenen_kan_zonder_pip_als_er_geen_plicht_is() -> None:
    begonnen = {"pvt": (PVT_LOOPT,)}
    oordeel = stand(feiten(traject=VRIJWILLIG, **begonnen), VANDAAG).handelingen

    assert oordeel[H.PVT_ONDERTEKENEN].toegestaan
    plichtig = stand(feiten(**begonnen), VANDAAG).handelingen
    assert not plichtig[H.PVT_ONDERTEKENEN].toegestaan


@rij_voor_rij(("grond",), [Volggrond.VRIJWILLIG, Volggrond.GEMEENTELIJK])
def test_wie_wordt_gevolgd_ziet_waarom(grond: Volggrond) -> None:
    dossier = feiten(traject=traject(volggrond=grond, **GEEN_PLICHT))

    assert zegt(dossier, f"{grond.label}: zonder termijn, zonder PIP en zonder boete")
    assert not zegt(dossier, "tien weken")


@rij_voor_rij(
    ("op", "status"),
    [
        ("2025-12-31", S.GEVOLGD),
        ("2026-01-01", S.INTAKE),
        ("2026-06-01", S.INTAKE),
    ],
)
@rij_voor_rij(("grond",), list(Volggrond))
def test_een_plicht_die_later_begint_gaat_gewoon_verder(
    grond: Volggrond, op: str, status: Trajectstatus
) -> None:
    aanmelding = traject(
        volggrond=grond, datum_plicht=d("2026-01-01"), datum_kennisgeving=None
    )
    begonnen = (intake(afgerond_op=None),)
    dossier = feiten(traject=aanmelding, brede_intakes=begonnen)

    assert stand(dossier, d(op)).status == status
    nog_niet = zegt(dossier, "nog niet begonnen: er is nog geen termijn", d(op))
    assert nog_niet is (status == S.GEVOLGD and grond == Volggrond.PLICHT)
    botst = zegt(dossier, "DUO gaat voor", d(op))
    assert botst is (grond != Volggrond.PLICHT)


def test_voor_de_registratie_volgde_de_gemeente_niemand() -> None:
    aanmelding = traject(datum_plicht=d("2026-01-01"))

    assert stand(feiten(traject=aanmelding), d("2025-01-07")).status == S.AANGEMELD
    assert stand(feiten(traject=aanmelding), d("2025-01-08")).status == S.GEVOLGD


@rij_voor_rij(
    ("grond", "op", "status"),
    [
        (Volggrond.PLICHT, "2026-01-15", S.GEEINDIGD),
        (Volggrond.VRIJWILLIG, "2026-01-14", S.LEERROUTE),
        (Volggrond.VRIJWILLIG, "2026-01-15", S.GEVOLGD),
    ],
)
def test_na_een_plicht_die_eindigde_kan_de_gemeente_verder_volgen(
    grond: Volggrond, op: str, status: Trajectstatus
) -> None:
    dossier = op_route(
        traject=traject(volggrond=grond), duo_besluiten=einde(R.VERBLIJFSDOEL)
    )

    assert stand(dossier, d(op)).status == status
    werk = termijn(dossier, T.AFSLUITEN, d(op))
    assert bool(werk and werk.open) is (status == S.GEEINDIGD)
    assert bool(werk) is (op == "2026-01-15")


@rij_voor_rij(
    ("geboren", "jong"),
    [("2008-06-02", True), ("2008-06-01", False), ("2008-00-00", False)],
)
def test_jonger_dan_18_volgen_kiest_de_gemeente(geboren: str, jong: bool) -> None:
    tekst = "Of de gemeente iemand zo jong volgt"

    assert zegt(feiten(geboren, traject=VRIJWILLIG), tekst) is jong
    assert not zegt(feiten(geboren), tekst)


def test_een_pip_zonder_plicht_is_een_tegenstrijdigheid() -> None:
    tekst = "Er is een PIP, maar de aanmelding zegt dat er geen plicht is"
    pips = (van_elders(),)

    assert zegt(op_route(traject=VRIJWILLIG, pips=pips), tekst)
    klaar = einde(R.VERBLIJFSDOEL)
    assert not zegt(op_route(traject=VRIJWILLIG, pips=pips, duo_besluiten=klaar), tekst)
    assert not zegt(feiten(traject=VRIJWILLIG), tekst)


@rij_voor_rij(
    ("dossier", "gegevens", "tekst"),
    [
        pytest.param(feiten(), {}, "", id="niets"),
        pytest.param(
            feiten(),
            {"volggrond": Volggrond.VRIJWILLIG},
            "! DUO gaf een",
            id="toch_niet",
        ),
        pytest.param(
            feiten(),
            {"volggrond": Volggrond.VRIJWILLIG, **GEEN_PLICHT},
            "",
            id="beide_leeg",
        ),
        pytest.param(
            op_route(duo_besluiten=einde(R.VERBLIJFSDOEL)),
            {"volggrond": Volggrond.GEMEENTELIJK},
            "",
            id="na_het_einde",
        ),
        pytest.param(
            feiten(traject=VRIJWILLIG),
            {"volggrond": Volggrond.PLICHT},
            "Vul ook de eerste dag van de plicht in",
            id="plicht_zonder_dag",
        ),
        pytest.param(
            feiten(traject=VRIJWILLIG),
            {"volggrond": Volggrond.PLICHT, "datum_plicht": d("2026-05-01")},
            "",
            id="plicht_met_dag",
        ),
        pytest.param(
            feiten(traject=traject(volggrond=Volggrond.VRIJWILLIG)),
            {"volggrond": Volggrond.PLICHT},
            "",
            id="dag_was_bekend",
        ),
    ],
)
def test_de_aanmelding_van_wie_wordt_gevolgd(
    dossier: Feiten, gegevens: dict[str, Any], tekst: str
) -> None:
    gevonden = uitslag(dossier, H.TRAJECT_AANVULLEN, **gegevens)

    assert gevonden.startswith(tekst)
    assert bool(gevonden) is bool(tekst)


# --- De intake na een PIP van elders --------------------------------------------------


def test_na_een_pip_van_elders_kan_de_intake_nog_worden_gehouden() -> None:
    dossier = feiten(pips=(van_elders(),))
    mag = stand(dossier, VANDAAG).handelingen

    assert stand(dossier, VANDAAG).status == S.LEERROUTE
    assert mag[H.INTAKE_STARTEN].toegestaan
    begonnen = feiten(pips=(van_elders(),), brede_intakes=(intake(afgerond_op=None),))
    mag = stand(begonnen, VANDAAG).handelingen
    assert mag[H.INTAKE_AFRONDEN].toegestaan
    assert "al begonnen" in mag[H.INTAKE_STARTEN].reden
