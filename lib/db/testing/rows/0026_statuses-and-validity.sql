INSERT INTO status_versions (id, interview_id, status, reason, set_by)
VALUES ('00000000-0000-4000-8000-0000000000d1', 'interview before', 'declined', 'No nights.', '00000000-0000-4000-8000-000000000001');
INSERT INTO statuses (interview_id, version_id) VALUES ('interview before', '00000000-0000-4000-8000-0000000000d1');
INSERT INTO invalidations (interview_id, author_id, cause, reason)
VALUES ('interview before', '00000000-0000-4000-8000-000000000002', 'technical_failure', 'No sound after a minute.');
INSERT INTO score_overrides (interview_id, score, author_id, reason)
VALUES ('interview before', 'skills', '00000000-0000-4000-8000-000000000002', 'She ran nights for years.');
