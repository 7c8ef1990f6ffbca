"""The spaCy pipeline components, one per module or package; all are registered in `factories`."""
