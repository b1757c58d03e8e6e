"""What colleagues wrote and planned, added to an example: a life tells only of the law.

The words are made up, and the same for everybody: an example shows the form.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from inburgering.wet.begrippen import Eigenaar, Herkomst


Rij = dict[str, Any]
Regel = dict[str, Any]

DOEL, STAP, AFSPRAAK = "D1", "D2", "A{}"


def vul_bij(regel: Regel, op: date) -> Regel:
    """Give a line with goals, and with work that is done and to be done on a day."""
    feiten = dict(regel["feiten"])
    feiten |= _gezegd(regel["aanmelding"]["geregistreerd_op"])
    if plannen := feiten.get("pips"):
        feiten["doelen"] = _doelen(plannen[0]["opgesteld_op"])
        feiten |= _verwezen(feiten)
    if intakes := feiten.get("brede_intakes"):
        dag = intakes[0]["gestart_op"]
        feiten["intakegesprekken"] = [
            _van(dag, gevoerd_op=dag, vorm="op_kantoor", besproken="Opleiding en werk.")
        ]
    if not feiten.get("afsluitingen"):
        feiten |= _gepland(op)
    return regel | {"feiten": feiten}


def _van(dag: str, /, **velden: Any) -> Rij:
    return {"herkomst": Herkomst.GEMEENTE.value, "vastgelegd_op": dag, **velden}


def _gezegd(dag: str) -> dict[str, list[Rij]]:
    return {
        "contacten": [
            _van(
                dag, gesproken_op=dag, kanaal="kantoor", onderwerp="kennismaking",
                met_wie="inburgeraar", uitkomst="bereikt", tekst="Kennisgemaakt.",
            )
        ],
        "notities": [
            _van(
                dag, soort="school", onderwerp="Lesdagen", deelbaar=True,
                tekst="Kan in de ochtend naar de les.",
            )
        ],
    }  # fmt: skip


def _doelen(dag: str) -> list[Rij]:
    return [
        _van(
            dag, kenmerk=DOEL, domein="werk", gesteld_op=dag,
            omschrijving="Ik werk in Nederland.",
        ),
        _van(
            dag, kenmerk=STAP, onder=DOEL, domein="taal", gesteld_op=dag,
            omschrijving="Ik voer een gesprek over werk in het Nederlands.",
        ),
    ]  # fmt: skip


def _verwezen(feiten: dict[str, list[Rij]]) -> dict[str, list[Rij]]:
    """Let agreements belong to the goal, and enforcement rest on one where it can."""
    afspraken = [
        rij | {"kenmerk": AFSPRAAK.format(n), "doel": DOEL}
        for n, rij in enumerate(feiten.get("afspraken", ()), 1)
    ]
    found = {"afspraken": afspraken} if afspraken else {}
    if handhavingen := feiten.get("handhavingen"):
        found["handhavingen"] = [
            rij | {"afspraak": next(_waarop(rij, afspraken), "")}
            for rij in handhavingen
        ]
    return found


def _waarop(rij: Rij, afspraken: list[Rij]) -> Iterator[str]:
    for afspraak in afspraken:
        if (
            afspraak["gemaakt_op"] <= rij["gebeurd_op"]
            and afspraak["grondslag"] == rij["grondslag"]
            and afspraak["eigenaar"] == Eigenaar.INBURGERAAR
        ):
            yield afspraak["kenmerk"]


def _gepland(op: date) -> dict[str, list[Rij]]:
    straks = (op + timedelta(days=14)).isoformat()
    dag = op.isoformat()
    return {
        "taken": [
            _van(dag, omschrijving="Bel de school over de lesdagen.", uiterlijk=straks)
        ],
        "agendapunten": [
            _van(
                dag, dag=straks, begin="09:30", einde="10:00", soort="gesprek",
                vorm="kantoor", plaats="Kamer 3",
            )
        ],
    }  # fmt: skip
