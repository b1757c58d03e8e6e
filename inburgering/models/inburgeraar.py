"""The person: the only table with a BSN."""

import unicodedata
import uuid

from django.conf import settings
from django.db import models

from inburgering import versleuteling
from inburgering.models.base import Zaakmodel
from inburgering.models.klank import KORTSTE, klankvorm
from inburgering.wet.begrippen import Geslacht
from inburgering.wet.keuze import Keuze


# An interpreter is needed, and nobody wrote down in which language: one must still see it.
TAAL_ONBEKEND = "taal nog onbekend"
# Letters that are no other letter with a mark on it.
ZONDER_TEKEN = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "\N{LATIN SMALL LETTER DOTLESS I}": "i",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
    }
)


class Tolkwie(Keuze):
    """Who one would rather have as an interpreter; never why."""

    VROUW = "vrouw", "Een vrouw"
    MAN = "man", "Een man"


class Tolkhoe(Keuze):
    """How the interpreter is there."""

    TELEFOON = "telefoon", "Per telefoon"
    BEELD = "beeld", "Via beeldbellen"
    AANWEZIG = "aanwezig", "In dezelfde kamer"


def zoekvorm(tekst: str) -> str:
    """Fold a name to what people type: no accents, no capitals, single spaces."""
    plain = unicodedata.normalize("NFKD", tekst)
    letters = "".join(c for c in plain if not unicodedata.combining(c)).lower()
    return " ".join(letters.translate(ZONDER_TEKEN).split())


def op_naam(getypt: str, pad: str = "") -> tuple[models.Q, models.Q]:
    """Give two conditions on a person for a name that was typed, word by word.

    The first finds what is spelled so (a part of a word is enough), the second also what
    sounds so. ``pad`` leads to the person ("traject__inburgeraar__"). Both hold for
    everybody when nothing was typed.
    """
    spelled, sounds = models.Q(), models.Q()
    for word in zoekvorm(getypt).split():
        exact = models.Q(**{f"{pad}zoeknaam__contains": word})
        heard = klankvorm(word)
        like = models.Q(**{f"{pad}klanknaam__contains": heard})
        spelled &= exact
        sounds &= exact | like if len(heard) >= KORTSTE else exact
    return spelled, sounds


def volledige_naam(voornamen: str, voorvoegsel: str, geslachtsnaam: str) -> str:
    """Write a name as one does: first names, prefix, surname."""
    return " ".join(part for part in (voornamen, voorvoegsel, geslachtsnaam) if part)


class Inburgeraar(Zaakmodel):
    """A newcomer, known to one municipality.

    ``geboortedatum`` is "jjjj-mm-dd" with "00" for what is unknown, as the BRP has it.
    BSN or V-nummer: one of the two is enough.
    """

    uuid = models.UUIDField(default=uuid.uuid4, editable=False)
    bsn_versleuteld = models.BinaryField("BSN", null=True, blank=True, editable=False)
    bsn_index = models.CharField(max_length=64, blank=True, default="", editable=False)
    v_nummer = models.CharField("V-nummer", max_length=10, blank=True, default="")
    voornamen = models.CharField(max_length=200, blank=True, default="")
    voorvoegsel = models.CharField(max_length=20, blank=True, default="")
    geslachtsnaam = models.CharField("achternaam", max_length=200)
    # What a name is found by: as it is spelled, and as it sounds (``zet_zoeknaam``).
    zoeknaam = models.CharField(max_length=420, editable=False)
    klanknaam = models.CharField(max_length=420, editable=False, blank=True, default="")
    geboortedatum = models.CharField(max_length=10)
    geslacht = models.CharField(max_length=10, choices=Geslacht.choices())
    nationaliteit = models.CharField("nationaliteit", max_length=4)
    geboorteland = models.CharField("geboorteland", max_length=4, default="0000")
    verblijfstitel = models.CharField(max_length=2, blank=True, default="")
    geheim_adres = models.BooleanField("adres is geheim", default=False)
    adres = models.CharField(
        "straat en huisnummer", max_length=120, blank=True, default=""
    )
    postcode = models.CharField(max_length=7, blank=True, default="")
    woonplaats = models.CharField(max_length=80, blank=True, default="")
    opvanglocatie = models.CharField(max_length=120, blank=True, default="")
    telefoon = models.CharField("telefoonnummer", max_length=20, blank=True, default="")
    email = models.EmailField("e-mailadres", blank=True, default="")
    contacttaal = models.CharField(
        "taal van het gesprek", max_length=40, blank=True, default=""
    )
    # A decision is in Dutch; this is of the summary that goes with it.
    brieftaal = models.CharField(
        "taal bij brieven", max_length=40, blank=True, default=""
    )
    tolk_nodig = models.BooleanField(default=False)
    tolk_wie = models.CharField(
        "wie tolkt het liefst", max_length=10, choices=Tolkwie.choices(), blank=True,
        default="",
    )  # fmt: skip
    tolk_hoe = models.CharField(
        "hoe tolken het liefst", max_length=10, choices=Tolkhoe.choices(), blank=True,
        default="",
    )  # fmt: skip
    niet_delen_met_gezin = models.BooleanField("niet delen met gezin", default=False)
    overleden_op = models.DateField("overleden op", null=True, blank=True)
    # What was known of somebody under a second case, before the two became one.
    samengevoegd = models.BooleanField(default=False, editable=False)

    class Meta(Zaakmodel.Meta):
        verbose_name = "inburgeraar"
        indexes = [
            models.Index(fields=["gemeente", "zoeknaam"], name="inburgeraar_zoeknaam"),
            models.Index(
                fields=["gemeente", "geboortedatum"], name="inburgeraar_geboren"
            ),
            # For people who are alike or live together; whoever has none is not in them.
            models.Index(
                fields=["gemeente", "postcode"],
                condition=~models.Q(postcode=""),
                name="inburgeraar_postcode",
            ),
            models.Index(
                fields=["gemeente", "telefoon"],
                condition=~models.Q(telefoon=""),
                name="inburgeraar_telefoon",
            ),
            models.Index(
                fields=["gemeente", "email"],
                condition=~models.Q(email=""),
                name="inburgeraar_email",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["gemeente", "bsn_index"],
                condition=~models.Q(bsn_index="") & models.Q(samengevoegd=False),
                name="inburgeraar_bsn_uniek",
            ),
            models.UniqueConstraint(
                fields=["gemeente", "v_nummer"],
                condition=~models.Q(v_nummer="") & models.Q(samengevoegd=False),
                name="inburgeraar_vnummer_uniek",
            ),
            models.CheckConstraint(
                condition=~models.Q(bsn_index="") | ~models.Q(v_nummer=""),
                name="inburgeraar_bsn_of_vnummer",
            ),
        ]

    def __str__(self) -> str:
        return self.naam

    @property
    def naam(self) -> str:
        """The name as one writes it."""
        return volledige_naam(self.voornamen, self.voorvoegsel, self.geslachtsnaam)

    @property
    def leestaal(self) -> str:
        """The language of what goes with a letter."""
        return self.brieftaal or self.contacttaal

    @property
    def tolktaal(self) -> str:
        """The language of the interpreter that a talk needs; "" when it needs none."""
        return (self.contacttaal or TAAL_ONBEKEND) if self.tolk_nodig else ""

    @property
    def tolkwens(self) -> str:
        """How an interpreter is preferred, in words; "" when that does not matter."""
        wishes = (self.get_tolk_wie_display(), self.get_tolk_hoe_display())
        return ", ".join(wish for wish in wishes if wish).lower()

    def zet_zoeknaam(self) -> None:
        """Keep what the name is found by."""
        plain = zoekvorm(self.naam)
        self.zoeknaam, self.klanknaam = plain[:420], klankvorm(plain)[:420]

    @property
    def _rij(self) -> str:
        return f"{self.gemeente_id}:{self.uuid}"

    def zet_bsn(self, bsn: str) -> None:
        """Keep a BSN, encrypted for this very row."""
        self.bsn_versleuteld = versleuteling.versleutel(
            bsn, rij=self._rij, sleutels=settings.BSN_SLEUTELS
        )
        self.bsn_index = bsn_index(bsn, self.gemeente_id)

    def lees_bsn(self) -> str:
        """Give the BSN in the clear; whoever calls this logs it. Empty when unknown."""
        if not self.bsn_versleuteld:
            return ""
        return versleuteling.ontsleutel(
            bytes(self.bsn_versleuteld), rij=self._rij, sleutels=settings.BSN_SLEUTELS
        )


def bsn_index(bsn: str, gemeente_code: str) -> str:
    """Give the blind index with which a BSN is found inside one municipality."""
    return versleuteling.zoekindex(
        bsn, gemeente=gemeente_code, sleutel=settings.BSN_ZOEKSLEUTEL
    )
