"""How many statements an act costs, and that it does not grow with the case."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from inburgering.models import Termijn
from tests.inburgering.actions.test_handelingen import elke, invoer
from tests.inburgering.cast import VANDAAG, Leven, maak_aanbieder, moment


pytestmark = pytest.mark.usefixtures("aanbieder")

EEN_RIJ, MEER_RIJEN, BLADZIJDE = 16, 30, 12
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
    for week in range(50):
        van = VANDAAG - timedelta(days=200 - week)
        life.doe(
            "uren", "vastleggen", soort="knm", van=van, tot_en_met=van, uren=1,
            herkomst="aanbieder",
        )  # fmt: skip
        life.doe("voortgangsgesprek", "voeren", gevoerd_op=van, vorm="telefoon")
        maak_aanbieder(life.lid, f"School {week}")


def moved_terms(life: Leven) -> int:
    return Termijn.history.filter(
        traject_id=life.traject.pk, history_date__gte=moment(VANDAAG, 0)
    ).count()


@elke
def test_an_act_costs_few_statements(voorbeeld, leven, scherm: Client) -> None:
    life = voorbeeld.maak(leven)
    typed = invoer(voorbeeld, life)

    with geteld() as asked:
        assert scherm.post(voorbeeld.url(life), typed).status_code == 302

    most = MEER_RIJEN if moved_terms(life) else EEN_RIJ
    assert len(asked) <= most, "\n".join(asked)
    with geteld() as shown:
        scherm.get(voorbeeld.url(life))
    assert len(shown) <= BLADZIJDE, "\n".join(shown)


@pytest.mark.traag
@elke
def test_an_act_costs_the_same_in_a_case_with_fifty_rows(
    voorbeeld, leven, scherm: Client
) -> None:
    counted = []
    for full in (False, True):
        life = voorbeeld.maak(leven)
        if full:
            zet_vol(life) if life.traject.status != "afgesloten" else None
        typed = invoer(voorbeeld, life)
        with geteld() as asked:
            assert scherm.post(voorbeeld.url(life), typed).status_code == 302
        counted.append(len(asked))
    assert counted[0] == counted[1]
