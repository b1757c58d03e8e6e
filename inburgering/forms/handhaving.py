"""Forms of enforcement. What a row already says is shown, not asked again."""

from typing import Any, ClassVar

from django import forms

from inburgering.forms.brief import Brieven
from inburgering.forms.handelingsformulier import Handelingsformulier
from inburgering.forms.traject import KLANTMANAGERS, collegas
from inburgering.forms.velden import (
    Datumveld,
    Getalveld,
    JaNeeveld,
    Keuzeveld,
    Rijveld,
    Tekstveld,
)
from inburgering.handhavingsbrieven import VAN_HANDHAVING
from inburgering.models.afspraak import Afspraak
from inburgering.wet.begrippen import (
    Aanleiding,
    Eigenaar,
    Grondslag,
    Handhavingsbesluit,
    RedenStoppen,
    Verwijtbaarheid,
    Verzuimoorzaak,
)
from inburgering.wet.verzuim import verzuim


class MetVerzuim(Handelingsformulier):
    """Show first what was counted: who enforces looks at the hours before the person."""

    def getoond(self) -> list[dict[str, Any]]:
        """Give the absence up to today, with how and of what it was counted."""
        if self.dossier is None:
            return super().getoond()
        found = verzuim(self.dossier.feiten.uren, self.vandaag)
        row = {
            "label": "Verzuim", "waarde": found.zin, "regel": " ".join(found.let_op),
            "uitleg": found.reden, "stappen": found.telregels, "bron": found.bron,
            "gebruikt": found.gebruikt,
        }  # fmt: skip
        return [row, *super().getoond()]


GEEN_DIAGNOSE = "Schrijf bij gezondheid alleen: ziekte. Nooit een diagnose."


class Melden(MetVerzuim):
    """Record what was not done."""

    knop = "Vastleggen"
    inleiding = "Er volgt niets vanzelf. Eerst zoekt u uit wat er is gebeurd en biedt u hulp aan."
    aanleiding = Keuzeveld(
        Aanleiding,
        label="Wat is er niet nagekomen?",
        vul_in="wat er niet is nagekomen",
    )
    grondslag = Keuzeveld(
        Grondslag,
        label="Op welke wet rust dit?",
        vul_in="op welke wet dit rust",
        help_text="Dat bepaalt of een boete of een maatregel kan; nooit allebei.",
    )
    groepen = [
        ("Wat er niet is nagekomen", ["aanleiding", "afspraak", "grondslag"]),
        ("Wat er gebeurde", ["gebeurd_op", "omschrijving"]),
    ]
    gebeurd_op = Datumveld(label="Gebeurd op", vul_in="de dag waarop het gebeurde")
    omschrijving = Tekstveld(
        in_brief=True,
        groot=True,
        required=False,
        label="Wat is er gebeurd?",
        help_text=f"Alleen wat u weet, bijvoorbeeld uit de presentielijst. {GEEN_DIAGNOSE}",
    )

    def inrichten(self) -> None:
        """Offer the agreements that the person was to keep, the newest first."""
        rows = Afspraak.objects.none()
        if self.dossier is not None:
            rows = Afspraak.objects.filter(
                traject_id=self.dossier.traject.pk,
                eigenaar=Eigenaar.INBURGERAAR.value,
            ).order_by("-gemaakt_op", "-id")
        self.fields["afspraak"] = Rijveld(
            queryset=rows, required=False, label="Welke afspraak?",
            empty_label="Geen afspraak uit de lijst",
            help_text="De wet waarop de afspraak rust, bepaalt wat er kan volgen.",
        )  # fmt: skip

    def beginwaarden(self) -> dict[str, Any]:
        """Mostly it rests on the Wi2021."""
        return {"grondslag": Grondslag.WI2021.value}


class Stapformulier(Handelingsformulier):
    """Ask only the steps that the row does not have yet; at least one is filled in.

    ``stappen``: per step its day and what goes with it. What was posted is kept whole, so
    that a second click is seen as one; the law refuses a step that was taken before.
    """

    stappen: ClassVar[tuple[tuple[str, ...], ...]] = ()

    def inrichten(self) -> None:
        """Leave out the steps that were recorded."""
        if self.is_bound:
            return
        for first, *rest in self.stappen:
            if getattr(self.rij, first, None) is not None:
                for name in (first, *rest):
                    del self.fields[name]

    def clean(self) -> dict[str, Any]:
        """Demand something, and a day with every answer."""
        data = super().clean()
        for first, *rest in self.stappen:
            if any(data.get(name) not in (None, "") for name in rest):
                self.eis(first, "Vul ook de datum in.")
        days = [step[0] for step in self.stappen]
        if not self.errors and not any(data.get(day) for day in days):
            self.add_error(days[0], "Vul in wat u hebt gedaan.")
        return data


class Onderzoeken(MetVerzuim, Stapformulier):
    """Understand and help."""

    knop = "Vastleggen"
    inleiding = (
        "Eerst begrijpen en helpen. U mag dit in delen invullen; wat er al staat, "
        "vragen we niet opnieuw."
    )
    toont = [
        ("Wat er niet is nagekomen", "aanleiding"),
        ("Gebeurd op", "gebeurd_op"),
        ("Gebeld op", "gebeld_op"),
        ("Bezocht op", "bezocht_op"),
        ("Oorzaak", "oorzaak"),
        ("Hulp aangeboden op", "hulp_op"),
    ]
    stappen = (
        ("gebeld_op",), ("bezocht_op",), ("oorzaak_op", "oorzaak"), ("hulp_op", "hulp"),
    )  # fmt: skip
    gebeld_op = Datumveld(label="Gebeld op", required=False)
    bezocht_op = Datumveld(label="Bezocht op", required=False)
    oorzaak_op = Datumveld(label="Oorzaak besproken op", required=False)
    oorzaak = Keuzeveld(
        Verzuimoorzaak,
        lijst=True,
        required=False,
        label="Waardoor kwam het?",
        help_text=GEEN_DIAGNOSE,
    )
    hulp_op = Datumveld(label="Hulp aangeboden op", required=False)
    hulp = Tekstveld(
        in_brief=True,
        groot=True,
        required=False,
        label="Welke hulp?",
        help_text="Bijvoorbeeld: andere lestijden, kinderopvang, hulp bij schulden. "
        + GEEN_DIAGNOSE,
    )

    def clean(self) -> dict[str, Any]:
        """A cause that was talked about has a name, and help says which."""
        data = super().clean()
        if data.get("oorzaak_op"):
            self.eis("oorzaak", "Kies waardoor het kwam.")
        if data.get("hulp_op"):
            self.eis("hulp", "Schrijf op welke hulp u aanbood.")
        return data


class Bespreken(Handelingsformulier):
    """Record the talk."""

    knop = "Gesprek vastleggen"
    toont = [("Oorzaak", "oorzaak"), ("Hulp aangeboden op", "hulp_op")]
    gesprek_op = Datumveld(label="Gesprek op", vul_in="de datum van het gesprek")

    def beginwaarden(self) -> dict[str, Any]:
        """Talked today."""
        return {"gesprek_op": self.vandaag}


class Waarschuwen(Handelingsformulier):
    """Record the warning."""

    knop = "Waarschuwing vastleggen"
    inleiding = (
        "Een waarschuwing is geen stap van de wet maar beleid van de gemeente. Zij heeft "
        "op zichzelf geen gevolg."
    )
    toont = [("Oorzaak", "oorzaak"), ("Gesprek op", "gesprek_op")]
    gewaarschuwd_op = Datumveld(
        label="Gewaarschuwd op", vul_in="de datum van de waarschuwing"
    )

    def beginwaarden(self) -> dict[str, Any]:
        """Warned today."""
        return {"gewaarschuwd_op": self.vandaag}


class Overwegen(Stapformulier):
    """Consider a sanction, with its safeguards."""

    knop = "Vastleggen"
    inleiding = (
        "Vanaf nu hoeft de inburgeraar niet te antwoorden. Zeg dat in een taal die de "
        "persoon verstaat, met een tolk als dat nodig is (niet bevestigd)."
    )
    toont = [
        ("Oorzaak", "oorzaak"),
        ("Gewaarschuwd op", "gewaarschuwd_op"),
        ("Sanctie overwogen op", "overwogen_op"),
        ("Zwijgrecht meegedeeld op", "cautie_op"),
        ("Rapport van", "rapport_op"),
    ]
    stappen = (
        ("overwogen_op",), ("cautie_op", "cautie_taal", "tolk"),
        ("rapport_op", "rapport_door"),
    )  # fmt: skip
    groepen = [
        ("Overwegen", ["overwogen_op"]),
        ("Zwijgrecht", ["cautie_op", "cautie_taal", "tolk"]),
        ("Rapport", ["rapport_op", "rapport_door"]),
    ]
    overwogen_op = Datumveld(
        label="Sanctie overwogen op",
        required=False,
    )
    cautie_op = Datumveld(label="Zwijgrecht meegedeeld op", required=False)
    cautie_taal = Tekstveld(
        in_brief=True,
        label="In welke taal?",
        required=False,
        max_length=60,
        help_text="Een taal die de persoon verstaat.",
    )
    tolk = JaNeeveld(label="Was er een tolk bij?", required=False)
    rapport_op = Datumveld(label="Rapport van", required=False)

    def inrichten(self) -> None:
        """Offer the colleagues who can have made the report."""
        self.fields["rapport_door"] = Rijveld(
            queryset=collegas(self.vandaag, KLANTMANAGERS), required=False,
            label="Wie maakte het rapport?", empty_label="Ik zelf",
            help_text="Wie het rapport maakt, beslist niet over de sanctie.",
        )  # fmt: skip
        super().inrichten()
        self.groepen = [
            (kop, kept)
            for kop, names in type(self).groepen
            if (kept := [name for name in names if name in self.fields])
        ]

    def clean(self) -> dict[str, Any]:
        """The right to silence was stated in some language, with or without help."""
        data = super().clean()
        if data.get("cautie_op"):
            self.eis("cautie_taal", "Vul in in welke taal u dit zei.")
            self.eis("tolk", "Kies of er een tolk bij was.")
        return data


class Horen(Handelingsformulier):
    """Record the view of the person."""

    knop = "Vastleggen"
    toont = [("Rapport van", "rapport_op")]
    zienswijze_op = Datumveld(
        label="Gegeven op, of de dag waarop de tijd ervoor voorbij was",
        vul_in="de datum",
    )
    zienswijze_gebruikt = JaNeeveld(
        label="Gaf de inburgeraar een zienswijze?",
        vul_in="of de inburgeraar een zienswijze gaf",
    )
    zienswijze = Tekstveld(
        in_brief=True,
        groot=True,
        required=False,
        label="Wat vindt de inburgeraar ervan?",
        help_text=f"In eigen woorden. {GEEN_DIAGNOSE}",
    )


class Toetsen(Handelingsformulier):
    """Record the legal check."""

    knop = "Toets vastleggen"
    inleiding = (
        "Sinds de uitspraken van 2025 krijgt een asielstatushouder geen boete, tenzij "
        "iemand aantoonbaar en aanhoudend onwillig is. Dat dit ook voor een boete van de "
        "gemeente geldt, is niet bevestigd."
    )
    getoetst_op = Datumveld(label="Getoetst op", vul_in="de datum van de toets")
    toets_akkoord = JaNeeveld(
        label="Kan een boete hier juridisch?", vul_in="of een boete hier kan"
    )
    toets_uitleg = Tekstveld(
        groot=True, label="Waarom wel of niet?", vul_in="waarom wel of niet"
    )

    def beginwaarden(self) -> dict[str, Any]:
        """Checked today."""
        return {"getoetst_op": self.vandaag}


class Besluiten(Handelingsformulier):
    """Decide."""

    knop = "Besluiten"
    bevestigen = True
    inleiding = (
        "Dit is een besluit. Wie het rapport maakte of de sanctie overwoog, beslist niet "
        "(niet bevestigd)."
    )
    toont = [
        ("Wat er niet is nagekomen", "aanleiding"),
        ("Rust op", "grondslag"),
        ("Gebeurd op", "gebeurd_op"),
        ("Oorzaak", "oorzaak"),
    ]
    besluit = Keuzeveld(
        Handhavingsbesluit, label="Wat besluit u?", vul_in="wat u besluit"
    )
    verwijtbaarheid = Keuzeveld(
        Verwijtbaarheid,
        lijst=True,
        required=False,
        label="Hoe zwaar is het te verwijten?",
        help_text="Zonder verwijt is er geen sanctie.",
    )
    bedrag = Getalveld(
        label="Bedrag van de boete",
        eenheid="euro",
        required=False,
        max_value=5000,
    )
    bedrag.voorwaardelijk = True
    draagkracht_bekeken = forms.BooleanField(
        label="Ik heb gekeken of de persoon dit kan betalen", required=False
    )
    motivering = Tekstveld(
        in_brief=True,
        groot=True,
        label="Waarom dit besluit?",
        vul_in="waarom u dit besluit",
        help_text=f"Dit staat in het besluit. {GEEN_DIAGNOSE}",
    )
    besluit_op = Datumveld(label="Datum van het besluit", vul_in="de datum")

    def beginwaarden(self) -> dict[str, Any]:
        """Decided today."""
        return {"besluit_op": self.vandaag}

    def clean(self) -> dict[str, Any]:
        """An amount belongs to a fine alone."""
        data = super().clean()
        if data.get("besluit") != Handhavingsbesluit.BOETE:
            data["bedrag"] = None
        elif data.get("besluit"):
            self.eis("bedrag", "Vul het bedrag van de boete in.")
        return data


class Versturen(Handelingsformulier):
    """Record the sending."""

    knop = "Vastleggen"
    bevestigen = True
    inleiding = "Op de dag na het versturen begint de tijd om bezwaar te maken."
    toont = [("Besluit", "besluit"), ("Besluit van", "besluit_op")]
    verstuurd_op = Datumveld(label="Verstuurd op", vul_in="de datum van versturen")

    def beginwaarden(self) -> dict[str, Any]:
        """Sent today."""
        return {"verstuurd_op": self.vandaag}


class Stoppen(Handelingsformulier):
    """Stop without a sanction."""

    knop = "Stoppen"
    inleiding = "Er volgt dan geen sanctie. Wat is vastgelegd, blijft staan."
    toont = [("Wat er niet is nagekomen", "aanleiding"), ("Gebeurd op", "gebeurd_op")]
    gestopt_op = Datumveld(label="Gestopt op", vul_in="de datum")
    reden_stoppen = Keuzeveld(
        RedenStoppen, label="Waarom stopt u?", vul_in="waarom u stopt"
    )

    def beginwaarden(self) -> dict[str, Any]:
        """Stopped today."""
        return {"gestopt_op": self.vandaag}


class Schrijven(Brieven):
    """Make a letter of a step of the ladder."""

    soorten = VAN_HANDHAVING
