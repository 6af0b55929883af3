INSERT INTO anchors (id, flow_id, question_key, version, one, five, author_id)
VALUES ('00000000-0000-4000-8000-0000000000d1', 'flow of before', 'key of before', 1, 'Blames others.', 'Names their own mistake.', '00000000-0000-4000-8000-000000000001');
INSERT INTO ratings (id, interview_id, question_key, member_id, rating, anchors_id)
VALUES ('00000000-0000-4000-8000-0000000000d2', 'interview before', 'key of before', '00000000-0000-4000-8000-000000000002', 4, '00000000-0000-4000-8000-0000000000d1');
INSERT INTO name_reveals (flow_id, member_id) VALUES ('flow of before', '00000000-0000-4000-8000-000000000002');
UPDATE interview_facts SET cut_off = 'key of before' WHERE interview_id = 'interview before';
