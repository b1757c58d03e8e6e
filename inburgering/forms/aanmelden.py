"""The forms of signing in, where allauth says it in no or too vague Dutch."""

from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django import forms

from inburgering.forms.velden import Tekstveld


class InWoorden(forms.Form):
    """Say of each field what to fill in, by its label."""

    def __init__(self, *args: Any, **kw: Any) -> None:
        """Put it in words."""
        super().__init__(*args, **kw)
        for field in self.fields.values():
            label = str(field.label or "").lower()
            what = {
                "nieuw wachtwoord (bevestigen)": "uw nieuwe wachtwoord nog eens",
                "wachtwoord (bevestigen)": "uw wachtwoord nog eens",
                "nieuw wachtwoord": "uw nieuwe wachtwoord",
                "huidig wachtwoord": "uw huidige wachtwoord",
                "code": "de code",
            }.get(label, f"uw {label}")
            field.error_messages["required"] = f"Vul {what} in."


class Aanmelden(InWoorden, account.LoginForm):
    """Sign in."""


class WachtwoordVergeten(InWoorden, account.ResetPasswordForm):
    """Ask for a link to make a new password."""


class NieuwWachtwoord(InWoorden, account.ResetPasswordKeyForm):
    """Make a new password by that link."""


class WachtwoordWijzigen(InWoorden, account.ChangePasswordForm):
    """Change a password."""


class WachtwoordZetten(InWoorden, account.SetPasswordForm):
    """Set a password where there was none."""


class NogEens(InWoorden, account.ReauthenticateForm):
    """Type the password once more before something that matters."""


class TweedeStap(InWoorden, mfa.AuthenticateForm):
    """The code of the app, or one of those kept for when it is lost."""


class CodeNogEens(InWoorden, mfa.ReauthenticateForm):
    """The code once more before something that matters."""


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
