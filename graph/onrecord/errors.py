"""Exception types. Each message is one sentence that names what is at fault and what to do about it."""

from __future__ import annotations

_LONGEST = 120
"""Most characters of another library's message that ours repeats: some libraries quote the whole file."""


def cause(error: object) -> str:
    """The message of another library's error, shortened to one line."""
    return " ".join(str(error).split())[:_LONGEST]


class OnrecordError(Exception):
    """Base of all errors that Onrecord raises on purpose; the command prints the message and exits with 1 or 2.

    A subclass passes its own arguments on to `Exception` unchanged, so that errors can be pickled between processes.
    """


class ArticleError(OnrecordError):
    """An input that cannot be read as an article; the run continues without it."""

    def __init__(self, source: str, fault: str) -> None:
        super().__init__(source, fault)
        self.source = source
        self.fault = fault

    def __str__(self) -> str:
        return f"{self.source}: {self.fault}"


class RecordError(OnrecordError):
    """An analysis record that cannot be read back."""

    def __init__(self, source: str, line: int, fault: str) -> None:
        super().__init__(source, line, fault)
        self.source = source
        self.line = line
        self.fault = fault

    def __str__(self) -> str:
        return f"{self.source}, line {self.line}: {self.fault}"


class ModelError(OnrecordError):
    """A spaCy pipeline that is not installed or cannot read English."""

    def __init__(self, model: str, fault: str) -> None:
        super().__init__(model, fault)
        self.model = model
        self.fault = fault

    def __str__(self) -> str:
        return f"language model {self.model!r}: {self.fault}"


class LexiconError(OnrecordError):
    """A lexicon entry that does not fit its type."""

    def __init__(self, file: str, entry: str, fault: str) -> None:
        super().__init__(file, entry, fault)
        self.file = file
        self.entry = entry
        self.fault = fault

    def __str__(self) -> str:
        return f"lexicon {self.file}, {self.entry!r}: {self.fault}"


class SettingsError(OnrecordError):
    """A faulty settings or corrections file, or a value out of range."""


class QueryError(OnrecordError):
    """A query that is not valid SPARQL or not the name of a shipped query."""


class OutputError(OnrecordError):
    """An output that cannot be written, or a folder that does not hold Onrecord's output."""

    def __init__(self, path: str, fault: str) -> None:
        super().__init__(path, fault)
        self.path = path
        self.fault = fault

    def __str__(self) -> str:
        return f"{self.path}: {self.fault}"
