/** HTTP on Jetty: routes, replies, problems (RFC 9457), limits, headers; no business in here. */
@NullMarked
package io.github.digitkit.web.http;

import org.jspecify.annotations.NullMarked;
