INSERT INTO notes (id, interview_id, author_id, body, at)
VALUES ('00000000-0000-4000-8000-0000000000b1', 'interview before', '00000000-0000-4000-8000-000000000002', 'A note of before.', 1.5);
INSERT INTO note_mentions (note_id, member_id)
VALUES ('00000000-0000-4000-8000-0000000000b1', '00000000-0000-4000-8000-000000000001');
INSERT INTO corrections (id, interview_id, author_id, segment, "from", "to", original, replacement)
VALUES ('00000000-0000-4000-8000-0000000000c1', 'interview before', '00000000-0000-4000-8000-000000000002', 0, 10, 15, 'night', 'day');
INSERT INTO hearings (interview_id, member_id, spans)
VALUES ('interview before', '00000000-0000-4000-8000-000000000002', '[[0,30]]');
