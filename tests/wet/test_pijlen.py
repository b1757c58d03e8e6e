"""Elke pijl van de toestandstabel kan echt, en geen verandering valt erbuiten.

Op elk begin wordt elke handeling die mag uitgevoerd, met alles wat zij kan vastleggen.
Wat ``stand()`` dan van toestand ziet veranderen, is precies de tabel.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

import pytest

from inburgering.wet.begrippen import (
    Doelgroep,
    DUOBesluitsoort,
    Niveau,
    Onderdeel,
    PIPStatus,
    Trajectstatus,
    Urensoort,
    Volggrond,
)
from inburgering.wet.feiten import PIP, Feiten
from inburgering.wet.handelingen import Handeling
from inburgering.wet.kalender import DAG
from inburgering.wet.levensloop import PIJLEN_DOOR
from inburgering.wet.moment import moment
from inburgering.wet.stand import stand
from tests.wet.bouw import (
    ASIEL,
    GEZIN,
    Z,
    afronding,
    afsluiting,
    alles_behaald,
    besluit,
    besproken,
    d,
    examen,
    examens,
    feiten,
    groepswijziging,
    intake,
    map_,
    op_route,
    pip,
    pvt,
    uren,
    van_elders,
    z_behaald,
)


S, H, B = Trajectstatus, Handeling, DUOBesluitsoort
Pijl = tuple[Trajectstatus, Trajectstatus, Handeling | None]

MORGEN = d("2026-10-02")
VANDAAG = MORGEN - DAG
GISTEREN = VANDAAG - DAG
A2 = dict.fromkeys(("lezen", "luisteren", "schrijven", "spreken"), "A2")
KLAAR: dict[str, Any] = {"examens": examens(), "pvt": (pvt(),), "map": (map_(),)}
TAALUREN = uren(800, tot_en_met=d("2026-05-31"))
PARTICIPATIE = uren(300, Urensoort.PARTICIPATIE, tot_en_met=d("2026-05-31"))
MAXIMUM = besluit(B.ONTHEFFING_GEDEELTELIJK, "2026-02-01", maximum_uren=300)

# Een begin van elke stap, en daarnaast gevallen waarin een handeling net genoeg is.
STAPPEN: tuple[Feiten, ...] = (
    feiten(),
    feiten(brede_intakes=(intake(afgerond_op=None),)),
    op_route(pips=(besproken(),)),
    op_route(),
    alles_behaald(),
)
GEVALLEN: tuple[Feiten, ...] = (
    feiten(**KLAAR),
    feiten(brede_intakes=(intake(afgerond_op=None),), **KLAAR),
    op_route(pips=(besproken(),), **KLAAR),
    alles_behaald(examens=examens()[1:]),
    alles_behaald(pvt=(pvt(ondertekend_op=None),)),
    alles_behaald(map=(map_(eindgesprek_op=None),)),
    alles_behaald(examens=examens(Niveau.A2), pips=(pip(), besproken(niveaus=A2))),
    alles_behaald(examens=examens(Niveau.A2)),
    z_behaald(z_afrondingen=()),
    z_behaald(uren=()),
    z_behaald(GEZIN, uren=(TAALUREN,)),
    z_behaald(uren=(TAALUREN,)),
    z_behaald(uren=(TAALUREN, PARTICIPATIE), duo_besluiten=(MAXIMUM,)),
)


def _met(dossier: Feiten, **velden: Any) -> Feiten:
    """Het dossier met een rij erbij per soort."""
    erbij = {soort: (*getattr(dossier, soort), rij) for soort, rij in velden.items()}
    return replace(dossier, **erbij)


def _duo(soort: DUOBesluitsoort, dossier: Feiten, **velden: Any) -> Feiten:
    rij = besluit(soort, VANDAAG.isoformat(), id=8, **velden)
    return _met(dossier, duo_besluiten=rij)


def _vastgesteld(plan: PIP) -> PIP:
    if plan.status == PIPStatus.VASTGESTELD:
        return plan
    return replace(plan, status=PIPStatus.VASTGESTELD, dagtekening=VANDAAG)


def _elders(dossier: Feiten, **velden: Any) -> Feiten:
    plan = van_elders(
        id=5, versie=5, dagtekening=VANDAAG, opgesteld_op=VANDAAG, verstuurd_op=None
    )
    return _met(dossier, pips=replace(plan, **velden))


def _alle_uren(dossier: Feiten) -> Feiten:
    participatie = uren(800, Urensoort.PARTICIPATIE, id=2, tot_en_met=VANDAAG)
    return replace(dossier, uren=(uren(800, tot_en_met=VANDAAG), participatie))


def _groep(groep: Doelgroep, dossier: Feiten, ingang: date = VANDAAG) -> Feiten:
    return _met(dossier, groepen=groepswijziging(ingang=ingang, doelgroep=groep))


def _aanmelding(dossier: Feiten, **velden: Any) -> Feiten:
    return replace(dossier, traject=replace(dossier.traject, **velden))


def _zonder_plicht(dossier: Feiten) -> Feiten:
    leeg: dict[str, Any] = {"datum_plicht": None, "datum_kennisgeving": None}
    return _aanmelding(dossier, volggrond=Volggrond.VRIJWILLIG, **leeg)


def _overleden(dossier: Feiten) -> Feiten:
    return replace(
        dossier, inburgeraar=replace(dossier.inburgeraar, overleden_op=VANDAAG)
    )


def _dicht(dossier: Feiten) -> Feiten:
    return _met(dossier, afsluitingen=afsluiting(afgesloten_op=VANDAAG))


# Wat een handeling vandaag met de feiten kan doen.
GEVOLGEN: tuple[tuple[Handeling, Callable[[Feiten], Feiten]], ...] = (
    (
        H.INTAKE_STARTEN,
        lambda f: _met(f, brede_intakes=intake(gestart_op=VANDAAG, afgerond_op=None)),
    ),
    (
        H.INTAKE_AFRONDEN,
        lambda f: replace(f, brede_intakes=(intake(afgerond_op=VANDAAG),)),
    ),
    (H.PIP_VASTSTELLEN, lambda f: replace(f, pips=tuple(map(_vastgesteld, f.pips)))),
    (H.PIP_OVERNEMEN, _elders),
    (H.PIP_OVERNEMEN, partial(_elders, leerroute=Z)),
    (H.PIP_OVERNEMEN, partial(_elders, niveaus=A2)),
    (H.EXAMEN_VASTLEGGEN, lambda f: _met(f, examens=examen(afgelegd_op=VANDAAG))),
    (H.PVT_ONDERTEKENEN, lambda f: replace(f, pvt=(pvt(ondertekend_op=VANDAAG),))),
    (H.MAP_AFRONDEN, lambda f: replace(f, map=(map_(eindgesprek_op=VANDAAG),))),
    (
        H.ZROUTE_AFRONDEN,
        lambda f: _met(f, z_afrondingen=afronding(afgerond_op=VANDAAG)),
    ),
    (H.UREN_VASTLEGGEN, _alle_uren),
    *(
        (H.DUOBESLUIT_VASTLEGGEN, gevolg)
        for gevolg in (
            partial(_duo, B.VOLDAAN),
            partial(_duo, B.ONTHEFFING_GEHEEL),
            partial(_duo, B.VRIJSTELLING_TIJDELIJK),
            partial(_duo, B.VRIJSTELLING_INGETROKKEN),
            partial(_duo, B.VRIJSTELLING_GEDEELTELIJK, onderdeel=Onderdeel.LEZEN),
            partial(_duo, B.ONTHEFFING_GEDEELTELIJK, maximum_uren=900),
        )
    ),
    (H.TRAJECT_AANVULLEN, _overleden),
    (H.TRAJECT_AANVULLEN, _zonder_plicht),
    (H.TRAJECT_AANVULLEN, partial(_aanmelding, volggrond=Volggrond.PLICHT)),
    (H.TRAJECT_AANVULLEN, partial(_aanmelding, volggrond=Volggrond.GEMEENTELIJK)),
    (H.GROEP_WIJZIGEN, partial(_groep, ASIEL)),
    (H.GROEP_WIJZIGEN, partial(_groep, GEZIN)),
    (H.TRAJECT_AFSLUITEN, _dicht),
)
# Wat alleen door het verstrijken van een dag gebeurt.
LATER: tuple[Callable[[Feiten], Feiten], ...] = (
    partial(_duo, B.VOLDAAN, ingang=MORGEN),
    partial(_duo, B.ONTHEFFING_GEHEEL, ingang=MORGEN),
    partial(_duo, B.VRIJSTELLING_TIJDELIJK, ingang=MORGEN),
    partial(_groep, ASIEL, ingang=MORGEN),
    partial(_groep, GEZIN, ingang=MORGEN),
    partial(_aanmelding, datum_plicht=MORGEN),
    lambda f: f,
)


def _beginnen() -> Iterator[Feiten]:
    """Elk begin, ook van wie zonder plicht wordt gevolgd en van wie het alleen zo heet."""
    yield from GEVALLEN
    for dossier in _stappen():
        yield dossier
        yield _zonder_plicht(dossier)
        yield _aanmelding(dossier, volggrond=Volggrond.VRIJWILLIG)


def _stappen() -> Iterator[Feiten]:
    yield from STAPPEN
    for soort, einde in (
        (B.VRIJSTELLING_TIJDELIJK, None),
        (B.VRIJSTELLING_TIJDELIJK, MORGEN),
        (B.VOLDAAN, None),
        (B.ONTHEFFING_GEHEEL, None),
    ):
        for dossier in STAPPEN:
            yield _met(
                dossier, duo_besluiten=besluit(soort, "2026-08-01", einddatum=einde)
            )


def _status(dossier: Feiten, dag: date) -> Trajectstatus:
    """Alleen de toestand: die staat al in het moment, en duizenden keren is veel."""
    return moment(dossier, dag).status


def _door_handelingen(begin: Feiten) -> Iterator[Pijl]:
    voor = stand(begin, GISTEREN)
    assert voor.status == _status(begin, GISTEREN)
    for handeling, gevolg in GEVOLGEN:
        if voor.handelingen[handeling].toegestaan:
            yield voor.status, _status(gevolg(begin), VANDAAG), handeling


def _door_de_tijd(begin: Feiten) -> Iterator[Pijl]:
    for gevolg in LATER:
        dossier = gevolg(begin)
        yield _status(dossier, VANDAAG), _status(dossier, MORGEN), None


def _door_heropenen(begin: Feiten) -> Iterator[Pijl]:
    dicht = afsluiting(
        afgesloten_op=GISTEREN, heropend_op=VANDAAG, reden_heropening="Fout"
    )
    dossier = _met(begin, afsluitingen=dicht)
    assert _status(dossier, GISTEREN) == S.AFGESLOTEN
    yield S.AFGESLOTEN, _status(dossier, VANDAAG), H.TRAJECT_HEROPENEN


@pytest.mark.traag
def test_de_tabel_is_precies_wat_er_gebeurt() -> None:
    gezien = {
        pijl
        for begin in _beginnen()
        for weg in (_door_handelingen, _door_de_tijd, _door_heropenen)
        for pijl in weg(begin)
        if pijl[0] != pijl[1]
    }

    assert gezien - PIJLEN_DOOR == set(), "gebeurt, maar staat niet in de tabel"
    assert PIJLEN_DOOR - gezien == set(), "staat in de tabel, maar gebeurt nooit"
