"""Seven people as an e-mail brings them: Latin names, one of them known by office only."""

SEVEN = """\
No\tName\tPosition\tCity
1\tMr. Alpha TESTMAN\tMayor\tTest City 1
2\tMs. Beta ŞAMPLE\tDeputy Mayor\tTest City 1
3\tGamma Example\tHead of International Affairs\tTest City 1
4\tDelta Example\tMember of the City Council\tTest City 1
5\t\tHead of Transport Department\tTest City 1
6\tEpsilon Trial\tInterpreter\tTest City 1
7\tZeta Trial\tSecurity officer\tTest City 9
"""
