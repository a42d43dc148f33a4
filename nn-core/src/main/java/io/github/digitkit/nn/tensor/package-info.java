/** Shapes and dense float tensors: the data that everything else works on. */
@NullMarked
package io.github.digitkit.nn.tensor;

import org.jspecify.annotations.NullMarked;
