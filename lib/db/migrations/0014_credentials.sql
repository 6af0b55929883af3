CREATE TABLE "credentials" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"member_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"password_hash" text,
	"issuer" text,
	"subject" text,
	"passkey_id" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "credentials_have_what_their_kind_needs" CHECK ((kind = 'password') = (password_hash IS NOT NULL) AND (kind = 'oidc') = (issuer IS NOT NULL)
        AND (kind = 'oidc') = (subject IS NOT NULL) AND (kind = 'passkey') = (passkey_id IS NOT NULL))
);
--> statement-breakpoint
ALTER TABLE "credentials" ADD CONSTRAINT "credentials_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "credentials_member" ON "credentials" USING btree ("member_id");--> statement-breakpoint
CREATE UNIQUE INDEX "credentials_password" ON "credentials" USING btree ("member_id") WHERE kind = 'password';--> statement-breakpoint
CREATE UNIQUE INDEX "credentials_oidc" ON "credentials" USING btree ("issuer","subject");--> statement-breakpoint
CREATE UNIQUE INDEX "credentials_passkey" ON "credentials" USING btree ("passkey_id");--> statement-breakpoint
INSERT INTO "credentials" (member_id, kind, password_hash) SELECT id, 'password', password_hash FROM "members";--> statement-breakpoint
ALTER TABLE "members" DROP COLUMN "password_hash";