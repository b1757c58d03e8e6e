"""The forms of the second person."""

from typing import Any

from inburgering.forms.handelingsformulier import Handelingsformulier
from inburgering.forms.velden import Tekstveld


class Goedkeuren(Handelingsformulier):
    """Approve a correction."""

    knop = "Herstel goedkeuren"
    toelichting = Tekstveld(required=False, max_length=500)

    def __init__(self, *args: Any, herstel_id: int | None = None, **kw: Any) -> None:
        """Take the correction that is decided."""
        self.herstel_id = herstel_id
        super().__init__(*args, **kw)

    def gegevens(self) -> dict[str, Any]:
        """Give the words, and which correction."""
        return super().gegevens() | {"id": self.herstel_id}


class Afwijzen(Goedkeuren):
    """Reject a correction, with the reason."""

    knop = "Herstel afwijzen"
    toelichting = None  # type: ignore[assignment] # how Django drops an inherited field
    reden_besluit = Tekstveld(
        groot=True, label="Waarom wijst u dit af?", vul_in="waarom u dit afwijst",
        max_length=500,
    )  # fmt: skip
