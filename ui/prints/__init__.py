"""What is printed, shown before it is: the paper's own pages, and ways to hand it on."""
