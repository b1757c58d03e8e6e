"""Which function belongs to which act: the module is the noun, the function the verb."""

from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Any

from inburgering.authorization.spil import AnyHandeling


@cache
def functie(handeling: AnyHandeling) -> Callable[..., Any]:
    """Give the function of an act: ``actions.pip.vaststellen`` for "pip_vaststellen"."""
    module = import_module(f"inburgering.actions.{handeling.noun}")
    return getattr(module, handeling.verb)
