"""What a person enters about a release plan and of consents, checked before it is stored (needs P1-P4, D2)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from msgspec import Struct

from app.domain.case_drafts import needed, read_word
from app.domain.cases import AnswerRow, CheckRow
from app.domain.consent import ConsentRow
from app.domain.dates import show_date
from app.domain.errors import Refused
from app.domain.names import clean, fold
from app.domain.plan import ASKS, NEED_PREFIX, POLICE_CHECK, QUESTIONS, VNR_ANSWER
from app.domain.plan_policy import FLAG_OF, age_key
from app.domain.plan_rows import NeedRow
from app.domain.plan_words import CheckPolicy, ConsentSaid, NeedStatus
from app.domain.words import MILESTONES, CheckKind, NearnessAnswer, NeedDomain, Service, SixAnswer

SUITABILITY = ("suitable", "concerns", "not suitable")
"""What a check may say of an address, as in the Police workbook (design/formats.md section 4)."""


class CheckDraft(Struct, frozen=True):
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


def seen_of_check(row: CheckRow | None) -> dict[str, str]:
    """What somebody who looks at a check sees of it, by field of its form; what nobody answered is not asked."""
    return {
        "answer": row.answer if row else SixAnswer.NOT_ASKED.value,
        "suits": (row and row.suitability) or "",
        "comment": (row and row.comment) or "",
        "officer": (row and row.officer) or "",
    }


def seen_of_answer(row: AnswerRow | None) -> dict[str, str]:
    """What somebody who looks at an answer sees of it, by field of its form; what nobody answered is not asked."""
    return {"answer": row.answer if row else SixAnswer.NOT_ASKED.value, "note": (row and row.note) or ""}


def seen_of_need(row: NeedRow) -> dict[str, str]:
    """What somebody who looks at a need sees of it, by field of its form."""
    return {
        "status": row.status,
        "text": row.text or "",
        "service": row.service or "",
        "owner": row.owner or "",
    }


class ConsentDraft(Struct, frozen=True):
    """One word on the occupier's consent to an address (need P1)."""

    said: ConsentSaid
    by: str
    on: date | None = None
    form: str = ""
    reason: str = ""

    def checked(self, today: date, before: ConsentSaid | None) -> ConsentDraft:
        """Cleaned, or refused in words. A consent given names its form, one withdrawn or refused its reason.

        `before` is the last word, or None; only a consent that was given can be withdrawn.
        """
        day = self.on or today
        if day > today:
            raise Refused(f"{show_date(day)} is not yet; nothing was changed: give the day it was said.")
        by = needed(self.by, "Who said it")
        form, reason = clean(self.form), clean(self.reason)
        if self.said is ConsentSaid.GIVEN:
            form = needed(form, "The form of the consent (in writing, by telephone, in person)")
        if self.said in (ConsentSaid.WITHDRAWN, ConsentSaid.REFUSED):
            reason = needed(reason, "The reason")
        if self.said is ConsentSaid.WITHDRAWN and before is not ConsentSaid.GIVEN:
            raise Refused("No consent stands here to be withdrawn; nothing was changed.")
        return ConsentDraft(self.said, by, day, form, reason)


class SignedDraft(Struct, frozen=True):
    """A consent that the person signed; that of an occupier is `ConsentDraft` (need D2)."""

    form: str
    scope: str
    signed: date
    expires: date | None = None

    def checked(self, today: date, others: Iterable[ConsentRow]) -> SignedDraft:
        """Cleaned, or refused in words; the same one is not entered twice while it stands."""
        form = needed(self.form, "The form that was signed")
        scope = needed(self.scope, "What may be told, and to whom,")
        if self.signed > today:
            raise Refused(
                f"{show_date(self.signed)} is not yet; nothing was added: give the day it was signed."
            )
        if self.expires is not None and self.expires < self.signed:
            raise Refused(
                f"A consent signed on {show_date(self.signed)} cannot expire on {show_date(self.expires)}; nothing was "
                "added: mend one of the two days."
            )
        for row in others:
            same = (fold(row.form), fold(row.scope), row.signed) == (fold(form), fold(scope), self.signed)
            if same and row.withdrawn_on is None:
                raise Refused(f"That is consent {row.number} of this case already; nothing was added.")
        return SignedDraft(form, scope, self.signed, self.expires)


class NeedDraft(Struct, frozen=True):
    """A need by domain: how it stands, what is done about it (several parted by `;`), with which service and owner.

    `on` is the day it was said, without one today. No service and an empty owner leave those that are there, unless it
    is the `whole` need: then they are none.
    """

    domain: NeedDomain
    status: NeedStatus
    text: str = ""
    service: Service | None = None
    owner: str = ""
    by: str = ""
    on: date | None = None
    whole: bool = False


class PolicyDraft(Struct, frozen=True):
    """What is changed of a forum's policy, as typed: `checks` kind to policy, `ages` what when to days."""

    checks: Mapping[str, str]
    ages: Mapping[str, str]

    def checked(self) -> tuple[dict[CheckKind, CheckPolicy], dict[str, int]]:
        """The changes, or a refusal in words."""
        checks: dict[CheckKind, CheckPolicy] = {}
        for kind_text, policy_text in self.checks.items():
            kind = read_word(CheckKind, kind_text, "a kind of check")
            policy = read_word(CheckPolicy, policy_text, "a policy on checks")
            if policy is CheckPolicy.WHERE_FLAGGED and kind not in FLAG_OF:
                raise Refused(
                    f"{kind.value} goes by no flag; nothing was changed: use “every address” or “on request”."
                )
            checks[kind] = policy
        return checks, dict(_read_age(key, days) for key, days in self.ages.items())


def _read_age(key: str, days: str) -> tuple[str, int]:
    ask, slash, milestone = age_key(key).rpartition("/")
    known = {each.code for each in ASKS}
    if not slash or ask not in known or milestone not in {str(k) for k in MILESTONES}:
        raise Refused(
            f"“{clean(key)}” names no value of a milestone; nothing was changed: write ASK/MILESTONE, such as "
            f"probation-check/2, or its words, such as {POLICE_CHECK.words}, 2 months. The asks are: "
            f"{', '.join(sorted(known))}."
        )
    number = clean(days)
    if not (number.isascii() and number.isdigit()) or not 1 <= int(number) <= 3650:
        raise Refused(f"“{number}” is no number of days; nothing was changed: write 1 to 3650.")
    return f"{ask}/{milestone}", int(number)


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
        told = needed(answer, "The answer")
        if question.startswith(NEED_PREFIX):
            told = next((status.value for status in NeedStatus if fold(status.value) == fold(told)), told)
        return told, clean(note), clean(by)
    if clean(note):
        raise Refused(
            "The VNR co-ordinator's answer takes no note, so that no victim's name or address can stand here; "
            "nothing was changed."
        )
    said = read_word(NearnessAnswer, answer, "a nearness answer")
    if said is not NearnessAnswer.NOT_ASKED and not clean(by):
        raise Refused("The co-ordinator's name is missing; nothing was changed: give --by.")
    return said.value, "", clean(by)
