"""Locks on the tables of the figures: one municipality at a time, releases for ever.

The policy is the same, letter for letter, as that of the case tables. The report role
may read the facts and nothing else; it is made by the administrator of the database
(docker/rollen.sql) and where it is missing the figures are read without it.
"""

from django.db import migrations


GEMEENTE = (
    "feitsleutel", "trajectfeit", "levering", "leveringsbesluit", "voorkennis",
    "afzender", "ontvangst",
)  # fmt: skip
VOORGOED = ("levering", "leveringsbesluit", "voorkennis", "afzender", "ontvangst")
OPEN = "EXISTS (SELECT 1 FROM inburgering_vernietigingsdeur)"

BELEID = """
ALTER TABLE monitoring_{naam} ENABLE ROW LEVEL SECURITY;
ALTER TABLE monitoring_{naam} FORCE ROW LEVEL SECURITY;
CREATE POLICY gemeente ON monitoring_{naam}
  USING (gemeente_id = nullif(current_setting('inburgering.gemeente', true), ''))
  WITH CHECK (gemeente_id = nullif(current_setting('inburgering.gemeente', true), ''));
"""
SLOT_PG = """
CREATE TRIGGER slot BEFORE UPDATE OR DELETE ON monitoring_{naam}
  FOR EACH ROW EXECUTE FUNCTION inburgering_slot();
CREATE TRIGGER slot_leegmaken BEFORE TRUNCATE ON monitoring_{naam}
  FOR EACH STATEMENT EXECUTE FUNCTION inburgering_slot();
"""
SLOT_SQLITE = tuple(
    f"CREATE TRIGGER monitoring_{{naam}}_slot_{soort} BEFORE {woord} "
    f"ON monitoring_{{naam}} WHEN NOT {OPEN} "
    f"BEGIN SELECT RAISE(ABORT, '{{naam}} is op slot'); END"
    for soort, woord in (("wissen", "DELETE"), ("wijzigen", "UPDATE"))
)
RAPPORT = """
DO $$
BEGIN
  IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'inburgering_rapport') THEN
    GRANT SELECT ON monitoring_trajectfeit TO inburgering_rapport;
  END IF;
END $$;
"""


def sluit(apps, schema_editor):
    """Put every lock on."""
    if schema_editor.connection.vendor == "postgresql":
        for naam in GEMEENTE:
            schema_editor.execute(BELEID.format(naam=naam), None)
        for naam in VOORGOED:
            schema_editor.execute(SLOT_PG.format(naam=naam), None)
        schema_editor.execute(RAPPORT, None)
        return
    for naam in VOORGOED:
        for regel in SLOT_SQLITE:
            schema_editor.execute(regel.format(naam=naam), None)


class Migration(migrations.Migration):
    """Put the locks on."""

    dependencies = [("monitoring", "0001_begin"), ("inburgering", "0002_sloten")]

    operations = [migrations.RunPython(sluit, elidable=False)]
