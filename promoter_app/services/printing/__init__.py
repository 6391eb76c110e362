"""Print centre: values for every paper gathered here, drawn by the paper workshop."""
