"""The copies file: what is taken from it and what is refused, with the row."""

from __future__ import annotations

import pytest

from app.domain.errors import Refused
from app.domain.holders import read_copies_csv


def read(text: str, encoding: str = "utf-8") -> list[tuple[str, str, str | None, bool]]:
    taken = read_copies_csv(text.encode(encoding), "copies.csv")
    return [(holder.name, holder.service, holder.passphrase, holder.large) for holder in taken.holders]


def test_holders_come_in_the_files_order_with_their_rows() -> None:
    taken = read_copies_csv(b"name,service\nB,police\n\nA,prisons\n", "copies.csv")
    assert [(holder.name, holder.row) for holder in taken.holders] == [("B", 2), ("A", 4)]


def test_headings_stand_in_any_order_and_case() -> None:
    text = "Large;SERVICE;Passphrase;Name\nyes;Police;five words are easily kept;Hēmi Ngātoro\n;x;;B\n"
    assert read(text) == [
        ("Hēmi Ngātoro", "police", "five words are easily kept", True),
        ("B", "x", None, False),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_the_usual_encodings_are_read(encoding: str) -> None:
    assert read("name,service\nRenée O’Connor,police\n", encoding)[0][0] == "Renée O’Connor"


def test_a_service_is_matched_to_the_four_else_kept_as_written() -> None:
    text = "name,service\nAna, PSYCHOLOGICAL  Services \nRua,Oranga Tamariki\n"
    assert [row[1] for row in read(text)] == ["psychological services", "Oranga Tamariki"]


def test_names_lose_what_cannot_be_seen() -> None:
    assert read("name,service\nA\u202e\u200bna,police\n")[0][0] == "Ana"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "it is empty"),
        (" \n\n", "it is empty"),
        ("name,service\n", "names no holder"),
        ("name\nA\n", "lacks the heading service"),
        ("holder,what\nA,police\n", "lacks the heading name and service"),
        ("name,service,name\nA,police,B\n", "heading name stands twice"),
        ("name,service\n,police\n", "row 2 has no name"),
        ("name,service\n\u200b,police\n", "row 2 has no name"),
        ("name,service\nTāmati,police\nB,police\nTAMATI,prisons\n", "rows 2 and 4 both name TAMATI"),
        ("name,service\nMerrin, S,police\n", "row 2 has more values"),
        ("name,service,large\nA,police,perhaps\n", "row 2 says 'perhaps' under large"),
        (f"name,service,passphrase\nA,police,{'p' * 128}\n", "row 2 has a passphrase over 127 bytes"),
        (f"name,service\n{'n' * 121},police\n", "row 2 has a name of 121 characters"),
    ],
)
def test_a_file_that_is_not_right_is_refused_with_where(text: str, told: str) -> None:
    with pytest.raises(Refused) as refused:
        read(text)
    assert told in refused.value.sentence
    assert "Nothing was printed" in refused.value.sentence


def test_every_fault_is_told_at_once() -> None:
    with pytest.raises(Refused, match=r"row 2 has no name; row 3 says"):
        read("name,service,large\n,police,\nA,police,maybe\n")


def test_what_is_not_known_is_told_and_passed_over() -> None:
    taken = read_copies_csv(b"name,service,room,passphrase\nA,police,12,short\n", "copies.csv")
    assert taken.notes == (
        "The heading room is not known and was passed over.",
        "Row 2: a passphrase under 16 characters is easily guessed.",
    )


def test_a_picture_is_not_a_copies_file() -> None:
    with pytest.raises(Refused, match="not text"):
        read_copies_csv(b"\x89PNG\r\n\0\0\xff\x81", "copies.csv")
