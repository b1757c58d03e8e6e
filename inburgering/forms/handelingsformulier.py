"""The form of an act: shape of the input, words and help; no law."""

from datetime import date
from typing import Any, ClassVar

from django import forms

from inburgering.models.dossier import Dossier
from inburgering.wet.feiten import Feit
from inburgering.wet.kalender import voluit


def in_woorden(waarde: Any) -> str:
    """Write a value of a fact the way people read it; empty when it is unknown."""
    if waarde is None:
        return ""
    if isinstance(waarde, bool):
        return "Ja" if waarde else "Nee"
    if isinstance(waarde, date):
        return voluit(waarde)
    return str(getattr(waarde, "label", waarde))


class Basisformulier(forms.Form):
    """A form whose ``clean`` always gives the values, so that a mixin can add to them."""

    def clean(self) -> dict[str, Any]:
        """Give what the fields read."""
        super().clean()
        return self.cleaned_data


class Handelingsformulier(Basisformulier):
    """What every act's form carries.

    ``versie`` is the version of the case that the form was made from, ``sleutel`` the
    key that makes a double click harmless. ``knop`` are the words on the button,
    ``inleiding`` one sentence above the form, ``groepen`` the groups of fields.
    A form that changes an existing fact gets that fact as ``rij``; ``toont`` are the
    words and names of what stays as it is and is shown above the fields. ``vooraf`` are the
    fields that an address may fill in, for a link that knows already what it is about.
    """

    knop: ClassVar[str] = "Opslaan"
    inleiding: str = ""
    groepen: ClassVar[list[tuple[str, list[str]]]] = []
    toont: ClassVar[list[tuple[str, str]]] = []
    # What cannot be undone is asked once more, on a page of its own.
    bevestigen: ClassVar[bool] = False
    # Shown as it will be before it is done; kept as a draft while one types.
    te_bekijken: ClassVar[bool] = False
    zonder_concept: ClassVar[bool] = False
    vooraf: ClassVar[tuple[str, ...]] = ()
    # Where one compares with the case that has this number already.
    dubbel: str = ""

    versie = forms.IntegerField(widget=forms.HiddenInput, required=False)
    sleutel = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, *args: Any, dossier: Dossier | None, vandaag: date, rij: Feit | None = None,
        **kw: Any,
    ) -> None:  # fmt: skip
        """Keep what the form may look at: the case, today, and the fact it changes."""
        self.dossier = dossier
        self.vandaag = vandaag
        self.rij = rij
        super().__init__(*args, **kw)
        self.inrichten()
        for name, value in self.beginwaarden().items():
            self.initial.setdefault(name, value)

    def inrichten(self) -> None:
        """Adjust fields to this case (choices, labels); nothing by default."""

    def beginwaarden(self) -> dict[str, Any]:
        """Give what is known already: the values of the fact that is changed."""
        if self.rij is None:
            return {}
        return {
            name: getattr(self.rij, name)
            for name in self.fields
            if hasattr(self.rij, name)
        }

    def veld_voor(self, gegeven: str) -> str | None:
        """Give the field where a message about a value belongs; None: the whole form."""
        return gegeven if gegeven in self.fields else None

    def getoond(self) -> list[dict[str, Any]]:
        """Give what of the changed fact is shown above the form: label and value."""
        if self.rij is None:
            return []
        return [
            {"label": label, "waarde": in_woorden(getattr(self.rij, name))}
            for label, name in self.toont
        ]

    def eis(self, veld: str, melding: str) -> None:
        """Demand a field that is obligatory in this case, unless it has an error."""
        if veld not in self.errors and self.cleaned_data.get(veld) in (None, ""):
            self.add_error(veld, melding)

    def ingevuld(self) -> list[dict[str, Any]]:
        """Give what was filled in, in words, to look at once more; ask after ``is_valid``."""
        return [
            {"label": bound.label, "waarde": words}
            for bound in self.visible_fields()
            if (words := self._in_woorden(bound))
        ]

    def _in_woorden(self, bound: forms.BoundField) -> str:
        value = self.cleaned_data.get(bound.name)
        choices = getattr(bound.field, "choices", ())
        if isinstance(value, str) and choices:
            return str(dict(choices).get(value, value))
        if isinstance(value, list):
            words = dict(choices)
            return ", ".join(str(words.get(one, one)) for one in value)
        return in_woorden(value) if value not in ("", False) else ""

    def na_weigering(self) -> None:
        """Say what must be done again after a refusal; nothing by default."""

    def gegevens(self) -> dict[str, Any]:
        """Give the cleaned values for the act (and the id of the fact it changes)."""
        values = {
            name: value
            for name, value in self.cleaned_data.items()
            if name not in {"versie", "sleutel"}
        }
        if self.rij is not None:
            values["id"] = self.rij.id
        return values
