"""Whether outlets are noted as articles and their pages tell them, and what they carried as it was read."""

from collections.abc import Iterator

from sqlalchemy import Connection

from onrecord.ledger.outlets import CARRIED, COUNTED, label_articles, spelling_of
from onrecord.ledger.verify.problem import Problem

_CARRIED = f"""
    WITH carrying AS ({CARRIED.format(labelled="temp.labelled")})
    SELECT DISTINCT coalesce(outlets.label, differing.outlet) FROM (
        SELECT * FROM (SELECT outlet, rank FROM carried EXCEPT SELECT * FROM carrying)
        UNION ALL SELECT * FROM (SELECT * FROM carrying EXCEPT SELECT outlet, rank FROM carried)
    ) AS differing LEFT JOIN outlets ON outlets.key = differing.outlet
"""
_MISCOUNTED = f"""
    SELECT coalesce(outlets.label, counted.label) FROM outlets FULL JOIN ({COUNTED}) AS counted USING (label)
    WHERE outlets.articles IS NOT counted.articles OR outlets.statements IS NOT counted.statements
"""


def verify_outlets(connection: Connection) -> Iterator[Problem]:
    """Yield the outlets that are not noted as what was read tells."""
    label_articles(connection)
    for label, spelling in connection.exec_driver_sql("SELECT label, spelling FROM outlets"):
        if spelling_of(label) != spelling:
            yield Problem("ledger", f"outlet {label!r}", f"is looked up as {spelling!r}")
    for (label,) in connection.exec_driver_sql(_CARRIED):
        yield Problem("ledger", f"outlet {label!r}", "is not noted rightly with what it carried")
    for (label,) in connection.exec_driver_sql(_MISCOUNTED):
        yield Problem("ledger", f"outlet {label!r}", "is not counted rightly")
    connection.exec_driver_sql("DROP TABLE temp.labelled")
