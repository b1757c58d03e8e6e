"""A form as the browser gets it: labels, hints, errors and groups hang together."""

from datetime import date

from django import forms
from django.template.loader import render_to_string

from inburgering.templatetags.formulier import groepen
from inburgering.wet.bron import Bron, Zekerheid


class Gesprek(forms.Form):
    """A form with a group, a choice list and a field that nobody put in a group."""

    groepen = (("Het gesprek", ["vorm", "uren"]),)

    sleutel = forms.CharField(widget=forms.HiddenInput, required=False)
    vorm = forms.ChoiceField(
        label="Hoe?", choices=[("thuis", "Thuis")], widget=forms.RadioSelect
    )
    uren = forms.IntegerField(label="Lestijd", help_text="Hele uren.", required=False)
    notitie = forms.CharField(label="Notitie", required=False)

    def clean(self):
        raise forms.ValidationError(
            "Eerst het PIP.", params={"bron": Bron("Wi2021", "15", Zekerheid.C)}
        )


def _page(**context):
    return render_to_string(
        "_formulier.html", {"form": Gesprek({"uren": "x"}), **context}
    )


def test_a_field_without_a_group_comes_first():
    named = [
        (legend, [f.name for f in fields]) for legend, fields in groepen(Gesprek())
    ]
    assert named == [("", ["notitie"]), ("Het gesprek", ["vorm", "uren"])]


def test_a_field_points_at_its_hint_and_its_error():
    page = _page()
    assert 'aria-describedby="id_uren_helptext id_uren_error"' in page
    assert 'id="id_uren_helptext"' in page
    assert 'id="id_uren_error"' in page


def test_the_summary_links_to_the_first_thing_one_can_fill_in():
    page = _page()
    assert 'href="#id_vorm_0"' in page
    assert 'id="id_vorm_0"' in page
    assert 'href="#id_uren"' in page


def test_a_refusal_by_the_law_carries_its_article():
    assert "Wet inburgering 2021, artikel 15 (niet bevestigd)" in _page()


class Geweigerd(Gesprek):
    """The same form, refused on facts: as a whole, and at a field."""

    def clean(self):
        bron = Bron("Wi2021", "15", Zekerheid.C)
        facts = (("Uren <per week>", 61), ("Gekeken op", date(2026, 6, 1)))
        for field in (None, "notitie"):
            self.add_error(
                field,
                forms.ValidationError(
                    "Dat kan niet.", params={"bron": bron, "gebruikt": facts}
                ),
            )


def test_a_refusal_says_behind_waarom_which_facts_it_rests_on():
    form = Geweigerd({"vorm": "thuis", "notitie": "x"})
    page = render_to_string("_formulier.html", {"form": form})
    assert page.count("<summary>Waarom?</summary>") == 2
    assert page.count("Uren &lt;per week&gt;: 61") == 2
    assert page.count("Gekeken op: 1 juni 2026") == 2
    error = page[page.index('id="id_notitie_error"') :]
    assert (
        "<details" not in error[: error.index("</div>")]
    )  # read aloud as one sentence


def test_only_optional_fields_are_marked():
    assert _page().count("(niet verplicht)") == 2


def test_a_draft_is_kept_beside_the_form_and_never_instead_of_it():
    page = _page(concept_url="/concept/")
    form_tag = page[page.index("<form") : page.index(">", page.index("<form"))]
    assert "hx-" not in form_tag
    assert 'hx-post="/concept/"' in page


def test_the_button_says_what_it_does():
    page = _page(knop="PIP vaststellen", knop_gevaar=True, terug="/trajecten/1/")
    assert ">PIP vaststellen</button>" in page
    assert "ib-button-danger" in page
    assert 'href="/trajecten/1/">Annuleren' in page
