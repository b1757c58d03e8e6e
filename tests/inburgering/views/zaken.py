"""Cases made by the acts themselves, as far on their way as a test wants them."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from inburgering.actions import (
    aanbod,
    examen,
    intake,
    leerbaarheidstoets,
    participatie,
    pip,
    pvt,
    uren,
    voortgangsgesprek,
)
from inburgering.actions import traject as trajecten
from inburgering.models import Gebruiker, Gemeente, Inburgeraar, Lidmaatschap, Traject


ZONE = ZoneInfo("Europe/Amsterdam")


def op(dag: date) -> datetime:
    """Ten in the morning of a day."""
    return datetime.combine(dag, time(10, 0), ZONE)


def lid_van(gemeente: Gemeente, rol: str = "klantmanager", **velden) -> Lidmaatschap:
    """Make a user with one role in a municipality."""
    nummer = Gebruiker.objects.count() + 1
    naam = velden.pop("naam", f"{rol.replace('_', ' ').capitalize()} {nummer}")
    gebruiker = Gebruiker.objects.create_user(
        f"{rol}{nummer}@voorbeeld.example", "geheim-woord-1", naam=naam
    )
    velden = {"begin": date(2022, 1, 1), "mandaat": True} | velden
    if rol == "auditor":
        velden.setdefault("einde", date(2030, 1, 1))
    return Lidmaatschap.objects.create(
        gebruiker=gebruiker, gemeente=gemeente, rol=rol, **velden
    )


def nieuw(
    lid: Lidmaatschap, start: date, naam: str = "Amina Haddad", **velden
) -> Traject:
    """Register a person whose ten weeks begin a week before ``start``."""
    nummer = Inburgeraar.objects.count() + 1
    voornaam, _, achternaam = naam.rpartition(" ")
    gegevens = {
        "v_nummer": f"{nummer:010d}", "voornamen": voornaam,
        "geslachtsnaam": achternaam, "geboortedatum": "1991-02-14",
        "geslacht": "vrouw", "nationaliteit": "0336", "geboorteland": "7009",
        "doelgroep": "asielstatushouder", "verblijfsituatie": "gemeente",
        "datum_plicht": start - timedelta(days=30),
        "datum_kennisgeving": start - timedelta(days=21),
        "datum_inschrijving": start - timedelta(days=7),
        "adres": "Dorpsstraat 1", "postcode": "2611AA", "woonplaats": "Delft",
    } | velden  # fmt: skip
    trajecten.registreren(by=lid, on=op(start), **gegevens)
    return Traject.objects.select_related("inburgeraar").order_by("-id").first()


def toegewezen(traject: Traject, lid: Lidmaatschap, dag: date) -> Traject:
    """Give the case to this colleague."""
    trajecten.toewijzen(
        traject=traject, by=lid, on=op(dag), klantmanager=lid.gebruiker,
        team_id=traject.team_id,
    )  # fmt: skip
    return traject


def met_intake(traject: Traject, lid: Lidmaatschap, dag: date) -> Traject:
    """Hold the brede intake and the leerbaarheidstoets in one go."""
    zaak = intake.starten(traject=traject, by=lid, on=op(dag), gestart_op=dag)
    eind = dag + timedelta(days=7)
    intake.invullen(
        traject=traject, by=lid, on=op(dag), id=zaak.feit.pk,
        antwoorden={
            "opleiding_niveau": {"antwoord": "beantwoord", "waarde": "bachelor"},
            "werk_jaren": {"antwoord": "beantwoord", "waarde": 8},
            "werk_beroep": {"antwoord": "beantwoord", "waarde": "Verpleegkundige"},
            "gezondheid_belastbaar": {"antwoord": "wil_niet_zeggen"},
            "ambitie_doel": {"antwoord": "beantwoord", "waarde": "werk"},
        },
    )  # fmt: skip
    intake.afronden(
        traject=traject, by=lid, on=op(eind), id=zaak.feit.pk, afgerond_op=eind,
        routeadvies="b1_route",
    )  # fmt: skip
    leerbaarheidstoets.vastleggen(
        traject=traject, by=lid, on=op(eind), afgenomen_op=eind,
        uitkomst="b1_route_haalbaar", behaalde_score=40, benodigde_score=30,
    )  # fmt: skip
    return traject


def met_concept(traject: Traject, lid: Lidmaatschap, dag: date, **velden) -> int:
    """Draft and discuss a PIP; gives its id."""
    plan = {
        "leerroute": "b1_route", "alfabetisering": "niet_van_toepassing",
        "intensiteit": 700, "wensen": "Ik wil weer in de zorg werken.",
        "doelen": "Binnen twee jaar B1, daarna een opleiding.",
        "participatie": "Stage in een verpleeghuis, 16 uur per week.",
        "voortgang": "Elk kwartaal een gesprek.", "niveaus": {},
        "begeleiding": "Een taalmaatje.", "pvt_uren": 12, "map_uren": 40,
        "gesprek_weken": 13,
    } | velden  # fmt: skip
    zaak = pip.opstellen(traject=traject, by=lid, on=op(dag), **plan)
    pip.bespreken(
        traject=traject,
        by=lid,
        on=op(dag),
        id=zaak.feit.pk,
        besproken_op=dag,
        akkoord=True,
    )
    return zaak.feit.pk


def met_pip(traject: Traject, lid: Lidmaatschap, dag: date, **velden) -> int:
    """Decide a PIP dated this day and send it the next; gives its id."""
    pip_id = met_concept(traject, lid, dag, **velden)
    pip.vaststellen(traject=traject, by=lid, on=op(dag), id=pip_id, dagtekening=dag)
    morgen = dag + timedelta(days=1)
    pip.versturen(
        traject=traject, by=lid, on=op(morgen), id=pip_id, verstuurd_op=morgen
    )
    return pip_id


def onderweg(traject: Traject, lid: Lidmaatschap, dag: date, aanbieder=None) -> Traject:
    """Add what happens in the first months: course, duaal traject, hours, talk, exam."""
    if aanbieder is not None:
        zaak = aanbod.doen(
            traject=traject, by=lid, on=op(dag), aanbieder=aanbieder, aangeboden_op=dag,
            leerroute="b1_route", verwacht_begin=dag + timedelta(days=14),
        )  # fmt: skip
        aanbod.starten(
            traject=traject, by=lid, on=op(dag + timedelta(days=14)), id=zaak.feit.pk,
            begonnen_op=dag + timedelta(days=14),
        )  # fmt: skip
    participatie.starten(
        traject=traject, by=lid, on=op(dag), vorm="stage", plaats="De Keuken",
        samenhang="parallel", uren_per_week=16, begin=dag,
    )  # fmt: skip
    uren.vastleggen(
        traject=traject, by=lid, on=op(dag + timedelta(days=60)), soort="taalles",
        van=dag, tot_en_met=dag + timedelta(days=59), uren=120, aanbieder=aanbieder,
        verzuim_geoorloofd=4,
    )  # fmt: skip
    pvt.starten(traject=traject, by=lid, on=op(dag), begonnen_op=dag)
    voortgangsgesprek.voeren(
        traject=traject, by=lid, on=op(dag + timedelta(days=70)),
        gevoerd_op=dag + timedelta(days=70), vorm="op_kantoor",
        verslag="Wil graag in de zorg werken. Reistijd is een zorg.",
        afspraken="Zoekt een stage dichterbij.",
    )  # fmt: skip
    for onderdeel, resultaat in (("lezen", "geslaagd"), ("spreken", "gezakt")):
        examen.vastleggen(
            traject=traject, by=lid, on=op(dag + timedelta(days=80)),
            onderdeel=onderdeel, niveau="B1", resultaat=resultaat,
            afgelegd_op=dag + timedelta(days=75),
        )  # fmt: skip
    return traject
