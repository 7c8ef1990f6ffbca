"""Actions across articles: reports of one action are one action with all its evidence."""
