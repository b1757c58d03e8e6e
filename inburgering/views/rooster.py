"""The normal week of somebody, ready to print, with what follows from it."""

from typing import Any

from inburgering.authorization.roles import Inzage
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.models.dossier import Dossier
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.rooster import Roosterregel
from inburgering.templatetags.opmaak import datum
from inburgering.views.dossierkader import adres, mag, mag_zien
from inburgering.wet.weekrooster import (
    Blok,
    Roostersoort,
    in_uren,
    leert_op_het_werk,
    lesuren,
    overlappen,
    per_soort,
    uitzicht,
    werk_buiten_rooster,
)


W = Werkhandeling


def _row(
    regel: Roosterregel, nummer: str, *, may: bool, vandaag: Any
) -> dict[str, Any]:
    from_then = f"vanaf {datum(regel.van)}" if regel.van > vandaag else ""
    until = f"tot en met {datum(regel.tot_en_met)}" if regel.tot_en_met else ""
    return {
        "dag": regel.get_dag_display(),
        "tijd": f"{regel.begin} tot {regel.einde}",
        "wat": regel.get_soort_display(),
        "waar": "online" if regel.online and not regel.waar
        else f"{regel.waar} (online)" if regel.online else regel.waar,
        "geldt": " ".join(part for part in (from_then, until) if part),
        "wijzigen": may and adres(nummer, W.ROOSTER_WIJZIGEN, regel.pk),
        "intrekken": may and adres(nummer, W.ROOSTER_INTREKKEN, regel.pk),
    }  # fmt: skip


def _small(soort: Roostersoort) -> str:
    """In the middle of a sentence; KNM keeps its capitals."""
    return soort.label[:1].lower() + soort.label[1:]


def _clash(een: Blok, ander: Blok) -> str:
    start, end = max(een.begin, ander.begin), min(een.einde, ander.einde)
    return (
        f"{een.dag.label} van {start} tot {end}: {_small(een.soort)} en "
        f"{_small(ander.soort)}"
    )


def rooster(dossier: Dossier, lid: Lidmaatschap) -> dict[str, Any] | None:
    """Give the week as it is today, what comes later, and the sums; None: not to be read."""
    if not mag_zien(lid, Inzage.NOTITIES):
        return None
    nummer, vandaag = dossier.traject.nummer, dossier.stand.peildatum
    rows = list(
        Roosterregel.objects.filter(
            traject=dossier.traject, ingetrokken_op=None
        ).order_by("dag", "begin", "id")
    )
    now = [row for row in rows if row.geldt_op(vandaag)]
    later = [row for row in rows if row.van > vandaag]
    blocks = [row.blok for row in now]
    may = mag(lid, W.ROOSTER_WIJZIGEN)
    return {
        "toevoegen": mag(lid, W.ROOSTER_TOEVOEGEN)
        and adres(nummer, W.ROOSTER_TOEVOEGEN),
        "regels": [_row(row, nummer, may=may, vandaag=vandaag) for row in (*now, *later)],
        "geweest": [
            f"{row}, van {datum(row.van)} tot en met {datum(row.tot_en_met)}"
            for row in rows
            if row not in now and row not in later
        ],
        "sommen": [
            (_small(soort), in_uren(minutes))
            for soort, minutes in per_soort(blocks).items()
        ],
        "samen": [_clash(*pair) for pair in overlappen(blocks)],
        "ontbreekt": werk_buiten_rooster(dossier.feiten, blocks, vandaag),
        "uitzicht": uitzicht(
            blocks, lesuren(dossier.feiten, dossier.stand), dossier.stand,
            op_het_werk=leert_op_het_werk(dossier.feiten, vandaag),
        ),
    }  # fmt: skip
