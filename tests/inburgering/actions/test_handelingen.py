"""Every act through the screen: what it writes, and what it never does."""

from uuid import uuid4

import pytest
from django.apps import apps
from django.test import Client

from inburgering.actions.termijnen import berekend
from inburgering.authorization.roles import ROLLEN, Rol
from inburgering.authorization.spil import IN_DOSSIER
from inburgering.authorization.werkhandelingen import Werkhandeling
from inburgering.models import (
    Bericht,
    Gebeurtenis,
    Raadpleging,
    Termijn,
    Traject,
)
from inburgering.models.base import Feit, Zaakmodel
from inburgering.views.handeling import LADDERS, UITSLAG
from inburgering.wet.begrippen import Termijnsoort
from inburgering.wet.handelingen import HANDELINGEN, Handeling
from tests.inburgering.cast import VANDAAG, Leven, lid_van, moment
from tests.inburgering.tellen import tellen as tel_rijen
from tests.inburgering.voorbeelden import VOORBEELD, VOORBEELDEN, Voorbeeld


pytestmark = [pytest.mark.usefixtures("aanbieder"), pytest.mark.breed]


def terug(voorbeeld, life):
    """After a step of a ladder one stands where the next one is; else in the file."""
    act = voorbeeld.handeling
    if act in UITSLAG:
        return f"/trajecten/{life.nummer}/{UITSLAG[act]}"
    if section := {"document": "documenten/", "taal": "gegevens/"}.get(act.noun):
        return f"/trajecten/{life.nummer}/{section}"
    kind = HANDELINGEN[act].feit if isinstance(act, Handeling) else act.noun
    return f"/trajecten/{life.nummer}/{LADDERS.get(kind, '')}"


elke = pytest.mark.parametrize("voorbeeld", VOORBEELDEN, ids=str)
op_zaak = pytest.mark.parametrize(
    "voorbeeld",
    [v for v in VOORBEELDEN if v.handeling not in IN_DOSSIER],
    ids=str,
)
van_de_wet = pytest.mark.parametrize(
    "voorbeeld", [v for v in VOORBEELDEN if isinstance(v.handeling, Handeling)], ids=str
)


GETELD = [
    model
    for model in apps.get_app_config("inburgering").get_models()
    if issubclass(model, Zaakmodel) or model in (Gebeurtenis, Bericht)
    or model.__name__.startswith("Historical")
]  # fmt: skip


def tellen() -> dict[str, int]:
    """Count the rows of every table that an act can write, history included."""
    return tel_rijen(GETELD)


def invoer(voorbeeld: Voorbeeld, life: Leven, **anders: object) -> dict[str, object]:
    """Give what the browser would send: what was typed, and the two hidden fields."""
    return (
        dict(voorbeeld.invoer(life))
        | {"versie": life.traject.versie, "sleutel": str(uuid4()), "bevestigd": "ja"}
        | anders
    )


def test_every_act_on_a_case_has_an_example() -> None:
    assert set(Handeling) - set(VOORBEELD) == {Handeling.TRAJECT_REGISTREREN}
    assert set(IN_DOSSIER) <= set(VOORBEELD)
    assert Werkhandeling.TRAJECT_TOEWIJZEN in VOORBEELD


def check_terms(voorbeeld: Voorbeeld, life: Leven) -> None:
    """The terms are kept as the law computes them, with their history."""
    expected = berekend(life.dossier.stand, life.dossier.traject)
    rows = Termijn.objects.filter(traject=life.traject, vervallen=False)
    rows = rows.exclude(soort=Termijnsoort.TAAK)
    kept = {(row.soort, row.volgnummer): row for row in rows}
    assert set(kept) == set(expected)
    for key, row in expected.items():
        assert {name: getattr(kept[key], name) for name in row} == row
    changed = Termijn.history.filter(
        traject_id=life.traject.pk, history_date__gte=moment(VANDAAG, 0)
    )
    moved = set(changed.values_list("soort", flat=True))
    assert not voorbeeld.termijn or voorbeeld.termijn in moved


@elke
def test_an_act_writes_fact_history_trail_terms_and_outbox_once(
    voorbeeld, leven, scherm: Client
) -> None:
    life = voorbeeld.maak(leven)
    act, versie = voorbeeld.handeling, life.traject.versie
    moves = act not in IN_DOSSIER
    typed = invoer(voorbeeld, life)

    answer = scherm.post(voorbeeld.url(life), typed)

    assert answer.status_code == 302, answer.context["form"].errors.as_data()
    assert answer.url == terug(voorbeeld, life)
    trail = Gebeurtenis.objects.filter(nummer=life.nummer).latest("id")
    assert trail.handeling == act.value
    assert trail.gebeurd_op == voorbeeld.gebeurd
    assert trail.moment.date() == VANDAAG
    assert (trail.naam, trail.rol) == (life.lid.gebruiker.naam, life.lid.rol)
    assert trail.feit == voorbeeld.model.lower()

    traject = Traject.objects.get(pk=life.traject.pk)
    assert traject.status == voorbeeld.status
    assert traject.versie == versie + moves
    assert (
        Bericht.objects.filter(
            soort="feiten_bijwerken", sleutel=f"{traject.pk}:{traject.versie}"
        ).exists()
        or not moves
    )
    if voorbeeld.model:
        row = apps.get_model("inburgering", voorbeeld.model).objects.get(
            pk=trail.feit_id
        )
        past = row.history.latest()
        assert past.history_change_reason == act.value
        assert past.history_user_id == life.lid.gebruiker_id
        assert past.history_date == trail.moment
        if isinstance(row, Feit) and past.history_type == "+":
            assert row.vastgelegd_op == VANDAAG
            assert row.vastgelegd_door_id == life.lid.gebruiker_id
    check_terms(voorbeeld, life)

    # The same form again, as a double click sends it.
    after_first = tellen()
    answer = scherm.post(voorbeeld.url(life), typed, follow=True)
    assert tellen() == after_first
    assert answer.redirect_chain == [(terug(voorbeeld, life), 302)]
    assert "niets dubbel gedaan" in answer.content.decode()


@op_zaak
def test_a_colleague_was_first_and_nothing_typed_is_lost(
    voorbeeld, leven, scherm: Client, delft
) -> None:
    life = voorbeeld.maak(leven)
    typed = invoer(voorbeeld, life)
    first = lid_van(delft, "teamleider")
    life.lid = first
    life.doe("traject", "toewijzen", klantmanager=first.gebruiker)
    before = tellen()

    answer = scherm.post(voorbeeld.url(life), typed)

    assert answer.status_code == 422
    assert tellen() == before
    page = answer.content.decode()
    assert first.gebruiker.naam in page
    assert "niets verloren" in page
    if voorbeeld.tekst:
        assert str(typed[voorbeeld.tekst]) in page
    # The version in the page is the new one: saving again is on purpose.
    assert f'name="versie" value="{life.traject.versie}"' in page
    again = typed | {"versie": life.traject.versie}
    assert scherm.post(voorbeeld.url(life), again).status_code == 302


@elke
def test_the_form_opens_for_the_role_and_for_nobody_else(
    voorbeeld, leven, inloggen, collega, delft, leiden
) -> None:
    life = voorbeeld.maak(leven)
    may_not = next(
        rol
        for rol in (Rol.JURIST_BEZWAAR, Rol.ADMINISTRATIE)
        if voorbeeld.handeling not in ROLLEN[rol].handelingen
    )
    before = tellen()
    for lid, status in (
        (lid_van(delft, may_not), 403),
        (lid_van(delft, "contractbeheerder"), 404),
        (lid_van(leiden, "klantmanager"), 404),
    ):
        screen = inloggen(lid)
        assert screen.get(voorbeeld.url(life)).status_code == status
        answer = screen.post(voorbeeld.url(life), invoer(voorbeeld, life))
        assert answer.status_code == status
    assert not Raadpleging.objects.filter(nummer=life.nummer).exists()

    answer = inloggen(collega).get(voorbeeld.url(life))

    assert answer.status_code == 200
    page = answer.content.decode()
    assert f'name="versie" value="{life.traject.versie}"' in page
    assert answer.context["form"].knop in page
    assert Raadpleging.objects.filter(nummer=life.nummer).count() == 1
    assert tellen() == before


@van_de_wet
def test_what_the_law_refuses_leaves_nothing_behind(
    voorbeeld, leven, scherm: Client
) -> None:
    """Closed is closed (and what is open cannot be opened)."""
    life = voorbeeld.maak(leven)
    typed = invoer(voorbeeld, life)
    act = voorbeeld.handeling
    if act == Handeling.TRAJECT_HEROPENEN:
        life.doe("traject", "heropenen", heropend_op=VANDAAG, reden_heropening="Fout")
    else:
        life.op(VANDAAG).ten_onrechte()
    typed["versie"] = life.traject.versie
    before = tellen()

    answer = scherm.post(voorbeeld.url(life), typed)

    assert answer.status_code == 422
    assert tellen() == before
    page = answer.content.decode()
    reason = life.dossier.stand.handelingen[act].reden
    assert reason.rstrip(".") in page
    if voorbeeld.tekst:
        assert str(typed[voorbeeld.tekst]) in page
    assert scherm.get(voorbeeld.url(life)).status_code == 409


@pytest.mark.parametrize("voorbeeld", [v for v in VOORBEELDEN if v.veld], ids=str)
def test_a_wrong_date_is_told_at_its_field_and_nothing_is_saved(
    voorbeeld, leven, scherm: Client
) -> None:
    life = voorbeeld.maak(leven)
    before = tellen()
    for getypt, melding in (
        ("31-02-2026", "bestaat niet in de kalender"),
        ("gisteren", "dag-maand-jaar"),
        ("11-06-2026", "toekomst"),
    ):
        typed = invoer(voorbeeld, life, **{voorbeeld.veld: getypt})
        answer = scherm.post(voorbeeld.url(life), typed)

        assert answer.status_code == 422
        form = answer.context["form"]
        assert any(melding in text for text in form.errors[voorbeeld.veld])
        page = answer.content.decode()
        assert f'value="{getypt}"' in page
        if voorbeeld.tekst:
            assert str(typed[voorbeeld.tekst]) in page
    assert tellen() == before
