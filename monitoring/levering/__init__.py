"""Making releases: periods, keys, the package, the job, and who decides.

``maken`` is the job that the outbox calls.
"""

from monitoring.levering.maak import maken


__all__ = ["maken"]
