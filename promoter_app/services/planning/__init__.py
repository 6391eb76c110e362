"""Plans: a problem from a file or from the data folder, a proposal with reasons, accepting it, planning again."""
