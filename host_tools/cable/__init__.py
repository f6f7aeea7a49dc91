"""A board at its cable: finding its port, talking to it through mpremote's library, and what lies on its flash."""
