"""The access report of one person as a file to hand over."""

from __future__ import annotations

import json

from promoter_app.services.privacy.rights import AccessReport


def as_json(report: AccessReport, language: str = "es") -> str:
    """Everything held about a person: name, day, consents, and each kind of data with its meaning and rows."""
    content = {
        "name": report.name,
        "made_on": report.made_on,
        "consents": [
            {"purpose": one.purpose, "given": one.given, "how": one.how, "text": one.text_version, "on": one.on_date}
            for one in report.consents
        ],
        "data": [
            {"table": one.table, "meaning": one.meaning.in_language(language), "rows": list(one.rows)}
            for one in report.sections
        ],
    }
    return json.dumps(content, ensure_ascii=False, indent=1)
