"""The settings of a worker that a test starts: the tests' own, with jobs to be caught."""

from datetime import timedelta

from tests.settings import *  # noqa: F403


UITVOERDERS = {
    **UITVOERDERS,  # noqa: F405
    "snel": "tests.inburgering.platform.proef.snel",
    "traag": "tests.inburgering.platform.proef.traag",
    "stuk": "tests.inburgering.platform.proef.stuk",
}
# A dead worker's job is free again after two seconds instead of six minutes.
OUTBOX_HUUR = timedelta(seconds=2)
