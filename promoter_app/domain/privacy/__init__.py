"""Who may learn what: profiles of reports, small cells, what a receiver could learn from a file."""
