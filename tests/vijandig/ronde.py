"""Send hostile input through the real requests, and look at every answer.

No error of the server; a refusal says in words what is wrong and leaves nothing behind;
what is accepted stands on the pages of the file as text, and a file leaves as one that
nothing runs.
"""

import json
import re
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import count
from random import Random
from typing import Any
from uuid import uuid4

from django import forms
from django.db import transaction
from django.test import Client

from inburgering.authorization.roles import Rol
from inburgering.models import Bestand, Lidmaatschap
from inburgering.views.dossierkader import SECTIES
from tests.inburgering.actions.test_handelingen import GETELD
from tests.inburgering.cast import Leven, lid_van, maak_bsn
from tests.inburgering.tellen import tellen
from tests.inburgering.voorbeelden import VOORBEELDEN, W
from tests.vijandig.bestanden import bijlage
from tests.vijandig.waarden import MERK, waarde


MB = 1024 * 1024
MEEST_GEHEUGEN = 512 * MB
LANGST = 10.0  # seconds of the processor for one answer
GELUKT, GEWEIGERD = {200, 302}, {400, 403, 404, 409, 413, 422}
KOPPEN = (
    "Dit verzoek klopt niet", "U stuurde te veel in één keer", "Deze pagina is er niet",
    "U mag dit niet met uw rol",
)  # fmt: skip
ENGELS = re.compile(r"\b(?:Enter|Ensure|Select|valid|required|This field|invalid)\b")
LI = re.compile(r"<li>(.*?)</li>", re.DOTALL)


class Oog(HTMLParser):
    """Reads a page as a browser does, and keeps what would run or fetch."""

    MAG = frozenset({"application/json"})
    VREEMD = frozenset({"iframe", "object", "embed", "base", "math", "applet"})

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.gevaar: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if tag in self.VREEMD or (tag == "script" and not self._known(named)):
            self.gevaar.append(f"<{tag}>")
        for name, value in attrs:
            runs = (
                (value or "").strip().lower().startswith(("javascript:", "data:text"))
            )
            if name.startswith("on") or (name in {"href", "src", "action"} and runs):
                self.gevaar.append(f"<{tag} {name}={(value or '')[:40]}>")

    def _known(self, named: Mapping[str, str | None]) -> bool:
        return MERK not in (named.get("src") or MERK) or named.get("type") in self.MAG


def gevaar(tekst: str) -> list[str]:
    """Give what on a page would run."""
    eye = Oog()
    eye.feed(tekst)
    return eye.gevaar


@dataclass
class Doel:
    """Where something is typed: the page, what is typed there well, who types it."""

    naam: str
    url: str
    scherm: Client
    goed: Mapping[str, Any]
    velden: list[str]
    bestanden: list[str]
    dossier: str = ""
    na: tuple[str, ...] = ()


@dataclass
class Verslag:
    """What came of a round."""

    aantal: int = 0
    antwoorden: Counter[int] = field(default_factory=Counter)
    soorten: Counter[str] = field(default_factory=Counter)
    aangenomen: int = 0
    langste: float = 0.0
    fouten: list[str] = field(default_factory=list)

    @property
    def geheugen(self) -> int:
        """The most memory that this process held at once, in bytes."""
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return most if sys.platform == "darwin" else most * 1024


class Ronde:
    """The town, everything one can fill in there, and what is sent to it."""

    def __init__(
        self, leven: Callable[..., Leven], inloggen: Callable[[Lidmaatschap], Client],
        lid: Lidmaatschap, zaad: int = 1,
    ) -> None:  # fmt: skip
        """Live every example up to its act, and find the other forms."""
        self.kans = Random(zaad)
        self.verslag = Verslag()
        self.nummers = count()
        self.geteld = [*GETELD, Bestand]
        self.inloggen = inloggen
        self.gemeente = lid.gemeente
        baas = inloggen(lid_van(lid.gemeente, Rol.TEAMLEIDER.value))
        self.handelingen = [self._handeling(v, leven, baas) for v in VOORBEELDEN]
        self.uploads = [doel for doel in self.handelingen if doel.bestanden]
        self.overige = self._overige(baas)
        self.uploads += [doel for doel in self.overige if doel.bestanden]
        nummer = self.handelingen[0].dossier
        self.vragen = [
            (baas, "/zoeken/", "q"), (baas, "/werkvoorraad/", "naam"),
            (baas, "/werkvoorraad/", "selectie"), (baas, "/werkvoorraad/", "soort"),
            (baas, "/trajecten/", "voor"), (baas, "/trajecten/", "status"),
            (baas, "/regelboek/", "q"), (baas, f"{nummer}toen/", "op"),
            (baas, f"{nummer}wat-als/", "soort"), (baas, "/api/v1/trajecten", "status"),
        ]  # fmt: skip
        self.baas = baas

    # --- where ------------------------------------------------------------------------

    def _handeling(self, voorbeeld: Any, leven: Any, scherm: Client) -> Doel:
        # Neighbouring numbers can give one BSN; this far apart they do not.
        bsn = maak_bsn(1000 + 40 * next(self.nummers))
        life = voorbeeld.maak(lambda **anders: leven(**{"bsn": bsn} | anders))
        base = f"/trajecten/{life.nummer}/"
        return self._doel(
            str(voorbeeld), voorbeeld.url(life), scherm, dossier=base,
            goed=dict(voorbeeld.invoer(life)) | {"versie": life.traject.versie},
            na=tuple(f"{base}{sectie.pad}" for sectie in SECTIES),
        )  # fmt: skip

    def _doel(
        self, naam: str, url: str, scherm: Client, *, goed: Mapping[str, Any] | None = None,
        pagina: str = "", form: str = "form", dossier: str = "", na: tuple[str, ...] = (),
    ) -> Doel:  # fmt: skip
        """Read from its page which fields there are and what stands in them."""
        answer = scherm.get(pagina or url)
        assert answer.status_code == 200, (naam, answer.status_code)
        found = answer.context[form]
        shown = {
            name: value for name in found.fields
            if (value := found[name].value()) not in (None, "")
        }  # fmt: skip
        files = [n for n, f in found.fields.items() if isinstance(f, forms.FileField)]
        return Doel(
            naam, url, scherm, shown if goed is None else goed,
            [n for n in found.fields if n not in files], files, dossier, na,
        )  # fmt: skip

    def _overige(self, baas: Client) -> list[Doel]:
        def als(rol: Rol) -> Client:
            return self.inloggen(lid_van(self.gemeente, rol.value))

        beheer, contract = als(Rol.FUNCTIONEEL_BEHEERDER), als(Rol.CONTRACTBEHEERDER)
        ontvanger = als(Rol.ONTVANGER)
        base = self.handelingen[0].dossier
        fact = baas.get(f"{base}feit/herstellen/").context["groepen"][0]["rijen"]
        doel = self._doel
        return [
            doel("registreren", "/trajecten/registreren/", baas, na=("/trajecten/",)),
            *(doel("herstellen", row["url"], baas, dossier=base, na=(base,)) for row in fact),
            doel("zoeken op bsn", "/zoeken/bsn/", baas),
            doel("aanbieder", "/aanbieders/nieuw/", contract, na=("/aanbieders/",)),
            doel("rol geven", "/beheer/rollen/geven/", beheer, na=("/beheer/",)),
            doel("team", "/beheer/teams/toevoegen/", beheer, na=("/beheer/",)),
            doel("instelling", "/beheer/instellingen/pvt_uren/", beheer,
                 na=("/beheer/instellingen/",)),
            doel("levering ontvangen", "/ontvangst/pakket/", ontvanger, pagina="/ontvangst/",
                 na=("/ontvangst/",)),
            doel("sleutel van afzender", "/ontvangst/sleutel/", ontvanger,
                 pagina="/ontvangst/", form="sleutelform", na=("/ontvangst/",)),
        ]  # fmt: skip

    # --- what -------------------------------------------------------------------------

    def _getypt(self, doel: Doel) -> dict[str, Any]:
        """Give good input with some fields hostile; now and then all, or strange ones."""
        typed = dict(doel.goed) | {"sleutel": str(uuid4())}
        few = [n for n in doel.velden if n not in {"versie", "sleutel"}] or doel.velden
        how = self.kans.random()
        chosen = (
            doel.velden if how < 0.1
            else self.kans.sample(few, min(len(few), self.kans.randint(1, 3)))
        )  # fmt: skip
        for name in chosen:
            typed[name] = waarde(self.kans, mag_groot=len(chosen) <= 3)
        if how > 0.9:
            typed[str(waarde(self.kans, mag_groot=False))[:200]] = "x"
        if how > 0.95:
            typed.pop(self.kans.choice(list(typed)))
        return typed

    def _verstuur(self) -> tuple[str, Doel | None, Callable[[], Any]]:
        """Choose what to send, and where."""
        which = self.kans.random()
        if which < 0.45:
            doel = self.kans.choice(self.handelingen)
            typed = self._getypt(doel)
            return "getypt", doel, lambda: doel.scherm.post(doel.url, typed)
        if which < 0.8:
            doel = self.kans.choice(self.uploads)
            typed = dict(doel.goed) | {"sleutel": str(uuid4())}
            if self.kans.random() < 0.2:
                typed = self._getypt(doel)
            typed[doel.bestanden[0]] = bijlage(self.kans)
            return "bestand", doel, lambda: doel.scherm.post(doel.url, typed)
        if which < 0.9:
            doel = self.kans.choice(self.overige)
            typed = self._getypt(doel)
            return "getypt elders", doel, lambda: doel.scherm.post(doel.url, typed)
        if which < 0.96:
            scherm, url, name = self.kans.choice(self.vragen)
            asked = {name: waarde(self.kans, mag_groot=False)}
            return "vraag", None, lambda: scherm.get(url, asked)
        return "verzoek", None, self._rauw()

    def _rauw(self) -> Callable[[], Any]:
        """Give a request that no browser makes."""
        doel = self.kans.choice(self.uploads)
        head = 'Content-Disposition: form-data; name="bestand"; filename'
        part = self.kans.choice(
            (
                f"--x\r\n{head}*=klingon''a.pdf\r\n\r\n%PDF\r\n--x--\r\n",
                f"--x\r\n{head}*=utf-16''%00a.pdf\r\n\r\n%PDF\r\n--x--\r\n",
                f'--x\r\n{head}="a.pdf"\r\nContent-Transfer-Encoding: base64\r\n\r\n!!\r\n--x--',
                f'--x\r\n{head}="a.pdf"\r\n\r\n%PDF zonder einde',
                f'--x\r\n{head}="{"a" * 20_000}.pdf"\r\n\r\nx\r\n--x--\r\n',
                "--x\r\nX: y\r\n\r\nz\r\n--x--\r\n", "--y--\r\n", "", "\0" * 5000,
                f'--x\r\nContent-Disposition: form-data; name="{"n" * 9000}"\r\n\r\nx\r\n--x--',
                "".join(f'--x\r\n{head}="{n}.pdf"\r\n\r\nx\r\n' for n in range(200)) + "--x--",
                "".join(
                    f'--x\r\nContent-Disposition: form-data; name="v{n}"\r\n\r\nx\r\n'
                    for n in range(3000)
                ) + "--x--\r\n",
            )
        )  # fmt: skip
        kind = self.kans.choice(
            (
                "multipart/form-data; boundary=x", "multipart/form-data",
                "multipart/form-data; boundary=x; charset=klingon", "text/plain",
                "application/x-www-form-urlencoded", "application/json", "a/b\u20ac",
                "multipart/form-data; boundary=" + "b" * 500, "",
                "application/x-www-form-urlencoded; charset=utf-7",
            )
        )  # fmt: skip
        url = self.kans.choice(
            (doel.url, doel.url, "/api/v1/trajecten", "/concepten/2026-00001/x/y/")
        )
        body = part.encode()
        if url.startswith("/api/"):
            body = self.kans.choice(
                (b"[" * 100_000, b'{"a":' * 2000, b"\xff", json.dumps({"a": "x" * MB}).encode(),
                 b'{"bsn": ' + b"9" * 5000 + b"}", b'"' + b"\\ud800" * 9 + b'"')
            )  # fmt: skip
            kind = "application/json"
        return lambda: doel.scherm.generic("POST", url, body, content_type=kind)

    # --- and then ---------------------------------------------------------------------

    def speel(self, aantal: int) -> Verslag:
        """Send so many, one after the other; each in a transaction that is taken back."""
        for _ in range(aantal):
            self._een()
        return self.verslag

    def _een(self) -> None:
        kind, doel, send = self._verstuur()
        with transaction.atomic():
            before = tellen(self.geteld)
            begin = time.process_time()
            answer = send()
            took = time.process_time() - begin
            faults = self._bekijk(answer, doel, before)
            transaction.set_rollback(True)
        seen = self.verslag
        seen.aantal += 1
        seen.soorten[kind] += 1
        seen.antwoorden[answer.status_code] += 1
        seen.langste = max(seen.langste, took)
        if took > LANGST:
            faults.append(f"{took:.1f} s")
        where = doel.naam if doel else answer.request["PATH_INFO"]
        seen.fouten += [f"{seen.aantal}: {kind}, {where}: {fault}" for fault in faults]

    def _bekijk(self, answer: Any, doel: Doel | None, before: Any) -> list[str]:
        code = answer.status_code
        if code >= 500 or code not in GELUKT | GEWEIGERD:
            return [f"antwoord {code}"]
        text = answer.content.decode("utf-8", "replace")
        html = answer.get("Content-Type", "").startswith("text/html")
        faults = gevaar(text) if html else []
        if code in GEWEIGERD:
            if html:
                faults += onduidelijk(code, text)
            if tellen(self.geteld) != before:
                faults.append("geweigerd, en toch iets bewaard")
        elif code == 302 and answer.url.startswith("/account/"):
            faults.append("niet meer ingelogd")
        elif code == 302 and doel is not None:
            self.verslag.aangenomen += 1
            faults += self._erna(doel)
        return faults

    def _erna(self, doel: Doel) -> list[str]:
        """Look at the pages on which it now stands, and at the file that was added."""
        faults = []
        for page in doel.na:
            answer = doel.scherm.get(page)
            if answer.status_code != 200:
                faults.append(f"daarna {page}: {answer.status_code}")
                continue
            faults += [f"op {page}: {one}" for one in gevaar(answer.content.decode())]
        if doel.naam in {W.DOCUMENT_TOEVOEGEN.value, W.DOCUMENT_VERVANGEN.value}:
            faults += self._gedownload(doel)
        return faults

    def _gedownload(self, doel: Doel) -> list[str]:
        kept = Bestand.objects.latest("id")
        answer = doel.scherm.get(
            f"{doel.dossier}documenten/{kept.stuk_id}/versie/{kept.nummer}/"
        )
        safe = (
            answer.status_code == 200
            and answer.content == bytes(kept.inhoud)
            and answer["Content-Disposition"].startswith('attachment; filename="2026-')
            and answer["X-Content-Type-Options"] == "nosniff"
            and answer["Content-Security-Policy"].startswith(
                "sandbox; default-src 'none'"
            )
            and not answer["Content-Type"].startswith(("text/html", "image/svg"))
        )
        harmless = kept.naam.isprintable() and not set('/\\<>"\0') & set(kept.naam)
        return [] if safe and harmless else [f"bestand {kept.naam!r} is niet veilig"]


def onduidelijk(code: int, tekst: str) -> list[str]:
    """Say what is not clear about a refusal."""
    if code != 422:
        plain = any(f">{kop}<" in tekst for kop in KOPPEN) or "Dit kan nu niet" in tekst
        return [] if plain else [f"{code} zonder duidelijke melding"]
    _, _, rest = tekst.partition('class="ib-error-summary"')
    words = [
        re.sub(r"<[^>]*>", "", one).strip()
        for one in LI.findall(rest.partition("</ul>")[0])
    ]
    if not words or not all(words):
        return ["422 zonder melding"]
    return [f"melding in het Engels: {one[:80]}" for one in words if ENGELS.search(one)]
