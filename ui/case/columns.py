"""The columns of a case's tabs, and what F4 tells of each row."""

from __future__ import annotations

from datetime import date

from app.domain.case_history import FIELD_WORDS, HistoryLine
from app.domain.cases import (
    AddressRow,
    AnswerRow,
    CaseRecord,
    FlagRow,
    MilestoneRow,
    OrderRow,
    ValueRow,
)
from app.domain.dates import show_date
from app.domain.meeting import ActionRow
from app.domain.risks import RatingLine
from app.domain.timeline import days_lost
from ui import words
from ui.case.provenance import HISTORY, Provenance
from ui.case.timeline import AHEAD, DONE, MISSED, OVERDUE, READY, months_words, state_of
from ui.case.told import SaidRow, address_state, checks_words
from ui.models import Column
from ui.tongue import tr

SIGNS = {
    DONE: tr("✓ done"),
    OVERDUE: tr("! overdue"),
    READY: tr("• ready"),
    AHEAD: tr("○ ahead"),
    MISSED: tr("× missed"),
}

_LATE = tr("! late")


def _asks(row: MilestoneRow) -> str:
    """What is missing, and after it what is older than it may be."""
    return "; ".join(
        part
        for part in (
            ", ".join(row.missing),
            *(tr("too old – {words}", words=told) for told in row.stale),
        )
        if part
    ) or tr("nothing")


def _moved(row: MilestoneRow) -> str:
    """`20/10/2026, 41 days lost`, where the date counted to has moved."""
    if row.was is None or row.on is None:
        return "–"
    days = days_lost(row.was, row.on)
    return f"{show_date(row.was)}, {words.lost(days)}" if days else show_date(row.was)


def milestones(today: date) -> tuple[Column[MilestoneRow], ...]:
    """8–6–4–2–1 as a table, beside the picture."""
    return (
        Column(tr("Milestone"), lambda m: months_words(m.months), width=12),
        Column(tr("Day"), lambda m: show_date(m.on) or tr("no date"), width=12),
        Column(tr("State"), lambda m: SIGNS[state_of(m, today)], width=12,
               strong=lambda m: state_of(m, today) == OVERDUE, told=lambda m: state_of(m, today)),
        Column(tr("Still asks for"), _asks, width=54, stretch=True),
        Column(tr("Before it moved"), _moved, width=26, goes=1),
    )  # fmt: skip


def _forum_word(row: ValueRow) -> str:
    return row.beside[-1].value if row.beside else "–"


VALUES = (
    Column[ValueRow](tr("Heading"), lambda r: r.heading, width=24),
    Column[ValueRow](
        tr("In force"),
        lambda r: r.in_force or tr("not known"),
        width=32,
        stretch=True,
        strong=lambda r: bool(r.beside),
    ),
    Column[ValueRow](tr("IOMS says"), lambda r: r.value or tr("blank"), width=24),
    Column[ValueRow](tr("Forum says"), _forum_word, width=20),
    Column[ValueRow](tr("As at"), lambda r: show_date(r.as_at) or "–", width=12),
)
SAID = (
    Column[SaidRow](tr("Service"), lambda r: r.service, width=20),
    Column[SaidRow](tr("What"), lambda r: r.kind, width=24),
    Column[SaidRow](tr("Says"), lambda r: r.text, width=40, stretch=True),
    Column[SaidRow](tr("Who"), lambda r: r.author, width=21, goes=2),
    Column[SaidRow](tr("As at"), lambda r: show_date(r.as_at) or "–", width=12, goes=1),
    Column[SaidRow](
        tr("Grade, handling"), lambda r: ", ".join(p for p in (r.sure, r.handling) if p) or "–", width=24
    ),
)
ADDRESSES = (
    Column[AddressRow](tr("Rank"), lambda r: str(r.rank), width=6, right=True),
    Column[AddressRow](tr("Address"), lambda r: r.address, width=30, stretch=True),
    Column[AddressRow](tr("State"), address_state, width=31),
    Column[AddressRow](tr("Residents"), lambda r: r.residents or tr("not recorded"), width=30, goes=1),
    Column[AddressRow](tr("Consent"), lambda r: r.consent_words, width=30, goes=2),
)
ANSWERS = (
    Column[AnswerRow](tr("Asked"), lambda r: r.words, width=34),
    Column[AnswerRow](tr("Answer"), lambda r: r.answer, width=36, stretch=True),
    Column[AnswerRow](tr("Note"), lambda r: r.note or "–", width=24),
    Column[AnswerRow](tr("By"), lambda r: r.answered_by, width=18),
    Column[AnswerRow](tr("As at"), lambda r: show_date(r.as_at), width=12),
)
FLAGS = (
    Column[FlagRow](
        tr("Flag"), lambda r: r.code.value, width=9, flags=lambda r: (r.code.value,), told=lambda r: r.meaning
    ),
    Column[FlagRow](
        tr("State"),
        lambda r: tr("withdrawn {to_date}", to_date=show_date(r.to_date)) if r.to_date else tr("✓ stands"),
        width=22,
    ),
    Column[FlagRow](tr("Since"), lambda r: show_date(r.from_date), width=12),
    Column[FlagRow](tr("What it means here"), lambda r: r.meaning, width=40, stretch=True),
    Column[FlagRow](tr("Whose"), lambda r: r.owner.value, width=10),
    Column[FlagRow](tr("Authorised by"), lambda r: r.authorised_by or "–", width=18, goes=1),
)
ORDERS = (
    Column[OrderRow](tr("External order"), lambda r: r.kind.value, width=24),
    Column[OrderRow](tr("Answer"), lambda r: r.answer.value, width=22),
    Column[OrderRow](tr("Detail"), lambda r: r.detail or "–", width=36, stretch=True),
    Column[OrderRow](tr("Expires"), lambda r: show_date(r.expires) or "–", width=12),
    Column[OrderRow](tr("As at"), lambda r: show_date(r.as_at) or "–", width=12),
)
RATINGS = (
    Column[RatingLine](tr("Whose"), lambda r: r.whose, width=24),
    Column[RatingLine](tr("Tool"), lambda r: r.tool, width=20),
    Column[RatingLine](tr("Score"), lambda r: r.score, width=12, strong=lambda r: r.present),
    Column[RatingLine](tr("Standing"), lambda r: r.standing, width=10),
    Column[RatingLine](tr("Date"), lambda r: show_date(r.on) or r.source, width=20, stretch=True),
    Column[RatingLine](tr("Version"), lambda r: r.version or "–", width=10, goes=1),
    Column[RatingLine](tr("Assessor"), lambda r: r.assessor or "–", width=18),
)


def actions(today: date) -> tuple[Column[ActionRow], ...]:
    """Actions with *late* in words."""

    def state(row: ActionRow) -> str:
        if row.outcome.value != "open":
            return f"{row.outcome.value} {show_date(row.outcome_on)}".strip()
        return _LATE if row.due < today else tr("○ open")

    return (
        Column(tr("Action"), lambda r: r.text, width=40, stretch=True),
        Column(tr("Service"), lambda r: r.service.value, width=22, goes=1),
        Column(tr("Who"), lambda r: r.owner, width=20),
        Column(tr("By"), lambda r: show_date(r.due), width=12),
        Column(tr("State"), state, width=22, strong=lambda r: state(r) == _LATE),
    )


CHANGES = HISTORY

# What F4 tells.


def of_value(row: ValueRow) -> Provenance:
    more = tuple(
        tr(
            "The forum's own word: {word} ({reason}), {source}, as at {as_at}",
            word=w.value,
            reason=w.reason,
            source=w.source,
            as_at=show_date(w.as_at),
        )
        for w in row.beside
    )
    return Provenance(row.heading, row.in_force or "", row.owner.value, row.source, row.as_at, more)


def of_said(row: SaidRow) -> Provenance:
    more = tuple(
        part for part in (
            tr("Who said it: {author}", author=row.author),
            tr("Grade: {sure}", sure=row.sure) if row.sure else "",
            tr("Handling: {handling}", handling=row.handling) if row.handling else "",
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
        tr("State: {address_state}", address_state=address_state(row)),
        tr("Residents: {residents}", residents=row.residents or tr("not recorded")),
        *(tr("Consent: {consent}", consent=consent.words) for consent in row.consents),
        *([] if row.consents else [tr("Consent: {consent}", consent=row.consent_words)]),
        checks_words(row),
    )
    return Provenance(
        tr("Address {rank}", rank=row.rank), row.address, "forum", row.source, row.as_at, more, headings
    )


def of_answer(row: AnswerRow) -> Provenance:
    return Provenance(row.words, row.answer, "forum", row.answered_by, row.as_at, (), ("Answer",))


def of_flag(row: FlagRow) -> Provenance:
    more = (
        tr("Since: {from_date}", from_date=show_date(row.from_date)),
        tr("Authorised by: {authorised_by}", authorised_by=row.authorised_by or tr("not named")),
    )
    comment = (tr("Comment: {comment}", comment=row.comment),) if row.comment else ()
    return Provenance(
        tr("Flag {code}", code=row.code.value), row.meaning, row.owner.value, row.source, row.as_at, (*more, *comment),
        (f"Flag {row.code.value}",),
    )  # fmt: skip


def of_flag_code(record: CaseRecord, code: str) -> Provenance | None:
    """What the chip of a flag is about: the flag as it stands."""
    standing = (row for row in record.flags if row.code.value == code and row.to_date is None)
    return next(map(of_flag, standing), None)


def of_order(row: OrderRow) -> Provenance:
    owner = row.owner.value if row.owner else ""
    return Provenance(row.kind.value.capitalize(), row.answer.value, owner, row.source, row.as_at)


def of_rating(row: RatingLine) -> Provenance:
    more = (
        tr("Standing: {standing}", standing=row.standing),
        tr("Assessor: {assessor}", assessor=row.assessor or tr("not named")),
    )
    return Provenance(
        tr("Rating {tool}", tool=row.tool),
        row.score,
        row.whose,
        row.source,
        row.on,
        more,
        (f"Rating {row.tool}",),
    )


def of_action(row: ActionRow) -> Provenance:
    more = (
        tr("Given at: {meeting}", meeting=row.meeting or tr("no meeting")),
        tr("Note: {note}", note=row.note or tr("none")),
    )
    return Provenance(
        tr("Action"),
        row.text,
        row.owner,
        row.service.value,
        row.due,
        more,
        (FIELD_WORDS[("actions", "outcome")],),
    )


def of_milestone(row: MilestoneRow) -> Provenance:
    asks = ", ".join(row.missing)
    return Provenance(
        months_words(row.months),
        tr("missing: {asks}", asks=asks) if asks else tr("nothing is missing"),
        "",
        tr("counted from the date"),
        row.on,
        (),
        ("Date counted to",),
    )


def of_change(row: HistoryLine) -> Provenance:
    more = (
        tr("Before: {old}", old=row.old or tr("nothing")),
        tr("Why: {why}", why=row.why or tr("not said")),
        tr("Who: {who}", who=row.who),
    )
    return Provenance(row.what, row.new or "", "", tr("the trail"), None, more)
