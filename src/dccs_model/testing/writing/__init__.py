"""
Articles that are written, so that what they say is known.
"""
