"""Links to drafts for people without an account: they end, and can be revoked."""
