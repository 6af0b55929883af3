CREATE TABLE "interview_search" (
	"interview_id" text PRIMARY KEY NOT NULL,
	"lexemes" "tsvector" NOT NULL,
	"is_oversize" boolean NOT NULL,
	"said" text NOT NULL,
	"asked" text NOT NULL,
	"name" text NOT NULL,
	"about" text NOT NULL,
	"rules" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "interview_search" ADD CONSTRAINT "interview_search_interview_id_interviews_id_fk" FOREIGN KEY ("interview_id") REFERENCES "public"."interviews"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "interview_search_lexemes" ON "interview_search" USING gin ("lexemes");--> statement-breakpoint
CREATE INDEX "interview_search_rules" ON "interview_search" USING btree ("rules");--> statement-breakpoint
CREATE INDEX "interviews_updated" ON "interviews" USING btree ("updated_at");--> statement-breakpoint
ALTER TABLE "flows" DROP COLUMN "search_title";--> statement-breakpoint
ALTER TABLE "transcripts" DROP COLUMN "search_text";