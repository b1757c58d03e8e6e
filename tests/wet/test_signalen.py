"""De berichten van DUO: elk eenmaal, in het regelboek, met wat men dan vastlegt."""

import re

from inburgering.wet.handelingen import HANDELINGEN, Aard
from inburgering.wet.regelboek import regelboek
from inburgering.wet.signalen import LIJST, SIGNALEN, Signaal
from tests.elk import bij_elk


# Wat DUO meldt, is een feit van buiten; alleen registreren en adviseren doet men zelf.
EIGEN = {"traject_registreren", "aanvraag_adviseren"}
BOEK = regelboek().splitlines()


@bij_elk(SIGNALEN, lambda signaal: signaal.code)
def test_een_bericht_van_duo(signaal: Signaal) -> None:
    (rij,) = [r for r in BOEK if r.startswith(f"| {signaal.code} |")]
    h = signaal.vastleggen

    assert signaal.meldt in rij
    assert rij.endswith(f"| {LIJST} | A |")
    assert ("| ja |" in rij) is signaal.gepland
    assert h is None or h.label in rij
    assert h is None or HANDELINGEN[h].aard is Aard.FEIT_VAN_BUITEN or h in EIGEN


def test_elk_bericht_staat_er_eenmaal_op_volgorde() -> None:
    codes = [signaal.code for signaal in SIGNALEN]

    assert codes == sorted(set(codes))
    assert all(re.fullmatch(r"SS1\d\d", code) for code in codes)


def test_elk_bericht_dat_het_boek_noemt_is_er() -> None:
    genoemd = set(re.findall(r"\bSS\d{3}\b", "\n".join(BOEK)))

    assert genoemd == {signaal.code for signaal in SIGNALEN}
