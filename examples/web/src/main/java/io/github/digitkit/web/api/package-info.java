/** The routes under {@code /api/v1}. */
@NullMarked
package io.github.digitkit.web.api;

import org.jspecify.annotations.NullMarked;
