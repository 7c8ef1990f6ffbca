"""All registrations with spaCy. Importing this module makes ``nlp.add_pipe("onrecord_...")`` work."""

from __future__ import annotations

from spacy.language import Language

from onrecord.language import (
    actions,
    coreference,
    dates,
    entities,
    headlines,
    interviews,
    mentions,
    passages,
    prefixes,
    publication,
    quotations,
)
from onrecord.language import annotations as ann
from onrecord.language.statements import component as statements
from onrecord.language.syntax import attribute_rules

ann.register_extensions()

BEFORE_PARSER = ("onrecord_prefixes", "onrecord_passages")
"""Components that run before the model's own, in order."""
AFTER_MODEL: tuple[str, ...] = (
    "onrecord_headlines",
    "onrecord_dates",
    "onrecord_quotations",
    "onrecord_mentions",
    "onrecord_turns",
    "onrecord_coreference",
    "onrecord_statements",
    "onrecord_actions",
    "onrecord_publication",
)
"""Components that run after the model's own, in order."""

Language.factory(attribute_rules.FACTORY, func=attribute_rules.make)
Language.factory(entities.FACTORY, func=entities.make)
Language.component("onrecord_prefixes", func=prefixes.join_prefixes)
Language.component("onrecord_passages", func=passages.mark_passages)
Language.factory("onrecord_headlines", func=headlines.make)
Language.component("onrecord_dates", func=dates.mark_dates)
Language.component("onrecord_quotations", func=quotations.mark_quotations)
Language.component("onrecord_mentions", func=mentions.find_mentions)
Language.component("onrecord_turns", func=interviews.mark_turns)
Language.component("onrecord_coreference", func=coreference.link_mentions)
Language.component("onrecord_statements", func=statements.mark_statements)
Language.component("onrecord_actions", func=actions.mark_actions)
Language.component("onrecord_publication", func=publication.mark_recorded)
