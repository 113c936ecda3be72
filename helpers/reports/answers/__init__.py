"""Sentences and small tables that answer a report's questions, made from the tables of the build."""
