CREATE TABLE `check_lock` (
	`check_id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`since` text NOT NULL,
	`expires_at` text NOT NULL,
	FOREIGN KEY (`check_id`) REFERENCES `check`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `decision` (
	`id` text PRIMARY KEY NOT NULL,
	`check_id` text NOT NULL,
	`person_id` text NOT NULL,
	`at` text NOT NULL,
	`finding` text,
	`fidelity` text,
	`reason` text NOT NULL,
	`stands` integer NOT NULL,
	`version` integer NOT NULL,
	`removed` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`check_id`) REFERENCES `check`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `decision_by_check` ON `decision` (`check_id`,`removed`);--> statement-breakpoint
CREATE TABLE `notification` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`command_id` text NOT NULL,
	`from_id` text NOT NULL,
	`at` text NOT NULL,
	`article_id` text NOT NULL,
	`annotation_id` text,
	`count` integer NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`read_at` text,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`command_id`) REFERENCES `command`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`from_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`article_id`) REFERENCES `article`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`annotation_id`) REFERENCES `annotation`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `notification_of` ON `notification` (`command_id`,`person_id`,`kind`);--> statement-breakpoint
CREATE INDEX `notification_by_person` ON `notification` (`person_id`,`withdrawn`,`id`);--> statement-breakpoint
CREATE INDEX `notification_unread` ON `notification` (`person_id`,`withdrawn`,`read_at`);--> statement-breakpoint
CREATE TABLE `sign_off_override` (
	`id` text PRIMARY KEY NOT NULL,
	`check_id` text NOT NULL,
	`person_id` text NOT NULL,
	`at` text NOT NULL,
	`reason` text NOT NULL,
	`lifted` text NOT NULL,
	`version` integer NOT NULL,
	`removed` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`check_id`) REFERENCES `check`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `override_by_check` ON `sign_off_override` (`check_id`,`removed`);--> statement-breakpoint
ALTER TABLE `assessment` ADD `handed_in_at` text;--> statement-breakpoint
ALTER TABLE `collection` ADD `panel_size` integer;--> statement-breakpoint
ALTER TABLE `collection` ADD `quorum` integer;