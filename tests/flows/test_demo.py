"""The demo is the whole job on real files: a made-up forum's month, played once and looked at from outside."""

from __future__ import annotations

import contextlib
import io
import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import msoffcrypto
import openpyxl
import pypdfium2
import pytest

from app import demo
from app import desk as door
from app.cli.base import Edges
from app.demo import cast
from app.demo.files import MARKER, DemoFolder
from app.demo.stage import days_up_to
from app.domain.case_list import CaseQuery, PlanState
from app.domain.errors import Refused
from app.main import main
from app.usecases import disposal, sources
from app.usecases.case_list import browse_cases
from tests.fixtures.cheap import CheapStretcher
from tests.fixtures.desks import Clock

EVERY_PDF = 2 + 6 + 3 + 1


class Played:
    """The demo as somebody at a terminal has it: its folder, what it printed, and any command after it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.told = self._run({}, "demo", str(folder))

    def ask(self, *argv: str, role: str = "administrator") -> Any:
        """What a command answers when one of the demo's people types it."""
        who = next(player for player in self.told["people"] if player["role"] == role)
        environ = {
            "FORUMDESK_REGISTER": self.told["register"],
            "FORUMDESK_USER": who["name"],
            "FORUMDESK_PASSPHRASE": who["passphrase"],
        }
        return self._run(environ, *argv)

    def _run(self, environ: dict[str, str], *argv: str) -> Any:
        said, complained = io.StringIO(), io.StringIO()
        edges = Edges(now=Clock(), stretcher=CheapStretcher(), environ=environ)
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(complained):
            code = main([*argv, "--json"], edges)
        assert code == 0, complained.getvalue()
        return json.loads(said.getvalue())

    def files(self, ending: str) -> list[Path]:
        return [Path(name) for name in self.told["files"] if name.endswith(ending)]

    def workbook(self, what: str) -> openpyxl.Workbook:
        """One of the three encrypted workbooks, opened with the passphrase that the demo printed."""
        (file,) = self.files(f"-{what}.xlsx")
        box = msoffcrypto.OfficeFile(io.BytesIO(file.read_bytes()))
        box.load_key(password=self.told["workbook_passphrase"])
        plain = io.BytesIO()
        box.decrypt(plain)
        return openpyxl.load_workbook(plain)


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Played]:
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setenv("FORUMDESK_PROFILE", str(tmp_path_factory.mktemp("profile")))
        yield Played(tmp_path_factory.mktemp("demo"))


def test_every_file_it_names_is_there_and_every_file_there_was_named_or_is_the_registers(
    played: Played,
) -> None:
    named = {Path(name) for name in played.told["files"]}
    assert [file for file in named if not file.stat().st_size] == []
    there = {file for file in played.folder.rglob("*") if file.is_file() and file.parent.name != "register"}
    assert there - named == {played.folder / MARKER}


def test_every_page_of_every_pdf_says_training_and_whose_copy_it_is(played: Played) -> None:
    files = played.files(".pdf")
    assert len(files) == EVERY_PDF
    for file in files:
        pdf = pypdfium2.PdfDocument(file)
        texts = [page.get_textpage().get_text_range() for page in pdf]
        pdf.close()
        number = file.stem.rpartition("-disclosure-")[2]
        whose = f"Disclosure {number}: front-line brief to"
        if file.parent.name != "briefs":
            whose = f"Copy {int(file.stem.rpartition('-copy-')[2].partition('-')[0])} of"
        assert texts
        assert [at for at, text in enumerate(texts, 1) if "TRAINING" not in text] == [], file.name
        assert [at for at, text in enumerate(texts, 1) if whose not in text] == [], file.name
        assert [at for at, text in enumerate(texts, 1) if "Officer:" in text] == [], (
            "who said it stands beside it, or nowhere"
        )


def test_considered_is_listed_and_not_listed_at_both_meetings(played: Played) -> None:
    for meeting in (played.told["meeting"], played.told["next_meeting"]):
        agenda = played.ask("meeting", "agenda", meeting)
        assert agenda["considered"] == len(agenda["items"]) + len(agenda["not_listed"])
        assert agenda["items"]
        assert agenda["not_listed"]


def test_the_next_agenda_says_what_happened_since_the_last(played: Played) -> None:
    agenda = played.ask("meeting", "agenda", played.told["next_meeting"])
    reasons = {code for item in agenda["items"] for code in item["reasons"]}
    assert {"date-moved", "flag-changed", "new-case", "deferred", "action-due"} <= reasons


def test_the_ledger_of_copies_balances_with_one_destroyed_and_one_missing(played: Played) -> None:
    ledger = played.ask("pack", "ledger", played.told["meeting"])
    assert ledger["balanced"]
    assert (ledger["destroyed"], ledger["missing"], ledger["reserved"]) == (1, 1, 0)
    out = {
        copy["contents"] if "contents" in copy else copy["file"]
        for copy in ledger["copies"]
        if copy["state"] == "out"
    }
    assert all(name.startswith("minutes") for name in out)


def test_the_trail_and_the_register_are_whole(played: Played) -> None:
    verdict = played.ask("trail", "verify", role="chair")
    assert verdict["ok"]
    assert verdict["first_bad"] is None
    assert played.ask("register", "check")["ok"]


def test_the_workbook_came_back_otherwise_than_it_went_out(played: Played) -> None:
    sent, back = (played.workbook(what)["Cross-reference"] for what in ("sent", "returned"))
    went, came = (
        [str(row[0]) for row in sheet.iter_rows(min_row=2, values_only=True) if row[1]]
        for sheet in (sent, back)
    )
    assert came.pop() == "None", "the officer added a row by hand"
    assert went != came, "and sorted the others"
    assert sorted(went) == sorted(came)


def test_the_receipt_tells_police_what_became_of_each_cell(played: Played) -> None:
    said = {
        cell
        for sheet in played.workbook("receipt")
        for row in sheet.iter_rows(values_only=True)
        for cell in row
    }
    words = " ".join(str(cell) for cell in said if cell)
    for outcome in ("taken", "not taken", "changed", "asked"):
        assert outcome in words.casefold()


def test_what_was_sealed_in_the_month_stands_in_nothing_that_left_or_is_told(played: Played) -> None:
    cases_open = played.ask("case", "list")["cases"]
    sealed = [row for case in cases_open for row in played.ask("source", "list", case["prn"])["sources"]]
    assert len(sealed) >= 3
    word = cast.SEALED.partition(",")[0]
    asked = ("source", "open", str(sealed[0]["source"]), "--reason", "The Board asks how this is known")
    assert word in played.ask(*asked, role="chair")["text"]
    told = {" ".join(words): json.dumps(played.ask(*words), ensure_ascii=False) for words in _LOOKS}
    for case in cases_open:
        told[case["prn"]] = json.dumps(played.ask("case", "show", case["prn"]), ensure_ascii=False)
    for file in played.files(".pdf"):
        with pypdfium2.PdfDocument(file) as pdf:
            told[file.name] = "".join(page.get_textpage().get_text_range() for page in pdf)
    for book in ("sent", "returned", "receipt"):
        rows = (
            row for sheet in played.workbook(book).worksheets for row in sheet.iter_rows(values_only=True)
        )
        told[book] = repr(list(rows))
    for name in played.told["files"]:
        told.setdefault(Path(name).name, Path(name).read_bytes().decode("utf-8", "replace"))
    assert len(told) > EVERY_PDF + len(_LOOKS) + len(cases_open)
    assert [name for name, text in told.items() if word in text] == []
    assert played.ask("case", "find", word)["hits"] == []


_LOOKS = (
    ("trail", "list"),
    ("figures",),
    ("disclosure", "list"),
    ("pack", "incidents", "--forum", "CHC"),
    ("hearing", "waiting", "--forum", "CHC"),
)


def test_no_workbook_opens_without_its_passphrase(played: Played) -> None:
    for file in played.files(".xlsx"):
        assert file.read_bytes().startswith(bytes.fromhex("d0cf11e0")), "a plain workbook would start with PK"


def test_a_demo_replaces_what_a_demo_wrote_and_nothing_else(tmp_path: Path) -> None:
    first = DemoFolder(tmp_path / "demo")
    first.prepare()
    (first.folder / "register").mkdir()
    (first.folder / "register" / "register.fdb").write_bytes(b"old")
    old = first.write("packs/old.pdf", b"old", "a pack")
    own = first.folder / "packs" / "notes of somebody.txt"
    own.write_text("mine", encoding="utf-8")
    DemoFolder(first.folder).prepare()
    assert not old.exists()
    assert not (first.folder / "register").exists()
    assert own.read_text(encoding="utf-8") == "mine"


def test_a_folder_that_no_demo_wrote_is_refused_in_words_and_left_alone(tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("mine", encoding="utf-8")
    with pytest.raises(Refused, match=r"no demo wrote \(letter\.txt\); nothing was written"):
        DemoFolder(tmp_path).prepare()
    assert [file.name for file in tmp_path.iterdir()] == ["letter.txt"]


def test_a_marker_that_names_files_elsewhere_takes_nothing_away_there(tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("mine", encoding="utf-8")
    folder = tmp_path / "demo"
    folder.mkdir()
    names = ["../outside.txt", str(outside)]
    (folder / MARKER).write_text(json.dumps({"files": names}), encoding="utf-8")
    DemoFolder(folder).prepare()
    assert outside.exists()


def test_the_days_of_the_demo_follow_each_other_whatever_today_is() -> None:
    today = date(2026, 1, 1)
    while today < date(2028, 3, 1):
        days = days_up_to(today)
        assert list(days[:-1]) == sorted(days[:-1]), today
        assert (
            days.meeting
            > days.printing
            > days.workbook_back
            > days.workbook_out
            > days.extract
            > days.casework
        )
        assert days.last_extract <= today
        assert days.next_meeting > days.meeting
        today += timedelta(days=1)


def test_the_register_of_the_pictures_has_somebody_whose_time_is_up_a_hold_a_proposal_and_a_sealed_source(
    tmp_path: Path,
) -> None:
    made = demo.run(tmp_path / "month", Clock(), CheapStretcher(), goes_on=True)
    who = made.players[0]
    desk = door.sign_in(made.register, who.name, who.passphrase, now=Clock(), stretcher=CheapStretcher())
    due = disposal.due_disposals(desk)
    assert sorted((bool(row.held), row.proposed is not None) for row in due) == [
        (False, False), (False, True), (True, False),
    ]  # fmt: skip
    assert [row.reason for row in disposal.list_holds(desk)] == [row.held for row in due if row.held]
    assert [row.state.value for row in disposal.list_disposals(desk)] == ["proposed"]
    lines = browse_cases(desk, cast.FORUM, CaseQuery(), 0, 100).lines
    fullest = max(lines, key=lambda line: (line.plan != PlanState.NONE, line.actions, len(line.codes)))
    assert sources.list_sources(desk, fullest.prn)
    assert not {row.prn for row in due} & {line.prn for line in lines}
    desk.close()
