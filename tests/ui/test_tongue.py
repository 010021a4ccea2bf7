"""What the window says passes one function; a catalogue says it in another tongue, a made-up one shows what clips."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui import catalogue, pseudo, words
from ui.tongue import tr

TOP = Path(__file__).resolve().parents[2]
CASES = {
    "Home": "Home · HOME",
    "{done} of {all} copies": "{all} COPIES, {done}",
    "case": "CASE",
    "cases": "CASES",
}
"""A catalogue of no tongue: nobody makes up te reo here."""


def _written(file: Path, said: dict[str, str]) -> Path:
    """The catalogue of the window as it is, with what a translator finished in it."""
    catalogue.write(file)
    tree = ElementTree.parse(file)
    context = tree.getroot().find("context")
    assert context is not None
    for text, told in said.items():
        message = ElementTree.SubElement(context, "message")
        ElementTree.SubElement(message, "source").text = text
        ElementTree.SubElement(message, "translation").text = told
    tree.write(file, encoding="utf-8", xml_declaration=True)
    return file


def _told(chosen: str, said: str) -> list[str]:
    """What a process of its own says that was started in a tongue."""
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            f"import json; from ui.tongue import tr; from ui import words; print(json.dumps({said}))",
        ],
        capture_output=True,
        check=True,
        encoding="utf-8",
        env=os.environ | {"FORUMDESK_TONGUE": chosen},
        cwd=TOP,
    )
    found: list[str] = json.loads(done.stdout)
    return found


def test_english_is_said_as_it_is_written_and_its_braces_are_filled_by_name() -> None:
    assert tr("Home") == "Home"
    assert tr("{done} of {all} copies", done=3, all=1200) == "3 of 1200 copies"
    assert tr("a {brace} that nobody fills") == "a {brace} that nobody fills"
    assert tr("{text}", text="{done}") == "{done}", "what is filled in is never read as a template"


def test_what_a_translator_finished_is_said_in_its_place_and_the_rest_in_english(tmp_path: Path) -> None:
    said = catalogue.finished(_written(tmp_path / "made.ts", CASES))
    assert said == CASES
    assert "Cases" not in said


def test_a_translation_that_lost_a_brace_or_made_one_up_is_left_out(tmp_path: Path) -> None:
    wrong = {"{done} done": "DONE", "Saved": "{at}", "{day} late": "LATE {day}"}
    assert catalogue.finished(_written(tmp_path / "made.ts", wrong)) == {"{day} late": "LATE {day}"}


def test_counted_things_are_counted_in_the_tongue(monkeypatch: pytest.MonkeyPatch) -> None:
    said = {**CASES, "{count:,} {things}": "{things}: {count:,}", "no {things}": "0 {things}"}
    monkeypatch.setattr("ui.tongue._say", lambda text: said.get(text, text))
    assert [words.counted(count, "case") for count in (0, 1, 2000)] == ["0 CASES", "CASE: 1", "CASES: 2,000"]


def test_a_date_that_moved_says_whether_days_are_lost_or_gained() -> None:
    assert [words.lost(days) for days in (41, 1, -96)] == ["41 days lost", "1 day lost", "96 days gained"]


def test_the_window_starts_in_the_tongue_chosen_with_what_it_says_while_it_is_read() -> None:
    assert _told("pseudo", "[tr('Home'), words.CAPS_LOCK]")[0] == pseudo.longer("Home")
    assert _told("", "[tr('Home'), words.CAPS_LOCK]") == ["Home", "Caps Lock is on"]
    assert _told("mi_NZ", "[tr('Home')]") == ["Home"], "the catalogue is empty until a translator fills it"
    assert _told("none_such", "[tr('Home')]") == ["Home"]


def test_english_reads_nothing_that_it_does_not_need() -> None:
    read = _told("", "[each for each in __import__('sys').modules if each.startswith(('ui.', 'xml'))]")
    assert not {"ui.catalogue", "ui.pseudo", "xml.etree"} & set(read)


# The command.


def test_the_catalogue_holds_every_text_of_the_window_and_waits_for_a_translator(tmp_path: Path) -> None:
    file = tmp_path / "mi_NZ.ts"
    waiting = catalogue.write(file)
    root = ElementTree.parse(file).getroot()
    assert root.get("language") == "mi_NZ"
    sources = [each.text for each in root.iter("source")]
    assert len(sources) == len(set(sources)) == waiting
    assert {"&File", "no {things}", "case or change", "cases and changes", "action", "actions"} <= set(
        sources
    )
    assert catalogue.finished(file) == {}


def test_the_command_run_again_keeps_what_was_translated_and_says_what_is_said_no_more(
    tmp_path: Path,
) -> None:
    file = _written(tmp_path / "made.ts", {"Said no more": "MORE"})
    tree = ElementTree.parse(file)
    first = next(tree.iter("message"))
    told = first.find("translation")
    assert told is not None
    told.text = f"{first.findtext('source')} · MORE"
    del told.attrib["type"]
    tree.write(file, encoding="utf-8", xml_declaration=True)
    waiting = catalogue.write(file)
    assert waiting == len(catalogue.texts()) - 1
    assert list(catalogue.finished(file).values()) == [told.text]
    assert '<translation type="vanished">MORE</translation>' in file.read_text(encoding="utf-8")
    before = file.read_bytes()
    catalogue.write(file)
    assert file.read_bytes() == before


# The made-up tongue.


def test_nothing_is_cut_off_on_any_screen_where_every_word_is_longer() -> None:
    """In a process of its own, for the tongue is chosen before the window is read. What it walks: `in_pseudo.py`."""
    environ = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-n", "0", "tests/ui/in_pseudo.py"],
        capture_output=True,
        check=False,
        encoding="utf-8",
        env=environ | {"FORUMDESK_TONGUE": "pseudo"},
        cwd=TOP,
    )
    assert done.returncode == 0, done.stdout


@given(st.text(alphabet="abc XYZ&{}`(*.csv)\n…", min_size=1).filter(lambda text: text.strip("&{} \n…`(*.)")))
def test_the_longer_words_keep_their_mnemonics_and_commands(text: str) -> None:
    told = pseudo.longer(text)
    assert told.count("&") >= text.count("&")
    assert len(told) >= len(text)
    assert told[: len(text) - len(text.lstrip())] == text[: len(text) - len(text.lstrip())]


def test_the_longer_words_are_two_fifths_longer_marked_and_between_brackets() -> None:
    text = "&Import an extract of {count:,} people (*.csv), as by `forumdesk extract import`"
    told = pseudo.longer(text)
    assert told.startswith("[&Iṃṗōṙṫ ")
    assert told.endswith("]")
    for kept in ("{count:,}", "(*.csv)", "`forumdesk extract import`", "&I"):
        assert kept in told
    assert len(pseudo.longer("Somebody else is saving the register")) >= 1.38 * 36
    assert pseudo.longer("{count:,} {things}") == "{count:,} {things}"
