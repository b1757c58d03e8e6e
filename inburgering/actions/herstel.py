"""Correcting what was recorded: what moves, what already left, and the second person.

A correction is a fact about a fact. Old and new value and the reason are kept; where a
legal term would move it waits until somebody else with a mandate has looked.
"""

from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError

from inburgering.actions.termijnen import berekend
from inburgering.actions.uitvoering import Zaak, uitvoeren
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.models import herstelbaar
from inburgering.models.bericht import Bericht
from inburgering.models.document import PIP_BRIEVEN, Document
from inburgering.models.dossier import Dossier
from inburgering.models.feiten import Rij
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.gemeente import huidige_gemeente
from inburgering.models.herstel import Herstel, Herstelstatus
from inburgering.models.traject import Traject
from inburgering.wet.begrippen import Herkomst, PIPStatus, Termijnsoort
from inburgering.wet.bron import Bron
from inburgering.wet.kalender import voluit
from inburgering.wet.stand import stand
from inburgering.wet.uitkomst import NietToegestaan
from inburgering.wet.woorden import naam_van, waarde_van


EIGEN = Bron("eigen", "")
# That one of these appears or is gone is as heavy as that it moves. Other terms come and
# go with the stage of the case.
KLOKKEN = frozenset({Termijnsoort.PIP.value, Termijnsoort.INBURGERINGSTERMIJN.value})
NAAR_DUO = frozenset({"pips", "pvt", "map", "z_afrondingen", "leerbaarheidstoetsen"})

# What the database refuses, said in words.
NIET_SAMEN: Mapping[str, str] = {
    "pip_vastgesteld_met_dagtekening": (
        "Een vastgesteld PIP heeft een dagtekening, een ander PIP niet."
    ),
    "pip_besproken_met_akkoord": (
        "Vul bij een gesprek over het PIP ook in of de inburgeraar akkoord is."
    ),
    "pip_niet_akkoord_met_reden": "Vul in waarom de inburgeraar niet akkoord is.",
    "intake_einde_na_begin": "De intake kan niet zijn afgerond voor het begin.",
    "lbt_afgenomen_of_uitgezonderd": (
        "Vul de dag en de uitslag van de toets in, of de reden om niet af te nemen."
    ),
    "aanbod_einde_met_reden": "Bij een einde hoort een reden, en omgekeerd.",
    "participatie_einde_met_reden": (
        "Bij een einde hoort een reden, en het einde ligt niet voor het begin."
    ),
    "uren_tot_na_van": "De laatste dag ligt voor de eerste.",
    "examen_geen_resultaat_met_reden": (
        "Een reden hoort bij een poging zonder resultaat, en alleen daarbij."
    ),
    "handhaving_besluit_met_dag": "Een besluit heeft een dag, en een dag een besluit.",
    "handhaving_bedrag_bij_boete": "Een bedrag hoort alleen bij een boete.",
    "handhaving_besluit_of_gestopt": "Er is een besluit of het is gestopt, niet allebei.",
    "bezwaar_besloten_met_uitkomst": (
        "Een beslissing op bezwaar heeft een dag en een uitkomst."
    ),
    "afsluiting_heropend_met_reden": (
        "Bij heropenen hoort een reden, en het ligt niet voor het afsluiten."
    ),
}


# What a decision says, its outcome first. It is corrected with a second person, and never
# taken by a correction: that would go round its safeguards.
BESLUITEN: Mapping[str, tuple[str, ...]] = {
    "handhavingen": (
        "besluit", "besluit_op", "bedrag", "verwijtbaarheid", "draagkracht_bekeken",
        "besloten_door", "getoetst_op", "toets_akkoord",
    ),
    "bezwaren": ("uitkomst", "besloten_op"),
}  # fmt: skip


@dataclass(frozen=True)
class Gevolgen:
    """What a correction brings about, in lines that one can act on."""

    termijnen: tuple[str, ...]
    vertrokken: tuple[str, ...]
    tegenspraak: tuple[str, ...]
    wettelijk: bool

    @property
    def regels(self) -> list[str]:
        """Everything, as it is kept."""
        return [*self.termijnen, *self.vertrokken, *self.tegenspraak]


def verschil(
    gegeven: Any, soort: str, nieuw: Mapping[str, Any]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Give old and new of the values that differ, as they are kept."""
    now = herstelbaar.waarden(gegeven, soort)
    asked = {name: herstelbaar.naar_json(value) for name, value in nieuw.items()}
    changed = [name for name in now if name in asked and asked[name] != now[name]]
    return {n: now[n] for n in changed}, {n: asked[n] for n in changed}


def _period(rij: Rij) -> str:
    return f"{voluit(rij['begin'])} tot en met {voluit(rij['uiterlijk'])}"


def _moved(soort: str, was: Rij | None, wordt: Rij | None) -> tuple[str, bool]:
    """Say what becomes of one term, and whether that needs a second person."""
    label = Termijnsoort(soort).label
    if was is None and wordt is not None:
        heavy = soort in KLOKKEN
        return f"{label}: begint te lopen, {_period(wordt)}.", heavy
    if wordt is None and was is not None:
        return f"{label}: vervalt (was {_period(was)}).", soort in KLOKKEN
    assert was is not None
    assert wordt is not None
    if (was["begin"], was["uiterlijk"]) == (wordt["begin"], wordt["uiterlijk"]):
        return "", False
    legal = was["wettelijk"] or wordt["wettelijk"]
    return f"{label}: {_period(was)} wordt {_period(wordt)}.", legal


def schuift(dossier: Dossier, na: Any) -> tuple[tuple[str, ...], bool]:
    """Say which terms move, and whether that needs a second person."""
    before, after = (
        berekend(dossier.stand, dossier.traject),
        berekend(na, dossier.traject),
    )
    lines, heavy = [], False
    for key in sorted(before.keys() | after.keys()):
        line, needs = _moved(key[0], before.get(key), after.get(key))
        if line:
            lines.append(line)
            heavy = heavy or needs
    return tuple(lines), heavy


def _left(dossier: Dossier, soort: str, gegeven: Any) -> tuple[str, ...]:
    """Say what already left the house with the old value."""
    traject = dossier.traject
    since = getattr(gegeven, "vastgelegd_op", None) or traject.geregistreerd_op
    letters = Document.objects.filter(traject=traject, gemaakt_op__gte=since)
    then = "stuur zo nodig een nieuwe."
    if soort == "pips":
        letters = letters.filter(soort__in=PIP_BRIEVEN, feit_id=gegeven.pk)
        then = "er komt een nieuwe brief bij het PIP. Verstuur die."
    lines = [
        f'De brief "{brief.titel}" van {voluit(brief.gemaakt_op)} is gemaakt met de oude '
        f"waarde. Die brief verandert niet; {then}"
        for brief in letters.only("titel", "gemaakt_op").order_by("id")
    ]
    if sent := getattr(gegeven, "verstuurd_op", None):
        what = "PIP" if soort == "pips" else "besluit"
        lines.append(
            f"Het {what} is op {voluit(sent)} verstuurd. Laat de inburgeraar weten wat er "
            "verandert."
        )
    if soort in NAAR_DUO:
        lines.append(
            "Dit gegeven gaat ook naar DUO. Geef de verbetering door als het al is gemeld."
        )
    return (*lines, *_deliveries(since))


def _deliveries(since: date) -> list[str]:
    jobs = Bericht.objects.filter(
        gemeente=huidige_gemeente(), soort="levering_maken", klaar_op__isnull=False,
        aangemaakt__date__gte=since,
    )  # fmt: skip
    return [
        f"Op {voluit(made.date())} is een levering aan het ministerie gemaakt met de oude "
        "waarde. De volgende levering telt de nieuwe."
        for made in jobs.order_by("-id").values_list("aangemaakt", flat=True)[:3]
    ]


def vooruitblik(
    dossier: Dossier, soort: str, gegeven: Any, nieuw: Mapping[str, Any], op: date
) -> Gevolgen:
    """Say what a correction would bring about; nothing is written.

    ``nieuw`` are the changed values as they are kept. Raises ``NietToegestaan`` for what
    cannot be true.
    """
    whole = herstelbaar.waarden(gegeven, soort) | dict(nieuw)
    born = dossier.feiten.inburgeraar.geboortedatum
    if (wrong := herstelbaar.onmogelijk(soort, whole, op, born)) is not None:
        field, reason = wrong
        value = whole.get(field, born)
        day = value if field == "geboortedatum" else date.fromisoformat(value)
        said = waarde_van(soort, field, day)
        raise NietToegestaan(
            reason, EIGEN, field, gebruikt=((naam_van(field), said), ("Gekeken op", op))
        )
    _require_together(herstelbaar.zet(copy(gegeven), soort, nieuw))
    decided = BESLUITEN.get(soort, ())
    if decided and nieuw.get(decided[0]) and not getattr(gegeven, decided[0]):
        raise NietToegestaan(
            "Neem eerst het besluit. Herstellen kan alleen wat al is besloten.", EIGEN,
            decided[0],
        )  # fmt: skip
    changed = herstelbaar.met_wijziging(dossier.feiten, soort, gegeven, nieuw)
    na = stand(changed, op)
    lines, heavy = schuift(dossier, na)
    known = {m.tekst for m in dossier.stand.meldingen}
    clash = tuple(
        m.tekst for m in na.meldingen if m.tegenstrijdig and m.tekst not in known
    )
    heavy = heavy or bool(set(decided) & nieuw.keys())
    return Gevolgen(lines, _left(dossier, soort, gegeven), clash, heavy)


def _require_together(gegeven: Any) -> None:
    """Refuse values that may never stand together (the constraints of the table)."""
    try:
        gegeven.validate_constraints()
    except ValidationError as error:
        text = " ".join(error.messages)
        words = [say for name, say in NIET_SAMEN.items() if name in text]
        raise NietToegestaan(
            words[0] if words else "Deze waarden passen niet bij elkaar.", EIGEN
        ) from error


def doorvoeren(zaak: Zaak, soort: str, gegeven: Any, nieuw: Mapping[str, Any]) -> None:
    """Put the new values in the fact itself, with history."""
    herstelbaar.zet(gegeven, soort, nieuw)
    if gegeven is not zaak.traject:  # the case is saved when it is recomputed
        zaak.bewaar(gegeven)
    if soort == "pips" and is_eigen_besluit(gegeven):
        zaak.kondig_aan(
            "pip_brief", f"{gegeven.pk}:{zaak.traject.versie}", pip_id=gegeven.pk,
            lid_id=zaak.by.pk,
        )  # fmt: skip


def is_eigen_besluit(plan: Any) -> bool:
    """Say whether it is a PIP that this municipality decided, so that it has a letter."""
    return plan.status == PIPStatus.VASTGESTELD and plan.herkomst == Herkomst.GEMEENTE


def _waiting(traject: Traject, herstel_id: int) -> Herstel:
    found = Herstel.objects.filter(traject=traject, pk=herstel_id).first()
    if found is None:
        raise NietToegestaan("Dit herstel hoort niet bij dit dossier.", EIGEN, "id")
    if found.status != Herstelstatus.GEVRAAGD:
        raise NietToegestaan("Over dit herstel is al besloten.", EIGEN)
    return found


def beslis(zaak: Zaak, gevraagd: Any, status: Herstelstatus, reden: str) -> None:
    """Write what the second person decided of a correction, or of a merger."""
    zaak.wijzig(
        gevraagd, status=status.value, besloten_op=zaak.on.date(),
        besloten_door=zaak.by.gebruiker, reden_besluit=reden,
    )  # fmt: skip
    zaak.reden = reden


def goedkeuren(
    *, traject: Traject, by: Lidmaatschap, on: datetime, id: int, toelichting: str = "",  # noqa: A002
    versie: int | None = None, sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Approve a correction that moves a legal term; never one's own."""
    with uitvoeren(
        Werkhandeling.HERSTEL_GOEDKEUREN, traject, by=by, on=on, versie=versie,
        sleutel=sleutel,
    ) as zaak:  # fmt: skip
        herstel = _waiting(zaak.traject, id)
        if herstel.gevraagd_door_id == by.gebruiker_id:
            raise NietToegestaan(
                "U vroeg dit herstel zelf. Een ander met mandaat keurt het goed.", EIGEN
            )
        gegeven = herstelbaar.rij(zaak.traject, herstel.soort, herstel.feit_id)
        now = herstelbaar.waarden(gegeven, herstel.soort)
        if any(now[name] != value for name, value in herstel.oud.items()):
            raise NietToegestaan(
                "Het gegeven is na de aanvraag gewijzigd. Wijs dit herstel af en vraag "
                "het opnieuw aan.",
                EIGEN,
            )
        looked = vooruitblik(
            zaak.dossier, herstel.soort, gegeven, herstel.nieuw, on.date()
        )
        doorvoeren(zaak, herstel.soort, gegeven, herstel.nieuw)
        herstel.gevolgen = looked.regels
        beslis(zaak, herstel, Herstelstatus.DOORGEVOERD, toelichting)
    return zaak


def afwijzen(
    *, traject: Traject, by: Lidmaatschap, on: datetime, id: int, reden_besluit: str,  # noqa: A002
    versie: int | None = None, sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Reject a correction with a reason; the fact stays as it is."""
    with uitvoeren(
        Werkhandeling.HERSTEL_AFWIJZEN, traject, by=by, on=on, versie=versie,
        sleutel=sleutel,
    ) as zaak:  # fmt: skip
        herstel = _waiting(zaak.traject, id)
        beslis(zaak, herstel, Herstelstatus.AFGEWEZEN, reden_besluit)
    return zaak
