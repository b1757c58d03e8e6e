"""The statistics: figures about cases that are safe to hand over.

One way, never back: extract -> facts -> indicators -> aggregate -> disclosure ->
release. Below ``aggregate`` nobody sees a case; what leaves has passed ``disclosure``.
The rules are those of release policy version 1 (``disclosure.beleid``).
"""
