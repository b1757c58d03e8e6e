"""The caseload: who stands on it, what is seen of each, changed in the row, what it costs."""

from datetime import time, timedelta
from uuid import uuid4

import pytest

from inburgering import caseload
from inburgering.actions import (
    agendapunt,
    bijeenkomst,
    contact,
    deelname,
    opmerking,
)
from inburgering.caseload import Filters, Kolom
from inburgering.models import (
    Gebeurtenis,
    Opmerking,
    Raadpleging,
    Team,
    Termijn,
    Traject,
)
from tests.inburgering.views.zaken import (
    lid_van,
    met_intake,
    met_pip,
    nieuw,
    onderweg,
    op,
    toegewezen,
)


def dagen(n: int) -> timedelta:
    return timedelta(days=n)


def merk(zaak, lid, dag, tekst="", labels="", bekend=0):
    opmerking.bijwerken(
        traject=zaak,
        by=lid,
        on=op(dag),
        tekst=tekst,
        eigen_labels=labels,
        bekend=bekend,
    )


@pytest.fixture
def zaken(collega, vandaag):
    """One who is on the way, one just registered, one of a colleague, one closed."""
    other = lid_van(collega.gemeente, naam="A. Bakker", team=collega.team)
    busy = met_intake(nieuw(collega, vandaag - dagen(300), "Yonas Tesfay"), collega,
                      vandaag - dagen(290))  # fmt: skip
    met_pip(busy, collega, vandaag - dagen(250))
    onderweg(
        toegewezen(busy, collega, vandaag - dagen(240)), collega, vandaag - dagen(240)
    )
    fresh = toegewezen(nieuw(collega, vandaag - dagen(30), "Olena Bondar"), collega,
                       vandaag - dagen(30))  # fmt: skip
    theirs = toegewezen(nieuw(other, vandaag - dagen(5), "Li Wen"), other,
                        vandaag - dagen(5))  # fmt: skip
    merk(busy, collega, vandaag, "Alleen 's ochtends bellen", "avondles, kinderopvang")
    return {"busy": busy, "fresh": fresh, "theirs": theirs}


def names(lid, vandaag, orde="", **filters) -> list[str]:
    rows = caseload.zaken(lid, vandaag, Filters(**filters))
    return [p.naam for p in caseload.personen(lid, rows, orde, vandaag=vandaag)]


# --- What stands there ----------------------------------------------------------------


def test_one_row_a_person_with_what_is_kept(als, collega, zaken):
    page = als(collega).get("/caseload/").content.decode()
    assert page.count("<tr id=") == 2
    assert "Li Wen" not in page
    for words in (
        "Yonas Tesfay", "2 personen", "120 uur", "van 7 gehaald", "Open: ", "KNM",
        "Alleen &#x27;s ochtends bellen", "kinderopvang", "B1-route", "3 juni 2026",
        "Nog geen", "Brede intake houden", "Waarom?",
    ):  # fmt: skip
        assert words in page, words


def test_what_is_kept_of_the_parts_is_what_the_law_answers(collega, zaken, vandaag):
    from inburgering.models.dossier import lees

    for zaak in Traject.objects.all():
        parts = lees(zaak, vandaag).stand.onderdelen
        done = [o.onderdeel.value for o in parts if o.gehaald]
        left = [o.onderdeel.value for o in parts if not o.gehaald]
        assert zaak.onderdelen_gehaald == ",".join(done)
        assert zaak.onderdelen_open == ",".join(left)
    busy = caseload.persoon(collega, zaken["busy"], vandaag)
    assert busy.gehaald == ("lezen",)
    assert "spreken" in busy.open


def test_also_when_nothing_is_due(als, collega, zaken, vandaag):
    zaken["fresh"].termijn_set.model.objects.filter(traject=zaken["fresh"]).count()
    row = caseload.persoon(collega, zaken["fresh"], vandaag)
    assert row.volgende is not None
    assert names(collega, vandaag, datum="geen") == []
    assert names(collega, vandaag) == ["Olena Bondar", "Yonas Tesfay"]


def test_a_closed_case_only_when_asked_for(collega, zaken, vandaag):
    from inburgering.actions.duobesluit import vastleggen
    from inburgering.actions.traject import afsluiten

    vastleggen(traject=zaken["fresh"], by=collega, on=op(vandaag), besloten_op=vandaag,
               soort="plicht_beeindigd", reden_einde="onterecht_of_andere_wet")  # fmt: skip
    afsluiten(traject=zaken["fresh"], by=collega, on=op(vandaag), afgesloten_op=vandaag,
              reden="ten_onrechte")  # fmt: skip
    assert names(collega, vandaag) == ["Yonas Tesfay"]
    assert names(collega, vandaag, status="afgesloten") == ["Olena Bondar"]


def test_filters_narrow(collega, zaken, vandaag):
    assert names(collega, vandaag, naam="bondár") == ["Olena Bondar"]
    assert names(collega, vandaag, naam="jonas") == ["Yonas Tesfay"]
    assert names(collega, vandaag, leerroute="b1_route") == ["Yonas Tesfay"]
    assert names(collega, vandaag, status="aangemeld") == ["Olena Bondar"]
    assert names(collega, vandaag, label="avondles") == ["Yonas Tesfay"]
    assert names(collega, vandaag, label="avond") == []
    assert names(collega, vandaag, contact="nooit") == ["Olena Bondar"]
    assert names(collega, vandaag, contact="90") == ["Olena Bondar", "Yonas Tesfay"]
    merk(zaken["fresh"], collega, vandaag, labels="avond_les")
    assert names(collega, vandaag, label="avond%") == []
    assert caseload.labels_bij(collega, "") == ["avond_les", "avondles", "kinderopvang"]


@pytest.mark.parametrize("orde", [k.value for k in Kolom if k != Kolom.OPMERKING])
def test_every_order_goes_both_ways_and_loses_nobody(collega, zaken, vandaag, orde):
    up, down = names(collega, vandaag, orde), names(collega, vandaag, f"-{orde}")
    assert sorted(up) == sorted(down) == ["Olena Bondar", "Yonas Tesfay"]
    if orde in {"contact", "uren", "stand", "datum", "onderdelen"}:
        assert up == down[::-1]


def test_never_spoken_to_is_the_longest_ago(collega, zaken, vandaag):
    assert names(collega, vandaag, "contact") == ["Olena Bondar", "Yonas Tesfay"]
    assert names(collega, vandaag, "uren") == ["Olena Bondar", "Yonas Tesfay"]
    assert names(collega, vandaag, "-onderdelen")[0] == "Yonas Tesfay"


@pytest.mark.parametrize(
    ("uitkomst", "telt"),
    [("bereikt", True), ("niet_bereikt", False), ("afgemeld", False),
     ("weggebleven", False)],
)  # fmt: skip
def test_who_was_reached_was_spoken_to(collega, zaken, vandaag, uitkomst, telt):
    contact.vastleggen(
        traject=zaken["fresh"], by=collega, on=op(vandaag), gesproken_op=vandaag,
        kanaal="telefoon", richting="van_ons", onderwerp="lessen", uitkomst=uitkomst,
        met_wie="inburgeraar",
    )  # fmt: skip
    found = caseload.persoon(collega, zaken["fresh"], vandaag).contact
    assert found == (vandaag if telt else None)


def afspreken(zaak, lid, vandaag, when: int, **anders):
    values = {"soort": "gesprek", "begin": time(10)} | anders
    return agendapunt.maken(
        traject=zaak, by=lid, on=op(vandaag), dag=vandaag + dagen(when), einde=None,
        vorm="kantoor", plaats="", wie=None, **values,
    ).feit  # fmt: skip


def uitnodigen(zaak, lid, vandaag, when: int, titel: str = "Kennismaken met de stad"):
    """Plan a meeting and invite this case to it."""
    meeting = bijeenkomst.plannen(
        by=lid, on=op(vandaag), soort="pvt", titel=titel, dag=vandaag + dagen(when),
        begin=time(19), einde=time(21), plaats="Stadskantoor", plaatsen=12,
    ).feit  # fmt: skip
    return deelname.uitnodigen(
        traject=zaak, by=lid, on=op(vandaag), bijeenkomst=meeting,
        uitgenodigd_op=vandaag, wijze="telefoon",
    ).feit  # fmt: skip


@pytest.fixture
def later(zaken, vandaag):
    """Let the terms of one case be due in three months, those of the others in two."""
    Termijn.objects.update(uiterlijk=vandaag + dagen(60))
    zaken["busy"].termijn_set.update(uiterlijk=vandaag + dagen(90))


def test_the_next_appointment_stands_with_the_next_date(als, collega, zaken, vandaag):
    busy = zaken["busy"]

    def day(lid=collega):
        found = caseload.persoon(lid, busy, vandaag).afspraak
        return found and (found.dag - vandaag).days

    assert day() is None
    afspreken(busy, collega, vandaag, -1)
    assert day() is None
    afspreken(busy, collega, vandaag, 9)
    assert day() == 9
    gone = afspreken(busy, collega, vandaag, 2)
    agendapunt.afzeggen(
        traject=busy, by=collega, on=op(vandaag), id=gone.pk, reden="Ziek"
    )
    assert day() == 9
    afspreken(busy, collega, vandaag, 4, soort="hoorzitting")
    guide = lid_van(collega.gemeente, "externe_begeleider")
    assert (day(), day(guide)) == (4, 9)
    afspreken(busy, collega, vandaag, 0)
    page = als(collega).get("/caseload/?naam=tesfay").content.decode()
    for words in ("20 november 2026", "vandaag", "Afspraak: Gesprek, 10:00"):
        assert words in page
    page = als(collega).get("/caseload/?naam=olena").content.decode()
    assert "Afspraak:" not in page


def test_a_meeting_one_is_invited_to_comes_too(als, collega, zaken, later, vandaag):
    place = uitnodigen(zaken["busy"], collega, vandaag, 1)
    found = caseload.persoon(collega, zaken["busy"], vandaag).afspraak
    assert found == (vandaag + dagen(1), time(19), "Kennismaken met de stad", True)
    page = als(collega).get("/caseload/").content.decode()
    assert "Bijeenkomst: Kennismaken met de stad, 19:00" in page
    assert "morgen" in page
    assert names(collega, vandaag, "datum") == ["Yonas Tesfay", "Olena Bondar"]
    # Who let know not to come, or a meeting that is off: nothing comes of it.
    place.aanwezigheid = "met_bericht"
    place.save()
    assert caseload.persoon(collega, zaken["busy"], vandaag).afspraak is None
    place.aanwezigheid = ""
    place.save()
    place.bijeenkomst.afgelast_op, place.bijeenkomst.reden = vandaag, "Zaal dicht"
    place.bijeenkomst.save()
    assert caseload.persoon(collega, zaken["busy"], vandaag).afspraak is None
    assert names(collega, vandaag, "datum") == ["Olena Bondar", "Yonas Tesfay"]


def test_order_and_filter_follow_the_first_of_term_and_appointment(
    als, collega, zaken, later, vandaag
):
    order = ["Olena Bondar", "Yonas Tesfay"]
    assert names(collega, vandaag, "datum") == order
    assert "Yonas Tesfay" not in names(collega, vandaag, datum="dringend")
    afspreken(zaken["busy"], collega, vandaag, 0)
    assert names(collega, vandaag, "datum") == order[::-1]
    assert names(collega, vandaag, "-datum") == order
    assert "Yonas Tesfay" in names(collega, vandaag, datum="dringend")
    assert "Yonas Tesfay" not in names(collega, vandaag, datum="te_laat")
    row = als(collega).get("/caseload/?naam=tesfay").content.decode()
    assert row.index("Afspraak: Gesprek") < row.index("Waarom?")
    # Without any term an appointment is a date; without either there is none.
    zaken["busy"].termijn_set.update(vervallen=True)
    assert names(collega, vandaag, datum="geen") == []
    zaken["fresh"].termijn_set.update(vervallen=True)
    assert names(collega, vandaag, datum="geen") == ["Olena Bondar"]
    assert names(collega, vandaag, "datum") == order[::-1]


def test_of_a_hearing_the_order_says_nothing_to_who_may_not_know(
    collega, zaken, later, vandaag
):
    guide = lid_van(collega.gemeente, "externe_begeleider")
    Traject.objects.update(begeleider=guide.gebruiker)
    afspreken(zaken["busy"], collega, vandaag, 0, soort="hoorzitting")
    assert names(guide, vandaag, "datum")[-1] == "Yonas Tesfay"
    assert names(guide, vandaag, datum="dringend") == []
    assert names(collega, vandaag, "datum")[0] == "Yonas Tesfay"


def test_a_contact_is_a_click_away_from_each_row(als, collega, zaken):
    page = als(collega).get("/caseload/").content.decode()
    for case in ("busy", "fresh"):
        assert f"/trajecten/{zaken[case].nummer}/contact/vastleggen/" in page


# --- Whose persons --------------------------------------------------------------------


def test_a_team_leader_looks_at_a_colleague_and_a_team(als, collega, teamleider, zaken):
    client = als(teamleider)
    assert "U begeleidt nog niemand" in client.get("/caseload/").content.decode()
    page = client.get("/caseload/", {"wie": f"lid-{collega.gebruiker_id}"})
    assert "Yonas Tesfay" in page.content.decode()
    assert "Caseload: J. de Wit" in page.content.decode()
    team = client.get("/caseload/", {"wie": f"team-{collega.team_id}"}).content.decode()
    assert team.count("<tr id=") == 3
    assert "A. Bakker" in team


def test_a_caseworker_sees_the_own_team_and_no_other(als, collega, zaken):
    south = Team.objects.create(gemeente=collega.gemeente, naam="Team Zuid")
    stranger = als(lid_van(collega.gemeente, team=south))
    for wie in (f"team-{collega.team_id}", f"lid-{collega.gebruiker_id}"):
        page = stranger.get("/caseload/", {"wie": wie}).content.decode()
        assert "Tesfay" not in page
        assert "Hier is niemand" in page
    team = als(collega).get("/caseload/?wie=team").content.decode()
    assert team.count("<tr id=") == 3


def test_an_external_guide_sees_own_persons_without_what_was_written(
    als, collega, zaken, vandaag
):
    guide = lid_van(collega.gemeente, "externe_begeleider")
    from inburgering.actions.traject import toewijzen

    toewijzen(traject=zaken["busy"], by=collega, on=op(vandaag),
              klantmanager=collega.gebruiker, begeleider=guide.gebruiker,
              team_id=collega.team_id)  # fmt: skip
    page = als(guide).get("/caseload/?wie=team&label=avondles").content.decode()
    assert "Yonas Tesfay" in page
    assert page.count("<tr id=") == 1
    assert "ochtends" not in page
    assert "kinderopvang" not in page
    assert "/opmerking/" not in page


@pytest.mark.parametrize("rol", ["administratie", "jurist_bezwaar", "auditor"])
def test_other_roles_have_no_caseload(als, collega, rol):
    assert als(lid_van(collega.gemeente, rol)).get("/caseload/").status_code == 403


@pytest.mark.parametrize(
    "vraag",
    ["wie=lid-x", "wie=team-99999999999", "orde=opmerking", "contact=7", "vanaf=x",
     "datum=morgen", "vanaf=99999999999999", "wie=lid-²", "label=%25", "terug=%0d%0a"],
)  # fmt: skip
def test_nonsense_in_the_address_breaks_nothing(als, collega, zaken, vraag):
    assert als(collega).get(f"/caseload/?{vraag}").status_code == 200


def test_the_address_holds_filters_and_order_as_chips(als, collega, zaken):
    page = (
        als(collega)
        .get("/caseload/?leerroute=b1_route&label=avondles&orde=-contact")
        .content.decode()
    )
    for chip in (
        "Leerroute: B1-route",
        "Label: avondles",
        "Sorteer op: Laatste contact, omgekeerd",
    ):
        assert chip in page
    assert 'aria-sort="descending"' in page
    none = als(collega).get("/caseload/?label=bestaatniet").content.decode()
    assert "Niemand met deze filters" in none


def test_a_long_caseload_has_pages(als, collega, zaken, monkeypatch):
    monkeypatch.setattr(caseload, "BLADZIJDE", 1)
    client = als(collega)
    first = client.get("/caseload/")
    assert "1 persoon op deze bladzijde" in first.content.decode()
    second = client.get("/caseload/" + first.context["volgende_url"])
    assert "Yonas Tesfay" in second.content.decode()
    assert second.context["vorige_url"] == "?"
    assert not second.context["volgende_url"]


# --- What it costs --------------------------------------------------------------------


@pytest.mark.parametrize("rol", ["klantmanager", "teamleider"])
def test_the_same_statements_at_1_and_50_rows(als, collega, vandaag, rol, hoogstens):
    lid = collega if rol == "klantmanager" else lid_van(collega.gemeente, rol)
    client = als(lid)

    def ask() -> int:
        with hoogstens(12) as asked:
            page = client.get(
                f"/caseload/?wie=team-{collega.team_id}&orde=datum&datum=dringend"
            )
        assert page.status_code == 200
        return len(asked)

    nieuw(collega, vandaag - dagen(2))
    one = ask()
    for n in range(50):
        nieuw(collega, vandaag - dagen(2), f"Persoon Nummer{n}")
    assert ask() == one


def test_the_pages_around_it_ask_little(als, collega, zaken, hoogstens):
    client = als(collega)
    case = zaken["busy"].nummer
    for path in (
        "/caseload/kolommen/", f"/caseload/{case}/opmerking/", "/selecties/",
        "/selecties/nieuw/?lijst=caseload&vraag=orde%3Duren",
        f"/trajecten/{case}/gesprekken/",
    ):  # fmt: skip
        with hoogstens(12):
            assert client.get(path).status_code == 200, path
    for headers in ({}, RIJ):
        row = Opmerking.objects.get(traject=zaken["busy"])
        with hoogstens(16):
            answer = client.post(
                f"/caseload/{case}/opmerking/", typed(bekend=str(row.versie)),
                headers=headers,
            )  # fmt: skip
        assert answer.status_code in (200, 302)


def test_a_label_narrows_the_list_that_one_looks_at(als, collega, zaken):
    page = als(collega).get("/caseload/?wie=team").content.decode()
    assert "?wie=team&amp;label=avondles" in page


def test_a_look_at_the_list_is_logged(als, collega, zaken):
    als(collega).get("/caseload/")
    look = Raadpleging.objects.latest("id")
    assert (look.inzage, look.nummer, look.reden) == ("caseload", "", "mijn")


# --- Columns --------------------------------------------------------------------------


def test_columns_are_chosen_and_kept(als, collega, zaken):
    client = als(collega)
    form = client.get("/caseload/kolommen/").context["form"]
    assert list(form.volgorde)[:2] == [Kolom.STAND, Kolom.ROUTE]
    places = {f"plaats_{k}": str(n) for n, k in enumerate(form.volgorde, 1)}
    chosen = places | {"toon_opmerking": "on", "toon_uren": "on", "plaats_opmerking": "1",
                       "terug": "orde=uren"}  # fmt: skip
    answer = client.post("/caseload/kolommen/", chosen)
    assert answer["Location"] == "/caseload/?orde=uren"
    page = client.get("/caseload/").content.decode()
    assert page.index(">Opmerking</th>") < page.index("Uren taal en KNM</a>")
    assert "Leerroute</a></th>" not in page
    # Another role, or another person, keeps its own.
    other = als(lid_van(collega.gemeente, team=collega.team))
    assert "Leerroute</a></th>" in other.get("/caseload/?wie=team").content.decode()
    client = als(collega)
    client.post("/caseload/kolommen/", {"standaard": "ja"})
    assert "Leerroute</a></th>" in client.get("/caseload/").content.decode()


def test_no_column_at_all_is_refused(als, collega):
    client = als(collega)
    form = client.get("/caseload/kolommen/").context["form"]
    places = {f"plaats_{k}": "1" for k in form.volgorde}
    answer = client.post("/caseload/kolommen/", places)
    assert answer.status_code == 422
    assert "Kies ten minste een kolom." in answer.content.decode()
    answer = client.post(
        "/caseload/kolommen/", {"toon_uren": "on", "plaats_uren": "99"}
    )
    assert answer.status_code == 422


def test_where_somebody_comes_from_is_no_column():
    shown = " ".join(k.value + k.label for k in Kolom).lower()
    for word in ("national", "land", "herkomst", "taal van", "geloof", "tolk"):
        assert word not in shown


# --- Changing in the row --------------------------------------------------------------

RIJ = {"HX-Request": "true"}


def typed(**more):
    return {"tekst": "Belt zelf", "eigen_labels": "Kinderopvang , MAP,map", "bekend": "0",
            "sleutel": str(uuid4()), "terug": "orde=uren"} | more  # fmt: skip


def test_the_form_in_the_row_says_that_it_is_part_of_the_file(als, collega, zaken):
    url = f"/caseload/{zaken['busy'].nummer}/opmerking/"
    for headers in ({}, RIJ):
        page = als(collega).get(url, headers=headers).content.decode()
        assert ("<html" in page) is not bool(headers)
        assert (
            "Dit hoort bij het dossier; de inburgeraar kan vragen het te lezen." in page
        )
        assert "ochtends bellen" in page
    look = Raadpleging.objects.latest("id")
    assert (look.inzage, look.nummer) == ("notities", zaken["busy"].nummer)


def test_saved_in_the_row_gives_the_row_back(als, collega, zaken):
    case = zaken["fresh"]
    versie = Traject.objects.get(pk=case.pk).versie
    answer = als(collega).post(
        f"/caseload/{case.nummer}/opmerking/", typed(), headers=RIJ
    )
    page = answer.content.decode()
    assert answer.status_code == 200
    assert page.lstrip().startswith(f'<tr id="z-{case.nummer}">')
    assert "Belt zelf" in page
    row = Opmerking.objects.get(traject=case)
    assert (row.tekst, row.labels) == ("Belt zelf", "kinderopvang, map")
    assert row.vastgelegd_door_id == collega.gebruiker_id
    trail = Gebeurtenis.objects.latest("id")
    assert (trail.handeling, trail.samenvatting) == ("opmerking_bijwerken", "")
    assert Traject.objects.get(pk=case.pk).versie == versie


def test_saved_on_a_page_goes_back_to_the_same_list(als, collega, zaken):
    case = zaken["fresh"]
    client = als(collega)
    data = typed()
    for _ in range(2):  # a double click does it once
        answer = client.post(f"/caseload/{case.nummer}/opmerking/", data)
        assert answer["Location"] == f"/caseload/?orde=uren#z-{case.nummer}"
    assert Opmerking.objects.get(traject=case).versie == 1


@pytest.mark.parametrize("headers", [{}, RIJ])
def test_a_colleague_was_first_and_nothing_typed_is_lost(
    als, collega, zaken, headers, vandaag
):
    case = zaken["busy"]
    other = lid_van(collega.gemeente, naam="B. Jansen", team=collega.team)
    merk(case, other, vandaag, "Verhuist in mei", bekend=1)
    client = als(collega)
    url = f"/caseload/{case.nummer}/opmerking/"
    answer = client.post(url, typed(bekend="1"), headers=headers)
    page = answer.content.decode()
    assert answer.status_code == 422
    for words in ("B. Jansen", "Nu staat er: Verhuist in mei", "Belt zelf",
                  'name="bekend" value="2"', "orde=uren"):  # fmt: skip
        assert words in page, words
    assert Opmerking.objects.get(traject=case).tekst == "Verhuist in mei"
    again = client.post(url, typed(bekend="2"), headers=headers)
    assert again.status_code in (200, 302)
    former = [row.tekst for row in Opmerking.history.filter(traject=case)]
    assert former == ["Belt zelf", "Verhuist in mei", "Alleen 's ochtends bellen"]


@pytest.mark.parametrize(
    ("fout", "melding"),
    [
        ({"tekst": "x" * 301}, "Deze tekst is te lang"),
        ({"eigen_labels": "a" * 31}, "hoogstens 30 tekens"),
        ({"eigen_labels": "a,b,c,d,e,f,g"}, "hoogstens 6 labels"),
        ({"eigen_labels": "a" * 401}, "Deze tekst is te lang"),
        ({"tekst": "nul\0"}, "een teken dat niet kan worden bewaard"),
        ({"eigen_labels": "nul\0"}, "een teken dat niet kan worden bewaard"),
        ({"tekst": "", "eigen_labels": " , "}, "Vul een opmerking of een label in."),
    ],
)
def test_bad_input_is_told_and_nothing_is_saved(als, collega, zaken, fout, melding):
    url = f"/caseload/{zaken['fresh'].nummer}/opmerking/"
    answer = als(collega).post(url, typed(**fout), headers=RIJ)
    assert answer.status_code == 422
    assert melding in answer.content.decode()
    assert not Opmerking.objects.filter(traject=zaken["fresh"]).exists()


def test_the_browser_cuts_nothing_off(als, collega, zaken):
    """What is pasted and too long stands there still, with the message at the field."""
    url = f"/caseload/{zaken['fresh'].nummer}/opmerking/"
    assert "maxlength" not in als(collega).get(url, headers=RIJ).content.decode()
    long = "Belt " * 100
    page = als(collega).post(url, typed(tekst=long), headers=RIJ).content.decode()
    assert long.strip() in page


def test_a_label_has_no_sign_that_one_cannot_see(als, collega, zaken):
    url = f"/caseload/{zaken['fresh'].nummer}/opmerking/"
    als(collega).post(url, typed(eigen_labels="Avond\u202eles\u200b"), headers=RIJ)
    assert Opmerking.objects.get(traject=zaken["fresh"]).labels == "avondles"


def test_emptied_it_is_gone_but_its_history_stays(als, collega, zaken):
    url = f"/caseload/{zaken['busy'].nummer}/opmerking/"
    als(collega).post(url, typed(tekst="", eigen_labels="", bekend="1"))
    row = Opmerking.objects.get(traject=zaken["busy"])
    assert (row.tekst, row.labels) == ("", "")
    assert row.history.count() == 2


def test_the_file_shows_the_remark_with_who_and_when(als, collega, zaken, vandaag):
    case = zaken["busy"]
    other = lid_van(collega.gemeente, naam="B. Jansen", team=collega.team)
    merk(case, other, vandaag, "Verhuist in mei", bekend=1)
    url = f"{case.get_absolute_url()}gesprekken/"
    page = als(collega).get(url).content.decode()
    order = [page.rindex(words) for words in (
        "Verhuist in mei", "B. Jansen", "Eerdere versies", "ochtends bellen", "J. de Wit",
    )]  # fmt: skip
    assert order == sorted(order)
    guide = lid_van(collega.gemeente, "administratie")
    assert "Verhuist in mei" not in als(guide).get(url).content.decode()


def test_who_may_not_write_may_not_open_the_form(als, collega, zaken):
    url = f"/caseload/{zaken['busy'].nummer}/opmerking/"
    assert als(lid_van(collega.gemeente, "administratie")).get(url).status_code == 403
    south = Team.objects.create(gemeente=collega.gemeente, naam="Team Zuid")
    assert als(lid_van(collega.gemeente, team=south)).get(url).status_code == 404


def test_script_in_a_remark_is_text(als, collega, zaken, vandaag):
    merk(zaken["fresh"], collega, vandaag, "<script>alert(1)</script>", "<b>")
    page = als(collega).get("/caseload/").content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


def test_rows_are_ticked_by_who_may_hand_over(als, collega, zaken):
    page = als(collega).get("/caseload/").content.decode()
    box = f'name="traject" form="overdragen" value="{zaken["busy"].pk}"'
    assert box in page
    assert 'name="van" value="caseload"' in page
    guide = lid_van(collega.gemeente, "externe_begeleider")
    zaken["busy"].begeleider = guide.gebruiker
    zaken["busy"].save()
    page = als(guide).get("/caseload/").content.decode()
    assert "Yonas Tesfay" in page
    assert 'form="overdragen"' not in page
