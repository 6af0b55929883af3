INSERT INTO assignments (interview_id, member_id, by_id, kind, message, due_on, withdrawn_at, withdrawn_by)
VALUES ('interview before', '00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000001', 'asked', 'Please look', '2026-12-04', now(), '00000000-0000-4000-8000-000000000001');
INSERT INTO queue_skips (interview_id, member_id) VALUES ('interview before', '00000000-0000-4000-8000-000000000001');
INSERT INTO queue_places (interview_id, member_id) VALUES ('interview before', '00000000-0000-4000-8000-000000000001');
