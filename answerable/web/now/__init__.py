"""Now: what is due, who has it, how contact and demands stand; and the alarm."""
