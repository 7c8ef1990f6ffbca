"""Describes the nodes of a graph in lines of text, which `explain` combines."""

from __future__ import annotations

from onrecord.rdf import terms
from onrecord.rdf.facts import Facts, line, order, short

Lines = list[str]


class Graph(Facts):
    """A store that describes its nodes in lines of text."""

    def article(self, node: str) -> str:
        """An article in one line."""
        parts = [
            self.name(node),
            *self.texts(node, terms.SCHEMA_HEADLINE),
            *self.texts(node, terms.SCHEMA_DATE_PUBLISHED),
        ]
        publisher = self.one(node, terms.SCHEMA_PUBLISHER)
        return ", ".join([*parts, self.name(publisher)] if publisher else parts)

    def mention(self, passage: str, actor: str) -> Lines:
        """A mention with the words around it."""
        forms = ", ".join(short(form) for form in self.many(passage, terms.FORM))
        others = [self.name(other) for other in self.many(passage, terms.REFERS_TO) if other != actor]
        also = f", also of {', '.join(others)}" if others else ""
        return [f"{self.place(passage)} “{self.exact(passage)}” ({forms}{also})", f"  {self.around(passage)}"]

    def _grounds(self, node: str) -> Lines:
        """The sentences of a report or printing, the rule that found it, and its confidence."""
        lines = [f"  {self.place(item)} {self.exact(item)}" for item in self.sentences(node)]
        rule = self.text(node, terms.FOUND_BY_RULE)
        return [*lines, f"  {f'rule {rule}, ' if rule else ''}confidence {self.text(node, terms.CONFIDENCE)}"]

    def sentences(self, node: str) -> list[str]:
        """The sentences that a node is derived from, in text order."""
        found = {*self.many(node, terms.PROV_WAS_DERIVED_FROM), *self.many(node, terms.CONTINUED_IN)}
        return sorted(found, key=order)

    def report(self, node: str) -> Lines:
        """A report: who did what to whom, its modality, who says so, and its place in the text."""
        agents = " and ".join(self.name(item) for item in self.many(node, terms.REPORTED_AGENT))
        agents = agents or self.text(node, terms.AGENT_WORDS) or "(nobody named)"
        patients = ", ".join(self.name(item) for item in self.many(node, terms.REPORTED_PATIENT))
        patients = patients or self.text(node, terms.PATIENT_WORDS)
        trigger = self.text(node, terms.SKOS_PREF_LABEL)
        kind = short(self.one(node, terms.REPORTED_KIND) or self._kind(node))
        mood = ["denied"] if self.many(node, terms.POLARITY) else []
        mood += [short(item) for item in self.many(node, terms.MODALITY)]
        mood = ["given as done" if words == "asserted" else words for words in mood]
        told = [f"{agents} · {trigger}" + (f" · {patients}" if patients else ""), kind, *mood]
        told += [f"on {date}" for date in self.texts(node, terms.REPORTED_DATE)]
        told += [f"on the directive of {self.name(item)}" for item in self.many(node, terms.ON_DIRECTIVE_OF)]
        told += [f"in {self.name(item)}" for item in self.many(node, terms.REPORTED_PLACE)]
        told += [f"under: {self.name(item)}" for item in self.many(node, terms.UNDER)]
        voices = ", ".join(self.name(item) for item in self.many(node, terms.SEM_ACCORDING_TO))
        asserted = self.text(node, terms.ASSERTED) == "true"
        told.append("asserted by the article" if asserted else f"according to {voices}" if voices else "not asserted")
        return ["; ".join(told), *self._grounds(node)]

    def _kind(self, report: str) -> str:
        """The kind of a report's action."""
        return next((kind for item in self.back(terms.REPORTED_IN, report) for kind in self.many(item, terms.KIND)), "")

    def printing(self, node: str) -> Lines:
        """A printing: the speaker, mode, addressee and outlet of the words, and their place in the text."""
        own = self.one(node, terms.REPORTED_MODE)  # a printing with a mode of its own has all of its roles too
        said = "" if own else next(iter(self.back(terms.PRINTED_AS, node)), "")
        names = {
            words: ", ".join(self.name(item) for item in self.many(node, own) or self.many(said, whole))
            for own, whole, words in (
                (terms.REPORTED_ON_BEHALF_OF, terms.ON_BEHALF_OF, "for"),
                (terms.REPORTED_ADDRESSEE, terms.ADDRESSEE, "told to"),
                (terms.REPORTED_VIA, terms.VIA, "relayed by"),
            )
        }
        who = self.many(node, terms.REPORTED_SPEAKER) or self.many(said, terms.SPEAKER)
        speakers = ", ".join(self.name(item) for item in who) or self.text(node, terms.SOURCE_WORDS)
        told = [f"{speakers or '(nobody named)'}: {line(self.text(node, terms.SCHEMA_TEXT))}"]
        told += [f"{words} {value}" for words, value in names.items() if value]
        for own, whole in ((terms.REPORTED_MODE, terms.MODE), (terms.REPORTED_STANCE, terms.STANCE)):
            told += [short(value) for value in self.many(node, own) or self.many(said, whole)]
        told += [f"on {date}" for date in self.texts(node, terms.REPORTED_DATE) or self.texts(said, terms.DATE)]
        return ["; ".join(told), *self._grounds(node)]

    def variant(self, node: str) -> Lines:
        """How two printings differ."""
        left, right = self.one(node, terms.LEFT), self.one(node, terms.RIGHT)
        lines = [f"{short(self.one(node, terms.RELATION) or '')}: {self._where(left)} against {self._where(right)}"]
        changes = sorted(self.many(node, terms.HAS_CHANGE), key=lambda item: int(self.text(item, terms.ORDINAL) or 0))
        pairs = ((self.text(item, terms.LEFT_WORDS), self.text(item, terms.RIGHT_WORDS)) for item in changes)
        return [*lines, *(f"  “{old}” has become “{new}”" if new else f"  “{old}” is left out" for old, new in pairs)]

    def _where(self, printing: str | None) -> str:
        passages = self.many(printing, terms.PROV_WAS_DERIVED_FROM) if printing else []
        return self.place(passages[0]) if passages else "?"

    def disagreement(self, node: str) -> Lines:
        """The positions, each with its evidence."""
        lines = [f"They differ in the {short(self.one(node, terms.ASPECT) or '')}:", *self.texts(node, terms.SKOS_NOTE)]
        for position in self.many(node, terms.HAS_POSITION):
            lines.append(f"  {self.text(position, terms.VALUE)}")
            for given in self.many(position, terms.GIVEN_BY):
                passages = self.many(given, terms.PROV_WAS_DERIVED_FROM) or [given]
                lines += [f"    {self.place(item)} {self.exact(item)}" for item in passages]
        return lines

    def judgement(self, node: str) -> Lines:
        """What was decided about which two nodes, by whom, and why."""
        judge = self.one(node, terms.PROV_WAS_ATTRIBUTED_TO)
        by = self.name(judge) if judge else "?"
        who = "by" if judge and self.is_a(judge, terms.PROV_CLASS_PERSON) else "by the rule"
        sides = [self._side(self.one(node, predicate)) for predicate in (terms.LEFT, terms.RIGHT)]
        decision, score = short(self.one(node, terms.DECISION) or ""), self.text(node, terms.SCORE)
        lines = [f"{decision} ({score}), {who} {by}: {sides[0]} and {sides[1]}"]
        return [*lines, *(f"  {reason}" for reason in self.texts(node, terms.REASON))]

    def _side(self, node: str | None) -> str:
        if not node:
            return "?"
        if self.is_a(node, terms.CLASS_ARTICLE):
            return f"what was found in {self.name(node)}"
        passage = self.one(node, terms.TRIGGER) or self.one(node, terms.CONTENT) or self.one(node, terms.CUE) or node
        return f"“{self.exact(passage)}” {self.place(passage)}"
