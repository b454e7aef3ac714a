CREATE TABLE `adjudication` (
	`id` text PRIMARY KEY NOT NULL,
	`article_id` text NOT NULL,
	`outcome` text NOT NULL,
	`members` text NOT NULL,
	`annotation_id` text,
	`reason` text,
	`decided_by` text NOT NULL,
	`decided_at` text NOT NULL,
	`version` integer NOT NULL,
	`removed` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `article`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`annotation_id`) REFERENCES `annotation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `adjudication_by_article` ON `adjudication` (`article_id`,`removed`);--> statement-breakpoint
CREATE INDEX `adjudication_by_annotation` ON `adjudication` (`annotation_id`);