"""Who plays in the tests: colleagues, and lives made by the real acts.

Nothing here writes a fact by itself: every step goes through the function of the act, so
what a test starts from can exist.
"""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

from inburgering.actions.aanbieder import vastleggen as aanbieder_vastleggen
from inburgering.actions.cursus import vastleggen as cursus_vastleggen
from inburgering.actions.spil import functie
from inburgering.actions.traject import registreren
from inburgering.actions.uitvoering import Zaak
from inburgering.authorization.spil import SPIL, AnyHandeling, op_rij
from inburgering.models import Aanbieder, Gebruiker, Gemeente, Lidmaatschap, Traject
from inburgering.models.dossier import Dossier, lees
from inburgering.wet.begrippen import Leerroute, Onderdeel
from inburgering.wet.handelingen import HANDELINGEN, Handeling
from inburgering.wet.voorwaarden import rij_voor


VANDAAG = date(2026, 6, 10)
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
STANDAARD_BEGIN = VANDAAG - timedelta(days=100)


def moment(dag: date, uur: int = 10) -> datetime:
    """Give a moment on a day, as a colleague's clock says it."""
    return datetime.combine(dag, time(uur), tzinfo=AMSTERDAM)


def maak_bsn(nummer: int) -> str:
    """Give the n-th number of the test range 9999 that passes the 11-proef."""
    for rest in range(nummer * 11, nummer * 11 + 200):
        digits = f"9998{rest:05d}"
        total = sum(
            int(d) * w
            for d, w in zip(digits, (9, 8, 7, 6, 5, 4, 3, 2, -1), strict=True)
        )
        if total % 11 == 0:
            return digits
    raise AssertionError(nummer)


def lid_van(
    gemeente: Gemeente, rol: str = "klantmanager", **velden: Any
) -> Lidmaatschap:
    """Make a colleague with one role in a municipality."""
    nummer = Gebruiker.objects.count() + 1
    gebruiker = Gebruiker.objects.create_user(
        f"{rol}{nummer}@{gemeente.naam.lower()}.example", "geheim-woord-1",
        naam=f"{rol.capitalize()} {gemeente.naam} {nummer}",
    )  # fmt: skip
    values = {"begin": date(2021, 1, 1), "mandaat": True}
    if rol == "auditor":
        values["einde"] = date(2030, 1, 1)
    return Lidmaatschap.objects.create(
        gebruiker=gebruiker, gemeente=gemeente, rol=rol, **values | velden
    )


def persoon(
    nummer: int = 1, begin: date = STANDAARD_BEGIN, **anders: Any
) -> dict[str, Any]:
    """Give what registering asks: a fictitious person with the duty since ``begin``."""
    return {
        "bsn": maak_bsn(nummer),
        "voornamen": "Rania",
        "geslachtsnaam": "Haddad",
        "geboortedatum": "1991-02-14",
        "geslacht": "vrouw",
        "nationaliteit": "0336",
        "geboorteland": "7009",
        "verblijfstitel": "26",
        "doelgroep": "asielstatushouder",
        "verblijfsituatie": "gemeente",
        "datum_plicht": begin - timedelta(days=12),
        "datum_kennisgeving": begin - timedelta(days=5),
        "datum_inschrijving": begin - timedelta(days=20),
        "adres": "Lange Geer 12",
        "postcode": "2611 PV",
        "woonplaats": "Delft",
    } | anders


def maak_aanbieder(
    by: Lidmaatschap, naam: str = "Taalhuis Delft", **anders: Any
) -> Aanbieder:
    """Make a provider with a quality mark."""
    velden = {
        "naam": naam, "keurmerk": "blik_op_werk", "keurmerk_vanaf": date(2020, 1, 1),
        "actief": True,
    } | anders  # fmt: skip
    return aanbieder_vastleggen(by=by, on=moment(date(2022, 1, 3)), **velden).feit


def maak_cursus(by: Lidmaatschap, aanbieder: Aanbieder, **anders: Any) -> Any:
    """Make a course of a provider."""
    velden = {
        "naam": "B1 overdag", "leerroute": "b1_route", "uren_per_week": 12, "actief": True,
    } | anders  # fmt: skip
    return cursus_vastleggen(
        by=by, on=moment(date(2022, 1, 3)), aanbieder=aanbieder, **velden
    ).feit


class Leven:
    """One case and the colleague who does its acts, day after day.

    ``dag`` is the day on which the next act is entered. ``doe`` performs one act,
    ``door_tot`` all that come before a step, in the order of the law.
    """

    def __init__(
        self,
        lid: Lidmaatschap,
        nummer: int = 1,
        begin: date = STANDAARD_BEGIN,
        **anders: Any,
    ) -> None:
        self.lid = lid
        self.dag = begin
        self.gedaan: list[str] = []
        self.zaak: Zaak = registreren(
            by=lid,
            on=moment(begin),
            sleutel=uuid4(),
            **persoon(nummer, begin, **anders),
        )
        self.traject: Traject = self.zaak.traject

    @property
    def nummer(self) -> str:
        return self.traject.nummer

    @property
    def dossier(self) -> Dossier:
        """Read the case as it stands on the day it has come to."""
        return lees(
            Traject.objects.select_related("inburgeraar").get(pk=self.traject.pk),
            self.dag,
        )

    def op(self, dag: date) -> "Leven":
        """Go to a later day."""
        assert dag >= self.dag, f"{dag} is before {self.dag}"
        self.dag = dag
        return self

    def na(self, dagen: int) -> "Leven":
        """Go some days on."""
        return self.op(self.dag + timedelta(days=dagen))

    def rij(self, act: AnyHandeling) -> Any:
        """Give the fact that an act would change now."""
        return rij_voor(act, getattr(self.dossier.feiten, HANDELINGEN[act].feit))

    def doe(self, noun: str, verb: str, **gegevens: Any) -> Zaak:
        """Perform an act on the present day."""
        act = SPIL[noun, verb]
        if isinstance(act, Handeling) and op_rij(act):
            gegevens.setdefault("id", self.rij(act).id)
        self.zaak = functie(act)(
            traject=self.traject, by=self.lid, on=moment(self.dag), sleutel=uuid4(),
            **gegevens,
        )  # fmt: skip
        self.traject.refresh_from_db()
        return self.zaak

    def ten_onrechte(self) -> Zaak:
        """DUO says that the duty was imposed by mistake, and the file closes for it."""
        self.doe(
            "duobesluit", "vastleggen", soort="plicht_beeindigd", besloten_op=self.dag,
            reden_einde="onterecht_of_andere_wet",
        )  # fmt: skip
        return self.doe(
            "traject", "afsluiten", afgesloten_op=self.dag, reden="ten_onrechte"
        )

    # --- the steps of the law, each from the end of the one before -------------------

    def intake_gestart(self) -> "Leven":
        self.doe("intake", "starten", gestart_op=self.dag)
        return self

    def intake_klaar(self) -> "Leven":
        self.na(3).doe(
            "intake", "invullen",
            antwoorden={
                "opleiding_niveau": {"antwoord": "beantwoord", "waarde": "bachelor"},
                "ambitie_beroep": {"antwoord": "wil_niet_zeggen"},
            },
        )  # fmt: skip
        self.na(2).doe(
            "leerbaarheidstoets", "vastleggen", afgenomen_op=self.dag,
            uitkomst="b1_route_haalbaar",
        )  # fmt: skip
        self.na(2).doe(
            "intake", "afronden", afgerond_op=self.dag, routeadvies="b1_route"
        )
        return self

    def pip_opgesteld(self, route: str, **anders: Any) -> "Leven":
        group = self.traject.doelgroep
        velden = {
            "leerroute": route, "niveaus": {}, "alfabetisering": "niet_van_toepassing",
            "wensen": "Weer als apotheker werken", "doelen": "Lezen en schrijven op B1",
            "participatie": "Stage in een apotheek", "voortgang": "Elke drie maanden",
            "begeleiding": "Een taalmaatje", "pvt_uren": 12, "gesprek_weken": 13,
            "map_uren": None if route == "onderwijsroute" else 40,
            "intensiteit": 700 if (route, group) == ("b1_route", "asielstatushouder")
            else None,
        } | anders  # fmt: skip
        self.na(2).doe("pip", "opstellen", **velden)
        return self

    def pip_besproken(self) -> "Leven":
        self.na(2).doe("pip", "bespreken", besproken_op=self.dag, akkoord=True)
        return self

    def pip_vastgesteld(self) -> "Leven":
        self.na(3).doe("pip", "vaststellen", dagtekening=self.dag)
        return self

    def onderdelen_gehaald(self) -> "Leven":
        """Do what the route still asks, as the stand of the case tells."""
        route = Leerroute(self.traject.leerroute)
        self.na(30).doe("pvt", "starten", begonnen_op=self.dag)
        self.na(30).doe("pvt", "ondertekenen", ondertekend_op=self.dag, uren=12)
        if route != Leerroute.ONDERWIJS:
            self.na(30).doe("map", "starten", begonnen_op=self.dag)
            self.na(90).doe("map", "afronden", eindgesprek_op=self.dag, praktijkuren=44)
        if route == Leerroute.Z:
            return self._z_route()
        for open_ in self.dossier.stand.openstaand:
            self.na(14).doe(
                "examen", "vastleggen", onderdeel=open_.onderdeel.value,
                niveau=open_.niveau.value if open_.niveau else "",
                afgelegd_op=self.dag, resultaat="geslaagd",
            )  # fmt: skip
        return self

    def _z_route(self) -> "Leven":
        begin = self.dag
        self.na(300)
        for soort in ("taalles", "participatie"):
            if soort == "taalles" or any(
                o.onderdeel == Onderdeel.PARTICIPATIE_UREN
                for o in self.dossier.stand.openstaand
            ):
                self.doe(
                    "uren", "vastleggen", soort=soort, van=begin, tot_en_met=self.dag,
                    uren=800, herkomst="aanbieder",
                )  # fmt: skip
        self.na(7).doe("zroute", "afronden", afgerond_op=self.dag)
        return self

    def door_tot(self, stap: str, route: str = "b1_route", **pip: Any) -> "Leven":
        """Perform all acts up to and including a step, from where the case is now."""
        stappen: dict[str, Callable[[], object]] = {
            "aangemeld": lambda: None,
            "brede_intake": lambda: self.na(7).intake_gestart(),
            "pip_opstellen": self.intake_klaar,
            "concept": lambda: self.pip_opgesteld(route, **pip),
            "besproken": self.pip_besproken,
            "leerroute": self.pip_vastgesteld,
            "onderdelen_behaald": self.onderdelen_gehaald,
            "voldaan": self._voldaan,
            "afgesloten": self._afgesloten,
        }
        for naam, doen in stappen.items():
            if naam not in self.gedaan:
                doen()
                self.gedaan.append(naam)
            if naam == stap:
                return self
        raise KeyError(stap)

    def _voldaan(self) -> None:
        self.na(21).doe(
            "duobesluit", "vastleggen", soort="voldaan", besloten_op=self.dag
        )

    def _afgesloten(self) -> None:
        self.na(3).doe("traject", "afsluiten", afgesloten_op=self.dag, reden="voldaan")
