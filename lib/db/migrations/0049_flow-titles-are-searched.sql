-- The titles of the flows that are there are indexed by the job that indexes anew.
CREATE TABLE "flow_texts" (
	"flow_id" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"lexemes" "tsvector" NOT NULL,
	"rules" integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX "flow_texts_lexemes" ON "flow_texts" USING gin ("lexemes");--> statement-breakpoint
CREATE INDEX "flow_texts_rules" ON "flow_texts" USING btree ("rules");