"""The fields of a case, saved as they are left. Where somebody else wrote meanwhile, both texts wait for a choice."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from app.domain.errors import Overtaken
from ui.case import steps
from ui.case.fields import BothTexts, SavedLine
from ui.case.overview import HEADINGS
from ui.case.refused import RefusedTexts, Typed
from ui.tongue import tr

if TYPE_CHECKING:
    from ui.case.screen import CaseScreen


class FieldTexts:
    """What is typed in the fields of one case screen, until it is saved; never with another person than its own."""

    def __init__(self, screen: CaseScreen) -> None:
        self._screen = screen
        self._visit = 0
        """Counts how often another case was turned to: an answer to what was asked before finds other fields."""
        self._yours: dict[str, tuple[str, str]] = {}
        """Fields somebody else wrote meanwhile: theirs, and the text of ours that waits for a choice."""
        self.refused = RefusedTexts(screen)

    def leave(self) -> None:
        """Another case is turned to: what is typed about one person is never shown, nor saved, with the next."""
        self._visit += 1
        self._yours.clear()
        for field in self._screen.tabs.overview.fields.values():
            if isinstance(field, SavedLine):
                field.put("")

    def save_field(self, key: str, old: str, new: str) -> None:
        """Write one field of the case in view as it is left."""
        self.write(self._screen.prn, self._screen.person_name, key, old, new)

    def write(self, prn: str, name: str, key: str, old: str, new: str) -> None:
        """Write a field of the case it was typed in, which may be in view no more when the answer comes."""
        screen, overview = self._screen, self._screen.tabs.overview
        if key == "leading_service" and not new:
            screen.notice.say(tr("A leading service can be changed, not taken away."), "warn")
            overview.leading.show_value(old)
            return

        visit = self._visit

        def saved(_none: None) -> None:
            screen.saved()
            if visit == self._visit:  # come back to, its fields are read anew
                overview.fields[key].shown = new
                self._yours.pop(key, None)

        def refused(error: Exception) -> None:
            away = visit != self._visit
            shows = isinstance(error, Overtaken) and self._may_show(prn)
            if shows and prn != screen.prn:
                screen.open("case", prn=prn, among=screen.among)
            if shows and prn == screen.prn and isinstance(error, Overtaken):
                if away:
                    screen.when_settled(partial(overview.put_typed, key, old, new))
                self.show_both(key, error.theirs, new)
            else:
                self.refused.keep(Typed(prn, name, key, old, new), error)

        self.refused.forget(prn, key)
        self.refused.tell()
        call = steps.field(prn, key, new, old)
        screen.ask(
            call.case, *call.args, **call.kwargs, then=saved, otherwise=refused, saying=tr("Saving"),
            undo=steps.field_set(prn, name, key, old, new),
        )  # fmt: skip

    def _may_show(self, prn: str) -> bool:
        """Whether both texts of a case may be shown now: not over another screen, where others may read along, and of
        another case not in the middle of something, which would be lost or saved with the wrong person."""
        if not self._screen.isVisible():
            return False
        over = any(each.isVisible() for each in self._screen.window().findChildren(QDialog))
        return prn == self._screen.prn or not (over or self._typed)

    def show_both(self, key: str, theirs: str, mine: str) -> None:
        """Both texts side by side; theirs is saved, ours stays in its field until one is chosen; Esc chooses none."""
        screen = self._screen
        field = screen.tabs.overview.fields[key]
        self._yours[key] = (theirs, mine)
        dialog = BothTexts(
            screen.window(), HEADINGS[key], theirs, mine,
            partial(self.save_field, key, theirs, mine),
        )  # fmt: skip

        def show_theirs() -> None:
            self._yours.pop(key, None)
            field.put(theirs) if isinstance(field, SavedLine) else field.show_value(theirs)

        def undecided() -> None:
            if key in self._yours:
                screen.notice.say(
                    tr(
                        "{headings}: theirs is saved, yours is not. Yours stays in its field until you choose.",
                        headings=HEADINGS[key],
                    ),
                    "warn",
                    (tr("See both texts"), partial(self.show_both, key, theirs, mine)),
                )

        dialog.kept_theirs.connect(show_theirs)
        dialog.rejected.connect(undecided)
        dialog.open()

    def all_chosen(self) -> bool:
        """Whether no two texts wait for a choice; the first that do are shown again."""
        for key, (theirs, mine) in self._yours.items():
            self.show_both(key, theirs, mine)
            return False
        return True

    def save_now(self) -> None:
        """Ctrl+S: what is typed is saved without leaving its field."""
        lines = [each for each in self._screen.tabs.overview.fields.values() if isinstance(each, SavedLine)]
        if not any(each.save() for each in lines):
            self._screen.notice.say(tr("Everything in this case is saved."), "good")

    @property
    def _typed(self) -> list[Typed]:
        """What stands in the fields of the case in view and is not saved."""
        screen = self._screen
        return [
            Typed(screen.prn, screen.person_name, key, each.shown, each.text())
            for key, each in screen.tabs.overview.fields.items()
            if isinstance(each, SavedLine) and each.unsaved
        ]

    def draft(self) -> Mapping[str, str]:
        """All that is typed and not saved, of the case in view and of those left."""
        return self.refused.draft(self._typed)

    def restore(self, kept: Mapping[str, str]) -> None:
        """Put half-typed text back once the case is there; it is saved when its field is left.

        What stood there when it was typed comes with it: where somebody else wrote meanwhile, both texts are shown.
        """
        overview = self._screen.tabs.overview
        for key, text in kept.items():
            field = overview.fields.get(key)
            if isinstance(field, SavedLine):
                field.setFocus()
                overview.put_typed(key, kept.get(f"{key}:stood", ""), text)
        self.refused.restore(kept)
