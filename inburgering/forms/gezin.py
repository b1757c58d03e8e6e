"""Forms of household and family."""

from typing import Any, cast

from django import forms

from inburgering.forms.handelingsformulier import Handelingsformulier, in_woorden
from inburgering.forms.velden import Datumveld, Keuzeveld, Tekstveld
from inburgering.forms.werkformulier import Werkformulier
from inburgering.models.gezin import Gezinsband, Verwantschap


VEILIG = (
    "Koppel niet, of zet 'niet delen met gezin' aan, als iemand daarom vraagt, als er een "
    "vermoeden is van geweld of dwang thuis, of als een adres geheim is. Twijfelt u? Koppel "
    "niet en overleg."
)


class Koppelen(Werkformulier):
    """Link somebody of the family or the household."""

    knop = "Koppelen"
    gebeurd = ("begin",)
    vooraf = ("ander",)
    inleiding = (
        "In beide dossiers staat dan wie bij wie hoort, met adres, gesprekken, lessen en "
        f"kinderopvang; niets anders. {VEILIG}"
    )
    ander = Tekstveld(
        label="Dossiernummer van de ander", max_length=12,
        vul_in="het dossiernummer van de ander",
        help_text="Bijvoorbeeld 2026-00012. Het dossier moet binnen uw bereik liggen.",
    )  # fmt: skip
    ander.klasse = "ib-field-short"
    soort = Keuzeveld(
        Verwantschap, label="Wat is de ander van deze persoon?",
        vul_in="wat de ander van deze persoon is",
    )  # fmt: skip
    begin = Datumveld(label="Vanaf wanneer?", vul_in="vanaf wanneer")

    def beginwaarden(self) -> dict[str, Any]:
        """When it began is often not known; then it is since we know it."""
        return super().beginwaarden() | {"begin": self.vandaag}


class OpEenBand(Werkformulier):
    """Shows which link an act is about."""

    def getoond(self) -> list[dict[str, Any]]:
        """Show which link, as this file reads it; the name only stands on the page."""
        if self.rij is None or self.dossier is None:
            return []
        band = cast(Gezinsband, self.rij)
        other = band.wat_voor(self.dossier.traject.pk)
        return [
            {"label": "De ander is", "waarde": other.label},
            {"label": "Vanaf", "waarde": in_woorden(band.begin)},
        ]


class Ontkoppelen(OpEenBand):
    """End a link."""

    knop = "Band beëindigen"
    gebeurd = ("einde",)
    inleiding = (
        "De personen staan niet meer bij elkaar. Dat er een band was, blijft bewaard."
    )
    einde = Datumveld(
        label="Geëindigd op", vul_in="de dag waarop de band eindigde",
        help_text="Vanaf deze dag staan zij niet meer bij elkaar. Bijvoorbeeld 29-11-2026",
    )  # fmt: skip

    def beginwaarden(self) -> dict[str, Any]:
        """A link usually ends on the day that one says so."""
        return super().beginwaarden() | {"einde": self.vandaag}

    def clean(self) -> dict[str, Any]:
        """A link does not end before it began."""
        values = super().clean()
        einde, band = values.get("einde"), cast(Gezinsband | None, self.rij)
        if einde and band and einde < band.begin:
            self.add_error(
                "einde",
                f"De band begon op {band.begin:%d-%m-%Y}. Kies die dag of later.",
            )
        return values


class Intrekken(OpEenBand):
    """Take back a link that was a mistake."""

    knop = "Band intrekken"
    inleiding = (
        "De band was een vergissing. Hij staat daarna bij geen van beiden meer; alleen in "
        "de geschiedenis staat dat hij er was. Was de band er wel, beëindig hem dan."
    )


class Hervatten(OpEenBand):
    """Let a link go on."""

    knop = "Laat de band weer lopen"
    inleiding = "De personen staan daarna weer bij elkaar, vanaf de dag die er stond."


class Delen(Handelingsformulier):
    """Share with the family or not."""

    knop = "Keuze vastleggen"
    inleiding = (
        "Wie niet deelt, staat nergens bij het gezin. De band ziet dan alleen wie ook dit "
        "dossier mag zien. Zet het aan als iemand daarom vraagt, of bij een vermoeden van "
        "geweld of dwang thuis."
    )
    niet_delen_met_gezin = forms.BooleanField(
        label="Niet delen met gezin", required=False
    )

    def beginwaarden(self) -> dict[str, Any]:
        """What holds now."""
        assert self.dossier is not None
        persoon = self.dossier.traject.inburgeraar
        return {"niet_delen_met_gezin": persoon.niet_delen_met_gezin}
