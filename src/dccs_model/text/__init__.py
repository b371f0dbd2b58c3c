"""
Vietnamese text as text: its normal form, sentences, numbers, dates and periods.
"""
