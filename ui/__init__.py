"""The screen: Qt pages over the vault's door."""
