"""De telling op 31 december: wie telt, als het hoeveelste jaar, en waarom."""

from dataclasses import replace
from typing import Any

import pytest

from inburgering.wet import parameters, telling
from inburgering.wet.begrippen import (
    Doelgroep,
    DUOBesluitsoort,
    Herkomst,
    Leerroute,
    RedenAfsluiting,
    RedenEindePlicht,
    Verblijfsituatie,
    Verhuissoort,
    Volggrond,
)
from inburgering.wet.feiten import Feiten
from inburgering.wet.parameters import parameter
from inburgering.wet.telling import TELREGELS, Telt, tel
from tests.elk import bij_elk, rij_voor_rij
from tests.wet.bouw import (
    ASIEL,
    GEZIN,
    afsluiting,
    besluit,
    d,
    feiten,
    groepswijziging,
    pip,
    traject,
    van_elders,
    verhuizing,
)


B, V, R = DUOBesluitsoort, Verhuissoort, RedenEindePlicht
JAREN = range(2022, 2028)


def asiel(uitstroom: str = "2023-05-10", inschrijving: str = "2023-05-12",
          **anders: Any) -> Any:  # fmt: skip
    """Plichtig in maart 2023, in mei gehuisvest; "" is niet bekend."""
    velden = {
        "doelgroep": ASIEL, "datum_plicht": d("2023-03-01"),
        "datum_kennisgeving": d("2023-03-20"), "geregistreerd_op": d("2023-03-25"),
        "datum_uitstroom": d(uitstroom) if uitstroom else None,
        "datum_inschrijving": d(inschrijving) if inschrijving else None,
    }  # fmt: skip
    return traject(**velden | anders)


def migrant(plicht: str = "2023-03-01", inschrijving: str = "2023-02-20",
            **anders: Any) -> Any:  # fmt: skip
    """Een gezinsmigrant die in februari 2023 kwam en in maart plichtig werd."""
    velden = {
        "doelgroep": GEZIN, "datum_plicht": d(plicht) if plicht else None,
        "datum_kennisgeving": None, "geregistreerd_op": d("2023-03-25"),
        "datum_inschrijving": d(inschrijving) if inschrijving else None,
    }  # fmt: skip
    return traject(**velden | anders)


def ga(soort: Verhuissoort, op: str, id: int = 1) -> Any:  # noqa: A002
    return verhuizing(soort, verhuisd_op=d(op), id=id)


def wordt(groep: Doelgroep, op: str) -> tuple[Any, ...]:
    return (groepswijziging(ingang=d(op), doelgroep=groep),)


def einde(op: str, soort: DUOBesluitsoort = B.PLICHT_BEEINDIGD, **velden: Any) -> Any:
    return (besluit(soort, op, **velden),)


def teken(dossier: Feiten, jaar: int) -> str:
    """Een teken per jaar: het hoeveelste jaar, "-" telt niet, "?" uit te zoeken.

    Een kleine letter (a, b, c) is het eerste, tweede, derde jaar, maar niet bevestigd.
    """
    uitslag = tel(dossier, jaar)
    if uitslag.regel.uitkomst != Telt.WEL:
        return "?" if uitslag.regel.uitkomst == Telt.UITZOEKEN else "-"
    assert uitslag.als is not None
    zeker = uitslag.regel.bron.zekerheid.bevestigd
    return str(uitslag.als) if zeker else "-abcd"[uitslag.als]


IN_OPVANG = {"verblijfsituatie": Verblijfsituatie.OPVANG}
ZONDER = {"volggrond": Volggrond.VRIJWILLIG, "datum_kennisgeving": None}

# Elke regel is een leven; elk teken een 31 december, van 2022 tot en met 2027.
LEVENS: tuple[tuple[str, Feiten, str], ...] = (
    # Asielstatushouders: drie jaar op rij vanaf de huisvesting.
    ("gehuisvest in mei", feiten(traject=asiel()), "-123--"),
    ("op 31 december", feiten(traject=asiel("2023-12-31", "2023-12-31")), "-123--"),
    ("op 1 januari", feiten(traject=asiel("2024-01-01", "2024-01-01")), "--123-"),
    ("alleen uit de opvang", feiten(traject=asiel(inschrijving="")), "-123--"),
    ("alleen ingeschreven", feiten(traject=asiel("")), "-123--"),
    ("geen dag bekend", feiten(traject=asiel("", "")), "-?????"),
    ("nog in de opvang", feiten(traject=asiel("", "", **IN_OPVANG)), "------"),
    ("in de BRP, nog in de opvang", feiten(traject=asiel("2025-02-01")), "---123"),
    ("de dagen om de jaarwisseling",
     feiten(traject=asiel("2023-12-30", "2024-01-05")), "-?bc?-"),
    ("verhuisd uit de opvang",
     feiten(traject=asiel("", "2024-06-05", **IN_OPVANG),
            verhuizingen=(ga(V.UIT_OPVANG, "2024-06-01"),)), "--123-"),
    ("eerst een andere opvang",
     feiten(traject=asiel("", "", **IN_OPVANG),
            verhuizingen=(ga(V.OPVANGLOCATIE, "2024-01-01"),
                          ga(V.UIT_OPVANG, "2025-01-02", 2))), "---123"),
    ("dag van de plicht onbekend",
     feiten(traject=asiel(datum_plicht=None)), "-123--"),
    # Anderen: een keer, in het eerste jaar.
    ("gezinsmigrant", feiten(traject=migrant()), "-1----"),
    ("gezinsmigrant op 31 december",
     feiten(traject=migrant("2023-12-31", "2023-12-31")), "-1----"),
    ("woonde hier al langer",
     feiten(traject=migrant("2025-03-01", "2023-02-20")), "---a--"),
    ("eerst plichtig, later hier",
     feiten(traject=migrant("2023-12-20", "2024-01-03")), "--a---"),
    ("plicht niet bekend", feiten(traject=migrant("")), "-?????"),
    ("inschrijving niet bekend", feiten(traject=migrant(inschrijving="")), "-?????"),
    # Verhuizen.
    ("weg naar een andere gemeente",
     feiten(traject=asiel(), verhuizingen=(ga(V.NAAR_GEMEENTE, "2024-12-31"),)),
     "-1----"),
    ("weg na de peildag",
     feiten(traject=asiel(), verhuizingen=(ga(V.NAAR_GEMEENTE, "2025-01-01"),)),
     "-12---"),
    ("naar het buitenland en terug",
     feiten(traject=asiel(), verhuizingen=(ga(V.BUITENLAND, "2024-05-01"),
                                           ga(V.UIT_GEMEENTE, "2025-03-01", 2))),
     "-1-3--"),
    ("binnen de gemeente",
     feiten(traject=asiel(), verhuizingen=(ga(V.BINNEN, "2024-05-01"),)), "-123--"),
    ("kwam van elders, huisvesting bekend",
     feiten(traject=asiel(inschrijving="2024-04-01"),
            verhuizingen=(ga(V.UIT_GEMEENTE, "2024-04-01"),)), "--bc--"),
    ("kwam van elders, huisvesting onbekend",
     feiten(traject=asiel("", "2024-04-01"),
            verhuizingen=(ga(V.UIT_GEMEENTE, "2024-04-01"),)), "--????"),
    ("met een PIP van elders",
     feiten(traject=asiel(inschrijving="2024-04-01"),
            pips=(van_elders(opgesteld_op=d("2023-09-01"), dagtekening=d("2023-09-01")),)),
     "-abc--"),
    ("gezinsmigrant van elders, in het eerste jaar",
     feiten(traject=migrant(inschrijving="2023-09-01"),
            verhuizingen=(ga(V.UIT_GEMEENTE, "2023-09-01"),)), "-a----"),
    ("gezinsmigrant van elders, later",
     feiten(traject=migrant(inschrijving="2024-09-01"),
            verhuizingen=(ga(V.UIT_GEMEENTE, "2024-09-01"),)), "------"),
    # Overlijden en het einde van de plicht.
    ("overleden", feiten(traject=asiel(), overleden_op=d("2024-12-31")), "-1----"),
    ("overleden na de peildag",
     feiten(traject=asiel(), overleden_op=d("2025-01-01")), "-12---"),
    ("overleden volgens DUO",
     feiten(traject=asiel(),
            duo_besluiten=einde("2024-07-01", reden_einde=R.OVERLIJDEN)), "-1----"),
    ("voldaan", feiten(traject=asiel(), duo_besluiten=einde("2024-07-01", B.VOLDAAN)),
     "-1bc--"),
    ("ontheven", feiten(traject=asiel(),
                        duo_besluiten=einde("2024-07-01", B.ONTHEFFING_GEHEEL)),
     "-1bc--"),
    ("AOW-leeftijd", feiten("1957-12-01", traject=asiel()), "-1bc--"),
    ("langdurig weg volgens DUO",
     feiten(traject=asiel(), duo_besluiten=einde("2025-02-01", reden_einde=R.VERTREK)),
     "-12---"),
    ("ten onrechte volgens DUO, gebleken in 2026",
     feiten(traject=asiel(), duo_besluiten=einde("2026-02-01", reden_einde=R.ONTERECHT)),
     "------"),
    ("ten onrechte volgens ons",
     feiten(traject=asiel(),
            afsluitingen=(afsluiting(reden=RedenAfsluiting.TEN_ONRECHTE),)), "------"),
    ("heropend",
     feiten(traject=asiel(),
            afsluitingen=(afsluiting(reden=RedenAfsluiting.TEN_ONRECHTE,
                                     heropend_op=d("2026-07-01")),)), "-123--"),
    ("tijdelijk vrijgesteld",
     feiten(traject=asiel(),
            duo_besluiten=einde("2024-02-01", B.VRIJSTELLING_TIJDELIJK,
                                einddatum=d("2025-02-01"))), "-1b3--"),
    # Zonder plicht.
    ("vrijwillig", feiten(traject=migrant("", **ZONDER)), "------"),
    ("vrijwillig, asiel", feiten(traject=asiel(datum_plicht=None, **ZONDER)), "------"),
    ("plicht begon later",
     feiten(traject=asiel(datum_plicht=d("2024-02-01"))), "--bc?-"),
    ("eerst vrijwillig, later plichtig",
     feiten(traject=migrant("2025-04-01", "2025-01-05",
                            geregistreerd_op=d("2024-01-01"))), "---1--"),
    ("gevolgd na het einde van de plicht",
     feiten(traject=asiel(volggrond=Volggrond.GEMEENTELIJK),
            duo_besluiten=einde("2024-07-01", B.VOLDAAN)), "-1bc--"),
    # Een andere groep.
    ("gezinsmigrant geworden",
     feiten(traject=asiel(), groepen=wordt(GEZIN, "2024-02-01")), "-1----"),
    ("gezinsmigrant geworden in het eerste jaar",
     feiten(traject=asiel(), groepen=wordt(GEZIN, "2023-12-31")), "-a----"),
    ("asielstatushouder geworden",
     feiten(traject=migrant(), groepen=wordt(ASIEL, "2024-02-01")), "-1bc--"),
)  # fmt: skip


@bij_elk(LEVENS, lambda leven: leven[0])
def test_een_leven_jaar_na_jaar(leven: tuple[str, Feiten, str]) -> None:
    _, dossier, verwacht = leven

    assert "".join(teken(dossier, jaar) for jaar in JAREN) == verwacht


def test_elke_regel_komt_in_een_leven_voor() -> None:
    gevonden = {tel(f, jaar).regel.naam for _, f, _ in LEVENS for jaar in JAREN}

    assert gevonden == {regel.naam for regel in TELREGELS}


def test_wie_telt_heeft_altijd_een_jaar_en_een_ander_nooit() -> None:
    for _, dossier, _ in LEVENS:
        for jaar in JAREN:
            uitslag = tel(dossier, jaar)
            assert (uitslag.als is not None) is uitslag.telt
            assert uitslag.telt is (uitslag.regel.uitkomst == Telt.WEL)


@bij_elk(TELREGELS, lambda regel: regel.naam)
def test_wat_is_afgeleid_heet_niet_bevestigd(regel: telling.Telregel) -> None:
    assert regel.reden
    afgeleid = regel.bron.toelichting.startswith("afgeleid")
    assert afgeleid is not regel.bron.zekerheid.bevestigd
    assert regel.bron.artikel == "hoofdstuk 8"


def onderwijs(op: str, **velden: Any) -> Any:
    dag = d(op)
    return pip(leerroute=Leerroute.ONDERWIJS, opgesteld_op=dag, besproken_op=dag,
               dagtekening=dag, verstuurd_op=dag, **velden)  # fmt: skip


@rij_voor_rij(
    ("dossier", "jaren"),
    [
        pytest.param(
            feiten(traject=asiel(), pips=(onderwijs("2023-08-01"),)), [2023], id="ja"
        ),
        pytest.param(
            feiten(traject=asiel(), pips=(onderwijs("2023-12-31"),)), [2023],
            id="op_de_peildag",
        ),
        pytest.param(
            feiten(traject=asiel(), pips=(onderwijs("2024-01-01"),)), [],
            id="een_dag_te_laat",
        ),
        pytest.param(
            feiten(
                traject=asiel(),
                pips=(onderwijs("2023-08-01"), pip(
                    id=2, versie=2, opgesteld_op=d("2023-11-01"),
                    dagtekening=d("2023-11-01"))),
            ),
            [], id="daarna_een_andere_route",
        ),
        pytest.param(
            feiten(traject=migrant(), pips=(onderwijs("2023-08-01"),)), [],
            id="geen_huisvesting",
        ),
        pytest.param(
            feiten(traject=asiel(), pips=(onderwijs("2023-08-01"),),
                   verhuizingen=(ga(V.BUITENLAND, "2023-10-01"),)), [], id="telt_niet",
        ),
    ],
)  # fmt: skip
def test_de_onderwijsroute_in_het_jaar_van_de_huisvesting(
    dossier: Feiten, jaren: list[int]
) -> None:
    gevonden = [jaar for jaar in JAREN if tel(dossier, jaar).onderwijsroute]

    assert gevonden == jaren
    for jaar in jaren:
        assert (telling.ROUTE, dossier.pips[0].dagtekening) in tel(
            dossier, jaar
        ).gebruikt


def test_het_antwoord_noemt_de_feiten_waar_het_op_rust() -> None:
    dossier = feiten(
        traject=asiel(),
        verhuizingen=(ga(V.BINNEN, "2024-05-01"),),
        groepen=wordt(GEZIN, "2025-02-01"),
        duo_besluiten=einde("2024-07-01", B.VOLDAAN),
    )

    assert tel(dossier, 2024).gebruikt == (
        ("Groep", "Asielstatushouder"),
        ("Opvang verlaten", d("2023-05-10")),
        ("Ingeschreven in deze gemeente", d("2023-05-12")),
        ("Eerste dag van de plicht", d("2023-03-01")),
        ("Verhuisd: Binnen de gemeente", d("2024-05-01")),
        ("Groep: Gezinsmigrant of overige migrant, vanaf", d("2025-02-01")),
        ("Einde van de plicht", d("2024-07-01")),
    )


def test_wat_later_is_vastgelegd_telt_voor_de_dag_waarop_het_gold() -> None:
    laat = asiel(geregistreerd_op=d("2026-02-01"))

    assert teken(feiten(traject=laat), 2023) == "1"
    elders = van_elders(
        opgesteld_op=d("2023-09-01"), dagtekening=d("2023-09-01"),
        vastgelegd_op=d("2026-01-01"), herkomst=Herkomst.ANDERE_GEMEENTE,
    )  # fmt: skip
    assert teken(feiten(traject=asiel(), pips=(elders,)), 2024) == "b"


@pytest.mark.parametrize(
    ("vanaf", "verwacht"),
    [("2026-12-30", "-1234-"), ("2026-12-31", "-1234-"), ("2027-01-01", "-123--")],
)
def test_een_wetswijziging_is_een_rij_erbij(
    vanaf: str, verwacht: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    naam = "telling_jaren_asielstatushouder"
    oud = parameter(naam, d("2022-01-01"))
    rijen = (
        replace(oud, geldig_tot=d(vanaf)),
        replace(oud, waarde=4, geldig_vanaf=d(vanaf)),
    )
    monkeypatch.setitem(parameters._RIJEN, naam, rijen)
    telling.jaren_lang.cache_clear()
    try:
        found = "".join(teken(feiten(traject=asiel()), jaar) for jaar in JAREN)
    finally:
        telling.jaren_lang.cache_clear()

    assert found == verwacht
