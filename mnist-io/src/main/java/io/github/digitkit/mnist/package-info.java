/**
 * MNIST-like data sets: the IDX format, the files of a folder, the download cache.
 *
 * <p>{@link io.github.digitkit.mnist.MnistDataset} is where most callers start; {@link
 * io.github.digitkit.mnist.IdxReader} and {@link io.github.digitkit.mnist.IdxWriter} are the format
 * itself. Everything that is read is treated as hostile.
 */
@NullMarked
package io.github.digitkit.mnist;

import org.jspecify.annotations.NullMarked;
