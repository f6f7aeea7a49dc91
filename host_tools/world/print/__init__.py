"""Mats as PDF files at their true size, on one page or on many sheets that are put together."""
