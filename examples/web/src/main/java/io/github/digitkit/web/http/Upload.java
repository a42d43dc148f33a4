package io.github.digitkit.web.http;

/**
 * One uploaded file.
 *
 * @param name as the client calls it, at most 200 characters; only ever given back as JSON text
 * @param bytes its content
 */
@SuppressWarnings("ArrayRecordComponent") // Handed from stage to stage, never compared.
public record Upload(String name, byte[] bytes) {}
