"""Person, number and gender of pronouns."""

from __future__ import annotations

_FORMS: tuple[tuple[frozenset[str], tuple[str, bool | None, str, str | None]], ...] = tuple(
    (frozenset(forms.split()), result)
    for forms, result in (
        ("he him his himself", ("third", False, "m", "Person")),
        ("she her hers herself", ("third", False, "f", "Person")),
        ("it its itself", ("third", False, "n", None)),
        ("they them their theirs themselves", ("third", True, "", None)),
        ("i me my mine myself", ("first", False, "", None)),
        ("we us our ours ourselves", ("first", True, "", None)),
        ("you your yours yourself yourselves", ("second", None, "", "Person")),
    )
)


def pronoun(lower: str) -> tuple[str, bool | None, str, str | None]:
    """Person, plural, gender and kind of a pronoun."""
    for forms, result in _FORMS:
        if lower in forms:
            return result
    if lower in ("former", "latter"):
        return lower, None, "", None
    return "relative", None, "", "Person" if lower in ("who", "whom", "whose") else None
