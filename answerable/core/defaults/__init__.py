"""The defaults a group starts from, as versioned data in English and German (content.md)."""
