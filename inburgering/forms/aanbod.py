"""Forms around the place with a provider."""

from typing import Any

from django.db.models import Count, OuterRef, Subquery

from inburgering.forms.handelingsformulier import Handelingsformulier
from inburgering.forms.velden import Datumveld, Keuzeveld, Rijveld
from inburgering.models.aanbod import (
    Aanbieder,
    Cursus,
    Inburgeringsaanbod,
    lopende_plekken,
)
from inburgering.models.bijeenkomst import TELT
from inburgering.wet.begrippen import Leerroute, RedenEindeAanbod


class Cursusveld(Rijveld):
    """A course, named with its provider; ``aanbieders`` keeps the providers it read."""

    def __init__(self, *, aanbieders: dict[str, Aanbieder], **kw: Any) -> None:
        """Take where to keep them."""
        self.aanbieders = aanbieders
        super().__init__(**kw)

    def to_python(self, value: Any) -> Cursus | None:
        """Read a course with its provider."""
        if (course := super().to_python(value)) is not None:
            self.aanbieders[str(course.aanbieder_id)] = course.aanbieder
        return course

    def label_from_instance(self, obj: Cursus) -> str:
        """Name the provider first: courses have the same names everywhere.

        A class that is full says so: one may still offer a place, and then knows it.
        """
        name = f"{obj.aanbieder}: {obj} ({obj.get_leerroute_display()})"
        if obj.plaatsen is None:
            return name
        free = obj.plaatsen - (obj.bezet or 0)
        return f"{name}, {f'nog {free} vrij' if free > 0 else 'vol'}"


def cursussen() -> Any:
    """Give the courses that can be chosen now, by provider, with the places taken."""
    taken = (
        Inburgeringsaanbod.objects.filter(
            TELT, lopende_plekken(), cursus=OuterRef("pk")
        )
        .order_by()
        .values("cursus")
        .annotate(n=Count("traject", distinct=True))
    )
    return (
        Cursus.objects.filter(actief=True, aanbieder__actief=True)
        .annotate(bezet=Subquery(taken.values("n")))
        .select_related("aanbieder")
        .order_by("aanbieder__naam", "naam")
    )


class Doen(Handelingsformulier):
    """Offer a place."""

    knop = "Aanbod vastleggen"
    vooraf = ("aanbieder", "cursus", "leerroute")
    inleiding = (
        "Het inburgeringsaanbod is de plaats die de gemeente bij een school koopt. "
        "De start legt u vast als de lessen begonnen zijn."
    )
    groepen = [
        ("Waar?", ["aanbieder", "cursus"]),
        ("Wanneer en waarvoor?", [
            "aangeboden_op", "leerroute", "verwacht_begin", "verwacht_einde",
        ]),
    ]  # fmt: skip

    aangeboden_op = Datumveld(label="Aangeboden op", vul_in="de datum van het aanbod")
    leerroute = Keuzeveld(Leerroute, vul_in="de leerroute van het aanbod")
    verwacht_begin = Datumveld(
        label="Begint naar verwachting op",
        required=False,
        vul_in="de dag waarop de lessen waarschijnlijk beginnen",
    )
    verwacht_einde = Datumveld(label="Eindigt naar verwachting op", required=False)

    def inrichten(self) -> None:
        """Offer what is on the municipality's own lists."""
        read: dict[str, Aanbieder] = {}
        self.fields["cursus"] = Cursusveld(
            queryset=cursussen(), aanbieders=read, required=False,
            help_text="Van de aanbieder die u hierboven koos.",
        )  # fmt: skip
        self.fields["aanbieder"] = Rijveld(
            queryset=Aanbieder.objects.filter(actief=True), bekend=read,
            vul_in="een aanbieder",
        )  # fmt: skip
        # The course is read first: its provider comes along.
        self.order_fields(["cursus", "aanbieder"])

    def veld_voor(self, gegeven: str) -> str | None:
        """The quality mark is that of the provider that was chosen."""
        return super().veld_voor("aanbieder" if gegeven == "met_keurmerk" else gegeven)

    def beginwaarden(self) -> dict[str, Any]:
        """Today, for the route of the PIP that holds."""
        assert self.dossier is not None
        return {
            "aangeboden_op": self.vandaag,
            "leerroute": self.dossier.stand.leerroute,
        }


class Aanbodregels(Handelingsformulier):
    """Show which place it is about."""

    toont = [("Aangeboden op", "aangeboden_op"), ("Begonnen op", "begonnen_op")]

    def getoond(self) -> list[dict[str, Any]]:
        """Name the provider, the course and the dates of the row."""
        if self.rij is None:
            return []
        place = Inburgeringsaanbod.objects.select_related("aanbieder", "cursus").get(
            pk=self.rij.id
        )
        return [
            {"label": "Aanbieder", "waarde": str(place.aanbieder)},
            {"label": "Cursus", "waarde": str(place.cursus or "Geen vaste cursus")},
            *super().getoond(),
        ]


class Starten(Aanbodregels):
    """Record the first day."""

    knop = "Start vastleggen"
    begonnen_op = Datumveld(label="Eerste lesdag", vul_in="de eerste lesdag")

    def beginwaarden(self) -> dict[str, Any]:
        """The expected day if it has come, else today."""
        expected = self.rij.verwacht_begin if self.rij else None
        if expected is not None and expected <= self.vandaag:
            return {"begonnen_op": expected}
        return {"begonnen_op": self.vandaag}


class Beeindigen(Aanbodregels):
    """Record the last day and why."""

    knop = "Einde vastleggen"
    beeindigd_op = Datumveld(label="Laatste lesdag", vul_in="de laatste lesdag")
    reden_einde = Keuzeveld(
        RedenEindeAanbod, label="Waarom is het gestopt?", vul_in="waarom het is gestopt"
    )

    def beginwaarden(self) -> dict[str, Any]:
        """Ended today."""
        return {"beeindigd_op": self.vandaag}
