"""One person under several records: what `link` facts say, and what looks like one person twice."""
