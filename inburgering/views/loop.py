"""Over the years: where somebody lived since the registration, and who had the case."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from inburgering.integrations.landelijke_tabellen import omschrijving
from inburgering.models.dossier import Dossier
from inburgering.models.inburgeraar import Inburgeraar
from inburgering.models.opvangplek import afstand_tot, hoe_ver
from inburgering.models.traject import Traject
from inburgering.models.verblijf import Verhuizing
from inburgering.models.wisselingen import perioden, wisselingen
from inburgering.templatetags.opmaak import datum
from inburgering.wet.begrippen import Verhuissoort
from inburgering.wet.handelingen import Handeling


VERHUISD = Handeling.VERHUIZING_VASTLEGGEN.value
WEG = frozenset({Verhuissoort.NAAR_GEMEENTE, Verhuissoort.BUITENLAND})
VELDEN = ("history_change_reason", "adres", "woonplaats", "opvanglocatie")


def _place(row: Mapping[str, Any]) -> str:
    """Give where somebody lives, as a row of the history has it."""
    street = ", ".join(part for part in (row["adres"], row["woonplaats"]) if part)
    return row["opvanglocatie"] or street


def _line(op: date, wat: str, waar: str) -> dict[str, Any]:
    return {"op": op, "wat": wat, "waar": waar}


def _moved_to(move: Verhuizing, after: Mapping[str, Any] | None) -> str:
    """Give where a move went: as it was said, else the address that it left behind."""
    town = omschrijving("gemeente", move.gemeente_code) if move.gemeente_code else ""
    if move.soort in WEG or after is None:
        return ", ".join(part for part in (move.plaats, town) if part)
    return move.plaats or _place(after)


def waar_gewoond(
    traject: Traject, verhuizingen: Iterable[Verhuizing]
) -> list[dict[str, Any]]:
    """Give every place with its day, newest first; nothing when the address is secret.

    The first is what the registration said. The address of a move is what the person had
    after it: each move wrote one row of the history, in the same order.
    """
    if traject.inburgeraar.geheim_adres:
        return []
    rows = Inburgeraar.history.filter(id=traject.inburgeraar_id)
    history = list(rows.order_by("history_date", "history_id").values(*VELDEN))
    after = [r for r in history if r["history_change_reason"] == VERHUISD]
    moves = sorted(verhuizingen, key=lambda move: move.pk)
    known = after if len(after) == len(moves) else [None] * len(moves)
    first = (
        history[0] if history else {"adres": "", "woonplaats": "", "opvanglocatie": ""}
    )
    begin = "Opvang" if first["opvanglocatie"] else "Bij de registratie"
    lines = [_line(traject.geregistreerd_op, begin, _place(first))]
    lines += [
        _line(
            move.verhuisd_op, Verhuissoort(move.soort).label, _moved_to(move, row)
        )
        for move, row in zip(moves, known, strict=True)
    ]  # fmt: skip
    far = hoe_ver()
    for line in lines:
        line["ver"] = afstand_tot(line["waar"], far) if line["waar"] else ""
    return [lines[0], *sorted(lines[1:], key=lambda line: line["op"])][::-1]


def vast_contact(dossier: Dossier) -> dict[str, Any]:
    """Give who had the case, from when to when, in how many days, and the changes."""
    periods = perioden([dossier.traject.pk]).get(dossier.traject.pk, [])
    today = dossier.stand.peildatum
    return {
        "wisselingen": wisselingen(periods),
        "perioden": [
            {
                "naam": p.naam,
                "van": datum(p.van),
                "tot": datum(p.tot),
                "dagen": p.dagen(today),
            }
            for p in reversed(periods)
        ],
    }
