"""Whatever the window says to people passes `ui.tongue.tr`, so that no text is forgotten when a catalogue is filled."""

import ast

import pytest

from tests.architecture.source import ROOT, modules
from tests.architecture.tongue import KEPT, SILENT, Reader, called, cut, said
from ui.catalogue import SAYS, texts_of

WINDOW = {path.as_posix(): tree for path, tree in modules().items() if path.parts[0] == "ui"}


def unsaid(source: str) -> list[str]:
    """The texts of a source that do not pass `tr`."""
    return [said(each) for each in Reader(ast.parse(source)).texts()]


def test_every_text_of_the_window_passes_the_tongue() -> None:
    found = [
        f"{path}:{each.lineno} {said(each)!r}"
        for path, tree in WINDOW.items()
        if path not in SILENT
        for each in Reader(tree, KEPT.get(path, ())).texts()
    ]
    assert found == []


def test_what_is_left_as_it_is_still_stands_there() -> None:
    assert set(WINDOW) >= SILENT
    for path, kept in KEPT.items():
        literals = {said(node) for node in ast.walk(WINDOW[path]) if isinstance(node, ast.expr)}
        assert kept <= literals, path


def test_what_passes_the_tongue_is_written_out_for_the_catalogue() -> None:
    """What is put together first is in no catalogue: braces are filled after the text was looked up."""
    computed = [
        f"{path}:{node.lineno}"
        for path, tree in WINDOW.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and called(node) == SAYS and not isinstance(node.args[0], ast.Constant)
    ]
    assert all(place.startswith("ui/words.py:") for place in computed), computed
    assert len(computed) == 1, "of what is counted, ui.words looks one thing or more of it up"


def test_no_text_is_cut_or_changed_by_a_word_after_it_was_translated() -> None:
    assert [f"{path}:{each.lineno}" for path, tree in WINDOW.items() for each in cut(tree)] == []


@pytest.mark.parametrize(
    "breach",
    ['person_words(cell).replace("? row", "Row")', "state_words(each, today)[2:]", 'tr("● OUT")[2:]'],
)
def test_a_text_that_is_cut_after_it_was_translated_is_noticed(breach: str) -> None:
    assert len(list(cut(ast.parse(breach)))) == 1


@pytest.mark.parametrize(
    ("breach", "texts"),
    [
        ('label("Home")', ["Home"]),
        ('button("&Save", self.save)', ["&Save"]),
        ('self.box.setPlaceholderText("name")', ["name"]),
        ('self.notice.say("Nothing was saved.", "warn")', ["Nothing was saved."]),
        ('title: ClassVar[str] = "Cases"', ["Cases"]),
        ('raise Refused("The file is gone.")', ["The file is gone."]),
        ('Column(tr("State"), lambda row: row.state or "none")', ["none"]),
        ('Pick(tr("Stage"), [("any", None)])', ["any"]),
        ('told = f"{count} of {total}"', [" of "]),
        ("f\"{row.name}: {tr('late') if late else 'early'}\"", ["early"]),
        ('WORDS = {State.OUT: "● out", State.BACK: "back"}', ["● out", "back"]),
        ('self.ask(read, number, saying="Reading")', ["Reading"]),
        ('def state() -> str:\n    return "✓ done" if done else "ahead"', ["✓ done", "ahead"]),
        ('text = "one thing" + more', ["one thing"]),
        ('Action("go", "File", "&Go", self.go)', ["&Go"]),
        ('tr("Home {name}", name="somebody" if name is None else name)', ["somebody"]),
        ('label(", ".join(names) or "nobody")', ["nobody"]),
        ("self.done.emit(f\"{'Taken' if back else 'Done'}: {what}.\")", ["Taken", "Done"]),
    ],
)
def test_a_text_that_is_forgotten_is_noticed(breach: str, texts: list[str]) -> None:
    assert unsaid(breach) == texts


@pytest.mark.parametrize(
    "quiet",
    [
        'label(tr("Home"), "title")',
        'made.setObjectName("Sections")',
        'self.settings.setValue("text-size", 100)',
        'Action("go", "File", tr("&Go"), self.go, keys="Ctrl+G")',
        'KINDS = {"Police": frozenset({"export_police"})}',
        'self.open("case", prn=row.prn)',
        'words.counted(3, "case") + words.of(1, 2, "person", "people")',
        'from app.usecases.cases import note\nself.ask(note, "Seen at the counter")',
        'from app.domain.cases import Draft\nDraft("As it stands", reason="Nobody asked")',
        '"""What a module is for."""\nassert kind == "Yes"',
        'name: ClassVar[str] = "case"\nhelp_page = "The page"',
        'self.setStyleSheet("QLabel { color: red }")',
        'f"{one}: {other}"',
        'f"<p>{text}</p>"',
    ],
)
def test_what_is_for_the_machine_is_left_alone(quiet: str) -> None:
    assert unsaid(quiet) == []


def test_the_catalogue_sees_what_passes_the_tongue() -> None:
    tree = ast.parse(
        'tr("Home"); tr("{n} late", n=tr("two")); words.counted(3, "case"); of(1, 2, "person", "people")'
    )
    assert set(texts_of(tree)) == {"Home", "{n} late", "two", "case", "cases", "person", "people"}
    assert (ROOT / "ui" / "tongues" / "mi_NZ.ts").is_file()
