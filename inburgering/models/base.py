"""What every case table shares: a municipality, a history, and for facts a source."""

from django.conf import settings
from django.db import models

from inburgering.models.gemeente import GemeenteModel
from inburgering.models.historie import Historie
from inburgering.wet.begrippen import Herkomst


class Zaakmodel(GemeenteModel):
    """A case table: each change is kept as a row of history, dated by the act."""

    history = Historie(inherit=True)

    class Meta(GemeenteModel.Meta):
        abstract = True


class Feit(Zaakmodel):
    """A recorded fact about a case: what happened, from whom, entered when, by whom."""

    traject = models.ForeignKey("inburgering.Traject", models.PROTECT, db_index=False)
    herkomst = models.CharField(
        "bron",
        max_length=20,
        choices=Herkomst.choices(),
        default=Herkomst.GEMEENTE.value,
    )
    vastgelegd_op = models.DateField("vastgelegd op")
    vastgelegd_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False
    )

    class Meta(Zaakmodel.Meta):
        abstract = True
        indexes = [
            models.Index(fields=["gemeente", "traject"], name="%(class)s_traject")
        ]
