"""Measures that anybody can repeat; nothing here is a test."""
