"""Fields of TRIK Studio: read from its saves, and written as a world, a task and rules of ours."""
