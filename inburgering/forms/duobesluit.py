"""Form of a decision of DUO."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from inburgering.forms.handelingsformulier import Handelingsformulier
from inburgering.forms.velden import (
    Datumveld,
    Getalveld,
    Herkomstveld,
    Keuzeveld,
    Tekstveld,
)
from inburgering.wet.begrippen import (
    EXAMENONDERDELEN,
    TAALONDERDELEN,
    DUOBesluitsoort,
    Herkomst,
    Niveau,
    Onderdeel,
    RedenEindePlicht,
)


S = DUOBesluitsoort
ONDERDELEN = (
    *EXAMENONDERDELEN, Onderdeel.PVT, Onderdeel.MAP, Onderdeel.PARTICIPATIE_UREN,
)  # fmt: skip
LEEG: Mapping[str, Any] = {
    "einddatum": None,
    "onderdeel": "",
    "niveau": "",
    "maximum_uren": None,
    "bedrag": None,
    "reden_einde": "",
}
MELDING = {
    "bedrag": "Vul het bedrag in dat in het besluit staat.",
    "einddatum": "Vul de einddatum in die in het besluit staat.",
    "onderdeel": "Kies het onderdeel waarover het besluit gaat.",
    "reden_einde": "Kies waarom de plicht is geëindigd.",
}


@dataclass(frozen=True)
class Behoefte:
    """What a kind of decision needs, and what it may say besides."""

    nodig: frozenset[str] = frozenset()
    mag: frozenset[str] = frozenset()


ONDERDEEL = Behoefte(frozenset({"onderdeel"}), frozenset({"niveau", "maximum_uren"}))
BEHOEFTE: Mapping[DUOBesluitsoort, Behoefte] = {
    S.VERLENGING: Behoefte(frozenset({"einddatum"})),
    S.VRIJSTELLING_TIJDELIJK: Behoefte(mag=frozenset({"einddatum"})),
    S.VRIJSTELLING_GEDEELTELIJK: ONDERDEEL,
    S.ONTHEFFING_GEDEELTELIJK: ONDERDEEL,
    S.PLICHT_BEEINDIGD: Behoefte(frozenset({"reden_einde"}), frozenset({"einddatum"})),
    S.BOETE_AANGEKONDIGD: Behoefte(mag=frozenset({"bedrag"})),
    S.BOETE: Behoefte(frozenset({"bedrag"})),
    S.NIEUWE_TERMIJN: Behoefte(frozenset({"einddatum"})),
}


class Vastleggen(Handelingsformulier):
    """Record a decision of DUO; what else is asked depends on its kind."""

    knop = "Besluit vastleggen"
    inleiding = (
        "DUO beslist; de gemeente legt vast wat DUO besloot, met de datum van het "
        "besluit."
    )
    groepen = [
        ("Het besluit", ["soort", "besloten_op", "ingang", "grond", "herkomst"]),
        ("Bij een verlenging, een nieuwe termijn of een tijdelijke vrijstelling", [
            "einddatum",
        ]),
        ("Bij een boete", ["bedrag"]),
        ("Bij een vrijstelling of ontheffing van een onderdeel", [
            "onderdeel", "niveau", "maximum_uren",
        ]),
        ("Als de plicht om een andere reden is geëindigd", ["reden_einde"]),
    ]  # fmt: skip

    soort = Keuzeveld(
        DUOBesluitsoort,
        label="Wat heeft DUO besloten?",
        vul_in="wat DUO heeft besloten",
    )
    besloten_op = Datumveld(
        label="Datum van het besluit", vul_in="de datum van het besluit"
    )
    ingang = Datumveld(
        label="Gaat in op",
        required=False,
        help_text="Alleen als het besluit op een andere dag ingaat.",
    )
    grond = Tekstveld(
        label="Grond",
        required=False,
        max_length=120,
        help_text="Zoals DUO het noemt. Bij medische redenen alleen: medisch.",
    )
    einddatum = Datumveld(
        label="Geldt tot (die dag niet meer)",
        required=False,
        help_text="Zoals DUO de datum geeft: de eerste dag na de nieuwe termijn.",
    )
    einddatum.voorwaardelijk = True
    bedrag = Getalveld(
        label="Bedrag van de boete",
        eenheid="euro",
        required=False,
        max_value=5000,
        help_text="Hele euro's, zoals in het besluit van DUO.",
    )
    bedrag.voorwaardelijk = True
    onderdeel = Keuzeveld(
        [(o.value, o.label) for o in ONDERDELEN], lijst=True, required=False
    )
    onderdeel.voorwaardelijk = True
    niveau = Keuzeveld(
        [(n.value, n.label) for n in Niveau],
        lijst=True,
        required=False,
        label="Niveau",
        help_text="Leeg betekent: het onderdeel hoeft helemaal niet.",
    )
    niveau.klasse = "ib-field-short"
    niveau.voorwaardelijk = True
    maximum_uren = Getalveld(
        label="Hoogstens zoveel uren participatie",
        eenheid="uur",
        required=False,
        max_value=2000,
        help_text="Alleen bij de uren participatie van de Z-route.",
    )
    maximum_uren.voorwaardelijk = True
    reden_einde = Keuzeveld(
        RedenEindePlicht,
        lijst=True,
        required=False,
        label="Waarom is de plicht geëindigd?",
    )
    reden_einde.voorwaardelijk = True
    herkomst = Herkomstveld(
        Herkomst.DUO, Herkomst.INBURGERAAR, Herkomst.ANDERE_GEMEENTE
    )

    def clean(self) -> dict[str, Any]:
        """Ask what this kind of decision needs; what it does not say stays out."""
        data = super().clean()
        if "soort" not in data:
            return data
        needs = BEHOEFTE.get(DUOBesluitsoort(data["soort"]), Behoefte())
        for name, empty in LEEG.items():
            if name in data and name not in needs.nodig | needs.mag:
                data[name] = empty
        for name in sorted(needs.nodig):
            self.eis(name, MELDING[name])
        return self._check_part(data)

    def _check_part(self, data: dict[str, Any]) -> dict[str, Any]:
        part = data.get("onderdeel", "")
        if part == Onderdeel.PARTICIPATIE_UREN:
            self.eis(
                "maximum_uren", "Vul in hoeveel uren hoogstens nodig zijn (0 mag)."
            )
        else:
            data["maximum_uren"] = None
        if part not in TAALONDERDELEN:
            data["niveau"] = ""
        return data
