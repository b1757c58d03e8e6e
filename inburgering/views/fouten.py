"""What one reads when a request was refused before any view could look at it."""

from django.core.exceptions import RequestDataTooBig, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string


TE_GROOT = (RequestDataTooBig, TooManyFilesSent)


def onjuist(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Say that a request is too large, or that it cannot be read.

    Without the request: whatever is wrong with it may also be in the way of a menu.
    """
    if isinstance(exception, TE_GROOT):
        return HttpResponse(render_to_string("413.html"), status=413)
    return HttpResponse(render_to_string("400.html"), status=400)
