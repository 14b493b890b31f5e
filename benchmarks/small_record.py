"""A record of every shape of leaf: joins, epochs, own and sealed entries, a grant, a tombstone, a checkpoint."""

from datetime import date

from answerable.actions.reading import open_process
from answerable.actions.writing import Writer, write
from answerable.core.circles import Role
from answerable.sealing import checkpoint, seal
from answerable.sealing.identity import Identity
from answerable.sealing.randomness import draw
from answerable.store import log
from benchmarks.records import entry
from tests.people import Person, found, give_past, join


def small_record() -> tuple[Identity, bytes]:
    """Build it in the current database; return a member's identity and the process."""
    ada, sol = Person("Ada"), Person("Sol")
    opened = found(ada, all_here=True)
    process = opened.process
    join(process, sol, Role.SUPPORT, voucher=ada, admitter=ada, named=False)
    give_past(process, ada)
    opened = open_process(ada.identity, process, now=opened.now)
    gone = draw(16)
    opened = write(opened, lambda writer: writer.entry(gone, entry(opened, 1)), now=opened.now)
    facts = opened.ledger.entries[gone]

    def take_out(writer: Writer) -> None:
        writer.follow(seal.shred(writer.ledger, writer.ring, entry=draw(16), target=gone))
        writer.destroy(body=facts.seq, wraps=[item.wrap for item in facts.items])

    opened = write(opened, take_out, now=opened.now)
    size, root = opened.ledger.size, opened.ledger.root
    line = checkpoint.cosign(ada.identity, process, size, root, date(2026, 9, 1))
    note = checkpoint.assemble(checkpoint.note(process, size, root), [line])
    log.keep_checkpoint(process, size, note.encode())
    return ada.identity, process
