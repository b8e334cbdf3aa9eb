"""What an e-mail brings: seven people in Latin letters, tab by tab, everything made up."""

SEVEN = """\
Name\tPosition\tCity
Mr. Alpha EXAMPLE\tMayor\tTest City 1
Ms. Beta ŞAMPLE\tDeputy Mayor\tTest City 1
Gamma Testman\tMember of the City Council\tTest City 1
Delta Testman\tHead of International Affairs\tTest City 1
\tHead of Transport Department\tTest City 1
Epsilon Trial\tInterpreter\tTest City 1
Zeta Trial\tSecurity officer\tTest City 1
"""
"""One is known by office only; two share a family name, and two others another."""
