"""The practice process: invented people and entries to look round in, thrown away on leaving."""
