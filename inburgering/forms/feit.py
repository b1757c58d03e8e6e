"""The form that corrects a fact: its own fields, made from the model."""

from typing import Any

from django import forms
from django.db import models

from inburgering.forms.handelingsformulier import Handelingsformulier
from inburgering.forms.velden import (
    Datumveld,
    Getalveld,
    JaNeeveld,
    Keuzeveld,
    OnvolledigeDatumveld,
    Rijveld,
    Tekstveld,
)
from inburgering.models import herstelbaar
from inburgering.models.base import Feit
from inburgering.models.verblijf import GEHEIM
from inburgering.wet.begrippen import TAALONDERDELEN, Niveau
from inburgering.wet.duobesluit import GRONDEN_BIJ, grond_in_woorden


NIVEAU = "niveau_"


def _label(veld: models.Field) -> str:
    words = str(veld.verbose_name)
    return words[:1].upper() + words[1:]


def _choice(veld: models.Field, common: dict[str, Any]) -> forms.Field:
    pairs = [pair for pair in veld.flatchoices if pair[0] != ""]
    return Keuzeveld(pairs, lijst=len(pairs) > 4 or not common["required"], **common)


def veld_van(veld: models.Field) -> forms.Field:
    """Give the form field in which a value of this column is corrected."""
    common = {"label": _label(veld), "required": not (veld.blank or veld.null)}
    if isinstance(veld, models.BooleanField):
        if veld.null:
            return JaNeeveld(**common)
        return forms.BooleanField(label=common["label"], required=False)
    if isinstance(veld, models.ForeignKey):
        return Rijveld(queryset=veld.related_model.objects.all(), **common)
    if veld.choices:
        return _choice(veld, common)
    if veld.name == "geboortedatum":
        return OnvolledigeDatumveld(**common)
    if isinstance(veld, models.DateField):
        return Datumveld(**common)
    if isinstance(veld, models.IntegerField):
        return Getalveld(**common)
    return Tekstveld(groot=isinstance(veld, models.TextField), **common)


def _weight(veld: models.Field) -> int:
    """Order the fields: days first, long texts last, as a mistake is mostly a day."""
    if isinstance(veld, models.DateField):
        return 0
    return 2 if isinstance(veld, models.TextField) else 1


class Herstellen(Handelingsformulier):
    """Correct a recorded fact: the values as they should have been, and why."""

    knop = "Herstel"
    inleiding = (
        "Gebruik dit voor een vergissing: iets is verkeerd ingevoerd. Is er iets nieuws "
        "gebeurd, leg dan dat vast; het oude blijft dan staan."
    )

    def __init__(self, *args: Any, soort: str, gegeven: Any, **kw: Any) -> None:
        """Take the row that is corrected and its kind."""
        self.soort, self.gegeven = soort, gegeven
        super().__init__(*args, **kw)

    def inrichten(self) -> None:
        """Make a field for every column that can be corrected, and ask the reason."""
        kept = set(self.fields)
        hidden = self._hidden()
        for column in sorted(herstelbaar.velden(self.soort), key=_weight):
            if column.name in hidden:
                continue
            if isinstance(column, models.JSONField):
                self._levels()
            elif self.soort == "duo_besluiten" and column.name == "grond":
                self._grounds()
            else:
                self.fields[column.name] = veld_van(column)
                self._of_this_case(column)
        self.fields["reden"] = Tekstveld(
            groot=True, label="Waarom klopt het niet?", vul_in="waarom het niet klopt",
            help_text="Bijvoorbeeld: de dagtekening op de brief is 12 maart, niet 21 maart.",
        )  # fmt: skip
        self.groepen = [
            ("Zo moet het zijn", [n for n in self.fields if n not in {*kept, "reden"}]),
            ("Waarom", ["reden"]),
        ]

    def _of_this_case(self, column: models.Field) -> None:
        """Offer no rows of another case."""
        kind = column.related_model
        if kind is not None and issubclass(kind, Feit):
            rows = kind.objects.filter(traject=self.gegeven.traject_id)
            self.fields[column.name].queryset = rows

    def _hidden(self) -> frozenset[str]:
        """Leave out where somebody with a secret address went."""
        secret = self.dossier and self.dossier.traject.inburgeraar.geheim_adres
        return GEHEIM if secret else frozenset()

    def _grounds(self) -> None:
        """One list of the grounds of this decision: nothing medical can be typed."""
        codes = GRONDEN_BIJ.get(self.gegeven.soort)
        if codes is None:
            self.fields["grond"] = veld_van(self.gegeven._meta.get_field("grond"))
            return
        pairs = [(code.value, code.label) for code in codes]
        now = self.gegeven.grond
        if now and now not in dict(pairs):
            pairs.append((now, grond_in_woorden(now)))
        self.fields["grond"] = Keuzeveld(
            pairs, lijst=True, required=False, label="Grond"
        )

    def _levels(self) -> None:
        """One list per language part, as in the form of the PIP."""
        for part in TAALONDERDELEN:
            self.fields[NIVEAU + part] = Keuzeveld(
                [(n.value, n.label) for n in (Niveau.A2, Niveau.B1, Niveau.B2)],
                lijst=True, required=False, label=f"Niveau {part.label.lower()}",
            )  # fmt: skip

    def beginwaarden(self) -> dict[str, Any]:
        """Show what is recorded now."""
        values: dict[str, Any] = {}
        for column in herstelbaar.velden(self.soort):
            value = getattr(self.gegeven, column.attname)
            if isinstance(column, models.JSONField):
                values |= {NIVEAU + part: level for part, level in value.items()}
            else:
                values[column.name] = value
        return values

    def gegevens(self) -> dict[str, Any]:
        """Give the kind, the id, every value and the reason."""
        values = dict(self.cleaned_data)
        for name in ("versie", "sleutel"):
            values.pop(name, None)
        reason = values.pop("reden")
        levels = {
            name.removeprefix(NIVEAU): values.pop(name)
            for name in [n for n in values if n.startswith(NIVEAU)]
        }
        for column in herstelbaar.velden(self.soort):
            if isinstance(column, models.JSONField):
                values[column.name] = {p: level for p, level in levels.items() if level}
        return {
            "soort": self.soort, "id": self.gegeven.pk, "nieuw": values, "reden": reason,
        }  # fmt: skip
