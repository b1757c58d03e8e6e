"""History and logs stay as they are, unless the door is opened under a protocol."""

from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, connection, transaction

from inburgering.models import (
    Gebeurtenis,
    Inburgeraar,
    Raadpleging,
    Vernietigingsdeur,
    Vernietigingsprotocol,
)
from inburgering.models.gemeente import gemeente
from inburgering.models.vernietiging import deur, herschrijf, onder_protocol


MOMENT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@pytest.fixture
def in_delft(delft):
    with gemeente(delft):
        yield delft


def persoon(g):
    return Inburgeraar.objects.create(
        gemeente=g, geslachtsnaam="Haddad", zoeknaam="haddad", geslacht="vrouw",
        geboortedatum="1990-00-00", nationaliteit="0336", v_nummer="1234567890",
    )  # fmt: skip


def refused(sql: str) -> None:
    with (
        pytest.raises(IntegrityError, match="op slot"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(sql)


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM inburgering_historicalinburgeraar",
        "UPDATE inburgering_historicalinburgeraar SET geslachtsnaam = 'Anders'",
        "UPDATE inburgering_historicalinburgeraar SET history_date = history_date",
    ],
)
def test_history_is_neither_changed_nor_destroyed(in_delft, sql):
    persoon(in_delft)
    refused(sql)


@pytest.mark.parametrize("log", ["gebeurtenis", "raadpleging"])
@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM inburgering_{}",
        "UPDATE inburgering_{} SET naam = 'Iemand anders'",
        "UPDATE inburgering_{} SET naam = 'Iemand anders', volgnummer = 1",
    ],
)
def test_a_log_is_neither_changed_nor_destroyed(in_delft, log, sql):
    rows(in_delft)
    refused(sql.format(log))


def rows(g):
    Gebeurtenis.objects.create(
        gemeente=g, moment=MOMENT, naam="Sanne", nummer="2026-00001",
        handeling="pip_vaststellen", gebeurd_op=MOMENT.date(),
    )  # fmt: skip
    Raadpleging.objects.create(
        gemeente=g, moment=MOMENT, naam="Sanne", nummer="2026-00001", inzage="dossier"
    )


@pytest.mark.parametrize("log", ["gebeurtenis", "raadpleging"])
def test_a_new_line_is_chained_once(in_delft, log):
    rows(in_delft)
    chain = (
        f"UPDATE inburgering_{log} SET volgnummer = 1, zout='z', keten='k', afdruk='a'"
    )
    with connection.cursor() as cursor:
        cursor.execute(chain)
    refused(chain)
    refused(f"UPDATE inburgering_{log} SET keten = 'anders'")


@pytest.mark.postgres
def test_a_locked_table_is_not_truncated(in_delft):
    refused("TRUNCATE inburgering_historicalpip")
    refused("TRUNCATE inburgering_raadpleging")


def test_the_door_opens_under_a_stored_protocol(in_delft):
    row = persoon(in_delft)
    with onder_protocol("proef", "Archiefwet", "Sanne", MOMENT) as protocol:
        herschrijf(
            Inburgeraar.history.model, [("Nieuw", row.history.get().pk)],
            "geslachtsnaam", protocol,
        )  # fmt: skip
    assert row.history.get().geslachtsnaam == "Nieuw"
    assert Vernietigingsprotocol.objects.get().aantal == 1
    assert not Vernietigingsdeur.objects.exists()
    refused("DELETE FROM inburgering_historicalinburgeraar")


def test_the_door_does_not_open_without_a_protocol(in_delft):
    with pytest.raises(Vernietigingsprotocol.DoesNotExist), deur(77):
        pytest.fail("the door opened")


def test_a_protocol_is_not_destroyed(in_delft):
    with onder_protocol("proef", "Archiefwet", "Sanne", MOMENT):
        pass
    refused("DELETE FROM inburgering_vernietigingsprotocol")
    refused("UPDATE inburgering_vernietigingsprotocol SET aantal = 9")


@pytest.mark.django_db(transaction=True)
def test_a_door_left_open_is_refused_at_the_end_of_the_transaction(delft):
    with gemeente(delft), onder_protocol("proef", "Wet", "Sanne", MOMENT) as protocol:
        pass
    with pytest.raises(IntegrityError), gemeente(delft), transaction.atomic():
        Vernietigingsdeur.objects.create(protocol=protocol, dicht_id=0)
    with pytest.raises(IntegrityError), transaction.atomic():
        Vernietigingsdeur.objects.create(pk=0, protocol_id=protocol.pk, dicht_id=0)
    assert not Vernietigingsdeur.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_failure_inside_leaves_everything_as_it_was(delft):
    with gemeente(delft):
        row = persoon(delft)
    with pytest.raises(ZeroDivisionError):  # noqa: PT012, SIM117
        with gemeente(delft), onder_protocol("proef", "Wet", "Sanne", MOMENT):
            Inburgeraar.history.all().delete()
            raise ZeroDivisionError
    with gemeente(delft):
        assert row.history.count() == 1
        assert not Vernietigingsprotocol.objects.exists()
    assert not Vernietigingsdeur.objects.exists()
