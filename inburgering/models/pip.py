"""The PIP, version by version. A decided version is never changed, only corrected."""

from django.db import models

from inburgering.models.base import Feit
from inburgering.wet.begrippen import Alfabetisering, Leerroute, PIPStatus


class PIP(Feit):
    """One version of the persoonlijk plan inburgering en participatie (Wi2021 art. 15)."""

    versie = models.PositiveSmallIntegerField()
    status = models.CharField(max_length=20, choices=PIPStatus.choices())
    opgesteld_op = models.DateField("opgesteld op")
    leerroute = models.CharField(max_length=20, choices=Leerroute.choices())
    niveaus = models.JSONField("niveau per taalonderdeel", default=dict, blank=True)
    alfabetisering = models.CharField(
        max_length=30,
        choices=Alfabetisering.choices(),
        default=Alfabetisering.NIET_VAN_TOEPASSING.value,
    )
    mag_opleiding_afmaken = models.BooleanField(
        "mag een opleiding eerst afmaken", default=False
    )
    intensiteit = models.PositiveSmallIntegerField(
        "geschatte uren van de B1-route", null=True, blank=True
    )
    pvt_uren = models.PositiveSmallIntegerField(
        "afgesproken uren PVT", null=True, blank=True
    )
    map_uren = models.PositiveSmallIntegerField(
        "afgesproken praktijkuren MAP", null=True, blank=True
    )
    gesprek_weken = models.PositiveSmallIntegerField(
        "weken tussen twee gesprekken", null=True, blank=True
    )
    wensen = models.TextField("wat de inburgeraar wil", blank=True, default="")
    zelf = models.TextField("wat de inburgeraar zelf doet", blank=True, default="")
    doelen = models.TextField("doelen en afspraken", blank=True, default="")
    begeleiding = models.TextField(
        "ondersteuning en begeleiding", blank=True, default=""
    )
    participatie = models.TextField(
        "wat de inburgeraar naast de lessen doet", blank=True, default=""
    )
    voortgang = models.TextField(
        "hoe de voortgang wordt gevolgd", blank=True, default=""
    )
    besproken_op = models.DateField("besproken op", null=True, blank=True)
    akkoord = models.BooleanField("inburgeraar is akkoord", null=True, blank=True)
    reden_geen_akkoord = models.TextField(
        "waarom niet, in eigen woorden", blank=True, default=""
    )
    dagtekening = models.DateField(null=True, blank=True)
    verstuurd_op = models.DateField("verstuurd op", null=True, blank=True)
    afschalen_reden = models.TextField("reden om af te schalen", blank=True, default="")
    afschalen_inspanning = models.TextField(
        "inspanning voor het afschalen", blank=True, default=""
    )

    class Meta(Feit.Meta):
        verbose_name = "PIP"
        constraints = [
            models.UniqueConstraint(
                fields=["gemeente", "traject", "versie"], name="pip_versie_uniek"
            ),
            models.CheckConstraint(
                condition=(
                    models.Q(status="vastgesteld") & models.Q(dagtekening__isnull=False)
                )
                | (
                    ~models.Q(status="vastgesteld") & models.Q(dagtekening__isnull=True)
                ),
                name="pip_vastgesteld_met_dagtekening",
            ),
            models.CheckConstraint(
                condition=models.Q(besproken_op__isnull=True, akkoord__isnull=True)
                | models.Q(besproken_op__isnull=False, akkoord__isnull=False),
                name="pip_besproken_met_akkoord",
            ),
            models.CheckConstraint(
                condition=~models.Q(akkoord=False) | ~models.Q(reden_geen_akkoord=""),
                name="pip_niet_akkoord_met_reden",
            ),
        ]

    def __str__(self) -> str:
        return f"PIP versie {self.versie}"
