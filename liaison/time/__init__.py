"""The office's calendar: Solar Hijri dates, spans, the clock and working days."""
