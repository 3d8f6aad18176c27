"""Finding the topic that answers a question: its words and their spelling, its meaning, its shape, the place it names.

`analyzer` → `index` (words) and `encoder` → `meaning` (vectors) → `signals` → `calibration` (what each is worth) →
`finding`. `prepared` has the index and the vectors as `knowledge.build` stored them.
"""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
# Before numpy is loaded: arrays so small are done before a second thread has begun, and on a busy machine two of them
# wait for each other.
