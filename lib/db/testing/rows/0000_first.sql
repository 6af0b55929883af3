INSERT INTO installations (id) VALUES ('this');
INSERT INTO teams (id, name) VALUES ('team_before', 'Nachtschicht Süd');
INSERT INTO flows (id, team_id, title, search_title, language, questions, content_hash)
VALUES ('flow0bef', 'team_before', 'Équipe de nuit', 'equipe de nuit', 'fr', '[]', 'hash of before');
INSERT INTO members (id, email, role, password_hash, sees_all_teams) VALUES
  ('00000000-0000-4000-8000-000000000001', 'ada@example.com', 'admin', 'hash of ada', true),
  ('00000000-0000-4000-8000-000000000002', 'ben@example.com', 'reviewer', 'hash of ben', false);
INSERT INTO member_teams (member_id, team_id) VALUES ('00000000-0000-4000-8000-000000000002', 'team_before');
INSERT INTO sessions (id, member_id, expires_at)
VALUES ('00000000-0000-4000-8000-0000000000aa', '00000000-0000-4000-8000-000000000001', now() + interval '1 day');
INSERT INTO mirrors (id, last_success_at) VALUES ('ribbon', now());
INSERT INTO interviews (id, flow_id, team_id, state, candidate_name, candidate_email, scores, duration, has_audio, has_transcript, content_hash)
VALUES ('interview before', 'flow0bef', 'team_before', 'ready', 'Grace Hopper', 'grace@example.com',
  '{"communication":4,"motivation":null,"skills":5,"languageOverall":null,"languageFluency":null,"languageGrammar":null,"languageVocabulary":null}',
  60, true, true, 'hash of before');
INSERT INTO recordings (interview_id, kind, url) VALUES ('interview before', 'audio', 'https://cdn.example.com/before.wav');
INSERT INTO transcripts (interview_id, summary, segments, words, questions, search_text) VALUES
  ('interview before', 'She ran the night shift.', '[{"speaker":"candidate","text":"I ran the night shift.","start":0,"end":2}]',
  '{"segments":[]}', '[]', 'i ran the night shift');
