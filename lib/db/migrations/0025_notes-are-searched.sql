CREATE TABLE "note_texts" (
	"note_id" uuid PRIMARY KEY NOT NULL,
	"written" text NOT NULL,
	"lexemes" "tsvector" NOT NULL,
	"rules" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "mirror_lists" ADD COLUMN "compared_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "mirror_lists" ADD COLUMN "began_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "mirror_lists" ADD COLUMN "about" integer;--> statement-breakpoint
ALTER TABLE "note_texts" ADD CONSTRAINT "note_texts_note_id_notes_id_fk" FOREIGN KEY ("note_id") REFERENCES "public"."notes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "note_texts_lexemes" ON "note_texts" USING gin ("lexemes");--> statement-breakpoint
CREATE INDEX "note_texts_rules" ON "note_texts" USING btree ("rules");--> statement-breakpoint
-- Whose note a search found is told by a name that may change. The words of the notes that are there are indexed by the job that indexes anew.
CREATE FUNCTION note_renamed_author() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE notes SET updated_in = pg_current_xact_id() WHERE author_id = NEW.id AND deleted_at IS NULL;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER note_renamed_author AFTER UPDATE OF name ON "members" FOR EACH ROW
WHEN (OLD.name IS DISTINCT FROM NEW.name) EXECUTE FUNCTION note_renamed_author();
--> statement-breakpoint
-- A pass that met everything compared the list; what was read otherwise is compared with the next pull.
UPDATE "mirror_lists" SET compared_at = passed_at WHERE whole_since = pass_since AND next_offset = 0;
