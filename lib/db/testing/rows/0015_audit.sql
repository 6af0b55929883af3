INSERT INTO audit_events (actor_kind, actor_id, code, about, payload)
VALUES ('member', '00000000-0000-4000-8000-000000000001', 'note.deleted', 'interview before',
  '{"noteId":"00000000-0000-4000-8000-0000000000bb"}');
INSERT INTO audit_seals (size, seq, hash) SELECT 1, seq, sha256('of before') FROM audit_events;
