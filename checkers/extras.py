"""What may be installed besides, and how.

Text recognition is the extra `ocr`, what tells of saved files `watch`, what serves the app to a browser `browser`.
"""

from __future__ import annotations

from importlib.util import find_spec

GET_OCR = "To have scans and pictures read, run “python3 run.py ocr” once in Tandem's folder."
GET_WATCH = "To have documents checked as they are saved, run “python3 run.py watch” once in Tandem's folder."

GET_BROWSER = "To have Tandem in a browser, run “python3 run.py browser” once in Tandem's folder."


def has_ocr() -> bool:
    """Whether the libraries for text recognition are installed; none of them is loaded."""
    return all(find_spec(name) is not None for name in ("rapidocr", "onnxruntime"))


def has_watch() -> bool:
    """Whether the library that tells which files are saved is installed; it is not loaded."""
    return find_spec("watchfiles") is not None


def has_browser() -> bool:
    """Whether the libraries that serve the app to a browser are installed; none of them is loaded."""
    return all(find_spec(name) is not None for name in ("textual_serve", "aiohttp"))
