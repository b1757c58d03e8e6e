"""Two cases of one person become one: nothing is lost, and nobody is counted twice."""

from uuid import uuid4

import pytest
from django.apps import apps

from inburgering import outbox
from inburgering.actions import concept
from inburgering.actions.herberekening import deel, historie
from inburgering.actions.samenvoeging import (
    ANDER,
    BLIJFT,
    afwijzen,
    goedkeuren,
    uitzicht,
    verschillen,
    vragen,
)
from inburgering.actions.traject import bekend_als
from inburgering.actions.uitvoering import AlGedaan
from inburgering.actions.vernietiging import uitvoeren, voordragen
from inburgering.models import (
    Bericht,
    Concept,
    Gebeurtenis,
    Inburgeraar,
    Notitie,
    Opmerking,
    Samenvoeging,
    Termijn,
    Termijnafwijking,
    Traject,
)
from inburgering.models.base import Zaakmodel
from inburgering.models.dossier import lees
from inburgering.models.feiten import lees_alle_feiten
from inburgering.models.gelijkenis import gelijken
from inburgering.models.termijn import OPEN
from inburgering.models.traject import van_dossier
from inburgering.models.wijzigingen import wijzigingen
from inburgering.wet.handelingen import Handeling
from inburgering.wet.uitkomst import NietToegestaan
from monitoring import extract
from monitoring.models import Feitsleutel, Trajectfeit
from tests.inburgering.cast import VANDAAG, lid_van, moment
from tests.inburgering.voorbeelden import VOORBEELDEN


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("aanbieder")]
V_NUMMER = "2712345678"
NOTITIE = {
    "onderwerp": "x", "tekst": "x", "deelbaar": False, "soort": "algemeen",
}  # fmt: skip
REDEN = "Het BSN stond op het document dat is getoond"


@pytest.fixture
def opvang(leven):
    """The same person once more: from a reception centre, with a V-nummer alone."""
    return leven(
        bsn="", v_nummer=V_NUMMER, voornamen="Ranya", geslachtsnaam="Hadad",
        verblijfsituatie="opvang", opvanglocatie="Azc Delft", adres="", postcode="",
        woonplaats="", datum_inschrijving=None, telefoon="06-12345678",
    ).op(VANDAAG)  # fmt: skip


@pytest.fixture
def gemeente_dossier(leven):
    """The case that goes on, with a BSN."""
    return leven().op(VANDAAG)


def alles(blijft, ander, kant=BLIJFT):
    return {v.naam: kant for v in verschillen(blijft.traject, ander.traject)}


def samen(blijft, ander, *, by=None, kant=BLIJFT, **velden):
    life = blijft.traject
    life.refresh_from_db()
    ander.traject.refresh_from_db()
    return vragen(
        traject=life, by=by or blijft.lid, on=moment(VANDAAG, 12), ander=ander.nummer,
        keuzes=velden.pop("keuzes", alles(blijft, ander, kant)), reden=REDEN, **velden,
    )  # fmt: skip


def rijen(traject):
    """Give every row of a case, by table and key."""
    found = set()
    for table in apps.get_app_config("inburgering").get_models():
        names = {f.name for f in table._meta.concrete_fields}
        if issubclass(table, Zaakmodel) and "traject" in names:
            keys = table.objects.filter(traject=traject).values_list("pk", flat=True)
            found |= {(table.__name__, key) for key in keys}
    return found


EIGEN = ("Termijn", "Samenvoeging")  # computed, or about the merger itself


@pytest.mark.breed
@pytest.mark.parametrize("voorbeeld", VOORBEELDEN, ids=str)
def test_nothing_of_either_case_is_lost(voorbeeld, leven, opvang, gemeente_dossier):
    """Whatever the case that ends holds, stands in the case that goes on afterwards."""
    life = voorbeeld.maak(leven)
    life.traject.refresh_from_db()
    before = {(t, k) for t, k in rijen(life.traject) if t not in EIGEN}
    mine = {(t, k) for t, k in rijen(opvang.traject) if t not in EIGEN}
    opvang.traject.refresh_from_db()
    if voorbeeld.handeling is Handeling.TRAJECT_HEROPENEN:
        # A plan that is older than the duty: refused, and both stay as they were.
        with pytest.raises(NietToegestaan):
            samen(opvang, life)
        assert {r for r in rijen(life.traject) if r[0] not in EIGEN} == before
        assert not Samenvoeging.objects.exists()
        return
    done = samen(opvang, life)
    if done.feit.status == "gevraagd":
        boss = lid_van(opvang.lid.gemeente, "teamleider")
        opvang.traject.refresh_from_db()
        goedkeuren(
            traject=opvang.traject, by=boss, on=moment(VANDAAG, 13), id=done.feit.pk
        )
    after = rijen(opvang.traject)
    assert mine <= after
    assert before <= after
    trail = Gebeurtenis.objects.filter(van_dossier(opvang.traject))
    assert set(Gebeurtenis.objects.filter(nummer=life.nummer)) <= set(trail)
    pointer = Traject.alle.get(pk=life.traject.pk)
    assert pointer.samengevoegd_met_id == opvang.traject.pk
    assert not Termijn.objects.filter(OPEN, traject=pointer).exists()
    # Every row is still what its history says, and the case is what its facts give.
    historie(on=moment(VANDAAG, 14))
    deel(on=moment(VANDAAG, 14), dag=str(VANDAAG), na=0)
    assert not Termijnafwijking.objects.filter(veld__startswith="rij ").exists()


def test_what_holds_is_chosen_and_the_rest_is_filled_in(opvang, gemeente_dossier):
    one, two = gemeente_dossier, opvang
    found = {v.naam: v.kiezen for v in verschillen(one.traject, two.traject)}
    assert found["naam"] is True
    assert found["v_nummer"] is False  # only one of the two says it
    keuzes = alles(one, two) | {"naam": ANDER}
    samen(one, two, keuzes=keuzes)

    person = Inburgeraar.objects.get(pk=one.traject.inburgeraar_id)
    assert person.naam == "Ranya Hadad"
    assert person.zoeknaam == "ranya hadad"
    assert person.v_nummer == V_NUMMER
    assert person.bsn_index
    assert person.adres == "Lange Geer 12"
    former = Inburgeraar.objects.get(pk=two.traject.inburgeraar_id)
    assert (former.naam, former.v_nummer) == ("Ranya Hadad", V_NUMMER)
    row = Samenvoeging.objects.get()
    assert row.verschillen["naam"][0] == ["Rania", "", "Haddad"]


def test_the_bsn_goes_along_when_the_other_case_goes_on(opvang, gemeente_dossier):
    bsn = gemeente_dossier.traject.inburgeraar.lees_bsn()
    done = samen(opvang, gemeente_dossier)
    if done.feit.status == "gevraagd":
        boss = lid_van(opvang.lid.gemeente, "teamleider")
        goedkeuren(
            traject=Traject.objects.get(pk=opvang.traject.pk), by=boss,
            on=moment(VANDAAG, 13), id=done.feit.pk,
        )  # fmt: skip
    person = Inburgeraar.objects.get(pk=opvang.traject.inburgeraar_id)
    assert person.lees_bsn() == bsn
    found, by = bekend_als(bsn, "")
    assert (found.nummer, by) == (opvang.nummer, "bsn")
    assert bekend_als("", V_NUMMER)[0].nummer == opvang.nummer


def test_a_choice_that_is_missing_is_asked(opvang, gemeente_dossier):
    with pytest.raises(NietToegestaan) as refused:
        samen(gemeente_dossier, opvang, keuzes={})
    assert refused.value.veld in set(alles(gemeente_dossier, opvang))
    assert Traject.objects.count() == 2


@pytest.mark.parametrize("kant", [BLIJFT, ANDER])
def test_of_two_numbers_of_a_citizen_one_is_chosen_by_two_people(leven, kant):
    """A BSN with a mistake in it must not keep one person in two files for ever."""
    one, two = leven().op(VANDAAG), leven().op(VANDAAG)
    mine, yours = (life.traject.inburgeraar.lees_bsn() for life in (one, two))
    assert [v.naam for v in verschillen(one.traject, two.traject)] == ["bsn"]
    with pytest.raises(NietToegestaan) as refused:
        samen(one, two, keuzes={})
    assert refused.value.veld == "bsn"
    asked = samen(one, two, kant=kant).feit
    assert asked.status == "gevraagd"
    lost = two if kant == BLIJFT else one
    assert f"BSN van dossier {lost.nummer} telt niet meer mee" in asked.gevolgen[0]
    assert mine not in str(asked.__dict__) + str(asked.gevolgen)
    boss = lid_van(one.lid.gemeente, "teamleider")
    one.traject.refresh_from_db()
    goedkeuren(traject=one.traject, by=boss, on=moment(VANDAAG, 13), id=asked.pk)
    person = Inburgeraar.objects.get(pk=one.traject.inburgeraar_id)
    holds, gone = (mine, yours) if kant == BLIJFT else (yours, mine)
    assert person.lees_bsn() == holds
    assert bekend_als(holds, "")[0].nummer == one.nummer
    # Whoever that number is really of can be registered.
    assert bekend_als(gone, "") is None
    assert leven(bsn=gone, voornamen="Omar").nummer


def test_nobody_is_family_of_themselves(opvang, gemeente_dossier):
    gemeente_dossier.doe(
        "gezin", "koppelen", ander=opvang.nummer, soort="partner", begin=VANDAAG
    )
    with pytest.raises(NietToegestaan, match="familie van zichzelf"):
        samen(gemeente_dossier, opvang)


def test_facts_that_cannot_stand_together_are_named_before(leven):
    """Two intakes and two plans: which one holds is asked, before anything moves."""
    one = leven().door_tot("leerroute", "b1_route").op(VANDAAG)
    two = leven(bsn="", v_nummer=V_NUMMER).door_tot("leerroute", "b1_route").op(VANDAAG)
    looked = uitzicht(
        lees(one.traject, VANDAAG), lees(two.traject, VANDAAG), {}, VANDAAG
    )
    assert looked.botsingen
    with pytest.raises(NietToegestaan) as refused:
        samen(one, two)
    assert refused.value.veld == looked.botsingen[0].naam
    assert Traject.objects.count() == 2


def test_where_a_legal_term_moves_a_second_person_decides(opvang, gemeente_dossier):
    asked = samen(opvang, gemeente_dossier, kant=ANDER).feit
    assert asked.status == "gevraagd"
    assert Traject.objects.count() == 2
    opvang.traject.refresh_from_db()
    with pytest.raises(NietToegestaan, match="zelf"):
        goedkeuren(
            traject=opvang.traject, by=opvang.lid, on=moment(VANDAAG, 13), id=asked.pk
        )
    with pytest.raises(NietToegestaan, match="wacht al"):
        samen(gemeente_dossier, opvang)
    boss = lid_van(opvang.lid.gemeente, "teamleider")
    afwijzen(
        traject=opvang.traject, by=boss, on=moment(VANDAAG, 13), id=asked.pk,
        reden_besluit="Eerst nabellen",
    )  # fmt: skip
    assert Samenvoeging.objects.get().status == "afgewezen"
    again = samen(opvang, gemeente_dossier, kant=ANDER).feit
    gemeente_dossier.doe("traject", "toewijzen", klantmanager=boss.gebruiker)
    opvang.traject.refresh_from_db()
    with pytest.raises(NietToegestaan, match="na de aanvraag gewijzigd"):
        goedkeuren(traject=opvang.traject, by=boss, on=moment(VANDAAG, 14), id=again.pk)


def test_one_person_counts_once(opvang, gemeente_dossier):
    extract.opnieuw()
    assert Trajectfeit.objects.count() == 2
    samen(gemeente_dossier, opvang)
    job = Bericht.objects.get(soort="feiten_samenvoegen", klaar_op=None)
    outbox.voer_uit(job.pk, moment(VANDAAG, 13))
    assert Trajectfeit.objects.count() == Feitsleutel.objects.count() == 1
    extract.opnieuw()
    extract.bijwerken(on=moment(VANDAAG), traject_id=opvang.traject.pk)
    assert Trajectfeit.objects.count() == 1
    assert set(lees_alle_feiten(("pips",))) == {gemeente_dossier.traject.pk}
    assert [g.nummer for g in gelijken(telefoon="0612345678")] == [
        gemeente_dossier.nummer
    ]


def test_a_remark_a_pinned_note_and_a_draft_go_along(opvang, gemeente_dossier):
    for life, words in ((gemeente_dossier, "Bel na vieren"), (opvang, "Azc, kamer 3")):
        life.doe("opmerking", "bijwerken", tekst=words, eigen_labels=words[:3].lower())
        made = life.doe("notitie", "toevoegen", **NOTITIE | {"onderwerp": words})
        life.doe("notitie", "vastzetten", id=made.feit.pk)
    concept.bewaar(
        opvang.lid, f"{opvang.nummer}/notitie_toevoegen", {"tekst": "Half af"},
        moment(VANDAAG),
    )  # fmt: skip
    samen(gemeente_dossier, opvang)
    row = Opmerking.objects.get(traject=gemeente_dossier.traject)
    assert row.tekst == "Bel na vieren / Azc, kamer 3"
    assert row.los == ["bel", "azc"]
    notes = Notitie.objects.filter(traject=gemeente_dossier.traject)
    assert notes.count() == 2
    assert notes.filter(vastgezet=True).count() == 1
    assert Concept.objects.get().formulier.startswith(gemeente_dossier.nummer)


def test_a_remark_that_does_not_fit_becomes_a_note(opvang, gemeente_dossier):
    for life in (gemeente_dossier, opvang):
        life.doe(
            "opmerking", "bijwerken", tekst=life.nummer + "x" * 200, eigen_labels=""
        )
    samen(gemeente_dossier, opvang)
    note = Notitie.objects.get(traject=gemeente_dossier.traject)
    assert note.tekst.startswith(opvang.nummer)


def test_a_link_of_both_with_one_other_stays_one(leven, opvang, gemeente_dossier):
    partner = leven(voornamen="Omar").op(VANDAAG)
    for life in (gemeente_dossier, opvang):
        life.doe(
            "gezin", "koppelen", ander=partner.nummer, soort="partner", begin=VANDAAG
        )
    samen(gemeente_dossier, opvang)
    rows = gemeente_dossier.traject.gezinsband_set.all()
    assert rows.count() == 2
    assert rows.filter(einde=None).count() == 1


def test_a_double_click_merges_once_and_history_shows_both(opvang, gemeente_dossier):
    key = uuid4()
    samen(gemeente_dossier, opvang, sleutel=key)
    with pytest.raises((AlGedaan, NietToegestaan)):
        samen(gemeente_dossier, opvang, sleutel=key)
    changed = wijzigingen(lees(gemeente_dossier.traject, VANDAAG))
    assert {c.rij_id for c in changed if c.model is Inburgeraar} == {
        gemeente_dossier.traject.inburgeraar_id, opvang.traject.inburgeraar_id,
    }  # fmt: skip


def test_a_third_case_goes_on_in_the_last(leven, opvang, gemeente_dossier):
    samen(gemeente_dossier, opvang)
    third = leven(bsn="", v_nummer="2712345679").op(VANDAAG)
    done = samen(third, gemeente_dossier)
    if done.feit.status == "gevraagd":
        boss = lid_van(third.lid.gemeente, "teamleider")
        third.traject.refresh_from_db()
        goedkeuren(
            traject=third.traject, by=boss, on=moment(VANDAAG, 14), id=done.feit.pk
        )
    to = set(Traject.alle.exclude(pk=third.traject.pk).values_list("samengevoegd_met"))
    assert to == {(third.traject.pk,)}


def test_destruction_takes_what_was_merged_along(opvang, gemeente_dossier):
    opvang.doe("notitie", "toevoegen", **NOTITIE)
    samen(gemeente_dossier, opvang)
    life = gemeente_dossier
    life.traject.refresh_from_db()
    life.ten_onrechte()
    voordragen(
        traject=life.traject, by=life.lid, on=moment(VANDAAG, 15), reden="Verkeerd"
    )
    officer = lid_van(life.lid.gemeente, "privacyfunctionaris")
    uitvoeren(traject=life.traject, by=officer, on=moment(VANDAAG, 16))
    assert not Traject.alle.exists()
    assert not Inburgeraar.objects.exists()
    assert not Inburgeraar.history.exists()
    assert not Notitie.history.exists()
    assert not Samenvoeging.history.exists()
    left = Gebeurtenis.objects.filter(nummer=opvang.nummer)
    assert left.exists()
    assert not left.exclude(naam="").exists()
