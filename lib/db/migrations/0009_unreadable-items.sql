CREATE TABLE "unreadable_items" (
	"kind" text NOT NULL,
	"place" text NOT NULL,
	"reason" text NOT NULL,
	"tries" integer DEFAULT 1 NOT NULL,
	"first_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"next_try_at" timestamp with time zone NOT NULL,
	CONSTRAINT "unreadable_items_kind_place_pk" PRIMARY KEY("kind","place")
);
--> statement-breakpoint
ALTER TABLE "mirror_lists" ADD COLUMN "pass_since" bigint;--> statement-breakpoint
ALTER TABLE "mirror_lists" ADD COLUMN "whole_since" bigint;