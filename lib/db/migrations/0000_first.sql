CREATE TABLE "flows" (
	"id" text PRIMARY KEY NOT NULL,
	"team_id" text,
	"title" text NOT NULL,
	"search_title" text NOT NULL,
	"language" text,
	"questions" jsonb NOT NULL,
	"has_video" boolean DEFAULT false NOT NULL,
	"content_hash" text NOT NULL,
	"gone_at" timestamp with time zone,
	"first_seen_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "installations" (
	"id" text PRIMARY KEY NOT NULL,
	"salt" uuid DEFAULT gen_random_uuid() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "interviews" (
	"id" text PRIMARY KEY NOT NULL,
	"flow_id" text,
	"team_id" text,
	"state" text NOT NULL,
	"candidate_name" text,
	"candidate_email" text,
	"scores" jsonb NOT NULL,
	"general_score" double precision,
	"duration" double precision,
	"talk" double precision,
	"has_audio" boolean DEFAULT false NOT NULL,
	"has_video" boolean DEFAULT false NOT NULL,
	"has_transcript" boolean DEFAULT false NOT NULL,
	"content_hash" text NOT NULL,
	"first_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "member_teams" (
	"member_id" uuid NOT NULL,
	"team_id" text NOT NULL,
	CONSTRAINT "member_teams_member_id_team_id_pk" PRIMARY KEY("member_id","team_id")
);
--> statement-breakpoint
CREATE TABLE "members" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"email" text NOT NULL,
	"role" text NOT NULL,
	"password_hash" text NOT NULL,
	"sees_all_teams" boolean DEFAULT true NOT NULL,
	"disabled_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "members_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "mirrors" (
	"id" text PRIMARY KEY NOT NULL,
	"lease_holder" uuid,
	"lease_ends_at" timestamp with time zone DEFAULT 'epoch' NOT NULL,
	"last_success_at" timestamp with time zone,
	"last_failure_at" timestamp with time zone,
	"last_failure_code" text
);
--> statement-breakpoint
CREATE TABLE "recordings" (
	"interview_id" text NOT NULL,
	"kind" text NOT NULL,
	"url" text NOT NULL,
	CONSTRAINT "recordings_interview_id_kind_pk" PRIMARY KEY("interview_id","kind")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"member_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_attempts" (
	"key" text PRIMARY KEY NOT NULL,
	"failures" integer NOT NULL,
	"window_ends_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "teams" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "transcripts" (
	"interview_id" text PRIMARY KEY NOT NULL,
	"summary" text,
	"segments" jsonb NOT NULL,
	"words" jsonb NOT NULL,
	"questions" jsonb NOT NULL,
	"search_text" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "member_teams" ADD CONSTRAINT "member_teams_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recordings" ADD CONSTRAINT "recordings_interview_id_interviews_id_fk" FOREIGN KEY ("interview_id") REFERENCES "public"."interviews"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transcripts" ADD CONSTRAINT "transcripts_interview_id_interviews_id_fk" FOREIGN KEY ("interview_id") REFERENCES "public"."interviews"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "interviews_first_seen" ON "interviews" USING btree ("first_seen_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "interviews_flow" ON "interviews" USING btree ("flow_id");--> statement-breakpoint
CREATE INDEX "interviews_team" ON "interviews" USING btree ("team_id");--> statement-breakpoint
CREATE INDEX "sessions_member" ON "sessions" USING btree ("member_id");