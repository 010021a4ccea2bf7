"""Twelve attacks of an insider with the register's key and own tools: each must be evident."""

from __future__ import annotations

from benchmarks._trust_base import Tried, refusal, workplace
from tests.fixtures import insider


def insider_attacks(_count: int, _seed: int) -> Tried:
    """The figure, never scaled. A register that nobody attacked must say nothing, or twelve of twelve says nothing."""
    result = Tried()
    with workplace("insider") as place:
        for number, name in enumerate(insider.ATTACKS):
            folder = place / str(number)
            folder.mkdir()
            told, said, raw = refusal(lambda name=name, folder=folder: insider.play(name, folder))
            result.enter(raw or said or ("" if told else "nobody would notice"), name)
        quiet = place / "quiet"
        quiet.mkdir()
        scene = insider.stage(quiet)
        if told := insider.found(scene):
            result.failed += 1
            result.notes.append(f"nobody attacked: {told[0].sentence}")
    return result
