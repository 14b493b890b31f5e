"""Does this group need to know? Worksheets, the notice with a date, and telling one circle of people (R43-R46)."""
