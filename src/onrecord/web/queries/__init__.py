"""The query language of the search: what a person types, as a question to the ledger, and back to text.

query (what is asked), fields (which there are, and how they are told), parsing (from text), printing (to text).
"""

from onrecord.web.queries.fields import FIELDS, Field
from onrecord.web.queries.parsing import parse_query
from onrecord.web.queries.printing import query_text
from onrecord.web.queries.query import Query, StatementArguments

__all__ = ["FIELDS", "Field", "Query", "StatementArguments", "parse_query", "query_text"]
