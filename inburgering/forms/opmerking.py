"""Form of the remark and the labels of a case."""

import unicodedata
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from inburgering.forms.handelingsformulier import Handelingsformulier
from inburgering.forms.velden import Tekstveld
from inburgering.models.opmerking import Opmerking, losse_labels


LANGSTE_LABEL, MEESTE_LABELS = 30, 6


class Labelveld(Tekstveld):
    """Labels with commas between; gives them in small letters, each once.

    Nothing is offered to choose from: which words are useful is for the municipality,
    and what somebody wrote of one person is no example for another.
    """

    def __init__(self, **kw: Any) -> None:
        """Bound what is typed; the labels themselves are bounded when they are read."""
        super().__init__(max_length=400, **kw)
        self.widget.attrs["autocomplete"] = "off"

    def clean(self, value: Any) -> str:
        """Read the labels. Raises ``ValidationError`` for too many or too long."""
        parts = str(super().clean(value)).replace("\n", ",").split(",")
        labels = list(dict.fromkeys(filter(None, map(_label, parts))))
        if long := next((one for one in labels if len(one) > LANGSTE_LABEL), ""):
            raise ValidationError(
                f"Een label heeft hoogstens {LANGSTE_LABEL} tekens: “{long[:40]}” is "
                "te lang. Zet een komma tussen twee labels."
            )
        if len(labels) > MEESTE_LABELS:
            raise ValidationError(
                f"Geef hoogstens {MEESTE_LABELS} labels; dit zijn er {len(labels)}."
            )
        return ", ".join(labels)


def _label(getypt: str) -> str:
    """Fold a label: small letters, single spaces, no signs that one cannot see."""
    seen = "".join(c for c in getypt if unicodedata.category(c) not in {"Cf", "Cc"})
    return " ".join(seen.lower().split())


class Bijwerken(Handelingsformulier):
    """Write the remark and the labels."""

    knop = "Opmerking opslaan"
    inleiding = (
        "Dit hoort bij het dossier; de inburgeraar kan vragen het te lezen. "
        "Schrijf niets op over gezondheid, geloof of herkomst."
    )
    tekst = Tekstveld(
        label="Opmerking", required=False, max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Hoogstens 300 tekens. Bijvoorbeeld: bellen kan alleen in de ochtend.",
    )  # fmt: skip
    # Not "labels": in a browser that word of a form is something else.
    eigen_labels = Labelveld(
        label="Labels", required=False,
        help_text=f"Uw eigen woorden, met een komma ertussen. Hoogstens {MEESTE_LABELS}.",
    )  # fmt: skip
    # The version of the remark that is on the screen; 0 when there was none.
    bekend = forms.IntegerField(
        widget=forms.HiddenInput, required=False, min_value=0, max_value=2_000_000_000
    )

    row: Opmerking | None = None

    def inrichten(self) -> None:
        """Look up what stands there now (the API describes the form without a case)."""
        if self.dossier is not None and self.dossier.traject.pk:
            self.row = Opmerking.objects.filter(traject=self.dossier.traject).first()

    def beginwaarden(self) -> dict[str, Any]:
        """Show it."""
        if self.row is None:
            return {"bekend": 0}
        row = self.row
        return {"tekst": row.tekst, "eigen_labels": row.labels, "bekend": row.versie}

    def clean(self) -> dict[str, Any]:
        """Ask for something when there is nothing yet."""
        data = super().clean()
        if self.errors or data.get("tekst") or data.get("eigen_labels") or self.row:
            return data
        self.add_error("tekst", "Vul een opmerking of een label in.")
        return data

    @property
    def staat_er(self) -> str:
        """What a colleague wrote meanwhile, to lay beside what was typed."""
        if self.row is None:
            return ""
        parts = [self.row.tekst, *losse_labels(self.row.labels)]
        return " · ".join(part for part in parts if part)
