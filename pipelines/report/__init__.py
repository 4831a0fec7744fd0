"""The report of a run: one self-contained HTML page."""

from pipelines.report.page import render

__all__ = ["render"]
