"""From bytes to text: UTF-8 where it is, what a mark or a guess says where it is not, and a plain no for binaries."""

import codecs
import re

from charset_normalizer import from_bytes

from onrecord.errors import PageError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BINARIES = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a media file"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x1f\x8b", "a gzip file inside a gzip file"),
    (b"\x28\xb5\x2f\xfd", "a zstd file"),
    (b"BZh", "a bzip2 file"),
    (b"\xfd7zXZ", "an xz file"),
)
_SAMPLE = 65_536
_DECLARED = re.compile(rb"<(?:meta\b[^>]*?charset|\?xml\b[^>]*?encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_DECLARED_WITHIN = 4_096
# What browsers read in place of what pages declare (WHATWG Encoding Standard, section 4.2).
_READ_AS = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932"}
# What else they read, as Python names it: other names are of no charset of pages, or of something else ("rot13").
_CHARSETS = {
    *("cp866", "koi8-r", "koi8-u", "mac-roman", "mac-cyrillic", "gb18030", "hz", "big5", "big5hkscs", "euc_jp"),
    *("iso2022_jp", "cp932", "shift_jisx0213", "euc_kr", "cp949", "cp874", "utf-8", "tis-620"),
    *(f"iso8859-{part}" for part in range(1, 17)),
    *(f"cp{page}" for page in range(1250, 1259)),
}
# Control characters that text has: tab, line feed, form feed, carriage return, escape.
_CONTROLS = bytes(set(range(32)) - {9, 10, 12, 13, 27})
# Of the bytes that are not ASCII, how many may be wrong in what is still taken for damaged UTF-8.
_DAMAGED = 0.2


def decode_bytes(body: bytes, subject: str, *, markup: bool = False) -> str:
    """Return the text of `body`, unchanged but for a byte order mark.

    Bytes that are UTF-8 are read as UTF-8; otherwise what HTML (`markup`) declares or, where that does not fit,
    charset-normalizer's best guess is taken if it fits every byte.

    Raises:
        PageError: `body` is binary, is damaged UTF-8, or is in no encoding that can be told. `subject` names the page.
    """
    for mark, encoding in _MARKS:
        if body.startswith(mark):
            return _strictly(body, encoding, subject)
    for magic, name in _BINARIES:
        if body.startswith(magic):
            raise PageError(subject, f"is {name}, not text", "extract its text first")
    sample = body[:_SAMPLE]
    if b"\0" in sample:
        wide = _wide(sample)
        if wide is None:
            raise PageError(subject, "is a binary file, not text", "leave it out")
        return _strictly(body, wide, subject)
    if len(sample.translate(None, _CONTROLS)) < 0.95 * len(sample):
        raise PageError(subject, "is a binary file, not text", "leave it out")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        declared = _declared(body) if markup else None
        return declared if declared is not None else _guessed(body, subject, error)


def _declared(body: bytes) -> str | None:
    """Return the text of HTML as read in the encoding it declares, None if it declares none or it does not fit."""
    match = _DECLARED.search(body, 0, _DECLARED_WITHIN)
    if match is None:
        return None
    try:
        name = codecs.lookup(match[1].decode("ascii")).name
        name = _READ_AS.get(name, name)
        # Bytes in which ASCII markup is found are no UTF-16, whatever they declare.
        return body.decode(name) if name in _CHARSETS else None
    except (LookupError, ValueError):
        return None


def _guessed(body: bytes, subject: str, error: UnicodeDecodeError) -> str:
    wrong = body.decode("utf-8", "replace").count("\ufffd")
    high = sum(byte > 127 for byte in body)
    if wrong < _DAMAGED * high:
        at = f"has a byte at {error.start} that is not UTF-8, as the rest is"
        raise PageError(subject, at, "mend the file, or convert it to UTF-8")
    try:
        best = from_bytes(body[:_SAMPLE]).best()
        # The guess knows Latin-1, whose bytes 80 to 9F nobody writes; they are the quote marks and dashes of cp1252.
        encoding = codecs.lookup(best.encoding).name if best else "cp1252"
        text = body.decode(_READ_AS.get(encoding, encoding))
        # Of some encodings half a character comes out.
        text.encode("utf-8")
    except Exception:
        raise PageError(subject, "is in no encoding that can be told", "convert it to UTF-8") from error
    return text


def _wide(sample: bytes) -> str | None:
    """Return the encoding of unmarked UTF-16 mostly of ASCII, whose every second byte is zero."""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > 0.4 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.4 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _strictly(body: bytes, encoding: str, subject: str) -> str:
    try:
        return body.decode(encoding)
    except UnicodeDecodeError as error:
        reason = f"says it is {encoding.removesuffix('-sig').upper()} but has a byte at {error.start} that is not"
        raise PageError(subject, reason, "mend the file, or convert it to UTF-8") from error
