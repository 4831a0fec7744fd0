"""Text repair: what the site's damage did to titles, teasers and texts, undone where it can be proved."""

from pipelines.repair.ladder import Mended, mend_column
from pipelines.repair.stage import repair

__all__ = ["Mended", "mend_column", "repair"]
