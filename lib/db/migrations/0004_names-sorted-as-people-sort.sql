ALTER TABLE "flows" ADD COLUMN "title_key" text;--> statement-breakpoint
ALTER TABLE "interviews" ADD COLUMN "candidate_key" text;--> statement-breakpoint
ALTER TABLE "teams" ADD COLUMN "name_key" text;