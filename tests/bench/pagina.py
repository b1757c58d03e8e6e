"""What is measured: each page and act is a row here, so that a new url is a new row."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Pagina:
    """One thing a person does.

    ``wie`` is who does it, ``pad`` its address ("{nummer}" is a case of the sample) and
    ``velden`` what is filled in when it is a form. ``doel`` are the goals for p50 and
    p95 in milliseconds, ``vragen`` the most statements it may ask.
    """

    naam: str
    wie: str
    pad: str
    doel: tuple[int, int]
    vragen: int
    velden: Callable[[date], dict[str, str]] | None = None
    keuze: dict[str, object] = field(default_factory=dict)  # which cases


LEZEN, BEWAREN = (10, 25), (15, 40)
LANG = (25, 50)  # ninety rows of ten columns; a name sought in a whole city
BLADZIJDE, EEN_RIJ, MEER_RIJEN = 12, 16, 30  # a talk moves the term of the next one too
OPEN = {"status": "leerroute"}
LANG_DOSSIER = {"opmerking__labels": "lang dossier"}


def _gesprek(dag: date) -> dict[str, str]:
    return {
        "gevoerd_op": f"{dag:%d-%m-%Y}",
        "vorm": "op_kantoor",
        "verslag": "Het gaat goed op school.",
        "afspraken": "Zelf aanmelden voor het examen KNM.",
        "volgend_gesprek_op": "",
    }


def _uren(dag: date) -> dict[str, str]:
    return {
        "soort": "taalles",
        "van": f"{dag:%d-%m-%Y}",
        "tot_en_met": f"{dag:%d-%m-%Y}",
        "uren": "3",
        "verzuim_geoorloofd": "0",
        "verzuim_ongeoorloofd": "0",
        "aanbieder": "",
        "herkomst": "aanbieder",
    }


PAGINAS: tuple[Pagina, ...] = (
    Pagina("worklist of a klantmanager", "klantmanager", "/werkvoorraad/", LEZEN, BLADZIJDE),
    Pagina("worklist of a teamleider (all)", "teamleider", "/werkvoorraad/", LEZEN, BLADZIJDE),
    Pagina("caseload of 90 persons", "klantmanager", "/caseload/", LANG, BLADZIJDE),
    Pagina(
        "caseload by last contact", "klantmanager", "/caseload/?orde=contact", LANG, BLADZIJDE,
    ),
    Pagina("find a name", "teamleider", "/zoeken/?q=janssen", LANG, BLADZIJDE),
    Pagina("list of cases", "teamleider", "/trajecten/", LEZEN, BLADZIJDE),
    Pagina("open a case", "teamleider", "/trajecten/{nummer}/", LEZEN, BLADZIJDE, None, OPEN),
    Pagina(
        "history of a case", "teamleider", "/trajecten/{nummer}/geschiedenis/", LEZEN, BLADZIJDE,
        None, OPEN,
    ),
    Pagina("open a case of 500 events", "teamleider", "/trajecten/{nummer}/", LANG, BLADZIJDE, None, LANG_DOSSIER),
    Pagina(
        "history of a case of 500 events", "teamleider", "/trajecten/{nummer}/geschiedenis/",
        LANG, BLADZIJDE, None, LANG_DOSSIER,
    ),
    Pagina(
        "talks of a case of 500 events", "teamleider", "/trajecten/{nummer}/gesprekken/",
        LANG, BLADZIJDE, None, LANG_DOSSIER,
    ),
    Pagina(
        "save a talk, with audit", "teamleider",
        "/trajecten/{nummer}/voortgangsgesprek/voeren/", BEWAREN, MEER_RIJEN, _gesprek, OPEN,
    ),
    Pagina(
        "save hours, with audit", "teamleider", "/trajecten/{nummer}/uren/vastleggen/",
        BEWAREN, EEN_RIJ, _uren, OPEN,
    ),
)  # fmt: skip
