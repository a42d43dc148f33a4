-- Retention walks over all visitors by age.
CREATE INDEX history_by_age ON history (created_at);
CREATE INDEX visitor_by_age ON visitor (seen_at);
