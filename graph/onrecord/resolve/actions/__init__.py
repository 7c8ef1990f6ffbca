"""Actions across articles: the reports of one action become one action with all their evidence."""
