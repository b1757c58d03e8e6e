"""Who is known already and could be the person that is about to be registered.

Two people are alike when their birth dates can be the same day and their names resemble
each other, or when they have the same telephone number or e-mail address. This module
only finds them: whether it is the same person is for a colleague to say.

A name is compared word by word in its normal form (``zoekvorm``: no accents, no capitals;
apostrophes gone, hyphens are spaces, a lone article such as "al" or "el" left out), so the
order of the words and one word more or less make no difference. Two words resemble each
other as far as ``difflib`` says; each word of the shorter name counts by its length, and
from ``LIJKT`` on the names are alike. Names are read only of people with a birth date that
can be the same: the index gives those, whatever the number of files.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from django.db.models import Q

from inburgering.models.gemeente import huidige_gemeente
from inburgering.models.inburgeraar import volledige_naam, zoekvorm
from inburgering.models.traject import Traject


LIJKT = 0.8
HOOGSTENS = 5  # more than these nobody compares
LIDWOORDEN = frozenset({"al", "el", "de", "den", "der", "van", "von"})
ONBEKEND = "0000-00-00"
KOLOMMEN = (
    "pk", "nummer", "klantmanager__naam", "inburgeraar_id", "inburgeraar__voornamen",
    "inburgeraar__voorvoegsel", "inburgeraar__geslachtsnaam",
    "inburgeraar__geboortedatum", "inburgeraar__telefoon", "inburgeraar__email",
)  # fmt: skip


@dataclass(frozen=True)
class Gelijke:
    """A known person who is alike: the case, and in which respects."""

    traject_id: int
    nummer: str
    naam: str
    geboortedatum: str
    klantmanager: str
    waarom: tuple[str, ...]
    score: float


def woorden(naam: str) -> list[str]:
    """Give the normal form of a name: the words by which it is compared."""
    plain = re.sub(r"[\u2019'`.]", "", zoekvorm(naam))
    found = re.findall(r"\w+", plain)
    return [word for word in found if word not in LIDWOORDEN] or found


def vergelijker(naam: str) -> Callable[[str], float]:
    """Give what says how far another name resembles this one: 0 to 1."""
    own = woorden(naam)
    matchers = [SequenceMatcher(b=word, autojunk=False) for word in own]

    def resemblance(ander: str) -> float:
        other = woorden(ander)
        if not own or not other:
            return 0.0
        pairs = sorted(
            ((_ratio(m, word), i, j)
             for i, m in enumerate(matchers) for j, word in enumerate(other)),
            reverse=True,
        )  # fmt: skip
        return _best_of(pairs, own, other)

    return resemblance


def _ratio(matcher: SequenceMatcher, word: str) -> float:
    if matcher.b == word:
        return 1.0
    matcher.set_seq1(word)
    # Half alike is no likeness: the dear comparison is only made where it can matter.
    if matcher.real_quick_ratio() < 0.5 or matcher.quick_ratio() < 0.5:
        return 0.0
    return matcher.ratio()


def _best_of(
    pairs: Iterable[tuple[float, int, int]], own: list[str], other: list[str]
) -> float:
    """Pair the words off, best first, and weigh each by its length."""
    left, right, total, length = set(), set(), 0.0, 0
    for ratio, i, j in pairs:
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            weight = max(len(own[i]), len(other[j]))
            total += ratio * weight
            length += weight
    return total / length


def datum_kan(geboortedatum: str) -> Q:
    """Give whose birth date can be the same: what is not known can be anything.

    A date of which not even the year is known is compared with those alone: else
    everybody would be.
    """
    jaar, maand, dag = geboortedatum.split("-")
    field = "inburgeraar__geboortedatum"
    if jaar == "0000":
        return Q(**{field: ONBEKEND})
    vager = {f"{jaar}-00-00", f"{jaar}-{maand}-00", ONBEKEND}
    if dag != "00":
        return Q(**{f"{field}__in": sorted(vager | {geboortedatum})})
    begin = jaar if maand == "00" else f"{jaar}-{maand}"
    last = "-99-99" if maand == "00" else "-99"
    first = "-00-00" if maand == "00" else "-00"
    between = Q(**{f"{field}__gte": begin + first, f"{field}__lte": begin + last})
    return between | Q(**{f"{field}__in": sorted(vager)})


def _kan_samen(een: str, ander: str) -> bool:
    """Say whether two birth dates can be the same day."""
    return all(
        a == b or not int(a) or not int(b)
        for a, b in zip(een.split("-"), ander.split("-"), strict=True)
    )


def cijfers(telefoon: str) -> str:
    """Give a telephone number as one dials it here: digits only, a leading zero."""
    digits = re.sub(r"\D", "", telefoon).removeprefix("00")
    if digits.startswith("31") and len(digits) == 11:
        return "0" + digits[2:]
    return digits


def _schrijfwijzen(telefoon: str) -> list[str]:
    """Give the ways in which one writes a number: the index knows what was typed."""
    n = cijfers(telefoon)
    if len(n) < 8:  # half a number says nothing
        return []
    mobile, rest = n[:2], n[2:]
    pairs = " ".join(rest[i : i + 2] for i in range(0, len(rest), 2))
    ways = {telefoon, n, f"{mobile}-{rest}", f"{mobile} {rest}", f"{mobile} {pairs}",
            f"{mobile}-{pairs}", f"+31{n[1:]}", f"+31 {n[1:]}", f"+31{n[1:2]} {rest}",
            f"+31 {n[1:2]} {rest}", f"+31 {n[1:2]} {pairs}", f"0031{n[1:]}",
            f"+31-{n[1:2]}-{rest}", f"+31 {n[1:2]}-{rest}"}  # fmt: skip
    return sorted(ways)


def gelijken(
    *, voornamen: str = "", voorvoegsel: str = "", geslachtsnaam: str = "",
    geboortedatum: str = "", telefoon: str = "", email: str = "",
) -> list[Gelijke]:  # fmt: skip
    """Give who is alike, most alike first; of more cases of one person the latest."""
    kan = Q()
    if geboortedatum:
        kan |= datum_kan(geboortedatum)
    if ways := _schrijfwijzen(telefoon):
        kan |= Q(inburgeraar__telefoon__in=ways)
    if email:
        kan |= Q(inburgeraar__email__in=sorted({email, email.lower()}))
    if not kan:
        return []
    rows = Traject.objects.filter(kan, inburgeraar__gemeente=huidige_gemeente())
    resemblance = vergelijker(volledige_naam(voornamen, voorvoegsel, geslachtsnaam))
    found: dict[int, Gelijke] = {}
    for key, nummer, km, person, first, prefix, last, born, phone, mail in (
        rows.order_by("-id").values_list(*KOLOMMEN).iterator()
    ):
        naam = volledige_naam(first, prefix, last)
        score = 0.0
        if geboortedatum and _kan_samen(geboortedatum, born):
            score = resemblance(naam)
        why = tuple(_waarom(
            score, geboortedatum == born,
            bool(ways) and cijfers(phone) == cijfers(telefoon),
            bool(email) and mail.lower() == email.lower(),
        ))  # fmt: skip
        if why and person not in found:
            found[person] = Gelijke(key, nummer, naam, born, km or "", why, score)
    return sorted(found.values(), key=lambda g: -g.score)[:HOOGSTENS]


def _waarom(
    score: float, zelfde_dag: bool, zelfde_telefoon: bool, zelfde_email: bool
) -> Iterable[str]:
    if score >= LIJKT:
        day = "dezelfde geboortedatum" if zelfde_dag else (
            "een geboortedatum die dezelfde kan zijn"
        )  # fmt: skip
        name = "dezelfde naam" if score == 1 else "bijna dezelfde naam"
        yield f"{name} en {day}"
    if zelfde_telefoon:
        yield "hetzelfde telefoonnummer"
    if zelfde_email:
        yield "hetzelfde e-mailadres"
