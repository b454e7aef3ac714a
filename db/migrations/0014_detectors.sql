CREATE TABLE `detector` (
	`id` text PRIMARY KEY NOT NULL,
	`address` text NOT NULL,
	`seconds` integer NOT NULL,
	`off` integer NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`version` integer NOT NULL,
	`removed` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`created_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `detector_answer` (
	`detector_id` text PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`name` text,
	`release` text,
	`unit` text,
	`is_good` integer NOT NULL,
	`said` text NOT NULL,
	FOREIGN KEY (`detector_id`) REFERENCES `detector`(`id`) ON UPDATE no action ON DELETE no action
);
