"""The papers of the office: each product gathers its facts, states its blocks and is typeset."""
