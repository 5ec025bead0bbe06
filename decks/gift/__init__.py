"""GIFT, Moodle's plain format of quiz questions, read into chapters and written from them.

The grammar is that of Moodle's own filter (``question/format/gift/format.php``), so that a file
means here what it means there.
"""
