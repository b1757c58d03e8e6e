"""A membership holds from its first day until the day before its last."""

from datetime import date, timedelta

import pytest

from inburgering.models import Lidmaatschap
from tests.inburgering.platform.conftest import lid_van


DAG = date(2026, 6, 10)
MORGEN, GISTEREN = DAG + timedelta(days=1), DAG - timedelta(days=1)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("begin", "einde", "actief", "geldt"),
    [
        (GISTEREN, None, True, True),
        (DAG, None, True, True),
        (MORGEN, None, True, False),
        (GISTEREN, GISTEREN + timedelta(days=9), True, True),
        (GISTEREN, MORGEN, True, True),
        (GISTEREN, DAG, True, False),
        (GISTEREN, None, False, False),
    ],
)
def test_the_row_and_the_database_say_the_same(delft, begin, einde, actief, geldt):
    lid = lid_van(delft)
    lid.begin, lid.einde, lid.gebruiker.is_active = begin, einde, actief
    lid.save()
    lid.gebruiker.save()
    assert lid.geldt_op(DAG) is geldt
    assert Lidmaatschap.objects.geldig_op(DAG).filter(pk=lid.pk).exists() is geldt
