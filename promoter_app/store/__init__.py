"""Workshop of the data folder: the only home of SQL and of files that hold data."""
