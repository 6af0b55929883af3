CREATE TABLE "audit_kept_heads" (
	"place" text PRIMARY KEY NOT NULL,
	"size" bigint NOT NULL,
	"seq" bigint NOT NULL,
	"root" "bytea" NOT NULL,
	"kept_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_leaves" (
	"index" bigint PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"hashes" "bytea" NOT NULL,
	"sealed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "audit_leaves_seq_unique" UNIQUE("seq"),
	CONSTRAINT "audit_leaves_hold_whole_hashes" CHECK (octet_length(hashes) > 0 AND octet_length(hashes) % 32 = 0)
);
--> statement-breakpoint
CREATE TABLE "audit_origins" (
	"pseudonym" text PRIMARY KEY NOT NULL,
	"address" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_reads" (
	"session_id" uuid NOT NULL,
	"code" text NOT NULL,
	"subject" text NOT NULL,
	"hour" timestamp with time zone NOT NULL,
	CONSTRAINT "audit_reads_session_id_code_subject_hour_pk" PRIMARY KEY("session_id","code","subject","hour")
);
--> statement-breakpoint
ALTER TABLE "audit_events" ADD COLUMN "encoding" smallint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "audit_events" ADD COLUMN "session_id" uuid;--> statement-breakpoint
ALTER TABLE "audit_events" ADD COLUMN "origin" text;--> statement-breakpoint
CREATE INDEX "audit_reads_hour" ON "audit_reads" USING btree ("hour");--> statement-breakpoint
CREATE INDEX "audit_events_actor" ON "audit_events" USING btree ("actor_id","seq");--> statement-breakpoint
CREATE INDEX "audit_events_about" ON "audit_events" USING btree ("about","seq");--> statement-breakpoint
CREATE INDEX "audit_events_code" ON "audit_events" USING btree ("code","seq");--> statement-breakpoint
CREATE TRIGGER refuse_to_rewrite BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_leaves"
FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_rewrite();
