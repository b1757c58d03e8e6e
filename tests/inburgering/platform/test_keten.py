"""The chain through the logs: every kind of tampering is found, with the first bad line."""

import json
import random
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from inburgering import inzage
from inburgering.actions import onderhoud
from inburgering.authorization.roles import Inzage
from inburgering.models import Gebeurtenis, Ketenhoofd, Raadpleging
from inburgering.models.gemeente import gemeente
from inburgering.models.keten import Ketenbreuk, controleer, keten
from inburgering.models.vernietiging import LOGREGELS, onder_protocol, wis_persoonlijk
from tests.inburgering.platform.conftest import VROEG, lid_van


pytestmark = pytest.mark.django_db
TABLE = "inburgering_raadpleging"


@pytest.fixture(autouse=True)
def var(settings, tmp_path):
    settings.VAR_DIR = tmp_path
    return tmp_path


@pytest.fixture
def in_delft(collega):
    with gemeente(collega.gemeente):
        yield collega


def kijk(lid, times: int, begin: int = 0) -> None:
    for n in range(begin, begin + times):
        inzage.raadpleeg(
            Inzage.DOSSIER, f"2026-{n:05d}", by=lid, on=VROEG + timedelta(seconds=n),
            reden=f"reden {n}",
        )  # fmt: skip


def tamper(*statements: str) -> None:
    """Do what somebody with the database could do: switch the locks off first."""
    off, on = (
        ("DROP TRIGGER raadpleging_slot_{}", None)
        if connection.vendor == "sqlite"
        else (f"ALTER TABLE {TABLE} DISABLE TRIGGER USER", f"ALTER TABLE {TABLE} ENABLE TRIGGER USER")
    )  # fmt: skip
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute(off)
        else:
            for name in ("wissen", "wijzigen", "schakel"):
                cursor.execute(off.format(name))
        for sql in statements:
            cursor.execute(sql)
        if on:
            cursor.execute(on)


def test_new_lines_are_chained_in_order(in_delft):
    kijk(in_delft, 5)
    assert keten(Raadpleging) == 5
    assert keten(Raadpleging) == 0
    kijk(in_delft, 2, 5)
    assert keten(Raadpleging) == 2
    rows = Raadpleging.objects.order_by("id").values_list("volgnummer", flat=True)
    assert list(rows) == [1, 2, 3, 4, 5, 6, 7]
    outcome = controleer(Raadpleging)
    assert (outcome.schakels, outcome.breuk) == (7, "")


def test_each_municipality_has_its_own_chain(in_delft, leiden):
    kijk(in_delft, 3)
    keten(Raadpleging)
    with gemeente(leiden):
        kijk(lid_van(leiden), 2)
        assert keten(Raadpleging) == 2
        assert Raadpleging.objects.order_by("id").first().volgnummer == 1


@pytest.mark.parametrize(
    ("what", "sql", "where"),
    [
        ("change", f"UPDATE {TABLE} SET nummer = '2026-99999' WHERE volgnummer = 4", "regel 4"),
        ("change who", f"UPDATE {TABLE} SET naam = 'Een ander' WHERE volgnummer = 4", "regel 4"),
        ("change the moment", f"UPDATE {TABLE} SET moment = '2026-03-02 08:00:00' WHERE volgnummer = 4", "regel 4"),
        ("delete", f"DELETE FROM {TABLE} WHERE volgnummer = 4", "regel 4"),
        ("delete the first", f"DELETE FROM {TABLE} WHERE volgnummer = 1", "regel 1"),
        ("delete the last", f"DELETE FROM {TABLE} WHERE volgnummer = 8", "na regel 7"),
        ("unchain the last", f"UPDATE {TABLE} SET volgnummer = NULL WHERE volgnummer = 8", "na regel 7"),
        ("empty who", f"UPDATE {TABLE} SET naam = '', gebruiker = NULL, reden = '', zout = '' WHERE volgnummer = 4", "meer gewist"),
        ("cut off all", f"DELETE FROM {TABLE}", "na regel 0"),
    ],
)  # fmt: skip
def test_tampering_is_found(in_delft, what, sql, where):
    kijk(in_delft, 8)
    keten(Raadpleging)
    tamper(sql)
    assert where in controleer(Raadpleging).breuk


def test_two_lines_that_change_places_are_found(in_delft):
    kijk(in_delft, 8)
    keten(Raadpleging)
    tamper(
        f"UPDATE {TABLE} SET volgnummer = 99 WHERE volgnummer = 3",
        f"UPDATE {TABLE} SET volgnummer = 3 WHERE volgnummer = 6",
        f"UPDATE {TABLE} SET volgnummer = 6 WHERE volgnummer = 99",
    )
    assert "regel 3" in controleer(Raadpleging).breuk


def test_a_line_put_in_between_is_found(in_delft):
    kijk(in_delft, 8)
    keten(Raadpleging)
    inzage.raadpleeg(Inzage.DOSSIER, "2026-00077", by=in_delft, on=VROEG)
    tamper(
        *(f"UPDATE {TABLE} SET volgnummer = {n + 1} WHERE volgnummer = {n}" for n in range(8, 3, -1)),
        f"UPDATE {TABLE} SET volgnummer = 4, zout = 'a', afdruk = 'b', keten = 'c' WHERE nummer = '2026-00077'",
    )  # fmt: skip
    assert "regel 4" in controleer(Raadpleging).breuk


def test_a_whole_chain_made_anew_lacks_the_signature(in_delft, settings):
    kijk(in_delft, 4)
    keten(Raadpleging)
    tamper(
        f"UPDATE {TABLE} SET volgnummer = NULL, zout = '', afdruk = '', keten = ''",
        f"UPDATE {TABLE} SET nummer = '2026-99999' WHERE nummer = '2026-00002'",
        "DELETE FROM inburgering_ketenhoofd",
    )
    right = settings.LOGSLEUTEL
    settings.LOGSLEUTEL = "een sleutel die de dader wel heeft"
    assert keten(Raadpleging) == 4
    settings.LOGSLEUTEL = right
    assert "hoofd" in controleer(Raadpleging).breuk


def test_after_tampering_with_the_end_nothing_is_chained_on(in_delft):
    kijk(in_delft, 4)
    keten(Raadpleging)
    tamper(f"DELETE FROM {TABLE} WHERE volgnummer = 4")
    kijk(in_delft, 1, 9)
    with pytest.raises(Ketenbreuk, match="einde van de keten"):
        keten(Raadpleging)


def test_a_head_that_was_changed_is_found(in_delft):
    kijk(in_delft, 4)
    keten(Raadpleging)
    Ketenhoofd.objects.update(volgnummer=3)
    assert "hoofd" in controleer(Raadpleging).breuk


def test_the_personal_part_can_be_destroyed_and_the_chain_still_verifies(in_delft):
    kijk(in_delft, 6)
    keten(Raadpleging)
    ids = list(
        Raadpleging.objects.filter(volgnummer__lte=2).values_list("id", flat=True)
    )
    with onder_protocol(LOGREGELS, "bewaartermijn", "Sanne", VROEG) as protocol:
        wis_persoonlijk(Raadpleging, ids, protocol)
    row = Raadpleging.objects.get(volgnummer=1)
    assert (row.naam, row.gebruiker, row.reden, row.zout) == ("", None, "", "")
    outcome = controleer(Raadpleging)
    assert (outcome.breuk, outcome.vernietigd) == ("", 2)


def test_the_anchor_outside_finds_what_the_database_no_longer_tells(in_delft, var):
    kijk(in_delft, 6)
    keten(Raadpleging)
    path = inzage.veranker(VROEG.date())
    assert path.parent == var / "ankers"
    assert inzage.veranker(VROEG.date()) is None
    outcomes, false = inzage.controleer_logboek()
    assert [o.breuk for o in outcomes] == ["", ""]
    assert false == []
    # Somebody with the database *and* the key cuts off the end and signs anew.
    from inburgering.models import keten as module

    tamper(f"DELETE FROM {TABLE} WHERE volgnummer > 4")
    hoofd = Ketenhoofd.objects.get()
    hoofd.volgnummer, hoofd.keten = 4, Raadpleging.objects.get(volgnummer=4).keten
    hoofd.handtekening = module._signature(hoofd)
    hoofd.save()
    assert controleer(Raadpleging).breuk == ""
    outcomes, _ = inzage.controleer_logboek()
    assert "na regel 4" in outcomes[1].breuk


def test_an_anchor_that_was_changed_is_not_believed(in_delft):
    kijk(in_delft, 2)
    keten(Raadpleging)
    path = inzage.veranker(VROEG.date())
    anchor = json.loads(path.read_text())
    anchor["ketens"]["raadpleging"][0] = 1
    path.write_text(json.dumps(anchor))
    assert inzage.controleer_logboek()[1] == [path.name]


def test_the_sweep_chains_and_anchors_every_municipality(in_delft, leiden, var):
    kijk(in_delft, 3)
    with gemeente(leiden):
        kijk(lid_van(leiden), 2)
    onderhoud.vegen(VROEG)
    assert {p.name for p in (var / "ankers").iterdir()} == {
        "0503-2026-03-02.json", "0546-2026-03-02.json",
    }  # fmt: skip
    out = StringIO()
    call_command("controleer-logboek", stdout=out)
    assert "0503 raadpleging: 3 regels" in out.getvalue()
    assert "0546 raadpleging: 2 regels" in out.getvalue()


def test_the_command_ends_badly_when_a_line_was_changed(in_delft):
    kijk(in_delft, 3)
    keten(Raadpleging)
    tamper(f"UPDATE {TABLE} SET nummer = 'x' WHERE volgnummer = 2")
    out = StringIO()
    with pytest.raises(CommandError, match="1 logboek"):
        call_command("controleer-logboek", gemeente="0503", stdout=out)
    assert "regel 2" in out.getvalue()


@pytest.mark.traag
def test_of_many_random_changes_every_one_is_found(in_delft):
    """Each field of a random line; 200 times, and the first bad line is named."""
    kijk(in_delft, 60)
    keten(Raadpleging)
    tamper()
    chance = random.Random(7)
    good = {row["id"]: row for row in Raadpleging.objects.values()}
    fields = ("naam", "reden", "rol", "nummer", "inzage", "keten", "afdruk", "zout")
    for _ in range(200):
        row = good[chance.choice(list(good))]
        field = chance.choice(fields)
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                cursor.execute(f"ALTER TABLE {TABLE} DISABLE TRIGGER USER")
            cursor.execute(
                f"UPDATE {TABLE} SET {field} = 'anders' WHERE id = %s", [row["id"]]
            )
        assert f"regel {row['volgnummer']} " in controleer(Raadpleging).breuk, field
        with connection.cursor() as cursor:
            cursor.execute(
                f"UPDATE {TABLE} SET {field} = %s WHERE id = %s",
                [row[field], row["id"]],
            )
            if connection.vendor == "postgresql":
                cursor.execute(f"ALTER TABLE {TABLE} ENABLE TRIGGER USER")
    assert controleer(Raadpleging).breuk == ""


def test_the_trail_is_chained_as_well(in_delft):
    Gebeurtenis.objects.create(
        gemeente=in_delft.gemeente, moment=VROEG, naam="Sanne", nummer="2026-00001",
        handeling="pip_vaststellen", gebeurd_op=VROEG.date(), samenvatting="Versie 1",
    )  # fmt: skip
    assert keten(Gebeurtenis) == 1
    assert controleer(Gebeurtenis).breuk == ""
