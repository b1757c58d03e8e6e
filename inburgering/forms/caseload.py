"""The forms around a caseload: what narrows and orders it, and which columns it has."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator

from inburgering.caseload import (
    STANDAARD,
    Contact,
    Datum,
    Filters,
    Kolom,
    kolommen_van,
    ordenbaar,
)
from inburgering.forms.velden import Filterkeuze, Naamfilter
from inburgering.forms.weergave import Keuzelijst
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.wet.begrippen import Leerroute, Trajectstatus


WIE = RegexValidator(r"\A(team|team-[0-9]{1,9}|lid-[0-9]{1,9})\Z", "Kies uit de lijst.")


class Filterformulier(forms.Form):
    """The filters above the caseload; their state is the address of the page."""

    # Not a closed choice: an older address may name a colleague or a label that is gone,
    # and then shows nobody.
    wie = forms.CharField(
        label="Van wie", required=False, widget=Keuzelijst, validators=[WIE],
    )  # fmt: skip
    naam = Naamfilter()
    status = Filterkeuze("Stand", "Alle, niet afgesloten", Trajectstatus.choices())
    leerroute = Filterkeuze("Leerroute", "Alle routes", Leerroute.choices())
    contact = Filterkeuze("Laatste contact", "Maakt niet uit", Contact.choices())
    datum = Filterkeuze("Volgende datum", "Maakt niet uit", Datum.choices())
    label = forms.CharField(
        label="Label", required=False, max_length=60, widget=Keuzelijst
    )
    orde = forms.ChoiceField(label="Sorteer op", required=False, widget=Keuzelijst)

    def __init__(
        self, *args: Any, lid: Lidmaatschap, mensen: Sequence[tuple[str, str]] = (),
        labels: Iterable[str] = (), **kw: Any,
    ) -> None:  # fmt: skip
        """Offer whose persons one may see, the labels in use, and the columns."""
        super().__init__(*args, **kw)
        self.fields["orde"].choices = orden(lid)
        self.fields["wie"].widget.choices = [("", "Mijzelf"), *mensen]
        if not mensen:
            self.fields["wie"].widget = forms.HiddenInput()
        known = sorted({*labels, *filter(None, [self.data.get("label", "")[:60]])})
        self.fields["label"].widget.choices = [("", "Alle"), *((x, x) for x in known)]
        if Kolom.LABELS not in kolommen_van(lid):
            del self.fields["label"]

    def gevraagd(self) -> Filters:
        """Give what was asked for; what cannot be read counts as not asked."""
        self.is_valid()
        data = getattr(self, "cleaned_data", {})
        names = Filters.__dataclass_fields__
        return Filters(**{name: data.get(name, "") for name in names})

    def volgorde(self) -> str:
        """Give the order that was asked for."""
        self.is_valid()
        return self.cleaned_data.get("orde", "")


def orden(lid: Lidmaatschap) -> list[tuple[str, str]]:
    """Give the orders, each both ways."""
    both: list[tuple[str, str]] = []
    for key, words in ordenbaar(lid):
        both += [(key, words), (f"-{key}", f"{words}, omgekeerd")]
    return [("", "Naam"), *both[1:]]


class Kolommen(forms.Form):
    """Which columns, and in which order: per column a tick and a place."""

    def __init__(
        self, *args: Any, lid: Lidmaatschap, gekozen: Sequence[Kolom], **kw: Any
    ) -> None:
        """Offer every column of the role, those that are shown first."""
        super().__init__(*args, **kw)
        self.volgorde = [*gekozen, *(k for k in kolommen_van(lid) if k not in gekozen)]
        places = [(str(n), str(n)) for n in range(1, len(self.volgorde) + 1)]
        for n, kolom in enumerate(self.volgorde, 1):
            self.fields[f"toon_{kolom}"] = forms.BooleanField(
                label=kolom.label, required=False, initial=kolom in gekozen,
                widget=forms.CheckboxInput(attrs={"class": "ib-checkbox"}),
            )  # fmt: skip
            self.fields[f"plaats_{kolom}"] = forms.ChoiceField(
                label=f"Plaats van {kolom.label}", choices=places, widget=Keuzelijst,
                initial=str(n), error_messages={"required": "Kies een plaats."},
            )  # fmt: skip

    def regels(self) -> list[dict[str, Any]]:
        """Give the two fields of each column side by side."""
        return [
            {
                "label": kolom.label,
                "toon": self[f"toon_{kolom}"],
                "plaats": self[f"plaats_{kolom}"],
            }
            for kolom in self.volgorde
        ]

    def clean(self) -> dict[str, Any]:
        """Demand one column."""
        data = super().clean() or {}
        if not any(data.get(f"toon_{kolom}") for kolom in self.volgorde):
            raise ValidationError("Kies ten minste een kolom.")
        return data

    def kolommen(self) -> list[Kolom]:
        """Give what was chosen, in order.

        Of two in one place, the one that was moved there goes before what stood there,
        or after it when it came from the left.
        """
        placed = []
        for was, kolom in enumerate(self.volgorde, 1):
            place = int(self.cleaned_data[f"plaats_{kolom}"])
            if self.cleaned_data[f"toon_{kolom}"]:
                placed.append((place, (place > was) - (place < was), was, kolom))
        return [kolom for *_, kolom in sorted(placed)]


def gekozen_kolommen(lid: Lidmaatschap, bewaard: Iterable[str] | None) -> list[Kolom]:
    """Give the columns that somebody chose, as far as the role still has them."""
    allowed = kolommen_van(lid)
    chosen = [k for value in bewaard or () for k in allowed if k == value]
    return chosen or [k for k in STANDAARD if k in allowed]
