"""What of the processor the digests hang on."""

import platform
import re
from pathlib import Path

_INSTRUCTIONS = ("avx2", "avx_vnni", "avx512f", "avx512_vnni", "amx_int8", "asimddp", "i8mm")


def processor() -> str:
    """Return the machine's architecture, the processor's maker, and those of its instructions that hasten sums."""
    told = Path("/proc/cpuinfo")
    lines = told.read_text(encoding="utf-8") if told.exists() else ""
    maker = re.search(r"^vendor_id\s*:\s*(\S+)", lines, re.MULTILINE)
    flags = set(lines.split())
    return " ".join(
        (platform.machine(), maker[1] if maker else "unknown", *(one for one in _INSTRUCTIONS if one in flags))
    )
