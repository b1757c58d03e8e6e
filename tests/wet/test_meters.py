"""Hoe ver een traject is: uit de functies die erover beslissen, en anders "niet bekend"."""

from collections.abc import Mapping
from dataclasses import replace

from inburgering.wet.begrippen import (
    Aanvraagsoort,
    DUOBesluitsoort,
    Examenresultaat,
    Niveau,
    Onderdeel,
    Urensoort,
    Volggrond,
)
from inburgering.wet.feiten import Feiten
from inburgering.wet.handelingen import Handeling
from inburgering.wet.kalender import DAG
from inburgering.wet.meters import NIET_BEKEND, Meter, Stap, meters
from tests.elk import rij_voor_rij
from tests.wet.bouw import (
    GEZIN,
    Z,
    aanvraag,
    afsluiting,
    alles_behaald,
    besluit,
    d,
    examen,
    feiten,
    intake,
    map_,
    op_route,
    pip,
    pvt,
    traject,
    uren,
)


GEZAKT = examen(Onderdeel.SPREKEN, resultaat=Examenresultaat.GEZAKT)
MET_KEURMERK = uren(600)
IN_VENSTER = "2027-10-01"


def gemeten(dossier: Feiten, op: str = "2026-01-10") -> Mapping[str, Meter]:
    gevonden, _ = meters(dossier, d(op))
    return {meter.naam: meter for meter in gevonden}


def stap(dossier: Feiten, op: str = "2026-01-10") -> Stap:
    _, gevonden = meters(dossier, d(op))
    assert gevonden is not None
    return gevonden


def test_zonder_pip_is_alleen_bekend_dat_het_niet_bekend_is() -> None:
    gevonden, geen = meters(feiten(brede_intakes=(intake(),)), d("2025-02-25"))
    assert {m.naam: m.stand for m in gevonden} == {
        "Open onderdelen": NIET_BEKEND,
        "Verlenging vragen kan": NIET_BEKEND,
    }
    assert geen is None


VOLDAAN = (besluit(DUOBesluitsoort.VOLDAAN),)
KLAAR_OP = "2026-12-01"


@rij_voor_rij(
    ("dossier", "stand", "uren_", "uitleg"),
    [
        (alles_behaald(duo_besluiten=VOLDAAN), "7 van 7", "0 uur", "Lezen"),
        (
            alles_behaald(duo_besluiten=VOLDAAN, afsluitingen=(afsluiting(),)),
            "7 van 7", "0 uur", "Lezen",
        ),
        (
            op_route(afsluitingen=(afsluiting(),), uren=(MET_KEURMERK,)),
            "0 van 7", "600 uur", "geen onderdeel is gehaald",
        ),
        (
            op_route(afsluitingen=(afsluiting(),), examens=(examen(),)),
            "1 van 7", "0 uur", "Lezen",
        ),
    ],
)  # fmt: skip
def test_na_het_einde_staat_er_hoe_ver_iemand_kwam(
    dossier: Feiten, stand: str, uren_: str, uitleg: str
) -> None:
    gevonden, geen = meters(dossier, d(KLAAR_OP))
    assert geen is None
    onderdelen, lessen = gevonden
    assert (onderdelen.naam, onderdelen.stand) == ("Gehaalde onderdelen", stand)
    assert uitleg in onderdelen.uitleg
    assert (lessen.naam, lessen.stand) == ("Gevolgde lesuren", uren_)


def test_zonder_plicht_valt_er_niets_te_meten() -> None:
    vrij = traject(
        volggrond=Volggrond.VRIJWILLIG, datum_plicht=None, datum_kennisgeving=None
    )
    assert meters(feiten(traject=vrij), d(KLAAR_OP)) == ((), None)


def test_een_dicht_dossier_zonder_pip_heeft_geen_meters() -> None:
    dicht = feiten(brede_intakes=(intake(),), afsluitingen=(afsluiting(),))
    assert meters(dicht, d(KLAAR_OP)) == ((), None)


def test_open_onderdelen_tellen_af_met_hun_namen() -> None:
    voor, na = gemeten(op_route()), gemeten(op_route(examens=(examen(),)))
    assert voor["Open onderdelen"].stand == "7 van 7"
    assert na["Open onderdelen"].stand == "6 van 7"
    assert "Spreken" in na["Open onderdelen"].uitleg
    klaar = gemeten(alles_behaald())
    assert klaar["Open onderdelen"].uitleg == "alle onderdelen zijn gehaald"


@rij_voor_rij(
    ("gezakt", "over", "spreken"), [(0, 10, 2), (1, 9, 1), (2, 8, 0), (3, 8, 0)]
)
def test_wat_er_aan_gratis_pogingen_over_is_volgens_onze_telling(
    gezakt: int, over: int, spreken: int
) -> None:
    pogingen = tuple(
        replace(GEZAKT, id=n + 1, afgelegd_op=d("2025-06-01") + n * DAG)
        for n in range(gezakt)
    )
    meter = gemeten(op_route(examens=pogingen))["Gratis examenpogingen"]
    assert meter.stand == f"nog {over} volgens onze telling"
    assert f"Spreken {spreken}" in meter.uitleg
    assert "DUO houdt het tegoed bij" in meter.uitleg
    assert ("Pogingen Spreken", gezakt) in meter.gebruikt


def test_gratis_pogingen_zijn_alleen_voor_asiel_en_wat_gehaald_is_telt_niet() -> None:
    gehaald = gemeten(op_route(examens=(examen(),)))["Gratis examenpogingen"]
    assert gehaald.stand == "nog 8 volgens onze telling"
    assert "Lezen" not in gehaald.uitleg
    ander = gemeten(op_route(traject=traject(doelgroep=GEZIN)))
    assert ander["Gratis examenpogingen"].stand == "geen"
    assert "Gratis examenpogingen" not in gemeten(alles_behaald())


# De termijn is van 6 maart 2025 tot en met 5 maart 2028: 1096 dagen.
@rij_voor_rij(
    ("op", "gevolgd", "stand", "uitleg"),
    [
        ("2025-03-06", 0, "0 van 600 uur", "0 procent van de geschatte uren in het PIP; 0 "),
        ("2025-03-16", 5, "5 van 600 uur", "0 procent van de geschatte uren in het PIP; 0 "),
        ("2025-03-17", 6, "6 van 600 uur", "1 procent van de geschatte uren in het PIP; 1 "),
        ("2026-09-05", 299, "299 van 600 uur", "49 procent van de geschatte uren in het PIP; 50 "),
        ("2028-03-05", 600, "600 van 600 uur", "100 procent van de geschatte uren in het PIP; 99 "),
        ("2028-03-06", 601, "601 van 600 uur", "100 procent van de geschatte uren in het PIP; 100 "),
        ("2028-04-06", 601, "601 van 600 uur", "100 procent van de geschatte uren in het PIP; 100 "),
    ],
)  # fmt: skip
def test_de_uren_van_het_plan_naast_de_tijd(
    op: str, gevolgd: int, stand: str, uitleg: str
) -> None:
    eerste = d("2025-03-06")
    rijen = (uren(gevolgd, van=eerste, tot_en_met=eerste),)
    dossier = op_route(pips=(pip(intensiteit=600),), uren=rijen)
    meter = gemeten(dossier, op)["Lesuren van het plan"]
    assert (meter.stand, meter.bereikt, meter.nodig) == (stand, gevolgd, 600)
    assert meter.uitleg == f"{uitleg}procent van de termijn is voorbij"
    assert ("Laatste dag van de termijn", d("2028-03-05")) in meter.gebruikt


def test_een_plan_zonder_aantal_zegt_wat_is_gevolgd() -> None:
    meter = gemeten(op_route(uren=(uren(70), uren(9, Urensoort.PARTICIPATIE))))
    plan = meter["Lesuren van het plan"]
    assert (plan.stand, plan.nodig) == ("70 uur gevolgd", None)
    assert plan.uitleg.startswith("het plan noemt geen aantal; ")
    z_route = gemeten(op_route(pips=(pip(leerroute=Z),), uren=(uren(80),)))
    assert z_route["Lesuren van het plan"].stand == "80 van 800 uur"
    assert "Lesuren van het plan" not in gemeten(alles_behaald())


def test_alleen_taaluren_bij_een_school_met_keurmerk_tellen_om_af_te_schalen() -> None:
    rijen = (
        uren(250),
        uren(100, met_keurmerk=False),
        uren(40, Urensoort.KNM),
    )
    meter = gemeten(op_route(uren=rijen))["Taaluren om te kunnen afschalen"]
    assert (meter.stand, meter.bereikt, meter.nodig) == ("250 van 600 uur", 250, 600)
    z_route = gemeten(op_route(pips=(pip(leerroute=Z),)))
    assert "Taaluren om te kunnen afschalen" not in z_route


@rij_voor_rij(
    ("op", "stand"),
    [
        ("2027-09-05", "vanaf 06-09-2027"),
        ("2027-09-06", "nu, tot en met 05-03-2028"),
        ("2028-03-05", "nu, tot en met 05-03-2028"),
        ("2028-03-06", "niet meer, de termijn liep tot en met 05-03-2028"),
    ],
)
def test_de_eerste_dag_om_verlenging_te_vragen(op: str, stand: str) -> None:
    assert gemeten(op_route(), op)["Verlenging vragen kan"].stand == stand


def test_een_termijn_die_stil_staat_heeft_geen_dag_om_te_vragen() -> None:
    stil = op_route(
        duo_besluiten=(
            besluit(DUOBesluitsoort.VRIJSTELLING_TIJDELIJK, ingang=d("2025-12-01")),
        )
    )
    meter = gemeten(stil, "2026-02-01")["Verlenging vragen kan"]
    assert meter.stand == NIET_BEKEND
    assert "staat stil" in meter.uitleg
    plan = gemeten(stil, "2026-02-01")["Lesuren van het plan"]
    assert plan.uitleg == "het plan noemt geen aantal; de termijn staat stil"
    assert "Verlenging vragen kan" not in gemeten(alles_behaald())


@rij_voor_rij(
    ("dossier", "op", "wat", "handeling"),
    [
        (op_route(), "2026-01-10", "Plan het examen: ", Handeling.EXAMEN_VASTLEGGEN),
        (
            op_route(examens=(GEZAKT,)),
            "2026-01-10",
            "Plan een nieuwe poging: Spreken",
            Handeling.EXAMEN_VASTLEGGEN,
        ),
        (
            op_route(examens=(GEZAKT,), uren=(MET_KEURMERK,)),
            "2026-01-10",
            "Bespreek of afschalen nodig is: Spreken",
            Handeling.PIP_OPSTELLEN,
        ),
        (
            op_route(uren=(MET_KEURMERK,)),
            "2026-01-10",
            "Plan het examen: ",
            Handeling.EXAMEN_VASTLEGGEN,
        ),
        (
            op_route(),
            IN_VENSTER,
            "Bespreek of DUO de termijn kan verlengen",
            Handeling.AANVRAAG_VASTLEGGEN,
        ),
        (
            op_route(
                aanvragen=(
                    aanvraag(Aanvraagsoort.VERLENGING, ingediend_op=d("2027-09-20")),
                )
            ),
            IN_VENSTER,
            "Plan het examen: ",
            Handeling.EXAMEN_VASTLEGGEN,
        ),
        (
            alles_behaald(),
            "2026-01-10",
            "Kijk of DUO heeft besloten",
            Handeling.DUOBESLUIT_VASTLEGGEN,
        ),
        (
            replace(alles_behaald(), pvt=(), map=(map_(),)),
            "2026-01-10",
            "Bespreek wat nog open staat: Participatieverklaring",
            None,
        ),
    ],
)
def test_de_volgende_stap(
    dossier: Feiten, op: str, wat: str, handeling: Handeling | None
) -> None:
    gevonden = stap(dossier, op)
    assert gevonden.wat.startswith(wat)
    assert gevonden.handeling == handeling
    assert gevonden.bron.wet


def test_elke_meter_heeft_een_vindplaats() -> None:
    for meter in gemeten(
        op_route(pvt=(pvt(),), examens=(examen(niveau=Niveau.B1),))
    ).values():
        assert meter.bron.wet
        assert meter.uitleg
