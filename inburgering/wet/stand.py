"""Hoe een traject er op een dag voor staat: de enige plek die dat afleidt.

Toestand, onderdelen, termijnen, ontbrekende feiten, toegestane en geweigerde
handelingen en tegenstrijdigheden: alles volgt uit de feiten tot en met de peildatum, met
reden en artikel. Wat later gebeurde telt niet mee; wat later pas bekend werd, laat de
lezer van de feiten weg.
"""

from datetime import date

from inburgering.wet.feiten import Feiten
from inburgering.wet.moment import moment
from inburgering.wet.parameters import IN_WERKING, GeenRegel
from inburgering.wet.termijnen import meldingen, termijnen
from inburgering.wet.uitkomst import Stand
from inburgering.wet.voorwaarden import ontbrekende_feiten, oordelen


def stand(feiten: Feiten, peildatum: date) -> Stand:
    """De stand van een traject op de peildatum."""
    if peildatum < IN_WERKING:
        raise GeenRegel(
            f"de Wet inburgering 2021 geldt vanaf {IN_WERKING:%d-%m-%Y}; op "
            f"{peildatum:%d-%m-%Y} is er geen stand"
        )
    m = moment(feiten, peildatum)
    return Stand(
        peildatum=peildatum,
        status=m.status,
        leerroute=m.leerroute,
        leerrouteperiodes=m.periodes,
        onderdelen=m.onderdelen,
        alle_onderdelen_behaald_op=m.mijlpalen.alle_onderdelen_behaald_op,
        termijnen=termijnen(m),
        ontbrekend=ontbrekende_feiten(m),
        meldingen=meldingen(m),
        doelgroep=m.traject.doelgroep,
        handelingen=oordelen(m),
    )
