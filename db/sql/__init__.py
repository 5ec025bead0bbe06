"""SQL compiled from `db/statements/`: never written by hand (`db/statement.py` says why)."""
