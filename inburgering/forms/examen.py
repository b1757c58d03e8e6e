"""Forms of an exam: the registration, and the result."""

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


class Aanmelden(Handelingsformulier):
    """Record that somebody registered for an exam in one part."""

    knop = "Aanmelding vastleggen"
    inleiding = (
        "De inburgeraar meldt zich zelf aan bij DUO. Leg het hier vast, dan is te zien "
        "voor welk onderdeel dat nog moet."
    )
    vooraf = ("onderdeel",)
    onderdeel = Keuzeveld(
        [(o.value, o.label) for o in EXAMENONDERDELEN], vul_in="het onderdeel"
    )
    aangemeld_op = Datumveld(
        label="Aangemeld op", vul_in="de dag waarop iemand zich aanmeldde"
    )
    examen_op = Datumveld(
        label="Dag van het examen", required=False,
        help_text="Leeg als de dag nog niet bekend is.",
    )  # fmt: skip
    herkomst = Herkomstveld(Herkomst.INBURGERAAR, Herkomst.AANBIEDER, Herkomst.DUO)

    def beginwaarden(self) -> dict[str, Any]:
        """Registered today."""
        return {"aangemeld_op": self.vandaag}


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
