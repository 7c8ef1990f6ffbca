"""Writes `graph/onrecord/lexicons/en/noun_senses.toml` from a WordNet 3.0 folder (of Debian's wordnet-base).

    python scripts/noun_senses.py /usr/share/wordnet > graph/onrecord/lexicons/en/noun_senses.toml
    python scripts/noun_senses.py /usr/share/wordnet --common > graph/onrecord/lexicons/en/common_nouns.toml

For each one-word noun the commonest sense decides what it is: the lexicographer's file with the largest tag count in
WordNet's own concordance, the first listed sense where the noun was never tagged. Kept are nouns for persons, groups
of people, places and artefacts, tagged there at least once and not names. With ``--common`` all other nouns that were
tagged, and are not names, are written.
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

SOCIAL = ("organization", "social_group", "police", "personnel")
OCCASIONS = ("meeting", "social_gathering")
FILES = {"06": "artifact", "14": "group", "15": "location", "18": "person"}
EXAMPLES = {
    "person": "A technician told reporters that the servers were down.",
    "group": "The orchestra refused to play.",
    "location": "The village lost its only school.",
    "artifact": "The engineer dropped the telescope.",
}
OTHER = "common"
NOTICE = """# {about}, taken from WordNet 3.0 by scripts/noun_senses.py, under
# this licence:
#
# This software and database is being provided to you, the LICENSEE, by Princeton University under the
# following license. By obtaining, using and/or copying this software and database, you agree that you
# have read, understood, and will comply with these terms and conditions.:
#
# Permission to use, copy, modify and distribute this software and database and its documentation for any
# purpose and without fee or royalty is hereby granted, provided that you agree to comply with the
# following copyright notice and statements, including the disclaimer, and that the same appear on ALL
# copies of the software, database and documentation, including modifications that you make for internal
# use or for distribution.
#
# WordNet 3.0 Copyright 2006 by Princeton University. All rights reserved.
#
# THIS SOFTWARE AND DATABASE IS PROVIDED "AS IS" AND PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR
# WARRANTIES, EXPRESS OR IMPLIED. BY WAY OF EXAMPLE, BUT NOT LIMITATION, PRINCETON UNIVERSITY MAKES NO
# REPRESENTATIONS OR WARRANTIES OF MERCHANTABILITY OR FITNESS FOR ANY PARTICULAR PURPOSE OR THAT THE USE
# OF THE LICENSED SOFTWARE, DATABASE OR DOCUMENTATION WILL NOT INFRINGE ANY THIRD PARTY PATENTS,
# COPYRIGHTS, TRADEMARKS OR OTHER RIGHTS.
#
# The name of Princeton University or Princeton may not be used in advertising or publicity pertaining to
# distribution of the software and/or database. Title to copyright in this software, database and any
# associated documentation shall at all times remain with Princeton University and LICENSEE agrees to
# preserve same."""


def main(folder: Path, *, common: bool = False) -> None:
    """Print the lexicon, or that of the nouns that it leaves out."""
    chosen = _chosen(folder)
    if common:
        print(NOTICE.format(about="Common nouns for neither people, groups of them, places nor artefacts"))
        print(f'\n[[noun]]\nid = "noun.{OTHER}"\nexample = "Land was bought."\nsource = "WordNet 3.0"')
        print(f'words = """{_wrapped(sorted(set(chosen[OTHER])))}"""')
        return
    print(NOTICE.format(about="Nouns by what their commonest sense is about"))
    for name, example in EXAMPLES.items():
        print(f'\n[[noun]]\nid = "noun.{name}"\nexample = "{example}"\nsource = "WordNet 3.0"')
        print('words = """')
        print(_wrapped(sorted(set(chosen[name]))) + '"""')


def _chosen(folder: Path) -> dict[str, list[str]]:
    """The nouns by what their commonest sense is about."""
    synset_file, common, social = _synsets(folder / "data.noun")
    counts = _counts(folder / "cntlist.rev")
    chosen: dict[str, list[str]] = defaultdict(list)
    for line in (folder / "index.noun").read_text(encoding="ascii").splitlines():
        if line.startswith("  "):
            continue
        fields = line.split()
        lemma, offsets = fields[0], fields[-int(fields[2]) :]
        if lemma not in common or lemma not in counts or not re.fullmatch(r"[a-z]{3,}(?:-[a-z]+)*", lemma):
            continue
        tally = counts[lemma]
        best = max(tally, key=lambda name: (tally[name], name == synset_file[offsets[0]], name))
        commonest = next((item for item in offsets if synset_file[item] == best), "")
        kind = FILES.get(best, OTHER)
        chosen[OTHER if kind == "group" and commonest not in social else kind].append(lemma)
    return chosen


def _synsets(path: Path) -> tuple[dict[str, str], set[str], set[str]]:
    """Lexicographer's file of each synset, all words written with a small letter, synsets for groups of people."""
    file_of: dict[str, str] = {}
    common: set[str] = set()
    narrower: dict[str, list[str]] = defaultdict(list)
    social: list[str] = []
    occasions: list[str] = []
    for line in path.read_text(encoding="ascii").splitlines():
        if line.startswith("  "):
            continue
        fields = line.split(" | ")[0].split()
        offset, count = fields[0], int(fields[3], 16)
        file_of[offset] = fields[1]
        words = [fields[4 + 2 * i] for i in range(count)]
        common.update(words)
        if FILES.get(fields[1]) == "group" and words[0] in SOCIAL:
            social.append(offset)
        if FILES.get(fields[1]) == "group" and words[0] in OCCASIONS:
            occasions.append(offset)
        pointers = fields[5 + 2 * count :]
        for i in range(0, len(pointers) - 3, 4):
            if pointers[i] == "@":
                narrower[pointers[i + 1]].append(offset)
    for roots in (social, occasions):
        for offset in roots:
            roots.extend(narrower[offset])
    return file_of, common, set(social) - set(occasions)


def _counts(path: Path) -> dict[str, Counter[str]]:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for line in path.read_text(encoding="ascii").splitlines():
        key, _, count = line.split()
        lemma, sense = key.split("%")
        kind, file = sense.split(":")[:2]
        if kind == "1":
            counts[lemma][file] += int(count)
    return counts


def _wrapped(items: list[str], width: int = 118) -> str:
    lines = [""]
    for item in items:
        if len(lines[-1]) + len(item) + 1 > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {item}".strip()
    return "\n".join(lines)


if __name__ == "__main__":
    main(Path(sys.argv[1]), common="--common" in sys.argv[2:])
