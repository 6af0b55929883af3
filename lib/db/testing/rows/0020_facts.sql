INSERT INTO interview_facts (interview_id, rules, words, share, pause) VALUES ('interview before', 1, 5, 1, NULL);
INSERT INTO question_answers (interview_id, question_key, position, text, segments, spans, seconds, words, follow_ups)
VALUES ('interview before', 'key of before', 0, 'What did you run?', '{0}', '[{"start":0,"end":2}]', 2, 5, 0);
