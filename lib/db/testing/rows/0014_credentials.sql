INSERT INTO credentials (member_id, kind, issuer, subject)
VALUES ('00000000-0000-4000-8000-000000000002', 'oidc', 'https://login.example.com', 'ben of before');
