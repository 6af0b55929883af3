CREATE TABLE "interview_facts" (
	"interview_id" text PRIMARY KEY NOT NULL,
	"rules" integer NOT NULL,
	"words" integer,
	"share" double precision,
	"pause" double precision
);
--> statement-breakpoint
CREATE TABLE "question_answers" (
	"interview_id" text NOT NULL,
	"question_key" text NOT NULL,
	"position" integer NOT NULL,
	"text" text NOT NULL,
	"segments" integer[] NOT NULL,
	"spans" jsonb NOT NULL,
	"seconds" double precision,
	"words" integer NOT NULL,
	"follow_ups" integer NOT NULL,
	CONSTRAINT "question_answers_interview_id_question_key_pk" PRIMARY KEY("interview_id","question_key")
);
--> statement-breakpoint
ALTER TABLE "interview_facts" ADD CONSTRAINT "interview_facts_interview_id_interviews_id_fk" FOREIGN KEY ("interview_id") REFERENCES "public"."interviews"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_answers" ADD CONSTRAINT "question_answers_interview_id_interview_facts_interview_id_fk" FOREIGN KEY ("interview_id") REFERENCES "public"."interview_facts"("interview_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
-- Also where a replica of an older version, which knows no facts, replaces a transcript.
CREATE FUNCTION forget_facts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "interview_facts" USING replaced WHERE "interview_facts"."interview_id" = replaced."interview_id";
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER forget_facts AFTER UPDATE ON "transcripts"
REFERENCING NEW TABLE AS replaced FOR EACH STATEMENT EXECUTE FUNCTION forget_facts();
