"""Reading a body: in words when it is no JSON, whatever it is instead."""

from typing import Any

from rest_framework.exceptions import ParseError
from rest_framework.parsers import JSONParser


class Lezer(JSONParser):
    """Read JSON; lists in lists without end are no JSON either."""

    def parse(
        self, stream: Any, media_type: Any = None, parser_context: Any = None
    ) -> Any:
        """Give what was sent. Raises ``ParseError``."""
        try:
            return super().parse(stream, media_type, parser_context)
        except (ParseError, RecursionError):
            raise ParseError("Dit is geen JSON die wij kunnen lezen.") from None
