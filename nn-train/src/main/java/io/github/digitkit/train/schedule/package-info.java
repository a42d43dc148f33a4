/** How the learning rate changes from step to step. */
@NullMarked
package io.github.digitkit.train.schedule;

import org.jspecify.annotations.NullMarked;
