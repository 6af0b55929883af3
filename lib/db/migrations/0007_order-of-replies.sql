CREATE SEQUENCE "public"."ribbon_asks" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE TABLE "score_versions" (
	"interview_id" text NOT NULL,
	"replaced_by" bigint NOT NULL,
	"replaced_at" timestamp with time zone DEFAULT now() NOT NULL,
	"scores" jsonb NOT NULL,
	"general_score" double precision,
	"summary" text,
	CONSTRAINT "score_versions_interview_id_replaced_by_pk" PRIMARY KEY("interview_id","replaced_by")
);
--> statement-breakpoint
CREATE TABLE "reply_places" (
	"interview_id" text PRIMARY KEY NOT NULL,
	"asked" bigint NOT NULL,
	"is_partial" boolean DEFAULT false NOT NULL,
	"stored_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "flows" ADD COLUMN "asked" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "interviews" ADD COLUMN "follows_flow" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "teams" ADD COLUMN "asked" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "ribbon_replies" ADD COLUMN "asked" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "ribbon_team_members" ADD COLUMN "asked" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "flow_webhooks" ADD COLUMN "asked" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "score_versions" ADD CONSTRAINT "score_versions_interview_id_interviews_id_fk" FOREIGN KEY ("interview_id") REFERENCES "public"."interviews"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "interviews_following" ON "interviews" USING btree ("flow_id") WHERE follows_flow;