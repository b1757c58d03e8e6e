"""Hoe een vindplaats heet, en wat er niet van is nagelezen."""

from inburgering.wet.bron import Bron, Zekerheid
from tests.elk import rij_voor_rij


@rij_voor_rij(
    ("bron", "plaats"),
    [
        (Bron("Besluit", "hoofdstuk 8"), "Besluit, hoofdstuk 8"),
        (Bron("Besluit", "5.3"), "Besluit art. 5.3"),
        (Bron("AOW", "7a", Zekerheid.D), "AOW art. 7a (niet bevestigd)"),
        (
            Bron("Regeling", "bijlage", Zekerheid.C),
            "Regeling, bijlage (niet bevestigd)",
        ),
        (Bron("DUO", "SS126"), "DUO, bericht SS126"),
        (Bron("Regeling", ""), "Regeling"),
    ],
)
def test_een_hoofdstuk_heet_geen_artikel(bron: Bron, plaats: str) -> None:
    assert str(bron) == plaats


@rij_voor_rij(
    ("bron", "gelezen"),
    [
        (Bron("Wi2021", "15"), True),
        (Bron("Wi2021", "16"), False),
        (Bron("Wi2021", "15 en 16"), False),
        (Bron("Wi2021", "14 lid 9"), True),
        (Bron("Wi2021", "23; Participatiewet art. 18"), True),
        (Bron("Wi2021", "22 en 23"), False),
        (Bron("Besluit", "7.2"), False),
        (Bron("Besluit", "5.3"), True),
        (Bron("Participatiewet", "18"), True),
    ],
)
def test_een_nummer_dat_niemand_las_heet_zo(bron: Bron, gelezen: bool) -> None:
    assert bron.nummer_gelezen is gelezen
