"""Raise an exception whose name and text would harm whoever shows them."""

raise type("Mine\x1b[2J<script>document.title='taken'</script>", (Exception,), {})("=1+1\x1b[2J")
