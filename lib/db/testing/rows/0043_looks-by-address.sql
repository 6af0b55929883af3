INSERT INTO audit_reads (session_id, code, subject, hour, origin)
VALUES (gen_random_uuid(), 'interview.viewed', 'before', date_trunc('hour', now()), 'of before');
