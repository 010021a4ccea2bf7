"""The trail's entry, its hash and what verifying found (design/trust.md, "Trail"). Pure."""

from __future__ import annotations

import hashlib
import hmac
import json
import re
from collections.abc import Mapping
from typing import NamedTuple

DOMAIN = b"forumdesk trail entry 1\x00"
GENESIS = "0" * 96


class Entry(NamedTuple):
    """One entry as it stands in the register. `prev` and `hash` are SHA-384 in hex; `at` is UTC to the ms."""

    seq: int
    at: str
    who: str
    role: str
    host: str
    build: str
    event: str
    subject: str
    body: str
    prev: str
    hash: str
    signature: bytes


class TrailRow(NamedTuple):
    """One entry as a person reads it: times as a New Zealand clock shows them."""

    seq: int
    at: str
    who: str
    role: str
    event: str
    subject: str
    sentence: str
    body: str


class Verdict(NamedTuple):
    """What verifying found. `first_bad` is the number of the first entry that does not hold, with why."""

    ok: bool
    entries: int
    head: str
    first_bad: int | None
    why: str
    on_paper: int | None = None
    """The number of the entry that a checkpoint on paper was compared with."""

    @property
    def sentence(self) -> str:
        """What it means for whoever asked."""
        if self.ok:
            same = f"; entry {self.on_paper:,} is the one on the paper" if self.on_paper else ""
            return f"The chain is whole: {self.entries:,} entries, each sealed and signed{same}."
        if self.on_paper is not None:
            return (
                f"Entry {self.on_paper:,} of the trail is not the one on the paper: {self.why}. "
                "Stop using this register and tell the chair."
            )
        before = {0: "", 1: "; the one entry before it does"}.get(
            self.entries, f"; the {self.entries:,} entries before it do"
        )
        return (
            f"Entry {self.first_bad:,} of the trail does not hold: {self.why}{before}. "
            "Stop using this register and tell the chair."
        )

    def against(self, seq: int, same: bool) -> Verdict:
        """The verdict on a whole chain once a paper's entry was looked up: `same` where its groups are the paper's."""
        if same:
            return self._replace(on_paper=seq)
        why = (
            f"this register ends at entry {self.entries:,}, so that its tail was cut or an older copy lies here"
            if seq > self.entries
            else "another stands under this number, so that the tail was cut and filled anew, or the paper is of "
            "another register"
        )
        return self._replace(ok=False, first_bad=seq, why=why, on_paper=seq)


def canonical(value: Mapping[str, object]) -> str:
    """JSON with one spelling: sorted keys, no blanks, no escapes of letters."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def entry_hash(entry: Entry) -> str:
    """SHA-384 over the domain string, the hash before, and everything but hash and signature."""
    fields = entry._asdict()
    del fields["hash"], fields["signature"], fields["prev"]
    return hashlib.sha384(DOMAIN + bytes.fromhex(entry.prev) + canonical(fields).encode()).hexdigest()


def commitment(salt: bytes, field: str, value: str) -> str:
    """A salted commitment to a value: the trail can later prove it without ever having held it."""
    return hmac.new(salt, f"{field}\x00{value}".encode(), hashlib.sha256).hexdigest()[:32]


_SAID = {
    "sign_in": "signed in",
    "bring_forward": "brought the register forward to a newer ForumDesk, whose steps rewrote rows",
    "read_only_looks": "looked while the register could only be read (each look stands in the entry)",
    "looks_as_typed": "searched on, letter by letter (each look stands in the entry)",
    "looks_together": "looked at several things at once (each look stands in the entry)",
    "begin_search": "began to search in {}",
    "find_as_typed": "began to search in {}",
    "recover_access": "was let in by two recovery codes: {}",
    "propose_role": "proposed a role for {}",
    "propose_reset": "proposed a new passphrase for {}",
    "approve_proposal": "approved what was proposed for {}",
    "decline_proposal": "declined what was proposed for {}",
    "hand_over": "proposed to hand the chair over to {}",
    "accept_office": "accepted an office: {}",
    "list_proposals": "looked at what is proposed",
    "create_register": "made this register",
    "add_forum": "added {}",
    "set_forum": "changed {}",
    "list_forums": "looked at the forums",
    "list_incidents": "looked at the missing copies",
    "record_incident_step": "recorded a step about {}",
    "count_copies": "looked at {}",
    "preview_pages": "looked at {}",
    "list_users": "looked at who has access",
    "approve_person": "approved access of {}",
    "give_role": "gave a role to {}",
    "revoke_person": "ended the access of {} and changed the register's key",
    "change_passphrase": "changed the passphrase of {}",
    "check_register": "checked the register",
    "back_up": "backed the register up",
    "prove_backup": "proved a backup",
    "list_backups": "looked at the backups",
    "restore_register": "restored the register from a backup",
    "ask_restore": "restored the register from a backup, for a chair to confirm",
    "keep_older": "decided to go on with an older copy of the register",
    "list_trail": "read the trail",
    "export_trail": "exported the trail to a file",
    "see_outside": "looked at what was changed outside ForumDesk",
    "see_case_outside": "looked whether a case was changed outside ForumDesk: {}",
    "accept_outside": "accepted as found what was changed outside ForumDesk: {}",
    "verify_trail": "verified the trail",
    "print_checkpoint": "printed a checkpoint of the trail",
    "browse_cases": "looked at the list: {}",
    "copied_rows": "copied rows of the list {}",
    "order_of_cases": "looked at the list: {}",
    "list_cases": "looked at the list of cases",
    "take_back_police": "took back what was applied of {}",
    "show_case": "opened the case of {}",
    "seal_source": "sealed who said something of {}",
    "list_sources": "looked at which sources are sealed of {}",
    "list_statements": "looked at what a source may be sealed to of {}",
    "open_source": "opened a sealed source of {}",
    "see_history": "looked at the history of {}",
    "find_people": "searched",
    "open_high_profile": "took in as high profile: {}",
    "take_in": "took onto the list: {}",
    "enter_person": "entered a person: {}",
    "close_case": "closed the case of {}",
    "raise_flag": "raised a flag: {}",
    "withdraw_flag": "withdrew a flag: {}",
    "set_anchor": "set the anchor date by hand: {}",
    "anchor_by_rule": "set the anchor date by rule: {}",
    "set_case": "changed the case of {}",
    "correct_value": "corrected a value of {}",
    "withdraw_value": "withdrew the forum's own word: {}",
    "withdraw_alias": "withdrew a name: {}",
    "record_order": "recorded an order: {}",
    "add_information": "added information: {}",
    "add_risk": "added a risk rating: {}",
    "add_alias": "added a name: {}",
    "list_hearings": "looked at the hearings of {}",
    "record_hearing": "recorded a hearing: {}",
    "record_result": "recorded a Board result: {}",
    "list_transfers": "looked at the transfers",
    "propose_transfer": "proposed a case to another forum: {}",
    "withdraw_transfer": "took back the proposal of a case: {}",
    "accept_transfer": "accepted a case from another forum: {}",
    "decline_transfer": "declined a case from another forum: {}",
    "take_back_result": "took back a Board result: {}",
    "see_board": "looked at the Board's file of {}",
    "board_waiting": "looked at {}",
    "send_report": "recorded a report to the Board: {}",
    "send_notice": "recorded a notice of a hearing or result: {}",
    "tell_board": "recorded what the Board was told: {}",
    "withdraw_drift": "withdrew a change to tell the Board of: {}",
    "list_addresses": "looked at the addresses of {}",
    "propose_address": "proposed an address: {}",
    "check_address": "recorded an address check: {}",
    "set_address": "changed an address: {}",
    "restore_address": "took back that an address was withdrawn: {}",
    "withdraw_address": "withdrew an address: {}",
    "answer_question": "answered a question of the plan: {}",
    "edit_address": "changed the words of an address: {}",
    "rank_address": "put addresses in another order: {}",
    "record_consent": "recorded an occupier's consent: {}",
    "set_need": "said how a need stands: {}",
    "show_plan": "looked at the release plan of {}",
    "watch_plans": "looked at what is behind in the {}",
    "watch_pack": "looked at what cases still need for {}",
    "see_policy": "looked at what is wanted of plans: {}",
    "set_policy": "changed what is wanted of plans: {}",
    "condition_library": "looked at the {}",
    "add_condition_text": "worded a condition for the library: {}",
    "end_condition_text": "took a condition out of the library: {}",
    "list_conditions": "looked at the conditions of {}",
    "add_condition": "proposed a condition of release: {}",
    "step_condition": "recorded what became of a condition: {}",
    "case_history": "looked at what changed in a case: {}",
    "forecast_agendas": "looked ahead: {}",
    "see_coming_agenda": "looked at the {}",
    "take_off": "took a case off an agenda: {}",
    "offer_holders": "looked at {}",
    "ask_back_police": "asked back about a Police answer: {}",
    "chase_words": "looked at a reminder to Police: {}",
    "chase_police": "reminded Police: {}",
    "link_to_nobody": "said of a Police row that it is about nobody here: {}",
    "list_consents": "looked at the consents of {}",
    "add_consent": "kept a consent that was signed: {}",
    "withdraw_consent": "recorded that a consent is withdrawn: {}",
    "show_criteria": "looked at {}",
    "preview_criteria": "tried out {}",
    "adopt_criteria": "adopted {}",
    "share_criteria": "gave up the forum's own {}",
    "restrict_case": "restricted a case to named readers: {}",
    "name_readers": "named the readers of a restricted case: {}",
    "lift_restriction": "lifted the restriction of a case: {}",
    "exclude_person": "excluded somebody from a case: {}",
    "end_exclusion": "ended somebody's exclusion from a case: {}",
    "break_glass": "opened a restricted case by break-glass: {}",
    "see_readers": "looked at who reads a case: {}",
    "my_restricted": "looked at the restricted cases they read",
    "see_keeping": "looked at what is told of restricted cases: {}",
    "import_extract": "took in an extract: {}",
    "preview_extract": "tried out an extract: {}",
    "match_columns": "matched the headings of an extract",
    "list_extracts": "looked at the extracts",
    "extract_differences": "looked at {}",
    "save_rejections": "saved {}",
    "left_out": "looked at who is left out: {}",
    "schedule_meeting": "scheduled {}",
    "list_meetings": "looked at the meetings",
    "see_agenda": "looked at {}",
    "issue_agenda": "issued {}",
    "ask_for_case": "asked for a case: {}",
    "see_table": "took up {} to run it",
    "see_under_way": "looked at where {} stands",
    "keep_under_way": "kept what is under way at {}",
    "move_item": "moved a case between table and paper: {}",
    "vote_paper": "recorded the vote on paper: {}",
    "decide_item": "recorded a decision: {}",
    "add_action": "added an action: {}",
    "ask_service": "asked a service what it holds: {}",
    "attend_meeting": "recorded attendance: {}",
    "read_confidentiality": "read out the confidentiality statement: {}",
    "visit_case": "recorded who was there for one case: {}",
    "see_attendance": "looked at who is at {}",
    "see_invited": "looked at who is invited to {}",
    "set_chair": "changed which service chairs {}",
    "see_quorum": "looked at the quorum of {}",
    "set_quorum": "set the quorum of {}",
    "record_discussion": "recorded what was said: {}",
    "consider_disclosure": "recorded that disclosure was considered: {}",
    "see_records": "looked at what stands recorded: {}",
    "see_checklist": "looked at what stands in the way of closing {}",
    "close_meeting": "closed {}",
    "see_minutes": "read the {}",
    "confirm_minutes": "confirmed the {}",
    "reopen_minutes": "reopened the {}",
    "correct_minutes": "corrected the {}",
    "ask_correction": "asked for a correction: {}",
    "answer_correction": "answered a correction that was asked for: {}",
    "list_actions": "looked at the actions",
    "settle_action": "settled {}",
    "reserve_slips": "reserved slips: {}",
    "evaluate_meeting": "evaluated {}",
    "see_evaluations": "looked at the {}",
    "reserve_copies": "reserved copies: {}",
    "lay_out_pages": "laid out pages: {}",
    "issue_copy": "printed {}",
    "void_copies": "voided copies: {}",
    "return_copies": "counted copies in: {}",
    "destroy_copies": "recorded copies as destroyed: {}",
    "lose_copy": "reported a copy missing: {}",
    "settle_copy": "settled a copy: {}",
    "count_in_sheet": "made {}",
    "recovery_sheet": "made {}",
    "verify_codes": "typed {} back from their papers",
    "show_ledger": "looked at the copies: {}",
    "trace_code": "traced a code: {}",
    "export_police": "made the Police workbook {}",
    "list_exchanges": "looked at the Police exchanges",
    "show_passphrase": "looked at the passphrase of {}",
    "take_in_police": "took in the Police reply {}",
    "review_police": "looked at the Police reply {}",
    "decide_police": "decided cells of {}",
    "accept_intact": "accepted what is simple in {}",
    "link_row": "said whom a row is about: {}",
    "ask_link": "asked whose row it is: {}",
    "unlink_row": "took back whom a row is about: {}",
    "confirm_police": "applied the decisions on {}",
    "show_case_as_known": "looked at the case on a past day: {}",
    "see_agenda_as_known": "looked at a past day of the {}",
    "list_disclosures_as_known": "looked at a past day of what left the forum",
    "show_ledger_as_known": "looked at a past day of the copies: {}",
    "print_as_known": "gave out the record of a past day: {}",
    "disposal_classes": "looked at the disposal classes",
    "set_disposal_class": "worded a disposal class: {}",
    "due_disposals": "looked at whose records are due to be destroyed",
    "list_holds": "looked at the holds",
    "hold": "held the records of {}",
    "release_hold": "released the hold on {}",
    "propose_disposal": "proposed that records are destroyed: {}",
    "list_disposals": "looked at the disposals",
    "approve_disposal": "had records destroyed: {}",
    "decline_disposal": "declined that records are destroyed: {}",
    "print_certificate": "printed the certificate of {}",
    "list_disclosures": "looked at what left the forum",
    "list_disclosure_requests": "looked at which disclosures were asked for",
    "offer_statements": "looked at what could be told of {}",
    "ask_disclosure": "asked for a disclosure: {}",
    "propose_statements": "proposed what is told: {}",
    "decide_disclosure": "decided on a disclosure: {}",
    "withdraw_request": "withdrew a disclosure that was asked for: {}",
    "print_letter": "printed the letter of a disclosure once more: {}",
    "record_disclosure": "recorded a disclosure as made: {}",
    "see_front_line": "looked at the front-line briefs of {}",
    "prepare_front_line": "prepared a front-line brief of {}",
    "decide_front_line": "decided on a front-line {}",
    "withdraw_front_line": "withdrew the front-line {}",
    "preview_front_line": "looked at the pages of the front-line {}",
    "give_front_line": "gave the front-line {}",
    "print_front_line": "printed once more the front-line {}",
    "see_figures": "looked at the figures",
    "picture_figures": "looked at the {}",
    "head_office_return": "made the return for head office",
}


_WHAT = {
    "add_forum": "a forum",
    "set_forum": "a forum",
    "begin_search": "a list",
    "find_as_typed": "a list",
    "record_incident_step": "a missing copy",
    "count_copies": "the copies",
    "preview_pages": "pages",
    "list_statements": "a case",
    "board_waiting": "what the Board is still to be told",
    "show_criteria": "the criteria",
    "preview_criteria": "criteria",
    "adopt_criteria": "criteria",
    "share_criteria": "criteria",
    "extract_differences": "what an extract changed",
    "save_rejections": "the refused rows of an extract",
    "schedule_meeting": "a meeting",
    "see_agenda": "an agenda",
    "issue_agenda": "an agenda",
    "see_table": "a meeting",
    "see_under_way": "a meeting",
    "keep_under_way": "a meeting",
    "see_attendance": "a meeting",
    "see_invited": "a meeting",
    "set_chair": "a meeting",
    "see_checklist": "a meeting",
    "close_meeting": "a meeting",
    "see_minutes": "minutes",
    "confirm_minutes": "minutes",
    "reopen_minutes": "minutes",
    "correct_minutes": "minutes",
    "settle_action": "an action",
    "evaluate_meeting": "a meeting",
    "see_evaluations": "evaluations",
    "issue_copy": "a copy",
    "count_in_sheet": "a count-in sheet",
    "recovery_sheet": "the recovery sheet",
    "verify_codes": "the recovery codes",
    "accept_intact": "a Police reply",
    "confirm_police": "a Police reply",
    "see_agenda_as_known": "agenda",
    "condition_library": "library of conditions",
    "offer_holders": "who may hold copies",
    "picture_figures": "pictures of figures",
    "see_coming_agenda": "coming agenda",
    "watch_plans": "plans",
    "release_hold": "somebody's records",
}
"""What stands for the subject where nobody is named and the words would break off without one."""


def done_words(event: str) -> str:
    """What an event did, without its subject: `opened the case`, `added a forum`."""
    said = _SAID.get(event, event.replace("_", " "))
    if event in _WHAT:
        return said.format(_WHAT[event])
    return re.sub(r"(?: of|:| to| for)? *\{\}", "", said)


def _counted(key: str, value: object) -> str:
    """`4 meetings`, `1 copy`, and `out 3` where the name is of no things that are counted."""
    words = key.replace("_", " ")
    if not isinstance(value, int) or not (words.endswith("s") or words == "people"):
        return f"{words} {value}"
    if value == 1 and words == "people":
        words = "person"
    elif value == 1:
        words = re.sub(
            r"(?:(?<=[^aeiou])ie|(?<=ss|ch|sh)e|)s$", lambda end: "y" if end[0] == "ies" else "", words
        )
    return f"{value:,} {words}"


def sentence(who: str, event: str, subject: str, body: Mapping[str, object]) -> str:
    """One entry as a sentence: who did what to which subject, with counts and reason.

    An event without words of its own is told by its name, so that none is ever left out.
    """
    plain = event.removeprefix("refused: ")
    said = _SAID.get(plain, plain.replace("_", " ") + (": {}" if subject else ""))
    if plain != event:
        said = f"was refused: {plain.replace('_', ' ')}"
    counts = body.get("counts")
    numbers = [_counted(key, value) for key, value in counts.items()] if isinstance(counts, dict) else []
    told = [", ".join(numbers), str(body.get("reason", ""))]
    tail = "; ".join(part for part in told if part)
    wrong = body.get("wrong_before")
    if isinstance(wrong, int) and wrong > 0:
        said += " after 1 wrong passphrase" if wrong == 1 else f" after {wrong:,} wrong passphrases"
    return f"{who} {said.format(subject).strip()}" + (f" ({tail})" if tail else "")
