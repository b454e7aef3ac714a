CREATE TABLE `release` (
	`id` text PRIMARY KEY NOT NULL,
	`collection_id` text NOT NULL,
	`version` text NOT NULL,
	`person_id` text NOT NULL,
	`at` text NOT NULL,
	`sha256` text NOT NULL,
	`bytes` integer NOT NULL,
	`index_bytes` integer NOT NULL,
	`manifest` text NOT NULL,
	FOREIGN KEY (`collection_id`) REFERENCES `collection`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `release_version` ON `release` (`collection_id`,`version`);--> statement-breakpoint
CREATE TABLE `release_part` (
	`release_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`bytes` blob NOT NULL,
	PRIMARY KEY(`release_id`, `ordinal`),
	FOREIGN KEY (`release_id`) REFERENCES `release`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TRIGGER `release_stays` BEFORE UPDATE ON `release` BEGIN SELECT RAISE(ABORT, 'a release is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `release_is_kept` BEFORE DELETE ON `release` BEGIN SELECT RAISE(ABORT, 'a release is never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER `release_part_stays` BEFORE UPDATE ON `release_part` BEGIN SELECT RAISE(ABORT, 'a release is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `release_part_is_kept` BEFORE DELETE ON `release_part` BEGIN SELECT RAISE(ABORT, 'a release is never deleted'); END;
