-- The 28x28 pictures, so that a visitor can take the corrected history away and train with it.
ALTER TABLE history ADD COLUMN seen BYTEA;
