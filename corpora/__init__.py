"""The corpora that benchmarks, training and tests share, a module for each.

Of others, beside the project in `../shared` and no part of it:

- `polnear`: attributions in US political news, with their scorer.
- `treebanks`: dependency trees, UD English PUD and the news part of GUM.
- `worldwide`: news of 60 countries with the names in them.
- `news`: news articles and press briefings without annotations, which training labels.
- `plover`: sentences with a marked source and target, and the PLOVER type of what joins them.
- `hard_cases`: short texts with full gold, with the scorer of an exported ledger.
- `faults`: small inputs on which something once went wrong.

Our own, in `benchmarks/data`:

- `hard_cases`: eight more sets of short texts with full gold (`cases*.toml`).
- `speakers`: who speaks in articles of PolNeAR (`speakers.toml`).
- `real_pages`: who said what on 49 news pages, whose texts are those of others (`real/open.toml`, `real/sealed.toml`).
- `name_pairs`: pairs of entities, and whether they are one (`name_pairs.toml`).

Besides: `location` finds what is beside the project, `articles` makes articles of the texts, `export` gives what
onrecord exports of them, `page_bodies` all exports of pages of several of these, to compare two versions, `speech_cues`
is a measure of our own on PolNeAR.
"""
