"""The forms around a merger: what holds, and the words of the second person."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms

from inburgering.forms.handelingsformulier import Handelingsformulier
from inburgering.forms.herstel import Afwijzen as HerstelAfwijzen
from inburgering.forms.herstel import Goedkeuren as HerstelGoedkeuren
from inburgering.forms.velden import Keuzeveld, Tekstveld
from inburgering.models.samenvoeging import SCHEIDT


KEUZE = "keuze_"


class Vinkjes(forms.MultipleChoiceField):
    """Boxes of which at least one is ticked; the answer is one word per box."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, keuzes: Sequence[tuple[str, str]], **kw: Any) -> None:
        """Take the pairs (value, label)."""
        super().__init__(choices=keuzes, **kw)
        self.error_messages["required"] = "Vink aan wat niet meer telt."
        self.error_messages["invalid_choice"] = "Kies uit wat er staat."

    def clean(self, value: Any) -> str:
        """Give the answer as it is kept."""
        return SCHEIDT.join(super().clean(value))


@dataclass(frozen=True)
class Vraag:
    """Of which facts one chooses what counts; ``keuzes``: (value, label).

    ``een``: one of two holds; else one ticks what counts no longer.
    """

    naam: str
    label: str
    uitleg: str
    keuzes: Sequence[tuple[str, str]]
    een: bool


class Vragen(Handelingsformulier):
    """Choose per difference what holds, and say why it is one person."""

    knop = "Bekijk wat er gebeurt"
    ander_versie = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, *args: Any, keuzes: Sequence[tuple[str, str, str, str]] = (),
        feiten: Sequence[Vraag] = (), **kw: Any,
    ) -> None:  # fmt: skip
        """Take per difference its name, its label and the words of both cases.

        ``feiten`` are the questions about facts that cannot stand together.
        """
        self.keuzes, self.feiten = keuzes, feiten
        super().__init__(*args, **kw)

    def inrichten(self) -> None:
        """Ask per difference which one holds."""
        for name, label, stays, other in self.keuzes:
            self.fields[KEUZE + name] = Keuzeveld(
                [("blijft", stays), ("ander", other)], label=label,
                vul_in="welke waarde klopt",
            )  # fmt: skip
        for vraag in self.feiten:
            self.fields[KEUZE + vraag.naam] = (
                Keuzeveld(
                    vraag.keuzes, label=vraag.label, help_text=vraag.uitleg,
                    vul_in="wat geldt",
                )
                if vraag.een
                else Vinkjes(vraag.keuzes, label=vraag.label, help_text=vraag.uitleg)
            )  # fmt: skip
        self.fields["reden"] = Tekstveld(
            groot=True, label="Hoe weet u dat dit dezelfde persoon is?", max_length=500,
            vul_in="hoe u dit weet",
            help_text="Bijvoorbeeld: het BSN staat op het document dat is getoond.",
        )  # fmt: skip
        self.groepen = [
            ("Wat klopt?", [KEUZE + name for name, *_ in self.keuzes]),
            ("Wat telt mee?", [KEUZE + vraag.naam for vraag in self.feiten]),
            ("Waarom", ["reden"]),
        ]
        self.groepen = [group for group in self.groepen if group[1]]

    def veld_voor(self, gegeven: str) -> str | None:
        """Give the choice that a message is about."""
        return super().veld_voor(KEUZE + gegeven)

    def gekozen(self) -> Mapping[str, str]:
        """Give what was chosen per difference."""
        values = self.cleaned_data
        asked = [name for name, *_ in self.keuzes] + [v.naam for v in self.feiten]
        return {name: values.get(KEUZE + name, "") for name in asked}

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
