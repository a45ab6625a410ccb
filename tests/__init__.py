"""What an auditor may rely on, sentence by sentence."""
