"""Segment and align real texts from their plain files and score the result.

    python -m benchmarks.alignment DIR [--predictions OUT] [--peers [--model NAME]]

DIR holds a folder per case: versions as plain files, and gold.json with their alignment; gold.items.json
beside it cites the same texts at another level, whose clauses `unit` names as document.yml does. Of a gold
file the versions' names and files, the unit, and the set of marks are read before scoring: it says at which
level a text is cited, not what belongs together. Prints a line per case and one for all; with --predictions
writes OUT/<case>.json in the schema of gold.json. A case that cannot be read has no answers and says so.
With --peers the same clauses are aligned by other methods too, and a table is printed (`rivals`).
Where a file turns out to hold several versions, the one with most clauses answers for it.
"""

import argparse
import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks import rivals
from benchmarks.predictions import golds, predict
from benchmarks.scoring import Tally, tally
from hexapla.alignment import ENCODERS
from hexapla.errors import HexaplaError

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run all cases."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.alignment", description=__doc__)
    parser.add_argument("cases", type=Path, metavar="DIR")
    parser.add_argument("--predictions", type=Path, metavar="OUT")
    parser.add_argument("--peers", action="store_true")
    parser.add_argument("--model", choices=ENCODERS)
    options = parser.parse_args(arguments)
    if options.peers:
        chosen = ["--model", options.model] if options.model else []
        return rivals.main([str(options.cases), *chosen])
    total, scores = Tally(), []
    for name, folder, gold in golds(options.cases):
        start = time.perf_counter()
        try:
            answer = predict(folder, gold)
        except (OSError, HexaplaError) as failure:
            print(f"{name}: {failure}", file=sys.stderr)
            answer = {"versions": gold["versions"], "pairs": []}
        seconds = time.perf_counter() - start
        if options.predictions:
            options.predictions.mkdir(parents=True, exist_ok=True)
            target = options.predictions / f"{name}.json"
            target.write_text(json.dumps(answer, ensure_ascii=False), encoding="utf-8")
        scored = tally(gold, answer)
        print(f"{name:28s} {scored} {seconds:.2f} s", flush=True)
        total += scored
        scores.append(scored.rates[2])
    print(f"{'all':28s} {total}")
    print(f"macro F1 {sum(scores) / max(1, len(scores)):.3f} over {len(scores)} cases")
    return 0


if __name__ == "__main__":
    sys.exit(main())
