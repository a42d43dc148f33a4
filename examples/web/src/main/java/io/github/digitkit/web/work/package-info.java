/** Bounded work: lanes of threads with bounded queues, and pixels in flight. */
@NullMarked
package io.github.digitkit.web.work;

import org.jspecify.annotations.NullMarked;
