"""What a resolved story means: what is asserted, what belongs on record.

Every output builds on it; it builds on the model.
"""
