"""Handhaven: elke trede, elke waarborg en elke grens, ervoor, erop en erna."""

from dataclasses import replace
from typing import Any

import pytest

from inburgering.wet.begrippen import (
    Aanleiding,
    Bezwaartegen,
    Bezwaaruitkomst,
    Doelgroep,
    DUOBesluitsoort,
    Eigenaar,
    Grondslag,
    Handhavingsbesluit,
    RedenStoppen,
    Termijnsoort,
    Trajectstatus,
    Verwijtbaarheid,
    Verzuimoorzaak,
    Volggrond,
)
from inburgering.wet.feiten import Feiten, Handhaving, Instelling
from inburgering.wet.handelingen import HANDELINGEN, Handeling
from inburgering.wet.handhaving import (
    ASIELBOETE,
    LADDER,
    OPEN_RIJ,
    TOETSEN,
    alleen_onwillig,
    asielboete,
    grond,
    laatste_dag,
    ladder,
    maximum,
    vervolg,
    zware_procedure,
)
from inburgering.wet.moment import moment
from inburgering.wet.stand import stand
from inburgering.wet.toetsing import toets
from inburgering.wet.uitkomst import NietToegestaan, Termijn
from tests.elk import bij_elk, rij_voor_rij
from tests.wet.bouw import (
    ASIEL,
    GEZIN,
    afspraak,
    beboet,
    besluit,
    bezwaar,
    d,
    feiten,
    geholpen,
    gehoord,
    gewaarschuwd,
    groepswijziging,
    handhaving,
    op_route,
    overwogen,
    traject,
    uren,
)


H, T = Handeling, Termijnsoort
WI, PW = Grondslag.WI2021, Grondslag.PARTICIPATIEWET
BOETE, MAATREGEL = Handhavingsbesluit.BOETE, Handhavingsbesluit.MAATREGEL
PW_RIJ = {"aanleiding": Aanleiding.PARTICIPATIEWET, "grondslag": PW}


def zaak(*rijen: Handhaving, groep: Doelgroep = GEZIN, **velden: Any) -> Feiten:
    """Een traject op de leerroute met deze handhavingen."""
    return op_route(handhavingen=rijen, traject=traject(doelgroep=groep), **velden)


def uitkomst(
    dossier: Feiten, handeling: Handeling, op: str = "2025-10-06", **gegevens: Any
) -> str:
    """Het veld waarop is geweigerd met de reden, of de meldingen achter elkaar."""
    try:
        meldingen = toets(handeling, dossier, gegevens, d(op))
    except NietToegestaan as fout:
        return f"geweigerd {fout.veld}: {fout.reden} ({fout.bron})"
    return " ".join(f"{m.tekst} ({m.bron})" for m in meldingen)


def mag(dossier: Feiten, handeling: Handeling, op: str = "2025-10-06") -> str:
    """Leeg als de handeling kan, anders de reden met het artikel."""
    oordeel = stand(dossier, d(op)).handelingen[handeling]
    return "" if oordeel.toegestaan else f"{oordeel.reden} ({oordeel.bron})"


def termijn(dossier: Feiten, soort: Termijnsoort, op: str) -> Termijn | None:
    gevonden = [t for t in stand(dossier, d(op)).termijnen if t.soort == soort]
    return gevonden[0] if gevonden else None


# --- De ladder ------------------------------------------------------------------------

NODIG = {
    H.HANDHAVING_BESPREKEN: "contact oorzaak hulp",
    H.HANDHAVING_WAARSCHUWEN: "contact oorzaak hulp gesprek",
    H.HANDHAVING_OVERWEGEN: "contact oorzaak hulp gesprek waarschuwing",
    H.HANDHAVING_HOREN: "overwogen cautie rapport",
    H.HANDHAVING_TOETSEN: "overwogen",
    H.HANDHAVING_BESLUITEN: (
        "contact oorzaak hulp gesprek waarschuwing overwogen cautie rapport zienswijze"
    ),
}
VELD = {
    "contact": "gebeld_op",
    "oorzaak": "oorzaak_op",
    "hulp": "hulp_op",
    "gesprek": "gesprek_op",
    "waarschuwing": "gewaarschuwd_op",
    "overwogen": "overwogen_op",
    "cautie": "cautie_op",
    "rapport": "rapport_op",
    "zienswijze": "zienswijze_op",
    "toets": "getoetst_op",
}
BIJNA = {
    H.HANDHAVING_BESPREKEN: geholpen(),
    H.HANDHAVING_WAARSCHUWEN: geholpen(gesprek_op=d("2025-09-10")),
    H.HANDHAVING_OVERWEGEN: gewaarschuwd(),
    H.HANDHAVING_HOREN: overwogen(),
    H.HANDHAVING_TOETSEN: overwogen(),
    H.HANDHAVING_BESLUITEN: gehoord(),
}


@bij_elk(
    [(h, naam) for h, namen in NODIG.items() for naam in namen.split()],
    lambda paar: " ".join(paar),
)
def test_een_trede_wordt_nooit_overgeslagen(paar: tuple[Handeling, str]) -> None:
    handeling, trede = paar
    rij = BIJNA[handeling]
    zonder = replace(rij, **{VELD[trede]: None})
    eis = next(t.eis for t in LADDER if t.naam == trede)

    assert mag(zaak(rij), handeling) == ""
    assert eis in mag(zaak(zonder), handeling)
    assert eis in uitkomst(zaak(zonder), handeling, id=1)
    # Op een andere rij kan het wel: de handeling blijft mogelijk, deze rij niet.
    beide = zaak(zonder, replace(rij, id=2))
    assert mag(beide, handeling) == ""
    assert eis in uitkomst(beide, handeling, id=1)
    assert eis not in uitkomst(beide, handeling, id=2)


def test_langsgaan_is_ook_contact() -> None:
    rij = geholpen(gebeld_op=None, bezocht_op=d("2025-09-04"))

    assert mag(zaak(rij), H.HANDHAVING_BESPREKEN) == ""
    assert ladder(moment(zaak(rij), d("2025-10-01")), rij)[0].op == d("2025-09-04")


@rij_voor_rij(
    ("rij", "groep", "ontbreekt"),
    [
        (handhaving(), GEZIN, "contact oorzaak hulp gesprek waarschuwing overwogen cautie rapport zienswijze"),
        (handhaving(), ASIEL, "contact oorzaak hulp gesprek waarschuwing overwogen cautie rapport zienswijze toets"),
        (gewaarschuwd(), GEZIN, "overwogen cautie rapport zienswijze"),
        (overwogen(), GEZIN, "zienswijze"),
        (overwogen(aanleiding=Aanleiding.INTAKE), GEZIN, "zienswijze"),
        (overwogen(**PW_RIJ), GEZIN, ""),
        (gewaarschuwd(**PW_RIJ), ASIEL, "overwogen"),
        (gehoord(), ASIEL, ""),
    ],
)  # fmt: skip
def test_de_ladder_zegt_wat_nog_moet(
    rij: Handhaving, groep: Doelgroep, ontbreekt: str
) -> None:
    treden = ladder(moment(zaak(rij, groep=groep), d("2025-10-06")), rij)

    assert len(treden) == len(LADDER)
    assert " ".join(t.trede.naam for t in treden if t.ontbreekt) == ontbreekt


def test_elke_trede_heeft_een_bron_en_wat_niet_is_gevonden_heet_zo() -> None:
    onbevestigd = {t.naam for t in LADDER if not t.bron.zekerheid.bevestigd}

    assert onbevestigd == {
        "oorzaak", "waarschuwing", "cautie", "rapport", "zienswijze", "toets",
    }  # fmt: skip
    assert all(t.bron.wet for t in LADDER)


@rij_voor_rij(("waarschuwingen", "nodig"), [(0, False), (1, True)])
def test_de_waarschuwing_is_beleid_van_de_gemeente(
    waarschuwingen: int, nodig: bool
) -> None:
    eigen = Instelling(
        naam="waarschuwingen_vooraf",
        waarde=waarschuwingen,
        geldig_vanaf=d("2025-01-01"),
        vastgelegd_op=d("2025-01-01"),
    )
    rij = geholpen(gesprek_op=d("2025-09-10"))
    dossier = zaak(rij, instellingen=(eigen,))

    assert ("Waarschuw eerst" in mag(dossier, H.HANDHAVING_OVERWEGEN)) == nodig


@rij_voor_rij(
    ("rij", "kan"),
    [
        (handhaving(), "onderzoeken stoppen"),
        (geholpen(), "onderzoeken bespreken stoppen"),
        (geholpen(bezocht_op=d("2025-09-04")), "bespreken stoppen"),
        (gewaarschuwd(), "onderzoeken overwegen stoppen"),
        (overwogen(), "onderzoeken horen toetsen stoppen"),
        (gehoord(), "onderzoeken besluiten stoppen"),
        (beboet(verstuurd_op=None), "versturen"),
        (beboet(), ""),
    ],
)
def test_wat_op_een_rij_nu_kan(rij: Handhaving, kan: str) -> None:
    m = moment(zaak(rij), d("2025-10-20"))

    assert " ".join(h.verb for h in vervolg(m, rij)) == kan


# --- Welke rij nog open is ------------------------------------------------------------

KLAAR = {"gebeld_op": d("2025-09-03"), "bezocht_op": d("2025-09-03")}


@rij_voor_rij(
    ("handeling", "open_", "dicht"),
    [
        (H.HANDHAVING_ONDERZOEKEN, geholpen(), geholpen(**KLAAR)),
        (H.HANDHAVING_BESPREKEN, geholpen(), gewaarschuwd()),
        (H.HANDHAVING_WAARSCHUWEN, geholpen(), gewaarschuwd()),
        (H.HANDHAVING_OVERWEGEN, gewaarschuwd(), overwogen()),
        (H.HANDHAVING_OVERWEGEN, gewaarschuwd(), gehoord(rapport_op=None)),
        (H.HANDHAVING_OVERWEGEN, overwogen(rapport_op=None), beboet()),
        (H.HANDHAVING_HOREN, overwogen(), gehoord()),
        (H.HANDHAVING_TOETSEN, overwogen(), gehoord()),
        (H.HANDHAVING_BESLUITEN, gehoord(), beboet()),
        (H.HANDHAVING_VERSTUREN, beboet(verstuurd_op=None), beboet()),
        (H.HANDHAVING_VERSTUREN, beboet(verstuurd_op=None), gehoord()),
        (H.HANDHAVING_STOPPEN, handhaving(), handhaving(gestopt_op=d("2025-09-09"))),
        (H.HANDHAVING_STOPPEN, gehoord(), beboet()),
    ],
)
def test_op_welke_rij_een_handeling_kan(
    handeling: Handeling, open_: Handhaving, dicht: Handhaving
) -> None:
    assert OPEN_RIJ[handeling](open_)
    assert not OPEN_RIJ[handeling](dicht)
    assert "Er is geen" in mag(zaak(dicht), handeling, "2025-10-20")


@rij_voor_rij(("handeling",), OPEN_RIJ)
def test_zonder_handhaving_kan_geen_vervolg(handeling: Handeling) -> None:
    assert "Er is geen" in mag(zaak(), handeling)


# --- Melden ---------------------------------------------------------------------------

ONBEKEND: dict[str, Any] = {"datum_plicht": None, "datum_kennisgeving": None}


@rij_voor_rij(
    ("dossier", "reden"),
    [
        (op_route(), ""),
        (
            feiten(traject=traject(volggrond=Volggrond.VRIJWILLIG, **ONBEKEND)),
            "zonder plicht",
        ),
        (
            feiten(traject=traject(volggrond=Volggrond.GEMEENTELIJK, **ONBEKEND)),
            "zonder plicht",
        ),
    ],
)
def test_zonder_plicht_wordt_niet_gehandhaafd(dossier: Feiten, reden: str) -> None:
    assert reden in mag(dossier, H.HANDHAVING_MELDEN)
    assert bool(mag(dossier, H.HANDHAVING_MELDEN)) == bool(reden)


@rij_voor_rij(
    ("aanleiding", "grondslag", "past"),
    [
        (Aanleiding.INTAKE, WI, True),
        (Aanleiding.INTAKE, PW, False),
        (Aanleiding.LBT, PW, False),
        (Aanleiding.PIP, WI, True),
        (Aanleiding.PIP, PW, True),
        (Aanleiding.VERZUIM, PW, True),
        (Aanleiding.PARTICIPATIEWET, WI, False),
        (Aanleiding.PARTICIPATIEWET, PW, True),
    ],
)
def test_een_verplichting_rust_op_een_wet(
    aanleiding: Aanleiding, grondslag: Grondslag, past: bool
) -> None:
    gezegd = uitkomst(
        zaak(uren=(uren(40, verzuim_ongeoorloofd=2),)), H.HANDHAVING_MELDEN,
        aanleiding=aanleiding, grondslag=grondslag,
        gebeurd_op=d("2025-09-01"),
    )  # fmt: skip

    assert gezegd == "" if past else gezegd.startswith("geweigerd grondslag")


@rij_voor_rij(
    ("dag", "velden", "veld"),
    [
        pytest.param("2025-03-05", {}, "gebeurd_op", id="dag_van_het_pip"),
        pytest.param("2025-03-06", {}, "", id="dag_na_het_pip"),
        pytest.param("2025-03-05", {"grondslag": PW}, "", id="andere_wet"),
        pytest.param(
            "2025-03-05", {"aanleiding": Aanleiding.VERZUIM}, "gebeurd_op", id="verzuim"
        ),
        pytest.param(
            "2025-02-01", {"aanleiding": Aanleiding.INTAKE}, "", id="intake_voor_pip"
        ),
        pytest.param(
            "2025-01-02",
            {"aanleiding": Aanleiding.INTAKE},
            "gebeurd_op",
            id="voor_plicht",
        ),
        pytest.param(
            "2025-01-03", {"aanleiding": Aanleiding.INTAKE}, "", id="eerste_dag_plicht"
        ),
        pytest.param("2025-10-07", {}, "gebeurd_op", id="morgen"),
    ],
)
def test_wanneer_een_afspraak_gold(dag: str, velden: dict[str, Any], veld: str) -> None:
    gegevens = {
        "aanleiding": Aanleiding.PIP, "grondslag": WI, "gebeurd_op": d(dag),
    }  # fmt: skip
    gezegd = uitkomst(zaak(), H.HANDHAVING_MELDEN, **gegevens | velden)

    assert gezegd.startswith(f"geweigerd {veld}") if veld else gezegd == ""


VRIJGESTELD = besluit(
    DUOBesluitsoort.VRIJSTELLING_TIJDELIJK, "2025-07-01", ingang=d("2025-07-01"),
    einddatum=d("2025-08-01"),
)  # fmt: skip


@rij_voor_rij(
    ("dag", "grondslag", "stil"),
    [
        ("2025-06-30", WI, False),
        ("2025-07-01", WI, True),
        ("2025-07-31", WI, True),
        ("2025-08-01", WI, False),
        ("2025-07-01", PW, False),
    ],
)
def test_wie_tijdelijk_vrij_was_had_niets_na_te_komen(
    dag: str, grondslag: Grondslag, stil: bool
) -> None:
    gegevens = {"aanleiding": Aanleiding.PIP, "grondslag": grondslag}
    dossier = zaak(duo_besluiten=(VRIJGESTELD,))
    gezegd = uitkomst(dossier, H.HANDHAVING_MELDEN, gebeurd_op=d(dag), **gegevens)

    assert gezegd.startswith("geweigerd gebeurd_op: Op") is stil
    # Ook als de vrijstelling pas later bekend werd: geen boete, wel een besluit zonder.
    rij = gehoord(gebeurd_op=d(dag), grondslag=grondslag)
    later = zaak(rij, duo_besluiten=(VRIJGESTELD,))
    boete = uitkomst(later, H.HANDHAVING_BESLUITEN, id=1, **GOED)
    geen = uitkomst(
        later, H.HANDHAVING_BESLUITEN, id=1, **GOED | {"besluit": "geen_sanctie"}
    )

    assert ("lag de plicht stil" in boete) is (stil and grondslag == WI)
    assert "geweigerd" not in geen


@rij_voor_rij(("plicht", "mag"), [("2025-09-01", True), ("2025-09-02", False)])
def test_geen_boete_om_wat_van_voor_de_plicht_was(plicht: str, mag: bool) -> None:
    dossier = op_route(
        handhavingen=(gehoord(),),
        traject=traject(doelgroep=GEZIN, datum_plicht=d(plicht)),
    )
    gezegd = uitkomst(dossier, H.HANDHAVING_BESLUITEN, id=1, **GOED)

    assert ("nog geen plicht" not in gezegd) is mag


def test_melden_voor_een_pip_of_zonder_bekende_plicht() -> None:
    zonder = feiten(traject=traject(datum_plicht=None))
    gegevens = {"grondslag": WI, "gebeurd_op": d("2024-01-01")}

    assert "geen PIP" in uitkomst(
        zonder, H.HANDHAVING_MELDEN, aanleiding=Aanleiding.PIP, **gegevens
    )
    assert (
        uitkomst(zonder, H.HANDHAVING_MELDEN, aanleiding=Aanleiding.INTAKE, **gegevens)
        == ""
    )
    assert uitkomst(zonder, H.HANDHAVING_MELDEN, aanleiding=Aanleiding.PIP, grondslag=WI) == ""  # fmt: skip


# --- Onderzoeken en overwegen ---------------------------------------------------------


@rij_voor_rij(
    ("gegevens", "veld"),
    [
        ({"oorzaak_op": d("2025-09-03")}, "oorzaak"),
        ({"oorzaak_op": d("2025-09-03"), "oorzaak": Verzuimoorzaak.WERK}, ""),
        ({"gebeld_op": d("2025-09-03")}, ""),
        ({"gebeld_op": d("2025-08-31")}, "gebeld_op"),
        ({"bezocht_op": d("2025-08-31")}, "bezocht_op"),
        ({"hulp_op": d("2025-09-01")}, ""),
    ],
)
def test_onderzoeken(gegevens: dict[str, Any], veld: str) -> None:
    gezegd = uitkomst(zaak(handhaving()), H.HANDHAVING_ONDERZOEKEN, **gegevens)

    assert gezegd.startswith(f"geweigerd {veld}") if veld else gezegd == ""


def test_een_stap_wordt_niet_overschreven() -> None:
    rij = overwogen(bezocht_op=None)
    gebeld = uitkomst(
        zaak(rij), H.HANDHAVING_ONDERZOEKEN, id=1, gebeld_op=d("2025-09-04")
    )
    bezocht = uitkomst(
        zaak(rij), H.HANDHAVING_ONDERZOEKEN, id=1, bezocht_op=d("2025-09-04")
    )
    cautie = uitkomst(
        zaak(overwogen(rapport_op=None)), H.HANDHAVING_OVERWEGEN, id=1, **CAUTIE
    )

    assert gebeld.startswith("geweigerd gebeld_op: Dit is al vastgelegd")
    assert bezocht == ""
    assert cautie.startswith("geweigerd cautie_op: Dit is al vastgelegd")


CAUTIE = {"cautie_op": d("2025-09-21"), "cautie_taal": "Tigrinya", "tolk": False}
RAPPORT = {"rapport_op": d("2025-09-22"), "rapport_door": 7}


@rij_voor_rij(
    ("gegevens", "veld"),
    [
        ({"overwogen_op": d("2025-09-12")}, ""),
        ({"overwogen_op": d("2025-09-11")}, "overwogen_op"),
        ({"overwogen_op": d("2025-09-20"), **CAUTIE}, ""),
        ({"overwogen_op": d("2025-09-22"), **CAUTIE}, "cautie_op"),
        ({**CAUTIE, "cautie_taal": ""}, "cautie_taal"),
        ({**CAUTIE, "tolk": None}, "tolk"),
        (RAPPORT, ""),
        ({**RAPPORT, "rapport_door": None}, "rapport_door"),
    ],
)
def test_overwegen_met_zwijgrecht_en_rapport(
    gegevens: dict[str, Any], veld: str
) -> None:
    gezegd = uitkomst(zaak(gewaarschuwd()), H.HANDHAVING_OVERWEGEN, **gegevens)

    assert gezegd.startswith(f"geweigerd {veld}") if veld else gezegd == ""
    assert "(niet bevestigd)" in gezegd or veld in ("", "overwogen_op", "cautie_op")


@rij_voor_rij(
    ("oorzaak", "gemeld"),
    [
        (Verzuimoorzaak.ZIEKTE, True),
        (Verzuimoorzaak.KINDEROPVANG, True),
        (Verzuimoorzaak.WERK, False),
        (Verzuimoorzaak.GEEN_REDEN, False),
        (None, False),
    ],
)
def test_overwegen_wijst_op_een_oorzaak_buiten_eigen_hand(
    oorzaak: Verzuimoorzaak | None, gemeld: bool
) -> None:
    rij = gewaarschuwd(oorzaak=oorzaak)
    gezegd = uitkomst(zaak(rij), H.HANDHAVING_OVERWEGEN, overwogen_op=d("2025-09-20"))

    assert ("vaak niet te verwijten" in gezegd) == gemeld


@rij_voor_rij(
    ("groep", "rij", "gemeld"),
    [
        (ASIEL, gewaarschuwd(), True),
        (GEZIN, gewaarschuwd(), False),
        (ASIEL, gewaarschuwd(**PW_RIJ), False),
    ],
)
def test_overwegen_zegt_dat_er_geen_automatische_boete_is(
    groep: Doelgroep, rij: Handhaving, gemeld: bool
) -> None:
    gezegd = uitkomst(
        zaak(rij, groep=groep), H.HANDHAVING_OVERWEGEN, overwogen_op=d("2025-09-20")
    )

    assert ("geen boete, tenzij" in gezegd) == gemeld
    assert gezegd.endswith("(niet bevestigd))") == gemeld


# --- Besluiten ------------------------------------------------------------------------

GOED = {
    "besluit_op": d("2025-10-06"),
    "besluit": BOETE,
    "bedrag": 100,
    "verwijtbaarheid": Verwijtbaarheid.GEWOON,
    "draagkracht_bekeken": True,
    "besloten_door": 8,
}
VERREKENEN = (
    "Verrekenen met de bijstand kan alleen als een verordening van de gemeente dat "
    "regelt. (verordening)"
)
LBT = Aanleiding.LBT


@rij_voor_rij(
    ("rij", "gegevens", "veld"),
    [
        (gehoord(), {}, ""),
        (gehoord(), {"besluit": MAATREGEL, "bedrag": None}, "besluit"),
        (gehoord(**PW_RIJ), {}, "besluit"),
        (gehoord(**PW_RIJ), {"besluit": MAATREGEL, "bedrag": None}, ""),
        (gehoord(), {"verwijtbaarheid": ""}, "verwijtbaarheid"),
        (gehoord(), {"verwijtbaarheid": Verwijtbaarheid.ONTBREEKT}, "verwijtbaarheid"),
        (gehoord(), {"verwijtbaarheid": Verwijtbaarheid.VERMINDERD}, ""),
        (gehoord(), {"draagkracht_bekeken": False}, "draagkracht_bekeken"),
        (gehoord(), {"bedrag": None}, "bedrag"),
        (gehoord(), {"bedrag": 0}, "bedrag"),
        (gehoord(), {"bedrag": 1}, ""),
        (gehoord(), {"bedrag": 800}, ""),
        (gehoord(), {"bedrag": 801}, "bedrag"),
        (gehoord(aanleiding=Aanleiding.VERZUIM), {"bedrag": 801}, "bedrag"),
        (gehoord(aanleiding=Aanleiding.INTAKE), {"bedrag": 250}, ""),
        (gehoord(aanleiding=Aanleiding.INTAKE), {"bedrag": 251}, "bedrag"),
        (gehoord(), {"besloten_door": 7}, "besluit"),
        (gehoord(), {"besloten_door": 8, "overwogen_door": {8, 9}}, "besluit"),
        (gehoord(), {"besloten_door": 8, "overwogen_door": {9}}, ""),
        (gehoord(), {"besloten_door": None}, ""),
        (gehoord(), {"besluit_op": d("2025-09-30")}, "besluit_op"),
    ],
)
def test_besluiten(rij: Handhaving, gegevens: dict[str, Any], veld: str) -> None:
    gezegd = uitkomst(zaak(rij), H.HANDHAVING_BESLUITEN, **GOED | gegevens)

    assert gezegd.startswith(f"geweigerd {veld}") if veld else "geweigerd" not in gezegd


@rij_voor_rij(("leeg",), ["verwijtbaarheid", "draagkracht_bekeken"])
def test_geen_sanctie_vraagt_geen_schuld(leeg: str) -> None:
    gegevens = GOED | {
        "besluit": Handhavingsbesluit.GEEN, "bedrag": None, leeg: None, "besloten_door": 7,
    }  # fmt: skip

    assert uitkomst(zaak(gehoord()), H.HANDHAVING_BESLUITEN, **gegevens) == ""


def test_wat_men_bij_een_boete_weten_moet() -> None:
    gewoon = uitkomst(zaak(gehoord()), H.HANDHAVING_BESLUITEN, **GOED)
    lbt = uitkomst(
        zaak(gehoord(aanleiding=LBT)), H.HANDHAVING_BESLUITEN, **GOED | {"bedrag": 250}
    )
    minder = uitkomst(
        zaak(gehoord(aanleiding=Aanleiding.INTAKE)),
        H.HANDHAVING_BESLUITEN,
        **GOED | {"bedrag": 250, "verwijtbaarheid": Verwijtbaarheid.VERMINDERD},
    )
    lager = uitkomst(
        zaak(gehoord(aanleiding=Aanleiding.INTAKE)),
        H.HANDHAVING_BESLUITEN,
        **GOED | {"bedrag": 249, "verwijtbaarheid": Verwijtbaarheid.VERMINDERD},
    )

    assert gewoon == VERREKENEN
    assert "niet bevestigd" in lbt
    assert "leerbaarheidstoets" in lbt
    assert "weeg of het bedrag lager moet" in minder
    assert lager == VERREKENEN


@rij_voor_rij(
    ("ander", "veld"),
    [
        pytest.param(beboet(id=2), "besluit", id="zelfde_dag_boete"),
        pytest.param(
            beboet(id=2, **PW_RIJ, besluit=MAATREGEL), "besluit", id="andere_wet"
        ),
        pytest.param(beboet(id=2, gebeurd_op=d("2025-08-31")), "", id="dag_ervoor"),
        pytest.param(
            beboet(id=2, besluit=Handhavingsbesluit.GEEN), "", id="geen_sanctie"
        ),
        pytest.param(gehoord(id=2), "", id="nog_niet_besloten"),
    ],
)
def test_nooit_twee_sancties_voor_hetzelfde(ander: Handhaving, veld: str) -> None:
    gezegd = uitkomst(
        zaak(ander, gehoord()), H.HANDHAVING_BESLUITEN, op="2025-10-08", id=1,
        **GOED | {"besluit_op": d("2025-10-08")},
    )  # fmt: skip

    assert gezegd.startswith(f"geweigerd {veld}") if veld else "geweigerd" not in gezegd
    if veld:
        assert "Nooit twee sancties" in gezegd


# --- De afspraak en de wet waarop zij rust --------------------------------------------

AFSPRAKEN = (
    afspraak(id=4),
    afspraak(id=5, grondslag=PW),
    afspraak(id=6, eigenaar=Eigenaar.GEMEENTE),
)


@rij_voor_rij(
    ("nummer", "grondslag", "dag", "veld", "tekst"),
    [
        (None, WI, "2025-09-01", "", ""),
        (4, WI, "2025-09-01", "", ""),
        (4, PW, "2025-09-01", "grondslag", "rust op de Wet inburgering 2021"),
        (5, WI, "2025-09-01", "grondslag", "rust op de Participatiewet"),
        (5, PW, "2025-09-01", "", ""),
        (6, WI, "2025-09-01", "afspraak", "kwam de gemeente na"),
        (9, WI, "2025-09-01", "afspraak", "hoort niet bij dit traject"),
        (4, WI, "2025-03-04", "gebeurd_op", "gold de afspraak nog niet"),
        (5, PW, "2025-03-05", "", ""),
    ],
)
def test_de_wet_van_de_afspraak_bepaalt_wat_er_kan_volgen(
    nummer: int | None, grondslag: Grondslag, dag: str, veld: str, tekst: str
) -> None:
    gezegd = uitkomst(
        zaak(afspraken=AFSPRAKEN), H.HANDHAVING_MELDEN, aanleiding=Aanleiding.PIP,
        grondslag=grondslag, gebeurd_op=d(dag), afspraak=nummer,
    )  # fmt: skip

    assert gezegd.startswith(f"geweigerd {veld}") if veld else gezegd == ""
    assert tekst in gezegd


def test_zonder_dag_wordt_over_de_afspraak_niets_gezegd() -> None:
    gegevens = {"aanleiding": Aanleiding.PIP, "grondslag": WI, "afspraak": 4}

    assert uitkomst(zaak(afspraken=AFSPRAKEN), H.HANDHAVING_MELDEN, **gegevens) == ""


GESTRAFT = beboet(id=2, afspraak=4, gebeurd_op=d("2025-06-01"))


@rij_voor_rij(
    ("ander", "rij", "geweigerd"),
    [
        # De vorige boete is van 6 oktober 2025: pas wat daarna gebeurt is een herhaling.
        (GESTRAFT, gehoord(afspraak=4), True),
        (GESTRAFT, gehoord(afspraak=4, gebeurd_op=d("2025-10-06")), True),
        (GESTRAFT, gehoord(afspraak=4, gebeurd_op=d("2025-10-07")), False),
        (GESTRAFT, gehoord(afspraak=7), False),
        (GESTRAFT, gehoord(), False),
        (
            replace(GESTRAFT, besluit=Handhavingsbesluit.GEEN),
            gehoord(afspraak=4),
            False,
        ),
        (gehoord(id=2, afspraak=4), gehoord(afspraak=4), False),
        (GESTRAFT, gehoord(afspraak=4, besluit_op=None, **PW_RIJ), False),
    ],
)
def test_om_een_afspraak_hoogstens_een_sanctie(
    ander: Handhaving, rij: Handhaving, geweigerd: bool
) -> None:
    besluit_ = GOED | {"besluit_op": d("2025-12-01")}
    if rij.grondslag == PW:  # zonder sanctie valt er niets dubbel te straffen
        besluit_ = besluit_ | {"besluit": Handhavingsbesluit.GEEN}
    gezegd = uitkomst(
        zaak(ander, rij), H.HANDHAVING_BESLUITEN, op="2025-12-01", id=1, **besluit_
    )

    assert ("Om deze afspraak is op 06-10-2025 al een sanctie" in gezegd) is geweigerd


def test_een_vernietigde_sanctie_om_de_afspraak_telt_niet_mee() -> None:
    gegrond = bezwaar(
        tegen=Bezwaartegen.HANDHAVING, bekend_op=d("2025-10-07"),
        ontvangen_op=d("2025-10-10"), besloten_op=d("2025-10-15"),
        uitkomst=Bezwaaruitkomst.GEGROND,
    )  # fmt: skip
    dossier = zaak(GESTRAFT, gehoord(afspraak=4), bezwaren=(gegrond,))
    gezegd = uitkomst(
        dossier, H.HANDHAVING_BESLUITEN, op="2025-12-01", id=1,
        **GOED | {"besluit_op": d("2025-12-01")},
    )  # fmt: skip

    assert "geweigerd" not in gezegd


@rij_voor_rij(
    ("ander", "lijkt"),
    [
        # Gemeld wordt wat op 1 september 2025 gebeurde; veertien dagen is dichtbij.
        (beboet(id=2, **PW_RIJ, besluit=MAATREGEL, gebeurd_op=d("2025-09-02")), True),
        (handhaving(id=2, gebeurd_op=d("2025-08-18")), True),
        (handhaving(id=2, gebeurd_op=d("2025-08-17")), False),
        (handhaving(id=2, gebeurd_op=d("2025-09-15")), True),
        (handhaving(id=2, gebeurd_op=d("2025-09-16")), False),
        (handhaving(id=2, gestopt_op=d("2025-09-20")), False),
        (
            beboet(id=2, besluit=Handhavingsbesluit.GEEN, gebeurd_op=d("2025-09-03")),
            False,
        ),
    ],
)
def test_wat_op_hetzelfde_lijkt_wordt_gezegd(ander: Handhaving, lijkt: bool) -> None:
    gegevens = {
        "aanleiding": Aanleiding.PIP,
        "grondslag": WI,
        "gebeurd_op": d("2025-09-01"),
    }
    gemeld = uitkomst(zaak(ander), H.HANDHAVING_MELDEN, op="2025-12-01", **gegevens)
    besloten = GOED | {"besluit_op": d("2025-12-01")}
    beslist = uitkomst(
        zaak(ander, gehoord()),
        H.HANDHAVING_BESLUITEN,
        op="2025-12-01",
        id=1,
        **besloten,
    )

    assert ("Gaat het om hetzelfde gedrag" in gemeld) is lijkt
    assert ("Gaat het om hetzelfde gedrag" in beslist) is lijkt
    assert "geweigerd" not in gemeld + beslist


@rij_voor_rij(
    ("velden", "vrij"),
    [
        ({"uitkomst": Bezwaaruitkomst.GEGROND}, True),
        ({"uitkomst": Bezwaaruitkomst.ONGEGROND}, False),
        ({"uitkomst": Bezwaaruitkomst.ONGEGROND, "beroep_op": d("2025-10-20"),
          "uitspraak_op": d("2025-11-20"), "uitspraak": Bezwaaruitkomst.GEGROND}, True),
        ({"uitkomst": Bezwaaruitkomst.GEGROND, "bekend_op": d("2025-10-06")}, False),
        ({"uitkomst": Bezwaaruitkomst.GEGROND, "tegen": Bezwaartegen.PIP}, False),
    ],
)  # fmt: skip
def test_een_vernietigde_sanctie_telt_niet_mee(
    velden: dict[str, Any], vrij: bool
) -> None:
    gegrond = bezwaar(
        **{
            "tegen": Bezwaartegen.HANDHAVING, "bekend_op": d("2025-10-07"),
            "ontvangen_op": d("2025-10-10"), "besloten_op": d("2025-10-15"),
        }
        | velden
    )  # fmt: skip
    dossier = zaak(beboet(id=2), gehoord(), bezwaren=(gegrond,))
    gezegd = uitkomst(
        dossier, H.HANDHAVING_BESLUITEN, op="2025-12-01", id=1,
        **GOED | {"besluit_op": d("2025-12-01")},
    )  # fmt: skip

    assert ("Nooit twee sancties" in gezegd) != vrij


# --- Het Europese recht ---------------------------------------------------------------

VOOR_HVJ = {
    "gebeurd_op": d("2025-01-10"), "gebeld_op": d("2025-01-11"),
    "oorzaak_op": d("2025-01-11"), "hulp_op": d("2025-01-12"),
    "gesprek_op": d("2025-01-13"), "gewaarschuwd_op": d("2025-01-14"),
    "overwogen_op": d("2025-01-15"), "cautie_op": d("2025-01-15"),
    "rapport_op": d("2025-01-16"), "zienswijze_op": d("2025-01-20"),
    "getoetst_op": None, "toets_akkoord": None, "vastgelegd_op": d("2025-01-11"),
    "aanleiding": Aanleiding.INTAKE,
}  # fmt: skip


@rij_voor_rij(
    ("besluit_op", "rij", "schuld", "geweigerd"),
    [
        ("2025-02-03", {}, Verwijtbaarheid.GEWOON, ""),
        ("2025-02-04", {}, Verwijtbaarheid.GEWOON, "geen boete, tenzij"),
        ("2025-02-05", {}, Verwijtbaarheid.GEWOON, "geen boete, tenzij"),
        ("2025-02-05", {"getoetst_op": d("2025-02-04"), "toets_akkoord": True},
         Verwijtbaarheid.GEWOON, "geen boete, tenzij"),
        ("2025-02-05", {"getoetst_op": d("2025-02-04"), "toets_akkoord": False},
         Verwijtbaarheid.AANHOUDEND, "geen boete, tenzij"),
        ("2025-02-05", {"getoetst_op": d("2025-02-04"), "toets_akkoord": True},
         Verwijtbaarheid.AANHOUDEND, ""),
    ],
)  # fmt: skip
def test_een_asielstatushouder_krijgt_geen_automatische_boete(
    besluit_op: str, rij: dict[str, Any], schuld: Verwijtbaarheid, geweigerd: str
) -> None:
    dossier = zaak(gehoord(**VOOR_HVJ | rij), groep=ASIEL)
    gegevens = GOED | {"besluit_op": d(besluit_op), "verwijtbaarheid": schuld}
    gezegd = uitkomst(dossier, H.HANDHAVING_BESLUITEN, op=besluit_op, **gegevens)

    assert geweigerd in gezegd
    assert gezegd.startswith("geweigerd") == bool(geweigerd)


def test_een_boete_zonder_datum_kijkt_naar_vandaag() -> None:
    zonder = {k: v for k, v in GOED.items() if k != "besluit_op"}
    gezegd = uitkomst(zaak(gehoord(), groep=ASIEL), H.HANDHAVING_BESLUITEN, **zonder)

    assert "geen boete, tenzij" in gezegd


@rij_voor_rij(
    ("dag", "streng"),
    [
        ("2021-12-31", False),
        ("2022-01-01", False),
        ("2025-02-03", False),
        ("2025-02-04", True),
        ("2025-02-05", True),
    ],
)
def test_de_dag_bepaalt_welke_rij_geldt(dag: str, streng: bool) -> None:
    regel = asielboete(d(dag))

    assert regel.alleen_onwillig == streng
    assert regel.bron.zekerheid.bevestigd != streng
    m = moment(zaak(groep=ASIEL), d("2025-10-06"))
    assert alleen_onwillig(m, handhaving(), d(dag)) == streng


def test_de_rijen_van_de_uitspraken_sluiten_aan() -> None:
    eerste, *later = ASIELBOETE

    for eerder, volgende in zip(ASIELBOETE, later, strict=False):
        assert eerder.geldig_tot == volgende.geldig_vanaf
    assert eerste.geldt_op(d("2025-02-03"))


@rij_voor_rij(
    ("dag", "uitspraken"),
    [
        ("2025-02-04", "HvJ EU 4-2-2025"),
        ("2025-07-08", "HvJ EU 4-2-2025"),
        ("2025-07-09", "HvJ EU 4-2-2025 en RvS 9-7-2025"),
    ],
)
def test_een_latere_uitspraak_telt_nog_niet(dag: str, uitspraken: str) -> None:
    assert str(asielboete(d(dag)).bron) == f"{uitspraken} (niet bevestigd)"


# --- Bedragen en procedure ------------------------------------------------------------


@rij_voor_rij(
    ("rij", "bedrag", "zwaar", "tot"),
    [
        (handhaving(), 800, True, "2030-09-01"),
        (handhaving(aanleiding=Aanleiding.VERZUIM), 800, True, "2030-09-01"),
        (handhaving(aanleiding=Aanleiding.INTAKE), 250, False, "2028-09-01"),
        (handhaving(aanleiding=LBT), 250, False, "2028-09-01"),
        (handhaving(grondslag=PW), None, False, None),
        (handhaving(**PW_RIJ), None, False, None),
        (handhaving(aanleiding=Aanleiding.PARTICIPATIEWET), None, False, None),
        (
            handhaving(gebeurd_op=d("2024-02-29"), aanleiding=LBT),
            250,
            False,
            "2027-02-28",
        ),
    ],
)
def test_hoogste_boete_procedure_en_laatste_dag(
    rij: Handhaving, bedrag: int | None, zwaar: bool, tot: str | None
) -> None:
    m = moment(zaak(rij), d("2025-10-06"))
    hoogste, grens = maximum(m, rij), laatste_dag(m, rij)

    assert (hoogste.waarde if hoogste else None) == bedrag
    assert zware_procedure(m, rij) == zwaar
    assert (grens.uiterlijk if grens else None) == (d(tot) if tot else None)


@rij_voor_rij(
    ("op", "gezegd"),
    [
        pytest.param("2025-12-22", "", id="dertien_weken"),
        pytest.param("2025-12-23", "na het rapport te beslissen", id="dag_erna"),
        pytest.param("2030-09-01", "na het rapport te beslissen", id="laatste_dag"),
        pytest.param("2030-09-02", "Een boete kon tot en met 01-09-2030", id="te_laat"),
    ],
)
def test_een_boete_kan_niet_altijd_nog(op: str, gezegd: str) -> None:
    uitslag = uitkomst(
        zaak(gehoord()), H.HANDHAVING_BESLUITEN, op=op, **GOED | {"besluit_op": d(op)}
    )

    assert gezegd in uitslag
    assert (uitslag == VERREKENEN) == (not gezegd)
    assert uitslag.startswith("geweigerd") == gezegd.startswith("Een boete kon")


@rij_voor_rij(
    ("begin", "nieuw", "ingang", "beschermd"),
    [
        # Op 1 september 2025 gebeurde het; besloten wordt op 6 oktober.
        (ASIEL, GEZIN, "2025-08-31", False),
        (ASIEL, GEZIN, "2025-09-01", False),
        (ASIEL, GEZIN, "2025-09-02", True),
        (GEZIN, ASIEL, "2025-09-01", True),
        (GEZIN, ASIEL, "2025-09-02", True),
        (GEZIN, ASIEL, "2025-10-07", False),
        (ASIEL, GEZIN, "2025-10-07", True),
    ],
)
def test_de_groep_van_de_dag_zelf_beschermt(
    begin: Doelgroep, nieuw: Doelgroep, ingang: str, beschermd: bool
) -> None:
    wijziging = groepswijziging(ingang=d(ingang), doelgroep=nieuw)
    rij = gehoord(toets_akkoord=False)
    dossier = zaak(rij, groep=begin, groepen=(wijziging,))
    uitslag = uitkomst(dossier, H.HANDHAVING_BESLUITEN, id=1, **GOED)

    assert ("tenzij iemand aantoonbaar" in uitslag) is beschermd
    assert alleen_onwillig(moment(dossier, d("2025-10-06")), rij, d("2025-10-06")) is (
        beschermd
    )
    if beschermd:
        assert "(niet bevestigd)" in uitslag


def test_geen_sanctie_kan_altijd_nog() -> None:
    gegevens = GOED | {
        "besluit": Handhavingsbesluit.GEEN, "bedrag": None, "besluit_op": d("2031-01-01"),
    }  # fmt: skip

    assert (
        uitkomst(zaak(gehoord()), H.HANDHAVING_BESLUITEN, "2031-01-01", **gegevens)
        == ""
    )


# --- Termijnen ------------------------------------------------------------------------


@rij_voor_rij(
    ("rij", "soort", "op", "uiterlijk", "voldaan_op"),
    [
        (handhaving(), T.HANDHAVING_CONTACT, "2025-09-02", "2025-09-15", None),
        (geholpen(), T.HANDHAVING_CONTACT, "2025-10-01", "2025-09-15", "2025-09-03"),
        (handhaving(gestopt_op=d("2025-09-04")), T.HANDHAVING_CONTACT, "2025-10-01",
         "2025-09-15", "2025-09-04"),
        (gewaarschuwd(), T.HANDHAVING_REACTIE, "2025-10-01", None, None),
        (overwogen(), T.HANDHAVING_REACTIE, "2025-09-25", "2025-10-05", None),
        (gehoord(), T.HANDHAVING_REACTIE, "2025-10-05", "2025-10-05", "2025-10-01"),
        # Ook bij een lage boete mag iemand eerst zeggen wat hij ervan vindt.
        (overwogen(aanleiding=LBT), T.HANDHAVING_REACTIE, "2025-09-25", "2025-10-05", None),
        (overwogen(**PW_RIJ), T.HANDHAVING_REACTIE, "2025-09-25", None, None),
        (gewaarschuwd(), T.HANDHAVING_BESLUIT, "2025-10-01", None, None),
        (overwogen(), T.HANDHAVING_BESLUIT, "2025-09-25", "2025-12-22", None),
        (overwogen(**PW_RIJ), T.HANDHAVING_BESLUIT, "2025-09-25", None, None),
        (beboet(), T.HANDHAVING_BESLUIT, "2025-10-10", "2025-12-22", "2025-10-06"),
        (handhaving(), T.HANDHAVING_UITERLIJK, "2025-09-02", "2030-09-01", None),
        (handhaving(**PW_RIJ), T.HANDHAVING_UITERLIJK, "2025-09-02", None, None),
        (gehoord(), T.HANDHAVING_BEZWAAR, "2025-10-10", None, None),
        (beboet(), T.HANDHAVING_BEZWAAR, "2025-11-18", "2025-11-18", None),
        (beboet(), T.HANDHAVING_BEZWAAR, "2025-11-19", "2025-11-18", "2025-11-18"),
    ],
)  # fmt: skip
def test_termijnen(
    rij: Handhaving, soort: Termijnsoort, op: str, uiterlijk: str | None,
    voldaan_op: str | None,
) -> None:  # fmt: skip
    t = termijn(zaak(rij), soort, op)

    assert (t.uiterlijk if t else None) == (d(uiterlijk) if uiterlijk else None)
    assert (t.voldaan_op if t else None) == (d(voldaan_op) if voldaan_op else None)


def test_van_meer_termijnen_staat_de_dringendste_voorop() -> None:
    later = handhaving(id=2, gebeurd_op=d("2025-09-20"), vastgelegd_op=d("2025-09-20"))
    klaar = geholpen(id=3)
    dossier = zaak(later, handhaving(), klaar)

    t = termijn(dossier, T.HANDHAVING_CONTACT, "2025-09-25")

    assert t is not None
    assert (t.open, t.uiterlijk) == (True, d("2025-09-15"))


def test_eigen_planning_heet_niet_wettelijk() -> None:
    dossier = zaak(overwogen())
    wettelijk = {
        t.soort: (t.wettelijk, str(t.bron)) for t in stand(dossier, d("2025-09-25")).termijnen
    }  # fmt: skip

    assert wettelijk[T.HANDHAVING_CONTACT] == (False, "werkafspraak")
    assert wettelijk[T.HANDHAVING_REACTIE][0] is False
    assert wettelijk[T.HANDHAVING_BESLUIT] == (True, "Awb art. 5:51 (niet bevestigd)")
    assert (
        wettelijk[T.HANDHAVING_UITERLIJK][1] == "Awb art. 5:45 lid 1 (niet bevestigd)"
    )


# --- Terug in de tijd -----------------------------------------------------------------


def test_op_een_eerdere_dag_was_er_nog_niets_besloten() -> None:
    dossier = zaak(beboet())
    m = moment(dossier, d("2025-10-05"))
    rij = m.feiten.handhavingen[0]

    assert (rij.besluit, rij.bedrag, rij.besloten_door) == (None, None, None)
    assert rij.toets_akkoord is True
    assert moment(dossier, d("2025-10-01")).feiten.handhavingen[0].toets_akkoord is None
    assert moment(dossier, d("2025-08-31")).feiten.handhavingen == ()


def test_stoppen_kan_altijd_zolang_er_niet_is_besloten() -> None:
    for rij in (handhaving(), geholpen(), overwogen(), gehoord()):
        assert mag(zaak(rij), H.HANDHAVING_STOPPEN) == ""
    gezegd = uitkomst(
        zaak(handhaving()), H.HANDHAVING_STOPPEN, gestopt_op=d("2025-08-31"),
        reden_stoppen=RedenStoppen.VERGISSING,
    )  # fmt: skip
    assert gezegd.startswith("geweigerd gestopt_op")


def test_handhaven_verandert_de_toestand_niet() -> None:
    assert stand(zaak(beboet()), d("2025-10-10")).status == Trajectstatus.LEERROUTE


def test_zonder_rij_valt_er_niets_te_toetsen() -> None:
    assert uitkomst(zaak(), H.HANDHAVING_BESLUITEN, **GOED) == VERREKENEN


def test_een_regel_zonder_dagen_noemt_geen_latere_uitspraak() -> None:
    bronnen = [trede.bron for trede in LADDER]
    bronnen += [t.bron for t in TOETSEN]
    bronnen += [regel.bron for regel in HANDELINGEN.values()]
    uitspraken = {b.artikel for b in bronnen if b.wet == "rechtspraak"}

    assert uitspraken == {"HvJ EU 4-2-2025"}


@rij_voor_rij(
    ("velden", "artikel", "bevestigd"),
    [
        ({"aanleiding": Aanleiding.PIP}, "23", True),
        ({"aanleiding": Aanleiding.VERZUIM}, "23", True),
        ({"aanleiding": Aanleiding.INTAKE}, "22", True),
        ({"aanleiding": Aanleiding.LBT}, "22", False),
        ({"aanleiding": Aanleiding.PARTICIPATIEWET, "grondslag": WI}, "22 en 23", True),
        (PW_RIJ, "18", True),
        ({"aanleiding": Aanleiding.PIP, "grondslag": PW}, "18", True),
    ],
)
def test_een_sanctie_rust_op_de_wet_van_de_verplichting(velden, artikel, bevestigd):
    bron = grond(handhaving(**velden))
    assert (bron.artikel, bron.zekerheid.bevestigd) == (artikel, bevestigd)
