"""Actions across articles: merges the reports of the same action into one action with all their evidence."""
