"""The united season in a server that a national office has: PostgreSQL, through COPY, as often as wanted."""
