"""Spreadsheets: the workbook that is sent out, what comes back in it, and other people's tables → data files."""
