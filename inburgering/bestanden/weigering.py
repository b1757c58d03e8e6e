"""Why a file is not taken, in words for who chose it."""


class Geweigerd(Exception):
    """This file is not taken; the message says why and what one can do."""
