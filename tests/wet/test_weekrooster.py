"""De gewone week: sommen, wat samenvalt, en of de lessen in de termijn passen."""

import pytest

from inburgering.wet.begrippen import Onderdeel, PIPStatus, Termijnsoort, Urensoort
from inburgering.wet.stand import stand
from inburgering.wet.weekrooster import (
    Blok,
    Lesuren,
    Roostersoort,
    Weekdag,
    in_uren,
    lesuren,
    overlappen,
    per_soort,
    uitzicht,
)
from tests.wet.bouw import Z, d, op_route, pip, uren, z_behaald


R, W = Roostersoort, Weekdag
OP = d("2026-01-01")


def blok(dag: Weekdag, begin: str, einde: str, soort: Roostersoort = R.LES) -> Blok:
    return Blok(dag, begin, einde, soort)


@pytest.mark.parametrize(
    ("minuten", "woorden"),
    [
        (360, "6 uur"),
        (450, "7,5 uur"),
        (380, "6 uur en 20 minuten"),
        (20, "20 minuten"),
    ],
)
def test_een_duur_in_woorden(minuten, woorden):
    assert in_uren(minuten) == woorden


def test_de_uren_per_soort_in_een_week():
    week = [
        blok(W.MAANDAG, "09:00", "12:00"), blok(W.WOENSDAG, "09:15", "12:00"),
        blok(W.DINSDAG, "13:00", "17:30", R.WERK),
    ]  # fmt: skip
    assert per_soort(week) == {R.LES: 345, R.WERK: 270}
    assert per_soort([]) == {}


@pytest.mark.parametrize(
    ("ander", "samen"),
    [
        (blok(W.MAANDAG, "11:00", "13:00", R.WERK), True),
        (blok(W.MAANDAG, "09:30", "10:00", R.WERK), True),
        (blok(W.MAANDAG, "12:00", "13:00", R.WERK), False),
        (blok(W.DINSDAG, "11:00", "13:00", R.WERK), False),
    ],
)
def test_wat_tegelijk_valt(ander, samen):
    les = blok(W.MAANDAG, "09:00", "12:00")
    assert bool(overlappen([ander, les])) is samen


# --- Hoeveel lessen nog ---------------------------------------------------------------


def op_z(*gevolgd, **velden):
    return op_route(pips=(pip(leerroute=Z),), uren=gevolgd, **velden)


def test_de_z_route_noemt_haar_uren():
    feiten = op_z(uren(100), uren(20, Urensoort.KNM), uren(50, Urensoort.PARTICIPATIE))
    nog = lesuren(feiten, stand(feiten, OP))
    nodig = next(
        o.nodig
        for o in stand(feiten, OP).onderdelen
        if o.onderdeel == Onderdeel.TAALUREN
    )
    assert nog.nog == nodig - 120
    assert dict(nog.gebruikt)["Gevolgde lesuren"] == 120


def test_wie_de_uren_heeft_hoeft_er_geen_meer():
    feiten = z_behaald()
    assert lesuren(feiten, stand(feiten, d("2027-01-01"))).nog == 0


def test_een_pip_van_de_b1_route_noemt_een_schatting():
    feiten = op_route(pips=(pip(intensiteit=500),), uren=(uren(120),))
    nog = lesuren(feiten, stand(feiten, OP))
    assert nog.nog == 380
    assert "geschatte uren in het PIP (500)" in nog.waarom
    meer = op_route(pips=(pip(intensiteit=500),), uren=(uren(700),))
    assert lesuren(meer, stand(meer, OP)).nog == 0


@pytest.mark.parametrize(
    "pips", [(), (pip(),), (pip(status=PIPStatus.CONCEPT, intensiteit=9),)]
)
def test_zonder_getal_wordt_niets_geraden(pips):
    feiten = op_route(pips=pips)
    nog = lesuren(feiten, stand(feiten, OP))
    assert nog.nog is None
    assert "niet bekend" in nog.waarom


# --- Past het? ------------------------------------------------------------------------

LES6 = (blok(W.MAANDAG, "09:00", "12:00"), blok(W.DONDERDAG, "09:00", "12:00"))
WERK = (blok(W.DINSDAG, "09:00", "17:00", R.WERK),)


def zicht(week, nog, op=OP, feiten=None):
    return uitzicht(week, nog, stand(feiten or op_route(), op))


def laatste_dag():
    return next(
        t.uiterlijk
        for t in stand(op_route(), OP).termijnen
        if t.soort == Termijnsoort.INBURGERINGSTERMIJN
    )


def test_zonder_rooster_is_er_niets_te_zeggen():
    assert zicht((), Lesuren(100, "")) is None


def test_wat_niet_bekend_is_wordt_gezegd():
    gezegd = zicht(LES6, Lesuren(None, "Dat is niet bekend."))
    assert (gezegd.tekst, gezegd.te_laat) == ("Dat is niet bekend.", False)


def test_zonder_lessen_in_de_week_is_er_geen_dag():
    assert "staan geen lessen" in zicht(WERK, Lesuren(100, "Nog 100 uur les.")).tekst
    assert "zijn gevolgd" in zicht(WERK, Lesuren(0, "")).tekst


@pytest.mark.parametrize(
    ("nog", "klaar"),
    [(6, "8 januari 2026"), (3, "5 januari 2026"), (7, "10 januari 2026")],
)
def test_de_dag_waarop_het_klaar_is(nog, klaar):
    gezegd = zicht(LES6, Lesuren(nog, ""))
    assert (
        f"Met 6 uur les per week komt het tot {klaar}, voor het einde" in gezegd.tekst
    )
    assert gezegd.te_laat is False
    assert gezegd.bron.wet == "eigen"


def test_op_de_grens_past_het_en_een_uur_later_niet():
    """In hele weken tot en met de laatste dag past precies zoveel les."""
    dagen = (laatste_dag() - OP).days
    past = dagen * 6 // 7
    assert zicht(LES6, Lesuren(past, "")).te_laat is False
    laat = zicht(LES6, Lesuren(past + 1, ""))
    assert laat.te_laat is True
    assert "na de termijn van" in laat.tekst
    assert "is 7 uur les per week nodig" in zicht(LES6, Lesuren(past + 60, "")).tekst


def test_als_de_termijn_bijna_voorbij_is_wordt_geen_aantal_per_week_genoemd():
    laat = zicht(LES6, Lesuren(50, ""), op=laatste_dag())
    assert laat.te_laat is True
    assert "nodig" not in laat.tekst


def test_zonder_termijn_staat_er_alleen_de_dag():
    gezegd = zicht(LES6, Lesuren(50, ""), feiten=op_route(pips=()))
    assert "Er loopt geen termijn" in gezegd.tekst
    assert gezegd.te_laat is False
