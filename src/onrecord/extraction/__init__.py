"""Extraction: from the text of an article to what it says.

document (the text that is read), ranges (stretches of it), quotations (what stands in quote marks), encoder (tags,
trees, names and the scores of attribution). The rooms that make statements of them are still in `onrecord.reading`.
"""
