"""The addresses of static files, each looked up once.

An address holds a digest of what is in the file, so it stays the same for as long as the
program runs; looking it up for every page costs more than the rest of the head.
"""

from functools import cache

from django import template
from django.templatetags.static import static


register = template.Library()


@register.simple_tag
@cache
def statisch(pad: str) -> str:
    """Give the address of a static file."""
    return static(pad)
