"""Whole lives, from registering to closing, by the acts alone."""

from datetime import date

import pytest

from inburgering.models import Bericht, Gebeurtenis, Termijn, Traject
from inburgering.wet.begrippen import Onderdeel
from inburgering.wet.handelingen import Handeling


BEGIN = date(2023, 1, 23)
STAPPEN = (
    "aangemeld", "brede_intake", "pip_opstellen", "leerroute", "onderdelen_behaald",
    "voldaan", "afgesloten",
)  # fmt: skip
TITEL = {"asielstatushouder": "26", "gezinsmigrant_en_overige_migrant": "28"}


@pytest.mark.parametrize("route", ["b1_route", "onderwijsroute", "z_route"])
@pytest.mark.parametrize("doelgroep", list(TITEL))
def test_a_whole_route_from_registration_to_closing(leven, route, doelgroep) -> None:
    life = leven(begin=BEGIN, doelgroep=doelgroep, verblijfstitel=TITEL[doelgroep])

    for step in STAPPEN:
        life.door_tot(step, route)
        assert life.traject.status == step

    traject = Traject.objects.get(pk=life.traject.pk)
    assert traject.leerroute == route
    assert traject.onderdelen_behaald_op is not None
    acts = Gebeurtenis.objects.filter(nummer=traject.nummer).order_by("id")
    assert acts.first().handeling == "traject_registreren"
    assert acts.last().handeling == "traject_afsluiten"
    assert traject.versie == traject.history.count() == acts.count()
    asked = Bericht.objects.filter(soort="feiten_bijwerken")
    assert asked.filter(sleutel__startswith=f"{traject.pk}:").count() == acts.count()
    duty = Termijn.objects.get(traject=traject, soort="pip_vaststellen")
    assert duty.voldaan_op is not None


def test_the_z_route_asks_participation_of_asylum_holders_alone(leven) -> None:
    asked = {}
    for doelgroep, titel in TITEL.items():
        life = leven(begin=BEGIN, doelgroep=doelgroep, verblijfstitel=titel)
        life.door_tot("leerroute", "z_route")
        asked[doelgroep] = {o.onderdeel for o in life.dossier.stand.openstaand}

    assert Onderdeel.PARTICIPATIE_UREN in asked["asielstatushouder"]
    assert Onderdeel.PARTICIPATIE_UREN not in asked["gezinsmigrant_en_overige_migrant"]


def test_what_happened_elsewhere_is_kept_with_its_source(leven) -> None:
    """An earlier exam and a PIP from elsewhere are facts; neither is refused."""
    life = leven(begin=BEGIN)
    exam = life.doe(
        "examen", "vastleggen", onderdeel="lezen", niveau="B1",
        afgelegd_op=date(2022, 11, 5), resultaat="geslaagd", herkomst="inburgeraar",
    )  # fmt: skip
    assert exam.feit.herkomst == "inburgeraar"
    assert any("bewaard met zijn bron" in m.tekst for m in exam.meldingen)

    plan = life.na(2).doe(
        "pip", "overnemen", herkomst="andere_gemeente", dagtekening=date(2022, 12, 1),
        leerroute="b1_route", alfabetisering="niet_van_toepassing", niveaus={},
    )  # fmt: skip
    assert plan.feit.herkomst == "andere_gemeente"
    assert any(m.tegenstrijdig for m in plan.meldingen)  # before the duty began
    assert life.traject.status == "leerroute"
    term = Termijn.objects.get(traject=life.traject, soort="inburgeringstermijn")
    assert term.begin == date(2022, 12, 2)  # the day after the first PIP

    parts = {o.onderdeel: o for o in life.dossier.stand.onderdelen}
    assert parts[Onderdeel.LEZEN].gehaald_op == date(2022, 11, 5)


def test_a_pip_from_elsewhere_is_not_ours_to_send(leven) -> None:
    life = leven(begin=BEGIN).na(2)
    life.doe(
        "pip", "overnemen", herkomst="andere_gemeente", dagtekening=BEGIN,
        leerroute="z_route", alfabetisering="niet_van_toepassing", niveaus={},
    )  # fmt: skip
    assert not life.dossier.stand.handelingen[Handeling.PIP_VERSTUREN].toegestaan
    assert not Termijn.objects.filter(traject=life.traject, soort="pip_versturen")


def test_a_closed_file_opens_again_where_it_was(leven) -> None:
    life = leven(begin=BEGIN).door_tot("afgesloten")

    life.na(5).doe(
        "traject", "heropenen", heropend_op=life.dag, reden_heropening="DUO trok het in"
    )

    assert life.traject.status == "voldaan"
    life.na(1).doe("traject", "afsluiten", afgesloten_op=life.dag, reden="voldaan")
    assert life.traject.status == "afgesloten"
    closings = life.dossier.feiten.afsluitingen
    assert [c.heropend_op is None for c in closings] == [False, True]
