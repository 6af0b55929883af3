ALTER TABLE "hearings" RENAME TO "listening_progress";--> statement-breakpoint
ALTER TABLE "listening_progress" RENAME CONSTRAINT "hearings_interview_id_member_id_pk" TO "listening_progress_interview_id_member_id_pk";--> statement-breakpoint
ALTER TABLE "listening_progress" RENAME CONSTRAINT "hearings_interview_id_interviews_id_fk" TO "listening_progress_interview_id_interviews_id_fk";--> statement-breakpoint
ALTER TABLE "listening_progress" RENAME CONSTRAINT "hearings_member_id_members_id_fk" TO "listening_progress_member_id_members_id_fk";
