"""Fields that speak plain Dutch and take what people type."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from stdnum.nl import bsn as elfproef

from inburgering.beschikkingen import onzetbaar
from inburgering.forms.weergave import Keuzelijst
from inburgering.wet.begrippen import Herkomst
from inburgering.wet.keuze import Keuze
from inburgering.wet.lestijden import PER_DAG, op_volgorde


DAG = re.compile(r"^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$")
ISO_DAG = re.compile(r"^(\d{4})-(\d{2})-(\d{2})$")
TIJD = re.compile(r"^(\d{1,2})(?:[:.uU](\d{2})|[uU])?(?: ?uur)?$", re.ASCII)
VROEGSTE_JAAR = 1900
# No term of the law reaches so far; the calendar of the computer ends, and terms are
# counted on from what was typed.
LAATSTE_JAAR = 2199


def _parts(tekst: str) -> tuple[int, int, int]:
    """Read day, month and year from d-m-jjjj or jjjj-mm-dd."""
    if match := DAG.match(tekst):
        day, month, year = (int(part) for part in match.groups())
        return day, month, year
    if match := ISO_DAG.match(tekst):
        year, month, day = (int(part) for part in match.groups())
        return day, month, year
    raise ValidationError(
        "Schrijf de datum als dag-maand-jaar, bijvoorbeeld 29-11-2026."
    )


def _check_year(jaar: int) -> None:
    if not VROEGSTE_JAAR <= jaar <= LAATSTE_JAAR:
        raise ValidationError(f"Het jaar {jaar} kan niet kloppen.")


def _clean_text(value: Any) -> str:
    return " ".join(str(value or "").split())


# What begins a clause: such words come after the whole verb.
BIJZIN = re.compile(
    r"(bij|hoe|met|of|op|sinds|tot|vanaf|waar\w*|wanneer|wat|welke|wie)\b"
)


def vul_in_zin(woorden: str) -> str:
    """Say what to fill in: "Vul de reden in." or "Vul in waarom u dit besluit."."""
    if BIJZIN.match(woorden):
        return f"Vul in {woorden}."
    return f"Vul {woorden} in."


def _past_in_brief(tekst: str) -> None:
    if strange := onzetbaar(tekst):
        raise ValidationError(
            "Dit kan niet in een brief staan: %(woorden)s. Schrijf het met gewone letters.",
            params={"woorden": ", ".join(strange)[:60]},
        )


class Tekstveld(forms.CharField):
    """One line or a block of text; ``vul_in`` are the words of ``vul_in_zin``.

    ``in_brief``: it comes in a letter, so what a letter cannot show is refused here.
    """

    def __init__(
        self,
        *,
        vul_in: str = "",
        groot: bool = False,
        in_brief: bool = False,
        **kw: Any,
    ) -> None:
        """Take words for the error, and whether it is a block of text."""
        if groot:
            kw.setdefault("widget", forms.Textarea(attrs={"rows": 5}))
            kw.setdefault("max_length", 10_000)
        kw.setdefault("max_length", 200)
        super().__init__(**kw)
        self.in_brief = in_brief
        words = vul_in or str(self.label or "dit veld").lower()
        self.error_messages["required"] = vul_in_zin(words)
        self.error_messages["max_length"] = (
            "Deze tekst is te lang: hoogstens %(limit_value)d tekens, nu %(show_value)d."
        )
        self.error_messages["null_characters_not_allowed"] = (
            "In deze tekst staat een teken dat niet kan worden bewaard."
        )

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Let the field take all that is pasted: a browser that knows the longest length
        cuts off the end without a word, and here it is told what is too long."""
        attrs = super().widget_attrs(widget)
        attrs.pop("maxlength", None)
        return attrs

    def run_validators(self, value: Any) -> None:
        """Try in a letter only what is otherwise good: a text that is too long is not."""
        super().run_validators(value)
        if self.in_brief and value not in self.empty_values:
            _past_in_brief(value)


class Tolkveld(Tekstveld):
    """In which language there is an interpreter; empty: there is none."""

    def __init__(self, *, was: bool = True) -> None:
        """Ask it of a talk that was held (``was``), or of one to come."""
        super().__init__(
            label="Tolk in welke taal?", required=False, max_length=40,
            help_text=f"Leeg als er geen tolk bij {'was' if was else 'is'}.",
        )  # fmt: skip


class Datumveld(forms.Field):
    """One text field, dd-mm-jjjj; gives a ``date``."""

    widget = forms.TextInput
    klasse = "ib-field-short"

    def __init__(self, *, vul_in: str = "", **kw: Any) -> None:
        """Take the words of ``vul_in_zin``."""
        kw.setdefault("help_text", "Bijvoorbeeld 29-11-2026")
        super().__init__(**kw)
        words = vul_in or f"de datum ({str(self.label or '').lower()})"
        self.error_messages["required"] = vul_in_zin(words)
        self.widget.attrs.update({"inputmode": "numeric", "autocomplete": "off"})

    def prepare_value(self, value: Any) -> Any:
        """Show a stored date the way it is typed."""
        return f"{value:%d-%m-%Y}" if isinstance(value, date) else value

    def to_python(self, value: Any) -> date | None:
        """Read a date. Raises ``ValidationError`` for a day that does not exist."""
        if isinstance(value, date):
            return value
        if not (text := _clean_text(value)):
            return None
        day, month, year = _parts(text)
        try:
            read = date(year, month, day)
        except ValueError:
            raise ValidationError(f"{text} bestaat niet in de kalender.") from None
        _check_year(read.year)
        return read


class OnvolledigeDatumveld(Datumveld):
    """A birth date in which day, month or year may be unknown; gives "jjjj-mm-dd"."""

    def __init__(self, **kw: Any) -> None:
        """Explain how to write what is unknown."""
        kw.setdefault(
            "help_text",
            "Bijvoorbeeld 14-02-1991. Is een deel onbekend, vul dan nullen in: 00-00-1968.",
        )
        super().__init__(**kw)

    def prepare_value(self, value: Any) -> Any:
        """Show a stored birth date the way it is typed."""
        if isinstance(value, str) and ISO_DAG.match(value):
            year, month, day = value.split("-")
            return f"{day}-{month}-{year}"
        return value

    def to_python(self, value: Any) -> Any:
        """Read a birth date with unknown parts as zeros."""
        if not (text := _clean_text(value)):
            return ""
        day, month, year = _parts(text)
        if month == 0 and day != 0:
            raise ValidationError(
                "Als de maand onbekend is, is de dag dat ook: 00-00-jjjj."
            )
        if year == 0 and (month or day):
            raise ValidationError("Als het jaar onbekend is, vul dan 00-00-0000 in.")
        if year:
            _check_year(year)
        try:
            date(year or 2000, month or 1, day or 1)
        except ValueError:
            raise ValidationError(f"{text} bestaat niet in de kalender.") from None
        return f"{year:04d}-{month:02d}-{day:02d}"


class Tijdveld(forms.Field):
    """A time of the day as people type it (19:30, 19.30, 19u30, 19); gives a ``time``."""

    widget = forms.TextInput
    klasse = "ib-field-short"

    def __init__(self, *, vul_in: str = "", **kw: Any) -> None:
        """Take the words of ``vul_in_zin``."""
        kw.setdefault("help_text", "Bijvoorbeeld 19:30")
        super().__init__(**kw)
        words = vul_in or f"de tijd ({str(self.label or '').lower()})"
        self.error_messages["required"] = vul_in_zin(words)
        self.widget.attrs.update({"inputmode": "numeric", "autocomplete": "off"})

    def prepare_value(self, value: Any) -> Any:
        """Show a stored time the way it is typed."""
        return f"{value:%H:%M}" if isinstance(value, time) else value

    def to_python(self, value: Any) -> time | None:
        """Read a time. Raises ``ValidationError`` for one that is not on the clock."""
        if isinstance(value, time):
            return value
        if not (text := _clean_text(value)):
            return None
        match = TIJD.match(text)
        if match is None:
            raise ValidationError(
                "Schrijf de tijd als uren en minuten, bijvoorbeeld 19:30."
            )
        hours, minutes = int(match[1]), int(match[2] or 0)
        if hours > 23 or minutes > 59:
            raise ValidationError(f"{text} staat niet op de klok.")
        return time(hours, minutes)


class Bsnveld(forms.Field):
    """A BSN, checked with the 11-proef; gives nine digits."""

    klasse = "ib-field-short"

    def __init__(self, **kw: Any) -> None:
        """Nine digits, typed with or without dots and spaces."""
        kw.setdefault("label", "BSN")
        kw.setdefault("help_text", "9 cijfers")
        super().__init__(**kw)
        self.error_messages["required"] = "Vul het BSN in."
        self.widget.attrs.update({"inputmode": "numeric", "autocomplete": "off"})

    def to_python(self, value: Any) -> str:
        """Read a BSN. Raises ``ValidationError`` when the 11-proef fails."""
        digits = re.sub(r"[\s.\-]", "", str(value or ""))
        if not digits:
            return ""
        if not digits.isascii() or not digits.isdigit() or len(digits) not in (8, 9):
            raise ValidationError("Een BSN heeft 9 cijfers. Controleer het nummer.")
        digits = digits.zfill(9)
        if not elfproef.is_valid(digits):
            raise ValidationError(
                "Dit BSN kan niet kloppen (de controle van de cijfers faalt). "
                "Kijk of er een cijfer is verwisseld."
            )
        return digits


class Vnummerveld(forms.Field):
    """A V-nummer of ten digits."""

    klasse = "ib-field-short"

    def __init__(self, **kw: Any) -> None:
        """Ten digits."""
        kw.setdefault("label", "V-nummer")
        kw.setdefault("help_text", "10 cijfers, van de IND")
        super().__init__(**kw)
        self.widget.attrs.update({"inputmode": "numeric", "autocomplete": "off"})

    def to_python(self, value: Any) -> str:
        """Read a V-nummer."""
        digits = re.sub(r"[\s.\-]", "", str(value or ""))
        if digits and not (digits.isascii() and digits.isdigit() and len(digits) == 10):
            raise ValidationError(
                "Een V-nummer heeft 10 cijfers. Controleer het nummer."
            )
        return digits


class Keuzeveld(forms.ChoiceField):
    """One word of an enumeration, as radio buttons or (``lijst``) as a list."""

    def __init__(
        self, keuzes: type[Keuze] | Sequence[tuple[str, str]], *, lijst: bool = False,
        vul_in: str = "", leeg: str = "", **kw: Any,
    ) -> None:  # fmt: skip
        """Take the enumeration, or the pairs (value, label); ``leeg`` says "no choice"."""
        pairs = keuzes.choices() if isinstance(keuzes, type) else list(keuzes)
        required = kw.get("required", True)
        if lijst:
            none = leeg or ("Maak een keuze" if required else "Geen keuze")
            pairs = [("", none), *pairs]
        elif not required:
            pairs = [("", leeg or "Nog niet bekend"), *pairs]
        kw["widget"] = Keuzelijst() if lijst else forms.RadioSelect()
        super().__init__(choices=pairs, **kw)
        words = vul_in or str(self.label or "").lower()
        self.error_messages["required"] = f"Kies {words}."
        self.error_messages["invalid_choice"] = "Kies een van de mogelijkheden."


# A BSN or V-nummer never comes in an address: what a browser does not send from a field
# that is sought in, and what it says then.
GEEN_NUMMER = r"(?!\s*(\d{8,10}|\d{4}[.\- ]\d{2}[.\- ]\d{3})\s*$).*"
ZOEK_NUMMER = (
    "Een BSN of V-nummer zoekt u op een eigen pagina, in het menu onder uw naam."
)


class Naamfilter(forms.CharField):
    """A part of a name, to narrow a list to; it stands in the address of the page."""

    def __init__(self) -> None:
        """Keep a number of a person out of it."""
        super().__init__(label="Naam bevat", required=False, max_length=80)
        self.widget.attrs |= {"pattern": GEEN_NUMMER, "title": ZOEK_NUMMER}


class Filterkeuze(forms.ChoiceField):
    """A filter above a list: nothing chosen narrows nothing."""

    widget = Keuzelijst

    def __init__(
        self, label: str, alles: str, keuzes: Iterable[tuple[str, str]] = ()
    ) -> None:
        """Take the words for "all of them" and the choices besides."""
        super().__init__(label=label, required=False, choices=[("", alles), *keuzes])


class JaNeeveld(Keuzeveld):
    """Yes or no; gives a bool, or None when nothing was chosen and that is allowed."""

    def __init__(self, **kw: Any) -> None:
        """Two radio buttons."""
        super().__init__([("ja", "Ja"), ("nee", "Nee")], **kw)

    def prepare_value(self, value: Any) -> Any:
        """Show a stored bool."""
        return {True: "ja", False: "nee"}.get(value, value) if value is not None else ""

    def clean(self, value: Any) -> bool | None:
        """Read the choice."""
        if isinstance(value, bool):
            return value
        return {"ja": True, "nee": False}.get(super().clean(value))


class Getalveld(forms.IntegerField):
    """A whole number with its unit beside it."""

    klasse = "ib-field-short"

    def __init__(self, *, eenheid: str = "", vul_in: str = "", **kw: Any) -> None:
        """Take the unit as people say it ("uur per week")."""
        kw.setdefault("min_value", 0)
        kw.setdefault("max_value", 30_000)
        kw["widget"] = forms.TextInput(
            attrs={"inputmode": "numeric", "autocomplete": "off"}
        )
        super().__init__(**kw)
        self.eenheid = eenheid
        words = vul_in or f"het aantal ({str(self.label or '').lower()})"
        self.error_messages["required"] = vul_in_zin(words)
        self.error_messages["invalid"] = "Vul een heel getal in, zonder komma."
        self.error_messages["min_value"] = (
            "Vul een getal in van %(limit_value)s of hoger."
        )
        self.error_messages["max_value"] = (
            "Vul een getal in van hoogstens %(limit_value)s."
        )


class Dagdelenveld(forms.MultipleChoiceField):
    """Parts of the week, by day; gives their codes in the order of the week."""

    klasse = "ib-field-inline"
    widget = forms.CheckboxSelectMultiple

    def __init__(self, **kw: Any) -> None:
        """Three boxes for each day."""
        kw.setdefault("required", False)
        super().__init__(choices=PER_DAG, **kw)
        self.error_messages["invalid_choice"] = "Kies een van de mogelijkheden."

    def clean(self, value: Any) -> list[str]:
        """Read the boxes."""
        return op_volgorde(super().clean(value))


class Herkomstveld(Keuzeveld):
    """From whom a fact comes, out of those who can tell it."""

    def __init__(self, *bronnen: Herkomst, **kw: Any) -> None:
        """Take the sources that make sense for this fact, the usual one first."""
        kw.setdefault("label", "Van wie komt dit?")
        kw.setdefault("vul_in", "van wie dit komt")
        super().__init__([(bron.value, bron.label) for bron in bronnen], **kw)
        self.initial = bronnen[0].value


class Rijveld(forms.ModelChoiceField):
    """One row of a list of the municipality's own (a provider, a course, a colleague).

    ``bekend`` holds rows that another field of the form already read, by their id.
    """

    widget = Keuzelijst

    def __init__(
        self, *, vul_in: str = "", bekend: dict[str, Any] | None = None, **kw: Any
    ) -> None:
        """Take the words that end "Kies ..."."""
        self.bekend = {} if bekend is None else bekend
        kw.setdefault(
            "empty_label",
            "Maak een keuze" if kw.get("required", True) else "Geen keuze",
        )
        super().__init__(**kw)
        words = vul_in or str(self.label or "").lower()
        self.error_messages["required"] = f"Kies {words}."
        self.error_messages["invalid_choice"] = "Kies een van de mogelijkheden."

    def to_python(self, value: Any) -> Any:
        """Read a row; ask the database only for what nobody read yet."""
        return self.bekend.get(str(value)) or super().to_python(value)
