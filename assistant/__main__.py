"""`python -m assistant` is the `tandem` command."""

import sys

from assistant.cli import main

sys.exit(main())
