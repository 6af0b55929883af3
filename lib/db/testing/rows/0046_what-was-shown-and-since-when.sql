UPDATE interviews SET in_flow_since = '2026-11-20T00:00:00Z' WHERE id = 'interview before';
INSERT INTO reveals (interview_id, member_id, by, shows_assessment, shows_colleagues)
VALUES ('interview before', '00000000-0000-4000-8000-000000000002', 'request', true, false);
INSERT INTO vote_versions (interview_id, member_id, vote, "cast", cast_at, written_at)
VALUES ('interview before', '00000000-0000-4000-8000-000000000001', 'hire', 'blind', '2026-11-20T00:00:00Z', '2026-11-20T00:00:03Z');
