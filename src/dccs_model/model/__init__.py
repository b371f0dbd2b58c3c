"""
The immutable types: what a text can say, and nothing of how it is read or written.
"""

from dccs_model.model.article import (
    Article,
    Byline,
    Caption,
    Credit,
    Diagnostic,
    DiagnosticCode,
    ParsedArticle,
    Severity,
)
from dccs_model.model.conference import Conference, ConferenceKind, ConferenceMode, Term, Topic
from dccs_model.model.findings import Bound, Change, Finding, FindingKind, Measure, Sector
from dccs_model.model.matching import match_key, same_name
from dccs_model.model.people import (
    Delegation,
    Level,
    Mention,
    Official,
    Organisation,
    Participant,
    Position,
    PositionStatus,
    Rank,
    Role,
)
from dccs_model.model.places import Area, AreaKind, Cluster, Commune, CommuneKind, CommuneRef, FoundBy, Venue
from dccs_model.model.span import Span
from dccs_model.model.time import DayPart, PartialDate, Period, Sitting

__all__ = [
    "Area", "AreaKind", "Article", "Bound", "Byline", "Caption", "Change", "Cluster", "Commune", "CommuneKind",
    "CommuneRef", "Conference", "ConferenceKind", "ConferenceMode", "Credit", "DayPart", "Delegation", "Diagnostic",
    "DiagnosticCode", "Finding", "FindingKind", "FoundBy", "Level", "Measure", "Mention", "Official", "Organisation",
    "ParsedArticle", "PartialDate", "Participant", "Period", "Position", "PositionStatus", "Rank", "Role", "Sector",
    "Severity", "Sitting", "Span", "Term", "Topic", "Venue", "match_key", "same_name",
]  # fmt: skip
