"""Making the letter of an invitation to a meeting: frozen, and kept in the file.

Part of inviting somebody by letter, and of moving a meeting that somebody was so invited
to; no act of its own.
"""

from inburgering.actions.uitvoering import Zaak
from inburgering.beschikkingen import NietTeZetten, bevroren
from inburgering.models.bijeenkomst import Bijeenkomst, Deelname, Uitnodigingswijze
from inburgering.models.document import Document
from inburgering.models.tekstblok import teksten
from inburgering.models.traject import Traject
from inburgering.models.werkrijen import EIGEN
from inburgering.uitnodigingen import (
    SJABLOON,
    SOORT,
    als_brieven,
    gegevens,
    titel,
    waarom_geen_brief,
)
from inburgering.wet.uitkomst import Melding


ONZETBAAR = "Er is geen brief gemaakt: een teken kan niet in een brief staan."


def maken(zaak: Zaak, part: Deelname, *, verzet: bool = False) -> None:
    """Make the letter, or say why there is none.

    Somebody is invited either way: a colleague may hand over a letter of their own.
    """
    traject = Traject.objects.select_related(
        "inburgeraar", "klantmanager", "gemeente"
    ).get(pk=part.traject_id)
    why_not, dag = waarom_geen_brief(traject), zaak.on.date()
    if not why_not:
        says = gegevens(
            traject, part.bijeenkomst, teksten(dag), wie=zaak.by.gebruiker.naam,
            dag=dag, verzet=verzet,
        )  # fmt: skip
        title = titel(part.bijeenkomst)
        try:
            frozen = bevroren(SOORT, part.pk, title, als_brieven(says), dag, SJABLOON)
        except NietTeZetten:
            why_not = ONZETBAAR
        else:
            zaak.nieuw(Document, **frozen)
    if why_not:
        zaak.meldingen = (Melding(why_not, EIGEN),)


def opnieuw(zaak: Zaak, bijeenkomst: Bijeenkomst) -> None:
    """Make the letters anew of a meeting that moved, for who is still expected."""
    parts = Deelname.objects.filter(
        bijeenkomst=bijeenkomst, wijze=Uitnodigingswijze.BRIEF.value, aanwezigheid=""
    ).select_related("traject")
    for part in parts.order_by("traject_id"):
        part.bijeenkomst = bijeenkomst
        of_case = Zaak(None, zaak.by, zaak.on, zaak.handeling, part.traject)
        maken(of_case, part, verzet=True)
