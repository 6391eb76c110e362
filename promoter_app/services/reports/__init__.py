"""Reports that leave the laptop: tables for a donor, sheets of one page, in JSON, CSV, XLSX and PDF."""
