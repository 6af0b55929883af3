ALTER TABLE "members" ADD COLUMN "last_seen_at" timestamp with time zone;--> statement-breakpoint
UPDATE "members" SET "last_seen_at" = (SELECT max("last_used_at") FROM "sessions" WHERE "member_id" = "members"."id");
