"""Who changed what when: of one record, of the whole archive, and the way back."""
