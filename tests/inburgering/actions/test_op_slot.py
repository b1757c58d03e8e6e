"""What was read under the lock for the form serves the one act that follows."""

from datetime import timedelta

import pytest
from django.db import transaction

from inburgering.actions import intake
from inburgering.models import Traject
from inburgering.models.dossier import lees_op_slot
from inburgering.wet.uitkomst import NietToegestaan
from tests.inburgering.cast import VANDAAG, moment


def test_a_second_act_reads_again(leven) -> None:
    life = leven()
    rows = Traject.objects.select_related("inburgeraar").select_for_update(of=("self",))
    with transaction.atomic():
        locked = rows.get(pk=life.traject.pk)
        lees_op_slot(locked, VANDAAG)
        start = {"traject": locked, "by": life.lid, "on": moment(VANDAAG)}
        intake.starten(**start, gestart_op=VANDAAG)
        with pytest.raises(NietToegestaan):
            intake.starten(**start, gestart_op=VANDAAG)


def test_a_reading_of_another_day_is_not_used(leven) -> None:
    """A form that was sent at midnight: the act is of the new day."""
    life = leven()
    with transaction.atomic():
        locked = Traject.objects.select_related("inburgeraar").get(pk=life.traject.pk)
        lees_op_slot(locked, VANDAAG - timedelta(days=1))
        start = {"by": life.lid, "on": moment(VANDAAG), "gestart_op": VANDAAG}
        intake.starten(traject=life.traject, **start)
        with pytest.raises(NietToegestaan):
            intake.starten(traject=locked, **start)
