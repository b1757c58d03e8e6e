"""What nobody types by mistake alone: values meant to break, hide or be run."""

# ruff: noqa: RUF001 - letters that look like others are what is tested

from random import Random


MERK = "vijand"  # stands in everything that would run, so that it is recognised
SCRIPTS = (
    f"<script>{MERK}()</script>", f'"><script>{MERK}()</script>',
    f"'><img src=x onerror={MERK}()>", f'" onfocus="{MERK}()" autofocus x="',
    f"</textarea><svg onload={MERK}()>", f"javascript:{MERK}()",
    f"</title><iframe srcdoc='<script>{MERK}()</script>'>", f"<!--{MERK}--><base href=//x>",
    f"</option></select><script>{MERK}()</script>", f"<a href=javascript:{MERK}()>x</a>",
    f"{{{{ {MERK} }}}}{{% debug %}}", f"{{% include '/etc/passwd' %}}{MERK}",
    f"${{{MERK}}}#{{{MERK}}}", f"<style>*{{background:url(//x/{MERK})}}</style>",
    f"\x00<script>{MERK}()</script>", f"<scr\x00ipt>{MERK}()</scr\x00ipt>",
    f"＜script＞{MERK}()＜/script＞", f"<math><mi//xlink:href='data:x,<script>{MERK}()</script>'>",
)  # fmt: skip
FORMULES = (
    "=1+1", "=cmd|' /C calc'!A0", "+31612345678", "-2+3", "@SUM(A1)", "\t=1", "\r=1",
    '=HYPERLINK("http://x";"klik")', "%0A=1+1", '";=1+1;"',
)  # fmt: skip
PADEN = (
    "../../etc/passwd", "..\\..\\windows\\win.ini", "/dev/zero", "file:///etc/passwd",
    "C:\\CON", "%2e%2e%2f", "a/b/c", "....//....//", "\\\\x\\share", "~root/.ssh/id_rsa",
)  # fmt: skip
TEKENS = (
    "\0", "a\0b", "\x1b[31m", "\u202eabc", "abc\u2066def\u2069", "\u200b" * 50, "\ufeffBOM",
    "\u0000\u0001\u0002", "e" + "\u0301" * 400, "💥" * 100, "ﷺ" * 100, "\u2028\u2029", "İı",
    "\r\nSet-Cookie: a=b", "\n" * 3000, "\t\v\f", "\x7f\x80\x9f", "\ufffe\uffff", "½²٣１",
    b"\xff\xfe\xfd", b"\xc0\xaf", b"\xed\xa0\x80", b"a\x80b",
)  # fmt: skip
GETALLEN = (
    "-1", "0", "00", "1e400", "NaN", "Infinity", "-0", "1.5", "1,5", "9" * 30, "9" * 6000,
    "2147483648", "9223372036854775808", "0x10", "1_000", " 7 ", "٣٤", "１２", "٣", "True",
)  # fmt: skip
DAGEN = (
    "31-02-2026", "00-00-0000", "31-12-9999", "01-01-0001", "29-02-2023", "2026-06-10",
    "10/06/2026", "10-06-26", "32-13-2026", "morgen", "10-06-2026 10:00", "1-1-1",
    "10-06-2126", "01-01-1899", "٠١-٠٦-٢٠٢٦", "-1-06-2026",
)  # fmt: skip
VRAGEN = (
    "'; DROP TABLE inburgering_traject; --", "' OR '1'='1", "1) UNION SELECT 1--",
    "%s %(x)s %d", "{0.__class__}", "\\'; --", "LIKE '%", "$$;", "__proto__", "{}", "[]",
    "null", '{"$gt": ""}', "admin'--",
)  # fmt: skip
GROOT = 1_000_000


def groot(kans: Random) -> str:
    """Give a million characters or bytes of one kind."""
    return kans.choice(
        (
            "x" * GROOT, "€" * (GROOT // 3), "<" * GROOT, "&amp;" * (GROOT // 5), "\0" * GROOT,
            "<b>" * (GROOT // 3), "\n" * GROOT, "a " * (GROOT // 2), "9" * GROOT,
            f"<script>{MERK}()</script>" * (GROOT // 40), "\u202e" * (GROOT // 3),
        )
    )  # fmt: skip


SOORTEN = (SCRIPTS, FORMULES, PADEN, TEKENS, GETALLEN, DAGEN, VRAGEN)


def waarde(kans: Random, *, mag_groot: bool = True) -> str | bytes:
    """Give a hostile value; once in forty a million characters."""
    if mag_groot and kans.random() < 1 / 40:
        return groot(kans)
    picked = kans.choice(kans.choice((SCRIPTS, *SOORTEN)))
    if isinstance(picked, str) and kans.random() < 0.2:
        other = kans.choice(SCRIPTS)
        return f"Gewone tekst. {picked} {other}"
    return picked
