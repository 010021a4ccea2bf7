"""What Ctrl+Z says of each act that it cannot take back in honesty: what it was, and where it is put right.

The table of docs/decisions/0038 is this table; a test compares both with every use case that changes something.
"""

from __future__ import annotations

UNDONE = frozenset(
    {
        "agenda.ask_for_case", "board.record_result", "board.take_back_result", "cases.add_alias",
        "cases.anchor_by_rule", "cases.correct_value", "cases.enter_person",
        "cases.open_high_profile", "cases.raise_flag", "cases.record_order", "cases.set_anchor", "cases.set_case",
        "cases.take_in", "cases.withdraw_flag", "conditions.add_condition", "conditions.step_condition",
        "discussion.record_discussion", "disposal.hold", "disposal.release_hold", "meeting.add_action",
        "meeting.settle_action", "plan.answer_question", "plan.check_address", "plan.edit_address",
        "plan.propose_address", "plan.rank_address", "plan.set_address", "plan.set_need", "plan.set_policy",
        "plan.withdraw_address",
    }
)  # fmt: skip
"""Acts that screens tell with the act that takes them back."""

COUNTER = frozenset(
    {"agenda.take_off", "cases.withdraw_alias", "cases.withdraw_value", "plan.restore_address"}
)
"""Acts that the window does for Ctrl+Z alone: what they take back is done again with Ctrl+Y."""

SILENT = frozenset(
    {
        "run.keep_under_way",  # half-typed text, no record
        "police_review.accept_intact", "police_review.decide_police",  # the review has its own, until it is applied
        "packs.lay_out_pages",  # part of printing: the numbers reserved before it have their sentence
    }
)  # fmt: skip
"""Acts after which Ctrl+Z is about what was done before them: they change no record that anybody reads."""

_MINUTES = "what was signed or said stays in its version; “Correct…” under “Minutes” makes the next one."
_SAID_AGAIN = "it is not taken away; said again at the table, it is replaced and the history keeps both."
_COPIES = "a numbered copy is paper in somebody's hand; settle or void it under “Packs and copies”."
_KEYS = "who opens the register is a matter of keys; “People” gives and ends access."
_READERS = "it changed who holds the key of the case; the bar on the case names its readers anew."
_BOARD = "what went to the Board or to others stays told; keep what was sent next beside it."
_POLICE = "what went to Police has left; “Police exchange” asks back, or the review corrects it."
_DESTROYED = "a decision on destroying records stands; “Keeping and disposal” has what follows."
_LIBRARY = "cases may hold these words already; give the code other words under “Library…” on the plan."

Told = tuple[str, str]

WHY_NOT: dict[str, Told] = {  # by room and use case: what it was, why it stands and where it is put right
    "agenda.issue_agenda": (
        "Issuing the agenda",
        "it is frozen as its readers have it; what changed since is said at the table.",
    ),
    "attendance.attend_meeting": ("Attendance", _SAID_AGAIN),
    "attendance.read_confidentiality": (
        "Reading the statement",
        "who has heard it has heard it; it can be read again.",
    ),
    "attendance.set_quorum": ("The quorum", "it holds for open meetings at once; set it again."),
    "attendance.visit_case": ("Who was there for one case", _SAID_AGAIN),
    "board.record_hearing": (
        "Recording a hearing",
        "a hearing stays in the case; record the right one beside it, and the result of the other as it was.",
    ),
    "board.send_notice": ("A notice sent", _BOARD),
    "board.send_report": ("A report sent", _BOARD),
    "board.tell_board": ("What the Board was told", "it is frozen as it was told; tell the Board anew."),
    "board.withdraw_drift": (
        "What the Board need not be told",
        "the reason stands; it is raised again when the plan changes further.",
    ),
    "cases.add_information": (
        "What a service said",
        "a statement stays as it was made; add another that puts it right.",
    ),
    "cases.add_risk": ("A rating", "older ratings stay; add the right one, dated."),
    "cases.close_case": (
        "Closing the case",
        "an episode that ended stays ended; open the next one with “New case…”, which shows this plan.",
    ),
    "conditions.add_condition_text": ("The library of conditions", _LIBRARY),
    "conditions.end_condition_text": ("The library of conditions", _LIBRARY),
    "criteria.adopt_criteria": (
        "Adopting criteria",
        "each version stays with the cases it took in; adopt the earlier rule as a new version.",
    ),
    "discussion.consider_disclosure": ("Disclosure considered", _SAID_AGAIN),
    "discussion.decide_item": ("A decision", _SAID_AGAIN),
    "disposal.approve_disposal": ("Destroying records", "nothing brings them back but a backup made before."),
    "disposal.decline_disposal": ("Declining a disposal", _DESTROYED),
    "disposal.propose_disposal": (
        "Proposing a disposal",
        "a chair answers it; “Decline…” under “Keeping and disposal” ends it with its reason.",
    ),
    "disposal.set_disposal_class": (
        "A class of records",
        "what was proposed keeps the words it was proposed under; word the class anew.",
    ),
    "evaluation.evaluate_meeting": ("The evaluation", "it stands as the chair gave it; evaluate anew."),
    "extract.import_extract": (
        "Taking in an extract",
        "what IOMS said of its day stays; the forum's own word, or the next extract, puts it right.",
    ),
    "incidents.record_incident_step": (
        "A step about a missing copy",
        "what was done about it stays; record what follows.",
    ),
    "known.print_as_known": ("A print of a past day", "it was given out, and its disclosure stays entered."),
    "meeting.close_meeting": (
        "Closing the meeting",
        "milestones were taken and the minutes frozen by it; “Reopen…” under “Minutes” opens their text alone.",
    ),
    "meeting.schedule_meeting": (
        "Scheduling a meeting",
        "it stays in the schedule; schedule the right day, and issue no agenda for this one.",
    ),
    "minutes.answer_correction": ("A correction answered", _MINUTES),
    "minutes.ask_correction": ("A correction asked for", "the chair answers it under “Minutes”."),
    "minutes.confirm_minutes": ("Confirming the minutes", "“Reopen…” opens them again, with a reason."),
    "minutes.correct_minutes": ("A correction of the minutes", _MINUTES),
    "minutes.reopen_minutes": ("Reopening the minutes", "a chair confirms them again."),
    "outside.accept_outside": (
        "Accepting a change from outside",
        "the row counts as it stands now; enter the right value on the case.",
    ),
    "packs.destroy_copies": ("Destroying copies", "what is destroyed is gone, before two witnesses."),
    "packs.issue_copy": ("Issuing a copy", _COPIES),
    "packs.lose_copy": (
        "A copy that is missing",
        "its incident runs; record that it was found under “Missing”.",
    ),
    "packs.reserve_copies": ("Making copies", _COPIES),
    "packs.reserve_slips": ("Making slips", _COPIES),
    "packs.return_copies": ("Counting copies in", _COPIES),
    "packs.settle_copy": ("Settling a copy", _COPIES),
    "packs.void_copies": ("Voiding copies", "a number is never used twice; make the copies anew."),
    "people.accept_office": ("Taking up an office", _KEYS),
    "people.approve_person": ("Letting somebody in", _KEYS),
    "people.approve_proposal": ("Approving a role", _KEYS),
    "people.change_passphrase": ("Your passphrase", "the old one opens nothing any more; change it again."),
    "people.decline_proposal": ("Declining a proposal", "it can be proposed again under “People”."),
    "people.give_role": ("Giving a role", _KEYS),
    "people.hand_over": ("Handing over the chair", _KEYS),
    "people.propose_reset": ("Proposing a new passphrase", "a chair answers it under “People”."),
    "people.propose_role": ("Proposing a role", "a chair answers it under “People”."),
    "people.revoke_person": ("Ending somebody's access", "the register has a new key; they ask anew."),
    "plan.record_consent": (
        "A word on consent",
        "each word is kept with its day; record what was said next under “Consent…”.",
    ),
    "police.export_police": ("Making the Police workbook", _POLICE),
    "police.take_in_police": (
        "Taking in the Police reply",
        "nothing of it is in a record before it is applied; reject it in the review.",
    ),
    "police_asking.ask_back_police": ("Asking Police back", _POLICE),
    "police_asking.chase_police": ("Reminding Police", "they were reminded; it stays with its day."),
    "police_review.confirm_police": (
        "Applying the Police reply",
        "“Take it all back” in its review does it, until something else is recorded.",
    ),
    "police_review.link_row": ("Whose row it is", "“Take the link back” in the review restores both."),
    "police_review.link_to_nobody": ("Whose row it is", "say whose it is in the review."),
    "police_review.take_back_police": ("Taking the Police reply back", "its review is open; apply it again."),
    "police_review.unlink_row": ("Whose row it is", "say whose it is again in the review."),
    "register.add_forum": ("Adding a forum", "meetings and cases may hang on it from now on."),
    "register.keep_older": ("Keeping the older copy", "the register goes on from it; nothing else is left."),
    "restricted.break_glass": (
        "Opening by break-glass",
        "its readers and the next meeting are told that you looked.",
    ),
    "restricted.end_exclusion": ("Ending an exclusion", "“Exclude somebody…” on the case excludes anew."),
    "restricted.exclude_person": ("An exclusion", "a chair ends it on the case, and it stays in the record."),
    "restricted.lift_restriction": ("Lifting the restriction", _READERS),
    "restricted.name_readers": ("Naming the readers", _READERS),
    "restricted.restrict_case": ("Restricting the case", _READERS),
    "run.move_item": (
        "Moving a case to table or paper",
        "move it back at the meeting, with who asks for it.",
    ),
    "run.vote_paper": ("The vote on paper", "each case can be decided again at the table."),
    "sources.seal_source": ("Sealing who said it", "a seal stays; seal again who it was in truth."),
    "transfers.accept_transfer": ("Accepting the case", "it is here with its receipt; propose it back."),
    "transfers.decline_transfer": ("Declining the case", "the other forum reads why, and may propose again."),
    "transfers.propose_transfer": (
        "Proposing the case to another forum",
        "its readers may have looked already; “Take the proposal back…” on the case ends it.",
    ),
    "transfers.withdraw_transfer": ("Taking the proposal back", "propose the case again."),
}

NOT_HERE = ("What was saved last", "nothing to go back to was kept; put it right where you saved it.")
"""An act that elsewhere in the window is told with what takes it back, and was not here."""
