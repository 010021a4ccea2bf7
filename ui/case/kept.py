"""A case kept to named readers: the bar that says so, its forms, and breaking the glass (need A4)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QCheckBox, QFrame, QLineEdit, QVBoxLayout

from app.domain.cases import CaseRecord
from app.domain.people import UserRow, role_in
from app.domain.restricted import EXCLUSION_IS_TOLD, GLASS_IS_TOLD, GLASS_MINUTES, GlassRow, Kept
from app.domain.stand_in import LABEL, read_code
from app.domain.words import Role
from app.usecases.people import list_users
from app.usecases.restricted import (
    break_glass,
    end_exclusion,
    exclude_person,
    lift_restriction,
    name_readers,
    restrict_case,
    see_readers,
)
from ui.case.forms import ask_form, saves, today_field
from ui.theme import scaled
from ui.tongue import tr
from ui.widgets.ask import AskForm, Values, long_text
from ui.widgets.flow import flow
from ui.widgets.labels import button, label
from ui.widgets.pick import DayEdit

if TYPE_CHECKING:
    from ui.case.screen import CaseScreen


class KeptBar(QFrame):
    """Says that a case is restricted or somebody excluded from it, in a word and a shape; hidden otherwise."""

    def __init__(self, screen: CaseScreen) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.case = screen
        self.told = label("", "warn")
        self.left_out = label("")
        self.readers = button(tr("Readers…"), partial(ask_readers, screen))
        self.lift = button(tr("Lift…"), partial(ask_lift, screen))
        self.end = button(tr("End an exclusion…"), partial(ask_end, screen))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(scaled(10), scaled(6), scaled(10), scaled(6))
        layout.addWidget(self.told)
        layout.addWidget(self.left_out)
        layout.addWidget(flow(self.readers, self.lift, self.end))
        self.hide()

    def show_case(self, record: CaseRecord) -> None:
        """What the record says of itself; who reads it is asked when somebody wants to know."""
        self.setVisible(bool(record.restricted or record.excluded))
        self.told.setText(
            tr(
                "▣ RESTRICTED to its named readers. Everybody else sees “{restricted}” and nothing more.",
                restricted=record.restricted,
            )
        )
        self.left_out.setText("\n".join(f"⊘ {sentence}" for sentence in record.excluded))
        may = self.case.desk.may
        for part, shown in (
            (self.told, bool(record.restricted)),
            (self.left_out, bool(record.excluded)),
            (self.readers, bool(record.restricted)),
            (self.lift, bool(record.restricted) and may(lift_restriction, record.forum)),
            (self.end, bool(record.excluded) and may(end_exclusion, record.forum)),
        ):
            part.setVisible(shown)


def ask_readers(screen: CaseScreen) -> None:
    """Restrict the case, or name its readers anew: a tick for each person with access."""
    record = screen.record
    if record is None:
        return
    if not screen.desk.may(list_users):
        screen.ask(see_readers, screen.prn, then=partial(_tell_readers, screen))
    elif record.restricted:
        screen.ask(see_readers, screen.prn, then=partial(_with_readers, screen))
    else:
        screen.ask(list_users, then=partial(_tick, screen, None))


def _tell_readers(screen: CaseScreen, kept: Kept) -> None:
    screen.notice.say(tr("Readers: ") + ", ".join(row.name for row in kept.readers) + ".")


def _with_readers(screen: CaseScreen, kept: Kept) -> None:
    screen.ask(list_users, then=partial(_tick, screen, kept))


def _tick(screen: CaseScreen, kept: Kept | None, users: tuple[UserRow, ...]) -> None:
    forum = screen.record.forum if screen.record else None
    today = screen.desk.today
    now = {row.name for row in kept.readers} if kept else set()
    boxes: list[tuple[str, str, Any]] = []
    for user in users:
        role = role_in(user.offices, forum, today)
        if user.state != "active" or role is None or role is Role.AUDITOR:
            continue
        box = QCheckBox()
        box.setChecked(user.name in now)
        boxes.append((user.name, f"{user.name} ({role.value})", box))
    named = {key for key, _, _ in boxes}
    told = kept.warning if kept else ""
    opened = "\n".join(row.sentence for row in kept.opened) if kept else ""
    rule = tr(
        "Only those who are ticked may open it; a chair in office is among them, so that it can be run. If you leave "
        "yourself out, you see it no longer."
    )
    intro = "\n".join(part for part in (told, rule, opened) if part)

    def do(values: Values, form: AskForm) -> None:
        chosen = [name for name in named if values[name]]
        use_case: Any = name_readers if kept else restrict_case
        form.asking(
            screen, use_case, screen.prn, chosen, values["reason"],
            then=partial(_named, screen, screen.desk.door.name in chosen),
        )  # fmt: skip

    title, act = (tr("Readers"), tr("Save")) if kept else (tr("Restrict to named readers"), tr("Restrict"))
    ask_form(screen, title, intro, (*boxes, ("reason", tr("&Reason"), long_text(2))), act, do)


def _named(screen: CaseScreen, reads_on: bool, row: Kept) -> None:
    """Say it; whoever left themselves out has nothing more to see here."""
    if reads_on:
        screen.did(tr("Its readers are named; everybody else sees “{label}”.", label=row.label))
    else:
        screen.open("cases")


def ask_lift(screen: CaseScreen) -> None:
    ask_form(
        screen, tr("Lift the restriction"), tr("Whoever may open cases of the forum may open this one again."),
        (("reason", tr("&Reason"), long_text(2)),), tr("Lift"),
        saves(screen, lift_restriction, lambda v: (v["reason"],), tr("The restriction is lifted.")),
    )  # fmt: skip


def ask_exclude(screen: CaseScreen) -> None:
    """Keep somebody from the case: on screen, on paper and in the room."""
    ask_form(
        screen,
        tr("Exclude somebody"),
        tr(
            "For a conflict of interest. They see a number in its place, get no copy of an agenda that "
            "has it, and leave "
            "the room. {exclusion_is_told}",
            exclusion_is_told=EXCLUSION_IS_TOLD,
        ),
        (
            ("name", tr("&Name"), QLineEdit()),
            ("reason", tr("&Reason"), long_text(2)),
            ("since", tr("&From"), today_field(screen, tr("From"))),
            ("until", tr("&Until (may stay blank)"), DayEdit(tr("Until"), screen.desk.today)),
        ),
        tr("Exclude"),
        saves(
            screen,
            exclude_person,
            lambda v: (v["name"], v["reason"], v["since"], v["until"]),
            tr("They are excluded."),
            "since",
        ),
    )


def ask_end(screen: CaseScreen) -> None:
    ask_form(
        screen, tr("End an exclusion"), tr("It stays in the record."),
        (("name", tr("&Name"), QLineEdit()), ("reason", tr("&Reason"), long_text(2))), tr("End it"),
        saves(screen, end_exclusion, lambda v: (v["name"], v["reason"]), tr("The exclusion has ended.")),
    )  # fmt: skip


def stand_in_words(code: str) -> str:
    """`Restricted 3`, from what stands where a PRN would; empty for a PRN."""
    found = read_code(code)
    return f"{LABEL} {found[1]}" if found else ""


def say_kept(screen: CaseScreen) -> None:
    """In the place of a case that is not open to whoever asks: what it is, and the way in for an emergency."""
    acts: list[tuple[str, Any]] = [(tr("To the list"), screen.to_list)]
    if screen.desk.may(break_glass):
        acts.append((tr("Open by break-glass…"), partial(ask_glass, screen)))
    told = tr("It is kept to its named readers; a chair knows them.")
    screen.empty.say(f"▣ {stand_in_words(screen.prn)}", told, *acts)


def ask_glass(screen: CaseScreen) -> None:
    """Ask for the sentence that its readers and the next meeting will read."""
    code = screen.prn

    def do(values: Values, form: AskForm) -> None:
        def opened(row: GlassRow) -> None:
            screen.open("case", prn=row.opens)
            screen.notice.say(
                tr(
                    "Open to you for {glass_minutes} minutes. Its readers and the next meeting are told.",
                    glass_minutes=GLASS_MINUTES,
                )
            )

        form.asking(screen, break_glass, code, values["reason"], then=opened)

    AskForm(
        screen.window(),
        tr("Open {stand_in} by break-glass", stand_in=stand_in_words(code)),
        tr(
            "For an emergency. It is open to you for {glass_minutes} minutes. Your name goes into the trail and to its "
            "readers on Home. {glass_is_told}",
            glass_minutes=GLASS_MINUTES,
            glass_is_told=GLASS_IS_TOLD,
        ),
        (("reason", tr("&Why must it be you, and now? A sentence that others read"), long_text(3)),),
        tr("Open"),
        do,
    ).open()
