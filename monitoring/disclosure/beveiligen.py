"""The recipe: true counts in, safe figures out (release policy 1-4).

Per cohort: round the started and freeze them, round each count given its whole, write
the bytes, read them back, and let the attacker try on these and all earlier ones. What
the attacker names goes one step down the ladder, and the whole is tried again; what has
no step left is not released. Nothing leaves that did not pass.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from monitoring.disclosure.afronden import sleutelkenmerk
from monitoring.disclosure.audit import audit_cohort
from monitoring.disclosure.kennis import Kennis
from monitoring.disclosure.lezen import lees
from monitoring.disclosure.oordeel import Bevinding, Methode, Oordeel, Soort
from monitoring.disclosure.ronde import Werk, maak_blok
from monitoring.disclosure.tabel import _ZEGEL, RuweTabel, VeiligeTabel
from monitoring.disclosure.uitgave import Blok, Plek, Uitgave, schrijf
from monitoring.disclosure.verleden import definitief
from monitoring.indicators.catalogus import Tabel


class NietVeilig(Exception):
    """Nothing can leave, not even less: what was published before already says too
    much to the reader that is now declared."""

    def __init__(self, bevindingen: tuple[Bevinding, ...]) -> None:
        super().__init__("; ".join(map(str, bevindingen)))
        self.bevindingen = bevindingen


def beveilig(
    ruw: RuweTabel,
    tabel: Tabel,
    *,
    eerder: Sequence[Uitgave],
    sleutel: bytes,
    kennis: Kennis,
) -> VeiligeTabel:
    """Protect the counts of one edition, given every edition before it, oldest first.

    ``kennis``: what readers know of this moment and of every earlier one. Raises
    ValueError when the counts are no counts of persons, NietVeilig when nothing helps.
    """
    ruw.controleer(tabel)
    _volgt_op(ruw, eerder)
    werk = Werk(ruw, tabel, tuple(eerder), sleutel, kennis)
    uitgave = Uitgave(ruw.gemeente, tabel.code, ruw.editie, sleutelkenmerk(sleutel), ())
    oordeel = Oordeel(Methode.GEHEEL)
    meldingen: tuple[str, ...] = ()
    for cohort in ruw.cohorten:
        beveiligd = _cohort(werk, uitgave, cohort)
        uitgave = replace(uitgave, blokken=uitgave.blokken + beveiligd.blokken)
        oordeel += beveiligd.oordeel
        meldingen += beveiligd.meldingen
    bestanden = schrijf(uitgave, tabel)
    return VeiligeTabel(_ZEGEL, uitgave, bestanden, oordeel, kennis.niveau, meldingen)


def _volgt_op(ruw: RuweTabel, eerder: Sequence[Uitgave]) -> None:
    """One edition per reference day, later than every other: the same truth is never
    rounded twice."""
    if all(uitgave.editie.peildag < ruw.editie.peildag for uitgave in eerder):
        return
    (cohort, code), telling = next(iter(ruw.tellingen.items()))
    plek = Plek(ruw.gemeente, ruw.editie.code, cohort, code, next(iter(telling.cellen)))
    uitleg = "er is al een editie met deze peildag of een latere"
    raise NietVeilig((Bevinding(Soort.VOLGORDE, plek, uitleg),))


@dataclass(frozen=True)
class _Beveiligd:
    blokken: tuple[Blok, ...]
    oordeel: Oordeel
    meldingen: tuple[str, ...]


def _cohort(werk: Werk, leeg: Uitgave, cohort: int) -> _Beveiligd:
    """Try the finest; take one step down where the attacker finds something."""
    minstens = {telling.code: 0 for telling in werk.tabel.tellingen}
    meldingen: list[str] = []
    while True:
        uitgave = _maak(werk, leeg, cohort, minstens)
        # The attacker reads what would be published, not what we hold.
        gelezen = lees(schrijf(uitgave, werk.tabel), werk.tabel)
        oordeel = audit_cohort((*werk.eerder, gelezen), werk.tabel, cohort, werk.kennis)
        if oordeel.genoeg:
            return _Beveiligd(uitgave.blokken, oordeel, tuple(meldingen))
        te_fijn = _te_fijn(werk, uitgave.blokken, oordeel)
        if not te_fijn:
            raise NietVeilig(oordeel.bevindingen)
        for blok in te_fijn:
            minstens[blok.telling] = (blok.niveau or 0) + 1
            meldingen.append(
                f"{blok.telling} {cohort}: een stap grover getoond, anders wist een "
                f"lezer te veel"
            )


def _maak(
    werk: Werk, leeg: Uitgave, cohort: int, minstens: Mapping[str, int]
) -> Uitgave:
    uitgave = leeg
    for telling in werk.tabel.tellingen:
        blok = maak_blok(werk, uitgave, cohort, telling, minstens[telling.code])
        uitgave = replace(uitgave, blokken=(*uitgave.blokken, blok))
    return replace(uitgave, blokken=uitgave.blokken[len(leeg.blokken) :])


def _te_fijn(werk: Werk, blokken: Sequence[Blok], oordeel: Oordeel) -> list[Blok]:
    """The counts that the attacker names; if none of these can give way, the finest."""
    wijkt = [
        blok
        for blok in blokken
        if blok.getoond and definitief(werk.eerder, blok.cohort, blok.telling) is None
    ]
    genoemd = {bevinding.plek.telling for bevinding in oordeel.bevindingen}
    if te_fijn := [blok for blok in wijkt if blok.telling in genoemd]:
        return te_fijn
    fijnste = min((blok.niveau or 0 for blok in wijkt), default=0)
    return [blok for blok in wijkt if blok.niveau == fijnste]
