"""Settings and URLs of the whole site: the top room, which nothing imports."""
