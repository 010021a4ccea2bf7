"""The meeting itself: who was there, what was decided, and every copy accounted for."""

from __future__ import annotations

from app.demo import cast
from app.demo.stage import Stage
from app.domain.agenda import AgendaItem
from app.domain.attendance import AttendanceDraft
from app.domain.dates import add_months
from app.domain.discussion import DiscussionDraft
from app.domain.meeting import ActionDraft, DecisionDraft
from app.domain.packs import CopyRow, Ledger
from app.domain.run import CaseTime, UnderWayDraft
from app.domain.words import DecisionKind, DisclosureConsidered, Presence
from app.usecases import agenda, attendance, copy_ledger, discussion, meeting, minutes, run


def take_over(stage: Stage) -> None:
    """The list as it stands is noted in one extraordinary meeting, so that milestones count from here."""
    made = agenda.issue_agenda(stage.chair, stage.taking_over).agenda
    items = made.items if made else ()
    for sitter in cast.TABLE:
        draft = AttendanceDraft(sitter.service, sitter.name, Presence.PRESENT)
        attendance.attend_meeting(stage.administrator, stage.taking_over, draft)
    attendance.read_confidentiality(stage.administrator, stage.taking_over)
    for item in items:
        reason = "Taken over from the old list; the plan is looked at when the next milestone comes."
        draft_of = DecisionDraft(DecisionKind.AGREED, reason, "", DisclosureConsidered.NO)
        discussion.decide_item(stage.administrator, stage.taking_over, item.prn, draft_of)
    closed = meeting.close_meeting(stage.chair, stage.taking_over)
    stage.tell(
        f"An extraordinary meeting takes the list over: {len(items)} cases are noted, {len(closed.milestones)} "
        "milestones are taken. From here on an agenda says what is new."
    )


def hold(stage: Stage) -> None:
    """Attendance, the confidentiality statement, a decision with its reason on every item, some actions."""
    desk = stage.administrator
    for sitter in cast.TABLE:
        presence = Presence.APOLOGIES if sitter.name == "Sione Fonoti" else Presence.PRESENT
        attendance.attend_meeting(desk, stage.meeting, AttendanceDraft(sitter.service, sitter.name, presence))
    attendance.read_confidentiality(desk, stage.meeting)
    made = agenda.see_agenda(desk, stage.meeting).agenda
    items = made.items if made else ()
    for number, item in enumerate(items):
        if number < len(cast.SAID):
            service, said = cast.SAID[number]
            discussion.record_discussion(desk, stage.meeting, item.prn, DiscussionDraft(service, said))
        discussion.decide_item(desk, stage.meeting, item.prn, _decision(stage, number, item))
        if number % 4 == 0:
            text, service = cast.ACTIONS[number // 4 % len(cast.ACTIONS)]
            owner = cast.OWNERS.get(service, cast.OFFICER)
            due = stage.days.next_meeting if number % 8 else stage.days.last_extract
            meeting.add_action(desk, stage.meeting, item.prn, ActionDraft(text, service, owner, due))
    times = tuple(CaseTime(item.position, _seconds(number)) for number, item in enumerate(items))
    used = sum(each.seconds for each in times)
    run.keep_under_way(desk, stage.meeting, UnderWayDraft(len(items), False, used, 0, times))
    actions = len(range(0, len(items), 4))
    stage.tell(
        f"The meeting: {len(cast.TABLE) - 1} present, 1 apology; the confidentiality statement is read; "
        f"{len(items)} items are decided, each with its reason; {actions} actions are given."
    )


def _seconds(number: int) -> int:
    """What a case took at the table: most between two and five minutes, one in nine far longer."""
    return 105 + number * 53 % 190 + (330 if number % 9 == 4 else 0)


def _decision(stage: Stage, number: int, item: AgendaItem) -> DecisionDraft:
    disclosure = DisclosureConsidered.YES if number % 3 == 0 else DisclosureConsidered.NO
    review = add_months(stage.days.meeting, 1)
    if number % 11 == 7:
        return DecisionDraft(DecisionKind.DEFERRED, cast.DEFERRED, "", DisclosureConsidered.DEFERRED, review)
    if item.missing:
        return DecisionDraft(DecisionKind.MORE_TO_DO, cast.MORE_TO_DO, "", disclosure, review)
    kind = DecisionKind.WITH_CHANGES if number % 5 == 2 else DecisionKind.AGREED
    dissent = "Police would have waited for the protection order to be renewed." if number % 13 == 4 else ""
    return DecisionDraft(kind, cast.REASONS[number % len(cast.REASONS)], dissent, disclosure)


def count_in(stage: Stage, agendas: list[CopyRow], copies: list[CopyRow]) -> None:
    """Every copy but two comes back over the table; one of those two is lost, the other stays out with a reason."""
    desk = stage.administrator
    back = [*agendas, *copies[:-2]]
    copy_ledger.return_copies(desk, tuple(row.code for row in back), stage.meeting)
    copy_ledger.destroy_copies(desk, (copies[1].code,), witness=cast.SECOND.name, method="shredded")
    copy_ledger.lose_copy(
        desk,
        copies[-2].code,
        f"{copies[-2].holder} sent apologies and cannot find the copy at the office; the chair was told at 12:10.",
    )
    stage.tell(
        f"{len(back)} copies are counted in, one of them is shredded before {cast.SECOND.name}; "
        f"{copies[-2].words} is missing: an incident."
    )


def close(stage: Stage, copies: list[CopyRow]) -> None:
    """The chair closes; the copy that is still out has a recorded reason."""
    why = {
        copies[-1].code: f"{copies[-1].holder} keeps it overnight in the Police safe; back tomorrow at nine."
    }
    closed = meeting.close_meeting(stage.chair, stage.meeting, why)
    stage.tell(
        f"{cast.CHAIR.name} closes {stage.meeting}: {len(closed.milestones)} milestones are taken"
        + (f". Recorded: {' '.join(closed.warnings)}" if closed.warnings else ".")
    )


def confirm(stage: Stage) -> None:
    """The chair reads the minutes and signs them, so that what is issued is no draft."""
    minutes.confirm_minutes(stage.chair, stage.meeting)
    stage.tell(f"{cast.CHAIR.name} reads the minutes and confirms them.")


def last_copy(stage: Stage, copies: list[CopyRow]) -> Ledger:
    """The copy that stayed out comes back, and the ledger of the meeting balances."""
    copy_ledger.return_copies(stage.administrator, (copies[-1].code,), stage.meeting)
    ledger = copy_ledger.show_ledger(stage.administrator, stage.meeting).ledger
    stage.tell(
        f"The last copy comes back. {ledger.printed} printed = {ledger.issued} issued + {ledger.void} void; "
        f"{ledger.issued} issued = {ledger.out} out + {ledger.returned} returned + {ledger.destroyed} destroyed "
        f"+ {ledger.missing} missing: the ledger {'balances' if ledger.balanced else 'DOES NOT BALANCE'}."
    )
    return ledger
