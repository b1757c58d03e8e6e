"""The forms around a merger: what holds, and the words of the second person."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from inburgering.forms.handelingsformulier import Handelingsformulier
from inburgering.forms.herstel import Afwijzen as HerstelAfwijzen
from inburgering.forms.herstel import Goedkeuren as HerstelGoedkeuren
from inburgering.forms.velden import Keuzeveld, Tekstveld


KEUZE = "keuze_"


class Vragen(Handelingsformulier):
    """Choose per difference what holds, and say why it is one person."""

    knop = "Bekijk wat er gebeurt"
    ander_versie = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, *args: Any, keuzes: Sequence[tuple[str, str, str, str]] = (), **kw: Any
    ) -> None:
        """Take per difference its name, its label and the words of both cases."""
        self.keuzes = keuzes
        super().__init__(*args, **kw)

    def inrichten(self) -> None:
        """Ask per difference which one holds."""
        for name, label, stays, other in self.keuzes:
            self.fields[KEUZE + name] = Keuzeveld(
                [("blijft", stays), ("ander", other)], label=label,
                vul_in="welke waarde klopt",
            )  # fmt: skip
        self.fields["reden"] = Tekstveld(
            groot=True, label="Hoe weet u dat dit dezelfde persoon is?", max_length=500,
            vul_in="in hoe u dit weet",
            help_text="Bijvoorbeeld: het BSN staat op het document dat is getoond.",
        )  # fmt: skip
        self.groepen = [
            ("Wat klopt?", [KEUZE + name for name, *_ in self.keuzes]),
            ("Waarom", ["reden"]),
        ]
        if not self.keuzes:
            self.groepen = self.groepen[1:]

    def veld_voor(self, gegeven: str) -> str | None:
        """Give the choice that a message is about."""
        return super().veld_voor(KEUZE + gegeven)

    def gekozen(self) -> Mapping[str, str]:
        """Give what was chosen per difference."""
        values = self.cleaned_data
        return {name: values.get(KEUZE + name, "") for name, *_ in self.keuzes}

    def gegevens(self) -> dict[str, Any]:
        """Give the choices, the reason, and the version of the other case."""
        return {
            "keuzes": self.gekozen(),
            "reden": self.cleaned_data["reden"],
            "ander_versie": self.cleaned_data["ander_versie"],
        }


class Goedkeuren(HerstelGoedkeuren):
    """Approve a merger."""

    knop = "Samenvoeging goedkeuren"


class Afwijzen(HerstelAfwijzen):
    """Reject a merger, with the reason."""

    knop = "Samenvoeging afwijzen"
