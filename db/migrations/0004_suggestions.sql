CREATE TABLE `detection_run` (
	`id` text PRIMARY KEY NOT NULL,
	`article_id` text NOT NULL,
	`revision_id` text NOT NULL,
	`detector` text NOT NULL,
	`detector_version` text NOT NULL,
	`input_hash` text NOT NULL,
	`at` text NOT NULL,
	`person_id` text NOT NULL,
	`counts` text NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `article`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revision_id`) REFERENCES `revision`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `detection_run_of` ON `detection_run` (`revision_id`,`detector`);--> statement-breakpoint
CREATE TABLE `rule_switch` (
	`id` text PRIMARY KEY NOT NULL,
	`collection_id` text NOT NULL,
	`rule` text NOT NULL,
	`off` integer NOT NULL,
	`version` integer NOT NULL,
	`removed` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`collection_id`) REFERENCES `collection`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rule_switch_of` ON `rule_switch` (`collection_id`,`rule`);--> statement-breakpoint
-- Nothing was ever written to this table before.
DROP TABLE `suggestion`;--> statement-breakpoint
CREATE TABLE `suggestion` (
	`id` text PRIMARY KEY NOT NULL,
	`article_id` text NOT NULL,
	`revision_id` text NOT NULL,
	`state` text NOT NULL,
	`detector` text NOT NULL,
	`rule` text NOT NULL,
	`reason` text NOT NULL,
	`evidence` text NOT NULL,
	`confidence` real NOT NULL,
	`score` real,
	`details` text NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `annotation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`article_id`) REFERENCES `article`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revision_id`) REFERENCES `revision`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `suggestion_by_article` ON `suggestion` (`article_id`,`state`);--> statement-breakpoint
CREATE INDEX `suggestion_by_rule` ON `suggestion` (`rule`,`state`);