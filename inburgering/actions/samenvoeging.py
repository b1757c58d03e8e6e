"""Two cases of one person become one: nothing is lost, and nobody is counted twice.

Every row of the case that ends moves to the one that goes on, as a change with its own
line of history: the rows of before stay where they are, since history is locked. What the law has
once a case, both may have: whoever asks chooses which one holds, and the other stays with
the case that ends, to be read and not to be counted (``terzijde``). The
case that ends keeps its number, its trail and the person as that case knew them, and is
from then on only the way to the other. It cannot be undone, so whoever asks sees first
what differs, what moves and what cannot be; where a legal term moves a second person
decides, as with a correction.
"""

from collections.abc import Collection, Iterable, Mapping
from copy import copy
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import models, transaction

from inburgering.actions import taak, termijnen, terzijde
from inburgering.actions.herstel import beslis, schuift
from inburgering.actions.terzijde import ANDER, BLIJFT, DEELNAMES, Botsing, Sleutel
from inburgering.actions.traject import AANMELDING
from inburgering.actions.uitvoering import Zaak, noteer, uitvoeren
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.models.base import Zaakmodel
from inburgering.models.bericht import Bericht
from inburgering.models.bijeenkomst import Deelname
from inburgering.models.concept import Concept
from inburgering.models.dossier import Dossier, lees
from inburgering.models.feiten import lees_rij, model_van, op_volgorde
from inburgering.models.gebruiker import Lidmaatschap
from inburgering.models.gemeente import huidige_gemeente
from inburgering.models.gezin import Gezinsband, van
from inburgering.models.herstel import Herstel, Herstelstatus
from inburgering.models.herstelbaar import naar_json
from inburgering.models.inburgeraar import Inburgeraar
from inburgering.models.notitie import Notitie
from inburgering.models.opmerking import Opmerking
from inburgering.models.pip import PIP
from inburgering.models.samenvoeging import Samenvoeging
from inburgering.models.termijn import Termijn, Termijnafwijking
from inburgering.models.traject import Traject, opgegaan_in
from inburgering.models.wachtreden import Wachtreden
from inburgering.models.werkrijen import EIGEN
from inburgering.wet.begrippen import Trajectstatus
from inburgering.wet.feiten import SOORTEN, Feiten
from inburgering.wet.kalender import voluit
from inburgering.wet.stand import stand
from inburgering.wet.uitkomst import NietToegestaan


W = Werkhandeling
NIET_GEVONDEN = "Dit dossier bestaat niet, of u heeft er geen toegang toe."
LANGSTE_OPMERKING, LANGSTE_LABELS = 300, 200
ONBEKEND = ("", None, "0000")

# What is one answer stays one: no street of the one with a postcode of the other.
PERSOON: Mapping[str, tuple[str, ...]] = {
    "naam": ("voornamen", "voorvoegsel", "geslachtsnaam"),
    "adres": ("adres", "postcode", "woonplaats"),
} | {
    name: (name,)
    for name in (
        "v_nummer", "geboortedatum", "geslacht", "nationaliteit", "geboorteland",
        "verblijfstitel", "opvanglocatie", "telefoon", "email", "contacttaal",
        "brieftaal", "tolk_nodig", "tolk_wie", "tolk_hoe", "overleden_op",
    )
}  # fmt: skip
TRAJECT: Mapping[str, tuple[str, ...]] = {
    "regie": ("klantmanager_id", "team_id", "begeleider_id"),
    "geregistreerd_op": ("geregistreerd_op",),
} | {name: (name,) for name in AANMELDING}
# Which of two numbers holds is chosen, without either being said here.
BSN = "bsn"
# Protection holds when one of the two cases has it: nobody chooses it away.
BESCHERMT = ("geheim_adres", "niet_delen_met_gezin")

# What the case that ends keeps: what was computed of it, and what stands once a case.
BLIJFT_ACHTER = (Termijn, Opmerking, Samenvoeging)


@dataclass(frozen=True)
class Verschil:
    """What the two cases say of one thing, as it is kept; ``kiezen``: both say something."""

    naam: str
    van_persoon: bool
    velden: tuple[str, ...]
    blijft: tuple[Any, ...]
    ander: tuple[Any, ...]
    kiezen: bool


@dataclass(frozen=True)
class Uitzicht:
    """What a merger brings about, in lines; ``kan_niet`` are the reasons against it.

    ``botsingen``: of which facts one chooses what holds; ``terzijde``: what no longer
    counts by the choices so far, and ``niet_mee`` says it.
    """

    verschillen: tuple[Verschil, ...]
    botsingen: tuple[Botsing, ...]
    terzijde: frozenset[Sleutel]
    niet_mee: tuple[str, ...]
    kan_niet: tuple[str, ...]
    termijnen: tuple[str, ...]
    tegenspraak: tuple[str, ...]
    gemeld: tuple[str, ...]
    verhuist: tuple[tuple[str, int], ...]
    wettelijk: bool

    @property
    def twee_bsn(self) -> bool:
        """Say whether each case has another BSN: a second person looks at that too."""
        return any(v.naam == BSN for v in self.verschillen)

    @property
    def regels(self) -> list[str]:
        """Everything that follows, as it is kept."""
        return [*self.niet_mee, *self.termijnen, *self.tegenspraak, *self.gemeld]


# --- What differs ---------------------------------------------------------------------


def _differences(
    een: Any, ander: Any, groups: Mapping[str, tuple[str, ...]], *, persoon: bool
) -> Iterable[Verschil]:
    for name, fields in groups.items():
        mine = tuple(getattr(een, field) for field in fields)
        yours = tuple(getattr(ander, field) for field in fields)
        if mine == yours:
            continue
        known = [any(v not in ONBEKEND for v in side) for side in (mine, yours)]
        yield Verschil(name, persoon, fields, mine, yours, all(known))


def _two_numbers(een: Inburgeraar, ander: Inburgeraar) -> Iterable[Verschil]:
    """Give that the two have a BSN each: one of them was never this person's."""
    if een.bsn_index and ander.bsn_index and een.bsn_index != ander.bsn_index:
        yield Verschil(BSN, True, (), (), (), True)


def verschillen(blijft: Traject, ander: Traject) -> tuple[Verschil, ...]:
    """Give what the two cases say differently of the person and the registration."""
    return (
        *_two_numbers(blijft.inburgeraar, ander.inburgeraar),
        *_differences(blijft.inburgeraar, ander.inburgeraar, PERSOON, persoon=True),
        *_differences(blijft, ander, TRAJECT, persoon=False),
    )


def _holds(v: Verschil, keuzes: Mapping[str, str]) -> tuple[Any, ...]:
    """Give the values that hold: chosen, or of the only case that says something."""
    if v.kiezen:
        return v.ander if keuzes.get(v.naam) == ANDER else v.blijft
    return v.ander if all(value in ONBEKEND for value in v.blijft) else v.blijft


def _fill(
    persoon: Inburgeraar, traject: Traject, ander: Inburgeraar,
    found: Iterable[Verschil], keuzes: Mapping[str, str],
) -> None:  # fmt: skip
    for v in found:
        row = persoon if v.van_persoon else traject
        for field, value in zip(v.velden, _holds(v, keuzes), strict=True):
            setattr(row, field, value)
    for name in BESCHERMT:
        setattr(persoon, name, getattr(persoon, name) or getattr(ander, name))


# --- What would follow ----------------------------------------------------------------


def _together(
    blijft: Dossier, ander: Dossier, keuzes: Mapping[str, str],
    weg: Collection[Sleutel] = frozenset(),
) -> Feiten:  # fmt: skip
    """Give the facts of both cases as those of one, without what is set aside."""
    traject, persoon = copy(blijft.traject), copy(blijft.traject.inburgeraar)
    found = verschillen(blijft.traject, ander.traject)
    _fill(persoon, traject, ander.traject.inburgeraar, found, keuzes)
    mine, yours = (terzijde.zonder(d.feiten, weg) for d in (blijft, ander))
    last = max((pip.versie for pip in mine.pips), default=0)
    rows = {soort: [*getattr(mine, soort), *getattr(yours, soort)] for soort in SOORTEN}
    later = [
        replace(pip, versie=last + n)
        for n, pip in enumerate(sorted(yours.pips, key=lambda p: p.versie), 1)
    ]
    rows["pips"] = [*mine.pips, *later]
    return replace(
        blijft.feiten,
        inburgeraar=lees_rij("inburgeraar", persoon),
        traject=lees_rij("traject", traject),
        **{soort: op_volgorde(soort, found) for soort, found in rows.items()},
    )


def _said(b: Any) -> str:
    if b.soort not in SOORTEN:
        return f"Aanmelding: {b.tekst}"
    words = str(model_van(b.soort)._meta.verbose_name)
    return f"{words[:1].upper()}{words[1:]}: {b.tekst}"


def _other_clocks(
    ander: Dossier, na: Any, traject: Traject
) -> tuple[tuple[str, ...], bool]:
    """Say which legal terms of the case that ends were stricter than what remains."""
    after = {
        (t.soort, t.uiterlijk): t for t in na.termijnen if t.open
    }  # the same day is the same term
    lines = [
        f"{t.soort.label} van dossier {ander.traject.nummer}, uiterlijk "
        f"{voluit(t.uiterlijk)}: vervalt."
        for t in ander.stand.termijnen
        if t.open and t.wettelijk and (t.soort, t.uiterlijk) not in after
    ]
    stricter = any(
        t.open
        and t.wettelijk
        and not any(soort == t.soort and day <= t.uiterlijk for soort, day in after)
        for t in ander.stand.termijnen
    )
    return tuple(lines), stricter


def _waits(blijft: Traject, ander: Traject, deze: int | None) -> Iterable[str]:
    both = [blijft.pk, ander.pk]
    open_ = Herstelstatus.GEVRAAGD.value
    if Herstel.objects.filter(traject_id__in=both, status=open_).exists():
        yield (
            "Er wacht een herstel op een tweede persoon. Laat daarover eerst beslissen."
        )
    other = Samenvoeging.objects.filter(status=open_).exclude(pk=deze)
    if other.filter(
        models.Q(traject_id__in=both) | models.Q(ander_id__in=both)
    ).exists():
        yield "Er wacht al een samenvoeging van een van deze dossiers op een tweede persoon."


def _family(blijft: Traject, ander: Traject) -> Iterable[str]:
    linked = Gezinsband.objects.filter(van(blijft), einde=None).filter(van(ander))
    if linked.exists():
        yield (
            "Deze twee dossiers zijn aan elkaar gekoppeld als gezin of huishouden. "
            "Niemand is familie van zichzelf: beëindig eerst die band, of het zijn twee "
            "personen."
        )


def _numbers(blijft: Traject, ander: Traject) -> Iterable[str]:
    others = ander.inburgeraar.trajecten.exclude(pk__in=[blijft.pk, ander.pk])
    if (third := others.first()) is not None:
        yield (
            f"Van deze persoon is er nog een dossier: {third.nummer}. Voeg dat eerst samen."
        )


def bezwaren(
    blijft: Traject, ander: Traject, deze: int | None = None
) -> tuple[str, ...]:
    """Say why these two cannot become one, whatever is chosen; empty when they can."""
    return (
        *_numbers(blijft, ander),
        *_family(blijft, ander),
        *_waits(blijft, ander, deze),
    )


def _tables() -> Iterable[type[models.Model]]:
    """Give every table with rows of a case that can move, one of tomorrow too."""
    for table in apps.get_app_config("inburgering").get_models():
        of_case = any(field.name == "traject" for field in table._meta.fields)
        if of_case and issubclass(table, Zaakmodel) and table not in BLIJFT_ACHTER:
            yield table


def _counted(ander: Traject, weg: Collection[Sleutel]) -> Iterable[tuple[str, int]]:
    for table in (*_tables(), Opmerking):
        stays = [key for soort, key in weg if terzijde.model(soort) is table]
        if number := table.objects.filter(traject=ander).exclude(pk__in=stays).count():
            meta = table._meta
            words = meta.verbose_name if number == 1 else meta.verbose_name_plural
            yield str(words), number


def _reported(ander: Traject) -> Iterable[str]:
    made = Bericht.objects.filter(
        gemeente=huidige_gemeente(), soort="levering_maken", klaar_op__isnull=False,
        aangemaakt__date__gte=ander.geregistreerd_op,
    )  # fmt: skip
    for moment in made.order_by("-id").values_list("aangemaakt", flat=True)[:3]:
        yield (
            f"In de levering aan het ministerie van {voluit(moment.date())} telde deze "
            "persoon als twee dossiers. De volgende levering telt er een."
        )


def _number_lost(
    found: Iterable[Verschil],
    blijft: Traject,
    ander: Traject,
    keuzes: Mapping[str, str],
) -> list[str]:
    if all(v.naam != BSN for v in found):
        return []
    lost = blijft if keuzes.get(BSN) == ANDER else ander
    line = (
        "De dossiers hebben twee verschillende BSN's, en een persoon heeft er een. Het "
        f"BSN van dossier {lost.nummer} telt niet meer mee."
    )
    return [line]


def uitzicht(
    blijft: Dossier, ander: Dossier, keuzes: Mapping[str, str], op: date,
    deze: int | None = None,
) -> Uitzicht:  # fmt: skip
    """Say what a merger brings about; nothing is written."""

    def samen(weg: Collection[Sleutel]) -> Feiten:
        return _together(blijft, ander, keuzes, weg)

    clash = terzijde.zoek(blijft, ander, samen, keuzes, op)
    na = stand(samen(clash.terzijde), op)
    found = verschillen(blijft.traject, ander.traject)
    numbers = _number_lost(found, blijft.traject, ander.traject, keuzes)
    moved, heavy = schuift(blijft, na)
    ended, stricter = _other_clocks(ander, na, blijft.traject)
    known = {m.tekst for d in (blijft, ander) for m in d.stand.meldingen}
    said = [m.tekst for m in na.meldingen if m.tegenstrijdig and m.tekst not in known]
    return Uitzicht(
        verschillen=found,
        botsingen=clash.botsingen,
        terzijde=clash.terzijde,
        niet_mee=(
            *numbers,
            *terzijde.regels(clash.terzijde, blijft.traject, ander.traject),
        ),
        kan_niet=(
            *bezwaren(blijft.traject, ander.traject, deze),
            *dict.fromkeys(_said(b) for b in clash.rest),
        ),
        termijnen=(*moved, *ended),
        tegenspraak=(*(b.tekst for b in clash.verschillen), *said),
        gemeld=tuple(_reported(ander.traject)),
        verhuist=tuple(_counted(ander.traject, clash.terzijde)),
        wettelijk=heavy or stricter or bool(numbers),
    )


# --- Doing it -------------------------------------------------------------------------


def _lock(*trajecten: Traject) -> None:
    """Lock both cases, in one order: two colleagues could do this at once."""
    rows = Traject.alle.select_for_update(of=("self",)).order_by("pk")
    for row in rows.filter(pk__in=[t.pk for t in trajecten]):
        if row.samengevoegd_met_id is not None:
            raise NietToegestaan(
                f"Dossier {row.nummer} is intussen al samengevoegd.", EIGEN
            )


def _read(traject: Traject, op: date) -> Dossier:
    row = Traject.objects.select_related("inburgeraar").get(pk=traject.pk)
    return lees(row, op)


def _family_row(band: Gezinsband, zaak: Zaak, ander: Traject) -> bool:
    """Move a link of the family; one that both cases had is ended, not made twice."""
    if ander.pk == band.traject_id:
        band.traject_id = zaak.traject.pk
    else:
        band.ander_id = zaak.traject.pk
    if band.traject_id == band.ander_id:
        return False  # an ended link between the two: it stays where it was
    same = Gezinsband.objects.filter(van(band.traject), einde=None).filter(
        van(band.ander)
    )
    if band.einde is None and same.exclude(pk=band.pk).exists():
        band.einde = max(band.begin, zaak.on.date())
    return True


def _meeting_row(row: Deelname, zaak: Zaak, weg: Collection[Sleutel]) -> bool:
    """Move a place at a meeting; of two at one meeting the one that holds stays.

    The one that says most, and where both say something, what was chosen.
    """
    own = Deelname.objects.filter(
        traject=zaak.traject, bijeenkomst_id=row.bijeenkomst_id
    ).first()
    if own is None:
        return True
    if (row.aanwezigheid and not own.aanwezigheid) or (DEELNAMES, own.pk) in weg:
        for name in ("aanwezigheid", "uren", "ondertekend"):
            setattr(own, name, getattr(row, name))
        zaak.bewaar(own)
    return False


def _fits(row: Any, zaak: Zaak, weg: Collection[Sleutel]) -> bool:
    """Make a row fit beside those of the case that goes on; False: it stays behind."""
    if isinstance(row, Deelname):
        return _meeting_row(row, zaak, weg)
    if isinstance(row, PIP):
        row.versie = _next_version(zaak.traject)
    elif isinstance(row, Notitie) and row.vastgezet:
        pinned = Notitie.objects.filter(traject=zaak.traject, vastgezet=True)
        row.vastgezet = not pinned.exists()
    elif isinstance(row, Wachtreden) and row.tot is None:
        same = Wachtreden.objects.filter(
            traject=zaak.traject, soort=row.soort, volgnummer=row.volgnummer,
            begin=row.begin, tot=None,
        )  # fmt: skip
        if same.exists():
            row.tot = zaak.on.date()
    return True


def _next_version(traject: Traject) -> int:
    last = PIP.objects.filter(traject=traject).aggregate(n=models.Max("versie"))
    return (last["n"] or 0) + 1


def _set_aside(zaak: Zaak, ander: Traject, weg: Collection[Sleutel]) -> None:
    """Give what of this case no longer counts to the case that ends, as it is."""
    for (soort, _), row in sorted(terzijde.rijen(weg).items(), key=lambda p: p[0]):
        if soort == DEELNAMES or row.traject_id != zaak.traject.pk:
            continue  # of one meeting both rows stay; what is theirs stays there
        taken = isinstance(row, PIP) and PIP.objects.filter(
            traject=ander, versie=row.versie
        )
        if taken and taken.exists():
            row.versie = _next_version(ander)
        row.traject = ander
        zaak.bewaar(row)


def _move(zaak: Zaak, ander: Traject, weg: Collection[Sleutel]) -> None:
    """Give every row of the other case to this one, each with a line of history."""
    aside = {(terzijde.model(soort), key) for soort, key in weg}
    for table in _tables():
        if table is Gezinsband:
            for band in Gezinsband.objects.filter(van(ander)).order_by("pk"):
                if _family_row(band, zaak, ander):
                    zaak.bewaar(band)
            continue
        order = ("versie",) if table is PIP else ("pk",)
        for row in table.objects.filter(traject=ander).order_by(*order):
            if table is not Deelname and (table, row.pk) in aside:
                continue
            if _fits(row, zaak, weg):
                row.traject = zaak.traject
                zaak.bewaar(row)


def _remark(zaak: Zaak, ander: Traject) -> None:
    """Join the remark and the labels; a remark that does not fit becomes a note."""
    theirs = Opmerking.objects.filter(traject=ander).first()
    if theirs is None:
        return
    own = Opmerking.objects.filter(traject=zaak.traject).first()
    if own is None:
        theirs.traject = zaak.traject
        zaak.bewaar(theirs)
        return
    text = " / ".join(dict.fromkeys(t for t in (own.tekst, theirs.tekst) if t))
    labels = ", ".join(dict.fromkeys([*own.los, *theirs.los]))
    if len(text) > LANGSTE_OPMERKING or len(labels) > LANGSTE_LABELS:
        zaak.nieuw(
            Notitie, onderwerp=f"Opmerking uit dossier {ander.nummer}",
            tekst="\n".join(part for part in (theirs.tekst, theirs.labels) if part),
        )  # fmt: skip
        return
    own.tekst, own.labels, own.versie = text, labels, own.versie + 1
    zaak.bewaar(own)


def _terms(zaak: Zaak, ander: Traject) -> None:
    """End what was computed of the other case; its tasks go on as terms of this one."""
    rows = list(Termijn.objects.filter(traject=ander, vervallen=False))
    for row in rows:
        row.vervallen, row.klantmanager_id, row.team_id = True, None, None
    termijnen.bewaar_rijen(rows, by=zaak.by, on=zaak.on)
    taak.neem_over(zaak)
    Termijnafwijking.objects.filter(traject=ander, verdwenen_op=None).update(
        verdwenen_op=zaak.on.date()
    )


def _drafts(blijft: Traject, ander: Traject) -> None:
    """Let what a colleague was typing go along."""
    rows = Concept.objects.filter(formulier__startswith=f"{ander.nummer}/")
    for row in rows:
        name = blijft.nummer + row.formulier.removeprefix(ander.nummer)
        taken = Concept.objects.filter(gebruiker_id=row.gebruiker_id, formulier=name)
        if not taken.exists():
            row.formulier = name
            row.save(update_fields=["formulier"])


def _person(
    zaak: Zaak, ander: Traject, found: Iterable[Verschil], keuzes: Mapping[str, str]
) -> None:
    """Keep what holds of the person; the other row stays as that case knew them."""
    persoon, former = zaak.traject.inburgeraar, ander.inburgeraar
    _fill(persoon, zaak.traject, former, found, keuzes)
    if former.pk == persoon.pk:
        zaak.bewaar(persoon)
        return
    former.samengevoegd = True
    zaak.bewaar(former)
    if former.bsn_index and (not persoon.bsn_index or keuzes.get(BSN) == ANDER):
        persoon.zet_bsn(former.lees_bsn())
    persoon.zet_zoeknaam()
    zaak.bewaar(persoon)


def _ends(zaak: Zaak, ander: Traject) -> None:
    """Let the other case be the way to this one, and what was merged into it too."""
    for former in opgegaan_in(ander):
        former.samengevoegd_met_id = zaak.traject.pk
        zaak.bewaar(former)
    ander.samengevoegd_met_id = zaak.traject.pk
    ander.status = Trajectstatus.AFGESLOTEN.value
    ander.versie += 1
    zaak.bewaar(ander)
    zaak.traject.versie = max(zaak.traject.versie, ander.versie)
    zaak.kondig_aan(
        "feiten_samenvoegen", f"{ander.pk}:{zaak.traject.pk}", traject_id=ander.pk
    )


def _ook_bij(ander: Traject, zaak: Zaak) -> None:
    """Write the act in the trail of the other number too."""
    other = Zaak(None, zaak.by, zaak.on, zaak.handeling, ander)
    other.feit, other.samenvatting = zaak.feit, zaak.samenvatting
    noteer(other, None)


def _merge(
    zaak: Zaak, ander: Traject, keuzes: Mapping[str, str], weg: Collection[Sleutel]
) -> None:
    zaak.samenvatting = (
        f"Dossier {ander.nummer} ging op in dit dossier{terzijde.in_het_kort(weg)}"
    )
    found = verschillen(zaak.traject, ander)
    _person(zaak, ander, found, keuzes)
    _set_aside(zaak, ander, weg)
    _move(zaak, ander, weg)
    _remark(zaak, ander)
    _terms(zaak, ander)
    _drafts(zaak.traject, ander)
    _ends(zaak, ander)
    # The case is recomputed from what is stored; the row of history follows with that.
    zaak.traject.save_without_historical_record()


def _require_choices(looked: Uitzicht, keuzes: Mapping[str, str]) -> None:
    for v in looked.verschillen:
        if v.kiezen and keuzes.get(v.naam) not in (BLIJFT, ANDER):
            raise NietToegestaan("Kies welke waarde klopt.", EIGEN, v.naam)
    for clash in looked.botsingen:
        if not clash.terzijde(keuzes.get(clash.naam, "")):
            raise NietToegestaan(
                f"Kies wat meetelt. {' '.join(clash.redenen)}", EIGEN, clash.naam
            )


def _chosen(looked: Uitzicht, keuzes: Mapping[str, str]) -> dict[str, str]:
    """Give the answers to what was asked, as they are kept, and no other."""
    asked = [v.naam for v in looked.verschillen if v.kiezen]
    return {
        name: keuzes[name] for name in (*asked, *(b.naam for b in looked.botsingen))
    }


def _refuse(looked: Uitzicht) -> None:
    if looked.kan_niet:
        raise NietToegestaan(looked.kan_niet[0], EIGEN)


def _kept(found: Iterable[Verschil]) -> dict[str, Any]:
    return {
        v.naam: [[naar_json(x) for x in v.blijft], [naar_json(x) for x in v.ander]]
        for v in found
    }


def vind(nummer: str, by: Lidmaatschap, *, niet: Traject) -> Traject:
    """Find the other case within reach. Raises ``NietToegestaan``."""
    rows = Traject.objects.visible_to(by).select_related("inburgeraar")
    found = rows.filter(nummer=nummer.strip()).first()
    if found is None:
        raise NietToegestaan(NIET_GEVONDEN, EIGEN, "ander")
    if found.pk == niet.pk:
        raise NietToegestaan("Dit is dit dossier zelf.", EIGEN, "ander")
    return found


def vragen(
    *, traject: Traject, by: Lidmaatschap, on: datetime, ander: str,
    keuzes: Mapping[str, str], reden: str, ander_versie: int | None = None,
    versie: int | None = None, sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Merge the case with number ``ander`` into this one, or ask a second person to.

    ``keuzes``: what differs -> "blijft" or "ander". The merger is ``zaak.feit``. Raises
    ``NietToegestaan`` with why the two cannot be one person, or which choice is missing.
    """
    other = vind(ander, by, niet=traject)
    with transaction.atomic():
        _lock(traject, other)
        with uitvoeren(
            W.SAMENVOEGING_VRAGEN, traject, by=by, on=on, versie=versie, sleutel=sleutel
        ) as zaak:
            second = _read(other, on.date())
            if ander_versie not in (None, second.traject.versie):
                raise NietToegestaan(
                    f"Dossier {other.nummer} is intussen gewijzigd. Bekijk de verschillen "
                    "opnieuw.",
                    EIGEN,
                )
            looked = uitzicht(zaak.dossier, second, keuzes, on.date())
            _refuse(looked)
            _require_choices(looked, keuzes)
            row = Samenvoeging(
                gemeente=huidige_gemeente(), traject=zaak.traject, ander=second.traject,
                verschillen=_kept(looked.verschillen),
                keuzes=_chosen(looked, keuzes),
                gevolgen=looked.regels, reden=reden, gevraagd_op=on.date(),
                gevraagd_door=by.gebruiker, status=Herstelstatus.GEVRAAGD.value,
                # Asking is an act too: it moves the version of the case that goes on.
                versies=[zaak.traject.versie + 1, second.traject.versie],
            )  # fmt: skip
            zaak.reden = reden
            zaak.samenvatting = f"Dossier {other.nummer}: wacht op een tweede persoon"
            if not looked.wettelijk:
                _merge(zaak, second.traject, keuzes, looked.terzijde)
                row.status = Herstelstatus.DOORGEVOERD.value
                row.besloten_op, row.besloten_door = on.date(), by.gebruiker
            zaak.feit = zaak.bewaar(row)
            if not looked.wettelijk:
                _ook_bij(second.traject, zaak)
    return zaak


def _waiting(traject: Traject, samenvoeging_id: int) -> Samenvoeging:
    rows = Samenvoeging.objects.filter(traject=traject, pk=samenvoeging_id)
    found = rows.select_related("ander__inburgeraar").first()
    if found is None:
        raise NietToegestaan("Deze samenvoeging hoort niet bij dit dossier.", EIGEN)
    if found.status != Herstelstatus.GEVRAAGD:
        raise NietToegestaan("Over deze samenvoeging is al besloten.", EIGEN)
    return found


def goedkeuren(
    *, traject: Traject, by: Lidmaatschap, on: datetime, id: int, toelichting: str = "",  # noqa: A002
    versie: int | None = None, sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Approve a merger that moves a legal term, and do it; never one's own."""
    asked = Samenvoeging.objects.filter(traject=traject, pk=id).first()
    with transaction.atomic():
        if asked is not None:
            _lock(traject, asked.ander)
        with uitvoeren(
            W.SAMENVOEGING_GOEDKEUREN, traject, by=by, on=on, versie=versie,
            sleutel=sleutel,
        ) as zaak:  # fmt: skip
            row = _waiting(zaak.traject, id)
            if row.gevraagd_door_id == by.gebruiker_id:
                raise NietToegestaan(
                    "U vroeg deze samenvoeging zelf. Een ander met mandaat keurt haar "
                    "goed.",
                    EIGEN,
                )
            second = _read(row.ander, on.date())
            if row.versies != [zaak.traject.versie, second.traject.versie]:
                raise NietToegestaan(
                    "Een van de dossiers is na de aanvraag gewijzigd. Wijs deze "
                    "samenvoeging af en vraag haar opnieuw.",
                    EIGEN,
                )
            looked = uitzicht(zaak.dossier, second, row.keuzes, on.date(), row.pk)
            _refuse(looked)
            _require_choices(looked, row.keuzes)
            _merge(zaak, second.traject, row.keuzes, looked.terzijde)
            beslis(zaak, row, Herstelstatus.DOORGEVOERD, toelichting)
            _ook_bij(second.traject, zaak)
    return zaak


def afwijzen(
    *, traject: Traject, by: Lidmaatschap, on: datetime, id: int, reden_besluit: str,  # noqa: A002
    versie: int | None = None, sleutel: UUID | None = None,
) -> Zaak:  # fmt: skip
    """Reject a merger with a reason; both cases stay as they are."""
    with uitvoeren(
        W.SAMENVOEGING_AFWIJZEN, traject, by=by, on=on, versie=versie, sleutel=sleutel
    ) as zaak:
        beslis(zaak, _waiting(zaak.traject, id), Herstelstatus.AFGEWEZEN, reden_besluit)
    return zaak
