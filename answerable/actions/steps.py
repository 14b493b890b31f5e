"""Deeds about not cooperating: a step that was taken is read by supervision too from the fourth on (R39, content 4)."""

from answerable.actions.reading import OpenProcess
from answerable.actions.writing import Writer, write
from answerable.core.circles import Role
from answerable.core.entries import StepTaken
from answerable.core.steps import SUPERVISION_READS


def also_reads(step: StepTaken) -> tuple[Role, ...]:
    """Return who reads a step beside the contact circle: supervision is told of those that reach others (content 4)."""
    return (Role.SUPERVISION,) if step.step in SUPERVISION_READS else ()


def take(opened: OpenProcess, entry_id: bytes, step: StepTaken, *, now: int) -> OpenProcess:
    """Append a step that was taken; nothing is asked, what it came without is marked (R63).

    Raises AlreadyWrittenError, StandsOtherwiseError.
    """

    def build(writer: Writer) -> None:
        writer.once_all([(entry_id, step)])
        writer.entry(entry_id, step, also=also_reads(step))

    return write(opened, build, now=now)
