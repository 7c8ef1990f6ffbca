"""Statements across articles: one quotation printed several times is one statement."""
