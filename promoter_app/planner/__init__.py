"""Workshop of plans: a planning problem in, a proposal with reasons out. The only home of OR-Tools."""
