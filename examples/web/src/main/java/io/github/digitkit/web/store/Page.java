package io.github.digitkit.web.store;

import java.util.List;

/**
 * A part of a history.
 *
 * @param entries newest first
 * @param total rows that match, on all pages
 */
public record Page(List<HistoryEntry> entries, long total) {}
