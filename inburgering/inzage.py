"""The logs: every look at a case is one plain insert; the chain's end is kept elsewhere."""

import hmac
import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.conf import settings

from inburgering.authorization.roles import Inzage
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.gemeente import huidige_gemeente
from inburgering.models.keten import Uitslag, controleer, onderteken
from inburgering.models.spoor import LOGS, Ketenhoofd, Raadpleging


def raadpleeg(
    inzage: Inzage, nummer: str, *, by: Lidmaatschap, on: datetime, reden: str = ""
) -> None:
    """Record that somebody looked at a case (or, without number, at a list)."""
    Raadpleging.objects.create(
        gemeente=huidige_gemeente(),
        moment=on,
        gebruiker=by.gebruiker_id,
        naam=by.gebruiker.naam,
        rol=by.rol,
        nummer=nummer,
        inzage=inzage.value,
        reden=reden[:300],
    )


def raadpleeg_opdracht(nummer: str, *, door: str, on: datetime, reden: str) -> None:
    """Record that somebody at the command line looked at a case."""
    Raadpleging.objects.create(
        gemeente=huidige_gemeente(), moment=on, naam=door[:80], rol="opdrachtregel",
        nummer=nummer, inzage=Inzage.DOSSIER.value, reden=reden[:300],
    )  # fmt: skip


def _folder() -> Path:
    return Path(settings.VAR_DIR) / "ankers"


def veranker(dag: date) -> Path | None:
    """Write the ends of the chains to a signed file outside the database, once a day.

    Gives the file, or None when the day has its anchor or nothing is chained yet.
    """
    code = huidige_gemeente().pk
    path = _folder() / f"{code}-{dag:%Y-%m-%d}.json"
    if path.exists():
        return None
    heads = Ketenhoofd.objects.order_by("log")
    ends = {head.log: [head.volgnummer, head.keten] for head in heads}
    if not ends:
        return None
    anchor = {"gemeente": code, "dag": f"{dag:%Y-%m-%d}", "ketens": ends}
    anchor["handtekening"] = onderteken(json.dumps(anchor, sort_keys=True))
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_suffix(".nieuw")
    new.write_text(json.dumps(anchor, sort_keys=True) + "\n", encoding="utf-8")
    new.replace(path)
    return path


def _read(path: Path) -> dict[str, Any] | None:
    """Read an anchor; None when it is not ours or was changed."""
    try:
        anchor = json.loads(path.read_text(encoding="utf-8"))
        signature = anchor.pop("handtekening")
    except (ValueError, KeyError):
        return None
    known = onderteken(json.dumps(anchor, sort_keys=True))
    return anchor if hmac.compare_digest(signature, known) else None


def controleer_logboek() -> tuple[list[Uitslag], list[str]]:
    """Check the logs of the municipality in force against themselves and the anchors.

    Gives the outcome per log, and the anchors that cannot be believed.
    """
    links: dict[str, dict[int, str]] = {str(log._meta.model_name): {} for log in LOGS}
    false = []
    for path in sorted(_folder().glob(f"{huidige_gemeente().pk}-*.json")):
        if (anchor := _read(path)) is None:
            false.append(path.name)
            continue
        for log, (volgnummer, keten) in anchor["ketens"].items():
            if volgnummer:
                links[log][volgnummer] = keten
    return [controleer(log, links[str(log._meta.model_name)]) for log in LOGS], false
