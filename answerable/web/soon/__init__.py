"""Something she may need to know soon: written for named people alone, and how it reached them (R66)."""
