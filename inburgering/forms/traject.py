"""Forms around the case itself: registering, completing, closing, reopening, assigning."""

from datetime import date
from functools import lru_cache
from typing import Any, cast

from django import forms
from django.db import connection
from django.http import QueryDict

from inburgering.authorization.roles import Rol
from inburgering.forms.handelingsformulier import (
    Basisformulier,
    Handelingsformulier,
)
from inburgering.forms.velden import (
    Bsnveld,
    Datumveld,
    Keuzeveld,
    OnvolledigeDatumveld,
    Rijveld,
    Tekstveld,
    Vnummerveld,
)
from inburgering.integrations import landelijke_tabellen
from inburgering.models.gebruiker import Gebruiker, Lidmaatschap, Team
from inburgering.models.gemeente import huidige_gemeente
from inburgering.models.inburgeraar import Inburgeraar, Tolkhoe, Tolkwie
from inburgering.wet.begrippen import (
    Doelgroep,
    GedetailleerdeDoelgroep,
    Geslacht,
    RedenAfsluiting,
    Verblijfsituatie,
    Volggrond,
)


def tabelkeuze(
    naam: str, dag: date, *, verplicht: bool, label: str, ook: str = ""
) -> Keuzeveld:
    """A list from a national table, as it holds on a day, with the code one has."""
    choices = landelijke_tabellen.keuzes(naam, dag)
    if ook and ook not in dict(choices):
        choices = [(ook, landelijke_tabellen.omschrijving(naam, ook)), *choices]
    return Keuzeveld(
        choices, lijst=True, required=verplicht, label=label,
        vul_in=f"de {label.lower()}",
    )  # fmt: skip


def tabelvelden(dag: date, persoon: Inburgeraar | None = None) -> dict[str, Keuzeveld]:
    """Give the lists of the national tables as they hold on a day."""
    return {
        name: tabelkeuze(
            table, dag, verplicht=required, label=label,
            ook=getattr(persoon, name, ""),
        )
        for name, table, required, label in (
            ("nationaliteit", "nationaliteit", True, "Nationaliteit"),
            ("geboorteland", "land", False, "Geboorteland"),
            ("verblijfstitel", "verblijfstitel", False, "Verblijfstitel"),
        )
    }  # fmt: skip


TALEN_EN_TOLK = (
    "In welke taal?",
    ["contacttaal", "brieftaal", "tolk_nodig", "tolk_wie", "tolk_hoe"],
)


class PersoonMixin(Basisformulier):
    """Who it is, where they live and how to reach them."""

    bsn = Bsnveld(required=False)
    bsn.voorwaardelijk = True
    v_nummer = Vnummerveld(required=False)
    v_nummer.voorwaardelijk = True
    voornamen = Tekstveld(required=False)
    voorvoegsel = Tekstveld(required=False, max_length=20)
    voorvoegsel.klasse = "ib-field-short"
    geslachtsnaam = Tekstveld(label="Achternaam", vul_in="de achternaam")
    geboortedatum = OnvolledigeDatumveld(vul_in="de geboortedatum")
    geslacht = Keuzeveld(Geslacht, vul_in="het geslacht zoals in de BRP")
    verblijfsituatie = Keuzeveld(
        Verblijfsituatie,
        label="Waar verblijft deze persoon nu?",
        vul_in="waar deze persoon nu verblijft",
    )
    opvanglocatie = Tekstveld(label="Opvanglocatie", required=False, max_length=120)
    adres = Tekstveld(label="Straat en huisnummer", required=False, max_length=120)
    postcode = Tekstveld(required=False, max_length=7)
    postcode.klasse = "ib-field-short"
    woonplaats = Tekstveld(required=False, max_length=80)
    geheim_adres = forms.BooleanField(
        label="Het adres is geheim (staat dan nergens op het scherm)", required=False
    )
    telefoon = Tekstveld(label="Telefoonnummer", required=False, max_length=20)
    email = forms.EmailField(
        label="E-mailadres",
        required=False,
        error_messages={
            "invalid": "Dit is geen e-mailadres. Bijvoorbeeld naam@voorbeeld.nl"
        },
    )
    contacttaal = Tekstveld(label="Taal van het gesprek", required=False, max_length=40)
    brieftaal = Tekstveld(
        label="Taal bij brieven", required=False, max_length=40,
        help_text="De brief blijft in het Nederlands; de samenvatting erbij is in deze "
        "taal. Leeg: de taal van het gesprek.",
    )  # fmt: skip
    tolk_nodig = forms.BooleanField(label="Er is een tolk nodig", required=False)
    tolk_wie = Keuzeveld(
        Tolkwie, lijst=True, required=False, label="Wie tolkt het liefst?",
        leeg="Maakt niet uit",
    )  # fmt: skip
    tolk_hoe = Keuzeveld(
        Tolkhoe, lijst=True, required=False, label="Hoe is de tolk er het liefst bij?",
        leeg="Maakt niet uit",
    )  # fmt: skip


class DatumsMixin(Basisformulier):
    """Whether there is a duty, and the dates that start it and the clock of ten weeks."""

    volggrond = Keuzeveld(
        Volggrond,
        label="Is er een plicht?",
        vul_in="of er een plicht is",
        help_text="Wie niet plichtig is, volgt u zonder termijn, zonder PIP en zonder boete "
        "(niet bevestigd).",
    )
    volggrond.initial = Volggrond.PLICHT.value
    volggrond.required = False  # not said is as it was: at first a duty
    volggrond.voorwaardelijk = True

    datum_plicht = Datumveld(
        label="Eerste dag van de inburgeringsplicht",
        required=False,
        vul_in="de eerste dag van de plicht",
    )
    datum_kennisgeving = Datumveld(
        label="Dagtekening kennisgeving van DUO",
        required=False,
        help_text="Laat leeg als DUO nog niets stuurde. De tijd voor het PIP begint dan "
        "nog niet.",
    )
    datum_koppeling = Datumveld(
        label="Gekoppeld aan deze gemeente door het COA", required=False
    )
    datum_uitstroom = Datumveld(label="Opvang verlaten op", required=False)
    datum_inschrijving = Datumveld(
        label="Ingeschreven in deze gemeente (BRP)", required=False
    )

    def clean(self) -> dict[str, Any]:
        """Leave out what was not said about the duty."""
        data = super().clean()
        if not data.get("volggrond"):
            data.pop("volggrond", None)
        return data


class Registreren(PersoonMixin, DatumsMixin, Handelingsformulier):
    """Register a person. BSN or V-nummer: one of the two is enough."""

    knop = "Registreren"
    inleiding = "Alleen wat u nu weet is nodig. Wat later bekend wordt, vult u aan op het dossier."
    groepen = [
        (
            "Wie is het?",
            [
                "bsn", "v_nummer", "voornamen", "voorvoegsel", "geslachtsnaam",
                "geboortedatum", "geslacht", "nationaliteit", "geboorteland",
            ],
        ),
        (
            "Waarom volgt de gemeente deze persoon?",
            ["volggrond", "doelgroep", "gedetailleerde_doelgroep", "verblijfstitel",
             "datum_plicht", "datum_kennisgeving"],
        ),
        (
            "Waar verblijft deze persoon?",
            [
                "verblijfsituatie", "opvanglocatie", "datum_koppeling",
                "datum_uitstroom", "datum_inschrijving", "adres", "postcode",
                "woonplaats", "geheim_adres",
            ],
        ),
        (
            "Hoe bereikt u deze persoon?",
            ["telefoon", "email"],
        ),
        TALEN_EN_TOLK,
    ]  # fmt: skip

    # Which people one says this is not: their mark, as the warning gives it.
    iemand_anders = forms.CharField(
        label="Dit is iemand anders dan wie hierboven staat", required=False, max_length=16,
        widget=forms.HiddenInput,
    )  # fmt: skip
    doelgroep = Keuzeveld(Doelgroep, vul_in="de doelgroep")
    gedetailleerde_doelgroep = Keuzeveld(
        GedetailleerdeDoelgroep,
        lijst=True,
        required=False,
        label="Doelgroep volgens DUO",
    )

    def inrichten(self) -> None:
        """Fill the lists of the national tables as they hold today."""
        self.fields |= tabelvelden(self.vandaag)

    def vraag_wie(self, kenmerk: str) -> None:
        """Ask first whether this is somebody else than the people who are alike."""
        field = self.fields["iemand_anders"]
        field.widget = forms.CheckboxInput({"value": kenmerk})
        # An answer about other people is no answer.
        self.data = cast("QueryDict", self.data).copy()
        self.data.pop("iemand_anders", None)
        group = ("Uw keuze", ["iemand_anders"])
        self.groepen = [group, *type(self).groepen]

    def clean(self) -> dict[str, Any]:
        """Demand a number by which the person is known."""
        data = super().clean()
        missing = not data.get("bsn") and not data.get("v_nummer")
        if missing and not {"bsn", "v_nummer"} & set(self.errors):
            self.add_error(
                "bsn", "Vul het BSN in, of het V-nummer als er nog geen BSN is."
            )
        return data


class Aanvullen(PersoonMixin, DatumsMixin, Handelingsformulier):
    """Complete the registration with what came in later."""

    knop = "Opslaan"
    inleiding = (
        "Vul in wat er sinds de registratie bekend is geworden. Een verhuizing en een "
        "andere groep legt u met een eigen handeling vast, met de dag erbij."
    )
    groepen = [
        ("Kennisgeving en vestiging", [
            "volggrond", "datum_plicht", "datum_kennisgeving", "datum_koppeling", "verblijfsituatie",
            "opvanglocatie", "datum_uitstroom", "datum_inschrijving",
            "informatie_derden_nodig", "informatie_derden_op",
        ]),
        ("Adres en bereikbaarheid", [
            "adres", "postcode", "woonplaats", "geheim_adres", "telefoon", "email",
        ]),
        TALEN_EN_TOLK,
        ("Persoon", [
            "bsn", "v_nummer", "voornamen", "voorvoegsel", "geslachtsnaam",
            "geboortedatum", "geslacht", "nationaliteit", "geboorteland",
            "overleden_op",
        ]),
        ("Verblijf en doelgroep", ["gedetailleerde_doelgroep", "verblijfstitel"]),
    ]  # fmt: skip

    gedetailleerde_doelgroep = Keuzeveld(
        GedetailleerdeDoelgroep,
        lijst=True,
        required=False,
        label="Doelgroep volgens DUO",
    )
    informatie_derden_nodig = forms.BooleanField(
        label="Voor het PIP is informatie van derden nodig", required=False
    )
    informatie_derden_op = Datumveld(
        label="Informatie van derden ontvangen op", required=False
    )
    overleden_op = Datumveld(label="Overleden op", required=False)

    def inrichten(self) -> None:
        """A BSN that is known is never shown; one can only replace it."""
        assert self.dossier is not None
        persoon = self.dossier.traject.inburgeraar
        self.fields |= tabelvelden(self.vandaag, persoon)
        if persoon.bsn_index:
            self.fields["bsn"].label = "Ander BSN"
            self.fields[
                "bsn"
            ].help_text = "Er is een BSN bekend. Vul alleen iets in als dat niet klopt."

    def beginwaarden(self) -> dict[str, Any]:
        """Show what is known of the person and the case."""
        assert self.dossier is not None
        traject = self.dossier.traject
        persoon = traject.inburgeraar
        values = {}
        for name in self.fields:
            for bron in (traject, persoon):
                if hasattr(bron, name):
                    values[name] = getattr(bron, name)
        if persoon.geheim_adres:
            values |= {"adres": "", "postcode": "", "woonplaats": ""}
        return values


class Afsluiten(Handelingsformulier):
    """Close the file."""

    knop = "Dossier afsluiten"
    inleiding = (
        "Na het afsluiten kunt u alleen nog lezen. Heropenen kan, met een reden."
    )
    afgesloten_op = Datumveld(label="Afgesloten op", vul_in="de datum van afsluiten")
    reden = Keuzeveld(RedenAfsluiting, vul_in="de reden van afsluiten")
    toelichting = Tekstveld(groot=True, required=False)

    def beginwaarden(self) -> dict[str, Any]:
        """Closing happens today unless somebody says otherwise."""
        return {"afgesloten_op": self.vandaag}


class Heropenen(Handelingsformulier):
    """Open a closed file again."""

    knop = "Dossier heropenen"
    toont = [("Afgesloten op", "afgesloten_op"), ("Reden", "reden")]
    heropend_op = Datumveld(label="Heropend op", vul_in="de datum van heropenen")
    reden_heropening = Tekstveld(
        groot=True, label="Waarom heropent u dit dossier?", vul_in="de reden"
    )

    def beginwaarden(self) -> dict[str, Any]:
        """Reopening happens today."""
        return {"heropend_op": self.vandaag}


KLANTMANAGERS = (Rol.KLANTMANAGER, Rol.TEAMLEIDER)
BEGELEIDERS = (Rol.EXTERNE_BEGELEIDER,)


def collegas(dag: date, rollen: tuple[Rol, ...]) -> Any:
    """Give who has one of these roles in this municipality on a day."""
    members = Lidmaatschap.objects.geldig_op(dag).filter(
        gemeente=huidige_gemeente(), rol__in=[rol.value for rol in rollen]
    )
    return Gebruiker.objects.filter(pk__in=members.values("gebruiker"))


@lru_cache(maxsize=256)
def _names_of(
    gemeente_code: str, dag: date, rollen: tuple[Rol, ...]
) -> tuple[str, tuple[Any, ...]]:
    """Write the question for the names once a day; only the SQL is kept."""
    rows = collegas(dag, rollen).values_list("pk", "naam")
    return rows.query.sql_with_params()


def namen(dag: date, rollen: tuple[Rol, ...]) -> list[tuple[str, str]]:
    """Give the same colleagues as choices of a list: a key and a name, no more."""
    with connection.cursor() as cursor:
        cursor.execute(*_names_of(huidige_gemeente().pk, dag, rollen))
        return [(str(key), name) for key, name in cursor.fetchall()]


class Toewijzen(Handelingsformulier):
    """Give the case to a colleague."""

    knop = "Toewijzen"
    inleiding = "Wie hier staat, ziet dit dossier bovenaan in de eigen werkvoorraad."

    def inrichten(self) -> None:
        """Offer the colleagues and teams of this municipality."""
        self.fields["klantmanager"] = Rijveld(
            queryset=collegas(self.vandaag, KLANTMANAGERS), required=False,
            empty_label="Niemand",
        )  # fmt: skip
        self.fields["team"] = Rijveld(
            queryset=Team.objects.all(), required=False, empty_label="Geen team",
            help_text="Zonder team ziet elk team dit dossier.",
        )  # fmt: skip
        self.fields["begeleider"] = Rijveld(
            queryset=collegas(self.vandaag, BEGELEIDERS), required=False,
            label="Externe begeleider", empty_label="Niemand",
            help_text="Iemand van buiten de gemeente, die alleen dit dossier ziet.",
        )  # fmt: skip

    def beginwaarden(self) -> dict[str, Any]:
        """Who has it now."""
        assert self.dossier is not None
        traject = self.dossier.traject
        return {
            "klantmanager": traject.klantmanager_id,
            "team": traject.team_id,
            "begeleider": traject.begeleider_id,
        }

    def gegevens(self) -> dict[str, Any]:
        """Give the team by its id."""
        values = super().gegevens()
        team = values.pop("team")
        return values | {"team_id": team.pk if team else None}
