"""Forms of the PIP."""

from typing import Any

from django import forms

from inburgering.forms.doel import open_doelen
from inburgering.forms.handelingsformulier import (
    Basisformulier,
    Handelingsformulier,
)
from inburgering.forms.uitintake import begin, uit_intake
from inburgering.forms.velden import (
    Datumveld,
    Getalveld,
    JaNeeveld,
    Keuzeveld,
    Tekstveld,
)
from inburgering.models.pip import PIP
from inburgering.models.tekstblok import teksten, vul
from inburgering.wet.begrippen import (
    TAALONDERDELEN,
    Alfabetisering,
    Herkomst,
    Leerroute,
    Niveau,
    Onderdeel,
    PIPStatus,
)
from inburgering.wet.leerroutes import heeft_onderdeel
from inburgering.wet.parameters import parameter


# Where the usual value of a field stands: the field, and the name of the number.
GEBRUIKELIJK = {
    "pvt_uren": "pvt_uren",
    "map_uren": "map_praktijkuren",
    "gesprek_weken": "voortgangsgesprek_weken",
}
# Which fields can begin with a text of the municipality: the field, and that text.
SJABLONEN = {
    name: f"plan_{name}" for name in ("participatie", "begeleiding", "voortgang")
}
UIT_SJABLOON = "Dit begin komt uit het sjabloon van uw gemeente. Maak het passend."


def _draft(formulier: Handelingsformulier) -> Any:
    """Give the version that is not decided yet, if there is one."""
    assert formulier.dossier is not None
    pips = formulier.dossier.feiten.pips
    return next((p for p in pips if p.status != PIPStatus.VASTGESTELD), None)


class NiveausMixin(Basisformulier):
    """A level per language part; empty means the level of the route."""

    def inrichten(self) -> None:
        """One list per part."""
        for part in TAALONDERDELEN:
            self.fields[f"niveau_{part}"] = Keuzeveld(
                [(n.value, n.label) for n in (Niveau.A2, Niveau.B1)],
                lijst=True, required=False, label=f"Niveau {part.label.lower()}",
                leeg="Zoals de leerroute",
            )  # fmt: skip

    def veld_voor(self, gegeven: str) -> str | None:
        """A message about the levels stands at the first level that was chosen."""
        if gegeven != "niveaus":
            return super().veld_voor(gegeven)
        names = [f"niveau_{part}" for part in TAALONDERDELEN]
        return next((name for name in names if self.data.get(name)), names[0])

    def clean(self) -> dict[str, Any]:
        """Fold the four lists into one value."""
        data = super().clean()
        chosen = {part.value: data.pop(f"niveau_{part}", "") for part in TAALONDERDELEN}
        data["niveaus"] = {part: level for part, level in chosen.items() if level}
        return data


class Opstellen(NiveausMixin, Handelingsformulier):
    """Draft the plan."""

    knop = "Concept opslaan"
    inleiding = "Dit is een concept. De inburgeringstermijn begint pas als het PIP is vastgesteld."
    groepen = [
        ("Leerroute", [
            "leerroute", "niveau_lezen", "niveau_luisteren", "niveau_schrijven",
            "niveau_spreken", "afschalen_reden", "afschalen_inspanning",
            "alfabetisering", "intensiteit", "mag_opleiding_afmaken",
        ]),
        ("Plan", ["wensen", "zelf", "doelen", "participatie", "begeleiding"]),
        ("PVT, MAP en gesprekken", [
            "pvt_uren", "map_uren", "gesprek_weken", "voortgang",
        ]),
        ("Wanneer", ["opgesteld_op"]),
    ]  # fmt: skip

    leerroute = Keuzeveld(
        Leerroute,
        vul_in="de leerroute",
        help_text=(
            "Bekijk alle leerroutes, ook de onderwijsroute. Schrijf bij de doelen waarom "
            "deze het best past."
        ),
    )
    alfabetisering = Keuzeveld(
        Alfabetisering,
        label="Alfabetiseringsonderwijs",
        vul_in="of er alfabetisering is",
    )
    intensiteit = Getalveld(
        label="Geschatte intensiteit van de B1-route",
        eenheid="uur in totaal",
        required=False,
        help_text=(
            "Alleen bij de B1-route en een asielstatushouder. DUO vraagt het aantal uren "
            "van de hele route."
        ),
    )
    intensiteit.voorwaardelijk = True
    mag_opleiding_afmaken = forms.BooleanField(
        label="Mag eerst een begonnen opleiding afmaken", required=False
    )
    afschalen_reden = Tekstveld(
        groot=True,
        required=False,
        label="Waarom is B1 binnen de termijn niet haalbaar?",
        help_text="Alleen bij afschalen: u kiest A2 bij een onderdeel van de B1-route.",
    )
    afschalen_reden.voorwaardelijk = True
    afschalen_inspanning = Tekstveld(
        groot=True,
        required=False,
        label="Welke inspanning is geleverd?",
        help_text="Alleen bij afschalen: wat iemand deed, en waaruit dat blijkt.",
    )
    afschalen_inspanning.voorwaardelijk = True
    wensen = Tekstveld(
        in_brief=True,
        groot=True,
        label="Wat wil de inburgeraar zelf?",
        vul_in="wat de inburgeraar wil",
        help_text="In eigen woorden.",
    )
    zelf = Tekstveld(
        in_brief=True,
        groot=True,
        required=False,
        label="Wat doet de inburgeraar daar zelf voor?",
        help_text="In eigen woorden. Bijvoorbeeld: ik oefen elke dag met mijn buurvrouw.",
    )
    doelen = Tekstveld(
        in_brief=True,
        groot=True,
        required=False,
        label="Doelen en afspraken",
        vul_in="de doelen en afspraken",
        help_text=(
            "Mag leeg blijven als de doelen apart zijn vastgelegd; die komen vanzelf in de "
            "brief."
        ),
    )
    doelen.voorwaardelijk = True
    participatie = Tekstveld(
        in_brief=True,
        groot=True,
        label="Wat doet de inburgeraar naast de lessen?",
        vul_in="wat de inburgeraar naast de lessen doet",
        help_text="Werk, stage, vrijwilligerswerk of iets anders; waar en hoeveel uur.",
    )
    begeleiding = Tekstveld(
        in_brief=True,
        groot=True,
        label="Ondersteuning en begeleiding",
        vul_in="welke hulp en begeleiding er is",
        help_text="Is er geen extra hulp nodig? Schrijf dat dan op.",
    )
    pvt_uren = Getalveld(
        label="Hoeveel uur duurt het PVT?",
        vul_in="het aantal uren van het PVT",
        eenheid="uur",
        min_value=1,
        max_value=500,
    )
    map_uren = Getalveld(
        label="Hoeveel uur praktijk heeft de MAP?",
        eenheid="uur",
        required=False,
        min_value=1,
        max_value=2000,
        help_text="Laat dit leeg in de onderwijsroute: daar hoort geen MAP bij.",
    )
    map_uren.voorwaardelijk = True
    gesprek_weken = Getalveld(
        label="Om de hoeveel weken is er een voortgangsgesprek?",
        vul_in="het aantal weken tussen twee gesprekken",
        eenheid="weken",
    )
    voortgang = Tekstveld(
        in_brief=True,
        groot=True,
        label="Hoe volgt u de voortgang?",
        vul_in="hoe u de voortgang volgt",
    )
    opgesteld_op = Datumveld(
        label="Opgesteld op",
        vul_in="de datum van het opstellen",
        help_text="Vandaag, of de dag waarop u het op papier opstelde.",
    )

    def beginwaarden(self) -> dict[str, Any]:
        """Continue the draft; else start from the plan that holds now."""
        assert self.dossier is not None
        pips = self.dossier.feiten.pips
        source = _draft(self) or (pips[-1] if pips else None)
        if source is None:
            return {
                "alfabetisering": Alfabetisering.NIET_VAN_TOEPASSING.value,
                "opgesteld_op": self.vandaag,
                **self._gebruikelijk(),
                **self._sjabloon(),
            }
        # The words of the person and the goals are in the row alone, not in the law.
        plan = PIP.objects.get(pk=source.id)
        values: dict[str, Any] = {
            name: getattr(plan, name) for name in self.fields if hasattr(plan, name)
        }
        if source is not _draft(self):
            values["opgesteld_op"] = self.vandaag
        if source.pvt_uren is None:
            # A plan from elsewhere does not say it.
            values |= self._gebruikelijk()
        values |= {f"niveau_{part}": level for part, level in source.niveaus.items()}
        # Only where the plan says nothing yet: what somebody wrote is never replaced.
        values |= {n: text for n, text in self.begintekst().items() if not values[n]}
        return values

    def _sjabloon(self) -> dict[str, Any]:
        """Give with what a first plan begins: the intake, else the municipality's text."""
        proposed = self.begintekst()
        if self.dossier is None or not self.dossier.traject.pk:
            return proposed  # nobody's form: the description of the API
        own = teksten(self.vandaag)
        texts = {name: vul(own.nederlands(key), {}) for name, key in SJABLONEN.items()}
        used = {n: text for n, text in texts.items() if text and n not in proposed}
        for name in used:
            field = self.fields[name]
            field.help_text = f"{field.help_text} {UIT_SJABLOON}".strip()
        return used | proposed

    def begintekst(self) -> dict[str, Any]:
        """Give the text that the brede intake proposes to begin with, by field."""
        assert self.dossier is not None
        return dict(begin(self.dossier))

    def uit_intake(self) -> dict[str, Any] | None:
        """Give what stands beside the plan: advice and outcomes of the intake, the test."""
        assert self.dossier is not None
        return uit_intake(self.dossier)

    def _gebruikelijk(self) -> dict[str, Any]:
        """Give what the law asks at least, and how often one mostly talks."""
        assert self.dossier is not None
        own = self.dossier.feiten.instellingen
        return {
            name: parameter(row, self.vandaag, own).waarde
            for name, row in GEBRUIKELIJK.items()
        }

    def clean(self) -> dict[str, Any]:
        """Ask the hours of the MAP where it belongs to the route, and a goal somewhere."""
        data = super().clean()
        if not data.get("doelen") and not open_doelen(self.dossier).exists():
            self.eis("doelen", "Vul de doelen en afspraken in, of stel eerst een doel.")
        route = data.get("leerroute")
        if route and heeft_onderdeel(Leerroute(route), Onderdeel.MAP):
            self.eis("map_uren", "Vul in hoeveel uur praktijk de MAP heeft.")
        elif route:
            data["map_uren"] = None
        return data


class Bespreken(Handelingsformulier):
    """Record the talk about the draft."""

    knop = "Vastleggen"
    toont = [("Leerroute", "leerroute"), ("Opgesteld op", "opgesteld_op")]
    besproken_op = Datumveld(label="Besproken op", vul_in="de datum van het gesprek")
    akkoord = JaNeeveld(
        label="Is de inburgeraar het eens met het PIP?",
        vul_in="of de inburgeraar het eens is",
    )
    reden_geen_akkoord = Tekstveld(
        in_brief=True,
        groot=True,
        required=False,
        label="Waarom niet, in eigen woorden",
        help_text="Alleen als de inburgeraar het niet eens is.",
    )
    reden_geen_akkoord.voorwaardelijk = True

    def clean(self) -> dict[str, Any]:
        """Ask the reason when the person does not agree, and only then."""
        data = super().clean()
        if data.get("akkoord") is False and not data.get("reden_geen_akkoord"):
            self.add_error(
                "reden_geen_akkoord",
                "Schrijf op waarom de inburgeraar het niet eens is.",
            )
        if data.get("akkoord"):
            data["reden_geen_akkoord"] = ""
        return data


class Vaststellen(Handelingsformulier):
    """Decide the plan."""

    knop = "PIP vaststellen"
    bevestigen = True
    inleiding = (
        "Het PIP is een besluit. De inburgeringstermijn begint op de dag na de "
        "dagtekening van het eerste PIP en schuift daarna niet meer."
    )
    toont = [
        ("Leerroute", "leerroute"),
        ("Besproken op", "besproken_op"),
        ("De inburgeraar is het eens", "akkoord"),
    ]
    dagtekening = Datumveld(
        label="Dagtekening",
        vul_in="de dagtekening",
        help_text="De datum die op het besluit staat. Bijvoorbeeld 29-11-2026",
    )

    def beginwaarden(self) -> dict[str, Any]:
        """A decision is dated today unless it says otherwise."""
        return {"dagtekening": self.vandaag}


class Versturen(Handelingsformulier):
    """Record the sending."""

    knop = "Vastleggen"
    toont = [("Leerroute", "leerroute"), ("Dagtekening", "dagtekening")]
    verstuurd_op = Datumveld(label="Verstuurd op", vul_in="de datum van versturen")

    def beginwaarden(self) -> dict[str, Any]:
        """Sent today."""
        return {"verstuurd_op": self.vandaag}


class Overnemen(NiveausMixin, Handelingsformulier):
    """Record the PIP of another municipality."""

    knop = "Vastleggen"
    inleiding = (
        "Een PIP van een vorige gemeente is een feit. De termijn loopt door vanaf de "
        "eerste dagtekening."
    )
    dagtekening = Datumveld(vul_in="de dagtekening")
    leerroute = Keuzeveld(Leerroute, vul_in="de leerroute")
    alfabetisering = Keuzeveld(
        Alfabetisering,
        label="Alfabetiseringsonderwijs",
        vul_in="of er alfabetisering is",
    )

    def beginwaarden(self) -> dict[str, Any]:
        """Mostly there is no literacy course."""
        return {"alfabetisering": Alfabetisering.NIET_VAN_TOEPASSING.value}

    def gegevens(self) -> dict[str, Any]:
        """Give the plan as a fact of the municipality that decided it."""
        return super().gegevens() | {"herkomst": Herkomst.ANDERE_GEMEENTE.value}
