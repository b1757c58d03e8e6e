"""Aanvragen bij DUO: het antwoord, het advies van de gemeente, te vroeg en te laat."""

from typing import Any

import pytest

from inburgering.wet.aanvraag import Behandeling, behandelingen
from inburgering.wet.begrippen import (
    Aanvraagsoort,
    Aanvraaguitslag,
    Advies,
    DUOBesluitsoort,
    Termijnsoort,
)
from inburgering.wet.feiten import Feiten
from inburgering.wet.handelingen import Handeling
from inburgering.wet.stand import stand
from inburgering.wet.toetsing import toets
from inburgering.wet.uitkomst import NietToegestaan, Termijn
from tests.elk import rij_voor_rij
from tests.wet.bouw import aanvraag, besluit, d, feiten, op_route


H, B, T = Handeling, DUOBesluitsoort, Termijnsoort
VERLENGING, VRIJSTELLING = Aanvraagsoort.VERLENGING, Aanvraagsoort.VRIJSTELLING
MED, BIO = Aanvraagsoort.ONTHEFFING_MEDISCH, Aanvraagsoort.ONTHEFFING_BIO
LOOPT, TOE, AF = Aanvraaguitslag


# --- Het antwoord van DUO -------------------------------------------------------------


@rij_voor_rij(
    ("soort", "besloten", "uitslag"),
    [
        pytest.param(VERLENGING, B.VERLENGING, TOE, id="verlengd"),
        pytest.param(VERLENGING, B.VERLENGING_AFGEWEZEN, AF, id="niet_verlengd"),
        pytest.param(
            VERLENGING, B.NIEUWE_TERMIJN, LOOPT, id="nieuwe_termijn_is_geen_antwoord"
        ),
        pytest.param(VERLENGING, B.VRIJSTELLING_GEHEEL, LOOPT, id="iets_anders"),
        pytest.param(VRIJSTELLING, B.VRIJSTELLING_GEHEEL, TOE, id="geheel_vrij"),
        pytest.param(VRIJSTELLING, B.VRIJSTELLING_TIJDELIJK, TOE, id="tijdelijk_vrij"),
        pytest.param(VRIJSTELLING, B.VRIJSTELLING_GEDEELTELIJK, TOE, id="deels_vrij"),
        pytest.param(VRIJSTELLING, B.VRIJSTELLING_AFGEWEZEN, AF, id="niet_vrij"),
        pytest.param(VRIJSTELLING, B.VRIJSTELLING_INGETROKKEN, LOOPT, id="ingetrokken"),
        pytest.param(MED, B.ONTHEFFING_GEHEEL, TOE, id="ontheven"),
        pytest.param(MED, B.ONTHEFFING_GEDEELTELIJK, TOE, id="deels_ontheven"),
        pytest.param(BIO, B.ONTHEFFING_AFGEWEZEN, AF, id="niet_ontheven"),
    ],
)
def test_welk_besluit_antwoordt(soort: Any, besloten: Any, uitslag: Any) -> None:
    (b,) = behandelingen((aanvraag(soort),), (besluit(besloten, "2027-11-01"),))

    assert b.uitslag == uitslag


@rij_voor_rij(
    ("op", "uitslag"),
    [
        pytest.param("2027-09-30", LOOPT, id="dag_ervoor"),
        pytest.param("2027-10-01", TOE, id="dezelfde_dag"),
        pytest.param("2027-10-02", TOE, id="dag_erna"),
    ],
)
def test_een_antwoord_komt_niet_voor_de_aanvraag(op: str, uitslag: Any) -> None:
    (b,) = behandelingen((aanvraag(),), (besluit(B.VERLENGING, op),))

    assert b.uitslag == uitslag


@rij_voor_rij(
    ("soort", "grond", "uitslag"),
    [
        pytest.param(MED, "MED", TOE, id="medisch"),
        pytest.param(MED, "", TOE, id="grond_onbekend"),
        pytest.param(MED, "BIO", LOOPT, id="andere_grond"),
        pytest.param(BIO, "BIO", TOE, id="bijzonder"),
        pytest.param(BIO, "MED", LOOPT, id="op_de_andere_aanvraag"),
    ],
)
def test_een_ontheffing_op_een_andere_grond_is_geen_antwoord(
    soort: Any, grond: str, uitslag: Any
) -> None:
    ontheven = besluit(B.ONTHEFFING_GEHEEL, "2027-11-01", grond=grond)
    (b,) = behandelingen((aanvraag(soort),), (ontheven,))

    assert b.uitslag == uitslag


@rij_voor_rij(
    ("gevraagd", "uitslag"),
    [("ziekte", LOOPT), (None, LOOPT), ("inspanning", TOE)],
)
def test_een_verlenging_die_duo_uit_zichzelf_geeft_is_geen_antwoord(
    gevraagd: Any, uitslag: Any
) -> None:
    vanzelf = besluit(B.VERLENGING, "2027-11-01", grond="inspanning")
    (b,) = behandelingen((aanvraag(grond=gevraagd),), (vanzelf,))

    assert b.uitslag == uitslag


def test_elk_besluit_beantwoordt_een_aanvraag() -> None:
    eerste = aanvraag(VRIJSTELLING, id=1, ingediend_op=d("2026-01-01"))
    tweede = aanvraag(VRIJSTELLING, id=2, ingediend_op=d("2026-02-01"))
    delen = tuple(
        besluit(B.VRIJSTELLING_GEDEELTELIJK, "2026-03-01", id=n) for n in (3, 4)
    )
    later = besluit(B.VRIJSTELLING_AFGEWEZEN, "2026-04-01", id=5)

    gevonden = behandelingen((tweede, eerste), (later, *delen))

    assert gevonden == (Behandeling(eerste, delen[0]), Behandeling(tweede, later))


# --- Het advies -----------------------------------------------------------------------


def advies(dossier: Feiten, op: str = "2026-06-01") -> Termijn | None:
    gevonden = [t for t in stand(dossier, d(op)).termijnen if t.soort == T.ADVIES]
    assert len(gevonden) < 2
    return gevonden[0] if gevonden else None


@rij_voor_rij(
    ("velden", "begin", "uiterlijk"),
    [
        pytest.param(
            {}, "2026-05-01", "2026-05-28", id="bijzonder_vraagt_altijd_advies"
        ),
        pytest.param(
            {"advies_gevraagd_op": d("2026-05-10")},
            "2026-05-10",
            "2026-06-06",
            id="vanaf_de_vraag",
        ),
        pytest.param(
            {"soort": MED, "advies_gevraagd_op": d("2026-05-10")},
            "2026-05-10",
            "2026-06-06",
            id="ook_bij_een_andere_als_duo_het_vraagt",
        ),
    ],
)
def test_advies_binnen_de_eigen_planning(
    velden: Any, begin: str, uiterlijk: str
) -> None:
    a = aanvraag(**{"soort": BIO, "ingediend_op": d("2026-05-01")} | velden)
    t = advies(op_route(aanvragen=(a,)))

    assert t is not None
    assert (t.begin, t.uiterlijk, t.wettelijk) == (d(begin), d(uiterlijk), False)
    assert t.open


def test_zonder_vraag_geen_advies() -> None:
    assert advies(op_route()) is None
    assert (
        advies(op_route(aanvragen=(aanvraag(MED, ingediend_op=d("2026-05-01")),)))
        is None
    )


def test_gegeven_of_niet_meer_nodig() -> None:
    gegeven = aanvraag(
        BIO, ingediend_op=d("2026-05-01"), advies_op=d("2026-05-12"), advies=Advies.GEEN
    )
    t = advies(op_route(aanvragen=(gegeven,)))
    assert t is not None
    assert t.voldaan_op == d("2026-05-12")
    assert advies(op_route(aanvragen=(gegeven,)), "2026-05-11") != t  # toen nog open

    open_ = aanvraag(BIO, ingediend_op=d("2026-05-01"))
    besloten = besluit(B.ONTHEFFING_AFGEWEZEN, "2026-05-20")
    t = advies(op_route(aanvragen=(open_,), duo_besluiten=(besloten,)))
    assert t is not None
    assert t.voldaan_op == d("2026-05-20")


def test_de_oudste_vraag_die_open_staat() -> None:
    rijen = (
        aanvraag(
            BIO,
            ingediend_op=d("2026-03-01"),
            advies_op=d("2026-03-09"),
            advies="toekennen",
        ),
        aanvraag(BIO, id=2, ingediend_op=d("2026-04-01")),
        aanvraag(BIO, id=3, ingediend_op=d("2026-05-01")),
    )
    t = advies(op_route(aanvragen=rijen))

    assert t is not None
    assert t.begin == d("2026-04-01")


# --- Vastleggen en adviseren ----------------------------------------------------------


def gezegd(
    dossier: Feiten, handeling: Handeling, op: str = "2028-04-01", **gegevens: Any
) -> str:
    """Wat de toets zegt: "geweigerd veld: reden", of de meldingen ("!" tegenstrijdig)."""
    try:
        meldingen = toets(handeling, dossier, gegevens, d(op))
    except NietToegestaan as fout:
        return f"geweigerd {fout.veld}: {fout.reden}"
    return " ".join(("! " if m.tegenstrijdig else "") + m.tekst for m in meldingen)


@rij_voor_rij(
    ("dag", "begin"),
    [
        pytest.param("2027-09-05", "Deze aanvraag is te vroeg", id="dag_te_vroeg"),
        pytest.param("2027-09-06", "", id="eerste_dag"),
        pytest.param("2028-03-05", "", id="laatste_dag"),
        pytest.param("2028-03-06", "Deze aanvraag is te laat", id="dag_te_laat"),
    ],
)
def test_verlenging_te_vroeg_of_te_laat_gevraagd(dag: str, begin: str) -> None:
    gevonden = gezegd(
        op_route(), H.AANVRAAG_VASTLEGGEN, soort=VERLENGING, ingediend_op=d(dag)
    )

    assert gevonden.startswith(begin)
    assert bool(gevonden) is bool(begin)


@rij_voor_rij(
    ("dossier", "gegevens", "begin"),
    [
        pytest.param(feiten(), {}, "Verlenging is gevraagd, maar", id="zonder_termijn"),
        pytest.param(
            feiten(), {"soort": VRIJSTELLING}, "", id="vrijstelling_kan_altijd"
        ),
        pytest.param(op_route(), {"ingediend_op": None}, "", id="zonder_dag"),
        pytest.param(
            op_route(aanvragen=(aanvraag(),)),
            {},
            "Een zelfde aanvraag van 01-10-2027 is nog",
            id="al_in_behandeling",
        ),
        pytest.param(
            op_route(
                aanvragen=(aanvraag(),),
                duo_besluiten=(besluit(B.VERLENGING_AFGEWEZEN, "2027-10-09"),),
            ),
            {},
            "",
            id="de_vorige_is_beantwoord",
        ),
        pytest.param(
            op_route(aanvragen=(aanvraag(MED),)), {}, "", id="de_vorige_is_anders"
        ),
        pytest.param(op_route(), {"grond": "ziekte"}, "", id="met_grond"),
        pytest.param(
            op_route(),
            {"soort": BIO, "grond": "ziekte"},
            "! Een grond hoort alleen bij een verlenging",
            id="grond_zonder_verlenging",
        ),
        pytest.param(
            op_route(),
            {"soort": BIO, "advies_gevraagd_op": d("2027-10-31")},
            "geweigerd advies_gevraagd_op: 31-10-2027 ligt voor de aanvraag",
            id="advies_voor_de_aanvraag",
        ),
        pytest.param(
            op_route(),
            {"ingediend_op": d("2028-04-02")},
            "geweigerd ingediend_op",
            id="morgen",
        ),
    ],
)
def test_aanvraag_vastleggen(dossier: Feiten, gegevens: Any, begin: str) -> None:
    standaard = {"soort": VERLENGING, "ingediend_op": d("2027-11-01")}
    gevonden = gezegd(dossier, H.AANVRAAG_VASTLEGGEN, **standaard | gegevens)

    assert gevonden.startswith(begin)
    assert bool(gevonden) is bool(begin)


VRAAG = aanvraag(BIO, ingediend_op=d("2026-05-01"), advies_gevraagd_op=d("2026-05-10"))


@rij_voor_rij(
    ("gegevens", "begin"),
    [
        pytest.param({}, "", id="advies"),
        pytest.param({"advies": ""}, "geweigerd advies: Kies", id="welk_advies"),
        pytest.param(
            {"advies_op": d("2026-05-09")}, "geweigerd advies_op", id="voor_de_vraag"
        ),
        pytest.param({"advies_op": d("2026-05-10")}, "", id="op_de_dag_van_de_vraag"),
        pytest.param(
            {"advies_gevraagd_op": d("2026-04-30")},
            "geweigerd advies_gevraagd_op",
            id="vraag_voor_de_aanvraag",
        ),
    ],
)
def test_aanvraag_adviseren(gegevens: Any, begin: str) -> None:
    standaard = {"id": 1, "advies": "toekennen", "advies_op": d("2026-05-20")}
    gevonden = gezegd(
        op_route(aanvragen=(VRAAG,)), H.AANVRAAG_ADVISEREN, **standaard | gegevens
    )

    assert gevonden.startswith(begin)
    assert bool(gevonden) is bool(begin)


@rij_voor_rij(
    ("dag", "melding"),
    [
        pytest.param("2026-05-24", False, id="dag_ervoor"),
        pytest.param("2026-05-25", False, id="dezelfde_dag"),
        pytest.param("2026-05-26", True, id="dag_erna"),
        pytest.param(None, False, id="zonder_dag"),
    ],
)
def test_een_advies_nadat_duo_besloot(dag: str | None, melding: bool) -> None:
    dossier = op_route(
        aanvragen=(VRAAG,),
        duo_besluiten=(besluit(B.ONTHEFFING_AFGEWEZEN, "2026-05-25"),),
    )
    gevonden = gezegd(
        dossier, H.AANVRAAG_ADVISEREN, id=1, advies="afwijzen", advies_op=dag and d(dag)
    )

    assert ("DUO besloot al op 25-05-2026" in gevonden) is melding


@rij_voor_rij(
    ("rijen", "mag"),
    [
        pytest.param((), False, id="geen_aanvraag"),
        pytest.param((aanvraag(ingediend_op=d("2026-05-01")),), False, id="zonder_advies"),
        pytest.param((VRAAG,), True, id="gevraagd"),
        pytest.param(
            (aanvraag(BIO, ingediend_op=d("2026-05-01"), advies_op=d("2026-05-12"),
                      advies="toekennen"),),
            False,
            id="al_gegeven",
        ),
    ],
)  # fmt: skip
def test_adviseren_kan_als_duo_het_vraagt(rijen: Any, mag: bool) -> None:
    s = stand(op_route(aanvragen=rijen), d("2026-06-01"))

    assert s.handelingen[H.AANVRAAG_ADVISEREN].toegestaan is mag
    assert s.handelingen[H.AANVRAAG_VASTLEGGEN].toegestaan
