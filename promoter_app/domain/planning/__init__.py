"""Planning: the problem, its rules, and the reasons that a plan gives."""
