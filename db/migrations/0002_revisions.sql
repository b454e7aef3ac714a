CREATE TABLE `carry_review` (
	`id` text PRIMARY KEY NOT NULL,
	`annotation_id` text NOT NULL,
	`revision_id` text NOT NULL,
	`decision` text NOT NULL,
	`decided_by` text NOT NULL,
	`version` integer NOT NULL,
	`removed` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`annotation_id`) REFERENCES `annotation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revision_id`) REFERENCES `revision`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `carry_review_of` ON `carry_review` (`revision_id`,`annotation_id`);--> statement-breakpoint
ALTER TABLE `anchoring` ADD `places` text;--> statement-breakpoint
ALTER TABLE `article` ADD `metadata` text;--> statement-breakpoint
ALTER TABLE `block` ADD `formatting` text;--> statement-breakpoint
ALTER TABLE `original` ADD `url` text;--> statement-breakpoint
CREATE INDEX `revision_hash` ON `revision` (`hash`);