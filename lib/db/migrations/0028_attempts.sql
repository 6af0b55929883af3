CREATE TABLE "attempt_links" (
	"flow_id" text NOT NULL,
	"key" text NOT NULL,
	"same_as" text NOT NULL,
	"linked_by" uuid NOT NULL,
	"linked_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "attempt_links_flow_id_key_pk" PRIMARY KEY("flow_id","key")
);
--> statement-breakpoint
ALTER TABLE "attempt_links" ADD CONSTRAINT "attempt_links_linked_by_members_id_fk" FOREIGN KEY ("linked_by") REFERENCES "public"."members"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attempt_links_same_as" ON "attempt_links" USING btree ("flow_id","same_as");--> statement-breakpoint
CREATE INDEX "interviews_attempts" ON "interviews" USING btree ("flow_id",coalesce('email ' || md5(nullif(lower(btrim(candidate_email)), '')), 'id ' || id));