package io.github.digitkit.web.http;

/**
 * Where a call comes from.
 *
 * @param address of the client: the one that a trusted proxy names, else the connection's
 * @param secure whether the client speaks TLS, with us or with a trusted proxy
 * @param local whether the call comes from this machine itself, not through a proxy
 */
public record Peer(String address, boolean secure, boolean local) {}
