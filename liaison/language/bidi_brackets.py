"""Paired brackets take one direction together (UAX #9, BD14 to BD16; BidiBrackets.txt)."""

from typing import Final

_PAIRS: Final = (
    "()[]{}\u0f3a\u0f3b\u0f3c\u0f3d\u169b\u169c\u2045\u2046\u207d\u207e\u208d\u208e"
    "\u2308\u2309\u230a\u230b\u2329\u232a\u2768\u2769\u276a\u276b\u276c\u276d\u276e\u276f"
    "\u2770\u2771\u2772\u2773\u2774\u2775\u27c5\u27c6\u27e6\u27e7\u27e8\u27e9\u27ea\u27eb"
    "\u27ec\u27ed\u27ee\u27ef\u2983\u2984\u2985\u2986\u2987\u2988\u2989\u298a\u298b\u298c"
    "\u298d\u2990\u298f\u298e\u2991\u2992\u2993\u2994\u2995\u2996\u2997\u2998\u29d8\u29d9"
    "\u29da\u29db\u29fc\u29fd\u2e22\u2e23\u2e24\u2e25\u2e26\u2e27\u2e28\u2e29\u2e55\u2e56"
    "\u2e57\u2e58\u2e59\u2e5a\u2e5b\u2e5c\u3008\u3009\u300a\u300b\u300c\u300d\u300e\u300f"
    "\u3010\u3011\u3014\u3015\u3016\u3017\u3018\u3019\u301a\u301b\ufe59\ufe5a\ufe5b\ufe5c"
    "\ufe5d\ufe5e\uff08\uff09\uff3b\uff3d\uff5b\uff5d\uff5f\uff60\uff62\uff63"
)
# U+2329 and U+232A are canonically equal to U+3008 and U+3009 and pair with them.
_CANONICAL: Final = {"\u2329": "\u3008", "\u232a": "\u3009"}
_CLOSING: Final = {
    opening: _CANONICAL.get(closing, closing)
    for opening, closing in zip(_PAIRS[::2], _PAIRS[1::2], strict=True)
}
_CLOSERS: Final = frozenset(_PAIRS[1::2])
_ROOM: Final = 63


def bracket_pairs(text: str, indices: list[int], kinds: list[str]) -> list[tuple[int, int]]:
    """Find bracket pairs in one isolating run sequence, in the order of their openings (BD16).

    `indices` are the positions of the sequence in `text`, `kinds` their present classes; the
    pairs are positions in the sequence.
    """
    waiting: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for position, kind in enumerate(kinds):
        if kind != "ON":
            continue
        character = text[indices[position]]
        if character in _CLOSING:
            if len(waiting) == _ROOM:
                break
            waiting.append((_CLOSING[character], position))
        elif character in _CLOSERS:
            wanted = _CANONICAL.get(character, character)
            for depth in range(len(waiting) - 1, -1, -1):
                if waiting[depth][0] == wanted:
                    pairs.append((waiting[depth][1], position))
                    del waiting[depth:]
                    break
    pairs.sort()
    return pairs
