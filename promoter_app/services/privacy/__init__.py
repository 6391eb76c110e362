"""A person's own rights: consent by purpose, withdrawal, access report, blocking and erasure."""
