"""Power cuts, full disks, hostile files."""
