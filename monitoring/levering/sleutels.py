"""The keys of a municipality: one to round with, one to sign with.

Both are made from the secrets of the installation (outside the database and its dumps)
and the code of the municipality, so that each has its own and can take it along.
"""

import base64
import hashlib
import hmac

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)
from django.conf import settings


def _afgeleid(geheim: str, doel: str, gemeente: str) -> bytes:
    naam = f"{doel}|{gemeente}".encode()
    return hmac.new(geheim.encode(), naam, hashlib.sha256).digest()


def afrondingssleutel(gemeente: str) -> bytes:
    """The key of the sticky thresholds of one municipality."""
    return _afgeleid(settings.AFRONDINGSLEUTEL, "afronden", gemeente)


def _tekensleutel(gemeente: str) -> Ed25519PrivateKey:
    seed = _afgeleid(settings.LEVERINGSLEUTEL, "ondertekenen", gemeente)
    return Ed25519PrivateKey.from_private_bytes(seed)


def publieke_sleutel(gemeente: str) -> str:
    """What a receiver needs to know that a package comes from this municipality."""
    raw = _tekensleutel(gemeente).public_key().public_bytes_raw()
    return base64.b64encode(raw).decode()


def onderteken(gemeente: str, inhoud: bytes) -> bytes:
    """The signature (Ed25519) as text, with a newline at the end."""
    return base64.b64encode(_tekensleutel(gemeente).sign(inhoud)) + b"\n"


def klopt(publiek: str, inhoud: bytes, handtekening: bytes) -> bool:
    """Was this signed with the key that belongs to this public key?"""
    try:
        sleutel = Ed25519PublicKey.from_public_bytes(
            base64.b64decode(publiek, validate=True)
        )
        sleutel.verify(base64.b64decode(handtekening.strip(), validate=True), inhoud)
    except (InvalidSignature, ValueError):
        return False
    return True


def is_publieke_sleutel(tekst: str) -> bool:
    """Can this text be a public key?"""
    try:
        return len(base64.b64decode(tekst, validate=True)) == 32
    except ValueError:
        return False
