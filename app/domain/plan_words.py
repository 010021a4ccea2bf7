"""The words of a release plan, as values (needs P1-P5). Every value is what stands in files, on paper and in JSON."""

from __future__ import annotations

from enum import StrEnum


class NeedStatus(StrEnum):
    """How a need stands. *Not asked* answers nothing; *declined* and *no need* are answers (need P4)."""

    NOT_ASKED = "not asked"
    NO_NEED = "no need"
    TO_ARRANGE = "to arrange"
    IN_HAND = "in hand"
    MET = "met"
    DECLINED = "declined"


class ConsentSaid(StrEnum):
    """What became of the occupier's consent to an address. Each word is kept with its day (need P1)."""

    ASKED = "asked"
    GIVEN = "given"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


class ConditionState(StrEnum):
    """How far a proposed release condition has come (need P5).

    *Withdrawn* takes back a proposal of the forum's own; it ends the condition, and asking again is a new one.
    """

    PROPOSED = "proposed"
    ASKED = "asked of Board"
    IMPOSED = "imposed"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"

    @property
    def stands(self) -> bool:
        """Whether it is part of the plan the Board relies on."""
        return self in (ConditionState.PROPOSED, ConditionState.ASKED, ConditionState.IMPOSED)


class CheckPolicy(StrEnum):
    """When a forum wants one kind of check of an address (need P2)."""

    EVERY_ADDRESS = "every address"
    WHERE_FLAGGED = "where flagged"
    ON_REQUEST = "on request"
