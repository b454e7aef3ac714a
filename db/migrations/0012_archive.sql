CREATE TABLE `archived_bytes` (
	`sha256` text PRIMARY KEY NOT NULL,
	`bytes` blob NOT NULL
);
--> statement-breakpoint
CREATE TABLE `archived_copy` (
	`id` text PRIMARY KEY NOT NULL,
	`evidence_item_id` text NOT NULL,
	`sha256` text NOT NULL,
	`file_name` text NOT NULL,
	`content` text NOT NULL,
	`byte_length` integer NOT NULL,
	`url` text,
	`kept_at` text NOT NULL,
	`kept_by` text NOT NULL,
	`version` integer NOT NULL,
	`removed` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`evidence_item_id`) REFERENCES `evidence_item`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sha256`) REFERENCES `archived_bytes`(`sha256`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`kept_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `archived_copy_of_item` ON `archived_copy` (`evidence_item_id`,`removed`,`id`);--> statement-breakpoint
CREATE TABLE `confidant` (
	`id` text PRIMARY KEY NOT NULL,
	`thing_id` text NOT NULL,
	`person_id` text NOT NULL,
	`version` integer NOT NULL,
	`removed` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `confidant_one` ON `confidant` (`thing_id`,`person_id`);--> statement-breakpoint
INSERT INTO `confidant` (`id`, `thing_id`, `person_id`, `version`)
SELECT hex(randomblob(13)), `evidence_item_id`, `created_by`, 1 FROM (
	SELECT DISTINCT c.`evidence_item_id`, c.`created_by` FROM `citation` c
	JOIN `evidence_item` i ON i.`id` = c.`evidence_item_id`
	WHERE c.`removed` = 0 AND i.`terms` IN ('off_record', 'deep_background') AND i.`created_by` <> c.`created_by`
);
