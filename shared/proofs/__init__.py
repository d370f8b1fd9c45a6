"""Proofs: each kind in its own file, signing beside verifying."""
