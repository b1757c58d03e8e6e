"""Forms of documents that come in: add, replace, withdraw."""

from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from inburgering.bestanden.soorten import SOORTEN, TOEGESTAAN
from inburgering.bestanden.upload import Upload
from inburgering.bestanden.weigering import Geweigerd
from inburgering.forms.handelingsformulier import Handelingsformulier, in_woorden
from inburgering.forms.velden import Datumveld, Herkomstveld, Keuzeveld, Tekstveld
from inburgering.models.dossier import Dossier
from inburgering.models.dossierstuk import soorten_op
from inburgering.models.feiten import model_van
from inburgering.wet.begrippen import Herkomst
from inburgering.wet.feiten import GEORDEND_OP


OPNIEUW = "Kies het bestand opnieuw: een browser bewaart het niet bij een fout."
# What a paper proves; what not every role reads (a talk, an intake, enforcement) is not here.
BEWIJSBAAR = (
    "examens", "pvt", "map", "pips", "leerbaarheidstoetsen", "duo_besluiten", "aanvragen",
    "participaties", "z_afrondingen", "verhuizingen", "groepen",
)  # fmt: skip
WIE = [
    ("besloten", "Alleen collega's die ook notities lezen"),
    ("open", "Iedereen die de documenten van dit dossier ziet"),
]


class Bestandsveld(forms.FileField):
    """One file, checked by its content; gives an :class:`Upload`."""

    def __init__(self, **kw: Any) -> None:
        """Offer the kinds that are taken."""
        accept = ",".join(f".{ext}" for soort in SOORTEN for ext in soort.extensies)
        kw.setdefault("widget", forms.FileInput(attrs={"accept": accept}))
        kw.setdefault(
            "help_text",
            f"Een {TOEGESTAAN}, hoogstens {settings.DOCUMENT_MB} MB.",
        )
        super().__init__(**kw)
        self.error_messages["required"] = "Kies een bestand."
        self.error_messages["empty"] = "Dit bestand is leeg. Kies een ander bestand."
        self.error_messages["invalid"] = "Kies een bestand."

    def clean(self, data: Any, initial: Any = None) -> Any:
        """Read and check the file: once, and no further than its bound."""
        found: UploadedFile | None = super().clean(data, None)
        if found is None:
            return None
        if (found.size or 0) > settings.DOCUMENT_MB * 1024 * 1024:
            raise ValidationError(
                f"Dit bestand is te groot: hoogstens {settings.DOCUMENT_MB} MB. Maak een "
                "scan met een lagere kwaliteit, of splits het."
            )
        try:
            return Upload.lees(found.name or "", found.read())
        except Geweigerd as refused:
            raise ValidationError(str(refused)) from None


def bewijsbaar(dossier: Dossier) -> list[tuple[str, str]]:
    """Give the facts of a case that a paper can belong to, in words, newest first."""
    found = []
    for soort in BEWIJSBAAR:
        name = str(model_van(soort)._meta.verbose_name)
        for feit in reversed(getattr(dossier.feiten, soort)):
            words = [name[:1].upper() + name[1:]]
            words += [
                in_woorden(getattr(feit, veld))
                for veld in ("onderdeel", "soort", "vorm", GEORDEND_OP[soort])
                if getattr(feit, veld, None) is not None
            ]
            found.append((f"{soort}:{feit.id}", ", ".join(words)))
    return found


class _MetBestand(Handelingsformulier):
    """What adding and replacing ask alike."""

    bestand = Bestandsveld(label="Bestand")
    soort = Keuzeveld(
        [], label="Wat is het?", lijst=True, vul_in="wat voor document het is"
    )
    titel = Tekstveld(
        max_length=120,
        label="Titel",
        vul_in="een titel",
        help_text="Waaraan een collega het herkent. Geen BSN en geen diagnose.",
    )
    gedateerd_op = Datumveld(
        label="Datum op het document", required=False, vul_in="de datum op het document"
    )
    herkomst = Herkomstveld(
        Herkomst.INBURGERAAR,
        Herkomst.DUO,
        Herkomst.AANBIEDER,
        Herkomst.COA,
        Herkomst.ANDERE_GEMEENTE,
        Herkomst.GEMEENTE,
    )
    ontvangen_op = Datumveld(
        label="Ontvangen op", vul_in="op welke dag het is ontvangen"
    )
    wie = Keuzeveld(WIE, label="Wie mag dit zien?", vul_in="wie dit mag zien")
    hoort_bij = Keuzeveld(
        [],
        label="Welk gegeven bewijst dit?",
        lijst=True,
        required=False,
        leeg="Geen, of nog niet vastgelegd",
    )

    def inrichten(self) -> None:
        """Offer the kinds of today (and that of this document), and the facts."""
        kinds = soorten_op(self.vandaag)
        if self.rij is not None and self.rij.soort not in dict(kinds):
            kinds.append((self.rij.soort, self.rij.get_soort_display()))
        self.fields["soort"].choices = [("", "Maak een keuze"), *kinds]
        none = self.fields["hoort_bij"].choices[0]
        self.fields["hoort_bij"].choices = [none, *bewijsbaar(self.dossier)]
        self.initial.setdefault("ontvangen_op", self.vandaag)
        if self.rij is None:
            self.initial.setdefault("wie", "besloten")

    def veld_voor(self, gegeven: str) -> str | None:
        """Give the field of a value."""
        names = {"besloten": "wie", "feit_soort": "hoort_bij", "feit_id": "hoort_bij"}
        return super().veld_voor(names.get(gegeven, gegeven))

    def _not_later(self, naam: str, dan: date, melding: str) -> None:
        day = self.cleaned_data.get(naam)
        if day is not None and day > dan:
            self.add_error(naam, melding)

    def clean(self) -> dict[str, Any]:
        """What came in is not of tomorrow, and was written before it came."""
        data = super().clean()
        for name in ("ontvangen_op", "gedateerd_op"):
            self._not_later(name, self.vandaag, "Deze dag ligt in de toekomst.")
        if received := self.cleaned_data.get("ontvangen_op"):
            self._not_later(
                "gedateerd_op",
                received,
                "Deze dag ligt na de dag van ontvangst. Controleer beide datums.",
            )
        return data

    def na_weigering(self) -> None:
        """Say that the file must be chosen again, unless it is said why it is refused."""
        if "bestand" not in self.errors:
            self.add_error("bestand", OPNIEUW)

    def gegevens(self) -> dict[str, Any]:
        """Give who may see it and what it belongs to, as the row keeps them."""
        values = super().gegevens()
        soort, _, feit_id = values.pop("hoort_bij").partition(":")
        return values | {
            "besloten": values.pop("wie") == "besloten",
            "feit_soort": soort,
            "feit_id": int(feit_id) if feit_id else None,
        }


class Toevoegen(_MetBestand):
    """Add a document that came in."""

    knop = "Document toevoegen"
    inleiding = (
        "Voeg alleen toe wat u voor dit dossier nodig heeft. Gaat het over gezondheid? "
        "Bewaar dan alleen het besluit, nooit het medische rapport (niet bevestigd). Een "
        "kopie van een identiteitsbewijs is niet nodig: wie iemand is, staat in de BRP."
    )


class Vervangen(_MetBestand):
    """Put a new version on top of a document."""

    knop = "Nieuwe versie toevoegen"
    inleiding = (
        "De eerdere versies blijven bewaard. Klopt alleen de titel of de soort niet? Kies "
        "dan hetzelfde bestand en verbeter de rest."
    )
    toont = [("Document", "titel"), ("Laatste versie", "nummer")]

    def beginwaarden(self) -> dict[str, Any]:
        """Give what is said of the document now; when it came in is of this version."""
        values = super().beginwaarden()
        if self.rij is None:
            return values
        values.pop("ontvangen_op")
        fact = f"{self.rij.feit_soort}:{self.rij.feit_id}" if self.rij.feit_id else ""
        shown = "besloten" if self.rij.besloten else "open"
        return values | {"hoort_bij": fact, "wie": shown}


class Intrekken(Handelingsformulier):
    """Withdraw a document."""

    knop = "Document intrekken"
    bevestigen = True
    inleiding = (
        "Het document blijft bewaard, met uw reden erbij. Daarna openen alleen collega's "
        "die ook notities lezen het nog. Dit kunt u niet ongedaan maken."
    )
    toont = [
        ("Document", "titel"),
        ("Versie", "nummer"),
        ("Ontvangen op", "ontvangen_op"),
    ]
    reden_intrekken = Tekstveld(
        groot=True, label="Waarom trekt u het in?", vul_in="waarom u het intrekt",
        max_length=500, help_text="Schrijf niet op wat in het document staat.",
    )  # fmt: skip
    te_wissen = forms.BooleanField(
        label="Dit had hier nooit mogen staan",
        required=False,
        help_text=(
            "Bijvoorbeeld van iemand anders, of een medisch rapport. Niemand kan het dan "
            "nog openen, en de privacyfunctionaris wist het voor altijd."
        ),
    )


class Wissen(Handelingsformulier):
    """Destroy a document that should never have been there; its page says what it was."""

    knop = "Document wissen"
