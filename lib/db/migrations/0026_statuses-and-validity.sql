CREATE TABLE "status_versions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"interview_id" text NOT NULL,
	"status" text NOT NULL,
	"reason" text,
	"set_by" uuid NOT NULL,
	"set_at" timestamp with time zone DEFAULT now() NOT NULL,
	"replaces" uuid
);
--> statement-breakpoint
CREATE TABLE "statuses" (
	"interview_id" text PRIMARY KEY NOT NULL,
	"version_id" uuid,
	"updated_in" "xid8" DEFAULT pg_current_xact_id() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "invalidations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"interview_id" text NOT NULL,
	"author_id" uuid NOT NULL,
	"cause" text NOT NULL,
	"reason" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_by" uuid,
	"updated_in" "xid8" DEFAULT pg_current_xact_id() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "score_overrides" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"interview_id" text NOT NULL,
	"score" text NOT NULL,
	"author_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"withdrawn_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "candidate_statuses" ADD COLUMN "updated_in" "xid8" DEFAULT pg_current_xact_id() NOT NULL;--> statement-breakpoint
ALTER TABLE "status_versions" ADD CONSTRAINT "status_versions_interview_id_interviews_id_fk" FOREIGN KEY ("interview_id") REFERENCES "public"."interviews"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "status_versions" ADD CONSTRAINT "status_versions_set_by_members_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."members"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statuses" ADD CONSTRAINT "statuses_interview_id_interviews_id_fk" FOREIGN KEY ("interview_id") REFERENCES "public"."interviews"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statuses" ADD CONSTRAINT "statuses_version_id_status_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."status_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invalidations" ADD CONSTRAINT "invalidations_interview_id_interviews_id_fk" FOREIGN KEY ("interview_id") REFERENCES "public"."interviews"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invalidations" ADD CONSTRAINT "invalidations_author_id_members_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."members"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invalidations" ADD CONSTRAINT "invalidations_withdrawn_by_members_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."members"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score_overrides" ADD CONSTRAINT "score_overrides_interview_id_interviews_id_fk" FOREIGN KEY ("interview_id") REFERENCES "public"."interviews"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score_overrides" ADD CONSTRAINT "score_overrides_author_id_members_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."members"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "status_versions_interview" ON "status_versions" USING btree ("interview_id","set_at");--> statement-breakpoint
CREATE INDEX "statuses_updated_in" ON "statuses" USING btree ("updated_in");--> statement-breakpoint
CREATE UNIQUE INDEX "invalidations_standing" ON "invalidations" USING btree ("interview_id") WHERE withdrawn_at IS NULL;--> statement-breakpoint
CREATE INDEX "invalidations_updated_in" ON "invalidations" USING btree ("updated_in");--> statement-breakpoint
CREATE UNIQUE INDEX "score_overrides_standing" ON "score_overrides" USING btree ("interview_id","score","author_id") WHERE withdrawn_at IS NULL;--> statement-breakpoint
CREATE INDEX "candidate_statuses_updated_in" ON "candidate_statuses" USING btree ("updated_in");--> statement-breakpoint
-- What was there before is no news to lists that are open.
UPDATE "candidate_statuses" SET updated_in = '0';--> statement-breakpoint
CREATE TRIGGER note_updating_transaction BEFORE UPDATE ON "candidate_statuses" FOR EACH ROW
WHEN (to_jsonb(OLD) IS DISTINCT FROM to_jsonb(NEW)) EXECUTE FUNCTION note_updating_transaction();
--> statement-breakpoint
CREATE TRIGGER note_updating_transaction BEFORE UPDATE ON "statuses" FOR EACH ROW
WHEN (to_jsonb(OLD) IS DISTINCT FROM to_jsonb(NEW)) EXECUTE FUNCTION note_updating_transaction();
--> statement-breakpoint
CREATE TRIGGER note_updating_transaction BEFORE UPDATE ON "invalidations" FOR EACH ROW
WHEN (to_jsonb(OLD) IS DISTINCT FROM to_jsonb(NEW)) EXECUTE FUNCTION note_updating_transaction();
--> statement-breakpoint
-- Who set a status or marked an interview is told by a name that may change.
CREATE FUNCTION note_renamed_setter() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE statuses SET updated_in = pg_current_xact_id() FROM status_versions
  WHERE status_versions.id = statuses.version_id AND status_versions.set_by = NEW.id;
  UPDATE invalidations SET updated_in = pg_current_xact_id() WHERE author_id = NEW.id AND withdrawn_at IS NULL;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER note_renamed_setter AFTER UPDATE OF name ON "members" FOR EACH ROW
WHEN (OLD.name IS DISTINCT FROM NEW.name) EXECUTE FUNCTION note_renamed_setter();
