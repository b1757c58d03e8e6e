"""What stands below an outcome: the facts that it rests on, and the article.

A page of a file shows some forty outcomes; a template for each of them was a third of
that page. What is drawn of an article depends on the rule alone, so it is drawn once.
"""

from collections.abc import Iterable
from functools import lru_cache

from django import template
from django.template.loader import render_to_string
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from inburgering.templatetags.opmaak import feitwaarde
from inburgering.wet.bron import Bron


register = template.Library()


@register.simple_tag
@lru_cache(maxsize=2048)
def bronvermelding(bron: Bron) -> SafeString:
    """Draw where a rule stands and how certain that is (`_bron.html`)."""
    return render_to_string("_bron.html", {"bron": bron})


@register.simple_tag
def rust_op(gebruikt: Iterable[tuple[str, object]]) -> SafeString:
    """Draw the facts that an outcome rests on: pairs of a name and a value."""
    return format_html_join(
        "",
        '<span class="ib-meta ib-block">{}: {}</span>',
        ((name, feitwaarde(value)) for name, value in gebruikt or ()),
    )
