"""Hearings before the Parole Board: what is due before one, what its result asks for, and who is told (B1, B3).

Every rule is data: a table below says it, and one function reads the table.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from types import MappingProxyType
from typing import NamedTuple

from msgspec import Struct

from app.domain.dates import move_working_days, show_date
from app.domain.errors import Refused
from app.domain.names import clean, fold
from app.domain.words import BoardOutcome, NoticeAbout, NoticeTo, Service


class HearingRow(NamedTuple):
    """A hearing before the Board. `source` says whether IOMS names it or somebody recorded it here."""

    day: date
    kind: str
    result: str | None
    received: date | None
    source: str
    outcome: BoardOutcome | None = None
    next_day: date | None = None


class Span(NamedTuple):
    """So many days, working ones of the forum's region where `working` says so."""

    days: int
    working: bool = True

    def before(self, day: date, region: str) -> date:
        """The day so long before `day`; the calendar's first day where there is none."""
        if day.toordinal() <= 4 * self.days:
            return date.min
        return move_working_days(day, -self.days, region) if self.working else day - timedelta(days=self.days)

    def after(self, day: date, region: str) -> date:
        """The day so long after `day`; the calendar's last day where there is none."""
        if date.max.toordinal() - day.toordinal() <= 4 * self.days + 30:
            return date.max
        return move_working_days(day, self.days, region) if self.working else day + timedelta(days=self.days)

    @property
    def words(self) -> str:
        return f"{self.days} {'working days' if self.working else 'days'}"


class ReportRule(Struct, frozen=True):
    """One report the Board wants before a hearing."""

    code: str
    words: str
    service: Service
    before: Span


PAROLE_ASSESSMENT = ReportRule("parole-assessment", "parole assessment report", Service.PROBATION, Span(20))
PSYCHOLOGICAL = ReportRule(
    "psychological", "psychological report", Service.PSYCHOLOGICAL, Span(28, working=False)
)
PRISON = ReportRule("prison", "prison's report on conduct", Service.PRISONS, Span(20))
CONDITIONS = ReportRule("conditions", "proposed release conditions", Service.PROBATION, Span(10))
UPDATE = ReportRule("update", "update of the reports", Service.PROBATION, Span(5))

REPORTS_DUE: Mapping[str, tuple[ReportRule, ...]] = MappingProxyType(
    {
        "Parole Board hearing": (PAROLE_ASSESSMENT, PSYCHOLOGICAL, PRISON, CONDITIONS),
        "release conditions": (CONDITIONS,),
        "postponement": (UPDATE,),
        "adjourned hearing": (UPDATE,),
    }
)
"""Reports by kind of hearing, each with the days before the hearing by which it is due (need B1)."""

DEFAULT_KIND = next(iter(REPORTS_DUE))
KINDS = tuple(REPORTS_DUE)


def reports_for(kind: str) -> tuple[ReportRule, ...]:
    """The reports of a kind of hearing; one that the table does not name wants all of a Board hearing's."""
    asked = fold(kind)
    return next(
        (rules for name, rules in REPORTS_DUE.items() if fold(name) == asked), REPORTS_DUE[DEFAULT_KIND]
    )


def read_report(text: str, kind: str) -> ReportRule:
    """One report of a kind of hearing by its code or words. Raises Refused."""
    asked = fold(text)
    for rule in reports_for(kind):
        if asked and asked in (fold(rule.code), fold(rule.words)):
            return rule
    known = ", ".join(rule.code for rule in reports_for(kind))
    raise Refused(f"“{clean(text)}” is no report for this hearing; nothing was changed: use one of: {known}.")


class ReportRow(NamedTuple):
    """One report for one hearing: when it is due, and when it was sent in."""

    hearing: date
    code: str
    words: str
    service: Service
    due: date
    sent: date | None
    sent_by: str

    def state(self, today: date) -> str:
        return f"sent {show_date(self.sent)}" if self.sent is not None else late_or_due(self.due, today)


class ResultRule(Struct, frozen=True):
    """An action that a result makes: what, for which service, due how long after the result was received.

    `unless_next` leaves it out where the next hearing is known; `leading` gives it to the case's leading service;
    `vnr` keeps it to people with the VNR flag; `notice` is the recipient whose notice also settles it.
    """

    code: str
    text: str
    service: Service
    due: Span
    notice: NoticeTo | None = None
    vnr: bool = False
    unless_next: bool = False
    leading: bool = False


def _tell(result: str, days: int) -> tuple[ResultRule, ...]:
    return (
        ResultRule("tell-police", f"Tell Police: {result}", Service.POLICE, Span(days), NoticeTo.POLICE),
        ResultRule(
            "tell-vnr",
            f"Tell the VNR co-ordinator: {result}",
            Service.PRISONS,
            Span(days),
            NoticeTo.VNR,
            vnr=True,
        ),
        ResultRule(
            "tell-probation", f"Tell probation: {result}", Service.PROBATION, Span(days), NoticeTo.PROBATION
        ),
        ResultRule(
            "tell-unit", f"Tell the prison unit: {result}", Service.PRISONS, Span(days), NoticeTo.UNIT
        ),
    )


_NEXT = ResultRule(
    "next-hearing", "Find out and record the next hearing date", Service.PRISONS, Span(5), unless_next=True
)
RESULT_ACTIONS: Mapping[BoardOutcome, tuple[ResultRule, ...]] = MappingProxyType(
    {
        BoardOutcome.RELEASED: _tell("the Board ordered release", 1),
        BoardOutcome.CONDITIONS: (
            *_tell("the Board set release conditions", 2),
            ResultRule("conditions", "Record the conditions imposed in the plan", Service.PROBATION, Span(5)),
        ),
        BoardOutcome.DECLINED: (
            _NEXT,
            ResultRule(
                "review-plan", "Review the release plan against the Board's reasons", Service.PROBATION, Span(20),
                leading=True,
            ),
        ),
        BoardOutcome.ADJOURNED: (
            _NEXT,
            ResultRule(
                "adjourned-for", "Do what the Board adjourned for", Service.PROBATION, Span(10), leading=True
            ),
        ),
        BoardOutcome.OTHER: (
            ResultRule("read-result", "Read the result and act on what it asks for", Service.PRISONS, Span(2)),
        ),
    }
)  # fmt: skip
"""What each result makes at once (need B1)."""

HEARING_NOTICE = Span(28, working=False)
"""How long before a hearing its notices are due."""
RESULT_NOTICE: Mapping[BoardOutcome, Span] = MappingProxyType(
    {
        BoardOutcome.RELEASED: Span(1),
        BoardOutcome.CONDITIONS: Span(2),
        BoardOutcome.DECLINED: Span(2),
        BoardOutcome.ADJOURNED: Span(2),
        BoardOutcome.OTHER: Span(2),
    }
)
"""How long after a result was received its notices are due (need B3)."""

OWNER_NOT_NAMED = "to be confirmed"
PUT_RIGHT = "the Board's result was put right"


class WantedAction(NamedTuple):
    """One action a result makes, ready to be stored; `code` says which rule made it."""

    code: str
    text: str
    service: Service
    owner: str
    due: date


def read_outcome(text: str) -> BoardOutcome:
    """What a result written in words says. Words it does not know are *other*, never a release."""
    said = fold(text)
    found = (outcome for outcome, stems in _OUTCOME_WORDS if any(stem in said for stem in stems))
    return next(found, BoardOutcome.OTHER)


_OUTCOME_WORDS = (
    (BoardOutcome.ADJOURNED, ("adjourn", "postpone", "stood over")),
    (
        BoardOutcome.DECLINED,
        ("declin", "refus", "not release", "no release", "not grant", "not be release", "not to be"),
    ),
    (BoardOutcome.RELEASED, ("released", "release directed", "release ordered", "release granted", "parole granted")),
    (BoardOutcome.CONDITIONS, ("conditions set", "conditions imposed", "release conditions")),
)  # fmt: skip
"""Stems by outcome, in the order of test: what takes a release away is looked for before what gives one."""


def actions_of(
    outcome: BoardOutcome,
    received: date,
    region: str,
    *,
    next_known: bool,
    vnr: bool,
    leading: Service | None,
    owner: str | None,
) -> tuple[WantedAction, ...]:
    """The actions that a result makes for one case. The case's owner owns those of its leading service."""
    found = []
    for rule in RESULT_ACTIONS[outcome]:
        if (rule.unless_next and next_known) or (rule.vnr and not vnr):
            continue
        service = leading if rule.leading and leading is not None else rule.service
        who = owner if owner and service is leading else OWNER_NOT_NAMED
        found.append(
            WantedAction(rule_code(outcome, rule), rule.text, service, who, rule.due.after(received, region))
        )
    return tuple(found)


def rule_of_notice(outcome: BoardOutcome, to: NoticeTo) -> str | None:
    """The code of the action that a notice of a result settles, if the result made one."""
    return next((rule_code(outcome, rule) for rule in RESULT_ACTIONS[outcome] if rule.notice is to), None)


def rule_code(outcome: BoardOutcome, rule: ResultRule) -> str:
    """How a rule is named among the actions of a hearing: a result put right has rules of its own."""
    return f"{outcome.value}: {rule.code}"


class NoticeKey(NamedTuple):
    """What a notice is of: a hearing or one result of it, and to whom. A result put right is another one."""

    about: NoticeAbout
    to: NoticeTo
    outcome: str


class NoticeRow(NamedTuple):
    """A notice of a hearing or of its result: to whom, due when, and sent when, how and by whom.

    `due` is None where it was sent and is not due any more: of the hearing once there is a result, or of a result
    that was put right.
    """

    hearing: date
    about: NoticeAbout
    to: NoticeTo
    outcome: str
    due: date | None
    sent: date | None
    how: str
    sent_by: str

    @property
    def words(self) -> str:
        what = (
            "the hearing"
            if self.about is NoticeAbout.HEARING
            else f"the result ({self.outcome}) of the hearing"
        )
        return f"{self.to.value} to be told of {what} of {show_date(self.hearing)}"

    def state(self, today: date) -> str:
        if self.sent is not None:
            return f"sent {show_date(self.sent)}, {self.how}"
        return late_or_due(self.due, today)


def late_or_due(due: date | None, today: date) -> str:
    """`late since 03/05/2027`, `due 03/05/2027`."""
    if due is None:
        return "not due"
    return f"late since {show_date(due)}" if due < today else f"due {show_date(due)}"


def notices_due(hearing: HearingRow, region: str, vnr: bool) -> dict[NoticeKey, date]:
    """Whom to tell of a hearing, and once its result is known of that, by what day (need B3).

    The VNR co-ordinator is told where the VNR flag stands. A result entered before notices were kept asks for none.
    """
    if hearing.result is None:
        about, outcome, due = NoticeAbout.HEARING, "", HEARING_NOTICE.before(hearing.day, region)
    elif hearing.outcome is None or hearing.received is None:
        return {}
    else:
        about, outcome = NoticeAbout.RESULT, hearing.outcome.value
        due = RESULT_NOTICE[hearing.outcome].after(hearing.received, region)
    return {NoticeKey(about, to, outcome): due for to in NoticeTo if vnr or to is not NoticeTo.VNR}


class Sent(NamedTuple):
    """When something was sent, by whom and how."""

    on: date
    by: str
    how: str = ""


def notices_of(
    hearing: HearingRow, region: str, vnr: bool, sent: Mapping[NoticeKey, Sent]
) -> tuple[NoticeRow, ...]:
    """Every notice of a hearing that is due or was sent, those not sent first."""
    due = notices_due(hearing, region, vnr)
    rows = []
    for key in (*due, *(key for key in sent if key not in due)):
        was = sent.get(key)
        on, by, how = (was.on, was.by, was.how) if was else (None, "", "")
        rows.append(NoticeRow(hearing.day, key.about, key.to, key.outcome, due.get(key), on, how, by))
    return tuple(sorted(rows, key=lambda row: (row.sent is not None, row.due or date.min, row.to.value)))


def reports_of(hearing: HearingRow, region: str, sent: Mapping[str, Sent]) -> tuple[ReportRow, ...]:
    """The reports of a hearing by day due; once there is a result, only those that were sent."""
    rows = []
    for rule in reports_for(hearing.kind):
        was = sent.get(rule.code)
        if was is not None or hearing.result is None:
            due = rule.before.before(hearing.day, region)
            on, by = (was.on, was.by) if was else (None, "")
            rows.append(ReportRow(hearing.day, rule.code, rule.words, rule.service, due, on, by))
    return tuple(sorted(rows, key=lambda row: row.due))


class ResultMade(Struct, frozen=True):
    """What recording a result did: what it was read as, and the actions made, opened again and overtaken."""

    outcome: BoardOutcome
    actions: tuple[WantedAction, ...]
    """Every action the result asks for, made now or before."""
    made: int
    again: int
    overtaken: int


class WaitingRow(NamedTuple):
    """One thing about a case that waits for the Board's sake: a drift to tell, a notice or a report to send."""

    prn: str
    surname: str
    given_names: str
    what: str
    sentence: str
    due: date | None

    def is_late(self, today: date) -> bool:
        return self.due is not None and self.due < today
