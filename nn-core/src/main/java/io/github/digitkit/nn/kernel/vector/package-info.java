/**
 * Kernels on {@code jdk.incubator.vector}, for a JVM started with {@code --add-modules
 * jdk.incubator.vector}. No class outside this package may touch these.
 */
@NullMarked
package io.github.digitkit.nn.kernel.vector;

import org.jspecify.annotations.NullMarked;
