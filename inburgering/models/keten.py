"""The chain through both logs: whoever changes, inserts, swaps or deletes is found.

Each line gets the next number of its municipality and log, and the hash of the former
link with its own contents. Of the personal part only a salted digest goes in, so that it
can be destroyed later and the chain still verifies. The last link is signed with a key
outside the database: cutting off the end, or making the whole chain anew, shows.
"""

import hashlib
import hmac
import json
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.db import connection, models, transaction

from inburgering.models.gemeente import huidige_gemeente
from inburgering.models.spoor import PERSOONLIJK, SCHAKEL, Keten, Ketenhoofd
from inburgering.models.vernietiging import LOGREGELS, Vernietigingsprotocol


PER_KEER = 1000
Rij = dict[str, Any]


class Ketenbreuk(Exception):
    """A log is not what it was; the message names the first line that is wrong."""


@dataclass(frozen=True)
class Uitslag:
    """What checking one log came to."""

    log: str
    schakels: int
    vernietigd: int
    ongeketend: int
    breuk: str = ""


def onderteken(tekst: str) -> str:
    """Sign with the key of the logs, which the database does not have."""
    key = settings.LOGSLEUTEL.encode()
    return hmac.new(key, tekst.encode(), hashlib.sha256).hexdigest()


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    return value if isinstance(value, int | str) else str(value)


def _text(rij: Rij, names: list[str]) -> bytes:
    """Write values the same way every time; empty ones not, so that a column may be added."""
    filled = {
        name: _plain(rij[name]) for name in names if rij[name] not in (None, "", False)
    }
    return json.dumps(filled, sort_keys=True).encode()


def _columns(log: type[Keten]) -> tuple[list[str], list[str]]:
    """Give the personal and the other columns of a log."""
    every = [field.attname for field in log._meta.concrete_fields]
    personal = [name for name in every if name in PERSOONLIJK]
    other = [n for n in every if n not in PERSOONLIJK and n not in SCHAKEL]
    return personal, [*other, "volgnummer"]


def _digest(zout: str, rij: Rij, personal: list[str]) -> str:
    return hashlib.sha256(zout.encode() + _text(rij, personal)).hexdigest()


def _link(former: str, rij: Rij, other: list[str]) -> str:
    parts = (former.encode(), _text(rij, other), rij["afdruk"].encode())
    return hashlib.sha256(b"\n".join(parts)).hexdigest()


def _signature(hoofd: Ketenhoofd) -> str:
    return onderteken(
        f"{hoofd.gemeente_id}:{hoofd.log}:{hoofd.volgnummer}:{hoofd.keten}"
    )


def _head(log: type[Keten]) -> Ketenhoofd | None:
    """Lock the last link; None when a colleague is chaining at this very moment."""
    name = log._meta.model_name
    made = Ketenhoofd(gemeente=huidige_gemeente(), log=name)
    made.handtekening = _signature(made)
    Ketenhoofd.objects.bulk_create([made], ignore_conflicts=True)
    heads = Ketenhoofd.objects.filter(log=name)
    if connection.features.has_select_for_update_skip_locked:
        heads = heads.select_for_update(skip_locked=True)
    return heads.first()


def _check_head(log: type[Keten], hoofd: Ketenhoofd) -> str:
    """Say what is wrong with the last link; chaining on would sign it anew."""
    if not hmac.compare_digest(hoofd.handtekening, _signature(hoofd)):
        return "het hoofd van de keten is gewijzigd"
    last = log.objects.filter(volgnummer__isnull=False).order_by("-volgnummer").first()
    found = (last.volgnummer, last.keten) if last else (0, "")
    if found != (hoofd.volgnummer, hoofd.keten):
        return f"het einde van de keten (regel {hoofd.volgnummer}) is niet meer wat het was"
    return ""


def einde(log: type[Keten]) -> tuple[int, int, str]:
    """Give the last number, how many lines wait, and what is wrong with the end."""
    hoofd = Ketenhoofd.objects.filter(log=log._meta.model_name).first()
    waiting = log.objects.filter(volgnummer__isnull=True).count()
    if hoofd is None:
        return 0, waiting, ""
    return hoofd.volgnummer, waiting, _check_head(log, hoofd)


def keten(log: type[Keten]) -> int:
    """Chain the new lines of the municipality in force; gives how many there were.

    Raises :class:`Ketenbreuk` when the end of the chain was tampered with.
    """
    if not log.objects.filter(volgnummer__isnull=True).exists():
        return 0
    with transaction.atomic():
        if (hoofd := _head(log)) is None:
            return 0
        if wrong := _check_head(log, hoofd):
            raise Ketenbreuk(f"{hoofd.log}: {wrong}")
        new = log.objects.filter(volgnummer__isnull=True).order_by("id")
        links = list(_links(log, hoofd, new.values()[:PER_KEER]))
        _write(log, links)
        hoofd.handtekening = _signature(hoofd)
        hoofd.save()
        return len(links)


def _links(
    log: type[Keten], hoofd: Ketenhoofd, rows: models.QuerySet
) -> Iterator[tuple[Any, ...]]:
    personal, other = _columns(log)
    for rij in rows:
        hoofd.volgnummer += 1
        zout = secrets.token_hex(16)
        rij |= {"volgnummer": hoofd.volgnummer, "afdruk": _digest(zout, rij, personal)}
        hoofd.keten = _link(hoofd.keten, rij, other)
        yield hoofd.volgnummer, zout, rij["afdruk"], hoofd.keten, rij["id"]


def _write(log: type[Keten], links: list[tuple[Any, ...]]) -> None:
    code = huidige_gemeente().pk
    fields = ", ".join(f"{name} = %s" for name in SCHAKEL)
    with connection.cursor() as cursor:
        cursor.executemany(
            f"UPDATE {log._meta.db_table} SET {fields} "  # noqa: S608
            "WHERE id = %s AND gemeente_id = %s",
            [(*link, code) for link in links],
        )


def _wrong(rij: Rij, expected: int, former: str, log: type[Keten]) -> str:
    """Say what is wrong with one line, or nothing."""
    personal, other = _columns(log)
    if rij["volgnummer"] != expected:
        return f"regel {expected} ontbreekt of staat op een andere plaats"
    if rij["zout"] and rij["afdruk"] != _digest(rij["zout"], rij, personal):
        return f"regel {expected} (id {rij['id']}): wie of waarom is gewijzigd"
    if not rij["zout"] and any(rij[name] for name in personal):
        return f"regel {expected} (id {rij['id']}): gewist en daarna ingevuld"
    if rij["keten"] != _link(former, rij, other):
        return f"regel {expected} (id {rij['id']}): de inhoud is gewijzigd"
    return ""


def controleer(log: type[Keten], ankers: dict[int, str] | None = None) -> Uitslag:
    """Walk along a chain from the first link; ``ankers`` are links known from outside.

    Gives the first line that is wrong in ``breuk``, or "".
    """
    links = destroyed = 0
    former, wrong = "", ""
    rows = log.objects.filter(volgnummer__isnull=False).order_by("volgnummer")
    for rij in rows.values().iterator(chunk_size=2000):
        if wrong := _wrong(rij, links + 1, former, log):
            break
        links, former = links + 1, rij["keten"]
        destroyed += not rij["zout"]
        if ankers and ankers.get(links, former) != former:
            wrong = f"regel {links} is niet meer wat buiten de database is bewaard"
            break
    wrong = wrong or _wrong_as_a_whole(log, links, former, destroyed, ankers or {})
    loose = log.objects.filter(volgnummer__isnull=True).count()
    return Uitslag(log._meta.model_name, links, destroyed, loose, wrong)


def _wrong_as_a_whole(
    log: type[Keten], links: int, former: str, destroyed: int, ankers: dict[int, str]
) -> str:
    hoofd = Ketenhoofd.objects.filter(log=log._meta.model_name).first()
    if max(ankers, default=0) > links:
        return f"na regel {links} is het einde afgesneden"
    if hoofd is None:
        return "het hoofd van de keten ontbreekt" if links else ""
    if not hmac.compare_digest(hoofd.handtekening, _signature(hoofd)):
        return "het hoofd van de keten is gewijzigd"
    if (hoofd.volgnummer, hoofd.keten) != (links, former):
        return f"na regel {links} is het einde afgesneden of bijgeschreven"
    allowed = Vernietigingsprotocol.objects.filter(wat=LOGREGELS)
    counted = allowed.aggregate(n=models.Sum("aantal"))["n"] or 0
    return "" if destroyed <= counted else "er is meer gewist dan er protocollen zijn"
