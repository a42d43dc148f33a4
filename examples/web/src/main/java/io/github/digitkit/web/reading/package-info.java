/** The port to the recogniser: what the server asks, and what it is answered. */
@NullMarked
package io.github.digitkit.web.reading;

import org.jspecify.annotations.NullMarked;
