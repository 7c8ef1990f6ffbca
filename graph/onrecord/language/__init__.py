"""spaCy's territory: one file a pipeline component, all of them registered in `factories`."""
