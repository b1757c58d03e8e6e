"""Locks in the database itself: row-level security, and history that stays as it was.

Table names are written out and not asked from the models: a migration does the same
thing in ten years. A house test tells when a table has no lock; it then gets one in a
new migration, with the functions of this one. On SQLite an altered table loses its
triggers (Django makes the table anew): the same test tells, the same functions mend.
"""

from django.db import migrations


GEMEENTE = """
aanbieder aandachtkeuze aandachtspunt aanvraag afsluiting afspraak agendapunt
begeleiding behoefte bestand bezwaar bijeenkomst bredeintake concept contact cursus
deelname document doel dossierstuk duobesluit examenaanmelding examenuitslag
gebeurtenis gevolgdeuren gezinsband groepswijziging handhaving herstel inburgeraar
inburgeringsaanbod instelling intakegesprek intakevraag ketenhoofd keuzeadvies
kolomkeuze leerbaarheidstoets lening map notitie nummerreeks ontzorgen opmerking
opvangplek overdracht participatie pip pvt raadpleging roosterregel samenvoeging
schoolkeuze selectie signaal taak taalkennis team tekstblok termijn termijnafwijking
traject
verhuizing verlof vernietigingsprotocol voorinburgering voortgangsgesprek wachtplek
wachtreden zrouteafronding
""".split()

HISTORIE = """
historicalaanbieder historicalaandachtkeuze historicalaandachtspunt historicalaanvraag
historicalafsluiting historicalafspraak historicalagendapunt historicalbegeleiding
historicalbehoefte historicalbezwaar historicalbijeenkomst historicalbredeintake
historicalcontact historicalcursus historicaldeelname historicaldocument historicaldoel
historicaldossierstuk historicalduobesluit historicalexamenaanmelding
historicalexamenuitslag historicalgevolgdeuren historicalgezinsband
historicalgroepswijziging historicalhandhaving historicalherstel historicalinburgeraar
historicalinburgeringsaanbod historicalinstelling historicalintakegesprek
historicalintakevraag historicalkeuzeadvies historicalleerbaarheidstoets
historicallening historicalmap historicalnotitie historicalontzorgen
historicalopmerking historicalopvangplek historicaloverdracht historicalparticipatie
historicalpip historicalpvt historicalroosterregel historicalsamenvoeging
historicalschoolkeuze historicalsignaal historicaltaak historicaltaalkennis
historicaltekstblok
historicaltermijn historicaltraject historicalverhuizing historicalverlof
historicalvoorinburgering historicalvoortgangsgesprek historicalwachtplek
historicalwachtreden historicalzrouteafronding
""".split()

KETEN = (
    "id", "gemeente_id", "moment", "gebruiker", "naam", "rol", "nummer", "reden",
)  # fmt: skip
LOGS = {
    "gebeurtenis": (
        *KETEN, "handeling", "gebeurd_op", "feit", "feit_id", "samenvatting",
        "automatisch", "sleutel",
    ),
    "raadpleging": (*KETEN, "inzage"),
}  # fmt: skip
SCHAKEL = ("volgnummer", "zout", "afdruk", "keten")
OPEN = "EXISTS (SELECT 1 FROM inburgering_vernietigingsdeur)"

# The municipality in force; none set gives no rows, and no error in the middle of a plan.
BELEID = """
ALTER TABLE inburgering_{naam} ENABLE ROW LEVEL SECURITY;
ALTER TABLE inburgering_{naam} FORCE ROW LEVEL SECURITY;
CREATE POLICY gemeente ON inburgering_{naam}
  USING (gemeente_id = nullif(current_setting('inburgering.gemeente', true), ''))
  WITH CHECK (gemeente_id = nullif(current_setting('inburgering.gemeente', true), ''));
"""

FUNCTIES = f"""
CREATE FUNCTION inburgering_slot() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'TRUNCATE' AND {OPEN} THEN
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% is op slot: % mag niet', TG_TABLE_NAME, TG_OP
    USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE FUNCTION inburgering_logslot() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.volgnummer IS NULL
     AND to_jsonb(NEW) - '{{{",".join(SCHAKEL)}}}'::text[]
       = to_jsonb(OLD) - '{{{",".join(SCHAKEL)}}}'::text[] THEN
    RETURN NEW;
  END IF;
  IF {OPEN} THEN RETURN NEW; END IF;
  RAISE EXCEPTION '% is op slot: % mag niet', TG_TABLE_NAME, TG_OP
    USING ERRCODE = 'integrity_constraint_violation';
END $$;
"""
SLOT_PG = """
CREATE TRIGGER slot BEFORE UPDATE OR DELETE ON inburgering_{naam}
  FOR EACH ROW EXECUTE FUNCTION inburgering_slot();
CREATE TRIGGER slot_leegmaken BEFORE TRUNCATE ON inburgering_{naam}
  FOR EACH STATEMENT EXECUTE FUNCTION inburgering_slot();
"""
LOGSLOT_PG = """
CREATE TRIGGER slot BEFORE DELETE ON inburgering_{naam}
  FOR EACH ROW EXECUTE FUNCTION inburgering_slot();
CREATE TRIGGER slot_wijzigen BEFORE UPDATE ON inburgering_{naam}
  FOR EACH ROW EXECUTE FUNCTION inburgering_logslot();
CREATE TRIGGER slot_leegmaken BEFORE TRUNCATE ON inburgering_{naam}
  FOR EACH STATEMENT EXECUTE FUNCTION inburgering_slot();
"""

WEIGER = "SELECT RAISE(ABORT, '{naam} is op slot');"
SLOT_SQLITE = (
    f"CREATE TRIGGER {{naam}}_slot_wissen BEFORE DELETE ON inburgering_{{naam}} "
    f"WHEN NOT {OPEN} BEGIN {WEIGER} END",
    f"CREATE TRIGGER {{naam}}_slot_wijzigen BEFORE UPDATE ON inburgering_{{naam}} "
    f"WHEN NOT {OPEN} BEGIN {WEIGER} END",
)
LOGSLOT_SQLITE = (
    SLOT_SQLITE[0],
    f"CREATE TRIGGER {{naam}}_slot_wijzigen BEFORE UPDATE OF {{velden}} "
    f"ON inburgering_{{naam}} WHEN NOT {OPEN} BEGIN {WEIGER} END",
    f"CREATE TRIGGER {{naam}}_slot_schakel BEFORE UPDATE OF {', '.join(SCHAKEL)} "
    f"ON inburgering_{{naam}} WHEN OLD.volgnummer IS NOT NULL AND NOT {OPEN} "
    f"BEGIN {WEIGER} END",
)


def beleid(schema_editor, naam):
    """Forced row-level security (PostgreSQL only)."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(BELEID.format(naam=naam), None)


def slot(schema_editor, naam):
    """Refuse UPDATE and DELETE unless the door is open."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(SLOT_PG.format(naam=naam), None)
        return
    for regel in SLOT_SQLITE:
        schema_editor.execute(regel.format(naam=naam), None)


def logslot(schema_editor, naam, velden):
    """The same for a log, of which a new row may still be chained, once."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(LOGSLOT_PG.format(naam=naam), None)
        return
    for regel in LOGSLOT_SQLITE:
        schema_editor.execute(regel.format(naam=naam, velden=", ".join(velden)), None)


def sluit(apps, schema_editor):
    """Put every lock on."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(FUNCTIES, None)
    for naam in GEMEENTE + HISTORIE:
        beleid(schema_editor, naam)
    for naam in [*HISTORIE, "vernietigingsprotocol", "bestand"]:
        slot(schema_editor, naam)
    for naam, velden in LOGS.items():
        logslot(schema_editor, naam, velden)


class Migration(migrations.Migration):
    """Put the locks on."""

    dependencies = [("inburgering", "0001_begin")]

    operations = [migrations.RunPython(sluit, elidable=False)]
