INSERT INTO former_names (member_id, name) VALUES ('00000000-0000-4000-8000-000000000002', 'Of before');
