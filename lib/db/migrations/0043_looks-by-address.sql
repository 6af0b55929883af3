ALTER TABLE "audit_reads" ADD COLUMN "origin" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "audit_reads" DROP CONSTRAINT "audit_reads_session_id_code_subject_hour_pk";--> statement-breakpoint
ALTER TABLE "audit_reads" ADD CONSTRAINT "audit_reads_session_id_code_subject_hour_origin_pk" PRIMARY KEY("session_id","code","subject","hour","origin");