"""The members' pages: base first, then areas side by side."""
