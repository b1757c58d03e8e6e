"""The words on the screens: plain Dutch, formal "u", nothing that a strict CSP refuses."""

import re
from pathlib import Path

from tests.elk import bij_elk


ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
STIFF = re.compile(
    r"\b(middels|dient te|dienen te|conform|betreffende|inzake|derhalve|alsmede|ten behoeve van|indien|teneinde)\b",
    re.IGNORECASE,
)
FAMILIAR = re.compile(r"\b(je|jij|jou|jouw)\b", re.IGNORECASE)
INLINE = re.compile(
    r"""\sstyle=|\son[a-z]+=["']|hx-on|javascript:|hx-vals=["']js:|<style|"""
    r"""<script(?![^>]*(?:src=|application/json))"""
)
LONGEST = 25


def _name(page: Path) -> str:
    return str(page.relative_to(ROOT))


def _words(page: Path) -> str:
    """The text that a reader sees, without tags, comments and template code."""
    text = page.read_text(encoding="utf-8")
    text = re.sub(r"{%\s*comment.*?endcomment\s*%}", "", text, flags=re.DOTALL)
    text = re.sub(r"{%.*?%}", " ", text, flags=re.DOTALL)
    text = re.sub(r"{{.*?}}", "x", text, flags=re.DOTALL)
    text = re.sub(
        r"</(?:p|h\d|li|td|th|dt|dd|a|button|label|summary|legend)>", ". ", text
    )
    return re.sub(r"<[^>]*>", " ", text)


@bij_elk(TEMPLATES, _name)
def test_words_are_plain(page):
    text = _words(page)
    assert not STIFF.findall(text)
    assert not FAMILIAR.findall(text)


@bij_elk(TEMPLATES, _name)
def test_sentences_are_short(page):
    sentences = re.split(r"[.?!:]\s", _words(page))
    long = [" ".join(s.split()) for s in sentences if len(s.split()) > LONGEST]
    assert not long


@bij_elk(TEMPLATES, _name)
def test_nothing_needs_a_loose_security_policy(page):
    assert not INLINE.findall(page.read_text(encoding="utf-8"))
