"""How one name comes to be written in two ways in New Zealand, and the one form in which those ways meet.

Macrons dropped or doubled, `wh` for `f`, `ng` for `n`, `l` for `r`, glottal marks, transliterations (Wiremu for
William, Sione for John), short forms (Bill), and the spellings of one Chinese, Vietnamese or Indian sound.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz.distance import OSA, JaroWinkler

from app.domain.names import fold

_DOUBLED = re.compile(r"(.)\1+")
_SOUNDS = (
    (re.compile(r"^(mac|mc|mck|mak)(?=[^aeiou])"), "mk"),
    (re.compile(r"^kn|^gn"), "n"),
    (re.compile(r"^wr"), "r"),
    (re.compile(r"^zh|^dj"), "j"),
    (re.compile(r"^hs|^x|^ts|^tz|^cz"), "s"),
    (re.compile(r"^y(?=[aeiou])"), "i"),
    (re.compile(r"wh|ph|gh(?=t)"), "f"),
    (re.compile(r"ng"), "n"),
    (re.compile(r"sch|sh|tsch|tch|ch"), "s"),
    (re.compile(r"th|dh"), "t"),
    (re.compile(r"kh|ck|gh|q|c"), "k"),
    (re.compile(r"bh"), "b"),
    (re.compile(r"[zx]"), "s"),
    (re.compile(r"[vw]"), "w"),
    (re.compile(r"l"), "r"),
    (re.compile(r"ie|ei|ey|ee|y"), "i"),
    (re.compile(r"oo|ou|au"), "u"),
    (re.compile(r"(?<=[^aeiou])h"), ""),
)

_ONE_NAME = """
william wiremu viliami uiliami wilhelm wi bill billy will willy willie liam
john hone hoani sione ioane jon johnny johnnie jack ivan juan jean hans
james hemi semisi simi jim jimmy jimmie jamie
david rawiri tevita tavita dave davey davie dawid
paul paora paulo paula paulie pablo
stephen tipene steven steve stevie sitiveni setefano stefan
matthew matiu mataio matt matty mathew
mark maka maraki marcus marc marko
luke ruka luka lukas lucas
peter pita petelo piripi pete petr pedro
michael mikaere mikaele mike mick micky mikey misha miguel
joseph hohepa iosefa losefa siosefa sefo joe joey jose yusuf josef
thomas tamati tomasi tom tommy toma
robert rapata ropati rob bob bobby robbie bert
richard ritihia risati rick dick ricky richie rich
george hori siaosi jorge geo
henry hare hanare henare harry enele hal
edward eruera eteuati ed eddie ted teddy ned
andrew anaru anitelu andy drew andre
daniel taniera taniela danny dan danyal
samuel hamuera samuela sam sammy samisoni
simon haimona simona simeon
charles tiare siale charlie chas chuck carl karl
francis paranihi falanisi frank frankie
abraham aperahama epalahame abe ibrahim
isaac ihaka aisake ike
jacob hakopa sakopo jake jakob
moses mohi mosese moe musa
solomon horomona solomone sol suleiman
benjamin peniamina penisimani ben benny benji peni
alexander arekahanara alesana alex alec sandy lex sasha
anthony anatoni tony antonio anton
nicholas nikora nikolasi nick nicky niko
patrick patariki patelisio pat paddy
phillip piripi filipo filipe phil philip pip
christopher karaitiana kirisi chris kit christof
gregory kerekori greg gregor
timothy timoti tim timmy timoteo
jeremiah heremaia selemaia jerry
joshua hohua siosiua josh josua
mary mere mele maria marie malia miriam molly may
elizabeth irihapeti elisapeta liz lizzie beth betty eliza libby
margaret makareta makelita maggie meg peggy marge greta
ann ana anna anne hana hannah annie nancy
sarah hera sela sally sara sadie
katherine katarina katalina kate kathy cathy katie catherine kathryn
jane heni heeni siana jean janet
ruth rutu lutu
susan huhana susana sue susie
helen herena helena ellen nell
rachel rahera lahela
victoria wikitoria vikatolia vicky
charlotte harata salote lottie
alice arihi alisi
rebecca ripeka lepeka becky
martha maata mata mareta
mohammed mohammad muhammad muhammed mohamed mohd md
ahmed ahmad ahmet
hussein hussain husain hossein
singh sing
zhang chang cheung
wang wong huang hwang
li lee lei
chen chan tan
liu lau low
zhao chiu chao
xu hsu tsui
nguyen nguyn
""".strip().splitlines()
_ALIKE = {
    name: names[0] for names in (line.split() for line in reversed(_ONE_NAME)) for name in reversed(names)
}


@lru_cache(maxsize=131072)
def tight(name: str) -> str:
    """Folded, without blanks, doubled vowels single: `Maaori`, `Māori` and `Maori` are one spelling."""
    bare = fold(name).replace(" ", "")
    for vowel in "aeiou":
        while vowel * 2 in bare:
            bare = bare.replace(vowel * 2, vowel)
    return bare


@lru_cache(maxsize=131072)
def sound(name: str) -> str:
    """How a name sounds, roughly and in few letters: `Whetu` = `Fetu`, `Ngata` = `Nata`, `Leavasa` = `Reawasa`."""
    bare = fold(name).replace(" ", "")
    if not bare.isascii():
        return bare
    for pattern, instead in _SOUNDS:
        bare = pattern.sub(instead, bare)
    bare = _DOUBLED.sub(r"\1", bare)
    return bare[:-1] if len(bare) > 3 and bare[-1] in "eh" else bare


@lru_cache(maxsize=131072)
def one_name(given: str) -> str:
    """The name that a short form or a transliteration stands for, `william` for `Wiremu` and `Bill`; else itself."""
    bare = tight(given)
    return _ALIKE.get(bare, bare)


def likeness(left: str, right: str) -> float:
    """How alike two tight spellings are: 1 for equal, from 0.9 a slip of the hand, under 0.8 other names."""
    if left == right:
        return 1.0
    longer = max(len(left), len(right))
    slips = OSA.distance(left, right, score_cutoff=2)
    if slips == 1 and longer > 3:
        return 0.95
    if slips == 2 and longer > 6:
        return 0.9
    return min(JaroWinkler.similarity(left, right), 0.89)


def as_alike(names: Iterable[tuple[str, str]], words: Iterable[str]) -> float:
    """How alike a family and a given name are, the less alike of the two, to any of somebody's words of names."""
    theirs = [tight(word) for word in words]
    return max(
        (
            min(
                max((likeness(tight(each), one) for each in name.split() for one in theirs), default=0.0)
                for name in both
            )
            for both in names
        ),
        default=0.0,
    )
