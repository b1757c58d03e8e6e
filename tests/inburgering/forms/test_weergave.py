"""A list that is drawn without templates is the list that Django draws."""

import pytest
from django import forms
from django.test.html import parse_html

from inburgering.forms.weergave import Keuzelijst


KEUZES = [("", "Iedereen"), (7, "Ömer <b> & Zn."), ("8", 'Anna "A" de Wit')]


@pytest.mark.parametrize("gekozen", [None, "", 7, "7", "8", "weg", "<script>"])
@pytest.mark.parametrize(
    "attributen",
    [{}, {"id": "id_wie", "required": True, "aria-invalid": False, "title": "a<b"}],
)
def test_a_list_is_drawn_as_django_draws_it(gekozen, attributen) -> None:
    ours, theirs = (
        kind(attrs={"class": "x"}, choices=KEUZES).render("wie", gekozen, attributen)
        for kind in (Keuzelijst, forms.Select)
    )
    assert parse_html(ours) == parse_html(theirs)
    assert "<b>" not in ours
