"""Signing in for a test: the second step done, the session fresh, the role chosen."""

import time

from django.test import Client

from inburgering.models import Lidmaatschap


def meld_aan(client: Client, lid: Lidmaatschap) -> Client:
    """Sign in as the person of a membership, as after both steps of the sign-in page."""
    client.force_login(lid.gebruiker)
    session = client.session
    session["tweede_stap"] = True
    session["laatst_actief"] = int(time.time())
    session["lidmaatschap"] = lid.pk
    session.save()
    return client
