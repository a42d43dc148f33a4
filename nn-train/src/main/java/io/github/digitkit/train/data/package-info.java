/**
 * Labelled pictures and the epochs made of them: which pictures, in which order, augmented how. An
 * epoch follows from its seed and number alone, whichever threads prepare it.
 */
@NullMarked
package io.github.digitkit.train.data;

import org.jspecify.annotations.NullMarked;
