"""A statement as it is cited."""

from onrecord.ledger import ArticleRow, StatementRow, local_day


def citation(statement: StatementRow, article: ArticleRow, reader: str) -> str:
    """Return what is to be known of a statement to cite it and to find it on its page, in lines of text.

    These are the words, who said them, where and when they were printed, and by which digest and characters they can be
    checked. Only words that are all the speaker's get quote marks. `reader` is what read it.
    """
    words = " ... ".join(" ".join(span["text"].split()) for span in statement["content"])
    lines = [_quoted(words) if statement["kind"] == "direct" else words, f"Speaker: {_speaker(statement)}"]
    if statement["said_on"]:
        lines.append(f"Said: {statement['said_on']}")
    printed = [
        article["title"]["text"] if article["title"] else "",
        article["outlet"]["text"] if article["outlet"] else "",
    ]
    day = local_day(article["published"])
    lines.append(f"Printed: {', '.join(one for one in (*printed, day or 'no date') if one)}")
    page = article["page"]
    if page["url"]:
        lines.append(f"Address: {page['url']}")
    places = ", ".join(f"{span['start']}-{span['end']}" for span in statement["content"])
    lines.append(f"Page: SHA-256 {page['sha256']}, characters {places}")
    lines.append(f"Statement: {statement['id']}, read by {reader}")
    return "\n".join(lines)


def _quoted(words: str) -> str:
    """Return words between quote marks, unless they stand in some."""
    return words if words[:1] in {"“", '"', "‘", "«", "„"} else f"“{words}”"


def _speaker(statement: StatementRow) -> str:
    names = [f"{one['name']}, {one['role']}" if one["role"] else one["name"] for one in statement["speakers"]]
    if names:
        return "; ".join(names)
    source = statement["source"]
    return f"unknown (“{' '.join(source['text'].split())}”)" if source else "unknown"
