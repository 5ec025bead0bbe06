"""What is taught: the course and its file formats, as plain data without Qt, torch or SQL."""
