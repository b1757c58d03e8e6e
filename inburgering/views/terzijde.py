"""What a merger set aside: facts that no longer count, to be read where they belonged."""

from collections.abc import Iterable, Mapping
from typing import Any

from inburgering.actions.terzijde import naam
from inburgering.authorization.checks import INZAGE_VAN_FEIT, may_see
from inburgering.authorization.roles import Rol
from inburgering.models.dossier import terzijde
from inburgering.models.feiten import model_van
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.traject import Traject
from inburgering.models.verblijf import GEHEIM
from inburgering.views import weergave
from inburgering.views.geschiedenis import VOOR
from inburgering.wet.feiten import SOORTEN


# In which part of the file one looks for a kind of fact.
SOORTEN_VAN: Mapping[str, tuple[str, ...]] = {
    "gegevens": ("groepen", "verhuizingen"),
    "intake": ("brede_intakes", "leerbaarheidstoetsen"),
    "pip": ("pips", "afspraken"),
    "leerroute": ("aanbod", "participaties", "uren", "z_afrondingen"),
    "ondersteuning": ("ontzorgen", "begeleidingen"),
    "gesprekken": ("gesprekken",),
    "examens": ("pvt", "map", "aanmeldingen", "examens"),
    "besluiten": ("duo_besluiten", "aanvragen", "afsluitingen"),
}


def kaarten(
    traject: Traject, lid: Lidmaatschap, soorten: Iterable[str] = SOORTEN
) -> list[dict[str, Any]]:
    """Give a card per fact that stayed with a merged case, as far as one may read it."""
    rol = Rol(lid.rol)
    weg = {name for name, inzage in VOOR.items() if not may_see(rol, inzage)}
    if traject.inburgeraar.geheim_adres:
        weg |= GEHEIM
    cards = []
    for nummer, feiten in terzijde(traject):
        for soort in soorten:
            facts = getattr(feiten, soort)
            if not facts:
                continue
            if soort in INZAGE_VAN_FEIT and not may_see(rol, INZAGE_VAN_FEIT[soort]):
                continue
            rows = model_van(soort).objects.select_related("vastgelegd_door")
            for row in rows.filter(pk__in=[fact.id for fact in facts]).order_by("-id"):
                words = naam(soort, row)
                cards.append(
                    {
                        "kop": words[:1].upper() + words[1:],
                        "badge": "Telt niet mee",
                        "toon": "is-neutral",
                        "regel": f"Bij het samenvoegen gebleven bij dossier {nummer}.",
                        "rijen": weergave.rijen(row, {"herkomst", *weg}),
                        "bron": row.get_herkomst_display(),
                        "op": row.vastgelegd_op,
                        "door": row.vastgelegd_door.naam,
                    }
                )
    return cards
