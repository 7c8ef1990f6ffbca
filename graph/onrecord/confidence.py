"""Drops statements and actions that are not confident enough."""

from __future__ import annotations

from msgspec.structs import replace

from onrecord.model import Analysis


def confident(analysis: Analysis, threshold: float) -> Analysis:
    """`analysis` without statements and actions below `threshold`, and without those inside a dropped statement."""
    if threshold <= 0:
        return analysis
    kept = {item.id for item in analysis.statements if item.confidence >= threshold}
    within = {item.id: item.within for item in analysis.statements}

    def stands(statement: str | None) -> bool:
        while statement is not None:
            if statement not in kept:
                return False
            statement = within[statement]
        return True

    actions = [item for item in analysis.actions if item.confidence >= threshold and stands(item.within)]
    left = {item.id for item in actions}
    return replace(
        analysis,
        statements=tuple(item for item in analysis.statements if stands(item.id)),
        actions=tuple(replace(item, under=item.under if item.under in left else None) for item in actions),
    )
