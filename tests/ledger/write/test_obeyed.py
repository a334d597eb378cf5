"""Nothing that a page contains is executed, fetched or obeyed."""

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.model

_STORY = (
    "<p>Mayor Ines Kolberg said on Monday that the bridge would open. “We will cross it,” she said.</p>"
    "<p>The others said that they had been told so before they left the capital and went home.</p>"
)
_PAGES = {
    "asks.html": f"""<!DOCTYPE html [<!ENTITY taken SYSTEM "SECRET">]>
<html><head><title>The bridge opens</title><base href="http://127.0.0.1:9/"><meta http-equiv="refresh" content="0; /x">
<link rel="stylesheet" href="a.css"><link rel="canonical" href="http://127.0.0.1:9/levy"><script src="a.js"></script>
<script>fetch("/x")</script></head><body onload="alert(1)"><article><h1>The bridge opens on Monday</h1>
<p>&taken;</p>{_STORY}<img src="/a.png"><iframe src="http://127.0.0.1:9/"></iframe><object data="/b"></object>
<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="SECRET" parse="text"/></article></body></html>""",
    "asks.xhtml": f"""<?xml version="1.0"?><?xml-stylesheet href="http://127.0.0.1:9/a.xsl"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://127.0.0.1:9/xhtml1-strict.dtd"
[<!ENTITY taken SYSTEM "file://SECRET"> <!ENTITY % all SYSTEM "http://127.0.0.1:9/all.dtd"> %all;]>
<html><body><article><h1>The bridge opens on Monday</h1><p>&taken;</p>{_STORY}</article></body></html>""",
    "asks.jsonl": '{"text": "$(touch SECRET.new) `id` {{7*7}} %s said the mayor, Ines Kolberg. She said it would open. '
    'http://127.0.0.1:9/", "url": "file://SECRET", "__class__": "os.system", "title": "${jndi:ldap://127.0.0.1:9/a}"}',
    "asks.txt": "http://127.0.0.1:9/ !include SECRET\n\nMayor Ines Kolberg said on Monday that “import os” would open.",
}
# What a hook of the interpreter is told of: https://docs.python.org/3/library/audit_events.html
_ADD = """
import sys
from pathlib import Path
from onrecord import Ledger

folder, first, asking = map(Path, sys.argv[1:])
with Ledger(folder / "a.ledger") as ledger:
    # What is loaded once is loaded.
    ledger.add(first, processes=1)
    told = []
    forbidden = ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.fork", "urllib.", "ftplib.",
                 "http.", "webbrowser.", "pickle.find_class", "os.remove", "os.rename", "shutil.")

    def hook(event, args):
        if event.startswith(forbidden):
            told.append((event, str(args)))
        elif event == "open" and isinstance(args[0], str | bytes):
            told.append((event, str(args[0])))

    sys.addaudithook(hook)
    added = ledger.add(asking, processes=1)
    opened = {Path(name) for event, name in told if event == "open"}
    print([one for one in told if one[0] != "open"])
    own = ("site-packages", "onrecord", "encodings")
    print(sorted(str(one) for one in opened if one.is_absolute() and asking not in one.parents
                 and not set(own) & set(one.parts) and not str(one).startswith((sys.base_prefix, sys.prefix))))
    print(added.articles)
    print(sum("top secret" in ledger.article_text(one["id"]) for one in ledger.articles()))
"""


def test_adding_a_page_opens_reads_and_starts_nothing_that_it_names(tmp_path: Path, examples: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("top secret")
    asking = tmp_path / "pages"
    asking.mkdir()
    for name, content in _PAGES.items():
        (asking / name).write_text(content.replace("SECRET", str(secret)))
    told = subprocess.run(
        [sys.executable, "-c", _ADD, tmp_path, examples / "wire.txt", asking],
        capture_output=True,
        text=True,
        check=True,
    )
    forbidden, opened, articles, secrets = told.stdout.splitlines()
    assert (forbidden, opened, secrets) == ("[]", "[]", "0")
    assert int(articles) >= 3
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.ledger", "pages", "secret"]
