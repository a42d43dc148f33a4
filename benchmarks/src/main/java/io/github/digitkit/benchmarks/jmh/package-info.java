/** The JMH suite; {@link io.github.digitkit.benchmarks.jmh.Suite} runs all of it. */
@NullMarked
package io.github.digitkit.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
