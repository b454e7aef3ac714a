ALTER TABLE `message` ADD `author_name` text;--> statement-breakpoint
ALTER TABLE `message` ADD `written_at` text;--> statement-breakpoint
ALTER TABLE `thread` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `thread` ADD `removed` integer DEFAULT false NOT NULL;