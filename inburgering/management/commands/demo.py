"""Make the demo municipality: fictitious people, real acts, dated back from today."""

import time
from argparse import ArgumentParser
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from datetime import time as klok
from random import Random
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from inburgering import outbox
from inburgering.actions import (
    aandachtspunt,
    agendapunt,
    behoefte,
    deelname,
    gezin,
    keuzeadvies,
    lening,
    schoolkeuze,
    taal,
    verlof,
    voortgangsgesprek,
    weigering,
)
from inburgering.actions import bijeenkomst as bijeenkomsten
from inburgering.actions import contact as contacten
from inburgering.actions import document as documenten
from inburgering.actions import doel as doelen
from inburgering.actions import notitie as notities
from inburgering.actions import opmerking as opmerkingen
from inburgering.actions import rooster as roosters
from inburgering.actions import selectie as selecties
from inburgering.actions import signaal as signalen
from inburgering.actions import taak as taken
from inburgering.actions import traject as trajecten
from inburgering.actions import wachtreden as wachtredenen
from inburgering.authorization.roles import Rol
from inburgering.bestanden.upload import Upload
from inburgering.levens import genereer
from inburgering.levens.leven import Leven
from inburgering.levens.marges import ASIEL, GEZIN
from inburgering.levens.personen import LANDEN
from inburgering.levens.testpersonen import Testpersoon, testpersonen
from inburgering.levens.verloop import HIER, Opdracht
from inburgering.management import klassen, opvang, vertalingen
from inburgering.management.opvoeren import (
    Aanbod,
    Bezetting,
    Opvoering,
    maak_aanbod,
    voer_op,
)
from inburgering.models.aandachtspunt import Aandacht
from inburgering.models.agendapunt import KANAAL, ONDERWERP, Agendasoort, Agendavorm
from inburgering.models.bericht import Bericht
from inburgering.models.gebruiker import Gebruiker, Lidmaatschap, Team
from inburgering.models.gemeente import Gemeente, gemeente
from inburgering.models.onderdeel import PVT
from inburgering.models.participatie import GevolgdeUren
from inburgering.models.selectie import Lijst
from inburgering.models.termijn import OPEN, Termijn
from inburgering.models.traject import Traject
from inburgering.models.wachtreden import Reden, Wachtreden, sleutel_van
from inburgering.wet.begrippen import (
    Doelgroep,
    Termijnsoort,
    Trajectstatus,
)
from inburgering.wet.handelingen import HANDELINGEN, Handeling
from inburgering.wet.kalender import (
    OnvolledigeDatum,
    eerste_werkdag_vanaf,
    is_vrije_dag,
)
from inburgering.wet.plicht import aow_bereikt_op
from inburgering.wet.toetsing import toets_registratie
from inburgering.wet.uitkomst import NietToegestaan


WACHTWOORD = "demo-inburgering-2026"
ZAAD = 2026
DEMOSTAD, VOORBEELDWIJK, MINISTERIE = "9999", "9998", "9997"
GEMEENTEN = {
    DEMOSTAD: "Demostad",
    VOORBEELDWIJK: "Voorbeeldwijk",
    MINISTERIE: "Ministerie (demo)",
}
TEAMS = {DEMOSTAD: ("Team Noord", "Team Zuid"), VOORBEELDWIJK: ("Team Inburgering",)}
BEGIN = date(2021, 12, 1)


@dataclass(frozen=True)
class Login:
    """Somebody who can sign in, with one role in one municipality."""

    wie: str
    naam: str
    rol: Rol
    gemeente: str = DEMOSTAD
    team: str = ""
    talen: str = ""
    mandaat: bool = False

    @property
    def email(self) -> str:
        """The name to sign in with."""
        return f"{self.wie}@demo.example"


R = Rol
LOGINS: tuple[Login, ...] = (
    Login(
        "klantmanager",
        "Sanne de Vries",
        R.KLANTMANAGER,
        team="Team Noord",
        mandaat=True,
    ),
    Login(
        "collega", "Mark Jansen", R.KLANTMANAGER, team="Team Noord", talen="Arabisch"
    ),
    Login("zuid", "Fatma Yilmaz", R.KLANTMANAGER, team="Team Zuid", mandaat=True),
    Login("teamleider", "Peter Bakker", R.TEAMLEIDER, mandaat=True),
    Login("administratie", "Ans Visser", R.ADMINISTRATIE),
    Login("contractbeheerder", "Joris Smit", R.CONTRACTBEHEERDER),
    Login("beleidsadviseur", "Noor Meijer", R.BELEIDSADVISEUR),
    Login("privacyfunctionaris", "Willem Mulder", R.PRIVACYFUNCTIONARIS),
    Login("jurist", "Iris de Boer", R.JURIST_BEZWAAR, mandaat=True),
    Login("begeleider", "Karim Bos", R.EXTERNE_BEGELEIDER),
    Login("leveringsgoedkeurder", "Tom Dekker", R.LEVERINGSGOEDKEURDER),
    Login("beheerder", "Lotte Vos", R.FUNCTIONEEL_BEHEERDER),
    Login("auditor", "Ruud Peters", R.AUDITOR),
    Login("wijk", "Hanna Kok", R.KLANTMANAGER, VOORBEELDWIJK, "Team Inburgering", True),
    Login("wijkleider", "Bas van Dam", R.TEAMLEIDER, VOORBEELDWIJK, mandaat=True),
    Login("wijkadministratie", "Els Prins", R.ADMINISTRATIE, VOORBEELDWIJK),
    Login("wijkadviseur", "Daan Kuiper", R.BELEIDSADVISEUR, VOORBEELDWIJK),
    Login("wijkgoedkeurder", "Mila Post", R.LEVERINGSGOEDKEURDER, VOORBEELDWIJK),
    Login("ontvanger", "Anna Schouten", R.ONTVANGER, MINISTERIE),
    Login("analist", "Jan Willems", R.ANALIST, MINISTERIE),
)
# Nationalities of people who mostly come for asylum; the rest comes for family.
ASIEL_NATIONALITEITEN = frozenset(
    {LANDEN[naam].nationaliteit for naam in (
        "Syrie", "Jemen", "Eritrea", "Afghanistan", "Irak", "Iran", "Somalie", "Soedan",
    )} | {"0000", "0499", "0114"}
)  # fmt: skip
OVERIG_DEMOSTAD, OVERIG_WIJK = 40, 25
BRIEF = "Dit is een nagemaakte brief. Hij hoort bij een persoon die niet bestaat.\n"
NOTITIES = (
    ("algemeen", "Telefoontje", "Belde om te vragen wanneer de lessen beginnen."),
    ("thuis", "Kinderopvang", "Zoekt opvang voor twee dagen in de week."),
    ("afspraak", "Taalmaatje", "Aangemeld bij de bibliotheek voor een taalmaatje."),
    ("school", "Reistijd", "Wil liever een school dichter bij huis."),
)
# How, who began, about what, what came of it, and a short report.
CONTACTEN = (
    ("telefoon", "naar_ons", "lessen", "bereikt", "Is ziek en komt donderdag weer."),
    ("kantoor", "", "pip", "weggebleven", ""),
    ("bericht", "van_ons", "afspraak", "bereikt", "Herinnerd aan de afspraak."),
    ("huisbezoek", "", "kennismaking", "bereikt", "De kinderen gaan naar school."),
    ("telefoon", "van_ons", "uitval", "niet_bereikt", ""),
    ("kantoor", "", "werk", "afgemeld", "Moest naar de tandarts."),
    ("email", "naar_ons", "examen", "bereikt", "Vraagt waar het examen is."),
)
# What each step can wait for; what the offer waits for also follows from the waiting list.
WACHT_OP: dict[str, tuple[Reden, ...]] = {
    Termijnsoort.INTAKE.value: (Reden.DERDEN, Reden.GEZONDHEID, Reden.KINDEROPVANG),
    Termijnsoort.PIP.value: (Reden.DERDEN, Reden.WONEN, Reden.GEZONDHEID),
    Termijnsoort.AANBOD.value: (Reden.KINDEROPVANG, Reden.DOCENT),
    Termijnsoort.VOORTGANGSGESPREK.value: (
        Reden.GEZONDHEID, Reden.EIGEN_KEUZE, Reden.KINDEROPVANG,
    ),
}  # fmt: skip
LESSEN = ("les", ("1", "4"), "09:00", "12:00", "Taalschool")
ROOSTERS = (
    ("werk", ("2", "3", "5"), "08:30", "17:00", "Distributiecentrum"),
    ("kinderopvang", ("1", "2", "4", "5"), "08:15", "08:45", "Basisschool"),
    ("participatie", ("3", "4"), "11:00", "16:00", "Buurthuis"),
)
DOELEN = (
    ("zorg", "Ik maak zelf een afspraak met de huisarts", "Ik oefen het gesprek"),
    ("werk", "Ik werk drie dagen in de zorg", "Ik loop een dag mee"),
    ("kinderen", "Ik praat zelf met de juf", "Ik ga mee naar de ouderavond"),
)
# The day from today in working days, from when to when, what for, how and where.
AGENDA: tuple[tuple[int, int, int, str, str, str], ...] = (
    (0, 9, 10, "gesprek", "kantoor", "Stadhuis, kamer 2"),
    (0, 11, 12, "intake", "kantoor", "Stadhuis, kamer 2"),
    (0, 15, 16, "gesprek", "telefoon", ""),
    (1, 10, 11, "huisbezoek", "thuis", "Thuis"),
    (1, 14, 15, "gesprek", "elders", "Taalschool De Sprong"),
    (2, 9, 10, "intake", "kantoor", "Stadhuis, kamer 5"),
    (3, 13, 14, "gesprek", "video", ""),
    (5, 10, 11, "gesprek", "kantoor", "Stadhuis, kamer 2"),
    (7, 9, 10, "anders", "elders", "Bibliotheek"),
)
AANDACHT = (
    (Aandacht.VASTE_TIJDEN, "Werkt tot vier uur; daarna is bellen goed."),
    (Aandacht.ALLEEN_BELLEN, "Bel met de tolkentelefoon en leg de brief uit."),
    (Aandacht.BEGELEIDER_MEE, "De begeleider van de opvang komt mee."),
    (Aandacht.EERST_BELLEN, "Bel een dag van tevoren, na de les."),
)
BEHOEFTEN = (
    ("nodig", "Hulp bij post en bij de huisarts."),
    ("niet_nodig", "Regelt alles samen met familie."),
    ("nodig", "Hulp bij het zoeken van kinderopvang."),
    ("wil_niet", "Wil het eerst zelf proberen."),
)
ADVIEZEN = (
    ("school", "Kies een school met een keurmerk; dan tellen de uren mee."),
    ("lening", "Vraag de lening aan voordat u een contract tekent."),
)
SELECTIES = (
    (
        "klantmanager",
        Lijst.WERKVOORRAAD,
        "Plannen op te stellen",
        "soort=pip_vaststellen",
        True,
    ),
    ("klantmanager", Lijst.CASELOAD, "Z-route", "leerroute=z_route", False),
    (
        "teamleider",
        Lijst.WERKVOORRAAD,
        "Aanbod doen",
        "soort=inburgeringsaanbod",
        False,
    ),
)
TAKEN = (
    "Bel de school over een plek overdag",
    "Vraag het wijkteam naar de kinderopvang",
    "Zoek een taalmaatje in de buurt",
    "Mail de werkgever over de dagen van de les",
)
SIGNALEN = (
    ("klantmanager", "keten", "C4", "Ouders wachten op opvang en kunnen niet naar de les."),
    ("collega", "gemeente", "C8", "Voor een avondklas zijn er steeds te weinig deelnemers."),
    ("zuid", "wet", "M3", "Jongeren die al werken passen in geen van de drie routes."),
)  # fmt: skip
ANTWOORD = "Besproken met de opvang: vanaf het najaar zijn er plekken op lesdagen."
OPMERKINGEN = (
    ("Bellen kan alleen in de ochtend.", "ochtend"),
    ("Wacht op een plek in de avondgroep.", "avondles, wachtlijst"),
    ("", "kinderopvang"),
    ("Komt liever op kantoor dan te bellen.", "op kantoor, taalmaatje"),
)
NOG_INTAKE = {Trajectstatus.AANGEMELD.value, Trajectstatus.INTAKE.value}
OPEN_VOOR_PVT = {status.value for status in HANDELINGEN[Handeling.PVT_STARTEN].van}


class Command(BaseCommand):
    """Make the demo municipality, once."""

    help = "Maakt de demogemeente met fictieve personen (alleen met DEMO of DEBUG)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """``--dag`` fixes today; ``--logins`` prints who can sign in."""
        parser.add_argument("--dag", type=date.fromisoformat, default=None)
        parser.add_argument("--logins", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        """Refuse outside demo mode; else make it all, or nothing."""
        if not (settings.DEMO or settings.DEBUG):
            raise CommandError("Alleen met DEMO=1 of DEBUG=1.")
        if options["logins"]:
            self._print_logins()
            return
        if Gemeente.objects.filter(pk=DEMOSTAD).exists():
            raise CommandError(
                "De demogemeente bestaat al. `make demo` maakt haar nieuw."
            )
        begin = time.monotonic()
        dag = options["dag"] or timezone.localdate()
        with transaction.atomic():
            made = Demo(dag)
            made.maak()
        self._report(made)
        made.werk_af()
        self._say(f"Klaar in {time.monotonic() - begin:.0f} seconden.")
        self._print_logins()

    def _say(self, text: str = "") -> None:
        self.stdout.write(text)

    def _report(self, made: "Demo") -> None:
        self._say(
            f"Registraties die de wet weigerde: {len(made.geweigerd)} testpersonen"
        )
        for reden, aantal in Counter(made.geweigerd).most_common():
            self._say(f"  {aantal:>3}  {reden}")
        for code, statussen in made.stand().items():
            total = sum(statussen.values())
            self._say(f"{GEMEENTEN[code]}: {total} dossiers")
            for status, aantal in statussen.most_common():
                self._say(f"  {aantal:>3}  {Trajectstatus(status).label}")
        self._say(f"{made.daden} handelingen.")
        marges = genereer.STANDAARD
        self._say(
            f"Alle personen zijn verzonnen. {len(marges.zonder_bron())} van de "
            f"{len(marges.tabel)} kansen en verdelingen zijn een aanname zonder bron: "
            "lees geen cijfers over het land af uit deze demo."
        )

    def _print_logins(self) -> None:
        self._say(f"Inloggen (wachtwoord voor iedereen: {WACHTWOORD}):")
        for login in LOGINS:
            where = (
                "" if login.gemeente == DEMOSTAD else f", {GEMEENTEN[login.gemeente]}"
            )
            self._say(f"  {login.email:<38} {login.rol.label}{where}")


class Demo:
    """All of the demo, made from a day."""

    def __init__(self, dag: date) -> None:
        """Start with nothing, on a day."""
        # Up to yesterday: an act of this afternoon has not happened yet this morning.
        self.dag = dag - timedelta(days=1)
        self.nu = datetime.combine(self.dag, klok(16, 30), HIER)
        self.kans = Random(ZAAD)  # noqa: S311 - chance that must be repeatable
        self.leden: dict[str, Lidmaatschap] = {}
        self.gemeenten: dict[str, Gemeente] = {}
        self.geweigerd: list[str] = []
        self.daden = 0
        self.weg: set[int] = set()  # cases of who moved away of late

    def maak(self) -> None:
        """Make the municipalities, the people who work there, and the cases."""
        for code, naam in GEMEENTEN.items():
            self.gemeenten[code] = Gemeente.objects.create(code=code, naam=naam)
        self._logins()
        with gemeente(self.gemeenten[DEMOSTAD]):
            self._demostad()
        with gemeente(self.gemeenten[VOORBEELDWIJK]):
            self._voorbeeldwijk()

    def _logins(self) -> None:
        teams: dict[tuple[str, str], Team] = {}
        for code, namen in TEAMS.items():
            with gemeente(self.gemeenten[code]):
                for naam in namen:
                    teams[code, naam] = Team.objects.create(
                        gemeente=self.gemeenten[code], naam=naam
                    )
        password = ""
        for login in LOGINS:
            gebruiker = Gebruiker(email=login.email, naam=login.naam, is_demo=True)
            if password:  # one hash for all: each costs a tenth of a second on purpose
                gebruiker.password = password
            else:
                gebruiker.set_password(WACHTWOORD)
                password = gebruiker.password
            gebruiker.save()
            einde = self.dag + timedelta(days=90) if login.rol is R.AUDITOR else None
            self.leden[login.wie] = Lidmaatschap.objects.create(
                gebruiker=gebruiker, gemeente=self.gemeenten[login.gemeente],
                rol=login.rol.value, team=teams.get((login.gemeente, login.team)),
                mandaat=login.mandaat, talen=login.talen, begin=min(BEGIN, self.dag), einde=einde,
            )  # fmt: skip

    # --- The cases --------------------------------------------------------------------

    def _demostad(self) -> None:
        aanbod = maak_aanbod(
            self.leden["contractbeheerder"], datetime.combine(BEGIN, klok(9, 0), HIER)
        )
        mag, mag_niet = self._gesplitst()
        levens = [*genereer.voorbeelden(ZAAD, self.dag, vanaf=1000)]
        levens = self._bevolk(levens, mag)
        levens += genereer.levens(ZAAD, OVERIG_DEMOSTAD, self.dag, vanaf=2000)
        levens = [*klassen.nog_zonder_plek(levens, self.dag)]
        stage = [
            Opvoering(leven, self._bezetting(nummer, leven), aanbod)
            for nummer, leven in enumerate(levens)
            if leven.daden
        ]
        self.daden += voer_op(stage)
        for opvoering in stage:
            if opvoering.traject:
                opvoering.traject.refresh_from_db()
        for testpersoon in mag_niet:
            self._weiger(testpersoon)
        self._notities(stage)
        self._opmerkingen(stage)
        self._contacten(stage)
        # What changes a case goes in the order of time, or its history would not add up.
        self._bijeenkomsten(stage)
        self.weg = opvang.vul(stage, self.leden, self.nu)
        klassen.vul(stage, self.leden, self.nu)
        self._wachtredenen(stage)
        self._taken(stage)
        self._documenten(stage)
        self._gezinnen(stage)
        self._roosters(stage)
        self._doelen(stage)
        self._eigen_school(stage)
        self._behoeften(stage)
        self._aandacht(stage)
        self._talen(stage)
        self._agenda(stage)
        self._selecties()
        self._steekproef(stage)
        self._verlof()
        self._signalen()
        vertalingen.vul(self.leden, self.nu)

    def _voorbeeldwijk(self) -> None:
        aanbod: Aanbod = maak_aanbod(
            self.leden["wijkleider"], datetime.combine(BEGIN, klok(9, 0), HIER)
        )
        bezetting = Bezetting(
            self.leden["wijkadministratie"],
            self.leden["wijkleider"],
            self.leden["wijk"],
        )
        levens = genereer.levens(ZAAD, OVERIG_WIJK, self.dag, vanaf=3000)
        self.daden += voer_op(
            [Opvoering(v, bezetting, aanbod) for v in levens if v.daden]
        )

    def _bezetting(self, nummer: int, leven: Leven) -> Bezetting:
        """Hand out the cases: most to the demo klantmanager, the newest to nobody yet."""
        wie = ("klantmanager", "klantmanager", "klantmanager", "collega", "zuid")[
            nummer % 5
        ]
        km: Lidmaatschap | None = self.leden[wie]
        if len(leven.daden) == 1 and nummer % 3 == 0:
            km = None
        return Bezetting(
            self.leden["administratie"], self.leden["teamleider"], km,
            self.leden["begeleider"] if nummer % 9 == 4 else None,
            self.leden["klantmanager" if wie == "zuid" else "zuid"],
        )  # fmt: skip

    def _gesplitst(self) -> tuple[list[Testpersoon], list[Testpersoon]]:
        """Ask the law whom of the test persons it lets register today."""
        mag, mag_niet = [], []
        for testpersoon in testpersonen():
            try:
                toets_registratie(self._gegevens(testpersoon), self.dag)
            except NietToegestaan:
                mag_niet.append(testpersoon)
            else:
                mag.append(testpersoon)
        return mag, mag_niet

    def _gegevens(self, testpersoon: Testpersoon) -> dict[str, Any]:
        """Give what a desk would fill in for somebody who came in lately."""
        groep = _groep(testpersoon)
        gekomen = self.dag - timedelta(days=60)
        persoon = testpersoon.persoon
        gegevens: dict[str, Any] = {
            "bsn": persoon.bsn, "voornamen": persoon.voornamen,
            "voorvoegsel": persoon.voorvoegsel, "geslachtsnaam": persoon.geslachtsnaam,
            "geboortedatum": persoon.geboortedatum, "geslacht": persoon.geslacht,
            "nationaliteit": persoon.nationaliteit, "geboorteland": persoon.geboorteland,
            "doelgroep": groep, "verblijfsituatie": "gemeente",
            "datum_plicht": gekomen, "datum_inschrijving": gekomen,
        }  # fmt: skip
        if testpersoon.overleden:
            gegevens["overleden_op"] = self.dag - timedelta(days=12)
        return gegevens

    def _bevolk(self, levens: list[Leven], mag: list[Testpersoon]) -> list[Leven]:
        """Let test persons live the examples where age and group allow it.

        Who is left gets a life drawn from the margins, so that all of them take part.
        """
        over = list(mag)
        bewoond = []
        for leven in levens:
            past = next((p for p in over if _past(p, leven)), None)
            if past is not None:
                over.remove(past)
                leven = leven.met_persoon(past.persoon)
            bewoond.append(leven)
        return bewoond + [self._eigen_leven(n, p) for n, p in enumerate(over)]

    def _eigen_leven(self, nummer: int, testpersoon: Testpersoon) -> Leven:
        begin = self.dag - timedelta(days=self.kans.randint(10, 400))
        leven = genereer.leven(
            ZAAD, 4000 + nummer,
            Opdracht(begin, _groep(testpersoon), persoon=testpersoon.persoon),
        )  # fmt: skip
        if _past(testpersoon, leven):
            return leven.tot(self.dag)
        # Old enough today but not then: registered this week.
        vandaag = replace(leven, daden=leven.daden[:1])
        return vandaag.verschoven((self.dag - leven.begin).days - 1)

    def _weiger(self, testpersoon: Testpersoon) -> None:
        """Try a real registration; the law refuses, and the trail says why."""
        by = self.leden["administratie"]
        try:
            trajecten.registreren(by=by, on=self.nu, **self._gegevens(testpersoon))
        except NietToegestaan as fout:
            self.geweigerd.append(weigering.zonder_persoon(fout.gronden))

    def _notities(self, stage: list[Opvoering]) -> None:
        """Give some cases a note; of some it stands on top."""
        for nummer, opvoering in enumerate(stage[::4]):
            laatste = opvoering.leven.daden[-1].op + timedelta(hours=1)
            soort, onderwerp, tekst = self.kans.choice(NOTITIES)
            by = opvoering.bezetting.klantmanager or opvoering.bezetting.besluit
            note = notities.toevoegen(
                traject=opvoering.traject, by=by, on=laatste, onderwerp=onderwerp,
                tekst=tekst, soort=soort, deelbaar=nummer % 5 == 0,
            ).feit  # fmt: skip
            if nummer % 3 == 0:
                notities.vastzetten(
                    traject=opvoering.traject, by=by, on=laatste, id=note.pk
                )

    def _contacten(self, stage: list[Opvoering]) -> None:
        """Give half of the cases some contact moments of the last months."""
        for opvoering in stage[::2]:
            by = opvoering.bezetting.klantmanager or opvoering.bezetting.besluit
            begin = opvoering.leven.daden[0].op
            for _ in range(self.kans.randint(1, 4)):
                op = self.nu - timedelta(days=self.kans.randint(1, 150))
                if op <= begin:
                    continue
                kanaal, richting, onderwerp, uitkomst, tekst = self.kans.choice(
                    CONTACTEN
                )
                contacten.vastleggen(
                    traject=opvoering.traject, by=by, on=op, gesproken_op=op.date(),
                    kanaal=kanaal, richting=richting, onderwerp=onderwerp,
                    met_wie="inburgeraar", uitkomst=uitkomst, tekst=tekst,
                    tolktaal=opvoering.traject.inburgeraar.tolktaal,
                )  # fmt: skip

    def _wachtredenen(self, stage: list[Opvoering]) -> None:
        """Let a step of some cases wait for what such a step waits for; some no more."""
        waits = {w.traject_id for w in Wachtreden.objects.filter(tot=None)}
        steps = Termijn.objects.filter(OPEN, soort__in=WACHT_OP)
        first = {term.traject_id: term for term in steps.order_by("-uiterlijk", "-id")}
        for nummer, opvoering in enumerate(stage[::3]):
            term = first.get(opvoering.traject.pk) if opvoering.traject else None
            if term is None or term.traject_id in waits:
                continue
            by = opvoering.bezetting.klantmanager or opvoering.bezetting.besluit
            sinds = self.nu - timedelta(days=self.kans.randint(2, 20))
            row = wachtredenen.vastleggen(
                traject=opvoering.traject, by=by, on=self.nu,
                stap=sleutel_van(term.soort, term.volgnummer),
                reden=self.kans.choice(WACHT_OP[term.soort]).value,
                sinds=max(sinds.date(), term.begin, opvoering.leven.begin),
            ).feit  # fmt: skip
            if nummer % 7 == 6:
                wachtredenen.beeindigen(
                    traject=opvoering.traject, by=by, on=self.nu, id=row.pk,
                    tot=self.dag,
                )  # fmt: skip

    def _documenten(self, stage: list[Opvoering]) -> None:
        for opvoering in stage[::5]:
            laatste = opvoering.leven.daden[-1].op
            documenten.toevoegen(
                traject=opvoering.traject,
                by=opvoering.bezetting.klantmanager or opvoering.bezetting.besluit,
                on=laatste + timedelta(hours=2),
                bestand=Upload.lees("brief.txt", BRIEF.encode()), soort="brief",
                titel="Brief van DUO (nagemaakt)", herkomst="duo", besloten=False,
                gedateerd_op=laatste.date() - timedelta(days=3),
                ontvangen_op=laatste.date(),
            )  # fmt: skip

    def _taken(self, stage: list[Opvoering]) -> None:
        """Give some cases a task; most are for the days around now, one is finished."""
        for nummer, opvoering in enumerate(stage[::5]):
            by = opvoering.bezetting.klantmanager or opvoering.bezetting.besluit
            begin = self.nu - timedelta(days=3)
            taak = taken.maken(
                traject=opvoering.traject, by=by, on=begin,
                omschrijving=self.kans.choice(TAKEN),
                uiterlijk=(begin + timedelta(days=self.kans.randint(0, 20))).date(),
            ).feit  # fmt: skip
            if nummer % 4 == 3:
                taken.afronden(
                    traject=opvoering.traject, by=by, on=begin + timedelta(days=1),
                    id=taak.pk, klaar_op=begin.date(), uitkomst="Er is plek op maandag.",
                )  # fmt: skip

    def _gezinnen(self, stage: list[Opvoering]) -> None:
        """Link some people; of every fourth family one does not share with the others."""
        by = self.leden["teamleider"]
        pairs = list(zip(stage[1::9], stage[2::9], strict=False))[:12]
        for nummer, (een, ander) in enumerate(pairs):
            known = max(een.leven.daden[0].op, ander.leven.daden[0].op)
            on = max(known, self.nu - timedelta(days=2 + 12 * nummer))
            gezin.koppelen(
                traject=een.traject, by=by, on=on, ander=ander.traject.nummer,
                soort=("partner", "familie", "kind", "huishouden")[nummer % 4],
                begin=on.date() - timedelta(days=30 * nummer),
            )  # fmt: skip
            if nummer % 4 == 3:
                gezin.delen(
                    traject=ander.traject, by=by, on=on + timedelta(hours=1),
                    niet_delen_met_gezin=True,
                )  # fmt: skip

    def _op_route(self, stage: list[Opvoering]) -> list[Opvoering]:
        """Give who follows a route, and did not just move away."""
        learning = set(
            Traject.objects.filter(status=Trajectstatus.LEERROUTE.value).values_list(
                "pk", flat=True
            )
        )
        learning -= self.weg
        return [o for o in stage if o.traject and o.traject.pk in learning]

    def _roosters(self, stage: list[Opvoering]) -> None:
        """Give some cases a normal week: lessons on two mornings, and work or a child."""
        open_ = self._op_route(stage)
        for nummer, opvoering in enumerate(open_[::3]):
            by = opvoering.bezetting.klantmanager or opvoering.bezetting.besluit
            other = ROOSTERS[nummer % len(ROOSTERS)]
            for soort, dagen, begin, einde, waar in (LESSEN, other):
                roosters.toevoegen(
                    traject=opvoering.traject, by=by, on=self.nu,
                    soort=soort, dagen=dagen, begin=begin, einde=einde, waar=waar,
                    van=self.nu.date() - timedelta(days=30),
                )  # fmt: skip

    def _doelen(self, stage: list[Opvoering]) -> None:
        """Give some cases goals with a step, and a talk about who does what."""
        for nummer, opvoering in enumerate(self._op_route(stage)[::4]):
            by = opvoering.bezetting.klantmanager or opvoering.bezetting.besluit
            laatste = opvoering.leven.daden[-1].op + timedelta(hours=1)
            on = max(laatste, self.nu - timedelta(days=2, minutes=-nummer))
            domein, goal, step = DOELEN[nummer % len(DOELEN)]
            known = {
                "traject": opvoering.traject, "by": by, "domein": domein,
                "gesteld_op": on.date(),
            }  # fmt: skip
            whole = doelen.stellen(on=on, omschrijving=goal, **known).feit
            doelen.stellen(on=on, omschrijving=step, onder=whole, **known)
            voortgangsgesprek.voeren(
                traject=opvoering.traject, by=by, on=on, gevoerd_op=on.date(),
                vorm="op_kantoor", hulpbehoefte="evenveel", zelf_geld="met_hulp",
                zelf_zorg="overgenomen", zelf_kinderen="alleen",
                volgend_gesprek_op=on.date() + timedelta(weeks=13),
            )  # fmt: skip

    def _eigen_school(self, stage: list[Opvoering]) -> None:
        """Let some who pay alone choose a school, after advice; some with a loan."""
        alone = [
            o for o in self._op_route(stage)
            if o.traject and o.leven.doelgroep != Doelgroep.ASIELSTATUSHOUDER
        ]  # fmt: skip
        for nummer, opvoering in enumerate(alone[::2]):
            known = {
                "traject": opvoering.traject, "on": self.nu,
                "by": opvoering.bezetting.klantmanager or opvoering.bezetting.besluit,
            }  # fmt: skip
            since = self.dag - timedelta(days=9 + 13 * (nummer % 7))
            followed = GevolgdeUren.objects.filter(
                traject=opvoering.traject, aanbieder__isnull=False
            ).order_by("van").first()  # fmt: skip
            if followed is not None:  # the school is where the hours were
                since = followed.van
            school: dict[str, Any] = (
                {"aanbieder": followed.aanbieder, "keurmerk": "ja"} if followed
                else {"school": "Taalhoek Oost", "keurmerk": ("ja", "nee")[nummer % 2]}
            )  # fmt: skip
            schoolkeuze.vastleggen(**known, begonnen_op=since, **school)
            about, advice = ADVIEZEN[nummer % len(ADVIEZEN)]
            keuzeadvies.vastleggen(
                **known, gegeven_op=since - timedelta(days=20), onderwerp=about,
                advies=advice,
            )  # fmt: skip
            if nummer % 3 == 0:
                lening.vastleggen(
                    **known, gevraagd_op=since - timedelta(days=12),
                    uitkomst=("toegekend", "onbekend")[nummer % 2],
                )  # fmt: skip

    def _behoeften(self, stage: list[Opvoering]) -> None:
        """Say of most who are followed whether guidance is needed."""
        for nummer, opvoering in enumerate(self._op_route(stage)):
            if nummer % 4 == 3:
                continue
            outcome, words = BEHOEFTEN[nummer % 5 % len(BEHOEFTEN)]
            on = opvoering.leven.daden[0].op + timedelta(days=14)
            behoefte.vastleggen(
                traject=opvoering.traject, on=min(on, self.nu), toelichting=words,
                by=opvoering.bezetting.klantmanager or opvoering.bezetting.besluit,
                vastgesteld_op=min(on, self.nu).date(), uitkomst=outcome,
            )  # fmt: skip

    def _aandacht(self, stage: list[Opvoering]) -> None:
        """Set a flag on some files; one of them is to be looked at again by now."""
        for nummer, opvoering in enumerate(stage[3::11]):
            soort, reden = AANDACHT[nummer % len(AANDACHT)]
            on = max(self.nu - timedelta(days=40), opvoering.leven.daden[0].op)
            aandachtspunt.zetten(
                traject=opvoering.traject, on=on, soort=soort.value, reden=reden,
                by=opvoering.bezetting.klantmanager or opvoering.bezetting.besluit,
                van=on.date(), herzien_op=self.dag + timedelta(days=30 * nummer - 5),
            )  # fmt: skip

    def _talen(self, stage: list[Opvoering]) -> None:
        """Say of most people what they speak; of some also a second language."""
        for nummer, opvoering in enumerate(stage):
            language = opvoering.traject and opvoering.traject.inburgeraar.contacttaal
            if language in ("", "Engels", None) or nummer % 4 == 3:
                continue
            known = {
                "traject": opvoering.traject,
                "by": opvoering.bezetting.klantmanager or opvoering.bezetting.besluit,
                "on": min(opvoering.leven.daden[0].op + timedelta(days=3), self.nu),
            }
            reads = ("goed", "beetje", "niet")[nummer % 3]
            taal.vastleggen(
                **known, taal=language, spreken="moedertaal", lezen=reads,
                schrijven=reads,
            )  # fmt: skip
            if nummer % 3 == 0:
                taal.vastleggen(
                    **known, taal="Engels", spreken="weinig", lezen="beetje"
                )

    def _agenda(self, stage: list[Opvoering]) -> None:
        """Fill the agenda of who has cases; two appointments of before became something."""
        for wie in ("klantmanager", "collega", "zuid"):
            mine = [
                o for o in stage
                if o.traject and o.bezetting.klantmanager == self.leden[wie]
            ]  # fmt: skip
            learning = self._op_route(mine)[4:]
            new = [o for o in mine if o.traject and o.traject.status in NOG_INTAKE]
            for later, van, tot, soort, vorm, plaats in AGENDA:
                lines = new if soort == Agendasoort.INTAKE else learning
                if lines:
                    self._afspraak(
                        lines.pop(0),
                        self._werkdag(later),
                        van,
                        tot,
                        soort,
                        vorm,
                        plaats,
                    )
            self._geweest(learning[:2])

    def _werkdag(self, later: int) -> date:
        """Give the working day that many working days after today."""
        day = eerste_werkdag_vanaf(self.dag + timedelta(days=1))
        for _ in range(later):
            day = eerste_werkdag_vanaf(day + timedelta(days=1))
        return day

    def _afspraak(
        self, opvoering: Opvoering, dag: date, van: int, tot: int, soort: str, vorm: str,
        plaats: str,
    ) -> Any:  # fmt: skip
        assert opvoering.traject is not None
        who = opvoering.traject.inburgeraar
        return agendapunt.maken(
            traject=opvoering.traject, by=opvoering.bezetting.klantmanager,
            on=max(self.nu - timedelta(days=8), opvoering.leven.daden[0].op), dag=dag, begin=klok(van), einde=klok(tot),
            soort=soort, vorm=vorm, plaats=plaats,
            tolktaal=who.tolktaal,
        ).feit  # fmt: skip

    def _geweest(self, lines: list[Opvoering]) -> None:
        """One came earlier this week; of another the appointment was called off."""
        soort, vorm = Agendasoort.GESPREK, Agendavorm.KANTOOR
        for nummer, opvoering in enumerate(lines):
            known = {
                "traject": opvoering.traject,
                "by": opvoering.bezetting.klantmanager,
            }
            dag = self.dag - timedelta(days=1 + nummer)
            while is_vrije_dag(dag):
                dag -= timedelta(days=1)
            row = self._afspraak(
                opvoering, dag, 10, 11, soort, vorm, "Stadhuis, kamer 2"
            )
            on = datetime.combine(dag, klok(11, 10), HIER)
            if nummer:
                agendapunt.afzeggen(**known, on=on, id=row.pk, reden="Moest werken")
                continue
            agendapunt.afronden(
                **known, on=on, id=row.pk, gesproken_op=dag, kanaal=KANAAL[vorm].value,
                onderwerp=ONDERWERP.get(soort, "lessen"), met_wie="inburgeraar",
                uitkomst="bereikt", tekst="De lessen gaan goed.",
            )  # fmt: skip

    def _selecties(self) -> None:
        """Keep some ways to look at the lists, one of them shared."""
        for wie, lijst, naam, vraag, gedeeld in SELECTIES:
            selecties.bewaar(
                self.leden[wie], lijst, naam=naam, vraag=vraag, gedeeld=gedeeld
            )

    def _verlof(self) -> None:
        """One colleague is away this week, another goes in ten days."""
        for wie, vervanger, begin in (
            ("zuid", "teamleider", -2),
            ("klantmanager", "collega", 10),
        ):
            verlof.plannen(
                by=self.leden[wie], on=self.nu - timedelta(days=10),
                vervanger=self.leden[vervanger].gebruiker,
                van=self.nu.date() + timedelta(days=begin),
                tot_en_met=self.nu.date() + timedelta(days=begin + 13),
            )  # fmt: skip

    def _signalen(self) -> None:
        """Some of what colleagues ran into; one was answered."""
        for number, (wie, niveau, onderwerp, tekst) in enumerate(SIGNALEN):
            raised = signalen.melden(
                by=self.leden[wie], on=self.nu - timedelta(days=40 - 9 * number),
                niveau=niveau, onderwerp=onderwerp, tekst=tekst,
            ).feit  # fmt: skip
            if number == 0:
                signalen.beantwoorden(
                    by=self.leden["teamleider"], on=self.nu - timedelta(days=4),
                    signaal=raised, antwoord=ANTWOORD,
                )  # fmt: skip

    def _opmerkingen(self, stage: list[Opvoering]) -> None:
        """Let some files have what a caseworker keeps beside the name."""
        for opvoering in stage[::5]:
            tekst, labels = self.kans.choice(OPMERKINGEN)
            by = opvoering.bezetting.klantmanager or opvoering.bezetting.besluit
            opmerkingen.bijwerken(
                traject=opvoering.traject, by=by, tekst=tekst, eigen_labels=labels,
                on=opvoering.leven.daden[-1].op + timedelta(hours=2),
            )  # fmt: skip

    def _bijeenkomsten(self, stage: list[Opvoering]) -> None:
        """One PVT evening was last week, with who came and signed; one is to come."""
        by, lead = self.leden["administratie"], self.leden["teamleider"]
        begin = self.nu - timedelta(days=25)
        evening = {
            "soort": "pvt", "begin": klok(19, 0), "einde": klok(22, 0),
            "plaats": "Wijkcentrum De Linde, zaal 2", "tolk": True, "plaatsen": 16,
            "door": "Taalhuis Demostad", "uren": 3,
        }  # fmt: skip
        past, coming = (
            bijeenkomsten.plannen(
                by=by, on=begin, titel=titel, taal=taal, ondertekenen=signed,
                dag=(self.nu + timedelta(days=days)).date(), **evening,
            ).feit
            for titel, taal, signed, days in (
                ("PVT, laatste avond", "Arabisch", True, -6),
                ("PVT, avond 1", "Tigrinya", False, 12),
            )
        )  # fmt: skip
        needs = [
            o.traject
            for o in stage
            if o.traject
            and o.leven.daden[-1].op < begin
            and o.traject.status in OPEN_VOOR_PVT
            and not PVT.objects.filter(
                traject=o.traject, ondertekend_op__isnull=False
            ).exists()
        ]  # fmt: skip
        deelname.uitnodigen_veel(
            trajecten=needs[:8], by=by, on=begin, bijeenkomst=past,
            uitgenodigd_op=begin.date(), wijze="brief",
        )  # fmt: skip
        deelname.uitnodigen_veel(
            trajecten=needs[6:11], by=by, on=self.nu, bijeenkomst=coming,
            uitgenodigd_op=self.nu.date(), wijze="telefoon",
        )  # fmt: skip
        came = ("aanwezig", "aanwezig", "aanwezig", "met_bericht", "zonder_bericht")
        deelname.vastleggen_veel(
            regels=[
                deelname.Regel(row, came[n % 5], "", came[n % 5] == "aanwezig", 12)
                for n, row in enumerate(
                    past.deelnames.select_related("traject").order_by("pk")
                )
            ],
            by=lead, on=self.nu - timedelta(days=5),
        )  # fmt: skip

    def _steekproef(self, stage: list[Opvoering]) -> None:
        auditor = self.leden["auditor"]
        auditor.steekproef = sorted(o.traject.nummer for o in stage[::10] if o.traject)
        auditor.save(update_fields=["steekproef"])

    # --- Afterwards -------------------------------------------------------------------

    def stand(self) -> dict[str, Counter[str]]:
        """Count the cases by status."""
        result = {}
        for code in (DEMOSTAD, VOORBEELDWIJK):
            with gemeente(self.gemeenten[code]):
                result[code] = Counter(
                    Traject.objects.values_list("status", flat=True).order_by()
                )
        return result

    def werk_af(self) -> None:
        """Do the background work, each job at its own moment, so that letters are dated.

        Of the requests to bring the facts of a case up to date only the last one counts.
        """
        laatste: dict[Any, int] = {}
        for pk, gegevens in (
            Bericht.objects.filter(soort="feiten_bijwerken", klaar_op=None)
            .order_by("id")
            .values_list("id", "gegevens")
        ):
            laatste[gegevens["traject_id"]] = pk
        Bericht.objects.filter(soort="feiten_bijwerken", klaar_op=None).exclude(
            pk__in=laatste.values()
        ).update(klaar_op=timezone.now())
        now = timezone.localtime()
        while todo := outbox.te_doen(now, 10_000):
            moments = dict(
                Bericht.objects.filter(pk__in=todo).values_list("id", "vanaf")
            )
            with transaction.atomic():
                for bericht_id in todo:
                    outbox.voer_uit(bericht_id, timezone.localtime(moments[bericht_id]))


def _groep(testpersoon: Testpersoon) -> str:
    nationaliteit = testpersoon.persoon.nationaliteit
    return ASIEL if nationaliteit in ASIEL_NATIONALITEITEN else GEZIN


def _past(testpersoon: Testpersoon, leven: Leven) -> bool:
    """Say whether this person could have lived this life: let in, and not too old since."""
    geboren = OnvolledigeDatum.lees(testpersoon.persoon.geboortedatum)
    aow = aow_bereikt_op(geboren)
    if aow is not None and aow[0] <= leven.daden[-1].op.date():
        return False
    if leven.doelgroep != _groep(testpersoon):
        return False
    eerste = leven.met_persoon(testpersoon.persoon).daden[0]
    assert eerste.handeling == Handeling.TRAJECT_REGISTREREN
    try:
        toets_registratie(eerste.gegevens, eerste.op.date())
    except NietToegestaan:
        return False
    return True
