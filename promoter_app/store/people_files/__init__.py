"""Reading a partner's list of people from any spreadsheet or text file."""
