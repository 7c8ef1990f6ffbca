"""What the resolved whole means: what is asserted, what belongs on record. Below every output, above the model."""
