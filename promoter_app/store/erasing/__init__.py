"""What is done after people were erased: no trace in pages, log and copies, and a ledger that outlives a restore."""
