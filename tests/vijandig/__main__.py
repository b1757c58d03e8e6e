"""Ten thousand hostile uploads and typed values, by one command.

    python -m tests.vijandig                       10,000 of them, on SQLite
    python -m tests.vijandig --aantal 500 --zaad 7

The process may hold 512 MB and no more: what asks for more memory fails, and so does
the round. The same seed sends the same things.
"""

import argparse
import logging
import os
import resource
import sys
import tempfile
import time
from typing import Any


def opties() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.vijandig")
    parser.add_argument("--aantal", type=int, default=10_000, help="how many to send")
    parser.add_argument("--zaad", type=int, default=1, help="what they are drawn from")
    return parser.parse_args()


def speel(aantal: int, zaad: int) -> Any:
    """Build the town in a database of its own, and play the round there."""
    import django

    django.setup()
    from django.db import connection
    from django.test import Client
    from django.test.utils import setup_test_environment
    from time_machine import travel

    from inburgering.models import Gemeente
    from inburgering.models.gemeente import gemeente
    from tests.aanmelden import meld_aan
    from tests.inburgering.cast import (
        VANDAAG,
        Leven,
        lid_van,
        maak_aanbieder,
        maak_cursus,
        moment,
    )
    from tests.vijandig.ronde import MEEST_GEHEUGEN, Ronde

    resource.setrlimit(resource.RLIMIT_DATA, (MEEST_GEHEUGEN, MEEST_GEHEUGEN))
    setup_test_environment(debug=False)
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    made = iter(range(1, 10_000))
    # The clock stands still: what a session remembers is taken back with each request,
    # so half an hour later it would have been idle.
    with travel(moment(VANDAAG), tick=False):
        delft = Gemeente.objects.create(code="0503", naam="Delft")
        lid = lid_van(delft)
        with gemeente(delft):
            maak_cursus(lid, maak_aanbieder(lid))
            ronde = Ronde(
                lambda **anders: Leven(anders.pop("lid", lid), next(made), **anders),
                lambda who: meld_aan(Client(raise_request_exception=False), who),
                lid, zaad,
            )  # fmt: skip
            done = 0
            while done < aantal:
                told = len(ronde.verslag.fouten)
                ronde.speel(min(500, aantal - done))
                done = ronde.verslag.aantal
                print(f"{done} verstuurd, {len(ronde.verslag.fouten)} fout", flush=True)
                for fault in ronde.verslag.fouten[told:][:20]:
                    print(f"  {fault}", flush=True)
    return ronde.verslag, MEEST_GEHEUGEN


def main() -> int:
    """Play, and say what came of it."""
    asked = opties()
    os.environ.pop("DATABASE_URL", None)
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    begin = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="inburgering-vijandig-") as folder:
        os.environ["VAR_DIR"] = folder
        logging.disable(logging.CRITICAL)  # thousands of refusals, each on purpose
        report, most = speel(asked.aantal, asked.zaad)
    print()
    for kind, number in report.soorten.most_common():
        print(f"{number:7} {kind}")
    for code, number in sorted(report.antwoorden.items()):
        print(f"{number:7} antwoord {code}")
    print(f"{report.aangenomen:7} aangenomen, daarna stond het er als tekst")
    print(f"{report.langste:7.2f} s rekentijd kostte het langste antwoord")
    print(
        f"{report.geheugen / 2**20:7.0f} MB geheugen op zijn hoogst, onder een grens van 512"
    )
    print(f"{time.monotonic() - begin:7.0f} s in totaal, zaad {asked.zaad}")
    good = not report.fouten and report.geheugen < most
    print("Alles goed." if good else f"{len(report.fouten)} fouten.")
    return int(not good)


if __name__ == "__main__":
    sys.exit(main())
