/**
 * Kernels on EJML's matrix products: the convolution as it stands in textbooks, for reading and for
 * comparison.
 */
@NullMarked
package io.github.digitkit.nn.kernel.ejml;

import org.jspecify.annotations.NullMarked;
