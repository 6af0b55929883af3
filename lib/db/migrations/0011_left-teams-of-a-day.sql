-- A list is told for 24 hours what has left it; the hour more is for clocks that differ.
CREATE OR REPLACE FUNCTION note_left_team() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT coalesce(jsonb_object_agg(id, left_at), '{}') || jsonb_build_object(OLD.team_id, now()) INTO NEW.left_teams
  FROM jsonb_each(OLD.left_teams) AS team (id, left_at)
  WHERE id IS DISTINCT FROM NEW.team_id AND (left_at #>> '{}')::timestamptz > now() - interval '25 hours';
  RETURN NEW;
END $$;
