"""De gewone week: sommen, wat samenvalt, en of de lessen in de termijn passen."""

from inburgering.wet.begrippen import (
    Onderdeel,
    PIPStatus,
    Samenhang,
    Termijnsoort,
    Urensoort,
)
from inburgering.wet.feiten import Roosterregel
from inburgering.wet.moment import moment
from inburgering.wet.stand import stand
from inburgering.wet.weekrooster import (
    Blok,
    Lesuren,
    Roostersoort,
    Weekdag,
    in_uren,
    lessen_passen,
    lesuren,
    overlappen,
    per_soort,
    samen_met_werk,
    uitzicht,
    werk_buiten_rooster,
)
from tests.elk import rij_voor_rij
from tests.wet.bouw import Z, d, feiten, op_route, participatie, pip, uren, z_behaald


R, W = Roostersoort, Weekdag
OP = d("2026-01-01")


def blok(dag: Weekdag, begin: str, einde: str, soort: Roostersoort = R.LES) -> Blok:
    return Blok(dag, begin, einde, soort)


@rij_voor_rij(
    ("minuten", "woorden"),
    [
        (360, "6 uur"),
        (450, "7,5 uur"),
        (380, "6 uur en 20 minuten"),
        (20, "20 minuten"),
        (30, "30 minuten"),
        (90, "1,5 uur"),
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


@rij_voor_rij(
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


@rij_voor_rij(
    ("pips",), [(), (pip(),), (pip(status=PIPStatus.CONCEPT, intensiteit=9),)]
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


REIS = (blok(W.DINSDAG, "09:00", "10:00", R.REIZEN),)


@rij_voor_rij(
    ("week", "feiten", "zin", "te_laat"),
    [
        (REIS, None, "In dit rooster staan geen lessen.", False),
        (WERK, None, "In dit rooster staat werk en geen les", True),
        (WERK, op_route(pips=()), "In dit rooster staat werk en geen les", False),
        (
            (LES6[0], blok(W.MAANDAG, "08:00", "12:00", R.WERK)), None,
            "Alle lessen in dit rooster vallen samen met werk.", True,
        ),
    ],
)  # fmt: skip
def test_als_er_geen_les_te_volgen_is(week, feiten, zin, te_laat):
    gezegd = zicht(week, Lesuren(100, "Nog 100 uur les."), feiten=feiten)
    assert zin in gezegd.tekst
    assert gezegd.te_laat is te_laat


def test_wat_samenvalt_met_werk_wordt_gezegd():
    week = (*LES6, blok(W.MAANDAG, "10:30", "17:00", R.WERK))
    gezegd = zicht(week, Lesuren(6, ""))
    assert "Met 4,5 uur les per week" in gezegd.tekst
    assert "1,5 uur les per week valt samen met werk" in gezegd.tekst
    assert ("Daarvan samen met werk", 90) in gezegd.gebruikt


def test_zonder_lessen_in_de_week_is_er_geen_dag():
    assert "zijn gevolgd" in zicht(WERK, Lesuren(0, "")).tekst


@rij_voor_rij(
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


# --- Een termijn zolang het niet past ---------------------------------------------------


def regel(**velden) -> Roosterregel:
    """Zes uur les in de week."""
    standaard = {
        "id": 1, "dag": "1", "begin": "09:00", "einde": "15:00", "soort": "les",
        "van": d("2026-01-01"),
    }  # fmt: skip
    return Roosterregel(**standaard | velden)


def niet_passend(nodig, op=OP, gevolgd=(), **velden):
    """De termijn bij een plan met zoveel uren, op een dag."""
    dossier = op_route(
        pips=(pip(intensiteit=nodig),), uren=gevolgd, rooster=(regel(**velden),)
    )
    found = stand(dossier, op).termijnen
    return next((t for t in found if t.soort == Termijnsoort.LESSEN), None)


# Van 1 januari 2026 tot en met 5 maart 2028 zijn er 794 dagen, dus 113 weken en 3 dagen:
# met 6 uur per week net 680 uur.
@rij_voor_rij(
    ("nodig", "past"), [(679, True), (680, True), (681, False), (3000, False)]
)
def test_een_termijn_als_de_lessen_niet_passen(nodig, past):
    assert (niet_passend(nodig) is None) is past


def test_wat_de_termijn_zegt_schuift_niet_elke_dag_op():
    een, later = niet_passend(900), niet_passend(900, d("2026-02-01"))
    assert een == later
    assert (een.uiterlijk, een.wettelijk, een.open) == (d("2028-03-05"), False, True)
    assert een.reden == (
        "met 6 uur les per week zijn de lessen niet klaar voor het einde van de termijn "
        "op 5 maart 2028"
    )


@rij_voor_rij(
    ("velden", "op", "er_is"),
    [
        ({}, "2026-01-01", True),
        ({"van": d("2026-01-02")}, "2026-01-01", False),
        ({"tot_en_met": d("2026-02-01")}, "2026-02-01", True),
        ({"tot_en_met": d("2026-02-01")}, "2026-02-02", False),
        ({"ingetrokken_op": d("2026-01-05")}, "2026-02-01", False),
        # Werk en geen les, terwijl het plan nog les noemt: dat past niet.
        ({"soort": "werk"}, "2026-02-01", True),
        ({"soort": "reizen"}, "2026-02-01", False),
        # Op de laatste dag nog wel; daarna is de termijn zelf te laat.
        ({}, "2028-03-05", True),
        ({}, "2028-03-06", False),
    ],
)
def test_wanneer_de_termijn_er_is(velden, op, er_is):
    assert (niet_passend(900, d(op), **velden) is not None) is er_is


def met_werk(nodig, begin, einde, *, dag="1", plaatsen=(), gevolgd=()):
    """De termijn bij zes uur les op maandag, en werk op een dag van tot."""
    dossier = op_route(
        pips=(pip(intensiteit=nodig),), uren=gevolgd, participaties=plaatsen,
        rooster=(
            regel(), regel(id=2, dag=dag, begin=begin, einde=einde, soort="werk"),
        ),
    )  # fmt: skip
    found = stand(dossier, OP).termijnen
    return next((t.reden for t in found if t.soort == Termijnsoort.LESSEN), None)


# In 113 weken en 3 dagen past met 6 uur per week 680 uur, met 3 uur 340.
@rij_voor_rij(
    ("nodig", "begin", "einde", "dag", "zegt"),
    [
        (680, "15:00", "18:00", "1", None),
        (680, "12:00", "18:00", "2", None),
        (340, "12:00", "18:00", "1", None),
        (341, "12:00", "18:00", "1", "met 3 uur les per week (3 uur valt samen"),
        (341, "10:30", "13:30", "1", "met 3 uur les per week (3 uur valt samen"),
        (681, "15:00", "18:00", "1", "met 6 uur les per week zijn"),
        (1, "09:00", "15:00", "1", "alle lessen in dit rooster vallen samen"),
        (1, "09:01", "15:00", "1", None),
        # Hoeveel les er nog is, is niet bekend; dat geen les kan wel.
        (None, "09:00", "15:00", "1", "alle lessen in dit rooster vallen samen"),
        (None, "09:30", "15:00", "1", None),
    ],
)
def test_les_die_samenvalt_met_werk_telt_niet_mee(nodig, begin, einde, dag, zegt):
    reden = met_werk(nodig, begin, einde, dag=dag)
    assert reden is None if zegt is None else zegt in (reden or "")


@rij_voor_rij(
    ("velden", "past"),
    [
        ({"samenhang": Samenhang.GEINTEGREERD}, True),
        ({"samenhang": Samenhang.PARALLEL}, False),
        ({"samenhang": Samenhang.GEINTEGREERD, "begin": d("2026-01-01")}, True),
        ({"samenhang": Samenhang.GEINTEGREERD, "begin": d("2026-01-02")}, False),
        ({"samenhang": Samenhang.GEINTEGREERD, "einde": d("2026-01-02")}, True),
        ({"samenhang": Samenhang.GEINTEGREERD, "einde": OP}, False),
    ],
)
def test_taal_op_de_werkplek_valt_samen_met_werk_en_telt_wel(velden, past):
    plek = participatie(**velden)
    assert (met_werk(680, "09:00", "15:00", plaatsen=(plek,)) is None) is past


@rij_voor_rij(
    ("plekken", "blokken", "zegt"),
    [
        ((), (), ""),
        ((participatie(uren_per_week=8),), (), "staat 8 uur werk"),
        ((participatie(uren_per_week=8),), WERK, ""),
        ((participatie(uren_per_week=9),), WERK, "dit rooster 8 uur"),
        (
            (participatie(uren_per_week=6), participatie(uren_per_week=3)), WERK,
            "staat 9 uur werk",
        ),
        (
            (participatie(uren_per_week=9),),
            (*WERK, blok(W.VRIJDAG, "09:00", "10:00", R.PARTICIPATIE)), "",
        ),
        ((participatie(samenhang=Samenhang.GEINTEGREERD),), (), ""),
        ((participatie(begin=d("2026-01-02")),), (), ""),
        ((participatie(einde=OP),), (), ""),
        ((participatie(einde=d("2026-01-02")),), (), "staat 16 uur werk"),
    ],
)  # fmt: skip
def test_werk_dat_niet_in_het_rooster_staat(plekken, blokken, zegt):
    gezegd = werk_buiten_rooster(op_route(participaties=plekken), blokken, OP)
    assert zegt in gezegd
    assert bool(gezegd) is bool(zegt)


def test_wie_de_lessen_heeft_mag_alle_dagen_werken():
    assert met_werk(100, "09:00", "15:00", gevolgd=(uren(100),)) is None


def test_werk_zonder_les_en_zonder_getal_zegt_niets():
    assert niet_passend(None, soort="werk") is None


@rij_voor_rij(
    ("werk", "samen"),
    [
        ((), 0),
        ((("10:00", "12:00"), ("11:00", "12:00")), 120),
        ((("10:00", "11:00"), ("09:30", "13:00")), 150),
        ((("09:00", "09:30"), ("11:30", "14:00")), 60),
        ((("08:00", "08:59"), ("12:00", "13:00")), 0),
        ((("09:30", "10:00"), ("09:00", "09:15")), 45),
    ],
)
def test_elke_minuut_les_samen_met_werk_telt_een_keer(werk, samen):
    les = blok(W.MAANDAG, "09:00", "12:00")
    druk = [blok(W.MAANDAG, van, tot, R.WERK) for van, tot in werk]
    assert samen_met_werk([les, *druk]) == samen


def test_zonder_getal_of_zonder_uren_nog_geen_termijn():
    assert niet_passend(None) is None
    assert niet_passend(100, gevolgd=(uren(100),)) is None


def test_zonder_pip_is_er_geen_termijn():
    assert lessen_passen(moment(feiten(rooster=(regel(),)), OP)) is None
