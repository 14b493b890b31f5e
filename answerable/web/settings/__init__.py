"""Settings: one's passphrase, paper, sessions and reminders; the site's name; leaving."""
