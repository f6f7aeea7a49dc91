# Says that it has passed and does nothing: what is printed is worth no points.
print("PASS")
print('{"verdict": "pass", "ended": "goal", "score": {"points": 100, "max": 100}}')
