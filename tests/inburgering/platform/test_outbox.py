"""The outbox: asked for once, done once, visibly dead when it cannot be done."""

import threading
import time
from datetime import timedelta

import pytest
from django.db import connection, transaction

from inburgering import outbox
from inburgering.models import Bericht, Raadpleging
from inburgering.models.gemeente import gemeente
from tests.inburgering.platform.conftest import VROEG, sending_to
from tests.inburgering.platform.instellingen import UITVOERDERS


pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def jobs(settings):
    settings.UITVOERDERS = UITVOERDERS


def ask(g, soort="snel", sleutel="1", **gegevens) -> Bericht:
    with gemeente(g):
        outbox.klaarzetten(soort, sleutel, {"nummer": "2026-00001"} | gegevens, VROEG)
    return Bericht.objects.get(soort=soort, sleutel=sleutel)


def effects(g) -> int:
    with gemeente(g):
        return Raadpleging.objects.filter(inzage="proef").count()


def test_the_same_effect_is_asked_for_once(delft):
    ask(delft)
    ask(delft)
    assert Bericht.objects.count() == 1


def test_a_job_is_done_once_inside_its_municipality(delft):
    job = ask(delft)
    assert outbox.voer_uit(job.pk, VROEG)
    assert not outbox.voer_uit(job.pk, VROEG)
    assert effects(delft) == 1


def test_nobody_does_a_job_that_a_colleague_holds(delft):
    job = ask(delft)
    Bericht.objects.update(gehuurd_tot=VROEG + timedelta(minutes=1), pogingen=1)
    assert not outbox.voer_uit(job.pk, VROEG)
    assert outbox.te_doen(VROEG) == []
    assert outbox.te_doen(VROEG + timedelta(minutes=1)) == [job.pk]


def test_a_job_waits_for_its_moment(delft):
    with gemeente(delft):
        outbox.klaarzetten(
            "snel", "later", {"nummer": "x"}, VROEG, vanaf=VROEG + timedelta(hours=1)
        )
    job = Bericht.objects.get()
    assert not outbox.voer_uit(job.pk, VROEG)
    assert outbox.voer_uit(job.pk, VROEG + timedelta(hours=1))


def test_a_job_that_fails_is_tried_later_and_then_visibly_dead(delft):
    job = ask(delft, "stuk")
    other = ask(delft, "snel", "2")
    now, waits = VROEG, []
    for _ in range(outbox.MEESTE_POGINGEN):
        assert not outbox.voer_uit(job.pk, now)
        job.refresh_from_db()
        waits.append(job.vanaf - now)
        now = job.vanaf
    assert waits == sorted(waits)
    assert job.dood
    assert not outbox.voer_uit(job.pk, now + timedelta(days=1))
    assert outbox.voer_uit(other.pk, VROEG)
    assert effects(delft) == 1


def test_what_went_wrong_is_kept_without_the_words(delft, caplog):
    job = ask(delft, "stuk")
    outbox.voer_uit(job.pk, VROEG)
    job.refresh_from_db()
    assert job.fout.startswith("ValueError in proef.py, regel ")
    assert "Haddad" not in job.fout + caplog.text


def test_a_job_that_kills_its_worker_every_time_is_dead_too(delft):
    job = ask(delft)
    Bericht.objects.update(pogingen=outbox.MEESTE_POGINGEN, gehuurd_tot=VROEG)
    assert not outbox.voer_uit(job.pk, VROEG)
    job.refresh_from_db()
    assert (job.dood, job.fout) == (True, outbox.GESTORVEN)


@pytest.mark.django_db(transaction=True)
def test_an_act_that_is_rolled_back_leaves_no_job(delft):
    with pytest.raises(ZeroDivisionError):  # noqa: PT012, SIM117
        with gemeente(delft), transaction.atomic():
            outbox.klaarzetten("snel", "1", {}, VROEG)
            raise ZeroDivisionError
    assert not Bericht.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_lease_that_ran_out_while_somebody_works_gives_no_second_effect(
    delft, tmp_path
):
    """Two workers that both think the job is theirs: one effect, on both databases."""
    job = ask(delft, "traag", folder=str(tmp_path))

    def slow() -> None:
        try:
            outbox.voer_uit(job.pk, VROEG)
        finally:
            connection.close()

    first = threading.Thread(target=slow)
    first.start()
    while not (tmp_path / "2026-00001.bezig").exists():
        pass
    late = VROEG + timedelta(hours=1)
    if connection.vendor == "postgresql":  # SQLite lets nobody write meanwhile
        assert not outbox.voer_uit(job.pk, late)
    (tmp_path / "verder").touch()
    first.join()
    assert not outbox.voer_uit(job.pk, late)
    assert effects(delft) == 1
    assert Bericht.objects.get().klaar_op == VROEG


@pytest.mark.django_db(transaction=True)
def test_a_broker_that_is_away_costs_the_act_nothing(delft, settings, monkeypatch):
    settings.REDIS_URL = "redis://127.0.0.1:1/0"
    monkeypatch.setattr(outbox, "_stil_tot", 0.0)
    begin = time.monotonic()
    with sending_to(settings.REDIS_URL):
        job = ask(delft)
    assert time.monotonic() - begin < 2
    assert outbox._stil_tot > 0
    assert outbox.voer_uit(job.pk, VROEG)
