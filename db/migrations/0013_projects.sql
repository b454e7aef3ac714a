CREATE TABLE `assignment` (
	`id` text PRIMARY KEY NOT NULL,
	`article_id` text NOT NULL,
	`person_id` text NOT NULL,
	`handed_out_at` text NOT NULL,
	`submitted_at` text,
	`return_reason` text,
	`version` integer NOT NULL,
	`removed` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `article`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `assignment_of` ON `assignment` (`article_id`,`person_id`) WHERE removed = 0;--> statement-breakpoint
CREATE INDEX `assignment_by_person` ON `assignment` (`person_id`,`removed`);--> statement-breakpoint
CREATE TABLE `assignment_time` (
	`id` text PRIMARY KEY NOT NULL,
	`seconds` integer NOT NULL,
	`active_at` text NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `assignment`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `project` (
	`id` text PRIMARY KEY NOT NULL,
	`labelling` text NOT NULL,
	`may_look` integer NOT NULL,
	`per_article` integer NOT NULL,
	`timeout_hours` integer NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `collection`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `project_article` (
	`id` text PRIMARY KEY NOT NULL,
	`use` text NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `article`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `project_member` (
	`id` text PRIMARY KEY NOT NULL,
	`collection_id` text NOT NULL,
	`person_id` text NOT NULL,
	`version` integer NOT NULL,
	`removed` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`collection_id`) REFERENCES `collection`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `project_member_of` ON `project_member` (`collection_id`,`person_id`);