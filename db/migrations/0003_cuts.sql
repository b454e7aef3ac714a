ALTER TABLE `article` ADD `part` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `article` ADD `joined_into` text REFERENCES article(id);--> statement-breakpoint
CREATE INDEX `article_joined` ON `article` (`joined_into`);