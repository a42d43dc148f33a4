/** A team of threads that run the same task side by side and meet at cheap barriers. */
@NullMarked
package io.github.digitkit.train.parallel;

import org.jspecify.annotations.NullMarked;
