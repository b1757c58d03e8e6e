"""Progress talks."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db import models

from inburgering.models.base import Feit
from inburgering.models.doel import Levensdomein
from inburgering.wet.begrippen import Gespreksvorm
from inburgering.wet.keuze import Keuze


class Zelfredzaamheid(Keuze):
    """Who does what a part of daily life asks. No order and no number: words alone."""

    ALLEEN = "alleen", "Doet het alleen"
    MET_HULP = "met_hulp", "Doet het met hulp"
    OVERGENOMEN = "overgenomen", "Een ander doet het"
    NIET_VAN_TOEPASSING = "niet_van_toepassing", "Niet van toepassing"


class Hulpbehoefte(Keuze):
    """Whether somebody needs other help than there is now."""

    MEER = "meer", "Meer hulp nodig"
    EVENVEEL = "evenveel", "Evenveel hulp nodig"
    MINDER = "minder", "Minder hulp nodig"
    GEEN = "geen", "Geen hulp meer nodig"


def _zelf(domein: Levensdomein) -> models.CharField:
    return models.CharField(
        f"zelf doen: {domein.label[0].lower()}{domein.label[1:]}",
        max_length=20,
        choices=Zelfredzaamheid.choices(),
        blank=True,
        default="",
    )


class Voortgangsgesprek(Feit):
    """A talk on how the PIP goes. What was not talked about is empty."""

    gevoerd_op = models.DateField("gesprek op")
    vorm = models.CharField(max_length=20, choices=Gespreksvorm.choices())
    tolktaal = models.CharField("tolk in", max_length=40, blank=True, default="")
    verslag = models.TextField("wat is besproken", blank=True, default="")
    afspraken = models.TextField(blank=True, default="")
    volgend_gesprek_op = models.DateField("volgend gesprek", null=True, blank=True)
    hulpbehoefte = models.CharField(
        "hulp nodig",
        max_length=20,
        choices=Hulpbehoefte.choices(),
        blank=True,
        default="",
    )
    zelf_wonen = _zelf(Levensdomein.WONEN)
    zelf_geld = _zelf(Levensdomein.GELD)
    zelf_zorg = _zelf(Levensdomein.ZORG)
    zelf_administratie = _zelf(Levensdomein.ADMINISTRATIE)
    zelf_kinderen = _zelf(Levensdomein.KINDEREN)
    zelf_taal = _zelf(Levensdomein.TAAL)
    zelf_werk = _zelf(Levensdomein.WERK)
    zelf_meedoen = _zelf(Levensdomein.MEEDOEN)

    class Meta(Feit.Meta):
        verbose_name = "voortgangsgesprek"
        verbose_name_plural = "voortgangsgesprekken"

    def __str__(self) -> str:
        return f"gesprek van {self.gevoerd_op}"


ZELF: Mapping[str, Levensdomein] = {f"zelf_{d.value}": d for d in Levensdomein}


def wat_gezegd(traject: Any) -> list[Voortgangsgesprek]:
    """Give what was said at the talks of a case about help."""
    rows = Voortgangsgesprek.objects.filter(traject=traject)
    return list(rows.only("gevoerd_op", "hulpbehoefte", *ZELF))


def verloop(
    gesprekken: Iterable[Voortgangsgesprek], veld: str
) -> list[tuple[date, str, date]]:
    """Give the stretches of one answer, the oldest first: since, answer, last said on.

    The same answer again makes the stretch longer, so that one sees what stays as it was.
    """
    stretches: list[tuple[date, str, date]] = []
    for talk in sorted(gesprekken, key=lambda talk: (talk.gevoerd_op, talk.pk)):
        answer, day = getattr(talk, veld), talk.gevoerd_op
        if not answer:
            continue
        if stretches and stretches[-1][1] == answer:
            stretches[-1] = (stretches[-1][0], answer, day)
        else:
            stretches.append((day, answer, day))
    return stretches
