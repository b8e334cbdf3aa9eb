"""How records leave the archive and come in: bundles and the files that carry them."""
