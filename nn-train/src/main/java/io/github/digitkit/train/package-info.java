/** Trains networks: the Trainer, its settings, what it reports and the recipes. */
@NullMarked
package io.github.digitkit.train;

import org.jspecify.annotations.NullMarked;
