-- Whole numbers beside single digits; "details" holds probabilities or boxes as JSON.
ALTER TABLE history ADD COLUMN kind VARCHAR(8) DEFAULT 'digit' NOT NULL;
ALTER TABLE history ADD COLUMN details VARCHAR(16000) DEFAULT '{}' NOT NULL;
