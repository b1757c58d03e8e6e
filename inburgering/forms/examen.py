"""Form of an exam result."""

from typing import Any

from inburgering.forms.handelingsformulier import Handelingsformulier
from inburgering.forms.velden import Datumveld, Herkomstveld, Keuzeveld
from inburgering.wet.begrippen import (
    EXAMENONDERDELEN,
    TAALONDERDELEN,
    Examenresultaat,
    Herkomst,
    Niveau,
    Onderdeel,
    RedenGeenResultaat,
)


ONDERDELEN = (*EXAMENONDERDELEN, Onderdeel.TAALSCHAKELTRAJECT)


class Vastleggen(Handelingsformulier):
    """Record one attempt at one part."""

    knop = "Uitslag vastleggen"
    inleiding = (
        "Leg elke poging vast, ook een gezakte. Een examen van voor dit traject of uit "
        "een andere gemeente legt u ook vast: kies dan waar de uitslag vandaan komt. DUO "
        "beslist of die meetelt."
    )
    onderdeel = Keuzeveld(
        [(o.value, o.label) for o in ONDERDELEN], vul_in="het onderdeel"
    )
    niveau = Keuzeveld(
        [(n.value, n.label) for n in Niveau],
        lijst=True,
        required=False,
        help_text="Alleen bij lezen, luisteren, schrijven en spreken.",
    )
    niveau.klasse = "ib-field-short"
    niveau.voorwaardelijk = True
    afgelegd_op = Datumveld(
        label="Examen afgelegd op", vul_in="de datum van het examen"
    )
    resultaat = Keuzeveld(Examenresultaat, label="Uitslag", vul_in="de uitslag")
    reden = Keuzeveld(
        RedenGeenResultaat,
        lijst=True,
        required=False,
        label="Waarom is er geen resultaat?",
        help_text="Alleen als er geen resultaat is.",
    )
    reden.voorwaardelijk = True
    herkomst = Herkomstveld(
        Herkomst.DUO, Herkomst.AANBIEDER, Herkomst.INBURGERAAR, Herkomst.ANDERE_GEMEENTE
    )

    def clean(self) -> dict[str, Any]:
        """A level with language, a reason with no result, and nowhere else."""
        data = super().clean()
        if data.get("onderdeel") in TAALONDERDELEN:
            self.eis("niveau", "Kies het niveau van dit examen.")
        elif "onderdeel" in data:
            data["niveau"] = ""
        if data.get("resultaat") == Examenresultaat.GEEN:
            self.eis("reden", "Kies waarom er geen resultaat is.")
        elif "resultaat" in data:
            data["reden"] = ""
        return data
