CREATE TABLE "flow_defaults" (
	"id" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"blind_colleagues" boolean DEFAULT true NOT NULL,
	"blind_assessment" boolean DEFAULT true NOT NULL
);
--> statement-breakpoint
CREATE TABLE "flow_settings" (
	"flow_id" text PRIMARY KEY NOT NULL,
	"blind_colleagues" boolean DEFAULT true NOT NULL,
	"blind_assessment" boolean DEFAULT true NOT NULL,
	"blind_since" timestamp with time zone,
	"updated_in" "xid8" DEFAULT pg_current_xact_id() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reveals" (
	"interview_id" text NOT NULL,
	"member_id" uuid NOT NULL,
	"by" text NOT NULL,
	"revealed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_in" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	CONSTRAINT "reveals_interview_id_member_id_pk" PRIMARY KEY("interview_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "vote_versions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"interview_id" text NOT NULL,
	"member_id" uuid NOT NULL,
	"vote" text,
	"reason" text,
	"cast" text NOT NULL,
	"cast_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "votes" (
	"interview_id" text NOT NULL,
	"member_id" uuid NOT NULL,
	"vote" text,
	"reason" text,
	"cast" text NOT NULL,
	"cast_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_in" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	CONSTRAINT "votes_interview_id_member_id_pk" PRIMARY KEY("interview_id","member_id")
);
--> statement-breakpoint
ALTER TABLE "interviews" ADD COLUMN "assessed_in" "xid8" DEFAULT '0' NOT NULL;--> statement-breakpoint
ALTER TABLE "interviews" ALTER COLUMN "assessed_in" SET DEFAULT pg_current_xact_id();--> statement-breakpoint
ALTER TABLE "interview_texts" ADD COLUMN "summary" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "reveals" ADD CONSTRAINT "reveals_interview_id_interviews_id_fk" FOREIGN KEY ("interview_id") REFERENCES "public"."interviews"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reveals" ADD CONSTRAINT "reveals_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vote_versions" ADD CONSTRAINT "vote_versions_interview_id_interviews_id_fk" FOREIGN KEY ("interview_id") REFERENCES "public"."interviews"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vote_versions" ADD CONSTRAINT "vote_versions_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "votes" ADD CONSTRAINT "votes_interview_id_interviews_id_fk" FOREIGN KEY ("interview_id") REFERENCES "public"."interviews"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "votes" ADD CONSTRAINT "votes_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "flow_settings_updated_in" ON "flow_settings" USING btree ("updated_in");--> statement-breakpoint
CREATE INDEX "reveals_member" ON "reveals" USING btree ("member_id","updated_in");--> statement-breakpoint
CREATE INDEX "vote_versions_interview" ON "vote_versions" USING btree ("interview_id","member_id");--> statement-breakpoint
CREATE INDEX "votes_member" ON "votes" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "votes_updated_in" ON "votes" USING btree ("updated_in");--> statement-breakpoint
CREATE INDEX "interviews_assessed_in" ON "interviews" USING btree ("assessed_in");--> statement-breakpoint
INSERT INTO "flow_defaults" DEFAULT VALUES;--> statement-breakpoint
-- Flows that are there already hide nothing until somebody wants it; those that appear from now on do.
INSERT INTO "flow_settings" ("flow_id", "blind_colleagues", "blind_assessment", "updated_in")
SELECT id, false, false, '0'::xid8 FROM "flows"
UNION SELECT flow_id, false, false, '0'::xid8 FROM "interviews" WHERE flow_id IS NOT NULL;
--> statement-breakpoint
CREATE TRIGGER note_updating_transaction BEFORE UPDATE ON "votes" FOR EACH ROW
WHEN (to_jsonb(OLD) IS DISTINCT FROM to_jsonb(NEW)) EXECUTE FUNCTION note_updating_transaction();
--> statement-breakpoint
CREATE TRIGGER note_updating_transaction BEFORE UPDATE ON "flow_settings" FOR EACH ROW
WHEN (to_jsonb(OLD) IS DISTINCT FROM to_jsonb(NEW)) EXECUTE FUNCTION note_updating_transaction();
--> statement-breakpoint
CREATE FUNCTION keep_vote_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO vote_versions (interview_id, member_id, vote, reason, "cast", cast_at)
  VALUES (NEW.interview_id, NEW.member_id, NEW.vote, NEW.reason, NEW."cast", NEW.cast_at);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER keep_vote_version AFTER INSERT OR UPDATE ON "votes" FOR EACH ROW EXECUTE FUNCTION keep_vote_version();
