"""The two logs: who did which act, and who looked at which case.

No foreign keys: a log never blocks and never loses anything. Both are written as one
plain insert; the sweep chains new rows per municipality by hash (see ``keten``). The
hash covers the personal part (``PERSOONLIJK``) through a salted digest (``afdruk``), so
that this part can be destroyed, salt and all, and the chain still verifies.
"""

from django.db import models

from inburgering.models.gemeente import GemeenteModel


class Keten(GemeenteModel):
    """What both logs share: a moment, who, which case, and a link of the chain."""

    moment = models.DateTimeField()
    gebruiker = models.BigIntegerField(null=True)
    naam = models.CharField(max_length=80, blank=True, default="")
    rol = models.CharField(max_length=30, blank=True, default="")
    nummer = models.CharField("dossier", max_length=12, blank=True, default="")
    volgnummer = models.BigIntegerField(null=True)
    zout = models.CharField(max_length=32, blank=True, default="")
    afdruk = models.CharField(max_length=64, blank=True, default="")
    keten = models.CharField(max_length=64, blank=True, default="")

    class Meta(GemeenteModel.Meta):
        abstract = True
        indexes = [
            models.Index(fields=["gemeente", "nummer", "-id"], name="%(class)s_nummer"),
            models.Index(
                fields=["gemeente", "id"],
                condition=models.Q(volgnummer__isnull=True),
                name="%(class)s_ongeketend",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["gemeente", "volgnummer"], name="%(class)s_volgnummer_uniek"
            )
        ]


# What the trail calls a case that came from another system: no act of the law, and the
# first line of the case, as a registration is.
OVERGENOMEN = "traject_overnemen"


class Gebeurtenis(Keten):
    """The trail: one row per act. ``sleutel`` is the idempotency key of the form."""

    handeling = models.CharField(max_length=40)
    gebeurd_op = models.DateField()
    feit = models.CharField(max_length=30, blank=True, default="")
    feit_id = models.BigIntegerField(null=True)
    samenvatting = models.CharField(max_length=300, blank=True, default="")
    reden = models.CharField(max_length=500, blank=True, default="")
    automatisch = models.BooleanField(default=False)
    sleutel = models.UUIDField(null=True)

    class Meta(Keten.Meta):
        verbose_name = "gebeurtenis"
        verbose_name_plural = "gebeurtenissen"
        constraints = [
            *Keten.Meta.constraints,
            models.UniqueConstraint(
                fields=["gemeente", "sleutel"],
                condition=models.Q(sleutel__isnull=False),
                name="gebeurtenis_sleutel_uniek",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.handeling} {self.nummer}"


class Raadpleging(Keten):
    """The access log: every look at a case."""

    inzage = models.CharField(max_length=30)
    reden = models.CharField(max_length=300, blank=True, default="")

    class Meta(Keten.Meta):
        verbose_name = "raadpleging"
        verbose_name_plural = "raadplegingen"
        indexes = [
            *Keten.Meta.indexes,
            # The files somebody opened last.
            models.Index(
                fields=["gemeente", "gebruiker", "-id"], name="raadpleging_gebruiker"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.inzage} {self.nummer}"


LOGS: tuple[type[Keten], ...] = (Gebeurtenis, Raadpleging)
PERSOONLIJK = ("gebruiker", "naam", "reden", "samenvatting")
SCHAKEL = ("volgnummer", "zout", "afdruk", "keten")


class Ketenhoofd(GemeenteModel):
    """The last link of a chain, signed with a key that the database does not have.

    It is also the row that is locked while new rows are chained, one municipality at a
    time. Without it nobody would see that the end of a log was cut off.
    """

    log = models.CharField(max_length=20)
    volgnummer = models.BigIntegerField(default=0)
    keten = models.CharField(max_length=64, blank=True, default="")
    handtekening = models.CharField(max_length=64, blank=True, default="")

    class Meta(GemeenteModel.Meta):
        verbose_name = "hoofd van een logketen"
        verbose_name_plural = "hoofden van logketens"
        constraints = [
            models.UniqueConstraint(fields=["gemeente", "log"], name="ketenhoofd_uniek")
        ]

    def __str__(self) -> str:
        return f"{self.log} {self.volgnummer}"
