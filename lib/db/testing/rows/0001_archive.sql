INSERT INTO ribbon_replies (interview_id, body) VALUES ('interview before', '\x789c03000000000001');
INSERT INTO ribbon_team_members (id, email, name) VALUES ('user_before', 'cleo@example.com', 'Cleo');
INSERT INTO interview_texts (interview_id, said, asked, name, about, rules)
VALUES ('interview before', 'i ran the night shift', '', 'grace hopper', '', 1);
INSERT INTO candidate_statuses (flow_id, email, status) VALUES ('flow0bef', 'grace@example.com', 'shortlisted');
INSERT INTO webhook_deliveries (digest, event, interview_id) VALUES ('digest of before', 'interview_processed', 'interview before');
INSERT INTO mirror_lists (status, next_offset, seen) VALUES ('completed', 20, 20);
INSERT INTO ribbon_calls (minute, calls, failures) VALUES (date_trunc('minute', now()), 3, 1);
