"""Zelf een school kiezen: wat een keurmerk uitmaakt, en wie kan lenen."""

from inburgering.wet.feiten import Instelling
from inburgering.wet.zelfgekozen import MetKeurmerk, over_keurmerk, over_lenen
from tests.wet.bouw import ASIEL, GEZIN, d


OP = d("2026-02-01")


def test_met_keurmerk_is_er_niets_te_zeggen():
    assert over_keurmerk(MetKeurmerk.JA, OP) == ()


def test_wat_niet_bekend_is_wordt_opgezocht():
    (een,) = over_keurmerk(MetKeurmerk.ONBEKEND, OP)
    assert "niet bekend" in een.tekst


def test_zonder_keurmerk_telt_het_niet_overal():
    afschalen, inspanning = over_keurmerk(MetKeurmerk.NEE, OP)
    assert "600 uur" in afschalen.tekst
    assert afschalen.bron.zekerheid.bevestigd
    assert "450 uur" in inspanning.tekst
    assert not inspanning.bron.zekerheid.bevestigd


def test_wat_de_gemeente_instelde_telt():
    eigen = Instelling(
        naam="verlenging_inspanning_uren_gezin", waarde=500, geldig_vanaf=d("2025-01-01"),
        vastgelegd_op=d("2025-01-01"),
    )  # fmt: skip
    _, inspanning = over_keurmerk(MetKeurmerk.NEE, OP, (eigen,))
    assert "500 uur" in inspanning.tekst


def test_wie_kan_lenen():
    assert over_lenen(GEZIN) == ()
    (melding,) = over_lenen(ASIEL)
    assert "kan onder deze wet niet lenen" in melding.tekst
    assert not melding.bron.zekerheid.bevestigd
