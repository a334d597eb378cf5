"""Our own gold, and what is known of each set that a benchmark measures on (manifest.toml)."""

from benchmarks.data.manifest import EvaluationSet, evaluation_sets

__all__ = ["EvaluationSet", "evaluation_sets"]
