"""Dagdelen: in woorden, op volgorde, en of een klas bij een wens past."""

from inburgering.wet.lestijden import DAGDELEN, PER_DAG, in_woorden, op_volgorde, past
from tests.elk import rij_voor_rij


def test_elke_dag_heeft_drie_dagdelen():
    assert len(DAGDELEN) == 21
    assert PER_DAG[0] == (
        "Maandag",
        (
            ("maandag_ochtend", "Ochtend"),
            ("maandag_middag", "Middag"),
            ("maandag_avond", "Avond"),
        ),
    )


@rij_voor_rij(
    ("codes", "woorden"),
    [
        ((), ""),
        (("maandag_avond",), "Maandag avond"),
        (("woensdag_avond", "maandag_avond"), "Maandag en woensdag avond"),
        (
            ("vrijdag_avond", "dinsdag_ochtend", "maandag_ochtend", "zondag_ochtend"),
            "Maandag, dinsdag en zondag ochtend; vrijdag avond",
        ),
        (("nooit",), ""),
    ],
)
def test_dagdelen_in_woorden(codes, woorden):
    assert in_woorden(codes) == woorden


def test_op_volgorde_van_de_week():
    found = op_volgorde(["zondag_avond", "maandag_middag", "nooit", "maandag_middag"])
    assert found == ["maandag_middag", "zondag_avond"]


@rij_voor_rij(
    ("wens", "lessen", "antwoord"),
    [
        ((), ("maandag_avond",), True),
        ((), (), True),
        (("maandag_avond",), (), False),
        (("maandag_avond",), ("maandag_avond",), True),
        (("maandag_avond",), ("maandag_avond", "dinsdag_avond"), False),
        (("maandag_avond", "dinsdag_avond"), ("dinsdag_avond",), True),
    ],
)
def test_of_een_klas_past(wens, lessen, antwoord):
    assert past(wens, lessen) is antwoord
