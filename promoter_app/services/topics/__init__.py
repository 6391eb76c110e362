"""The topics as this project teaches them: new versions, languages and recordings, inserts per company."""
