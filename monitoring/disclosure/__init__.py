"""From counts to figures that may leave: the only maker of a ``VeiligeTabel``.

In the order of the method of release policy version 1:

=======================  =======================================================
``beleid``               the numbers of the policy (1, 2, 4), once
``kubus``                cells, margins, additive equations, structural zeros (2)
``tabel``, ``oordeel``   ``RuweTabel`` in, ``VeiligeTabel`` out, and the verdict
``uitgave``, ``lezen``   the published bytes, written and read back
``verleden``             what earlier editions published (1.3)
``historie``             what one cell's history leaves possible (2, third sentence)
``afronden``             controlled rounding with sticky thresholds (2)
``ronde``                one count of one cohort, given its whole (1.2, 1.3, 5)
``vergroven``            coarsening on rounded counts, edition rhythm (1.3, 1.4)
``kennis``               declared outside knowledge K0-K3 (4h)
``structuur``            what the bytes alone prove wrong (4)
``aanval``, ``bouw``     the attacker's integer model over all editions (4a-h)
``zoektocht``            worlds that explain the bytes; outer linear bounds (4)
``audit``                the verdict (4)
``regio``                parents: sums of rounded members, withheld members (3, 4i)
``beveiligen``           the recipe
=======================  =======================================================

What "integer" means in a verdict: for every cell, flow and attribute enough answers
were found, each in a whole world of true counts and thresholds that the recipe turns
into exactly the published figures. What it leaves out: that a breakdown was dropped
(because it could not be rounded, or the attacker named it) is itself visible, and that
event is not part of the model; the policy prescribes the dropping.

Not built yet, and therefore not released: life tables and their chains (4c), amounts
and hours (5), organisation data (5), the national table, pooled cohorts (1.4), and the
constraint on the stock of 31 December (4h), which touches no count of the present
catalogue: the default K1 gives the reader more.
"""
