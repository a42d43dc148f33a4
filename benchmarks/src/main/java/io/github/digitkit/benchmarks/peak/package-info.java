/** What the processor could do at most; loaded only where the JVM has its vector module. */
@NullMarked
package io.github.digitkit.benchmarks.peak;

import org.jspecify.annotations.NullMarked;
