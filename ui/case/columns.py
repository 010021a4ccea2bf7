"""The columns of a case's tabs, and what F4 tells of each row."""

from __future__ import annotations

from datetime import date

from app.domain.case_history import FIELD_WORDS, HistoryLine
from app.domain.cases import (
    AddressRow,
    AnswerRow,
    FlagRow,
    MilestoneRow,
    OrderRow,
    ValueRow,
)
from app.domain.dates import show_date
from app.domain.meeting import ActionRow
from app.domain.risks import RatingLine
from app.domain.timeline import days_lost
from ui.case.provenance import HISTORY, Provenance
from ui.case.timeline import DONE, MISSED, OVERDUE, months_words, state_of
from ui.case.told import SaidRow, address_state, checks_words
from ui.models import Column

SIGNS = {DONE: "✓ done", OVERDUE: "! overdue", "ready": "• ready", "ahead": "○ ahead", MISSED: "× missed"}

_LATE = "! late"


def _asks(row: MilestoneRow) -> str:
    """What is missing, and after it what is older than it may be."""
    return (
        "; ".join(
            part for part in (", ".join(row.missing), *(f"too old – {words}" for words in row.stale)) if part
        )
        or "nothing"
    )


def _moved(row: MilestoneRow) -> str:
    """`20/10/2026, 41 days lost`, where the date counted to has moved."""
    if row.was is None or row.on is None:
        return "–"
    days = days_lost(row.was, row.on) or 0
    return f"{show_date(row.was)}, {abs(days):,} days {'lost' if days > 0 else 'gained'}"


def milestones(today: date) -> tuple[Column[MilestoneRow], ...]:
    """8–6–4–2–1 as a table, beside the picture."""
    return (
        Column("Milestone", lambda m: months_words(m.months), width=12),
        Column("Day", lambda m: show_date(m.on) or "no date", width=12),
        Column("State", lambda m: SIGNS[state_of(m, today)], width=12,
               strong=lambda m: state_of(m, today) == OVERDUE, told=lambda m: state_of(m, today)),
        Column("Still asks for", _asks, width=56, stretch=True),
        Column("Before it moved", _moved, width=26),
    )  # fmt: skip


def _forum_word(row: ValueRow) -> str:
    return row.beside[-1].value if row.beside else "–"


VALUES = (
    Column[ValueRow]("Heading", lambda r: r.heading, width=24),
    Column[ValueRow](
        "In force",
        lambda r: r.in_force or "not known",
        width=32,
        stretch=True,
        strong=lambda r: bool(r.beside),
    ),
    Column[ValueRow]("IOMS says", lambda r: r.value or "blank", width=24),
    Column[ValueRow]("Forum says", _forum_word, width=20),
    Column[ValueRow]("As at", lambda r: show_date(r.as_at) or "–", width=12),
)
SAID = (
    Column[SaidRow]("Service", lambda r: r.service, width=20),
    Column[SaidRow]("What", lambda r: r.kind, width=20),
    Column[SaidRow]("Says", lambda r: r.text, width=40, stretch=True),
    Column[SaidRow]("Who", lambda r: r.author, width=18),
    Column[SaidRow]("As at", lambda r: show_date(r.as_at) or "–", width=12),
    Column[SaidRow]("Grade, handling", lambda r: ", ".join(p for p in (r.sure, r.handling) if p), width=24),
)
ADDRESSES = (
    Column[AddressRow]("Rank", lambda r: str(r.rank), width=6, right=True),
    Column[AddressRow]("Address", lambda r: r.address, width=30, stretch=True),
    Column[AddressRow]("State", address_state, width=26),
    Column[AddressRow]("Residents", lambda r: r.residents or "not recorded", width=20),
    Column[AddressRow]("Consent", lambda r: r.consent_words, width=30),
)
ANSWERS = (
    Column[AnswerRow]("Asked", lambda r: r.words, width=34),
    Column[AnswerRow]("Answer", lambda r: r.answer, width=36, stretch=True),
    Column[AnswerRow]("Note", lambda r: r.note or "–", width=24),
    Column[AnswerRow]("By", lambda r: r.answered_by, width=18),
    Column[AnswerRow]("As at", lambda r: show_date(r.as_at), width=12),
)
FLAGS = (
    Column[FlagRow]("Flag", lambda r: r.code.value, width=9, flags=lambda r: (r.code.value,),
                    told=lambda r: r.meaning),
    Column[FlagRow]("State", lambda r: f"withdrawn {show_date(r.to_date)}" if r.to_date else "✓ stands", width=22),
    Column[FlagRow]("Since", lambda r: show_date(r.from_date), width=12),
    Column[FlagRow]("What it means here", lambda r: r.meaning, width=40, stretch=True),
    Column[FlagRow]("Whose", lambda r: r.owner.value, width=10),
    Column[FlagRow]("Authorised by", lambda r: r.authorised_by or "–", width=18),
)  # fmt: skip
ORDERS = (
    Column[OrderRow]("External order", lambda r: r.kind.value, width=24),
    Column[OrderRow]("Answer", lambda r: r.answer.value, width=22),
    Column[OrderRow]("Detail", lambda r: r.detail or "–", width=36, stretch=True),
    Column[OrderRow]("Expires", lambda r: show_date(r.expires) or "–", width=12),
    Column[OrderRow]("As at", lambda r: show_date(r.as_at) or "–", width=12),
)
RATINGS = (
    Column[RatingLine]("Whose", lambda r: r.whose, width=24),
    Column[RatingLine]("Tool", lambda r: r.tool, width=20),
    Column[RatingLine]("Score", lambda r: r.score, width=12, strong=lambda r: r.present),
    Column[RatingLine]("Standing", lambda r: r.standing, width=10),
    Column[RatingLine]("Date", lambda r: show_date(r.on) or r.source, width=20, stretch=True),
    Column[RatingLine]("Version", lambda r: r.version or "–", width=10),
    Column[RatingLine]("Assessor", lambda r: r.assessor or "–", width=18),
)


def actions(today: date) -> tuple[Column[ActionRow], ...]:
    """Actions with *late* in words."""

    def state(row: ActionRow) -> str:
        if row.outcome.value != "open":
            return f"{row.outcome.value} {show_date(row.outcome_on)}".strip()
        return _LATE if row.due < today else "○ open"

    return (
        Column("Action", lambda r: r.text, width=40, stretch=True),
        Column("Service", lambda r: r.service.value, width=22),
        Column("Who", lambda r: r.owner, width=20),
        Column("By", lambda r: show_date(r.due), width=12),
        Column("State", state, width=22, strong=lambda r: state(r) == _LATE),
    )


CHANGES = HISTORY

# What F4 tells.


def of_value(row: ValueRow) -> Provenance:
    more = tuple(
        f"The forum's own word: {w.value} ({w.reason}), {w.source}, as at {show_date(w.as_at)}"
        for w in row.beside
    )
    return Provenance(row.heading, row.in_force or "", row.owner.value, row.source, row.as_at, more)


def of_said(row: SaidRow) -> Provenance:
    more = tuple(
        part for part in (
            f"Who said it: {row.author}",
            f"Grade: {row.sure}" if row.sure else "",
            f"Handling: {row.handling}" if row.handling else "",
        ) if part
    )  # fmt: skip
    return Provenance(
        f"{row.service}: {row.kind}", row.text, row.service, row.source, row.as_at, more, ("Information",)
    )


def of_address(row: AddressRow) -> Provenance:
    headings = (
        f"Address {row.rank}", f"Consent to address {row.rank}", FIELD_WORDS[("addresses", "address")],
        FIELD_WORDS[("addresses", "rank")], FIELD_WORDS[("addresses", "verified")],
        FIELD_WORDS[("addresses", "is_next")],
        FIELD_WORDS[("address_checks", "answer")], FIELD_WORDS[("address_checks", "suitability")],
    )  # fmt: skip
    more = (
        f"State: {address_state(row)}",
        f"Residents: {row.residents or 'not recorded'}",
        *(f"Consent: {consent.words}" for consent in row.consents),
        *([] if row.consents else [f"Consent: {row.consent_words}"]),
        checks_words(row),
    )
    return Provenance(f"Address {row.rank}", row.address, "forum", row.source, row.as_at, more, headings)


def of_answer(row: AnswerRow) -> Provenance:
    return Provenance(row.words, row.answer, "forum", row.answered_by, row.as_at, (), ("Answer",))


def of_flag(row: FlagRow) -> Provenance:
    more = (f"Since: {show_date(row.from_date)}", f"Authorised by: {row.authorised_by or 'not named'}")
    comment = (f"Comment: {row.comment}",) if row.comment else ()
    return Provenance(
        f"Flag {row.code.value}", row.meaning, row.owner.value, row.source, row.as_at, (*more, *comment),
        (f"Flag {row.code.value}",),
    )  # fmt: skip


def of_order(row: OrderRow) -> Provenance:
    owner = row.owner.value if row.owner else ""
    return Provenance(row.kind.value.capitalize(), row.answer.value, owner, row.source, row.as_at)


def of_rating(row: RatingLine) -> Provenance:
    more = (f"Standing: {row.standing}", f"Assessor: {row.assessor or 'not named'}")
    return Provenance(
        f"Rating {row.tool}", row.score, row.whose, row.source, row.on, more, (f"Rating {row.tool}",)
    )


def of_action(row: ActionRow) -> Provenance:
    more = (f"Given at: {row.meeting or 'no meeting'}", f"Note: {row.note or 'none'}")
    return Provenance(
        "Action",
        row.text,
        row.owner,
        row.service.value,
        row.due,
        more,
        (FIELD_WORDS[("actions", "outcome")],),
    )


def of_milestone(row: MilestoneRow) -> Provenance:
    asks = ", ".join(row.missing) or "nothing"
    return Provenance(months_words(row.months), f"still asks for: {asks}", "", "counted from the date", row.on, (),
                      ("Date counted to",))  # fmt: skip


def of_change(row: HistoryLine) -> Provenance:
    more = (f"Before: {row.old or 'nothing'}", f"Why: {row.why or 'not said'}", f"Who: {row.who}")
    return Provenance(row.what, row.new or "", "", "the trail", None, more)
