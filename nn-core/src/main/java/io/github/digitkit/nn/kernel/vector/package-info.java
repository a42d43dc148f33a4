/**
 * Kernels on {@code jdk.incubator.vector}, for a JVM started with {@code --add-modules
 * jdk.incubator.vector}. No class outside this package may touch these.
 *
 * <p><b>Why the tiles are written out.</b> A tile's sums must stay in registers, and the JVM's
 * compiler C2 keeps a vector there only if it is a local variable of one method: in an array, a
 * field or a method's result it becomes an object, and the tile is five to twenty times slower. So
 * each shape of a tile is one straight method, named {@code Kind}<i>rows</i>{@code
 * x}<i>vectors</i>, and all methods follow one pattern: load every sum ({@code s0a}: row 0, first
 * vector of columns), one loop over the products (load the weights' vectors, for each row broadcast
 * one element and multiply-add), store every sum. Nothing but the number of rows and vectors
 * differs; a change to one is made to all of its kind. A second loop inside, a helper method, or
 * more than about 48 products in a loop's body brings the objects back on JDK 17. {@code -prof gc}
 * of the benchmarks shows such an accident as megabytes an operation.
 */
@NullMarked
package io.github.digitkit.nn.kernel.vector;

import org.jspecify.annotations.NullMarked;
