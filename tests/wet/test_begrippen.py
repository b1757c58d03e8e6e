"""De woorden van de wet, hun bron en de ruggengraat van handelingen."""

from inburgering.wet.begrippen import Onderdeel, Trajectstatus
from inburgering.wet.bron import Bron, Zekerheid
from inburgering.wet.feiten import SOORTEN
from inburgering.wet.handelingen import HANDELINGEN, Aard, Handeling
from inburgering.wet.keuze import Keuze
from tests.elk import bij_elk, rij_voor_rij


class Kleur(Keuze):
    ROOD = "helder_rood"
    BLAUW = "blauw", "Zeer blauw"


def test_een_keuze_is_het_woord_zelf_met_een_opschrift() -> None:
    assert Kleur.BLAUW == "blauw"
    assert Kleur("blauw") is Kleur.BLAUW
    assert Kleur.choices() == [("helder_rood", "Helder rood"), ("blauw", "Zeer blauw")]


@rij_voor_rij(
    ("bron", "tekst"),
    [
        (Bron("Wi2021", "11 lid 1", Zekerheid.A), "Wi2021 art. 11 lid 1"),
        (Bron("Wi2021", "7", Zekerheid.B), "Wi2021 art. 7"),
        (Bron("Besluit", "3.1", Zekerheid.C), "Besluit art. 3.1 (niet bevestigd)"),
        (Bron("Awb", "3:41", Zekerheid.D), "Awb art. 3:41 (niet bevestigd)"),
        (Bron("eigen", ""), "werkafspraak"),
        (Bron("AOW", "", Zekerheid.D), "AOW (niet bevestigd)"),
    ],
)
def test_alleen_a_en_b_heten_wet(bron: Bron, tekst: str) -> None:
    assert str(bron) == tekst


def test_elke_handeling_heeft_een_rij_een_woord_en_een_artikel() -> None:
    assert set(HANDELINGEN) == set(Handeling)
    for handeling, regel in HANDELINGEN.items():
        assert f"{handeling.noun}_{handeling.verb}" == handeling.value
        assert handeling.label
        assert str(regel.bron)
        assert regel.feit in {*SOORTEN, "traject"}
        assert not regel.op_rij or regel.feit in SOORTEN


@rij_voor_rij(
    ("handeling", "noun", "verb"),
    [
        (Handeling.PIP_VASTSTELLEN, "pip", "vaststellen"),
        (Handeling.LEERBAARHEIDSTOETS_VASTLEGGEN, "leerbaarheidstoets", "vastleggen"),
    ],
)
def test_naamwoord_en_werkwoord(handeling: Handeling, noun: str, verb: str) -> None:
    assert (handeling.noun, handeling.verb) == (noun, verb)


@bij_elk(
    [h for h, r in HANDELINGEN.items() if r.aard is Aard.FEIT_VAN_BUITEN],
    lambda handeling: handeling.value,
)
def test_een_feit_van_buiten_kan_altijd_tot_het_dossier_dicht_is(
    handeling: Handeling,
) -> None:
    assert HANDELINGEN[handeling].van == frozenset(Trajectstatus) - {
        Trajectstatus.AFGESLOTEN
    }


def test_besluiten_met_rechtsgevolg_vragen_mandaat() -> None:
    mandaat = {h for h, regel in HANDELINGEN.items() if regel.met_mandaat}

    assert mandaat == {
        Handeling.PIP_VASTSTELLEN,
        Handeling.HANDHAVING_BESLUITEN,
        Handeling.BEZWAAR_BESLISSEN,
        Handeling.TRAJECT_AFSLUITEN,
        Handeling.TRAJECT_HEROPENEN,
    }


def test_onderdelen_hebben_een_opschrift() -> None:
    assert all(o.label[0].isupper() for o in Onderdeel)
