"""What can go wrong, as types. Each message is one sentence that names the thing at fault and what to do about it."""

from __future__ import annotations

_LONGEST = 120
"""Characters of what another library says that a message takes over: some libraries quote the whole file."""


def cause(error: object) -> str:
    """What another library said was wrong, in one line."""
    return " ".join(str(error).split())[:_LONGEST]


class OnrecordError(Exception):
    """Base of all errors that Onrecord raises on purpose; the command prints the message and exits with 1 or 2.

    What a leaf is made from is what it passes on to `Exception`, so that an error can be sent to another process.
    """


class ArticleError(OnrecordError):
    """An input that cannot be read as an article; the rest of the run goes on without it."""

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
    """An entry of a lexicon that is not what its type asks for."""

    def __init__(self, file: str, entry: str, fault: str) -> None:
        super().__init__(file, entry, fault)
        self.file = file
        self.entry = entry
        self.fault = fault

    def __str__(self) -> str:
        return f"lexicon {self.file}, {self.entry!r}: {self.fault}"


class SettingsError(OnrecordError):
    """A settings or corrections file with a fault, or a value out of range."""


class QueryError(OnrecordError):
    """A question that is not SPARQL, or not one of the shipped ones."""


class OutputError(OnrecordError):
    """An output that cannot be written, or a folder that holds no output of ours."""

    def __init__(self, path: str, fault: str) -> None:
        super().__init__(path, fault)
        self.path = path
        self.fault = fault

    def __str__(self) -> str:
        return f"{self.path}: {self.fault}"
