"""Help on every page: each has its paragraph, and each paragraph is there."""

import re
from pathlib import Path

from django.conf import settings

from inburgering.authorization.spil import OP_EEN_TRAJECT
from inburgering.views.hulp import FORMULIER, HULP, HULP_BIJ_HANDELING
from tests.huis.test_adressen import ours, routes_met_naam


# What is no page to read: it redirects, hands out a file, or is the help itself.
GEEN_BLADZIJDE = {
    "start", "hulp", "toegankelijkheid", "document", "bestand", "dossier_bsn",
    "lidmaatschap_wisselen", "verder_werken", "verlof_intrekken", "verlof_terugzetten", "levering_maken",
    "agenda_punt", "agenda_week", "brief_voorbeeld", "bijeenkomst_brieven",  # files
    "levering_besluit", "levering_pakket", "ontvangst_pakket", "ontvangst_sleutel",
    "handeling", "handeling_op_rij",  # by the noun of the act
}  # fmt: skip
TEKST = (Path(settings.BASE_DIR) / "templates" / "hulp.html").read_text()
ALINEAS = re.findall(r'<section [^>]*id="([a-z-]+)"', TEKST)


def test_every_page_has_a_paragraph() -> None:
    known = {route for route in ours() if not route.startswith("api/")}
    pages = {name for route, name in routes_met_naam() if route in known and name}
    assert pages - GEEN_BLADZIJDE - set(HULP) == set()
    assert set(HULP) - pages == set()


def test_every_act_has_one() -> None:
    nouns = {act.noun for act in OP_EEN_TRAJECT}
    assert set(HULP_BIJ_HANDELING) <= nouns


def test_every_paragraph_that_is_named_is_there_once() -> None:
    named = {*HULP.values(), *HULP_BIJ_HANDELING.values(), FORMULIER}
    assert named <= set(ALINEAS)
    assert len(ALINEAS) == len(set(ALINEAS))
    assert re.findall(r'<a href="#([a-z-]+)"', TEKST) == ALINEAS
