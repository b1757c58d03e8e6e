"""De inburgeringstermijn zelf: schrikkeldagen, stilstand, verlenging, nieuwe termijn."""

from typing import Any

import pytest

from inburgering.wet.begrippen import (
    Aanvraagsoort,
    DUOBesluitsoort,
    Termijnsoort,
    Trajectstatus,
)
from inburgering.wet.feiten import Feiten
from inburgering.wet.handelingen import Handeling
from inburgering.wet.kalender import DAG
from inburgering.wet.looptijd import (
    einden_van_duo,
    inburgeringstermijn,
    laatste_verlenging,
    staat_stil_zonder_einde,
)
from inburgering.wet.moment import moment
from inburgering.wet.stand import stand
from inburgering.wet.toetsing import toets
from inburgering.wet.uitkomst import NietToegestaan, Termijn
from tests.elk import rij_voor_rij
from tests.wet.bouw import (
    aanvraag,
    besluit,
    d,
    feiten,
    op_route,
    pip,
    pvt,
    van_elders,
)


B, H, S, T = DUOBesluitsoort, Handeling, Trajectstatus, Termijnsoort


def termijn(dossier: Feiten, soort: Termijnsoort, op: str) -> Termijn:
    (gevonden,) = [t for t in stand(dossier, d(op)).termijnen if t.soort == soort]
    return gevonden


def heel(dossier: Feiten, op: str = "2026-06-01") -> Termijn:
    return termijn(dossier, T.INBURGERINGSTERMIJN, op)


def stil(van: str, tot: str | None, **velden: Any) -> Any:
    """Een tijdelijke vrijstelling, besloten op de eerste dag."""
    einde = d(tot) if tot else None
    return besluit(
        B.VRIJSTELLING_TIJDELIJK, van, ingang=d(van), einddatum=einde, **velden
    )


@rij_voor_rij(
    ("dagtekening", "begin", "uiterlijk"),
    [
        pytest.param(
            "2024-02-28", "2024-02-29", "2027-02-28", id="begin_op_29_februari"
        ),
        pytest.param("2024-02-29", "2024-03-01", "2027-02-28", id="pip_op_29_februari"),
        pytest.param(
            "2025-02-28", "2025-03-01", "2028-02-29", id="einde_op_29_februari"
        ),
        pytest.param("2025-02-27", "2025-02-28", "2028-02-27", id="dag_ervoor"),
        pytest.param("2024-12-31", "2025-01-01", "2027-12-31", id="hele_jaren"),
        pytest.param("2025-04-30", "2025-05-01", "2028-04-30", id="einde_van_de_maand"),
        pytest.param("2025-08-30", "2025-08-31", "2028-08-30", id="begin_op_de_31e"),
    ],
)
def test_drie_jaar_over_schrikkeldagen_en_maandeinden(
    dagtekening: str, begin: str, uiterlijk: str
) -> None:
    t = heel(op_route(pips=(pip(dagtekening=d(dagtekening)),)))

    assert (t.begin, t.uiterlijk) == (d(begin), d(uiterlijk))
    assert t.einde == t.uiterlijk + DAG


@rij_voor_rij(
    ("pips", "plaats"),
    [
        pytest.param((pip(),), "Wi2021 art. 11 lid 1-3", id="van_ons"),
        pytest.param(
            (van_elders(),), "Wi2021 art. 11 lid 3 (niet bevestigd)", id="van_elders"
        ),
        pytest.param(
            (pip(), van_elders(versie=2, dagtekening=d("2026-03-05"), id=2)),
            "Wi2021 art. 11 lid 1-3",
            id="daarna_verhuisd",
        ),
    ],
)
def test_dat_de_termijn_na_een_verhuizing_doorloopt_is_afgeleid(
    pips: Any, plaats: str
) -> None:
    t = heel(op_route(pips=pips))

    assert (t.uiterlijk, str(t.bron)) == (d("2028-03-05"), plaats)


@rij_voor_rij(
    ("besluiten", "dagen"),
    [
        pytest.param((stil("2025-06-01", "2025-06-11"),), 10, id="een"),
        pytest.param(
            (stil("2025-06-01", "2025-06-11"), stil("2025-06-12", "2025-06-15", id=2)),
            13,
            id="een_dag_ertussen",
        ),
        pytest.param(
            (stil("2025-06-01", "2025-06-11"), stil("2025-06-11", "2025-06-15", id=2)),
            14,
            id="aansluitend",
        ),
        pytest.param(
            (stil("2025-06-01", "2025-06-11"), stil("2025-06-10", "2025-06-15", id=2)),
            14,
            id="een_dag_over_elkaar",
        ),
        pytest.param(
            (stil("2025-06-01", "2025-06-21"), stil("2025-06-05", "2025-06-10", id=2)),
            20,
            id="de_een_binnen_de_ander",
        ),
        pytest.param(
            (stil("2025-06-01", "2025-06-11"), stil("2025-06-01", "2025-06-11", id=2)),
            10,
            id="tweemaal_dezelfde",
        ),
        pytest.param(
            (stil("2025-03-01", "2025-03-11"),), 5, id="deels_voor_de_termijn"
        ),
        pytest.param((stil("2024-02-01", "2024-03-01"),), 0, id="geheel_ervoor"),
        pytest.param(
            (
                stil("2025-06-01", "2025-12-01"),
                besluit(B.VRIJSTELLING_INGETROKKEN, "2025-07-01", id=2),
            ),
            30,
            id="ingetrokken",
        ),
        pytest.param(
            (
                stil("2025-06-01", None),
                besluit(B.VRIJSTELLING_INGETROKKEN, "2025-06-11", id=2),
            ),
            10,
            id="einde_pas_door_intrekken",
        ),
        # De termijn loopt tot en met 5 maart 2028; daarna valt er niets stil te leggen.
        pytest.param((stil("2028-03-05", "2028-06-05"),), 92, id="op_de_laatste_dag"),
        pytest.param((stil("2028-03-06", "2028-06-05"),), 0, id="op_de_dag_erna"),
        pytest.param((stil("2028-06-01", "2028-12-01"),), 0, id="lang_na_het_einde"),
        pytest.param(
            (stil("2028-03-01", "2028-03-11"), stil("2028-03-15", "2028-03-20", id=2)),
            15,
            id="binnen_wat_door_de_eerste_later_werd",
        ),
        pytest.param(
            (stil("2028-03-01", "2028-03-11"), stil("2028-03-16", "2028-03-20", id=2)),
            10,
            id="na_wat_door_de_eerste_later_werd",
        ),
        pytest.param((stil("2028-06-01", None),), 0, id="zonder_einde_na_de_termijn"),
    ],
)
def test_dagen_van_stilstand_tellen_eenmaal(besluiten: Any, dagen: int) -> None:
    t = heel(op_route(duo_besluiten=besluiten), "2029-01-01")

    assert t.uiterlijk == d("2028-03-05") + dagen * DAG
    assert (f"{dagen} dagen stilstand" in t.reden) is bool(dagen)


def test_na_intrekken_met_pip_loopt_de_eerdere_termijn_door() -> None:
    """SS130: DUO herrekent; het einde dat DUO daarna geeft, gaat voor."""
    ingetrokken = besluit(B.VRIJSTELLING_INGETROKKEN, "2025-07-01", id=2)
    dossier = op_route(duo_besluiten=(stil("2025-06-01", "2025-12-01"), ingetrokken))

    assert stand(dossier, d("2025-06-30")).status == Trajectstatus.OPGESCHORT
    assert stand(dossier, d("2025-07-01")).status == Trajectstatus.LEERROUTE
    assert heel(dossier).bron.zekerheid.value == "D"
    herrekend = besluit(B.VERLENGING, "2025-07-20", id=3, einddatum=d("2028-04-01"))
    daarna = op_route(
        duo_besluiten=(stil("2025-06-01", "2025-12-01"), ingetrokken, herrekend)
    )
    assert heel(daarna, "2025-07-19").uiterlijk == d("2028-04-04")
    assert heel(daarna, "2025-07-20").uiterlijk == d("2028-03-31")
    assert heel(daarna, "2025-07-20").bron.zekerheid.value == "A"


INTREKKING = besluit(
    B.VRIJSTELLING_INGETROKKEN, "2025-06-03", id=2, ingang=d("2025-06-05")
)


@rij_voor_rij(
    ("besluiten", "op", "status", "begin"),
    [
        pytest.param((), "2025-06-10", S.OPGESCHORT, None, id="laatste_dag"),
        pytest.param((), "2025-06-11", S.AANGEMELD, "2025-06-11", id="dag_erna"),
        pytest.param((), "2025-06-12", S.AANGEMELD, "2025-06-11", id="later"),
        pytest.param(
            (INTREKKING,), "2025-06-04", S.OPGESCHORT, None, id="nog_vrijgesteld"
        ),
        pytest.param(
            (INTREKKING,), "2025-06-05", S.AANGEMELD, "2025-06-05", id="ingetrokken"
        ),
    ],
)
def test_na_intrekken_zonder_pip_beginnen_de_tien_weken_opnieuw(
    besluiten: Any, op: str, status: Any, begin: str | None
) -> None:
    """SS129: er was nog geen leerroute."""
    dossier = feiten(duo_besluiten=(stil("2025-02-01", "2025-06-11"), *besluiten))
    s = stand(dossier, d(op))
    tien_weken = [
        t for t in s.termijnen if t.soort == T.PIP and t.begin > d("2025-02-01")
    ]

    assert s.status == status
    assert [t.begin for t in tien_weken] == ([d(begin)] if begin else [])


@rij_voor_rij(
    ("grond", "dagen"),
    [
        pytest.param("OPL", 25, id="de_eerste_ingetrokken_de_tweede_loopt"),
        pytest.param("INS", 30, id="de_tweede_ingetrokken_de_eerste_loopt"),
        pytest.param("", 30, id="zonder_grond_de_laatste"),
        pytest.param("AVI", 30, id="onbekende_grond_de_laatste"),
    ],
)
def test_intrekken_sluit_de_vrijstelling_van_die_grond(grond: str, dagen: int) -> None:
    """OPL van 1 tot 31 juli, INS van 6 tot 26 juli; ingetrokken per 11 juli."""
    dossier = op_route(
        duo_besluiten=(
            stil("2025-07-01", "2025-07-31", grond="OPL"),
            stil("2025-07-06", "2025-07-26", id=2, grond="INS"),
            besluit(B.VRIJSTELLING_INGETROKKEN, "2025-07-11", id=3, grond=grond),
        )
    )

    assert heel(dossier).uiterlijk == d("2028-03-05") + dagen * DAG
    assert stand(dossier, d("2025-07-12")).status == Trajectstatus.OPGESCHORT


@rij_voor_rij(
    ("soort", "bron", "woord"),
    [
        pytest.param(B.VERLENGING, "Wi2021 art. 12", "verlengd", id="verlengd"),
        pytest.param(
            B.NIEUWE_TERMIJN,
            "Wi2021 art. 26 (niet bevestigd)",
            "nieuwe termijn",
            id="nieuwe_termijn_na_een_boete",
        ),
    ],
)
def test_duo_geeft_de_termijn_een_nieuw_einde(
    soort: Any, bron: str, woord: str
) -> None:
    dossier = op_route(
        duo_besluiten=(besluit(soort, "2028-03-20", einddatum=d("2028-09-06")),)
    )

    assert heel(dossier, "2028-03-19").uiterlijk == d("2028-03-05")
    t = heel(dossier, "2028-03-20")
    assert (t.begin, t.uiterlijk, str(t.bron)) == (
        d("2025-03-06"),
        d("2028-09-05"),
        bron,
    )
    assert woord in t.reden


def test_verlengingen_over_dezelfde_tijd_tellen_niet_op() -> None:
    """Bevalling en ziekte over dezelfde maanden: het laatste einde van DUO geldt."""
    tweemaal = (
        besluit(
            B.VERLENGING, "2027-10-01", einddatum=d("2028-06-26"), grond="bevalling"
        ),
        besluit(
            B.VERLENGING, "2027-11-01", id=2, einddatum=d("2028-06-26"), grond="ziekte"
        ),
    )
    dossier = op_route(duo_besluiten=tweemaal)

    assert heel(dossier, "2028-01-01").uiterlijk == d("2028-06-25")
    assert not any(m.tegenstrijdig for m in stand(dossier, d("2028-01-01")).meldingen)


@rij_voor_rij(
    ("tweede", "botst"),
    [
        pytest.param("2028-09-05", True, id="dag_eerder"),
        pytest.param("2028-09-06", False, id="gelijk"),
        pytest.param("2028-09-07", False, id="dag_later"),
    ],
)
def test_een_later_besluit_met_een_eerder_einde_is_een_tegenstrijdigheid(
    tweede: str, botst: bool
) -> None:
    dossier = op_route(
        duo_besluiten=(
            besluit(B.VERLENGING, "2027-10-01", einddatum=d("2028-09-06")),
            besluit(B.VERLENGING, "2027-12-01", id=2, einddatum=d(tweede)),
        )
    )
    m = moment(dossier, d("2028-01-01"))

    assert len(einden_van_duo(m)) == 2
    laatste = laatste_verlenging(m)
    assert laatste is not None
    assert laatste.einddatum == d(tweede)
    gevonden = [
        melding.tekst
        for melding in stand(dossier, d("2028-01-01")).meldingen
        if melding.tegenstrijdig
    ]
    assert any("een eerdere: 04-09-2028" in tekst for tekst in gevonden) is botst
    assert not [
        melding
        for melding in stand(dossier, d("2027-11-30")).meldingen
        if melding.tegenstrijdig
    ]


# --- Wanneer verlenging kan worden gevraagd -------------------------------------------


@rij_voor_rij(
    ("einde", "begin"),
    [
        pytest.param("2028-08-31", "2028-02-29", id="terug_naar_29_februari"),
        pytest.param("2027-08-31", "2027-02-28", id="terug_naar_28_februari"),
        pytest.param("2029-01-01", "2028-07-01", id="over_de_jaarwisseling"),
    ],
)
def test_het_laatste_half_jaar_van_de_verlengde_termijn(einde: str, begin: str) -> None:
    langer = besluit(B.VERLENGING, "2026-11-01", einddatum=d(einde))
    t = termijn(op_route(duo_besluiten=(langer,)), T.VERLENGING_VRAGEN, "2027-01-01")

    assert (t.begin, t.einde) == (d(begin), d(einde))


@rij_voor_rij(
    ("velden", "voldaan"),
    [
        pytest.param({"ingediend_op": d("2027-09-05")}, None, id="dag_te_vroeg"),
        pytest.param({"ingediend_op": d("2027-09-06")}, "2027-09-06", id="eerste_dag"),
        pytest.param({"ingediend_op": d("2028-03-05")}, "2028-03-05", id="laatste_dag"),
        pytest.param(
            {"soort": Aanvraagsoort.VRIJSTELLING}, None, id="iets_anders_gevraagd"
        ),
    ],
)
def test_gevraagd_is_klaar(velden: Any, voldaan: str | None) -> None:
    dossier = op_route(aanvragen=(aanvraag(**velden),))
    t = termijn(dossier, T.VERLENGING_VRAGEN, "2028-03-05")

    assert t.voldaan_op == (d(voldaan) if voldaan else None)


def test_na_verlengen_kan_het_opnieuw_worden_gevraagd() -> None:
    """Een oude aanvraag is geen antwoord op het nieuwe laatste half jaar."""
    dossier = op_route(
        aanvragen=(aanvraag(),),
        duo_besluiten=(besluit(B.VERLENGING, "2027-11-01", einddatum=d("2029-03-06")),),
    )

    assert not termijn(dossier, T.VERLENGING_VRAGEN, "2027-10-31").open
    opnieuw = termijn(dossier, T.VERLENGING_VRAGEN, "2027-11-01")
    assert opnieuw.open
    assert opnieuw.begin == d("2028-09-06")


@rij_voor_rij(
    ("begin", "bekend"),
    [("2028-03-05", False), ("2028-03-06", True), ("2028-06-01", True)],
)
def test_een_vrijstelling_zonder_einde_legt_alleen_een_lopende_termijn_stil(
    begin: str, bekend: bool
) -> None:
    m = moment(op_route(duo_besluiten=(stil(begin, None),)), d("2028-07-01"))

    assert (inburgeringstermijn(m) is not None) is bekend
    assert staat_stil_zonder_einde(m) is not bekend


def test_wie_na_het_einde_wordt_vrijgesteld_bleef_te_laat() -> None:
    """Een PVT dat na het einde is ondertekend, mag nog steeds verwijtbaar heten."""
    dossier = op_route(
        duo_besluiten=(stil("2028-06-01", "2028-12-01"),),
        pvt=(pvt(begonnen_op=d("2028-04-01"), ondertekend_op=None),),
    )
    gegevens = {"id": 1, "ondertekend_op": d("2028-05-10"), "uren": 12}

    toets(
        H.PVT_ONDERTEKENEN, dossier, gegevens | {"verwijtbaar": "ja"}, d("2029-01-10")
    )
    with pytest.raises(NietToegestaan, match="niet te verwijten"):
        toets(
            H.PVT_ONDERTEKENEN,
            dossier,
            gegevens | {"verwijtbaar": "nee"},
            d("2029-01-10"),
        )


# --- DUO besluit over het einde terwijl de termijn stil ligt --------------------------

VERLENGD = besluit(B.VERLENGING, "2026-03-01", id=2, einddatum=d("2028-09-06"))
OPEN = stil("2026-01-01", None)


def intrekking(op: str, ingang: str | None = None) -> Any:
    return besluit(
        B.VRIJSTELLING_INGETROKKEN, op, id=3, ingang=d(ingang) if ingang else None
    )


@rij_voor_rij(
    ("besluiten", "herrekent"),
    [
        # Ingetrokken na het besluit van DUO over het einde: DUO herrekent nog.
        ((OPEN, VERLENGD, intrekking("2027-01-01")), True),
        ((OPEN, VERLENGD, intrekking("2026-03-02")), True),
        # Op of voor die dag wist DUO het.
        ((OPEN, VERLENGD, intrekking("2026-03-01")), False),
        ((OPEN, VERLENGD, intrekking("2026-02-28")), False),
        # Een einde dat al in de vrijstelling stond, was bekend.
        ((stil("2026-01-01", "2027-01-01"), VERLENGD), False),
        # Met terugwerkende kracht, nadat DUO over het einde besloot.
        (
            (
                VERLENGD,
                besluit(
                    B.VRIJSTELLING_TIJDELIJK, "2026-05-01", ingang=d("2026-02-01"),
                    einddatum=d("2026-04-01"),
                ),
            ),
            True,
        ),
        # Wat pas daarna begon, telt gewoon mee.
        ((VERLENGD, stil("2026-03-02", "2026-04-01", id=4)), False),
        # DUO gaf daarna een nieuw einde.
        (
            (
                OPEN, VERLENGD, intrekking("2027-01-01"),
                besluit(B.VERLENGING, "2027-02-01", id=5, einddatum=d("2029-09-06")),
            ),
            False,
        ),
        ((VERLENGD,), False),
        ((), False),
    ],
)  # fmt: skip
def test_na_een_later_besluit_over_de_stilstand_herrekent_duo(
    besluiten: Any, herrekent: bool
) -> None:
    dossier = op_route(duo_besluiten=besluiten)
    t = heel(dossier, "2027-06-01")
    (gezegd,) = [
        m for m in stand(dossier, d("2027-06-01")).meldingen if "SS130" in m.tekst
    ] or [None]

    assert bool(gezegd) is herrekent
    assert ("DUO herrekent (niet bevestigd)" in t.reden) is herrekent
    if herrekent:
        assert t.uiterlijk == d("2028-09-05")  # wat DUO zei, en geen getal van onszelf
        assert t.bron.zekerheid.value == "D"


def test_na_het_einde_herrekent_duo_niet_meer() -> None:
    besluiten = (OPEN, VERLENGD, intrekking("2027-01-01"),
                 besluit(B.VOLDAAN, "2027-05-01", id=6))  # fmt: skip
    meldingen = stand(op_route(duo_besluiten=besluiten), d("2027-06-01")).meldingen

    assert not any("SS130" in m.tekst for m in meldingen)
