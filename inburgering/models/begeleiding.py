"""Financieel ontzorgen and maatschappelijke begeleiding."""

from django.db import models

from inburgering.models.base import Feit
from inburgering.wet.begrippen import (
    Lastwijze,
    RedenEindeBegeleiding,
    RedenEindeOntzorgen,
)


def _lastveld(naam: str) -> models.CharField:
    return models.CharField(naam, max_length=20, choices=Lastwijze.choices())


class Ontzorgen(Feit):
    """The municipality pays fixed costs from the benefit (Participatiewet art. 56a)."""

    begonnen_op = models.DateField("eerste dag van ontzorgen")
    huur = _lastveld("huur")
    energie = _lastveld("gas, water en licht")
    zorgverzekering = _lastveld("zorgverzekering")
    reden_anders = models.TextField(
        "waarom anders dan betalen uit de bijstand", blank=True, default=""
    )
    beeindigd_op = models.DateField("beëindigd op", null=True, blank=True)
    reden_einde = models.CharField(
        "reden einde",
        max_length=20,
        choices=RedenEindeOntzorgen.choices(),
        blank=True,
        default="",
    )

    class Meta(Feit.Meta):
        verbose_name = "financieel ontzorgen"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(beeindigd_op__isnull=True, reden_einde="")
                | (models.Q(beeindigd_op__isnull=False) & ~models.Q(reden_einde="")),
                name="ontzorgen_einde_met_reden",
            )
        ]

    def __str__(self) -> str:
        return f"ontzorgen vanaf {self.begonnen_op}"


class Begeleiding(Feit):
    """Maatschappelijke begeleiding, by an organisation (Wi2021 art. 13)."""

    begonnen_op = models.DateField("begonnen op")
    organisatie = models.CharField(max_length=120, blank=True, default="")
    contactpersoon = models.CharField(max_length=120, blank=True, default="")
    beeindigd_op = models.DateField("beëindigd op", null=True, blank=True)
    reden_einde = models.CharField(
        "reden einde",
        max_length=20,
        choices=RedenEindeBegeleiding.choices(),
        blank=True,
        default="",
    )
    overdracht = models.TextField("wat is overgedragen", blank=True, default="")

    class Meta(Feit.Meta):
        verbose_name = "maatschappelijke begeleiding"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(beeindigd_op__isnull=True, reden_einde="")
                | (models.Q(beeindigd_op__isnull=False) & ~models.Q(reden_einde="")),
                name="begeleiding_einde_met_reden",
            )
        ]

    def __str__(self) -> str:
        return f"begeleiding vanaf {self.begonnen_op}"
