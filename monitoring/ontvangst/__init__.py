"""Receiving releases: verify, refuse with reasons, keep, and combine."""
