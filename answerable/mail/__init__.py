"""Mail: outgoing says nothing but that something waits (C4)."""
