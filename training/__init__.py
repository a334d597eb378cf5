"""How what the package ships was learnt from the corpora, runnable end to end."""
