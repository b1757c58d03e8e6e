"""Forms of a meeting of a group."""

from typing import Any

from django import forms

from inburgering.forms.handelingsformulier import Basisformulier
from inburgering.forms.velden import (
    Datumveld,
    Getalveld,
    JaNeeveld,
    Keuzeveld,
    Tekstveld,
    Tijdveld,
)
from inburgering.forms.werkformulier import Werkformulier
from inburgering.models.bijeenkomst import Bijeenkomstsoort, Uitnodigingswijze


class Plannen(Werkformulier):
    """Plan a meeting."""

    knop = "Bijeenkomst plannen"
    gepland = ("dag",)
    groepen = [
        ("Wat", ["soort", "titel", "ondertekenen", "uren"]),
        ("Wanneer en waar", ["dag", "begin", "einde", "plaats", "plaatsen"]),
        ("Voor wie en door wie", ["taal", "tolk", "door"]),
    ]
    soort = Keuzeveld(Bijeenkomstsoort, label="Soort", vul_in="de soort bijeenkomst")
    titel = Tekstveld(
        label="Titel", max_length=120, vul_in="een titel", in_brief=True,
        help_text="Bijvoorbeeld: PVT, avond 2.",
    )  # fmt: skip
    ondertekenen = forms.BooleanField(
        label="Hier wordt de participatieverklaring ondertekend", required=False,
        help_text="Alleen bij de laatste bijeenkomst van het PVT.",
    )  # fmt: skip
    uren = Getalveld(
        label="Telt voor hoeveel uur?", required=False, max_value=12, eenheid="uur",
        help_text="Zonder de pauze. Bij een voorlichting mag dit leeg blijven.",
    )  # fmt: skip
    dag = Datumveld(label="Dag", vul_in="de dag")
    begin = Tijdveld(label="Van", vul_in="de tijd waarop het begint")
    einde = Tijdveld(label="Tot", vul_in="de tijd waarop het eindigt")
    plaats = Tekstveld(
        label="Zaal en adres", max_length=200, vul_in="de zaal en het adres",
        in_brief=True,
    )  # fmt: skip
    plaatsen = Getalveld(
        label="Aantal plaatsen",
        min_value=1,
        max_value=500,
        vul_in="het aantal plaatsen",
    )
    taal = Tekstveld(
        label="In welke taal?", required=False, max_length=40, in_brief=True,
        help_text="Wie deze taal spreekt, staat bij het uitnodigen bovenaan.",
    )  # fmt: skip
    tolk = JaNeeveld(label="Is er een tolk?", vul_in="of er een tolk is")
    door = Tekstveld(
        label="Door wie?", required=False, max_length=120,
        help_text="Wie de bijeenkomst leidt, en de organisatie.",
    )  # fmt: skip

    def beginwaarden(self) -> dict[str, Any]:
        """What the meeting says now; a new one has no interpreter until one says so."""
        return super().beginwaarden() or {"tolk": False}

    def clean(self) -> dict[str, Any]:
        """An end after the begin; hours where they count; signing at a PVT alone."""
        values = super().clean()
        begin, einde = values.get("begin"), values.get("einde")
        if begin and einde and einde <= begin:
            self.add_error(
                "einde", f"Het einde ligt niet na het begin ({begin:%H:%M})."
            )
        soort = values.get("soort")
        if values.get("ondertekenen") and soort and soort != Bijeenkomstsoort.PVT:
            self.add_error(
                "ondertekenen", "De verklaring hoort bij het PVT. Zet dit vinkje uit."
            )
        if soort in {Bijeenkomstsoort.PVT, Bijeenkomstsoort.MAP}:
            self.eis("uren", "Vul in voor hoeveel uur deze bijeenkomst telt.")
        if "uren" in values:
            values["uren"] = values["uren"] or 0
        return values


class Wijzigen(Plannen):
    """Change a meeting."""

    knop = "Bijeenkomst wijzigen"


class Afgelasten(Werkformulier):
    """Cancel a meeting."""

    knop = "Bijeenkomst afgelasten"
    reden = Tekstveld(
        label="Waarom gaat het niet door?", max_length=200, vul_in="de reden",
        help_text="Noem geen personen. Bijvoorbeeld: de zaal is niet beschikbaar.",
    )  # fmt: skip


class Hervatten(Werkformulier):
    """Let a cancelled meeting go on after all."""

    knop = "Laat de bijeenkomst doorgaan"
    inleiding = (
        "Wie was uitgenodigd, is dat nog. Heeft iemand al gehoord dat het niet doorging? "
        "Laat dan weten dat het wel doorgaat."
    )


class Uitnodigen(Werkformulier):
    """How and when many are invited at once; who is ticked stands in the table."""

    knop = "Leg vast wie is uitgenodigd"
    gebeurd = ("uitgenodigd_op",)
    uitgenodigd_op = Datumveld(
        label="Uitgenodigd op", vul_in="de dag van de uitnodiging"
    )
    wijze = Keuzeveld(
        Uitnodigingswijze, lijst=True, label="Hoe uitgenodigd?", vul_in="hoe"
    )

    def beginwaarden(self) -> dict[str, Any]:
        """Invited today, by letter."""
        return {
            "uitgenodigd_op": self.vandaag, "wijze": Uitnodigingswijze.BRIEF.value,
        }  # fmt: skip


class Schrijven(Werkformulier):
    """The form around who gets a letter that it does not go on; the table has the lines."""

    knop = "Maak de brieven"


class Presentie(Werkformulier):
    """The form around an attendance list; the lines stand in the table."""

    knop = "Aanwezigheid vastleggen"


class Urenregel(Basisformulier):
    """The hours that somebody types in one line of the list."""

    uren = Getalveld(label="Uren", required=False, max_value=500)
