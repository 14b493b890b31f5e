"""The words of the practice process: invented people, groups and talks, in both languages (content 12)."""
