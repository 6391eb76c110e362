"""The first start of an empty laptop: five steps, each of which may be left for later."""
