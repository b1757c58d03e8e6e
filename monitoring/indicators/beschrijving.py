"""Catalogue and register as plain data: what the receiver reads beside the figures."""

from collections.abc import Mapping
from typing import Any

from monitoring.indicators.catalogus import CATALOGUSVERSIE, Tabel
from monitoring.indicators.indicator import Indicator
from monitoring.indicators.register import REGISTER, REGISTERVERSIE


CATALOGUS = "catalogus.json"
INDICATOREN = "indicatoren.json"


def beschrijf(tabel: Tabel) -> Mapping[str, Any]:
    """Per file name what stands in it, for the table that is released."""
    codes = {telling.code for telling in tabel.tellingen}
    return {
        CATALOGUS: _tabel(tabel),
        INDICATOREN: {
            "versie": REGISTERVERSIE,
            "indicatoren": [
                _indicator(rij) for rij in REGISTER if {rij.noemer, rij.teller} <= codes
            ],
        },
    }


def _tabel(tabel: Tabel) -> dict[str, Any]:
    return {
        "versie": CATALOGUSVERSIE,
        "tabel": tabel.code,
        "titel": tabel.titel,
        "dimensies": [
            {"naam": dimensie.naam, "codes": dict(dimensie.labels)}
            for dimensie in tabel.dimensies
        ],
        "tellingen": [
            {
                "code": telling.code,
                "label": telling.label,
                "binnen": telling.binnen,
                "ladder": [
                    [list(vorm) for vorm in vormen] for vormen in telling.ladder
                ],
            }
            for telling in tabel.tellingen
        ],
    }


def _indicator(rij: Indicator) -> dict[str, Any]:
    return {
        "code": rij.code,
        "titel": rij.titel,
        "mechanisme": rij.mechanisme,
        "instrument": rij.instrument,
        "eenheid": rij.eenheid,
        "noemer": rij.noemer,
        "teller": rij.teller,
        "statistiek": rij.statistiek.value,
        "richting": rij.richting.value,
        "definitie": rij.definitie,
        "voorbehoud": rij.voorbehoud,
        "meetbaar_vanaf": rij.meetbaar_vanaf.isoformat(),
    }
