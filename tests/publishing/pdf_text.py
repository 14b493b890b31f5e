"""Reads the words back out of a PDF as Typst writes it: two-byte codes, and a map beside each font."""

import re
import zlib
from itertools import pairwise

OBJECT = re.compile(rb"(\d+) 0 obj\n(.*?)\nendobj", re.DOTALL)
STREAM = re.compile(rb"\nstream\r?\n(.*?)\r?\nendstream", re.DOTALL)
PLAIN = rb"[^()\\]|\\."
INNER = rb"\((?:" + PLAIN + rb"|\((?:" + PLAIN + rb")*\))*\)"  # codes that are brackets stand in pairs, or escaped
STRING = re.compile(rb"\((?:" + PLAIN + rb"|" + INNER + rb")*\)", re.DOTALL)
ARRAY = rb"\[(?:" + STRING.pattern + rb"|[^\]()])*\]"
SHOWN = re.compile(rb"/(f\d+) [\d.]+ Tf|(" + ARRAY + rb"|" + STRING.pattern + rb")\s*T[jJ]\b|\b(ET)\b", re.DOTALL)
ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


def objects_of(pdf: bytes) -> dict[int, tuple[bytes, bytes]]:
    """Return each object's dictionary and its stream, unpacked."""
    found = {}
    for number, body in OBJECT.findall(pdf):
        stream = STREAM.search(body)
        data = stream[1] if stream else b""
        packed = b"/FlateDecode" in body
        found[int(number)] = (body[: stream.start()] if stream else body, zlib.decompress(data) if packed else data)
    return found


def text_of(pdf: bytes) -> str:
    """Return the words of all pages with single spaces; what runs from the right comes out in the order it is drawn."""
    objects = objects_of(pdf)
    words = []
    for number, (head, _data) in sorted(objects.items()):
        if re.search(rb"/Type\s*/Page\b", head):
            words.append(_page(objects, number))
    return " ".join(" ".join(words).split())


def _page(objects: dict[int, tuple[bytes, bytes]], number: int) -> str:
    head = objects[number][0]
    resources = _reference(head, b"Resources")
    fonts_in = objects[resources][0] if resources else head
    fonts = {
        name: _characters(objects[_reference(objects[int(font)][0], b"ToUnicode")][1])
        for name, font in re.findall(rb"/(f\d+) (\d+) 0 R", fonts_in)
    }
    characters: dict[int, str] = {}
    lines, line = [], ""
    for font, shown, end in SHOWN.findall(objects[_reference(head, b"Contents")][1]):
        characters = fonts[font] if font else characters
        for string in STRING.findall(shown):
            codes = _unescaped(string[1:-1])
            line += "".join(characters.get(high << 8 | low, "?") for high, low in list(pairwise(codes))[::2])
        if end:
            lines.append(line)
            line = ""
    return " ".join(lines)


def _reference(head: bytes, name: bytes) -> int:
    found = re.search(rb"/" + name + rb" (\d+) 0 R", head)
    return int(found[1]) if found else 0


def _characters(cmap: bytes) -> dict[int, str]:
    """Return what each code of a font stands for."""
    found: dict[int, str] = {}
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", cmap, re.DOTALL):
        for code, text in re.findall(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>", block):
            found[int(code, 16)] = bytes.fromhex(text.decode()).decode("utf-16-be")
    return found


def _unescaped(string: bytes) -> bytes:
    def one(match: re.Match[bytes]) -> bytes:
        code = match[1]
        return bytes([int(code, 8)]) if code[:1].isdigit() else ESCAPES.get(code, code)

    return re.sub(rb"\\([0-7]{1,3}|.)", one, string, flags=re.DOTALL)
