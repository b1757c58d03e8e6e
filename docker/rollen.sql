-- The roles of the database, made once by its administrator, before the tables exist.
-- The system signs in as "inburgering": it owns its tables, yet neither rules the
-- server nor passes by row-level security, so the policy binds it as well.
-- The private server of the tests is made with this same file.
CREATE ROLE inburgering LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOCREATEDB;
-- The one door of the figures: reads fact tables, nothing else. The system steps into
-- it (SET LOCAL ROLE) for the length of one aggregation; nobody can sign in as it.
CREATE ROLE inburgering_rapport NOLOGIN NOSUPERUSER NOBYPASSRLS NOINHERIT;
GRANT inburgering_rapport TO inburgering;
CREATE DATABASE inburgering OWNER inburgering ENCODING 'UTF8' TEMPLATE template0;
