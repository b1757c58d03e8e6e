"""What happens around the route: guidance, money, agreements, moves, requests, sanctions.

Written onto a life after its route and before its end, with chances of its own: so the
days of the route stay what they are when something is added here.
"""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING, Any

from inburgering.levens import teksten
from inburgering.levens.leven import LAATSTE, Bijzonderheid
from inburgering.levens.marges import ASIEL, Z
from inburgering.wet.begrippen import (
    Aanleiding,
    Aanvraagsoort,
    Advies,
    Afspraakonderwerp,
    Afspraakresultaat,
    Asielrechten,
    Bezwaartegen,
    Bezwaaruitkomst,
    Doelgroep,
    Eigenaar,
    GedetailleerdeDoelgroep,
    Grondslag,
    Handhavingsbesluit,
    Lastwijze,
    RedenEindeBegeleiding,
    RedenEindeOntzorgen,
    RedenStoppen,
    Urensoort,
    Verhuissoort,
    Verwijtbaarheid,
    Verzuimoorzaak,
)
from inburgering.wet.handelingen import Handeling
from inburgering.wet.kalender import eerste_werkdag_vanaf, plus_maanden


if TYPE_CHECKING:
    from inburgering.levens.verloop import Verloop

H, X = Handeling, Bijzonderheid
DAG = timedelta(days=1)
RUIMER_SINDS = date(2023, 4, 6)  # from this day other means than paying are accepted
COLLEGA = 1  # the colleague who does the act, by the number that lives use


class Omheen:
    """What happens around the route of one life."""

    def __init__(self, verloop: "Verloop", klaar: date) -> None:
        """``klaar`` is the day on which every part is met: nothing is planned after it."""
        self.v = verloop
        self.klaar = klaar
        persoon = verloop.persoon
        self.kans = Random(
            f"{persoon.geslachtsnaam}/{persoon.geboortedatum}/{verloop.begin}"
        )

    def doe(self, dag: date, handeling: Handeling, veld: str, **gegevens: Any) -> date:
        """Write an act that was entered on the day on which it happened."""
        dag = eerste_werkdag_vanaf(dag)
        return self.v.doe(dag, handeling, **{veld: dag}, **gegevens)

    def los(self, van: int, tot: int) -> timedelta:
        """Draw a number of days."""
        return timedelta(days=self.kans.randint(van, tot))

    def valt(self, deel: float) -> bool:
        """Draw whether something happens (an assumption, no source)."""
        return self.kans.random() < deel

    def kan(self, dag: date) -> bool:
        """Say whether a day lies well before every part is met."""
        return dag + 10 * DAG < self.klaar

    # --- Guidance and money -----------------------------------------------------------

    def begeleiding(self) -> None:
        """Maatschappelijke begeleiding, from the first weeks on."""
        begin = max(self.v.klok, self.v.begin) + self.los(3, 40)
        if self.v.groep != ASIEL or not self.valt(0.8) or not self.kan(begin):
            return
        begin = self.doe(
            begin, H.BEGELEIDING_STARTEN, "begonnen_op",
            organisatie=self.kans.choice(teksten.ORGANISATIES),
        )  # fmt: skip
        if self.v.route == Z and self.v.eerste_route == Z:
            tot = begin + self.los(40, 80)
            if self.kan(tot + 20 * DAG):
                self.v.doe(
                    tot + self.los(1, 9), H.UREN_VASTLEGGEN,
                    soort=Urensoort.BEGELEIDING.value, van=begin, tot_en_met=tot,
                    uren=self.kans.randint(8, 40),
                )  # fmt: skip
        einde = begin + self.los(270, 540)
        if self.kan(einde):
            reden = self.kans.choice(list(RedenEindeBegeleiding))
            self.doe(
                einde, H.BEGELEIDING_BEEINDIGEN, "beeindigd_op", id=LAATSTE,
                reden_einde=reden.value, overdracht=self.kans.choice(teksten.OVERDRACHT),
            )  # fmt: skip

    def ontzorgen(self) -> None:
        """Fixed costs paid from the benefit, for six months."""
        begin = eerste_werkdag_vanaf(
            max(self.v.klok, self.v.begin, self.v.uitstroom or self.v.begin)
            + self.los(5, 30)
        )
        if self.v.groep != ASIEL or not self.valt(0.55) or not self.kan(begin):
            return
        wijzen = [Lastwijze.GEMEENTE, Lastwijze.GEMEENTE, Lastwijze.NIET_NODIG]
        if begin >= RUIMER_SINDS:
            wijzen.append(Lastwijze.ANDERS)
        lasten = {
            last: self.kans.choice(wijzen).value
            for last in ("huur", "energie", "zorgverzekering")
        }
        anders = Lastwijze.ANDERS.value in lasten.values()
        self.doe(
            begin, H.ONTZORGEN_STARTEN, "begonnen_op", bijstand=True, **lasten,
            reden_anders=self.kans.choice(teksten.ANDERS_BETALEN) if anders else "",
        )  # fmt: skip
        einde = plus_maanden(begin, 6) + self.los(3, 12)
        if self.kan(einde) and self.valt(0.9):
            self.doe(
                einde, H.ONTZORGEN_BEEINDIGEN, "beeindigd_op", id=LAATSTE,
                reden_einde=RedenEindeOntzorgen.TERMIJN.value,
            )  # fmt: skip

    # --- The plan ---------------------------------------------------------------------

    def afspraken(self) -> None:
        """Agreements of the plan: one is closed before the next is made."""
        dag = max(self.v.start, self.v.verstuurd_op) + self.los(3, 20)
        for _ in range(self.kans.choice((0, 1, 1, 2, 3))):
            uiterlijk = dag + self.los(60, 200)
            if not self.kan(uiterlijk + 20 * DAG):
                return
            self.doe(
                dag, H.AFSPRAAK_MAKEN, "gemaakt_op",
                onderwerp=self.kans.choice(list(Afspraakonderwerp)).value,
                grondslag=self.kans.choice(
                    (Grondslag.WI2021, Grondslag.WI2021, Grondslag.PARTICIPATIEWET)
                ).value,
                eigenaar=self.kans.choice(list(Eigenaar)).value,
                # A talk may end without agreements; an agreement always says what.
                omschrijving=self.kans.choice(teksten.AFSPRAKEN) or teksten.AFSPRAKEN[0],
                uiterlijk=uiterlijk,
            )  # fmt: skip
            klaar = uiterlijk + self.los(-20, 12)
            self.doe(
                klaar, H.AFSPRAAK_AFRONDEN, "afgerond_op", id=LAATSTE,
                resultaat=self.kans.choice(list(Afspraakresultaat)).value,
            )  # fmt: skip
            dag = klaar + self.los(5, 60)

    # --- Group and address ------------------------------------------------------------

    def groep(self) -> None:
        """DUO puts a family migrant among those with asylum rights."""
        dag = self.v.start + self.los(40, 300)
        if self.v.bijzonder != X.GROEPSWIJZIGING or not self.kan(dag):
            return
        if Z in (self.v.route, self.v.eerste_route):
            return  # hours of participation would be owed that nobody planned
        self.v.doe(
            dag + self.los(2, 9), H.GROEP_WIJZIGEN, ingang=dag,
            doelgroep=Doelgroep.ASIELSTATUSHOUDER.value,
            gedetailleerde_doelgroep=GedetailleerdeDoelgroep.ASIELSTATUSHOUDER.value,
            asielrechten=Asielrechten.TOEGEKEND.value,
        )  # fmt: skip

    def adressen(self) -> None:
        """Move within the municipality, or between reception places."""
        adres = {
            "adres": f"{self.kans.choice(teksten.STRATEN)} {self.kans.randint(1, 99)}",
            "postcode": f"1235 {self.kans.choice('ABCDEH')}{self.kans.choice('ABCDEH')}",
            "woonplaats": "Demostad",
        }
        dag = self.v.start + self.los(60, 700)
        if self.valt(0.12) and self.kan(dag):
            self.doe(
                dag, H.VERHUIZING_VASTLEGGEN, "verhuisd_op",
                soort=Verhuissoort.BINNEN.value, **adres,
            )  # fmt: skip
        if self.v.bijzonder == X.PIP_VAN_ELDERS:
            self.v.doe(
                self.v.begin + DAG, H.VERHUIZING_VASTLEGGEN,
                soort=Verhuissoort.UIT_GEMEENTE.value, verhuisd_op=self.v.begin,
                gemeente_code=self.kans.choice(teksten.GEMEENTEN),
            )  # fmt: skip
        self._opvang()

    def _opvang(self) -> None:
        if not self.v.uitstroom or not self.valt(0.2):
            return
        dag = eerste_werkdag_vanaf(self.v.begin + self.los(2, 20))
        if dag + 3 * DAG < self.v.uitstroom:
            self.doe(
                dag, H.VERHUIZING_VASTLEGGEN, "verhuisd_op",
                soort=Verhuissoort.OPVANGLOCATIE.value,
                plaats=self.kans.choice(teksten.OPVANG),
            )  # fmt: skip

    # --- Requests to DUO --------------------------------------------------------------

    def aanvraag(self) -> None:
        """Ask DUO to be exempted; for special circumstances DUO asks our advice."""
        dag = self.v.start + self.los(200, 600)
        if self.v.bijzonder != X.AANVRAAG or not self.kan(dag + 60 * DAG):
            return
        soort = Aanvraagsoort.ONTHEFFING_BIO
        if self.v.groep == ASIEL:
            soort = Aanvraagsoort.ONTHEFFING_MEDISCH
        dag = eerste_werkdag_vanaf(dag)
        bio = soort == Aanvraagsoort.ONTHEFFING_BIO
        gevraagd = eerste_werkdag_vanaf(dag + self.los(7, 20))
        self.v.doe(
            gevraagd + DAG, H.AANVRAAG_VASTLEGGEN, soort=soort.value, ingediend_op=dag,
            advies_gevraagd_op=gevraagd if bio else None,
        )  # fmt: skip
        if bio:
            self.doe(
                gevraagd + self.los(10, 30), H.AANVRAAG_ADVISEREN, "advies_op",
                id=LAATSTE, advies=self.kans.choice(list(Advies)).value,
                advies_gevraagd_op=gevraagd,
            )  # fmt: skip

    # --- Enforcement and objection ----------------------------------------------------

    def handhaving(self) -> None:
        """Somebody stays away: call, visit, help, talk; sometimes more."""
        dag = self.v.start + self.los(90, 300)
        streng = self.v.bijzonder == X.SANCTIE
        if not (streng or self.v.bijzonder == X.HANDHAVING):
            return
        if not self.kan(dag + 200 * DAG):
            return
        dag = self.doe(
            dag, H.HANDHAVING_MELDEN, "gebeurd_op",
            aanleiding=Aanleiding.VERZUIM.value, grondslag=Grondslag.WI2021.value,
            omschrijving=self.kans.choice(teksten.VERZUIM),
        )  # fmt: skip
        dag = self.doe(
            dag + self.los(3, 12), H.HANDHAVING_ONDERZOEKEN, "oorzaak_op", id=LAATSTE,
            gebeld_op=dag + DAG, bezocht_op=dag + 2 * DAG, hulp_op=dag + 3 * DAG,
            oorzaak=self.kans.choice(list(Verzuimoorzaak)).value,
            hulp=self.kans.choice(teksten.HULP),
        )  # fmt: skip
        dag = self.doe(
            dag + self.los(7, 20), H.HANDHAVING_BESPREKEN, "gesprek_op", id=LAATSTE
        )
        if not streng:
            self.doe(
                dag + self.los(10, 30), H.HANDHAVING_STOPPEN, "gestopt_op", id=LAATSTE,
                reden_stoppen=self.kans.choice(
                    (RedenStoppen.ALSNOG_NAGEKOMEN, RedenStoppen.OORZAAK_WEGGENOMEN)
                ).value,
            )  # fmt: skip
            return
        self._ladder(dag)

    def _ladder(self, dag: date) -> None:
        dag = self.doe(
            dag + self.los(14, 30), H.HANDHAVING_WAARSCHUWEN, "gewaarschuwd_op",
            id=LAATSTE,
        )  # fmt: skip
        dag = self.doe(
            dag + self.los(14, 30), H.HANDHAVING_OVERWEGEN, "overwogen_op", id=LAATSTE
        )
        dag = self.doe(
            dag + self.los(1, 6), H.HANDHAVING_OVERWEGEN, "rapport_op", id=LAATSTE,
            cautie_op=dag, cautie_taal=self.v.persoon.taal, tolk=self.valt(0.7),
            rapport_door=COLLEGA,
        )  # fmt: skip
        dag = self.doe(
            dag + self.los(10, 16), H.HANDHAVING_HOREN, "zienswijze_op", id=LAATSTE,
            zienswijze_gebruikt=True, zienswijze=self.kans.choice(teksten.ZIENSWIJZE),
        )  # fmt: skip
        asiel = self.v.groep == ASIEL
        if asiel:
            dag = self.doe(
                dag + self.los(2, 9), H.HANDHAVING_TOETSEN, "getoetst_op", id=LAATSTE,
                toets_akkoord=False, toets_uitleg=teksten.GEEN_BOETE,
            )  # fmt: skip
        besluit: dict[str, Any] = {
            "besluit": Handhavingsbesluit.GEEN.value,
            "verwijtbaarheid": Verwijtbaarheid.VERMINDERD.value,
            "draagkracht_bekeken": False,
        }
        if not asiel:
            besluit = {
                "besluit": Handhavingsbesluit.BOETE.value, "bedrag": 100,
                "verwijtbaarheid": Verwijtbaarheid.GEWOON.value,
                "draagkracht_bekeken": True,
            }  # fmt: skip
        dag = self.doe(
            dag + self.los(5, 20), H.HANDHAVING_BESLUITEN, "besluit_op", id=LAATSTE,
            motivering=teksten.MOTIVERING, **besluit,
        )  # fmt: skip
        dag = self.doe(dag + DAG, H.HANDHAVING_VERSTUREN, "verstuurd_op", id=LAATSTE)
        if "bedrag" in besluit:
            self._bezwaar(Bezwaartegen.HANDHAVING, dag)

    def bezwaar(self) -> None:
        """Somebody objects against the plan that they did not agree with."""
        dag = self.v.verstuurd_op
        if self.v.bijzonder == X.BEZWAAR:
            self._bezwaar(Bezwaartegen.PIP, dag)

    def _bezwaar(self, tegen: Bezwaartegen, verstuurd: date) -> None:
        if not self.kan(verstuurd + 120 * DAG):
            return
        dag = self.doe(
            verstuurd + self.los(5, 35), H.BEZWAAR_VASTLEGGEN, "ontvangen_op",
            tegen=tegen.value, bekend_op=verstuurd,
        )  # fmt: skip
        dag = self.doe(
            dag + self.los(10, 20), H.BEZWAAR_HOREN, "gehoord_op", id=LAATSTE
        )
        uitkomst = self.kans.choice((Bezwaaruitkomst.ONGEGROND, Bezwaaruitkomst.DEELS))
        dag = self.doe(
            dag + self.los(7, 20), H.BEZWAAR_BESLISSEN, "besloten_op", id=LAATSTE,
            uitkomst=uitkomst.value,
        )  # fmt: skip
        dag = self.doe(dag + DAG, H.BEZWAAR_VERSTUREN, "verstuurd_op", id=LAATSTE)
        if self.valt(0.5) and self.kan(dag + 200 * DAG):
            dag = self.doe(
                dag + self.los(7, 30), H.BEROEP_VASTLEGGEN, "beroep_op", id=LAATSTE
            )
            dag = self.doe(
                dag + self.los(60, 140), H.BEROEP_AFRONDEN, "uitspraak_op", id=LAATSTE,
                uitspraak=Bezwaaruitkomst.ONGEGROND.value,
            )  # fmt: skip
            self._hoger_beroep(dag)

    def _hoger_beroep(self, uitspraak: date) -> None:
        """Somebody who lost goes on, when there is time left for it."""
        if not self.kan(uitspraak + 120 * DAG):
            return
        dag = self.doe(
            uitspraak + 21 * DAG,
            H.HOGERBEROEP_VASTLEGGEN,
            "hoger_beroep_op",
            id=LAATSTE,
        )
        self.doe(
            dag + 90 * DAG, H.HOGERBEROEP_AFRONDEN, "hoger_uitspraak_op", id=LAATSTE,
            hoger_uitspraak=Bezwaaruitkomst.ONGEGROND.value,
        )  # fmt: skip


def omheen(verloop: "Verloop", klaar: date) -> None:
    """Write everything around the route of a life."""
    om = Omheen(verloop, klaar)
    for deel in DELEN:
        deel(om)


DELEN: tuple[Callable[[Omheen], None], ...] = (
    Omheen.begeleiding,
    Omheen.ontzorgen,
    Omheen.afspraken,
    Omheen.groep,
    Omheen.adressen,
    Omheen.aanvraag,
    Omheen.handhaving,
    Omheen.bezwaar,
)
# What the municipality no longer does once every part is met, beside the route.
NIET_MEER_NODIG: frozenset[Handeling] = frozenset(
    {H.AFSPRAAK_MAKEN, H.AFSPRAAK_AFRONDEN, H.BEGELEIDING_BEEINDIGEN}
)
