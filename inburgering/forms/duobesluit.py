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
    TAALONDERDELEN,
    DUOBesluitsoort,
    Herkomst,
    Niveau,
    Onderdeel,
    Ontheffingsgrond,
    RedenEindePlicht,
    Verlengingsgrond,
    Vrijstellingsreden,
)
from inburgering.wet.duobesluit import GRONDEN_BIJ, ONTHEFBAAR
from inburgering.wet.kalender import DAG
from inburgering.wet.keuze import Keuze


S = DUOBesluitsoort
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


BEHOEFTE: Mapping[DUOBesluitsoort, Behoefte] = {
    S.VERLENGING: Behoefte(frozenset({"einddatum"})),
    S.VRIJSTELLING_TIJDELIJK: Behoefte(mag=frozenset({"einddatum"})),
    S.VRIJSTELLING_GEDEELTELIJK: Behoefte(
        frozenset({"onderdeel"}), frozenset({"niveau"})
    ),
    S.ONTHEFFING_GEDEELTELIJK: Behoefte(
        frozenset({"onderdeel"}), frozenset({"maximum_uren"})
    ),
    S.PLICHT_BEEINDIGD: Behoefte(frozenset({"reden_einde"}), frozenset({"einddatum"})),
    S.BOETE_AANGEKONDIGD: Behoefte(mag=frozenset({"bedrag"})),
    S.BOETE: Behoefte(frozenset({"bedrag"})),
    S.NIEUWE_TERMIJN: Behoefte(frozenset({"einddatum"})),
}

# What belongs together stands together, a refusal after what it refuses.
SOORTEN = (
    S.VOLDAAN,
    S.VERLENGING, S.VERLENGING_AFGEWEZEN, S.NIEUWE_TERMIJN,
    S.VRIJSTELLING_GEHEEL, S.VRIJSTELLING_GEDEELTELIJK, S.VRIJSTELLING_TIJDELIJK,
    S.VRIJSTELLING_INGETROKKEN, S.VRIJSTELLING_AFGEWEZEN,
    S.ONTHEFFING_GEHEEL, S.ONTHEFFING_GEDEELTELIJK, S.ONTHEFFING_AFGEWEZEN,
    S.PLICHT_BEEINDIGD,
    S.BOETE_AANGEKONDIGD, S.BOETE,
)  # fmt: skip

# In which list the ground of a kind is chosen; the others say it in words.
GROND_IN: Mapping[type[Keuze], str] = {
    Verlengingsgrond: "verlengingsgrond",
    Vrijstellingsreden: "vrijstellingsreden",
    Ontheffingsgrond: "ontheffingsgrond",
}
GROND_VELD: Mapping[DUOBesluitsoort, str] = {
    kind: GROND_IN[type(grounds[0])] for kind, grounds in GRONDEN_BIJ.items()
}


class Vastleggen(Handelingsformulier):
    """Record a decision of DUO; what else is asked depends on its kind."""

    knop = "Besluit vastleggen"
    inleiding = (
        "DUO beslist; de gemeente legt vast wat DUO besloot, met de datum van het "
        "besluit."
    )
    groepen = [
        ("Het besluit", ["soort", "besloten_op", "ingang", "herkomst"]),
        ("Bij een verlenging of een nieuwe termijn", [
            "verlengingsgrond", "grond", "einddatum",
        ]),
        ("Bij een vrijstelling", ["vrijstellingsreden", "laatste_dag"]),
        ("Bij een ontheffing", ["ontheffingsgrond", "maximum_uren"]),
        ("Bij een onderdeel", ["onderdeel", "niveau"]),
        ("Bij een boete", ["bedrag"]),
        ("Als de plicht om een andere reden is geëindigd", ["reden_einde"]),
    ]  # fmt: skip

    soort = Keuzeveld(
        [(kind.value, kind.label) for kind in SOORTEN],
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
    verlengingsgrond = Keuzeveld(
        Verlengingsgrond,
        lijst=True,
        required=False,
        label="Waarom verlengt DUO?",
        leeg="Niet bekend",
    )
    verlengingsgrond.voorwaardelijk = True
    grond = Tekstveld(
        label="Reden in woorden",
        required=False,
        max_length=120,
        help_text="Alleen als de reden niet in de lijst staat, zoals DUO haar noemt.",
    )
    grond.voorwaardelijk = True
    vrijstellingsreden = Keuzeveld(
        Vrijstellingsreden,
        lijst=True,
        required=False,
        label="Waarom is iemand vrijgesteld?",
        leeg="Niet bekend",
    )
    vrijstellingsreden.voorwaardelijk = True
    laatste_dag = Datumveld(
        label="Laatste dag van een tijdelijke vrijstelling",
        required=False,
        help_text="Zoals DUO haar geeft: die dag is iemand nog vrijgesteld.",
    )
    laatste_dag.voorwaardelijk = True
    ontheffingsgrond = Keuzeveld(
        Ontheffingsgrond,
        lijst=True,
        required=False,
        label="Waarom is iemand ontheven?",
        leeg="Niet bekend",
        help_text="Bij een medische reden leggen we niet meer vast dan dat woord.",
    )
    ontheffingsgrond.voorwaardelijk = True
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
        [(o.value, o.label) for o in ONTHEFBAAR], lijst=True, required=False
    )
    onderdeel.voorwaardelijk = True
    niveau = Keuzeveld(
        [(n.value, n.label) for n in (Niveau.A2, Niveau.B1)],
        lijst=True,
        required=False,
        label="Niveau",
        help_text="Alleen bij een vrijstelling. Leeg betekent: het onderdeel hoeft niet.",
    )
    niveau.klasse = "ib-field-short"
    niveau.voorwaardelijk = True
    maximum_uren = Getalveld(
        label="Hoogstens zoveel uren participatie",
        eenheid="uur",
        required=False,
        max_value=9999,
        help_text="Alleen bij de uren participatie van de Z-route; 0 is niet deelnemen.",
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

    def veld_voor(self, gegeven: str) -> str | None:
        """The end of a temporary exemption was typed as its last day."""
        soort = self.cleaned_data.get("soort", "")
        if gegeven == "einddatum" and soort == S.VRIJSTELLING_TIJDELIJK:
            return "laatste_dag"
        if gegeven == "grond":
            return GROND_VELD.get(soort, gegeven)
        return super().veld_voor(gegeven)

    def clean(self) -> dict[str, Any]:
        """Ask what this kind of decision needs; what it does not say stays out."""
        data = super().clean()
        chosen = {name: data.pop(name, "") for name in GROND_IN.values()}
        last_day = data.pop("laatste_dag", None)
        if "soort" not in data:
            return data
        self._take_ground(data, chosen)
        if data["soort"] == S.VRIJSTELLING_TIJDELIJK:
            data["einddatum"] = last_day and last_day + DAG
        needs = BEHOEFTE.get(DUOBesluitsoort(data["soort"]), Behoefte())
        for name, empty in LEEG.items():
            if name in data and name not in needs.nodig | needs.mag:
                data[name] = empty
        for name in sorted(needs.nodig):
            self.eis(name, MELDING[name])
        return self._check_part(data)

    def _take_ground(self, data: dict[str, Any], chosen: Mapping[str, str]) -> None:
        """Keep the code where DUO has one; words only for another ground."""
        soort = DUOBesluitsoort(data["soort"])
        name = GROND_VELD.get(soort)
        if name is None:
            return
        code, words = chosen[name], data.get("grond", "")
        if code and code not in GRONDEN_BIJ[soort]:
            self.add_error(name, "Deze reden hoort niet bij dit besluit.")
        has_words = name == "verlengingsgrond" and code in ("", Verlengingsgrond.OVERIG)
        data["grond"] = (words if has_words else "") or code

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
