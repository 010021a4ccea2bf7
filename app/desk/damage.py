"""What is offered where a register is damaged: the newest backup of it, wherever this computer keeps them."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from app.domain.backup import FOLDER, BackupRow
from app.domain.errors import Damaged, ForumDeskError
from app.settings import KeptBackupPlan
from db import connect, keyfile


def backup_folders(folder: Path, register_id: str) -> list[Path]:
    """Where backups of a register lie, also while it cannot be opened."""
    second = KeptBackupPlan(register_id).read().second_place
    return [folder / FOLDER, *([Path(second)] if second else [])]


def holds_register(folder: Path) -> bool:
    """Whether a register lies in a folder, whatever its state; not where a share or a stick is away."""
    try:
        return (folder / connect.FILE_NAME).is_file()
    except OSError:
        return False


def newest_backup(folder: Path) -> BackupRow | None:
    """The newest backup of the register in a folder, whether or not that still opens; None where there is none."""
    register_id = None
    with suppress(ForumDeskError):
        register_id = keyfile.read_key_file(folder).register_id
    from db import restoring  # with all that it reads, for somebody whose register is damaged

    found = restoring.found_in(backup_folders(folder, register_id or ""), register_id)
    return found[0] if found else None


def offer_backup(damage: Damaged, folder: Path) -> Damaged:
    """The same damage; of the register's own file with the backup that there is to go back to."""
    newest = newest_backup(folder) if damage.restorable and not damage.backup else None
    if newest is not None:
        damage.sentence = (
            f"{damage.sentence} The newest backup is of {newest.sentence}. To go back to it: "
            f"`forumdesk register restore {newest.file} DIR`."
        )
        damage.args, damage.backup = (damage.sentence,), newest.file
    return damage
