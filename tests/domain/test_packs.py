"""Codes, the ledger and what may become of a numbered copy."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from app.domain.errors import Refused
from app.domain.packs import (
    CopyRow,
    HolderDraft,
    Settlement,
    balance,
    copy_code,
    copy_file_name,
    copy_mark,
    destroy_copy,
    is_code,
    issue_copy,
    lose_copy,
    nearest_codes,
    page_codes,
    read_code,
    return_copy,
    settle_copy,
    show_code,
    unknown_code,
    void_copy,
)
from app.domain.words import Contents, CopyState

KEY = b"a key of the register, 32 bytes!"
AT = datetime(2027, 3, 10, 0, 41, tzinfo=UTC)


def reserved(number: int = 4) -> CopyRow:
    return CopyRow(
        code=copy_code(KEY, "CHC-2027-03-10/1", number),
        pack_id="CHC-2027-03-10/1",
        meeting_code="CHC-2027-03-10",
        contents=Contents.PACK,
        number=number,
        of=12,
        holder="M. Ashcombe",
        service="prisons",
        state=CopyState.RESERVED,
    )


def out(number: int = 4) -> CopyRow:
    return issue_copy(reserved(number), AT, "pack-4.pdf", 21)


def test_a_code_is_eight_letters_and_digits_that_cannot_be_confused() -> None:
    codes = page_codes(KEY, copy_code(KEY, "P", 1), 200)
    assert all(is_code(code) and not set(code) & set("ILOU") for code in codes)
    assert len(set(codes)) == 200


def test_codes_differ_by_key_pack_number_and_page() -> None:
    other = b"another key of another register!"
    codes = {copy_code(KEY, "P", 1), copy_code(KEY, "P", 2), copy_code(KEY, "Q", 1), copy_code(other, "P", 1)}
    assert len(codes) == 4
    assert copy_code(KEY, "P", 1) == copy_code(KEY, "P", 1)
    assert copy_code(KEY, "P1", 1) != copy_code(KEY, "P", 11)


def test_a_code_key_that_is_too_short_is_a_fault_of_the_program() -> None:
    with pytest.raises(ValueError, match="16 bytes"):
        copy_code(b"short", "P", 1)


@given(st.integers(1, 999), st.sampled_from(["", "-", " ", "  "]))
def test_a_code_typed_by_hand_reads_back_whatever_its_case_and_gaps(number: int, gap: str) -> None:
    code = copy_code(KEY, "P", number)
    typed = gap.join(code.lower()).replace("0", "o").replace("1", "l")
    assert read_code(typed) == code
    assert read_code(show_code(code)) == code


def test_a_mistyped_code_is_told_with_the_nearest_ones() -> None:
    known = ["7KQM2XDA", "7KQM2XDB", "99999999"]
    assert nearest_codes("7KQM2XAD", known) == ("7KQM2XDA", "7KQM2XDB")
    assert nearest_codes("7kqm-2xd", known)[0] == "7KQM2XDA"
    assert nearest_codes("AAAAAAAA", known) == ()
    assert "7KQM-2XDA" in unknown_code("7KQM2XD", known)
    assert "foot of any page" in unknown_code("", known)


def test_a_copys_file_says_what_it_is() -> None:
    assert copy_file_name(Contents.PACK, "CHC-2027-03-10", 4, 12) == "pack-CHC-2027-03-10-copy-04-of-12.pdf"
    assert copy_file_name(Contents.AGENDA, "HB-2027-03-10", 1, 1) == "agenda-HB-2027-03-10-copy-01-of-01.pdf"
    assert copy_file_name(Contents.MINUTES, "HB-2027-03-10", 7, 120).endswith("-copy-007-of-120.pdf")


def test_a_mark_has_one_code_for_each_page_of_its_layout() -> None:
    mark = copy_mark(KEY, "P", HolderDraft("Hēmi Ngātoro", "police", large=True), 3, 12, 5)
    assert len(mark.page_codes) == 5
    assert mark.copy_line == "Copy 3 of 12 – Hēmi Ngātoro"
    assert mark.watermark == "COPY 3 – POLICE"
    assert mark.large
    assert copy_mark(KEY, "P", HolderDraft("A", ""), 3, 12, 1).watermark == "COPY 3"


def test_a_ledger_of_every_state_balances() -> None:
    copies = [
        reserved(1),
        void_copy(reserved(2)),
        out(3),
        return_copy(out(4), "S. Merrin", AT),
        destroy_copy(return_copy(out(5), "S. Merrin", AT), "S. Merrin", "A. Tui", AT),
        lose_copy(out(6), "S. Merrin", "Left on a train", AT),
    ]
    ledger = balance(copies)
    assert ledger.balanced
    assert (ledger.printed, ledger.issued, ledger.void, ledger.reserved) == (5, 4, 1, 1)
    assert (ledger.out, ledger.returned, ledger.destroyed, ledger.missing) == (1, 1, 1, 1)


def test_a_row_changed_outside_the_program_does_not_balance() -> None:
    assert not balance([replace(out(1), state=CopyState.VOID)]).balanced
    assert not balance([replace(void_copy(reserved(1)), state=CopyState.RETURNED)]).balanced
    assert not balance([out(1), out(1)]).balanced
    assert balance([]).balanced


@given(
    st.lists(
        st.tuples(
            st.integers(0, 5),
            st.sampled_from(["issue", "void", "settle1", "settle2", "settle3", "return", "lose", "destroy"]),
        ),
        max_size=60,
    )
)
def test_the_ledger_balances_whatever_people_do_in_whatever_order(acts: list[tuple[int, str]]) -> None:
    copies = [reserved(number) for number in range(1, 7)]
    for at, act in acts:
        row = copies[at]
        try:
            copies[at] = {
                "issue": lambda row=row: issue_copy(row, AT, "f", 1),
                "void": lambda row=row: void_copy(row),
                "settle1": lambda row=row: settle_copy(row, Settlement.CAME_OUT, "A", AT),
                "settle2": lambda row=row: settle_copy(row, Settlement.DID_NOT, "A", AT),
                "settle3": lambda row=row: settle_copy(row, Settlement.UNSURE, "A", AT),
                "return": lambda row=row: return_copy(row, "A", AT),
                "lose": lambda row=row: lose_copy(row, "A", "lost", AT),
                "destroy": lambda row=row: destroy_copy(row, "A", "B", AT),
            }[act]()
        except Refused:
            assert copies[at] is row
        assert balance(copies).balanced


def test_a_copy_counted_in_twice_is_refused_with_when_and_by_whom() -> None:
    back = return_copy(out(), "S. Merrin", AT)
    with pytest.raises(Refused, match=r"Copy 4 of 12 .* already counted in on 10/03/2027 13:41 by S. Merrin"):
        return_copy(back, "S. Merrin", AT)


def test_a_missing_copy_that_is_found_is_counted_in() -> None:
    found = return_copy(lose_copy(out(), "A", "left on a train", AT), "A", AT)
    assert found.state is CopyState.RETURNED
    assert found.missing_reason == "left on a train"


@pytest.mark.parametrize("row", [reserved(), void_copy(reserved())])
def test_a_copy_that_was_never_issued_cannot_be_counted_in(row: CopyRow) -> None:
    with pytest.raises(Refused, match="cannot be counted in"):
        return_copy(row, "A", AT)


def test_only_a_returned_copy_is_destroyed() -> None:
    for row in (reserved(), out(), lose_copy(out(), "A", "gone", AT)):
        with pytest.raises(Refused, match="cannot be destroyed"):
            destroy_copy(row, "A", "B", AT)


@pytest.mark.parametrize("witness", ["", "  ", "\u200b", "..."])
def test_a_destruction_needs_a_named_witness(witness: str) -> None:
    with pytest.raises(Refused, match="Nobody is named as witness"):
        destroy_copy(return_copy(out(), "A", AT), "A", witness, AT)


def test_nobody_witnesses_their_own_destruction() -> None:
    with pytest.raises(Refused, match="cannot witness their own"):
        destroy_copy(return_copy(out(), "A", AT), "Hēmi O’Connor", "hemi o'connor", AT)


def test_a_copy_is_missing_only_from_out_and_with_a_reason() -> None:
    with pytest.raises(Refused, match="No reason"):
        lose_copy(out(), "A", " \u200b ", AT)
    with pytest.raises(Refused, match="cannot be recorded as missing"):
        lose_copy(return_copy(out(), "A", AT), "A", "gone", AT)


def test_a_copy_nobody_is_sure_of_counts_as_issued_and_missing() -> None:
    row = settle_copy(reserved(), Settlement.UNSURE, "A", AT)
    assert row.state is CopyState.MISSING
    assert balance([row]).issued == 1
    with pytest.raises(Refused, match="needs no settling"):
        settle_copy(row, Settlement.CAME_OUT, "A", AT)
