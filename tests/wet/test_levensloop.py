"""De toestanden van een traject en de pijlen ertussen."""

import itertools
from typing import Any

import pytest

from inburgering.wet.begrippen import DUOBesluitsoort, Trajectstatus
from inburgering.wet.feiten import Feiten
from inburgering.wet.handelingen import HANDELINGEN, Handeling
from inburgering.wet.levensloop import (
    BEGIN,
    EINDE,
    OVERGANGEN,
    Mijlpalen,
    mag_overgang,
    mermaid,
    toestand,
)
from inburgering.wet.stand import stand
from tests.elk import rij_voor_rij
from tests.wet.bouw import (
    afsluiting,
    alles_behaald,
    besluit,
    d,
    feiten,
    intake,
    op_route,
)


S, H, B = Trajectstatus, Handeling, DUOBesluitsoort
DAG = d("2025-06-01")


@rij_voor_rij(
    ("gebeurd", "status"),
    [
        pytest.param([], S.AANGEMELD, id="niets"),
        pytest.param(["intake_gestart_op"], S.INTAKE, id="intake_gestart"),
        pytest.param(
            ["intake_gestart_op", "intake_afgerond_op"], S.PIP, id="intake_afgerond"
        ),
        pytest.param(["eerste_dagtekening"], S.LEERROUTE, id="pip_zonder_intake"),
        pytest.param(
            ["eerste_dagtekening", "alle_onderdelen_behaald_op"],
            S.ONDERDELEN_BEHAALD,
            id="alles_behaald",
        ),
        pytest.param(
            ["alle_onderdelen_behaald_op", "opgeschort_sinds"],
            S.OPGESCHORT,
            id="opgeschort",
        ),
        pytest.param(["opgeschort_sinds", "geeindigd_op"], S.GEEINDIGD, id="geeindigd"),
        pytest.param(["voldaan_op"], S.VOLDAAN, id="voldaan"),
        pytest.param(["voldaan_op", "afgesloten_op"], S.AFGESLOTEN, id="afgesloten"),
    ],
)
def test_de_eerste_toestand_die_past(gebeurd: list[str], status: Trajectstatus) -> None:
    assert toestand(Mijlpalen(**dict.fromkeys(gebeurd, DAG))) == status


# --- De tabel is volledig -------------------------------------------------------------


def bereikbaar(vanaf: Trajectstatus) -> set[Trajectstatus]:
    gezien, nieuw = {vanaf}, {vanaf}
    while nieuw:
        nieuw = {o.naar for o in OVERGANGEN if o.van in nieuw} - gezien
        gezien |= nieuw
    return gezien


def test_elke_toestand_is_te_bereiken() -> None:
    assert bereikbaar(BEGIN) == set(S)


@rij_voor_rij(("status",), [s for s in S if s not in EINDE])
def test_elke_toestand_die_geen_einde_is_kan_men_verlaten(
    status: Trajectstatus,
) -> None:
    assert any(o.van == status and o.naar != status for o in OVERGANGEN)
    assert EINDE & bereikbaar(status)


def test_geen_pijl_staat_er_dubbel_of_wijst_naar_zichzelf() -> None:
    rijen = [(o.van, o.naar, o.door) for o in OVERGANGEN]

    assert len(rijen) == len(set(rijen))
    assert all(van != naar for van, naar, _ in rijen)


def test_elke_pijl_door_een_handeling_die_daar_kan() -> None:
    for o in OVERGANGEN:
        assert o.door is None or o.van in HANDELINGEN[o.door].van, o


def test_een_pijl_zonder_handeling_zegt_waardoor() -> None:
    assert all(o.feit for o in OVERGANGEN if o.door is None)


@rij_voor_rij(
    ("van", "naar", "door", "mag"),
    [
        (S.PIP, S.LEERROUTE, H.PIP_VASTSTELLEN, True),
        (S.PIP, S.LEERROUTE, None, True),
        (S.PIP, S.PIP, H.PIP_BESPREKEN, True),
        (S.AANGEMELD, S.LEERROUTE, H.PIP_VASTSTELLEN, False),
        (S.AANGEMELD, S.PIP, None, False),
        (S.LEERROUTE, S.VOLDAAN, H.DUOBESLUIT_VASTLEGGEN, True),
        (S.LEERROUTE, S.VOLDAAN, H.EXAMEN_VASTLEGGEN, False),
        (S.ONDERDELEN_BEHAALD, S.VOLDAAN, H.TRAJECT_AFSLUITEN, False),
    ],
)
def test_mag_overgang(
    van: Trajectstatus, naar: Trajectstatus, door: Handeling | None, mag: bool
) -> None:
    assert mag_overgang(van, naar, door) is mag


# --- Stand en tabel zeggen hetzelfde --------------------------------------------------

VRIJ = besluit(B.VRIJSTELLING_TIJDELIJK, "2026-01-15")
VOLDAAN = besluit(B.VOLDAAN, "2026-01-15")
EINDE_PLICHT = besluit(B.ONTHEFFING_GEHEEL, "2026-01-15")


@rij_voor_rij(
    ("dossier",),
    [
        pytest.param(feiten(), id="aangemeld"),
        pytest.param(feiten(brede_intakes=(intake(),)), id="tot_pip"),
        pytest.param(op_route(), id="leerroute"),
        pytest.param(alles_behaald(), id="behaald"),
        pytest.param(alles_behaald(duo_besluiten=(VOLDAAN,)), id="voldaan"),
        pytest.param(
            op_route(duo_besluiten=(VOLDAAN,)), id="voldaan_met_open_onderdeel"
        ),
        pytest.param(op_route(duo_besluiten=(EINDE_PLICHT,)), id="ontheven"),
        pytest.param(op_route(duo_besluiten=(VRIJ,)), id="opgeschort"),
        pytest.param(op_route(overleden_op=d("2026-02-01")), id="overleden"),
        pytest.param(
            op_route(
                duo_besluiten=(
                    VRIJ,
                    besluit(B.VRIJSTELLING_INGETROKKEN, "2026-05-01", id=2),
                ),
                afsluitingen=(
                    afsluiting(
                        heropend_op=d("2026-07-01"),
                        reden_heropening="Toch niet verhuisd",
                    ),
                ),
            ),
            id="opgeschort_afgesloten_en_heropend",
        ),
        pytest.param(
            feiten(
                brede_intakes=(intake(),),
                duo_besluiten=(
                    besluit(B.VRIJSTELLING_TIJDELIJK, einddatum=d("2026-03-01")),
                ),
            ),
            id="vrijstelling_loopt_af",
        ),
    ],
)
def test_elke_stap_van_een_leven_volgt_een_pijl(dossier: Feiten) -> None:
    """Loop langs alle dagen waarop iets gebeurde: elke verandering staat in de tabel."""
    dagen = sorted({d("2025-01-08"), *_dagen(dossier)})
    statussen = [stand(dossier, dag).status for dag in dagen]

    for van, naar in itertools.pairwise(statussen):
        assert mag_overgang(van, naar), (van, naar)


def _dagen(dossier: Feiten) -> set[Any]:
    rijen = [
        rij
        for veld in vars(dossier).values()
        if isinstance(veld, tuple)
        for rij in veld
    ]
    waarden = [
        waarde for rij in (*rijen, dossier.inburgeraar) for waarde in vars(rij).values()
    ]
    return {waarde for waarde in waarden if isinstance(waarde, type(DAG))}


def test_diagram() -> None:
    tekst = mermaid()

    assert tekst.startswith("stateDiagram-v2\n    [*] --> aangemeld\n")
    assert (
        "    pip_opstellen --> leerroute: PIP vaststellen, PIP van elders vastleggen\n"
        in tekst
    )
    assert "de tijdelijke vrijstelling is afgelopen" in tekst
    assert tekst.endswith("    afgesloten --> [*]\n")
    assert all(f" as {status.value}\n" in tekst for status in S)
