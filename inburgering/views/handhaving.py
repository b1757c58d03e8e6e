"""Enforcement, objection and appeal in a file: what is done, what must still be done.

Shown to who enforces, leads or judges; nobody else's page names it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from inburgering.authorization.roles import Inzage
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.handhavingsbrieven import BRIEVEN, VAN_HANDHAVING, ontbreekt
from inburgering.inzage import raadpleeg
from inburgering.models.bezwaar import Bezwaar
from inburgering.models.document import Briefsoort, Document
from inburgering.models.dossier import Dossier, lees
from inburgering.models.handhaving import Handhaving
from inburgering.templatetags.opmaak import datum
from inburgering.views import dossierkader
from inburgering.views.documenten import zichtbare_brieven
from inburgering.views.dossier import kaart
from inburgering.views.dossierkader import SECTIE, mag
from inburgering.views.http import inloggen, require_inzage, vind
from inburgering.wet import feiten as wet
from inburgering.wet.begrippen import Aanleiding, Termijnsoort
from inburgering.wet.bezwaar import OPEN_RIJ as BEZWAAR_OPEN
from inburgering.wet.handelingen import Handeling
from inburgering.wet.handhaving import (
    Tredestand,
    laatste_dag,
    ladder,
    loopt,
    maximum,
    vernietigd,
    vervolg,
)
from inburgering.wet.moment import Moment, moment
from inburgering.wet.verzuim import lesverzuim, verzuim


# The steps stand in the ladder with their days; the card holds the rest.
IN_DE_LADDER = (
    "aanleiding", "gebeurd_op", "gebeld_op", "bezocht_op", "oorzaak_op", "hulp_op", "gesprek_op",
    "gewaarschuwd_op", "overwogen_op", "cautie_op", "rapport_op", "zienswijze_op",
    "getoetst_op",
)  # fmt: skip
HANDHAVING = Werkhandeling.HANDHAVING_SCHRIJVEN
BEZWAAR = Werkhandeling.BEZWAAR_SCHRIJVEN
BEZWAARTERMIJNEN = (
    Termijnsoort.BEZWAAR_BESLISSEN, Termijnsoort.BEROEP, Termijnsoort.HOGER_BEROEP
)  # fmt: skip


def _open(request: HttpRequest, nummer: str, sectie: str) -> Dossier:
    """Find, require, log, read."""
    require_inzage(request, Inzage.DOSSIER)
    require_inzage(request, SECTIE[sectie].inzage)
    traject = vind(request, nummer)
    nu = timezone.localtime()
    raadpleeg(SECTIE[sectie].inzage, nummer, by=request.lid, on=nu)
    return lees(traject, nu.date())


def _actions(
    request: HttpRequest, dossier: Dossier, act: Handeling
) -> list[dossierkader.Stap]:
    return [
        step
        for step in dossierkader.stappen(dossier, request.lid)
        if step.handeling is act and step.oordeel.toegestaan
    ]


def _state(m: Moment, h: wet.Handhaving) -> tuple[str, str]:
    """Give the words and the tone of how far it is."""
    if h.gestopt_op:
        return "Gestopt", "is-neutral"
    if h.besluit and vernietigd(m, h):
        return "Besluit van tafel na bezwaar of beroep", "is-neutral"
    if h.besluit:
        return h.besluit.label, "is-neutral"
    if h.overwogen_op:
        return "Sanctie overwogen", "is-warning"
    return "Eerst helpen", "is-info"


@dataclass(frozen=True)
class Post:
    """The letters of a file, and where somebody who may makes another."""

    nummer: str
    mag: Mapping[Werkhandeling, bool]
    gemaakt: list[Document]

    @classmethod
    def van(cls, request: HttpRequest, dossier: Dossier) -> "Post":
        """Read the letters of a file, the oldest first."""
        return cls(
            dossier.traject.nummer,
            {act: mag(request.lid, act) for act in (HANDHAVING, BEZWAAR)},
            list(zichtbare_brieven(request.lid, dossier.traject).order_by("id")),
        )

    def bij(self, rij: Handhaving | Bezwaar, *soorten: Briefsoort) -> list[Document]:
        """Give the letters of a row, of these kinds."""
        return [b for b in self.gemaakt if b.feit_id == rij.pk and b.soort in soorten]

    def maak(
        self, dossier: Dossier, rij: Handhaving | Bezwaar, soort: Briefsoort
    ) -> dict[str, str] | None:
        """Give where this letter is made, if it can be made now."""
        act = BEZWAAR if isinstance(rij, Bezwaar) else HANDHAVING
        if not self.mag[act] or ontbreekt(dossier, soort, rij):
            return None
        url = f"{dossierkader.adres(self.nummer, act, rij.pk)}?soort={soort.value}"
        again = "opnieuw " if self.bij(rij, soort) else ""
        return {
            "url": url,
            "label": f"Maak brief {again}".rstrip() + f": {soort.label.lower()}",
        }


def _letters(
    post: Post, dossier: Dossier, row: Handhaving, trede: str
) -> dict[str, Any]:
    """Give the letters that stand at a step, and the one that can be made there."""
    kinds = [s for s in VAN_HANDHAVING if BRIEVEN[s].trede == trede]
    can = (post.maak(dossier, row, kind) for kind in kinds)
    return {
        "brieven": post.bij(row, *kinds),
        "maak": next((link for link in can if link), None),
    }


def _step(step: Tredestand) -> dict[str, Any]:
    words = "Nog te doen" if step.nodig else "Hier niet nodig"
    return {
        "label": step.trede.label,
        "op": step.op,
        "stand": words,
        "ontbreekt": step.ontbreekt,
        "eis": step.trede.eis,
        "bron": step.trede.bron,
    }


def _counted(m: Moment, h: wet.Handhaving) -> list[dict[str, Any]]:
    """Give what was counted as the first step, while missed lessons are looked into."""
    if h.aanleiding != Aanleiding.VERZUIM or not loopt(h):
        return []
    hours = lesverzuim(m.feiten.uren, m.peildatum, h.grondslag)
    return [
        {
            "label": "Verzuim van lessen geteld", "op": None, "stand": hours.toestand,
            "ontbreekt": False, "bron": hours.bron,
        }
    ]  # fmt: skip


def _trail(
    request: HttpRequest, dossier: Dossier, m: Moment, row: Handhaving,
    h: wet.Handhaving, post: Post,
) -> dict[str, Any]:  # fmt: skip
    badge, tone = _state(m, h)
    last = _letters(post, dossier, row, "besluit")
    steps = ladder(m, h)
    running = loopt(h)
    card = kaart(
        request, dossier, row, kop=f"{row}, {datum(row.gebeurd_op)}", badge=badge,
        toon=tone, weg=IN_DE_LADDER, acts=vervolg(m, h),
    )  # fmt: skip
    card["brieven"] = last["brieven"]
    card["links"] += [last["maak"]] if last["maak"] else []
    return {
        "feit": card,
        "treden": [
            *_counted(m, h),
            *(
                _step(step) | _letters(post, dossier, row, step.trede.naam)
                for step in steps
            ),
        ],
        "loopt": running,
        "nodig": [step.trede.eis for step in steps if step.ontbreekt],
        "laatste": laatste_dag(m, h) if running else None,
        "maximum": maximum(m, h) if running else None,
    }  # fmt: skip


@inloggen
@require_GET
def overzicht(request: HttpRequest, nummer: str) -> HttpResponse:
    """Show each time as a ladder: done, still to do, and until when."""
    dossier = _open(request, nummer, "handhaving")
    m = moment(dossier.feiten, dossier.stand.peildatum)
    rows = Handhaving.objects.filter(traject=dossier.traject).select_related(
        "vastgelegd_door", "rapport_door", "besloten_door", "afspraak"
    )
    known = {h.id: h for h in m.feiten.handhavingen}
    post = Post.van(request, dossier)
    return render(
        request, "dossier/handhaving.html",
        dossierkader.kader(request, dossier, "handhaving")
        | {
            "sporen": [
                _trail(request, dossier, m, row, known[row.pk], post)
                for row in rows.order_by("-gebeurd_op", "-id")
                if row.pk in known
            ],
            "verzuim": verzuim(dossier.feiten.uren, m.peildatum),
            "melden": dossier.stand.handelingen[Handeling.HANDHAVING_MELDEN],
            "acties": _actions(request, dossier, Handeling.HANDHAVING_MELDEN),
        },
    )  # fmt: skip


def _objection(
    request: HttpRequest, dossier: Dossier, row: Bezwaar, b: wet.Bezwaar, post: Post
) -> dict[str, Any]:
    card = kaart(
        request, dossier, row,
        badge=row.get_uitkomst_display() or "Loopt",
        toon="is-neutral" if row.uitkomst else "is-info",
        weg=() if row.hoger_beroep_op else ("hoger_beroep_door_gemeente",),
        acts=[act for act, past in BEZWAAR_OPEN.items() if past(b)],
    )  # fmt: skip
    letter = post.maak(dossier, row, Briefsoort.OP_BEZWAAR)
    card["brieven"] = post.bij(row, Briefsoort.OP_BEZWAAR)
    card["links"] += [letter] if letter else []
    return card


@inloggen
@require_GET
def bezwaren(request: HttpRequest, nummer: str) -> HttpResponse:
    """Show each objection and appeal, and the terms."""
    dossier = _open(request, nummer, "bezwaar")
    known = {b.id: b for b in dossier.feiten.bezwaren}
    post = Post.van(request, dossier)
    rows = Bezwaar.objects.filter(traject=dossier.traject).select_related(
        "vastgelegd_door"
    )
    return render(
        request, "dossier/bezwaar.html",
        dossierkader.kader(request, dossier, "bezwaar")
        | {
            "bezwaren": [
                _objection(request, dossier, row, known[row.pk], post)
                for row in rows.order_by("-ontvangen_op", "-id")
            ],
            "termijnen": [
                t for t in dossier.stand.termijnen
                if t.open and t.soort in BEZWAARTERMIJNEN
            ],
            "acties": _actions(request, dossier, Handeling.BEZWAAR_VASTLEGGEN),
        },
    )  # fmt: skip
