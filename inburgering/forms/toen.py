"""The question of looking back: what held on a day, by what was known when."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from inburgering.forms.handelingsformulier import Basisformulier
from inburgering.forms.velden import Datumveld
from inburgering.wet.kalender import voluit
from inburgering.wet.parameters import IN_WERKING


TOEKOMST = "Deze dag is er nog niet. Kies vandaag of eerder."


class Tijdveld(forms.TimeField):
    """A time of the day, as one types it."""

    widget = forms.TextInput
    klasse = "ib-field-short"
    default_error_messages = {
        "invalid": "Schrijf de tijd als uren en minuten, bijvoorbeeld 14:30."
    }


class Toen(Basisformulier):
    """Two days: the day that is looked at, and until when facts were known."""

    groepen = [
        ("Welke dag", ["op"]),
        ("Wat toen bekend was", ["bekend_op", "tijd"]),
    ]

    op = Datumveld(
        label="Hoe stond het op", vul_in="de dag waarop u terugkijkt",
        help_text="De regels van die dag gelden. Bijvoorbeeld 29-11-2025",
    )  # fmt: skip
    bekend_op = Datumveld(
        label="Volgens wat bekend was op", required=False,
        help_text="Wat later is ingevoerd of hersteld, telt niet mee. Leeg: wat nu "
        "bekend is.",
    )  # fmt: skip
    tijd = Tijdveld(
        label="Voor hoe laat", required=False,
        help_text="Bijvoorbeeld 14:30. Leeg: de hele dag.",
    )  # fmt: skip

    def __init__(self, *args: Any, vandaag: date, **kw: Any) -> None:
        """Keep today, that no day may lie after."""
        self.vandaag = vandaag
        super().__init__(*args, **kw)

    def clean_op(self) -> date:
        """Neither before the law nor to come."""
        day: date = self.cleaned_data["op"]
        if day < IN_WERKING:
            raise ValidationError(
                f"De Wet inburgering 2021 geldt vanaf {voluit(IN_WERKING)}. Kies die "
                "dag of later."
            )
        if day > self.vandaag:
            raise ValidationError(TOEKOMST)
        return day

    def clean_bekend_op(self) -> date | None:
        """Not to come."""
        day: date | None = self.cleaned_data["bekend_op"]
        if day is not None and day > self.vandaag:
            raise ValidationError(TOEKOMST)
        return day

    def clean(self) -> dict[str, Any]:
        """A time belongs to a day."""
        data = super().clean()
        if data.get("tijd") and not data.get("bekend_op") and not self.errors:
            self.add_error("bekend_op", "Vul ook de dag in bij deze tijd.")
        return data

    def moment(self) -> datetime | None:
        """Give the last moment that counts: just before the time, or the day's end."""
        day, clock = self.cleaned_data["bekend_op"], self.cleaned_data["tijd"]
        if day is None:
            return None
        if clock is None:
            return timezone.make_aware(datetime.combine(day, time.max))
        before = timezone.make_aware(datetime.combine(day, clock))
        return before - timedelta(microseconds=1)
