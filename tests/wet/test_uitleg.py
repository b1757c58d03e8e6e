"""Elke uitkomst noemt de feiten waar zij op rust, met hun naam."""

from typing import Any

import pytest

from inburgering.wet import parameters
from inburgering.wet.begrippen import (
    DUOBesluitsoort,
    Onderdeel,
    Termijnsoort,
    Urensoort,
    Verblijfsituatie,
)
from inburgering.wet.feiten import SOORTEN, Feiten, Instelling
from inburgering.wet.handelingen import Handeling
from inburgering.wet.moment import moment
from inburgering.wet.stand import stand
from inburgering.wet.uitkomst import Gebruikt
from inburgering.wet.uitleg import SOORTLABELS, VAN_HANDELING, leerroute
from tests.elk import rij_voor_rij
from tests.wet.bouw import (
    GEZIN,
    Z,
    aanbod,
    afronding,
    besluit,
    d,
    examen,
    feiten,
    gesprek,
    intake,
    map_,
    op_route,
    pip,
    pvt,
    traject,
    uren,
    z_behaald,
)


H, T, S = Handeling, Termijnsoort, DUOBesluitsoort
OP = "2025-06-02"
EERSTE = ("Dagtekening van het eerste PIP", d("2025-03-05"))


def test_elke_soort_feit_heeft_een_naam() -> None:
    assert set(SOORTLABELS) == set(SOORTEN)


def van_termijn(dossier: Feiten, soort: Termijnsoort, op: str) -> tuple[Gebruikt, ...]:
    return next(t for t in stand(dossier, d(op)).termijnen if t.soort == soort).gebruikt


@rij_voor_rij(
    ("dossier", "soort", "op", "gebruikt"),
    [
        pytest.param(
            feiten(traject=traject(datum_uitstroom=d("2025-01-20"))),
            T.PIP,
            "2025-02-01",
            (
                ("De dag na de kennisgeving van DUO", d("2025-01-11")),
                ("Inschrijving in de gemeente", d("2025-01-05")),
                ("Vertrek uit de opvang", d("2025-01-20")),
                ("Duur", "10 weken"),
                ("Zonder weekend of feestdag was de laatste dag", d("2025-03-30")),
            ),
            id="tien_weken",
        ),
        pytest.param(
            feiten(
                traject=traject(
                    informatie_derden_nodig=True, informatie_derden_op=d("2025-03-20")
                )
            ),
            T.PIP,
            "2025-03-21",
            (
                ("De dag na de kennisgeving van DUO", d("2025-01-11")),
                ("Inschrijving in de gemeente", d("2025-01-05")),
                ("Informatie van derden ontvangen", d("2025-03-20")),
                ("Duur", "2 weken"),
            ),
            id="informatie_van_derden",
        ),
        pytest.param(
            feiten(traject=traject(datum_kennisgeving=None)),
            T.INTAKE,
            "2025-02-01",
            (("Koppeling of registratie", d("2025-01-08")), ("Duur", "6 weken")),
            id="intake_zonder_klok",
        ),
        pytest.param(
            op_route(),
            T.INBURGERINGSTERMIJN,
            OP,
            (EERSTE, ("Duur", "3 jaar")),
            id="drie_jaar",
        ),
        pytest.param(
            op_route(
                duo_besluiten=(
                    besluit(S.VERLENGING, "2027-12-01", einddatum=d("2028-09-06")),
                )
            ),
            T.INBURGERINGSTERMIJN,
            "2028-01-01",
            (
                EERSTE,
                ("Besluit van DUO", d("2027-12-01")),
                ("Laatste dag volgens DUO", d("2028-09-05")),
            ),
            id="verlengd",
        ),
        pytest.param(
            op_route(
                duo_besluiten=(
                    besluit(
                        S.VRIJSTELLING_TIJDELIJK,
                        "2025-05-01",
                        einddatum=d("2025-05-31"),
                    ),
                )
            ),
            T.INBURGERINGSTERMIJN,
            OP,
            (EERSTE, ("Duur", "3 jaar"), ("Dagen stilstand", 30)),
            id="stilstand",
        ),
        pytest.param(
            op_route(pips=(pip(verstuurd_op=None),)),
            T.PIP_VERSTUREN,
            OP,
            (("Dagtekening", d("2025-03-05")), ("Duur", "7 dagen")),
            id="versturen",
        ),
        pytest.param(
            op_route(pips=(pip(verstuurd_op=d("2025-03-08")),)),
            T.PIP_BEZWAAR,
            OP,
            (
                ("PIP verstuurd", d("2025-03-08")),
                ("Duur", "6 weken"),
                (
                    "Zonder weekend of feestdag was de laatste dag",
                    d("2025-04-19"),
                ),
            ),
            id="verschoven_om_pasen",
        ),
        pytest.param(
            op_route(gesprekken=(gesprek(volgend_gesprek_op=d("2025-07-01")),)),
            T.VOORTGANGSGESPREK,
            OP,
            (
                ("Vorige gesprek", d("2025-05-01")),
                ("Volgend gesprek gepland", d("2025-07-01")),
            ),
            id="gesprek_gepland",
        ),
        pytest.param(
            op_route(gesprekken=(gesprek(),)),
            T.VOORTGANGSGESPREK,
            OP,
            (("Vorige gesprek", d("2025-05-01")), ("Duur", "13 weken")),
            id="gesprek_gevoerd",
        ),
        pytest.param(
            op_route(),
            T.VOORTGANGSGESPREK,
            OP,
            (EERSTE, ("Duur", "13 weken")),
            id="nog_geen_gesprek",
        ),
        pytest.param(
            op_route(),
            T.AANBOD,
            OP,
            (("PIP met de B1-route", d("2025-03-05")), ("Duur", "4 weken")),
            id="aanbod",
        ),
    ],
)
def test_een_termijn_noemt_haar_feiten(
    dossier: Feiten, soort: Termijnsoort, op: str, gebruikt: tuple[Gebruikt, ...]
) -> None:
    assert van_termijn(dossier, soort, op) == gebruikt


def test_een_termijn_zegt_dat_de_gemeente_het_getal_instelde() -> None:
    eigen = Instelling(
        naam="leerroute_wijzigen_maanden",
        waarde=24,
        geldig_vanaf=d("2025-03-06"),
        vastgelegd_op=d("2025-03-01"),
    )

    gebruikt = van_termijn(op_route(instellingen=(eigen,)), T.LEERROUTE_WIJZIGEN, OP)

    assert gebruikt[:2] == (
        EERSTE,
        ("Duur", "24 maanden, ingesteld door de gemeente per 6 maart 2025"),
    )


def test_een_enkele_week_heet_een_week() -> None:
    rij = parameters.Parameter("x", 1, "weken", parameters._eigen(), "proef")
    vreemd = parameters.Parameter("x", 1, "pogingen", parameters._eigen(), "proef")

    assert (rij.duur, vreemd.duur) == ("1 week", "1 pogingen")


# --- Onderdelen -----------------------------------------------------------------------

VRAAGT_B1 = ("Niveau dat het PIP vraagt", "B1")


@rij_voor_rij(
    ("velden", "onderdeel", "gebruikt"),
    [
        ({}, Onderdeel.LEZEN, (VRAAGT_B1,)),
        (
            {"examens": (examen(afgelegd_op=d("2025-05-01")),)},
            Onderdeel.LEZEN,
            (VRAAGT_B1, ("Examen gehaald", d("2025-05-01"))),
        ),
        (
            {"examens": (examen(afgelegd_op=d("2025-05-01"), resultaat="gezakt"),)},
            Onderdeel.LEZEN,
            (VRAAGT_B1, ("Laatste poging", d("2025-05-01"))),
        ),
        ({}, Onderdeel.KNM, (("Vastgelegd", "nog niets"),)),
        ({}, Onderdeel.PVT, (("Vastgelegd", "nog niets"),)),
        (
            {"pvt": (pvt(begonnen_op=d("2025-04-01"), ondertekend_op=None),)},
            Onderdeel.PVT,
            (("Begonnen", d("2025-04-01")),),
        ),
        (
            {
                "pvt": (
                    pvt(begonnen_op=d("2025-04-01"), ondertekend_op=d("2025-05-01")),
                )
            },
            Onderdeel.PVT,
            (("Begonnen", d("2025-04-01")), ("Ondertekend", d("2025-05-01"))),
        ),
        (
            {"map": (map_(begonnen_op=None, eindgesprek_op=d("2025-05-01")),)},
            Onderdeel.MAP,
            (("Eindgesprek", d("2025-05-01")),),
        ),
        (
            {"pips": (pip(leerroute=Z),), "uren": (uren(50), uren(9, Urensoort.KNM))},
            Onderdeel.TAALUREN,
            (("Uren die meetellen", 59), ("Uren die nodig zijn", 800)),
        ),
        (
            {
                "pips": (pip(leerroute=Z),),
                "z_afrondingen": (afronding(afgerond_op=d("2025-05-01")),),
            },
            Onderdeel.EINDGESPREK_Z,
            (("Eindgesprek", d("2025-05-01")),),
        ),
        (
            {"pips": (pip(leerroute=Z),)},
            Onderdeel.EINDGESPREK_Z,
            (("Vastgelegd", "nog niets"),),
        ),
        (
            {
                "duo_besluiten": (
                    besluit(
                        S.ONTHEFFING_GEDEELTELIJK,
                        "2025-05-01",
                        onderdeel=Onderdeel.KNM,
                    ),
                )
            },
            Onderdeel.KNM,
            (("Besluit van DUO", d("2025-05-01")),),
        ),
    ],
)
def test_een_onderdeel_noemt_zijn_feiten(
    velden: dict[str, Any], onderdeel: Onderdeel, gebruikt: tuple[Gebruikt, ...]
) -> None:
    delen = stand(op_route(**velden), d(OP)).onderdelen

    assert next(o for o in delen if o.onderdeel == onderdeel).gebruikt == gebruikt


# --- Weigeringen en wat ontbreekt -----------------------------------------------------


@rij_voor_rij(
    ("dossier", "handeling", "gebruikt"),
    [
        pytest.param(
            feiten(), H.PIP_BESPREKEN, (("Stand", "Aangemeld"),), id="door_de_stand"
        ),
        pytest.param(
            feiten(brede_intakes=(intake(),)),
            H.PIP_BESPREKEN,
            (("PIP", "niet vastgelegd"),),
            id="er_is_er_geen",
        ),
        pytest.param(
            feiten(brede_intakes=(intake(),)),
            H.PIP_VASTSTELLEN,
            (("Leerbaarheidstoets", "niet vastgelegd"),),
            id="ander_feit",
        ),
        pytest.param(
            op_route(pvt=(pvt(begonnen_op=d("2025-04-01")),)),
            H.PVT_STARTEN,
            (("PVT", d("2025-04-01")),),
            id="de_dag_van_wat_er_is",
        ),
        pytest.param(
            op_route(traject=traject(doelgroep=GEZIN)),
            H.AANBOD_DOEN,
            (("Groep", "Gezinsmigrant of overige migrant"),),
            id="groep",
        ),
        pytest.param(
            op_route(),
            H.ZROUTE_AFRONDEN,
            (("Leerroute", "B1-route"),),
            id="leerroute",
        ),
        pytest.param(
            op_route(pips=(pip(leerroute=Z),)),
            H.ZROUTE_AFRONDEN,
            (("Participatieverklaringstraject (PVT)", "nog niet begonnen"),),
            id="onderdelen",
        ),
    ],
)
def test_een_weigering_noemt_haar_feiten(
    dossier: Feiten, handeling: Handeling, gebruikt: tuple[Gebruikt, ...]
) -> None:
    oordeel = stand(dossier, d(OP)).handelingen[handeling]

    assert not oordeel.toegestaan
    assert oordeel.gebruikt == gebruikt


def test_wat_ontbreekt_noemt_zijn_feiten() -> None:
    ontbrekend = stand(feiten(brede_intakes=(intake(),)), d(OP)).ontbrekend

    assert {o.feit: o.gebruikt for o in ontbrekend} == {
        "leerbaarheidstoets": (("Leerbaarheidstoets", "niet vastgelegd"),),
        "pip_concept": (("PIP", "niet vastgelegd"),),
        "pip_besproken": (("PIP", "niet vastgelegd"),),
    }


def test_een_handeling_op_het_traject_zelf_noemt_de_stand() -> None:
    kijk = VAN_HANDELING[H.TRAJECT_AANVULLEN]

    assert kijk(moment(op_route(), d(OP))) == (("Stand", "Leerroute"),)


def test_zonder_pip_is_er_nog_geen_leerroute() -> None:
    assert leerroute(moment(feiten(), d(OP))) == (("Leerroute", "nog geen"),)


# --- Meldingen ------------------------------------------------------------------------


@rij_voor_rij(
    ("dossier", "gebruikt"),
    [
        (
            feiten(traject=traject(verblijfsituatie=Verblijfsituatie.OPVANG)),
            (("Vertrek uit de opvang", "nog niet bekend"),),
        ),
        (
            feiten(traject=traject(datum_uitstroom=d("2025-07-01"))),
            (("Vertrek uit de opvang", d("2025-07-01")),),
        ),
        (
            feiten(traject=traject(datum_kennisgeving=None)),
            (("Kennisgeving van DUO", "niet ingevuld"),),
        ),
    ],
)
def test_een_toelichting_noemt_haar_feiten(
    dossier: Feiten, gebruikt: tuple[Gebruikt, ...]
) -> None:
    assert gebruikt in [m.gebruikt for m in stand(dossier, d(OP)).meldingen]


def test_een_tegenstrijdigheid_noemt_beide_feiten() -> None:
    dossier = op_route(duo_besluiten=(besluit(S.VOLDAAN, "2025-05-01"),))

    uitkomst = stand(dossier, d(OP))

    melding = next(m for m in uitkomst.meldingen if m.tegenstrijdig)
    assert melding.gebruikt[0] == ("Besluit van DUO", d("2025-05-01"))
    assert "Lezen" in str(melding.gebruikt[1][1])
    term = next(t for t in uitkomst.termijnen if t.soort == T.TEGENSTRIJDIGHEID)
    assert term.gebruikt[:2] == melding.gebruikt


def test_een_gestopt_aanbod_staat_bij_de_termijn() -> None:
    gestopt = aanbod(
        aangeboden_op=d("2025-03-10"),
        beeindigd_op=d("2025-05-01"),
        reden_einde="overstap",
    )

    gebruikt = van_termijn(op_route(aanbod=(gestopt,)), T.AANBOD, OP)

    assert ("Laatste aanbod gestopt", d("2025-05-01")) in gebruikt


@rij_voor_rij(
    ("dossier",),
    [feiten(), op_route(), z_behaald(), op_route(pips=(pip(leerroute=Z),))],
)
@rij_voor_rij(("op",), ["2025-01-09", "2025-06-02", "2026-06-02", "2031-01-01"])
def test_geen_uitkomst_zonder_feiten(dossier: Feiten, op: str) -> None:
    uitkomst = stand(dossier, d(op))

    assert all(t.gebruikt for t in uitkomst.termijnen)
    assert all(o.gebruikt for o in uitkomst.onderdelen)
    assert all(o.gebruikt for o in uitkomst.ontbrekend)
    assert all(m.gebruikt for m in uitkomst.meldingen)
    assert all(o.gebruikt or o.toegestaan for o in uitkomst.handelingen.values())
