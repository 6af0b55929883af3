INSERT INTO audit_leaves (index, seq, hashes) SELECT row_number() OVER (ORDER BY seq) - 1, seq, sha256('of before') FROM audit_events;
INSERT INTO audit_origins (pseudonym, address) VALUES ('of before', '192.0.2.1');
INSERT INTO audit_reads (session_id, code, subject, hour)
VALUES ('00000000-0000-4000-8000-0000000000aa', 'interview.viewed', 'interview before', date_trunc('hour', now()));
INSERT INTO audit_kept_heads (place, size, seq, root) VALUES ('file', 1, 1, sha256('of before'));
