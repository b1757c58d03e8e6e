"""The form of a saved selection: a name, and who sees it."""

from typing import Any

from django import forms

from inburgering.forms.velden import Tekstveld
from inburgering.models.selectie import MEESTE


class Bewaren(forms.Form):
    """Keep the filters and the order of a list under a name."""

    naam = Tekstveld(
        max_length=40, vul_in="een naam", label="Naam van de selectie",
        help_text="Bijvoorbeeld: Z-route, lang niet gesproken. Geen namen van inburgeraars.",
    )  # fmt: skip
    gedeeld = forms.BooleanField(
        label="Deel met mijn team", required=False,
        help_text="Uw collega's zien de selectie ook, met hun eigen inburgeraars.",
    )  # fmt: skip

    def __init__(self, *args: Any, heeft_team: bool = True, **kw: Any) -> None:
        """Say with whom it is shared by who stands above the teams."""
        super().__init__(*args, **kw)
        if not heeft_team:
            self.fields["gedeeld"].label = "Deel met alle teams"

    def te_veel(self) -> None:
        """Say that there are enough."""
        self.add_error(
            None, f"U heeft al {MEESTE} selecties. Verwijder eerst een andere."
        )

    def bestaat_al(self) -> None:
        """Say that the name is taken."""
        self.add_error("naam", "U heeft al een selectie met deze naam.")
