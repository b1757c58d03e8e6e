"""Forms of the goals of the plan."""

from typing import Any

from inburgering.forms.velden import Datumveld, Keuzeveld, Rijveld, Tekstveld
from inburgering.forms.werkformulier import Werkformulier
from inburgering.models.doel import Doel, Doeluitkomst, Levensdomein
from inburgering.models.dossier import Dossier


def open_doelen(dossier: Dossier | None) -> Any:
    """Give the goals of a case that have not ended; none without a case."""
    if dossier is None or dossier.traject.pk is None:
        return Doel.objects.none()
    rows = Doel.objects.filter(traject=dossier.traject, geeindigd_op=None)
    return rows.order_by("domein", "id")


class Doelformulier(Werkformulier):
    """What a goal says."""

    domein = Keuzeveld(
        Levensdomein, lijst=True, label="Waar gaat het over?",
        vul_in="waar het doel over gaat",
    )  # fmt: skip
    omschrijving = Tekstveld(in_brief=True,
        label="Wat wil de inburgeraar bereiken?", max_length=300,
        vul_in="wat de inburgeraar wil bereiken",
        help_text=(
            "Schrijf het zo op dat de inburgeraar het begrijpt. Bijvoorbeeld: ik maak zelf "
            "een afspraak met de huisarts."
        ),
    )  # fmt: skip
    waarom = Tekstveld(in_brief=True,
        groot=True, required=False, label="Waarom is dit belangrijk?", max_length=1000,
        help_text="In eigen woorden. Schrijf geen diagnose op.",
    )  # fmt: skip
    uiterlijk = Datumveld(
        label="Klaar tot en met", required=False,
        help_text="Laat leeg als er geen einddatum is. Bijvoorbeeld 29-11-2026",
    )  # fmt: skip


class Stellen(Doelformulier):
    """Set a goal, or a step to a larger one."""

    knop = "Doel vastleggen"
    gebeurd = ("gesteld_op",)
    begin_en_einde = (("gesteld_op", "uiterlijk"),)
    vooraf = ("onder", "domein")
    inleiding = (
        "Leg elk doel apart vast. Een groot doel deelt u op in stappen. De open doelen "
        "staan in de brief bij het PIP."
    )
    gesteld_op = Datumveld(label="Gesteld op", vul_in="de dag waarop dit doel begon")

    def inrichten(self) -> None:
        """Offer the larger goals; a step has no steps of its own."""
        self.fields["onder"] = Rijveld(
            queryset=open_doelen(self.dossier).filter(onder=None), required=False,
            label="Is dit een stap naar een ander doel?", empty_label="Nee, het is een doel",
        )  # fmt: skip

    def beginwaarden(self) -> dict[str, Any]:
        """Set today."""
        return super().beginwaarden() | {"gesteld_op": self.vandaag}


class Wijzigen(Doelformulier):
    """Say a goal in other words."""

    knop = "Doel wijzigen"
    inleiding = (
        "Wat er stond, blijft bewaard. Een PIP dat al is vastgesteld, verandert niet; "
        "stel een nieuwe versie op als het plan anders wordt."
    )


class Beeindigen(Werkformulier):
    """Say that a goal was reached, or that it stopped."""

    knop = "Doel beëindigen"
    toont = [("Doel", "omschrijving"), ("Gesteld op", "gesteld_op")]
    gebeurd = ("geeindigd_op",)
    uitkomst = Keuzeveld(Doeluitkomst, label="Hoe is het gegaan?",
                         vul_in="hoe het is gegaan")  # fmt: skip
    geeindigd_op = Datumveld(label="Bereikt of gestopt op", vul_in="de datum")
    toelichting = Tekstveld(
        groot=True, required=False, label="Toelichting", max_length=1000,
        help_text="De inburgeraar mag dit lezen. Schrijf geen diagnose op.",
    )  # fmt: skip

    def beginwaarden(self) -> dict[str, Any]:
        """Seen today."""
        return super().beginwaarden() | {
            "geeindigd_op": self.vandaag,
            "toelichting": "",
        }

    def clean(self) -> dict[str, Any]:
        """Not before the goal was set, and not while a step to it is open."""
        data = super().clean()
        if self.rij is None:
            return data
        day = data.get("geeindigd_op")
        if day and day < self.rij.gesteld_op:
            self.add_error(
                "geeindigd_op",
                f"Dit ligt voor de dag waarop het doel begon ({self.rij.gesteld_op:%d-%m-%Y}).",
            )
        if Doel.objects.filter(onder=self.rij.id, geeindigd_op=None).exists():
            self.add_error(
                None,
                "Dit doel heeft nog stappen die open staan. Beëindig die eerst.",
            )
        return data


class Heropenen(Werkformulier):
    """Open a goal again."""

    knop = "Zet het doel weer open"
    toont = [
        ("Doel", "omschrijving"),
        ("Geëindigd op", "geeindigd_op"),
        ("Toelichting", "toelichting"),
    ]
