"""The minutes as somebody reads them who may not read every case in them (needs A4, M8)."""

from __future__ import annotations

from msgspec.structs import replace

from app.domain.documents import MinutesDocument
from app.domain.errors import NotFound
from app.domain.minutes import MinutesView, freeze_minutes
from app.domain.names import clean
from app.domain.stand_in import Hidden


def _positions(document: MinutesDocument, hidden: Hidden) -> frozenset[str]:
    """The items, by what the keys of their passages begin with."""
    return frozenset(str(item.position) for item in document.decisions if hidden.of(item.prn))


def as_read(view: MinutesView, hidden: Hidden) -> MinutesView:
    """Without what was corrected, or asked to be, in an item of somebody hidden. The hash is that of the whole text."""
    gone = _positions(view.document, hidden)
    if not hidden:
        return view
    document = hidden.mask(view.document)
    versions = tuple(
        replace(each, changes=tuple(change for change in each.changes if not _is_of(change.passage, gone)))
        for each in view.versions
    )
    return replace(
        view,
        document=document,
        text=freeze_minutes(document),
        versions=versions,
        shown=next(each for each in versions if each.version == view.shown.version),
        asked=tuple(each for each in view.asked if not _is_of(each.passage, gone)),
    )


def _is_of(passage: str, positions: frozenset[str]) -> bool:
    return passage.partition(".")[0] in positions


def refuse_hidden_passage(document: MinutesDocument, passage: str, hidden: Hidden) -> None:
    """Refuse a correction in an item of somebody hidden, in the words of a passage that is not there."""
    if _is_of(clean(passage), _positions(document, hidden)):
        raise NotFound(
            f"The minutes have no passage '{clean(passage)}'; nothing was changed: `forumdesk meeting minutes MEETING "
            "--passages` lists them."
        )
