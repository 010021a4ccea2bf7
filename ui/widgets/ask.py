"""A form that asks for a few things, says what is wrong beside them, and goes only when they are saved.

    AskForm(self.window(), "Take in", "Why …", (("reason", "&Reason", QLineEdit()),), "Take in", do).open()

`do(values, form)` is called with what was typed by key; it ends with `form.accept()` once it is saved, or with
`form.say(sentence)`, whereupon everything typed is still there. `form.asking(screen, case, …)` does both.

Closed otherwise, covered by a lock or lost with the computer, what was typed comes back when the form is opened again
(`ui.widgets.half_typed`): a form never asks before it is closed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.domain.errors import Overtaken
from ui import words
from ui.theme import letters, scaled
from ui.tongue import tr
from ui.widgets.half_typed import HalfForm, HalfTyped
from ui.widgets.labels import buddy, button, label, row
from ui.widgets.notice import Notice
from ui.widgets.pick import DayEdit, Pick
from ui.widgets.unsaved import Unsaved, may_be_tried_again

if TYPE_CHECKING:
    from ui.screen import Screen

SEALED = "sealed"
"""The property of a field whose text goes through the door and is kept nowhere else: in no saved copy either."""

Values = Mapping[str, Any]
Asked = tuple[str, str, QWidget]
"""Key, words with mnemonic, field."""


def long_text(lines: int = 4) -> QPlainTextEdit:
    """A field of several lines that Tab leaves."""
    made = QPlainTextEdit()
    made.setTabChangesFocus(True)
    made.setFixedHeight(made.fontMetrics().lineSpacing() * lines + scaled(20))
    return made


class AskForm(QDialog):
    """Window-modal, closed by Esc, saved by its button or Ctrl+Enter."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        intro: str,
        fields: Sequence[Asked],
        act: str,
        do: Callable[[Values, AskForm], None],
        about: str = "",
        grave: bool = False,
    ) -> None:
        """`about` says what is asked about where title and introduction do not: a PRN, a cell's number.

        What is `grave` cannot be taken back: its button looks like no other.
        """
        super().__init__(parent)
        self.setWindowTitle(title)
        self._title = title
        """For when the window is gone already."""
        self.intro, self.about = intro, about
        self.half: HalfForm | None = None
        self._stood: dict[str, str] = {}
        self._closed = False
        self._keeper: HalfTyped | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._fields = {key: field for key, _, field in fields}
        self._headings = {key: told.replace("&", "") for key, told, _ in fields}
        self._do = do
        self.notice = Notice()
        self.act: QPushButton = button(act, self.done_asking, look="danger" if grave else "first")
        self.act.setDefault(True)
        self.act.setShortcut("Ctrl+Return")
        self.cancel = button(tr("Cancel"), self.reject)
        inner = QWidget()
        form = QVBoxLayout(inner)
        form.setContentsMargins(0, 0, scaled(6), 0)
        for _, told, field in fields:
            if isinstance(field, QCheckBox):
                field.setText(told)
            else:
                form.addWidget(buddy(told, field))
            form.addWidget(field)
            if isinstance(said := getattr(field, "said", None), QLabel):
                form.addWidget(said)
        form.addStretch(1)
        scroll = QScrollArea()
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(scaled(18), scaled(14), scaled(18), scaled(14))
        layout.addWidget(label(title, "heading"))
        if intro:
            layout.addWidget(label(intro))
        layout.addWidget(self.notice)
        layout.addWidget(scroll, 1)
        layout.addLayout(row(None, self.cancel, self.act))
        width = min(max(letters(self, 64), inner.sizeHint().width() + scaled(60)), parent.width() - 20)
        self.setMinimumWidth(min(width, scaled(360)))
        self._most = parent.height() - 20
        self.ensurePolished()
        inside = width - scaled(36)
        tall = layout.totalHeightForWidth(width) - scroll.sizeHint().height()
        needed = form.totalHeightForWidth(inside) if form.hasHeightForWidth() else inner.sizeHint().height()
        days = sum(isinstance(field, DayEdit) for _, _, field in fields)  # each is read back once it is typed
        needed += days * (self.fontMetrics().height() + form.spacing())
        self.resize(width, min(tall + needed + scaled(8), self._most))
        if fields:
            fields[0][2].setFocus()
        else:
            scroll.hide()
            self.resize(width, layout.totalHeightForWidth(width))

    def field(self, key: str) -> QWidget:
        return self._fields[key]

    def heading(self, key: str) -> str:
        """What stands over a field."""
        return self._headings[key]

    def values(self) -> Values:
        """What was typed, by key: text, the value behind a choice, a day or None."""
        found: dict[str, Any] = {}
        for key, field in self._fields.items():
            if isinstance(field, (DayEdit, Pick)):
                found[key] = field.value
            elif isinstance(field, QCheckBox):
                found[key] = field.isChecked()
            elif isinstance(field, QPlainTextEdit):
                found[key] = field.toPlainText()
            elif isinstance(field, QLineEdit):
                found[key] = field.text()
        return found

    def texts(self) -> dict[str, str]:
        """What was typed under each heading; a passphrase is nobody's to keep."""
        return {
            self._headings[key]: value
            for key, value in self.values().items()
            if isinstance(value, str) and value and not _is_hidden(self._fields[key])
        }

    # What is half-typed.

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt calls it
        """Opened for the first time: what was typed in the one before comes back."""
        super().showEvent(event)
        if self._keeper is None and (keeper := HalfTyped.of(self)) is not None:
            self._stood = self._now()
            self._keeper = keeper
            keeper.opened(self)

    def done(self, result: int) -> None:
        """Saved, or closed by Esc, *Cancel* or the window's own button: what is typed then is kept."""
        self._closed = True
        if self._keeper is not None:
            self._keeper.closed(self, result == QDialog.DialogCode.Accepted)
        super().done(result)

    def begun(self) -> str:
        """The choices and days that stood there when it was opened; a day that is today stands in every such form."""
        told = [
            self._stood[key]
            for key, field in self._fields.items()
            if isinstance(field, Pick) or (isinstance(field, DayEdit) and not field.is_today)
        ]
        return "; ".join(told)

    def half_typed(self) -> HalfForm | None:
        """What was typed and is not saved. A choice made is kept beside a text, not by itself."""
        if self.half is None:
            return None
        typed = {
            key: text
            for key, text in self._now().items()
            if text != self._stood.get(key, text)
            and self._fields[key].isEnabled()  # greyed: it is saved already
        }
        if not any(isinstance(self._fields[key], (QLineEdit, QPlainTextEdit)) for key in typed):
            typed = {}
        return replace(self.half, typed=typed, stood={key: self._stood[key] for key in typed})

    def give_back(self, half: HalfForm) -> None:
        """Put back what was typed, and say so; and say what was changed under it meanwhile."""
        fields = {key: text for key, text in half.typed.items() if key in self._stood}
        for key, text in fields.items():
            _put(self._fields[key], text)
        changed = [
            tr("{headings} reads “{stood}” by now.", headings=self._headings[key], stood=self._stood[key])
            for key in fields
            if self._stood[key] != half.stood.get(key)
        ]
        told = " ".join((words.FORM_BACK, *changed))
        self._tell(told, "warn", (words.BEGIN_ANEW, self._begin_anew))

    def _begin_anew(self) -> None:
        for key, text in self._stood.items():
            _put(self._fields[key], text)
        if self._keeper is not None and self.half is not None:
            self._keeper.forget(self.half)
        self.notice.hide()

    def _now(self) -> dict[str, str]:
        """What stands in the fields, but for what is nobody's to keep."""
        return {key: _text(field) for key, field in self._fields.items() if not _is_hidden(field)}

    def done_asking(self) -> None:
        """Save, unless a day is no day."""
        for field in self._fields.values():
            if isinstance(field, DayEdit) and field.wrong:
                self.say(tr("“{field}” is not a day; write dd/mm/yyyy.", field=field.text()), field)
                return
        self._do(self.values(), self)

    def _tell(self, sentence: str, tone: str, *acts: tuple[str, Callable[[], object]]) -> None:
        """Over the fields, for which the dialog grows: what was typed is not pushed out of sight."""
        was_hidden = not self.notice.isVisibleTo(self)
        self.notice.say(sentence, tone, *acts)
        if was_hidden:
            self.resize(self.width(), min(self.height() + self.notice.sizeHint().height(), self._most))

    def say(self, sentence: str, field: QWidget | None = None) -> None:
        """What is wrong; everything typed stays."""
        self.act.setEnabled(True)
        self._tell(sentence, "bad")
        if field is not None:
            field.setFocus()

    def was_saved(self) -> None:
        """It goes, and what is kept of it where it went by Esc before it was saved."""
        if not self._closed:
            self.accept()
        elif self._keeper is not None and self.half is not None:
            self._keeper.forget(self.half)

    def refused(self, screen: Screen, error: Exception, field: QWidget | None = None) -> None:
        """What the door said: in the form, or on the screen where the form went by Esc and its text is kept."""
        if self._closed:
            screen.say_error(error, self._title)
        else:
            self.say(words.sentence_of(error), field)

    def asking(
        self,
        screen: Screen,
        case: Callable[..., Any],
        *args: object,
        then: Callable[[Any], None],
        overtaken: Callable[[Overtaken], None] | None = None,
        **kwargs: Any,
    ) -> None:
        """Ask the door; close once it is saved, else say why and keep the form.

        `overtaken` is told where somebody else wrote the same value meanwhile.
        """
        self.act.setEnabled(False)

        def saved(result: Any) -> None:
            self.was_saved()
            screen.saved()
            then(result)

        def refused(error: Exception) -> None:
            if self._closed:
                screen.say_error(error, self._title)
            elif overtaken is not None and isinstance(error, Overtaken):
                self.act.setEnabled(True)
                overtaken(error)
            elif may_be_tried_again(error):
                self.act.setEnabled(True)
                Unsaved(screen, self.notice, self.windowTitle(), self.texts(), self.done_asking).say(error)
            else:
                self.refused(screen, error)

        screen.ask(case, *args, then=saved, otherwise=refused, saying=tr("Saving"), **kwargs)


def _is_hidden(field: QWidget) -> bool:
    """A passphrase, also while it is shown, or who said a thing."""
    if isinstance(field, QLineEdit) and (
        field.echoMode() != QLineEdit.EchoMode.Normal
        or field.inputMethodHints() & Qt.InputMethodHint.ImhSensitiveData
    ):
        return True
    return bool(field.property(SEALED))


def _text(field: QWidget) -> str:
    """What a field shows, as text."""
    if isinstance(field, Pick):
        return field.currentText()
    if isinstance(field, QCheckBox):
        return "yes" if field.isChecked() else ""
    if isinstance(field, QPlainTextEdit):
        return field.toPlainText()
    return field.text() if isinstance(field, QLineEdit) else ""


def _put(field: QWidget, text: str) -> None:
    """Have a field show what it showed; a choice that is none any more stays as it is."""
    if isinstance(field, Pick):
        if (number := field.findText(text)) >= 0:
            field.setCurrentIndex(number)
    elif isinstance(field, QCheckBox):
        field.setChecked(bool(text))
    elif isinstance(field, QPlainTextEdit):
        field.setPlainText(text)
    elif isinstance(field, QLineEdit):
        field.setText(text)
