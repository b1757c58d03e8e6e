"""Lives to test with: any seed, any group, route and particularity."""

from datetime import date, timedelta

from hypothesis import strategies as st

from inburgering.levens.genereer import leven
from inburgering.levens.leven import Bijzonderheid, Leven
from inburgering.levens.verloop import EERSTE_BEGIN, Opdracht
from inburgering.wet.begrippen import Doelgroep, Leerroute


DAG = date(2026, 11, 20)


@st.composite
def levens(draw: st.DrawFn, **vast: object) -> Leven:
    """Draw a whole life, also what lies after today."""
    keuze = {
        "groep": st.sampled_from([None, *(g.value for g in Doelgroep)]),
        "leerroute": st.sampled_from([None, *(r.value for r in Leerroute)]),
        "bijzonderheid": st.sampled_from([None, *Bijzonderheid]),
        "pip_dagen": st.sampled_from([None, 21, 66, 250]),
    }
    velden = {
        naam: vast[naam] if naam in vast else draw(hoe) for naam, hoe in keuze.items()
    }
    begin = EERSTE_BEGIN + timedelta(days=draw(st.integers(0, 1700)))
    zaad, volgnummer = draw(st.integers(0, 10_000)), draw(st.integers(0, 100_000))
    return leven(zaad, volgnummer, Opdracht(begin, **velden))
