"""How many statements an act costs, and that it does not grow with the case."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from inburgering.models import Aanbieder, GevolgdeUren, Voortgangsgesprek
from inburgering.wet.handelingen import Handeling
from tests.inburgering.actions.test_handelingen import elke, invoer
from tests.inburgering.cast import VANDAAG, Leven


pytestmark = [pytest.mark.usefixtures("aanbieder"), pytest.mark.breed]

EEN_RIJ, MEER_RIJEN, BLADZIJDE = 16, 30, 12
TERMIJNEN = (
    'INSERT INTO "inburgering_termijn"',
    'INSERT INTO "inburgering_historicaltermijn"',
)
# What the database needs to keep its own order is no question.
ORDE = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE", "ROLLBACK", "SELECT set_config")


@contextmanager
def geteld() -> Iterator[list[str]]:
    """Collect the statements of a block."""
    found: list[str] = []
    with CaptureQueriesContext(connection) as captured:
        yield found
    found += [
        query["sql"]
        for query in captured.captured_queries
        if not query["sql"].startswith(ORDE)
    ]


def zet_vol(life: Leven) -> None:
    """Give a case fifty rows of hours and of talks, and the lists fifty providers."""
    who = life.lid.gebruiker
    known = {
        "gemeente": life.lid.gemeente, "traject": life.traject,
        "vastgelegd_op": life.dag, "vastgelegd_door": who,
    }  # fmt: skip
    days = [VANDAAG - timedelta(days=200 - number) for number in range(50)]
    for rows in (
        [
            GevolgdeUren(soort="knm", van=day, tot_en_met=day, uren=1, **known)
            for day in days
        ],
        [Voortgangsgesprek(gevoerd_op=day, vorm="telefoon", **known) for day in days],
        [
            Aanbieder(
                gemeente=life.lid.gemeente,
                naam=f"School {day}",
                keurmerk="blik_op_werk",
            )
            for day in days
        ],
    ):
        type(rows[0]).objects.bulk_create(rows)


@elke
def test_an_act_costs_few_statements_and_as_many_in_a_full_case(
    voorbeeld, leven, scherm: Client
) -> None:
    """Fifty rows of hours and talks make no difference, nor do fifty providers."""
    counted = []
    for full in (False, True):
        life = voorbeeld.maak(leven)
        if full:
            zet_vol(life)
        with geteld() as shown:
            assert scherm.get(voorbeeld.url(life)).status_code == 200
        assert len(shown) <= BLADZIJDE, "\n".join(shown)

        typed = invoer(voorbeeld, life)
        with geteld() as asked:
            assert scherm.post(voorbeeld.url(life), typed).status_code == 302
        # The terms are a second table of rows, written when the act moves them.
        terms = [sql for sql in asked if sql.startswith(TERMIJNEN)]
        most = MEER_RIJEN if terms else EEN_RIJ
        assert len(asked) <= most, "\n".join(asked)
        if isinstance(voorbeeld.handeling, Handeling):
            # Once under the lock, for form and act together, and once afterwards.
            assert sum(sql.startswith("SELECT 'traject'") for sql in asked) == 2
        counted.append((len(shown), len(asked) - len(terms)))
    assert counted[0] == counted[1]


def test_registering_costs_few_statements(scherm: Client, in_delft) -> None:
    typed = {
        "bsn": "999800012", "geslachtsnaam": "Haddad", "geboortedatum": "14-02-1991",
        "geslacht": "vrouw", "nationaliteit": "0336", "doelgroep": "asielstatushouder",
        "verblijfsituatie": "opvang", "sleutel": str(uuid4()),
    }  # fmt: skip
    with geteld() as asked:
        assert scherm.post("/trajecten/registreren/", typed).status_code == 302
    assert len(asked) <= MEER_RIJEN, "\n".join(asked)
