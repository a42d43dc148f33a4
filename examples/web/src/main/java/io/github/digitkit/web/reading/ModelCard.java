package io.github.digitkit.web.reading;

import java.util.Map;

/**
 * What is known about the loaded network.
 *
 * @param facts name to value, in the order in which to show them
 */
public record ModelCard(Map<String, String> facts) {}
