/** How fast everything is, measured: a short tour for users. */
@NullMarked
package io.github.digitkit.benchmarks;

import org.jspecify.annotations.NullMarked;
