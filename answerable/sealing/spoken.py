"""What people read aloud, write down or compare: dice words, recovery codes, safety words, short roots."""

import base64
from collections.abc import Callable, Iterator

from answerable.sealing import randomness
from answerable.sealing.derivation import PREFIX, digest, expand
from answerable.sealing.errors import WrongSecretError
from answerable.sealing.packing import pack
from answerable.sealing.words import COUNT, word_list

CODE_LENGTH = 26
CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_RFC4648 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_TO_CROCKFORD = str.maketrans(_RFC4648, CROCKFORD)
_MISREAD = str.maketrans("ILO", "110", "- \t\r\n\u00a0\u2010\u2011\u2012\u2013\u2014")
_FAIR = 65536 - 65536 % COUNT
SAFETY_WORDS = 6
GROUP = 5
SHORT_ROOT_BYTES = 25


def dice_passphrase(words: int = 6, *, draw: Callable[[int], bytes] = randomness.draw) -> str:
    """Return that many words with spaces between, each of the 7776 equally likely (12.9 bits a word)."""
    chosen: list[str] = []
    while len(chosen) < words:
        chosen.extend(_fair_words(draw(2)))
    return " ".join(chosen)


def recovery_code(*, draw: Callable[[int], bytes] = randomness.draw) -> str:
    """Return a new recovery code: 128 bits as 26 characters of Crockford base32."""
    return base64.b32encode(draw(16)).decode("ascii").rstrip("=").translate(_TO_CROCKFORD)


def shown_code(code: str) -> str:
    """Return the code as it is printed, in groups of five with dashes."""
    return "-".join(_groups(code))


def normalise_code(text: str) -> str:
    """Return what was typed as a code: upper case, I and L read as 1, O as 0, dashes and spaces dropped.

    Raises WrongSecretError when it cannot be a code (another length, another character).
    """
    code = text.upper().translate(_MISREAD)
    if len(code) != CODE_LENGTH or not set(code) <= set(CROCKFORD):
        raise WrongSecretError
    return code


def safety_words(key: bytes) -> tuple[str, ...]:
    """Return the six words that two people compare; `key` is 32 bytes (head_words_key, PublicKeys.words_key)."""
    return tuple(_fair_words(expand(key, PREFIX + b"words", 64)))[:SAFETY_WORDS]


def head_words_key(process: bytes, size: int, root: bytes) -> bytes:
    """Return the key of the safety words of a log's head."""
    return digest(pack((process, size, root)))


def short_root(root: bytes) -> str:
    """Return the first 200 bits of a root as eight groups of five base32 characters, lower case."""
    return " ".join(_groups(base64.b32encode(root[:SHORT_ROOT_BYTES]).decode("ascii").lower()))


def _fair_words(data: bytes) -> Iterator[str]:
    """Yield a word for each 16-bit big-endian unit below the greatest multiple of 7776 (no word is more likely)."""
    words = word_list()
    for place in range(0, len(data), 2):
        unit = int.from_bytes(data[place : place + 2], "big")
        if unit < _FAIR:
            yield words[unit % COUNT]


def _groups(text: str) -> list[str]:
    return [text[place : place + GROUP] for place in range(0, len(text), GROUP)]
