"""Welke termijnen lopen, tot wanneer en waarom: voor, op en na elke grens."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from inburgering.wet.begrippen import (
    DUOBesluitsoort,
    Herkomst,
    RedenAfsluiting,
    RedenEindeAanbod,
    Termijnsoort,
    Trajectstatus,
    Verblijfsituatie,
    Verhuissoort,
    Volggrond,
)
from inburgering.wet.feiten import Feiten
from inburgering.wet.kalender import DAG
from inburgering.wet.stand import stand
from inburgering.wet.termijnen import TERMIJNREGELS, WACHT
from inburgering.wet.uitkomst import Termijn
from tests.elk import rij_voor_rij
from tests.wet.bouw import (
    ASIEL,
    GEZIN,
    Z,
    aanbod,
    afsluiting,
    alles_behaald,
    besluit,
    d,
    feiten,
    gesprek,
    intake,
    op_route,
    pip,
    traject,
    van_elders,
    verhuizing,
)


T, B, V = Termijnsoort, DUOBesluitsoort, Verhuissoort


def termijn(dossier: Feiten, soort: Termijnsoort, op: str) -> Termijn | None:
    gevonden = [t for t in stand(dossier, d(op)).termijnen if t.soort == soort]
    assert len(gevonden) < 2
    return gevonden[0] if gevonden else None


def zeker(dossier: Feiten, soort: Termijnsoort, op: str) -> Termijn:
    gevonden = termijn(dossier, soort, op)
    assert gevonden is not None
    return gevonden


def meldingen(dossier: Feiten, op: str) -> list[str]:
    return [m.tekst for m in stand(dossier, d(op)).meldingen]


def test_elke_termijnsoort_heeft_een_regel() -> None:
    """Een eigen taak is geen termijn van de wet: daarover gaat geen regel."""
    assert {regel.soort for regel in TERMIJNREGELS} == set(T) - {T.TAAK}


# --- De tien weken --------------------------------------------------------------------


@rij_voor_rij(
    ("velden", "begin", "uiterlijk", "door"),
    [
        pytest.param(
            {}, "2025-01-11", "2025-03-21", "kennisgeving", id="dag_na_kennisgeving"
        ),
        pytest.param(
            {"datum_inschrijving": d("2025-01-10")},
            "2025-01-11",
            "2025-03-21",
            "kennisgeving",
            id="inschrijving_op_dag_van_kennisgeving",
        ),
        pytest.param(
            {"datum_inschrijving": d("2025-01-11")},
            "2025-01-11",
            "2025-03-21",
            "kennisgeving",
            id="inschrijving_een_dag_later",
        ),
        pytest.param(
            {"datum_inschrijving": d("2025-01-12")},
            "2025-01-12",
            "2025-03-24",
            "inschrijving",
            id="inschrijving_twee_dagen_later_einde_op_zaterdag",
        ),
        pytest.param(
            {"datum_inschrijving": None},
            "2025-01-11",
            "2025-03-21",
            "kennisgeving",
            id="inschrijving_onbekend",
        ),
        pytest.param(
            {"datum_uitstroom": d("2025-02-03")},
            "2025-02-03",
            "2025-04-14",
            "opvang",
            id="vertrek_uit_de_opvang",
        ),
        pytest.param(
            {"datum_uitstroom": d("2025-02-03"), "datum_inschrijving": d("2025-02-05")},
            "2025-02-05",
            "2025-04-15",
            "inschrijving",
            id="inschrijving_na_het_vertrek",
        ),
        pytest.param(
            {"datum_kennisgeving": d("2025-02-07")},
            "2025-02-08",
            "2025-04-22",
            "kennisgeving",
            id="einde_op_goede_vrijdag_wordt_dinsdag_na_pasen",
        ),
        pytest.param(
            {"datum_kennisgeving": d("2024-02-29"), "datum_inschrijving": None},
            "2024-03-01",
            "2024-05-13",
            "kennisgeving",
            id="einde_na_hemelvaart_op_gelijkgestelde_vrijdag_naar_maandag",
        ),
    ],
)
def test_tien_weken_voor_het_pip(
    velden: dict[str, Any], begin: str, uiterlijk: str, door: str
) -> None:
    t = zeker(feiten(traject=traject(**velden)), T.PIP, "2025-03-01")

    assert (t.begin, t.einde) == (d(begin), d(begin) + 70 * DAG)
    assert t.uiterlijk == d(uiterlijk)
    assert door in t.reden
    assert t.wettelijk
    assert t.open


@rij_voor_rij(
    ("velden", "op", "melding"),
    [
        pytest.param(
            {"verblijfsituatie": Verblijfsituatie.OPVANG},
            "2025-03-01",
            "nog in de opvang",
            id="in_de_opvang",
        ),
        pytest.param(
            {"datum_uitstroom": d("2025-03-02")},
            "2025-03-01",
            "nog in de opvang",
            id="morgen_uit_de_opvang",
        ),
        pytest.param(
            {"datum_kennisgeving": None},
            "2025-03-01",
            "nog geen kennisgeving",
            id="geen_duo",
        ),
        pytest.param(
            {}, "2025-01-09", "nog geen kennisgeving", id="dag_voor_kennisgeving"
        ),
        pytest.param(
            {"datum_inschrijving": d("2025-03-02")},
            "2025-03-01",
            "niet begonnen",
            id="morgen_ingeschreven",
        ),
    ],
)
def test_de_tien_weken_zijn_nog_niet_begonnen(
    velden: dict[str, Any], op: str, melding: str
) -> None:
    dossier = feiten(traject=traject(**velden))

    assert termijn(dossier, T.PIP, op) is None
    (tekst,) = meldingen(dossier, op)
    assert melding in tekst


@rij_voor_rij(
    ("velden", "op"),
    [
        pytest.param({}, "2025-01-10", id="dag_van_kennisgeving"),
        pytest.param({"datum_uitstroom": d("2025-03-02")}, "2025-03-02", id="vertrek"),
        pytest.param(
            {"datum_inschrijving": d("2025-03-02")}, "2025-03-02", id="inschrijving"
        ),
    ],
)
def test_de_tien_weken_lopen_vanaf_de_dag_zelf(velden: dict[str, Any], op: str) -> None:
    assert termijn(feiten(traject=traject(**velden)), T.PIP, op) is not None
    assert meldingen(feiten(traject=traject(**velden)), op) == []


@rij_voor_rij(
    ("ontvangen", "uiterlijk", "zekerheid"),
    [
        pytest.param(None, "2025-03-21", "B", id="nog_niet_ontvangen"),
        pytest.param("2025-02-01", "2025-03-21", "B", id="ruim_op_tijd"),
        pytest.param("2025-03-07", "2025-03-21", "B", id="twee_weken_binnen_de_tien"),
        pytest.param("2025-03-10", "2025-03-24", "C", id="drie_dagen_later"),
        pytest.param("2025-04-04", "2025-04-22", "C", id="einde_op_goede_vrijdag"),
        pytest.param("2025-06-02", "2025-03-21", "B", id="pas_morgen_ontvangen"),
        pytest.param("2025-06-01", "2025-06-16", "C", id="vandaag_ontvangen"),
    ],
)
def test_twee_weken_na_informatie_van_derden(
    ontvangen: str | None, uiterlijk: str, zekerheid: str
) -> None:
    aanmelding = traject(
        informatie_derden_nodig=True,
        informatie_derden_op=d(ontvangen) if ontvangen else None,
    )
    t = zeker(feiten(traject=aanmelding), T.PIP, "2025-06-01")

    assert (t.begin, t.uiterlijk) == (d("2025-01-11"), d(uiterlijk))
    assert t.bron.zekerheid.value == zekerheid
    assert ("niet bevestigd" in str(t.bron)) is (zekerheid == "C")


def test_informatie_die_niet_nodig_was_verlengt_niets() -> None:
    t = zeker(
        feiten(traject=traject(informatie_derden_op=d("2025-04-04"))),
        T.PIP,
        "2025-06-01",
    )

    assert t.uiterlijk == d("2025-03-21")


@rij_voor_rij(
    ("velden", "dossier", "melding"),
    [
        ({"informatie_derden_nodig": True}, feiten, True),
        (
            {"informatie_derden_nodig": True, "informatie_derden_op": d("2025-02-01")},
            feiten,
            False,
        ),
        ({"informatie_derden_nodig": True}, op_route, False),
        ({}, feiten, False),
    ],
)
def test_wachten_op_derden_wordt_gezegd(
    velden: dict[str, Any], dossier: Any, melding: bool
) -> None:
    teksten = meldingen(dossier(traject=traject(**velden)), "2025-04-01")

    assert any("informatie van derden" in tekst for tekst in teksten) is melding


@rij_voor_rij(
    ("velden", "maak", "wacht"),
    [
        ({}, feiten, False),
        ({"informatie_derden_nodig": True}, feiten, True),
        # De dag voor, op en na de ontvangst; gekeken wordt op 1 mei 2025, te laat.
        (
            {"informatie_derden_nodig": True, "informatie_derden_op": d("2025-05-02")},
            feiten, True,
        ),
        (
            {"informatie_derden_nodig": True, "informatie_derden_op": d("2025-05-01")},
            feiten, False,
        ),
        ({"informatie_derden_nodig": True}, op_route, False),
    ],
)  # fmt: skip
def test_een_termijn_die_op_derden_wacht_zegt_dat(
    velden: dict[str, Any], maak: Any, wacht: bool
) -> None:
    t = zeker(maak(traject=traject(**velden)), T.PIP, "2025-05-01")

    assert ("wacht op informatie van derden, daarna nog 2 weken" in t.reden) is wacht
    assert (WACHT in t.gebruikt) is wacht


def test_het_eerste_pip_voldoet_aan_de_tien_weken() -> None:
    t = zeker(op_route(), T.PIP, "2025-06-01")

    assert (t.voldaan_op, t.open) == (d("2025-03-05"), False)
    assert zeker(op_route(), T.PIP, "2025-03-04").open


def test_na_een_vrijstelling_zonder_pip_begint_de_klok_opnieuw() -> None:
    vrij = besluit(B.VRIJSTELLING_TIJDELIJK, "2025-02-01", einddatum=d("2025-09-01"))
    dossier = feiten(duo_besluiten=(vrij,))

    assert termijn(dossier, T.PIP, "2025-08-31") is None
    t = zeker(dossier, T.PIP, "2025-09-01")
    assert (t.begin, t.bron.zekerheid.value) == (d("2025-09-01"), "D")
    assert "tijdelijke vrijstelling" in t.reden


@rij_voor_rij(
    ("dagtekening", "begin", "uiterlijk"),
    [
        # De vrijstelling eindigt op 1 september 2025.
        ("2025-03-05", "2025-01-11", "2025-03-21"),
        ("2025-08-31", "2025-01-11", "2025-03-21"),  # te laat blijft te laat
        ("2025-09-01", "2025-09-01", "2025-11-10"),
        ("2025-09-20", "2025-09-01", "2025-11-10"),
        (None, "2025-09-01", "2025-11-10"),
    ],
)
def test_met_een_pip_begint_de_klok_niet_opnieuw(
    dagtekening: str | None, begin: str, uiterlijk: str
) -> None:
    vrij = besluit(B.VRIJSTELLING_TIJDELIJK, "2025-02-01", einddatum=d("2025-09-01"))
    pips = (pip(dagtekening=d(dagtekening)),) if dagtekening else ()
    t = zeker(op_route(pips=pips, duo_besluiten=(vrij,)), T.PIP, "2025-10-01")

    assert (t.begin, t.uiterlijk) == (d(begin), d(uiterlijk))


@rij_voor_rij(
    ("van", "tot", "aanbod", "gesprek"),
    [
        # PIP van 5 maart 2025: aanbod uiterlijk 1 april, gesprek uiterlijk 3 juni.
        ("2025-03-20", "2025-09-01", "2025-09-28", "2025-11-30"),
        ("2025-04-01", "2025-09-01", "2025-09-28", "2025-11-30"),
        ("2025-04-02", "2025-09-01", "2025-04-01", "2025-11-30"),  # aanbod was te laat
        ("2025-06-03", "2025-09-01", "2025-04-01", "2025-11-30"),
        ("2025-06-04", "2025-09-01", "2025-04-01", "2025-06-03"),
        ("2025-01-15", "2025-03-05", "2025-04-01", "2025-06-03"),  # voor het PIP
        ("2025-03-20", "2025-10-02", None, None),  # ligt nog stil
    ],
)
def test_eigen_planning_telt_niet_zolang_de_plicht_stil_lag(
    van: str, tot: str, aanbod: str | None, gesprek: str | None
) -> None:
    vrij = besluit(B.VRIJSTELLING_TIJDELIJK, van, einddatum=d(tot))
    dossier = op_route(duo_besluiten=(vrij,))
    for soort, uiterlijk in ((T.AANBOD, aanbod), (T.VOORTGANGSGESPREK, gesprek)):
        t = termijn(dossier, soort, "2025-10-01")
        assert (t and t.uiterlijk) == (d(uiterlijk) if uiterlijk else None)
        weer = (
            dict(t.gebruikt).get("Einde van de tijdelijke vrijstelling") if t else None
        )
        assert weer in (None, d(tot))


def test_wat_voor_het_einde_van_de_stilstand_klaar_was_houdt_zijn_planning() -> None:
    vrij = besluit(B.VRIJSTELLING_TIJDELIJK, "2025-03-20", einddatum=d("2025-09-01"))
    gedaan = aanbod(aangeboden_op=d("2025-03-25"))
    t = zeker(op_route(aanbod=(gedaan,), duo_besluiten=(vrij,)), T.AANBOD, "2025-10-01")

    assert (t.uiterlijk, t.voldaan_op) == (d("2025-04-01"), d("2025-03-25"))


def test_op_duo_wachten_begint_na_de_stilstand() -> None:
    vrij = besluit(B.VRIJSTELLING_TIJDELIJK, "2025-07-15", einddatum=d("2026-07-15"))
    t = zeker(alles_behaald(duo_besluiten=(vrij,)), T.DUO_VOLDAAN, "2026-07-20")

    assert (t.begin, t.uiterlijk) == (d("2026-07-15"), d("2026-09-08"))


@rij_voor_rij(
    ("velden", "vraagt"),
    [
        ({}, True),
        ({"verhuizingen": (verhuizing(V.NAAR_GEMEENTE),)}, False),
        ({"afsluitingen": (afsluiting(),)}, False),
        (
            {
                "traject": traject(
                    volggrond=Volggrond.VRIJWILLIG,
                    datum_plicht=None,
                    datum_kennisgeving=None,
                )
            },
            False,
        ),
    ],
)
def test_een_nieuw_pip_wordt_gevraagd_waar_het_kan(velden: Any, vraagt: bool) -> None:
    dossier = feiten(pips=(van_elders(),), **velden)
    gevraagd = [
        m for m in meldingen(dossier, "2026-10-01") if "Stel een nieuw PIP" in m
    ]

    assert bool(gevraagd) is vraagt


@rij_voor_rij(
    ("afgerond", "pips", "begin"),
    [
        ("2025-08-31", (), "2025-01-11"),
        ("2025-09-01", (), "2025-09-01"),
        (None, (), "2025-09-01"),
        (None, (pip(),), "2025-01-11"),  # het PIP is er: de intake is dan ook klaar
    ],
)
def test_een_intake_die_klaar_was_wordt_niet_opnieuw_gepland(
    afgerond: str | None, pips: Any, begin: str
) -> None:
    vrij = besluit(B.VRIJSTELLING_TIJDELIJK, "2025-02-01", einddatum=d("2025-09-01"))
    klaar = intake(afgerond_op=d(afgerond) if afgerond else None)
    dossier = feiten(brede_intakes=(klaar,), pips=pips, duo_besluiten=(vrij,))

    assert zeker(dossier, T.INTAKE, "2025-10-01").begin == d(begin)


@rij_voor_rij(
    ("dagtekening", "herkomst", "begin"),
    [
        # Ingeschreven op 5 januari 2025, weg, en terug op 1 maart 2026.
        ("2025-03-05", Herkomst.GEMEENTE, "2025-01-11"),
        ("2026-02-28", Herkomst.ANDERE_GEMEENTE, "2025-01-11"),
        ("2026-03-01", Herkomst.GEMEENTE, "2026-03-01"),
        (None, None, "2026-03-01"),
        # Een PIP van elders, van voor elke inschrijving hier: dan telt de laatste.
        ("2025-01-04", Herkomst.ANDERE_GEMEENTE, "2026-03-01"),
    ],
)
def test_wie_terugkomt_was_al_ingeschreven_toen_het_pip_kwam(
    dagtekening: str | None, herkomst: Any, begin: str
) -> None:
    heen_en_terug = (
        verhuizing(V.NAAR_GEMEENTE, verhuisd_op=d("2025-12-01")),
        verhuizing(V.UIT_GEMEENTE, id=2, verhuisd_op=d("2026-03-01")),
    )
    pips = ()
    if dagtekening:
        pips = (pip(dagtekening=d(dagtekening), herkomst=herkomst),)
    dossier = op_route(pips=pips, verhuizingen=heen_en_terug)

    assert zeker(dossier, T.PIP, "2026-04-01").begin == d(begin)


def test_na_een_verhuizing_meldt_hier_niemand_zich_meer_aan() -> None:
    weg = verhuizing(V.NAAR_GEMEENTE, verhuisd_op=d("2026-02-01"))
    dossier = op_route(verhuizingen=(weg,))

    assert termijn(dossier, T.EXAMEN, "2026-01-31") is not None
    assert termijn(dossier, T.EXAMEN, "2026-02-01") is None


def test_na_twee_vrijstellingen_telt_het_laatste_einde() -> None:
    dossier = feiten(
        duo_besluiten=(
            besluit(B.VRIJSTELLING_TIJDELIJK, "2025-02-01", einddatum=d("2025-04-01")),
            besluit(
                B.VRIJSTELLING_TIJDELIJK, "2025-06-01", id=2, einddatum=d("2025-09-01")
            ),
        )
    )

    assert zeker(dossier, T.PIP, "2025-05-01").begin == d("2025-04-01")
    assert zeker(dossier, T.PIP, "2025-10-01").begin == d("2025-09-01")


# --- De brede intake (eigen planning) -------------------------------------------------


@rij_voor_rij(
    ("velden", "begin"),
    [
        pytest.param({}, "2025-01-11", id="vanaf_de_klok"),
        pytest.param(
            {"datum_kennisgeving": None, "datum_koppeling": d("2025-01-06")},
            "2025-01-06",
            id="vanaf_de_koppeling",
        ),
        pytest.param(
            {"datum_kennisgeving": None}, "2025-01-08", id="vanaf_de_registratie"
        ),
    ],
)
def test_intake_plannen(velden: dict[str, Any], begin: str) -> None:
    t = zeker(feiten(traject=traject(**velden)), T.INTAKE, "2025-03-01")

    assert (t.begin, t.einde) == (d(begin), d(begin) + 42 * DAG)
    assert not t.wettelijk
    assert t.uiterlijk == t.einde - DAG
    assert t.open


def test_intake_is_gehouden_of_niet_meer_nodig() -> None:
    dossier = feiten(brede_intakes=(intake(),))

    assert zeker(dossier, T.INTAKE, "2025-03-01").voldaan_op == d("2025-02-20")
    elders = feiten(pips=(van_elders(),))
    assert zeker(elders, T.INTAKE, "2025-06-01").voldaan_op == d("2025-03-05")


# --- De inburgeringstermijn -----------------------------------------------------------


@rij_voor_rij(
    ("dagtekening", "begin", "uiterlijk"),
    [
        pytest.param("2025-03-05", "2025-03-06", "2028-03-05", id="gewoon"),
        pytest.param(
            "2024-02-28", "2024-02-29", "2027-02-28", id="begint_op_schrikkeldag"
        ),
        pytest.param(
            "2024-02-29", "2024-03-01", "2027-02-28", id="getekend_op_schrikkeldag"
        ),
        pytest.param(
            "2025-02-28", "2025-03-01", "2028-02-29", id="eindigt_op_schrikkeldag"
        ),
        pytest.param("2025-02-27", "2025-02-28", "2028-02-27", id="begint_28_februari"),
        pytest.param("2025-12-31", "2026-01-01", "2028-12-31", id="oudjaarsdag"),
        pytest.param(
            "2025-04-29", "2025-04-30", "2028-04-29", id="einde_op_zaterdag_blijft"
        ),
    ],
)
def test_drie_jaar_na_het_eerste_pip(
    dagtekening: str, begin: str, uiterlijk: str
) -> None:
    aanmelding = traject(datum_plicht=None, datum_kennisgeving=None)
    dossier = op_route(
        traject=aanmelding,
        pips=(pip(opgesteld_op=d(dagtekening), dagtekening=d(dagtekening)),),
    )
    t = zeker(dossier, T.INBURGERINGSTERMIJN, "2026-06-01")

    assert (t.begin, t.uiterlijk) == (d(begin), d(uiterlijk))
    assert t.einde == t.uiterlijk + DAG
    assert str(t.bron) == "Wi2021 art. 11 lid 1-3"
    assert t.wettelijk


@rij_voor_rij(
    ("tweede",),
    [
        pytest.param(
            pip(id=2, versie=2, dagtekening=d("2026-01-01")), id="nieuwe_versie"
        ),
        pytest.param(
            pip(id=2, versie=2, dagtekening=d("2026-01-01"), leerroute=Z),
            id="andere_route",
        ),
    ],
)
def test_een_nieuw_pip_verschuift_de_termijn_niet(tweede: Any) -> None:
    eerst = zeker(op_route(), T.INBURGERINGSTERMIJN, "2026-06-01")

    daarna = zeker(op_route(pips=(pip(), tweede)), T.INBURGERINGSTERMIJN, "2026-06-01")
    assert (daarna.begin, daarna.einde) == (eerst.begin, eerst.einde)


def test_het_pip_van_een_eerdere_gemeente_begint_de_termijn() -> None:
    eerder = van_elders(id=2, versie=2, dagtekening=d("2024-06-10"))
    t = zeker(op_route(pips=(eerder, pip())), T.INBURGERINGSTERMIJN, "2026-06-01")

    assert (t.begin, t.uiterlijk) == (d("2024-06-11"), d("2027-06-10"))


def test_zonder_pip_is_er_geen_termijn() -> None:
    dossier = op_route()

    assert termijn(dossier, T.INBURGERINGSTERMIJN, "2025-03-04") is None
    assert termijn(dossier, T.INBURGERINGSTERMIJN, "2025-03-05") is not None
    assert termijn(dossier, T.VERLENGING_VRAGEN, "2025-03-04") is None
    assert termijn(dossier, T.LEERROUTE_WIJZIGEN, "2025-03-04") is None


def test_duo_verlengt() -> None:
    langer = (
        besluit(B.VERLENGING, "2027-11-01", einddatum=d("2028-09-06")),
        besluit(B.VERLENGING, "2028-05-01", id=2, einddatum=d("2028-12-06")),
    )
    dossier = op_route(duo_besluiten=langer)

    assert zeker(dossier, T.INBURGERINGSTERMIJN, "2027-10-31").uiterlijk == d(
        "2028-03-05"
    )
    eerst = zeker(dossier, T.INBURGERINGSTERMIJN, "2027-11-01")
    assert (eerst.begin, eerst.uiterlijk) == (d("2025-03-06"), d("2028-09-05"))
    assert str(eerst.bron) == "Wi2021 art. 12"
    assert "verlengd door DUO op 01-11-2027" in eerst.reden
    assert zeker(dossier, T.INBURGERINGSTERMIJN, "2028-05-01").uiterlijk == d(
        "2028-12-05"
    )


@rij_voor_rij(
    ("op", "uiterlijk"),
    [
        pytest.param("2028-05-14", "2028-03-05", id="dag_voor_het_besluit"),
        pytest.param("2028-05-15", "2029-05-14", id="dag_van_het_besluit"),
        pytest.param("2028-05-16", "2029-05-14", id="dag_na_het_besluit"),
    ],
)
def test_duo_geeft_na_overschrijding_een_nieuwe_termijn(
    op: str, uiterlijk: str
) -> None:
    nieuw = besluit(B.NIEUWE_TERMIJN, "2028-05-15", einddatum=d("2029-05-15"))
    t = zeker(op_route(duo_besluiten=(nieuw,)), T.INBURGERINGSTERMIJN, op)

    assert (t.begin, t.uiterlijk) == (d("2025-03-06"), d(uiterlijk))
    assert ("nieuwe termijn van DUO" in t.reden) == (op >= "2028-05-15")


def test_een_verlenging_zonder_einddatum_verandert_niets() -> None:
    dossier = op_route(duo_besluiten=(besluit(B.VERLENGING),))

    assert zeker(dossier, T.INBURGERINGSTERMIJN, "2026-06-01").uiterlijk == d(
        "2028-03-05"
    )


STIL = besluit(
    B.VRIJSTELLING_TIJDELIJK, ingang=d("2026-02-01"), einddatum=d("2026-03-03")
)


@rij_voor_rij(
    ("besluiten", "uiterlijk", "zekerheid"),
    [
        pytest.param((STIL,), "2028-04-04", "D", id="dertig_dagen_stil"),
        pytest.param(
            (
                STIL,
                besluit(B.VERLENGING, "2026-04-01", id=2, einddatum=d("2028-06-01")),
            ),
            "2028-05-31",
            "A",
            id="duo_rekende_al_na_de_stilstand",
        ),
        pytest.param(
            (
                besluit(B.VERLENGING, "2025-12-01", id=2, einddatum=d("2028-06-01")),
                STIL,
            ),
            "2028-06-30",
            "D",
            id="stilstand_na_de_verlenging",
        ),
        pytest.param(
            (
                besluit(B.VERLENGING, "2026-02-01", id=2, einddatum=d("2028-06-01")),
                STIL,
            ),
            "2028-06-30",
            "D",
            id="stilstand_vanaf_de_dag_van_de_verlenging",
        ),
        pytest.param(
            (replace(STIL, ingang=d("2025-02-01"), einddatum=d("2025-03-01")),),
            "2028-03-05",
            "A",
            id="stilstand_voor_het_eerste_pip",
        ),
    ],
)
def test_stilstand_na_een_tijdelijke_vrijstelling(
    besluiten: Any, uiterlijk: str, zekerheid: str
) -> None:
    t = zeker(op_route(duo_besluiten=besluiten), T.INBURGERINGSTERMIJN, "2026-06-01")

    assert t.uiterlijk == d(uiterlijk)
    assert t.bron.zekerheid.value == zekerheid


def test_zolang_het_einde_van_de_stilstand_onbekend_is_is_er_geen_einde() -> None:
    open_ = op_route(duo_besluiten=(replace(STIL, einddatum=None),))

    assert termijn(open_, T.INBURGERINGSTERMIJN, "2026-01-31") is not None
    assert termijn(open_, T.INBURGERINGSTERMIJN, "2026-02-01") is None
    assert termijn(open_, T.VERLENGING_VRAGEN, "2026-02-01") is None
    (tekst,) = meldingen(open_, "2026-02-01")
    assert "ligt stil sinds 01-02-2026" in tekst


@pytest.mark.parametrize(
    ("op", "melding"),
    [("2028-03-05", False), ("2028-03-06", True)],
    ids=["laatste_dag", "dag_erna"],
)
def test_de_termijn_is_voorbij(op: str, melding: bool) -> None:
    dossier = op_route()

    assert (
        any("liep tot en met 05-03-2028" in t for t in meldingen(dossier, op))
        is melding
    )
    assert zeker(dossier, T.INBURGERINGSTERMIJN, op).open


def test_de_termijn_is_gehaald_als_alles_behaald_is() -> None:
    t = zeker(alles_behaald(), T.INBURGERINGSTERMIJN, "2029-01-01")

    assert t.voldaan_op == d("2025-08-01")
    assert not any(
        "liep tot" in tekst for tekst in meldingen(alles_behaald(), "2029-01-01")
    )


def test_de_termijn_vervalt_als_de_plicht_eindigt() -> None:
    dossier = op_route(duo_besluiten=(besluit(B.ONTHEFFING_GEHEEL),))

    assert termijn(dossier, T.INBURGERINGSTERMIJN, "2026-01-14") is not None
    assert termijn(dossier, T.INBURGERINGSTERMIJN, "2026-01-15") is None
    assert meldingen(dossier, "2029-01-01") == []


# --- Verlenging vragen en van leerroute wisselen --------------------------------------


def test_verlenging_vragen_in_het_laatste_half_jaar() -> None:
    t = zeker(op_route(), T.VERLENGING_VRAGEN, "2026-06-01")

    assert (t.begin, t.uiterlijk) == (d("2027-09-06"), d("2028-03-05"))
    assert t.open


def test_het_laatste_half_jaar_van_een_verlengde_termijn() -> None:
    langer = besluit(B.VERLENGING, "2027-11-01", einddatum=d("2028-08-31"))
    t = zeker(op_route(duo_besluiten=(langer,)), T.VERLENGING_VRAGEN, "2028-01-01")

    assert (t.begin, t.uiterlijk) == (d("2028-02-29"), d("2028-08-30"))


@rij_voor_rij(
    ("besloten", "voldaan"),
    [
        pytest.param("2027-09-05", None, id="dag_voor_het_half_jaar"),
        pytest.param("2027-09-06", "2027-09-06", id="eerste_dag"),
        pytest.param("2027-12-01", "2027-12-01", id="erin"),
    ],
)
def test_een_afwijzing_in_het_half_jaar_is_het_antwoord(
    besloten: str, voldaan: str | None
) -> None:
    dossier = op_route(duo_besluiten=(besluit(B.VERLENGING_AFGEWEZEN, besloten),))
    t = zeker(dossier, T.VERLENGING_VRAGEN, "2028-01-01")

    assert t.voldaan_op == (d(voldaan) if voldaan else None)


@rij_voor_rij(
    ("op", "open_"),
    [
        pytest.param("2026-09-04", True, id="dag_ervoor"),
        pytest.param("2026-09-05", True, id="laatste_dag"),
        pytest.param("2026-09-06", False, id="dag_erna"),
    ],
)
def test_wisselen_in_de_eerste_anderhalf_jaar(op: str, open_: bool) -> None:
    t = zeker(op_route(), T.LEERROUTE_WIJZIGEN, op)

    assert (t.begin, t.uiterlijk) == (d("2025-03-06"), d("2026-09-05"))
    assert str(t.bron) == "Wi2021 art. 17 (niet bevestigd)"
    assert t.open is open_


def test_de_eerste_afwijzing_telt() -> None:
    tweemaal = (
        besluit(B.VERLENGING_AFGEWEZEN, "2027-10-01"),
        besluit(B.VERLENGING_AFGEWEZEN, "2027-12-01", id=2),
    )
    t = zeker(op_route(duo_besluiten=tweemaal), T.VERLENGING_VRAGEN, "2028-01-01")

    assert t.voldaan_op == d("2027-10-01")


def test_wisselen_hoeft_niet_meer_als_alles_behaald_is() -> None:
    t = zeker(alles_behaald(), T.LEERROUTE_WIJZIGEN, "2029-01-01")

    assert t.voldaan_op == d("2025-08-01")


# --- Versturen en bezwaar -------------------------------------------------------------


def test_pip_versturen() -> None:
    open_ = zeker(
        op_route(pips=(pip(verstuurd_op=None),)), T.PIP_VERSTUREN, "2025-06-01"
    )

    assert (open_.uiterlijk, open_.open, open_.wettelijk) == (
        d("2025-03-11"),
        True,
        False,
    )
    assert zeker(op_route(), T.PIP_VERSTUREN, "2025-06-01").voldaan_op == d(
        "2025-03-06"
    )
    assert termijn(feiten(pips=(van_elders(),)), T.PIP_VERSTUREN, "2025-06-01") is None
    assert termijn(feiten(), T.PIP_VERSTUREN, "2025-06-01") is None


@rij_voor_rij(
    ("verstuurd", "uiterlijk"),
    [
        pytest.param("2025-03-06", "2025-04-17", id="zes_weken"),
        pytest.param("2025-03-07", "2025-04-22", id="einde_op_goede_vrijdag"),
        pytest.param("2025-03-08", "2025-04-22", id="einde_op_zaterdag_voor_pasen"),
        pytest.param("2025-03-11", "2025-04-22", id="einde_op_dinsdag_na_pasen"),
    ],
)
def test_bezwaar_binnen_zes_weken(verstuurd: str, uiterlijk: str) -> None:
    dossier = op_route(pips=(pip(verstuurd_op=d(verstuurd)),))
    t = zeker(dossier, T.PIP_BEZWAAR, verstuurd)

    assert t.begin == d(verstuurd) + DAG
    assert (t.einde - t.begin).days == 42
    assert t.uiterlijk == d(uiterlijk)
    assert zeker(dossier, T.PIP_BEZWAAR, uiterlijk).open
    erna = (d(uiterlijk) + DAG).isoformat()
    assert zeker(dossier, T.PIP_BEZWAAR, erna).voldaan_op == d(uiterlijk)


def test_bezwaar_tegen_het_laatst_verstuurde_pip() -> None:
    tweede = pip(
        id=2, versie=2, dagtekening=d("2026-01-05"), verstuurd_op=d("2026-01-06")
    )
    derde = pip(id=3, versie=3, dagtekening=d("2026-03-05"), verstuurd_op=None)
    dossier = op_route(pips=(pip(), tweede, derde))

    assert zeker(dossier, T.PIP_BEZWAAR, "2026-06-01").begin == d("2026-01-07")
    assert termijn(feiten(), T.PIP_BEZWAAR, "2026-06-01") is None


# --- Aanbod en voortgang --------------------------------------------------------------

GESTOPT = aanbod(
    begonnen_op=d("2025-04-01"),
    beeindigd_op=d("2025-10-01"),
    reden_einde=RedenEindeAanbod.GESTOPT,
)
AF = replace(GESTOPT, reden_einde=RedenEindeAanbod.AFGEROND)


@rij_voor_rij(
    ("rijen", "begin", "voldaan"),
    [
        pytest.param((), "2025-03-05", None, id="nog_geen_aanbod"),
        pytest.param((aanbod(),), "2025-03-05", "2025-03-20", id="aanbod_gedaan"),
        pytest.param(
            (aanbod(leerroute=Z),), "2025-03-05", None, id="voor_andere_route"
        ),
        pytest.param((GESTOPT,), "2025-10-01", None, id="gestopt_vraagt_nieuw_aanbod"),
        pytest.param((AF,), "2025-03-05", "2025-03-20", id="afgerond_is_klaar"),
        pytest.param(
            (aanbod(), aanbod(id=2, aangeboden_op=d("2025-10-20"))),
            "2025-03-05",
            "2025-03-20",
            id="twee_keer_aanbod",
        ),
        pytest.param(
            (GESTOPT, aanbod(id=2, aangeboden_op=d("2025-10-20"))),
            "2025-03-05",
            "2025-10-20",
            id="nieuw_aanbod_na_stoppen",
        ),
    ],
)
def test_aanbod(rijen: Any, begin: str, voldaan: str | None) -> None:
    t = zeker(op_route(aanbod=rijen), T.AANBOD, "2026-01-01")

    assert (t.begin, t.uiterlijk) == (d(begin), d(begin) + 27 * DAG)
    assert t.voldaan_op == (d(voldaan) if voldaan else None)
    assert not t.wettelijk


def test_na_een_nieuwe_leerroute_is_een_nieuw_aanbod_nodig() -> None:
    z = pip(id=2, versie=2, dagtekening=d("2025-11-01"), leerroute=Z)
    t = zeker(op_route(pips=(pip(), z), aanbod=(aanbod(),)), T.AANBOD, "2026-01-01")

    assert (t.begin, t.open) == (d("2025-11-01"), True)


@rij_voor_rij(("groep",), [ASIEL, GEZIN])
def test_aanbod_alleen_voor_asielstatushouders(groep: Any) -> None:
    dossier = op_route(traject=traject(doelgroep=groep))

    assert (termijn(dossier, T.AANBOD, "2026-01-01") is not None) is (groep == ASIEL)
    assert termijn(feiten(), T.AANBOD, "2026-01-01") is None


@rij_voor_rij(
    ("gesprekken", "begin", "uiterlijk"),
    [
        pytest.param((), "2025-03-05", "2025-06-03", id="eerste_gesprek"),
        pytest.param(
            (gesprek(),), "2025-05-01", "2025-07-30", id="dertien_weken_later"
        ),
        pytest.param(
            (gesprek(volgend_gesprek_op=d("2025-06-20")),),
            "2025-05-01",
            "2025-06-20",
            id="afgesproken_dag",
        ),
        pytest.param(
            (gesprek(gevoerd_op=d("2025-02-15"), volgend_gesprek_op=d("2025-03-04")),),
            "2025-03-05",
            "2025-06-03",
            id="afspraak_van_voor_het_pip",
        ),
        pytest.param(
            (gesprek(volgend_gesprek_op=d("2025-05-01")),),
            "2025-05-01",
            "2025-07-30",
            id="afspraak_op_dezelfde_dag",
        ),
        pytest.param(
            (
                gesprek(id=1, volgend_gesprek_op=d("2025-06-20")),
                gesprek(id=2, gevoerd_op=d("2025-06-20")),
            ),
            "2025-06-20",
            "2025-09-18",
            id="laatste_gesprek_telt",
        ),
    ],
)
def test_voortgangsgesprek(gesprekken: Any, begin: str, uiterlijk: str) -> None:
    t = zeker(op_route(gesprekken=gesprekken), T.VOORTGANGSGESPREK, "2026-01-01")

    assert (t.begin, t.uiterlijk) == (d(begin), d(uiterlijk))
    assert t.einde == t.uiterlijk + DAG
    assert not t.wettelijk
    assert t.open


def test_geen_voortgangsgesprek_zonder_leerroute() -> None:
    assert termijn(feiten(), T.VOORTGANGSGESPREK, "2026-01-01") is None
    assert termijn(alles_behaald(), T.VOORTGANGSGESPREK, "2026-01-01") is None


# --- Het einde ------------------------------------------------------------------------

VOLDAAN = besluit(B.VOLDAAN)


def test_wachten_op_duo_als_alles_behaald_is() -> None:
    t = zeker(alles_behaald(), T.DUO_VOLDAAN, "2025-09-01")

    assert (t.begin, t.uiterlijk, t.open) == (d("2025-08-01"), d("2025-09-25"), True)
    klaar = zeker(alles_behaald(duo_besluiten=(VOLDAAN,)), T.DUO_VOLDAAN, "2026-02-01")
    assert klaar.voldaan_op == d("2026-01-15")
    assert termijn(op_route(), T.DUO_VOLDAAN, "2025-09-01") is None


def test_afsluiten_na_het_einde() -> None:
    dossier = alles_behaald(duo_besluiten=(VOLDAAN,))

    assert termijn(dossier, T.AFSLUITEN, "2026-01-14") is None
    t = zeker(dossier, T.AFSLUITEN, "2026-01-15")
    assert (t.begin, t.uiterlijk, t.open) == (d("2026-01-15"), d("2026-02-11"), True)
    dicht = replace(dossier, afsluitingen=(afsluiting(),))
    assert zeker(dicht, T.AFSLUITEN, "2026-06-01").voldaan_op == d("2026-06-01")


@rij_voor_rij(
    ("einde", "uiterlijk"),
    [
        pytest.param("2026-01-15", "2031-01-15", id="gewoon"),
        pytest.param("2024-02-28", "2029-02-28", id="voor_schrikkeldag"),
        pytest.param("2024-02-29", "2029-02-28", id="op_schrikkeldag"),
    ],
)
def test_vijf_jaar_bewaren_na_het_einde_van_de_plicht(
    einde: str, uiterlijk: str
) -> None:
    dossier = feiten(duo_besluiten=(besluit(B.ONTHEFFING_GEHEEL, einde),))
    t = zeker(dossier, T.BEWAARTERMIJN, "2026-06-01")

    assert t.uiterlijk == d(uiterlijk)
    assert t.wettelijk
    assert t.open
    assert termijn(feiten(), T.BEWAARTERMIJN, "2026-06-01") is None


def test_bewaren_loopt_door_als_het_dossier_dicht_is() -> None:
    dossier = op_route(overleden_op=d("2026-01-15"), afsluitingen=(afsluiting(),))
    nu = stand(dossier, d("2026-06-01"))

    assert nu.status == Trajectstatus.AFGESLOTEN
    assert [t.soort for t in nu.termijnen if t.open] == [T.BEWAARTERMIJN]


def test_na_het_einde_staat_niets_anders_meer_open() -> None:
    nu = stand(op_route(duo_besluiten=(besluit(B.ONTHEFFING_GEHEEL),)), d("2026-06-01"))

    assert [t.soort for t in nu.termijnen if t.open] == [T.AFSLUITEN, T.BEWAARTERMIJN]


def test_de_eerstvolgende_termijn() -> None:
    def eerste(dossier: Feiten, op: str) -> Termijnsoort | None:
        gevonden = stand(dossier, d(op)).eerstvolgende
        return gevonden and gevonden.soort

    assert eerste(feiten(), "2025-02-01") == T.INTAKE
    assert eerste(feiten(brede_intakes=(intake(),)), "2025-03-01") == T.PIP
    assert eerste(op_route(aanbod=(aanbod(),)), "2025-06-01") == T.VOORTGANGSGESPREK
    dicht = op_route(afsluitingen=(afsluiting(),))
    assert eerste(dicht, "2026-06-01") == T.BEWAARTERMIJN


# --- Tegenstrijdigheden ---------------------------------------------------------------


@rij_voor_rij(
    ("dossier", "tekst", "sinds"),
    [
        pytest.param(
            op_route(duo_besluiten=(VOLDAAN,)),
            "staat bij ons nog open: Lezen, Luisteren",
            "2026-01-15",
            id="voldaan_met_open_onderdelen",
        ),
        pytest.param(
            feiten(duo_besluiten=(VOLDAAN,)),
            "is bij ons geen PIP bekend",
            "2026-01-15",
            id="voldaan_zonder_pip",
        ),
        pytest.param(
            op_route(duo_besluiten=(besluit(B.VERLENGING, einddatum=d("2028-03-05")),)),
            "(04-03-2028) ligt voor het einde dat bij ons eerste PIP hoort (05-03-2028)",
            "2026-01-15",
            id="verlenging_een_dag_te_vroeg",
        ),
        pytest.param(
            op_route(
                traject=traject(datum_plicht=d("2025-03-06"), datum_kennisgeving=None)
            ),
            "eerste PIP (05-03-2025) ligt voor de eerste dag van de plicht",
            "2025-01-08",
            id="pip_voor_de_plicht",
        ),
        pytest.param(
            feiten(traject=traject(datum_plicht=d("2025-01-11"))),
            "kennisgeving van DUO (10-01-2025) ligt voor",
            "2025-01-08",
            id="kennisgeving_voor_de_plicht",
        ),
    ],
)
def test_tegenstrijdigheid_wordt_een_taak(
    dossier: Feiten, tekst: str, sinds: str
) -> None:
    nu = stand(dossier, d("2026-02-01"))
    botst = [m for m in nu.meldingen if m.tegenstrijdig]

    assert len(botst) == 1
    assert tekst in botst[0].tekst
    t = zeker(dossier, T.TEGENSTRIJDIGHEID, "2026-02-01")
    assert (t.begin, t.uiterlijk, t.wettelijk) == (d(sinds), d(sinds) + 13 * DAG, False)
    assert tekst in t.reden


@rij_voor_rij(
    ("dossier",),
    [
        pytest.param(
            alles_behaald(duo_besluiten=(VOLDAAN,)), id="voldaan_en_alles_behaald"
        ),
        pytest.param(
            op_route(duo_besluiten=(besluit(B.VERLENGING, einddatum=d("2028-03-06")),)),
            id="verlenging_tot_hetzelfde_einde",
        ),
        pytest.param(
            feiten(duo_besluiten=(besluit(B.VERLENGING, einddatum=d("2028-03-06")),)),
            id="verlenging_zonder_pip",
        ),
        pytest.param(
            op_route(
                traject=traject(datum_plicht=d("2025-03-05"), datum_kennisgeving=None)
            ),
            id="pip_op_de_eerste_dag",
        ),
        pytest.param(
            feiten(traject=traject(datum_plicht=d("2025-01-10"))),
            id="kennisgeving_zelfde_dag",
        ),
        pytest.param(
            op_route(duo_besluiten=(besluit(B.ONTHEFFING_GEHEEL),)), id="ontheven"
        ),
    ],
)
def test_niets_tegenstrijdigs(dossier: Feiten) -> None:
    nu = stand(dossier, d("2026-02-01"))

    assert not any(m.tegenstrijdig for m in nu.meldingen)
    assert termijn(dossier, T.TEGENSTRIJDIGHEID, "2026-02-01") is None


def test_de_oudste_tegenstrijdigheid_bepaalt_de_taak() -> None:
    dossier = op_route(
        traject=traject(datum_plicht=d("2025-03-06")), duo_besluiten=(VOLDAAN,)
    )

    assert zeker(dossier, T.TEGENSTRIJDIGHEID, "2026-02-01").begin == d("2025-01-08")
    dicht = replace(dossier, afsluitingen=(afsluiting(afgesloten_op=d("2026-02-01")),))
    assert termijn(dicht, T.TEGENSTRIJDIGHEID, "2026-02-01") is None


# --- Toelichtingen --------------------------------------------------------------------


@rij_voor_rij(
    ("velden", "dossier", "melding"),
    [
        pytest.param({"datum_inschrijving": None}, feiten, True, id="niet_ingevuld"),
        pytest.param({}, feiten, False, id="ingevuld"),
        pytest.param(
            {"datum_inschrijving": None, "datum_uitstroom": d("2025-02-01")},
            feiten,
            False,
            id="vertrek_uit_de_opvang_bekend",
        ),
        pytest.param(
            {"datum_inschrijving": None}, op_route, False, id="er_is_al_een_pip"
        ),
    ],
)
def test_de_inschrijving_is_niet_ingevuld(
    velden: dict[str, Any], dossier: Any, melding: bool
) -> None:
    teksten = meldingen(dossier(traject=traject(**velden)), "2025-04-01")

    assert any("inschrijving in de gemeente is niet" in t for t in teksten) is melding


def test_na_het_einde_hoeft_de_inschrijving_niet_meer() -> None:
    klaar = feiten(
        traject=traject(datum_inschrijving=None),
        duo_besluiten=(besluit(B.ONTHEFFING_GEHEEL),),
    )

    assert meldingen(klaar, "2026-02-01") == []


@rij_voor_rij(("op", "gezegd"), [("2025-02-28", True), ("2025-03-01", False)])
def test_op_een_gesloten_dossier_begint_niets_meer(op: str, gezegd: bool) -> None:
    dossier = feiten(
        traject=traject(verblijfsituatie=Verblijfsituatie.OPVANG),
        afsluitingen=(
            afsluiting(
                afgesloten_op=d("2025-03-01"), reden=RedenAfsluiting.TEN_ONRECHTE
            ),
        ),
    )

    gevonden = [
        tekst for tekst in meldingen(dossier, op) if "nog in de opvang" in tekst
    ]
    assert bool(gevonden) is gezegd


def test_een_pip_in_de_opvang_start_de_termijn_met_een_waarschuwing() -> None:
    dossier = op_route(traject=traject(verblijfsituatie=Verblijfsituatie.OPVANG))

    (tekst,) = meldingen(dossier, "2025-06-01")
    assert "nog in de opvang" in tekst
    assert "loopt al" in tekst
    assert termijn(dossier, T.INBURGERINGSTERMIJN, "2025-06-01") is not None


@rij_voor_rij(
    ("pips", "melding"),
    [
        pytest.param((van_elders(),), True, id="alleen_van_elders"),
        pytest.param(
            (van_elders(dagtekening=d("2024-06-01")), pip(id=2)),
            False,
            id="ook_een_eigen_pip",
        ),
        pytest.param((pip(herkomst=Herkomst.DUO),), False, id="van_duo"),
    ],
)
def test_na_een_verhuizing_een_nieuw_pip(pips: Any, melding: bool) -> None:
    teksten = meldingen(op_route(pips=pips), "2026-02-01")

    assert (
        any("PIP is van een andere gemeente" in tekst for tekst in teksten) is melding
    )


def test_na_het_einde_hoeft_er_geen_nieuw_pip() -> None:
    klaar = op_route(
        pips=(van_elders(),), duo_besluiten=(besluit(B.ONTHEFFING_GEHEEL),)
    )

    assert meldingen(klaar, "2026-02-01") == []


@rij_voor_rij(
    ("geboren", "op", "melding"),
    [
        pytest.param("1959-03-02", "2026-03-01", False, id="dag_ervoor"),
        pytest.param("1959-03-02", "2026-03-02", True, id="op_de_dag"),
        pytest.param("1959-00-00", "2026-12-30", False, id="jaar_nog_niet_zeker"),
        pytest.param("1959-00-00", "2026-12-31", True, id="jaar_zeker"),
        pytest.param("", "2026-12-31", False, id="onbekend"),
    ],
)
def test_aow_leeftijd_bereikt(geboren: str, op: date | str, melding: bool) -> None:
    teksten = meldingen(feiten(geboren), str(op))

    assert any("AOW-leeftijd is bereikt" in tekst for tekst in teksten) is melding
    klaar = feiten(geboren, duo_besluiten=(besluit(B.ONTHEFFING_GEHEEL),))
    assert meldingen(klaar, str(op)) == []


@rij_voor_rij(
    ("verstuurd", "uiterlijk", "gelijkgesteld"),
    [
        # Zes weken na 17 april 2025 is Hemelvaartsdag; de vrijdag erna is gelijkgesteld.
        ("2025-04-16", "2025-05-28", None),
        ("2025-04-17", "2025-06-02", "2025-05-30"),
        ("2025-04-18", "2025-06-02", "2025-05-30"),
        ("2025-04-19", "2025-06-02", None),
        # Een gewoon weekend of een feestdag van de wet zelf is zeker.
        ("2025-03-10", "2025-04-22", None),
    ],
)
def test_een_gelijkgestelde_dag_is_niet_bevestigd(
    verstuurd: str, uiterlijk: str, gelijkgesteld: str | None
) -> None:
    dossier = op_route(pips=(pip(verstuurd_op=d(verstuurd)),))
    (t,) = [
        t
        for t in stand(dossier, d("2025-05-01")).termijnen
        if t.soort == Termijnsoort.PIP_BEZWAAR
    ]

    assert t.uiterlijk == d(uiterlijk)
    assert ("telt als feestdag (niet bevestigd)" in t.reden) is bool(gelijkgesteld)
    assert dict(t.gebruikt).get("Gelijkgesteld met een feestdag (niet bevestigd)") == (
        gelijkgesteld and d(gelijkgesteld)
    )
