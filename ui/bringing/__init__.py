"""Bringing in what other programs wrote: chosen, mapped, looked through, and taken in."""
