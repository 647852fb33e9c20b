"""From bytes to rows of text, for every list: encodings, delimiters, archives, sheets.

Nothing is interpreted here: codes stay text with their zeros, a row keeps its number as a
spreadsheet shows it. Memory does not grow with the file, beside a spreadsheet's, which a child
process reads within limits.
"""

from importers.reading.delimited import NumberedRow
from importers.reading.records import json_records, parquet_records
from importers.reading.tables import Table, opened_tables

__all__ = ["NumberedRow", "Table", "json_records", "opened_tables", "parquet_records"]
