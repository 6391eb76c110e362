"""The week of the crews: its board, its conflicts, changes of its sessions, its paper and its calendar files."""
