"""Print what would run in a page."""

print("</script><script>document.title = 'taken'</script><img src=x onerror=\"document.title='taken'\">")
print("<!--<script>", "\u2028document.title='taken'//", "${document.title='taken'}", "]]>")
