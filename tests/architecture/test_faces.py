"""The contract about faces, on graphs made by hand: which imports it lets through and which it names."""

import grimp
import pytest

from tests.architecture.faces import FacesContract

MODULES = ("house", "house.records", "house.a", "house.a.one", "house.a.b", "house.a.b.two", "house.c", "house.c.three")


@pytest.mark.parametrize(
    ("importer", "imported", "kept"),
    [
        ("house.a.one", "house.c", True),
        ("house.a.one", "house.c.three", False),
        ("house.a.one", "house.records", True),
        ("house.a.b.two", "house.a.one", True),
        ("house.a.one", "house.a.b", True),
        ("house.a.one", "house.a.b.two", False),
        ("house.c.three", "house.a.b", False),
        ("house", "house.a.one", False),
        ("outside", "house.a.b", True),
        ("outside", "house.records", True),
        ("outside", "house.a.one", False),
    ],
)
def test_an_import_goes_through_the_face(importer: str, imported: str, *, kept: bool) -> None:
    graph = grimp.ImportGraph()
    for module in (*MODULES, "outside"):
        graph.add_module(module)
    graph.add_import(importer=importer, imported=imported)
    contract = FacesContract("faces", {"root_packages": ["house"]}, {"root": "house"})
    check = contract.check(graph, verbose=False)
    assert check.kept is kept
    assert check.metadata["past"] == ([] if kept else [(importer, imported)])
