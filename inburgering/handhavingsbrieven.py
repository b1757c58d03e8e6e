"""The letters of enforcement and objection: what each needs, and what it says.

A letter is made at a step that was recorded, out of the facts of the case. What is
missing is named, and then there is no letter. An article that is not confirmed is never
in a letter: the colleague who makes it is told so, the person is not.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any

from inburgering.beschikkingen import teksten
from inburgering.models.bezwaar import Bezwaar
from inburgering.models.document import Briefsoort
from inburgering.models.dossier import Dossier
from inburgering.models.handhaving import Handhaving
from inburgering.models.traject import Traject
from inburgering.wet import feiten as wet
from inburgering.wet.begrippen import (
    Bezwaaruitkomst,
    Grondslag,
    Handhavingsbesluit,
    Verwijtbaarheid,
    Verzuimoorzaak,
)
from inburgering.wet.bron import Bron
from inburgering.wet.handhaving import (
    alleen_onwillig,
    asielboete,
    grond,
    ladder,
    loopt,
    zware_procedure,
)
from inburgering.wet.kalender import voluit
from inburgering.wet.moment import Moment, moment


B = Briefsoort
Blok = dict[str, str]


@dataclass(frozen=True)
class Invoer:
    """What the facts do not say: when and where the talk is, until when one can react."""

    dag: date | None = None
    tijd: time | None = None
    plaats: str = ""
    reactie_tot: date | None = None


@dataclass(frozen=True)
class Zicht:
    """What a letter is made from: the case, the row, and what was filled in."""

    dossier: Dossier
    rij: Any
    invoer: Invoer
    teksten: Mapping[str, str] = field(default_factory=dict)

    def tekst(self, sleutel: str, **woorden: str) -> str:
        """Give a text with its words filled in; other braces stay as they are."""
        words = self.teksten[sleutel]
        for naam, waarde in woorden.items():
            words = words.replace(f"{{{naam}}}", waarde)
        return words

    @property
    def m(self) -> Moment:
        """The moment of today, as the law reads it."""
        return moment(self.dossier.feiten, self.dossier.stand.peildatum)

    @property
    def feit(self) -> wet.Handhaving:
        """The row of enforcement as the law reads it."""
        return next(h for h in self.dossier.feiten.handhavingen if h.id == self.rij.pk)


def _blok(kop: str, *zinnen: str) -> Blok:
    return {"kop": kop, "tekst": "\n".join(zin for zin in zinnen if zin)}


def _dag(dag: date | None) -> str:
    assert dag is not None
    return voluit(dag)


# --- What is in more than one letter --------------------------------------------------


def _gebeurd(z: Zicht) -> Blok:
    rij = z.rij
    what = rij.get_aanleiding_display()
    return _blok(
        "Wat er is gebeurd",
        f"{voluit(rij.gebeurd_op).capitalize()}: {what[:1].lower()}{what[1:]}.",
        rij.omschrijving,
    )


# What the person did not say, is not told back as a cause.
_GEEN_OORZAAK = frozenset({"", Verzuimoorzaak.ONBEKEND, Verzuimoorzaak.GEEN_REDEN})


def _oorzaak(rij: Handhaving) -> str:
    if rij.oorzaak in _GEEN_OORZAAK:
        return "Wij weten nog niet waardoor het kwam."
    words = rij.get_oorzaak_display().split(" (")[0]
    return f"Volgens onze gegevens kwam het hierdoor: {words[:1].lower()}{words[1:]}."


def _gedaan(z: Zicht) -> Blok:
    rij = z.rij
    days = (
        (rij.gebeld_op, "belden wij u"),
        (rij.bezocht_op, "kwamen wij bij u langs"),
        (rij.hulp_op, f"boden wij hulp aan: {rij.hulp}"),
        (rij.gesprek_op, "hadden wij een gesprek met u"),
        (rij.gewaarschuwd_op, "kreeg u een waarschuwing"),
    )
    lines = [
        f"Op {voluit(day)} {what.rstrip('.')}."
        for day, what in sorted(days, key=lambda pair: pair[0] or date.max)
        if day
    ]
    return _blok("Wat wij al deden", *lines, _oorzaak(rij))


def _artikel(bron: Bron, grondslag: str) -> str:
    """Name the act, and the article when both are certain; else only the act."""
    wet_ = Grondslag(grondslag).label
    if bron.zekerheid.bevestigd and bron.nummer_gelezen:
        return f"{wet_}, artikel {bron.artikel}"
    return wet_


def _rust_op(z: Zicht) -> Blok:
    return _blok(
        "Waar dit op rust",
        f"{_artikel(grond(z.feit), z.rij.grondslag)}.",
    )


# --- The letters, one by one ----------------------------------------------------------


def _uitnodiging(z: Zicht) -> list[Blok]:
    i = z.invoer
    assert i.tijd is not None
    return [
        _blok("", z.tekst("uitnodiging_aanhef")),
        _blok(
            "Het gesprek",
            z.tekst(
                "uitnodiging_gesprek", dag=_dag(i.dag), tijd=f"{i.tijd:%H:%M}",
                plaats=i.plaats,
            ),
        ),
        _gebeurd(z),
        _gedaan(z),
    ]  # fmt: skip


def _waarschuwing(z: Zicht) -> list[Blok]:
    return [
        _blok("", z.tekst("waarschuwing_aanhef")),
        _gebeurd(z),
        _gedaan(z),
        _blok("Hoe het verdergaat", z.tekst("waarschuwing_vervolg")),
    ]


def _voornemen(z: Zicht) -> list[Blok]:
    rij = z.rij
    fine = rij.grondslag == Grondslag.WI2021
    silence = fine and _blok(
        "U hoeft niet te antwoorden",
        z.tekst("voornemen_zwijgrecht", dag=_dag(rij.cautie_op), taal=rij.cautie_taal),
    )
    report = rij.rapport_op and f"Het rapport is van {voluit(rij.rapport_op)}."
    blocks = [
        _blok("", z.tekst("voornemen_aanhef", sanctie="boete" if fine else "maatregel")),
        _gebeurd(z),
        _gedaan(z),
        _rust_op(z),
        silence,
        _blok(
            "Wat vindt u ervan?",
            z.tekst("voornemen_zienswijze", dag=_dag(z.invoer.reactie_tot)),
            report or "",
        ),
        _blok("Hoe wij besluiten", z.tekst("voornemen_weging")),
    ]  # fmt: skip
    return [block for block in blocks if block]


_VERWIJT = {
    Verwijtbaarheid.ONTBREEKT: "Wat er is gebeurd, is u niet te verwijten.",
    Verwijtbaarheid.VERMINDERD: "Wat er is gebeurd, is u verminderd te verwijten.",
    Verwijtbaarheid.GEWOON: "Wat er is gebeurd, is u te verwijten.",
    Verwijtbaarheid.AANHOUDEND: (
        "U werkte aantoonbaar en aanhoudend niet mee. Dat is u te verwijten."
    ),
}


def _uitspraak(rij: Handhaving) -> str:
    if rij.besluit == Handhavingsbesluit.BOETE:
        return f"U krijgt een boete van {rij.bedrag} euro."
    if rij.besluit == Handhavingsbesluit.MAATREGEL:
        return "U krijgt een maatregel: een verlaging van uw uitkering."
    return "U krijgt geen boete en geen maatregel."


def _zienswijze(rij: Handhaving) -> str:
    if rij.zienswijze_op is None:
        return ""
    if not rij.zienswijze_gebruikt:
        return "U kon laten weten wat u ervan vindt. Dat deed u niet."
    said = f" U zei: {rij.zienswijze}" if rij.zienswijze else ""
    return f"Op {voluit(rij.zienswijze_op)} liet u weten wat u ervan vindt.{said}"


def _besluit(z: Zicht) -> list[Blok]:
    rij = z.rij
    fine = rij.besluit == Handhavingsbesluit.BOETE
    punished = rij.besluit != Handhavingsbesluit.GEEN
    blame = (
        _VERWIJT[Verwijtbaarheid(rij.verwijtbaarheid)] if rij.verwijtbaarheid else ""
    )
    means = "Wij keken of u de boete kunt betalen." if rij.draagkracht_bekeken else ""
    blocks = [
        _blok("", z.tekst("besluit_aanhef")),
        _blok("Het besluit", _uitspraak(rij)),
        _gebeurd(z),
        _gedaan(z),
        _blok(
            "Waarom dit besluit", rij.motivering, blame, means if fine else "",
            _zienswijze(rij),
        ),
        punished and _rust_op(z),
        fine and _blok("Betalen", z.tekst("besluit_betalen")),
        _bezwaar_kan(z, rij.besluit_op),
    ]  # fmt: skip
    return [block for block in blocks if block]


def _weken(z: Zicht, op: date) -> str:
    return str(z.m.regel_vanaf("pip_bezwaar_weken", op).waarde)


def _bezwaar_kan(z: Zicht, op: date) -> Blok:
    words = z.tekst("pip_bezwaar", weken=_weken(z, op))
    return _blok("Bent u het niet eens met dit besluit?", words)


def _gestopt(z: Zicht) -> list[Blok]:
    rij = z.rij
    why = rij.get_reden_stoppen_display()
    return [
        _blok("", z.tekst("gestopt_aanhef")),
        _blok("Waarom wij stoppen", f"{why}. Wij stopten op {_dag(rij.gestopt_op)}."),
        _gebeurd(z),
    ]


_UITKOMST = {
    Bezwaaruitkomst.GEGROND: "U krijgt gelijk. Uw bezwaar is gegrond.",
    Bezwaaruitkomst.DEELS: "U krijgt voor een deel gelijk. Uw bezwaar is deels gegrond.",
    Bezwaaruitkomst.ONGEGROND: (
        "U krijgt geen gelijk. Uw bezwaar is ongegrond; het besluit blijft staan."
    ),
    Bezwaaruitkomst.NIET_ONTVANKELIJK: (
        "Wij konden uw bezwaar niet inhoudelijk bekijken. Het is niet-ontvankelijk."
    ),
    Bezwaaruitkomst.INGETROKKEN: "U trok uw bezwaar in. Het besluit blijft staan.",
}


def _op_bezwaar(z: Zicht) -> list[Blok]:
    rij = z.rij
    against = rij.get_tegen_display()
    heard = rij.gehoord_op and f"Op {voluit(rij.gehoord_op)} vertelde u ons meer."
    appeal = rij.uitkomst != Bezwaaruitkomst.INGETROKKEN and _blok(
        "Bent u het niet eens met deze beslissing?",
        z.tekst("bezwaar_beroep", weken=_weken(z, rij.besloten_op)),
    )
    blocks = [
        _blok("", z.tekst("bezwaar_aanhef")),
        _blok("De beslissing", _UITKOMST[Bezwaaruitkomst(rij.uitkomst)]),
        _blok("Waarom", rij.toelichting) if rij.toelichting else None,
        _blok(
            "Wat eraan voorafging",
            f"Uw bezwaar ging over: {against[:1].lower()}{against[1:]}, verstuurd op "
            f"{voluit(rij.bekend_op)}.",
            f"Wij ontvingen uw bezwaar op {voluit(rij.ontvangen_op)}.",
            heard or "",
        ),
        appeal,
    ]
    return [block for block in blocks if block]


# --- What each needs ------------------------------------------------------------------


@dataclass(frozen=True)
class Brief:
    """A letter: at which step it stands, what that step asks, and what it says.

    ``veld`` is the day of its own step (``eigen`` says what to do while it is empty),
    ``treden`` the steps of the ladder that must be there, ``lopend`` that it makes no
    sense once it was decided or stopped, ``vooraf`` that it makes none after its talk,
    ``velden`` what is asked besides the facts.
    """

    trede: str
    zegt: Callable[[Zicht], list[Blok]]
    veld: str = ""
    eigen: str = ""
    treden: tuple[str, ...] = ()
    lopend: bool = False
    vooraf: bool = False
    velden: tuple[str, ...] = ()


_HULP = ("contact", "oorzaak", "hulp")
BRIEVEN: Mapping[Briefsoort, Brief] = {
    B.UITNODIGING: Brief(
        "gesprek", _uitnodiging, treden=_HULP, lopend=True, vooraf=True,
        velden=("dag", "tijd", "plaats"),
    ),
    B.WAARSCHUWING: Brief(
        "waarschuwing", _waarschuwing, "gewaarschuwd_op",
        "Leg eerst de waarschuwing vast.", (*_HULP, "gesprek"), lopend=True,
    ),
    B.VOORNEMEN: Brief(
        "overwogen", _voornemen, "overwogen_op",
        "Leg eerst vast dat u een sanctie overweegt.",
        (*_HULP, "gesprek", "waarschuwing", "cautie", "rapport"), lopend=True,
        velden=("reactie_tot",),
    ),
    B.BESLUIT: Brief(
        "besluit", _besluit, "besluit_op", "Neem eerst het besluit.", _HULP
    ),
    B.GESTOPT: Brief(
        "besluit", _gestopt, "gestopt_op", "Leg eerst vast dat u stopt."
    ),
    B.OP_BEZWAAR: Brief(
        "besluit", _op_bezwaar, "besloten_op", "Beslis eerst op het bezwaar."
    ),
}  # fmt: skip
VAN_HANDHAVING = (
    B.UITNODIGING, B.WAARSCHUWING, B.VOORNEMEN, B.BESLUIT, B.GESTOPT,
)  # fmt: skip
VAN_BEZWAAR = (B.OP_BEZWAAR,)


def soorten(rij: Handhaving | Bezwaar) -> tuple[Briefsoort, ...]:
    """Give the letters that belong to such a row."""
    return VAN_BEZWAAR if isinstance(rij, Bezwaar) else VAN_HANDHAVING


def adresregels(traject: Traject) -> list[str]:
    """Give name and address; who lives in reception gets it there. Empty: not known."""
    persoon = traject.inburgeraar
    if persoon.geheim_adres:
        return [persoon.naam, "(wordt persoonlijk overhandigd)"]
    place = " ".join(part for part in (persoon.postcode, persoon.woonplaats) if part)
    if persoon.adres and place:
        return [persoon.naam, persoon.adres, place]
    if persoon.opvanglocatie:
        return [persoon.naam, persoon.opvanglocatie]
    return []


def ontbreekt(dossier: Dossier, soort: Briefsoort, rij: Any) -> list[str]:
    """Say what must be done or known before this letter can be made; empty: nothing."""
    brief, traject = BRIEVEN[soort], dossier.traject
    missing = _stap_mist(dossier, brief, rij)
    if not adresregels(traject):
        missing.append("Vul eerst het adres van de inburgeraar aan.")
    if traject.klantmanager is None:
        missing.append("Wijs eerst een klantmanager toe: de brief noemt wie men belt.")
    return missing


def _stap_mist(dossier: Dossier, brief: Brief, rij: Any) -> list[str]:
    missing = []
    if isinstance(rij, Handhaving):
        z = Zicht(dossier, rij, Invoer())
        if brief.lopend and not loopt(z.feit):
            return ["Deze handhaving is al besloten of gestopt."]
        missing = [
            stap.trede.eis
            for stap in ladder(z.m, z.feit)
            if stap.ontbreekt and stap.trede.naam in brief.treden
        ]
        if brief.vooraf and rij.gesprek_op:
            missing.append(f"Het gesprek was al op {voluit(rij.gesprek_op)}.")
    if brief.veld and getattr(rij, brief.veld) is None and brief.eigen not in missing:
        missing.append(brief.eigen)
    return missing


def let_op(dossier: Dossier, soort: Briefsoort, rij: Any) -> list[str]:
    """Tell the colleague what is not certain, and so not in the letter."""
    if soort not in (B.VOORNEMEN, B.BESLUIT) or not isinstance(rij, Handhaving):
        return []
    z = Zicht(dossier, rij, Invoer())
    lines = []
    if not (source := grond(z.feit)).zekerheid.bevestigd or not source.nummer_gelezen:
        lines.append(f"De brief noemt alleen de wet, niet het artikel: {source}.")
    if alleen_onwillig(z.m, z.feit, z.m.peildatum):
        rule = asielboete(z.m.peildatum)
        lines.append(f"Bij een asielstatushouder: {rule.betekenis} (niet bevestigd).")
    if soort == B.VOORNEMEN and zware_procedure(z.m, z.feit):
        lines.append("Wacht op de zienswijze voordat u besluit (niet bevestigd).")
    return lines


def _ondertekend(z: Zicht, soort: Briefsoort, wie: str) -> str:
    decided = getattr(z.rij, "besloten_door", None) if soort == B.BESLUIT else None
    return f"{z.tekst('brief_ondertekening')}\n{decided.naam if decided else wie}"


def gegevens(
    dossier: Dossier,
    soort: Briefsoort,
    rij: Any,
    invoer: Invoer,
    *,
    wie: str,
    dag: date,
) -> dict[str, Any]:
    """Give everything the letter says, as plain text; ask ``ontbreekt`` first.

    ``wie`` signs, unless it is a decision: whoever decided signs that. ``dag`` is the
    date of the letter; a decision bears its own.
    """
    brief, traject = BRIEVEN[soort], dossier.traject
    z = Zicht(dossier, rij, invoer, teksten())
    decided = {"besluit_op", "besloten_op"} & {brief.veld}
    return {
        "titel": soort.label,
        "gemeente": f"Gemeente {traject.gemeente.naam}",
        "nummer": traject.nummer,
        "dagtekening": voluit(getattr(rij, brief.veld) if decided else dag),
        "adresregels": adresregels(traject),
        "blokken": [
            *brief.zegt(z),
            _blok(
                "Vragen?",
                z.tekst(
                    "brief_contact", klantmanager=str(traject.klantmanager),
                    gemeente=traject.gemeente.naam, nummer=traject.nummer,
                ),
            ),
        ],
        "ondertekening": _ondertekend(z, soort, wie),
    }  # fmt: skip
