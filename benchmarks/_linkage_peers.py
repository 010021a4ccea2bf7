"""The peers of the linkage benchmark: splink on DuckDB and recordlinkage's ECM, each set up as its own guides advise.

Both get names folded (without macrons and case), the address in parts, and dates as text. Each gives scored pairs;
whoever measures takes for each peer the threshold that is best for it on the very set that is reported.
"""

from __future__ import annotations

import contextlib
import logging
import os
import warnings
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

Pairs = dict[tuple[str, str], float]
"""Scored pairs, by the two records' names."""

_FIELDS = ("given_name", "surname", "number", "street", "place", "postcode", "born", "prn")


def frame(records: Iterable[Mapping[str, Any]]) -> pd.DataFrame:
    """Records with `unique_id` and some of the fields; what is empty is not known."""
    table = pd.DataFrame.from_records(list(records))
    for name in _FIELDS:
        if name not in table:
            table[name] = None
        table[name] = table[name].where(table[name].notna() & (table[name] != ""), None).astype(object)
    return table


def splink_pairs(tables: Sequence[pd.DataFrame], *, with_prn: bool, least: float = 1e-4) -> Pairs:
    """Train on the set itself without labels, as the guides of splink do, and predict."""
    import splink.comparison_library as compare
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on

    rules = [
        block_on("given_name", "surname"),
        block_on("born"),
        block_on("surname", "substr(born, 1, 4)"),
        block_on("given_name", "substr(born, 1, 4)"),
        block_on("surname", "postcode"),
        block_on("given_name", "postcode"),
        block_on("number", "street"),
    ]
    comparisons = [
        compare.JaroWinklerAtThresholds("given_name", [0.92, 0.8]).configure(term_frequency_adjustments=True),
        compare.JaroWinklerAtThresholds("surname", [0.92, 0.8]).configure(term_frequency_adjustments=True),
        compare.DamerauLevenshteinAtThresholds("born", [1, 2]),
        compare.ExactMatch("number"),
        compare.JaroWinklerAtThresholds("street", [0.9, 0.75]),
        compare.JaroWinklerAtThresholds("place", [0.9, 0.75]),
        compare.DamerauLevenshteinAtThresholds("postcode", [1, 2]),
    ]
    if with_prn:
        comparisons.append(compare.DamerauLevenshteinAtThresholds("prn", [1, 2]))
        rules.append(block_on("prn"))
    settings = SettingsCreator(
        link_type="dedupe_only" if len(tables) == 1 else "link_only",
        unique_id_column_name="unique_id",
        comparisons=comparisons,
        blocking_rules_to_generate_predictions=rules,
    )
    engine = DuckDBAPI()
    names = ("left_side", "right_side")
    registered = [
        engine.register(_for_duckdb(table), table_name=name)
        for table, name in zip(tables, names, strict=False)
    ]
    linker = Linker(registered, settings, log_level=logging.ERROR)
    certain = [block_on("given_name", "surname", "born"), block_on("surname", "born", "postcode")]
    linker.training.estimate_probability_two_random_records_match(certain, recall=0.6)
    linker.training.estimate_u_using_random_sampling(max_pairs=2e6, seed=1)
    for rule in (block_on("born"), block_on("given_name", "surname"), block_on("number", "street")):
        # With few rows one of its trainings may collapse; the others stand.
        with contextlib.suppress(ValueError):
            linker.training.estimate_parameters_using_expectation_maximisation(rule)
    predicted = linker.inference.predict(threshold_match_probability=least).as_pandas_dataframe()
    columns = predicted[["unique_id_l", "unique_id_r", "match_weight"]].itertuples(index=False)
    return {(left, right): float(weight) for left, right, weight in columns}


def _for_duckdb(table: pd.DataFrame) -> pd.DataFrame:
    return table[["unique_id", *_FIELDS]].copy()


def recordlinkage_pairs(tables: Sequence[pd.DataFrame], *, with_prn: bool) -> Pairs:
    """Expectation-conditional maximisation over compared fields, as the guides of recordlinkage do."""
    import recordlinkage as rl

    warnings.filterwarnings("ignore")
    tables = [table.set_index("unique_id") for table in tables]
    index = rl.Index()
    for keys in (["given_name"], ["surname"], ["born"], ["street"], *([["prn"]] if with_prn else [])):
        index.block(keys)
    pairs = index.index(*tables)
    compare = rl.Compare()
    for name in ("given_name", "surname", "street", "place"):
        compare.string(name, name, method="jarowinkler", threshold=0.85, label=name)
    for name in ("born", "postcode", "number", *(["prn"] if with_prn else [])):
        compare.string(name, name, method="damerau_levenshtein", threshold=0.85, label=name)
    features = compare.compute(pairs, *tables)
    model = rl.ECMClassifier(binarize=0.5)
    model.fit(features)
    chances = model.prob(features)
    return {(left, right): float(chance) for (left, right), chance in chances.items()}


def quiet() -> None:
    """Progress bars and warnings of the peers are no part of what is printed."""
    os.environ.setdefault("TQDM_DISABLE", "1")
    warnings.filterwarnings("ignore")
