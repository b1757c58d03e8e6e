"""The questions of "what if"; nothing that is typed here is kept."""

from typing import Any

from django import forms

from inburgering.forms.handelingsformulier import Basisformulier
from inburgering.forms.velden import Datumveld, Keuzeveld
from inburgering.wet.begrippen import (
    EXAMENONDERDELEN,
    TAALONDERDELEN,
    Leerroute,
    Niveau,
    Onderdeel,
)
from inburgering.wet.watals import Veronderstelling


class WatAls(Basisformulier):
    """A supposition; every field may stay empty."""

    groepen = [
        ("Het PIP", ["dagtekening", "leerroute", "niveau"]),
        ("DUO en de examens", ["verlengd", "gehaald"]),
    ]

    dagtekening = Datumveld(
        label="Stel: het PIP is vastgesteld op",
        required=False,
        help_text="De dagtekening, ook als die nog moet komen. Bijvoorbeeld 29-11-2026",
    )
    leerroute = Keuzeveld(
        Leerroute,
        label="Stel: de leerroute wordt",
        lijst=True,
        required=False,
        leeg="Zoals nu",
    )
    niveau = Keuzeveld(
        [(n.value, n.label) for n in (Niveau.A2, Niveau.B1)],
        label="Stel: het niveau van alle taalonderdelen wordt",
        lijst=True,
        required=False,
        leeg="Zoals nu",
    )
    verlengd = Datumveld(
        label="Stel: DUO verlengt de termijn tot en met",
        required=False,
        help_text="De nieuwe laatste dag.",
    )
    gehaald = forms.MultipleChoiceField(
        label="Stel: deze examens zijn gehaald",
        choices=[(o.value, o.label) for o in EXAMENONDERDELEN],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        """Ask at least one thing."""
        data = super().clean()
        if not self.errors and self.veronderstelling().leeg:
            self.add_error(None, "Vul in wat u zich afvraagt; een veld is genoeg.")
        return data

    def veronderstelling(self) -> Veronderstelling:
        """Give what was asked, for the law."""
        data = self.cleaned_data
        level = data.get("niveau")
        return Veronderstelling(
            dagtekening=data.get("dagtekening"),
            leerroute=Leerroute(data["leerroute"]) if data.get("leerroute") else None,
            niveaus={part: Niveau(level) for part in TAALONDERDELEN} if level else {},
            verlengd_tot_en_met=data.get("verlengd"),
            gehaald=tuple(Onderdeel(part) for part in data.get("gehaald", ())),
        )
