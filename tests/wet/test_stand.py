"""De stand van een traject op een dag: wat later gebeurde, telt niet mee."""

from dataclasses import replace
from typing import Any

import pytest

from inburgering.wet.begrippen import (
    DUOBesluitsoort,
    LBTUitzondering,
    Leerroute,
    Niveau,
    Onderdeel,
    PIPStatus,
    RedenAfsluiting,
    RedenEindeAanbod,
    RedenEindePlicht,
    Trajectstatus,
    Urensoort,
    Verblijfsituatie,
    Volggrond,
)
from inburgering.wet.feiten import Feiten
from inburgering.wet.handelingen import HANDELINGEN, Handeling
from inburgering.wet.kalender import DAG
from inburgering.wet.moment import moment
from inburgering.wet.parameters import GeenRegel
from inburgering.wet.stand import stand
from inburgering.wet.uitkomst import NietToegestaan
from inburgering.wet.voorwaarden import eis_toegestaan, is_van_buiten
from tests.elk import rij_voor_rij
from tests.wet.bouw import (
    ASIEL,
    B1,
    GEZIN,
    ONDERWIJS,
    Z,
    aanbod,
    afronding,
    afsluiting,
    alles_behaald,
    besluit,
    besproken,
    concept,
    d,
    examens,
    feiten,
    gesprek,
    intake,
    map_,
    op_route,
    participatie,
    pip,
    pvt,
    toets,
    traject,
    uren,
    van_elders,
    z_behaald,
)


S, H, B = Trajectstatus, Handeling, DUOBesluitsoort
JUNI = d("2026-06-01")


# --- Toestand, dag voor dag -----------------------------------------------------------


@rij_voor_rij(
    ("op", "status"),
    [
        pytest.param("2025-01-31", S.AANGEMELD, id="dag_voor_de_intake"),
        pytest.param("2025-02-01", S.INTAKE, id="start_intake"),
        pytest.param("2025-02-19", S.INTAKE, id="dag_voor_afronden"),
        pytest.param("2025-02-20", S.PIP, id="intake_afgerond"),
        pytest.param("2025-03-04", S.PIP, id="dag_voor_de_dagtekening"),
        pytest.param("2025-03-05", S.LEERROUTE, id="dagtekening"),
        pytest.param("2025-07-31", S.LEERROUTE, id="dag_voor_het_laatste_examen"),
        pytest.param("2025-08-01", S.ONDERDELEN_BEHAALD, id="laatste_examen"),
        pytest.param("2026-01-14", S.ONDERDELEN_BEHAALD, id="dag_voor_duo"),
        pytest.param("2026-01-15", S.VOLDAAN, id="besluit_van_duo"),
        pytest.param("2026-05-31", S.VOLDAAN, id="dag_voor_afsluiten"),
        pytest.param("2026-06-01", S.AFGESLOTEN, id="afgesloten"),
    ],
)
def test_toestand_per_dag(op: str, status: Trajectstatus) -> None:
    dossier = alles_behaald(
        duo_besluiten=(besluit(B.VOLDAAN),),
        afsluitingen=(afsluiting(reden=RedenAfsluiting.VOLDAAN),),
    )

    assert stand(dossier, d(op)).status == status


def test_voor_de_wet_is_er_geen_stand() -> None:
    with pytest.raises(GeenRegel, match="vanaf 01-01-2022"):
        stand(feiten(), d("2021-12-31"))
    assert stand(feiten(), d("2022-01-01")).status == S.AANGEMELD


@rij_voor_rij(
    ("besluiten", "op", "status"),
    [
        pytest.param(
            [besluit(B.ONTHEFFING_GEHEEL)], "2026-01-15", S.GEEINDIGD, id="ontheffing"
        ),
        pytest.param(
            [besluit(B.VRIJSTELLING_GEHEEL)],
            "2026-01-15",
            S.GEEINDIGD,
            id="vrijstelling",
        ),
        pytest.param(
            [besluit(B.PLICHT_BEEINDIGD, reden_einde=RedenEindePlicht.VERTREK)],
            "2026-01-15",
            S.GEEINDIGD,
            id="vertrokken",
        ),
        pytest.param(
            [besluit(B.PLICHT_BEEINDIGD, reden_einde=RedenEindePlicht.VOLDAAN)],
            "2026-01-15",
            S.VOLDAAN,
            id="einde_omdat_voldaan",
        ),
        pytest.param(
            [
                besluit(
                    B.PLICHT_BEEINDIGD,
                    reden_einde=RedenEindePlicht.TIJDELIJKE_VRIJSTELLING,
                )
            ],
            "2026-01-15",
            S.OPGESCHORT,
            id="einde_door_tijdelijke_vrijstelling_schort_op",
        ),
        pytest.param(
            [besluit(B.VOLDAAN, ingang=d("2026-02-01"))],
            "2026-01-31",
            S.LEERROUTE,
            id="besloten_maar_nog_niet_ingegaan",
        ),
        pytest.param(
            [besluit(B.VOLDAAN, ingang=d("2026-02-01"))],
            "2026-02-01",
            S.VOLDAAN,
            id="ingegaan",
        ),
        pytest.param(
            [
                besluit(B.ONTHEFFING_GEHEEL, id=2),
                besluit(B.VOLDAAN, "2026-03-01", id=1),
            ],
            "2026-03-01",
            S.VOLDAAN,
            id="het_laatste_besluit_telt",
        ),
        pytest.param(
            [
                besluit(B.VOLDAAN, "2026-03-01", id=1),
                besluit(B.ONTHEFFING_GEHEEL, id=2),
            ],
            "2026-03-01",
            S.VOLDAAN,
            id="de_volgorde_van_invoer_niet",
        ),
        pytest.param(
            [besluit(B.VERLENGING, einddatum=d("2029-01-01"))],
            "2026-01-15",
            S.LEERROUTE,
            id="verlenging_eindigt_niets",
        ),
    ],
)
def test_wat_duo_besloot_gaat_voor(
    besluiten: list[Any], op: str, status: Trajectstatus
) -> None:
    assert stand(op_route(duo_besluiten=tuple(besluiten)), d(op)).status == status


@rij_voor_rij(
    ("op", "status"),
    [
        pytest.param("2026-01-31", S.LEERROUTE, id="dag_voor_de_ingang"),
        pytest.param("2026-02-01", S.OPGESCHORT, id="ingang"),
        pytest.param("2026-07-31", S.OPGESCHORT, id="laatste_dag"),
        pytest.param("2026-08-01", S.LEERROUTE, id="einddatum_exclusief"),
    ],
)
def test_tijdelijke_vrijstelling_schort_op(op: str, status: Trajectstatus) -> None:
    vrij = besluit(
        B.VRIJSTELLING_TIJDELIJK, ingang=d("2026-02-01"), einddatum=d("2026-08-01")
    )

    assert stand(op_route(duo_besluiten=(vrij,)), d(op)).status == status


@pytest.mark.parametrize(
    ("op", "status"),
    [
        pytest.param("2026-04-30", S.OPGESCHORT, id="dag_voor_de_intrekking"),
        pytest.param("2026-05-01", S.LEERROUTE, id="ingetrokken"),
    ],
)
@pytest.mark.parametrize(
    "einddatum", [None, d("2026-08-01")], ids=["open", "met_einde"]
)
def test_ingetrokken_vrijstelling(
    op: str, status: Trajectstatus, einddatum: Any
) -> None:
    besluiten = (
        besluit(B.VRIJSTELLING_TIJDELIJK, einddatum=einddatum),
        besluit(B.VRIJSTELLING_INGETROKKEN, "2026-05-01", id=2),
    )

    assert stand(op_route(duo_besluiten=besluiten), d(op)).status == status


def test_een_intrekking_zonder_vrijstelling_doet_niets() -> None:
    los = (besluit(B.VRIJSTELLING_INGETROKKEN),)

    assert stand(op_route(duo_besluiten=los), JUNI).status == S.LEERROUTE


def test_een_intrekking_maakt_de_vrijstelling_nooit_langer() -> None:
    besluiten = (
        besluit(B.VRIJSTELLING_TIJDELIJK, einddatum=d("2026-03-01")),
        besluit(B.VRIJSTELLING_INGETROKKEN, "2026-05-01", id=2),
    )

    (stil,) = moment(op_route(duo_besluiten=besluiten), JUNI).opschortingen
    assert (stil.begin, stil.einde) == (d("2026-01-15"), d("2026-03-01"))


@rij_voor_rij(
    ("op", "status"),
    [("2026-01-31", S.LEERROUTE), ("2026-02-01", S.GEEINDIGD)],
)
def test_overlijden_volgens_de_brp(op: str, status: Trajectstatus) -> None:
    assert stand(op_route(overleden_op=d("2026-02-01")), d(op)).status == status


@rij_voor_rij(
    ("op", "status"),
    [
        ("2026-05-31", S.LEERROUTE),
        ("2026-06-01", S.AFGESLOTEN),
        ("2026-07-31", S.AFGESLOTEN),
        ("2026-08-01", S.LEERROUTE),
    ],
)
def test_afgesloten_en_heropend(op: str, status: Trajectstatus) -> None:
    dicht = afsluiting(heropend_op=d("2026-08-01"), reden_heropening="Terug verhuisd")

    assert stand(op_route(afsluitingen=(dicht,)), d(op)).status == status


def test_een_pip_van_elders_begint_de_leerroute_zonder_eigen_intake() -> None:
    elders = van_elders(opgesteld_op=d("2025-09-01"), dagtekening=d("2024-06-01"))

    assert stand(feiten(pips=(elders,)), d("2025-01-08")).status == S.LEERROUTE


# --- Alle onderdelen behaald ----------------------------------------------------------


def test_alles_behaald_op_de_laatste_dag() -> None:
    nu = stand(alles_behaald(), JUNI)

    assert nu.alle_onderdelen_behaald
    assert nu.alle_onderdelen_behaald_op == d("2025-08-01")
    assert nu.openstaand == ()


@rij_voor_rij(
    ("zonder",),
    [
        pytest.param({"examens": examens()[1:]}, id="zonder_lezen"),
        pytest.param({"examens": examens()[:4]}, id="zonder_knm"),
        pytest.param({"pvt": ()}, id="zonder_pvt"),
        pytest.param({"map": ()}, id="zonder_map"),
    ],
)
def test_niet_alles_behaald_zolang_er_een_open_is(zonder: dict[str, Any]) -> None:
    nu = stand(alles_behaald(**zonder), JUNI)

    assert nu.alle_onderdelen_behaald_op is None
    assert not nu.alle_onderdelen_behaald
    assert len(nu.openstaand) == 1


def test_zonder_pip_is_er_niets_om_te_behalen() -> None:
    nu = stand(feiten(examens=examens()), JUNI)

    assert (nu.onderdelen, nu.alle_onderdelen_behaald, nu.leerroute) == (
        (),
        False,
        None,
    )


def test_eerdere_examens_tellen_pas_vanaf_het_eerste_pip() -> None:
    vroeg = alles_behaald(
        examens=examens(op="2024-05-01"),
        pvt=(pvt(ondertekend_op=d("2025-02-01"), begonnen_op=None),),
        map=(map_(begonnen_op=None, eindgesprek_op=d("2025-02-01")),),
    )

    nu = stand(vroeg, JUNI)
    assert nu.onderdelen[0].gehaald_op == d("2024-05-01")
    assert nu.alle_onderdelen_behaald_op == d("2025-03-05")
    assert stand(vroeg, d("2025-03-04")).status == S.PIP


def test_na_afschalen_is_alles_behaald_vanaf_dat_pip() -> None:
    lager = {deel.value: Niveau.A2.value for deel in Onderdeel if deel.value in TALEN}
    tweede = pip(id=2, versie=2, dagtekening=d("2026-02-01"), niveaus=lager)
    derde = replace(tweede, id=3, versie=3, dagtekening=d("2026-04-01"))
    afgeschaald = alles_behaald(examens=examens(Niveau.A2), pips=(pip(), tweede, derde))

    assert stand(afgeschaald, d("2026-01-31")).status == S.LEERROUTE
    nu = stand(afgeschaald, JUNI)
    assert nu.alle_onderdelen_behaald_op == d("2026-02-01")


@rij_voor_rij(
    ("niveaus", "behaald_op"),
    [
        ({}, "2025-08-01"),
        ({"lezen": "B1"}, "2025-08-01"),  # dat vroeg de leerroute al
        ({"lezen": "A2"}, "2026-02-01"),
    ],
)
def test_een_pip_dat_hetzelfde_vraagt_maakt_niet_later_behaald(
    niveaus: dict[str, str], behaald_op: str
) -> None:
    """De uitslag werd later bekend; het tweede PIP was er toen al."""
    tweede = pip(id=2, versie=2, dagtekening=d("2026-02-01"), niveaus=niveaus)

    nu = stand(alles_behaald(pips=(pip(), tweede)), JUNI)
    assert nu.alle_onderdelen_behaald_op == d(behaald_op)


TALEN = ("lezen", "luisteren", "schrijven", "spreken")


@rij_voor_rij(
    ("doelgroep", "participatie_uren", "behaald"),
    [
        pytest.param(ASIEL, 800, True, id="asiel_800_en_800"),
        pytest.param(ASIEL, 799, False, id="asiel_een_uur_te_weinig"),
        pytest.param(GEZIN, 0, True, id="gezin_zonder_participatie"),
    ],
)
def test_z_route_wie_welke_uren(
    doelgroep: Any, participatie_uren: int, behaald: bool
) -> None:
    gevolgd = (uren(800), uren(participatie_uren, Urensoort.PARTICIPATIE))
    nu = stand(z_behaald(doelgroep, uren=gevolgd), d("2026-10-01"))

    assert nu.alle_onderdelen_behaald is behaald


def test_onderwijsroute_is_klaar_zonder_map() -> None:
    diploma = replace(examens()[4], onderdeel=Onderdeel.TAALSCHAKELTRAJECT)
    klaar = alles_behaald(
        pips=(pip(leerroute=ONDERWIJS),), examens=(*examens(), diploma), map=()
    )

    assert stand(klaar, JUNI).status == S.ONDERDELEN_BEHAALD


# --- Leerrouteperiodes ----------------------------------------------------------------


def test_leerrouteperiodes_sluiten_aan() -> None:
    pips = (
        pip(),
        pip(id=2, versie=2, dagtekening=d("2025-06-01")),
        pip(id=3, versie=3, dagtekening=d("2025-09-01"), leerroute=Z),
        pip(id=4, versie=4, dagtekening=d("2026-02-01"), leerroute=B1),
    )
    nu = stand(op_route(pips=pips), JUNI)

    assert nu.leerroute == B1
    assert [
        (p.leerroute, p.begin, p.einde, p.pip_versie) for p in nu.leerrouteperiodes
    ] == [
        (B1, d("2025-03-05"), d("2025-09-01"), 1),
        (Z, d("2025-09-01"), d("2026-02-01"), 3),
        (B1, d("2026-02-01"), None, 4),
    ]


def test_de_volgorde_van_invoer_van_pips_maakt_niet_uit() -> None:
    pips = (
        pip(id=2, versie=2, dagtekening=d("2025-03-05")),
        van_elders(id=3, versie=3, dagtekening=d("2024-06-01"), leerroute=Z),
        pip(id=1, versie=1, dagtekening=d("2025-03-05"), leerroute=ONDERWIJS),
    )
    routes = [p.leerroute for p in stand(op_route(pips=pips), JUNI).leerrouteperiodes]

    assert routes == [Z, ONDERWIJS, B1]


# --- Wat later gebeurde, wordt teruggezet ---------------------------------------------


@rij_voor_rij(
    ("op", "status", "besproken_op", "verstuurd_op"),
    [
        pytest.param("2025-03-02", "concept", None, None, id="opgesteld"),
        pytest.param("2025-03-03", "besproken", "2025-03-03", None, id="besproken"),
        pytest.param("2025-03-05", "vastgesteld", "2025-03-03", None, id="vastgesteld"),
        pytest.param(
            "2025-03-06", "vastgesteld", "2025-03-03", "2025-03-06", id="verstuurd"
        ),
    ],
)
def test_een_pip_zoals_het_toen_was(
    op: str, status: str, besproken_op: str | None, verstuurd_op: str | None
) -> None:
    (toen,) = moment(op_route(), d(op)).feiten.pips

    assert toen.status == PIPStatus(status)
    assert toen.besproken_op == (d(besproken_op) if besproken_op else None)
    assert (toen.akkoord is None) is (besproken_op is None)
    assert toen.verstuurd_op == (d(verstuurd_op) if verstuurd_op else None)


def test_een_pip_van_voor_het_opstellen_bestaat_niet() -> None:
    assert moment(op_route(), d("2025-02-28")).feiten.pips == ()


@rij_voor_rij(
    ("soort", "rij", "op", "veld"),
    [
        ("brede_intakes", intake(), "2025-02-19", "afgerond_op"),
        (
            "aanbod",
            aanbod(begonnen_op=d("2025-04-01")),
            "2025-03-31",
            "begonnen_op",
        ),
        (
            "aanbod",
            aanbod(beeindigd_op=d("2025-05-01"), reden_einde=RedenEindeAanbod.GESTOPT),
            "2025-04-30",
            "beeindigd_op",
        ),
        ("participaties", participatie(einde=d("2025-05-01")), "2025-04-30", "einde"),
        ("pvt", pvt(), "2025-05-31", "ondertekend_op"),
        ("map", map_(), "2025-06-30", "eindgesprek_op"),
    ],
)
def test_wat_nog_niet_was_gebeurd_is_leeg(
    soort: str, rij: Any, op: str, veld: str
) -> None:
    (toen,) = getattr(moment(feiten(**{soort: (rij,)}), d(op)).feiten, soort)
    (erna,) = getattr(moment(feiten(**{soort: (rij,)}), JUNI).feiten, soort)

    assert getattr(toen, veld) is None
    assert getattr(toen, "reden_einde", None) is None
    assert getattr(erna, veld) is not None


@rij_voor_rij(
    ("soort", "rij", "begin"),
    [
        ("brede_intakes", intake(), "2025-02-01"),
        ("leerbaarheidstoetsen", toets(), "2025-02-10"),
        (
            "leerbaarheidstoetsen",
            toets(
                afgenomen_op=None, uitkomst=None, uitzondering=LBTUitzondering.VISUEEL
            ),
            "2025-01-08",
        ),
        ("aanbod", aanbod(), "2025-03-20"),
        ("participaties", participatie(), "2025-04-01"),
        ("uren", uren(10), "2025-04-30"),
        ("gesprekken", gesprek(), "2025-05-01"),
        ("pvt", pvt(), "2025-04-01"),
        ("pvt", pvt(begonnen_op=None), "2025-06-01"),
        ("map", map_(begonnen_op=None), "2025-07-01"),
        ("examens", examens()[0], "2025-08-01"),
        ("z_afrondingen", afronding(), "2026-09-01"),
        ("duo_besluiten", besluit(B.VOLDAAN), "2026-01-15"),
        ("afsluitingen", afsluiting(), "2026-06-01"),
    ],
)
def test_een_feit_bestaat_vanaf_zijn_dag(soort: str, rij: Any, begin: str) -> None:
    dossier = feiten(**{soort: (rij,)})

    for op, aantal in ((d(begin) - DAG, 0), (d(begin), 1), (d(begin) + DAG, 1)):
        assert len(getattr(moment(dossier, op).feiten, soort)) == aantal


@rij_voor_rij(
    ("half",),
    [
        pytest.param(
            concept(dagtekening=d("2025-03-05")), id="concept_met_dagtekening"
        ),
        pytest.param(pip(dagtekening=None), id="vastgesteld_zonder_dagtekening"),
    ],
)
def test_een_half_vastgesteld_pip_telt_niet(half: Any) -> None:
    assert stand(op_route(pips=(half,)), JUNI).status == S.PIP


def test_van_dubbele_rijen_telt_de_eerste_dag() -> None:
    dubbel = op_route(
        pvt=(pvt(), pvt(id=2, ondertekend_op=d("2025-09-01"))),
        map=(map_(eindgesprek_op=d("2025-09-01")), map_(id=2)),
    )
    op = {o.onderdeel: o.gehaald_op for o in stand(dubbel, JUNI).onderdelen}

    assert op[Onderdeel.PVT] == d("2025-06-01")
    assert op[Onderdeel.MAP] == d("2025-07-01")


def test_van_twee_afsluitingen_telt_de_laatste() -> None:
    dicht = (afsluiting(afgesloten_op=d("2026-03-01")), afsluiting(id=2))

    assert moment(op_route(afsluitingen=dicht), JUNI).mijlpalen.afgesloten_op == JUNI


def test_een_rij_zonder_dag_blijft_staan() -> None:
    leeg = pvt(begonnen_op=None, ondertekend_op=None)

    assert moment(feiten(pvt=(leeg,)), JUNI).feiten.pvt == (leeg,)


@rij_voor_rij(
    ("verblijf", "uitstroom", "op", "in_opvang"),
    [
        pytest.param(Verblijfsituatie.OPVANG, None, "2025-06-01", True, id="opvang"),
        pytest.param(
            Verblijfsituatie.GEMEENTE, None, "2025-06-01", False, id="gemeente"
        ),
        pytest.param(
            Verblijfsituatie.GEMEENTE,
            "2025-06-02",
            "2025-06-01",
            True,
            id="dag_voor_vertrek",
        ),
        pytest.param(
            Verblijfsituatie.OPVANG,
            "2025-06-01",
            "2025-06-01",
            False,
            id="dag_van_vertrek",
        ),
    ],
)
def test_in_de_opvang(
    verblijf: Verblijfsituatie, uitstroom: str | None, op: str, in_opvang: bool
) -> None:
    aanmelding = traject(
        verblijfsituatie=verblijf, datum_uitstroom=d(uitstroom) if uitstroom else None
    )

    assert moment(feiten(traject=aanmelding), d(op)).in_opvang is in_opvang


# --- Oordelen -------------------------------------------------------------------------


def oordeel(dossier: Feiten, handeling: Handeling, op: str = "2026-06-01") -> str:
    """De reden van weigering; "" als de handeling kan."""
    gevonden = stand(dossier, d(op)).handelingen[handeling]
    assert gevonden.toegestaan or gevonden.bron
    assert gevonden.toegestaan is (gevonden.reden == "")
    return gevonden.reden


IN_INTAKE = feiten(brede_intakes=(intake(afgerond_op=None),))
NA_INTAKE = feiten(brede_intakes=(intake(),))
MET_TOETS = feiten(brede_intakes=(intake(),), leerbaarheidstoetsen=(toets(),))


@rij_voor_rij(
    ("dossier", "handeling", "reden"),
    [
        pytest.param(
            feiten(), H.TRAJECT_REGISTREREN, "al geregistreerd", id="bestaat_al"
        ),
        pytest.param(feiten(), H.INTAKE_STARTEN, "", id="intake_starten"),
        pytest.param(
            NA_INTAKE, H.INTAKE_STARTEN, "Nu is het: pip opstellen", id="al_gestart"
        ),
        pytest.param(
            feiten(), H.INTAKE_INVULLEN, "Nu is het: aangemeld", id="geen_intake"
        ),
        pytest.param(IN_INTAKE, H.INTAKE_INVULLEN, "", id="intake_invullen"),
        pytest.param(IN_INTAKE, H.INTAKE_AFRONDEN, "", id="intake_afronden"),
        pytest.param(
            feiten(pips=(van_elders(),)),
            H.INTAKE_INVULLEN,
            "Start eerst de brede intake",
            id="pip_van_elders_zonder_intake",
        ),
        pytest.param(
            IN_INTAKE, H.PIP_OPSTELLEN, "Nu is het: brede intake", id="te_vroeg"
        ),
        pytest.param(NA_INTAKE, H.PIP_OPSTELLEN, "", id="pip_opstellen"),
        pytest.param(op_route(), H.PIP_OPSTELLEN, "", id="pip_wijzigen"),
        pytest.param(NA_INTAKE, H.PIP_BESPREKEN, "concept-PIP op", id="geen_concept"),
        pytest.param(
            replace(NA_INTAKE, pips=(concept(),)),
            H.PIP_BESPREKEN,
            "",
            id="pip_bespreken",
        ),
        pytest.param(
            replace(NA_INTAKE, pips=(besproken(),)),
            H.PIP_VASTSTELLEN,
            "leerbaarheidstoets ontbreekt",
            id="geen_toets",
        ),
        pytest.param(
            MET_TOETS, H.PIP_VASTSTELLEN, "concept-PIP op", id="vaststellen_leeg"
        ),
        pytest.param(
            replace(MET_TOETS, pips=(concept(),)),
            H.PIP_VASTSTELLEN,
            "Bespreek het concept-PIP",
            id="niet_besproken",
        ),
        pytest.param(
            replace(MET_TOETS, pips=(besproken(),)),
            H.PIP_VASTSTELLEN,
            "",
            id="vaststellen",
        ),
        pytest.param(
            op_route(leerbaarheidstoetsen=(), pips=(pip(), besproken())),
            H.PIP_VASTSTELLEN,
            "",
            id="tweede_pip_zonder_nieuwe_toets",
        ),
        pytest.param(
            op_route(), H.PIP_VERSTUREN, "geen vastgesteld PIP", id="al_verstuurd"
        ),
        pytest.param(
            op_route(pips=(pip(verstuurd_op=None),)),
            H.PIP_VERSTUREN,
            "",
            id="versturen",
        ),
        pytest.param(
            feiten(pips=(van_elders(verstuurd_op=None),)),
            H.PIP_VERSTUREN,
            "geen vastgesteld PIP",
            id="pip_van_elders_niet_versturen",
        ),
        pytest.param(op_route(), H.AANBOD_DOEN, "", id="aanbod_asiel"),
        pytest.param(
            op_route(traject=traject(doelgroep=GEZIN)),
            H.AANBOD_DOEN,
            "alleen voor asielstatushouders",
            id="aanbod_gezin",
        ),
        pytest.param(
            op_route(), H.AANBOD_STARTEN, "geen aanbod dat nog", id="geen_aanbod"
        ),
        pytest.param(
            op_route(aanbod=(aanbod(),)), H.AANBOD_STARTEN, "", id="aanbod_starten"
        ),
        pytest.param(
            op_route(aanbod=(aanbod(begonnen_op=d("2025-04-01")),)),
            H.AANBOD_STARTEN,
            "geen aanbod dat nog",
            id="aanbod_al_begonnen",
        ),
        pytest.param(
            op_route(aanbod=(aanbod(begonnen_op=d("2025-04-01")),)),
            H.AANBOD_BEEINDIGEN,
            "",
            id="aanbod_beeindigen",
        ),
        pytest.param(
            op_route(aanbod=(aanbod(beeindigd_op=d("2025-04-01")),)),
            H.AANBOD_BEEINDIGEN,
            "geen aanbod dat nog loopt",
            id="aanbod_al_beeindigd",
        ),
        pytest.param(
            op_route(), H.PARTICIPATIE_BEEINDIGEN, "geen duaal traject", id="geen_duaal"
        ),
        pytest.param(
            op_route(participaties=(participatie(),)),
            H.PARTICIPATIE_BEEINDIGEN,
            "",
            id="duaal_beeindigen",
        ),
        pytest.param(
            op_route(
                pips=(pip(), pip(id=2, versie=2, dagtekening=JUNI, verstuurd_op=None))
            ),
            H.PIP_VERSTUREN,
            "",
            id="het_tweede_pip_versturen",
        ),
        pytest.param(
            feiten(
                brede_intakes=(intake(afgerond_op=None), intake(id=2, afgerond_op=JUNI))
            ),
            H.INTAKE_INVULLEN,
            "",
            id="twee_intakes",
        ),
        pytest.param(
            op_route(aanbod=(aanbod(beeindigd_op=JUNI), aanbod(id=2))),
            H.AANBOD_BEEINDIGEN,
            "",
            id="het_tweede_aanbod_loopt_nog",
        ),
        pytest.param(
            op_route(aanbod=(aanbod(beeindigd_op=JUNI), aanbod(id=2))),
            H.AANBOD_STARTEN,
            "",
            id="het_tweede_aanbod_starten",
        ),
        pytest.param(
            op_route(participaties=(participatie(einde=JUNI), participatie(id=2))),
            H.PARTICIPATIE_BEEINDIGEN,
            "",
            id="het_tweede_duale_traject_loopt_nog",
        ),
        pytest.param(
            op_route(pvt=(pvt(), pvt(id=2, ondertekend_op=None))),
            H.PVT_ONDERTEKENEN,
            "",
            id="het_tweede_pvt_loopt_nog",
        ),
        pytest.param(
            op_route(map=(map_(), map_(id=2, eindgesprek_op=None))),
            H.MAP_AFRONDEN,
            "",
            id="de_tweede_map_loopt_nog",
        ),
        pytest.param(
            z_behaald(z_afrondingen=(), uren=(uren(800),)),
            H.ZROUTE_AFRONDEN,
            "aantal uren",
            id="z_alleen_taaluren",
        ),
        pytest.param(feiten(), H.PVT_STARTEN, "", id="pvt_mag_vroeg"),
        pytest.param(
            op_route(pvt=(pvt(),)), H.PVT_STARTEN, "al begonnen", id="pvt_al_gestart"
        ),
        pytest.param(
            op_route(), H.PVT_ONDERTEKENEN, "Start eerst", id="pvt_niet_gestart"
        ),
        pytest.param(
            op_route(pvt=(pvt(ondertekend_op=None),)),
            H.PVT_ONDERTEKENEN,
            "",
            id="ondertekenen",
        ),
        pytest.param(
            op_route(pvt=(pvt(),)),
            H.PVT_ONDERTEKENEN,
            "al ondertekend",
            id="al_ondertekend",
        ),
        pytest.param(
            feiten(pvt=(pvt(ondertekend_op=None),)),
            H.PVT_ONDERTEKENEN,
            "termijn is nog niet begonnen",
            id="ondertekenen_voor_pip",
        ),
        pytest.param(op_route(), H.MAP_STARTEN, "", id="map_starten"),
        pytest.param(
            op_route(pips=(pip(leerroute=ONDERWIJS),)),
            H.MAP_STARTEN,
            "niet bij de onderwijsroute",
            id="map_onderwijsroute",
        ),
        pytest.param(
            op_route(map=(map_(),)), H.MAP_STARTEN, "al begonnen", id="map_dubbel"
        ),
        pytest.param(
            op_route(), H.MAP_AFRONDEN, "Start eerst de MAP", id="map_niet_gestart"
        ),
        pytest.param(
            op_route(map=(map_(eindgesprek_op=None),)),
            H.MAP_AFRONDEN,
            "",
            id="map_afronden",
        ),
        pytest.param(
            op_route(map=(map_(),)), H.MAP_AFRONDEN, "al gevoerd", id="map_al_af"
        ),
        pytest.param(
            op_route(), H.ZROUTE_AFRONDEN, "niet de Z-route", id="z_in_andere_route"
        ),
        pytest.param(
            z_behaald(z_afrondingen=()), H.ZROUTE_AFRONDEN, "", id="z_afronden"
        ),
        pytest.param(
            z_behaald(z_afrondingen=(), pvt=()),
            H.ZROUTE_AFRONDEN,
            "PVT",
            id="z_zonder_pvt",
        ),
        pytest.param(
            z_behaald(z_afrondingen=(), map=()),
            H.ZROUTE_AFRONDEN,
            "MAP",
            id="z_zonder_map",
        ),
        pytest.param(
            z_behaald(z_afrondingen=(), uren=(uren(799),)),
            H.ZROUTE_AFRONDEN,
            "aantal uren",
            id="z_zonder_uren",
        ),
        pytest.param(
            z_behaald(z_afrondingen=(afronding(afgerond_op=JUNI),), pvt=()),
            H.ZROUTE_AFRONDEN,
            "al afgerond",
            id="z_al_af",
        ),
        pytest.param(feiten(), H.TRAJECT_AFSLUITEN, "", id="afsluiten"),
        pytest.param(feiten(), H.TRAJECT_HEROPENEN, "niet afgesloten", id="niet_dicht"),
        pytest.param(
            op_route(afsluitingen=(afsluiting(),)),
            H.EXAMEN_VASTLEGGEN,
            "Heropen het eerst",
            id="dossier_dicht",
        ),
        pytest.param(
            op_route(afsluitingen=(afsluiting(),)),
            H.TRAJECT_HEROPENEN,
            "",
            id="heropenen",
        ),
        pytest.param(
            op_route(duo_besluiten=(besluit(B.VOLDAAN),)),
            H.MAP_STARTEN,
            "alle onderdelen behaald of gevolgd zonder plicht. Nu is het: voldaan volgens duo",
            id="na_voldaan",
        ),
    ],
)
def test_oordeel(dossier: Feiten, handeling: Handeling, reden: str) -> None:
    gevonden = oordeel(dossier, handeling)

    assert reden in gevonden
    assert bool(gevonden) is bool(reden)


@pytest.mark.parametrize("status", list(S), ids=lambda s: s.value)
def test_elke_handeling_krijgt_een_oordeel(status: Trajectstatus) -> None:
    voorbeeld = {
        S.AANGEMELD: feiten(),
        S.INTAKE: IN_INTAKE,
        S.PIP: NA_INTAKE,
        S.LEERROUTE: op_route(),
        S.ONDERDELEN_BEHAALD: alles_behaald(),
        S.OPGESCHORT: op_route(duo_besluiten=(besluit(B.VRIJSTELLING_TIJDELIJK),)),
        S.VOLDAAN: op_route(duo_besluiten=(besluit(B.VOLDAAN),)),
        S.GEEINDIGD: op_route(duo_besluiten=(besluit(B.ONTHEFFING_GEHEEL),)),
        S.GEVOLGD: feiten(
            traject=traject(
                volggrond=Volggrond.VRIJWILLIG,
                datum_plicht=None,
                datum_kennisgeving=None,
            )
        ),
        S.AFGESLOTEN: op_route(afsluitingen=(afsluiting(),)),
    }[status]
    nu = stand(voorbeeld, JUNI)

    assert nu.status == status
    assert set(nu.handelingen) == set(Handeling)
    for handeling, gevonden in nu.handelingen.items():
        if gevonden.toegestaan:
            assert status in HANDELINGEN[handeling].van


def test_weigeren_met_reden_en_artikel() -> None:
    nu = stand(NA_INTAKE, JUNI)

    eis_toegestaan(H.PIP_OPSTELLEN, nu)
    with pytest.raises(NietToegestaan, match="leerbaarheidstoets ontbreekt") as fout:
        eis_toegestaan(H.PIP_VASTSTELLEN, nu)
    assert str(fout.value.bron) == "Wi2021 art. 14"
    assert fout.value.gronden[0].reden == fout.value.reden


def test_wat_van_buiten_komt() -> None:
    assert is_van_buiten(H.EXAMEN_VASTLEGGEN)
    assert not is_van_buiten(H.PIP_VASTSTELLEN)


# --- Ontbrekende feiten ---------------------------------------------------------------


@rij_voor_rij(
    ("dossier", "ontbreekt"),
    [
        pytest.param(feiten(), [], id="aangemeld"),
        pytest.param(IN_INTAKE, ["leerbaarheidstoets"], id="in_de_intake"),
        pytest.param(
            NA_INTAKE,
            ["leerbaarheidstoets", "pip_concept", "pip_besproken"],
            id="na_de_intake",
        ),
        pytest.param(MET_TOETS, ["pip_concept", "pip_besproken"], id="met_toets"),
        pytest.param(
            replace(MET_TOETS, pips=(concept(),)), ["pip_besproken"], id="concept"
        ),
        pytest.param(replace(MET_TOETS, pips=(besproken(),)), [], id="besproken"),
        pytest.param(
            feiten(
                brede_intakes=(intake(),),
                leerbaarheidstoetsen=(
                    toets(
                        afgenomen_op=None,
                        uitkomst=None,
                        uitzondering=LBTUitzondering.AUDITIEF,
                    ),
                ),
            ),
            ["pip_concept", "pip_besproken"],
            id="toets_met_reden_niet_afgenomen",
        ),
        pytest.param(op_route(), [], id="op_de_b1_route"),
        pytest.param(
            op_route(pips=(pip(leerroute=Z),)),
            ["pvt_ondertekend", "map_eindgesprek", "z_uren"],
            id="op_de_z_route",
        ),
        pytest.param(z_behaald(z_afrondingen=()), [], id="klaar_voor_het_eindgesprek"),
        pytest.param(
            z_behaald(pvt=(), z_afrondingen=(afronding(afgerond_op=JUNI),)),
            [],
            id="eindgesprek_al_gevoerd",
        ),
    ],
)
def test_ontbrekende_feiten(dossier: Feiten, ontbreekt: list[str]) -> None:
    gevonden = stand(dossier, JUNI).ontbrekend

    assert [o.feit for o in gevonden] == ontbreekt
    assert all(o.label and str(o.bron) for o in gevonden)


def test_leerroute_en_peildatum_staan_in_de_stand() -> None:
    nu = stand(op_route(), JUNI)

    assert (nu.peildatum, nu.leerroute) == (JUNI, Leerroute.B1)
