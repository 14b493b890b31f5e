"""Who may be told, and what reaches her: the support group's answers, asked for, stopped, copied."""
