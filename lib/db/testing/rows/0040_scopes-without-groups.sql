UPDATE members SET scope_without_groups = '{"teams": ["team_before"], "flows": [], "interviews": []}' WHERE id = '00000000-0000-4000-8000-000000000002';
