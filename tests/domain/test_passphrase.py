"""Which passphrases are good enough."""

from __future__ import annotations

import pytest

from app.domain.errors import Refused
from app.domain.passphrase import check_passphrase, offer_passphrase
from app.domain.wordlist import WORDS


@pytest.mark.parametrize(
    "text",
    [
        "seven quiet lanterns",
        "kererūkererākererō",
        "a b c d e f g z!",
        "correct horse lamp",
        "x" * 8 + "yz" * 8,
    ],
)
def test_a_long_passphrase_of_any_make_is_taken(text: str) -> None:
    check_passphrase(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "fifteen letters",
        "u\u0304" * 15,
        "aaaaaaaaaaaaaaaaaaaa",
        "a a a a a a a a a a",
        "                    ",
        "passwordpassword",
        "Password Password 123",
        "correct horse battery staple",
        "1234567890123456",
        "abcdefghijklmnopq",
        "qwertyuiopasdfghjkl",
        "line\nbreak in the middle",
        "\ud800" * 20,
        "ForumDesk Police 2026",
        "WelcomeNewZealandTest",
        "xy" * 600,
    ],
)
def test_short_repeated_and_common_passphrases_are_refused(text: str) -> None:
    with pytest.raises(Refused) as refused:
        check_passphrase(text)
    assert refused.value.sentence.endswith(".")
    assert not text or text not in refused.value.sentence


def test_five_words_are_offered_and_always_accepted() -> None:
    shortest = sorted(WORDS, key=len)
    offered = offer_passphrase(lambda words: sorted(words, key=len)[0])
    assert offered == " ".join([shortest[0]] * 5)
    check_passphrase(" ".join(shortest[:5]))


def test_the_words_are_many_different_and_easy_to_type() -> None:
    assert len(WORDS) >= 1024
    assert len(set(WORDS)) == len(WORDS)
    assert all(word.isascii() and word.isalpha() and word.islower() and 3 <= len(word) <= 9 for word in WORDS)
