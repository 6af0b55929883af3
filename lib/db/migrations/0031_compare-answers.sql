CREATE TABLE "anchors" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"flow_id" text NOT NULL,
	"question_key" text NOT NULL,
	"version" integer NOT NULL,
	"one" text,
	"three" text,
	"five" text,
	"author_id" uuid NOT NULL,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "anchors_version" UNIQUE("flow_id","question_key","version")
);
--> statement-breakpoint
CREATE TABLE "name_reveals" (
	"flow_id" text NOT NULL,
	"member_id" uuid NOT NULL,
	"revealed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "name_reveals_flow_id_member_id_pk" PRIMARY KEY("flow_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "ratings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"interview_id" text NOT NULL,
	"question_key" text NOT NULL,
	"member_id" uuid NOT NULL,
	"rating" integer NOT NULL,
	"anchors_id" uuid,
	"rated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "interview_facts" ADD COLUMN "cut_off" text;--> statement-breakpoint
ALTER TABLE "flow_settings" ADD COLUMN "hides_names" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "anchors" ADD CONSTRAINT "anchors_author_id_members_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."members"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "name_reveals" ADD CONSTRAINT "name_reveals_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_interview_id_interviews_id_fk" FOREIGN KEY ("interview_id") REFERENCES "public"."interviews"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_anchors_id_anchors_id_fk" FOREIGN KEY ("anchors_id") REFERENCES "public"."anchors"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "name_reveals_member" ON "name_reveals" USING btree ("member_id");--> statement-breakpoint
CREATE UNIQUE INDEX "ratings_standing" ON "ratings" USING btree ("interview_id","question_key","member_id") WHERE ended_at IS NULL;--> statement-breakpoint
CREATE INDEX "ratings_interview" ON "ratings" USING btree ("interview_id");--> statement-breakpoint
CREATE INDEX "ratings_member" ON "ratings" USING btree ("member_id");