"""`book/fr` → `src/denouement/data`: everything an author declared, as data that pages and notebooks look up."""
