"""Which form belongs to which act: the module is the noun, the class the verb."""

from functools import cache
from importlib import import_module

from inburgering.authorization.spil import AnyHandeling
from inburgering.forms.handelingsformulier import Handelingsformulier


@cache
def formulier(handeling: AnyHandeling) -> type[Handelingsformulier]:
    """Give the form of an act: ``forms.pip.Vaststellen`` for "pip_vaststellen"."""
    module = import_module(f"inburgering.forms.{handeling.noun}")
    return getattr(module, handeling.verb.capitalize())
