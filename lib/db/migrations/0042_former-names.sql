CREATE TABLE "former_names" (
	"member_id" uuid NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "former_names_member_id_name_pk" PRIMARY KEY("member_id","name")
);
--> statement-breakpoint
ALTER TABLE "former_names" ADD CONSTRAINT "former_names_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;