"""Onrecord: who did what, who said what, to whom, via whom and according to which article, as RDF with evidence."""

__version__ = "0.1.0"
