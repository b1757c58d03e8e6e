"""The form that lays the count of DUO beside our own."""

from collections.abc import Mapping
from typing import Any

from inburgering.forms.handelingsformulier import Basisformulier
from inburgering.forms.velden import Getalveld


class Vergelijken(Basisformulier):
    """What DUO counted, a number for each line; a line may be left empty."""

    def __init__(self, *args: Any, regels: Mapping[str, str], **kw: Any) -> None:
        """Take the lines of the table: name of the field and its words."""
        super().__init__(*args, **kw)
        for name, label in regels.items():
            self.fields[name] = Getalveld(label=label, required=False)
