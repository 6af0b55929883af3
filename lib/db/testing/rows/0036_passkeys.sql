INSERT INTO credentials (id, member_id, kind, passkey_id, public_key, sign_count, name, last_used_at)
VALUES ('00000000-0000-4000-8000-0000000000bb', '00000000-0000-4000-8000-000000000002', 'passkey', 'AAAA', '\x03', 1, 'Laptop', now());
INSERT INTO sessions (member_id, expires_at, begun_with)
VALUES ('00000000-0000-4000-8000-000000000002', now() + interval '7 days', '00000000-0000-4000-8000-0000000000bb');
INSERT INTO spent_challenges (challenge) VALUES ('signed before');
