ALTER TABLE "mirror_lists" ADD COLUMN "reread_offset" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "mirror_lists" ADD COLUMN "reread_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "mirror_lists" ADD COLUMN "reread_since" bigint DEFAULT 0 NOT NULL;