/**
 * The layers of a network: immutable hyper-parameters with a forward and a backward pass.
 *
 * <p>Names and semantics are those of Keras; activations are {@code (batch, height, width,
 * channels)}.
 */
@NullMarked
package io.github.digitkit.nn.layer;

import org.jspecify.annotations.NullMarked;
