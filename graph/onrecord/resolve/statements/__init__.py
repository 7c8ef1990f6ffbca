"""Statements across articles: merges several printings of one quotation into one statement."""
