"""Run beside a command's data folder: makes Linden with its people in that database and prints what a test needs."""

import json
import os
from datetime import timedelta

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "answerable.site.settings")


def main() -> None:
    """Build the cast, give Ada an account, a recovery code that goes into archives, and reminders; print the facts."""
    import django

    django.setup()
    from answerable.actions import accounts, files, reminders
    from answerable.sealing import spoken
    from answerable.sealing.attachments import seal_file
    from answerable.sealing.randomness import draw
    from answerable.store import people
    from tests.people import PASSPHRASE, make_cast

    cast = make_cast()
    name = cast.ada.account
    code = accounts.new_recovery_code(cast.ada.identity.seed)
    people.agree_to_archive(cast.ada.user, agrees=True)
    sealed = files.prepared(seal_file(b"The minutes."), b"The minutes.", is_text=True, keep_details=False)
    before = cast.open(cast.ada)
    files.add(before, draw(16), sealed, document=None, name="minutes.txt", now=before.now)
    opened = cast.open(cast.ada)
    since = (opened.today - timedelta(days=30)).isoformat()
    reminders.keep_settings(cast.ada.user, reminders.ReminderSettings("ada@mail.example", "en", 0, since))
    root = opened.ledger.root
    facts = {"alias": cast.alias, "process": cast.process.hex(), "name": name, "passphrase": PASSPHRASE, "code": code}
    facts |= {"root": root.hex(), "short": spoken.short_root(root)}
    print(json.dumps({**facts, "size": opened.ledger.size}))  # noqa: T201  # read by the test


if __name__ == "__main__":
    main()
