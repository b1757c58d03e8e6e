"""The provider's file: what can be read, and each fault with its line and its words."""

import random
from types import SimpleNamespace

import pytest
from django.core.exceptions import ValidationError

from inburgering.forms.urenbestand import (
    HOOGSTENS_BYTES,
    HOOGSTENS_REGELS,
    VOORBEELD,
    Gelezen,
    lees,
    lees_tekst,
)


KOP = "nummer;van;tot en met;soort;gevolgd;gemist afgemeld;gemist niet afgemeld"
REGEL = "0000012345;01-10-2026;31-10-2026;Taalles;24;3;0"


def fouten(tekst: str) -> list[tuple[int, str]]:
    return [(fault.regel, fault.melding) for fault in lees(tekst).fouten]


def test_the_example_on_the_page_can_be_read():
    read = lees(VOORBEELD)
    assert read.fouten == []
    assert [(r.regel, r.nummer, r.soort, r.uren) for r in read.regels] == [
        (2, "0000012345", "taalles", 24), (3, "2026-00017", "knm", 8),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "tekst",
    [
        f"{KOP}\n{REGEL}",
        f"\ufeff{KOP}\r\n{REGEL}\r\n\r\n",
        f"{KOP}\n{REGEL}".replace(";", ","),
        f"{KOP}\n{REGEL}".replace(";", "\t"),
        f"sep=;\n{KOP}\n{REGEL}",
        f"{KOP};;\n{REGEL};;",
        f"{KOP.upper().replace(' ', '_')}\n{REGEL}",
        f'"{KOP.replace(";", chr(34) + ";" + chr(34))}"\n"{REGEL.replace(";", chr(34) + ";" + chr(34))}"',
        f"{KOP}\n{REGEL.replace('01-10-2026', '2026-10-01').replace('Taalles', 'TAALLES')}",
    ],
)
def test_a_file_as_programs_write_it(tekst):
    read = lees(tekst)
    assert read.fouten == []
    assert [r.uren for r in read.regels] == [24]


def test_lines_are_counted_as_in_the_file():
    read = lees(f"\n{KOP}\n\n{REGEL}\n\n{REGEL.replace('24', 'x')}")
    assert [r.regel for r in read.regels] == [4]
    assert [fault.regel for fault in read.fouten] == [6]


@pytest.mark.parametrize(
    ("regel", "melding"),
    [
        (REGEL.replace("0000012345", "123456789"), "Een BSN hoort niet in dit bestand"),
        (REGEL.replace("0000012345", "=1+1"), "hier staat een formule"),
        (REGEL.replace("24", "=SUM(A1:A9)"), "Gevolgd: hier staat een formule"),
        (REGEL.replace("Taalles", "@CMD"), "Soort: hier staat een formule"),
        (REGEL.replace("0000012345", ""), "schrijf een V-nummer"),
        (REGEL.replace("01-10-2026", "32-10-2026"), "bestaat niet in de kalender"),
        (REGEL.replace("01-10-2026", "oktober"), "dag-maand-jaar"),
        (REGEL.replace("01-10-2026", ""), "Vul de dag in"),
        (REGEL.replace("01-10-2026", "01-11-2026"), "voor de eerste dag"),
        (REGEL.replace("Taalles", "Zwemmen"), "geen soort uren"),
        (REGEL.replace("24", "2,5"), "zonder komma"),
        (REGEL.replace("24", "-1"), "van 0 of hoger"),
        (REGEL.replace("24", "2001"), "hoogstens 2000"),
        (REGEL.replace("24", ""), "Vul een heel getal in"),
        (REGEL + ";los", "meer of minder vakken"),
        (REGEL[:-2], "meer of minder vakken"),
    ],
)
def test_a_fault_names_its_line_and_what_to_do(regel, melding):
    (found,) = fouten(f"{KOP}\n{regel}")
    assert found[0] == 2
    assert melding in found[1]


def test_every_fault_is_told_and_the_good_lines_are_kept():
    bad = "x;32-10-2026;31-10-2026;Zwemmen;a;b;c"
    read = lees(f"{KOP}\n{bad}\n{REGEL}\n{bad}")
    assert [r.regel for r in read.regels] == [3]
    assert [fault.regel for fault in read.fouten] == [2] * 6 + [4] * 6


@pytest.mark.parametrize(
    ("tekst", "melding"),
    [
        ("", "leeg"),
        (" \n\n", "leeg"),
        (KOP, "geen regels"),
        (KOP.replace("soort;", ""), "ontbreken: soort"),
        (f"{KOP};adres", "horen er niet in: adres"),
        (f"{KOP};soort", "twee keer"),
        (f"bsn;{KOP}", "hoort geen BSN"),
        (f"{KOP}\n{REGEL}\x00", "teken dat niet"),
        (f"{KOP}\n\u202e{REGEL}", "teken dat niet"),
        (f'{KOP}\n"{REGEL}', "aanhalingstekens"),
        (KOP + f"\n{REGEL}" * (HOOGSTENS_REGELS + 1), "in delen"),
        ("<script>alert(1)</script>", "ontbreken"),
    ],
)
def test_of_what_is_no_such_file_nothing_is_read(tekst, melding):
    read = lees(tekst)
    assert read.regels == []
    assert melding in " ".join(fault.melding for fault in read.fouten)


def test_quotes_that_do_not_close_name_the_line_where_it_began():
    ((line, said),) = fouten(f'{KOP}\n{REGEL}\n"{REGEL}\n{REGEL}')
    assert line == 3
    assert "aanhalingstekens" in said


def upload(inhoud: bytes) -> SimpleNamespace:
    return SimpleNamespace(size=len(inhoud), read=lambda most: inhoud[:most])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_letters_of_the_usual_programs(encoding):
    assert lees_tekst(upload(f"café\n{KOP}".encode(encoding))) == f"café\n{KOP}"


@pytest.mark.parametrize(
    ("inhoud", "melding"),
    [
        (b"a" * (HOOGSTENS_BYTES + 1), "te groot"),
        (b"PK\x03\x04", "Excel"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Excel"),
        ("café".encode("utf-16"), "geen tekst"),
        (b"\x81\x8d", "letters"),
    ],
)
def test_a_file_that_is_no_text_says_what_to_do(inhoud, melding):
    with pytest.raises(ValidationError, match=melding):
        lees_tekst(upload(inhoud))


def test_whatever_is_in_the_file_it_is_read_or_told():
    """A fixed seed: broken copies of a good file never raise, and never pass in silence."""
    chance = random.Random(20261120)
    alphabet = KOP + REGEL + "\n\r\t\"';,=@\x00\u202e\u0665é"
    for _ in range(2000):
        letters = list(f"{KOP}\n{REGEL}\n{REGEL}")
        for _ in range(chance.randint(1, 6)):
            letters[chance.randrange(len(letters))] = chance.choice(alphabet)
        read = lees("".join(letters))
        assert isinstance(read, Gelezen)
        assert read.regels or read.fouten
