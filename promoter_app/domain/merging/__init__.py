"""Uniting the packages of many laptops: what a file is, what it brings, what is missing before it."""
