DROP INDEX `queue_article_status`;--> statement-breakpoint
CREATE INDEX `queue_article_status` ON `check` (`article_id`,`listed`,`status`,`id`);