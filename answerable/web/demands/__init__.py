"""Demands: the list, one demand through its versions, raising, replacing, withdrawing, passing on."""
