"""The numbers of the release policy, once. Counts are persons."""

BELEIDSVERSIE = "1"

# 2: every cell goes to an adjacent multiple of this.
BASIS = 5

# 4: a cell that can be one of these must keep so many possible values.
KLEIN = range(1, BASIS)
MINSTENS_KANDIDATEN = 4

# 1.4: decided on rounded counts. Below the first a cohort is not shown at all; a
# breakdown is shown when its cells hold the second on average, so that a table is not
# mostly rounding.
DREMPEL_COHORT = 20
DREMPEL_GEMIDDELD = 5

# 3: the rounded rest that the withheld members of a parent must have together.
DREMPEL_REST = 20
MINSTENS_LEDEN = 3
MINSTENS_ACHTERGEHOUDEN = 2

# 2: a limit in nodes, never in seconds, so that every machine gives the same bytes.
KNOOPLIMIET = 100_000

# The sticky threshold of a cell is a whole number below this.
DREMPELSCHAAL = 1_000_000
