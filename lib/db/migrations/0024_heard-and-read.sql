ALTER TABLE "listening_progress" ALTER COLUMN "spans" SET DEFAULT '[]'::jsonb;--> statement-breakpoint
ALTER TABLE "interview_facts" ADD COLUMN "speech" jsonb;--> statement-breakpoint
ALTER TABLE "listening_progress" ADD COLUMN "read" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "listening_progress" ADD COLUMN "progress" text;--> statement-breakpoint
ALTER TABLE "listening_progress" ADD COLUMN "updated_in" "xid8" DEFAULT pg_current_xact_id() NOT NULL;--> statement-breakpoint
ALTER TABLE "notes" ADD COLUMN "updated_in" "xid8" DEFAULT pg_current_xact_id() NOT NULL;--> statement-breakpoint
CREATE INDEX "listening_progress_member" ON "listening_progress" USING btree ("member_id","updated_in");--> statement-breakpoint
CREATE INDEX "notes_updated_in" ON "notes" USING btree ("updated_in");--> statement-breakpoint
-- What is stored until here is what sounded and what was in sight, and cannot prove that anything was heard: it is what was read.
UPDATE "listening_progress" SET "read" = "spans", "spans" = '[]', "progress" = CASE WHEN "spans" <> '[]' THEN 'begun' END, "updated_in" = '0';--> statement-breakpoint
-- What was there before is no news to lists that are open.
UPDATE "notes" SET "updated_in" = '0';--> statement-breakpoint
CREATE TRIGGER note_updating_transaction BEFORE UPDATE ON "listening_progress" FOR EACH ROW
WHEN (OLD."progress" IS DISTINCT FROM NEW."progress") EXECUTE FUNCTION note_updating_transaction();
--> statement-breakpoint
CREATE TRIGGER note_updating_transaction BEFORE UPDATE ON "notes" FOR EACH ROW
WHEN (to_jsonb(OLD) IS DISTINCT FROM to_jsonb(NEW)) EXECUTE FUNCTION note_updating_transaction();
