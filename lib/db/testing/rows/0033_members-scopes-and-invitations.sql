INSERT INTO member_flows (member_id, flow_id) VALUES ('00000000-0000-4000-8000-000000000002', 'flow0bef');
INSERT INTO member_interviews (member_id, interview_id) VALUES ('00000000-0000-4000-8000-000000000002', 'interview before');
INSERT INTO former_scopes (member_id, scope) VALUES ('00000000-0000-4000-8000-000000000002', '"all"');
INSERT INTO invitations (token_hash, email, role, scope, by_id, expires_at)
VALUES ('\x01', 'linus@example.com', 'reviewer', '"all"', '00000000-0000-4000-8000-000000000001', now() + interval '7 days');
INSERT INTO password_links (member_id, token_hash, expires_at)
VALUES ('00000000-0000-4000-8000-000000000002', '\x02', now() + interval '1 hour');
