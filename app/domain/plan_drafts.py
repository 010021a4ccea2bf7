"""What a person enters about a release plan, checked before it is stored (needs P1-P4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.case_drafts import needed, read_word
from app.domain.errors import Refused
from app.domain.names import clean, fold
from app.domain.plan import NEED_PREFIX, QUESTIONS, VNR_ANSWER
from app.domain.words import CheckKind, NearnessAnswer, SixAnswer

SUITABILITY = ("suitable", "concerns", "not suitable")
"""What a check may say of an address, as in the Police workbook (design/formats.md section 4)."""


@dataclass(frozen=True, slots=True)
class CheckDraft:
    """One partner's check of an address."""

    kind: CheckKind
    answer: str
    suitability: str = ""
    comment: str = ""
    officer: str = ""
    on: date | None = None

    def checked(self) -> CheckDraft:
        """Cleaned, or refused in words. Victim nearness takes an answer, a name and a day alone (need P3)."""
        officer, comment = clean(self.officer), clean(self.comment)
        if self.kind is CheckKind.VICTIM_NEARNESS:
            if comment or self.suitability:
                raise Refused(
                    "Victim nearness takes the co-ordinator's answer, name and day and no other word, so that no "
                    "victim's name or address can stand here; nothing was changed."
                )
            said = read_word(NearnessAnswer, self.answer, "a nearness answer")
            if said is not NearnessAnswer.NOT_ASKED and not officer:
                raise Refused("The co-ordinator's name is missing; nothing was changed: give --officer.")
            return CheckDraft(self.kind, said.value, "", "", officer, self.on)
        answer = read_word(SixAnswer, self.answer, "one of the six answers").value
        suitability = clean(self.suitability).casefold()
        if suitability and suitability not in SUITABILITY:
            raise Refused(
                f"“{self.suitability}” is no suitability; nothing was changed: use one of: {', '.join(SUITABILITY)}."
            )
        return CheckDraft(self.kind, answer, suitability, comment, officer, self.on)


def read_question(text: str) -> str:
    """The stored code of a question, by code, or a need domain by its name alone. Raises Refused."""
    asked = fold(text)
    for code in QUESTIONS:
        if asked in (fold(code), fold(code.removeprefix(NEED_PREFIX))):
            return code
    raise Refused(
        f"“{clean(text)}” is no question a milestone asks; nothing was changed: use one of: {', '.join(QUESTIONS)}."
    )


def read_answer(question: str, answer: str, note: str, by: str) -> tuple[str, str, str]:
    """Answer, note and who said so. The VNR co-ordinator's is one of four words and has no note (need P3)."""
    if question != VNR_ANSWER.code:
        return needed(answer, "The answer"), clean(note), clean(by)
    if clean(note):
        raise Refused(
            "The VNR co-ordinator's answer takes no note, so that no victim's name or address can stand here; "
            "nothing was changed."
        )
    said = read_word(NearnessAnswer, answer, "a nearness answer")
    if said is not NearnessAnswer.NOT_ASKED and not clean(by):
        raise Refused("The co-ordinator's name is missing; nothing was changed: give --by.")
    return said.value, "", clean(by)
