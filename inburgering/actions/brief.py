"""Making a letter of enforcement or objection: out of the facts, frozen, kept in the file.

The two acts (``handhaving.schrijven``, ``bezwaar.schrijven``) differ in their row alone.
"""

from datetime import date, datetime, time
from uuid import UUID

from inburgering import handhavingsbrieven as brieven
from inburgering.actions.uitvoering import Zaak, verrichten
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.beschikkingen import bevroren
from inburgering.models.document import Briefsoort, Document
from inburgering.models.dossier import lees
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.traject import Traject
from inburgering.models.werkrijen import EIGEN
from inburgering.wet.kalender import voluit
from inburgering.wet.uitkomst import NietToegestaan


SJABLOON = "brief"


def maken(
    handeling: Werkhandeling, *, traject: Traject, by: Lidmaatschap, on: datetime,
    id: int, soort: str, dag: date | None = None, tijd: time | None = None,  # noqa: A002
    plaats: str = "", reactie_tot: date | None = None, sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Make a letter. Raises ``NietToegestaan`` with what is missing, or when it is there."""
    kind = Briefsoort(soort)
    with verrichten(handeling, by=by, on=on, sleutel=sleutel, traject=traject) as zaak:
        rij = zaak.werkrij(id)
        dossier = lees(
            Traject.objects.select_related(
                "inburgeraar", "klantmanager", "gemeente"
            ).get(pk=traject.pk),
            on.date(),
        )
        if missing := brieven.ontbreekt(dossier, kind, rij):
            raise NietToegestaan(" ".join(missing), EIGEN, "soort")
        gegevens = brieven.gegevens(
            dossier, kind, rij, brieven.Invoer(dag, tijd, plaats, reactie_tot),
            wie=by.gebruiker.naam, dag=on.date(),
        )  # fmt: skip
        _refuse_the_same(traject, kind, id, gegevens)
        title = f"{kind.label}, {voluit(on.date())}"
        zaak.nieuw(
            Document,
            **bevroren(kind.value, rij.pk, title, gegevens, on.date(), SJABLOON),
        )
        zaak.samenvatting = kind.label
    return zaak


def _refuse_the_same(
    traject: Traject, soort: Briefsoort, rij_id: int, gegevens: dict[str, object]
) -> None:
    letters = Document.objects.filter(traject=traject, soort=soort, feit_id=rij_id)
    newest = letters.order_by("-id").values_list("gegevens", flat=True).first()
    form = {"model": ""}  # the same words by a newer template are no new letter
    if (newest or {}) | form == gegevens | form:
        raise NietToegestaan(
            "Deze brief is er al, met precies deze tekst. U vindt hem in het dossier.",
            EIGEN, "soort",
        )  # fmt: skip
