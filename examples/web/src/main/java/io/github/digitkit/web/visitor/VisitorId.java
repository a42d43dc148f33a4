package io.github.digitkit.web.visitor;

/**
 * Who a row belongs to: the hash of a visitor's secret.
 *
 * @param hash SHA-256 in base64url, 43 characters
 */
public record VisitorId(String hash) {}
