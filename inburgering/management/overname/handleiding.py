"""How one takes cases over, in words, for who has to do it; the tables come after it.

What stands here as a name of the file is looked at by a test: each exists in ``vorm``.
"""

import json
from collections.abc import Mapping

from inburgering.management.overname.lezen import LANGSTE_REGEL, MEESTE_REGELS
from inburgering.management.overname.velden import (
    LAATSTE_JAAR,
    MEESTE_FEITEN,
    VROEGSTE_JAAR,
)


KLEINSTE = {
    "aanmelding": {
        "v_nummer": "0123456789", "geslachtsnaam": "Haddad", "voornamen": "Layla",
        "geboortedatum": "1991-02-14", "geslacht": "vrouw", "nationaliteit": "0336",
        "verblijfstitel": "26", "doelgroep": "asielstatushouder",
        "verblijfsituatie": "gemeente", "geregistreerd_op": "2025-03-03",
        "datum_plicht": "2025-02-18", "datum_kennisgeving": "2025-02-25",
        "datum_inschrijving": "2025-02-10",
    },
    "feiten": {
        "contacten": [
            {
                "herkomst": "gemeente", "vastgelegd_op": "2025-03-10",
                "gesproken_op": "2025-03-10", "kanaal": "kantoor",
                "onderwerp": "kennismaking", "met_wie": "inburgeraar",
                "uitkomst": "bereikt", "tekst": "Kennisgemaakt.",
            }
        ]
    },
}  # fmt: skip
_SAMEN = {"herkomst": "gemeente", "vastgelegd_op": "2025-09-08"}
VERWIJZEN = {
    "doelen": [
        _SAMEN | {
            "kenmerk": "D1", "domein": "werk", "gesteld_op": "2025-09-08",
            "omschrijving": "Ik werk in de keuken van een restaurant.",
        },
        _SAMEN | {
            "onder": "D1", "domein": "taal", "gesteld_op": "2025-09-08",
            "omschrijving": "Ik begrijp een recept in het Nederlands.",
        },
    ],
    "afspraken": [
        _SAMEN | {
            "kenmerk": "A7", "doel": "D1", "gemaakt_op": "2025-09-08",
            "onderwerp": "taal", "grondslag": "wi2021", "eigenaar": "inburgeraar",
            "omschrijving": "Elke dinsdag naar de les.", "uiterlijk": "2026-06-30",
        }
    ],
    "handhavingen": [
        _SAMEN | {
            "vastgelegd_op": "2026-02-03", "aanleiding": "pip_niet_nagekomen",
            "grondslag": "wi2021", "gebeurd_op": "2026-02-03", "afspraak": "A7",
        }
    ],
}  # fmt: skip

# What belongs to a case and is not in a file, with what one does instead.
NIET_MEE: Mapping[str, str] = {
    "Termijn": "termijnen en waarschuwingen: het systeem berekent ze uit de feiten",
    "Termijnafwijking": "wat niet klopt: het systeem zoekt het zelf",
    "Dossierstuk": "documenten: voeg ze toe in het dossier",
    "Bestand": "de inhoud van documenten",
    "Document": "brieven die al zijn verstuurd: voeg ze toe als document. Dat een PIP of "
    "besluit is verstuurd, komt wel mee",
    "Gezinsband": "wie bij wie hoort, en wie niet met het gezin wil delen: leg het vast in het "
    "dossier",
    "Deelname": "wie naar welke groepsbijeenkomst kwam. De uren van PVT en MAP komen wel mee",
    "Opmerking": "de opmerking en labels in de lijst van dossiers",
    "Herstel": "wat eerder is hersteld: alleen de feiten zoals zij nu zijn",
    "Samenvoeging": "welke dossiers eerder een werden",
}

STAPPEN = f"""# Dossiers overnemen uit een ander systeem

Gemaakt uit `inburgering/management/overname/` met `make docs`. Voor wie een oud systeem of
een spreadsheet overzet: eerst hoe u het doet, daarna elke naam die in het bestand mag staan.

Overnemen gaat met een opdracht op de server, niet op het scherm. Een bestand komt helemaal
binnen of helemaal niet. Proberen mag zo vaak als u wilt: met `--proef` verandert er niets.
`CODE` is het nummer van uw gemeente van vier cijfers; wie een verkeerd nummer geeft, ziet de
goede.

## Zo doet u het

1. **Richt eerst de gemeente in**: de collega's (onder *Beheer*), de aanbieders en hun
   cursussen (onder *Aanbieders*), en de eigen vragen van de intake. Het bestand noemt ze, met precies dezelfde
   naam of hetzelfde e-mailadres. Ook een collega die al weg is, kan worden genoemd, als die
   hier bekend is.
2. **Bekijk een voorbeeld.** Dit geeft vijf verzonnen dossiers en de vorm van het bestand:

       manage.py importeer-dossiers --voorbeeld 5 --door U@GEMEENTE.NL > voorbeeld.jsonl
       manage.py importeer-dossiers --schema --gemeente CODE > vorm.json

   De verzonnen dossiers noemen aanbieders van de demogemeente: alleen daar kunnen ze in.
   `--schema` is JSON Schema, voor wie het bestand maakt; met `--gemeente` staan ook uw
   eigen vragen erin.
3. **Laat het bestand maken** door de oude leverancier of wie uw spreadsheet kent. Het is
   JSON Lines: elke regel een dossier. Een Excel- of CSV-bestand leest deze opdracht niet.
4. **Probeer het**, tot er geen fout meer is. Kies met `--door` iemand die personen mag
   registreren: die staat straks in de geschiedenis.

       manage.py importeer-dossiers dossiers.jsonl --gemeente CODE --door U@GEMEENTE.NL --proef

   Elke fout staat op een eigen regel, en onderaan staat `Niets is overgenomen`. Herstel de
   fouten in het oude systeem of in het bestand, en probeer opnieuw. Een regel die begint met
   `klopt niet:` is geen fout: dat dossier kan erin, maar de wet spreekt het tegen. Het komt
   op de lijst *Dossiers die niet kloppen*.
5. **Neem het over**, op een moment dat niemand werkt: dezelfde opdracht zonder `--proef`. Er
   staat dan hoeveel dossiers er zijn en van welk tot welk nummer.
6. **Kijk het na.** Open er een paar. Kijk bij *Dossiers die niet kloppen*
   (`/werkvoorraad/klopt-niet/`). Dossiers zonder `klantmanager` staan bij *Te verdelen*.
7. **Vernietig het bestand**: er staan BSN's in die iedereen kan lezen.

In containers draait u de opdracht in `web`, en zet u het bestand eerst in het geheugen daar:

    docker compose --file docker/compose.yaml exec -T web sh -c 'cat > /tmp/dossiers.jsonl' < dossiers.jsonl
    docker compose --file docker/compose.yaml exec web /opt/venv/bin/python manage.py importeer-dossiers /tmp/dossiers.jsonl --gemeente CODE --door U@GEMEENTE.NL --proef
    docker compose --file docker/compose.yaml exec web rm /tmp/dossiers.jsonl

**Nog een keer.** Wie hier al een dossier heeft, wordt geweigerd. Hetzelfde bestand komt er dus
nooit twee keer in. Wilt u later meer personen overnemen, maak dan een bestand met alleen hen.
Een dossier aanvullen uit een bestand kan niet: dat doet u in het dossier.

Wat er precies wordt geschreven en hoe lang het duurt, staat in [beheer.md](beheer.md).

## Het bestand

Het bestand is JSON Lines in UTF-8 zonder BOM: elke regel is een object met `aanmelding`
en `feiten`. Een naam die hier niet staat, wordt geweigerd. Wat niet verplicht is, mag weg,
`null` of leeg zijn. Datums zijn `jjjj-mm-dd`, van {VROEGSTE_JAAR} tot en met {LAATSTE_JAAR};
wat is gebeurd, ligt niet in de toekomst. Een regel is hoogstens {LANGSTE_REGEL:_} bytes, een
dossier hoogstens {MEESTE_FEITEN:_} feiten, een bestand hoogstens {MEESTE_REGELS:_} regels.

Een klein dossier, in het bestand op **een** regel:

```json
{json.dumps(KLEINSTE, indent=2, ensure_ascii=False)}
```

**Wat u niet weet**, laat u weg. Verzin geen dag: kent u de dag van een gesprek niet, neem het
dan als notitie over. `vastgelegd_op` is de dag waarop het in het oude systeem is ingevoerd;
weet u die niet, neem dan de dag waarop het gebeurde.

**Een melding** noemt de regel (vanaf 1) en het pad; een plaats in een lijst telt vanaf 0:
`Regel 3, feiten.pips[0].dagtekening: ...` gaat over de dagtekening van het eerste PIP op de
derde regel. Een melding noemt nooit wat er in het bestand staat: het kan een BSN zijn. De
eerste 200 fouten staan er, alle zijn geteld.

## Wat bij elkaar hoort

Een stap hoort bij een doel, een afspraak bij een doel, en handhaving kan gaan over een
afspraak die niet is nagekomen. Geef het doel of de afspraak een `kenmerk`: het nummer uit het
oude systeem, of iets anders wat in dit dossier maar een keer voorkomt. Noem dat kenmerk in
`onder`, `doel` of `afspraak`. De volgorde maakt niet uit, en het kenmerk wordt niet bewaard.
Zo staat het in `feiten`:

```json
{json.dumps(VERWIJZEN, indent=2, ensure_ascii=False)}
```

Een stap heeft zelf geen stappen. De `grondslag` van de handhaving is die van de afspraak, en
de afspraak is van de inburgeraar en gemaakt voordat het misging: anders klopt het dossier niet.

## Eigen vragen van de intake

Stelt uw gemeente eigen vragen, leg ze dan eerst vast. Op de bladzijde *Vragen van de brede
intake* staat achter elke eigen vraag haar code, zoals `eigen_1`. Die code staat in `antwoorden`
naast de vaste vragen. Bij een keuze is de waarde de plaats van het antwoord in de lijst:

```json
{{"eigen_1": {{"antwoord": "beantwoord", "waarde": "2"}}}}
```

Een antwoord van een intake van voor de vraag hier begon, mag: het staat dan bij die intake.

## Wat niet meekomt

"""


def stappen() -> str:
    """Give the words before the tables."""
    rows = "".join(f"- {what}.\n" for what in NIET_MEE.values())
    return f"{STAPPEN}{rows}"
