INSERT INTO password_links (member_id, made_by, token_hash, expires_at)
VALUES ('00000000-0000-4000-8000-000000000002', '00000000-0000-4000-8000-000000000001', '\x04', now() + interval '1 hour');
