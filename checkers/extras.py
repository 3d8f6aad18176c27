"""What may be installed besides: text recognition (the extra `ocr`), and how to get it."""

from __future__ import annotations

from importlib.util import find_spec

GET_OCR = "To have scans and pictures read, run “python3 run.py ocr” once in Tandem's folder."


def has_ocr() -> bool:
    """Whether the libraries for text recognition are installed; none of them is loaded."""
    return all(find_spec(name) is not None for name in ("rapidocr", "onnxruntime"))
