CREATE INDEX `original_by_name` ON `original` (`file_name`);--> statement-breakpoint
CREATE INDEX `original_by_url` ON `original` (`url`);