"""Papers and files: the update as a PDF, locked in an age file; files cleaned before they are kept. No Django."""

from answerable.publishing.age_file import age_file
from answerable.publishing.update_pdf import (
    FootLine,
    LetterPart,
    LongLetter,
    PdfNotMadeError,
    Said,
    UpdateLetter,
    update_pdf,
)

__all__ = [
    "FootLine",
    "LetterPart",
    "LongLetter",
    "PdfNotMadeError",
    "Said",
    "UpdateLetter",
    "age_file",
    "update_pdf",
]
