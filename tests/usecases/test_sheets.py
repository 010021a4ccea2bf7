"""Papers that are no numbered copies: the count-in sheet of a meeting, the recovery codes for three envelopes."""

from __future__ import annotations

import io
import json
import re
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

import pytest

from app import desk as door
from app.cli.base import Edges
from app.desk import Desk
from app.domain.errors import NotPermitted, Refused, WrongKey
from app.domain.packs import CopyRow, HolderDraft, show_code
from app.domain.recovery import write_code
from app.domain.words import Contents
from app.main import main
from app.usecases import copy_ledger, packs, trail
from app.usecases import register as forums
from reports.preview import texts_of
from tests.fixtures import at_table, desks
from tests.fixtures.at_table import CODE
from tests.fixtures.cheap import CheapStretcher
from tests.fixtures.terminal import Terminal

HOLDERS = [HolderDraft(f"Rāwiri Holder {number}", "prisons") for number in range(1, 31)]


def _printed(desk: Desk) -> tuple[CopyRow, ...]:
    """Thirty packs: the last one void, three back, one of them destroyed, one missing."""
    order = packs.reserve_copies(desk, CODE, Contents.PACK, HOLDERS, plain=True)
    laid_out = packs.lay_out_pages(desk, CODE, order)
    for row in order.copies[:-1]:
        packs.issue_copy(desk, row.code, laid_out, None, lambda _row, _data: None)
    packs.void_copies(desk, CODE, order)
    copy_ledger.return_copies(desk, tuple(row.code for row in order.copies[:3]))
    copy_ledger.destroy_copies(desk, (order.copies[0].code,), "Piripi Witness")
    copy_ledger.lose_copy(desk, order.copies[4].code, "left on a train")
    return order.copies


def test_every_number_stands_on_the_sheet_with_its_holder_and_code_and_what_became_of_it(
    register: Path,
) -> None:
    desk = at_table.sit_down(register)
    copies = _printed(desk)
    sheet = packs.count_in_sheet(desk, CODE)
    assert len(sheet.texts) > 1
    for number, text in enumerate(sheet.texts, 1):
        assert f"Page {number} of {len(sheet.texts)}" in text
        assert text.count("IN CONFIDENCE") == 2
    whole = " ".join(" ".join(sheet.texts).split())
    for row in copies:
        assert f"Pack {row.number} of 30 {row.holder}" in whole
        assert show_code(row.code) in whole
    assert (
        "29 issued: 25 out, 2 returned, 1 destroyed, 1 missing. Never issued: 1 void, 0 not settled." in whole
    )
    assert "Piripi Witness" in whole
    assert "void: never printed" in whole
    assert whole.count("________") >= 25 * 3


def test_the_sheet_names_no_prisoner_and_a_reader_of_it_needs_to_be_in_the_office(register: Path) -> None:
    desk = at_table.sit_down(register)
    _printed(desk)
    whole = " ".join(packs.count_in_sheet(desk, CODE).texts)
    assert "Holder 1" in whole
    assert "Ngata" not in whole
    assert not re.search(r"\b00[12]\b", whole)
    with pytest.raises(NotPermitted):
        packs.count_in_sheet(at_table.member(desk), CODE)


def test_the_checkpoint_on_the_sheet_is_typed_in_again_and_closes_the_tail(register: Path) -> None:
    desk = at_table.sit_down(register)
    _printed(desk)
    before = trail.print_checkpoint(desk)
    text = " ".join(packs.count_in_sheet(desk, CODE, "on paper").texts)
    groups = re.findall(r"\b[A-Z2-7]{4}\b", text[text.index("Checkpoint") : text.index("Entry ")])
    assert len(groups) == 20
    verdict = trail.verify_trail(desk, " ".join(groups))
    assert verdict.ok
    assert f"entry {before.seq + 1} is the one on the paper" in verdict.sentence
    [entry] = [row for row in trail.list_trail(desk) if row.event == "count_in_sheet"]
    assert "on paper" in entry.sentence
    assert "pages" in entry.sentence


def test_the_short_form_on_a_pack_cover_is_typed_in_again_too(register: Path) -> None:
    desk = at_table.sit_down(register)
    cover = packs.preview_pages(desk, CODE, Contents.PACK).texts[0]
    [short] = re.findall(r"\d+(?:-[A-Z2-7]{4}){4}", cover)
    assert trail.verify_trail(desk, short).ok


def test_a_command_writes_the_sheet_to_a_new_file_and_never_over_one(
    register: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _printed(at_table.sit_down(register))
    terminal, file = Terminal(register, capsys), tmp_path / "sheet.pdf"
    told = terminal.json("pack", "count-in-sheet", CODE.lower(), "--out", str(file))
    assert told["pages"] == len(texts_of(file.read_bytes()))
    code, _, err = terminal.run("pack", "count-in-sheet", CODE, "--out", str(file))
    assert (code, "already" in err) == (1, True)


# The recovery codes.


@pytest.fixture
def made(tmp_path: Path) -> Desk:
    return door.create(
        tmp_path / "christchurch",
        desks.ADMINISTRATOR,
        desks.CHAIR,
        now=desks.Clock(),
        stretcher=CheapStretcher(),
    )


def test_each_code_has_a_page_of_its_own_with_the_register_the_day_and_how_it_is_used(made: Desk) -> None:
    pages = texts_of(forums.recovery_sheet(made, made.recovery_codes))
    assert len(pages) == 3
    for number, (page, code) in enumerate(zip(pages, made.recovery_codes, strict=True), 1):
        assert f"Recovery code {number} of 3" in page
        assert code in page
        assert not any(other in page for other in made.recovery_codes if other != code)
        assert "christchurch" in page
        assert "17 November 2026" in page
        assert "Any two of the three open everything" in page
    assert "made the recovery sheet" in trail.list_trail(made)[-1].sentence
    assert not any(code in row.body for row in trail.list_trail(made) for code in made.recovery_codes)


def test_codes_that_do_not_open_the_register_are_put_on_no_sheet(made: Desk) -> None:
    one, two, three = made.recovery_codes
    with pytest.raises(WrongKey):
        forums.recovery_sheet(made, (one, two, write_code(3, bytes(15))))
    with pytest.raises(Refused, match="numbered 1 to 3"):
        forums.recovery_sheet(made, (one, two))
    assert three in " ".join(texts_of(forums.recovery_sheet(made, (three, one, two))))


def test_codes_are_typed_back_from_their_papers_and_each_pair_is_tried(made: Desk) -> None:
    one, two, three = made.recovery_codes
    assert forums.verify_codes(made, (one.lower(), two.replace("-", " "), three)) == 3
    with pytest.raises(WrongKey, match="do not open this register"):
        forums.verify_codes(made, (one, two, write_code(3, bytes(15))))
    with pytest.raises(Refused, match="Code 1 has a slip"):
        forums.verify_codes(made, (one[:-1] + ("A" if one[-1] != "A" else "B"), two, three))


def test_commands_write_the_sheet_when_asked_and_verify_what_was_typed_back(tmp_path: Path) -> None:
    folder, sheet, again = tmp_path / "made", tmp_path / "codes.pdf", tmp_path / "again.pdf"
    names = ("--administrator", desks.ADMINISTRATOR[0], "--chair", desks.CHAIR[0])
    told = _run(
        "register",
        "create",
        folder,
        *names,
        "--recovery-sheet",
        sheet,
        FORUMDESK_CHAIR_PASSPHRASE=desks.CHAIR[1],
    )
    codes = told["recovery_codes"]
    assert [code in page for code, page in zip(codes, texts_of(sheet.read_bytes()), strict=True)] == [
        True
    ] * 3
    typed = {f"FORUMDESK_RECOVERY_CODE_{number}": code for number, code in enumerate(codes, 1)}
    assert _run("register", "verify-codes", FORUMDESK_REGISTER=str(folder), **typed)["pairs"] == 3
    recovered = _run(
        "register", "recover", "--recovery-sheet", again, FORUMDESK_REGISTER=str(folder), **typed
    )
    assert recovered["recovery_codes"][0] in texts_of(again.read_bytes())[0]
    assert sorted(file.name for file in tmp_path.iterdir()) == ["again.pdf", "codes.pdf", "made"]


def _run(*argv: object, **environ: str) -> Any:
    name, words = desks.ADMINISTRATOR
    out = io.StringIO()
    asks = {"FORUMDESK_USER": name, "FORUMDESK_PASSPHRASE": words} | environ
    with redirect_stdout(out):
        edges = Edges(now=desks.Clock(), stretcher=CheapStretcher(), environ=asks)
        assert main([*map(str, argv), "--json"], edges) == 0
    return json.loads(out.getvalue())
