"""Verzuim: wat telt, tot wanneer, en wat de telling wel en niet zegt."""

from dataclasses import replace
from typing import Any

import pytest

from inburgering.wet.begrippen import Aanleiding, Grondslag, Urensoort
from inburgering.wet.feiten import GevolgdeUren
from inburgering.wet.handelingen import Handeling
from inburgering.wet.toetsing import toets
from inburgering.wet.verzuim import (
    LESSEN,
    NIETS_GETELD,
    TELREGELS,
    Reeks,
    Urentelling,
    Verloop,
    Verzuim,
    lesverzuim,
    verzuim,
)
from tests.elk import rij_voor_rij
from tests.wet.bouw import GEZIN, d, handhaving, op_route, traject, uren


WI, PW = Grondslag.WI2021, Grondslag.PARTICIPATIEWET
TAAL, KNM = Urensoort.TAAL, Urensoort.KNM
PARTICIPATIE, WERK = Urensoort.PARTICIPATIE, Urensoort.PARTICIPATIEWET
MAANDEN = (
    ("2025-04-01", "2025-04-30"),
    ("2025-05-01", "2025-05-31"),
    ("2025-06-01", "2025-06-30"),
    ("2025-07-01", "2025-07-31"),
)
LATER = "2025-12-31"
LOOPT_NOG = (
    "Taalles: het tijdvak van 1 april 2025 tot en met 30 april 2025 loopt nog en telt nog "
    "niet mee."
)


def tijdvak(
    van: str, tot: str, gevolgd: int = 40, gemist: int = 0, *, afgemeld: int = 0,
    soort: Urensoort = TAAL, nummer: int = 1,
) -> GevolgdeUren:  # fmt: skip
    """Een tijdvak; ``gemist`` is zonder af te melden."""
    return uren(
        gevolgd, soort, id=nummer, van=d(van), tot_en_met=d(tot),
        verzuim_geoorloofd=afgemeld, verzuim_ongeoorloofd=gemist,
    )  # fmt: skip


def maanden(*gemist: int, **velden: Any) -> tuple[GevolgdeUren, ...]:
    """Maanden achter elkaar vanaf april 2025, elk met 40 uur gevolgd."""
    return tuple(
        tijdvak(*MAANDEN[nr], gemist=uur, nummer=nr + 1, **velden)
        for nr, uur in enumerate(gemist)
    )


def tel(*rijen: GevolgdeUren, op: str = LATER) -> Verzuim:
    return verzuim(rijen, d(op))


def reeks(*rijen: GevolgdeUren, op: str = LATER) -> Reeks:
    """De reeks van rijen van een soort."""
    (enige,) = tel(*rijen, op=op).reeksen
    return enige


# --- Niets geteld, of geteld tot een dag ----------------------------------------------


def test_zonder_uren_is_er_niets_geteld() -> None:
    leeg = tel()

    assert (leeg.geteld_tot_en_met, leeg.toestand) == (None, "Niets geteld")
    assert (leeg.zin, leeg.let_op, leeg.reeksen) == (NIETS_GETELD, (), ())
    assert (leeg.uren, leeg.uren.deel) == (Urentelling(0, 0, 0, None), "")
    assert leeg.gebruikt == (("Gevolgde uren", "niet vastgelegd"),)


@rij_voor_rij(
    ("op", "toestand", "let_op"),
    [
        pytest.param("2025-03-31", "Niets geteld", False, id="dag_voor_het_tijdvak"),
        pytest.param("2025-04-01", "Niets geteld", True, id="eerste_dag"),
        pytest.param("2025-04-15", "Niets geteld", True, id="er_middenin"),
        pytest.param("2025-04-29", "Niets geteld", True, id="dag_voor_de_laatste"),
        pytest.param("2025-04-30", "Geteld tot en met 30 april 2025", False, id="laatste_dag"),
        pytest.param("2025-05-01", "Geteld tot en met 30 april 2025", False, id="dag_erna"),
    ],
)  # fmt: skip
def test_een_tijdvak_telt_als_het_voorbij_is_en_dan_helemaal(
    op: str, toestand: str, let_op: bool
) -> None:
    gevonden = tel(*maanden(4), op=op)

    assert gevonden.toestand == toestand
    assert gevonden.uren.geteld == (0 if toestand == "Niets geteld" else 44)
    assert list(gevonden.let_op) == let_op * [LOOPT_NOG]


def test_wat_nog_loopt_staat_per_soort_en_niet_op_volgorde_van_vastleggen() -> None:
    rijen = (*maanden(0, soort=KNM), *maanden(0))

    gezegd = tel(*rijen, op="2025-04-15").let_op

    assert [regel.split(":")[0] for regel in gezegd] == ["Taalles", "KNM-les"]


def test_midden_in_een_later_tijdvak_blijft_het_eerdere_staan() -> None:
    rijen = maanden(4, 8)

    assert reeks(*rijen, op="2025-05-30") == reeks(*maanden(4))
    assert reeks(*rijen, op="2025-05-31") == reeks(*rijen)


def test_een_tijdvak_zonder_uren_is_wel_geteld_maar_zegt_niets() -> None:
    gevonden = tel(tijdvak("2025-04-01", "2025-04-30", 0))

    assert gevonden.toestand == "Geteld tot en met 30 april 2025"
    assert gevonden.zin == "In de tijdvakken tot en met 30 april 2025 staan geen uren."
    assert gevonden.uren.procent is None


# --- Uren en deel ---------------------------------------------------------------------


@rij_voor_rij(
    ("gevolgd", "afgemeld", "gemist", "procent", "deel"),
    [
        (0, 0, 0, None, ""),
        (40, 0, 0, 0, "0 procent"),
        (40, 10, 0, 0, "0 procent"),
        (100, 0, 1, 0, "minder dan 1 procent"),
        (99, 0, 1, 1, "1 procent"),
        (98, 0, 1, 1, "1 procent"),
        (98, 0, 2, 2, "2 procent"),
        (50, 50, 100, 50, "50 procent"),
        (0, 0, 8, 100, "100 procent"),
        (1, 0, 199, 99, "99 procent"),
    ],
)
def test_het_deel_is_van_alles_wat_is_geteld_naar_beneden_afgerond(
    gevolgd: int, afgemeld: int, gemist: int, procent: int | None, deel: str
) -> None:
    rij = tijdvak("2025-04-01", "2025-04-30", gevolgd, gemist, afgemeld=afgemeld)
    telling = tel(rij).uren

    assert telling == Urentelling(gevolgd, afgemeld, gemist, procent)
    assert telling.geteld == gevolgd + afgemeld + gemist
    assert telling.deel == deel


# --- Achter elkaar, sinds wanneer, meer of minder -------------------------------------


@rij_voor_rij(
    ("gemist", "achtereen", "sinds", "laatst", "verloop"),
    [
        pytest.param((0,), 0, None, None, Verloop.ONBEKEND, id="niets"),
        pytest.param((4,), 1, "2025-04-01", "2025-04-30", Verloop.ONBEKEND, id="een"),
        pytest.param((0, 4), 1, "2025-05-01", "2025-05-31", Verloop.MEER, id="nieuw"),
        pytest.param((4, 0), 0, None, "2025-04-30", Verloop.MINDER, id="opgehouden"),
        pytest.param((0, 0), 0, None, None, Verloop.GELIJK, id="twee_keer_niets"),
        pytest.param((4, 3), 2, "2025-04-01", "2025-05-31", Verloop.MINDER, id="een_minder"),
        pytest.param((4, 4), 2, "2025-04-01", "2025-05-31", Verloop.GELIJK, id="gelijk"),
        pytest.param((4, 5), 2, "2025-04-01", "2025-05-31", Verloop.MEER, id="een_meer"),
        pytest.param((4, 0, 4), 1, "2025-06-01", "2025-06-30", Verloop.MEER, id="onderbroken"),
        pytest.param((0, 4, 8, 2), 3, "2025-05-01", "2025-07-31", Verloop.MINDER, id="drie"),
        pytest.param((4, 8, 0, 0), 0, None, "2025-05-31", Verloop.GELIJK, id="lang_geleden"),
    ],
)  # fmt: skip
def test_achter_elkaar_telt_terug_vanaf_het_laatste_tijdvak(
    gemist: tuple[int, ...], achtereen: int, sinds: str | None, laatst: str | None,
    verloop: Verloop,
) -> None:  # fmt: skip
    gevonden = reeks(*maanden(*gemist))

    assert gevonden.achtereen == achtereen
    assert gevonden.sinds == (d(sinds) if sinds else None)
    assert gevonden.laatst == (d(laatst) if laatst else None)
    assert gevonden.verloop == verloop
    # De volgorde van vastleggen maakt niet uit.
    assert reeks(*reversed(maanden(*gemist))) == gevonden


def test_afgemeld_verzuim_is_geen_verzuim_zonder_bericht() -> None:
    gevonden = reeks(*maanden(0, 0, afgemeld=30))

    assert (gevonden.achtereen, gevonden.uren.afgemeld) == (0, 60)


@rij_voor_rij(
    ("gevolgd", "gemist", "verloop"),
    [
        pytest.param(81, 8, Verloop.MINDER, id="net_minder"),
        pytest.param(80, 8, Verloop.GELIJK, id="twee_keer_zo_lang_hetzelfde_deel"),
        pytest.param(79, 8, Verloop.MEER, id="net_meer"),
    ],
)
def test_verloop_vergelijkt_delen_en_geen_uren(
    gevolgd: int, gemist: int, verloop: Verloop
) -> None:
    lang = tijdvak("2025-05-01", "2025-06-30", gevolgd, gemist, nummer=2)

    assert reeks(*maanden(4), lang).verloop == verloop


@rij_voor_rij(("plek",), ["2025-05-01", "2025-07-01"])
def test_een_tijdvak_zonder_uren_breekt_de_rij_niet_en_verlengt_haar_niet(
    plek: str,
) -> None:
    leeg = tijdvak(plek, plek, 0, nummer=9)
    april, juni = maanden(4)[0], tijdvak("2025-06-01", "2025-06-30", gemist=4)

    gevonden = reeks(april, juni, leeg)

    assert (gevonden.achtereen, gevonden.verloop) == (2, Verloop.GELIJK)
    assert gevonden.geteld_tot_en_met == max(d(plek), d("2025-06-30"))


@rij_voor_rij(
    ("van", "dagen", "gezegd"),
    [
        pytest.param("2025-04-30", 0, "overlappen", id="laatste_dag_dubbel"),
        pytest.param("2025-05-01", 0, "", id="sluit_aan"),
        pytest.param("2025-05-02", 1, "over 1 dag tussen", id="een_dag_ertussen"),
        pytest.param("2025-05-03", 2, "over 2 dagen tussen", id="twee_dagen_ertussen"),
    ],
)
def test_dagen_waarover_niets_is_geteld_staan_erbij(
    van: str, dagen: int, gezegd: str
) -> None:
    rijen = (*maanden(4), tijdvak(van, "2025-05-31", gemist=4, nummer=2))
    gevonden = reeks(*rijen)

    assert gevonden.niet_geteld == dagen
    assert gevonden.overlapt is (gezegd == "overlappen")
    assert gevonden.achtereen == (1 if gevonden.overlapt else 2)
    assert gezegd in " ".join(tel(*rijen).let_op)
    assert bool(tel(*rijen).let_op) is bool(gezegd)


def test_wat_overlapt_is_een_tijdvak_en_maakt_de_rij_niet_langer() -> None:
    heel = tijdvak("2025-04-01", "2025-06-30", 120, 6)
    deel = tijdvak("2025-05-01", "2025-05-31", 40, 2, nummer=2)
    laat = tijdvak("2025-06-30", "2025-07-31", 40, 2, nummer=3)

    gevonden = reeks(deel, laat, heel)

    (enig,) = gevonden.tijdvakken
    assert (enig.van, enig.tot_en_met) == (d("2025-04-01"), d("2025-07-31"))
    # De uren tellen zoals zij zijn vastgelegd, net als in de rest van het dossier.
    assert enig.uren == Urentelling(200, 0, 10, 4)
    assert (gevonden.achtereen, gevonden.overlapt) == (1, True)


# --- Soorten uren ---------------------------------------------------------------------


def test_elke_soort_heeft_een_eigen_rij() -> None:
    gevonden = tel(
        *maanden(4, 0), *maanden(0, 4, soort=KNM), tijdvak(*MAANDEN[0], soort=WERK)
    )

    assert [(r.soort, r.achtereen) for r in gevonden.reeksen] == [
        (TAAL, 0), (KNM, 1), (WERK, 0),
    ]  # fmt: skip
    assert gevonden.uren == Urentelling(200, 0, 8, 3)
    # Twee soorten in hetzelfde tijdvak overlappen niet: het zijn andere uren.
    assert gevonden.let_op == ()


@rij_voor_rij(
    ("grondslag", "soort", "telt"),
    [
        (WI, TAAL, True),
        (WI, KNM, True),
        (WI, PARTICIPATIE, False),
        (WI, WERK, False),
        (WI, Urensoort.INTAKE_TAAL_KNM, False),
        (WI, Urensoort.BEGELEIDING, False),
        (PW, TAAL, True),
        (PW, WERK, True),
        (PW, PARTICIPATIE, False),
    ],
)
def test_wat_op_een_wet_lessen_zijn(
    grondslag: Grondslag, soort: Urensoort, telt: bool
) -> None:
    gevonden = lesverzuim(maanden(4, soort=soort), d(LATER), grondslag)

    assert bool(gevonden.reeksen) is telt
    assert (soort in LESSEN[grondslag]) is telt


# --- Herstel --------------------------------------------------------------------------


@rij_voor_rij(("gemist", "achtereen"), [(0, 1), (1, 2)])
def test_na_een_herstel_telt_de_herstelde_rij(gemist: int, achtereen: int) -> None:
    eerste, laatste = maanden(4, 4)
    hersteld = replace(eerste, verzuim_ongeoorloofd=gemist)

    assert reeks(eerste, laatste).achtereen == 2
    assert reeks(hersteld, laatste).achtereen == achtereen


# --- In woorden -----------------------------------------------------------------------


@rij_voor_rij(
    ("rijen", "begin", "delen"),
    [
        pytest.param(
            maanden(0, 0), "Tot en met 31 mei 2025 is niets gemist zonder af te melden.",
            (), id="niets",
        ),
        pytest.param(
            maanden(4), "Tot en met 30 april 2025 is gemist zonder af te melden: ",
            ("4 van de 44 uur taalles (9 procent)", ", in het laatste tijdvak, ",
             "vanaf 1 april 2025."),
            id="een",
        ),
        pytest.param(
            maanden(4, 8), "Tot en met 31 mei 2025 is gemist zonder af te melden: ",
            ("12 van de 92 uur taalles (13 procent)", ", in 2 tijdvakken achter elkaar ",
             "sinds 1 april 2025, in het laatste een groter deel dan in het tijdvak ",
             "ervoor."),
            id="achter_elkaar",
        ),
        pytest.param(
            maanden(4, 0), "Tot en met 31 mei 2025 is gemist zonder af te melden: ",
            ("4 van de 84 uur taalles (4 procent)", ", voor het laatst in het tijdvak ",
             "tot en met 30 april 2025."),
            id="opgehouden",
        ),
        pytest.param(
            (*maanden(0), *maanden(0, 4, soort=KNM)),
            "Tot en met 31 mei 2025 is gemist zonder af te melden: ",
            ("0 van de 40 uur taalles (geteld tot en met 30 april 2025); ",
             "4 van de 84 uur KNM-les (4 procent), in het laatste tijdvak, ",
             "vanaf 1 mei 2025."),
            id="twee_soorten",
        ),
    ],
)  # fmt: skip
def test_een_zin_zegt_het_met_uren_en_dagen(
    rijen: tuple[GevolgdeUren, ...], begin: str, delen: tuple[str, ...]
) -> None:
    assert tel(*rijen).zin == begin + "".join(delen)


def test_het_antwoord_noemt_elk_tijdvak_en_zegt_dat_het_geen_wet_is() -> None:
    gevonden = tel(*maanden(4, 0, afgemeld=2))

    assert gevonden.gebruikt == (
        (
            "Taalles, 1 mei 2025 tot en met 31 mei 2025",
            "40 uur gevolgd, 2 gemist en afgemeld, 0 gemist en niet afgemeld",
        ),
        (
            "Taalles, 1 april 2025 tot en met 30 april 2025",
            "40 uur gevolgd, 2 gemist en afgemeld, 4 gemist en niet afgemeld",
        ),
    )
    assert str(gevonden.bron) == "werkafspraak"
    assert "De wet noemt geen grens" in gevonden.reden
    assert gevonden.telregels == tuple(regel.betekenis for regel in TELREGELS)
    assert {regel.bron.wet for regel in TELREGELS} == {"eigen"}


# --- Wie verzuim meldt ----------------------------------------------------------------

NIETS, GEEN = "nog geen uren van lessen geteld", "Daarin is niets gemist"


@rij_voor_rij(
    ("rijen", "anders", "op", "gezegd"),
    [
        pytest.param((), {}, LATER, NIETS, id="niets_geteld"),
        pytest.param(maanden(0), {}, LATER, GEEN, id="geteld_zonder_verzuim"),
        pytest.param(maanden(0, afgemeld=9), {}, LATER, GEEN, id="alleen_afgemeld"),
        pytest.param(maanden(1), {}, LATER, "", id="een_uur"),
        pytest.param(maanden(1, 0), {}, LATER, "", id="eerder_wel"),
        pytest.param(maanden(0, 1), {}, "2025-05-30", GEEN, id="tijdvak_loopt_nog"),
        pytest.param(maanden(0, 1), {}, "2025-05-31", "", id="tijdvak_voorbij"),
        pytest.param(maanden(1), {}, "2025-04-29", NIETS, id="eerste_tijdvak_loopt_nog"),
        pytest.param(maanden(1, soort=PARTICIPATIE), {}, LATER, NIETS, id="geen_les"),
        pytest.param(maanden(1, soort=WERK), {}, LATER, NIETS, id="wi_zonder_pw_uren"),
        pytest.param(maanden(1, soort=WERK), {"grondslag": PW}, LATER, "", id="pw_uren"),
        pytest.param((), {"aanleiding": Aanleiding.PIP}, LATER, "", id="iets_anders"),
        pytest.param((), {"aanleiding": None}, LATER, "", id="nog_niet_gekozen"),
        pytest.param((), {"grondslag": None}, LATER, "", id="zonder_wet"),
        pytest.param((), {"grondslag": ""}, LATER, "", id="lege_wet"),
    ],
)  # fmt: skip
def test_verzuim_melden_dat_niet_is_geteld_geeft_een_melding_en_weigert_nooit(
    rijen: tuple[GevolgdeUren, ...], anders: dict[str, Any], op: str, gezegd: str
) -> None:
    gegevens = {
        "aanleiding": "verzuim_lessen", "grondslag": "wi2021",
        "gebeurd_op": d("2025-04-10"),
    } | anders  # fmt: skip
    dossier = op_route(uren=rijen, traject=traject(doelgroep=GEZIN))

    meldingen = toets(Handeling.HANDHAVING_MELDEN, dossier, gegevens, d(op))

    assert len(meldingen) == bool(gezegd)
    for melding in meldingen:
        assert gezegd in melding.tekst
        assert (str(melding.bron), melding.tegenstrijdig) == ("werkafspraak", False)


def test_de_melding_noemt_tot_wanneer_is_geteld() -> None:
    dossier = op_route(uren=maanden(0, 0), handhavingen=(handhaving(),))
    gegevens = {
        "aanleiding": Aanleiding.VERZUIM, "grondslag": WI, "gebeurd_op": d("2025-09-01"),
    }  # fmt: skip

    _, melding = toets(Handeling.HANDHAVING_MELDEN, dossier, gegevens, d(LATER))

    assert "geteld tot en met 31-05-2025" in melding.tekst
