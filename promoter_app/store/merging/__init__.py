"""Workshop of the merge: staging in a child process, the union itself, safety copies. Set-based SQL throughout."""
