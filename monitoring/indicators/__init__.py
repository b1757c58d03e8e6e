"""What is measured: indicators, the counts they need, and the tables that leave.

Rows of data and nothing else. Columns are names in a vocabulary of our own
(``voorwaarde.KOLOMMEN``); ``aggregate`` turns the conditions into a query.
"""
