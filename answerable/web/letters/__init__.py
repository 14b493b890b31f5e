"""Letters: documents with their versions, copying demands from them, reading copies against their source."""
