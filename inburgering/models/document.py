"""Letters as they left: frozen bytes with hash, template version and data."""

import hashlib

from django.db import models

from inburgering.models.base import Feit
from inburgering.wet.keuze import Keuze


class Briefsoort(Keuze):
    """The letters of enforcement and objection, each made at its step."""

    UITNODIGING = "uitnodiging", "Uitnodiging voor een gesprek"
    WAARSCHUWING = "waarschuwing", "Waarschuwing"
    VOORNEMEN = "voornemen", "Voornemen, met uitleg over uw zienswijze"
    BESLUIT = "handhavingsbesluit", "Besluit"
    GESTOPT = "handhaving_gestopt", "Bericht dat wij stoppen"
    OP_BEZWAAR = "beslissing_op_bezwaar", "Beslissing op uw bezwaar"


# Such a letter tells that somebody is enforced against or objected, by its mere title.
AFGESCHERMDE_BRIEVEN = frozenset(soort.value for soort in Briefsoort)
# A plan and its summary: of such a letter ``feit_id`` is the number of the PIP.
PIP_BRIEVEN = frozenset({"pip", "samenvatting"})


class Document(Feit):
    """A letter or PIP rendered once; never rendered again."""

    soort = models.CharField(max_length=30)
    feit_id = models.BigIntegerField(null=True, blank=True)
    titel = models.CharField(max_length=120)
    sjabloon = models.CharField(max_length=60)
    gegevens = models.JSONField()
    inhoud = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    gemaakt_op = models.DateField()

    class Meta(Feit.Meta):
        verbose_name = "document"
        verbose_name_plural = "documenten"

    def __str__(self) -> str:
        return self.titel

    @property
    def ongeschonden(self) -> bool:
        """Say whether the bytes are still those that were made, by their hash."""
        return hashlib.sha256(bytes(self.inhoud)).hexdigest() == self.sha256
