INSERT INTO provider_logouts (issuer, jti, subject, sid, issued_at)
VALUES ('https://login.example.com', 'a token', 'ada', 'a session', now());
