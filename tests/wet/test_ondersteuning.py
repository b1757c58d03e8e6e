"""Afspraken, ontzorgen en maatschappelijke begeleiding, voor, op en na elke grens."""

from typing import Any

import pytest

from inburgering.wet.begrippen import (
    Afspraakonderwerp,
    Afspraakresultaat,
    Eigenaar,
    Grondslag,
    Lastwijze,
    LBTUitzondering,
    Onderdeel,
    RedenEindeBegeleiding,
    RedenEindeOntzorgen,
    Termijnsoort,
    Urensoort,
)
from inburgering.wet.feiten import Feiten
from inburgering.wet.handelingen import Handeling
from inburgering.wet.leerroutes import DUO_TOTALEN, duo_totaal
from inburgering.wet.ontzorgen import LASTEN, WIJZEN
from inburgering.wet.parameters import parameter
from inburgering.wet.stand import stand
from inburgering.wet.toetsing import toets
from inburgering.wet.uitkomst import NietToegestaan, Termijn
from tests.elk import rij_voor_rij
from tests.wet.bouw import (
    ASIEL,
    GEZIN,
    ONDERWIJS,
    Z,
    afsluiting,
    afspraak,
    begeleiding,
    d,
    feiten,
    ontzorgen,
    op_route,
    pip,
    traject,
    uren,
)


H, T = Handeling, Termijnsoort
OP = "2025-08-01"


def uitkomst(dossier: Feiten, handeling: Handeling, **gegevens: Any) -> str:
    try:
        gevonden = toets(handeling, dossier, gegevens, d("2026-06-01"))
    except NietToegestaan as fout:
        return f"geweigerd {fout.veld}: {fout.reden}"
    return " ".join(m.tekst for m in gevonden)


def oordeel(dossier: Feiten, handeling: Handeling, op: str = OP) -> str:
    """De reden waarom het niet kan; leeg als het kan."""
    return stand(dossier, d(op)).handelingen[handeling].reden


def termijn(dossier: Feiten, soort: Termijnsoort, op: str = OP) -> Termijn | None:
    gevonden = [t for t in stand(dossier, d(op)).termijnen if t.soort == soort]
    assert len(gevonden) < 2
    return gevonden[0] if gevonden else None


# --- Afspraken ------------------------------------------------------------------------


def test_alleen_een_open_afspraak_wordt_afgerond() -> None:
    klaar = afspraak(afgerond_op=d("2025-05-01"), resultaat=Afspraakresultaat.NAGEKOMEN)
    gedaan = op_route(afspraken=(klaar,))

    assert oordeel(op_route(afspraken=(afspraak(),)), H.AFSPRAAK_AFRONDEN) == ""
    assert "geen afspraak die nog open" in oordeel(gedaan, H.AFSPRAAK_AFRONDEN)
    # Op een eerdere dag was zij nog open.
    assert oordeel(gedaan, H.AFSPRAAK_AFRONDEN, "2025-04-30") == ""
    weer = uitkomst(gedaan, H.AFSPRAAK_AFRONDEN, id=1, afgerond_op=d("2025-06-01"))
    assert weer.startswith("geweigerd id: Afspraak afronden: dat kan niet")


@rij_voor_rij(
    ("handeling", "veld", "dag", "geweigerd"),
    [
        (H.AFSPRAAK_MAKEN, "uiterlijk", "2025-03-04", True),
        (H.AFSPRAAK_MAKEN, "uiterlijk", "2025-03-05", False),
        (H.AFSPRAAK_MAKEN, "uiterlijk", "2025-03-06", False),
        (H.AFSPRAAK_MAKEN, "uiterlijk", "2026-06-02", False),
        (H.AFSPRAAK_AFRONDEN, "afgerond_op", "2025-03-04", True),
        (H.AFSPRAAK_AFRONDEN, "afgerond_op", "2025-03-05", False),
        (H.AFSPRAAK_AFRONDEN, "afgerond_op", "2025-03-06", False),
    ],
)
def test_een_afspraak_eindigt_niet_voor_zij_is_gemaakt(
    handeling: Handeling, veld: str, dag: str, geweigerd: bool
) -> None:
    gevonden = uitkomst(
        op_route(afspraken=(afspraak(),)), handeling, gemaakt_op=d("2025-03-05"),
        **{veld: d(dag)},
    )  # fmt: skip

    assert gevonden.startswith(f"geweigerd {veld}: ") is geweigerd


@rij_voor_rij(
    ("resultaat", "eigenaar", "grondslag", "wat"),
    [
        (Afspraakresultaat.NIET, Eigenaar.INBURGERAAR, Grondslag.WI2021, "een boete"),
        (
            Afspraakresultaat.NIET,
            Eigenaar.INBURGERAAR,
            Grondslag.PARTICIPATIEWET,
            "een maatregel",
        ),
        (Afspraakresultaat.NIET, Eigenaar.GEMEENTE, Grondslag.WI2021, ""),
        (Afspraakresultaat.DEELS, Eigenaar.INBURGERAAR, Grondslag.WI2021, ""),
        (Afspraakresultaat.NAGEKOMEN, Eigenaar.INBURGERAAR, Grondslag.WI2021, ""),
        (Afspraakresultaat.VERVALLEN, Eigenaar.INBURGERAAR, Grondslag.WI2021, ""),
    ],
)
def test_de_wet_waarop_een_afspraak_rust_bepaalt_het_gevolg(
    resultaat: Any, eigenaar: Any, grondslag: Any, wat: str
) -> None:
    rij = afspraak(eigenaar=eigenaar, grondslag=grondslag)
    gevonden = uitkomst(
        op_route(afspraken=(rij,)), H.AFSPRAAK_AFRONDEN, id=1, resultaat=resultaat
    )

    assert bool(gevonden) is bool(wat)
    if wat:
        anders = "een boete" if wat == "een maatregel" else "een maatregel"
        assert "Zoek eerst de oorzaak en bied hulp" in gevonden
        assert wat in gevonden
        assert anders not in gevonden


@rij_voor_rij(
    ("afspraken", "begin", "uiterlijk", "in_reden"),
    [
        pytest.param((), "", "", "", id="geen"),
        pytest.param((afspraak(uiterlijk=None),), "", "", "", id="zonder_dag"),
        pytest.param(
            (afspraak(),), "2025-03-05", "2025-06-30", "Taal (de inburgeraar)", id="een"
        ),
        pytest.param(
            (
                afspraak(id=1, uiterlijk=d("2025-09-01")),
                afspraak(
                    id=2,
                    uiterlijk=d("2025-08-31"),
                    gemaakt_op=d("2025-07-01"),
                    onderwerp=Afspraakonderwerp.PARTICIPATIE,
                ),
                afspraak(id=3, uiterlijk=None),
            ),
            "2025-07-01",
            "2025-08-31",
            "daarna nog 1",
            id="de_eerste",
        ),
        pytest.param(
            (
                afspraak(
                    id=1,
                    afgerond_op=d("2025-07-31"),
                    resultaat=Afspraakresultaat.NAGEKOMEN,
                ),
                afspraak(id=2, uiterlijk=d("2025-12-31")),
            ),
            "2025-03-05",
            "2025-12-31",
            "Taal",
            id="wat_klaar_is_telt_niet",
        ),
    ],
)
def test_de_eerste_open_afspraak_is_een_termijn(
    afspraken: Any, begin: str, uiterlijk: str, in_reden: str
) -> None:
    t = termijn(op_route(afspraken=afspraken), T.AFSPRAAK)

    assert (t is None) is not bool(uiterlijk)
    if t is not None:
        assert (t.begin, t.uiterlijk, t.wettelijk) == (d(begin), d(uiterlijk), False)
        assert (t.einde - t.uiterlijk).days == 1
        assert in_reden in t.reden
        assert t.open


def test_een_gesloten_dossier_heeft_geen_open_afspraak_meer_te_doen() -> None:
    dicht = op_route(afspraken=(afspraak(),), afsluitingen=(afsluiting(),))

    assert termijn(dicht, T.AFSPRAAK, "2026-05-31") is not None
    assert termijn(dicht, T.AFSPRAAK, "2026-06-01") is None


# --- Ontzorgen ------------------------------------------------------------------------


def test_ontzorgen_is_voor_asielstatushouders_en_een_keer_tegelijk() -> None:
    gezin = feiten(traject=traject(doelgroep=GEZIN))
    loopt = feiten(ontzorgen=(ontzorgen(),))
    klaar = feiten(
        ontzorgen=(
            ontzorgen(
                beeindigd_op=d("2025-07-04"), reden_einde=RedenEindeOntzorgen.TERMIJN
            ),
        )
    )

    assert oordeel(feiten(), H.ONTZORGEN_STARTEN) == ""
    assert oordeel(gezin, H.ONTZORGEN_STARTEN).startswith("Financieel ontzorgen is")
    bron = stand(gezin, d(OP)).handelingen[H.ONTZORGEN_STARTEN].bron
    assert bron is not None
    assert str(bron) == "Participatiewet art. 56a"
    assert "loopt al" in oordeel(loopt, H.ONTZORGEN_STARTEN)
    assert oordeel(loopt, H.ONTZORGEN_BEEINDIGEN) == ""
    assert oordeel(klaar, H.ONTZORGEN_STARTEN) == ""
    assert "loopt geen ontzorgen" in oordeel(klaar, H.ONTZORGEN_BEEINDIGEN)
    assert "loopt geen ontzorgen" in oordeel(feiten(), H.ONTZORGEN_BEEINDIGEN)


GEMEENTE = dict.fromkeys(LASTEN, Lastwijze.GEMEENTE)


@rij_voor_rij(("bijstand", "geweigerd"), [(False, True), (True, False), (None, False)])
def test_zonder_bijstand_geen_ontzorgen(bijstand: bool | None, geweigerd: bool) -> None:
    gevonden = uitkomst(
        feiten(), H.ONTZORGEN_STARTEN, **GEMEENTE, bijstand=bijstand,
        begonnen_op=d("2025-02-01"),
    )  # fmt: skip

    assert gevonden.startswith("geweigerd begonnen_op: Ontzorgen gaat") is geweigerd


@rij_voor_rij(("veld",), LASTEN)
@rij_voor_rij(
    ("dag", "geweigerd"),
    [("2023-04-05", True), ("2023-04-06", False), ("2023-04-07", False)],
)
def test_een_ander_hulpmiddel_sinds_6_april_2023(
    veld: str, dag: str, geweigerd: bool
) -> None:
    lasten = GEMEENTE | {veld: Lastwijze.ANDERS}
    gevonden = uitkomst(
        feiten(), H.ONTZORGEN_STARTEN, **lasten, begonnen_op=d(dag),
        reden_anders="Een budgetcoach",
    )  # fmt: skip

    assert (
        gevonden.startswith("geweigerd begonnen_op: Een ander hulpmiddel") is geweigerd
    )
    zelf = uitkomst(feiten(), H.ONTZORGEN_STARTEN, **GEMEENTE, begonnen_op=d(dag))
    assert zelf == ""
    leeg = uitkomst(
        feiten(), H.ONTZORGEN_STARTEN, **lasten, begonnen_op=None, reden_anders="X"
    )
    assert leeg == ""


def test_een_ander_hulpmiddel_met_reden() -> None:
    lasten = GEMEENTE | {"huur": Lastwijze.ANDERS, "begonnen_op": d("2025-02-01")}

    leeg = uitkomst(feiten(), H.ONTZORGEN_STARTEN, **lasten, reden_anders=" ")
    assert leeg.startswith("geweigerd reden_anders: Schrijf op welk ander")
    assert uitkomst(feiten(), H.ONTZORGEN_STARTEN, **lasten, reden_anders="Coach") == ""


def test_niets_nodig_is_een_melding() -> None:
    niets = dict.fromkeys(LASTEN, Lastwijze.NIET_NODIG)
    deels = niets | {"energie": Lastwijze.GEMEENTE}

    gevonden = uitkomst(feiten(), H.ONTZORGEN_STARTEN, **niets)
    assert gevonden.startswith("Bij geen enkele vaste last")
    assert uitkomst(feiten(), H.ONTZORGEN_STARTEN, **deels) == ""


def test_elke_wijze_van_betalen_heeft_een_rij() -> None:
    assert [rij.wijze for rij in WIJZEN] == list(Lastwijze)


@rij_voor_rij(
    ("begin", "uiterlijk"),
    [
        ("2025-01-05", "2025-07-04"),
        ("2024-08-31", "2025-02-28"),
        ("2023-08-31", "2024-02-29"),
        ("2024-02-29", "2024-08-28"),
    ],
)
def test_ontzorgen_duurt_zes_maanden(begin: str, uiterlijk: str) -> None:
    rij = ontzorgen(begonnen_op=d(begin))
    t = termijn(feiten(ontzorgen=(rij,)), T.ONTZORGEN, "2026-01-01")

    assert t is not None
    assert (t.begin, t.uiterlijk, t.wettelijk, t.open) == (
        d(begin), d(uiterlijk), True, True,
    )  # fmt: skip


def test_de_termijn_van_het_ontzorgen_dat_het_laatst_begon() -> None:
    eerst = ontzorgen(
        beeindigd_op=d("2025-03-01"), reden_einde=RedenEindeOntzorgen.GEEN_BIJSTAND
    )
    weer = ontzorgen(id=2, begonnen_op=d("2025-05-01"))
    t = termijn(feiten(ontzorgen=(eerst, weer)), T.ONTZORGEN)

    assert t is not None
    assert (t.begin, t.open) == (d("2025-05-01"), True)
    klaar = termijn(feiten(ontzorgen=(eerst,)), T.ONTZORGEN)
    assert klaar is not None
    assert klaar.voldaan_op == d("2025-03-01")
    assert termijn(feiten(), T.ONTZORGEN) is None


@rij_voor_rij(
    ("op", "melding"),
    [("2025-07-03", False), ("2025-07-04", False), ("2025-07-05", True)],
)
def test_na_zes_maanden_een_melding(op: str, melding: bool) -> None:
    def meldt(rij: Any) -> bool:
        nu = stand(feiten(ontzorgen=(rij,)), d(op))
        return any("tijd van het ontzorgen" in m.tekst for m in nu.meldingen)

    assert meldt(ontzorgen()) is melding
    klaar = ontzorgen(beeindigd_op=d(op), reden_einde=RedenEindeOntzorgen.VERHUISD)
    assert not meldt(klaar)


@rij_voor_rij(
    ("reden", "dag", "uitslag"),
    [
        (RedenEindeOntzorgen.TERMIJN, "2025-07-03", "geweigerd beeindigd_op: Het "),
        (RedenEindeOntzorgen.TERMIJN, "2025-07-04", ""),
        (RedenEindeOntzorgen.TERMIJN, "2025-07-05", ""),
        (RedenEindeOntzorgen.TERMIJN, "2025-01-04", "geweigerd beeindigd_op: 0"),
        (RedenEindeOntzorgen.ZELFREDZAAM, "2025-07-03", "De plicht om te ontzorgen"),
        (RedenEindeOntzorgen.ZELFREDZAAM, "2025-07-04", ""),
        (RedenEindeOntzorgen.ZELFREDZAAM, "2025-07-05", ""),
        (RedenEindeOntzorgen.GEEN_BIJSTAND, "2025-02-01", ""),
    ],
)
def test_het_einde_van_ontzorgen(reden: Any, dag: str, uitslag: str) -> None:
    gevonden = uitkomst(
        feiten(ontzorgen=(ontzorgen(),)), H.ONTZORGEN_BEEINDIGEN, id=1,
        beeindigd_op=d(dag), reden_einde=reden,
    )  # fmt: skip

    assert gevonden.startswith(uitslag)
    assert bool(gevonden) is bool(uitslag)


@rij_voor_rij(
    ("reden",), [RedenEindeOntzorgen.TERMIJN, RedenEindeOntzorgen.ZELFREDZAAM]
)
def test_zonder_rij_of_dag_valt_er_niets_te_vergelijken(reden: Any) -> None:
    zonder_rij = uitkomst(feiten(), H.ONTZORGEN_BEEINDIGEN, reden_einde=reden)
    loopt = feiten(ontzorgen=(ontzorgen(),))

    assert zonder_rij == ""
    assert uitkomst(loopt, H.ONTZORGEN_BEEINDIGEN, id=1, reden_einde=reden) == ""


# --- Maatschappelijke begeleiding -----------------------------------------------------


def test_een_begeleiding_tegelijk() -> None:
    loopt = feiten(begeleidingen=(begeleiding(),))
    klaar = feiten(
        begeleidingen=(
            begeleiding(
                beeindigd_op=d("2025-06-01"),
                reden_einde=RedenEindeBegeleiding.AFGEROND,
            ),
        )
    )

    assert oordeel(feiten(), H.BEGELEIDING_STARTEN) == ""
    assert "loopt al" in oordeel(loopt, H.BEGELEIDING_STARTEN)
    assert oordeel(loopt, H.BEGELEIDING_BEEINDIGEN) == ""
    assert oordeel(klaar, H.BEGELEIDING_STARTEN) == ""
    assert "loopt geen" in oordeel(klaar, H.BEGELEIDING_BEEINDIGEN)
    weer = uitkomst(klaar, H.BEGELEIDING_BEEINDIGEN, id=1, beeindigd_op=d(OP))
    assert weer.startswith("geweigerd id: ")


@rij_voor_rij(("doelgroep", "melding"), [(ASIEL, False), (GEZIN, True)])
def test_begeleiding_is_alleen_bij_asiel_een_plicht(
    doelgroep: Any, melding: bool
) -> None:
    dossier = feiten(traject=traject(doelgroep=doelgroep))
    gevonden = uitkomst(dossier, H.BEGELEIDING_STARTEN, begonnen_op=d(OP))

    assert ("Aan anderen mag de gemeente" in gevonden) is melding
    assert "geweigerd" not in gevonden


@rij_voor_rij(
    ("reden", "overdracht", "geweigerd"),
    [
        (RedenEindeBegeleiding.OVERGEDRAGEN, " ", True),
        (RedenEindeBegeleiding.OVERGEDRAGEN, "Het wijkteam", False),
        (RedenEindeBegeleiding.AFGEROND, "", False),
    ],
)
def test_overdragen_met_uitleg(reden: Any, overdracht: str, geweigerd: bool) -> None:
    gevonden = uitkomst(
        feiten(begeleidingen=(begeleiding(),)), H.BEGELEIDING_BEEINDIGEN, id=1,
        beeindigd_op=d("2025-06-01"), reden_einde=reden, overdracht=overdracht,
    )  # fmt: skip

    assert gevonden.startswith("geweigerd overdracht: Schrijf op aan wie") is geweigerd


# --- Welke uren tellen ----------------------------------------------------------------


@rij_voor_rij(
    ("soort", "melding"),
    [
        (
            Urensoort.INTAKE_TAAL_KNM,
            "Taalles en KNM tijdens de brede intake gaan apart",
        ),
        (Urensoort.TAAL, ""),
        (Urensoort.KNM, ""),
        (Urensoort.BEGELEIDING, ""),
        (Urensoort.PARTICIPATIEWET, ""),
    ],
)
def test_les_tijdens_de_intake_telt_niet_in_de_leerroute(
    soort: Urensoort, melding: str
) -> None:
    gevonden = uitkomst(
        op_route(pips=(pip(leerroute=Z),)), H.UREN_VASTLEGGEN, soort=soort
    )

    assert gevonden.startswith(melding)
    assert bool(gevonden) is bool(melding)


@rij_voor_rij(("soort",), [Urensoort.BEGELEIDING, Urensoort.PARTICIPATIEWET])
@rij_voor_rij(("aantal", "gehaald"), [(799, False), (800, True), (801, True)])
def test_begeleiding_en_participatiewet_tellen_voor_de_z_route(
    soort: Urensoort, aantal: int, gehaald: bool
) -> None:
    dossier = op_route(
        pips=(pip(leerroute=Z),),
        uren=(
            uren(aantal - 100, soort),
            uren(100, Urensoort.INTAKE_PARTICIPATIE, id=2),
        ),
    )
    (deel,) = [
        o
        for o in stand(dossier, d(OP)).onderdelen
        if o.onderdeel == "participatie_uren"
    ]

    assert (deel.bereikt, deel.gehaald) == (aantal, gehaald)


@rij_voor_rij(("soort",), [Urensoort.BEGELEIDING, Urensoort.PARTICIPATIEWET])
def test_buiten_de_z_route_worden_zij_bewaard(soort: Urensoort) -> None:
    gezin = op_route(traject=traject(doelgroep=GEZIN), pips=(pip(leerroute=Z),))

    for dossier in (op_route(), gezin):
        gevonden = uitkomst(dossier, H.UREN_VASTLEGGEN, soort=soort)
        assert gevonden.startswith("Uren participatie tellen alleen mee")


@rij_voor_rij(
    ("soort", "bij_duo"),
    [
        (Urensoort.INTAKE_TAAL_KNM, "bredeintake/taallesknm"),
        (Urensoort.TAAL, "participatietaalles"),
        (Urensoort.KNM, "participatietaalles"),
        (Urensoort.VAKKEN, "participatietaalles"),
        (Urensoort.PARTICIPATIE, "participatieactiviteiten"),
        (Urensoort.INTAKE_PARTICIPATIE, "participatieactiviteiten"),
        (Urensoort.BEGELEIDING, "participatieactiviteiten"),
        (Urensoort.PARTICIPATIEWET, "participatieactiviteiten"),
    ],
)
def test_elke_soort_uren_staat_bij_duo_in_een_totaal(
    soort: Urensoort, bij_duo: str
) -> None:
    assert [naam for naam, rij in DUO_TOTALEN.items() if soort in rij] == [bij_duo]
    assert duo_totaal(soort) == DUO_TOTALEN[bij_duo]


@rij_voor_rij(("aantal", "melding"), [(999, False), (1000, False), (1001, True)])
def test_duo_telt_participatie_begeleiding_en_participatiewet_op(
    aantal: int, melding: bool
) -> None:
    hoogste = parameter("hoogste_uren_duo", d(OP)).waarde
    er_al = hoogste - 1000
    dossier = op_route(
        pips=(pip(leerroute=Z),),
        uren=(uren(er_al, Urensoort.PARTICIPATIE, van=d("2024-01-01")),),
    )
    gevonden = uitkomst(
        dossier, H.UREN_VASTLEGGEN, soort=Urensoort.BEGELEIDING, uren=aantal
    )

    assert ("DUO bewaart er hoogstens" in gevonden) is melding


# --- De leerbaarheidstoets niet afnemen -----------------------------------------------


@rij_voor_rij(
    ("uitzondering", "woord"),
    [
        (LBTUitzondering.VISUEEL, "visuele"),
        (LBTUitzondering.AUDITIEF, "gebarentaal"),
        (None, ""),
    ],
)
def test_de_toets_vervalt_alleen_bij_een_beperking(
    uitzondering: Any, woord: str
) -> None:
    gevonden = uitkomst(
        feiten(), H.LEERBAARHEIDSTOETS_VASTLEGGEN, uitzondering=uitzondering,
        afgenomen_op=None if uitzondering else d("2025-02-10"),
    )  # fmt: skip

    assert woord in gevonden
    assert ("(niet bevestigd)" in gevonden) is bool(uitzondering)


@rij_voor_rij(
    ("pips", "let_op"),
    [
        ((), False),
        ((pip(leerroute=ONDERWIJS),), False),
        ((pip(),), True),
        ((pip(leerroute=Z),), True),
        # Wie van de onderwijsroute kwam, volgde ze daar.
        (
            (
                pip(leerroute=ONDERWIJS),
                pip(id=2, versie=2, leerroute=Z, dagtekening=d("2025-09-01")),
            ),
            False,
        ),
    ],
)
def test_andere_vakken_horen_bij_de_onderwijsroute(pips: Any, let_op: bool) -> None:
    gegevens = {
        "soort": Urensoort.VAKKEN, "van": d("2025-10-01"), "tot_en_met": d("2025-10-31"),
        "uren": 40,
    }  # fmt: skip
    meldingen = toets(H.UREN_VASTLEGGEN, feiten(pips=pips), gegevens, d("2026-01-01"))

    assert any("Andere vakken horen" in m.tekst for m in meldingen) is let_op


def test_andere_vakken_tellen_niet_voor_de_z_route() -> None:
    gevolgd = (uren(800, Urensoort.VAKKEN),)
    nu = stand(op_route(pips=(pip(leerroute=Z),), uren=gevolgd), d("2026-01-01"))
    (taal,) = [o for o in nu.onderdelen if o.onderdeel == Onderdeel.TAALUREN]

    assert (taal.bereikt, taal.gehaald_op) == (0, None)


# --- Opnieuw ontzorgen: de eerste maanden van de bijstand zijn er eenmaal -------------

# Begonnen op 5 januari 2025: de zes maanden duren tot en met 4 juli.
GEDAAN = ontzorgen(
    beeindigd_op=d("2025-03-01"), reden_einde=RedenEindeOntzorgen.ZELFREDZAAM
)
GESTOPT = ontzorgen(
    beeindigd_op=d("2025-03-01"), reden_einde=RedenEindeOntzorgen.GEEN_BIJSTAND
)
LASTENKEUZE = dict.fromkeys(LASTEN, Lastwijze.GEMEENTE)


@rij_voor_rij(
    ("eerder", "begin", "zegt"),
    [
        ((), "2025-09-01", ""),
        ((GEDAAN,), "2025-07-03", "tellen vanaf die dag"),
        ((GEDAAN,), "2025-07-04", "tellen vanaf die dag"),
        ((GEDAAN,), "2025-07-05", "waren voorbij op 04-07-2025"),
        (
            (
                ontzorgen(
                    beeindigd_op=d("2025-07-04"), reden_einde=RedenEindeOntzorgen.TERMIJN
                ),
            ),
            "2025-09-01", "waren voorbij op 04-07-2025",
        ),
        ((GESTOPT,), "2025-09-01", "is niet bevestigd"),
        (
            (
                GESTOPT,
                ontzorgen(
                    id=2, begonnen_op=d("2025-09-01"), beeindigd_op=d("2025-10-01"),
                    reden_einde=RedenEindeOntzorgen.ANDERS,
                ),
            ),
            "2025-11-01", "vanaf 01-09-2025",
        ),
    ],
)  # fmt: skip
def test_de_eerste_maanden_van_de_bijstand_zijn_er_eenmaal(
    eerder: Any, begin: str, zegt: str
) -> None:
    gegevens = {"begonnen_op": d(begin), **LASTENKEUZE}
    try:
        gevonden = toets(
            H.ONTZORGEN_STARTEN, feiten(ontzorgen=eerder), gegevens, d("2026-01-01")
        )
        gezegd = " ".join(m.tekst for m in gevonden)
    except NietToegestaan as fout:
        gezegd = f"geweigerd {fout.reden}"

    assert zegt in gezegd
    assert bool(gezegd) is bool(zegt)
    assert gezegd.startswith("geweigerd") is ("voorbij" in zegt)


@rij_voor_rij(
    ("eerder", "begin", "eerste", "bevestigd"),
    [
        ((), "2025-05-01", "2025-05-01", True),
        ((GEDAAN,), "2025-05-01", "2025-01-05", True),
        ((GESTOPT,), "2025-09-01", "2025-09-01", False),
    ],
)
def test_de_termijn_van_ontzorgen_begint_met_de_bijstand(
    eerder: Any, begin: str, eerste: str, bevestigd: bool
) -> None:
    rijen = (*eerder, ontzorgen(id=9, begonnen_op=d(begin)))
    (t,) = [
        t
        for t in stand(feiten(ontzorgen=rijen), d("2025-10-01")).termijnen
        if t.soort == Termijnsoort.ONTZORGEN
    ]

    assert t.begin == d(eerste)
    assert t.bron.zekerheid.bevestigd is bevestigd
    assert ("niet bevestigd" not in t.reden) is bevestigd


def test_zonder_begin_wordt_over_de_maanden_niets_gezegd() -> None:
    assert not toets(
        H.ONTZORGEN_STARTEN, feiten(ontzorgen=(GEDAAN,)), LASTENKEUZE, d("2026-01-01")
    )
