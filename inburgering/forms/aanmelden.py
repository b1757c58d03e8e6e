"""The forms of signing in that allauth does not yet say in Dutch."""

from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django import forms

from inburgering.forms.velden import Tekstveld


class AppKoppelen(ActivateTOTPForm):
    """The first code of an authenticator app."""

    code = Tekstveld(
        label="Code uit de app",
        vul_in="de zes cijfers",
        max_length=12,
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}
        ),
    )


class PasskeyToevoegen(AddWebAuthnForm):
    """A new passkey; without a name it gets one."""

    name = Tekstveld(label="Naam", required=False, max_length=80)


class PasskeyHernoemen(EditWebAuthnForm):
    """Another name for a passkey."""

    name = Tekstveld(label="Naam", vul_in="een naam", max_length=80)
