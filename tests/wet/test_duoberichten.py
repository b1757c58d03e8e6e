"""De berichten van DUO: elk eenmaal, in het regelboek, met wat men dan vastlegt."""

import re

from inburgering.wet.duoberichten import BERICHTEN, LIJST, DUOBericht
from inburgering.wet.handelingen import HANDELINGEN, Aard
from inburgering.wet.regelboek import regelboek
from tests.elk import bij_elk


# Wat DUO meldt, is een feit van buiten; alleen registreren en adviseren doet men zelf.
EIGEN = {"traject_registreren", "aanvraag_adviseren"}
BOEK = regelboek().splitlines()


@bij_elk(BERICHTEN, lambda bericht: bericht.code)
def test_een_bericht_van_duo(bericht: DUOBericht) -> None:
    (rij,) = [r for r in BOEK if r.startswith(f"| {bericht.code} |")]
    h = bericht.vastleggen

    assert bericht.meldt in rij
    assert rij.endswith(f"| {LIJST} | A |")
    assert ("| ja |" in rij) is bericht.gepland
    assert h is None or h.label in rij
    assert h is None or HANDELINGEN[h].aard is Aard.FEIT_VAN_BUITEN or h in EIGEN


def test_elk_bericht_staat_er_eenmaal_op_volgorde() -> None:
    codes = [bericht.code for bericht in BERICHTEN]

    assert codes == sorted(set(codes))
    assert all(re.fullmatch(r"SS1\d\d", code) for code in codes)


def test_elk_bericht_dat_het_boek_noemt_is_er() -> None:
    genoemd = set(re.findall(r"\bSS\d{3}\b", "\n".join(BOEK)))

    assert genoemd == {bericht.code for bericht in BERICHTEN}
