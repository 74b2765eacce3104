"""Views: what each kind of page shows, as small frozen records that templates only print."""
