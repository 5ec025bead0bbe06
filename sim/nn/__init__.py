"""What networks are made of: layers, losses, optimisers, each for many networks at once."""
