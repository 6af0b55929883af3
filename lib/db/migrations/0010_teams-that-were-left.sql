ALTER TABLE "interviews" ADD COLUMN "left_teams" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
CREATE FUNCTION note_left_team() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.left_teams := (OLD.left_teams - coalesce(NEW.team_id, '')) || jsonb_build_object(OLD.team_id, now());
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER note_left_team BEFORE UPDATE ON "interviews" FOR EACH ROW
WHEN (OLD.team_id IS NOT NULL AND OLD.team_id IS DISTINCT FROM NEW.team_id) EXECUTE FUNCTION note_left_team();
