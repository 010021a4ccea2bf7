"""Of what kind an entry of the trail is: what somebody asks for who looks for what was done to cases, or to access."""

from __future__ import annotations

_TOLD = {
    "signing in": "sign_in",
    "looking": """
        list_ show_ see_ find_ preview_ trace_ left_out review_ browse_ order_of_ match_ extract_differences
        board_waiting case_history copied_rows condition_library disposal_classes due_disposals
        my_restricted picture_ head_office_return forecast_ watch_ chase_words offer_
        begin_search count_copies looks_as_typed read_only_looks print_certificate
    """,
    "refusals": "refused",
    "cases": """
        add_alias add_information add_risk anchor_by_rule close_case correct_value enter_person
        open_high_profile raise_flag record_order set_anchor set_case take_in withdraw_flag withdraw_value
        withdraw_alias import_extract save_rejections adopt_criteria share_criteria accept_transfer decline_transfer
        propose_transfer withdraw_transfer hold release_hold
    """,
    "release plans": """
        answer_question check_address edit_address propose_address rank_address record_consent
        restore_address set_address set_need withdraw_address add_condition step_condition add_action
        add_consent withdraw_consent
        ask_service settle_action record_hearing record_result send_ take_back_result tell_board withdraw_drift
    """,
    "meetings": """
        ask_for_case take_off issue_agenda schedule_meeting attend_meeting read_confidentiality visit_case
        consider_disclosure decide_item record_discussion keep_under_way move_item set_chair vote_paper
        evaluate_meeting close_meeting answer_correction ask_correction confirm_minutes correct_minutes
        reopen_minutes
    """,
    "copies": """
        reserve_ lay_out_pages issue_copy return_copies destroy_copies lose_copy settle_copy void_copies
        record_incident_step count_in_sheet print_as_known
    """,
    "disclosures": """
        ask_disclosure propose_statements decide_disclosure withdraw_request record_disclosure print_letter
        prepare_front_line decide_front_line withdraw_front_line give_front_line print_front_line
    """,
    "Police": """
        export_police take_in_police ask_back_police chase_police accept_intact confirm_police decide_police
        ask_link link_ take_back_police unlink_row
    """,
    "sealed and restricted": """
        open_source seal_source break_glass end_exclusion exclude_person lift_restriction name_readers
        restrict_case
    """,
    "access": """
        accept_office approve_person approve_proposal change_passphrase create_register decline_proposal
        give_role hand_over propose_reset propose_role revoke_person recover_access recovery_sheet
        verify_codes
    """,
    "disposal": "approve_disposal decline_disposal propose_disposal set_disposal_class",
    "the register": """
        back_up prove_backup check_register keep_older accept_outside bring_forward restore ask_restore
        verify_trail print_checkpoint export_trail add_forum set_forum set_policy set_quorum
        add_condition_text end_condition_text
    """,
}
KINDS: dict[str, frozenset[str]] = {kind: frozenset(starts.split()) for kind, starts in _TOLD.items()}
"""Kinds of entries by how the name of their event begins; the longest beginning that fits tells."""


def kind_of(event: str) -> str:
    """The one kind of an entry; empty where it has none."""
    fits = [
        (len(start), kind) for kind, starts in KINDS.items() for start in starts if event.startswith(start)
    ]
    return max(fits, default=(0, ""))[1]
