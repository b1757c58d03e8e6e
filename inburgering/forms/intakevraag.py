"""Forms of the municipality's own questions at the brede intake."""

from datetime import date, timedelta
from typing import Any

from inburgering.forms.handelingsformulier import Handelingsformulier
from inburgering.forms.velden import Datumveld, Getalveld, Keuzeveld, Tekstveld
from inburgering.models.brede_intake import Intakevraag
from inburgering.wet.feiten import Intakevraag as Wetsvraag
from inburgering.wet.intake import Antwoordsoort, Domein
from inburgering.wet.intakevragen import (
    HOOGSTE,
    NIET_VRAGEN,
    domeincode,
    vraagfouten,
)


EIGEN_ONDERWERP = "eigen"
VOLGORDE = 10  # room before and after the first


def eerste_dag(rij: Intakevraag | None, vandaag: date) -> date:
    """Give the first day on which a question can begin, or follow another."""
    if rij is None:
        return vandaag
    return max(rij.geldig_vanaf, vandaag + timedelta(days=1))


class Vastleggen(Handelingsformulier):
    """Add a question; with a ``rij`` the question that it takes the place of."""

    knop = "Vraag toevoegen"
    inleiding = NIET_VRAGEN
    groepen = [
        ("Onderwerp", ["domein", "eigen_onderwerp"]),
        ("Vraag", [
            "vraag", "hulptekst", "soort", "keuzes", "laagste", "hoogste", "eenheid",
        ]),
        ("Plaats en begin", ["volgorde", "geldig_vanaf"]),
    ]  # fmt: skip
    eigen_onderwerp = Tekstveld(
        label="Naam van het eigen onderwerp", required=False, max_length=60,
        help_text="Alleen als het onderwerp niet in de lijst staat.",
    )  # fmt: skip
    eigen_onderwerp.voorwaardelijk = True
    vraag = Tekstveld(
        label="De vraag, zoals u haar stelt", vul_in="de vraag", max_length=200,
        help_text="In gewone taal, met u. Bijvoorbeeld: Kunt u fietsen?",
    )  # fmt: skip
    hulptekst = Tekstveld(
        label="Uitleg bij de vraag", required=False, max_length=300,
        help_text="Staat klein onder de vraag.",
    )  # fmt: skip
    soort = Keuzeveld(
        Antwoordsoort, label="Wat voor antwoord?", vul_in="wat voor antwoord het is"
    )
    keuzes = Tekstveld(
        groot=True, required=False, label="Antwoorden om uit te kiezen",
        max_length=2000,
        help_text="Alleen bij een keuze: elk antwoord op een eigen regel.",
    )  # fmt: skip
    keuzes.voorwaardelijk = True
    laagste = Getalveld(label="Laagste getal", required=False, max_value=HOOGSTE)
    laagste.voorwaardelijk = True
    hoogste = Getalveld(
        label="Hoogste getal", required=False, max_value=HOOGSTE,
        help_text="Alleen bij een getal.",
    )  # fmt: skip
    hoogste.voorwaardelijk = True
    eenheid = Tekstveld(
        label="Wat telt het getal?", required=False, max_length=30,
        help_text="Alleen bij een getal. Bijvoorbeeld: minuten.",
    )  # fmt: skip
    eenheid.klasse = "ib-field-medium"
    eenheid.voorwaardelijk = True
    volgorde = Getalveld(
        label="Plaats binnen het onderwerp", vul_in="de plaats", max_value=999,
        help_text="Een lager getal staat eerder. De vaste vragen staan altijd vooraan.",
    )  # fmt: skip
    geldig_vanaf = Datumveld(
        label="Geldt vanaf", vul_in="de dag waarop dit ingaat",
        help_text="Intakes die eerder begonnen, houden hun vragen.",
    )  # fmt: skip

    def inrichten(self) -> None:
        """Offer the subjects of the house, and those that the municipality made."""
        names = Intakevraag.objects.exclude(domein__in=list(Domein)).values_list(
            "domein", flat=True
        )
        self.eigen = {domeincode(name).replace("_", ""): name for name in names}
        pairs = [
            *Domein.choices(),
            *((name, name) for name in dict.fromkeys(sorted(self.eigen.values()))),
            (EIGEN_ONDERWERP, "Een eigen onderwerp"),
        ]
        self.fields["domein"] = Keuzeveld(
            pairs, lijst=True, label="Onderwerp", vul_in="het onderwerp"
        )
        if self.rij is not None:
            self.knop = "Vraag vervangen"
            self.inleiding = (
                f"De oude vraag eindigt, deze komt ervoor in de plaats. Gegeven "
                f"antwoorden blijven bij de oude vraag staan. {NIET_VRAGEN}"
            )

    def beginwaarden(self) -> dict[str, Any]:
        """Start from the question that is replaced, or from an empty one for today."""
        values = super().beginwaarden()
        if self.rij is not None:
            values["keuzes"] = "\n".join(self.rij.keuzes)
        else:
            values["volgorde"] = VOLGORDE
        return values | {"geldig_vanaf": eerste_dag(self.rij, self.vandaag)}

    def veld_voor(self, gegeven: str) -> str | None:
        """A message about a new subject stands where its name was typed."""
        own = self.data.get("domein") == EIGEN_ONDERWERP
        return super().veld_voor(
            "eigen_onderwerp" if gegeven == "domein" and own else gegeven
        )

    def _onderwerp(self, data: dict[str, Any]) -> str:
        """Give the subject; a name that is there already is that very subject."""
        typed = data.pop("eigen_onderwerp", "")
        if data.get("domein") != EIGEN_ONDERWERP:
            return str(data.get("domein") or "")
        if not typed and "eigen_onderwerp" not in self.errors:
            self.add_error("eigen_onderwerp", "Vul de naam van het onderwerp in.")
        return self.eigen.get(domeincode(typed).replace("_", ""), typed)

    def _keuzes(self, data: dict[str, Any]) -> list[str]:
        lines = (" ".join(line.split()) for line in data.get("keuzes", "").splitlines())
        return [line for line in lines if line]

    def clean(self) -> dict[str, Any]:
        """Leave out what does not belong to the kind of answer; say every fault at once."""
        data = super().clean()
        data["domein"] = self._onderwerp(data)
        soort = data.get("soort")
        data["keuzes"] = self._keuzes(data) if soort == Antwoordsoort.KEUZE else []
        numbers = soort == Antwoordsoort.GETAL
        for name in ("laagste", "hoogste"):
            data[name] = (data.get(name) or 0) if numbers else 0
        data["eenheid"] = data.get("eenheid", "") if numbers else ""
        begin = data.get("geldig_vanaf")
        first = eerste_dag(self.rij, self.vandaag)
        if begin and begin < first:
            self.add_error("geldig_vanaf", f"Kies {first:%d-%m-%Y} of later.")
        if soort and data["domein"]:
            self._zeg_fouten(data)
        return data

    def _zeg_fouten(self, data: dict[str, Any]) -> None:
        question = Wetsvraag(
            code="", domein=data["domein"], vraag=data.get("vraag", ""),
            soort=data["soort"], keuzes=tuple(data["keuzes"]), laagste=data["laagste"],
            hoogste=data["hoogste"], hulptekst=data.get("hulptekst", ""),
            geldig_vanaf=self.vandaag,
        )  # fmt: skip
        for name, words in vraagfouten(question).items():
            where = self.veld_voor(name)
            if where not in self.errors:
                self.add_error(where, words)


class Beeindigen(Handelingsformulier):
    """End a question."""

    knop = "Vraag beëindigen"
    inleiding = (
        "Een intake die vanaf die dag begint, stelt de vraag niet meer. Gegeven "
        "antwoorden blijven staan."
    )
    toont = [("Vraag", "vraag")]
    geldig_tot = Datumveld(
        label="Niet meer vragen vanaf", vul_in="de dag waarop de vraag vervalt"
    )

    def beginwaarden(self) -> dict[str, Any]:
        """As soon as possible."""
        return {"geldig_tot": eerste_dag(self.rij, self.vandaag)}

    def clean(self) -> dict[str, Any]:
        """From tomorrow at the earliest: what began today keeps its questions."""
        data = super().clean()
        first = eerste_dag(self.rij, self.vandaag)
        if (day := data.get("geldig_tot")) and day < first:
            self.add_error("geldig_tot", f"Kies {first:%d-%m-%Y} of later.")
        return data
