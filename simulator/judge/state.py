"""Where a state record holds what is judged; the rest of it is for plots."""

X_UM, Y_UM, HEADING_MDEG, V_UM_S, OMEGA_MDEG_S = range(5)
JUDGED = 5  # so many of the first numbers
