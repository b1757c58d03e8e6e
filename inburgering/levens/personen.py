"""Fictitious people: names from a short list of our own, numbers that name nobody.

BSNs come from the range 9999 that the RvIG keeps for tests (all pass the 11-proef);
its own test persons start with 99999 and are left alone. When the range is used up a
person has a V-nummer only, which the law accepts.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from random import Random

from inburgering.levens.leven import Persoon
from inburgering.levens.marges import Marges


@dataclass(frozen=True)
class Land:
    """Where somebody comes from: codes of the national tables 32 and 34, and names."""

    nationaliteit: str
    land: str
    taal: str
    man: tuple[str, ...]
    vrouw: tuple[str, ...]
    achternamen: tuple[str, ...]


_ARABISCH_M = ("Khaled", "Omar", "Yousef", "Tarek", "Samir", "Nabil", "Hasan", "Rami")
_ARABISCH_V = ("Rania", "Salma", "Nour", "Huda", "Lina", "Amal", "Dalia", "Maha")

LANDEN: Mapping[str, Land] = {
    "Syrie": Land(
        "0336", "7009", "Arabisch", _ARABISCH_M, _ARABISCH_V,
        ("Al Masri", "Haddad", "Darwish", "Khoury", "Al Hamwi", "Nasser", "Sabbagh"),
    ),
    "Turkije": Land(
        "0339", "6043", "Turks",
        ("Emre", "Murat", "Kerem", "Onur", "Selim"),
        ("Elif", "Zeynep", "Derya", "Sevgi", "Melek"),
        ("Demir", "Kaya", "Aydin", "Yildirim", "Sahin"),
    ),
    "Jemen": Land(
        "0058", "5048", "Arabisch", _ARABISCH_M, _ARABISCH_V,
        ("Al Sanani", "Saleh", "Al Qadi", "Mansour"),
    ),
    "Eritrea": Land(
        "0084", "9003", "Tigrinya",
        ("Filmon", "Yonas", "Dawit", "Robel", "Samuel"),
        ("Selam", "Feven", "Rahwa", "Luwam", "Helen"),
        ("Tesfay", "Haile", "Ghebre", "Kidane", "Mehari"),
    ),
    "Afghanistan": Land(
        "0300", "6023", "Dari",
        ("Farid", "Jamshid", "Navid", "Wahid", "Idris"),
        ("Zarghuna", "Laila", "Shabnam", "Nilofar", "Parwin"),
        ("Rahimi", "Noori", "Sharifi", "Karimi", "Azizi"),
    ),
    "Irak": Land(
        "0314", "5043", "Arabisch", _ARABISCH_M, _ARABISCH_V,
        ("Al Jabouri", "Hussein", "Al Bayati", "Aziz"),
    ),
    "Iran": Land(
        "0315", "5012", "Farsi",
        ("Arash", "Kaveh", "Dariush", "Babak"),
        ("Shirin", "Mina", "Azadeh", "Golnaz"),
        ("Tehrani", "Moradi", "Ebrahimi", "Ahmadi"),
    ),
    "Somalie": Land(
        "0149", "6013", "Somalisch",
        ("Abdi", "Ismail", "Mahad", "Liban"),
        ("Hodan", "Ayaan", "Sahra", "Idil"),
        ("Warsame", "Farah", "Jama", "Osman"),
    ),
    "Soedan": Land(
        "0148", "7034", "Arabisch", _ARABISCH_M, _ARABISCH_V,
        ("Elhassan", "Babiker", "Osman", "Idris"),
    ),
    "Marokko": Land(
        "0131", "5022", "Arabisch",
        ("Younes", "Hamza", "Bilal", "Reda"),
        ("Salima", "Imane", "Hanane", "Ikram"),
        ("El Idrissi", "Bennani", "Chakir", "Ouali"),
    ),
    "India": Land(
        "0312", "7046", "Hindi",
        ("Arjun", "Rohan", "Vikram"), ("Priya", "Anjali", "Kavita"),
        ("Sharma", "Patel", "Nair", "Iyer"),
    ),
    "Suriname": Land(
        "0263", "5007", "Sranantongo",
        ("Orlando", "Ricardo", "Delano"), ("Sharda", "Chantal", "Mireille"),
        ("Ramdin", "Pinas", "Kasanwidjojo"),
    ),
    "Brazilie": Land(
        "0253", "6008", "Portugees",
        ("Rafael", "Thiago", "Bruno"), ("Camila", "Larissa", "Beatriz"),
        ("Souza", "Oliveira", "Pereira"),
    ),
    "Thailand": Land(
        "0337", "7042", "Thai",
        ("Somchai", "Anan"), ("Malee", "Ploy", "Siriporn"),
        ("Chaiyasit", "Saetang", "Boonmee"),
    ),
    "Filipijnen": Land(
        "0309", "5027", "Tagalog",
        ("Jericho", "Paolo"), ("Maricel", "Rowena", "Liezel"),
        ("Dela Cruz", "Reyes", "Bautista"),
    ),
    "China": Land(
        "0307", "6022", "Mandarijn",
        ("Wei", "Jun"), ("Mei", "Xiu", "Lan"), ("Chen", "Liu", "Huang"),
    ),
    "Verenigde Staten": Land(
        "0223", "6014", "Engels",
        ("Tyler", "Jordan"), ("Megan", "Ashley", "Brooke"),
        ("Parker", "Bennett", "Foster"),
    ),
    "Pakistan": Land(
        "0331", "7020", "Urdu",
        ("Imran", "Faisal"), ("Sana", "Mehwish", "Amina"), ("Qureshi", "Malik", "Butt"),
    ),
    "Ghana": Land(
        "0118", "5024", "Twi",
        ("Kwame", "Kofi"), ("Abena", "Akosua", "Efua"), ("Mensah", "Owusu", "Boateng"),
    ),
    "Indonesie": Land(
        "0313", "6024", "Indonesisch",
        ("Budi", "Agus"), ("Dewi", "Wulan", "Sari"), ("Santoso", "Wijaya", "Pratama"),
    ),
    "Egypte": Land(
        "0112", "7014", "Arabisch", _ARABISCH_M, _ARABISCH_V,
        ("El Sayed", "Mahmoud", "Fouad", "Gaber"),
    ),
    "Colombia": Land(
        "0255", "5033", "Spaans",
        ("Andres", "Camilo"), ("Daniela", "Paola", "Ximena"),
        ("Restrepo", "Ospina", "Cardona"),
    ),
    "Vietnam": Land(
        "0342", "8024", "Vietnamees",
        ("Minh", "Tuan"), ("Linh", "Huong", "Thuy"), ("Nguyen", "Tran", "Pham"),
    ),
    "Zuid-Afrika": Land(
        "0140", "5014", "Engels",
        ("Sipho", "Pieter"), ("Thandi", "Zanele", "Annelise"),
        ("Dlamini", "Botha", "Nkosi"),
    ),
}  # fmt: skip

EERSTE_BSN, NA_LAATSTE_BSN = 999_900_000, 999_990_000
GEWICHTEN = (9, 8, 7, 6, 5, 4, 3, 2, -1)


def elfproef(bsn: str) -> bool:
    """Say whether nine digits can be a BSN."""
    som = sum(int(c) * w for c, w in zip(bsn, GEWICHTEN, strict=True))
    return som % 11 == 0


@cache
def vrije_nummers() -> tuple[str, ...]:
    """Give every BSN of the range for tests that the RvIG does not use itself."""
    kandidaten = (str(n) for n in range(EERSTE_BSN, NA_LAATSTE_BSN))
    return tuple(bsn for bsn in kandidaten if elfproef(bsn))


def bsn_nummer(volgnummer: int) -> str:
    """Give the BSN of the given person; empty when the range is used up."""
    nummers = vrije_nummers()
    return nummers[volgnummer] if volgnummer < len(nummers) else ""


def v_nummer(volgnummer: int) -> str:
    """Give a number of ten digits that the IND does not give out (it starts with 99)."""
    return f"99{volgnummer:08d}"


OUDSTE = 61  # a life takes years: nobody reaches the AOW age before its end


def _geboren(leeftijd: str, kans: Random, op: date) -> str:
    van, tot = (int(deel) for deel in leeftijd.split("-"))
    tot = min(tot, OUDSTE)
    dagen = kans.randint(van * 366, tot * 365)
    dag = op - timedelta(days=dagen)
    if kans.random() < 0.03:  # the BRP often knows the year alone
        return f"{dag.year:04d}-00-00"
    return dag.isoformat()


def maak_persoon(
    volgnummer: int, groep: str, kans: Random, marges: Marges, op: date
) -> Persoon:
    """Make somebody who is of age on a day."""
    land = LANDEN[marges.verdeling(f"herkomst {groep}").kies(kans)]
    geslacht = marges.verdeling(f"geslacht {groep}").kies(kans)
    geboren = _geboren(marges.verdeling(f"leeftijd {groep}").kies(kans), kans, op)
    if geboren.endswith("00-00") and op.year - int(geboren[:4]) < 20:
        geboren = f"{op.year - 20:04d}-00-00"
    bsn = bsn_nummer(volgnummer)
    return Persoon(
        bsn=bsn,
        v_nummer="" if bsn else v_nummer(volgnummer),
        voornamen=kans.choice(land.man if geslacht == "man" else land.vrouw),
        voorvoegsel="",
        geslachtsnaam=kans.choice(land.achternamen),
        geboortedatum=geboren,
        geslacht=geslacht,
        nationaliteit=land.nationaliteit,
        geboorteland=land.land,
        taal=land.taal,
        geheim_adres=marges.kans("geheim adres").valt(kans),
    )
