"""Forms of an appointment."""

from typing import Any

from django import forms

from inburgering.forms.contact import Vastleggen
from inburgering.forms.traject import KLANTMANAGERS, collegas
from inburgering.forms.velden import (
    Datumveld,
    Keuzeveld,
    Rijveld,
    Tekstveld,
    Tijdveld,
    Tolkveld,
)
from inburgering.forms.werkformulier import Werkformulier
from inburgering.models.agendapunt import KANAAL, ONDERWERP, Agendasoort, Agendavorm
from inburgering.models.contact import (
    MET_RICHTING,
    Contactonderwerp,
    Contactuitkomst,
    Gesprokene,
    Richting,
)
from inburgering.uitnodigingen import afspraak_afgezegd_per_brief
from inburgering.wet.kalender import voluit


class Maken(Werkformulier):
    """Put an appointment in the agenda."""

    knop = "Zet in de agenda"
    gepland = ("dag",)
    vooraf = ("dag",)
    inleiding = (
        "De afspraak komt in het dossier en in de agenda van wie hem heeft. Wie vervangt, "
        "ziet hem ook."
    )
    soort = Keuzeveld(Agendasoort, label="Waarvoor?", vul_in="waarvoor het is")
    dag = Datumveld(label="Dag", vul_in="de dag")
    begin = Tijdveld(
        label="Van hoe laat?", vul_in="de begintijd", help_text="Bijvoorbeeld 9:30"
    )
    einde = Tijdveld(label="Tot hoe laat?", required=False, help_text="")
    vorm = Keuzeveld(Agendavorm, label="Hoe?", vul_in="hoe u elkaar spreekt")
    plaats = Tekstveld(
        label="Waar?", required=False, max_length=120,
        help_text="Een kamer of gebouw. Een thuisadres staat al in het dossier.",
    )  # fmt: skip
    tolktaal = Tolkveld(was=False)

    def inrichten(self) -> None:
        """Offer the colleagues who may have cases."""
        self.fields["wie"] = Rijveld(
            queryset=collegas(self.vandaag, KLANTMANAGERS), required=False,
            label="Wie heeft de afspraak?", empty_label="De klantmanager van dit dossier",
        )  # fmt: skip

    def beginwaarden(self) -> dict[str, Any]:
        """An interpreter in the language of who needs one."""
        values = super().beginwaarden()
        if self.rij is not None:
            return values | {"wie": self.rij.wie_id}
        person = self.dossier and self.dossier.traject.inburgeraar
        return {"tolktaal": person.tolktaal if person else ""}

    def getoond(self) -> list[dict[str, Any]]:
        """Show what one must know to book the interpreter."""
        person = self.dossier and self.dossier.traject.inburgeraar
        if not person or not person.tolk_nodig or not person.tolkwens:
            return []
        return [{"label": "Wensen voor de tolk", "waarde": person.tolkwens}]

    def clean(self) -> dict[str, Any]:
        """The end comes after the beginning; elsewhere is somewhere."""
        values = super().clean()
        begin, end = values.get("begin"), values.get("einde")
        if begin and end and end <= begin:
            self.add_error("einde", f"De eindtijd ligt niet na {begin:%H:%M}.")
        if values.get("vorm") == Agendavorm.ELDERS:
            self.eis("plaats", "Vul in waar de afspraak is.")
        if (
            values.get("plaats")
            and self._secret()
            and values.get("vorm") == Agendavorm.THUIS
        ):
            self.add_error(
                "plaats",
                "Het adres van deze persoon is geheim. Laat de plaats leeg.",
            )
        return values

    def _secret(self) -> bool:
        return bool(self.dossier and self.dossier.traject.inburgeraar.geheim_adres)


class Wijzigen(Maken):
    """Move an appointment."""

    knop = "Afspraak verzetten"
    inleiding = ""


class Afronden(Vastleggen):
    """Say what came of an appointment: a contact moment, filled in as far as known."""

    knop = "Afspraak afronden"
    vooraf = ("uitkomst",)
    inleiding = "Dit wordt het contactmoment. Controleer wat er al staat."

    def getoond(self) -> list[dict[str, Any]]:
        """Show which appointment."""
        return [{"label": "Afspraak", "waarde": str(self.rij)}] if self.rij else []

    def beginwaarden(self) -> dict[str, Any]:
        """Everything that the appointment says already."""
        if self.rij is None:
            return {}
        kanaal = KANAAL[Agendavorm(self.rij.vorm)]
        subject = ONDERWERP.get(Agendasoort(self.rij.soort), Contactonderwerp.ANDERS)
        return {
            "gesproken_op": min(self.rij.dag, self.vandaag),
            "kanaal": kanaal.value,
            "richting": Richting.VAN_ONS.value if kanaal in MET_RICHTING else "",
            "onderwerp": subject.value,
            "met_wie": Gesprokene.INBURGERAAR.value,
            "uitkomst": Contactuitkomst.BEREIKT.value,
            "tolktaal": self.rij.tolktaal,
        }


class OpEenAfspraak(Werkformulier):
    """Shows which appointment an act is about."""

    def getoond(self) -> list[dict[str, Any]]:
        """Show which appointment."""
        return [{"label": "Afspraak", "waarde": str(self.rij)}] if self.rij else []


class Afzeggen(OpEenAfspraak):
    """Cancel an appointment."""

    knop = "Afspraak afzeggen"
    inleiding = (
        "Gaat de afspraak op een andere dag door? Verzet hem dan. Kwam iemand niet, rond "
        "de afspraak dan af."
    )
    reden = Tekstveld(
        label="Waarom gaat de afspraak niet door?", max_length=200, vul_in="de reden",
        help_text="Geen diagnose. Bijvoorbeeld: op verzoek van de inburgeraar.",
    )  # fmt: skip
    brief = forms.BooleanField(
        label="Maak een brief dat de afspraak niet doorgaat", required=False,
        help_text="Voor wie de afspraak per brief kreeg. De reden staat niet in de brief.",
    )  # fmt: skip


class Hervatten(OpEenAfspraak):
    """Let a cancelled appointment go on."""

    knop = "Laat de afspraak doorgaan"
    inleiding = (
        "De afspraak staat daarna weer in de agenda, op de dag en tijd van toen."
    )

    def getoond(self) -> list[dict[str, Any]]:
        """Say that a letter went out: then there comes a new one."""
        shown = super().getoond()
        told = self.rij and afspraak_afgezegd_per_brief(self.rij)
        if told:
            when = voluit(told.gemaakt_op)
            text = f"Op {when} is een brief gemaakt dat het niet doorgaat. Er komt een nieuwe."
            shown.append({"label": "Brief", "waarde": text})
        return shown
