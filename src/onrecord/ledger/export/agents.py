"""Entities as nodes of linked data."""

from collections.abc import Mapping
from typing import Any

type Node = dict[str, Any]
"""A node of a JSON-LD graph."""

_TYPES = {"person": "Person", "organisation": "Organization", "state": "Country", "place": "Place"}


def urn(id: str) -> str:
    """Return the identifier of a row of this id."""
    return f"urn:onrecord:{id}"


def agent(entity: Mapping[str, Any]) -> Node:
    """Return an entity as it takes part in something, with the role it is printed with."""
    node = entity_node(entity)
    if entity["role"]:
        node[role_of(node)] = entity["role"]
    return node


def entity_node(entity: Mapping[str, Any]) -> Node:
    """Return an entity by its name and type."""
    kind = _TYPES.get(entity["type"], "Thing")
    return {"@id": urn(entity["id"]), "@type": kind, "name": entity["name"]}


def role_of(node: Node) -> str:
    """Return the property that a role is for a node."""
    return "jobTitle" if node["@type"] == "Person" else "description"
