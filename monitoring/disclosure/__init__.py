"""From counts to figures that may leave: the only maker of a ``VeiligeTabel``.

In the order of the method of release policy version 1:

========================  ======================================================
``beleid``                the numbers of the policy (1, 2, 4), once
``kubus``                 cells, margins, additive equations, structural zeros (2)
``tabel``                 ``RuweTabel`` in, ``VeiligeTabel`` out (private token)
``historie``              what earlier editions leave possible (2, third sentence)
``afronden``              two stages of controlled rounding, sticky thresholds (1.2, 2)
``vergroven``             coarsening on rounded counts, edition rhythm (1.3, 1.4)
``uitgave``               the published bytes, written and read back
``kennis``                declared outside knowledge K0-K3 (4h)
``structuur``             what the bytes alone prove wrong (4)
``aanval``, ``bouw``      the attacker's integer model over all editions (4a-i)
``audit``                 the verdict (4)
``regio``                 parents: sums of rounded members, withheld members (3)
``beveiligen``            the recipe
========================  ======================================================

Not built yet, and therefore not released: life tables and their chains (4c), nested
indicators of more than one parent, amounts and hours (5), organisation data (5), the
national table, pooled cohorts (1.4), and the constraint on the stock of 31 December
(4h), which touches no count of the present catalogue: K1 already gives the reader more.
"""
