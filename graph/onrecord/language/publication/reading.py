"""Reads the facts of the deeds of a Doc: their wording, their participants, their source."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from spacy.tokens import Doc

from onrecord.language import annotations as ann
from onrecord.language.kinds import BROAD, SOMEBODY
from onrecord.language.publication import telling
from onrecord.language.publication.facts import Facts, harmful, senses
from onrecord.language.syntax.antecedents import antecedent
from onrecord.language.syntax.clauses import clause
from onrecord.language.syntax.phrase_relations import in_fixed_phrase
from onrecord.language.syntax.tree import Tree
from onrecord.punctuation import STOPS
from onrecord.word_sets import word_set

_LEADS = 2
"""Sentences of running text of which one is the lead: a dateline may be taken for the first."""
_LEAD_WORDS = 10
"""Fewest words of a lead."""


class Reading:
    """A Doc that has been read, as far as the facts need it."""

    def __init__(self, doc: Doc, tree: Tree) -> None:
        self.tree = tree
        self.actions = ann.attrs(doc, ann.ACTIONS)
        self.actors = ann.attrs(doc, ann.MENTIONS)
        self.statements = ann.attrs(doc, ann.STATEMENTS)
        self.corrected = {
            span.kb_id_
            for span in ann.marks(doc, ann.STATEMENTS)
            if span.label_ == "source" and telling.is_version(set(tree.lower[span.start : span.end]))
        }
        self.told = {
            (span.kb_id_, token)
            for span in ann.marks(doc, ann.STATEMENTS)
            if span.label_ == "content"
            for token in range(span.start, span.end)
        }
        self.roles: dict[tuple[str, str], list[tuple[int, int]]] = {}
        for span in ann.marks(doc, ann.ACTIONS):
            self.roles.setdefault((span.kb_id_, span.label_), []).append((span.start, span.end))
        self.under = frozenset(attrs.get("under") for attrs in self.actions.values())
        self.at: dict[int | None, str] = {
            spans[0][0]: key for (key, role), spans in self.roles.items() if role == "verb"
        }
        self.directives = telling.tokens_marked(doc, ann.ACTIONS, {"directive"})
        self.cues = telling.tokens_marked(doc, ann.STATEMENTS, {"cue"})
        self.sources = telling.tokens_marked(doc, ann.STATEMENTS, {"source"})
        self.quoted = telling.tokens_marked(doc, ann.QUOTATIONS, {"closed", "unclosed", "unopened", "block"})
        passages = ann.marks(doc, ann.PASSAGES)
        self.passage = {token: span.label_ for span in passages for token in range(span.start, span.end)}
        opening = range(passages[0].start, passages[0].end) if len(passages) > 1 else range(0)
        if opening and passages[0].label_ == "body" and not any(tree.text[word] in STOPS for word in opening[:-1]):
            # One sentence that stands alone above the text is its headline, whatever stop it ends with.
            self.passage |= dict.fromkeys(opening, "headline")
        self.lead = self._lead(doc)
        self.named = frozenset(
            token
            for span in ann.marks(doc, ann.MENTIONS)
            if self.actors[span.kb_id_]["named"] and self._broad(span.kb_id_) in (*SOMEBODY, "place")
            for token in range(span.start, span.end)
        )
        self.forms = {}
        for span in sorted(ann.marks(doc, ann.MENTIONS), key=lambda item: item.start - item.end):
            for token in range(span.start, span.end):
                self.forms[span.kb_id_, token] = span.label_

    def _lead(self, doc: Doc) -> int | None:
        """The verb of the lead: of the first sentence of running text that is long enough to tell who did what."""
        running = (sent for sent in doc.sents if self.passage.get(sent.root.i, "body") == "body")
        for sent in islice(running, _LEADS):
            if sum(word.is_alpha for word in sent) >= _LEAD_WORDS:
                return int(sent.root.i)
        return None

    def facts(self, key: str) -> Facts:
        """The facts of the action `key`."""
        attrs, tree = self.actions[key], self.tree
        head, verb = (self.roles[key, name][0][0] for name in ("head", "verb"))
        form = "adjective" if tree.pos[head] == "ADJ" else str(attrs["rule"]).partition(":")[0]
        within = attrs.get("within") is not None
        above = clause(tree, verb).governor if form != "noun" else tree.head[head]
        if above is not None and in_fixed_phrase(tree, above):  # "sold it in order to win"
            above = tree.head[tree.head[above]]
        over = self.at.get(above)
        return Facts(
            kind=attrs["type"],
            lemma=attrs["lemma"],
            entry=attrs["rule"],
            sense=senses().get(attrs["lemma"], "") if form == "verb" else "",
            form=form,
            clause=telling.clause_kind(tree, verb) if form != "noun" else "",
            place=telling.place(tree, head) if form == "noun" else "",
            tense=telling.tense(tree, verb) if form != "noun" else "",
            agent=self._who(key, "agent", attrs["agents"]),
            patient=self._who(key, "patient", attrs["patients"]),
            agent_form=self._form(key, "agent", attrs["agents"]),
            patient_form=self._form(key, "patient", attrs["patients"]),
            director=self._who(key, "directive", attrs["directors"]),
            directs=head in self.directives,
            polarity=attrs["polarity"],
            modality=attrs["modality"],
            voice="said" if within else "quoted" if head in self.quoted else "article",
            passage=self.passage.get(head, "body"),
            harm=attrs["type"] in harmful() or attrs["lemma"] in harmful(),
            quoted=head in self.quoted,
            cue=not self.cues.isdisjoint((head, verb)),
            over="" if over is None else self._stands(over),
            over_tense="" if over is None or above is None else telling.tense(tree, above),
            over_kind="" if over is None else self.actions[over]["type"],
            over_lemma="" if over is None else self.actions[over]["lemma"],
            same=over is not None and self.actions[over]["type"] == attrs["type"],
            alone=len(self.roles[key, "trigger"]) == 1 and self.under.isdisjoint({key}),
            shared=telling.in_complement(tree, verb, self.roles.get((key, "patient"), [])),
            completed=bool(clause(tree, verb).complements) or telling.asks(tree, verb),
            self_told=self._self_told(key),
            corrected=attrs.get("within") in self.corrected,
            under=self.actions[attrs["under"]]["type"] if attrs.get("under") else "",
            names=self._names(key),
            itself=self._itself(key),
            to_it=self._only_it(key, "patient"),
            by_it=self._only_it(key, "agent"),
            misread=self.passage.get(head) == "headline" and telling.has_verb_before_noun(tree, self._spans(key)),
            lost=form != "noun" and telling.has_lost_its_subject(tree, verb),
            gap=form != "noun" and telling.has_lost_its_object(tree, verb, self._spans(key)),
            open_question=form != "noun" and telling.leaves_open(tree, verb),
            verbless=not telling.has_finite_verb(tree, head) and self._is_body(head),
            titled=form == "noun" and self._is_body(head) and telling.is_in_title(tree, head),
            dated=attrs.get("date") is not None,
            lead=verb == self.lead,
            confidence=attrs["confidence"],
        )

    def _is_body(self, token: int) -> bool:
        """Whether a word stands in running text, or in a line of capitals, which the model does not read."""
        return self.passage.get(token, "body") != "headline" or telling.is_in_capitals(self.tree, token)

    def _stands(self, key: str) -> str:
        attrs = self.actions[key]
        denied = attrs["polarity"] == "negative" and attrs["modality"] == "asserted"
        return "negative" if denied else str(attrs["modality"])

    def _names(self, key: str) -> bool:
        return any(token in self.named for start, end in self._spans(key) for token in range(start, end))

    def _spans(self, key: str) -> list[tuple[int, int]]:
        return [span for role in ("agent", "patient") for span in self.roles.get((key, role), [])]

    def _itself(self, key: str) -> bool:
        attrs, agents = self.actions[key], self.roles.get((key, "agent"))
        patients = self.roles.get((key, "patient"), [])
        if agents == patients or set(attrs["agents"]).isdisjoint(attrs["patients"]):
            return False
        endings = tuple(word_set("reflexive_ending"))
        words = (self.tree.lower[token] for start, end in patients for token in range(start, end))
        return not any(word.endswith(endings) for word in words)

    def _self_told(self, key: str) -> bool:
        attrs = self.actions[key]
        within = attrs.get("within") or ""
        said = self.statements.get(within)
        if said is None or said["mode"] == "direct":
            return False
        return any(
            self.forms.get((one, token)) == "description" and (within, token) in self.told
            for role in ("agent", "patient")
            for one in {*attrs[f"{role}s"]} & {*said["speakers"]}
            for start, end in self.roles.get((key, role), [])
            for token in range(start, end)
        )

    def _only_it(self, key: str, role: str) -> bool:
        spans = self.roles.get((key, role), [])
        return any(end == start + 1 and self.tree.lower[start] in word_set("neuter_pronoun") for start, end in spans)

    def _who(self, key: str, role: str, ids: Iterable[str]) -> str:
        kinds = [(self._broad(one), self.actors[one]["named"]) for one in ids]
        if any(kind in SOMEBODY and named for kind, named in kinds):
            return "named"
        if any(kind in SOMEBODY for kind, _ in kinds):
            return "somebody"
        if any(kind == "place" for kind, _ in kinds):
            return "state"
        if kinds:
            return "something"
        return "words" if (key, role) in self.roles else "none"

    def _broad(self, key: str) -> str:
        return BROAD.get(self.actors[key]["type"], "thing")

    def _form(self, key: str, role: str, ids: list[str]) -> str:
        spans = self.roles.get((key, role), [])
        if any(telling.ends_in_relative(self.tree, start, end) for start, end in spans):
            return "of_relative"
        for one in ids:
            for start, end in spans:
                for token in range(start, end):
                    if (one, token) in self.forms:
                        return self.forms[one, token]
        if spans:
            start, end = spans[0]
            if end == start + 1 and antecedent(self.tree, start) != start:
                return "relative"
            return "pron" if end == start + 1 and self.tree.pos[start] == "PRON" else "phrase"
        return ""
