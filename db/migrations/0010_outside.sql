CREATE TABLE `contact` (
	`id` text PRIMARY KEY NOT NULL,
	`check_id` text NOT NULL,
	`name` text NOT NULL,
	`way` text NOT NULL,
	`asked_at` text NOT NULL,
	`question` text NOT NULL,
	`answer` text,
	`terms` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`version` integer NOT NULL,
	`removed` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`check_id`) REFERENCES `check`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `contact_by_check` ON `contact` (`check_id`,`removed`,`asked_at`);--> statement-breakpoint
CREATE TABLE `inquiry` (
	`id` text PRIMARY KEY NOT NULL,
	`article_id` text NOT NULL,
	`name` text NOT NULL,
	`source_id` text,
	`annotation_ids` text NOT NULL,
	`shows_headline` integer NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`revoked_at` text,
	`version` integer NOT NULL,
	`removed` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `article`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `inquiry_by_article` ON `inquiry` (`article_id`,`removed`,`id`);--> statement-breakpoint
CREATE TABLE `inquiry_answer` (
	`id` text PRIMARY KEY NOT NULL,
	`inquiry_id` text NOT NULL,
	`annotation_id` text NOT NULL,
	`revision_id` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`words` text,
	`shown` text NOT NULL,
	`shown_hash` text NOT NULL,
	`at` text NOT NULL,
	`version` integer NOT NULL,
	`removed` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`inquiry_id`) REFERENCES `inquiry`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`annotation_id`) REFERENCES `annotation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revision_id`) REFERENCES `revision`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `inquiry_answer_of` ON `inquiry_answer` (`inquiry_id`,`annotation_id`,`id`);--> statement-breakpoint
CREATE INDEX `inquiry_answer_by_annotation` ON `inquiry_answer` (`annotation_id`,`removed`,`id`);--> statement-breakpoint
CREATE TABLE `inquiry_key` (
	`inquiry_id` text PRIMARY KEY NOT NULL,
	`key_hash` text NOT NULL,
	FOREIGN KEY (`inquiry_id`) REFERENCES `inquiry`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `inquiry_key_hash` ON `inquiry_key` (`key_hash`);