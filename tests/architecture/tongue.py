"""What the window says to people, told from its source: the literals that have to pass `ui.tongue.tr`.

Nobody marks in a source what people read, so it is told by shape and by place. By shape: a text holds letters and is no
small word alone (`text`, `window.ini`, `Ctrl+N`). By place: it is no key, no look and no name of a part, and is not
handed to the door; a small word is a text too where it stands in a sentence, or in another text's stead.
"""

import ast
import re
from collections.abc import Container, Iterable, Iterator

from ui.catalogue import PLURALS, SAYS

SILENT = frozenset(
    {
        "ui/away.py", "ui/catalogue.py", "ui/icons/__init__.py", "ui/pseudo.py", "ui/shoot.py", "ui/shoot_docs.py",
        "ui/theme.py", "ui/tones.py", "ui/tongue.py", "ui/widgets/clipboard.py",
    }
)  # fmt: skip
"""Modules that say nothing: pictures for the guide, styles, drawings, the computer's own names, the tongue itself."""
KEPT: dict[str, frozenset[str]] = {
    # Reasons that go into the record as they are: English is its language.
    "ui/case/steps.py": frozenset({"entered by mistake"}),
    "ui/register/criteria.py": frozenset({"Back to version ."}),
    "ui/packs/make.py": frozenset({"pack for the meeting"}),
    "ui/packs/printing.py": frozenset({"on paper: ", "for the meeting", "five words stand here once"}),
    "ui/packs/slips.py": frozenset({"slips after the meeting"}),
    "ui/widgets/paper.py": frozenset({"on paper", "as a file"}),
    # A state of the domain, told in other words.
    "ui/people/screen.py": frozenset({"asked for"}),
    # What a picture has typed into a box or a file that is made up, and the first words of a passphrase.
    "ui/case/pictures.py": frozenset(
        {"M. Ashcombe, Probation", "S. Merrin, Community Probation", "RESTRICTED-HB-3"}
    ),
    "ui/meeting/actions.py": frozenset({"no such words"}),
    # The trail's own sentences are looked through: they are kept.
    "ui/trail/filters.py": frozenset(
        {" signed in", " made this", " was refused", " looked", " read ", " verified", " printed"}
    ),
    "ui/register/left_out.py": frozenset({"nobody like this"}),
    "ui/register/pictures.py": frozenset({"ha"}),
    "ui/register/taking_in.py": frozenset(
        {
            "PRN,Surname,Given names,Date of birth,Forum,Prison,Statutory release date,As at,Colour",
            "90000001,Example,Ana,04/05/1988,,Rolleston,14/03/2027,,blue",
            "90000002,Example,Hōne,31/02/1979,,Rolleston,20/04/2027,,green",
            "90000003,Example,Mele,12/12/1990,,Rolleston,01/07/2027,,red",
        }
    ),
    "ui/settings/screen.py": frozenset({"nothing like this"}),
    # Names for the computer: of a style, of folders, of a row of keys.
    "ui/main.py": frozenset({"Fusion"}),
    "ui/widgets/half_typed.py": frozenset({"half-typed forms"}),
    "ui/packs/target.py": frozenset({"ForumDesk packs"}),
    "ui/police/review.py": frozenset({"ForumDesk Police"}),
    "ui/police/send.py": frozenset({"ForumDesk Police"}),
    "ui/register/screen.py": frozenset({"A … Z"}),
}
"""Texts that stay as they are, by module."""

NAMES = frozenset({"ForumDesk", "IN CONFIDENCE"})
"""The program's name and the marking: nobody translates them."""

_LETTER = re.compile(r"[^\W\d_]")
_KEY = r"((Ctrl|Alt|Shift)\+)*(Space|Return|Enter|Esc|PgUp|PgDown|Up|Down|Left|Right|F\d+|[^a-z ])"
_SMALL = re.compile(rf"[a-z0-9_.:/=*<>-]*|[A-Z0-9]{{1,4}}|[\w-]*\.[a-z]{{2,5}}|{_KEY}( {_KEY})*")
"""A key, a look, a file, a code: no blank, and nothing that only people write."""
_TAG = re.compile(r"<[^<>]*>")

QUIET_CALLS = frozenset(
    {
        "AssertionError", "cast", "compile", "emit", "encode", "endswith", "find_spec", "getattr", "hasattr",
        "import_module", "Literal", "look", "lstrip", "open", "ParamSpec", "partition", "Path", "preload",
        "property", "QKeySequence", "QLineEdit", "QMimeData", "QSettings", "QShortcut", "removeprefix",
        "removesuffix", "replace", "rpartition", "rstrip", "screen_class", "setCreator",
        "SetCurrentProcessExplicitAppUserModelID", "setData", "setObjectName", "setProperty", "setShortcut",
        "setStyleSheet", "split", "startswith", "steer", "strip", "sub", "TypeVar", "value", "ValueError",
        "with_name", "with_suffix",
    }
)  # fmt: skip
"""Whose arguments are for the machine, or are what people may type over."""
QUIET_PLACES = {
    "Action": {0, 1}, "KeyLine": {0}, "PaperOut": {1}, "Provenance": {6}, "Section": {0, 2, 4}, "_Lane": {0},
    "get": {0}, "getSaveFileName": {2}, "setValue": {0},
}  # fmt: skip
"""Of other calls, the places that are. A `Provenance` names last the headings by which the record keeps a history."""
DOOR = frozenset({"Call", "ask", "asking", "ask_long", "partial"})
"""What is handed on through these goes to the door; `saying` and `said` stay here."""
QUIET_WORDS = frozenset({"encoding", "headings", "key", "keys", "look", "prefix", "seen", "sort", "theme"})
QUIET_NAMES = frozenset(
    {"__all__", "headings", "help_page", "keys", "name", "opened", "section", "states", "topics"}
)
"""Names whose value is for the machine."""
SPOKEN_PLACES = {
    "Column": {0, 1}, "KeyLine": {1}, "buddy": {0}, "button": {0}, "label": {0}, "say": {0}, "setAccessibleName": {0},
    "setPlaceholderText": {0}, "setTabText": {1}, "setText": {0}, "setToolTip": {0}, "tell_status": {0},
}  # fmt: skip
PAIRED = frozenset({"Pick", "SavedPick", "set_choices"})
"""What is offered words with values behind them."""
SPOKEN_WORDS = frozenset({"lead", "said", "saying", "tip"})
"""Where a small word alone is read by people."""


class Reader:
    """Finds the outermost texts that do not pass `tr`; `kept` stay as they are. Made anew for each module."""

    def __init__(self, tree: ast.Module, kept: Container[str] = ()) -> None:
        self._tree = tree
        self._kept = kept
        self._handed = {
            alias.asname or alias.name
            for node in ast.walk(tree)
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("app.")
            if node.module != "app.domain.errors"
            for alias in node.names
        }
        """Names from below the window, but for errors: what they are given is kept or looked up, not shown."""

    def texts(self) -> Iterator[ast.expr]:
        """Each text, in the order of the source; what stands in a text's own braces is not named again."""
        for node in self._tree.body:
            yield from self.within(node)

    def within(self, node: ast.AST, spoken: bool = False) -> Iterator[ast.expr]:
        """The texts of a part; `spoken` where a small word in its place is read by people too."""
        match node:
            case ast.Constant() | ast.JoinedStr() if self._reads(node, spoken):
                yield node
            case ast.JoinedStr():
                yield from self._all(
                    (part.value for part in node.values if isinstance(part, ast.FormattedValue)), True
                )
            case ast.Call():
                yield from self._called(node)
            case ast.IfExp():
                yield from self.within(node.test)
                yield from self._beside((node.body, node.orelse), spoken)
            case ast.Dict():
                yield from self._beside(node.values, spoken)
            case ast.BinOp():
                yield from self._beside((node.left, node.right), spoken)
            case ast.BoolOp():
                yield from self._beside(node.values, spoken)
            case ast.Compare():
                yield from self._all(each for each in (node.left, *node.comparators) if not _plain(each))
            case ast.Subscript():
                yield from self.within(node.value, spoken)
                if not _plain(node.slice):
                    yield from self.within(node.slice)
            case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)) if (
                name in QUIET_NAMES
            ):
                pass
            case ast.Assign() | ast.AnnAssign():
                if node.value is not None:
                    yield from self.within(node.value)
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                usual = (each for each in (*node.args.defaults, *node.args.kw_defaults) if each is not None)
                yield from self._all((*node.decorator_list, *usual, *node.body))
            case ast.Lambda():
                yield from self.within(node.body, spoken)
            case ast.Expr(value=ast.Constant()) | ast.MatchValue() | ast.Set():
                pass
            case _:
                yield from self._all(ast.iter_child_nodes(node))

    def _all(self, nodes: Iterable[ast.AST], spoken: bool = False) -> Iterator[ast.expr]:
        for each in nodes:
            yield from self.within(each, spoken)

    def _offered(self, node: ast.expr) -> Iterator[ast.expr]:
        """The words of choices, each before its value."""
        pairs = node.elts if isinstance(node, (ast.List, ast.Tuple)) else [node]
        for each in pairs:
            if isinstance(each, ast.Tuple) and each.elts:
                yield from self.within(each.elts[0], True)
                yield from self._all(each.elts[1:])
            else:
                yield from self.within(each)

    def _beside(self, nodes: Iterable[ast.expr], spoken: bool) -> Iterator[ast.expr]:
        """What stands in a text's stead is one."""
        nodes = tuple(nodes)
        yield from self._all(nodes, spoken or any(self._reads(each) or says(each) for each in nodes))

    def _reads(self, node: ast.expr, spoken: bool = False) -> bool:
        """Whether people read the literal; `spoken` where they would read a small word too."""
        text = said(node)
        if text in self._kept or text in NAMES or not _LETTER.search(_TAG.sub("", text)):
            return False
        return spoken or not _SMALL.fullmatch(text)

    def _called(self, node: ast.Call) -> Iterator[ast.expr]:
        name = called(node)
        yield from self.within(node.func)
        counts = range(*PLURALS[name].indices(len(node.args))) if name in PLURALS else ()
        quiet = {0} if name == SAYS else QUIET_PLACES.get(name, set()) | set(counts)
        machine = name in QUIET_CALLS or name in self._handed
        for place, each in enumerate(node.args):
            if place not in quiet and not ((machine or name in DOOR) and _plain(each)):
                yield from (
                    self._offered(each)
                    if name in PAIRED
                    else self.within(each, place in SPOKEN_PLACES.get(name, ()))
                )
        for keyword in node.keywords:
            if keyword.arg not in QUIET_WORDS and not (machine and _plain(keyword.value)):
                yield from self.within(keyword.value, name == SAYS or keyword.arg in SPOKEN_WORDS)


def cut(tree: ast.AST) -> Iterator[ast.expr]:
    """Where a text is cut by place, or a word in it is changed, once it may have been translated."""
    for node in ast.walk(tree):
        match node:
            case ast.Subscript(value=ast.Call() as text, slice=ast.Slice()) if _is_text(text):
                yield node
            case ast.Call(func=ast.Attribute(value=ast.Call() as text, attr="replace"), args=[old, *_]) if (
                _is_text(text) and _LETTER.search(said(old))
            ):
                yield node


def _is_text(node: ast.Call) -> bool:
    name = called(node)
    return name == SAYS or name.endswith(("_words", "_told"))


def said(node: ast.expr) -> str:
    """What a literal says, in an f-string between its braces; nothing where it is no literal."""
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) for part in node.values if isinstance(part, ast.Constant))
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def says(node: ast.expr) -> bool:
    """Whether it is a text that passes `tr`."""
    return isinstance(node, ast.Call) and called(node) == SAYS


def called(node: ast.Call) -> str:
    """The last name of what is called; of `Column[Row](…)` it is `Column`."""
    func = node.func.value if isinstance(node.func, ast.Subscript) else node.func
    return func.attr if isinstance(func, ast.Attribute) else getattr(func, "id", "")


def _plain(node: ast.expr) -> bool:
    """A literal, or several."""
    if isinstance(node, (ast.Tuple, ast.List, ast.Set)):
        return all(_plain(each) for each in node.elts)
    if isinstance(node, ast.Dict):
        return all(_plain(each) for each in node.values)
    if isinstance(node, ast.JoinedStr):  # a choice between words within its braces is read for itself
        values = [part.value for part in node.values if isinstance(part, ast.FormattedValue)]
        return not any(isinstance(each, ast.IfExp) for each in values)
    return isinstance(node, ast.Constant)
