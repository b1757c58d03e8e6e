"""Form of the summary of a plan in somebody's language."""

from datetime import date
from typing import Any

from inburgering.forms.velden import Keuzeveld, Rijveld
from inburgering.forms.werkformulier import Werkformulier
from inburgering.models.pip import PIP
from inburgering.models.standaardteksten import SAMENVATTING, TALEN
from inburgering.models.tekstblok import teksten
from inburgering.wet.begrippen import PIPStatus


def taal_van(gesproken: str) -> str:
    """Give the code of the language that was typed at the registration; "" if unknown."""
    words = gesproken.strip().lower()
    return next(
        (
            code
            for code, taal in TALEN.items()
            if words and taal.naam.lower().startswith(words)
        ),
        "",
    )


def taalkeuzes(dag: date) -> list[tuple[str, str]]:
    """Give every language, each with how much of the summary people translated: one question."""
    used, whole = teksten(dag, *TALEN.values()), len(SAMENVATTING.blokken)

    def said(done: int) -> str:
        if not done:
            return "niet vertaald"
        return "vertaald" if done == whole else f"{done} van {whole} zinnen"

    return [
        (code, f"{taal.naam} ({said(used.in_taal(SAMENVATTING, taal))})")
        for code, taal in TALEN.items()
    ]


class Maken(Werkformulier):
    """Freeze the summary as a PDF."""

    knop = "Maak de pdf"
    vooraf = ("pip", "taal")
    inleiding = (
        "De samenvatting wordt bewaard zoals u haar meegeeft. De Nederlandse brief blijft "
        "het besluit."
    )
    taal = Keuzeveld(
        [(code, taal.naam) for code, taal in TALEN.items()],
        lijst=True, label="In welke taal?", vul_in="de taal",
    )  # fmt: skip

    def inrichten(self) -> None:
        """Offer the decided versions of this case, the newest first; and the languages."""
        field, rows = self.fields["taal"], PIP.objects.none()
        if self.dossier is not None and self.dossier.traject.pk:
            if not self.is_bound:  # one chooses by it; to keep a choice asks nothing
                field.choices = [field.choices[0], *taalkeuzes(self.vandaag)]
            rows = PIP.objects.filter(
                traject=self.dossier.traject, status=PIPStatus.VASTGESTELD.value
            ).order_by("-versie")
        self.fields["pip"] = Rijveld(
            queryset=rows, label="Van welk PIP?", vul_in="van welk PIP"
        )
        self.order_fields(["pip", "taal"])

    def beginwaarden(self) -> dict[str, Any]:
        """The newest plan, in the language that the person reads."""
        if self.dossier is None:
            return {}
        newest = self.fields["pip"].queryset.first()
        language = self.dossier.traject.inburgeraar.leestaal
        return {"pip": newest and newest.pk, "taal": taal_van(language)}
