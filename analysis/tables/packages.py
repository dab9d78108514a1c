"""The data package: what the files of a folder of tables are, as Frictionless (version 1) JSON."""

import json
from hashlib import sha256
from typing import Any

from .schemas import ABOUT, SCHEMAS, Column


def datapackage(files: dict[str, bytes]) -> bytes:
    """Describe the CSV files of tables: `files` maps each table's name to its bytes."""
    package = {
        "profile": "tabular-data-package",
        "name": "gozareh-tables",
        "title": "Tables of what Persian news articles say, each row with its words",
        "resources": [_resource(name, content) for name, content in files.items()],
    }
    return (json.dumps(package, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _resource(name: str, content: bytes) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(column) for column in SCHEMAS[name]],
        "missingValues": [""],
    }
    if name not in ("articles", "errors") and any(
        column.name == "article" for column in SCHEMAS[name]
    ):
        reference = {"resource": "articles", "fields": "article"}
        schema["foreignKeys"] = [{"fields": "article", "reference": reference}]
    return {
        "profile": "tabular-data-resource",
        "name": name.replace("_", "-"),
        "path": f"{name}.csv",
        "description": ABOUT[name],
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{sha256(content).hexdigest()}",
        "schema": schema,
    }


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": column.name,
        "type": column.type,
        "description": column.description,
    }
    if column.values:
        field["constraints"] = {"enum": list(column.values)}
    return field
