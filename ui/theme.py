"""Themes and text size: our own palettes and one style sheet over Fusion, so that what is tested is what ships.

`apply` is called at the start and whenever a person changes theme or size; nothing needs a restart.
Widgets ask for a look by a property, never by a colour of their own:

    label.setProperty("look", "title" | "heading" | "muted" | "bad" | "warn" | "good")
    button.setProperty("look", "first" | "link" | "chip" | "danger")

A widget that paints for itself reads `tones()`.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from ui.icons import drawn
from ui.tones import FLAG_TONES, TONES, Theme, Tones

SMALLEST, LARGEST, STEP = 80, 200, 10
BASE_PIXELS = 15
CELL_PADDING = 3
"""Beside the text of a cell, with the three that Qt keeps for a frame: as far in as the head over it."""
FONTS = Path(__file__).resolve().parents[1] / "reports" / "fonts"
"""The fonts that pages are printed with; a file read by place, since the window may not import documents."""


_DRESSED = "forumdesk-dressed"


class _Now:
    """What is in force, for widgets that paint for themselves."""

    theme = Theme.LIGHT
    percent = 100
    sheet = ""


def tones() -> Tones:
    """The colours in force."""
    return TONES[_Now.theme]


def flag_tones(code: str) -> tuple[str, str]:
    """Fill and letters of a flag's chip in the theme in force."""
    return FLAG_TONES[_Now.theme].get(code, (tones().base, tones().text))


def in_force() -> Theme:
    """The theme that is drawn now."""
    return _Now.theme


def high_contrast() -> bool:
    return _Now.theme is Theme.CONTRAST


def scaled(pixels: int) -> int:
    """A length at 100 % as it is at the text size in force."""
    return round(pixels * _Now.percent / 100)


def wanted(theme: Theme, app: QApplication) -> Theme:
    """The theme to draw: what was chosen, or what the computer is set to: high contrast before light or dark."""
    if theme is not Theme.SYSTEM:
        return theme
    hints = app.styleHints()  # kept in a name: a chained temporary is deleted under its caller
    access = hints.accessibility()
    if access.contrastPreference() is Qt.ContrastPreference.HighContrast:
        return Theme.CONTRAST
    return Theme.DARK if hints.colorScheme() == Qt.ColorScheme.Dark else Theme.LIGHT


def load_fonts() -> str:
    """The family to draw with: Segoe UI where there is one, else the one that ships with the program."""
    if "Segoe UI" in QFontDatabase.families():
        return "Segoe UI"
    found = [QFontDatabase.addApplicationFont(str(file)) for file in sorted(FONTS.glob("*.ttf"))]
    families = [name for each in found if each >= 0 for name in QFontDatabase.applicationFontFamilies(each)]
    return "Source Sans Pro" if "Source Sans Pro" in families else QFont().family()


def apply(app: QApplication, theme: Theme, percent: int) -> None:
    """Draw the whole program in a theme at a text size between `SMALLEST` and `LARGEST` per cent."""
    _Now.theme = wanted(theme, app)
    _Now.percent = max(SMALLEST, min(LARGEST, percent))
    family = app.property("forumdesk-family")
    if family is None:
        family = load_fonts()
        app.setProperty("forumdesk-family", family)
    font = QFont(str(family))
    font.setPixelSize(scaled(BASE_PIXELS))
    app.setFont(font)
    app.setPalette(_palette(tones()))
    _Now.sheet = _sheet(tones())
    for window in app.topLevelWidgets():
        if window.property(_DRESSED):
            window.setStyleSheet(_Now.sheet)


def dress(window: QWidget) -> None:
    """Have a window, and all that stands in it or opens over it, drawn by the style sheet in force, now and later.

    The windows have the sheet and not the application: there each part would be styled again whenever what it stands
    in is put into something else, and that was half of what it took to build a screen.
    """
    window.setProperty(_DRESSED, True)
    window.setStyleSheet(_Now.sheet)


def _palette(t: Tones) -> QPalette:
    palette = QPalette()
    roles = QPalette.ColorRole
    for role, colour in (
        (roles.Window, t.window),
        (roles.WindowText, t.text),
        (roles.Base, t.base),
        (roles.AlternateBase, t.window),
        (roles.Text, t.text),
        (roles.PlaceholderText, t.muted),
        (roles.Button, t.raised),
        (roles.ButtonText, t.text),
        (roles.BrightText, t.on_accent),
        (roles.Highlight, t.accent),
        (roles.HighlightedText, t.on_accent),
        (roles.Accent, t.accent),
        (roles.Link, t.link),
        (roles.LinkVisited, t.link),
        (roles.ToolTipBase, t.base),
        (roles.ToolTipText, t.text),
        (roles.Light, t.raised),
        (roles.Midlight, t.raised),
        (roles.Mid, t.line),
        (roles.Dark, t.edge),
        (roles.Shadow, t.edge),
    ):
        palette.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(t.muted))
    return palette


def _sheet(t: Tones) -> str:
    s = scaled
    thick = 2 if high_contrast() else 1
    half = s(16) // 2 + thick  # of a mark with its edge: of more than half Qt makes no circle but a square
    return f"""
QWidget {{ outline: 0; }}
QToolTip {{ color: {t.text}; background: {t.base}; border: 1px solid {t.edge}; padding: {s(4)}px; }}
QLabel[look="title"] {{ font-size: {s(22)}px; font-weight: 600; }}
QLabel[look="heading"] {{ font-size: {s(17)}px; font-weight: 600; }}
QLabel[look="huge"] {{ font-size: {s(30)}px; font-weight: 600; }}
QLabel[look="large"] {{ font-size: {s(16)}px; }}
QLabel[look="strong"] {{ font-weight: 600; }}
QLabel[look="muted"] {{ color: {t.muted}; }}
QLabel[look="good"] {{ color: {t.good}; background: {t.base}; padding: {s(8)}px {s(10)}px;
    border: 1px solid {t.good}; border-radius: {s(4)}px; }}
QLabel[look="warn"] {{ color: {t.warn}; background: {t.warn_back}; padding: {s(8)}px {s(10)}px;
    border: 1px solid {t.warn}; border-radius: {s(4)}px; }}
QLabel[look="bad"] {{ color: {t.bad}; background: {t.bad_back}; padding: {s(8)}px {s(10)}px;
    border: 1px solid {t.bad}; border-radius: {s(4)}px; }}
QFrame[look="card"] {{ background: {t.base}; border: {thick}px solid {t.line if thick == 1 else t.edge};
    border-radius: {s(6)}px; }}
QFrame[look="card"] QLabel {{ background: transparent; }}
QFrame[look="band"] {{ background: {t.band}; }}
QFrame[look="band-alarm"] {{ background: {t.bad}; }}
QFrame[look="band-alarm"] QLabel {{ color: {t.base}; font-weight: 600; background: transparent; }}
QFrame[look="band"] QLabel {{ color: {t.on_band}; font-weight: 600; background: transparent; }}
QFrame[look="strip"] {{ background: {t.raised}; border-bottom: 1px solid {t.edge}; }}

QPushButton {{ color: {t.text}; background: {t.base}; border: {thick}px solid {t.edge};
    border-radius: {s(4)}px; padding: {s(4)}px {s(12)}px; min-height: {s(22)}px; }}
QPushButton:hover {{ background: {t.raised}; border-color: {t.text}; }}
QPushButton:pressed {{ background: {t.line}; }}
QPushButton:disabled {{ color: {t.muted}; border: {thick}px dashed {t.edge}; background: transparent; }}
QPushButton:focus {{ border: 3px solid {t.focus}; padding: {s(4) - 3 + thick}px {s(12) - 3 + thick}px; }}
QPushButton[look="first"] {{ color: {t.on_accent}; background: {t.accent}; border-color: {t.accent};
    font-weight: 600; }}
QPushButton[look="first"]:hover {{ border-color: {t.text}; }}
QPushButton[look="first"]:focus {{ color: {t.link}; background: {t.base}; border: 3px solid {t.focus}; }}
QPushButton[look="first"]:disabled {{ color: {t.muted}; background: transparent; border: {thick}px dashed {t.edge}; }}
QPushButton[look="danger"] {{ color: {t.bad}; border-color: {t.bad}; font-weight: 600; }}
QPushButton[look="danger"]:disabled {{ color: {t.muted}; border: {thick}px dashed {t.edge}; }}
QPushButton[look="chip"] {{ border-radius: {s(13)}px; padding: {s(2)}px {s(12)}px; }}
QPushButton[look="chip"]:focus {{ padding: {s(2) - 3 + thick}px {s(12) - 3 + thick}px; }}
QPushButton[look="chip"]:checked {{ background: {t.accent}; color: {t.on_accent}; border-color: {t.accent}; }}
QPushButton[look="chip"]:checked:focus {{ border: 3px solid {t.on_accent}; }}
QPushButton[look="link"] {{ color: {t.link}; background: transparent; border: 2px solid transparent;
    text-decoration: underline; padding: {s(2)}px {s(4)}px; }}
QPushButton[look="link"]:focus {{ border: 2px solid {t.focus}; }}

QLineEdit, QPlainTextEdit, QTextEdit, QDateEdit, QSpinBox {{ color: {t.text}; background: {t.base};
    border: {thick}px solid {t.edge}; border-radius: {s(4)}px; padding: {s(4)}px {s(8)}px;
    placeholder-text-color: {t.muted}; selection-background-color: {t.accent}; selection-color: {t.on_accent}; }}
QLineEdit, QDateEdit, QSpinBox {{ min-height: {s(22)}px; }}
QLineEdit[look="code"] {{ min-height: {s(34)}px; }}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QDateEdit:focus, QSpinBox:focus {{
    border: 3px solid {t.focus}; padding: {s(4) - 3 + thick}px {s(8) - 3 + thick}px; }}
QLineEdit:read-only {{ background: {t.raised}; }}
QLineEdit:disabled {{ color: {t.muted}; background: transparent; border: {thick}px dashed {t.edge}; }}
QLineEdit[wrong="true"] {{ border: 2px solid {t.bad}; }}
QComboBox {{ color: {t.text}; background: {t.base}; border: {thick}px solid {t.edge};
    border-radius: {s(4)}px; padding: {s(4)}px {s(8)}px; min-height: {s(22)}px; }}
QComboBox:focus {{ border: 3px solid {t.focus}; padding: {s(4) - 3 + thick}px {s(8) - 3 + thick}px; }}
QComboBox:disabled {{ color: {t.muted}; border: {thick}px dashed {t.edge}; }}
QComboBox::drop-down {{ border: 0; width: {s(24)}px; }}
QComboBox::down-arrow {{ image: url("{drawn("down", t.text)}"); width: {s(14)}px; height: {s(14)}px; }}
QComboBox QAbstractItemView {{ color: {t.text}; background: {t.base}; border: 1px solid {t.edge};
    selection-background-color: {t.accent}; selection-color: {t.on_accent}; }}
QComboBox QAbstractItemView::item {{ min-height: {s(26)}px; }}

QCheckBox, QRadioButton {{ min-height: {s(26)}px; spacing: {s(8)}px; padding: 0 {s(4)}px; border: 2px solid transparent;
    border-radius: {s(4)}px; }}
QCheckBox:focus, QRadioButton:focus {{ border: 2px solid {t.focus}; }}
QCheckBox::indicator, QRadioButton::indicator, QListWidget#ticks::indicator {{ width: {s(16)}px; height: {s(16)}px;
    border: {thick}px solid {t.edge}; background: {t.base}; }}
QCheckBox::indicator, QListWidget#ticks::indicator {{ border-radius: {s(3)}px; }}
QRadioButton::indicator {{ border-radius: {half}px; }}
QCheckBox::indicator:checked, QListWidget#ticks::indicator:checked {{ background: {t.accent}; border-color: {t.accent};
    image: url("{drawn("tick", t.on_accent)}"); }}
QCheckBox::indicator:indeterminate {{ background: {t.accent}; border-color: {t.accent};
    image: url("{drawn("dash", t.on_accent)}"); }}
QRadioButton::indicator:checked {{ border-color: {t.accent}; image: url("{drawn("dot", t.accent)}"); }}

QListView, QTreeView, QTableView {{ background: {t.base}; alternate-background-color: {t.window};
    border: 2px solid {t.line}; gridline-color: {t.line}; border-radius: {s(2)}px;
    selection-background-color: {t.accent}; selection-color: {t.on_accent}; }}
QTableView:focus, QTreeView:focus, QListView:focus {{ border-color: {t.focus}; }}
QTableView::item, QTreeView::item {{ padding: 0 {s(CELL_PADDING)}px; border: 0; }}
QListView::item {{ min-height: {s(28)}px; padding: 0 {s(6)}px; border: 0; }}
QListView::item:selected, QTableView::item:selected {{ background: {t.accent}; color: {t.on_accent}; }}
QListWidget#ticks::item {{ border: 2px solid transparent; padding: {s(2)}px {s(6)}px; }}
QListWidget#ticks::item:selected {{ background: {t.raised}; color: {t.text}; border: 2px solid {t.focus}; }}
QListWidget#sections {{ background: {t.base}; border: 2px solid {t.base}; border-radius: 0; padding: {s(4)}px 0; }}
QListWidget#sections:focus {{ border-color: {t.focus}; }}
QListWidget#sections::item {{ padding: 0 {s(4)}px 0 {s(12)}px; }}
QListWidget#sections::item:hover {{ background: {t.raised}; }}
QListWidget#sections::item:selected {{ background: {t.accent}; color: {t.on_accent}; }}
QHeaderView {{ background: {t.raised}; }}
QHeaderView::section {{ color: {t.text}; background: {t.raised}; border: 0; border-right: 1px solid {t.line};
    border-bottom: 1px solid {t.edge}; padding: {s(6)}px {s(6)}px; font-weight: 600; }}
QHeaderView::down-arrow {{ image: url("{drawn("down", t.text)}"); width: {s(12)}px; }}
QHeaderView::up-arrow {{ image: url("{drawn("up", t.text)}"); width: {s(12)}px; }}
QTabBar::tab {{ color: {t.text}; background: transparent; padding: {s(6)}px {s(10)}px; min-height: {s(22)}px;
    border: 2px solid transparent; border-bottom: 3px solid {t.line}; }}
QTabBar::tab:selected {{ font-weight: 600; border-bottom: 3px solid {t.accent}; }}
QTabBar:focus::tab:selected, QTabBar::tab:focus {{ border: 2px solid {t.focus}; }}
QTabBar::scroller {{ width: {s(56)}px; }}
QTabBar QToolButton {{ background: {t.raised}; border: 1px solid {t.edge}; padding: 0; margin: 0; }}
QTabBar QToolButton::left-arrow {{ image: url("{drawn("left", t.text)}"); width: {s(14)}px; height: {s(14)}px; }}
QTabBar QToolButton::right-arrow {{ image: url("{drawn("right", t.text)}"); width: {s(14)}px; height: {s(14)}px; }}
QTabBar QToolButton::left-arrow:disabled {{ image: url("{drawn("left", t.muted)}"); }}
QTabBar QToolButton::right-arrow:disabled {{ image: url("{drawn("right", t.muted)}"); }}
QTabWidget::pane {{ border: 0; }}

QMenuBar {{ background: {t.window}; color: {t.text}; }}
QMenuBar::item {{ padding: {s(5)}px {s(9)}px; background: transparent; }}
QMenuBar::item:selected {{ background: {t.accent}; color: {t.on_accent}; }}
QMenu {{ background: {t.base}; color: {t.text}; border: 1px solid {t.edge}; padding: {s(4)}px; }}
QMenu::item {{ padding: {s(5)}px {s(28)}px {s(5)}px {s(16)}px; min-height: {s(20)}px; }}
QMenu::item:selected {{ background: {t.accent}; color: {t.on_accent}; }}
QMenu::item:disabled {{ color: {t.muted}; font-style: italic; }}
QMenu::item:disabled:selected {{ background: {t.raised}; color: {t.text}; }}
QMenu::separator {{ height: 1px; background: {t.line}; margin: {s(4)}px; }}
QStatusBar {{ background: {t.window}; color: {t.text}; border-top: 1px solid {t.line}; }}
QStatusBar::item {{ border: 0; }}
QProgressBar {{ color: {t.text}; background: {t.base}; border: 1px solid {t.edge}; border-radius: {s(3)}px;
    text-align: center; min-height: {s(14)}px; max-height: {s(14)}px; }}
QProgressBar::chunk {{ background: {t.accent}; }}
QScrollArea {{ border: 0; background: transparent; }}
QScrollArea > QWidget > QWidget {{ background: transparent; }}
QScrollBar {{ background: {t.window}; border: 0; }}
QAbstractScrollArea::corner {{ background: {t.window}; }}
QScrollBar:vertical {{ width: {s(14)}px; }}
QScrollBar:horizontal {{ height: {s(14)}px; }}
QScrollBar::handle {{ background: {t.edge}; border-radius: {s(4)}px; margin: {s(3)}px; }}
QScrollBar::handle:vertical {{ min-height: {s(28)}px; }}
QScrollBar::handle:horizontal {{ min-width: {s(28)}px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QSplitter::handle {{ background: {t.line}; }}
QSplitter::handle:horizontal {{ width: {s(5)}px; }}
QTextBrowser {{ padding: {s(8)}px; }}
"""


def relook(widget: QWidget, look: str) -> None:
    """Give a widget another look while it is shown."""
    widget.setProperty("look", look)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)


def letters(widget: QWidget, count: int) -> int:
    """The width of so many letters in a widget's font, in pixels."""
    return QFontMetrics(widget.font()).averageCharWidth() * count
