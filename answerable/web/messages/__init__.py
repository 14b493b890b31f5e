"""Questions between the circles, objections, and those that came by mail (R5, R47)."""
