"""The same person registered twice: how names sound in several orthographies, and how much two records look alike."""
