"""Lives done as acts and lives written in bulk leave the same rows (decision 21)."""

from collections import defaultdict
from datetime import date, datetime, timedelta

import pytest
from django.apps import apps

from inburgering.authorization.roles import Rol
from inburgering.levens import genereer
from inburgering.levens.verloop import HIER
from inburgering.management.bulk import schrijf_levens
from inburgering.management.opvoeren import Bezetting, Opvoering, maak_aanbod, voer_op
from inburgering.models.base import Zaakmodel
from inburgering.models.feiten import model_van
from inburgering.models.gebruiker import Gebruiker, Lidmaatschap, Team
from inburgering.models.gemeente import Gemeente, gemeente
from inburgering.models.inburgeraar import Inburgeraar
from inburgering.models.spoor import Gebeurtenis, Raadpleging
from inburgering.models.termijn import Termijn
from inburgering.models.traject import Nummerreeks, Traject
from inburgering.wet.feiten import SOORTEN


DAG = date(2026, 11, 19)
BEGIN = datetime(2021, 12, 1, 9, 0, tzinfo=HIER)

# Left out of the comparison: keys, the municipality itself, and what is random on
# purpose (the uuid and the encryption of a BSN) or follows from the municipality (its
# blind index). The BSN itself is compared.
NIET = {"id", "gemeente_id", "uuid", "bsn_versleuteld", "bsn_index", "history_id"}
LOGS = (Gebeurtenis, Raadpleging)
FEITEN = tuple(model_van(soort) for soort in SOORTEN)
TABELLEN = (Inburgeraar, Traject, *FEITEN, Termijn)


@pytest.fixture
def gebruikers(db):
    """Four colleagues; they work in both municipalities."""
    return {
        naam: Gebruiker.objects.create_user(f"{naam}@voorbeeld.example", naam=naam)
        for naam in ("balie", "besluit", "km", "begeleider")
    }


def bezetting(stad, gebruikers):
    """Everybody's membership in a municipality."""
    team = Team.objects.create(gemeente=stad, naam="Team")
    rollen = {
        "balie": Rol.ADMINISTRATIE, "besluit": Rol.TEAMLEIDER, "km": Rol.KLANTMANAGER,
        "begeleider": Rol.EXTERNE_BEGELEIDER,
    }  # fmt: skip
    leden = [
        Lidmaatschap.objects.create(
            gebruiker=gebruikers[naam], gemeente=stad, rol=rol.value, begin=BEGIN.date(),
            team=team if naam == "km" else None, mandaat=naam == "besluit",
        )
        for naam, rol in rollen.items()
    ]  # fmt: skip
    return Bezetting(*leden), Bezetting(leden[0], leden[1], None)


def namen():
    """What a key stands for, so that keys of two municipalities can be compared."""
    gevonden = defaultdict(dict)
    for traject in Traject.objects.all():
        gevonden["traject_id"][traject.pk] = traject.nummer
        gevonden["inburgeraar_id"][traject.inburgeraar_id] = traject.nummer
    for naam in ("Team", "Aanbieder", "Cursus"):
        model = apps.get_model("inburgering", naam)
        rows = model.objects.values_list("id", "naam")
        gevonden[f"{naam.lower()}_id"] = dict(rows)
    for model in (Traject, *FEITEN):
        teller = defaultdict(int)
        for pk, nummer in model.objects.order_by("id").values_list(
            "id", "nummer" if model is Traject else "traject__nummer"
        ):
            teller[nummer] += 1
            gevonden["rij", model._meta.model_name][pk] = (nummer, teller[nummer])
    return gevonden


def gelezen(model, betekenis):
    """All rows of a table without keys, sorted."""
    gevonden = []
    eigen = betekenis.get(
        ("rij", model._meta.model_name.removeprefix("historical")), {}
    )
    for rij in model.objects.all():
        velden = {}
        for veld in model._meta.fields:
            waarde = getattr(rij, veld.attname)
            if veld.attname in betekenis and waarde is not None:
                waarde = betekenis[veld.attname][waarde]
            if veld.attname not in NIET:
                velden[veld.attname] = str(waarde)
        velden["rij"] = str(eigen.get(getattr(rij, "id", None), ""))
        if model is Inburgeraar:
            velden["bsn"] = rij.lees_bsn()
        if model is Gebeurtenis and rij.feit:
            velden["feit_id"] = str(betekenis["rij", rij.feit].get(rij.feit_id))
        gevonden.append(tuple(sorted(velden.items())))
    return sorted(gevonden)


def alles():
    """Every table of the municipality in force, current and former rows."""
    betekenis = namen()
    tabellen = [*TABELLEN, *(m.history.model for m in TABELLEN), *LOGS]
    gevonden = {m.__name__: gelezen(m, betekenis) for m in tabellen}
    gevonden["reeks"] = sorted(
        (("jaar", jaar), ("laatste", laatste))
        for jaar, laatste in Nummerreeks.objects.values_list("jaar", "laatste")
    )
    return gevonden


def voorbeelden():
    """A sample: every fifth example, what happens around a route, and drawn lives."""
    alle = [*genereer.voorbeelden(1, DAG, vanaf=100)]
    levens = [*alle[:-14:5], *alle[-14:]]
    levens += genereer.levens(1, 12, DAG, vanaf=900)
    return sorted((v for v in levens if v.daden), key=lambda v: v.daden[0].op)


@pytest.mark.breed
@pytest.mark.django_db
def test_acts_and_bulk_write_the_same_rows(gebruikers):
    levens = voorbeelden()
    uitkomst = []
    for code, in_bulk in (("9001", False), ("9002", True)):
        stad = Gemeente.objects.create(code=code, naam=f"Stad {code}")
        with gemeente(stad):
            vol, leeg = bezetting(stad, gebruikers)
            aanbod = maak_aanbod(vol.besluit, BEGIN)

            def wie(nummer, _, vol=vol, leeg=leeg):
                return leeg if nummer % 7 == 3 else vol

            if in_bulk:
                acts = schrijf_levens(levens, wie, aanbod)
            else:
                acts = voer_op(
                    [Opvoering(v, wie(n, v), aanbod) for n, v in enumerate(levens)]
                )
            assert acts == sum(len(v.daden) for v in levens)
            uitkomst.append(alles())
    acts_rows, bulk_rows = uitkomst
    assert acts_rows.keys() == bulk_rows.keys()
    for tabel, rows in acts_rows.items():
        assert rows, f"nothing to compare in {tabel}"
        for one, other in zip(rows, bulk_rows[tabel], strict=True):
            assert dict(one) == dict(other), tabel


def test_every_case_table_is_compared():
    """A new kind of fact must be in the comparison, or named here with a reason."""
    anders = {
        "Aanbieder", "Cursus",  # set up by acts in both
        "Document", "Tekstblok", "Herstel",  # no act of a life writes them
        # Working acts stand beside the law, and a life is what the law asks.
        "Aandachtspunt", "Agendapunt", "Behoefte", "Bijeenkomst", "Contact", "Deelname",
        "Doel", "Dossierstuk", "Gezinsband", "Intakegesprek", "Keuzeadvies", "Lening",
        "Notitie", "Opmerking", "Overdracht", "Roosterregel", "Samenvoeging",
        "Schoolkeuze", "Taak", "Taalkennis", "Voorinburgering", "Wachtplek", "Wachtreden",
        # Of the municipality, not of a case.
        "Aandachtkeuze", "Instelling", "Intakevraag", "Opvangplek", "Signaal", "Verlof",
    }  # fmt: skip
    tabellen = {
        model.__name__
        for model in apps.get_app_config("inburgering").get_models()
        if issubclass(model, Zaakmodel) and not model.__name__.startswith("Historical")
    }
    assert tabellen - anders == {model.__name__ for model in TABELLEN}


@pytest.mark.django_db
def test_numbers_follow_on_from_the_cases_that_were_there(gebruikers):
    stad = Gemeente.objects.create(code="9003", naam="Stad")
    with gemeente(stad):
        vol, _ = bezetting(stad, gebruikers)
        aanbod = maak_aanbod(vol.besluit, BEGIN)
        later = DAG - timedelta(days=20)
        for vanaf in (0, 50):
            levens = list(genereer.levens(1, 30, later, vanaf=vanaf))
            schrijf_levens(levens, lambda *_: vol, aanbod)
        assert Traject.objects.count() == 60
        per_jaar = defaultdict(list)
        for nummer in Traject.objects.values_list("nummer", flat=True):
            jaar, volgnummer = nummer.split("-")
            per_jaar[jaar].append(int(volgnummer))
        for nummers in per_jaar.values():
            assert sorted(nummers) == list(range(1, len(nummers) + 1))
