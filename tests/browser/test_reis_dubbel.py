"""One person, two files, an intake in each: one holds, the other stays to be read."""

from collections.abc import Callable

import pytest

from inburgering.authorization.roles import Rol
from tests.browser.reizen import Collega


Maker = Callable[..., Collega]
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_two_files_that_each_hold_an_intake_become_one(
    collega: Maker, leven: Callable[..., str]
) -> None:
    """A plan in the one, a second intake in the other.

    1. The form asks which intake holds; the wrong way round it asks about the plan too.
    2. Before it is done the page says what no longer counts.
    3. Afterwards the intake that does not count stands, with its answers, on its page.
    """
    known = leven("concept", dagen=90)
    other = leven("pip_opstellen", dagen=60, bsn="", v_nummer="2712345678")
    werker = collega(Rol.KLANTMANAGER)
    werker.nummer = known
    werker.ga(f"{werker.dossier}samenvoeging/vragen/?ander={other}")
    werker.ziet("Brede intake: wat geldt?")
    werker.druk()
    werker.ziet("Kies wat geldt.")
    for field in werker.page.locator('main input[type="radio"][value="blijft"]').all():
        field.check()
    werker.page.locator('input[name^="keuze_brede_intakes"][value="ander"]').check()
    werker.vul(reden="Het BSN staat op het document dat zij liet zien.")
    werker.druk()
    werker.ziet("wat telt niet meer mee?")
    werker.page.locator('input[name^="keuze_brede_intakes"][value="blijft"]').check()
    werker.druk()
    werker.ziet(f"uit dossier {other} telt niet meer mee")
    werker.druk()
    werker.ziet("is opgegaan in dit dossier")
    werker.ga(f"{werker.dossier}intake/")
    werker.ziet("Telt niet meer mee")
    werker.page.get_by_text("wat is geantwoord").click()
    werker.ziet(f"gebleven bij dossier {other}")
    werker.ga(f"{werker.dossier}geschiedenis/")
    werker.ziet("Telt niet meer mee: brede intake van")
