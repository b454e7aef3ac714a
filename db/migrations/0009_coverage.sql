CREATE TABLE `article_signature` (
	`id` text PRIMARY KEY NOT NULL,
	`article_id` text NOT NULL,
	`revision_id` text NOT NULL,
	`hash` text NOT NULL,
	`signed_by` text NOT NULL,
	`signed_at` text NOT NULL,
	`reason` text,
	`version` integer NOT NULL,
	`removed` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `article`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revision_id`) REFERENCES `revision`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`signed_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `article_signature_of` ON `article_signature` (`article_id`,`removed`,`id`);--> statement-breakpoint
CREATE TABLE `checklist` (
	`id` text PRIMARY KEY NOT NULL,
	`collection_id` text NOT NULL,
	`name` text NOT NULL,
	`items` text NOT NULL,
	`required` integer NOT NULL,
	`version` integer NOT NULL,
	`removed` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`collection_id`) REFERENCES `collection`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `checklist_of` ON `checklist` (`collection_id`,`removed`,`id`);--> statement-breakpoint
CREATE TABLE `checklist_tick` (
	`id` text PRIMARY KEY NOT NULL,
	`checklist_id` text NOT NULL,
	`item_id` text NOT NULL,
	`article_id` text NOT NULL,
	`revision_id` text NOT NULL,
	`ticked_by` text NOT NULL,
	`ticked_at` text NOT NULL,
	`version` integer NOT NULL,
	`removed` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`checklist_id`) REFERENCES `checklist`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`article_id`) REFERENCES `article`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revision_id`) REFERENCES `revision`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ticked_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `checklist_tick_of` ON `checklist_tick` (`revision_id`,`checklist_id`,`item_id`);--> statement-breakpoint
CREATE INDEX `checklist_tick_by_article` ON `checklist_tick` (`article_id`);--> statement-breakpoint
CREATE TABLE `nothing_to_check` (
	`id` text PRIMARY KEY NOT NULL,
	`target_id` text NOT NULL,
	`article_id` text NOT NULL,
	`hash` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`version` integer NOT NULL,
	`removed` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`target_id`) REFERENCES `target`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`article_id`) REFERENCES `article`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `nothing_to_check_by_article` ON `nothing_to_check` (`article_id`,`removed`);--> statement-breakpoint
CREATE INDEX `nothing_to_check_by_target` ON `nothing_to_check` (`target_id`);--> statement-breakpoint
CREATE INDEX `progress_status` ON `check` (`listed`,`collection_id`,`status`,`id`);--> statement-breakpoint
CREATE INDEX `progress_finding` ON `check` (`listed`,`collection_id`,`main_type`,`finding`);--> statement-breakpoint
CREATE INDEX `event_status_day` ON `event` (date(at),changes ->> '$.status[1]',`article_id`) WHERE entity = 'check' and name = 'setStatus';