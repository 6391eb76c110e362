"""What a donor is told: indicators, periods, status words, breakdowns, items that a crew still misses."""
