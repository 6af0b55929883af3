INSERT INTO listening_progress (interview_id, member_id, spans, read, progress)
VALUES ('interview before', '00000000-0000-4000-8000-000000000001', '[{"start":0,"end":1}]', '[{"start":1,"end":2}]', 'begun');
UPDATE interview_facts SET speech = '[{"start":0,"end":2}]' WHERE interview_id = 'interview before';
