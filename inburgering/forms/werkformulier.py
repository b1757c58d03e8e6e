"""The form of a working act: what the law does not look at, the form looks at itself."""

from datetime import date
from typing import Any, ClassVar

from inburgering.forms.handelingsformulier import Handelingsformulier


class Werkformulier(Handelingsformulier):
    """A form whose act has no law behind it.

    ``gebeurd`` are dates of what has happened (never after today), ``gepland`` dates of
    what is still to come (never before today), ``begin_en_einde`` pairs of which the
    second is never before the first.
    """

    gebeurd: ClassVar[tuple[str, ...]] = ()
    gepland: ClassVar[tuple[str, ...]] = ()
    begin_en_einde: ClassVar[tuple[tuple[str, str], ...]] = ()

    def clean(self) -> dict[str, Any]:
        """Say at the field which date cannot be."""
        values = super().clean()
        for name in self.gebeurd:
            self._eis_dag(name, values.get(name), in_toekomst=False)
        for name in self.gepland:
            self._eis_dag(name, values.get(name), in_toekomst=True)
        for first, last in self.begin_en_einde:
            self._eis_volgorde(first, last)
        return values

    def _eis_dag(self, name: str, dag: date | None, *, in_toekomst: bool) -> None:
        if dag is None:
            return
        if in_toekomst and dag < self.vandaag:
            self.add_error(name, "Deze dag is al voorbij. Kies vandaag of later.")
        if not in_toekomst and dag > self.vandaag:
            self.add_error(
                name, "Deze dag ligt in de toekomst. Kies vandaag of eerder."
            )

    def _eis_volgorde(self, first: str, last: str) -> None:
        begin, einde = self.cleaned_data.get(first), self.cleaned_data.get(last)
        if begin and einde and einde < begin:
            self.add_error(last, f"Het einde ligt voor het begin ({begin:%d-%m-%Y}).")
