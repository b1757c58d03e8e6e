"""How a BSN is kept: encrypted per row, and findable only with a key.

AES-256-GCM with the key id in front and the row as associated data: a value copied to
another row does not open. Beside it a keyed blind index for exact search; without its
key a BSN (nine digits) would be guessed back in minutes, so both keys live outside the
database and its backups.
"""

import base64
import hashlib
import hmac
import secrets
from collections.abc import Mapping

from cryptography.hazmat.primitives.ciphers.aead import AESGCM


NONCE_BYTES = 12


def _key(text: str) -> bytes:
    """Read a base64 key; any other length is stretched to 32 bytes by hashing."""
    raw = base64.b64decode(text)
    return raw if len(raw) == 32 else hashlib.sha256(raw).digest()


def versleutel(tekst: str, *, rij: str, sleutels: Mapping[str, str]) -> bytes:
    """Encrypt ``tekst`` for one row with the first (current) key."""
    key_id, key = next(iter(sleutels.items()))
    nonce = secrets.token_bytes(NONCE_BYTES)
    secret = AESGCM(_key(key)).encrypt(nonce, tekst.encode(), rij.encode())
    return key_id.encode() + b":" + nonce + secret


def ontsleutel(geheim: bytes, *, rij: str, sleutels: Mapping[str, str]) -> str:
    """Decrypt what :func:`versleutel` made for the same row.

    Raises ``KeyError`` for an unknown key id and ``InvalidTag`` when the value was
    changed or belongs to another row.
    """
    key_id, _, rest = bytes(geheim).partition(b":")
    key = sleutels[key_id.decode()]
    nonce, secret = rest[:NONCE_BYTES], rest[NONCE_BYTES:]
    return AESGCM(_key(key)).decrypt(nonce, secret, rij.encode()).decode()


def zoekindex(tekst: str, *, gemeente: str, sleutel: str) -> str:
    """Give the blind index of a value: HMAC-SHA-256, its own per municipality."""
    text = f"{gemeente}:{tekst}".encode()
    return hmac.new(_key(sleutel), text, hashlib.sha256).hexdigest()
