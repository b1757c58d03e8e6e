"""The rows that working acts change: in which table, and when the act can be done.

Acts of the law ask the law; a working act asks the row itself. One table, so that the
page, the API and the act give the same answer.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import models

from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.models.aandachtspunt import Aandachtspunt
from inburgering.models.agendapunt import Agendapunt
from inburgering.models.bezwaar import Bezwaar
from inburgering.models.bijeenkomst import Aanwezigheid, Deelname
from inburgering.models.brede_intake import Intakegesprek
from inburgering.models.contact import Contact
from inburgering.models.doel import Doel
from inburgering.models.dossierstuk import Dossierstuk
from inburgering.models.gezin import Gezinsband, te_beeindigen
from inburgering.models.handhaving import Handhaving
from inburgering.models.notitie import Notitie
from inburgering.models.overdracht import Overdracht, Voorinburgering
from inburgering.models.rooster import Roosterregel
from inburgering.models.taak import Taak
from inburgering.models.taalkennis import Taalkennis
from inburgering.models.wachtlijst import Wachtplek
from inburgering.models.wachtreden import Wachtreden
from inburgering.models.zelfgekozen import (
    Behoefte,
    Keuzeadvies,
    Lening,
    Schoolkeuze,
)
from inburgering.wet.bron import Bron


W = Werkhandeling
EIGEN = Bron("eigen", "")
NIETS = "In dit dossier is er nu niets waarmee dit kan."


def _van_traject(traject: Any) -> models.Q:
    return models.Q(traject=traject)


@dataclass(frozen=True)
class Werkrij:
    """Where the row stands; why the act can't be done on it ("" when it can).

    ``van`` gives the rows of a case, where a row can belong to two.
    """

    model: type[models.Model]
    waarom_niet: Callable[[Any], str]
    van: Callable[[Any], models.Q] = _van_traject


def _is_klaar(taak: Taak) -> str:
    return "Deze taak is al afgerond." if taak.klaar_op else ""


def _staat_open(taak: Taak) -> str:
    return "" if taak.klaar_op else "Deze taak staat nog open."


def _is_vast(notitie: Notitie) -> str:
    return "Deze notitie staat al bovenaan." if notitie.vastgezet else ""


def _is_los(notitie: Notitie) -> str:
    return "" if notitie.vastgezet else "Deze notitie staat niet bovenaan."


def _wacht_niet(wachtreden: Wachtreden) -> str:
    return "Dit wachten is al beëindigd." if wachtreden.tot else ""


def _wacht_nog(wachtreden: Wachtreden) -> str:
    return "" if wachtreden.tot else "Deze stap wacht nog."


def _altijd(_: Any) -> str:
    return ""


def _is_ingetrokken(stuk: Dossierstuk) -> str:
    if not stuk.ingetrokken_op:
        return ""
    return "Dit document is ingetrokken. Voeg het goede document opnieuw toe."


def _is_afgelast(deelname: Deelname) -> str:
    return "Deze bijeenkomst is afgelast." if deelname.bijeenkomst.afgelast_op else ""


def _geen_brief_over(deelname: Deelname) -> str:
    if deelname.bijeenkomst.afgelast_op is None:
        return "Deze bijeenkomst is niet afgelast."
    if deelname.aanwezigheid == Aanwezigheid.MET_BERICHT:
        return "Deze persoon liet al weten niet te komen."
    return ""


def _is_voorbij(band: Gezinsband) -> str:
    return "Deze band is al beëindigd." if band.einde else ""


def _loopt_nog(band: Gezinsband) -> str:
    return "" if band.einde else "Deze band loopt nog."


def _ingetrokken(regel: Roosterregel) -> str:
    return "Deze regel is al ingetrokken." if regel.ingetrokken_op else ""


def _is_geeindigd(doel: Doel) -> str:
    return "Dit doel is al geëindigd." if doel.geeindigd_op else ""


def _doel_staat_open(doel: Doel) -> str:
    return "" if doel.geeindigd_op else "Dit doel staat nog open."


def _wacht_al_niet(plek: Wachtplek) -> str:
    return "Deze plek op de wachtlijst is al beëindigd." if plek.tot else ""


def _taal_weg(taal: Taalkennis) -> str:
    return "Deze taal is ingetrokken." if taal.ingetrokken_op else ""


def _taal_staat(taal: Taalkennis) -> str:
    return "" if taal.ingetrokken_op else "Deze taal is niet ingetrokken."


def _niet_ingetrokken(regel: Roosterregel) -> str:
    return "" if regel.ingetrokken_op else "Deze regel is niet ingetrokken."


def _staat_niet(punt: Agendapunt) -> str:
    if punt.afgezegd_op:
        return "Deze afspraak is afgezegd."
    return "Deze afspraak is al afgerond." if punt.contact_id else ""


def _gaat_door(punt: Agendapunt) -> str:
    return "" if punt.afgezegd_op else "Deze afspraak is niet afgezegd."


def _wacht_nog_op_plek(plek: Wachtplek) -> str:
    return "" if plek.tot else "Deze plek op de wachtlijst loopt nog."


def _geldt_nog(punt: Aandachtspunt) -> str:
    return "" if punt.tot else "Dit aandachtspunt geldt nog."


def _gold(punt: Aandachtspunt) -> str:
    return "Dit aandachtspunt is al beëindigd." if punt.tot else ""


WERKRIJEN: Mapping[Werkhandeling, Werkrij] = {
    W.NOTITIE_WIJZIGEN: Werkrij(Notitie, _altijd),
    W.NOTITIE_VASTZETTEN: Werkrij(Notitie, _is_vast),
    W.NOTITIE_LOSMAKEN: Werkrij(Notitie, _is_los),
    W.WACHTREDEN_BEEINDIGEN: Werkrij(Wachtreden, _wacht_niet),
    W.WACHTREDEN_HERVATTEN: Werkrij(Wachtreden, _wacht_nog),
    W.CONTACT_WIJZIGEN: Werkrij(Contact, _altijd),
    W.TAAL_WIJZIGEN: Werkrij(Taalkennis, _taal_weg),
    W.TAAL_INTREKKEN: Werkrij(Taalkennis, _taal_weg),
    W.TAAL_TERUGZETTEN: Werkrij(Taalkennis, _taal_staat),
    W.TAAK_WIJZIGEN: Werkrij(Taak, _is_klaar),
    W.TAAK_AFRONDEN: Werkrij(Taak, _is_klaar),
    W.TAAK_HEROPENEN: Werkrij(Taak, _staat_open),
    W.DOCUMENT_VERVANGEN: Werkrij(Dossierstuk, _is_ingetrokken),
    W.DOCUMENT_INTREKKEN: Werkrij(Dossierstuk, _is_ingetrokken),
    W.DEELNAME_VASTLEGGEN: Werkrij(Deelname, _is_afgelast),
    W.DEELNAME_SCHRIJVEN: Werkrij(Deelname, _geen_brief_over),
    W.GEZIN_ONTKOPPELEN: Werkrij(Gezinsband, _is_voorbij, te_beeindigen),
    W.GEZIN_INTREKKEN: Werkrij(Gezinsband, _is_voorbij, te_beeindigen),
    W.GEZIN_HERVATTEN: Werkrij(Gezinsband, _loopt_nog, te_beeindigen),
    W.ROOSTER_WIJZIGEN: Werkrij(Roosterregel, _ingetrokken),
    W.ROOSTER_INTREKKEN: Werkrij(Roosterregel, _ingetrokken),
    W.INTAKEGESPREK_WIJZIGEN: Werkrij(Intakegesprek, _altijd),
    W.DOEL_WIJZIGEN: Werkrij(Doel, _is_geeindigd),
    W.DOEL_BEEINDIGEN: Werkrij(Doel, _is_geeindigd),
    W.DOEL_HEROPENEN: Werkrij(Doel, _doel_staat_open),
    W.WACHTLIJST_WIJZIGEN: Werkrij(Wachtplek, _wacht_al_niet),
    W.WACHTLIJST_BEEINDIGEN: Werkrij(Wachtplek, _wacht_al_niet),
    W.WACHTLIJST_HERVATTEN: Werkrij(Wachtplek, _wacht_nog_op_plek),
    W.SCHOOLKEUZE_WIJZIGEN: Werkrij(Schoolkeuze, _altijd),
    W.LENING_WIJZIGEN: Werkrij(Lening, _altijd),
    W.KEUZEADVIES_WIJZIGEN: Werkrij(Keuzeadvies, _altijd),
    W.BEHOEFTE_WIJZIGEN: Werkrij(Behoefte, _altijd),
    W.ROOSTER_TERUGZETTEN: Werkrij(Roosterregel, _niet_ingetrokken),
    W.VOORINBURGERING_WIJZIGEN: Werkrij(Voorinburgering, _altijd),
    W.OVERDRACHT_WIJZIGEN: Werkrij(Overdracht, _altijd),
    W.HANDHAVING_SCHRIJVEN: Werkrij(Handhaving, _altijd),
    W.BEZWAAR_SCHRIJVEN: Werkrij(Bezwaar, _altijd),
    W.AGENDAPUNT_WIJZIGEN: Werkrij(Agendapunt, _staat_niet),
    W.AGENDAPUNT_AFRONDEN: Werkrij(Agendapunt, _staat_niet),
    W.AGENDAPUNT_AFZEGGEN: Werkrij(Agendapunt, _staat_niet),
    W.AGENDAPUNT_HERVATTEN: Werkrij(Agendapunt, _gaat_door),
    W.AANDACHTSPUNT_BEEINDIGEN: Werkrij(Aandachtspunt, _gold),
    W.AANDACHTSPUNT_HERVATTEN: Werkrij(Aandachtspunt, _geldt_nog),
}


def vind(handeling: Werkhandeling, traject: Any, rij_id: int | None) -> Any:
    """Give the row asked for, or the latest on which the act can be done.

    When it can be done on none, the latest: that one says why not. None without rows.
    """
    where = WERKRIJEN[handeling]
    rows = where.model._default_manager.filter(where.van(traject))
    if rij_id is not None:
        return rows.filter(pk=rij_id).first()
    latest = list(rows.order_by("-id"))
    can = (rij for rij in latest if not waarom_niet(handeling, rij))
    return next(can, latest[0] if latest else None)


def op_slot(handeling: Werkhandeling, traject: Any, rij_id: int) -> Any:
    """Give the row under a lock. Raises ``DoesNotExist`` for a row of another case."""
    where = WERKRIJEN[handeling]
    rows = where.model._default_manager.select_for_update(of=("self",))
    return rows.get(where.van(traject), pk=rij_id)


def waarom_niet(handeling: Werkhandeling, rij: Any) -> str:
    """Say in a sentence why the act can't be done on this row; "" when it can."""
    if rij is None:
        return NIETS
    return WERKRIJEN[handeling].waarom_niet(rij)
