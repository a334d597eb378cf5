"""A contract for import-linter: outside a package, one imports from its face (`__init__`) and not from its modules."""

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output


class FacesContract(Contract):
    """Holds every import to the faces of packages.

    A module may import the modules of its own package, and of the packages that hold that. Of a package beside those it
    may import the face and nothing below it. Whoever is outside the root package may import the face of any package
    below it, and the modules that lie at its top.

    Options:
        root: the package whose packages have faces.
    """

    type_name = "faces"

    root = fields.StringField()

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        """Return whether all imports of modules below `root` are through faces, with those that are not."""
        root = str(self.root)
        past = sorted(
            (importer, imported)
            for importer in graph.modules
            for imported in graph.find_modules_directly_imported_by(importer)
            if imported.startswith(f"{root}.") and not _through_face(graph, importer, imported, root)
        )
        return ContractCheck(kept=not past, metadata={"past": past})

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Print the imports that go past a face, with the face to import from."""
        for importer, imported in check.metadata["past"]:
            output.print_error(f"{importer} imports {imported} past the face of {imported.rpartition('.')[0]}")


def _through_face(graph: ImportGraph, importer: str, imported: str, root: str) -> bool:
    is_package = bool(graph.find_children(imported))
    above = imported.rpartition(".")[0]
    if importer != root and not importer.startswith(f"{root}."):
        return is_package or above == root
    home = importer if graph.find_children(importer) else importer.rpartition(".")[0]
    return f"{home}.".startswith(f"{above}.")
