"""Statistics on rounded counts (release policy 5 and 6).

Built: shares with their interval. Not built yet: life tables, comparisons between
municipalities, evenredigheid, tests of the theory, targets.
"""
