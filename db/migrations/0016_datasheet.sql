CREATE TABLE `datasheet` (
	`id` text PRIMARY KEY NOT NULL,
	`licence` text,
	`citation` text,
	`publisher` text,
	`homepage` text,
	`answers` text NOT NULL,
	`version` integer NOT NULL,
	`removed` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `collection`(`id`) ON UPDATE no action ON DELETE no action
);
