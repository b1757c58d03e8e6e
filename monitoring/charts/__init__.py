"""Drawings of figures, as text: inline SVG that scales, prints and needs no script.

Each drawing stands beside the numbers that it shows and never speaks by itself.
"""
