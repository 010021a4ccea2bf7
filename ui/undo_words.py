"""What Ctrl+Z says of each act that it cannot take back in honesty: what it was, and where it is put right.

The table of docs/decisions/0038 is this table; a test compares both with every use case that changes something.
"""

from __future__ import annotations

from ui.tongue import tr

UNDONE = frozenset(
    {
        "agenda.ask_for_case", "board.record_result", "board.take_back_result", "cases.add_alias",
        "cases.anchor_by_rule", "cases.correct_value", "cases.enter_person",
        "cases.open_high_profile", "cases.raise_flag", "cases.record_order", "cases.set_anchor", "cases.set_case",
        "cases.take_in", "cases.withdraw_flag", "conditions.add_condition", "conditions.step_condition",
        "consents.add_consent",
        "criteria.adopt_criteria", "criteria.share_criteria",
        "discussion.record_discussion", "disposal.hold", "disposal.release_hold", "meeting.add_action",
        "meeting.ask_service", "meeting.set_chair", "meeting.settle_action", "plan.answer_question",
        "plan.check_address", "plan.edit_address", "plan.propose_address", "plan.rank_address", "plan.set_address",
        "plan.set_need", "plan.set_policy", "plan.withdraw_address", "register.set_forum",
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

_MINUTES = tr("what was signed or said stays in its version; “Correct…” under “Minutes” makes the next one.")
_SAID_AGAIN = tr("it is not taken away; said again at the table, it is replaced and the history keeps both.")
_COPIES = tr("a numbered copy is paper in somebody's hand; settle or void it under “Packs and copies”.")
_KEYS = tr("who opens the register is a matter of keys; “People” gives and ends access.")
_READERS = tr("it changed who holds the key of the case; the bar on the case names its readers anew.")
_BOARD = tr("what went to the Board or to others stays told; keep what was sent next beside it.")
_POLICE = tr("what went to Police has left; “Police exchange” asks back, or the review corrects it.")
_DESTROYED = tr("a decision on destroying records stands; “Keeping and disposal” has what follows.")
_LIBRARY = tr("cases may hold these words already; give the code other words under “Library…” on the plan.")

Told = tuple[str, str]

WHY_NOT: dict[str, Told] = {  # by room and use case: what it was, why it stands and where it is put right
    "agenda.issue_agenda": (
        tr("Issuing the agenda"),
        tr("it is frozen as its readers have it; what changed since is said at the table."),
    ),
    "attendance.attend_meeting": (tr("Attendance"), _SAID_AGAIN),
    "attendance.read_confidentiality": (
        tr("Reading the statement"),
        tr("who has heard it has heard it; it can be read again."),
    ),
    "attendance.set_quorum": (tr("The quorum"), tr("it holds for open meetings at once; set it again.")),
    "attendance.visit_case": (tr("Who was there for one case"), _SAID_AGAIN),
    "board.record_hearing": (
        tr("Recording a hearing"),
        tr(
            "a hearing stays in the case; record the right one beside it, and the result of the other as it was."
        ),
    ),
    "board.send_notice": (tr("A notice sent"), _BOARD),
    "board.send_report": (tr("A report sent"), _BOARD),
    "board.tell_board": (
        tr("What the Board was told"),
        tr("it is frozen as it was told; tell the Board anew."),
    ),
    "board.withdraw_drift": (
        tr("What the Board need not be told"),
        tr("the reason stands; it is raised again when the plan changes further."),
    ),
    "cases.add_information": (
        tr("What a service said"),
        tr("a statement stays as it was made; add another that puts it right."),
    ),
    "cases.add_risk": (tr("A rating"), tr("older ratings stay; add the right one, dated.")),
    "cases.close_case": (
        tr("Closing the case"),
        tr("an episode that ended stays ended; open the next one with “New case…”, which shows this plan."),
    ),
    "conditions.add_condition_text": (tr("The library of conditions"), _LIBRARY),
    "conditions.end_condition_text": (tr("The library of conditions"), _LIBRARY),
    "consents.withdraw_consent": (
        tr("Withdrawing a consent"),
        tr("a consent that was taken back stays so; add the one that was signed anew on the plan."),
    ),
    "disclosure_requests.ask_disclosure": (
        tr("Asking for a disclosure"),
        tr("a chair answers it; “Withdraw…” under “Disclosures asked for” ends it with its reason."),
    ),
    "disclosure_requests.decide_disclosure": (
        tr("A decision on a disclosure"),
        tr("it stands as the chair gave it; ask anew where something else is needed."),
    ),
    "disclosure_requests.propose_statements": (
        tr("Proposing what is told"),
        tr("the chair strikes what is not to be told."),
    ),
    "disclosure_requests.record_disclosure": (
        tr("Recording a disclosure as made"),
        tr("it has left, and its line in the ledger stays."),
    ),
    "disclosure_requests.withdraw_request": (
        tr("Withdrawing a request"),
        tr("it stays withdrawn; ask anew."),
    ),
    "front_line.prepare_front_line": (
        tr("Preparing a front-line brief"),
        tr("a chair answers it; “Withdraw…” under “Front-line briefs” ends it with its reason."),
    ),
    "front_line.decide_front_line": (
        tr("A decision on a front-line brief"),
        tr("it stands as the chair gave it; prepare another where something else is needed."),
    ),
    "front_line.withdraw_front_line": (
        tr("Withdrawing a front-line brief"),
        tr("it stays withdrawn; prepare another."),
    ),
    "front_line.give_front_line": (
        tr("Recording a front-line brief as given"),
        tr("it has left, and its line in the ledger stays."),
    ),
    "copy_ledger.destroy_copies": (
        tr("Destroying copies"),
        tr("what is destroyed is gone, before two witnesses."),
    ),
    "copy_ledger.lose_copy": (
        tr("A copy that is missing"),
        tr("its incident runs; record that it was found under “Missing”."),
    ),
    "copy_ledger.return_copies": (tr("Counting copies in"), _COPIES),
    "copy_ledger.settle_copy": (tr("Settling a copy"), _COPIES),
    "discussion.consider_disclosure": (tr("Disclosure considered"), _SAID_AGAIN),
    "discussion.decide_item": (tr("A decision"), _SAID_AGAIN),
    "disposal.approve_disposal": (
        tr("Destroying records"),
        tr("nothing brings them back but a backup made before."),
    ),
    "disposal.decline_disposal": (tr("Declining a disposal"), _DESTROYED),
    "disposal.propose_disposal": (
        tr("Proposing a disposal"),
        tr("a chair answers it; “Decline…” under “Keeping and disposal” ends it with its reason."),
    ),
    "disposal.set_disposal_class": (
        tr("A class of records"),
        tr("what was proposed keeps the words it was proposed under; word the class anew."),
    ),
    "evaluation.evaluate_meeting": (
        tr("The evaluation"),
        tr("it stands as the chair gave it; evaluate anew."),
    ),
    "extract.import_extract": (
        tr("Taking in an extract"),
        tr("what IOMS said of its day stays; the forum's own word, or the next extract, puts it right."),
    ),
    "incidents.record_incident_step": (
        tr("A step about a missing copy"),
        tr("what was done about it stays; record what follows."),
    ),
    "known.print_as_known": (
        tr("A print of a past day"),
        tr("it was given out, and its disclosure stays entered."),
    ),
    "meeting.close_meeting": (
        tr("Closing the meeting"),
        tr(
            "milestones were taken and the minutes frozen by it; “Reopen…” under “Minutes” opens their text alone."
        ),
    ),
    "meeting.schedule_meeting": (
        tr("Scheduling a meeting"),
        tr("it stays in the schedule; schedule the right day, and issue no agenda for this one."),
    ),
    "minutes.answer_correction": (tr("A correction answered"), _MINUTES),
    "minutes.ask_correction": (tr("A correction asked for"), tr("the chair answers it under “Minutes”.")),
    "minutes.confirm_minutes": (
        tr("Confirming the minutes"),
        tr("“Reopen…” opens them again, with a reason."),
    ),
    "minutes.correct_minutes": (tr("A correction of the minutes"), _MINUTES),
    "minutes.reopen_minutes": (tr("Reopening the minutes"), tr("a chair confirms them again.")),
    "outside.accept_outside": (
        tr("Accepting a change from outside"),
        tr("the row counts as it stands now; enter the right value on the case."),
    ),
    "packs.issue_copy": (tr("Issuing a copy"), _COPIES),
    "packs.reserve_copies": (tr("Making copies"), _COPIES),
    "packs.reserve_slips": (tr("Making slips"), _COPIES),
    "packs.void_copies": (tr("Voiding copies"), tr("a number is never used twice; make the copies anew.")),
    "people.accept_office": (tr("Taking up an office"), _KEYS),
    "people.approve_person": (tr("Letting somebody in"), _KEYS),
    "people.approve_proposal": (tr("Approving a role"), _KEYS),
    "people.change_passphrase": (
        tr("Your passphrase"),
        tr("the old one opens nothing any more; change it again."),
    ),
    "people.decline_proposal": (tr("Declining a proposal"), tr("it can be proposed again under “People”.")),
    "people.give_role": (tr("Giving a role"), _KEYS),
    "people.hand_over": (tr("Handing over the chair"), _KEYS),
    "people.propose_reset": (tr("Proposing a new passphrase"), tr("a chair answers it under “People”.")),
    "people.propose_role": (tr("Proposing a role"), tr("a chair answers it under “People”.")),
    "people.revoke_person": (
        tr("Ending somebody's access"),
        tr("the register has a new key; they ask anew."),
    ),
    "plan.record_consent": (
        tr("A word on consent"),
        tr("each word is kept with its day; record what was said next under “Consent…”."),
    ),
    "police.export_police": (tr("Making the Police workbook"), _POLICE),
    "police.take_in_police": (
        tr("Taking in the Police reply"),
        tr("nothing of it is in a record before it is applied; reject it in the review."),
    ),
    "police_asking.ask_back_police": (
        tr("Asking Police back"),
        tr("the questions have left; what Police answer comes back into a review of its own."),
    ),
    "police_asking.chase_police": (tr("Reminding Police"), tr("they were reminded; it stays with its day.")),
    "police_links.ask_link": (
        tr("Asking whose row it is"),
        tr("a chair answers it in the review; whom you ask for next counts."),
    ),
    "police_review.confirm_police": (
        tr("Applying the Police reply"),
        tr("“Take it all back” in its review does it, until something else is recorded."),
    ),
    "police_links.link_row": (
        tr("Whose row it is"),
        tr("“Take the link back” in the review restores both."),
    ),
    "police_links.link_to_nobody": (tr("Whose row it is"), tr("say whose it is in the review.")),
    "police_review.take_back_police": (
        tr("Taking the Police reply back"),
        tr("its review is open; apply it again."),
    ),
    "police_links.unlink_row": (tr("Whose row it is"), tr("say whose it is again in the review.")),
    "register.add_forum": (tr("Adding a forum"), tr("meetings and cases may hang on it from now on.")),
    "register.keep_older": (
        tr("Keeping the older copy"),
        tr("the register goes on from it; nothing else is left."),
    ),
    "restricted.break_glass": (
        tr("Opening by break-glass"),
        tr("its readers and the next meeting are told that you looked."),
    ),
    "restricted.end_exclusion": (
        tr("Ending an exclusion"),
        tr("“Exclude somebody…” on the case excludes anew."),
    ),
    "restricted.exclude_person": (
        tr("An exclusion"),
        tr("a chair ends it on the case, and it stays in the record."),
    ),
    "restricted.lift_restriction": (tr("Lifting the restriction"), _READERS),
    "restricted.name_readers": (tr("Naming the readers"), _READERS),
    "restricted.restrict_case": (tr("Restricting the case"), _READERS),
    "run.move_item": (
        tr("Moving a case to table or paper"),
        tr("move it back at the meeting, with who asks for it."),
    ),
    "run.vote_paper": (tr("The vote on paper"), tr("each case can be decided again at the table.")),
    "sources.seal_source": (tr("Sealing who said it"), tr("a seal stays; seal again who it was in truth.")),
    "transfers.accept_transfer": (
        tr("Accepting the case"),
        tr("it is here with its receipt; propose it back."),
    ),
    "transfers.decline_transfer": (
        tr("Declining the case"),
        tr("the other forum reads why, and may propose again."),
    ),
    "transfers.propose_transfer": (
        tr("Proposing the case to another forum"),
        tr("its readers may have looked already; “Take the proposal back…” on the case ends it."),
    ),
    "transfers.withdraw_transfer": (tr("Taking the proposal back"), tr("propose the case again.")),
}

NOT_HERE = (tr("What was saved last"), tr("nothing to go back to was kept; put it right where you saved it."))
"""An act that elsewhere in the window is told with what takes it back, and was not here."""
