CREATE TABLE `check_label_new` (
	`label` text NOT NULL,
	`check_seq` integer NOT NULL,
	`risk_order` integer NOT NULL,
	`due_order` text NOT NULL,
	`kind` text NOT NULL,
	`status` text NOT NULL,
	FOREIGN KEY (`check_seq`) REFERENCES `check`(`seq`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `check_label_new` SELECT l.label, l.check_seq, l.risk_order, l.due_order, c.kind, c.status FROM check_label l JOIN "check" c ON c.seq = l.check_seq;--> statement-breakpoint
DROP TABLE `check_label`;--> statement-breakpoint
ALTER TABLE `check_label_new` RENAME TO `check_label`;--> statement-breakpoint
CREATE UNIQUE INDEX `check_label_one` ON `check_label` (`label`,`check_seq`);--> statement-breakpoint
CREATE INDEX `check_label_age` ON `check_label` (`label`,`check_seq`,`kind`,`status`);--> statement-breakpoint
CREATE INDEX `check_label_risk` ON `check_label` (`label`,`risk_order`,`check_seq`,`kind`,`status`);--> statement-breakpoint
CREATE INDEX `check_label_due` ON `check_label` (`label`,`due_order`,`check_seq`,`kind`,`status`);--> statement-breakpoint
CREATE INDEX `check_label_by_check` ON `check_label` (`check_seq`);
