/** Kernels in plain Java, written for the compiler's own vectorisation; they work everywhere. */
@NullMarked
package io.github.digitkit.nn.kernel.plain;

import org.jspecify.annotations.NullMarked;
