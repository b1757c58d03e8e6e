"""Form of leave."""

from datetime import date, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Q

from inburgering.authorization.checks import scope
from inburgering.authorization.roles import Bereik
from inburgering.forms.handelingsformulier import Basisformulier
from inburgering.forms.traject import KLANTMANAGERS, collegas
from inburgering.forms.velden import Datumveld, Rijveld
from inburgering.forms.werkformulier import Werkformulier
from inburgering.models.gebruiker import Lidmaatschap


HOOGSTENS = timedelta(days=366)


class Sinds(Basisformulier):
    """From which day one wants to know what changed."""

    dag = Datumveld(label="Sinds", required=False)

    def __init__(self, *args: Any, vandaag: date, **kw: Any) -> None:
        """Keep today, that the day may not lie after."""
        self.vandaag = vandaag
        super().__init__(*args, **kw)

    def clean_dag(self) -> date | None:
        """Neither to come nor longer ago than such a list is of use."""
        day: date | None = self.cleaned_data["dag"]
        if day and day > self.vandaag:
            raise ValidationError("Deze dag is er nog niet. Kies vandaag of eerder.")
        if day and day < self.vandaag - HOOGSTENS:
            raise ValidationError(
                "Dit is te lang geleden. Kijk in het dossier zelf, onder Geschiedenis."
            )
        return day


class Plannen(Werkformulier):
    """Plan leave; who leads also plans it for a colleague."""

    knop = "Verlof plannen"
    inleiding = (
        "Uw vervanger ziet in die dagen uw werkvoorraad. Schrijf nergens waarom iemand "
        "weg is: dat hoeft niemand te weten."
    )
    gepland = ("tot_en_met",)
    begin_en_einde = (("van", "tot_en_met"),)
    van = Datumveld(label="Eerste dag", vul_in="de eerste dag")
    tot_en_met = Datumveld(label="Laatste dag", vul_in="de laatste dag")

    def __init__(self, *args: Any, lid: Lidmaatschap, leidt: bool, **kw: Any) -> None:
        """Take for whom one may plan."""
        self.lid, self.leidt = lid, leidt
        super().__init__(*args, dossier=None, **kw)

    def _can_replace(self, people: Any) -> Any:
        """Leave out who could not open the files; who leads plans for any team."""
        if self.leidt:
            return people
        whole = [rol.value for rol in KLANTMANAGERS if scope(rol) is Bereik.GEMEENTE]
        reach = Q(rol__in=whole) | Q(team=None) | Q(team=self.lid.team_id)
        members = Lidmaatschap.objects.geldig_op(self.vandaag).filter(
            reach, gemeente=self.lid.gemeente_id,
            rol__in=[rol.value for rol in KLANTMANAGERS],
        )  # fmt: skip
        found = people.filter(pk__in=members.values("gebruiker"))
        return found.exclude(pk=self.lid.gebruiker_id)

    def inrichten(self) -> None:
        """Offer the colleagues who may have cases; a team sees its own cases only."""
        people = collegas(self.vandaag, KLANTMANAGERS)
        if self.leidt:
            self.fields["gebruiker"] = Rijveld(
                queryset=people, required=False, label="Voor wie?",
                empty_label="Voor mijzelf",
            )  # fmt: skip
        self.fields["vervanger"] = Rijveld(
            queryset=self._can_replace(people),
            label="Wie vervangt?", vul_in="wie vervangt",
            help_text="Kies iemand die uw dossiers mag zien, bij voorkeur met mandaat.",
        )  # fmt: skip


class Intrekken(Werkformulier):
    """Take leave back."""

    knop = "Verlof intrekken"


class Terugzetten(Werkformulier):
    """Put leave back."""

    knop = "Verlof terugzetten"
