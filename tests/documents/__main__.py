"""Draft sentences for `tests/extraction/documents`: what the encoder says, for a person to read and correct.

python -m tests.documents add coreference "Ada Orlen met the union. She said it was late."
"""

import argparse

from tests.documents.collection import FOLDER
from tests.documents.draft import add


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.documents", description=__doc__)
    command = parser.add_subparsers(required=True).add_parser("add", help="add the sentences of a text to a file")
    command.add_argument("file", help="the file's name without ending, that of the package that is tested")
    command.add_argument("paragraphs", nargs="+")
    command.add_argument("--title")
    given = parser.parse_args()
    for sentence in add(given.file, given.paragraphs, given.title):
        print(sentence.text)
        for number, word in enumerate(sentence.words):
            head = "-" if word.head == number else sentence.words[word.head].form
            print(
                f"    {word.form:<16}{word.tag:<6}{word.relation:<10}{head:<16}{word.name.removeprefix('O')}".rstrip()
            )
    print(f"Now read them in {FOLDER / given.file}.conllu.")


if __name__ == "__main__":
    main()
