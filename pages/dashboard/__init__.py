"""What the admin's first page says of workshops, drafts in review and programmes."""
