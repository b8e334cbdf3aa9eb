"""Any record type on screen: its list, its form, its parts, built from the declarations."""
