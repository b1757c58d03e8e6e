"""The private services of the tests are what the tests take them for."""

import subprocess

import pytest
from django.db import connection

from tests import diensten


@pytest.mark.postgres
@pytest.mark.django_db
def test_the_role_neither_rules_nor_passes_by_the_policy():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT rolsuper, rolbypassrls, rolcreaterole FROM pg_roles"
            " WHERE rolname = current_user"
        )
        assert cursor.fetchone() == (False, False, False)


@pytest.mark.redis
@pytest.mark.traag
def test_redis_is_private_and_empty(redis_url):
    import redis

    assert not redis_url.endswith(":6379/0")
    with redis.Redis.from_url(redis_url) as client:
        assert client.dbsize() == 0


@pytest.mark.browser
@pytest.mark.traag
def test_chromium_draws_a_page(chromium, tmp_path):
    drawn = subprocess.run(
        [
            chromium, "--headless", *diensten.CHROMIUM_FLAGS,
            f"--user-data-dir={tmp_path}", "--dump-dom",
            "data:text/html,<title>huis</title>",
        ],
        capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    assert "<title>huis</title>" in drawn.stdout
