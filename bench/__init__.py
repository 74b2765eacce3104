"""Benchmarks: how long reading, building and rebuilding take, as ratios against a peer in the same run."""
