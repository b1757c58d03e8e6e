"""The documents of a file: the list, and a file as it came, to keep and never to run."""

from typing import Any

from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from inburgering.authorization.roles import Inzage, Rol
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.bestanden.soorten import SOORT
from inburgering.forms.document import bewijsbaar
from inburgering.inzage import raadpleeg
from inburgering.models.document import AFGESCHERMDE_BRIEVEN, Document
from inburgering.models.dossier import lees, zichtbaar
from inburgering.models.dossierstuk import Bestand, Dossierstuk
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.traject import Traject
from inburgering.views.dossierkader import adres, kader, mag, mag_zien
from inburgering.views.http import inloggen, require_inzage, vind


# Whatever a file holds: it gets no origin, runs nothing and fetches nothing.
OPGESLOTEN = "sandbox; default-src 'none'; frame-ancestors 'none'"
MEESTE = 200


def zichtbare(lid: Lidmaatschap, traject: Traject) -> QuerySet[Dossierstuk]:
    """Give the documents of a case that somebody may open.

    Who reads no notes sees what is open to all and what came by their own hand; of what
    was withdrawn nothing. What waits to be destroyed nobody opens.
    """
    rows = Dossierstuk.objects.filter(traject=traject, te_wissen=False)
    if mag_zien(lid, Inzage.NOTITIES):
        return rows
    own = Q(besloten=False) | Q(vastgelegd_door_id=lid.gebruiker_id)
    return rows.filter(own, ingetrokken_op=None)


def mag_openen(lid: Lidmaatschap, stuk: Dossierstuk) -> bool:
    """Say the same of one document."""
    if stuk.te_wissen:
        return False
    if mag_zien(lid, Inzage.NOTITIES):
        return True
    own = not stuk.besloten or stuk.vastgelegd_door_id == lid.gebruiker_id
    return own and stuk.ingetrokken_op is None


def verborgen_brieven(lid: Lidmaatschap) -> frozenset[str]:
    """Give the kinds of letter of which somebody may not even know that they are there."""
    return frozenset() if mag_zien(lid, Inzage.HANDHAVING) else AFGESCHERMDE_BRIEVEN


def zichtbare_brieven(lid: Lidmaatschap, traject: Traject) -> QuerySet[Document]:
    """Give the letters of a case that somebody may read, without what is in them."""
    rows = Document.objects.filter(traject=traject).defer("inhoud", "gegevens")
    return rows.exclude(soort__in=verborgen_brieven(lid))


def _lines(
    request: HttpRequest, traject: Traject, feiten: dict[str, str]
) -> list[dict[str, Any]]:
    """Give each document with its versions, newest first: two statements."""
    rows = list(
        zichtbare(request.lid, traject)
        .select_related("vastgelegd_door")
        .order_by("-id")[:MEESTE]
    )
    files: dict[int, list[Bestand]] = {}
    for file in (
        Bestand.objects.filter(stuk__in=[row.pk for row in rows])
        .defer("inhoud")
        .select_related("bewaard_door")
        .order_by("-nummer")
    ):
        files.setdefault(file.stuk_id, []).append(file)
    return [
        {
            "stuk": row,
            "laatste": files[row.pk][0],
            "eerdere": files[row.pk][1:],
            "feit": feiten.get(f"{row.feit_soort}:{row.feit_id}", ""),
            "vervangen": _act(request, traject, Werkhandeling.DOCUMENT_VERVANGEN, row),
            "intrekken": _act(request, traject, Werkhandeling.DOCUMENT_INTREKKEN, row),
        }
        for row in rows
    ]


def _act(
    request: HttpRequest, traject: Traject, act: Werkhandeling, stuk: Dossierstuk
) -> str:
    if stuk.ingetrokken_op or not mag(request.lid, act):
        return ""
    return adres(traject.nummer, act, stuk.pk)


@inloggen
@require_GET
def lijst(request: HttpRequest, nummer: str) -> HttpResponse:
    """Show what came in: kind, date, version, from whom, by whom, how large."""
    require_inzage(request, Inzage.DOSSIER)
    require_inzage(request, Inzage.DOCUMENTEN)
    traject = vind(request, nummer)
    nu = timezone.localtime()
    raadpleeg(Inzage.DOCUMENTEN, nummer, by=request.lid, on=nu)
    dossier = zichtbaar(lees(traject, nu.date()), Rol(request.lid.rol))
    add = Werkhandeling.DOCUMENT_TOEVOEGEN
    letters = zichtbare_brieven(request.lid, traject)
    return render(
        request, "dossier/documenten.html",
        kader(request, dossier, "documenten") | {
            "stukken": _lines(request, traject, dict(bewijsbaar(dossier))),
            "te_wissen": Dossierstuk.objects.filter(traject=traject, te_wissen=True).count(),
            "leest_alles": mag_zien(request.lid, Inzage.NOTITIES),
            "toevoegen": mag(request.lid, add) and adres(nummer, add),
            "brieven": letters.order_by("-id"),
        },
    )  # fmt: skip


@inloggen
@require_GET
def bestand(
    request: HttpRequest, nummer: str, stuk_id: int, versie: int
) -> HttpResponse:
    """Give a file to keep; that somebody took it is logged."""
    require_inzage(request, Inzage.DOSSIER)
    require_inzage(request, Inzage.DOCUMENTEN)
    traject = vind(request, nummer)
    stuk = zichtbare(request.lid, traject).filter(pk=stuk_id).first()
    if stuk is None:
        raise Http404("Dit document hoort niet bij dit dossier.")
    found = Bestand.objects.filter(stuk=stuk, nummer=versie).first()
    if found is None:
        raise Http404("Deze versie is er niet.")
    raadpleeg(
        Inzage.DOCUMENTEN, nummer, by=request.lid, on=timezone.localtime(),
        reden=f"document {stuk_id}, versie {versie} gedownload",
    )  # fmt: skip
    kind = SOORT[found.soort]
    response = HttpResponse(bytes(found.inhoud), content_type=kind.mime)
    # The name of a file travels; a case number says nothing to a stranger.
    name = f"{nummer}-document-{stuk_id}-versie-{versie}.{kind.extensies[0]}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = OPGESLOTEN
    return response
