/** One step of training on several threads that give the same bits on any number of them. */
@NullMarked
package io.github.digitkit.train.step;

import org.jspecify.annotations.NullMarked;
