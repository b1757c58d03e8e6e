"""The forms of signing in say what to fill in."""

import pytest
from django.conf import settings
from django.test import Client
from django.utils.module_loading import import_string
from django.utils.translation import override

from inburgering.forms.aanmelden import InWoorden


pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("pagina", "meldingen"),
    [
        ("login", ["Vul uw e-mailadres in.", "Vul uw wachtwoord in."]),
        ("password/reset", ["Vul uw e-mailadres in."]),
    ],
)
def test_what_is_missing_is_said_at_its_field(
    client: Client, pagina: str, meldingen: list[str]
) -> None:
    page = client.post(f"/account/{pagina}/", {}).content.decode()
    for melding in meldingen:
        assert melding in page
    assert "vereist" not in page


def test_no_form_of_signing_in_says_only_that_it_is_required() -> None:
    paths = [*settings.ACCOUNT_FORMS.values(), *settings.MFA_FORMS.values()]
    kinds = [
        kind for path in paths if issubclass(kind := import_string(path), InWoorden)
    ]
    assert len(kinds) == 8
    told = {}
    with override("nl"):
        for kind in kinds:
            if kind.__name__ in {"Aanmelden", "WachtwoordVergeten"}:
                form = kind()
            elif kind.__name__ == "NieuwWachtwoord":
                form = kind(user=None, temp_key="")
            else:
                form = kind(user=None)
            for field in form.fields.values():
                told[str(field.label)] = field.error_messages["required"]
    assert told == {
        "E-mailadres": "Vul uw e-mailadres in.",
        "Wachtwoord": "Vul uw wachtwoord in.",
        "Wachtwoord (bevestigen)": "Vul uw wachtwoord nog eens in.",
        "Huidig wachtwoord": "Vul uw huidige wachtwoord in.",
        "Nieuw wachtwoord": "Vul uw nieuwe wachtwoord in.",
        "Nieuw wachtwoord (bevestigen)": "Vul uw nieuwe wachtwoord nog eens in.",
        "Code": "Vul de code in.",
    }
