"""The register: frozen records and what can be computed from them. No I/O, clock or globals."""
