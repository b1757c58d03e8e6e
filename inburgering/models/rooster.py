"""The normal week of somebody: lessons, work, children and travel, line by line."""

from datetime import date

from django.db import models

from inburgering.models.base import Feit
from inburgering.wet.weekrooster import Blok, Roostersoort, Weekdag


class Roosterregel(Feit):
    """A day and a time in the week. ``begin`` and ``einde`` are "uu:mm".

    ``ingetrokken_op`` is set on a line that should not have been there; it stays in the
    history.
    """

    dag = models.CharField(max_length=1, choices=Weekdag.choices())
    begin = models.CharField("van (tijd)", max_length=5)
    einde = models.CharField("tot (tijd)", max_length=5)
    soort = models.CharField("wat", max_length=20, choices=Roostersoort.choices())
    waar = models.CharField(max_length=120, blank=True, default="")
    online = models.BooleanField(default=False)
    van = models.DateField("geldt van")
    tot_en_met = models.DateField("geldt tot en met", null=True, blank=True)
    ingetrokken_op = models.DateField("ingetrokken op", null=True, blank=True)

    class Meta(Feit.Meta):
        verbose_name = "regel van het weekrooster"
        verbose_name_plural = "regels van het weekrooster"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(einde__gt=models.F("begin")),
                name="rooster_einde_na_begin",
            ),
            models.CheckConstraint(
                condition=models.Q(tot_en_met__isnull=True)
                | models.Q(tot_en_met__gte=models.F("van")),
                name="rooster_tot_na_van",
            ),
        ]

    def __str__(self) -> str:
        day, what = self.get_dag_display(), self.get_soort_display()
        return f"{day} {self.begin} tot {self.einde}: {what}"

    def geldt_op(self, dag: date) -> bool:
        """Say whether this line belongs to the week of a day."""
        return self.van <= dag and (self.tot_en_met is None or dag <= self.tot_en_met)

    @property
    def blok(self) -> Blok:
        """Give the line as the calculation reads it."""
        return Blok(Weekdag(self.dag), self.begin, self.einde, Roostersoort(self.soort))
