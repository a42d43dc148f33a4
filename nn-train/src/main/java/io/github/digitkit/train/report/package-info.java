/** Progress, logs and reports of a training run. */
@NullMarked
package io.github.digitkit.train.report;

import org.jspecify.annotations.NullMarked;
