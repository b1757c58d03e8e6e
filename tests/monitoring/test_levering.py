"""A release: counted, protected, audited, signed, decided, and verified by a receiver."""

import json
from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, transaction

from inburgering.authorization.roles import Rol
from inburgering.models import Gebeurtenis
from monitoring.disclosure.uitgave import Status
from monitoring.levering import pakket
from monitoring.levering.handelingen import (
    NietMogelijk,
    aanvragen,
    besluiten,
    mag_maken,
)
from monitoring.levering.maak import eerdere, maak
from monitoring.levering.periode import OnbekendePeriode, editie, naam, te_kiezen
from monitoring.levering.sleutels import publieke_sleutel
from monitoring.models import Levering, Leveringsbesluit, Trajectfeit
from monitoring.ontvangst.controleer import controleer
from tests.inburgering.cast import lid_van, moment
from tests.monitoring.rijen import vul


pytestmark = pytest.mark.django_db
OP = moment(date(2026, 2, 3))


@pytest.fixture
def maker(delft):
    return lid_van(delft, Rol.BELEIDSADVISEUR.value)


@pytest.fixture
def goedkeurder(delft):
    return lid_van(delft, Rol.LEVERINGSGOEDKEURDER.value)


@pytest.fixture
def levering(in_delft, maker):
    """The yearly edition of 2025, made from three hundred facts."""
    vul()
    return maak("2025J", 1, door=maker.gebruiker_id, on=OP)


def weg(levering, goedkeurder):
    besluiten(levering, akkoord=True, by=goedkeurder, on=OP)
    return levering


def bestanden(levering):
    return pakket.pak_uit(bytes(levering.inhoud))


def sleutel():
    return publieke_sleutel("0503")


def test_it_passes_its_audit_and_a_receiver_accepts_it(levering):
    assert levering.geslaagd
    assert levering.oordeel["methode"] == "geheeltallig"
    assert levering.oordeel["minste_kandidaten"] >= 4
    report = controleer(bestanden(levering), sleutel())
    assert report.redenen == ()
    assert report.aanvaard


def test_the_same_figures_give_the_same_bytes(levering, maker, opnieuw):
    again = maak("2025J", 2, door=maker.gebruiker_id, on=OP)
    assert bytes(again.inhoud) == bytes(levering.inhoud)


def test_no_true_count_stands_in_the_package(levering):
    for row in json.loads(bestanden(levering)["cijfers.json"]):
        assert row["waarde"] % 5 == 0
    raw = bytes(levering.inhoud)
    assert not any(f.pseudoniem.encode() in raw for f in Trajectfeit.objects.all())


TAMPERED = {
    "handtekening": ("handtekening", "handtekening klopt niet"),
    "manifest": ("manifest.json", "handtekening klopt niet"),
    "cijfers": ("cijfers.csv", "cijfers.csv is gewijzigd na het ondertekenen"),
    "uitgave": ("uitgave.json", "uitgave.json is gewijzigd na het ondertekenen"),
}


@pytest.mark.parametrize("what", TAMPERED)
def test_a_tampered_package_is_refused_with_the_reason(levering, what):
    name, reason = TAMPERED[what]
    files = bestanden(levering)
    files[name] = files[name].replace(b"5", b"6", 1).replace(b"A", b"B", 1)
    report = controleer(files, sleutel())
    assert not report.aanvaard
    assert any(reason in r for r in report.redenen), report.redenen


def test_a_package_signed_by_another_is_refused(levering):
    report = controleer(bestanden(levering), publieke_sleutel("0546"))
    assert "handtekening klopt niet" in report.redenen[0]


def hersteld(files, **anders):
    """Sign changed files as the sender could: only the figures can give it away."""
    from monitoring.levering.sleutels import onderteken

    files = dict(files) | anders
    manifest = json.loads(files["manifest.json"])
    for name in pakket.INHOUD:
        manifest["bestanden"][name] = {
            "sha256": pakket.sha256(files[name]), "bytes": len(files[name])
        }  # fmt: skip
    files["manifest.json"] = pakket.canoniek(manifest)
    files["handtekening"] = onderteken("0503", files["manifest.json"])
    return files


def test_figures_that_do_not_add_up_are_refused_even_when_signed(levering):
    files = bestanden(levering)
    regels = files["cijfers.csv"].decode().splitlines(keepends=True)
    regels[1] = regels[1].replace(",totaal,totaal,", ",totaal,totaal,5")
    files = hersteld(files, **{"cijfers.csv": "".join(regels).encode()})
    from monitoring.disclosure.lezen import lees

    uitgave = lees(files, pakket.tabel_van("groep_route"))
    files = hersteld(files, **pakket.afgeleid(uitgave))
    report = controleer(files, sleutel())
    assert any("is niet de som van zijn delen" in r for r in report.redenen)


def test_the_second_edition_keeps_the_frozen_cells_byte_for_byte(
    levering, maker, goedkeurder
):
    weg(levering, goedkeurder)
    vul(60, zaad=2, dagen=1600)
    second = maak("2026H1", 1, door=maker.gebruiker_id, on=moment(date(2026, 7, 6)))
    assert second.geslaagd, second.oordeel
    first, now = (
        eerdere()[0].uitgave,
        controleer(bestanden(second), sleutel(), [eerdere()[0].uitgave]),
    )
    assert now.aanvaard, now.redenen
    frozen = [b for b in first.blokken if b.status is Status.DEFINITIEF]
    assert frozen
    for blok in frozen:
        assert now.uitgave.blok(blok.cohort, blok.telling) == blok
    assert bestanden(second)["manifest.json"].count(levering.checksum.encode()) == 1


def test_nothing_leaves_when_the_audit_finds_something(in_delft, maker, monkeypatch):
    """The findings name the cells; there is no package and no figure."""
    from monitoring.disclosure.beveiligen import NietVeilig
    from monitoring.disclosure.oordeel import Bevinding, Soort
    from monitoring.disclosure.uitgave import Plek
    from monitoring.levering import maak as making

    def refuse(*args, **kwargs):
        plek = Plek("0503", "2025J", 2022, "gestart", ("totaal", "z_route"))
        raise NietVeilig((Bevinding(Soort.STROOM, plek, "ligt te veel vast"),))

    monkeypatch.setattr(making, "beveilig", refuse)
    vul()
    row = maak("2025J", 1, door=maker.gebruiker_id, on=OP)
    assert (row.geslaagd, bytes(row.inhoud), row.checksum) == (False, b"", "")
    assert row.oordeel["bevindingen"] == [
        "2025J, cohort 2022, gestart, totaal x z_route: ligt te veel vast"
    ]
    with pytest.raises(NietMogelijk, match="niet door de controle"):
        besluiten(row, akkoord=True, by=maker, on=OP)


def test_the_maker_does_not_decide_and_a_refusal_has_a_reason(
    levering, maker, goedkeurder
):
    with pytest.raises(NietMogelijk, match="beslist er niet over"):
        besluiten(levering, akkoord=True, by=maker, on=OP)
    with pytest.raises(NietMogelijk, match="waarom"):
        besluiten(levering, akkoord=False, by=goedkeurder, on=OP)
    besluiten(levering, akkoord=True, by=goedkeurder, on=OP)
    with pytest.raises(NietMogelijk, match="al besloten"):
        besluiten(levering, akkoord=True, by=goedkeurder, on=OP)
    trail = Gebeurtenis.objects.get(handeling="levering_goedkeuren")
    assert trail.samenvatting == "Levering over heel 2025 goedgekeurd"


def test_one_waits_at_a_time_and_what_left_is_not_made_again(levering, goedkeurder):
    with pytest.raises(NietMogelijk, match="wacht nog op een besluit"):
        mag_maken("2026H1", date(2026, 7, 6))
    weg(levering, goedkeurder)
    with pytest.raises(NietMogelijk, match="al goedgekeurd"):
        mag_maken("2025J", date(2026, 7, 6))
    with pytest.raises(NietMogelijk, match="latere periode"):
        mag_maken("2025K3", date(2026, 7, 6))


def test_a_release_that_did_not_reckon_with_another_stays_here(
    levering, maker, goedkeurder
):
    """Two made side by side: after the one left, the other was judged by too little."""
    other = maak("2026H1", 1, door=maker.gebruiker_id, on=moment(date(2026, 7, 6)))
    weg(levering, goedkeurder)
    with pytest.raises(NietMogelijk, match="ging een andere weg"):
        besluiten(other, akkoord=True, by=goedkeurder, on=OP)
    besluiten(other, akkoord=False, by=goedkeurder, on=OP, reden="Naast 2025J gemaakt")


def test_one_is_made_at_a_time(in_delft, maker):
    aanvragen("2025J", by=maker, on=OP)
    with pytest.raises(NietMogelijk, match="wordt nog gemaakt"):
        aanvragen("2026K1", by=maker, on=OP)


def test_asking_twice_makes_one(in_delft, maker):
    from inburgering import outbox

    vul()
    assert aanvragen("2025J", by=maker, on=OP) == "2025J"
    assert aanvragen("2025J", by=maker, on=OP) == "2025J"
    outbox.leegmaken(OP)
    assert Levering.objects.get().geslaagd


def test_figures_wait_for_the_facts(in_delft, maker, leven):
    """A job that came before the facts of an act is done again later."""
    from inburgering.models import Bericht
    from monitoring.levering.maak import NogNietBij, maken

    leven()
    with pytest.raises(NogNietBij):
        maken(on=OP, periode="2025J", volgnummer=1, door=maker.gebruiker_id)
    Bericht.objects.update(klaar_op=OP)
    maken(on=OP, periode="2025J", volgnummer=1, door=maker.gebruiker_id)
    assert Levering.objects.count() == 1


@pytest.mark.parametrize(
    "change",
    [
        lambda: Levering.objects.update(geslaagd=False),
        lambda: Levering.objects.all()._raw_delete("default"),
        lambda: Leveringsbesluit.objects.update(akkoord=False),
    ],
)
def test_a_release_is_written_once(levering, goedkeurder, change):
    weg(levering, goedkeurder)
    with pytest.raises(DatabaseError, match="slot"), transaction.atomic():
        change()


def test_a_correction_names_what_it_replaces(levering, maker, goedkeurder):
    weg(levering, goedkeurder)
    nu = moment(date(2027, 1, 8))
    with pytest.raises(OnbekendePeriode, match="wacht op de jaareditie"):
        mag_maken("2026H1", nu.date(), vervangt="2025J")
    row = maak("2026J", 1, door=maker.gebruiker_id, on=nu, vervangt="2025J")
    assert row.vervangt == levering
    assert row.manifest["vervangt"] == "2025J"


@pytest.mark.parametrize(
    ("code", "peildag", "words"),
    [
        ("2025K3", date(2025, 9, 30), "het derde kwartaal van 2025"),
        ("2025H1", date(2025, 6, 30), "het eerste halfjaar van 2025"),
        ("2025J", date(2025, 12, 31), "heel 2025"),
        ("2026k1", date(2026, 2, 3), "het eerste kwartaal van 2026"),
    ],
)
def test_periods(code, peildag, words):
    assert editie(code, date(2026, 2, 3)).peildag == peildag
    assert naam(code.upper()) == words


@pytest.mark.parametrize("code", ["2026K2", "2026K5", "26J", "", "2025H3", "2026-Q1"])
def test_no_period(code):
    with pytest.raises(OnbekendePeriode):
        editie(code, date(2026, 2, 3))


def test_the_periods_to_choose_follow_the_rhythm():
    assert te_kiezen(date(2026, 8, 1))[:4] == ["2026K3", "2026H1", "2026K1", "2025J"]


def roep(*arguments):
    out = StringIO()
    call_command(*arguments, stdout=out)
    return out.getvalue()


def test_from_the_command_line_to_a_receiver(delft, maker, goedkeurder, tmp_path, klok):
    """The whole way: make, approve, write, verify; and a refusal without approval."""
    from inburgering.models.gemeente import gemeente

    with gemeente(delft):
        vul()
    make = ["levering", "--gemeente", "0503", "--periode", "2025J"]
    by = ["--door", maker.gebruiker.email, "--uit", str(tmp_path)]
    with pytest.raises(CommandError, match="tweede persoon"):
        roep(*make, *by)
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(CommandError, match="mag dit niet"):
        roep(*make, *by, "--goedkeuren", maker.gebruiker.email)
    said = roep(*make, *by, "--goedkeuren", goedkeurder.gebruiker.email)
    assert "Goedgekeurd door" in said
    file = tmp_path / "levering-0503-2025J.zip"
    key = roep("levering-sleutel", "--gemeente", "0503").strip()
    assert "Aanvaard" in roep("controleer-levering", str(file), "--sleutel", key)
    file.write_bytes(file.read_bytes().replace(b"gestart", b"gestapt", 1))
    with pytest.raises(CommandError, match="Geweigerd"):
        roep("controleer-levering", str(file), "--sleutel", key)
