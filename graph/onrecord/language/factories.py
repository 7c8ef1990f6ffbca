"""All registrations with spaCy. Importing this module makes ``nlp.add_pipe("onrecord_...")`` work."""

from __future__ import annotations

from spacy.language import Language

from onrecord.language import actions, coreference, mentions, passages
from onrecord.language import annotations as ann

ann.register_extensions()

BEFORE_PARSER = ("onrecord_passages",)
"""Components that run before the model's own, in order."""
AFTER_MODEL: tuple[str, ...] = ("onrecord_mentions", "onrecord_coreference", "onrecord_actions")
"""Components that run after the model's own, in order."""

Language.component("onrecord_passages", func=passages.mark_passages)
Language.component("onrecord_mentions", func=mentions.find_mentions)
Language.component("onrecord_coreference", func=coreference.link_mentions)
Language.component("onrecord_actions", func=actions.mark_actions)
