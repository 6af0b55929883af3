ALTER TABLE "mirrors" ADD COLUMN "next_pull_at" timestamp with time zone DEFAULT 'epoch' NOT NULL;--> statement-breakpoint
ALTER TABLE "mirrors" ADD COLUMN "failures" integer DEFAULT 0 NOT NULL;