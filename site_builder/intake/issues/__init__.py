"""Issues: what people write in a form, a letter or the editor on the site → data files, and what is left to tell."""
