"""What the office computes and never stores: pure functions over the values of records."""
