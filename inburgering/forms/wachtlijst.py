"""Forms of the waiting list."""

from typing import Any

from inburgering.forms.aanbod import Cursusveld, cursussen
from inburgering.forms.velden import Dagdelenveld, Datumveld, Keuzeveld, Rijveld
from inburgering.forms.werkformulier import Werkformulier
from inburgering.models.aanbod import Aanbieder
from inburgering.models.wachtlijst import RedenEindeWachten
from inburgering.models.wachtreden import wacht_op_klas
from inburgering.wet.begrippen import Leerroute
from inburgering.wet.lestijden import Lesniveau, Lesvorm


class Opnemen(Werkformulier):
    """Put somebody on the waiting list."""

    knop = "Zet op de wachtlijst"
    inleiding = (
        "Kies een klas, of laat de klas leeg als elke klas van deze leerroute past. De "
        "volgorde op de lijst is sinds wanneer iemand wacht."
    )
    gebeurd = ("sinds",)
    vooraf = ("cursus", "aanbieder", "leerroute")
    groepen = [
        ("Waarop?", ["cursus", "aanbieder", "leerroute", "niveau"]),
        ("Wat past?", ["dagdelen", "lesvorm"]),
        ("Sinds wanneer?", ["sinds"]),
    ]
    leerroute = Keuzeveld(
        Leerroute, required=False, label="Leerroute", leeg="Die van de klas",
        help_text="Alleen nodig als u geen klas kiest.",
    )  # fmt: skip
    leerroute.voorwaardelijk = True
    niveau = Keuzeveld(
        Lesniveau, lijst=True, required=False, label="Niveau", leeg="Maakt niet uit"
    )
    dagdelen = Dagdelenveld(
        label="Wanneer kan deze persoon?",
        help_text="Niets gekozen betekent: het maakt niet uit.",
    )
    lesvorm = Keuzeveld(
        Lesvorm, required=False, label="Op locatie of online?", leeg="Maakt niet uit"
    )
    sinds = Datumveld(label="Wacht sinds", vul_in="sinds wanneer deze persoon wacht")

    def inrichten(self) -> None:
        """Offer what is on the municipality's own lists."""
        read: dict[str, Aanbieder] = {}
        self.fields["cursus"] = Cursusveld(
            queryset=cursussen(), aanbieders=read, required=False, label="Klas",
            empty_label="Elke klas die past",
        )  # fmt: skip
        self.fields["aanbieder"] = Rijveld(
            queryset=Aanbieder.objects.filter(actief=True), bekend=read, required=False,
            label="Aanbieder", empty_label="Elke aanbieder",
        )  # fmt: skip
        self.order_fields(["cursus", "aanbieder"])

    def beginwaarden(self) -> dict[str, Any]:
        """The route that holds, since the day from which the offer waits for a class."""
        assert self.dossier is not None
        waits = wacht_op_klas(self.dossier.traject.pk)
        return {
            "sinds": waits.sinds if waits else self.vandaag,
            "leerroute": self.dossier.stand.leerroute or "",
        }


class Wijzigen(Opnemen):
    """Change what somebody waits for."""

    knop = "Wachtlijst wijzigen"
    inleiding = ""

    def beginwaarden(self) -> dict[str, Any]:
        """What the row says now."""
        if self.rij is None:
            return super().beginwaarden()
        names = ("leerroute", "niveau", "dagdelen", "lesvorm", "sinds")
        return {name: getattr(self.rij, name) for name in names} | {
            "aanbieder": self.rij.aanbieder_id, "cursus": self.rij.cursus_id,
        }  # fmt: skip


class Beeindigen(Werkformulier):
    """Take somebody off the waiting list."""

    knop = "Haal van de wachtlijst"
    inleiding = (
        "Is er een plek? Doe dan het aanbod: de plek op de wachtlijst eindigt vanzelf."
    )
    toont = [("Wacht op", "waarop"), ("Sinds", "sinds")]
    gebeurd = ("tot",)
    tot = Datumveld(label="Wachtte tot", vul_in="tot wanneer deze persoon wachtte")
    reden_einde = Keuzeveld(
        RedenEindeWachten, label="Waarom niet meer?", vul_in="waarom niet meer"
    )

    def beginwaarden(self) -> dict[str, Any]:
        """Most waiting is ended on the day one hears of it."""
        return {"tot": self.vandaag}

    def clean(self) -> dict[str, Any]:
        """The end is not before the beginning, which stands in the row."""
        values = super().clean()
        tot, sinds = values.get("tot"), getattr(self.rij, "sinds", None)
        if tot and sinds and tot < sinds:
            self.add_error("tot", f"Het einde ligt voor het begin ({sinds:%d-%m-%Y}).")
        return values


class Hervatten(Werkformulier):
    """Put somebody back on the waiting list."""

    knop = "Zet weer op de wachtlijst"
    inleiding = "Het wachten telt daarna vanaf de dag waarop het begon."
    toont = [("Wacht op", "waarop"), ("Sinds", "sinds"), ("Wachtte tot", "tot")]
