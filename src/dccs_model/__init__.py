"""
Vietnamese local-government conference news as an immutable, evidenced, typed model.
"""

from dccs_model.errors import DccsError, FormatError, ModelError, ParseError, UnsupportedVersionError
from dccs_model.model import *  # noqa: F403 - the model's own list of public names is the list
from dccs_model.model import __all__ as _model_names

__all__ = ["DccsError", "FormatError", "ModelError", "ParseError", "UnsupportedVersionError", *_model_names]
