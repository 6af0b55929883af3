-- Names and addresses that nothing read, of people who may be members here, and may be removed.
DROP TABLE "ribbon_team_members";--> statement-breakpoint
DELETE FROM "unreadable_items" WHERE kind = 'team_members';--> statement-breakpoint
-- A removal takes a name out of a reason: nobody has voted anew.
DROP TRIGGER keep_vote_version ON "votes";--> statement-breakpoint
CREATE TRIGGER keep_vote_version AFTER INSERT OR UPDATE OF vote, "cast", cast_at ON "votes" FOR EACH ROW EXECUTE FUNCTION keep_vote_version();
