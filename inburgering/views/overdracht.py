"""Preparation and handover in a file, ready to print."""

from typing import Any

from inburgering.authorization.roles import Inzage
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.models.base import Feit
from inburgering.models.dossier import Dossier
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.overdracht import Overdracht, Voorinburgering
from inburgering.templatetags.opmaak import datum
from inburgering.views.dossierkader import adres, mag, mag_zien


W = Werkhandeling


def _card(
    row: Feit, kop: str, wijzigen: str, rijen: list[tuple[str, Any]], badge: str = ""
) -> dict[str, Any]:
    return {
        "kop": kop, "badge": badge, "toon": "is-neutral", "wijzig_url": wijzigen,
        "rijen": [{"label": label, "waarde": value} for label, value in rijen if value],
        "bron": row.get_herkomst_display(), "op": row.vastgelegd_op,
        "door": row.vastgelegd_door.naam,
    }  # fmt: skip


def _preparation(row: Voorinburgering, url: str, *, reads: bool) -> dict[str, Any]:
    badge = "Niet gevolgd"
    if row.ingestemd:
        badge = "Klaar" if row.beeindigd_op else "Loopt"
    return _card(
        row, str(row), url,
        [
            (
                "Ingestemd op" if row.ingestemd else "Geweigerd op",
                datum(row.instemming_op),
            ),
            ("Waarom niet", reads and row.reden_niet),
            ("Begonnen op", datum(row.begonnen_op)),
            ("Geëindigd op", datum(row.beeindigd_op)),
            ("Onderdelen", row.onderdelen),
            ("Uren", row.uren and f"{row.uren} uur"),
            ("Resultaat", reads and row.resultaat),
            ("Resultaat ontvangen op", datum(row.overgedragen_op)),
        ],
        badge,
    )  # fmt: skip


def _handover(row: Overdracht, url: str) -> dict[str, Any]:
    return _card(
        row, f"{row}, {datum(row.gesprek_op)}", url,
        [
            ("Met wie", row.met_wie), ("Besproken", "\n".join(row.besproken)),
            ("Wat een collega moet weten", row.verslag),
        ],
    )  # fmt: skip


def vooraf(dossier: Dossier, lid: Lidmaatschap) -> dict[str, Any]:
    """Give what came before and how somebody was handed over: two statements.

    What was said in a talk is for who reads notes.
    """
    traject, reads = dossier.traject, mag_zien(lid, Inzage.NOTITIES)

    def url(act: Werkhandeling, row_id: int | None = None) -> str:
        return adres(traject.nummer, act, row_id) if mag(lid, act) else ""

    prepared = Voorinburgering.objects.filter(traject=traject)
    handed = Overdracht.objects.filter(traject=traject)
    if not reads:
        handed = handed.none()
    return {
        "voorinburgering": [
            _preparation(row, url(W.VOORINBURGERING_WIJZIGEN, row.pk), reads=reads)
            for row in prepared.select_related("vastgelegd_door").order_by("-id")
        ],
        "overdrachten": [
            _handover(row, url(W.OVERDRACHT_WIJZIGEN, row.pk))
            for row in handed.select_related("vastgelegd_door").order_by(
                "-gesprek_op", "-id"
            )
        ],
        "leest_overdracht": reads,
        "voorinburgering_url": url(W.VOORINBURGERING_VASTLEGGEN),
        "overdracht_url": url(W.OVERDRACHT_VASTLEGGEN),
    }  # fmt: skip
