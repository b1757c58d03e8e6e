"""Het regelboek: alle rijen van de wet als tekst, gemaakt uit de tabellen zelf.

``regelboek()`` geeft Markdown met elk getal, elke regel, hun artikel en zekerheid; wat
C of D is, heet er "niet bevestigd". ``toestandsdiagram()`` geeft het diagram. Zuiver: de
tekst verandert alleen als een tabel verandert.
"""

import pkgutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from importlib import import_module
from types import ModuleType

import inburgering.wet
from inburgering.wet import kalender, levensloop
from inburgering.wet.afspraken import GEVOLG, GEVOLG_BRON
from inburgering.wet.begrippen import (
    Doelgroep,
    RedenAfsluiting,
    Trajectstatus,
    Urensoort,
)
from inburgering.wet.bron import Bron
from inburgering.wet.duobesluit import DUO, GRONDEN_BIJ
from inburgering.wet.einde import AFSLUITGRONDEN, SLUIT_MET
from inburgering.wet.einde import DUO as EINDE
from inburgering.wet.handelingen import HANDELINGEN, Aard, Handeling
from inburgering.wet.intake import VRAGEN
from inburgering.wet.leerroutes import (
    EISEN,
    PIP_REGELS,
    TELT_BRON,
    TELT_VOOR_AFSCHALEN,
    TELT_VOOR_PARTICIPATIE,
    TELT_VOOR_TAAL,
)
from inburgering.wet.ontzorgen import WIJZEN
from inburgering.wet.parameters import (
    AOW_LEEFTIJDEN,
    GELIJKGESTELDE_DAGEN,
    PLANNING,
    WETTELIJK,
    Parameter,
)
from inburgering.wet.pipinhoud import INHOUD, MAP_THEMAS, MAP_THEMAS_BRON
from inburgering.wet.plicht import (
    GRONDEN,
    NIET_PLICHTIG,
    NIET_PLICHTIGE_NATIONALITEITEN,
    PLICHT,
    VERBLIJFSTITELS,
    WAARSCHUWINGEN,
)
from inburgering.wet.termijnen import STARTGRONDEN, TERMIJNREGELS
from inburgering.wet.toetsing import PER_HANDELING as TOETSEN
from inburgering.wet.verlenging import (
    VERLENGINGSGRONDEN,
    Verlengingsregel,
    voorwaarden,
)
from inburgering.wet.voorwaarden import PER_HANDELING as VOORWAARDEN


Rij = Sequence[object]


def tabel(kop: Sequence[str], rijen: Iterable[Rij]) -> str:
    """Een Markdown-tabel."""
    regels = [kop, ["---"] * len(kop), *rijen]
    cellen = ([str(cel).replace("|", "/") for cel in regel] for regel in regels)
    return "\n".join(f"| {' | '.join(regel)} |" for regel in cellen) + "\n"


def _bron(bron: Bron) -> tuple[str, str]:
    return str(bron), bron.zekerheid.value


def _geldig(rij: Parameter) -> str:
    tot = f" tot {rij.geldig_tot:%d-%m-%Y}" if rij.geldig_tot else ""
    return f"vanaf {rij.geldig_vanaf:%d-%m-%Y}{tot}"


def _getallen(rijen: Iterable[Parameter]) -> str:
    return tabel(
        ("getal", "waarde", "betekenis", "bron", "zekerheid", "geldig", "instelbaar"),
        (
            (
                rij.naam,
                rij.duur,
                rij.betekenis,
                *_bron(rij.bron),
                _geldig(rij),
                rij.mag_zijn,
            )
            for rij in rijen
        ),
    )


def _plicht() -> str:
    gronden = tabel(
        ("weigeren bij", "gegeven", "bron", "zekerheid"),
        ((g.betekenis, g.veld, *_bron(g.bron)) for g in GRONDEN),
    )
    meldingen = tabel(
        ("melden bij", "bron", "zekerheid"),
        ((w.betekenis, *_bron(w.bron)) for w in WAARSCHUWINGEN),
    )
    return f"{gronden}\n{meldingen}"


def _codes() -> str:
    nationaliteiten = tabel(
        ("nationaliteit (tabel 32)", "waarom niet plichtig", "bron", "zekerheid"),
        (
            (code, vrij.value, *_bron(NIET_PLICHTIG))
            for code, vrij in NIET_PLICHTIGE_NATIONALITEITEN.items()
        ),
    )
    titels = tabel(
        ("verblijfstitel (tabel 56)", "betekenis", "bron", "zekerheid"),
        (
            (code, titel.value, *_bron(PLICHT))
            for code, titel in VERBLIJFSTITELS.items()
            if code
        ),
    )
    return f"{nationaliteiten}\n{titels}"


def _leerroutes() -> str:
    eisen = tabel(
        ("leerroute", "onderdeel", "niveau", "voor wie", "bron", "zekerheid"),
        (
            (
                eis.leerroute.label,
                eis.onderdeel.label,
                eis.niveau or "",
                eis.groep.label if eis.groep else "iedereen",
                *_bron(eis.bron),
            )
            for eis in EISEN
        ),
    )
    pip = tabel(
        ("wat een PIP niet mag", "gegeven", "bron", "zekerheid"),
        ((r.betekenis, r.veld, *_bron(r.bron)) for r in PIP_REGELS),
    )
    inhoud = tabel(
        ("wat in een PIP hoort", "voor wie", "als het ontbreekt", "bron", "zekerheid"),
        (
            (
                rij.label,
                rij.voor,
                "vaststellen kan niet" if rij.verplicht else "een melding",
                *_bron(rij.bron),
            )
            for rij in INHOUD
        ),
    )
    themas = tabel(
        ("thema van de MAP", "bron", "zekerheid"),
        ((thema, *_bron(MAP_THEMAS_BRON)) for thema in MAP_THEMAS),
    )
    return f"{eisen}\n{pip}\n{inhoud}\n{_uren()}\n{themas}"


def _uren() -> str:
    return tabel(
        (
            "uren",
            "telt voor taal",
            "telt voor participatie",
            "telt voor afschalen",
            "bron",
            "zekerheid",
        ),
        (
            (
                soort.label,
                *(
                    "ja" if soort in telt else "nee"
                    for telt in (
                        TELT_VOOR_TAAL,
                        TELT_VOOR_PARTICIPATIE,
                        TELT_VOOR_AFSCHALEN,
                    )
                ),
                *_bron(TELT_BRON),
            )
            for soort in Urensoort
        ),
    )


def _ondersteuning() -> str:
    wijzen = tabel(
        ("vaste last betalen bij ontzorgen", "vanaf", "bron", "zekerheid"),
        (
            (rij.wijze.label, f"{rij.geldig_vanaf:%d-%m-%Y}", *_bron(rij.bron))
            for rij in WIJZEN
        ),
    )
    gevolgen = tabel(
        (
            "een afspraak rust op",
            "wat kan volgen als de inburgeraar haar niet nakomt",
            "bron",
            "zekerheid",
        ),
        (
            (grondslag.label, gevolg, *_bron(GEVOLG_BRON))
            for grondslag, gevolg in GEVOLG.items()
        ),
    )
    return f"{wijzen}\n{gevolgen}"


def _verlenging() -> str:
    gronden = tabel(
        (
            "grond",
            "hoe",
            "voorwaarden",
            "lengte",
            "kan opnieuw",
            "bron",
            "zekerheid",
            "geldig vanaf",
        ),
        (
            (
                regel.grond.label,
                regel.wijze.label,
                _verlengingseisen(regel),
                _lengte(regel.duur),
                "ja" if regel.herhaalbaar else "",
                *_bron(regel.bron),
                f"{regel.geldig_vanaf:%d-%m-%Y}",
            )
            for regel in VERLENGINGSGRONDEN
        ),
    )
    codes = tabel(
        ("besluit van DUO", "gronden", "bron", "zekerheid"),
        (
            (soort.label, ", ".join(grond.label for grond in lijst), *_bron(DUO))
            for soort, lijst in GRONDEN_BIJ.items()
        ),
    )
    return f"{gronden}\n{codes}"


def _verlengingseisen(regel: Verlengingsregel) -> str:
    """De voorwaarden; wat per groep verschilt met de groep erbij."""
    per_groep = {groep: voorwaarden(regel, groep) for groep in Doelgroep}
    eerste, *andere = per_groep.values()
    samen = [eis for eis in eerste if all(eis in lijst for lijst in andere)]
    eigen = [
        f"{groep.label.lower()}: {eis}"
        for groep, lijst in per_groep.items()
        for eis in lijst
        if eis not in samen
    ]
    return "; ".join(samen + eigen)


def _lengte(naam: str) -> str:
    """Het getal van de wet, of dat het niet gevonden is."""
    for rij in WETTELIJK:
        if rij.naam == naam:
            merk = "" if rij.bron.zekerheid.bevestigd else " (niet bevestigd)"
            return f"{rij.waarde} {rij.eenheid}{merk}"
    return "niet gevonden"


def _termijnen() -> str:
    klok = tabel(
        ("de weken voor het PIP beginnen op (de laatste telt)", "bron", "zekerheid"),
        ((grond.reden, *_bron(grond.bron)) for grond in STARTGRONDEN),
    )
    soorten = tabel(
        ("termijn", "staat open bij"),
        (
            (
                regel.soort.label,
                ", ".join(s.label.lower() for s in Trajectstatus if s in regel.open_in),
            )
            for regel in TERMIJNREGELS
        ),
    )
    return f"{klok}\n{soorten}"


def _einde() -> str:
    """Waardoor de plicht eindigt, en waarmee men dan afsluit."""
    redenen = tabel(
        ("DUO beëindigt de plicht", "men sluit af met", "bron", "zekerheid"),
        (
            (reden.label, sluit.label, *_bron(EINDE))
            for reden, sluit in SLUIT_MET.items()
        ),
    )
    gronden = tabel(
        ("afsluiten met", "kan niet zolang", "bron", "zekerheid"),
        (
            (RedenAfsluiting(reden).label, grond.anders, *_bron(EINDE))
            for reden, grond in AFSLUITGRONDEN.items()
        ),
    )
    return f"{redenen}\n{gronden}"


# Rijen die al in een eigen hoofdstuk staan; elke andere rij met een vindplaats komt
# vanzelf bij haar onderwerp te staan.
ELDERS = frozenset(
    type(rijen[0])
    for rijen in (
        WETTELIJK,
        AOW_LEEFTIJDEN,
        GELIJKGESTELDE_DAGEN,
        GRONDEN,
        WAARSCHUWINGEN,
        EISEN,
        PIP_REGELS,
        INHOUD,
        WIJZEN,
        STARTGRONDEN,
        VERLENGINGSGRONDEN,
        tuple(HANDELINGEN.values()),
    )
)


def _rijen(module: ModuleType) -> Iterator[tuple[object, ...]]:
    """De tabellen van een module waarvan de rijen een vindplaats hebben."""
    for naam, waarde in vars(module).items():
        if naam.startswith("_") or not isinstance(waarde, tuple) or not waarde:
            continue
        eerste = waarde[0]
        if not is_dataclass(eerste) or type(eerste).__module__ != module.__name__:
            continue
        if type(eerste) not in ELDERS and isinstance(getattr(eerste, "bron", 0), Bron):
            yield waarde


def _cel(waarde: object) -> str:
    """Een waarde van een rij zoals men haar leest."""
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, date):
        return f"{waarde:%d-%m-%Y}"
    if isinstance(waarde, (tuple, frozenset)):
        return ", ".join(map(_cel, waarde))
    return "" if waarde is None else str(getattr(waarde, "label", waarde))


def _alle_rijen(rijen: tuple[object, ...]) -> str:
    """Een tabel met elk veld dat men kan lezen; een functie staat er niet in."""
    namen = [
        veld.name
        for veld in fields(rijen[0])  # type: ignore[arg-type]
        if veld.name != "bron"
        and not any(callable(getattr(rij, veld.name)) for rij in rijen)
    ]
    namen.sort(key=lambda naam: naam.startswith("geldig_"))  # tot slot, zoals overal
    return tabel(
        (*(naam.replace("_", " ") for naam in namen), "bron", "zekerheid"),
        (
            (
                *(_cel(getattr(rij, naam)) for naam in namen),
                *_bron(rij.bron),  # type: ignore[attr-defined]
            )
            for rij in rijen
        ),
    )


def _onderwerpen() -> str:
    """De rijen van elk onderwerp dat geen eigen hoofdstuk heeft."""
    delen = []
    for gevonden in pkgutil.iter_modules(inburgering.wet.__path__):
        module = import_module(f"inburgering.wet.{gevonden.name}")
        if tabellen := [_alle_rijen(rijen) for rijen in _rijen(module)]:
            titel = str(module.__doc__).splitlines()[0].rstrip(".")
            delen.append("\n".join([f"### {titel}\n", *tabellen]))
    return "\n".join(delen)


AARD = {
    Aard.BESLUIT: "besluit",
    Aard.FEIT: "eigen handeling",
    Aard.FEIT_VAN_BUITEN: "feit van buiten, nooit om de inhoud geweigerd",
}


def handeling_tekst(handeling: Handeling) -> str:
    """Wat een handeling vraagt: toestanden, voorwaarden en regels over de gegevens."""
    regel = HANDELINGEN[handeling]
    van = [s.label.lower() for s in Trajectstatus if s in regel.van]
    mandaat = " Alleen met mandaat." if regel.met_mandaat else ""
    kop = (
        f"### {handeling.label}\n\n{AARD[regel.aard]}; {regel.bron}, zekerheid "
        f"{regel.bron.zekerheid.value}.{mandaat} Kan bij: {', '.join(van) or 'begin'}.\n"
    )
    voorwaarden = "".join(f"- {v.reden} ({v.bron})\n" for v in VOORWAARDEN[handeling])
    toetsen = "".join(
        f"- {t.veld}: {t.betekenis} ({t.bron}; {'weigert' if t.weigert else 'meldt'})\n"
        for t in TOETSEN[handeling]
    )
    return "\n".join(deel for deel in (kop, voorwaarden, toetsen) if deel)


def _vragen() -> str:
    return tabel(
        ("onderwerp", "vraag", "soort", "antwoorden"),
        (
            (
                v.onderwerp,
                v.vraag,
                v.soort.label,
                ", ".join(label for _, label in v.keuzes) or v.eenheid,
            )
            for v in VRAGEN
        ),
    )


def _feestdagen() -> str:
    vast = [f"{naam} ({dag}-{maand})" for naam, maand, dag in kalender.VASTE_FEESTDAGEN]
    pasen = [naam for naam, _ in kalender.PAASFEESTDAGEN]
    return (
        f"{', '.join([*vast, *pasen, 'Koningsdag'])} ({kalender.ATW}).\n\n"
        f"{_getallen(GELIJKGESTELDE_DAGEN)}"
    )


def _overgangen() -> str:
    """Elke pijl van het diagram in woorden: van, naar en waardoor."""
    waardoor: dict[tuple[Trajectstatus, Trajectstatus], list[str]] = {}
    for o in levensloop.OVERGANGEN:
        wat = o.door.label if o.door else o.feit
        waardoor.setdefault((o.van, o.naar), []).append(wat)
    return tabel(
        ("van", "naar", "waardoor"),
        (
            (van.label, naar.label, ", ".join(dict.fromkeys(wat)))
            for (van, naar), wat in waardoor.items()
        ),
    )


def toestandsdiagram() -> str:
    """Het diagram van toestanden en pijlen (Mermaid)."""
    return levensloop.mermaid()


INSTELBAAR = (
    "- Een getal met zekerheid C of D stelt een gemeente zelf in, tussen de grenzen in de "
    'kolom "instelbaar". Een bevestigd getal staat vast.\n'
    "- Lijsten met codes (nationaliteiten, verblijfstitels) zijn niet in te stellen: een "
    "gemeente bepaalt die niet. Zij wijzigen als rij met een begindag, in een nieuwe "
    "versie van het programma.\n"
)


def regelboek() -> str:
    """Het hele regelboek als Markdown."""
    delen = (
        ("Getallen van de wet", f"{INSTELBAAR}\n{_getallen(WETTELIJK)}"),
        ("Eigen planning (geen wet)", _getallen(PLANNING)),
        ("AOW-leeftijd", _getallen(AOW_LEEFTIJDEN)),
        ("Wie is inburgeringsplichtig", _plicht()),
        ("Nationaliteiten en verblijfstitels", _codes()),
        ("Leerroutes en onderdelen", _leerroutes()),
        ("Ondersteuning en afspraken", _ondersteuning()),
        ("Termijnen", _termijnen()),
        ("Hoe een traject eindigt", _einde()),
        ("Verlenging, vrijstelling en ontheffing", _verlenging()),
        ("Handhaving, boete en andere onderwerpen", _onderwerpen()),
        ("Vrije dagen (Algemene termijnenwet)", _feestdagen()),
        ("De vragen van de brede intake", _vragen()),
        ("Toestanden", f"```mermaid\n{toestandsdiagram()}```\n\n{_overgangen()}"),
        ("Handelingen", "\n".join(handeling_tekst(h) for h in Handeling)),
    )
    inhoud = "\n".join(f"## {kop}\n\n{tekst}" for kop, tekst in delen)
    return f"# Regelboek van de Wet inburgering 2021\n\n{inhoud}"
