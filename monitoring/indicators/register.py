"""The register: every indicator, in the order of the report.

Maturity (release policy 6.1): a case counts in a share when the *original* statutory
term has passed plus a fixed recording lag. An extension removes nobody, and neither
does the end of the duty; a case whose clock has not begun is not yet mature.
"""

from datetime import date

from monitoring.indicators.indicator import Indicator, Richting, Statistiek
from monitoring.indicators.voorwaarde import (
    FEIT_TRAJECT,
    En,
    Kolom,
    Peildag,
    Teken,
    Vergelijk,
)


REGISTERVERSIE = "1"

# Days between what happens and what is surely recorded; the same for everybody.
REGISTRATIEVERTRAGING = 28

_GESTART = Vergelijk(Kolom("plicht_dag"), Teken.HOOGSTENS, Peildag())
_RIJP = En(
    (
        _GESTART,
        Vergelijk(
            Kolom("pip_termijn_dag", plus=REGISTRATIEVERTRAGING),
            Teken.KLEINER,
            Peildag(),
        ),
    )
)

REGISTER: tuple[Indicator, ...] = (
    Indicator(
        code="I01",
        titel="Plicht begonnen",
        mechanisme="D0",
        instrument="",
        feitentabel=FEIT_TRAJECT,
        populatie=_GESTART,
        tijdoorsprong=Kolom("plicht_dag"),
        eenheid="personen",
        voldoet=En(),
        noemer="gestart",
        teller="gestart",
        statistiek=Statistiek.AANTAL,
        uitsplitsingen=(("groep", "route"),),
        richting=Richting.GEEN,
        definitie="Aantal inburgeraars van wie de plicht in het cohortjaar begon.",
        voorbehoud="Wie binnen Nederland verhuist telt in de gemeente waar de plicht "
        "begon. De route is die van het eerste PIP.",
        handeling="traject_registreren",
        veld="Traject.datum_plicht",
        meetbaar_vanaf=date(2022, 1, 1),
        beoordelaar="leveringsgoedkeurder",
        sluit_na_dagen=365,
    ),
    Indicator(
        code="I02",
        titel="PIP binnen tien weken",
        mechanisme="M1",
        instrument="M1d",
        feitentabel=FEIT_TRAJECT,
        populatie=_RIJP,
        tijdoorsprong=Kolom("pip_termijn_dag"),
        eenheid="personen",
        voldoet=Vergelijk(Kolom("pip_dag"), Teken.HOOGSTENS, Kolom("pip_termijn_dag")),
        noemer="rijp",
        teller="pip_op_tijd",
        statistiek=Statistiek.AANDEEL,
        uitsplitsingen=(("groep",),),
        richting=Richting.HOGER,
        definitie="Deel van de inburgeraars van wie de oorspronkelijke tien weken met "
        "28 dagen voor het vastleggen voorbij zijn, dat binnen die tien weken een "
        "vastgesteld PIP had.",
        voorbehoud="Geen uitsplitsing naar leerroute: wie nog geen PIP heeft, heeft "
        "geen route. Wie nog in de opvang zit en van wie de tien weken niet zijn "
        "begonnen, telt nog niet mee, ook niet met een PIP.",
        handeling="pip_vaststellen",
        veld="PIP.dagtekening",
        meetbaar_vanaf=date(2022, 1, 1),
        beoordelaar="leveringsgoedkeurder",
        sluit_na_dagen=None,
    ),
    Indicator(
        code="I03",
        titel="Alle onderdelen behaald",
        mechanisme="M2",
        instrument="M2d",
        feitentabel=FEIT_TRAJECT,
        populatie=_GESTART,
        tijdoorsprong=Kolom("plicht_dag"),
        eenheid="personen",
        voldoet=Vergelijk(Kolom("behaald_dag"), Teken.HOOGSTENS, Peildag()),
        noemer="gestart",
        teller="behaald",
        statistiek=Statistiek.AANDEEL,
        uitsplitsingen=(("groep", "route"),),
        richting=Richting.HOGER,
        definitie="Deel van het cohort dat op de peildatum alle onderdelen had "
        "behaald, naar eigen vaststelling van de gemeente.",
        voorbehoud="Geen oordeel van DUO. Cohorten hebben ongelijk lang de tijd gehad: "
        "vergelijk alleen bij gelijke duur sinds het begin van de plicht.",
        handeling="examen_vastleggen",
        veld="Examenuitslag.resultaat",
        meetbaar_vanaf=date(2022, 1, 1),
        beoordelaar="leveringsgoedkeurder",
        sluit_na_dagen=None,
    ),
)
