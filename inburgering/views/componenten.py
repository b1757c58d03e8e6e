"""The page that shows every part of the screens, filled with made-up values.

It exists while developing only: one look tells whether a change of style broke a part,
and the accessibility test walks it.
"""

import datetime as dt
from types import SimpleNamespace

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from inburgering.wet.bron import Bron, Zekerheid


VANDAAG = dt.date(2026, 11, 20)
BRON = Bron("Wi2021", "17", Zekerheid.D)


class Voorbeeldformulier(forms.Form):
    """One field of every kind."""

    groepen = (
        ("Het gesprek", ["datum", "vorm", "uren", "niveau"]),
        ("Wat is er besproken", ["onderwerpen", "notitie", "tolk", "bijlage"]),
    )

    datum = forms.DateField(
        label="Datum van het gesprek",
        help_text="Bijvoorbeeld 12-11-2026.",
        widget=forms.DateInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={"required": "Vul de datum van het gesprek in."},
    )
    vorm = forms.ChoiceField(
        label="Hoe was het contact?",
        choices=[("gesprek", "Gesprek"), ("telefoon", "Telefoon"), ("thuis", "Thuis")],
        widget=forms.RadioSelect,
        error_messages={"required": "Kies hoe het contact was."},
    )
    uren = forms.DecimalField(
        label="Lestijd",
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
        error_messages={"required": "Vul de lestijd in."},
    )
    niveau = forms.ChoiceField(
        label="Niveau", choices=[("A2", "A2"), ("B1", "B1")], required=False
    )
    onderwerpen = forms.MultipleChoiceField(
        label="Onderwerpen",
        choices=[("taal", "Taal"), ("werk", "Werk"), ("geld", "Geld en post")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    notitie = forms.CharField(
        label="Notitie",
        help_text="Schrijf wat is afgesproken. Geen diagnose en geen godsdienst.",
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Schrijf op wat is afgesproken."},
    )
    tolk = forms.BooleanField(label="Er was een tolk bij", required=False)
    bijlage = forms.FileField(label="Ondertekend stuk", required=False)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["uren"].eenheid = "uur per week"
        self.fields["vorm"].klasse = "ib-field-inline"
        self.fields[
            "datum"
        ].uitleg = "De termijn tot het volgende gesprek telt vanaf deze dag."
        self.fields["datum"].bron = BRON

    def clean(self) -> None:
        """Refuse as the law would, to show how that looks."""
        raise ValidationError(
            "Er is nog geen PIP. Stel eerst het PIP vast.", params={"bron": BRON}
        )


class Voorbeeldfilter(forms.Form):
    """The filters above a list."""

    soort = forms.ChoiceField(label="Soort taak", choices=[("", "Alle taken")])
    route = forms.ChoiceField(label="Leerroute", choices=[("", "Alle routes")])
    naam = forms.CharField(label="Naam bevat")


def _link(
    label: str, aantal: int | None = None, actief: bool = False
) -> dict[str, object]:
    return {"url": "#", "label": label, "aantal": aantal, "actief": actief}


def _taak(
    dag: dt.date, taak: str, wie: str, route: str, waarom: str = ""
) -> SimpleNamespace:
    return SimpleNamespace(dag=dag, taak=taak, wie=wie, route=route, waarom=waarom)


WERK = (
    ("Te laat", "is-negative", [
        _taak(dt.date(2026, 11, 13), "PIP vaststellen", "Yonas Tesfay", "Z-route",
              "Het PIP is besproken, de dagtekening mist"),
        _taak(dt.date(2026, 11, 18), "Voortgangsgesprek voeren", "Mariam Aziz", "Onderwijsroute"),
    ]),
    ("Deze twee weken", "is-warning", [
        _taak(dt.date(2026, 11, 29), "PIP vaststellen", "Samira Haddad", "B1-route",
              "De leerbaarheidstoets mist"),
    ]),
    ("Later", "is-neutral", [
        _taak(dt.date(2027, 2, 3), "Voortgangsgesprek voeren", "Farid Noori", "Onderwijsroute"),
        _taak(dt.date(2029, 3, 12), "Termijn loopt af", "Li Wen", "B1-route"),
    ]),
)  # fmt: skip
STAPPEN = (
    {"label": "Brede intake", "regel": "9 februari 2026", "stand": "klaar"},
    {"label": "PIP vastgesteld", "regel": "12 maart 2026", "stand": "klaar"},
    {"label": "Leerroute loopt", "regel": "384 van 600 uur", "stand": "nu"},
    {"label": "Examens", "regel": "1 van 4 gehaald", "stand": "later"},
    {"label": "Voldaan", "regel": "uiterlijk 12 maart 2029", "stand": "later"},
)
GEBEURTENISSEN = (
    {"kop": "Voortgangsgesprek plannen", "wanneer": dt.date(2026, 11, 19),
     "door": "automatisch", "toon": "is-warning"},
    {"kop": "Voortgangsgesprek gevoerd", "wanneer": dt.datetime(2026, 11, 12, 9, 30, tzinfo=dt.UTC),
     "door": "J. de Wit", "tekst": "Samira wil graag in de zorg werken. Reistijd is een zorg."},
    {"kop": "Examen Lezen gehaald", "wanneer": dt.date(2026, 6, 3),
     "door": "bericht van DUO", "toon": "is-positive"},
)  # fmt: skip
RIJEN = (
    {"label": "Inburgeringstermijn", "waarde": "13 maart 2026 tot en met 12 maart 2029",
     "wijzig_url": "#", "uitleg": "De termijn begint op de dag na de dagtekening van het eerste PIP.",
     "bron": Bron("Wi2021", "11", Zekerheid.A)},
    {"label": "Regie bij", "waarde": "J. de Wit (team Noord)", "wijzig_url": "#"},
    {"label": "Duaal traject", "waarde": "", "wijzig_url": "#"},
)  # fmt: skip


def componenten(request: HttpRequest) -> HttpResponse:
    """Show every part once."""
    return render(
        request,
        "componenten.html",
        {
            "vandaag": VANDAAG,
            "voorbeeld": Voorbeeldformulier({"naam": ""}),
            "filter": Voorbeeldfilter(),
            "regel_van_de_wet": BRON,
            "werk": WERK,
            "stappen": STAPPEN,
            "gebeurtenissen": GEBEURTENISSEN,
            "rijen": RIJEN,
            "feiten": ("Dossier 2026-00418", "geboren 14 februari 1991"),
            "kenmerken": ({"tekst": "B1-route", "toon": "is-info"},),
            "termijn": {"label": "Voortgangsgesprek", "dag": dt.date(2026, 11, 29)},
            "knoppen": (_link("Gesprek vastleggen"), _link("Notitie toevoegen")),
            "tabs": (
                _link("Overzicht", actief=True),
                _link("Brede intake"),
                _link("PIP"),
                _link("Gesprekken", 4),
                _link("Examens", 2),
                _link("Documenten", 11),
                _link("Geschiedenis"),
            ),
            "selecties": (
                _link("Mijn taken", 7, actief=True),
                _link("Mijn team", 41),
                _link("PIP bijna te laat", 12),
            ),
            "actieve_filters": ({"label": "Leerroute: Z-route", "weg_url": "#"},),
        },
    )
