INSERT INTO flow_settings (flow_id, blind_colleagues, blind_assessment, blind_since)
VALUES ('flow of before, blind', true, false, '2026-11-01T00:00:00Z');
INSERT INTO votes (interview_id, member_id, vote, reason, "cast")
VALUES ('interview before', '00000000-0000-4000-8000-000000000001', 'hire', 'Calm', 'blind');
INSERT INTO reveals (interview_id, member_id, by) VALUES ('interview before', '00000000-0000-4000-8000-000000000001', 'vote');
INSERT INTO score_versions (interview_id, replaced_by, scores, general_score, summary)
VALUES ('interview before', 7, '{"skills":2}', 2, 'What was said before.');
