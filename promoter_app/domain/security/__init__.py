"""Rules of keys, clocks and copies: how good a passphrase is, how long to wait, which copies to keep."""
