"""Make the tables of the benchmark and fill them (started by ``tests.bench``)."""

import sys
import time
from datetime import date

import django


def main() -> None:
    """Migrate, collect static files, fill; tell each step with its time."""
    django.setup()
    from django.core.management import call_command

    from tests.bench.vullen import vul

    begin = time.monotonic()
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    for step in vul(int(sys.argv[1]), date.fromisoformat(sys.argv[2])):
        print(f"{time.monotonic() - begin:6.0f} s  {step}", flush=True)


if __name__ == "__main__":
    main()
