ALTER TABLE `anchoring` ADD `places` text;--> statement-breakpoint
ALTER TABLE `anchoring` ADD `decision` text;--> statement-breakpoint
ALTER TABLE `anchoring` ADD `decided_by` text REFERENCES person(id);--> statement-breakpoint
ALTER TABLE `article` ADD `metadata` text;--> statement-breakpoint
ALTER TABLE `block` ADD `formatting` text;--> statement-breakpoint
ALTER TABLE `original` ADD `url` text;