"""Lessons: units loaded, checked, listed, handed out; and what a pupil is told about a program."""
