"""Just import it."""

import js
