CREATE TABLE `annotation` (
	`id` text PRIMARY KEY NOT NULL,
	`target_id` text NOT NULL,
	`article_id` text NOT NULL,
	`collection_id` text NOT NULL,
	`kind` text NOT NULL,
	`layer` text NOT NULL,
	`origin` text NOT NULL,
	`types` text NOT NULL,
	`flags` text NOT NULL,
	`speech` text,
	`source_type` text,
	`terms` text,
	`anonymity_reason` text,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`version` integer NOT NULL,
	`removed` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`target_id`) REFERENCES `target`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`article_id`) REFERENCES `article`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`collection_id`) REFERENCES `collection`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `annotation_by_article` ON `annotation` (`article_id`,`removed`);--> statement-breakpoint
CREATE INDEX `annotation_by_target` ON `annotation` (`target_id`);--> statement-breakpoint
CREATE INDEX `annotation_by_collection` ON `annotation` (`collection_id`,`id`);--> statement-breakpoint
CREATE TABLE `message` (
	`id` text PRIMARY KEY NOT NULL,
	`thread_id` text NOT NULL,
	`person_id` text NOT NULL,
	`body` text NOT NULL,
	`created_at` text NOT NULL,
	`version` integer NOT NULL,
	`removed` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`thread_id`) REFERENCES `thread`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `message_by_thread` ON `message` (`thread_id`,`id`);--> statement-breakpoint
CREATE TABLE `suggestion` (
	`annotation_id` text PRIMARY KEY NOT NULL,
	`state` text NOT NULL,
	`rule` text NOT NULL,
	`evidence` text NOT NULL,
	`confidence` integer NOT NULL,
	FOREIGN KEY (`annotation_id`) REFERENCES `annotation`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `thread` (
	`id` text PRIMARY KEY NOT NULL,
	`target_id` text NOT NULL,
	`resolved` integer DEFAULT false NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`target_id`) REFERENCES `target`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `thread_by_target` ON `thread` (`target_id`);--> statement-breakpoint
CREATE TABLE `anchoring` (
	`target_id` text NOT NULL,
	`revision_id` text NOT NULL,
	`outcome` text NOT NULL,
	PRIMARY KEY(`target_id`, `revision_id`),
	FOREIGN KEY (`target_id`) REFERENCES `target`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revision_id`) REFERENCES `revision`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `article` (
	`id` text PRIMARY KEY NOT NULL,
	`collection_id` text NOT NULL,
	`original_id` text,
	`content_hash` text NOT NULL,
	`ordinal` integer NOT NULL,
	`headline` text NOT NULL,
	`deck` text,
	`byline` text,
	`places` text NOT NULL,
	`agency` text,
	`date` text,
	`date_basis` text,
	`date_reason` text,
	`word_count` integer NOT NULL,
	`created_at` text NOT NULL,
	`version` integer NOT NULL,
	`removed` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`collection_id`) REFERENCES `collection`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`original_id`) REFERENCES `original`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `article_content` ON `article` (`collection_id`,`content_hash`);--> statement-breakpoint
CREATE INDEX `article_by_original` ON `article` (`original_id`,`ordinal`);--> statement-breakpoint
CREATE INDEX `article_listed` ON `article` (`removed`,`id`);--> statement-breakpoint
CREATE TABLE `block` (
	`id` text PRIMARY KEY NOT NULL,
	`revision_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`role` text NOT NULL,
	`depth` integer NOT NULL,
	`group_number` integer,
	`start` integer NOT NULL,
	`end` integer NOT NULL,
	`original_start` integer,
	`original_end` integer,
	`version` integer NOT NULL,
	FOREIGN KEY (`revision_id`) REFERENCES `revision`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `block_ordinal` ON `block` (`revision_id`,`ordinal`);--> statement-breakpoint
CREATE TABLE `original` (
	`id` text PRIMARY KEY NOT NULL,
	`sha256` text NOT NULL,
	`file_name` text NOT NULL,
	`encoding` text NOT NULL,
	`byte_length` integer NOT NULL,
	`bytes` blob NOT NULL,
	`imported_at` text NOT NULL,
	`imported_by` text NOT NULL,
	FOREIGN KEY (`imported_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `original_sha256_unique` ON `original` (`sha256`);--> statement-breakpoint
CREATE TABLE `revision` (
	`id` text PRIMARY KEY NOT NULL,
	`article_id` text NOT NULL,
	`number` integer NOT NULL,
	`original_id` text,
	`text` text NOT NULL,
	`hash` text NOT NULL,
	`note` text,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `article`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`original_id`) REFERENCES `original`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `revision_number` ON `revision` (`article_id`,`number`);--> statement-breakpoint
CREATE TABLE `span` (
	`revision_id` text NOT NULL,
	`target_id` text NOT NULL,
	`part` text NOT NULL,
	`ordinal` integer NOT NULL,
	`piece` integer NOT NULL,
	`start` integer NOT NULL,
	`end` integer NOT NULL,
	`exact` text NOT NULL,
	`prefix` text NOT NULL,
	`suffix` text NOT NULL,
	PRIMARY KEY(`revision_id`, `target_id`, `part`, `ordinal`, `piece`),
	FOREIGN KEY (`revision_id`) REFERENCES `revision`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`target_id`) REFERENCES `target`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `span_by_target` ON `span` (`target_id`,`revision_id`);--> statement-breakpoint
CREATE TABLE `target` (
	`id` text PRIMARY KEY NOT NULL,
	`article_id` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `article`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `target_by_article` ON `target` (`article_id`);--> statement-breakpoint
CREATE TABLE `assessment` (
	`id` text PRIMARY KEY NOT NULL,
	`check_id` text NOT NULL,
	`person_id` text NOT NULL,
	`finding` text,
	`fidelity` text,
	`rationale` text,
	`updated_at` text NOT NULL,
	`version` integer NOT NULL,
	`removed` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`check_id`) REFERENCES `check`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `assessment_of_person` ON `assessment` (`check_id`,`person_id`);--> statement-breakpoint
CREATE TABLE `check` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`annotation_id` text NOT NULL,
	`article_id` text NOT NULL,
	`collection_id` text NOT NULL,
	`kind` text NOT NULL,
	`main_type` text,
	`risk` integer NOT NULL,
	`listed` integer NOT NULL,
	`status` text NOT NULL,
	`reason` text,
	`finding` text,
	`fidelity` text,
	`disposition` text,
	`replacement` text,
	`rationale` text,
	`assignee_id` text,
	`due_at` text,
	`checked_by` text,
	`signed_by` text,
	`signed_at` text,
	`signed_hash` text,
	`updated_at` text NOT NULL,
	`version` integer NOT NULL,
	`risk_order` integer GENERATED ALWAYS AS (-risk) VIRTUAL,
	`due_order` text GENERATED ALWAYS AS (coalesce(due_at, '9999')) VIRTUAL,
	`open` integer GENERATED ALWAYS AS (status in ('unchecked', 'checking', 'waiting', 'checked', 'disputed', 'returned', 'reopened')) VIRTUAL,
	FOREIGN KEY (`annotation_id`) REFERENCES `annotation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`article_id`) REFERENCES `article`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`collection_id`) REFERENCES `collection`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assignee_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`checked_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`signed_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `check_id_unique` ON `check` (`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `check_annotationId_unique` ON `check` (`annotation_id`);--> statement-breakpoint
CREATE INDEX `queue_risk` ON `check` (`listed`,`risk_order`,`seq`);--> statement-breakpoint
CREATE INDEX `queue_due` ON `check` (`listed`,`due_order`,`seq`);--> statement-breakpoint
CREATE INDEX `queue_age` ON `check` (`listed`,`seq`);--> statement-breakpoint
CREATE INDEX `queue_open_risk` ON `check` (`listed`,`open`,`risk_order`,`seq`);--> statement-breakpoint
CREATE INDEX `queue_open_due` ON `check` (`listed`,`open`,`due_order`,`seq`);--> statement-breakpoint
CREATE INDEX `queue_open_age` ON `check` (`listed`,`open`,`seq`);--> statement-breakpoint
CREATE INDEX `queue_status_risk` ON `check` (`listed`,`status`,`risk_order`,`seq`);--> statement-breakpoint
CREATE INDEX `queue_status_due` ON `check` (`listed`,`status`,`due_order`,`seq`);--> statement-breakpoint
CREATE INDEX `queue_status_age` ON `check` (`listed`,`status`,`seq`);--> statement-breakpoint
CREATE INDEX `queue_kind_risk` ON `check` (`listed`,`kind`,`risk_order`,`seq`);--> statement-breakpoint
CREATE INDEX `queue_kind_due` ON `check` (`listed`,`kind`,`due_order`,`seq`);--> statement-breakpoint
CREATE INDEX `queue_kind_age` ON `check` (`listed`,`kind`,`seq`);--> statement-breakpoint
CREATE INDEX `queue_article_risk` ON `check` (`listed`,`article_id`,`risk_order`,`seq`);--> statement-breakpoint
CREATE INDEX `queue_article_due` ON `check` (`listed`,`article_id`,`due_order`,`seq`);--> statement-breakpoint
CREATE INDEX `queue_article_age` ON `check` (`listed`,`article_id`,`seq`);--> statement-breakpoint
CREATE INDEX `queue_article_status` ON `check` (`article_id`,`listed`,`status`);--> statement-breakpoint
CREATE INDEX `queue_collection_risk` ON `check` (`listed`,`collection_id`,`risk_order`,`seq`);--> statement-breakpoint
CREATE INDEX `queue_collection_due` ON `check` (`listed`,`collection_id`,`due_order`,`seq`);--> statement-breakpoint
CREATE INDEX `queue_collection_age` ON `check` (`listed`,`collection_id`,`seq`);--> statement-breakpoint
CREATE INDEX `queue_assignee_risk` ON `check` (`listed`,`assignee_id`,`risk_order`,`seq`);--> statement-breakpoint
CREATE INDEX `queue_assignee_due` ON `check` (`listed`,`assignee_id`,`due_order`,`seq`);--> statement-breakpoint
CREATE INDEX `queue_assignee_age` ON `check` (`listed`,`assignee_id`,`seq`);--> statement-breakpoint
CREATE TABLE `check_label` (
	`label` text NOT NULL,
	`check_seq` integer NOT NULL,
	`risk_order` integer NOT NULL,
	`due_order` text NOT NULL,
	FOREIGN KEY (`check_seq`) REFERENCES `check`(`seq`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `check_label_age` ON `check_label` (`label`,`check_seq`);--> statement-breakpoint
CREATE INDEX `check_label_risk` ON `check_label` (`label`,`risk_order`,`check_seq`);--> statement-breakpoint
CREATE INDEX `check_label_due` ON `check_label` (`label`,`due_order`,`check_seq`);--> statement-breakpoint
CREATE INDEX `check_label_by_check` ON `check_label` (`check_seq`);--> statement-breakpoint
CREATE TABLE `citation` (
	`id` text PRIMARY KEY NOT NULL,
	`check_id` text NOT NULL,
	`evidence_item_id` text NOT NULL,
	`locator` text,
	`excerpt` text,
	`stance` text NOT NULL,
	`primary` integer NOT NULL,
	`created_by` text NOT NULL,
	`version` integer NOT NULL,
	`removed` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`check_id`) REFERENCES `check`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`evidence_item_id`) REFERENCES `evidence_item`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `citation_by_check` ON `citation` (`check_id`,`removed`);--> statement-breakpoint
CREATE INDEX `citation_by_item` ON `citation` (`evidence_item_id`);--> statement-breakpoint
CREATE TABLE `evidence_item` (
	`id` text PRIMARY KEY NOT NULL,
	`collection_id` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`place` text NOT NULL,
	`origin` text NOT NULL,
	`terms` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`version` integer NOT NULL,
	`removed` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`collection_id`) REFERENCES `collection`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `evidence_by_collection` ON `evidence_item` (`collection_id`,`removed`,`id`);--> statement-breakpoint
CREATE TABLE `saved_view` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`query` text NOT NULL,
	`created_by` text NOT NULL,
	`version` integer NOT NULL,
	`removed` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`created_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `collection` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`mode` text NOT NULL,
	`created_at` text NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `collection_name_unique` ON `collection` (`name`);--> statement-breakpoint
CREATE TABLE `guide` (
	`id` text PRIMARY KEY NOT NULL,
	`collection_id` text NOT NULL,
	`version` integer NOT NULL,
	`body` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`collection_id`) REFERENCES `collection`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `guide_version` ON `guide` (`collection_id`,`version`);--> statement-breakpoint
CREATE TABLE `person` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`created_at` text NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `tag_set` (
	`id` text PRIMARY KEY NOT NULL,
	`collection_id` text NOT NULL,
	`version` integer NOT NULL,
	`definition` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`collection_id`) REFERENCES `collection`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tag_set_version` ON `tag_set` (`collection_id`,`version`);--> statement-breakpoint
CREATE TABLE `command` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`person_id` text NOT NULL,
	`at` text NOT NULL,
	`undoes` text,
	`result` text,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `event` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`command_id` text NOT NULL,
	`name` text NOT NULL,
	`person_id` text NOT NULL,
	`at` text NOT NULL,
	`entity` text NOT NULL,
	`entity_id` text NOT NULL,
	`article_id` text,
	`annotation_id` text,
	`created` integer NOT NULL,
	`version_after` integer NOT NULL,
	`changes` text NOT NULL,
	`undoes` text,
	FOREIGN KEY (`command_id`) REFERENCES `command`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `event_by_entity` ON `event` (`entity`,`entity_id`,`seq`);--> statement-breakpoint
CREATE INDEX `event_by_command` ON `event` (`command_id`,`seq`);--> statement-breakpoint
CREATE INDEX `event_by_annotation` ON `event` (`annotation_id`,`seq`);--> statement-breakpoint
CREATE INDEX `event_by_article` ON `event` (`article_id`,`seq`);--> statement-breakpoint
CREATE TABLE `withheld_change` (
	`event_seq` integer PRIMARY KEY NOT NULL,
	`changes` text NOT NULL,
	FOREIGN KEY (`event_seq`) REFERENCES `event`(`seq`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE VIRTUAL TABLE check_words USING fts5(words, tokenize = 'trigram', content = '', contentless_delete = 1);
--> statement-breakpoint
CREATE VIRTUAL TABLE check_words_terms USING fts5vocab(check_words, 'row');
