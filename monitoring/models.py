"""What the statistics keep: facts without names, releases, and what was received.

Facts hold day numbers (``date.toordinal()``: 1 January of the year 1 is day 1) and
codes; no dates, names, numbers of persons or free text. They are still personal data.

Releases are written once: the database itself refuses to change or remove them.
"""

from django.db import models

from inburgering.models.gemeente import GemeenteModel


class Feitsleutel(GemeenteModel):
    """Which case has which pseudonym. Destroying this row cuts the fact loose.

    The pseudonym is drawn by the database at random, so that nobody can compute it. The
    fact stays when the case is destroyed: earlier cohorts must not shrink.
    """

    traject_id = models.BigIntegerField()
    pseudoniem = models.CharField(max_length=32)

    class Meta(GemeenteModel.Meta):
        verbose_name = "sleutel van een feit"
        verbose_name_plural = "sleutels van feiten"
        constraints = [
            models.UniqueConstraint(
                fields=["gemeente", "traject_id"], name="feitsleutel_traject_uniek"
            ),
            models.UniqueConstraint(
                fields=["gemeente", "pseudoniem"], name="feitsleutel_pseudoniem_uniek"
            ),
        ]

    def __str__(self) -> str:
        return self.pseudoniem


class Trajectfeit(GemeenteModel):
    """One case as the figures see it. Written by ``extract`` alone.

    ``cohort`` is empty while no duty is known, and for somebody who came with the PIP of
    another municipality and is counted there. ``pip_termijn_dag`` is the last day of the
    original ten weeks, ``pip_uiterste_dag`` that of the ten weeks as they were lengthened.
    """

    pseudoniem = models.CharField(max_length=32)
    cohort = models.SmallIntegerField(null=True)
    groep = models.CharField(max_length=40)
    route_eerste_pip = models.CharField(max_length=20)
    geslacht = models.CharField(max_length=10)
    leeftijdsband = models.CharField(max_length=10)
    herkomstregio = models.CharField(max_length=30)
    plicht_dag = models.IntegerField(null=True)
    kennisgeving_dag = models.IntegerField(null=True)
    klok_dag = models.IntegerField("eerste dag van de tien weken", null=True)
    pip_termijn_dag = models.IntegerField(null=True)
    pip_uiterste_dag = models.IntegerField(null=True)
    pip_dag = models.IntegerField(null=True)
    behaald_dag = models.IntegerField("alle onderdelen behaald", null=True)
    einde_dag = models.IntegerField("einde van de plicht", null=True)
    einde_wijze = models.CharField(max_length=10, blank=True, default="")

    class Meta(GemeenteModel.Meta):
        verbose_name = "feit over een traject"
        verbose_name_plural = "feiten over trajecten"
        constraints = [
            models.UniqueConstraint(
                fields=["gemeente", "pseudoniem"], name="trajectfeit_uniek"
            ),
        ]
        indexes = [
            models.Index(fields=["gemeente", "cohort"], name="trajectfeit_cohort")
        ]

    def __str__(self) -> str:
        return self.pseudoniem


class Levering(GemeenteModel):
    """One attempt at one edition: the bytes that may leave, or why nothing may.

    ``inhoud`` is the package, byte for byte, and empty when the audit said no.
    ``oordeel`` holds the verdict, its figures and its findings. ``vervangt`` names the
    release that this one corrects. What a colleague decided stands in ``Leveringsbesluit``.
    """

    periode = models.CharField(max_length=6)
    volgnummer = models.PositiveSmallIntegerField(default=1)
    soort = models.CharField(max_length=10)
    peildag = models.DateField()
    vervangt = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="+", db_index=False
    )
    beleidsversie = models.CharField(max_length=10)
    catalogusversie = models.CharField(max_length=10)
    geslaagd = models.BooleanField("door de controle gekomen")
    oordeel = models.JSONField()
    manifest = models.JSONField()
    inhoud = models.BinaryField()
    checksum = models.CharField(max_length=64, blank=True)
    gemaakt_door = models.BigIntegerField(null=True)
    gemaakt_door_naam = models.CharField(max_length=80)
    gemaakt_op = models.DateTimeField()

    class Meta(GemeenteModel.Meta):
        verbose_name = "levering"
        verbose_name_plural = "leveringen"
        constraints = [
            models.UniqueConstraint(
                fields=["gemeente", "periode", "volgnummer"], name="levering_uniek"
            ),
        ]

    def __str__(self) -> str:
        return self.periode


class Leveringsbesluit(GemeenteModel):
    """What a second person decided: this release may leave, or it may not."""

    levering = models.OneToOneField(Levering, models.PROTECT, related_name="besluit")
    akkoord = models.BooleanField()
    reden = models.CharField(max_length=300, blank=True, default="")
    door = models.BigIntegerField()
    door_naam = models.CharField(max_length=80)
    op = models.DateTimeField()

    class Meta(GemeenteModel.Meta):
        verbose_name = "besluit over een levering"
        verbose_name_plural = "besluiten over leveringen"

    def __str__(self) -> str:
        return f"{self.levering}: {'akkoord' if self.akkoord else 'afgekeurd'}"


class Voorkennis(GemeenteModel):
    """What readers were declared to know on the day of a release (policy 4h).

    True counts: never shown, never sent, read by the audit of later editions alone.
    """

    levering = models.OneToOneField(Levering, models.PROTECT, related_name="voorkennis")
    aantallen = models.JSONField()

    class Meta(GemeenteModel.Meta):
        verbose_name = "voorkennis bij een levering"
        verbose_name_plural = "voorkennis bij leveringen"

    def __str__(self) -> str:
        return str(self.levering)


class Afzender(GemeenteModel):
    """A municipality that delivers, with the public key that it handed over.

    ``gemeente`` is the organisation that receives. A new key is a new row.
    """

    code = models.CharField("gemeentecode", max_length=4)
    sleutel = models.CharField("publieke sleutel", max_length=64)
    vastgelegd_door = models.CharField(max_length=80)
    vastgelegd_op = models.DateTimeField()

    class Meta(GemeenteModel.Meta):
        verbose_name = "afzender"
        verbose_name_plural = "afzenders"
        constraints = [
            models.UniqueConstraint(
                fields=["gemeente", "code", "sleutel"], name="afzender_uniek"
            ),
        ]

    def __str__(self) -> str:
        return self.code


class Ontvangst(GemeenteModel):
    """A package that was received, and the verdict on it; accepted or refused."""

    afzender = models.CharField(max_length=4, blank=True)
    periode = models.CharField(max_length=6, blank=True)
    peildag = models.DateField(null=True)
    aanvaard = models.BooleanField()
    redenen = models.JSONField()
    opmerkingen = models.JSONField(default=list)
    inhoud = models.BinaryField()
    checksum = models.CharField(max_length=64)
    ontvangen_door = models.CharField(max_length=80)
    ontvangen_op = models.DateTimeField()

    class Meta(GemeenteModel.Meta):
        verbose_name = "ontvangen levering"
        verbose_name_plural = "ontvangen leveringen"
        constraints = [
            models.UniqueConstraint(
                fields=["gemeente", "afzender", "periode"],
                condition=models.Q(aanvaard=True),
                name="ontvangst_uniek",
            ),
        ]
        indexes = [models.Index(fields=["gemeente", "-id"], name="ontvangst_nieuwste")]

    def __str__(self) -> str:
        return f"{self.afzender} {self.periode}"
