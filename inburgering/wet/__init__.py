"""De Wet inburgering 2021 als tabellen en zuivere functies.

Dit is de enige plek waar staat wat de wet zegt. Hier komen alleen de standaardbibliotheek,
datums en opsommingen voor: geen klok, geen database, geen Django.

Hoe te lezen:

- ``begrippen``    de woorden van de wet (opsommingen)
- ``parameters``   elk getal van de wet, eenmaal, met artikel, geldigheid en zekerheid A-D
- ``woorden``      hoe men een aantal zegt: elke melding neemt het getal uit zijn rij
- ``feiten``       wat over een traject is vastgelegd
- ``handelingen``  wat men met een traject kan doen, met het artikel
- ``levensloop``   de toestanden van een traject en de pijlen ertussen
- ``plicht``       wie inburgeringsplichtig is en bij welke groep iemand hoort
- ``kalender``     dagen, weken, maanden en de Algemene termijnenwet
- ``termijnen``    welke termijnen lopen en waarom
- ``leerroutes``   welke onderdelen en niveaus bij een leerroute horen
- ``intake``       de vragen van de beginsituatie bij de brede intake
- ``moment``       de feiten zoals zij op een dag waren, en de dagen die eruit volgen
- ``voorwaarden``  wanneer een handeling kan, en welke feiten er nog voor nodig zijn
- ``stand``        alles bij elkaar: hoe staat dit traject er op een dag voor
- ``toetsing``     mag deze handeling met deze gegevens
- ``telling``      wie op 31 december meetelt voor de uitkering van het rijk
- ``regelboek``    al het bovenstaande als leesbare tekst, gemaakt uit de tabellen

Gebaseerd op de Wet inburgering 2021 (BWBR0044770), het Besluit inburgering 2021
(BWBR0045555) en de Regeling inburgering 2021.
"""
