"""Het regelboek komt uit de tabellen en is volledig."""

import pkgutil
from datetime import date
from importlib import import_module
from itertools import pairwise

import inburgering.wet
from inburgering.wet.begrippen import Onderdeel, Trajectstatus, Verlengingsgrond
from inburgering.wet.bron import Bron
from inburgering.wet.handelingen import HANDELINGEN, Handeling
from inburgering.wet.intake import VRAGEN
from inburgering.wet.levensloop import PIJLEN
from inburgering.wet.parameters import (
    AOW_LEEFTIJDEN,
    GELIJKGESTELDE_DAGEN,
    PLANNING,
    WETTELIJK,
)
from inburgering.wet.plicht import NIET_PLICHTIGE_NATIONALITEITEN
from inburgering.wet.regelboek import (
    _cel,
    _lengte,
    handeling_tekst,
    regelboek,
    tabel,
    toestandsdiagram,
)
from inburgering.wet.toetsing import TOETSEN
from tests.elk import rij_voor_rij


def test_tabel() -> None:
    assert tabel(("a", "b"), [(1, "x|y")]) == "| a | b |\n| --- | --- |\n| 1 | x/y |\n"


def test_elk_getal_staat_in_het_regelboek_met_bron_en_zekerheid() -> None:
    regels = regelboek().splitlines()

    for rij in (*WETTELIJK, *AOW_LEEFTIJDEN, *GELIJKGESTELDE_DAGEN, *PLANNING):
        (regel,) = [r for r in regels if r.startswith(f"| {rij.naam} |")]
        assert f"| {rij.duur} |" in regel
        assert f"| {rij.bron} | {rij.bron.zekerheid.value} |" in regel


def test_wat_niet_bevestigd_is_heet_zo() -> None:
    regels = regelboek().splitlines()
    (pvt,) = [r for r in regels if r.startswith("| pvt_uren |")]
    (termijn,) = [r for r in regels if r.startswith("| termijn_jaren |")]

    assert "niet bevestigd" in pvt
    assert "| 1 tot en met 40 uur |" in pvt
    assert "niet bevestigd" not in termijn


def test_alles_staat_erin() -> None:
    boek = regelboek()

    assert all(f"### {h.label}\n" in boek for h in HANDELINGEN)
    assert all(o.label in boek for o in Onderdeel)
    assert all(vraag.vraag in boek for vraag in VRAGEN)
    assert all(f"| {code} |" in boek for code in NIET_PLICHTIGE_NATIONALITEITEN)
    assert all(f"- {t.veld}: {t.betekenis} (" in boek for t in TOETSEN)
    assert toestandsdiagram() in boek
    assert "15 mei 2026" in boek


def test_elke_rij_met_een_vindplaats_staat_in_het_regelboek() -> None:
    """Een onderwerp dat erbij komt, staat vanzelf in het boek."""
    boek = regelboek()

    for module in pkgutil.iter_modules(inburgering.wet.__path__):
        inhoud = vars(import_module(f"inburgering.wet.{module.name}"))
        for naam, rijen in inhoud.items():
            if naam.startswith("_") or not isinstance(rijen, tuple):
                continue
            for rij in rijen:
                if isinstance(getattr(rij, "bron", None), Bron):
                    assert str(rij.bron) in boek, (module.name, naam, rij)
    assert "| cautie | Zwijgrecht meegedeeld |" in boek
    assert "| 4 | nieuwe_termijn_meer_examens | 01-01-2022 |" in boek


def test_elke_pijl_staat_in_woorden_in_het_regelboek() -> None:
    boek = regelboek()

    for van, naar in PIJLEN:
        assert f"| {van.label} | {naar.label} | " in boek


@rij_voor_rij(
    ("waarde", "tekst"),
    [
        (True, "ja"),
        (False, "nee"),
        (None, ""),
        (3, "3"),
        (date(2025, 2, 4), "04-02-2025"),
        (("a", "b"), "a, b"),
        (Trajectstatus.PIP, "PIP opstellen"),
    ],
)
def test_een_cel_leest_als_een_woord(waarde: object, tekst: str) -> None:
    assert _cel(waarde) == tekst


def test_elke_grond_van_duo_staat_erin_met_voorwaarden_en_lengte() -> None:
    regels = regelboek().splitlines()

    for grond in Verlengingsgrond:
        (rij,) = [r for r in regels if r.startswith(f"| {grond.label} |")]
        assert "Besluit art. 4." in rij
    (inspanning,) = [r for r in regels if r.startswith("| Veel uren")]
    assert "asielstatushouder: alle lessen" in inspanning
    assert "gezinsmigrant of overige migrant: 450 cursusuren" in inspanning
    assert "| 6 maanden (niet bevestigd) |" in inspanning
    (ged,) = [r for r in regels if r.startswith("| Vrijstelling van een onderdeel |")]
    assert ged.endswith("| Taalniveau al behaald (GED) | DUO | A |")
    assert not _lengte("pip_weken").endswith("bevestigd)")
    assert _lengte("") == "niet gevonden"


def test_een_handeling_met_alles_wat_zij_vraagt() -> None:
    tekst = handeling_tekst(Handeling.PIP_VASTSTELLEN)

    assert tekst.startswith(
        "### PIP vaststellen\n\nbesluit; Wi2021 art. 15, zekerheid A."
    )
    assert "Alleen met mandaat." in tekst
    assert "De leerbaarheidstoets ontbreekt" in tekst
    assert (
        "- dagtekening: niet voor de eerste dag van de plicht (DUO, bericht PIP; weigert)"
        in tekst
    )
    registreren = handeling_tekst(Handeling.TRAJECT_REGISTREREN)
    assert "Kan bij: begin." in registreren


def test_het_diagram_noemt_elke_toestand() -> None:
    assert all(status.label in toestandsdiagram() for status in Trajectstatus)


# Wat geen regel is maar onze eigen indeling, heeft geen vindplaats.
ZONDER_BRON = ("termijn", "van", "onderwerp")


def test_elke_tabel_zegt_waar_het_staat_en_hoe_zeker_het_is() -> None:
    regels = regelboek().splitlines()
    koppen = [kop for kop, lijn in pairwise(regels) if lijn.startswith("| ---")]

    assert koppen
    for kop in koppen:
        eigen = kop.startswith(tuple(f"| {naam} |" for naam in ZONDER_BRON))
        assert "| bron | zekerheid |" in kop or eigen, kop


def test_een_nationaliteit_zonder_plicht_is_niet_bevestigd() -> None:
    regels = regelboek().splitlines()
    (frans,) = [r for r in regels if r.startswith("| 0057 |")]

    assert frans.endswith("| Wi2021 art. 3 en 4 (niet bevestigd) | C |")
