/** The report's network in native engines, in turn with ours. */
@NullMarked
package io.github.digitkit.benchmarks.opponents;

import org.jspecify.annotations.NullMarked;
