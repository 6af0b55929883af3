CREATE TABLE "mirror_lists" (
	"status" text PRIMARY KEY NOT NULL,
	"next_offset" integer DEFAULT 0 NOT NULL,
	"seen" integer DEFAULT 0 NOT NULL,
	"order" text,
	"passed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "ribbon_calls" (
	"minute" timestamp with time zone PRIMARY KEY NOT NULL,
	"calls" integer NOT NULL,
	"failures" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ribbon_replies" (
	"interview_id" text PRIMARY KEY NOT NULL,
	"body" "bytea" NOT NULL,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ribbon_team_members" (
	"id" text PRIMARY KEY NOT NULL,
	"email" text,
	"name" text
);
--> statement-breakpoint
CREATE TABLE "interview_texts" (
	"interview_id" text PRIMARY KEY NOT NULL,
	"said" text NOT NULL,
	"asked" text NOT NULL,
	"name" text NOT NULL,
	"about" text NOT NULL,
	"rules" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "candidate_statuses" (
	"flow_id" text NOT NULL,
	"email" text NOT NULL,
	"status" text NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "candidate_statuses_flow_id_email_pk" PRIMARY KEY("flow_id","email")
);
--> statement-breakpoint
CREATE TABLE "webhook_deliveries" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"digest" text NOT NULL,
	"event" text,
	"interview_id" text,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	"outcome" text,
	"tries" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_failure_code" text
);
--> statement-breakpoint
ALTER TABLE "interviews" ADD COLUMN "lexemes" "tsvector" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "interviews" ADD COLUMN "is_oversize" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "interviews" ADD COLUMN "is_incomplete" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "interviews" ADD COLUMN "gone_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "ribbon_replies" ADD CONSTRAINT "ribbon_replies_interview_id_interviews_id_fk" FOREIGN KEY ("interview_id") REFERENCES "public"."interviews"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interview_texts" ADD CONSTRAINT "interview_texts_interview_id_interviews_id_fk" FOREIGN KEY ("interview_id") REFERENCES "public"."interviews"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "interview_texts_rules" ON "interview_texts" USING btree ("rules");--> statement-breakpoint
CREATE UNIQUE INDEX "webhook_deliveries_waiting" ON "webhook_deliveries" USING btree ("digest") WHERE outcome IS NULL;--> statement-breakpoint
CREATE INDEX "webhook_deliveries_due" ON "webhook_deliveries" USING btree ("due_at") WHERE outcome IS NULL;--> statement-breakpoint
CREATE INDEX "webhook_deliveries_received" ON "webhook_deliveries" USING btree ("received_at");--> statement-breakpoint
CREATE INDEX "interviews_updated" ON "interviews" USING btree ("updated_at");--> statement-breakpoint
CREATE INDEX "interviews_lexemes" ON "interviews" USING gin ("lexemes");--> statement-breakpoint
ALTER TABLE "flows" DROP COLUMN "search_title";--> statement-breakpoint
ALTER TABLE "transcripts" DROP COLUMN "search_text";