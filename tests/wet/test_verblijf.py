"""De groep en het verblijf op een dag: wijzigingen gelden vanaf hun eigen dag."""

from typing import Any

import pytest

from inburgering.wet.begrippen import (
    Asielrechten,
    Doelgroep,
    DUOBesluitsoort,
    GedetailleerdeDoelgroep,
    Herkomst,
    Onderdeel,
    Termijnsoort,
    Urensoort,
    Verblijfsituatie,
    Verhuissoort,
    Volggrond,
)
from inburgering.wet.feiten import Feiten, Verhuizing
from inburgering.wet.handelingen import Handeling
from inburgering.wet.moment import moment
from inburgering.wet.regels import Geval
from inburgering.wet.stand import stand
from inburgering.wet.toetsing import overtredingen, toets
from inburgering.wet.uitkomst import NietToegestaan, Termijn
from inburgering.wet.verblijf import HIER
from tests.elk import rij_voor_rij
from tests.wet.bouw import (
    ASIEL,
    GEZIN,
    aanbod,
    afsluiting,
    besluit,
    d,
    feiten,
    gehoord,
    groepswijziging,
    op_route,
    pip,
    traject,
    uren,
    van_elders,
    verhuizing,
    z_behaald,
)


B, H, T, V = DUOBesluitsoort, Handeling, Termijnsoort, Verhuissoort
DETAIL = GedetailleerdeDoelgroep
VANDAAG = d("2026-06-01")


def meldingen(dossier: Feiten, op: str = "2026-06-01") -> list[str]:
    return [m.tekst for m in stand(dossier, d(op)).meldingen]


def zegt(dossier: Feiten, tekst: str, op: str = "2026-06-01") -> bool:
    return any(tekst in melding for melding in meldingen(dossier, op))


def termijn(dossier: Feiten, soort: Termijnsoort, op: str) -> Termijn | None:
    return next((t for t in stand(dossier, d(op)).termijnen if t.soort == soort), None)


def uitslag(dossier: Feiten, handeling: Handeling, **gegevens: Any) -> str:
    """Wat de toets zegt: de weigering, de tegenstrijdigheid of de melding, of niets."""
    try:
        gevonden = toets(handeling, dossier, gegevens, VANDAAG)
    except NietToegestaan as fout:
        return f"geweigerd {fout.veld}"
    return " ".join(("! " if m.tegenstrijdig else "") + m.tekst for m in gevonden)


# --- De groep -------------------------------------------------------------------------


@rij_voor_rij(
    ("op", "groep"),
    [
        ("2026-01-14", ASIEL),
        ("2026-01-15", GEZIN),
        ("2026-02-28", GEZIN),
        ("2026-03-01", ASIEL),
    ],
)
def test_de_groep_geldt_vanaf_haar_ingang(op: str, groep: Doelgroep) -> None:
    terug = groepswijziging(id=2, ingang=d("2026-03-01"), doelgroep=ASIEL)
    dossier = feiten(groepen=(terug, groepswijziging()))

    assert stand(dossier, d(op)).doelgroep == groep
    assert dossier.traject.doelgroep == ASIEL


def test_op_een_dag_geldt_de_laatst_vastgelegde() -> None:
    eerst, later = groepswijziging(id=1), groepswijziging(id=2, doelgroep=ASIEL)

    assert stand(feiten(groepen=(later, eerst)), VANDAAG).doelgroep == ASIEL


@rij_voor_rij(
    ("groep", "nieuw", "detail"),
    [
        pytest.param(GEZIN, DETAIL.GEZINSHERENIGER, DETAIL.GEZINSHERENIGER, id="nieuw"),
        pytest.param(GEZIN, None, None, id="andere_groep_oude_indeling_weg"),
        pytest.param(ASIEL, None, DETAIL.ASIELSTATUSHOUDER, id="zelfde_groep_blijft"),
    ],
)
def test_de_indeling_van_duo_hoort_bij_de_groep(
    groep: Doelgroep, nieuw: GedetailleerdeDoelgroep, detail: GedetailleerdeDoelgroep
) -> None:
    bekend = traject(gedetailleerde_doelgroep=DETAIL.ASIELSTATUSHOUDER)
    wijziging = groepswijziging(doelgroep=groep, gedetailleerde_doelgroep=nieuw)
    m = moment(feiten(traject=bekend, groepen=(wijziging,)), VANDAAG)

    assert m.traject.gedetailleerde_doelgroep == detail


@rij_voor_rij(
    ("op", "nodig"),
    [("2026-01-14", True), ("2026-01-15", False), ("2026-01-16", False)],
)
def test_de_uren_participatie_volgen_de_groep(op: str, nodig: bool) -> None:
    dossier = z_behaald(groepen=(groepswijziging(),))
    delen = {o.onderdeel for o in stand(dossier, d(op)).onderdelen}

    assert (Onderdeel.PARTICIPATIE_UREN in delen) is nodig


@rij_voor_rij(
    ("ingang", "behaald"), [("2026-08-15", "2026-09-01"), ("2026-09-20", "2026-09-20")]
)
def test_alles_is_niet_eerder_behaald_dan_de_groep_het_vraagt(
    ingang: str, behaald: str
) -> None:
    taal = (uren(800, tot_en_met=d("2026-05-31")),)
    dossier = z_behaald(uren=taal, groepen=(groepswijziging(ingang=d(ingang)),))

    assert stand(dossier, d("2026-10-01")).alle_onderdelen_behaald_op == d(behaald)


def test_een_groep_die_niets_anders_vraagt_verschuift_niets() -> None:
    participatie = uren(800, Urensoort.PARTICIPATIE, id=2, tot_en_met=d("2026-05-31"))
    dossier = z_behaald(
        uren=(uren(800, tot_en_met=d("2026-05-31")), participatie),
        groepen=(groepswijziging(ingang=d("2026-09-20"), doelgroep=ASIEL),),
    )

    behaald = stand(dossier, d("2026-10-01")).alle_onderdelen_behaald_op
    assert behaald == d("2026-09-01")


@rij_voor_rij(("groep", "plicht"), [(ASIEL, True), (GEZIN, False)])
def test_het_aanbod_volgt_de_groep(groep: Doelgroep, plicht: bool) -> None:
    dossier = op_route(groepen=(groepswijziging(doelgroep=groep),))

    assert bool(termijn(dossier, T.AANBOD, "2026-06-01")) is plicht
    assert zegt(dossier, f"Sinds 15-01-2026 is de groep: {groep.label}")


@rij_voor_rij(
    ("gegevens", "tekst"),
    [
        pytest.param({"doelgroep": GEZIN}, "", id="duo"),
        pytest.param({"herkomst": Herkomst.DUO, "doelgroep": GEZIN}, "", id="van_duo"),
        pytest.param(
            {"herkomst": Herkomst.INBURGERAAR, "doelgroep": GEZIN},
            "! DUO bepaalt de groep",
            id="van_de_inburgeraar",
        ),
        pytest.param({"doelgroep": ASIEL}, "De groep was al", id="zelfde"),
        pytest.param(
            {"doelgroep": ASIEL, "gedetailleerde_doelgroep": DETAIL.GEZINSHERENIGER},
            "",
            id="zelfde_groep_andere_indeling",
        ),
        pytest.param(
            {"doelgroep": GEZIN, "asielrechten": Asielrechten.BEHOUD},
            "past de groep Asielstatushouder",
            id="rechten_van_asiel",
        ),
        pytest.param(
            {"doelgroep": GEZIN, "asielrechten": Asielrechten.GEZIN_TOEGEKEND},
            "",
            id="rechten_van_gezin",
        ),
        pytest.param({"asielrechten": Asielrechten.BEHOUD}, "", id="geen_groep"),
        pytest.param(
            {"doelgroep": GEZIN, "ingang": d("2025-01-02")},
            "! De wijziging (02-01-2025) ligt voor",
            id="voor_de_plicht",
        ),
        pytest.param(
            {"doelgroep": GEZIN, "ingang": d("2025-01-03")}, "", id="op_de_plicht"
        ),
        pytest.param(
            {"doelgroep": GEZIN, "ingang": d("2027-01-01")}, "", id="later_dan_vandaag"
        ),
    ],
)
def test_wat_duo_over_de_groep_meldt(gegevens: dict[str, Any], tekst: str) -> None:
    gevonden = uitslag(feiten(), H.GROEP_WIJZIGEN, **gegevens)

    assert tekst in gevonden
    assert bool(gevonden) is bool(tekst)


def test_een_groep_zonder_bekende_plicht_kan_niet_te_vroeg_zijn() -> None:
    onbekend = feiten(traject=traject(datum_plicht=None))

    assert not uitslag(
        onbekend, H.GROEP_WIJZIGEN, doelgroep=GEZIN, ingang=d("2020-01-01")
    )


# --- Vestiging: wat de tien weken start -----------------------------------------------

IN_OPVANG = traject(verblijfsituatie=Verblijfsituatie.OPVANG, datum_inschrijving=None)


@rij_voor_rij(
    ("op", "begonnen"),
    [("2026-01-31", False), ("2026-02-01", True), ("2026-02-02", True)],
)
def test_uit_de_opvang_verhuizen_start_de_tien_weken(op: str, begonnen: bool) -> None:
    dossier = feiten(traject=IN_OPVANG, verhuizingen=(verhuizing(V.UIT_OPVANG),))
    pip_termijn = termijn(dossier, T.PIP, op)

    assert bool(pip_termijn) is begonnen
    assert moment(dossier, d(op)).in_opvang is not begonnen
    if pip_termijn:
        assert (pip_termijn.begin, pip_termijn.uiterlijk) == (
            d("2026-02-01"),
            d("2026-04-13"),
        )


@rij_voor_rij(
    ("ingeschreven", "telt"),
    [
        pytest.param(None, "2026-02-01", id="niet_ingevuld"),
        pytest.param("2024-05-01", "2026-02-01", id="eerder_hier_gewoond"),
        pytest.param("2026-02-04", "2026-02-04", id="later_ingeschreven"),
    ],
)
def test_uit_een_andere_gemeente_tellen_de_weken_vanaf_de_inschrijving_hier(
    ingeschreven: str | None, telt: str
) -> None:
    aanmelding = traject(datum_inschrijving=ingeschreven and d(ingeschreven))
    dossier = feiten(traject=aanmelding, verhuizingen=(verhuizing(V.UIT_GEMEENTE),))
    pip_termijn = termijn(dossier, T.PIP, "2026-03-01")

    assert pip_termijn is not None
    assert pip_termijn.begin == d(telt)


@rij_voor_rij(("soort",), [V.BINNEN, V.OPVANGLOCATIE])
def test_binnen_de_gemeente_en_tussen_opvanglocaties_verandert_de_klok_niet(
    soort: Verhuissoort,
) -> None:
    zonder, met = feiten(), feiten(verhuizingen=(verhuizing(soort),))

    assert moment(met, VANDAAG).traject == moment(zonder, VANDAAG).traject


def test_de_laatste_verhuizing_telt_ook_als_zij_eerder_in_de_rij_staat() -> None:
    terug = verhuizing(V.UIT_GEMEENTE, id=2, verhuisd_op=d("2026-03-01"))
    dossier = feiten(verhuizingen=(terug, verhuizing(V.NAAR_GEMEENTE)))

    assert not termijn(dossier, T.OVERDRACHT, "2026-06-01")
    assert termijn(dossier, T.OVERDRACHT, "2026-02-28")


# --- Wegverhuizen ---------------------------------------------------------------------


@rij_voor_rij(
    ("op", "weg"), [("2026-01-31", False), ("2026-02-01", True), ("2026-02-02", True)]
)
def test_wie_vertrekt_hoeft_geen_eigen_planning_meer(op: str, weg: bool) -> None:
    dossier = op_route(verhuizingen=(verhuizing(V.NAAR_GEMEENTE),))
    soorten = {t.soort for t in stand(dossier, d(op)).termijnen if t.open}

    assert (T.VOORTGANGSGESPREK not in soorten) is weg
    assert (T.AANBOD not in soorten) is weg
    assert T.INBURGERINGSTERMIJN in soorten


def test_wat_klaar_was_blijft_staan_na_een_vertrek() -> None:
    dossier = op_route(aanbod=(aanbod(),), verhuizingen=(verhuizing(V.NAAR_GEMEENTE),))
    gedaan = termijn(dossier, T.AANBOD, "2026-06-01")

    assert gedaan is not None
    assert not gedaan.open


def test_overdragen_staat_open_tot_het_is_gebeurd() -> None:
    weg = verhuizing(V.NAAR_GEMEENTE, overgedragen_op=d("2026-02-10"))
    dossier = op_route(verhuizingen=(weg,))

    ervoor = termijn(dossier, T.OVERDRACHT, "2026-02-09")
    erna = termijn(dossier, T.OVERDRACHT, "2026-02-10")
    assert ervoor is not None
    assert erna is not None
    assert (ervoor.open, ervoor.uiterlijk) == (True, d("2026-02-14"))
    assert erna.voldaan_op == d("2026-02-10")
    assert not erna.wettelijk
    assert zegt(dossier, "Draag het dossier warm over", "2026-02-09")
    assert zegt(dossier, "Sluit dit dossier", "2026-02-10")
    dicht = op_route(verhuizingen=(weg,), afsluitingen=(afsluiting(),))
    assert not zegt(dicht, "Verhuisd naar een andere gemeente")


@rij_voor_rij(
    ("op", "open_"),
    [("2026-03-01", True), ("2026-03-31", True), ("2026-04-01", False)],
)
def test_inzage_tot_het_nieuwe_pip_een_maand_oud_is(op: str, open_: bool) -> None:
    nieuw = van_elders(
        id=2, versie=2, dagtekening=d("2026-03-01"), opgesteld_op=d("2026-03-01")
    )
    dossier = op_route(pips=(pip(), nieuw), verhuizingen=(verhuizing(V.NAAR_GEMEENTE),))
    inzage = termijn(dossier, T.INZAGE, op)

    assert inzage is not None
    assert (inzage.uiterlijk, inzage.einde) == (d("2026-03-31"), d("2026-04-01"))
    assert inzage.open is open_
    assert not inzage.wettelijk


@rij_voor_rij(
    ("pips",),
    [
        pytest.param((pip(),), id="alleen_ons_pip"),
        pytest.param((van_elders(),), id="pip_van_voor_de_verhuizing"),
    ],
)
def test_zonder_pip_van_de_nieuwe_gemeente_is_het_einde_van_de_inzage_onbekend(
    pips: tuple[Any, ...],
) -> None:
    dossier = op_route(pips=pips, verhuizingen=(verhuizing(V.NAAR_GEMEENTE),))

    assert termijn(dossier, T.INZAGE, "2026-06-01") is None


def test_zonder_verhuizing_is_er_geen_inzage_of_overdracht() -> None:
    for dossier in (op_route(), op_route(verhuizingen=(verhuizing(V.BUITENLAND),))):
        assert termijn(dossier, T.INZAGE, "2026-06-01") is None
        assert termijn(dossier, T.OVERDRACHT, "2026-06-01") is None


@rij_voor_rij(
    ("op", "tekst"),
    [
        ("2026-02-01", "langer dan 1 jaar duurt (na 01-02-2027)"),
        ("2027-02-01", "langer dan 1 jaar duurt (na 01-02-2027)"),
        ("2027-02-02", "langer dan 1 jaar geleden"),
    ],
)
def test_wie_naar_het_buitenland_ging_blijft_een_jaar_plichtig(
    op: str, tekst: str
) -> None:
    assert zegt(op_route(verhuizingen=(verhuizing(V.BUITENLAND),)), tekst, op)


@pytest.mark.parametrize(
    "klaar",
    [
        {"duo_besluiten": (besluit(B.ONTHEFFING_GEHEEL, "2026-03-01"),)},
        {"afsluitingen": (afsluiting(),)},
    ],
    ids=["geeindigd", "dicht"],
)
def test_na_het_einde_zegt_een_vertrek_niets_meer(klaar: dict[str, Any]) -> None:
    dossier = op_route(verhuizingen=(verhuizing(V.BUITENLAND),), **klaar)

    assert not zegt(dossier, "Uit Nederland vertrokken")


def test_uit_een_andere_gemeente_vraagt_men_het_pip_op() -> None:
    van_ver = (verhuizing(V.UIT_GEMEENTE),)
    vraag = "Komt uit een andere gemeente"

    assert zegt(feiten(verhuizingen=van_ver), vraag)
    assert not zegt(op_route(verhuizingen=van_ver, pips=(van_elders(),)), vraag)
    klaar = (besluit(B.ONTHEFFING_GEHEEL),)
    assert not zegt(feiten(verhuizingen=van_ver, duo_besluiten=klaar), vraag)
    leeg: dict[str, Any] = {"datum_plicht": None, "datum_kennisgeving": None}
    vrij = traject(volggrond=Volggrond.VRIJWILLIG, **leeg)
    assert not zegt(feiten(traject=vrij, verhuizingen=van_ver), vraag)
    assert not zegt(feiten(), vraag)


# --- Wat men over een verhuizing vastlegt ---------------------------------------------


@rij_voor_rij(
    ("dossier", "gegevens", "tekst"),
    [
        pytest.param(feiten(), {"soort": V.BINNEN}, "", id="binnen"),
        pytest.param(
            feiten(), {"soort": V.NAAR_GEMEENTE}, "geweigerd gemeente_code", id="welke"
        ),
        pytest.param(
            feiten(), {"soort": V.UIT_GEMEENTE}, "geweigerd gemeente_code", id="vanwaar"
        ),
        pytest.param(
            feiten(),
            {"soort": V.NAAR_GEMEENTE, "gemeente_code": "0546"},
            "",
            id="naar_leiden",
        ),
        pytest.param(feiten(), {"soort": V.UIT_OPVANG}, "! Bij de aanmeld", id="geen"),
        pytest.param(
            feiten(), {"soort": V.OPVANGLOCATIE}, "! Bij de aanmeld", id="niet_daar"
        ),
        pytest.param(
            feiten(traject=IN_OPVANG), {"soort": V.UIT_OPVANG}, "", id="uit_opvang"
        ),
        pytest.param(
            feiten(traject=traject(datum_uitstroom=d("2026-05-01"))),
            {"soort": V.UIT_OPVANG},
            "",
            id="zoals_verwacht",
        ),
        pytest.param(
            feiten(verhuizingen=(verhuizing(V.BUITENLAND),)),
            {"soort": V.BUITENLAND},
            "! Er is al een vertrek vastgelegd, op 01-02-2026",
            id="tweemaal_weg",
        ),
        pytest.param(
            feiten(verhuizingen=(verhuizing(V.UIT_GEMEENTE),)),
            {"soort": V.UIT_GEMEENTE, "gemeente_code": "0546"},
            "! De persoon kwam al op 01-02-2026 uit een andere gemeente",
            id="tweemaal_hier",
        ),
        pytest.param(
            feiten(
                verhuizingen=(
                    verhuizing(V.UIT_GEMEENTE, verhuisd_op=d("2025-03-01")),
                    verhuizing(V.NAAR_GEMEENTE, id=2),
                )
            ),
            {"soort": V.UIT_GEMEENTE, "gemeente_code": "0546"},
            "",
            id="weg_en_terug",
        ),
        *(
            pytest.param(
                feiten(
                    traject=IN_OPVANG, verhuizingen=(verhuizing(V.UIT_OPVANG),)
                ),
                {"soort": soort, "verhuisd_op": d(dag)},
                "! Het vertrek uit de opvang is al" if botst else "",
                id=f"{soort}_{dag}",
            )
            for soort, dag, botst in (
                (V.UIT_OPVANG, "2026-02-02", True),
                (V.OPVANGLOCATIE, "2026-02-02", True),
                (V.OPVANGLOCATIE, "2026-01-31", False),
                (V.BINNEN, "2026-02-02", False),
            )
        ),
        pytest.param(
            feiten(verhuizingen=(verhuizing(V.BUITENLAND),)),
            {"soort": V.BINNEN},
            "",
            id="weg_en_binnen",
        ),
        pytest.param(
            feiten(), {"soort": V.BINNEN, "verhuisd_op": d("2026-06-02")},
            "geweigerd verhuisd_op", id="toekomst",
        ),
    ],
)  # fmt: skip
def test_een_verhuizing_vastleggen(
    dossier: Feiten, gegevens: dict[str, Any], tekst: str
) -> None:
    gevonden = uitslag(
        dossier, H.VERHUIZING_VASTLEGGEN, **{"verhuisd_op": VANDAAG} | gegevens
    )

    assert gevonden.startswith(tekst)
    assert bool(gevonden) is bool(tekst)


@rij_voor_rij(
    ("rij", "mag"),
    [
        (verhuizing(V.NAAR_GEMEENTE), True),
        (verhuizing(V.UIT_GEMEENTE), True),
        (verhuizing(V.NAAR_GEMEENTE, overgedragen_op=VANDAAG), False),
        (verhuizing(V.BINNEN), False),
    ],
)
def test_alleen_tussen_gemeenten_wordt_overgedragen(rij: Verhuizing, mag: bool) -> None:
    oordeel = stand(feiten(verhuizingen=(rij,)), VANDAAG)

    assert oordeel.handelingen[H.VERHUIZING_OVERDRAGEN].toegestaan is mag


# --- Wat na een verhuizing hier nog kan -----------------------------------------------

WEG_OP = d("2026-02-01")
NAAR = (verhuizing(V.NAAR_GEMEENTE, verhuisd_op=WEG_OP),)
TERUG = (*NAAR, verhuizing(V.UIT_GEMEENTE, id=2, verhuisd_op=d("2026-03-01")))
BESLUIT: dict[str, Any] = {
    "besluit_op": d("2026-05-01"), "verwijtbaarheid": "aanhoudend", "bedrag": 100,
    "draagkracht_bekeken": True, "besloten_door": 8,
}  # fmt: skip


@rij_voor_rij(
    ("verhuizingen", "op", "nu", "hier"),
    [
        (NAAR, "2026-01-31", "2026-06-01", True),
        (NAAR, "2026-02-01", "2026-06-01", False),
        (NAAR, "2026-02-02", "2026-06-01", False),
        ((), "2026-02-02", "2026-06-01", True),
        (TERUG, "2026-03-02", "2026-06-01", True),
        ((verhuizing(V.BUITENLAND),), "2026-02-02", "2026-06-01", True),
        ((verhuizing(V.BINNEN),), "2026-02-02", "2026-06-01", True),
    ],
)
def test_na_de_verhuizing_is_de_nieuwe_gemeente_aan_zet(
    verhuizingen: tuple[Verhuizing, ...], op: str, nu: str, hier: bool
) -> None:
    dossier = op_route(verhuizingen=verhuizingen)
    for handeling, veld in HIER.items():
        geval = Geval(handeling, moment(dossier, d(nu)), {veld: d(op)}, None)
        redenen = [
            o
            for o in overtredingen(geval)
            if o.betekenis == "niet na de verhuizing"
        ]  # fmt: skip
        assert bool(redenen) is not hier, handeling
        for o in redenen:
            assert (o.weigert, o.veld) == (True, veld)
            assert str(o.bron) == "Wi2021 art. 14 en 15; Besluit art. 5.3"


@rij_voor_rij(
    ("gebeurd_op", "besluit", "geweigerd"),
    [
        ("2026-01-31", "boete", False),
        ("2026-02-01", "boete", True),
        ("2026-02-01", "geen_sanctie", False),
    ],
)
def test_geen_sanctie_om_wat_na_de_verhuizing_gebeurde(
    gebeurd_op: str, besluit: str, geweigerd: bool
) -> None:
    rij = gehoord(gebeurd_op=d(gebeurd_op), cautie_op=d("2026-03-01"),
                  rapport_op=d("2026-03-01"), zienswijze_op=d("2026-04-01"),
                  getoetst_op=d("2026-04-01"))  # fmt: skip
    dossier = op_route(verhuizingen=NAAR, handhavingen=(rij,))
    gegevens = BESLUIT | {"id": 1, "besluit": besluit}
    gezegd = uitslag(dossier, H.HANDHAVING_BESLUITEN, **gegevens)

    assert (gezegd == "geweigerd besluit") is geweigerd


@rij_voor_rij(
    ("verhuizingen", "loopt"),
    [((), True), (NAAR, False), (TERUG, True), ((verhuizing(V.BUITENLAND),), True)],
)
def test_de_tijd_voor_het_pip_is_na_een_verhuizing_van_de_nieuwe_gemeente(
    verhuizingen: tuple[Verhuizing, ...], loopt: bool
) -> None:
    zonder = feiten(verhuizingen=verhuizingen)
    met = op_route(verhuizingen=verhuizingen)

    assert (termijn(zonder, T.PIP, "2026-06-01") is not None) is loopt
    assert (termijn(met, T.LEERROUTE_WIJZIGEN, "2026-06-01") is not None) is loopt
    assert (termijn(met, T.VERLENGING_VRAGEN, "2027-10-01") is not None) is loopt
    assert termijn(met, T.INBURGERINGSTERMIJN, "2026-06-01") is not None
    assert termijn(met, T.PIP, "2026-06-01") is not None  # wat klaar is, blijft
