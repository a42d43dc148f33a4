/**
 * The hot operations over plain {@code float[]}, behind the {@link
 * io.github.digitkit.nn.kernel.Kernels} interface with its interchangeable implementations.
 */
@NullMarked
package io.github.digitkit.nn.kernel;

import org.jspecify.annotations.NullMarked;
