"""Contact moments: when we spoke to whom, how, about what, and what came of it."""

from django.db import models

from inburgering.models.base import Feit
from inburgering.models.lijst import GedateerdeKeuze
from inburgering.wet.keuze import Keuze


class Kanaal(Keuze):
    """How there was contact."""

    TELEFOON = "telefoon", "Telefonisch"
    KANTOOR = "kantoor", "Op kantoor"
    HUISBEZOEK = "huisbezoek", "Huisbezoek"
    VIDEO = "video", "Beeldbellen"
    EMAIL = "email", "E-mail"
    BRIEF = "brief", "Brief"
    BERICHT = "bericht", "Tekstbericht"
    DERDE = "derde", "Samen met school of andere organisatie"


# Of a call or a letter it matters who began; in a room both are there.
MET_RICHTING = frozenset({Kanaal.TELEFOON, Kanaal.EMAIL, Kanaal.BRIEF, Kanaal.BERICHT})


class Richting(Keuze):
    """Who began."""

    VAN_ONS = "van_ons", "Wij"
    NAAR_ONS = "naar_ons", "De ander"


class Contactonderwerp(GedateerdeKeuze):
    """What the contact was about: a word, never a matter of health."""

    KENNISMAKING = "kennismaking", "Kennismaking"
    INTAKE = "brede_intake", "Brede intake"
    TOETS = "leerbaarheidstoets", "Leerbaarheidstoets"
    PIP = "pip", "PIP"
    LESSEN = "lessen", "Lessen en aanwezigheid"
    EXAMEN = "examen", "Examen"
    PVT_MAP = "pvt_map", "PVT of MAP"
    WERK = "werk", "Werk en participatie"
    AFSPRAAK = "afspraak", "Een gemaakte afspraak"
    ONTZORGEN = "ontzorgen", "Geldzaken en ontzorgen"
    THUIS = "thuis", "Wonen, gezin en kinderopvang"
    UITVAL = "uitval", "Uitval of dreigende uitval"
    VERHUIZING = "verhuizing", "Verhuizing of overdracht"
    TERUGMELDING = "terugmelding", "Terugmelding van een andere organisatie"
    ANDERS = "anders", "Iets anders"


class Gesprokene(Keuze):
    """Who was spoken to, or would have been."""

    INBURGERAAR = "inburgeraar", "De inburgeraar"
    FAMILIE = "familie", "Familie of iemand namens de inburgeraar"
    SCHOOL = "school", "School of docent"
    WERKGEVER = "werkgever", "Werkgever of werkplek"
    ORGANISATIE = "organisatie", "Andere organisatie"


class Contactuitkomst(Keuze):
    """What came of it."""

    BEREIKT = "bereikt", "Bereikt"
    NIET_BEREIKT = "niet_bereikt", "Niet bereikt"
    AFGEMELD = "afgemeld", "Niet verschenen, met afmelding"
    WEGGEBLEVEN = "weggebleven", "Niet verschenen, zonder afmelding"


# One can stay away from an appointment, not from a letter.
MET_VERSCHIJNEN = frozenset(
    {Kanaal.TELEFOON, Kanaal.KANTOOR, Kanaal.HUISBEZOEK, Kanaal.VIDEO, Kanaal.DERDE}
)
NIET_VERSCHENEN = frozenset({Contactuitkomst.AFGEMELD, Contactuitkomst.WEGGEBLEVEN})


class Contact(Feit):
    """One contact moment, also when nobody was there.

    ``tekst`` is for who may read notes; the rest for who may read the file.
    """

    gesproken_op = models.DateField("dag")
    kanaal = models.CharField(max_length=20, choices=Kanaal.choices())
    richting = models.CharField(
        "wie begon", max_length=10, blank=True, default="", choices=Richting.choices()
    )
    onderwerp = models.CharField(max_length=30, choices=Contactonderwerp.choices())
    met_wie = models.CharField("met wie", max_length=20, choices=Gesprokene.choices())
    uitkomst = models.CharField(max_length=20, choices=Contactuitkomst.choices())
    tolktaal = models.CharField("tolk in", max_length=40, blank=True, default="")
    tekst = models.TextField("kort verslag", blank=True, default="")

    class Meta(Feit.Meta):
        verbose_name = "contactmoment"
        verbose_name_plural = "contactmomenten"

    def __str__(self) -> str:
        return f"contact van {self.gesproken_op}"
