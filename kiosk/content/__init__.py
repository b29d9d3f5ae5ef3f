"""What a bundle is: model, checks and migrations. Pure Python: no Qt and no disk access."""
