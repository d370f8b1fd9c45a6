"""The exact bytes that a proof signs: JSON-LD to quads, RDFC-1.0, JCS."""
