"""The cellar: the encrypted database, the journal, the projections and the photos."""
