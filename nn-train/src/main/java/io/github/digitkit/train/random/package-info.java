/**
 * Random numbers that depend on a key and a counter only, never on threads or the order of calls.
 */
@NullMarked
package io.github.digitkit.train.random;

import org.jspecify.annotations.NullMarked;
