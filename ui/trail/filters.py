"""Which entries of the trail are shown, and how that is told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.domain.dates import read_date, show_date
from app.domain.names import fold
from app.domain.trail import TrailRow
from ui.tongue import tr

_TOLD = {
    tr("signing in"): tr("sign_in"),
    tr("looking"): tr("""
        list_ show_ see_ find_ preview_ trace_ left_out review_ browse_ order_of_ match_ extract_differences
        board_waiting case_history copied_rows condition_library disposal_classes due_disposals my_restricted
        picture_ head_office_return forecast_ watch_plans chase_words offer_holders count_copies looks_as_typed
        read_only_looks print_certificate
    """),
    tr("refusals"): tr("refused"),
    tr("cases"): tr("""
        add_alias add_information add_risk anchor_by_rule close_case correct_value enter_person
        open_high_profile raise_flag record_order set_anchor set_case take_in withdraw_flag import_extract
        save_rejections adopt_criteria accept_transfer decline_transfer propose_transfer withdraw_transfer hold
        release_hold
    """),
    tr("release plans"): tr("""
        answer_question check_address edit_address propose_address rank_address record_consent set_address
        set_need withdraw_address add_condition step_condition add_action settle_action record_hearing
        record_result send_ take_back_result tell_board withdraw_drift
    """),
    tr("meetings"): tr("""
        ask_for_case issue_agenda schedule_meeting attend_meeting read_confidentiality visit_case
        consider_disclosure decide_item record_discussion keep_under_way move_item vote_paper evaluate_meeting
        close_meeting answer_correction ask_correction confirm_minutes correct_minutes reopen_minutes
    """),
    tr("copies"): tr("""
        reserve_ lay_out_pages issue_copy return_copies destroy_copies lose_copy settle_copy void_copies
        record_incident_step count_in_sheet print_as_known
    """),
    tr("Police"): tr("""
        export_police take_in_police ask_back_police chase_police accept_intact confirm_police decide_police
        link_ take_back_police unlink_row
    """),
    tr("sealed and restricted"): tr("""
        open_source seal_source break_glass end_exclusion exclude_person lift_restriction name_readers
        restrict_case
    """),
    tr("access"): tr("""
        accept_office approve_person approve_proposal change_passphrase create_register decline_proposal
        give_role hand_over propose_reset propose_role revoke_person recover_access recovery_sheet verify_codes
    """),
    tr("disposal"): tr("approve_disposal decline_disposal propose_disposal set_disposal_class"),
    tr("the register"): tr("""
        back_up prove_backup check_register keep_older accept_outside bring_forward restore ask_restore
        verify_trail print_checkpoint add_forum set_policy set_quorum add_condition_text end_condition_text
    """),
}
KINDS: dict[str, frozenset[str]] = {kind: frozenset(starts.split()) for kind, starts in _TOLD.items()}
"""Kinds of entries by how the name of their event begins; the longest beginning that fits tells."""


def kind_of(event: str) -> str:
    """The one kind of an entry; empty where it has none."""
    fits = [
        (len(start), kind) for kind, starts in KINDS.items() for start in starts if event.startswith(start)
    ]
    return max(fits, default=(0, ""))[1]


@dataclass(frozen=True, slots=True)
class TrailFilter:
    """What must hold of an entry; empty fields ask for nothing."""

    text: str = ""
    who: str = ""
    kind: str = ""
    since: date | None = None
    until: date | None = None

    def holds(self, row: TrailRow) -> bool:
        """Whether an entry is to be shown."""
        if self.who and row.who != self.who:
            return False
        if self.kind and kind_of(row.event) != self.kind:
            return False
        if self.since or self.until:
            day = read_date(row.at[:10])
            if day is None or (self.since and day < self.since) or (self.until and day > self.until):
                return False
        said = fold(f"{row.sentence} {row.subject} {row.seq}")
        return all(word in said for word in fold(self.text).split())

    def told(self, name: str) -> str:
        """The filter in words; empty where it asks for nothing. `name` is the person's, for `who`."""
        parts = (
            tr("with “{text}”", text=self.text.strip()) if self.text.strip() else "",
            tr("by {name}", name=name) if self.who else "",
            tr("about {kind}", kind=self.kind) if self.kind else "",
            tr("from {since}", since=show_date(self.since)) if self.since else "",
            tr("until {until}", until=show_date(self.until)) if self.until else "",
        )
        return ", ".join(part for part in parts if part)


def people_in(rows: Iterable[TrailRow]) -> dict[str, str]:
    """Who stands in the trail: identity → name, told from the beginning of each sentence."""
    found: dict[str, str] = {}
    for row in rows:
        if row.who not in found:
            found[row.who] = _name_in(row)
    return dict(sorted(found.items(), key=lambda each: fold(each[1])))


def _name_in(row: TrailRow) -> str:
    """The name a sentence begins with: what stands before its verb."""
    head = row.sentence
    for verb in (
        tr(" signed in"),
        tr(" made this"),
        tr(" was refused"),
        tr(" looked"),
        tr(" read "),
        tr(" verified"),
        tr(" printed"),
        " ",
    ):
        if verb in head:
            return head.partition(verb)[0]
    return head
