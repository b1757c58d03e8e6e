"""Who works here: people, teams, and their role in a municipality for a period."""

from datetime import date

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models

from inburgering.authorization.roles import Rol
from inburgering.models.gemeente import Gemeente, GemeenteModel


class GebruikerManager(BaseUserManager):
    """Makes users; the e-mail address is the name to sign in with."""

    def create_user(
        self, email: str, password: str | None = None, **velden
    ) -> "Gebruiker":
        """Make a user; without a password only the identity provider lets them in."""
        gebruiker = self.model(email=self.normalize_email(email).lower(), **velden)
        gebruiker.set_password(password)
        gebruiker.save(using=self._db)
        return gebruiker

    def get_by_natural_key(self, username: str) -> "Gebruiker":
        """Find a user whatever the case of the address."""
        return self.get(email__iexact=username)


class Gebruiker(AbstractBaseUser, PermissionsMixin):
    """A person who signs in. What they may do follows from their memberships."""

    email = models.EmailField("e-mailadres", unique=True)
    naam = models.CharField(max_length=80)
    is_active = models.BooleanField("actief", default=True)
    is_demo = models.BooleanField("demo-account", default=False)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["naam"]

    objects = GebruikerManager()

    class Meta:
        verbose_name = "gebruiker"
        ordering = ["naam"]

    def __str__(self) -> str:
        return self.naam

    def get_full_name(self) -> str:
        """Give the name as colleagues know it."""
        return self.naam

    get_short_name = get_full_name


class Team(GemeenteModel):
    """A team of a municipality."""

    naam = models.CharField(max_length=80)

    class Meta(GemeenteModel.Meta):
        verbose_name = "team"
        ordering = ["naam"]
        constraints = [
            models.UniqueConstraint(fields=["gemeente", "naam"], name="team_naam_uniek")
        ]

    def __str__(self) -> str:
        return self.naam


class LidmaatschapQuerySet(models.QuerySet):
    """Memberships; they stand outside the municipality filter, as sign-in needs them."""

    def geldig_op(self, dag: date) -> models.QuerySet:
        """Give the memberships that hold on a day (``einde`` is exclusive)."""
        return self.filter(begin__lte=dag, gebruiker__is_active=True).filter(
            models.Q(einde__isnull=True) | models.Q(einde__gt=dag)
        )


class Lidmaatschap(models.Model):
    """One role of one person in one municipality, for a period.

    ``team`` empty means the whole municipality. ``mandaat`` allows decisions.
    ``talen`` are languages besides Dutch, for dividing new cases.
    ``steekproef`` holds the case numbers an auditor may read.
    """

    gebruiker = models.ForeignKey(
        Gebruiker, models.PROTECT, related_name="lidmaatschappen"
    )
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    rol = models.CharField(max_length=30, choices=Rol.choices())
    team = models.ForeignKey(
        Team, models.PROTECT, null=True, blank=True, related_name="+"
    )
    mandaat = models.BooleanField("mag besluiten nemen", default=False)
    talen = models.CharField("spreekt ook", max_length=200, blank=True, default="")
    begin = models.DateField()
    einde = models.DateField("einde (exclusief)", null=True, blank=True)
    steekproef = models.JSONField(default=list, blank=True)

    objects = LidmaatschapQuerySet.as_manager()

    class Meta:
        verbose_name = "lidmaatschap"
        verbose_name_plural = "lidmaatschappen"
        ordering = ["gemeente", "rol"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(einde__isnull=True)
                | models.Q(einde__gt=models.F("begin")),
                name="lidmaatschap_einde_na_begin",
            ),
            models.CheckConstraint(
                condition=~models.Q(rol="auditor") | models.Q(einde__isnull=False),
                name="lidmaatschap_auditor_met_einddatum",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.gebruiker}: {self.get_rol_display()}"

    def geldt_op(self, dag: date) -> bool:
        """Say whether it holds on a day (what ``geldig_op`` asks the database)."""
        started = self.begin <= dag and (self.einde is None or self.einde > dag)
        return started and self.gebruiker.is_active
