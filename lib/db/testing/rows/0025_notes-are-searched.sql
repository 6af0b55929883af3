INSERT INTO note_texts (note_id, written, lexemes, rules)
VALUES ('00000000-0000-4000-8000-0000000000b1', ' a note of before ', '''w:note''', 1);
