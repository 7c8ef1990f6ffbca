"""Interprets a resolved story: what is asserted, what belongs on record, labels, origins, disputes, courses.

All outputs use this package; it depends on the model.
"""
