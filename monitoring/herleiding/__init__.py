"""The way back: from a number of the municipality's own figures to the cases behind it.

Never from a release or a package that was received: those rooms do not know this one.
"""
