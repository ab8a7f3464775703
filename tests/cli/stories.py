"""Briefings for the tests of the commands, written as their authors would."""

STORY = """\
format: brief/1
title: A story
as_of: 2024-06-30
bottom_line: It goes on.
sources:
  - {id: report, title: A report, published: 2024-06-01, text: texts/report.txt}
  - {id: memo, title: A memo, published: 2024-06-02}
actors:
  - {id: ann, name: Ann}
  - {id: bob, name: Bob}
relations: [{from: ann, to: bob, type: works-for, sources: [report]}]
"""

REPORT = """\
“We will not sell this fine company to anyone,” Ann said. She said “yes” and “yes” again.
Bob said the sky had never been so blue. “The private words of Bob are here,” he added.
"""

QUOTES = """\
quotes:
  - {id: exact, text: We will not sell this fine company to anyone, speaker: ann, source: report}
  - {id: altered, text: We will never sell this company to anyone, speaker: ann, source: report}
  - {id: ambiguous, text: yes, speaker: ann, source: report}
  - {id: elided, text: "We will not sell […] company to anyone", speaker: ann, source: report}
  - {id: paraphrase, text: the sky had never been so blue, speaker: bob, source: report}
  - {id: unproven, text: Whatever it takes., speaker: ann, source: memo}
"""

ON_BACKGROUND = """\
quotes:
  - id: ann-says
    text: The votes are not there
    speaker: ann
    source: report
    attribution: background
    attributed_as: a board official
  - {id: ann-adds, text: It is over, speaker: ann, source: memo, attribution: deep-background}
judgments: [{id: no-sale, text: There will be no sale, evidence: [ann-says, ann-adds]}]
"""
