"""What is on its way into the register: sent in order, kept here while the register cannot be reached.

A share that is gone stops nobody from reading or going on: what was recorded waits here, is tried again, and lies
sealed in the profile meanwhile (`as_text`), so that a stop of the computer does not lose it either.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field
from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from app.domain.dates import read_date
from app.domain.discussion import DiscussionDraft
from app.domain.errors import Busy, Unreachable
from app.domain.meeting import ActionDraft, DecisionDraft
from app.domain.run import UnderWayDraft
from app.domain.words import DecisionKind, DisclosureConsidered, Handling, Service
from app.usecases.discussion import decide_item, record_discussion
from app.usecases.meeting import add_action
from app.usecases.run import keep_under_way
from ui.case.steps import action_given
from ui.tongue import tr
from ui.undo import Call, Step

if TYPE_CHECKING:
    from ui.desk import QtDesk
    from ui.screen import Screen


class Act(Struct, frozen=True):
    """One thing recorded at the table, in plain words so that it can lie in a draft.

    `kind` is `decide`, `action` or `said`.
    """

    kind: str
    position: int
    prn: str
    data: Mapping[str, str]
    seen: Mapping[str, str] = field(default_factory=dict)
    """What stood recorded when it was written, so that nobody else's word is written over unseen."""

    @classmethod
    def decision(cls, position: int, prn: str, draft: DecisionDraft, seen: str) -> Act:
        data = {
            "decision": draft.decision.value,
            "reason": draft.reason,
            "dissent": draft.dissent,
            "disclosure": draft.disclosure.value,
            "next_review": draft.next_review.isoformat() if draft.next_review else "",
        }
        return cls("decide", position, prn, data, {"decision": seen})

    @classmethod
    def action(cls, position: int, prn: str, draft: ActionDraft) -> Act:
        data = {
            "text": draft.text,
            "service": draft.service.value,
            "owner": draft.owner,
            "due": draft.due.isoformat(),
        }
        return cls("action", position, prn, data)

    @classmethod
    def discussion(cls, position: int, prn: str, draft: DiscussionDraft, seen: str) -> Act:
        data = {"service": draft.service.value, "handling": draft.handling.value, "text": draft.text}
        return cls("said", position, prn, data, {"text": seen})

    def discussion_draft(self) -> DiscussionDraft:
        """What a service said, as the register takes it."""
        d = self.data
        return DiscussionDraft(Service(d["service"]), d["text"], Handling(d["handling"]))

    def decision_draft(self) -> DecisionDraft:
        """The decision as the register takes it."""
        d = self.data
        return DecisionDraft(
            DecisionKind(d["decision"]),
            d["reason"],
            d["dissent"],
            DisclosureConsidered(d["disclosure"]),
            read_date(d["next_review"]) if d["next_review"] else None,
        )

    def action_draft(self) -> ActionDraft:
        """The action as the register takes it."""
        d = self.data
        due = read_date(d["due"])
        if due is None:
            raise AssertionError("an action waits with a day that is none")
        return ActionDraft(d["text"], Service(d["service"]), d["owner"], due)


class Outbox(QObject):
    """Sends acts one after the other, then what is under way; tells when the register cannot be reached."""

    stuck = Signal(object)
    """The error of a register that cannot be reached; told once, until something is saved again."""
    saved = Signal()
    came = Signal(object)
    """An act that is in the register now."""
    refused = Signal(object, object)
    """An act that the rules refuse, and the error: what was typed goes back to whoever typed it."""

    def __init__(
        self, desk: QtDesk, screen: Screen, draft: Callable[[Iterable[int]], UnderWayDraft | None]
    ) -> None:
        super().__init__(screen)
        self._desk = desk
        self._screen = screen
        self._draft = draft
        self.meeting = ""
        self.acts: list[Act] = []
        self.is_stuck = False
        self._keep: set[int] = set()
        self._wants_keep = False
        self._sending = False

    @property
    def waiting(self) -> int:
        """How many acts are not in the register yet."""
        return len(self.acts)

    @property
    def quiet(self) -> bool:
        """Whether everything has been saved."""
        return not self.acts and not self._wants_keep and not self._sending

    def add(self, act: Act) -> None:
        """Record something; it is sent at once, after what was added before it."""
        self.acts.append(act)
        self.send()

    def keep(self, *positions: int) -> None:
        """Keep what is under way, with these cases; asked again before it was sent, the later state is sent once."""
        self._keep |= {*positions}
        self._wants_keep = True
        self.send()

    def send(self) -> None:
        """Send what waits, unless something is being sent."""
        if self._sending or not (self.acts or self._wants_keep):
            return
        self._sending = True
        if self.acts:
            self._send_act(self.acts[0])
            return
        positions, self._keep, self._wants_keep = self._keep, set(), False
        draft = self._draft(positions)
        if draft is None:
            self._sending = False
            return

        def failed(error: Exception) -> None:
            self._keep |= positions
            self._wants_keep = True
            self._failed(error)

        self._screen.ask(
            keep_under_way, self.meeting, draft, then=lambda _none: self._went_well(), otherwise=failed
        )

    def _send_act(self, act: Act) -> None:
        case, draft, saying = self._call(act)
        more = {"seen": dict(act.seen)} if act.seen else {}
        self._screen.ask(
            case, self.meeting, act.prn, draft,
            then=lambda _row: self._arrived(act), otherwise=self._failed, saying=saying, undo=self._undo(act), **more,
        )  # fmt: skip

    def _call(self, act: Act) -> tuple[Callable[..., object], object, str]:
        if act.kind == "decide":
            return decide_item, act.decision_draft(), tr("Saving the decision")
        if act.kind == "said":
            return record_discussion, act.discussion_draft(), tr("Saving what was said")
        return add_action, act.action_draft(), tr("Saving the action")

    def _undo(self, act: Act) -> Step | Callable[[Any], Step] | None:
        """How Ctrl+Z takes an act back; by its place on the agenda, for others look on."""
        if act.kind == "action":
            return action_given(tr("case {position}", position=act.position))
        if act.kind == "decide":
            return None
        said = act.discussion_draft()
        old = replace(said, text=act.seen.get("text", ""))
        back = Call(record_discussion, self.meeting, act.prn, old, seen={"text": said.text})
        return Step(
            tr("What {service} said on case {position}", service=said.service.value, position=act.position),
            lambda _row: back,
        )

    def _arrived(self, act: Act) -> None:
        self.acts.remove(act)
        self.came.emit(act)
        self._went_well()

    def _went_well(self) -> None:
        self._sending, self.is_stuck = False, False
        self.saved.emit()
        self.send()

    def _failed(self, error: Exception) -> None:
        self._sending = False
        if isinstance(error, (Busy, Unreachable)):
            self.is_stuck = True
            self.stuck.emit(error)
        elif self.acts:
            self.refused.emit(self.acts.pop(0), error)
            self.send()
        else:
            self._keep, self._wants_keep = set(), False
            self._screen.say_error(error)

    def as_text(self) -> str:
        """What waits, for the sealed draft in the profile; empty where nothing does."""
        told = [[act.kind, act.position, act.prn, dict(act.data), dict(act.seen)] for act in self.acts]
        return json.dumps(told, ensure_ascii=False) if told else ""

    def take(self, text: str) -> tuple[Act, ...]:
        """What waited when the program stopped: recorded again, after what waits already."""
        acts = tuple(Act(*each) for each in json.loads(text))
        self.acts += acts
        self.send()
        return acts
